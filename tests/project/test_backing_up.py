"""Backups: made, bounded, restored as long as nothing was decided since, and copied beside the project."""

import random
import signal
import subprocess
import sys
from collections import Counter
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.decision import Draft, Kind
from annotator.core.errors import ProjectError
from annotator.project import annotating, backing_up
from annotator.project.backing_up import KEPT, LARGEST, OF_EACH, back_up, backups_of, copy_beside, folder_of, made_at, restore, staying
from annotator.project.checking import problems
from annotator.project.creating import new_project
from annotator.project.merging import merge
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
    monkeypatch.setattr(backing_up, "OF_EACH", 2)
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


def test_a_backup_in_which_somebody_works_does_not_go(demo: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backing_up, "LARGEST", 1)
    with Project.open(back_up(demo, "merge")) as opened:
        made = back_up(demo, "work")
        assert set(backups_of(demo.path)) == {opened.path, made}
    made = back_up(demo, "work")
    assert backups_of(demo.path) == [made]


def test_backups_at_closing_do_not_push_out_those_before_a_merge(demo: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backing_up, "KEPT", 3)
    monkeypatch.setattr(backing_up, "OF_EACH", 1)
    merged = [back_up(demo, "merge") for _ in range(2)]
    closed = [back_up(demo, "closing") for _ in range(5)]
    assert set(backups_of(demo.path)) == {merged[1], *closed[2:]}


SIZES = st.one_of(st.integers(1, 10), st.integers(LARGEST // 10, LARGEST // 2), st.just(LARGEST + 1))
KINDS = st.sampled_from(["merge", "restore", "import", "work", "closing", "asked"])
FOLDERS = st.lists(st.tuples(KINDS, SIZES), max_size=80)


@given(FOLDERS)
def test_the_newest_stays_and_the_bounds_hold(backups: list[tuple[str, int]]) -> None:
    stay = staying(backups)
    assert stay <= set(range(len(backups)))
    assert (0 in stay) == bool(backups)
    assert sum(backups[i][1] for i in stay) <= LARGEST or stay == {0}
    assert len(stay) <= KEPT + OF_EACH * len({why for why, _ in backups})


@given(st.lists(st.tuples(KINDS, st.integers(1, 1_000)), max_size=80))
def test_no_kind_starves_whatever_is_newer(backups: list[tuple[str, int]]) -> None:
    stay = staying(backups)
    of_kind = Counter(why for why, _ in backups)
    kept = Counter(backups[i][0] for i in stay)
    assert all(kept[why] >= min(count, OF_EACH) for why, count in of_kind.items())
    assert set(range(min(len(backups), KEPT))) <= stay


@given(FOLDERS)
def test_where_room_is_short_the_newest_of_every_kind_goes_first(backups: list[tuple[str, int]]) -> None:
    firsts = {why: i for i, (why, _) in reversed(list(enumerate(backups)))}
    if sum(backups[i][1] for i in firsts.values()) <= LARGEST:
        assert set(firsts.values()) <= staying(backups)


@given(FOLDERS)
def test_what_goes_today_is_not_missed_tomorrow(backups: list[tuple[str, int]]) -> None:
    stay = sorted(staying(backups))
    assert staying([backups[i] for i in stay]) == set(range(len(stay)))


def test_whoever_is_killed_while_copying_leaves_no_half_that_looks_whole(demo: Project) -> None:
    code = (
        "import os, signal, sys\n"
        "from pathlib import Path\n"
        "from annotator.project.backing_up import back_up\n"
        "from annotator.project.workspace import Project\n"
        "os.fsync = lambda _file: os.kill(os.getpid(), signal.SIGKILL)\n"
        "with Project.open(Path(sys.argv[1]), write=False) as project: back_up(project, 'closing')\n"
    )
    killed = subprocess.run([sys.executable, "-c", code, str(demo.path)], check=False)
    assert killed.returncode == -signal.SIGKILL
    (half,) = folder_of(demo.path).iterdir()
    assert half.stat().st_size > 0
    assert backups_of(demo.path) == []
    made = back_up(demo, "closing")
    assert set(folder_of(demo.path).iterdir()) == {half, made}, "it may be under way elsewhere"
    stamp = made_at(made).strftime("%Y%m%d")
    old = half.rename(half.with_name(half.name.replace(stamp, "20250101")))
    back_up(demo, "closing")
    assert not old.exists()


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


def test_the_backup_that_is_restored_is_not_pushed_out_by_the_one_made_before(demo: Project) -> None:
    oldest = back_up(demo, "work")
    for why in ["merge"] * OF_EACH + ["work"] * (KEPT - 1 - OF_EACH):
        back_up(demo, why)
    assert len(backups_of(demo.path)) == KEPT
    kept = restore(demo, oldest)
    assert oldest.exists()
    assert kept in backups_of(demo.path)
    back_up(demo, "work")
    assert not oldest.exists()


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


def test_a_copy_is_what_the_backup_holds_under_a_title_that_tells_it_apart(demo: Project) -> None:
    decide(demo)
    backup, before = back_up(demo, "merge"), ledger(demo)
    decide(demo, "bob")
    now = ledger(demo)
    made = [copy_beside(demo, backup) for _ in range(3)]
    day = made_at(backup).astimezone().strftime("%Y-%m-%d")
    assert [path.name for path in made] == [f"demo-{day}.annot", f"demo-{day}-2.annot", f"demo-{day}-3.annot"]
    assert ledger(demo) == now
    for path in made:
        with Project.open(path) as copy:
            assert ledger(copy) == before
            assert problems(copy) == []
            assert copy.file.setting("id") == demo.file.setting("id")
            assert copy.title.startswith(f"{demo.title} ({day}")
    assert {path.name for path in demo.path.parent.iterdir() if path.name.endswith(".new")} == set()


def test_what_was_decided_in_a_copy_and_in_its_project_comes_together_in_either_order(demo: Project) -> None:
    decide(demo)
    backup = back_up(demo, "merge")
    decide(demo, "bob")
    copied = copy_beside(demo, backup)
    with Project.open(copied) as copy:
        decide(copy, "alice")
    merge(demo, [copied])
    together = [row[:-1] for row in ledger(demo)]
    assert len(together) == 3
    path = demo.path
    demo.close()
    with Project.open(copied) as copy:
        merge(copy, [path])
        # All but where a decision was made.
        assert [row[:-1] for row in ledger(copy)] == together
        assert problems(copy) == []


def test_undo_in_a_copy_goes_on_where_it_was_then(demo: Project) -> None:
    decide(demo)
    backup = back_up(demo, "merge")
    with Project.open(copy_beside(demo, backup)) as copy:
        assert copy.ledger.undo(annotating.person(copy, "alice")) is not None
        assert copy.ledger.undo(annotating.person(copy, "alice")) is None


def test_another_projects_backup_is_not_copied(demo: Project, tmp_path: Path) -> None:
    with new_project(tmp_path / "other.annot") as other:
        backup = back_up(other, "merge")
    before = set(demo.path.parent.iterdir())
    with pytest.raises(ProjectError, match="of another project"):
        copy_beside(demo, backup)
    assert set(demo.path.parent.iterdir()) == before


def test_a_name_tells_when_a_backup_was_made_and_later_ones_sort_after_it(demo: Project) -> None:
    began = datetime.now(UTC)
    made = [back_up(demo, "work") for _ in range(3)]
    assert all(earlier < later for earlier, later in pairwise(map(made_at, made)))
    assert began <= made_at(made[0]) <= datetime.now(UTC)
