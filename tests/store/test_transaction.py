"""A transaction is all or nothing, also inside another one."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.core.errors import ProjectError
from annotator.store.transaction import primary_code, transaction


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(tmp_path / "t.db", isolation_level=None, timeout=0)
    connection.execute("CREATE TABLE t (x INTEGER PRIMARY KEY)")
    yield connection
    connection.close()


def rows(connection: sqlite3.Connection) -> list[int]:
    return [row[0] for row in connection.execute("SELECT x FROM t ORDER BY x")]


def insert_and_fail(connection: sqlite3.Connection, *numbers: int) -> None:
    with transaction(connection):
        connection.executemany("INSERT INTO t VALUES (?)", [(n,) for n in numbers])
        raise ZeroDivisionError


def test_what_a_block_wrote_is_there_after_it(connection: sqlite3.Connection) -> None:
    with transaction(connection):
        connection.execute("INSERT INTO t VALUES (1)")
    assert rows(connection) == [1]
    assert not connection.in_transaction


def test_an_error_leaves_nothing_of_the_block(connection: sqlite3.Connection) -> None:
    with pytest.raises(ZeroDivisionError):
        insert_and_fail(connection, 1, 2)
    assert rows(connection) == []
    assert not connection.in_transaction


def test_an_inner_block_that_fails_leaves_the_outer_one_whole(connection: sqlite3.Connection) -> None:
    with transaction(connection):
        connection.execute("INSERT INTO t VALUES (1)")
        with pytest.raises(ZeroDivisionError):
            insert_and_fail(connection, 2, 3)
        with transaction(connection):
            connection.execute("INSERT INTO t VALUES (4)")
    assert rows(connection) == [1, 4]


def test_an_outer_block_that_fails_takes_its_inner_ones_with_it(connection: sqlite3.Connection) -> None:
    def outer() -> None:
        with transaction(connection):
            with transaction(connection):
                connection.execute("INSERT INTO t VALUES (1)")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        outer()
    assert rows(connection) == []


def test_another_program_that_keeps_the_file_busy_is_named_as_the_reason(connection: sqlite3.Connection, tmp_path: Path) -> None:
    other = sqlite3.connect(tmp_path / "t.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(ProjectError, match=r"t\.db cannot be written: database is locked"), transaction(connection):
        pass
    other.close()
    with transaction(connection):
        connection.execute("INSERT INTO t VALUES (1)")
    assert rows(connection) == [1]


def test_a_commit_that_fails_is_rolled_back(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("CREATE TABLE child (x REFERENCES t(x) DEFERRABLE INITIALLY DEFERRED)")
    with pytest.raises(sqlite3.IntegrityError), transaction(connection):
        connection.execute("INSERT INTO child VALUES (9)")
    assert not connection.in_transaction
    assert connection.execute("SELECT count(*) FROM child").fetchone() == (0,)


def test_our_own_mistakes_are_not_blamed_on_the_disk(connection: sqlite3.Connection) -> None:
    with pytest.raises(sqlite3.OperationalError, match="no such table"), transaction(connection):
        connection.execute("INSERT INTO nowhere VALUES (1)")
    with pytest.raises(sqlite3.IntegrityError) as caught, transaction(connection):
        connection.executemany("INSERT INTO t VALUES (?)", [(1,), (1,)])
    assert primary_code(caught.value) == sqlite3.SQLITE_CONSTRAINT
    assert primary_code(sqlite3.ProgrammingError("closed")) == 0
