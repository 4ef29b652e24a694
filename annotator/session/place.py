"""Where an annotator is: the open article, its spans, and the current one."""

import time
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from annotator.core.article import ArticleKind
from annotator.core.decision import Kind
from annotator.core.fold import EMPTY, Annotation
from annotator.core.scheme import Scheme
from annotator.project import annotating
from annotator.project.workspace import Project
from annotator.session.items import Item
from annotator.session.open_article import OpenArticle
from annotator.session.translating import QT_TRANSLATE_NOOP
from annotator.session.words import Words
from annotator.store.articles import Article, ArticleRow, Order


@dataclass(frozen=True, slots=True)
class Seen:
    """The span (or the article) that was on the desk when `newest` was the annotator's newest decision (empty: none yet)."""

    newest: str
    article: str
    target: str | None


# After these the desk goes on to the next span.
_GOES_ON = frozenset({Kind.ACCEPT, Kind.RELABEL, Kind.REJECT, Kind.REMOVE, Kind.SKIP})


class Place(QObject):
    """One annotator's place in a project. It goes about and shows; `Desk` decides.

    Signals:
        article_changed: another article is open.
        annotation_changed: items of the open article changed.
        current_changed: another item is current.
        progress_changed: the row of an article (its id) in the article list is out of date.
        said: a sentence for the message area: its template and facts.
    """

    article_changed = Signal()
    annotation_changed = Signal()
    current_changed = Signal()
    progress_changed = Signal(str)
    said = Signal(str, dict)

    def __init__(self, project: Project, annotator: str, words: Words, parent: QObject | None = None) -> None:
        """Sit down as `annotator` (a name) at `project`; no article is open yet."""
        super().__init__(parent)
        self.project = project
        self.name = annotator
        self.scheme: Scheme = project.scheme()
        self.words = words
        self.person = annotating.person(project, annotator)
        self.opened: OpenArticle | None = None
        self.current: Item | None = None
        self.selection: tuple[int, int] | None = None
        self.order = Order.PAGE
        self.seen: Seen | None = None
        self._folds_repeats = True
        self.shows_raw_lines = False
        self._shown_since = time.monotonic()

    # What is there

    @property
    def is_writable(self) -> bool:
        """Whether decisions can be made: the file is open for writing."""
        return not self.project.file.read_only

    @property
    def article(self) -> Article | None:
        """The open article."""
        return self.opened.article if self.opened is not None else None

    @property
    def items(self) -> tuple[Item, ...]:
        """The spans of the open article, in text order."""
        return self.opened.items if self.opened is not None else ()

    @property
    def annotation(self) -> Annotation:
        """What the decisions on the open article say."""
        return self.opened.annotation if self.opened is not None else EMPTY

    @property
    def undecided(self) -> int:
        """How many spans of the open article wait for a decision."""
        return self.opened.undecided if self.opened is not None else 0

    @property
    def seconds(self) -> float:
        """How long the current span has been on screen."""
        return round(time.monotonic() - self._shown_since, 1)

    def rows(self) -> list[ArticleRow]:
        """Return the article list, in order: articles and captions, and of the furniture what holds a candidate."""
        rows = annotating.rows(self.project, self.person, tuple(ArticleKind), self.order)
        return [row for row in rows if row.kind is not ArticleKind.FURNITURE or row.candidates]

    def row(self, article: str) -> ArticleRow | None:
        """Return one row of the article list."""
        return annotating.row(self.project, self.person, article)

    def finished_here(self) -> int:
        """Return how many articles the annotator has finished."""
        return annotating.finished(self.project, self.person)

    # Going about

    def open(self, article: str, *, target: str | None = None) -> None:
        """Open an article on its first undecided item, or on `target`."""
        opened = OpenArticle.of(
            annotating.open_article(self.project, self.person, article), is_folded=self._folds_repeats, is_raw=self.shows_raw_lines
        )
        self.opened = opened
        self.words.open(opened.article.text, opened.article.layout.breaks)
        self.selection = None
        self._forget()
        self.current = opened.by_target(target) or opened.undecided_from(0) or (opened.items[0] if opened.items else None)
        self._shown_since = time.monotonic()
        self.article_changed.emit()
        self.current_changed.emit()

    def toggle_repeats(self) -> None:
        """Show repeated paragraphs in full, or fold them again."""
        self._folds_repeats = not self._folds_repeats
        self._open_again()

    def show_raw_lines(self, *, is_raw: bool) -> None:
        """Show the lines as they were printed, or with their breaks healed."""
        if is_raw != self.shows_raw_lines:
            self.shows_raw_lines = is_raw
            self._open_again()

    def _open_again(self) -> None:
        if self.article is not None:
            self.open(self.article.id, target=self.current.target if self.current is not None else None)

    def open_first(self) -> None:
        """Open where the annotator left off: the span seen last, or what follows the last decision; else the first unfinished article."""
        last = annotating.last_step(self.project, self.person)
        rows = self.rows()
        known = {row.id: row for row in rows}
        seen = self.seen
        if seen is not None and seen.article in known and seen.newest == (last.newest if last is not None else ""):
            self.open(seen.article, target=seen.target)
        elif last is not None and last.article in known and not known[last.article].finished:
            self._open_after(last)
        else:
            here = last.article if last is not None and last.article in known else None
            following = annotating.next_unfinished(self.project, self.person, here, self.order)
            first = following if following in known else next((row.id for row in rows if not row.finished), rows[0].id if rows else None)
            if first is not None:
                self.open(first)

    def _open_after(self, last: annotating.LastStep) -> None:
        self.open(last.article, target=last.target)
        item = self.by_target(last.target)
        if self.opened is None:
            return
        if item is None and last.start is not None:
            at = next((i for i, other in enumerate(self.items) if other.start >= (last.start or 0)), 0)
            self.make_current(self.opened.undecided_from(at) or self.current)
        elif item is not None and last.kind in _GOES_ON:
            self.make_current(self.opened.undecided_from(self.opened.place(item) + 1) or item)

    def open_beside(self, step: int) -> None:
        """Open the next (1) or previous (-1) article of the list."""
        ids = [row.id for row in self.rows()]
        if self.article is None or self.article.id not in ids:
            return
        at = ids.index(self.article.id) + step
        if 0 <= at < len(ids):
            self.open(ids[at])
        else:
            self.said.emit(QT_TRANSLATE_NOOP("Desk", "There is no other article in this direction."), {})

    def go(self, step: int) -> None:
        """Make the next (1) or previous (-1) item current."""
        self._forget()
        if self.opened is None or not self.items:
            return
        at = self.opened.place(self.current) + step if self.current is not None else 0
        self.make_current(self.items[max(0, min(at, len(self.items) - 1))])

    def go_to(self, target: str) -> None:
        """Make the item of `target` current."""
        self._forget()
        self.make_current(self.by_target(target))

    def select(self, start: int, end: int) -> None:
        """Take `[start, end)` of the article's text as the selection; an empty range clears it."""
        self.selection = (start, end) if start < end else None

    # Inside

    def by_target(self, target: str | None) -> Item | None:
        """Return the item of a target in the open article, or None."""
        return self.opened.by_target(target) if self.opened is not None else None

    def _open_next_unfinished(self) -> None:
        here = self.article.id if self.article is not None else None
        following = annotating.next_unfinished(self.project, self.person, here, self.order)
        if following is None:
            self.said.emit(QT_TRANSLATE_NOOP("Desk", "All articles are finished."), {})
        else:
            self.open(following)

    def make_current(self, item: Item | None) -> None:
        """Make `item` of the open article the current one."""
        self.current = item
        self._shown_since = time.monotonic()
        self.current_changed.emit()

    def _forget(self) -> None:
        """What counts only directly after something else does not count any more: the annotator went elsewhere."""
