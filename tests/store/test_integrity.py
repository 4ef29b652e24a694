"""The check finds whatever was changed behind the program's back."""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from annotator.core.decision import Assignment, Draft, Kind
from annotator.store import candidates, integrity
from annotator.store.file import ProjectFile, open_project
from annotator.store.ledger import Ledger


@pytest.fixture
def worked(project: ProjectFile, task: Callable[..., Assignment]) -> ProjectFile:
    """A project with marks, a link, flags, a finished article and a presentation."""
    ledger = Ledger(project.connection)
    first, second, *rest = candidates.of_article(project.connection, task().article)
    shown = candidates.remember_presentation(project.connection, task().article, [first.id, second.id])
    ledger.append(
        task(),
        [
            Draft(Kind.ACCEPT, target=first.id, start=first.start, end=first.end, label=first.label, surface=first.surface),
            Draft(Kind.LINK, target=first.id, value="programme"),
            Draft(Kind.REJECT, target=second.id),
            *(Draft(Kind.FLAG, target=c.id, value="?") for c in rest),
            Draft(Kind.FINISH, value=shown),
        ],
        scheme_version=1,
    )
    ledger.append(task("bob"), [Draft(Kind.SKIP, target=second.id)], scheme_version=1)
    ledger.append(task("bob", 2), [Draft(Kind.ADD, start=1, end=3, label="OTHER", surface="驻村")], scheme_version=1)
    return project


def test_a_project_that_people_worked_on_has_no_problems(worked: ProjectFile) -> None:
    assert list(integrity.problems(worked.connection)) == []


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ("UPDATE page SET text = replace(text, '云岭', '雲嶺')", "the text has changed since it was imported"),
        ("UPDATE article SET segments = '[[0,0,9999]]' WHERE number = 2", "two articles share characters from 0, or reach beyond"),
        ("UPDATE article SET segments = '[[0,1,2]]' WHERE number = 2", "A0002: the id is not that of its segments"),
        ("UPDATE article SET candidates = 7 WHERE number = 1", "A0001: the counter says 7 candidates, there are 4"),
        ("UPDATE candidate SET surface = '扶贫'", "is not “扶贫”"),
        ("UPDATE candidate SET start = -3, surface = '' WHERE surface = '低保'", "the text at -3–13 is not “”"),
        ("UPDATE candidate SET label = 'OTHER'", "the id is not that of its span"),
        ("UPDATE annotator SET name = 'mallory' WHERE name = 'alice'", "Annotator mallory: the id is not that of the name"),
        ("UPDATE assignment SET round = 'pilot'", "the id is not that of its article, annotator, round and condition"),
        ("UPDATE presentation SET candidates = '[]'", "the id is not that of what was shown"),
        ("UPDATE decision SET start = start + 1 WHERE kind = 'add'", "the text at 2–3 is not “驻村”"),
        ("UPDATE decision SET \"end\" = NULL WHERE kind = 'add'", "the text at 1–None is not “驻村”"),
        ("UPDATE decision SET annotator = 'x' WHERE kind = 'add'", "it does not belong to assignment"),
        ("UPDATE decision SET id = 'x' WHERE kind = 'finish'", "it does not belong to assignment"),
        ("DELETE FROM decision WHERE kind = 'accept'", "the marks are not what the ledger says"),
        ("DELETE FROM mark", "the marks are not what the ledger says"),
        ("UPDATE mark SET status = 'moved'", "the marks are not what the ledger says"),
        ("UPDATE mark SET programme = NULL", "the marks are not what the ledger says"),
        ("UPDATE assignment SET decided = decided + 1", "the counters say"),
        ("UPDATE assignment SET flags = 0", "the counters say"),
        ("UPDATE assignment SET finished = NULL", "the counters say"),
        ("DELETE FROM decision WHERE kind = 'reject'", "the counters say"),
        ("DELETE FROM article WHERE number = 3", "A row of candidate refers to a row of article that does not exist"),
    ],
)
def test_a_change_behind_the_programs_back_is_found(worked: ProjectFile, change: str, says: str) -> None:
    worked.connection.execute("PRAGMA foreign_keys = OFF")
    worked.connection.execute(change)
    found = list(integrity.problems(worked.connection))
    assert any(says in sentence for sentence in found), found


def test_a_file_that_sqlite_cannot_read_any_more_is_a_problem_and_no_crash(worked: ProjectFile) -> None:
    worked.close()
    damage(worked.path)
    with open_project(worked.path, write=False) as file:
        found = list(integrity.problems(file.connection))
    assert found
    assert all(sentence.startswith("SQLite: ") for sentence in found)


def test_a_file_that_is_cut_off_while_it_is_open_is_a_problem_and_no_crash(worked: ProjectFile) -> None:
    worked.close()
    with open_project(worked.path, write=False) as file:
        os.truncate(worked.path, 4096)
        (problem,) = integrity.problems(file.connection)
        # Newer versions name the table that they stumbled over.
        assert problem in {"SQLite: database disk image is malformed", "SQLite: vtable constructor failed: search"}


def test_what_sqlite_finds_itself_is_told_and_no_more_is_asked(worked: ProjectFile) -> None:
    worked.connection.execute("UPDATE page SET text = 'another'")
    worked.connection.execute("PRAGMA writable_schema = ON")
    worked.connection.execute("UPDATE sqlite_schema SET sql = replace(sql, 'cause TEXT', 'cause TEXT NOT NULL') WHERE name = 'decision'")
    worked.close()
    # The program itself refuses such a file: its schema is another.
    with closing(sqlite3.connect(worked.path)) as connection:
        found = list(integrity.problems(connection))
    assert found
    assert set(found) == {"SQLite: NULL value in decision.cause"}


def damage(path: Path) -> None:
    """Overwrite the pages of the ledger, not those of the schema."""
    connection = sqlite3.connect(path)
    (size,) = connection.execute("PRAGMA page_size").fetchone()
    roots = [row[0] for row in connection.execute("SELECT rootpage FROM sqlite_schema WHERE tbl_name IN ('decision', 'mark', 'page')")]
    connection.close()
    with path.open("r+b") as file:
        for root in roots:
            file.seek((root - 1) * size)
            file.write(b"\xff" * size)


def test_marks_that_went_astray_are_rebuilt_from_the_ledger(worked: ProjectFile) -> None:
    worked.connection.execute("UPDATE mark SET label = 'OTHER'")
    worked.connection.execute("UPDATE assignment SET decided = 9, flags = 9, finished = NULL")
    ledger = Ledger(worked.connection)
    for (assignment,) in worked.connection.execute("SELECT id FROM assignment").fetchall():
        ledger.rebuild(assignment)
    assert list(integrity.problems(worked.connection)) == []
