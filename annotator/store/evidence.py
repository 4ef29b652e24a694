"""What a project's people made of what each source proposed: one pass over the ledger."""

import sqlite3
from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter

_SPAN_KINDS = "('accept', 'relabel', 'move', 'reject', 'skip', 'add', 'remove', 'adjudicate')"
# Where the newest decision on a span is followed by nothing, it holds. A repeat is decided with its original and counts once.
_LAST = f"""SELECT d.source, d.kind, count(*) FROM decision AS d
    WHERE d.kind IN ('accept', 'relabel', 'move', 'reject') AND d.source IS NOT NULL AND d.cause IS NOT 'repeat' AND NOT EXISTS (
        SELECT 1 FROM decision AS o WHERE o.assignment = d.assignment AND o.target = d.target AND o.id > d.id
        AND (o.kind = 'retract' OR o.kind IN {_SPAN_KINDS}))
    GROUP BY d.source, d.kind"""  # noqa: S608
# Targets on which something was taken back are few; what holds there is found row by row.
_UNDONE = f"""SELECT d.assignment, d.target, d.id, d.kind, d.source, d.cause, d.retracts
    FROM (SELECT DISTINCT assignment, target FROM decision WHERE kind = 'retract' AND target IS NOT NULL) AS u
    CROSS JOIN decision AS d ON d.assignment = u.assignment AND d.target = u.target
    WHERE d.kind = 'retract' OR d.kind IN {_SPAN_KINDS} ORDER BY d.assignment, d.target, d.id DESC"""  # noqa: S608
_KEPT = frozenset({"accept", "relabel", "move"})
_DECIDING = _KEPT | {"reject"}

Tally = dict[str, tuple[int, int]]
Row = tuple[str, str, str | None, str | None, str | None]


def tally(connection: sqlite3.Connection) -> Tally:
    """Return by source how many of its candidates were kept, and how many were kept or rejected, by whomever.

    It reads the whole ledger: not for the thread that paints.
    """
    kept: Counter[str] = Counter()
    decided: Counter[str] = Counter()
    for source, kind, count in (*connection.execute(_LAST), *_undone(connection)):
        decided[source] += count
        kept[source] += count if kind in _KEPT else 0
    return {source: (kept[source], decided[source]) for source in decided}


def entries_of(connection: sqlite3.Connection, term: str) -> list[tuple[str, str, str]]:
    """Return `(label, kind, origin)` of the lexicon's entries for `term`."""
    rows = connection.execute("SELECT label, kind, origin FROM lexicon WHERE term = ? ORDER BY label", (term,))
    return [(str(label), str(kind), str(origin)) for label, kind, origin in rows]


def _undone(connection: sqlite3.Connection) -> Iterator[tuple[str, str, int]]:
    """Yield what holds where the newest row of a target is a retract, or is older than one."""
    for _, rows in groupby(connection.execute(_UNDONE), key=itemgetter(0, 1)):
        newest_first: list[Row] = [row[2:] for row in rows]
        last = _standing(newest_first)
        # The very newest row is among the others already.
        if last is not None and last is not newest_first[0]:
            _, kind, source, cause, _ = last
            if kind in _DECIDING and source is not None and cause != "repeat":
                yield source, kind, 1


def _standing(newest_first: list[Row]) -> Row | None:
    """Return the newest row that is no retract and that no live retract takes back."""
    dead: set[str | None] = set()
    for row in newest_first:
        if row[0] in dead:
            continue
        if row[1] != "retract":
            return row
        dead.add(row[4])
    return None
