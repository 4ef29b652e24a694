"""The fold: what the ledger says now.

Decisions of one assignment are sorted by id. A decision is live unless a live `retract` of the same target names it. Per target
the last live decision on its span wins; link, note, flag and each code are decided by their own last live decision. Targets that are
neither a candidate nor made by a live `add` do nothing. Because a `retract` carries the target of what it takes back, every target
can be folded alone: changing one target never needs the decisions of another.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from annotator.core.attributes import said
from annotator.core.candidate import Candidate
from annotator.core.decision import Decision, Kind
from annotator.core.span import Span


class Status(StrEnum):
    """What a person's decisions made of a span."""

    OPEN = "open"
    ACCEPTED = "accepted"
    RELABELLED = "relabelled"
    MOVED = "moved"
    ADDED = "added"
    REJECTED = "rejected"
    SKIPPED = "skipped"


MARKS = frozenset({Status.ACCEPTED, Status.RELABELLED, Status.MOVED, Status.ADDED})
DECIDED = MARKS | {Status.REJECTED}

_SPAN_KINDS = frozenset({Kind.ACCEPT, Kind.RELABEL, Kind.MOVE, Kind.REJECT, Kind.SKIP, Kind.ADD, Kind.REMOVE, Kind.ADJUDICATE})
_MAKERS = frozenset({Kind.ADD, Kind.ADJUDICATE})


@dataclass(frozen=True, slots=True)
class State:
    """What one target is now. `decided_by` is the id of the decision that says so (None while it is open).

    `codes` are its attributes, id and answer, by id.
    """

    target: str
    status: Status
    start: int
    end: int
    label: str
    surface: str
    source: str | None = None
    score: float | None = None
    decided_by: str | None = None
    programme: str | None = None
    note: str | None = None
    flag: str | None = None
    codes: tuple[tuple[str, str], ...] = ()

    @property
    def span(self) -> Span:
        """The labelled range."""
        return Span(self.start, self.end, self.label)

    @property
    def is_mark(self) -> bool:
        """Whether the span counts as a mention."""
        return self.status in MARKS

    @property
    def is_decided(self) -> bool:
        """Whether the person has said yes or no."""
        return self.status in DECIDED


@dataclass(frozen=True, slots=True)
class ArticleState:
    """What the decisions on the article itself say. `finished_by` is the id of the live `finish`; `codes` are ids and answers, by id."""

    finished_by: str | None = None
    presentation: str | None = None
    note: str | None = None
    flag: str | None = None
    codes: tuple[tuple[str, str], ...] = ()

    @property
    def is_finished(self) -> bool:
        """Whether the person said they had read it all."""
        return self.finished_by is not None


@dataclass(frozen=True, slots=True)
class Annotation:
    """The fold of one assignment's decisions: the state of every target that was touched, and of the article."""

    states: Mapping[str, State]
    article: ArticleState

    def marks(self) -> tuple[State, ...]:
        """Return the mentions in text order; of identical (start, end, label) the one decided first."""
        first: dict[Span, State] = {}
        for state in sorted(self.states.values(), key=_by_decision):
            if state.is_mark:
                first.setdefault(state.span, state)
        return tuple(sorted(first.values(), key=lambda s: (s.start, s.end, s.label)))

    def overlaps(self) -> tuple[tuple[State, State], ...]:
        """Return the pairs of marks that share characters, in text order."""
        pairs: list[tuple[State, State]] = []
        reaching: list[State] = []
        for mark in self.marks():
            reaching = [earlier for earlier in reaching if earlier.end > mark.start]
            pairs.extend((earlier, mark) for earlier in reaching)
            reaching.append(mark)
        return tuple(pairs)

    def with_states(self, states: Mapping[str, State | None], article: ArticleState) -> "Annotation":
        """Return the annotation after the targets in `states` have become what stands there (None: untouched again)."""
        merged = dict(self.states)
        for target, state in states.items():
            if state is None:
                merged.pop(target, None)
            else:
                merged[target] = state
        return Annotation(merged, article)


EMPTY = Annotation({}, ArticleState())


def fold(decisions: Iterable[Decision], candidates: Mapping[str, Candidate]) -> Annotation:
    """Return what `decisions` of one assignment say, in whatever order and however often they are given."""
    by_target: dict[str | None, list[Decision]] = {}
    for decision in sorted({d.id: d for d in decisions}.values(), key=lambda d: d.id):
        by_target.setdefault(decision.target, []).append(decision)
    article = fold_article(by_target.pop(None, ()))
    states = (fold_target(str(target), rows, candidates.get(str(target))) for target, rows in by_target.items())
    return Annotation({state.target: state for state in states if state is not None}, article)


def fold_target(target: str, rows: Sequence[Decision], candidate: Candidate | None) -> State | None:
    """Return what `rows` (of `target` alone, sorted by id) make of it; None if it is unknown or untouched."""
    alive = live(rows)
    base = _base(target, alive, candidate)
    if base is None:
        return None
    state = _with_span(base, alive, candidate)
    if state is None:
        return None
    programme, note, flag = (_last(alive, kind) for kind in (Kind.LINK, Kind.NOTE, Kind.FLAG))
    codes = _codes(alive)
    if codes or not (programme is note is flag is None):
        state = replace(state, programme=programme, note=note, flag=flag, codes=codes)
    return None if state == base else state


def fold_article(rows: Sequence[Decision]) -> ArticleState:
    """Return what `rows` (without target, sorted by id) say of the article."""
    alive = live(rows)
    end = next((d for d in reversed(alive) if d.kind in {Kind.FINISH, Kind.REOPEN}), None)
    finished = end if end is not None and end.kind is Kind.FINISH else None
    return ArticleState(
        finished_by=finished.id if finished else None,
        presentation=finished.value if finished else None,
        note=_last(alive, Kind.NOTE),
        flag=_last(alive, Kind.FLAG),
        codes=_codes(alive),
    )


def live(rows: Sequence[Decision]) -> list[Decision]:
    """Return the rows (sorted by id) that no live retract takes back, without the retracts."""
    dead: set[str] = set()
    alive = []
    for row in reversed(rows):
        if row.id in dead:
            continue
        if row.kind is Kind.RETRACT:
            dead.add(row.retracts or "")
        else:
            alive.append(row)
    alive.reverse()
    return alive


def _base(target: str, alive: Sequence[Decision], candidate: Candidate | None) -> State | None:
    if candidate is not None:
        return State(
            target,
            Status.OPEN,
            candidate.start,
            candidate.end,
            candidate.label,
            candidate.surface,
            candidate.source,
            candidate.score,
        )
    maker = next((d for d in alive if d.id == target and d.kind in _MAKERS), None)
    if maker is None:
        return None
    return State(target, Status.OPEN, maker.start or 0, maker.end or 0, maker.label or "", maker.surface or "", maker.source, maker.score)


def _with_span(base: State, alive: Sequence[Decision], candidate: Candidate | None) -> State | None:
    last = next((d for d in reversed(alive) if d.kind in _SPAN_KINDS), None)
    if last is None:
        return base
    if last.kind is Kind.REMOVE:
        return base if candidate is not None else None
    if last.kind is Kind.REJECT or (last.kind is Kind.ADJUDICATE and last.label is None):
        return replace(base, status=Status.REJECTED, decided_by=last.id)
    if last.kind is Kind.SKIP:
        return replace(base, status=Status.SKIPPED, decided_by=last.id)
    span = Span(
        last.start if last.start is not None else base.start,
        last.end if last.end is not None else base.end,
        last.label or base.label,
    )
    return replace(
        base,
        status=_status(span, candidate),
        start=span.start,
        end=span.end,
        label=span.label,
        surface=last.surface if last.surface is not None else base.surface,
        decided_by=last.id,
    )


def _status(result: Span, candidate: Candidate | None) -> Status:
    if candidate is None:
        return Status.ADDED
    if result.label != candidate.label:
        return Status.RELABELLED
    return Status.ACCEPTED if (result.start, result.end) == (candidate.start, candidate.end) else Status.MOVED


def _last(alive: Sequence[Decision], kind: Kind) -> str | None:
    return next((d.value for d in reversed(alive) if d.kind is kind), None)


def _codes(alive: Sequence[Decision]) -> tuple[tuple[str, str], ...]:
    answers = dict(said(row.value) for row in alive if row.kind is Kind.CODE)
    return tuple(sorted((name, answer) for name, answer in answers.items() if answer)) if answers else ()


def _by_decision(state: State) -> str:
    return state.decided_by or ""
