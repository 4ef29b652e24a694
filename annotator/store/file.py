"""The project file on disk: made, opened, locked, copied.

An open project is more than one file (SQLite's `-wal` holds what was decided last), so it is never copied as a file: `save_copy`
writes one whole file through SQLite. Nor is it read as a file while it is open: closing any handle on it would drop SQLite's locks.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from itertools import count
from pathlib import Path
from stat import S_ISREG
from types import TracebackType
from typing import Self

from annotator.core.errors import NewerProject, NotAProject, ProjectError
from annotator.store.appearing import appearing, check_free, keep, size, why
from annotator.store.lock import WriterLock, holder_of
from annotator.store.shape import check_shape
from annotator.store.transaction import primary_code, transaction

__all__ = [
    "APPLICATION_ID",
    "FORMAT",
    "SUFFIX",
    "ProjectFile",
    "create_project",
    "holder_of",
    "open_beside",
    "open_project",
    "save_copy",
    "transaction",
]

FORMAT = 2
# "Annt": tells `file` and desktops what the file is.
APPLICATION_ID = 0x416E6E74
SUFFIX = ".annot"

# Where SQLite's file format keeps its magic string, the format version and the application's id (sqlite.org/fileformat2.html, 1.3).


class ProjectFile:
    """An open project. One writer at a time; `connection` is in autocommit mode, `transaction` groups writes.

    Attributes:
        path: the file.
        holder: who said last that they write it, where it was opened read-only.
    """

    def __init__(
        self, path: Path, connection: sqlite3.Connection, lock: WriterLock | None, holder: str = "", *, is_beside: bool = False
    ) -> None:
        """Take over an open connection and the lock that guards it (None: read-only, or written under this process's other one)."""
        self.path = path
        self.connection = connection
        self.holder = holder
        self._lock = lock
        self._is_beside = is_beside

    @property
    def read_only(self) -> bool:
        """Whether nothing can be written."""
        return self._lock is None and not self._is_beside

    def setting(self, key: str) -> str | None:
        """Return what the project table says under `key`."""
        row = self.connection.execute("SELECT value FROM project WHERE key = ?", (key,)).fetchone()
        return None if row is None else str(row[0])

    def set(self, key: str, value: str) -> None:
        """Write `value` under `key` in the project table."""
        self.connection.execute("INSERT INTO project VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value", (key, value))

    def close(self) -> None:
        """Bring everything into the one file and give the lock back."""
        if self._lock is not None:
            with suppress(sqlite3.Error):
                self.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        self.connection.close()
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()


def create_project(path: Path, title: str) -> ProjectFile:
    """Make an empty project at `path` and open it for writing; the file appears complete or not at all.

    Raises:
        ProjectError: something is there already, or the folder cannot be written.
        ProjectBusy: another process is making or writing it.
    """
    path = path.absolute()
    check_free(path)
    lock = WriterLock(path)
    try:
        with appearing(path) as temporary:
            _make(temporary, title)
    except BaseException:
        lock.release(traceless=True)
        raise
    lock.release()
    return open_project(path)


def open_project(path: Path, *, write: bool = True, who: str = "") -> ProjectFile:
    """Open the project at `path`; with `write`, as its only writer. An older format is backed up and migrated first.

    Raises:
        NotAProject: there is no such file, or it is something else.
        NewerProject: a newer version of this program wrote it.
        ProjectBusy: someone else writes it now.
        ProjectError: it cannot be read or written, or is damaged.
    """
    if not _is_file(path):
        raise NotAProject("There is no project at {path}.", path=path)
    # Two names of one file are one project, and need the same lock.
    path = path.resolve()
    if not write:
        return ProjectFile(path, _to_read(path), None, holder_of(path))
    lock = WriterLock(path, who)
    try:
        return ProjectFile(path, _to_write(path), lock)
    except BaseException as error:
        lock.release(traceless=isinstance(error, NotAProject))
        raise


def open_beside(path: Path) -> ProjectFile:
    """Open another connection, for another thread, to a project that this process holds open for writing."""
    path = path.resolve()
    with _sentences(path, "written"):
        # The header is not looked at: closing a file drops the locks that SQLite holds on it for the whole process.
        connection = _connected(path, "rw", write=True)
        _set_pragmas(connection)
    return ProjectFile(path, connection, None, is_beside=True)


def save_copy(connection: sqlite3.Connection, target: Path) -> None:
    """Write the whole project as one file at `target`, which appears complete or not at all.

    Raises:
        ProjectError: `target` exists or cannot be written.
    """
    with appearing(target) as temporary:
        (is_query_only,) = connection.execute("PRAGMA query_only").fetchone()
        # A copy is written elsewhere; SQLite forbids even that to a connection that only asks.
        connection.execute("PRAGMA query_only = OFF")
        try:
            connection.execute("VACUUM INTO ?", (str(temporary),))
        finally:
            connection.execute(f"PRAGMA query_only = {is_query_only}")
        keep(temporary)


def _make(path: Path, title: str) -> None:
    from uuid import uuid4  # noqa: PLC0415 (it asks what machine this is; opening needs none)

    connection = sqlite3.connect(path, isolation_level=None)
    try:
        _migrate(connection)
        with transaction(connection):
            connection.executemany("INSERT INTO project VALUES (?, ?)", [("id", str(uuid4())), ("title", title)])
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        connection.close()


def _to_read(path: Path) -> sqlite3.Connection:
    with _sentences(path, "opened"):
        try:
            return _connected(path, "rw" if _may_tidy(path) else "ro")
        except sqlite3.OperationalError as error:
            if primary_code(error) not in {sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY}:
                raise
        # A write-ahead log cannot be read in a folder where its index cannot be made; without one the file stands still.
        if size(path.with_name(path.name + "-wal")):
            raise ProjectError("{path} was not closed, and its folder cannot be written. Copy the folder and open the copy.", path=path)
        return _connected(path, "ro&immutable=1")


def _may_tidy(path: Path) -> bool:
    """Say whether a reader may be the one that takes the log away on closing: nobody writes, and it may write itself.

    Who only reads leaves an empty log behind, but it cannot take away the log of a window that has lost its locks.
    """
    return not holder_of(path) and os.access(path.parent, os.W_OK) and os.access(path, os.W_OK)


def _to_write(path: Path) -> sqlite3.Connection:
    with _sentences(path, "written"):
        _check_header(path)
        connection = _connected(path, "rw", write=True)
        try:
            version = connection.execute("PRAGMA user_version").fetchone()[0]
            if version < FORMAT:
                save_copy(connection, _backup_path(path, version))
                _migrate(connection)
            _set_pragmas(connection)
            _check_writable(connection)
        except BaseException:
            connection.close()
            raise
        return connection


def _set_pragmas(connection: sqlite3.Connection) -> None:
    for pragma in ("journal_mode = WAL", "synchronous = FULL", "fullfsync = ON", "foreign_keys = ON", "busy_timeout = 5000"):
        connection.execute(f"PRAGMA {pragma}")


def _check_header(path: Path) -> None:
    """Refuse what is not ours before anything could be written to it.

    SQLite reads the header here, as of a file that nobody changes: whoever closes the file past SQLite drops the locks of every
    connection that this process has to it (POSIX), and the next process would take away the log that the window writes to.
    """
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)) as header:
        try:
            (application,) = header.execute("PRAGMA application_id").fetchone()
            (version,) = header.execute("PRAGMA user_version").fetchone()
        except sqlite3.DatabaseError as error:
            # Shorter than it says: a part of it may still be in its log, with which it is opened next.
            if primary_code(error) == sqlite3.SQLITE_CORRUPT:
                return
            raise
    if application != APPLICATION_ID:
        raise NotAProject("{path} is not a project of this program.", path=path)
    _check_format(path, version)


def _check_writable(connection: sqlite3.Connection) -> None:
    """Begin to write and think better of it: SQLite opens a write-protected file for reading without a word."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        connection.execute(f"PRAGMA user_version = {FORMAT}")
    finally:
        connection.execute("ROLLBACK")


def _check_format(path: Path, version: int) -> None:
    if version > FORMAT:
        raise NewerProject(
            "{path} was written by a newer version of this program (format {theirs}; this one reads up to {ours}). Update the program.",
            path=path,
            theirs=version,
            ours=FORMAT,
        )


def _connected(path: Path, mode: str, *, write: bool = False) -> sqlite3.Connection:
    connection = sqlite3.connect(f"{path.as_uri()}?mode={mode}", uri=True, isolation_level=None, cached_statements=256)
    try:
        # The file may come from anybody: nothing that stands in its schema is run with trust.
        connection.execute("PRAGMA trusted_schema = OFF")
        _check_ours(path, connection, write=write)
        if not write:
            connection.execute("PRAGMA query_only = ON")
    except BaseException:
        connection.close()
        raise
    return connection


def _check_ours(path: Path, connection: sqlite3.Connection, *, write: bool) -> None:
    if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise NotAProject("{path} is not a project of this program.", path=path)
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    _check_format(path, version)
    if version < FORMAT and not write:
        raise ProjectError("{path} is of an older format. Open it once for writing to bring it up to date.", path=path)
    # Reading the schema tells a damaged file from a sound one, and one that would run something from one that is ours.
    check_shape(path, connection, version)


@contextmanager
def _sentences(path: Path, done: str) -> Iterator[None]:
    try:
        yield
    except sqlite3.DatabaseError as error:
        if primary_code(error) == sqlite3.SQLITE_NOTADB:
            raise NotAProject("{path} is not a project of this program.", path=path) from error
        if primary_code(error) == sqlite3.SQLITE_CORRUPT:
            raise ProjectError("{path} is damaged ({why}). Go back to a backup of it.", path=path, why=error) from error
        raise ProjectError("{path} cannot be {done}: {why}", path=path, done=done, why=why(error)) from error


def _migrate(connection: sqlite3.Connection) -> None:
    # Importing sqlite-utils costs more than opening a project; only new and old files need it.
    from sqlite_utils import Database  # noqa: PLC0415

    from annotator.store.schema import migrations  # noqa: PLC0415

    database = Database(connection)
    with transaction(connection):
        migrations.apply(database)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {FORMAT}")


def _backup_path(path: Path, version: int) -> Path:
    """Return a free name: a backup of an earlier attempt stays."""
    names = (f"{path.stem}.format{version}{'' if n == 1 else f'-{n}'}{path.suffix}" for n in count(1))
    return next(free for name in names if not (free := path.with_name(name)).exists())


def _is_file(path: Path) -> bool:
    # `Path.is_file` hides from Python 3.14 on that somebody may not look.
    try:
        return S_ISREG(path.stat().st_mode)
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return False
    except OSError as error:
        raise ProjectError("{path} cannot be opened: {why}", path=path, why=why(error)) from error
