"""What becomes of imported lines: new articles, and their spans as candidates or as somebody's finished annotation.

Many articles are written at once; what waits is a few megabytes however long the file is.
"""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import replace

from typing_extensions import override

from annotator.core.candidate import Proposal
from annotator.core.decision import Assignment, Cause, Decision, Draft, Kind, decision_of
from annotator.core.ids import assignment_id
from annotator.project.annotating import MAIN_ROUND, person
from annotator.project.workspace import Project, now
from annotator.store import arriving, candidates
from annotator.store.arriving import Arrival, Reading, imported_id
from annotator.store.articles import FileRecord

# So many articles are written at once: in an annotation the rows of more of them go to fewer places of the ledger.
_AT_ONCE = 1_000


class Keeping(ABC):
    """Keeps what a file brings until it is written; `flush` comes last."""

    def __init__(self, project: Project, record: FileRecord) -> None:
        """Write to `project` what the file called `record` brings."""
        self._project = project
        self._record = record
        self._at = now()
        self._arrivals: dict[str, Arrival] = {}

    def is_waiting(self, article: str | None) -> bool:
        """Say whether an article is new and not stored yet."""
        return article in self._arrivals

    @abstractmethod
    def arrive(self, arrival: Arrival, spans: Sequence[Proposal] | None) -> int:
        """Keep a new article, and its spans if its line has any; return how many new spans were written meanwhile."""

    @abstractmethod
    def add(self, article: str, spans: Sequence[Proposal]) -> int:
        """Keep spans of an article that is stored or waits; return how many new ones were written meanwhile."""

    def flush(self) -> int:
        """Write what waits; return how many new spans that were."""
        arrivals, self._arrivals = list(self._arrivals.values()), {}
        return arriving.add_pages(self._project.connection, arrivals, self._record, self._at) if arrivals else 0


class Candidates(Keeping):
    """Makes spans candidates of an article, beside those it has."""

    @override
    def arrive(self, arrival: Arrival, spans: Sequence[Proposal] | None) -> int:
        self._arrivals[arrival.article] = replace(arrival, proposals=spans or ())
        return self.flush() if len(self._arrivals) >= _AT_ONCE else 0

    @override
    def add(self, article: str, spans: Sequence[Proposal]) -> int:
        connection = self._project.connection
        written = self.flush() if self.is_waiting(article) else 0
        known = {
            (c.start, c.end, c.label): Proposal(c.start, c.end, c.label, c.surface, c.sources, c.score, c.reason)
            for c in candidates.of_article(connection, article)
        }
        before = len(known)
        for span in spans:
            old = known.setdefault((span.start, span.end, span.label), span)
            if span.sources[0] not in old.sources:
                known[span.start, span.end, span.label] = replace(old, sources=(*old.sources, *span.sources))
        return written + candidates.replace(connection, article, known.values()) - before


class Annotation(Keeping):
    """Makes spans the finished annotation of a person."""

    def __init__(self, project: Project, record: FileRecord, by: str) -> None:
        """Remember the person called `by`."""
        super().__init__(project, record)
        self._annotator = person(project, by)
        self._version = project.scheme().version
        self._readings: dict[str, Reading] = {}

    @override
    def arrive(self, arrival: Arrival, spans: Sequence[Proposal] | None) -> int:
        self._arrivals[arrival.article] = arrival
        if spans is not None:
            return self.add(arrival.article, spans)
        return self.flush() if len(self._arrivals) >= _AT_ONCE else 0

    @override
    def add(self, article: str, spans: Sequence[Proposal]) -> int:
        made = assignment_id(article, self._annotator, MAIN_ROUND, "shown")
        known = self._readings.get(made)
        every = spans if known is None else [*known.spans, *spans]
        self._readings[made] = Reading(Assignment(made, article, self._annotator), every)
        return self.flush() if len(self._readings) >= _AT_ONCE else 0

    @override
    def flush(self) -> int:
        super().flush()
        connection = self._project.connection
        readings, self._readings = list(self._readings.values()), {}
        begun: list[Reading] = []
        fresh: list[Reading] = []
        for reading in readings:
            (begun if arriving.is_begun(connection, reading.assignment.id) else fresh).append(reading)
        return arriving.add_readings(connection, fresh, scheme_version=self._version, at=self._at) + self._united(begun)

    def _united(self, begun: Sequence[Reading]) -> int:
        """Add spans to annotations of which the ledger holds something; return how many are new."""
        if not begun:
            return 0
        ledger = self._project.ledger
        rows = [row for reading in begun for row in self._decisions(reading)]
        known = {decision.id for reading in begun for decision in ledger.decisions(reading.assignment.id)}
        ledger.union([reading.assignment for reading in begun], rows)
        return len({row.id for row in rows if row.kind is Kind.ADD} - known)

    def _decisions(self, reading: Reading) -> list[Decision]:
        drafts = [
            Draft(Kind.ADD, start=s.start, end=s.end, label=s.label, surface=s.surface, source=s.sources[0], cause=Cause.IMPORT)
            for s in dict.fromkeys(reading.spans)
        ]
        return [self._imported(reading.assignment, draft) for draft in (*drafts, Draft(Kind.FINISH, cause=Cause.IMPORT))]

    def _imported(self, assignment: Assignment, draft: Draft) -> Decision:
        """Ids come from assignment and span, so importing twice adds nothing."""
        made = imported_id(assignment.id, draft.kind, draft.start, draft.end, draft.label)
        return decision_of(draft, assignment, decision_id=made, step=made, scheme_version=self._version, at=self._at)
