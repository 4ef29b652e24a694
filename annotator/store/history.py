"""One person's rows of the ledger, newest first, with what a sentence about them needs."""

import sqlite3
from typing import NamedTuple

# The key that no row has: everything stands before it.
NEWEST = "g"

# What the span was before: the last decision on it that still counted (an undo names it, and no redo names that undo).
_BEFORE = """(SELECT b.{column} FROM decision AS b WHERE b.assignment = d.assignment AND b.target = d.target AND b.id < d.id
    AND b.kind IN ('accept', 'relabel', 'move', 'add', 'adjudicate') AND b.{column} IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM decision AS u WHERE u.assignment = b.assignment AND u.target = b.target AND u.retracts = b.id
        AND NOT EXISTS (SELECT 1 FROM decision AS r WHERE r.assignment = u.assignment AND r.target = u.target AND r.retracts = u.id))
    ORDER BY b.id DESC LIMIT 1)"""
_WAS = ", ".join(
    f"CASE WHEN d.kind IN ('relabel', 'move') THEN coalesce({_BEFORE.format(column=column)}, c.{column}) END"
    for column in ("label", "surface")
)
_PAGE = f"""SELECT d.id, d.step, d.kind, d.target, d.start, d.label, coalesce(d.surface, m.surface, c.surface), d.cause, d.retracts,
        d.value, d.at, d.here, d.article, a.number, {_WAS}
    FROM decision AS d LEFT JOIN article AS a ON a.id = d.article
    LEFT JOIN candidate AS c ON c.article = a.number AND c.id = d.target
    LEFT JOIN decision AS m ON m.id = d.target
    WHERE d.annotator = ? AND d.id < ? ORDER BY d.id DESC LIMIT ?"""  # noqa: S608


class HistoryRow(NamedTuple):
    """One decision. `surface` is that of its span, `was_label` and `was_surface` what they were before a relabel or a move."""

    id: str
    step: str
    kind: str
    target: str | None
    start: int | None
    label: str | None
    surface: str | None
    cause: str | None
    retracts: str | None
    value: str | None
    at: str
    here: int
    article: str
    number: int
    was_label: str | None
    was_surface: str | None


def page(connection: sqlite3.Connection, annotator: str, *, before: str = NEWEST, limit: int) -> list[HistoryRow]:
    """Return the annotator's rows older than the decision `before`, newest first, at most `limit`."""
    return [HistoryRow._make(row) for row in connection.execute(_PAGE, (annotator, before, limit))]
