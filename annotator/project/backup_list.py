"""The backups of a project as a person chooses among them: when, why, how large, how much was decided by then."""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from annotator.project.backing_up import backups_of, made_at, why_made
from annotator.store.appearing import size


@dataclass(frozen=True, slots=True)
class Backup:
    """One copy: its file, when it was made (UTC), before what (`merge`, `restore`, `work`…), bytes, decisions (None: cannot be read)."""

    path: Path
    at: datetime
    why: str
    size: int
    decisions: int | None


def backups(project: Path) -> tuple[Backup, ...]:
    """Return the backups of the project at `project`, the newest first."""
    return tuple(_told(path) for path in backups_of(project))


def _told(path: Path) -> Backup:
    return Backup(path, made_at(path), why_made(path), size(path), _decisions(path))


def _decisions(path: Path) -> int | None:
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)) as connection:
            return int(connection.execute("SELECT count(*) FROM decision").fetchone()[0])
    except sqlite3.Error:
        return None
