"""Keys by name: what was pressed, in the words of the command table."""

from functools import cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

_SHIFTED = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
_ALONE = frozenset(
    {Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr, Qt.Key.Key_CapsLock, Qt.Key.Key_unknown}
)


@cache
def name_of(key: str) -> str:
    """Return the portable name of a key as Qt writes it."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.PortableText)


def pressed(event: QKeyEvent) -> str:
    """Name the key of an event as the command table does; a mark like ? needs Shift on most keyboards and means itself."""
    text = event.text()
    modifiers = event.modifiers()
    if text and text.isprintable() and not text.isalnum() and text != " " and not modifiers & ~_SHIFTED:
        return name_of(text)
    key = event.keyCombination() if not modifiers & Qt.KeyboardModifier.KeypadModifier else event.key()
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.PortableText)


def is_whole(event: QKeyEvent) -> bool:
    """Say whether an event is more than a modifier on its way to a key."""
    return Qt.Key(event.key()) not in _ALONE
