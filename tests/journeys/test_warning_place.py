"""A project that lies where it can break: said once, in the banner, and in nobody's way."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from annotator.app import App
from annotator.features.warning_place import WarningPlace
from annotator.project.backing_up import back_up
from annotator.project.workspace import Project
from annotator.session.settings import load_settings
from annotator.ui.backup_page import BackupPage

Open = Callable[..., App]
Keys = Callable[..., None]
SPACE, DOWN = Qt.Key.Key_Space, Qt.Key.Key_Down


@pytest.fixture
def shared(sample: Path, tmp_path: Path) -> Path:
    """A project in a folder that a program copies."""
    folder = tmp_path / "我的坚果云"
    folder.mkdir()
    return Path(shutil.copy(sample, folder / "study.annot"))


def banner(app: App) -> str:
    return app.window._banner.text() if app.window._banner.isVisible() else ""


def feature(app: App) -> WarningPlace:
    return next(guest for guest in app.room._guests if isinstance(guest, WarningPlace))


def decisions(app: App) -> int:
    assert app.desk is not None
    return int(app.desk.project.connection.execute("SELECT count(*) FROM decision").fetchone()[0])


def test_it_is_said_while_work_goes_on_and_leaves_with_the_article(open_app: Open, shared: Path, keys: Keys, qtbot: QtBot) -> None:
    app = open_app(shared)
    qtbot.waitUntil(lambda: "坚果云 synchronises" in banner(app), timeout=20_000)
    before = decisions(app)
    keys(SPACE)
    assert decisions(app) == before + 1, "the keyboard is with the article"
    assert banner(app)
    keys(DOWN, modifier=Qt.KeyboardModifier.ControlModifier)
    assert not banner(app)


def test_it_is_said_once_of_every_project_also_by_the_next_window(open_app: Open, shared: Path, qtbot: QtBot) -> None:
    app = open_app(shared)
    qtbot.waitUntil(lambda: bool(banner(app)), timeout=20_000)
    app.close_project()
    assert not banner(app)
    assert load_settings().warned == (str(shared),)
    app.open_project(shared)
    assert not feature(app).is_looking
    app.close_project()
    later = open_app(shared)
    assert not feature(later).is_looking
    second = Path(shutil.copy(shared, shared.with_name("second.annot")))
    later.open_project(second)
    qtbot.waitUntil(lambda: bool(banner(later)), timeout=20_000)


def test_of_a_copy_of_a_backup_in_the_same_folder_it_is_not_said_again(open_app: Open, shared: Path, keys: Keys, qtbot: QtBot) -> None:
    with Project.open(shared) as project:
        back_up(project, "merge")
    app = open_app(shared)
    qtbot.waitUntil(lambda: bool(banner(app)), timeout=20_000)
    app.window.command("backups").trigger()
    qtbot.waitUntil(lambda: isinstance(app.window._cover, BackupPage) and app.window._cover.copy.isEnabled(), timeout=20_000)
    keys("o")
    qtbot.waitUntil(lambda: app.desk is not None and app.desk.project.path != shared, timeout=20_000)
    assert not feature(app).is_looking
    assert not banner(app)


def test_nothing_is_said_of_a_folder_of_this_computer(open_app: Open, project: Path, qtbot: QtBot) -> None:
    app = open_app(project)
    assert feature(app).is_looking
    qtbot.waitUntil(lambda: not feature(app).is_looking, timeout=20_000)
    assert not banner(app)
    assert load_settings().warned == ()


def test_a_drive_of_the_network_is_named_as_such(open_app: Open, project: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("annotator.store.whereabouts._disks", lambda: ["nas:/study / nfs4 rw 0 0"])
    app = open_app(project)
    qtbot.waitUntil(lambda: "network drive" in banner(app), timeout=20_000)


def test_whoever_only_reads_is_told_who_writes_and_nothing_else(open_app: Open, shared: Path) -> None:
    with Project.open(shared, who="何苗"):
        app = open_app(shared)
        assert not feature(app).is_looking
        assert "何苗" in banner(app)
    assert load_settings().warned == ()
