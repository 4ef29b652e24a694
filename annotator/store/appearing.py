"""New project files: they appear complete or not at all, and never in the place of another."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from annotator.core.errors import ProjectError

_SQLITE_ADDS = ("-wal", "-shm", "-journal")


@contextmanager
def appearing(path: Path) -> Iterator[Path]:
    """Yield the name of a temporary file beside `path`; what the block makes of it becomes `path`, or nothing does.

    Raises:
        ProjectError: `path` is not free, or cannot be written.
    """
    check_free(path)
    temporary = path.with_name(f".{path.name}.{os.getpid()}.new")
    _remove(temporary)
    try:
        yield temporary
        temporary.replace(path)
        keep(path.parent)
    except (OSError, sqlite3.DatabaseError) as error:
        raise ProjectError("{path} cannot be written: {why}", path=path, why=why(error)) from error
    except ProjectError as error:
        # The person has not heard of the temporary file.
        raise ProjectError(error.template, **{**error.facts, "path": path}) from error
    finally:
        _remove(temporary)


def check_free(path: Path) -> None:
    """Refuse a name at which a project stands, or the rest of one, or that lies in no folder.

    Raises:
        ProjectError: it does.
    """
    if not path.parent.is_dir():
        raise ProjectError("{path} cannot be written: there is no folder {folder}.", path=path, folder=path.parent)
    if path.exists():
        raise ProjectError("{path} exists already. Choose another name, or open it.", path=path)
    for left in (path.with_name(path.name + "-wal"), path.with_name(path.name + "-journal")):
        if size(left):
            # SQLite would take it for a part of the new file and bring the old rows back.
            raise ProjectError("{left} is left of a project that stood here. Move it away, or choose another name.", left=left)


def keep(path: Path) -> None:
    """Have the system keep a file, or the names in a folder, through a power cut.

    A new or other name is kept only when its folder was synced (POSIX, fsync). Windows has no such call for folders, and some file
    systems refuse it.

    Raises:
        OSError: a file cannot be kept.
    """
    if path.is_dir():
        with suppress(OSError):
            _sync(path, os.O_RDONLY)
    else:
        # Windows syncs only what is open for writing.
        _sync(path, os.O_RDWR)


def size(path: Path) -> int:
    """Return the size of a file in bytes; 0 where there is none."""
    try:
        return path.stat().st_size
    except OSError:
        return 0


def why(error: Exception) -> str:
    """Return what the system says of `error`."""
    return (error.strerror if isinstance(error, OSError) else None) or str(error)


def _sync(path: Path, mode: int) -> None:
    number = os.open(path, mode)
    try:
        os.fsync(number)
    finally:
        os.close(number)


def _remove(temporary: Path) -> None:
    for suffix in ("", *_SQLITE_ADDS):
        with suppress(OSError):
            temporary.with_name(temporary.name + suffix).unlink()
