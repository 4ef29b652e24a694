"""Backups: whole copies of a project in a folder beside it, made before what a person may want to take back."""

import re
import sqlite3
from collections import Counter
from collections.abc import Sequence
from contextlib import closing, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from annotator.core.errors import ProjectError
from annotator.project.workspace import Project
from annotator.store.appearing import appearing, check_free, size
from annotator.store.file import SUFFIX, holder_of, save_copy
from annotator.store.union import guarded

KEPT = 20
"""How many backups of a project stay, whatever they were made before."""
OF_EACH = 5
"""How many stay of those that were made before one thing (`merge`, `closing`…), however many of the others are newer."""
LARGEST = 4_000_000_000
"""How many bytes they may take together; the newest always stays."""

_STAMP, _PATTERN = "%Y%m%dT%H%M%S.%fZ", r"\d{8}T\d{6}\.\d{6}Z"
# No copy takes so long: what an attempt of then has left is of no use to anybody.
_LONGEST = timedelta(days=1)
_MOST_NAMES = 1_000


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


def back_up(project: Project, before: str, *, needed: Path | None = None) -> Path:
    """Copy the whole project before something (`merge`, `restore`: a word in its name); return the copy.

    Old ones beyond the bound go, except the one that is `needed` now.

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
    _prune(project.path, needed)
    return target


def made_at(backup: Path) -> datetime:
    """Return when a backup was made, as its name says: PROJECT-STAMP-WHY.annot; the project's own name may hold hyphens."""
    return datetime.strptime(backup.stem.rsplit("-", 2)[1], _STAMP).replace(tzinfo=UTC)


def why_made(backup: Path) -> str:
    """Return before what a backup was made, as its name says."""
    return backup.stem.rsplit("-", 1)[1]


def staying(backups: Sequence[tuple[str, int]]) -> set[int]:
    """Return which of `backups` (before what and bytes, the newest first) stay: the newest `KEPT`, and the newest `OF_EACH` of every kind.

    Where they are too large together, the newest of every kind goes before the second newest of any, and so on down to `OF_EACH`. The
    newest of all stays at any size.
    """
    seen: Counter[str] = Counter()
    wanted = []
    for i, (why, _) in enumerate(backups):
        rank, seen[why] = seen[why], seen[why] + 1
        if i < KEPT or rank < OF_EACH:
            wanted.append((min(rank, OF_EACH), i))
    room, stay = LARGEST, set()
    for _, i in sorted(wanted):
        if not i or backups[i][1] <= room:
            room -= backups[i][1]
            stay.add(i)
    return stay


def restore(project: Project, backup: Path) -> Path:
    """Make the project what `backup` says, in one transaction; return a backup of how it was. Open it anew afterwards.

    Raises:
        ProjectError: something was decided in the project since, or the backup is another project's or damaged.
    """
    with guarded(backup) as before:
        _check_same(project, backup, before)
        since = _decided_since(project.connection, before)
    if since:
        raise ProjectError(
            "{count} decisions were made since {path}. They would be lost; nothing was restored. Open the backup as a copy instead.",
            count=since,
            path=backup,
        )
    kept = back_up(project, "restore", needed=backup)
    with closing(sqlite3.connect(f"{backup.absolute().as_uri()}?mode=ro&immutable=1", uri=True)) as source:
        source.backup(project.connection)
    return kept


def copy_beside(project: Project, backup: Path) -> Path:
    """Write what `backup` holds as a project file of its own beside `project`, under a name that is free; return it.

    It is the same study, at work in two files, as it is on two computers: its id stays, and so do its decisions with all that is known
    of them, so that undo goes on where it was then, and `merge` brings either file's later decisions into the other. Of one span that
    was decided in both, the later decision counts. A new id would make the files strangers whose work never comes together again. Only
    the title says of when the copy is, so that people see which of the two is open.

    Raises:
        ProjectError: the backup is another project's or damaged, or the folder cannot be written.
    """
    at = made_at(backup).astimezone()
    target = _free_name(project.path, f"{at:%Y-%m-%d}")
    with guarded(backup) as before:
        _check_same(project, backup, before)
        with appearing(target) as temporary:
            save_copy(before, temporary)
            _retitle(temporary, f"{project.title} ({at:%Y-%m-%d %H:%M})")
    return target


def _check_same(project: Project, backup: Path, before: sqlite3.Connection) -> None:
    (of,) = before.execute("SELECT value FROM project WHERE key = 'id'").fetchone() or ("",)
    if of != project.file.setting("id"):
        raise ProjectError("{path} is a backup of another project.", path=backup)


def _free_name(project: Path, day: str) -> Path:
    names = (f"{project.stem}-{day}{'' if n == 1 else f'-{n}'}{SUFFIX}" for n in range(1, _MOST_NAMES))
    for target in map(project.with_name, names):
        with suppress(ProjectError):
            check_free(target)
            return target
    raise ProjectError("{path} cannot be written: {why}", path=project.parent, why="no name is free")


def _retitle(path: Path, title: str) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("INSERT INTO project VALUES ('title', ?) ON CONFLICT DO UPDATE SET value = excluded.value", (title,))


def _decided_since(connection: sqlite3.Connection, before: sqlite3.Connection) -> int:
    """Count what was decided in this file by hand; what a merge or an import brought has its own files to come from."""
    known = {row[0] for row in before.execute("SELECT id FROM decision WHERE here = 1")}
    return sum(row[0] not in known for row in connection.execute("SELECT id FROM decision WHERE here = 1"))


def _prune(project: Path, needed: Path | None) -> None:
    found = backups_of(project)
    stay = staying([(why_made(path), size(path)) for path in found])
    # Somebody may work in a backup, which is a whole project; who has it open is written beside it.
    going = [path for i, path in enumerate(found) if i not in stay and path != needed and not holder_of(path)]
    for path in going + _left_over(project):
        with suppress(OSError):
            path.unlink()


def _left_over(project: Path) -> list[Path]:
    """Return the halves of copies during which the program was killed; those of today may still be under way."""
    half = re.compile(rf"\.{re.escape(project.stem)}-({_PATTERN})-[a-z]+{re.escape(SUFFIX)}\.\d+\.new(-wal|-shm|-journal)?")
    before = (datetime.now(UTC) - _LONGEST).strftime(_STAMP)
    with suppress(OSError):
        return [path for path in folder_of(project).iterdir() if (match := half.fullmatch(path.name)) and match[1] < before]
    return []
