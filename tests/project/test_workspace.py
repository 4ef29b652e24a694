"""An open project: reading as of one moment, and a file that breaks under the hands."""

import sqlite3
from pathlib import Path

import pytest

from annotator.core.errors import NotAProject, ProjectError
from annotator.project import annotating, checking
from annotator.project.status import status_of
from annotator.project.workspace import Project


def test_a_snapshot_is_of_one_moment_and_ends(project: Project) -> None:
    with Project.beside(project.path) as reader:
        with reader.snapshot():
            assert status_of(reader).annotators == ()
            annotating.person(project, "alice")
            assert status_of(reader).annotators == ()
        assert [person.name for person in status_of(reader).annotators] == ["alice"]
        assert not reader.connection.in_transaction


def test_a_snapshot_inside_another_is_the_same_one(project: Project) -> None:
    with project.snapshot(), project.snapshot():
        assert checking.problems(project) == []
    assert not project.connection.in_transaction


def test_a_file_that_breaks_under_the_hands_is_a_sentence(project: Project) -> None:
    broken = sqlite3.OperationalError("disk I/O error")
    broken.sqlite_errorcode = sqlite3.SQLITE_IOERR_READ
    with pytest.raises(ProjectError, match=r"cannot be read: disk I/O error\. Go back to a backup"), project:
        raise broken


def test_a_mistake_of_ours_is_not_blamed_on_the_file(project: Project) -> None:
    with pytest.raises(sqlite3.OperationalError, match="no such column"), project:
        project.connection.execute("SELECT txt FROM page")


def test_a_project_whose_ledger_cannot_be_read_gives_its_lock_back(sample: Path, tmp_path: Path) -> None:
    path = tmp_path / "broken.annot"
    raw = bytearray(sample.read_bytes())
    connection = sqlite3.connect(sample)
    (root,) = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'decision'").fetchone()
    connection.close()
    raw[(root - 1) * 4096 : root * 4096] = b"\xee" * 4096
    path.write_bytes(raw)
    for _ in range(2):
        with pytest.raises(ProjectError, match="Go back to a backup of it"):
            Project.open(path)


def test_a_person_is_remembered_only_where_the_project_can_be_written(project: Project) -> None:
    with Project.open(project.path, write=False) as reader:
        assert annotating.person(reader, "alice") == annotating.person(reader, " ALICE ")
        assert status_of(project).annotators == ()


def test_a_missing_project_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(NotAProject):
        Project.open(tmp_path / "no.annot")
    assert list(tmp_path.iterdir()) == []
