"""Backups: made, bounded, and restored as long as nothing was decided since."""

import random
from pathlib import Path

import pytest

from annotator.core.decision import Draft, Kind
from annotator.core.errors import ProjectError
from annotator.project import annotating, backing_up
from annotator.project.backing_up import back_up, backups_of, folder_of, restore
from annotator.project.checking import problems
from annotator.project.creating import new_project
from annotator.project.workspace import Project
from annotator.store import articles


def decide(project: Project, name: str = "alice") -> None:
    """Write one decision made here."""
    article = random.Random(1).choice([a.id for a in articles.each(project.connection)])
    opened = annotating.open_article(project, annotating.person(project, name), article)
    project.ledger.append(opened.assignment, [Draft(Kind.FLAG, value="doubt")], scheme_version=1)


def ledger(project: Project) -> list[tuple[object, ...]]:
    return project.connection.execute("SELECT * FROM decision ORDER BY id").fetchall()


def test_a_backup_holds_what_is_in_the_log_too(demo: Project) -> None:
    decide(demo)
    made = back_up(demo, "merge")
    assert made.parent == folder_of(demo.path) == demo.path.with_name("demo-backups")
    with Project.open(made, write=False) as copy:
        assert ledger(copy) == ledger(demo)


def test_only_so_many_stay_and_other_files_in_the_folder_are_left_alone(demo: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backing_up, "KEPT", 3)
    folder_of(demo.path).mkdir()
    for name in ("notes.txt", "demo-of-mine.annot", "demo-20250101T000000Z-merge.txt"):
        (folder_of(demo.path) / name).write_text("mine")
    made = [back_up(demo, "merge") for _ in range(5)]
    assert set(backups_of(demo.path)) == set(made[2:])
    assert len(list(folder_of(demo.path).iterdir())) == 6


def test_only_so_many_bytes_stay_but_the_newest_always_does(demo: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backing_up, "LARGEST", 1)
    made = [back_up(demo, "merge") for _ in range(3)]
    assert backups_of(demo.path) == [made[-1]]


def test_restoring_brings_everything_back_and_can_be_taken_back(demo: Project) -> None:
    backup = back_up(demo, "merge")
    before = ledger(demo)
    decide(demo)
    demo.connection.execute("UPDATE decision SET here = 0")
    after = ledger(demo)
    kept = restore(demo, backup)
    assert ledger(demo) == before
    assert problems(demo) == []
    with Project.open(kept, write=False) as copy:
        assert ledger(copy) == after
    path = demo.path
    demo.close()
    with Project.open(path) as again:
        assert ledger(again) == before
        decide(again)


def test_nothing_is_restored_once_something_was_decided(demo: Project) -> None:
    decide(demo)
    backup = back_up(demo, "merge")
    decide(demo, "bob")
    before = ledger(demo)
    with pytest.raises(ProjectError, match="1 decisions were made since"):
        restore(demo, backup)
    assert ledger(demo) == before


def test_another_projects_backup_is_refused(demo: Project, tmp_path: Path) -> None:
    with new_project(tmp_path / "other.annot") as other:
        backup = back_up(other, "merge")
    with pytest.raises(ProjectError, match="of another project"):
        restore(demo, backup)
