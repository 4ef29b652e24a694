"""What keys mean while the caret is walked."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from annotator.session.edges import Unit
from annotator.ui.caret_keys import Deed, caret_key

LABELS = frozenset("1QE")
NONE, SHIFT, CONTROL, ALT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)


def deed(key: Qt.Key, text: str = "", modifier: Qt.KeyboardModifier = NONE) -> Deed | None:
    asked = caret_key(QKeyEvent(QEvent.Type.KeyPress, key, modifier, text), LABELS)
    return asked.deed if asked is not None else None


@pytest.mark.parametrize("text", list("xsjkfnml[]【】u"))
def test_single_keys_of_commands_do_nothing(text: str) -> None:
    assert deed(Qt.Key.Key_unknown, text) is Deed.NOTHING


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Delete])
def test_enter_finishes_nothing(key: Qt.Key) -> None:
    assert deed(key) is Deed.NOTHING


def test_keys_of_labels_add_also_where_they_are_letters() -> None:
    assert deed(Qt.Key.Key_1, "1") is Deed.LABEL
    assert deed(Qt.Key.Key_E, "e") is Deed.LABEL
    assert deed(Qt.Key.Key_E, "E", SHIFT) is Deed.NOTHING


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_F2, Qt.Key.Key_I])
def test_escape_and_the_keys_that_enter_leave(key: Qt.Key) -> None:
    assert deed(key, "i" if key is Qt.Key.Key_I else "") is Deed.LEAVE


def test_what_shows_something_and_keys_with_control_go_on_to_the_window() -> None:
    assert deed(Qt.Key.Key_Question, "?", SHIFT) is None
    assert deed(Qt.Key.Key_Z, "", CONTROL) is None
    assert deed(Qt.Key.Key_Down, "", CONTROL) is None


def test_arrows_go_by_words_and_with_control_by_characters() -> None:
    def walk(modifier: Qt.KeyboardModifier) -> tuple[Unit, int, bool]:
        asked = caret_key(QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Left, modifier), LABELS)
        assert asked is not None
        return asked.unit, asked.step, asked.selects

    assert walk(NONE) == (Unit.WORD, -1, False)
    assert walk(SHIFT) == (Unit.WORD, -1, True)
    assert walk(CONTROL) == (Unit.CHARACTER, -1, False)
    assert walk(CONTROL | SHIFT) == (Unit.CHARACTER, -1, True)
    assert walk(ALT) == (Unit.WORD, -1, False)
    assert walk(Qt.KeyboardModifier.KeypadModifier) == (Unit.WORD, -1, False)
