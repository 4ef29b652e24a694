"""What an adjudicator decides, written as steps: rows of kind `adjudicate` in their own assignment, never in anybody else's.

A verdict takes the place of what was ruled before on the same characters (`remove`). When nothing of an article is open any more its gold
is finished in the same step; late work reopens it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from annotator.core.decision import Assignment, Cause, Draft, Kind
from annotator.core.errors import InputError
from annotator.core.ids import assignment_id
from annotator.core.scheme import Scheme
from annotator.core.span import Span
from annotator.core.undo import LedgerRow, step_to_redo, step_to_undo
from annotator.project.adjudicating import Case, Docket, has_others, queue
from annotator.project.adjudicating_verdicts import Basis, Spans, Verdict, taken_back, written
from annotator.project.rounds import GOLD
from annotator.project.workspace import Project
from annotator.store import adjudications
from annotator.store.ledger import Written

_CAUSES = {Basis.UNANIMOUS: Cause.MERGE, Basis.MAJORITY: Cause.REST, Basis.RULED: None}
Drafts = list[tuple[Assignment, list[Draft]]]


@dataclass(frozen=True, slots=True)
class How:
    """How a verdict came about: what it rests on, why, what wrote it, and how long it was looked at."""

    basis: Basis = Basis.RULED
    reasons: tuple[str, ...] = ()
    cause: Cause | None = None
    seconds: float | None = None


@dataclass(frozen=True, slots=True)
class Court:
    """Who adjudicates (id) which round."""

    adjudicator: str
    round: str

    def assignment(self, article: str) -> Assignment:
        """Return the adjudicator's assignment on an article."""
        of = (article, self.adjudicator, GOLD)
        return Assignment(assignment_id(*of, "shown"), *of)


def decide(project: Project, court: Court, docket: Docket, case: Case, spans: Spans, how: How = How()) -> Written:  # noqa: PLR0917 (what is ruled, where, by whom)
    """Rule that `spans` (none: nothing) count in a case; the same cluster in a repeat of the paragraph is ruled with it. One step.

    Raises:
        InputError: the project is read-only, a span lies outside the case's article, or the scheme forbids two of them to overlap.
    """
    _check(project, docket, case, spans)
    ruled = [(case, spans), *_repeated(docket, case, spans)]
    again = replace(how, cause=Cause.REPEAT, seconds=None)
    drafts = [draft for at, (one, its) in enumerate(ruled) for draft in _drafts(court, docket, one, its, again if at else how)]
    if not docket.is_settled and {c.id for c in docket.open} <= {c.id for c, _ in ruled}:
        drafts.append(Draft(Kind.FINISH))
    return _append(project, [(court.assignment(docket.article.id), drafts)])


def decide_all(project: Project, court: Court, dockets: Iterable[Docket], basis: Basis) -> int:
    """Rule all open cases that everybody (or more than half) marked alike, as one step; return how many.

    Raises:
        InputError: the project is read-only.
    """
    _writable(project)
    found = [(docket, [case for case in docket.open if case.basis is basis]) for docket in dockets]
    return _decide_all(project, court, [(docket, cases) for docket, cases in found if cases], basis)


def settle(project: Project, court: Court, dockets: Sequence[Docket]) -> int:
    """Bring gold up to what is there now, as one step; return how many unanimous cases were merged.

    Unanimous cases are merged unless that was taken back before; what was ruled by counting heads and does not hold any more is
    removed; articles in which nothing is open are finished, and finished ones in which something is open are reopened.
    """
    if project.file.read_only:
        return 0
    found = [(docket, _mergeable(project, court, docket)) for docket in dockets]
    drafts: Drafts = []
    for docket, cases in found:
        of_article = [draft for case in cases for draft in _unanimous(court, docket, case)]
        stale = {r for case in docket.open for r in case.old if case not in cases and r.basis is not Basis.RULED and r.round == court.round}
        of_article += [_removed(target) for verdict in sorted(stale, key=lambda r: r.start) for target in verdict.targets]
        is_done = len(cases) + sum(map(_is_gone, docket.open)) == len(docket.open)
        if is_done is not docket.is_settled:
            of_article.append(Draft(Kind.FINISH if is_done else Kind.REOPEN, cause=Cause.MERGE))
        drafts += [(court.assignment(docket.article.id), of_article)] if of_article else []
    if drafts:
        _append(project, drafts)
    return sum(len(cases) for _, cases in found)


@dataclass(frozen=True, slots=True)
class Opened:
    """The queue when somebody sits down to it: `merged` cases were merged just now; `is_anothers` where somebody else adjudicates."""

    dockets: tuple[Docket, ...]
    merged: int = 0
    is_anothers: bool = False


def opened(project: Project, court: Court) -> Opened:
    """Settle a round and return its queue; where somebody else adjudicates nothing is written.

    A thousand articles take seconds: not for the thread that paints.
    """
    dockets = queue(project, court.adjudicator, court.round) if court.round else ()
    if has_others(project, court.adjudicator):
        return Opened(dockets, is_anothers=True)
    before = project.connection.total_changes
    merged = settle(project, court, dockets)
    changed = project.connection.total_changes > before
    return Opened(queue(project, court.adjudicator, court.round) if changed else dockets, merged)


def say(project: Project, court: Court, docket: Docket, case: Case, draft: Draft) -> Written:
    """Flag or note a case, whether it is ruled or not; `draft` says which and what (None takes it back)."""
    _writable(project)
    start, end = case.cluster.start, case.cluster.end
    placed = replace(draft, target=case.id, start=start, end=end, surface=docket.article.text[start:end])
    return _append(project, [(court.assignment(docket.article.id), [placed])])


def undo(project: Project, court: Court) -> Written | None:
    """Take the newest step of the adjudication back; what the person annotated stays as it is. None where nothing is left."""
    _writable(project)
    return _retract(project, court, step_to_undo(_rows(project, court)))


def redo(project: Project, court: Court) -> Written | None:
    """Do again what `undo` took back; None where there is nothing."""
    _writable(project)
    return _retract(project, court, step_to_redo(_rows(project, court)))


def _rows(project: Project, court: Court) -> Iterable[LedgerRow]:
    return adjudications.newest_first(project.connection, court.adjudicator, GOLD)


def _retract(project: Project, court: Court, step: str | None) -> Written | None:
    if step is None:
        return None
    by_article: dict[str, list[Draft]] = {}
    for row in adjudications.step(project.connection, court.adjudicator, GOLD, step):
        by_article.setdefault(row.article, []).append(Draft(Kind.RETRACT, target=row.target, retracts=row.id))
    return _append(project, [(court.assignment(article), drafts) for article, drafts in by_article.items()])


def _decide_all(project: Project, court: Court, found: Sequence[tuple[Docket, Sequence[Case]]], basis: Basis) -> int:
    drafts: Drafts = []
    for docket, cases in found:
        of_article: list[Draft] = []
        for case in cases:
            spans = case.majority if basis is Basis.MAJORITY else _agreed(case)
            of_article += _drafts(court, docket, case, spans or (), How(basis, cause=_CAUSES[basis]))
        if len(cases) == len(docket.open) and not docket.is_settled:
            of_article.append(Draft(Kind.FINISH, cause=_CAUSES[basis]))
        drafts.append((court.assignment(docket.article.id), of_article))
    if drafts:
        _append(project, drafts)
    return sum(len(cases) for _, cases in found)


def _mergeable(project: Project, court: Court, docket: Docket) -> list[Case]:
    """Return the open unanimous cases, without those whose merging was taken back or replaced, or that a verdict touches."""
    found = [case for case in docket.open if case.is_unanimous and not any(r.basis is Basis.RULED for r in case.old)]
    if not found:
        return []
    gone = taken_back(adjudications.decisions(project.connection, court.adjudicator, GOLD, docket.article.id))
    return [case for case in found if case.fingerprint(Basis.UNANIMOUS) not in gone]


def _is_gone(case: Case) -> bool:
    """Say whether nobody marks anything in a case any more, and nobody ever looked at it."""
    return not any(case.cluster.marks.values()) and all(verdict.basis is not Basis.RULED for verdict in case.old)


def _unanimous(court: Court, docket: Docket, case: Case) -> list[Draft]:
    return _drafts(court, docket, case, _agreed(case), How(Basis.UNANIMOUS, cause=Cause.MERGE))


def _agreed(case: Case) -> Spans:
    return next(iter(case.cluster.marks.values()))


def _drafts(court: Court, docket: Docket, case: Case, spans: Spans, how: How) -> list[Draft]:
    """Return the rows of one verdict: what it takes the place of, then one row a span, or one that says that nothing is here."""
    cluster = case.cluster
    seen, text = case.fingerprint(how.basis), docket.article.text
    verdict = Verdict(cluster.article, (), cluster.start, cluster.end, spans, how.basis, seen, (), how.reasons, court.round)
    before = [case.verdict] if case.verdict is not None else []
    drafts = [_removed(target) for old in (*before, *case.old) for target in old.targets]
    for span in spans or (Span(cluster.start, cluster.end, ""),):
        like = _like(case, span if spans else None)
        drafts.append(
            Draft(
                Kind.ADJUDICATE,
                start=span.start,
                end=span.end,
                label=span.label or None,
                surface=text[span.start : span.end],
                source=next((mark.source for mark in like if mark.source), "adjudicated"),
                score=next((mark.score for mark in like if mark.source), None),
                value=written(verdict, [mark.decision for mark in like]),
                cause=how.cause,
                seconds=how.seconds,
            )
        )
    return drafts


def _like(case: Case, span: Span | None) -> list[adjudications.Marked]:
    """Return the marks that a verdict agrees with; whoever marked nothing made no decision to be named."""
    return [mark for (_, marked), mark in case.made_by.items() if marked == span]


def _removed(target: str) -> Draft:
    return Draft(Kind.REMOVE, target=target)


def _repeated(docket: Docket, case: Case, spans: Spans) -> list[tuple[Case, Spans]]:
    """Return the open cases in which the same people marked the same in a paragraph of this article that is printed again."""
    found = []
    for repeat in docket.article.layout.repeats:
        by = repeat.start - repeat.of_start
        start, end = case.cluster.start + by, case.cluster.end + by
        if repeat.of_article is not None or start < repeat.start or end > repeat.end:
            continue
        other = next((c for c in docket.open if (c.cluster.start, c.cluster.end) == (start, end)), None)
        moved = tuple(Span(span.start + by, span.end + by, span.label) for span in spans)
        if other is not None and _shifted(case.cluster.marks, by) == dict(other.cluster.marks):
            text = docket.article.text
            if all(text[m.start : m.end] == text[s.start : s.end] for m, s in zip(moved, spans, strict=True)):
                found.append((other, moved))
    return found


def _shifted(marks: Mapping[str, Spans], by: int) -> dict[str, Spans]:
    return {person: tuple(Span(s.start + by, s.end + by, s.label) for s in spans) for person, spans in marks.items()}


def _check(project: Project, docket: Docket, case: Case, spans: Spans) -> None:
    _writable(project)
    scheme: Scheme = project.scheme()
    length = len(docket.article.text)
    if any(not 0 <= span.start < span.end <= length or scheme.label(span.label) is None for span in spans):
        raise InputError("What is ruled must be spans of {article} with labels of the scheme.", article=docket.article.name)
    others = [s for c in docket.cases if c.verdict is not None and c.id != case.id for s in c.verdict.spans]
    for at, span in enumerate(spans):
        if any(span.overlaps(other) and not scheme.overlap.allows(span, other) for other in (*spans[:at], *others)):
            raise InputError("The scheme does not allow these to overlap. Choose one of them, or another range.")


def _writable(project: Project) -> None:
    if project.file.read_only:
        raise InputError("This project is open read-only here. Nothing is written.")


def _append(project: Project, drafts: Drafts) -> Written:
    first, *elsewhere = drafts
    version = project.scheme().version
    return project.ledger.append(first[0], first[1], scheme_version=version, elsewhere=elsewhere)
