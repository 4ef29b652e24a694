"""What the card of the current span can say beyond the span itself: who proposed it, how often that was right, what rulings left out.

How often a source was right is counted over the whole project on a thread, some time after an article was opened, and never said where
the annotator works blind.
"""

import time
from collections.abc import Callable, Mapping
from functools import lru_cache, partial

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.core.errors import AnnotatorError
from annotator.core.span import Span
from annotator.project import evidence, linking
from annotator.project.evidence import LeftOut, Rule
from annotator.session.desk import Desk
from annotator.session.facts import Facts
from annotator.session.items import Item
from annotator.session.jobs import Job, Progress

_AFTER = 400
_NEAR = 30
_REMEMBERED = 512
# Counting a large ledger takes most of a second of a thread; it is not worth more than a fiftieth of the time.
_REST = 50


class Evidence(QObject):
    """Collects facts about spans of the project on the desk.

    Signals:
        changed: there is more to say about the current span.
        found: the spans of the open article that rulings left out, with the rulings by id.
        failed: why they could not be found.
    """

    changed = Signal()
    found = Signal(tuple, dict)
    failed = Signal(object)

    def __init__(self, desk: Desk, language: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._language = language
        self._tally: Mapping[str, tuple[int, int]] = {}
        self._left_out: tuple[LeftOut, ...] = ()
        self._patterns: Mapping[str, Rule] | None = None
        self._rulings: Mapping[str, Rule] | None = None
        self._finder: list[Callable[..., tuple[LeftOut, ...]]] = []
        self._jobs: list[Job] = []
        self._not_before = 0.0
        self._is_closed = False
        self._is_looking = False
        self._entry = lru_cache(_REMEMBERED)(partial(evidence.entry_of, desk.project))
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_AFTER)
        self._soon.timeout.connect(self._on_quiet)
        desk.article_changed.connect(self._on_article_changed)
        self._on_article_changed()

    @property
    def is_blind(self) -> bool:
        """Whether the open article is annotated without candidates, and nothing may be said of any."""
        return self._desk.opened is not None and self._desk.opened.is_blind

    def about(self, item: Item) -> Facts:
        """Return the facts about a span of the open article."""
        programme = linking.name_of(self._desk.project, item.programme) if item.programme is not None else ""
        candidate = item.candidate
        if candidate is None or self.is_blind:
            return Facts(programme=programme)
        kind, _, name = candidate.source.partition(":")
        sort, origin = self._entry(name, candidate.label) if kind == "lexicon" else ("", "")
        kept, decided = self._tally.get(candidate.source, (0, 0))
        rule = self.patterns.get(name) if kind == "pattern" else None
        return Facts(sort, origin, rule.examples if rule is not None else (), kept, decided, programme, self._beside(item))

    @property
    def patterns(self) -> Mapping[str, Rule]:
        """The project's patterns by id."""
        if self._patterns is None:
            self._patterns = evidence.rules(self._desk.project, "pattern", self._language)
        return self._patterns

    @property
    def rulings(self) -> Mapping[str, Rule]:
        """The project's vetoes by id."""
        if self._rulings is None:
            self._rulings = evidence.rules(self._desk.project, "veto", self._language)
        return self._rulings

    def look_for_left_out(self) -> None:
        """Find what rulings left out of the open article, on a thread; `found` brings it."""
        article = self._desk.article
        if article is None or self.is_blind or self._is_looking:
            return
        self._is_looking = True
        path, finder, text, breaks = self._desk.project.path, self._finder, article.text, article.layout.breaks

        def work(_: Progress) -> tuple[str, tuple[LeftOut, ...]]:
            if not finder:
                finder.append(evidence.left_out(path))
            return article.id, finder[0](text, breaks)

        self._run(work, self._on_left_out)

    def close(self) -> None:
        """Return when no thread is at work any more; what one still brings is not asked for."""
        self._is_closed = True
        self._soon.stop()
        for job in self._jobs:
            job.wait()
        self._jobs = []

    def _beside(self, item: Item) -> tuple[tuple[str, str], ...]:
        """Return what was left out close to a span, with the title of the ruling."""
        around = Span(max(0, item.start - _NEAR), item.end + _NEAR, item.label)
        near = (one for one in self._left_out if around.overlaps(Span(one.start, one.end, one.label)))
        return tuple(("".join(one.surface.split()), self._title(one.veto)) for one in near)

    def _title(self, veto: str) -> str:
        return self.rulings[veto].title if veto in self.rulings else veto

    def _run(self, work: Callable[[Progress], object], then: Callable[[object], None]) -> None:
        job = Job(work)
        job.succeeded.connect(then)
        job.failed.connect(self._on_failed)
        job.finished.connect(self._on_finished)
        self._jobs.append(job)
        job.begin()

    def _on_finished(self) -> None:
        for job in [job for job in self._jobs if job.isFinished()]:
            self._jobs.remove(job)
            job.deleteLater()

    def _on_article_changed(self) -> None:
        self._left_out = ()
        if not self.is_blind:
            self._soon.start()

    def _on_quiet(self) -> None:
        path = self._desk.project.path

        def work(_: Progress) -> tuple[dict[str, tuple[int, int]], float]:
            began = time.monotonic()
            return evidence.tally(path), time.monotonic() - began

        if not self._jobs and time.monotonic() >= self._not_before:
            self._run(work, self._on_counted)

    def _on_counted(self, result: object) -> None:
        if isinstance(result, tuple) and not self._is_closed:
            self._tally, took = result
            self._not_before = time.monotonic() + _REST * took
            self.changed.emit()

    def _on_left_out(self, result: object) -> None:
        self._is_looking = False
        article = self._desk.article if not self._is_closed else None
        if isinstance(result, tuple) and article is not None and result[0] == article.id:
            self._left_out = result[1]
            self.changed.emit()
            self.found.emit(self._left_out, dict(self.rulings))

    def _on_failed(self, error: object) -> None:
        self._is_looking = False
        if isinstance(error, AnnotatorError) and not self._is_closed:
            self.failed.emit(error)
