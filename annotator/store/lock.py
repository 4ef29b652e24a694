"""The writer's lock: the operating system holds it, so it dies with the process, and a file beside it says who took it.

It is an SQLite transaction that is never written: SQLite locks the lock's file with the same calls, on every system, that the project's
own file depends on. Nothing in this process may open that file past SQLite: closing any handle on it would drop the lock.
"""

import json
import os
import sqlite3
from contextlib import suppress
from pathlib import Path

from annotator.core.errors import ProjectBusy, ProjectError
from annotator.store.transaction import primary_code


class WriterLock:
    """The right to write the project at `path`, until `release`.

    Raises:
        ProjectBusy: another process, or another part of this one, has it.
        ProjectError: the folder cannot be written.
    """

    __slots__ = ("_lock", "_path", "_was_there")

    def __init__(self, path: Path, who: str = "") -> None:
        """Take the lock for `who`, the name that others are told."""
        self._path = path
        self._was_there = _lock_path(path).exists()
        self._lock = _acquired(path)
        with suppress(OSError):
            _holder_path(path).write_text(json.dumps({"who": who or f"process {os.getpid()}"}, ensure_ascii=False), encoding="utf-8")

    def release(self, *, traceless: bool = False) -> None:
        """Give the lock back; `traceless` also takes away the lock's file if it was made for this, as for a file that is no project."""
        # A folder that may no longer be written keeps the holder's name; the lock is given back all the same.
        with suppress(OSError):
            _holder_path(self._path).unlink()
        if traceless and not self._was_there:
            with suppress(OSError):
                _lock_path(self._path).unlink()
        self._lock.close()


def holder_of(path: Path) -> str:
    """Return who said last that they write the project at `path`, or an empty string; after a crash it may be nobody any more."""
    try:
        return str(json.loads(_holder_path(path.resolve()).read_text(encoding="utf-8"))["who"])
    except (OSError, ValueError, KeyError, TypeError):
        return ""


def _acquired(path: Path) -> sqlite3.Connection:
    try:
        # Not by SQLite: it would not say why it cannot.
        _lock_path(path).touch()
        return _exclusive(_lock_path(path))
    except OSError as error:
        raise ProjectError("{path} cannot be written: {why}", path=path, why=error.strerror or error) from error
    except sqlite3.DatabaseError as error:
        if primary_code(error) != sqlite3.SQLITE_BUSY:
            # Something else lies where the lock should.
            raise ProjectError("{path} cannot be written: {why}", path=_lock_path(path), why=error) from error
        raise ProjectBusy(
            "{path} is being written by {who}. Close it there first, or open it read-only.",
            path=path,
            who=holder_of(path) or "another window",
        ) from error


def _exclusive(path: Path) -> sqlite3.Connection:
    # Whoever closes the project need not be the thread that opened it.
    connection = sqlite3.connect(path, timeout=0, isolation_level=None, check_same_thread=False)
    try:
        connection.execute("BEGIN EXCLUSIVE")
    except BaseException:
        connection.close()
        raise
    return connection


def _lock_path(path: Path) -> Path:
    return path.with_name(f".{path.name}.lock")


def _holder_path(path: Path) -> Path:
    return path.with_name(f".{path.name}.holder")
