"""What a key means while the caret is walked through the article.

Single keys must not decide by accident there: of the letters, digits and marks only the keys of labels (with a selection) and those
that show something (`?`, `/`) go on to the window. Keys with Ctrl, Alt or Meta keep their meaning, except the arrows.
"""

from dataclasses import dataclass
from enum import StrEnum, auto

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QTextCursor

from annotator.session.edges import Unit

_Key, _Modifier, _Move = Qt.Key, Qt.KeyboardModifier, QTextCursor.MoveOperation
_STEPS = {_Key.Key_Left: -1, _Key.Key_Right: 1}
_LINES = {_Key.Key_Up: _Move.Up, _Key.Key_Down: _Move.Down, _Key.Key_Home: _Move.StartOfLine, _Key.Key_End: _Move.EndOfLine}
_HELD = _Modifier.ControlModifier | _Modifier.AltModifier | _Modifier.MetaModifier
_SHOWING = frozenset("?？/")
_DECIDING = frozenset({_Key.Key_Return, _Key.Key_Enter, _Key.Key_Backspace, _Key.Key_Delete})


class Deed(StrEnum):
    """What a key does to the caret."""

    WALK = auto()
    LINE = auto()
    TAKE_WORD = auto()
    LABEL = auto()
    LEAVE = auto()
    NOTHING = auto()


@dataclass(frozen=True, slots=True)
class CaretKey:
    """WALK goes a `step` of `unit`, LINE is `move` of Qt's cursor; with `selects` the selection is extended."""

    deed: Deed
    selects: bool = False
    unit: Unit = Unit.WORD
    step: int = 1
    move: QTextCursor.MoveOperation = _Move.NoMove


def caret_key(event: QKeyEvent, labels: frozenset[str]) -> CaretKey | None:
    """Return what a key press means; `labels` are the keys of labels in capitals. None: it is the window's."""
    key, modifiers = Qt.Key(event.key()), event.modifiers() & ~_Modifier.KeypadModifier
    selects, held = bool(modifiers & _Modifier.ShiftModifier), modifiers & _HELD
    if key in _STEPS:
        unit = Unit.CHARACTER if modifiers & _Modifier.ControlModifier else Unit.WORD
        return CaretKey(Deed.WALK, selects, unit, _STEPS[key])
    if held:
        return None
    if key in _LINES:
        return CaretKey(Deed.LINE, selects, move=_LINES[key])
    if key in {_Key.Key_Escape, _Key.Key_F2} or (key is _Key.Key_I and not selects):
        return CaretKey(Deed.LEAVE)
    return _of_text(key, event.text(), selects=selects, labels=labels)


def _of_text(key: Qt.Key, text: str, *, selects: bool, labels: frozenset[str]) -> CaretKey | None:
    if key is _Key.Key_Space:
        return CaretKey(Deed.TAKE_WORD)
    if text.upper() in labels and text and not selects:
        return CaretKey(Deed.LABEL)
    if key in _DECIDING or (text.isprintable() and text and text not in _SHOWING):
        return CaretKey(Deed.NOTHING)
    return None
