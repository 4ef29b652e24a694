"""The history of one annotator in one file: the steps of the ledger, newest first, read page by page."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import groupby
from operator import attrgetter

from annotator.core.decision import Cause, Kind
from annotator.project.workspace import Project
from annotator.session.desk import Desk
from annotator.store.history import NEWEST, HistoryRow, page
from annotator.store.ledger import Written
from annotator.store.transaction import transaction

PAGE = 200
Rows = Callable[[str, int], Sequence[HistoryRow]]


@dataclass(frozen=True, slots=True)
class Step:
    """One action of a person, told by its first decision.

    `count` is how many decisions it wrote by itself, `repeats` how many more on the same words printed again. `was_label` and
    `was_surface` are what a relabel or a move changed. `at` is UTC, ISO 8601.
    """

    id: str
    kind: Kind
    cause: Cause | None
    article: str
    number: int
    target: str | None
    start: int | None
    label: str | None
    surface: str
    value: str | None
    was_label: str | None
    was_surface: str | None
    count: int
    repeats: int
    at: str
    is_undone: bool


@dataclass(frozen=True, slots=True)
class Past:
    """The steps read so far. `before` is where reading goes on, `dead` what the undo rows seen so far take back."""

    steps: tuple[Step, ...] = ()
    before: str = NEWEST
    dead: frozenset[str] = frozenset()
    is_whole: bool = False


def further(past: Past, rows_before: Rows, *, size: int = PAGE) -> Past:
    """Return `past` with at least one step more, if there is one; about `size` rows are read at a time.

    A step is never cut in two: what may go on in the next page is left for it.
    """
    while not past.is_whole:
        rows = rows_before(past.before, size)
        is_whole = len(rows) < size
        kept = rows if is_whole else _without_last_step(rows)
        if not kept and not is_whole:
            # One step is longer than a page.
            size *= 2
            continue
        dead = set(past.dead)
        steps = tuple(_steps(kept, dead))
        past = Past((*past.steps, *steps), kept[-1].id if kept else past.before, frozenset(dead), is_whole)
        if steps:
            break
    return past


def again(past: Past, rows_before: Rows, *, size: int = PAGE) -> Past:
    """Read as many steps anew as `past` holds, at least a page."""
    return further(Past(), rows_before, size=max(size, len(past.steps) + size // 2))


def rows_of(desk: Desk) -> Rows:
    """Return what reads the rows of the annotator at `desk`."""

    def rows_before(before: str, limit: int) -> Sequence[HistoryRow]:
        return page(desk.project.connection, desk.person, before=before, limit=limit)

    return rows_before


def go_back_to(desk: Desk, steps: Sequence[Step], chosen: Step) -> int:
    """Undo every step after `chosen`, or redo up to it where it is undone, each by a step of its own; return how many.

    `steps` are the newest steps down to `chosen`, newest first. All is written durably or nothing. The caller has asked `may_write`.
    """
    at = next((i for i, step in enumerate(steps) if step.id == chosen.id), None)
    if at is None:
        return 0
    if steps[at].is_undone:
        written = _redo_until(desk.project, desk.person, chosen.id)
    else:
        written = _undo(desk.project, desk.person, sum(not step.is_undone for step in steps[:at]))
    desk.travel(written)
    return len(written)


def _undo(project: Project, person: str, count: int) -> list[Written]:
    with transaction(project.connection):
        return [written for _ in range(count) if (written := project.ledger.undo(person)) is not None]


def _redo_until(project: Project, person: str, step: str) -> list[Written]:
    """Redo step by step until `step` counts again; where it cannot be reached, because work was done since, nothing is written."""
    done: list[Written] = []
    with suppress(_OutOfReachError), transaction(project.connection):
        while (written := project.ledger.redo(person)) is not None:
            done.append(written)
            if step in _redone(project, written):
                return done
        raise _OutOfReachError
    return []


class _OutOfReachError(Exception):
    """Rolls back what was redone on the way."""


def _redone(project: Project, written: Written) -> set[str]:
    """Return the steps that count again after a redo: each of its rows names an undo row, which names the decision."""
    query = "SELECT d.step FROM decision AS u JOIN decision AS d ON d.id = u.retracts WHERE u.id = ?"
    return {str(row[0]) for decision in written.decisions for row in project.connection.execute(query, (decision.retracts,))}


def _without_last_step(rows: Sequence[HistoryRow]) -> Sequence[HistoryRow]:
    last = rows[-1].step
    return rows[: next(i for i, row in enumerate(rows) if row.step == last)]


def _steps(rows: Iterable[HistoryRow], dead: set[str]) -> Iterator[Step]:
    """Yield the steps made in this file; `dead` learns what undo rows take back, and redo rows give back."""
    for _, some in groupby(rows, key=attrgetter("step")):
        of_step = list(some)
        for row in of_step:
            if row.kind == Kind.RETRACT and row.id not in dead and row.retracts is not None:
                dead.add(row.retracts)
        if of_step[0].kind != Kind.RETRACT and of_step[0].here:
            yield _step(of_step, is_undone=all(row.id in dead for row in of_step))


def _step(newest_first: Sequence[HistoryRow], *, is_undone: bool) -> Step:
    own = [row for row in reversed(newest_first) if row.cause != Cause.REPEAT] or list(reversed(newest_first))
    first, last = own[0], own[-1] if own[0].kind == Kind.MOVE else own[0]
    step = Step(
        id=first.step,
        kind=Kind(first.kind),
        cause=next((Cause(row.cause) for row in own if row.cause), None),
        article=first.article,
        number=first.number,
        target=first.target,
        start=last.start,
        label=last.label,
        surface=last.surface or "",
        value=last.value,
        was_label=first.was_label,
        was_surface=first.was_surface,
        count=len({row.target for row in own}),
        repeats=len({row.target for row in newest_first if row.cause == Cause.REPEAT}),
        at=last.at,
        is_undone=is_undone,
    )
    return replace(step, surface="".join(step.surface.split("\n")))
