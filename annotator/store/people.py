"""Annotators and how far they are."""

import sqlite3
from dataclasses import dataclass

from annotator.core.ids import annotator_id, normalised_name


@dataclass(frozen=True, slots=True)
class Progress:
    """What one annotator has done: articles begun and not finished, finished, decisions and marks in the ledger now."""

    name: str
    open: int
    finished: int
    decisions: int
    marks: int


def add(connection: sqlite3.Connection, name: str) -> str:
    """Remember a person; return their id. The spelling used first stays."""
    person = annotator_id(name)
    connection.execute("INSERT OR IGNORE INTO annotator VALUES (?, ?)", (person, normalised_name(name)))
    return person


def names(connection: sqlite3.Connection) -> dict[str, str]:
    """Return every annotator's name by id."""
    return dict(connection.execute("SELECT id, name FROM annotator ORDER BY name"))


def progress(connection: sqlite3.Connection) -> list[Progress]:
    """Return every annotator's progress, by name."""
    rows = connection.execute(
        """SELECT n.name, coalesce(sum(s.id IS NOT NULL AND s.finished IS NULL), 0), coalesce(sum(s.finished IS NOT NULL), 0),
            coalesce(sum(s.decisions), 0), coalesce(sum(s.marks), 0)
        FROM annotator AS n LEFT JOIN assignment AS s ON s.annotator = n.id GROUP BY n.id ORDER BY n.name"""
    )
    return [Progress(*row) for row in rows]
