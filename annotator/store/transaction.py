"""Transactions: all of a block is stored durably, or nothing of it."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from annotator.core.errors import ProjectError

# What the disk, its owner or another program did; everything else that SQLite refuses is a mistake of ours.
_NOT_OURS = frozenset(
    {
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_CORRUPT,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_READONLY,
    }
)
_PRIMARY = 0xFF
_OUTER = ("BEGIN IMMEDIATE", "COMMIT", "ROLLBACK")
_INNER = ("SAVEPOINT inner", "RELEASE inner", "ROLLBACK TO inner")


def primary_code(error: sqlite3.Error) -> int:
    """Return SQLite's primary result code of `error`; 0 where SQLite was not asked."""
    return int(getattr(error, "sqlite_errorcode", 0)) & _PRIMARY


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Run the block as one durable transaction; an error leaves nothing of it behind. Inside another it is part of that one.

    Raises:
        ProjectError: the disk is full, the file cannot be written, or another program keeps it busy.
    """
    begin, end, back = _INNER if connection.in_transaction else _OUTER
    try:
        connection.execute(begin)
        try:
            yield
            connection.execute(end)
        except BaseException:
            # A full disk makes SQLite roll back by itself.
            if connection.in_transaction:
                connection.execute(back)
            raise
    except sqlite3.DatabaseError as error:
        if primary_code(error) not in _NOT_OURS:
            raise
        raise ProjectError(
            "{path} cannot be written: {why}. Nothing of this step was stored.", path=_path(connection), why=error
        ) from error


def _path(connection: sqlite3.Connection) -> str:
    return str(connection.execute("PRAGMA database_list").fetchone()[2])
