"""The figures of the dashboard: who did how much, which labels, what each source of candidates is worth, how long a decision takes."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import sqrt
from operator import itemgetter
from pathlib import Path
from typing import Any

from annotator.core.ids import annotator_id
from annotator.project.handing_out import owner_of
from annotator.project.workspace import Project
from annotator.store import dashboard, evidence, people

# The 97.5th percentile of the normal distribution, for intervals of 95 %.
_Z = 1.959964


@dataclass(frozen=True, slots=True)
class Scope:
    """Whose work is counted: that of `people` (ids; empty: everybody's) in `round` (empty: all rounds)."""

    people: tuple[str, ...] = ()
    round: str = ""


@dataclass(frozen=True, slots=True)
class Spread:
    """Quartiles of `n` times in seconds; of none, all are 0."""

    low: float = 0
    median: float = 0
    high: float = 0
    n: int = 0


@dataclass(frozen=True, slots=True)
class Day:
    """What one person did on one day (`YYYY-MM-DD`, local): decisions made by hand, and marks that stand because of them."""

    day: str
    decisions: int
    marks: int


@dataclass(frozen=True, slots=True)
class Person:
    """What one person has done: articles open and finished, decisions and marks as `annotator status` counts them, seconds on spans."""

    id: str
    name: str
    open: int
    finished: int
    decisions: int
    marks: int
    seconds: float
    days: tuple[Day, ...]
    pace: Spread

    @property
    def marks_per_day(self) -> float | None:
        """Marks for each day on which the person worked; None where there was none."""
        return self.marks / len(self.days) if self.days else None


@dataclass(frozen=True, slots=True)
class Source:
    """Of a source's candidates, how many were kept (relabelled and moved too) of those that were kept or rejected."""

    name: str
    kept: int
    decided: int

    @property
    def precision(self) -> float:
        """Kept of decided, 0 to 1."""
        return self.kept / self.decided


@dataclass(frozen=True, slots=True)
class Figures:
    """Everything the dashboard shows, as of one moment.

    `marks` are by label and person (id). `sources` begin with the one decided most. `names` are all people by id and `rounds` all
    rounds, whatever was counted; `owner` is the only person to choose in a task file, else empty.
    """

    scope: Scope
    people: tuple[Person, ...]
    marks: Mapping[str, Mapping[str, int]]
    sources: tuple[Source, ...]
    names: Mapping[str, str]
    rounds: tuple[str, ...]
    owner: str = ""


def figures(path: Path, scope: Scope) -> Figures:
    """Count over a connection of its own; reads the whole ledger, so it is work for a thread. A task file shows its owner alone.

    Raises:
        ProjectError: the file cannot be read.
    """
    with Project.open(path, write=False) as project, project.snapshot():
        connection = project.connection
        name = owner_of(project)
        owner = annotator_id(name) if name else ""
        rounds, names = tuple(dashboard.rounds(connection)), people.names(connection)
        counted = Scope((owner,), scope.round) if owner else scope
        dashboard.limit(connection, counted.people, counted.round)
        return Figures(
            counted,
            tuple(_people(project, names)),
            _marks(dashboard.marks(connection)),
            _sources(evidence.tally(connection)),
            {owner: names.get(owner, name or "")} if owner else names,
            rounds,
            owner,
        )


def wilson(kept: int, decided: int) -> tuple[float, float]:
    """Return the 95 % interval of a share (Wilson 1927), 0 to 1; of nothing it is everything."""
    if not decided:
        return 0.0, 1.0
    share, square = kept / decided, _Z * _Z
    middle = share + square / (2 * decided)
    half = _Z * sqrt(share * (1 - share) / decided + square / (4 * decided * decided))
    return max(0.0, (middle - half) / (1 + square / decided)), min(1.0, (middle + half) / (1 + square / decided))


def spread(times: Sequence[tuple[float, int]]) -> Spread:
    """Return the quartiles of times given ascending as `(seconds, how often)`: the least that so large a part does not exceed."""
    n = sum(count for _, count in times)
    return Spread(_at(times, 0.25 * n), _at(times, 0.5 * n), _at(times, 0.75 * n), n) if n else Spread()


def _at(times: Sequence[tuple[float, int]], rank: float) -> float:
    passed = 0
    for value, count in times:
        passed += count
        if passed >= rank:
            return value
    return times[-1][0]


def _people(project: Project, names: Mapping[str, str]) -> Iterable[Person]:
    connection = project.connection
    days = _by_person(dashboard.days(connection))
    marked = {(person, day): count for person, day, count in dashboard.marked_days(connection)}
    paces = _by_person(dashboard.seconds(connection))
    for person, is_open, finished, decisions, marks in sorted(dashboard.progress(connection), key=lambda row: names.get(row[0], "")):
        mine = days.get(person, [])
        yield Person(
            person,
            names.get(person, person),
            is_open,
            finished,
            decisions,
            marks,
            sum(seconds for _, _, _, seconds in mine),
            tuple(Day(day, count, marked.get((person, day), 0)) for _, day, count, _ in mine),
            spread([(time, count) for _, time, count in paces.get(person, [])]),
        )


def _by_person(rows: Iterable[tuple[Any, ...]]) -> dict[str, list[tuple[Any, ...]]]:
    return {person: list(mine) for person, mine in groupby(sorted(rows, key=itemgetter(0)), key=itemgetter(0))}


def _marks(rows: Iterable[tuple[str, str, int]]) -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = {}
    for label, person, count in rows:
        found.setdefault(label, {})[person] = count
    return found


def _sources(tally: evidence.Tally) -> tuple[Source, ...]:
    # `hand` is what people added: nobody proposed it.
    rows = (Source(name, kept, decided) for name, (kept, decided) in tally.items() if decided and name != "hand")
    return tuple(sorted(rows, key=lambda source: (-source.decided, source.name)))
