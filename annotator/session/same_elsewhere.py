"""The same mentions in the annotator's other articles, looked for on a thread. Only where the project lead allows it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from annotator.core.article import ArticleKind
from annotator.core.decision import Assignment
from annotator.project import annotating, searching
from annotator.project.workspace import Project
from annotator.session import background
from annotator.session.jobs import Progress
from annotator.session.open_article import OpenArticle
from annotator.session.same import Elsewhere, IsWhole, Subject, in_articles
from annotator.session.words import Cut, Words


def whole_words(words: Words) -> IsWhole:
    """Return what says whether `[start, end)` of the text that `words` knows cuts no word."""

    def is_whole(start: int, end: int) -> bool:
        return words.around(start)[0] == start and words.around(end - 1)[1] == end

    return is_whole


@dataclass(frozen=True, slots=True)
class Search:
    """The work of looking for `subject` in the unfinished articles of the annotator of `assignment`, its own article aside."""

    path: Path
    assignment: Assignment
    subject: Subject
    is_folded: bool

    def __call__(self, _: Progress) -> list[Elsewhere]:
        """Do it; see `same.in_articles`."""
        with Project.beside(self.path) as project:
            cut = background.word_boundaries(project)
            return in_articles(self._articles(project), self.subject, _whole_in(cut))

    def _articles(self, project: Project) -> list[OpenArticle]:
        from annotator.session.finding import normalised  # noqa: PLC0415 (the matchers)

        surface = self.subject.surface.replace("\n", "")
        numbers = searching.find(project, surface) | searching.find(project, normalised(surface))
        rows = annotating.rows(project, self.assignment.annotator, tuple(ArticleKind))
        ids = [row.id for row in rows if row.number in numbers and not row.finished and row.id != self.assignment.article]
        found = (annotating.open_article(project, self.assignment.annotator, article) for article in ids)
        return [OpenArticle.of(one, is_folded=self.is_folded) for one in found if self._is_alike(one.assignment)]

    def _is_alike(self, other: Assignment) -> bool:
        return (other.round, other.condition) == (self.assignment.round, self.assignment.condition)


def _whole_in(cut: Cut) -> Callable[[OpenArticle], IsWhole]:
    def whole_in(opened: OpenArticle) -> IsWhole:
        words = Words(cut)
        words.open(opened.article.text, opened.article.layout.breaks)
        return whole_words(words)

    return whole_in
