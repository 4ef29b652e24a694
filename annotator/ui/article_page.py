"""The middle of the window: what article this is, its text, and a line for notes."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from annotator.store.articles import Article
from annotator.ui.note_bar import NoteBar
from annotator.ui.reading_view import ReadingView
from annotator.ui.theme import Theme


class ArticlePage(QWidget):
    """A quiet line about the article above the reading view."""

    def __init__(self, theme: Theme, reading: ReadingView, note_bar: NoteBar, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._about = QLabel()
        self._breaks = QLabel()
        self._words = ""
        crumb = QWidget()
        crumb.setObjectName("crumb")
        crumb.setFixedHeight(36)
        row = QHBoxLayout(crumb)
        row.setContentsMargins(68, 0, 20, 0)
        for label in (self._about, self._breaks):
            label.setObjectName("meta")
            label.setFont(theme.ui_font(12))
        row.addWidget(self._about, 1)
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
        breaks = len(article.layout.breaks)
        self._breaks.setText(self.tr("{count} breaks healed").format(count=breaks) if breaks else "")

    def show_state(self, *, is_finished: bool, is_blind: bool) -> None:
        """Say what is special about it."""
        parts = [self._words]
        if is_blind:
            parts.append(self.tr("blind"))
        if is_finished:
            parts.append(self.tr("finished"))
        self._about.setText(" · ".join(parts))
