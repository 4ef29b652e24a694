"""All keys, from the command table and the scheme."""

import html
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget
from typing_extensions import override

from annotator.core.scheme import Scheme
from annotator.session.translating import QT_TRANSLATE_NOOP
from annotator.ui.commands import COMMANDS, LABELS, Command, words
from annotator.ui.quiet_browser import QuietBrowser
from annotator.ui.theme import Theme

_ARROWS = {"Right": "→", "Left": "←", "Up": "↑", "Down": "↓"}
_NAMED = {
    "Space": QT_TRANSLATE_NOOP("Commands", "Space"),
    "Return": QT_TRANSLATE_NOOP("Commands", "Enter"),
    "Enter": QT_TRANSLATE_NOOP("Commands", "Enter"),
}


class KeySheet(QDialog):
    """A sheet over the window; Esc or ? closes it."""

    def __init__(
        self, theme: Theme, scheme: Scheme | None, parent: QWidget | None = None, *, commands: Sequence[Command] = COMMANDS
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(words("All keys"))
        self.resize(620, 680)
        text = QuietBrowser()
        text.setFont(theme.ui_font(13))
        text.setHtml(_page(theme, scheme, commands))
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(text)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Question, Qt.Key.Key_Escape}:
            self.close()
        else:
            super().keyPressEvent(event)


def shown_key(key: str) -> str:
    """Return a key of the command table as people write it."""
    return " ".join(_part(part) for part in key.split("+")) if len(key) > 1 else key


def _part(part: str) -> str:
    return _ARROWS.get(part) or (words(_NAMED[part]) if part in _NAMED else part)


def _page(theme: Theme, scheme: Scheme | None, commands: Sequence[Command]) -> str:
    parts = []
    for menu in dict.fromkeys(command.menu for command in commands):
        rows = [(" · ".join(dict.fromkeys(map(shown_key, c.keys))), words(c.text)) for c in commands if c.menu == menu and c.keys]
        parts.append(_table(words(menu), rows))
    if scheme is not None:
        labels = [(label.key, label.name.get(theme.language)) for label in scheme.labels if label.key]
        parts.append(_table(words(LABELS), labels))
    return "".join(parts)


def _table(name: str, rows: list[tuple[str, str]]) -> str:
    cells = "".join(f"<tr><td width='190'><b>{html.escape(k)}</b></td><td>{html.escape(t)}</td></tr>" for k, t in rows)
    return f"<h3>{html.escape(name)}</h3><table cellpadding='3'>{cells}</table>"
