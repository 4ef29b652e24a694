"""Which work may be learned from."""

import sqlite3
from collections.abc import Iterator

# One person alone, with candidates on screen: blind work would no longer be blind, and the agreement of two would be the program's.
_ALONE = """SELECT s.id, s.article, s.finished IS NOT NULL FROM assignment AS s
    WHERE s.condition = 'shown' AND s.decisions > 0
    AND NOT EXISTS (SELECT 1 FROM assignment AS o WHERE o.article = s.article AND o.id <> s.id)
    ORDER BY coalesce(s.finished, 'z'), s.id"""


def alone(connection: sqlite3.Connection) -> Iterator[tuple[str, str, bool]]:
    """Yield assignment, article and whether it is finished, for articles that one person alone has, not blind; finished ones first."""
    for assignment, article, is_finished in connection.execute(_ALONE).fetchall():
        yield assignment, article, bool(is_finished)


def begun(connection: sqlite3.Connection) -> set[str]:
    """Return the articles that somebody has decided something in, or that were given to somebody."""
    return {row[0] for row in connection.execute("SELECT DISTINCT article FROM assignment")}
