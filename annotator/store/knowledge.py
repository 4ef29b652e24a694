"""What a study works with besides texts: scheme versions, lexicon, patterns, programme register."""

import json
import sqlite3
from collections.abc import Iterable, Sequence

from annotator.core.errors import ProjectError
from annotator.core.ids import content_id
from annotator.core.lexicon import LexiconEntry
from annotator.core.programme import Programme
from annotator.core.scheme import Scheme, scheme_from_json, scheme_to_json


def put_scheme(connection: sqlite3.Connection, scheme: Scheme, at: str) -> None:
    """Store a version of the scheme; versions that decisions were made under are never overwritten."""
    connection.execute("INSERT INTO scheme VALUES (?, ?, ?)", (scheme.version, scheme_to_json(scheme), at))


def scheme(connection: sqlite3.Connection) -> Scheme:
    """Return the newest version of the scheme.

    Raises:
        ProjectError: the project has none, or it cannot be read.
    """
    try:
        row = connection.execute("SELECT json FROM scheme ORDER BY version DESC LIMIT 1").fetchone()
        if row is None:
            raise ProjectError("The project has no label scheme. Make a new one with: annotator new.")
        return scheme_from_json(row[0])
    except (LookupError, TypeError, ValueError, AttributeError, RecursionError, sqlite3.OperationalError) as error:
        raise ProjectError("The label scheme of this project is damaged. Go back to a backup, or use: annotator recover.") from error


def put_lexicon(connection: sqlite3.Connection, entries: Iterable[LexiconEntry]) -> None:
    """Make `entries` the lexicon; of a term given twice with one label the last stays."""
    connection.execute("DELETE FROM lexicon")
    connection.executemany(
        "INSERT OR REPLACE INTO lexicon VALUES (?, ?, ?, ?, ?, ?)",
        ((e.term, e.label, e.programme, e.kind, e.note, e.origin) for e in entries),
    )


def lexicon(connection: sqlite3.Connection) -> list[LexiconEntry]:
    """Return the lexicon by term."""
    rows = connection.execute("SELECT term, label, programme, kind, note, origin FROM lexicon ORDER BY term, label")
    return [LexiconEntry(*row) for row in rows]


def put_rules(connection: sqlite3.Connection, role: str, rules: Sequence[dict[str, object]]) -> None:
    """Make `rules` the rules of `role` (`pattern` or `veto`) in this order; each has at least `id` and `enabled`."""
    connection.execute("DELETE FROM pattern WHERE role = ?", (role,))
    connection.executemany(
        "INSERT INTO pattern VALUES (?, ?, ?, ?, ?)",
        ((f"{role}:{r['id']}", i, role, json.dumps(r, ensure_ascii=False), int(bool(r["enabled"]))) for i, r in enumerate(rules)),
    )


def rules(connection: sqlite3.Connection, role: str) -> list[dict[str, object]]:
    """Return the rules of `role` in their order, switched off or not."""
    rows = connection.execute("SELECT json, enabled FROM pattern WHERE role = ? ORDER BY position", (role,))
    return [{**json.loads(row[0]), "enabled": bool(row[1])} for row in rows]


def put_programmes(connection: sqlite3.Connection, programmes: Iterable[Programme]) -> None:
    """Make `programmes` the register."""
    connection.execute("DELETE FROM programme")
    connection.executemany(
        "INSERT INTO programme VALUES (?, ?, ?, ?, ?, ?)",
        ((p.id, p.name, json.dumps(p.aliases, ensure_ascii=False), p.label, p.note, p.origin) for p in programmes),
    )


def programmes(connection: sqlite3.Connection) -> list[Programme]:
    """Return the register by id."""
    rows = connection.execute("SELECT id, name, aliases, label, note, origin FROM programme ORDER BY id")
    return [Programme(row[0], row[1], tuple(json.loads(row[2])), *row[3:]) for row in rows]


def fingerprint(connection: sqlite3.Connection) -> str:
    """Return a name for what candidates follow from: equal for equal lexicons and rules, switched on alike."""
    entries = connection.execute("SELECT term, label, kind FROM lexicon ORDER BY term, label").fetchall()
    rules = connection.execute("SELECT id, json, enabled FROM pattern ORDER BY role, position").fetchall()
    return content_id("knowledge", json.dumps([entries, rules], ensure_ascii=False))


def swap_lexicon(connection: sqlite3.Connection, gone: Iterable[LexiconEntry], come: Iterable[LexiconEntry]) -> None:
    """Take the entries `gone` (by term and label) out of the lexicon and put those that `come` in; all others stay."""
    connection.executemany("DELETE FROM lexicon WHERE term = ? AND label = ?", ((e.term, e.label) for e in gone))
    connection.executemany(
        "INSERT OR REPLACE INTO lexicon VALUES (?, ?, ?, ?, ?, ?)",
        ((e.term, e.label, e.programme, e.kind, e.note, e.origin) for e in come),
    )


def swap_programmes(connection: sqlite3.Connection, gone: Iterable[Programme], come: Iterable[Programme]) -> None:
    """Take the programmes `gone` (by id) out of the register and put those that `come` in; all others stay."""
    connection.executemany("DELETE FROM programme WHERE id = ?", ((p.id,) for p in gone))
    connection.executemany(
        "INSERT OR REPLACE INTO programme VALUES (?, ?, ?, ?, ?, ?)",
        ((p.id, p.name, json.dumps(p.aliases, ensure_ascii=False), p.label, p.note, p.origin) for p in come),
    )


def linked(connection: sqlite3.Connection) -> dict[str, int]:
    """Return by programme how many marks are linked to it, of whomever."""
    rows = connection.execute("SELECT programme, count(*) FROM mark WHERE programme IS NOT NULL GROUP BY programme")
    return {str(programme): int(count) for programme, count in rows}


def proposed(connection: sqlite3.Connection) -> dict[str, int]:
    """Return by source how many of the present candidates it proposes first; reads them all: not for the thread that paints."""
    found: dict[str, int] = {}
    for sources, count in connection.execute("SELECT sources, count(*) FROM candidate WHERE active = 1 GROUP BY sources"):
        listed = json.loads(sources)
        if listed:
            found[listed[0]] = found.get(listed[0], 0) + count
    return found


def scores(connection: sqlite3.Connection) -> list[tuple[float, int]]:
    """Return the scores of the present candidates, ascending, with how many have each; reads them all."""
    rows = connection.execute("SELECT score, count(*) FROM candidate WHERE active = 1 GROUP BY score ORDER BY score")
    return [(float(score), int(count)) for score, count in rows]
