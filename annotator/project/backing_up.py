"""Backups: whole copies of a project in a folder beside it, made before what a person may want to take back."""

import re
import sqlite3
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path

from annotator.core.errors import ProjectError
from annotator.project.workspace import Project
from annotator.store.appearing import size
from annotator.store.file import SUFFIX, save_copy
from annotator.store.union import guarded

KEPT = 20
"""How many backups of a project stay."""
LARGEST = 4_000_000_000
"""How many bytes they may take together; the newest always stays."""

_STAMP, _PATTERN = "%Y%m%dT%H%M%S.%fZ", r"\d{8}T\d{6}\.\d{6}Z"


def folder_of(project: Path) -> Path:
    """Return the folder in which the backups of a project are."""
    return project.with_name(f"{project.stem}-backups")


def backups_of(project: Path) -> list[Path]:
    """Return the backups of a project, the newest first; other files in the folder are nobody's business."""
    pattern = re.compile(rf"{re.escape(project.stem)}-{_PATTERN}-[a-z]+{re.escape(SUFFIX)}")
    with suppress(OSError):
        found = [path for path in folder_of(project).iterdir() if pattern.fullmatch(path.name)]
        return sorted(found, key=lambda path: path.name, reverse=True)
    return []


def back_up(project: Project, before: str) -> Path:
    """Copy the whole project before something (`merge`, `restore`: a word in its name); return the copy. Old ones beyond the bound go.

    Raises:
        ProjectError: it cannot be written.
    """
    folder = folder_of(project.path)
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise ProjectError("{path} cannot be written: {why}", path=folder, why=error.strerror or error) from error
    target = folder / f"{project.path.stem}-{datetime.now(UTC).strftime(_STAMP)}-{before}{SUFFIX}"
    save_copy(project.connection, target)
    _prune(project.path)
    return target


def restore(project: Project, backup: Path) -> Path:
    """Make the project what `backup` says, in one transaction; return a backup of how it was. Open it anew afterwards.

    Raises:
        ProjectError: something was decided in the project since, or the backup is another project's or damaged.
    """
    with guarded(backup) as before:
        (of,) = before.execute("SELECT value FROM project WHERE key = 'id'").fetchone() or ("",)
        if of != project.file.setting("id"):
            raise ProjectError("{path} is a backup of another project.", path=backup)
        since = _decided_since(project.connection, before)
    if since:
        raise ProjectError("{count} decisions were made since {path}. They would be lost; nothing was restored.", count=since, path=backup)
    kept = back_up(project, "restore")
    with closing(sqlite3.connect(f"{backup.absolute().as_uri()}?mode=ro&immutable=1", uri=True)) as source:
        source.backup(project.connection)
    return kept


def _decided_since(connection: sqlite3.Connection, before: sqlite3.Connection) -> int:
    """Count what was decided in this file by hand; what a merge or an import brought has its own files to come from."""
    known = {row[0] for row in before.execute("SELECT id FROM decision WHERE here = 1")}
    return sum(row[0] not in known for row in connection.execute("SELECT id FROM decision WHERE here = 1"))


def _prune(project: Path) -> None:
    room = LARGEST
    for i, path in enumerate(backups_of(project)):
        room -= size(path)
        if i and (i >= KEPT or room < 0):
            with suppress(OSError):
                path.unlink()
