"""Words from anywhere, shown as the characters they are: Qt takes what looks like a tag for markup, and loads the pictures it names."""

import html

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget


class PlainLabel(QLabel):
    """A label that never guesses: markup only where `setTextFormat` asks for it."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)


def tip(text: str) -> str:
    """Return `text` for a tool tip, which has no format to set: as markup for itself where Qt could take it for markup."""
    if "<" not in text:
        return text
    lines = html.escape(text).replace("\n", "<br>")
    return f"<qt>{lines}</qt>"
