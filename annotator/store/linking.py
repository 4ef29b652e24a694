"""The register, asked and added to while mentions are linked."""

import json
import sqlite3
from collections.abc import Iterable

from annotator.core.programme import Programme


def name_of(connection: sqlite3.Connection, programme: str) -> str | None:
    """Return the official name of a programme, or None where the register does not have it."""
    row = connection.execute("SELECT name FROM programme WHERE id = ?", (programme,)).fetchone()
    return None if row is None else str(row[0])


def of_terms(connection: sqlite3.Connection, terms: Iterable[str]) -> list[str]:
    """Return the programmes that the lexicon names for `terms`, in the order of the terms, each once."""
    asked = "SELECT programme FROM lexicon WHERE term = ? AND programme <> '' ORDER BY label"
    return list(dict.fromkeys(str(row[0]) for term in terms for row in connection.execute(asked, (term,))))


def add(connection: sqlite3.Connection, programme: Programme) -> None:
    """Put a programme into the register; one that is there under its id stays as it is."""
    connection.execute(
        "INSERT OR IGNORE INTO programme VALUES (?, ?, ?, ?, ?, ?)",
        (
            programme.id,
            programme.name,
            json.dumps(programme.aliases, ensure_ascii=False),
            programme.label,
            programme.note,
            programme.origin,
        ),
    )
