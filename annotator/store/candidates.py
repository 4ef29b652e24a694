"""Candidates and presentations: what the program proposes, and what exactly was on screen."""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any

from annotator.core.candidate import Candidate, Proposal
from annotator.core.ids import candidate_id, content_id

_COLUMNS = 'id, start, "end", label, surface, sources, score, reason'
_PUT = """INSERT INTO candidate (id, article, start, "end", label, surface, sources, score, reason, active)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 1)
    ON CONFLICT (id) DO UPDATE SET sources = excluded.sources, score = excluded.score, reason = excluded.reason, active = 1"""
# Decisions are found through the article's assignments: the index on them spares a scan of the whole ledger for every candidate.
_REFERENCED = """SELECT 1 FROM assignment AS s JOIN decision AS d ON d.assignment = s.id AND d.target = candidate.id
    WHERE s.article = candidate.article
    UNION ALL SELECT 1 FROM presentation WHERE presentation.article = candidate.article"""


def replace(connection: sqlite3.Connection, article: str, proposals: Iterable[Proposal]) -> int:
    """Make `proposals` the article's candidates; return how many there are.

    A candidate that somebody decided on is kept inactive instead of deleted, and so is every one of an article that has a presentation.
    Of identical spans the last stays.
    """
    spans = {candidate_id(article, p.start, p.end, p.label): p for p in proposals}
    rows = [(candidate, article, p.start, p.end, p.label, p.surface, _json(p.sources), p.score, p.reason) for candidate, p in spans.items()]
    if connection.execute("SELECT candidates FROM article WHERE id = ?", (article,)).fetchone()[0]:
        _retire(connection, article)
    connection.executemany(_PUT, rows)
    connection.execute("UPDATE article SET candidates = ? WHERE id = ?", (len(rows), article))
    return len(rows)


def by_id(connection: sqlite3.Connection, candidate: str, *, article: str | None = None) -> Candidate | None:
    """Return one candidate, active or not; with `article`, only if it is that article's."""
    row = connection.execute(
        f"SELECT {_COLUMNS} FROM candidate WHERE id = ?1 AND article = coalesce(?2, article)",  # noqa: S608
        (candidate, article),
    ).fetchone()
    return None if row is None else _candidate(row)


def of_article(connection: sqlite3.Connection, article: str, *, inactive: bool = False) -> list[Candidate]:
    """Return an article's candidates in text order, longer ones first; with `inactive`, also those no longer proposed."""
    rows = connection.execute(
        f'SELECT {_COLUMNS} FROM candidate WHERE article = ? AND active >= ? ORDER BY start, "end" DESC, label',  # noqa: S608
        (article, 0 if inactive else 1),
    )
    return [_candidate(row) for row in rows]


def active_ids(connection: sqlite3.Connection, article: str) -> frozenset[str]:
    """Return the ids of the candidates that are proposed now."""
    return frozenset(row[0] for row in connection.execute("SELECT id FROM candidate WHERE article = ? AND active = 1", (article,)))


def each(connection: sqlite3.Connection, *, inactive: bool = False) -> Iterator[tuple[str, list[Candidate]]]:
    """Yield `(article id, its candidates in text order)` by article number, for the articles that have any."""
    rows = connection.execute(
        f"""SELECT a.id, c.id, c.start, c."end", c.label, c.surface, c.sources, c.score, c.reason
        FROM article AS a JOIN candidate AS c ON c.article = a.id WHERE c.active >= {0 if inactive else 1}
        ORDER BY a.number, c.start, c."end" DESC, c.label"""  # noqa: S608
    )
    for article, group in groupby(rows, key=itemgetter(0)):
        yield article, [_candidate(row[1:]) for row in group]


def remember_presentation(connection: sqlite3.Connection, article: str, shown: Sequence[str]) -> str:
    """Store which candidates were on screen; return the presentation's id, the hash of just that."""
    ordered = sorted(shown)
    presentation = content_id("presentation", article, *ordered)
    connection.execute("INSERT OR IGNORE INTO presentation VALUES (?, ?, ?)", (presentation, article, _json(ordered)))
    return presentation


def _retire(connection: sqlite3.Connection, article: str) -> None:
    connection.execute(f"UPDATE candidate SET active = 0 WHERE article = ? AND EXISTS ({_REFERENCED})", (article,))  # noqa: S608
    connection.execute(f"DELETE FROM candidate WHERE article = ? AND NOT EXISTS ({_REFERENCED})", (article,))  # noqa: S608


def _candidate(row: Sequence[Any]) -> Candidate:
    return Candidate(row[0], row[1], row[2], row[3], row[4], tuple(json.loads(row[5])), row[6], row[7])


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
