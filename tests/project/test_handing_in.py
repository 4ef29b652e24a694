"""The sealed file: whole, counted, hashed; whatever is done to it is recognised in a sentence."""

import os
import random
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from annotator.core.decision import Draft, Kind
from annotator.core.errors import NewerProject, NotAProject, ProjectError
from annotator.core.ids import annotator_id
from annotator.project.assigning import assign
from annotator.project.handing_in import Sealed, hand_in
from annotator.project.handing_out import hand_out
from annotator.project.workspace import Project
from annotator.store import candidates, tasks
from annotator.store.union import Seal, read_work, seal_of


@pytest.fixture
def task(demo: Project, tmp_path: Path) -> Path:
    """The task file of alice, who has begun."""
    assign(demo, ["alice"])
    (handed,) = hand_out(demo, tmp_path / "out")
    with Project.open(handed.path) as opened:
        decide(opened)
    return handed.path


def decide(opened: Project) -> None:
    """Reject a candidate, and finish the article."""
    chance = random.Random(3)
    mine = [t.assignment for t in tasks.of_person(opened.connection, annotator_id("alice"))]
    found = {a: candidates.of_article(opened.connection, a.article) for a in mine}
    assignment = chance.choice([a for a, of in found.items() if of])
    c = chance.choice(found[assignment])
    drafts = [Draft(Kind.REJECT, c.id, c.start, c.end, c.label, c.surface), Draft(Kind.NOTE, c.id, value="𠮷祥"), Draft(Kind.FINISH)]
    opened.ledger.append(assignment, drafts, scheme_version=1)


@pytest.fixture
def sealed(task: Path, tmp_path: Path) -> Sealed:
    """What she has handed in."""
    with Project.open(task) as opened:
        return hand_in(opened, tmp_path / "alice.annot")


def test_the_file_says_how_many_decisions_it_holds_and_what_they_hash_to(task: Path, sealed: Sealed) -> None:
    assert (sealed.names, sealed.decisions, sealed.finished) == (("alice",), 3, 1)
    with closing(sqlite3.connect(sealed.path)) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
        assert seal_of(connection) == Seal(3, sealed.sha256)
    assert sorted(path.name for path in sealed.path.parent.glob("*alice*")) == ["alice.annot"]
    work = read_work(sealed.path)
    assert (work.seal, work.role, work.owner) == (Seal(3, sealed.sha256), "task", "alice")
    with Project.open(task) as opened:
        assert [d.id for d in work.decisions] == [row[0] for row in opened.connection.execute("SELECT id FROM decision ORDER BY id")]


def test_what_is_in_the_log_of_an_open_task_is_handed_in_too(task: Path, tmp_path: Path) -> None:
    with Project.open(task) as opened:
        decide(opened)
        assert task.with_name(f"{task.name}-wal").stat().st_size
        assert hand_in(opened, tmp_path / "open.annot").decisions == 6
        with pytest.raises(ProjectError, match="is open, or was not closed"):
            read_work(task)


def test_handing_in_again_replaces_what_was_handed_in_and_nothing_else(task: Path, sealed: Sealed, tmp_path: Path) -> None:
    other = tmp_path / "thesis.annot"
    other.write_text("precious")
    with Project.open(task) as opened:
        decide(opened)
        assert hand_in(opened, sealed.path).decisions == 6
        for path, why in ((other, "is not an earlier hand-in"), (task, "is the task itself"), (tmp_path, "is a folder")):
            with pytest.raises(ProjectError, match=why):
                hand_in(opened, path)
        with pytest.raises(ProjectError, match="there is no folder") as caught:
            hand_in(opened, tmp_path / "nowhere" / "x.annot")
        assert "sealing" not in str(caught.value)
    assert other.read_text() == "precious"
    assert len(read_work(sealed.path).decisions) == 6
    assert not list(tmp_path.glob(".*sealing*"))


def test_another_name_does_not_matter(sealed: Sealed, tmp_path: Path) -> None:
    renamed = Path(shutil.copy(sealed.path, tmp_path / "task(1).annot"))
    assert read_work(renamed).owner == "alice"
    assert read_work(renamed).decisions == read_work(sealed.path).decisions


@pytest.mark.parametrize("kept", [0, 50, 100, 4096, 0.5, 0.99])
def test_a_file_that_was_copied_by_half_is_recognised(sealed: Sealed, kept: float) -> None:
    size = sealed.path.stat().st_size
    os.truncate(sealed.path, int(kept * size if kept < 1 else kept))
    with pytest.raises(ProjectError, match=r"is incomplete|is empty|is not a project"):
        read_work(sealed.path)


def test_a_file_that_was_changed_after_it_was_sealed_is_recognised(sealed: Sealed) -> None:
    with Project.open(sealed.path) as opened:
        decide(opened)
    with pytest.raises(ProjectError, match="holds 6 decisions, the seal says 3"):
        read_work(sealed.path)


def test_bytes_that_changed_on_the_way_are_recognised(sealed: Sealed) -> None:
    with closing(sqlite3.connect(sealed.path)) as connection:
        (size,) = connection.execute("PRAGMA page_size").fetchone()
        (root,) = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'decision'").fetchone()
    with sealed.path.open("r+b") as file:
        file.seek((root - 1) * size)
        file.write(b"\xff" * size)
    with pytest.raises(ProjectError, match="is damaged"):
        read_work(sealed.path)


@pytest.mark.parametrize(
    ("change", "what"),
    [
        ("CREATE TRIGGER t AFTER INSERT ON decision BEGIN DELETE FROM decision; END", "a trigger called t"),
        ("CREATE VIEW v AS SELECT 1", "a view called v"),
        ("CREATE VIRTUAL TABLE sly USING fts5(x)", "a virtual table called sly"),
        ("DROP TABLE presentation", "a table presentation"),
        ("ALTER TABLE decision RENAME COLUMN cause TO reason", "a column cause|proper column cause"),
        ("DROP TABLE scheme; CREATE TABLE scheme (version, json)", "a table scheme that takes values of any type"),
        ("DROP TABLE scheme; CREATE TABLE scheme (version TEXT, json TEXT) STRICT", "proper column version"),
        (
            "DROP TABLE scheme; CREATE TABLE scheme (version INTEGER, json TEXT AS (zeroblob(9)) VIRTUAL) STRICT",
            "proper column json",
        ),
        ("UPDATE decision SET id = 'f' || substr(id, 2)", "decision"),
        ("UPDATE decision SET kind = 'explode'", "decision"),
        ("UPDATE decision SET start = -1", "decision"),
        ("UPDATE decision SET score = 7.5", "decision"),
        ("UPDATE decision SET seconds = 9e999", "decision"),
        ("UPDATE decision SET at = 'yesterday'", "decision"),
        ("UPDATE decision SET cause = 'whim'", "decision"),
        ("UPDATE decision SET target = '../../etc/passwd' WHERE target IS NOT NULL", "decision"),
        ("UPDATE decision SET value = printf('%.*c', 100001, 'x')", "decision"),
        ("UPDATE annotator SET name = 'mallory'", "a person whose id"),
        ("PRAGMA foreign_keys = OFF; UPDATE assignment SET round = 'another'", "assignment"),
        ("INSERT INTO presentation VALUES ('0123456789abcdef01234567', '0123456789abcdef01234567', '[]')", "presentation"),
        ("INSERT INTO presentation VALUES ('0123456789abcdef01234567', '0123456789abcdef01234567', 'x')", "It was not read"),
    ],
)
def test_what_this_program_does_not_write_is_not_read(sealed: Sealed, change: str, what: str) -> None:
    with closing(sqlite3.connect(sealed.path)) as connection:
        connection.execute("DELETE FROM project WHERE key LIKE 'sealed%'")
        connection.commit()
        connection.executescript(change)
    with pytest.raises(NotAProject, match=what):
        read_work(sealed.path)


def test_values_larger_than_any_that_is_written_are_not_read(sealed: Sealed) -> None:
    with closing(sqlite3.connect(sealed.path)) as connection:
        connection.execute("UPDATE scheme SET json = printf('%.*c', 2000000, 'x')")
        connection.commit()
    with pytest.raises(ProjectError, match="too big"):
        read_work(sealed.path)


def numbered(path: Path, pragma: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA {pragma}")


@pytest.mark.parametrize(
    ("spoil", "error", "why"),
    [
        (lambda path: numbered(path, "user_version = 99"), NewerProject, "newer version"),
        (lambda path: numbered(path, "application_id = 1"), NotAProject, "is not a project"),
        (lambda path: path.write_bytes(b"PK\x03\x04" * 100), NotAProject, "is not a project"),
        (lambda path: path.unlink(), NotAProject, "There is no file"),
    ],
)
def test_a_file_of_another_kind_is_refused(sealed: Sealed, spoil: Callable[[Path], object], error: type[Exception], why: str) -> None:
    spoil(sealed.path)
    with pytest.raises(error, match=why):
        read_work(sealed.path)


def test_reading_leaves_nothing_beside_the_file_and_changes_nothing(sealed: Sealed, tmp_path: Path) -> None:
    before = sealed.path.read_bytes(), sorted(tmp_path.iterdir())
    read_work(sealed.path)
    assert (sealed.path.read_bytes(), sorted(tmp_path.iterdir())) == before
