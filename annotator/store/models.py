"""What was learned from a project's decisions: numbers as JSON, and how good they were."""

import json
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Model:
    """One model: its data (JSON), what is known of it, and when it was learned (UTC)."""

    data: str
    summary: Mapping[str, object]
    at: str


def put(connection: sqlite3.Connection, kind: str, model: Model) -> None:
    """Keep `model` as the one of its kind."""
    connection.execute(
        "INSERT OR REPLACE INTO model VALUES (?, ?, ?, ?)", (kind, model.data, json.dumps(model.summary, ensure_ascii=False), model.at)
    )


def get(connection: sqlite3.Connection, kind: str) -> Model | None:
    """Return the model of a kind, or None."""
    row = connection.execute("SELECT data, summary, at FROM model WHERE kind = ?", (kind,)).fetchone()
    return None if row is None else Model(row[0], json.loads(row[1]), row[2])


def delete(connection: sqlite3.Connection) -> None:
    """Forget everything that was learned."""
    connection.execute("DELETE FROM model")
