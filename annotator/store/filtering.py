"""What lists of articles are filtered by, and the texts that a search through all of them reads."""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from annotator.core.decision import Condition

_TEXT = """SELECT a.number, a.id, a.page, a.title, coalesce((SELECT min(name) FROM file WHERE file.page = a.page), ''),
    a.segments, a.breaks, a.repeats FROM article AS a WHERE a.number = ?"""
_BEGUN = """SELECT condition, decisions, finished IS NOT NULL FROM assignment WHERE annotator = ? AND article = ?
    ORDER BY round = 'main' DESC, id LIMIT 1"""
_PROPOSED = 'SELECT start, "end", label, surface FROM candidate WHERE article = ? AND active = 1'


@dataclass(frozen=True, slots=True)
class Text:
    """An article as far as words are looked for in it; `repeats` are `[start, end)` of paragraphs printed before."""

    number: int
    id: str
    title: str
    file: str
    text: str
    breaks: tuple[tuple[int, int], ...]
    repeats: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Begun:
    """How far one person is with an article: whether candidates are kept from them, how many decisions there are, if it is finished."""

    is_blind: bool = False
    decisions: int = 0
    is_finished: bool = False


def matching(connection: sqlite3.Connection, expression: str, *, after: int = 0, most: int = -1) -> list[int]:
    """Return the numbers over `after` of the articles that answer an expression of SQLite's full-text search, in order.

    They are the first `most` of them; -1 is all.
    """
    statement = "SELECT rowid FROM search WHERE search MATCH ? AND rowid > ? ORDER BY rowid LIMIT ?"
    return [row[0] for row in connection.execute(statement, (expression, after, most))]


def not_indexed(connection: sqlite3.Connection) -> int:
    """Return how many articles came since the index for search caught up; a lower bound where articles were cut anew."""
    (last,) = connection.execute("SELECT coalesce(max(rowid), 0) FROM search").fetchone()
    (count,) = connection.execute("SELECT count(*) FROM article WHERE number > ?", (last,)).fetchone()
    return int(count)


def texts(connection: sqlite3.Connection, numbers: Iterable[int]) -> Iterator[Text]:
    """Yield the articles with these numbers, in the order given; a page's text is read once for articles that follow each other."""
    page, whole = "", ""
    for number in numbers:
        row = connection.execute(_TEXT, (number,)).fetchone()
        if row is None:
            continue
        if row[2] != page:
            page, whole = row[2], connection.execute("SELECT text FROM page WHERE id = ?", (row[2],)).fetchone()[0]
        text = "".join(whole[start : start + length] for _, start, length in json.loads(row[5]))
        yield Text(row[0], row[1], row[3], row[4], text, _pairs(row[6]), _pairs(row[7]))


def begun(connection: sqlite3.Connection, annotator: str, article: str) -> Begun:
    """Return how far a person is with an article."""
    row = connection.execute(_BEGUN, (annotator, article)).fetchone()
    return Begun() if row is None else Begun(row[0] == Condition.BLIND, row[1], bool(row[2]))


def proposed(connection: sqlite3.Connection, number: int) -> list[tuple[int, int, str, str]]:
    """Return `(start, end, label, surface)` of what is proposed now in the article with this number."""
    return connection.execute(_PROPOSED, (number,)).fetchall()


def blind(connection: sqlite3.Connection, annotator: str) -> frozenset[str]:
    """Return the ids of the articles that a person reads without candidates."""
    rows = connection.execute("SELECT article FROM assignment WHERE annotator = ? AND condition = ?", (annotator, Condition.BLIND))
    return frozenset(row[0] for row in rows)


def labelled(connection: sqlite3.Connection, annotator: str) -> dict[str, set[int]]:
    """Return, by label, the numbers of the articles in which a person marked something with it, or is shown a candidate with it.

    Reads every candidate there is: work for a thread.
    """
    found: dict[str, set[int]] = {}
    for label, number in connection.execute("SELECT DISTINCT label, article FROM candidate WHERE active = 1"):
        found.setdefault(label, set()).add(number)
    hidden = _numbers(connection, sorted(blind(connection, annotator)))
    found = {label: numbers - hidden for label, numbers in found.items()}
    marks = """SELECT DISTINCT m.label, a.number FROM assignment AS s JOIN mark AS m ON m.assignment = s.id
        JOIN article AS a ON a.id = s.article WHERE s.annotator = ? AND s.marks > 0"""
    for label, number in connection.execute(marks, (annotator,)):
        found.setdefault(label, set()).add(number)
    return found


def labels_in(connection: sqlite3.Connection, annotator: str, article: str) -> frozenset[str]:
    """Return the labels of one article, as `labelled` has them."""
    marks = "SELECT m.label FROM assignment AS s JOIN mark AS m ON m.assignment = s.id WHERE s.annotator = ? AND s.article = ?"
    found = {row[0] for row in connection.execute(marks, (annotator, article))}
    if not begun(connection, annotator, article).is_blind:
        (number,) = connection.execute("SELECT number FROM article WHERE id = ?", (article,)).fetchone()
        found |= {label for _, _, label, _ in proposed(connection, number)}
    return frozenset(found)


def _numbers(connection: sqlite3.Connection, ids: Sequence[str]) -> set[int]:
    found = (connection.execute("SELECT number FROM article WHERE id = ?", (article,)).fetchone() for article in ids)
    return {row[0] for row in found if row is not None}


def _pairs(listed: str) -> tuple[tuple[int, int], ...]:
    # "[]" stands in most rows.
    return tuple((one[0], one[1]) for one in json.loads(listed)) if len(listed) > len("[]") else ()
