"""The middle of the window: what article this is, its text, and a line for notes."""

import html

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from annotator.store.articles import Article
from annotator.ui.note_bar import NoteBar
from annotator.ui.plain_label import PlainLabel
from annotator.ui.reading_view import ReadingView
from annotator.ui.theme import Theme

_MOST_CODES = 36


class ArticlePage(QWidget):
    """A quiet line about the article above the reading view."""

    def __init__(self, theme: Theme, reading: ReadingView, note_bar: NoteBar, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._about = PlainLabel()
        self._breaks = PlainLabel()
        self._codes = PlainLabel()
        self._words = ""
        self._coded = ""
        self._count = 0
        self._is_raw = False
        crumb = QWidget()
        crumb.setObjectName("crumb")
        crumb.setFixedHeight(36)
        row = QHBoxLayout(crumb)
        row.setContentsMargins(68, 0, 20, 0)
        for label in (self._about, self._codes, self._breaks):
            label.setObjectName("meta")
            label.setFont(theme.ui_font(12))
        self._codes.setFont(theme.ui_font(12, bold=True))
        self._about.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row.addWidget(self._about, 1)
        row.addWidget(self._codes)
        row.addSpacing(16)
        row.addWidget(self._breaks)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(crumb)
        column.addWidget(reading, 1)
        column.addWidget(note_bar)

    def show_article(self, article: Article, file: str) -> None:
        """Say which article is open."""
        characters = self.tr("{count} characters").format(count=len("".join(article.text.split())))
        self._words = " · ".join(part for part in (article.name, file, characters) if part)
        self._count = len(article.layout.breaks)
        self.show_raw_lines(is_raw=self._is_raw)

    def show_raw_lines(self, *, is_raw: bool) -> None:
        """Say whether breaks are healed or the lines are those of the print."""
        self._is_raw = is_raw
        words = self.tr("raw lines, {count} breaks") if is_raw else self.tr("{count} breaks healed")
        self._breaks.setText(words.format(count=self._count) if self._count else "")

    def show_codes(self, words: str) -> None:
        """Say what the annotator says of the article as a whole."""
        if words == self._coded:
            return
        self._coded = words
        # The head of the article must not make the window wider.
        self._codes.setText(words if len(words) <= _MOST_CODES else words[: _MOST_CODES - 1] + "…")
        self._codes.setToolTip(f"<qt>{html.escape(words)}</qt>" if words else "")

    def show_state(self, *, is_finished: bool, is_blind: bool) -> None:
        """Say what is special about it."""
        parts = [self._words]
        if is_blind:
            parts.append(self.tr("blind"))
        if is_finished:
            parts.append(self.tr("finished"))
        self._about.setText(" · ".join(parts))
