"""What adjudication reads of a project file: finished readings of a round, and the ledger of one adjudicator."""

import sqlite3
from collections.abc import Iterable
from typing import NamedTuple

from annotator.core.decision import Decision, Kind
from annotator.core.undo import LedgerRow
from annotator.store.projection import COLUMNS, decision_from

_SHARED = """SELECT article FROM assignment WHERE round = :round AND finished IS NOT NULL
    GROUP BY article HAVING count(DISTINCT annotator) > 1"""
_READS = f"""SELECT s.article, s.id, s.annotator FROM assignment AS s JOIN article AS a ON a.id = s.article
    WHERE s.round = :round AND s.finished IS NOT NULL AND s.article = coalesce(:article, s.article) AND s.article IN ({_SHARED})
    ORDER BY a.number, s.finished"""  # noqa: S608
_MARKS = """SELECT m.assignment, m.start, m."end", m.label, m.decided_by, m.source, m.score FROM mark AS m
    JOIN assignment AS s ON s.id = m.assignment
    WHERE s.round = :round AND s.finished IS NOT NULL AND s.article = coalesce(:article, s.article) ORDER BY m.decided_by"""
_ROUNDS = f"""SELECT s.round, count(DISTINCT s.article) FROM assignment AS s
    WHERE s.round <> :round AND s.finished IS NOT NULL AND s.article IN ({_SHARED.replace(":round", "s.round")})
    GROUP BY s.round ORDER BY s.round = 'main' DESC, min(s.finished) DESC"""  # noqa: S608
_MINE = "SELECT id FROM assignment WHERE annotator = :who AND round = :round AND article = coalesce(:article, article)"
_DECISIONS = f"SELECT {COLUMNS} FROM decision WHERE assignment IN ({_MINE}) ORDER BY id"  # noqa: S608
_STEP = f"SELECT {COLUMNS} FROM decision WHERE annotator = :who AND assignment IN ({_MINE}) AND step = :step AND here = 1 ORDER BY id"  # noqa: S608
_NEWEST_FIRST = f"""SELECT d.id, d.step, d.kind, d.retracts, r.kind, d.here FROM decision AS d
    LEFT JOIN decision AS r ON r.id = d.retracts WHERE d.annotator = :who AND d.assignment IN ({_MINE}) ORDER BY d.id DESC"""  # noqa: S608
_GOLD = """SELECT s.article, s.annotator, m.start, m."end", m.label, m.surface, m.decided_by FROM mark AS m
    JOIN assignment AS s ON s.id = m.assignment JOIN article AS a ON a.id = s.article
    WHERE s.round = :round AND s.finished IS NOT NULL AND s.annotator = coalesce(:who, s.annotator)
    ORDER BY a.number, m.start, m."end", m.label"""


class Read(NamedTuple):
    """A finished reading of an article that somebody else finished too, in the same round."""

    article: str
    assignment: str
    annotator: str


class Marked(NamedTuple):
    """A mark of a finished reading, and the decision that made it."""

    assignment: str
    start: int
    end: int
    label: str
    decision: str
    source: str | None
    score: float | None


class Settled(NamedTuple):
    """A mark of a finished adjudication."""

    article: str
    annotator: str
    start: int
    end: int
    label: str
    surface: str
    decision: str


def reads(connection: sqlite3.Connection, round_name: str, article: str | None = None) -> list[Read]:
    """Return who finished what in a round, by article number, where at least two people did."""
    return [Read._make(row) for row in connection.execute(_READS, {"round": round_name, "article": article})]


def marks(connection: sqlite3.Connection, round_name: str, article: str | None = None) -> list[Marked]:
    """Return the marks of all finished readings of a round, those decided first before the others."""
    return [Marked._make(row) for row in connection.execute(_MARKS, {"round": round_name, "article": article})]


def rounds(connection: sqlite3.Connection, *, but: str) -> dict[str, int]:
    """Return the rounds with articles that two people finished, and how many; `main` first, then the newest. `but` is left out."""
    return dict(connection.execute(_ROUNDS, {"round": but}).fetchall())


def decisions(connection: sqlite3.Connection, annotator: str, round_name: str, article: str | None = None) -> list[Decision]:
    """Return all that a person decided in a round (on one article), in the order of the ledger."""
    return [decision_from(row) for row in connection.execute(_DECISIONS, {"who": annotator, "round": round_name, "article": article})]


def step(connection: sqlite3.Connection, annotator: str, round_name: str, step_id: str) -> list[Decision]:
    """Return the decisions of one step of a person in a round."""
    return [
        decision_from(row) for row in connection.execute(_STEP, {"who": annotator, "round": round_name, "article": None, "step": step_id})
    ]


def newest_first(connection: sqlite3.Connection, annotator: str, round_name: str) -> Iterable[LedgerRow]:
    """Yield what undo needs to know of a person's decisions in a round, newest first."""
    return map(LedgerRow._make, connection.execute(_NEWEST_FIRST, {"who": annotator, "round": round_name, "article": None}))


def adjudicators(connection: sqlite3.Connection, round_name: str) -> set[str]:
    """Return the ids of everybody who has adjudicated."""
    query = "SELECT DISTINCT s.annotator FROM assignment AS s JOIN decision AS d ON d.assignment = s.id WHERE s.round = ? AND d.kind = ?"
    return {row[0] for row in connection.execute(query, (round_name, Kind.ADJUDICATE.value))}


def finished(connection: sqlite3.Connection, annotator: str, round_name: str) -> set[str]:
    """Return the articles that a person has finished in a round."""
    query = "SELECT article FROM assignment WHERE annotator = ? AND round = ? AND finished IS NOT NULL"
    return {row[0] for row in connection.execute(query, (annotator, round_name))}


def gold(connection: sqlite3.Connection, round_name: str, annotator: str | None = None) -> list[Settled]:
    """Return the marks of finished adjudications (of one person), by article number and in text order."""
    return [Settled._make(row) for row in connection.execute(_GOLD, {"round": round_name, "who": annotator})]


def settled(connection: sqlite3.Connection, round_name: str) -> set[str]:
    """Return the articles that anybody has finished in a round."""
    return {row[0] for row in connection.execute("SELECT article FROM assignment WHERE round = ? AND finished IS NOT NULL", (round_name,))}
