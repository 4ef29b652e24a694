"""Tasks: assignments that somebody gave out, beside those that came about silently when a person began to read.

A task is a row of `assignment` that `task` names too. Whether a project works by tasks is whether it has any.
"""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from annotator.core.decision import Assignment, Condition

_SELECT = """SELECT t.assignment, t.article, t.annotator, t.round, s.condition, t.handed_out, s.decisions, s.finished IS NOT NULL
    FROM task AS t JOIN assignment AS s ON s.id = t.assignment"""


@dataclass(frozen=True, slots=True)
class Task:
    """One article given to one person, when it went out in a file, and how far it is in this file."""

    assignment: Assignment
    handed_out: str | None
    decisions: int
    is_finished: bool


def of_round(connection: sqlite3.Connection, round_name: str) -> list[Task]:
    """Return all tasks of a round, in the order of giving."""
    return [_task(row) for row in connection.execute(f"{_SELECT} WHERE t.round = ? ORDER BY t.position", (round_name,))]


def of_person(connection: sqlite3.Connection, annotator: str, *, round_name: str | None = None) -> list[Task]:
    """Return a person's tasks (of one round) in the order of giving."""
    where = "WHERE t.annotator = ? AND t.round = coalesce(?, t.round) ORDER BY t.position"
    return [_task(row) for row in connection.execute(f"{_SELECT} {where}", (annotator, round_name))]


def current_round(connection: sqlite3.Connection, annotator: str) -> str | None:
    """Return the round in which a person works now: that of the first task given and not finished, else of the last one.

    None where nothing was ever given to them: they may read what they like, in assignments that are made silently.
    """
    of = "SELECT t.round FROM task AS t JOIN assignment AS s ON s.id = t.assignment WHERE t.annotator = ?"
    row = connection.execute(f"{of} AND s.finished IS NULL ORDER BY t.position LIMIT 1", (annotator,)).fetchone()
    row = row or connection.execute(f"{of} ORDER BY t.position DESC LIMIT 1", (annotator,)).fetchone()
    return None if row is None else str(row[0])


def assigned(connection: sqlite3.Connection, annotator: str) -> dict[str, Assignment] | None:
    """Return what a person is to read now, by article: their tasks of the current round; None where nothing was ever given to them."""
    current = current_round(connection, annotator)
    if current is None:
        return None
    return {task.assignment.article: task.assignment for task in of_person(connection, annotator, round_name=current)}


def on_article(connection: sqlite3.Connection, annotator: str, article: str) -> Assignment | None:
    """Return a person's task on an article in their current round, or None."""
    current = current_round(connection, annotator)
    row = connection.execute(f"{_SELECT} WHERE t.annotator = ? AND t.round = ? AND t.article = ?", (annotator, current, article)).fetchone()
    return None if row is None else _task(row).assignment


def is_given(connection: sqlite3.Connection, annotator: str) -> bool:
    """Say whether anything was ever given to a person; else they may read what they like."""
    return connection.execute("SELECT 1 FROM task WHERE annotator = ? LIMIT 1", (annotator,)).fetchone() is not None


def people(connection: sqlite3.Connection) -> list[str]:
    """Return the ids of everybody who was given anything."""
    return [row[0] for row in connection.execute("SELECT DISTINCT annotator FROM task ORDER BY annotator")]


def put(connection: sqlite3.Connection, assignments: Iterable[Assignment], at: str) -> int:
    """Give out assignments that are not tasks yet, in this order; return how many there were."""
    rows = list(assignments)
    (last,) = connection.execute("SELECT coalesce(max(position), 0) FROM task").fetchone()
    connection.executemany(
        "INSERT OR IGNORE INTO assignment (id, article, annotator, round, condition) VALUES (?, ?, ?, ?, ?)",
        ((a.id, a.article, a.annotator, a.round, a.condition) for a in rows),
    )
    before = connection.total_changes
    connection.executemany(
        "INSERT INTO task VALUES (?, ?, ?, ?, ?, ?, NULL) ON CONFLICT (assignment) DO NOTHING",
        ((a.id, a.article, a.annotator, a.round, last + i, at) for i, a in enumerate(rows, 1)),
    )
    return connection.total_changes - before


def take_back(connection: sqlite3.Connection, assignments: Iterable[str]) -> None:
    """Take tasks back that nobody has begun (ids of assignments); what was begun stays."""
    ids = [{"id": assignment} for assignment in assignments]
    begun = "EXISTS (SELECT 1 FROM decision WHERE decision.assignment = :id)"
    connection.executemany(f"DELETE FROM task WHERE assignment = :id AND NOT {begun}", ids)  # noqa: S608
    connection.executemany(f"DELETE FROM assignment WHERE id = :id AND NOT {begun}", ids)  # noqa: S608


def went_out(connection: sqlite3.Connection, assignments: Iterable[str], at: str) -> None:
    """Remember that tasks (ids of assignments) went out in a file."""
    connection.executemany("UPDATE task SET handed_out = ? WHERE assignment = ?", ((at, assignment) for assignment in assignments))


def _task(row: tuple[str, str, str, str, str, str | None, int, int]) -> Task:
    return Task(Assignment(row[0], row[1], row[2], row[3], Condition(row[4])), row[5], row[6], bool(row[7]))
