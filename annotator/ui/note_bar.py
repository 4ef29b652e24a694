"""A line under the article to write a note in."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from annotator.ui.field import Field
from annotator.ui.plain_label import PlainLabel
from annotator.ui.theme import Theme


class NoteBar(QWidget):
    """Enter keeps the note, Esc leaves without.

    Signals:
        written: the note, when the reader pressed Enter.
        left: the reader is done.
    """

    written = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._name = PlainLabel()
        self._name.setFont(theme.ui_font(12, bold=True))
        self._field = Field()
        self._field.setFont(theme.ui_font(13))
        self._field.setMaxLength(2_000)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 16, 6)
        row.addWidget(self._name)
        row.addWidget(self._field, 1)
        self._field.returnPressed.connect(self._on_return)
        self._field.escaped.connect(self._on_escaped)
        self.hide()

    def ask(self, about: str, note: str) -> None:
        """Let the reader write the note on `about`, beginning with the one that is there."""
        self._name.setText(self.tr("Note on {what}").format(what=about))
        self._field.setAccessibleName(self._name.text())
        self._field.setText(note)
        self.show()
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()

    def _on_return(self) -> None:
        self.hide()
        self.written.emit(self._field.text())
        self.left.emit()

    def _on_escaped(self) -> None:
        self.hide()
        self.left.emit()
