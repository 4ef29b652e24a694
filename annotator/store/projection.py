"""The projection: `mark` and the counters of `assignment`, as the fold of a whole assignment's decisions says they are.

A key press brings one target up to date (`ledger`); work that comes in bulk, from a merge or an import, is folded here once for each
assignment.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, fields
from functools import lru_cache
from operator import attrgetter
from typing import Any

from annotator.core.candidate import Candidate
from annotator.core.decision import Cause, Condition, Decision, Kind
from annotator.core.fold import State, Status, fold_article, fold_target

COLUMNS = ", ".join('"end"' if field.name == "end" else field.name for field in fields(Decision))
row_of = attrgetter(*(field.name for field in fields(Decision)))

MARK_COLUMNS = 'assignment, target, article, start, "end", label, surface, status, source, score, programme, decided_by'
PUT_MARK = f"""INSERT INTO mark ({MARK_COLUMNS})
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (assignment, target) DO UPDATE SET start = excluded.start,
    "end" = excluded."end", label = excluded.label, surface = excluded.surface, status = excluded.status, source = excluded.source,
    score = excluded.score, programme = excluded.programme, decided_by = excluded.decided_by"""  # noqa: S608
_OF_ASSIGNMENT = f"SELECT {COLUMNS} FROM decision WHERE assignment = ? ORDER BY id"  # noqa: S608
_COUNT = "UPDATE assignment SET decisions = ?, decided = ?, marks = ?, flags = ?, finished = ? WHERE id = ?"

# Looking a word up is faster than asking the enumeration for it.
_KINDS = {kind.value: kind for kind in Kind}
_CONDITIONS = {condition.value: condition for condition in Condition}
_CAUSES: dict[str | None, Cause | None] = {None: None, **{cause.value: cause for cause in Cause}}

_KNOWN = """SELECT c.id, c.start, c."end", c.label, c.surface, c.sources, c.score
    FROM article AS a JOIN candidate AS c ON c.article = a.number WHERE a.id = ?"""

_ROOM_KIB = 131_072

Row = tuple[object, ...]


@dataclass(slots=True)
class _Sum:
    """What an assignment's decisions come to."""

    marks: list[Row] = field(default_factory=list)
    decided: int = 0
    flags: int = 0
    finished: str | None = None


def decision_from(row: Sequence[Any]) -> Decision:
    """Return the decision that stands in a row of `COLUMNS`."""
    values = list(row)
    values[4], values[13], values[16] = _KINDS[row[4]], _CONDITIONS[row[13]], _CAUSES[row[16]]
    return Decision(*values)


def mark_row(assignment: str, article: str, state: State) -> Row:
    """Return the row of `mark` that a state that counts as a mention has."""
    return (
        assignment,
        state.target,
        article,
        state.start,
        state.end,
        state.label,
        state.surface,
        state.status.value,
        state.source,
        state.score,
        state.programme,
        state.decided_by,
    )


def decisions_of(connection: sqlite3.Connection, assignment: str) -> Iterator[Decision]:
    """Yield the decisions of an assignment in the order of the ledger."""
    return map(decision_from, connection.execute(_OF_ASSIGNMENT, (assignment,)))


def rebuild(connection: sqlite3.Connection, assignment: str) -> None:
    """Write `mark` and the counters of an assignment from what the ledger holds."""
    project(connection, assignment, decisions_of(connection, assignment))


def project(connection: sqlite3.Connection, assignment: str, decisions: Iterable[Decision]) -> None:
    """Write `mark` and the counters of an assignment from all of its `decisions`, given in the order of the ledger."""
    rows: dict[str | None, list[Decision]] = {}
    count = 0
    for decision in decisions:
        rows.setdefault(decision.target, []).append(decision)
        count += 1
    found = _summed(assignment, rows, _candidates(connection, rows))
    connection.execute("DELETE FROM mark WHERE assignment = ?", (assignment,))
    connection.executemany(PUT_MARK, found.marks)
    connection.execute(_COUNT, (count, found.decided, len(found.marks), found.flags, found.finished, assignment))


@contextmanager
def roomy(connection: sqlite3.Connection) -> Iterator[None]:
    """Give SQLite more memory while a block writes in bulk: rows go all over the indexes, and the usual 2 MB are soon full."""
    (usual,) = connection.execute("PRAGMA cache_size").fetchone()
    connection.execute(f"PRAGMA cache_size = -{_ROOM_KIB}")
    try:
        yield
    finally:
        connection.execute(f"PRAGMA cache_size = {usual}")


def _summed(assignment: str, rows: dict[str | None, list[Decision]], known: dict[str, Candidate]) -> _Sum:
    found = _Sum()
    for target, of_target in rows.items():
        if target is None:
            of_article = fold_article(of_target)
            found.finished = of_article.finished_by
            found.flags += of_article.flag is not None
            continue
        c = known.get(target)
        if len(of_target) == 1 and (plain := _plain(of_target[0], c)) is not None:
            # Most of what comes in bulk is this; its fold is the row itself.
            found.marks += [(assignment, *plain)] if plain else []
            found.decided += 1
            continue
        state = fold_target(target, of_target, c)
        if state is not None:
            found.decided += state.is_decided
            found.flags += state.flag is not None
            found.marks += [mark_row(assignment, of_target[0].article, state)] if state.is_mark else []
    return found


def _plain(d: Decision, c: Candidate | None) -> Row | None:
    """Return the mark that a lone `add`, or a lone `accept` of a candidate as it stands, makes; empty for a lone `reject`, else None."""
    if c is None:
        is_its_own = d.kind is Kind.ADD and d.target == d.id
        row = (d.id, d.article, d.start, d.end, d.label, d.surface, Status.ADDED.value, d.source, d.score, None, d.id)
        return row if is_its_own else None
    if d.kind is Kind.REJECT:
        return ()
    if d.kind is Kind.ACCEPT and (d.start, d.end, d.label, d.surface) == (c.start, c.end, c.label, c.surface):
        return (c.id, d.article, c.start, c.end, c.label, c.surface, Status.ACCEPTED.value, c.source, c.score, None, d.id)
    return None


def _is_lone_add(of_target: Sequence[Decision]) -> bool:
    first = of_target[0]
    return len(of_target) == 1 and first.kind is Kind.ADD and first.target == first.id


def _candidates(connection: sqlite3.Connection, rows: dict[str | None, list[Decision]]) -> dict[str, Candidate]:
    """Return the candidates of the article by id, or nothing where no decision is about one."""
    article = next((r[0].article for target, r in rows.items() if target is not None and not _is_lone_add(r)), None)
    if article is None:
        return {}
    found = connection.execute(_KNOWN, (article,))
    return {c: Candidate(c, start, end, label, surface, _sources(listed), score) for c, start, end, label, surface, listed, score in found}


@lru_cache(maxsize=4096)
def _sources(listed: str) -> tuple[str, ...]:
    # The same few lists stand in most candidates.
    return tuple(json.loads(listed))
