"""The bottom line: the mode, that everything is saved, how far the article is, a passing sentence, the keys of the moment."""

from collections.abc import Sequence

from PySide6.QtCore import QTime
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget
from typing_extensions import override

from annotator.ui.plain_label import PlainLabel, tip
from annotator.ui.theme import Theme


class StatusLine(QWidget):
    """One 28-pixel row."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("statusLine")
        self.setFixedHeight(28)
        self._mode = self._text(theme, "mode")
        self._saved = self._text(theme, "saved")
        self._bar = _Bar(theme)
        self._figure = self._text(theme, "")
        self._message = self._text(theme, "")
        self._message.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._hints = self._text(theme, "meta")
        self._standing = ""
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 12, 0)
        row.setSpacing(12)
        for widget in (self._mode, self._saved, self._bar, self._figure):
            row.addWidget(widget)
        row.addWidget(self._message, 1)
        row.addWidget(self._hints)
        self.set_mode(self.tr("DECIDE"))

    def set_mode(self, name: str) -> None:
        """Name the mode at the far left."""
        self._mode.setText(name)

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colours of another theme."""
        self._bar.set_theme(theme)

    def show_saved(self) -> None:
        """Say that the last decision is on disk."""
        self._saved.setText("✓ " + self.tr("Saved {time}").format(time=QTime.currentTime().toString("HH:mm:ss")))

    def show_progress(self, decided: int, everything: int) -> None:
        """Show how many spans of the article are decided."""
        self._bar.show_share(decided / max(everything, 1))
        self._figure.setText(self.tr("article {decided}/{all}").format(decided=decided, all=everything))

    @property
    def mode(self) -> str:
        """The name of the mode shown now."""
        return self._mode.text()

    def say(self, sentence: str) -> None:
        """Show a sentence until the next one."""
        self._message.setText(sentence)
        self._message.setToolTip(tip(sentence))

    @property
    def sentence(self) -> str:
        """The sentence shown now."""
        return self._message.text()

    def show_hints(self, hints: Sequence[tuple[str, str]]) -> None:
        """Show `(key, what it does)` at the right."""
        self._standing = "    ".join(f"{key} {text}" for key, text in hints)
        self._hints.setText(self._standing)

    def show_mode(self, name: str, hints: Sequence[tuple[str, str]]) -> None:
        """Name a mode and show its keys; an empty name goes back to deciding and its keys."""
        self.set_mode(name or self.tr("DECIDE"))
        self._hints.setText("    ".join(f"{key} {text}" for key, text in hints) if name else self._standing)

    @staticmethod
    def _text(theme: Theme, name: str) -> QLabel:
        label = PlainLabel()
        label.setObjectName(name)
        label.setFont(theme.ui_font(12, bold=name == "mode"))
        return label


class _Bar(QWidget):
    """A thin bar. Qt's own repaints at once with every value, which a key would wait for."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._share = 0.0
        self.setFixedSize(96, 4)

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colours of another theme."""
        self._theme = theme
        self.update()

    def show_share(self, share: float) -> None:
        """Fill `share` (0 to 1) of the bar."""
        self._share = share
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(self._theme.surface.border))
            painter.fillRect(0, 0, round(self.width() * self._share), self.height(), QColor(self._theme.surface.text_2))
