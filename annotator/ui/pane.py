"""The head of a side pane: its name, and a figure at the right."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from annotator.ui.plain_label import PlainLabel
from annotator.ui.theme import Theme


class PaneHead(QWidget):
    """A 36-pixel row with a bold name and a quiet figure."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("paneHead")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(36)
        self._name = PlainLabel(name)
        self._name.setFont(theme.ui_font(13, bold=True))
        self._figure = PlainLabel()
        self._figure.setObjectName("meta")
        self._figure.setFont(theme.ui_font(12))
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 0)
        row.addWidget(self._name, 1)
        row.addWidget(self._figure)

    def set_name(self, name: str) -> None:
        """Show another name."""
        self._name.setText(name)

    def set_figure(self, text: str) -> None:
        """Show `text` at the right."""
        self._figure.setText(text)
