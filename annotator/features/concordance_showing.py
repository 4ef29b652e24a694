"""The concordance over the project: asked, shown over the desk, decided in one step, and left for a place in an article."""

from functools import partial

from PySide6.QtCore import QCoreApplication, QObject

from annotator.core.errors import AnnotatorError
from annotator.features.room import Room
from annotator.project import concordance
from annotator.project.workspace import Project
from annotator.session import background
from annotator.session.concordance_deciding import Prepared, prepared
from annotator.session.concordance_search import Concordance
from annotator.session.desk import Desk
from annotator.session.jobs import Job, Progress
from annotator.session.repeats import is_inside
from annotator.session.same import Verdict
from annotator.session.translating import error_words, sentence
from annotator.ui.concordance import ConcordancePage

_KEEPS = frozenset({"undo", "redo", "concordance"})
# More articles than these are indexed, or read to be decided in, on a thread.
_MANY_NEW, _MANY = 200, 40


class Occurrences(QObject):
    """One concordance for one open project; its page is made anew whenever it is shown."""

    def __init__(self, room: Room, desk: Desk) -> None:
        super().__init__(room)
        self.room, self.desk = room, desk
        self._cut = background.word_boundaries(desk.project)
        self._found = Concordance(desk.project, desk.person, self._cut, self)
        self._page: ConcordancePage | None = None
        self._is_deciding = False
        # The desk has mostly read the dictionary already; then this is done at once.
        self._words = Job(self._load_words)
        self._words.succeeded.connect(self._on_words_loaded)
        self._words.begin()
        desk.said.connect(self._on_said)
        desk.annotation_changed.connect(self._on_annotation_changed)
        desk.progress_changed.connect(self._on_progress_changed)

    def close(self) -> None:
        """Let go of the open project."""
        self._found.clear()
        self._words.wait()
        self._page = None
        self.deleteLater()

    @property
    def page(self) -> ConcordancePage | None:
        """The page, while it is shown."""
        return self._page if self._page is not None and self.room.window.covered_by == "concordance" else None

    def ask(self) -> None:
        """Show the page as it was left; where it is shown already, let the reader type."""
        if self.page is not None:
            self.page.ask()
            return
        chosen = self._chosen_words()
        page = self._page = ConcordancePage(self.room.theme, self.desk.scheme, self._found)
        page.asked.connect(self._on_asked)
        page.decided.connect(self._on_decided)
        page.place_asked.connect(self._on_place_asked)
        page.left.connect(self._leave)
        self.room.window.cover(page, name="concordance", keeps=_KEEPS)
        # A layout shows its widgets later, and what is not shown takes no focus.
        page.show()
        self._catch_up()
        if chosen and chosen != self._found.query:
            page.field.setText(chosen)
            page.ask()
        else:
            self._found.refresh()
            page.return_to_rows()

    def _chosen_words(self) -> str:
        """Return what is selected in the article; that is what the reader wants to look for."""
        desk = self.desk
        return desk.article.text[slice(*desk.selection)].replace("\n", "") if desk.article is not None and desk.selection else ""

    def _load_words(self, _progress: Progress) -> object:
        self._cut("扶贫", ())
        return None

    def _on_words_loaded(self, _nothing: object) -> None:
        self._found.know_words()

    # Searching

    def _catch_up(self) -> None:
        behind = concordance.behind(self.desk.project)
        if behind > _MANY_NEW and self._page is not None:
            self._page.say(
                QCoreApplication.translate("Concordance", "New articles are being indexed. What is found so far may not be all.")
            )
            self.room.run(partial(_index, self.desk.project), self._on_indexed)
        elif behind:
            concordance.catch_up(self.desk.project)

    def _on_indexed(self, _nothing: object) -> None:
        if self.page is not None:
            self.page.say("")
            self._found.ask(self._found.query)

    def _on_asked(self, query: str, is_asked: bool) -> None:  # noqa: FBT001 (of a signal)
        if query != self._found.query or (is_asked and not self._found.hits):
            self._attempt(partial(self._found.ask, query, is_asked=is_asked))

    # Deciding

    def _on_decided(self, verdict: object) -> None:
        found = self._found
        if not isinstance(verdict, Verdict) or (self._is_deciding and self.room.is_busy) or self.page is None or not self.desk.may_write():
            return
        if not found.ticked and found.current >= 0:
            found.tick(found.current)
        if not found.ticked:
            self.page.say(QCoreApplication.translate("Concordance", "This article is finished. Reopen it to decide there."))
            return
        work = _Preparing(self.desk, found, verdict)
        if len(work.chosen) > _MANY:
            self._is_deciding = True
            self.page.say(QCoreApplication.translate("Concordance", "Working…"))
            self.room.run(work, self._on_prepared)
        else:
            self._attempt(partial(self._decide, work))

    def _decide(self, work: "_Preparing") -> None:
        self._write(work.on(self.desk.project))

    def _on_prepared(self, made: object) -> None:
        self._is_deciding = False
        if isinstance(made, Prepared):
            self._attempt(partial(self._write, made))

    def _write(self, made: Prepared) -> None:
        """Write everything as one step; the rows show what came of it."""
        if self.desk.opened is None:
            return
        if made.drafts:
            mine = self.desk.opened.assignment.id
            here = [draft for assignment, drafts in made.drafts if assignment.id == mine for draft in drafts]
            self.desk.selection = None
            self.desk.write(here, elsewhere=[(assignment, drafts) for assignment, drafts in made.drafts if assignment.id != mine])
        self._found.untick()
        self._found.refresh()
        if self.page is not None:
            self.page.say(_said(made))

    # Leaving

    def _on_place_asked(self, at: int) -> None:
        hit = self._found.hits[at]
        self._attempt(partial(self._show, hit.article, hit.start, hit.end))

    def _show(self, article: str, start: int, end: int) -> None:
        """Show a place in its article: the span that stands there is the current one, plain words are the selection."""
        desk, views = self.desk, self.room.views
        if views is None:
            return
        desk.open(article)
        if desk.opened is not None and desk.opened.is_folded and is_inside(start, end, desk.opened.repeats):
            desk.toggle_repeats()
        self._leave()
        there = next((item for item in desk.items if (item.start, item.end) == (start, end)), None)
        if there is not None:
            desk.go_to(there.target)
        else:
            views.reading.select_range(start, end)

    def _leave(self) -> None:
        self._page = None
        self.room.window.uncover()
        self.room.leave()

    # What happens elsewhere

    def _attempt(self, action: partial[None]) -> None:
        """Do it; an error for a person is shown on the page, which covers the message area of the window."""
        try:
            action()
        except AnnotatorError as error:
            if self.page is not None:
                self.page.say(error_words(error))

    def _on_said(self, template: str, facts: dict[str, object]) -> None:
        if self.page is not None:
            self.page.say(sentence("Desk", template, facts))

    def _on_annotation_changed(self) -> None:
        # What was written in other articles is said with their progress.
        if self.page is not None and self.desk.article is not None:
            self._found.refresh_article(self.desk.article.id)

    def _on_progress_changed(self, article: str) -> None:
        if self.page is not None:
            self._found.refresh_article(article)


class _Preparing:
    """The work of making the decisions on what is ticked."""

    def __init__(self, desk: Desk, found: Concordance, verdict: Verdict) -> None:
        self._path = desk.project.path
        self._annotator, self._scheme, self._verdict = desk.person, desk.scheme, verdict
        self.chosen, self._kept = found.chosen(), found.kept()

    def on(self, project: Project) -> Prepared:
        return prepared(project, self._annotator, self._scheme, self.chosen, kept=self._kept, verdict=self._verdict)

    def __call__(self, _progress: Progress) -> Prepared:
        with Project.beside(self._path) as project:
            return self.on(project)


def _index(project: Project, _progress: Progress) -> None:
    with Project.beside(project.path) as beside:
        concordance.catch_up(beside)


def _said(made: Prepared) -> str:
    parts = [
        (
            made.decided,
            QCoreApplication.translate("Concordance", "{count} decided in {articles} articles in one step. Ctrl+Z takes it back."),
        )
    ]
    parts += [
        (made.unchanged, QCoreApplication.translate("Concordance", "{count} needed nothing.")),
        (made.finished, QCoreApplication.translate("Concordance", "{count} stand in finished articles and were left.")),
        (made.refused, QCoreApplication.translate("Concordance", "{count} would overlap with a mark and were left.")),
    ]
    return " ".join(words.format(count=count, articles=len(made.articles)) for count, words in parts if count)
