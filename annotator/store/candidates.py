"""Candidates and presentations: what the program proposes, and what exactly was on screen."""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from itertools import groupby
from math import log2
from operator import itemgetter
from typing import Any

from annotator.core.candidate import Candidate, Proposal
from annotator.core.ids import content_id

_COLUMNS = 'c.id, c.start, c."end", c.label, c.surface, c.sources, c.score, c.reason, c.trust'
# As long as every id of content (core.ids).
_ID_DIGITS = len(content_id())
_NUMBER = "(SELECT number FROM article WHERE id = ?)"
_PUT = """INSERT INTO candidate (article, id, start, "end", label, surface, sources, score, trust, reason, active)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)
    ON CONFLICT DO UPDATE SET
        sources = excluded.sources, score = excluded.score, trust = excluded.trust, reason = excluded.reason, active = 1"""


@dataclass(frozen=True, slots=True)
class Scored:
    """A proposal with the trust of its source, where its score was learned."""

    proposal: Proposal
    trust: float | None = None


def replace(connection: sqlite3.Connection, article: str, proposals: Iterable[Proposal | Scored], *, stamp: str = "") -> int:
    """Make `proposals` the article's candidates, computed from what `stamp` names; return how many there are.

    A candidate that somebody decided on is kept inactive instead of deleted, and so is every one of an article that has a presentation.
    Of identical spans the last stays.
    """
    number, had = connection.execute("SELECT number, candidates FROM article WHERE id = ?", (article,)).fetchone()
    given = [one if isinstance(one, Scored) else Scored(one) for one in proposals]
    spans = dict(zip(_ids(article, (scored.proposal for scored in given)), given, strict=True))
    if had:
        _retire(connection, article, number)
    connection.executemany(_PUT, (_row(number, candidate, scored) for candidate, scored in spans.items()))
    doubt = doubt_of(scored.proposal.score for scored in spans.values())
    connection.execute("UPDATE article SET candidates = ?, doubt = ?, stamp = ? WHERE number = ?", (len(spans), doubt, stamp, number))
    return len(spans)


def keyed(article: str, proposals: Sequence[Proposal]) -> dict[str, Proposal]:
    """Return `proposals` of an article by the ids of the candidates that they are; of identical spans the last stays."""
    return dict(zip(_ids(article, proposals), proposals, strict=True))


def rows(number: int, proposals: Mapping[str, Proposal]) -> Iterator[tuple[object, ...]]:
    """Yield the rows of an article that has no candidates yet, in the order of the table's key: its number, id, start and so on."""
    for candidate in sorted(proposals):
        p = proposals[candidate]
        yield (number, candidate, p.start, p.end, p.label, p.surface, _listed(p.sources), p.score, None, p.reason)


def doubt_of(scores: Iterable[float]) -> float:
    """Return the mean binary entropy (bits, 0 to 1) of candidates with these scores: 1 where every one may as well be wrong.

    Uncertainty sampling by entropy (Settles 2009, Active Learning Literature Survey, 3.1), a mean so that long articles do not win.
    """
    entropies = [-(p * log2(p) + (1 - p) * log2(1 - p)) if 0 < p < 1 else 0.0 for p in scores]
    return sum(entropies) / len(entropies) if entropies else 0.0


def stamps(connection: sqlite3.Connection) -> list[tuple[str, str]]:
    """Return every article's id and what its candidates were computed from, by number."""
    return connection.execute("SELECT id, stamp FROM article ORDER BY number").fetchall()


def by_id(connection: sqlite3.Connection, candidate: str, *, article: str) -> Candidate | None:
    """Return one candidate of an article, active or not."""
    row = connection.execute(
        f"SELECT {_COLUMNS} FROM candidate AS c WHERE c.article = {_NUMBER} AND c.id = ?",  # noqa: S608
        (article, candidate),
    ).fetchone()
    return None if row is None else _candidate(row)


def of_article(connection: sqlite3.Connection, article: str, *, inactive: bool = False) -> list[Candidate]:
    """Return an article's candidates in text order, longer ones first; with `inactive`, also those no longer proposed."""
    rows = connection.execute(
        f'SELECT {_COLUMNS} FROM candidate AS c WHERE c.article = {_NUMBER} AND c.active >= ? ORDER BY c.start, c."end" DESC, c.label',  # noqa: S608
        (article, 0 if inactive else 1),
    )
    return [_candidate(row) for row in rows]


def active_ids(connection: sqlite3.Connection, article: str) -> frozenset[str]:
    """Return the ids of the candidates that are proposed now."""
    rows = connection.execute(f"SELECT id FROM candidate WHERE article = {_NUMBER} AND active = 1", (article,))  # noqa: S608
    return frozenset(row[0] for row in rows)


def each(connection: sqlite3.Connection, *, inactive: bool = False) -> Iterator[tuple[str, list[Candidate]]]:
    """Yield `(article id, its candidates in text order)` by article number, for the articles that have any."""
    rows = connection.execute(
        f"""SELECT a.id, {_COLUMNS} FROM article AS a JOIN candidate AS c ON c.article = a.number
        WHERE c.active >= {0 if inactive else 1} ORDER BY a.number, c.start, c."end" DESC, c.label"""  # noqa: S608
    )
    for article, group in groupby(rows, key=itemgetter(0)):
        yield article, [_candidate(row[1:]) for row in group]


def remember_presentation(connection: sqlite3.Connection, article: str, shown: Sequence[str]) -> str:
    """Store which candidates were on screen; return the presentation's id, the hash of just that."""
    ordered = sorted(shown)
    presentation = content_id("presentation", article, *ordered)
    connection.execute("INSERT OR IGNORE INTO presentation VALUES (?, ?, ?)", (presentation, article, _json(ordered)))
    return presentation


def _retire(connection: sqlite3.Connection, article: str, number: int) -> None:
    """Take back what was proposed; what somebody saw or decided stays, as something that was once proposed."""
    (was_shown,) = connection.execute("SELECT EXISTS (SELECT 1 FROM presentation WHERE article = ?)", (article,)).fetchone()
    connection.execute("UPDATE candidate SET active = 0 WHERE article = ?", (number,))
    if not was_shown:
        # Decisions are found through the article's assignments: the index on them spares a scan of the whole ledger.
        connection.execute(
            """DELETE FROM candidate WHERE article = ? AND id NOT IN (
                SELECT d.target FROM assignment AS s JOIN decision AS d ON d.assignment = s.id
                WHERE s.article = ? AND d.target IS NOT NULL)""",
            (number, article),
        )


def _ids(article: str, proposals: Iterable[Proposal]) -> Iterator[str]:
    """Yield what `candidate_id` says of each, in a third of the time: there are millions."""
    prefix = f"candidate\x1f{article}\x1f"
    for p in proposals:
        yield sha256(f"{prefix}{p.start}\x1f{p.end}\x1f{p.label}".encode()).hexdigest()[:_ID_DIGITS]


def _row(number: int, candidate: str, scored: Scored) -> tuple[object, ...]:
    p = scored.proposal
    return (number, candidate, p.start, p.end, p.label, p.surface, _listed(p.sources), p.score, scored.trust, p.reason)


def _candidate(row: Sequence[Any]) -> Candidate:
    return Candidate(row[0], row[1], row[2], row[3], row[4], _sources(row[5]), row[6], row[7], row[8])


# The same few lists stand in most candidates.
@lru_cache(maxsize=4096)
def _sources(listed: str) -> tuple[str, ...]:
    return tuple(json.loads(listed))


@lru_cache(maxsize=4096)
def _listed(sources: tuple[str, ...]) -> str:
    return _json(sources)


_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
