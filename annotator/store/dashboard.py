"""What the dashboard counts: marks, progress, days and seconds, of everybody or of some people and one round."""

import sqlite3
from collections.abc import Iterable

# Queries name the tables without a schema, and SQLite looks among temporary ones first: with these views, whatever reads the ledger
# reads a part of it. One place says what belongs to the part, and no query of another module has to be written twice.
_SHADOWS = (
    "CREATE TEMP VIEW assignment AS SELECT * FROM main.assignment WHERE id IN (SELECT assignment FROM temp.part)",
    "CREATE TEMP VIEW decision AS SELECT * FROM main.decision WHERE assignment IN (SELECT assignment FROM temp.part)",
    "CREATE TEMP VIEW mark AS SELECT * FROM main.mark WHERE assignment IN (SELECT assignment FROM temp.part)",
)
# Days are those of the people's calendar, not of Greenwich.
_DAY = "date(d.at, 'localtime')"
_DECIDING = "('accept', 'relabel', 'move', 'reject', 'skip', 'add', 'remove', 'adjudicate')"


def limit(connection: sqlite3.Connection, people: Iterable[str], round_name: str) -> None:
    """Let everything that this connection reads from now on be the work of `people` (ids) in a round; nothing given means all.

    The connection must be open for reading only, and of no further use than this.
    """
    chosen = list(people)
    # The file itself stays write-protected: it was opened so.
    connection.execute("PRAGMA query_only = OFF")
    connection.execute("CREATE TEMP TABLE part (assignment TEXT PRIMARY KEY) WITHOUT ROWID")
    places = ", ".join("?" * len(chosen))
    conditions = [f"annotator IN ({places})"] if chosen else []
    conditions += ["round = ?"] if round_name else []
    where = f" WHERE {' AND '.join(conditions)}" if conditions else ""
    values = (*chosen, round_name) if round_name else tuple(chosen)
    connection.execute(f"INSERT INTO temp.part SELECT id FROM main.assignment{where}", values)  # noqa: S608
    for shadow in _SHADOWS:
        connection.execute(shadow)


def rounds(connection: sqlite3.Connection) -> list[str]:
    """Return the names of all rounds in which somebody has an assignment."""
    return [row[0] for row in connection.execute("SELECT DISTINCT round FROM assignment ORDER BY round")]


def progress(connection: sqlite3.Connection) -> list[tuple[str, int, int, int, int]]:
    """Return `(annotator, articles open, finished, decisions, marks)` of everybody who has an assignment."""
    return list(
        connection.execute("""SELECT annotator, sum(finished IS NULL), sum(finished IS NOT NULL), sum(decisions), sum(marks)
            FROM assignment GROUP BY annotator""")
    )


def marks(connection: sqlite3.Connection) -> list[tuple[str, str, int]]:
    """Return `(label, annotator, marks)`."""
    return list(
        connection.execute("""SELECT m.label, s.annotator, count(*) FROM mark AS m JOIN assignment AS s ON s.id = m.assignment
            GROUP BY m.label, s.annotator""")
    )


def days(connection: sqlite3.Connection) -> list[tuple[str, str, int, float]]:
    """Return `(annotator, day, decisions, seconds)` of every day on which somebody decided something by hand, in order."""
    query = f"""SELECT d.annotator, {_DAY}, count(*), coalesce(sum(d.seconds), 0) FROM decision AS d
        WHERE d.cause IS NULL GROUP BY 1, 2 ORDER BY 2, 1"""  # noqa: S608
    return list(connection.execute(query))


def marked_days(connection: sqlite3.Connection) -> list[tuple[str, str, int]]:
    """Return `(annotator, day, marks)`: the marks that stand now, by the day of the decision that made them what they are."""
    query = f"""SELECT d.annotator, {_DAY}, count(*) FROM mark AS m JOIN decision AS d ON d.id = m.decided_by
        GROUP BY 1, 2 ORDER BY 2, 1"""  # noqa: S608
    return list(connection.execute(query))


def seconds(connection: sqlite3.Connection) -> list[tuple[str, float, int]]:
    """Return `(annotator, seconds, decisions)`, the seconds in tenths and ascending, of decisions on spans made one by one."""
    query = f"""SELECT annotator, round(seconds, 1), count(*) FROM decision
        WHERE seconds IS NOT NULL AND cause IS NULL AND kind IN {_DECIDING} GROUP BY 1, 2 ORDER BY 1, 2"""  # noqa: S608
    return list(connection.execute(query))
