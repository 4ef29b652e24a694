"""The writer's lock: the operating system holds it, so it dies with the process, and a file beside it says who took it.

It belongs to the open file (flock; on Windows a locked byte), unlike SQLite's own, which belong to the process and are gone as soon as
anything in it closes the same file.
"""

import json
import os
from contextlib import suppress
from pathlib import Path

from filelock import FileLock, Timeout

from annotator.core.errors import ProjectBusy, ProjectError


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
        self._lock.release()


def holder_of(path: Path) -> str:
    """Return who said last that they write the project at `path`, or an empty string; after a crash it may be nobody any more."""
    try:
        return str(json.loads(_holder_path(path.resolve()).read_text(encoding="utf-8"))["who"])
    except (OSError, ValueError, KeyError, TypeError):
        return ""


def _acquired(path: Path) -> FileLock:
    lock = FileLock(_lock_path(path))
    try:
        lock.acquire(timeout=0)
    except Timeout as error:
        raise ProjectBusy(
            "{path} is being written by {who}. Close it there first, or open it read-only.",
            path=path,
            who=holder_of(path) or "another window",
        ) from error
    except OSError as error:
        raise ProjectError("{path} cannot be written: {why}", path=path, why=error.strerror or error) from error
    return lock


def _lock_path(path: Path) -> Path:
    return path.with_name(f".{path.name}.lock")


def _holder_path(path: Path) -> Path:
    return path.with_name(f".{path.name}.holder")
