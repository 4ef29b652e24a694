"""Rulings in the file, and the flags that ask for them."""

import sqlite3
from collections.abc import Iterable, Iterator
from typing import Any

from annotator.core.ruling import Ruling

_COLUMNS = 'article, start, "end", surface, label, question, answer, marked, "by", at, decision'
_PUT = f"INSERT OR REPLACE INTO ruling (id, {_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"  # noqa: S608
_ALL = f"SELECT {_COLUMNS} FROM ruling ORDER BY at, id"  # noqa: S608
_FLAGGED = """SELECT d.assignment, s.article, s.annotator, d.target FROM assignment AS s JOIN decision AS d ON d.assignment = s.id
    WHERE s.flags > 0 AND d.kind = 'flag' GROUP BY d.assignment, d.target ORDER BY min(d.id)"""


def put(connection: sqlite3.Connection, rulings: Iterable[Ruling]) -> None:
    """Store rulings; one that stands there already is given its new answer."""
    connection.executemany(_PUT, map(_row, rulings))


def everything(connection: sqlite3.Connection) -> list[Ruling]:
    """Return all rulings, oldest first."""
    return [_ruling(row) for row in connection.execute(_ALL)]


def flagged(connection: sqlite3.Connection) -> Iterator[tuple[str, str, str, str | None]]:
    """Yield (assignment, article, annotator, target) of what was ever flagged, in the order of asking; a target of None is the article."""
    yield from connection.execute(_FLAGGED)


def _row(r: Ruling) -> tuple[object, ...]:
    marked = None if r.marked is None else int(r.marked)
    return (r.id, r.article, r.start, r.end, r.surface, r.label, r.question, r.answer, marked, r.by, r.at, r.decision)


def _ruling(row: tuple[Any, ...]) -> Ruling:
    values = list(row)
    values[7] = None if row[7] is None else bool(row[7])
    return Ruling(*values)
