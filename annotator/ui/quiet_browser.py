"""Shows text with markup, and nothing that the text names: no picture, no page, no link is followed."""

from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QTextBrowser, QWidget
from typing_extensions import override


class QuietBrowser(QTextBrowser):
    """A text browser that loads nothing, from here or from elsewhere: what it shows may come from anybody."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)

    @override
    def loadResource(self, type: int, name: QUrl | str) -> object:
        return None
