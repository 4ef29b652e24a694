"""What a merge writes beside decisions: candidates that people saw and the project proposes no longer, and what was on screen."""

import json
import sqlite3
from collections.abc import Iterable, Sequence

from annotator.core.candidate import Candidate
from annotator.core.errors import ProjectError
from annotator.store.projection import COLUMNS, rebuild

_A_QUERY = 500
_OF_ARTICLE = "SELECT id FROM candidate WHERE article = (SELECT number FROM article WHERE id = ?)"
_PUT = """INSERT INTO candidate (article, id, start, "end", label, surface, sources, score, reason, active)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0)
    ON CONFLICT DO UPDATE SET sources = excluded.sources, score = excluded.score, reason = excluded.reason"""


def known(connection: sqlite3.Connection, ids: Sequence[str]) -> dict[str, tuple[object, ...]]:
    """Return the rows of the decisions with these ids that the project has, whosesoever they are."""
    found: dict[str, tuple[object, ...]] = {}
    for at in range(0, len(ids), _A_QUERY):
        some = ids[at : at + _A_QUERY]
        holes = ", ".join("?" for _ in some)
        for row in connection.execute(f"SELECT {COLUMNS} FROM decision WHERE id IN ({holes})", some):  # noqa: S608
            found[row[0]] = row
    return found


def proposed(connection: sqlite3.Connection, article: str) -> set[str]:
    """Return the ids of the candidates that the project proposes now for an article."""
    return {row[0] for row in connection.execute(f"{_OF_ARTICLE} AND active = 1", (article,))}


def ever_proposed(connection: sqlite3.Connection, article: str) -> set[str]:
    """Return the ids of all candidates that the project has for an article."""
    return {row[0] for row in connection.execute(_OF_ARTICLE, (article,))}


def add_candidates(connection: sqlite3.Connection, article: str, brought: Iterable[Candidate]) -> None:
    """Add candidates that the project does not propose, inactive, and fold again the tasks that speak of them.

    Of one that is there and inactive with other sources, the greater (score, sources, reason) stays, so that the order in which files
    are merged does not matter.
    """
    (number,) = connection.execute("SELECT number FROM article WHERE id = ?", (article,)).fetchone()
    there = _there(connection, number)
    new = [c for c in brought if c.id not in there or ((old := there[c.id]) is not None and _said(c) > old)]
    if new:
        connection.executemany(_PUT, ((number, c.id, c.start, c.end, c.label, c.surface, _json(c.sources), c.score, c.reason) for c in new))
        _fold_again(connection, article, {c.id for c in new})


def add_presentations(connection: sqlite3.Connection, brought: Iterable[tuple[str, str, tuple[str, ...]]]) -> None:
    """Remember what was on screen elsewhere: id, article and candidates, which the project knows."""
    rows = ((presentation, article, _json(shown)) for presentation, article, shown in brought)
    connection.executemany("INSERT OR IGNORE INTO presentation VALUES (?, ?, ?)", rows)


def text_alone(connection: sqlite3.Connection, article: str) -> str:
    """Return an article's text. In bulk the rest of it (breaks, repeats, paragraphs) costs more to read.

    Raises:
        ProjectError: there is no such article.
    """
    row = connection.execute(
        "SELECT a.segments, p.text FROM article AS a JOIN page AS p ON p.id = a.page WHERE a.id = ?", (article,)
    ).fetchone()
    if row is None:
        raise ProjectError("There is no article {article} in this project.", article=article)
    return "".join(row[1][start : start + length] for _, start, length in json.loads(row[0]))


def _there(connection: sqlite3.Connection, number: int) -> dict[str, tuple[float, str, str] | None]:
    """Return what inactive candidates say of themselves, by id; None for those that are proposed now."""
    rows = connection.execute("SELECT id, active, score, sources, reason FROM candidate WHERE article = ?", (number,))
    return {row[0]: None if row[1] else (row[2], row[3], row[4]) for row in rows}


def _said(candidate: Candidate) -> tuple[float, str, str]:
    return candidate.score, _json(candidate.sources), candidate.reason


def _fold_again(connection: sqlite3.Connection, article: str, changed: set[str]) -> None:
    rows = connection.execute(
        "SELECT DISTINCT d.assignment, d.target FROM assignment AS s JOIN decision AS d ON d.assignment = s.id WHERE s.article = ?",
        (article,),
    )
    for assignment in sorted({assignment for assignment, target in rows if target in changed}):
        rebuild(connection, assignment)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
