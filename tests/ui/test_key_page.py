"""The page of keys: typing filters, Enter waits for a key, a key in use is said and taken only on purpose."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.core.scheme import Scheme
from annotator.session.keymap import Keymap
from annotator.ui.commands import COMMANDS
from annotator.ui.key_page import KeyPage
from annotator.ui.theme import load_theme

# Without a screen a window has no size to limit.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def page(qtbot: QtBot, scheme: Scheme) -> KeyPage:
    labels = {label.key: (label.id, label.name.get("en")) for label in scheme.labels if label.key}
    page = KeyPage(load_theme(is_dark=False, language="en"), COMMANDS, Keymap({c.id: c.keys for c in COMMANDS}), labels)
    qtbot.addWidget(page)
    page.resize(760, 600)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.field.setFocus()
    return page


def find(page: KeyPage, words: str) -> None:
    QTest.keyClicks(page.field, words)


def press(page: KeyPage, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(page.list, key, modifier)


def test_typing_leaves_the_commands_that_fit_by_name_or_key(page: KeyPage) -> None:
    find(page, "reject")
    assert [line.command for line in page.model.lines] == ["reject"]
    page.field.clear()
    find(page, "ctrl k")
    assert [line.command for line in page.model.lines] == ["palette"]


def test_enter_waits_for_the_key_that_comes_next(page: KeyPage, qtbot: QtBot) -> None:
    find(page, "reject")
    QTest.keyClick(page.field, Qt.Key.Key_Return)
    assert "Press the new key for “Reject”" in page.message
    assert page.list.hasFocus()
    with qtbot.waitSignal(page.changed) as changed:
        press(page, Qt.Key.Key_G)
    assert changed.args is not None
    assert changed.args[0].changed == {"reject": ("G",)}
    assert page.line is not None
    assert (page.line.keys, page.line.is_usual) == ("G", False)


def test_a_modifier_alone_is_waited_through(page: KeyPage) -> None:
    find(page, "reject")
    page.wait()
    press(page, Qt.Key.Key_Shift)
    press(page, Qt.Key.Key_Control)
    assert page.is_waiting
    press(page, Qt.Key.Key_D, CONTROL)
    assert page.keymap.keys("reject") == ("Ctrl+D",)


def test_a_key_of_another_command_is_said_and_taken_with_enter(page: KeyPage) -> None:
    find(page, "reject")
    page.wait()
    press(page, Qt.Key.Key_Space)
    assert "Space belongs to “Accept”" in page.message
    assert page.keymap.changed == {}
    press(page, Qt.Key.Key_Return)
    assert page.keymap.changed == {"reject": ("Space",), "accept": ()}


def test_another_key_after_a_clash_is_simply_the_key(page: KeyPage) -> None:
    find(page, "reject")
    page.wait()
    press(page, Qt.Key.Key_Space)
    press(page, Qt.Key.Key_G)
    assert page.keymap.changed == {"reject": ("G",)}


@pytest.mark.parametrize(
    ("key", "modifier", "said"),
    [
        (Qt.Key.Key_1, Qt.KeyboardModifier.NoModifier, "label"),
        (Qt.Key.Key_Space, CONTROL, "input methods"),
        (Qt.Key.Key_F, CONTROL | SHIFT, "input methods"),
        (Qt.Key.Key_Up, CONTROL | Qt.KeyboardModifier.AltModifier, "turns the screen"),
        (Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier, "system"),
    ],
)
def test_a_key_that_is_not_to_be_had_is_refused_with_the_reason(
    page: KeyPage, key: Qt.Key, modifier: Qt.KeyboardModifier, said: str
) -> None:
    find(page, "reject")
    page.wait()
    press(page, key, modifier)
    assert said in page.message
    waited = page.is_waiting
    press(page, Qt.Key.Key_Escape)
    assert (waited, page.is_waiting) == (True, False)
    assert page.keymap.changed == {}


def test_a_command_can_have_no_key_its_usual_one_and_all_theirs(page: KeyPage) -> None:
    find(page, "reject")
    QTest.keyClick(page.field, Qt.Key.Key_Down)
    press(page, Qt.Key.Key_Backspace)
    assert page.keymap.keys("reject") == ()
    press(page, Qt.Key.Key_Delete)
    assert page.keymap.changed == {}
    page.wait()
    press(page, Qt.Key.Key_G)
    press(page, Qt.Key.Key_Delete, CONTROL)
    assert page.keymap.changed == {}


def test_escape_leaves_the_wait_first_and_then_the_page(page: KeyPage, qtbot: QtBot) -> None:
    find(page, "reject")
    page.wait()
    with qtbot.assertNotEmitted(page.left):
        press(page, Qt.Key.Key_Escape)
    with qtbot.waitSignal(page.left):
        press(page, Qt.Key.Key_Escape)


def test_the_key_out_of_everything_cannot_be_changed(page: KeyPage) -> None:
    assert "leave" not in {line.command for line in page.model.lines}
