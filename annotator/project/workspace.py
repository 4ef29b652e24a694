"""An open project: its file, its ledger, its scheme."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from annotator.core.errors import ProjectError
from annotator.core.scheme import Scheme
from annotator.store import knowledge
from annotator.store.file import ProjectFile, open_beside, open_project
from annotator.store.ledger import Ledger
from annotator.store.transaction import primary_code

_DISK = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_NOTADB})


class Project:
    """What the command line and the window work on."""

    def __init__(self, file: ProjectFile) -> None:
        """Take over an open file."""
        self.file = file
        self.connection = file.connection
        self.ledger = Ledger(file.connection)

    @classmethod
    def open(cls, path: Path, *, write: bool = True, who: str = "") -> Self:
        """Open the project at `path`; see `store.file.open_project` for what can go wrong."""
        file = open_project(path, write=write, who=who)
        try:
            return cls(file)
        except sqlite3.DatabaseError as error:
            file.close()
            _tell(file.path, error)
            raise

    @classmethod
    def beside(cls, path: Path) -> Self:
        """Open a second connection, for another thread, to a project that this process holds open for writing."""
        return cls(open_beside(path))

    @property
    def path(self) -> Path:
        """The project's file."""
        return self.file.path

    @property
    def title(self) -> str:
        """What the study is called."""
        return self.file.setting("title") or self.path.stem

    def check_whole(self) -> None:
        """Refuse in a file that was handed out what only the study's own file may have done to it.

        Raises:
            ProjectError: the file is somebody's task.
        """
        if self.file.setting("role") == "task":
            raise ProjectError(
                "{path} is a task that was handed out: its articles and candidates stay as they are, so that everybody sees the same.",
                path=self.path.name,
            )

    def scheme(self) -> Scheme:
        """Return the newest version of the label scheme."""
        return knowledge.scheme(self.connection)

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Read in the block as of one moment, whatever a window writes meanwhile; inside a transaction it is that one's."""
        if self.connection.in_transaction:
            yield
            return
        self.connection.execute("BEGIN")
        try:
            yield
        finally:
            self.connection.execute("ROLLBACK")

    def close(self) -> None:
        """Close the file."""
        self.file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()
        if isinstance(error, sqlite3.DatabaseError):
            _tell(self.path, error)


def _tell(path: Path, error: sqlite3.DatabaseError) -> None:
    """Say in a sentence what the disk did to the file; everything else that SQLite refuses is a mistake of ours."""
    if primary_code(error) in _DISK:
        raise ProjectError("{path} cannot be read: {why}. Go back to a backup of it.", path=path, why=error) from error


def now() -> str:
    """Return the time as it is written into a project: UTC, ISO 8601, seconds."""
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
