"""Files of every earlier format open, and say what they said."""

import gzip
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from annotator.core.candidate import Candidate
from annotator.store import candidates, integrity
from annotator.store.file import FORMAT, open_project

FORMATS = Path(__file__).parent / "formats"
CANDIDATES = 'SELECT id, start, "end", label, surface, sources, score, reason, active FROM candidate ORDER BY id'
KEPT = ("page", "file", "echo", "presentation", "annotator", "assignment", "decision", "mark", "scheme", "lexicon", "pattern", "programme")


@pytest.fixture
def old(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    path = tmp_path / "study.annot"
    path.write_bytes(gzip.decompress((FORMATS / f"format{request.param}.annot.gz").read_bytes()))
    return path


def rows(path: Path, query: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(query).fetchall()


def test_there_is_a_file_of_every_earlier_format() -> None:
    assert [(FORMATS / f"format{version}.annot.gz").exists() for version in range(1, FORMAT)] == [True] * (FORMAT - 1)


@pytest.mark.parametrize("old", range(1, FORMAT), indirect=True)
def test_a_migrated_file_is_sound_and_holds_every_row(old: Path) -> None:
    before = {table: rows(old, f"SELECT * FROM {table}") for table in KEPT}  # noqa: S608
    proposed = rows(old, CANDIDATES)
    with open_project(old) as file:
        assert file.connection.execute("PRAGMA user_version").fetchone() == (FORMAT,)
        assert list(integrity.problems(file.connection)) == []
        found = {c.id: c for _, of_article in candidates.each(file.connection, inactive=True) for c in of_article}
    assert {table: rows(old, f"SELECT * FROM {table}") for table in KEPT} == before  # noqa: S608
    assert rows(old, CANDIDATES) == proposed
    assert len(proposed) == len(found) == 287
    assert isinstance(found[str(proposed[0][0])], Candidate)


@pytest.mark.parametrize("old", range(1, FORMAT), indirect=True)
def test_the_file_before_the_migration_stays_as_a_backup(old: Path) -> None:
    version = rows(old, "PRAGMA user_version")[0][0]
    decisions = rows(old, "SELECT * FROM decision")
    open_project(old).close()
    backup = old.with_name(f"study.format{version}.annot")
    assert rows(backup, "PRAGMA user_version") == [(version,)]
    assert rows(backup, "SELECT * FROM decision") == decisions
