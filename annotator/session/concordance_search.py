"""A search through the project that shows its first results at once and finds the others between two key presses.

It runs in slices on the thread of the window: nothing has to be stopped or handed over when the next character is typed.
"""

import time
from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.project import concordance
from annotator.project.workspace import Project
from annotator.session.concordance import Caution, Cut, Hit, Sort, Standing, Wanted, caution, cuts_word, hits, in_order, is_enough, standing
from annotator.session.finding import normalised

MOST = 20_000
_SLICE = 0.008
_FIRST = 0.03


class Concordance(QObject):
    """The occurrences of a query, which of them are shown in which order, and which are ticked. Kept while the project is open.

    `hits` are all that were found, in the order of the project; `shown` are numbers of hits, in the order of the rows.

    Signals:
        reset: other rows are shown, or in another order.
        grown: rows were added at the end (how many there were before).
        updated: what stands at the rows changed, or which are ticked.
        finished: everything was found.
    """

    reset = Signal()
    grown = Signal(int)
    updated = Signal()
    finished = Signal()

    def __init__(self, project: Project, annotator: str, cut: Cut, parent: QObject | None = None) -> None:
        """Search `project` as the annotator (an id) sees it; `cut` finds word boundaries, from when `know_words` was called."""
        super().__init__(parent)
        self._project = project
        self._annotator = annotator
        self._cut = cut
        self._knows_words = False
        self._known: dict[int, Standing] = {}
        self._cuts: dict[int, bool] = {}
        self._numbers: dict[str, int] = {}
        self._work: Iterator[None] = iter(())
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._on_timeout)
        self.query = ""
        self.hits: list[Hit] = []
        self.shown: list[int] = []
        self.ticked: set[int] = set()
        self.current = -1
        self.sort = Sort.PLACE
        self.wanted = Wanted()
        self.articles = 0
        self.is_searching = False
        self.is_cut_short = False

    def ask(self, query: str, *, is_asked: bool = False) -> None:
        """Look for `query`; one character is answered only if it `is_asked` for."""
        self.query = query
        self._clear()
        if is_enough(query, is_asked=is_asked):
            numbers = concordance.articles_with(self._project, normalised(query).lower())
            self.is_searching = True
            self._work = self._searched(numbers, query)
        self.reset.emit()
        self._go_on(_FIRST)

    def clear(self) -> None:
        """Forget what was found."""
        self.query = ""
        self._clear()
        self.reset.emit()

    def _clear(self) -> None:
        self._timer.stop()
        self._work = iter(())
        self.hits, self.shown, self.ticked, self.current = [], [], set(), -1
        self._known, self._cuts, self._numbers = {}, {}, {}
        self.articles, self.is_searching, self.is_cut_short = 0, False, False

    def know_words(self) -> None:
        """The dictionary is loaded: occurrences that cut a word are known from now on."""
        self._knows_words = True
        self._look_on()

    # What is shown

    def sort_by(self, sort: Sort) -> None:
        """Sort the rows; the current one stays the current one."""
        self.sort = sort
        self._arrange()

    def want(self, wanted: Wanted) -> None:
        """Show only these; ticks of what is hidden go."""
        self.wanted = wanted
        self._arrange()
        self.ticked &= set(self.shown)
        self.updated.emit()

    def sources(self) -> list[str]:
        """Return the files in which the words were found, in order."""
        return sorted({hit.file for hit in self.hits})

    def standing(self, at: int) -> Standing:
        """Return what stands in the article of a hit; looked up when it is first asked for."""
        hit = self.hits[at]
        known = self._known.get(hit.number)
        if known is None:
            known = self._known[hit.number] = standing(self._project, self._annotator, hit.number, hit.article)
        return known

    def caution(self, at: int) -> Caution:
        """Return why a hit is not ticked with all others, as far as it is known."""
        return caution(self.hits[at], self.standing(at), cuts_word=self._cuts.get(at, False))

    def refresh(self) -> None:
        """Look again at what stands in the articles: something was decided."""
        self._known = {}
        self.updated.emit()

    def refresh_article(self, article: str) -> None:
        """Look again at what stands in one article (an id)."""
        number = self._numbers.get(article)
        if number is not None and self._known.pop(number, None) is not None:
            self.updated.emit()

    # Ticks

    def tick(self, at: int) -> None:
        """Tick a hit, or take its tick away; in finished articles nothing is ticked."""
        if self.caution(at) is not Caution.FINISHED:
            self.ticked ^= {at}
            self.updated.emit()

    def tick_all(self) -> None:
        """Tick every row that is free of doubt; what is decided only where the rows are those of one state. All ticked: none."""
        if self._knows_words:
            for at in self.shown:
                self._look_at_words(at)
        allowed = {Caution.NONE, Caution.DECIDED} if self.wanted.state else {Caution.NONE}
        free = {at for at in self.shown if self.caution(at) in allowed}
        self.ticked = set() if free <= self.ticked else self.ticked | free
        self.updated.emit()

    def untick(self) -> None:
        """Take all ticks away."""
        self.ticked = set()
        self.updated.emit()

    def chosen(self) -> dict[str, list[tuple[int, int]]]:
        """Return the places that are ticked, by article."""
        return self._by_article(sorted(self.ticked))

    def kept(self) -> dict[str, list[tuple[int, int]]]:
        """Return the places that are shown and not ticked, in the articles of those that are; repeats follow their original."""
        articles = {self.hits[at].article for at in self.ticked}
        left = (at for at in self.shown if at not in self.ticked and not self.hits[at].is_repeat)
        return self._by_article([at for at in left if self.hits[at].article in articles])

    def _by_article(self, some: list[int]) -> dict[str, list[tuple[int, int]]]:
        found: dict[str, list[tuple[int, int]]] = {}
        for at in some:
            found.setdefault(self.hits[at].article, []).append((self.hits[at].start, self.hits[at].end))
        return found

    # The work

    def _searched(self, numbers: Iterator[int], query: str) -> Iterator[None]:
        for of_article in hits(concordance.texts(self._project, numbers), query):
            if of_article:
                self._take(of_article)
            yield
            if len(self.hits) >= MOST:
                self.is_cut_short = True
                break
        self.is_searching = False
        if self.sort is not Sort.PLACE:
            self._arrange()
        self.finished.emit()
        yield from self._looked()

    def _take(self, found: list[Hit]) -> None:
        first, before = len(self.hits), len(self.shown)
        self.hits += found
        self._numbers[found[0].article] = found[0].number
        self.articles += 1
        new = [at for at in range(first, len(self.hits)) if self._is_wanted(at)]
        if new:
            self.shown += new
            self.grown.emit(before)

    def _looked(self) -> Iterator[None]:
        """Look what stands everywhere and which occurrences cut words, while nothing else is to be done."""
        for at in range(len(self.hits)):
            if self.hits[at].number not in self._known:
                self.standing(at)
                yield
            if self._knows_words and at not in self._cuts:
                self._look_at_words(at)
                yield
        self.updated.emit()

    def _look_on(self) -> None:
        if not self.is_searching and self.hits:
            self._work = self._looked()
            self._timer.start()

    def _look_at_words(self, at: int) -> None:
        if at not in self._cuts:
            self._cuts[at] = cuts_word(self.hits[at], self._cut)

    def _on_timeout(self) -> None:
        self._go_on(_SLICE)

    def _go_on(self, seconds: float) -> None:
        until = time.perf_counter() + seconds
        for _ in self._work:
            if time.perf_counter() > until:
                self._timer.start()
                return
        self._timer.stop()

    def finish_searching(self) -> None:
        """Do all that is left at once."""
        for _ in self._work:
            pass
        self._timer.stop()

    def _arrange(self) -> None:
        self.shown = in_order(self.hits, (at for at in range(len(self.hits)) if self._is_wanted(at)), self.sort)
        self.reset.emit()

    def _is_wanted(self, at: int) -> bool:
        if not self.wanted.needs_standing:
            return self.wanted.fits(self.hits[at], None)
        return self.wanted.fits(self.hits[at], self.standing(at))
