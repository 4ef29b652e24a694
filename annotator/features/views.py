"""The widgets of an open project."""

from dataclasses import dataclass

from annotator.core.scheme import Scheme
from annotator.project.workspace import Project
from annotator.session import background
from annotator.session.settings import Settings
from annotator.ui.article_list import ArticlePane
from annotator.ui.article_page import ArticlePage
from annotator.ui.candidate_list import CandidatePane
from annotator.ui.label_pane import LabelPane
from annotator.ui.note_bar import NoteBar
from annotator.ui.reading_view import ReadingView
from annotator.ui.theme import Theme
from annotator.ui.typography import Typography


@dataclass(frozen=True, slots=True)
class Views:
    """What the desk is shown with: the article in the middle, lists and labels beside it."""

    articles: ArticlePane
    page: ArticlePage
    reading: ReadingView
    note_bar: NoteBar
    candidates: CandidatePane
    labels: LabelPane


def build_views(project: Project, scheme: Scheme, theme: Theme, settings: Settings) -> Views:
    """Return new widgets for `project`."""
    reading = ReadingView(theme, scheme, Typography(settings.size, settings.line_height, settings.measure))
    note_bar = NoteBar(theme)
    return Views(
        articles=ArticlePane(theme, background.search(project)),
        page=ArticlePage(theme, reading, note_bar),
        reading=reading,
        note_bar=note_bar,
        candidates=CandidatePane(theme, scheme, background.pattern_titles(project, theme.language)),
        labels=LabelPane(theme, scheme),
    )
