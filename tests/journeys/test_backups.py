"""Backups in the real window: made by themselves when something changed, listed, restored, and refused with a sentence."""

import shutil
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.app import App
from annotator.features.backups import Backups
from annotator.project.assigning import assign
from annotator.project.backing_up import backups_of, folder_of
from annotator.project.handing_out import hand_out
from annotator.project.workspace import Project
from annotator.session.desk import Desk
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
    assert not feature(app).errands.is_busy
    decide(app, keys)
    feature(app).back_up_work()
    qtbot.waitUntil(lambda: not feature(app).errands.is_busy, timeout=20_000)
    assert whys(project) == ["work"]
    with Project.open(backups_of(project)[0], write=False) as copy:
        assert copy.connection.execute("SELECT count(*) FROM decision").fetchone()[0] == decisions(app)
    feature(app).back_up_work()
    assert not feature(app).errands.is_busy, "nothing was stored since"


def test_closing_backs_up_what_was_changed_and_only_that(open_app: Open, project: Path, keys: Keys) -> None:
    app = open_app(project)
    app.close_project()
    assert not folder_of(project).exists()
    app.open_project(project)
    decide(app, keys)
    app.close_project()
    assert whys(project) == ["closing"]
    app.open_project(project)
    app.close_project()
    assert whys(project) == ["closing"]


def test_a_task_file_is_backed_up_too_and_a_file_that_is_only_read_is_not(
    open_app: Open, project: Path, tmp_path: Path, keys: Keys
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
    assert not folder_of(handed.path).exists()
    app.close_project()
    assert whys(handed.path) == ["closing"]


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
