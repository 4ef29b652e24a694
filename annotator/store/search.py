"""Full-text search over articles, exact for queries of any length from one character.

Every character is one token, punctuation too, so “低保” is the phrase 低 保: the trigram tokenizer answers two characters with nothing
before SQLite 3.41 or so. Line breaks are looked through, and upper and lower case are one. The index holds no text, and catches up
when it is asked.
"""

import re
import sqlite3
from collections.abc import Iterable

from annotator.store import articles
from annotator.store.transaction import transaction

_WHITE = re.compile(r"\s+")


def find(connection: sqlite3.Connection, query: str) -> list[int]:
    """Return the numbers of the articles whose text holds `query` (white space and case aside), in order.

    A file opened read-only answers from what was indexed before.
    """
    phrase = _spread(query).replace('"', '""').strip()
    if not phrase:
        return []
    rows = connection.execute("SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid", (f'"{phrase}"',))
    return [row[0] for row in rows]


def catch_up(connection: sqlite3.Connection) -> int:
    """Index the articles that came after the last time; return how many they were."""
    (last,) = connection.execute("SELECT coalesce(max(rowid), 0) FROM search").fetchone()
    new = [row[0] for row in connection.execute("SELECT id FROM article WHERE number > ? ORDER BY number", (last,))]
    with transaction(connection):
        connection.executemany("INSERT INTO search (rowid, text) VALUES (?, ?)", _rows(connection, new))
    return len(new)


def forget_page(connection: sqlite3.Connection, page: str) -> None:
    """Take the articles of a page out of the index; done before they are cut anew."""
    (last,) = connection.execute("SELECT coalesce(max(rowid), 0) FROM search").fetchone()
    ids = [row[0] for row in connection.execute("SELECT id FROM article WHERE page = ? AND number <= ?", (page, last))]
    # An index without content has to be told what stood there.
    connection.executemany("INSERT INTO search (search, rowid, text) VALUES ('delete', ?, ?)", _rows(connection, ids))


def _rows(connection: sqlite3.Connection, ids: Iterable[str]) -> Iterable[tuple[int, str]]:
    for article_id in ids:
        article = articles.load(connection, article_id)
        yield article.number, _spread(article.text)


def _spread(text: str) -> str:
    return " ".join(_WHITE.sub("", text))
