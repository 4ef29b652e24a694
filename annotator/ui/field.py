"""A text field whose keys are its own."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class Field(QLineEdit):
    """While it has the focus, keys without Ctrl, Alt or Meta never reach the window's commands; Enter must not finish an article.

    Signals:
        escaped: Esc was pressed.
    """

    escaped = Signal()

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and not event.modifiers() & _COMMANDS:
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)
        # What the field has no use for would go on to the window, and be a command there.
        if not event.modifiers() & _COMMANDS:
            event.accept()
