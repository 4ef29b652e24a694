"""Backups in the real window: made by themselves when something changed, listed, restored, opened as a copy, refused with a sentence."""

import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.app import App, build
from annotator.features.backups import Backups
from annotator.project import backing_up
from annotator.project.assigning import assign
from annotator.project.backing_up import back_up, backups_of, folder_of
from annotator.project.handing_out import hand_out
from annotator.project.workspace import Project
from annotator.session.desk import Desk
from annotator.session.jobs import finish_all
from annotator.store.file import save_copy
from annotator.ui.backup_page import BackupPage

Open = Callable[..., App]
Keys = Callable[..., None]
ESCAPE, ENTER, SPACE = Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Space


def desk_of(app: App) -> Desk:
    assert app.desk is not None
    return app.desk


def feature(app: App) -> Backups:
    return next(guest for guest in app.room._guests if isinstance(guest, Backups))


def decide(app: App, keys: Keys) -> None:
    desk = desk_of(app)
    desk.open(max(desk.rows(), key=lambda row: row.candidates).id)
    keys(SPACE)


def decisions(app: App) -> int:
    return int(desk_of(app).project.connection.execute("SELECT count(*) FROM decision").fetchone()[0])


def backups_page(app: App, qtbot: QtBot, count: int) -> BackupPage:
    """Return the page once it lists so many backups."""
    if app.window.covered_by != "backups":
        app.window.command("backups").trigger()
    qtbot.waitUntil(lambda: isinstance(app.window._cover, BackupPage) and len(app.window._cover._backups) == count, timeout=20_000)
    page = app.window._cover
    assert isinstance(page, BackupPage)
    return page


def whys(path: Path) -> list[str]:
    return [backup.stem.rsplit("-", 1)[1] for backup in backups_of(path)]


def test_half_an_hour_of_work_is_backed_up_and_reading_is_not(open_app: Open, project: Path, keys: Keys, qtbot: QtBot) -> None:
    app = open_app(project)
    assert feature(app)._timer.isActive()
    feature(app).back_up_work()
    assert feature(app).copying is None
    decide(app, keys)
    feature(app).back_up_work()
    qtbot.waitUntil(lambda: feature(app).copying is None, timeout=20_000)
    assert whys(project) == ["work"]
    with Project.open(backups_of(project)[0], write=False) as copy:
        assert copy.connection.execute("SELECT count(*) FROM decision").fetchone()[0] == decisions(app)
    feature(app).back_up_work()
    assert feature(app).copying is None, "nothing was stored since"


def test_closing_backs_up_what_was_changed_and_only_that(open_app: Open, project: Path, keys: Keys, qtbot: QtBot) -> None:
    app = open_app(project)
    app.close_project()
    finish_all()
    assert not folder_of(project).exists()
    app.open_project(project)
    decide(app, keys)
    made = decisions(app)
    app.close_project()
    qtbot.waitUntil(lambda: whys(project) == ["closing"], timeout=20_000)
    with Project.open(backups_of(project)[0], write=False) as copy:
        assert copy.connection.execute("SELECT count(*) FROM decision").fetchone()[0] == made
    finish_all()
    app.open_project(project)
    app.close_project()
    finish_all()
    assert whys(project) == ["closing"]


def test_what_was_decided_before_the_project_was_opened_anew_is_backed_up_at_closing(
    open_app: Open, project: Path, keys: Keys, qtbot: QtBot
) -> None:
    app = open_app(project)
    decide(app, keys)
    app.room.open_again()
    finish_all()
    assert not folder_of(project).exists()
    app.close_project()
    qtbot.waitUntil(lambda: whys(project) == ["closing"], timeout=20_000)


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Event:
    """Hold every backup up, before it begins to copy, until the event is set."""
    go_on = Event()

    def slowly(connection: sqlite3.Connection, target: Path) -> None:
        assert go_on.wait(60)
        save_copy(connection, target)

    monkeypatch.setattr(backing_up, "save_copy", slowly)
    return go_on


def test_the_next_project_opens_while_the_last_one_is_still_being_backed_up(
    open_app: Open, project: Path, keys: Keys, qtbot: QtBot, held: Event
) -> None:
    other = Path(shutil.copy(project, project.with_name("other.annot")))
    app = open_app(project)
    decide(app, keys)
    made = decisions(app)
    app.open_project(other)
    assert desk_of(app).project.path == other
    decide(app, keys)
    assert whys(project) == []
    # The project is free: whoever opens it may write, here too.
    with Project.open(project) as again:
        assert not again.file.read_only
    held.set()
    qtbot.waitUntil(lambda: whys(project) == ["closing"], timeout=20_000)
    with Project.open(backups_of(project)[0], write=False) as copy:
        assert copy.connection.execute("SELECT count(*) FROM decision").fetchone()[0] == made


def test_the_end_of_the_program_waits_for_the_backup(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, keys: Keys, qtbot: QtBot
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    app = build(project, annotator="林晓")
    app.window.show()
    qtbot.waitUntil(app.window.isActiveWindow)
    decide(app, keys)
    app.close()
    assert whys(project) == ["closing"]


def test_closing_gives_up_a_backup_that_is_under_way_and_makes_its_own(
    open_app: Open, project: Path, keys: Keys, qtbot: QtBot, held: Event
) -> None:
    app = open_app(project)
    decide(app, keys)
    feature(app).back_up_work()
    given_up = feature(app).copying
    assert given_up is not None
    app.close_project()
    held.set()
    qtbot.waitUntil(lambda: whys(project) == ["closing"], timeout=20_000)
    finish_all()
    assert whys(project) == ["closing"], "of the other one nothing appears"
    assert [path.name for path in folder_of(project).iterdir()] == [backups_of(project)[0].name]


def test_closing_once_more_gives_up_the_backup_of_the_last_closing_and_none_is_missing(
    open_app: Open, project: Path, keys: Keys, qtbot: QtBot, held: Event
) -> None:
    app = open_app(project)
    decide(app, keys)
    made = decisions(app)
    app.close_project()
    app.open_project(project)
    app.close_project()
    held.set()
    qtbot.waitUntil(lambda: whys(project) == ["closing"], timeout=20_000)
    finish_all()
    assert whys(project) == ["closing"]
    with Project.open(backups_of(project)[0], write=False) as copy:
        assert copy.connection.execute("SELECT count(*) FROM decision").fetchone()[0] == made


def test_a_backup_that_cannot_be_written_is_said_on_the_first_page(open_app: Open, project: Path, keys: Keys, qtbot: QtBot) -> None:
    folder_of(project).write_text("in the way")
    app = open_app(project)
    decide(app, keys)
    app.window.command("close_project").trigger()
    qtbot.waitUntil(lambda: folder_of(project).name in app.window._banner.text(), timeout=20_000)


def test_a_task_file_is_backed_up_too_and_a_file_that_is_only_read_is_not(
    open_app: Open, project: Path, tmp_path: Path, keys: Keys, qtbot: QtBot
) -> None:
    with Project.open(project) as lead:
        assign(lead, ["林晓"])
        (handed,) = hand_out(lead, tmp_path / "out")
    app = open_app(handed.path)
    decide(app, keys)
    beside = open_app(handed.path)
    assert not desk_of(beside).is_writable
    assert not feature(beside)._timer.isActive()
    beside.close_project()
    finish_all()
    assert not folder_of(handed.path).exists()
    app.close_project()
    qtbot.waitUntil(lambda: whys(handed.path) == ["closing"], timeout=20_000)


def test_enter_restores_a_backup_in_place_and_what_was_then_is_the_newest(open_app: Open, project: Path, keys: Keys, qtbot: QtBot) -> None:
    app = open_app(project)
    app.window.command("backups").trigger()
    keys("b")
    backups_page(app, qtbot, 1)
    # What a merge or an import brings may be taken back: it is not of this file's making.
    desk_of(app).project.connection.execute("UPDATE project SET value = 'renamed' WHERE key = 'title'")
    keys(ENTER)
    page = backups_page(app, qtbot, 2)
    qtbot.waitUntil(lambda: isinstance(app.window._cover, BackupPage) and "Restored" in app.window._cover.message.text())
    page = backups_page(app, qtbot, 2)
    assert [backup.why for backup in page._backups] == ["restore", "asked"]
    assert desk_of(app).project.title != "renamed"
    assert app.window.covered_by == "backups"
    assert page.table.hasFocus()


def test_a_backup_older_than_a_decision_is_refused_with_a_sentence(open_app: Open, project: Path, keys: Keys, qtbot: QtBot) -> None:
    app = open_app(project)
    app.window.command("backups").trigger()
    keys("b")
    backups_page(app, qtbot, 1)
    keys(ESCAPE)
    assert app.views is not None
    assert QApplication.focusWidget() is app.views.reading
    decide(app, keys)
    made = decisions(app)
    page = backups_page(app, qtbot, 1)
    keys(ENTER)
    qtbot.waitUntil(lambda: "would be lost" in page.message.text(), timeout=20_000)
    assert decisions(app) == made
    assert page.restore.isEnabled()


def test_o_opens_a_refused_backup_as_a_copy_and_both_files_come_together_again(
    open_app: Open, project: Path, keys: Keys, qtbot: QtBot
) -> None:
    app = open_app(project)
    app.window.command("backups").trigger()
    keys("b")
    backups_page(app, qtbot, 1)
    keys(ESCAPE)
    decide(app, keys)
    made = decisions(app)
    page = backups_page(app, qtbot, 1)
    keys(ENTER)
    qtbot.waitUntil(lambda: "as a copy" in page.message.text(), timeout=20_000)
    keys("o")
    qtbot.waitUntil(lambda: desk_of(app).project.path != project, timeout=20_000)
    copy = desk_of(app).project.path
    assert copy.parent == project.parent
    assert copy.stem.startswith(f"{project.stem}-2")
    assert desk_of(app).is_writable
    assert desk_of(app).project.title.startswith("示例课题 Sample project (")
    assert not app.window.covered_by
    assert app.views is not None
    assert QApplication.focusWidget() is app.views.reading
    assert copy.name in app.window.status_line.sentence
    assert decisions(app) == 0
    decide(app, keys)
    app.open_project(project)
    assert decisions(app) == made, "the project is as it was"


def test_o_opens_a_copy_of_what_another_window_is_writing(open_app: Open, project: Path, keys: Keys, qtbot: QtBot) -> None:
    with Project.open(project) as other:
        back_up(other, "asked")
        app = open_app(project)
        assert not desk_of(app).is_writable
        page = backups_page(app, qtbot, 1)
        assert not page.restore.isEnabled()
        keys("O")
        qtbot.waitUntil(lambda: desk_of(app).project.path != project, timeout=20_000)
        assert desk_of(app).is_writable


def test_another_projects_backup_in_the_folder_is_refused(
    open_app: Open, project: Path, empty_project: Path, keys: Keys, qtbot: QtBot
) -> None:
    folder_of(project).mkdir()
    shutil.copy(empty_project, folder_of(project) / f"{project.stem}-20260101T000000.000000Z-merge.annot")
    app = open_app(project)
    page = backups_page(app, qtbot, 1)
    assert [row[1] for row in page.table.figures.rows] == ["before a merge"]
    keys(ENTER)
    qtbot.waitUntil(lambda: "another project" in page.message.text(), timeout=20_000)
    keys("o")
    qtbot.waitUntil(lambda: page.copy.isEnabled() and "another project" in page.message.text(), timeout=20_000)
    assert desk_of(app).project.path == project
