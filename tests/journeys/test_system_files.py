"""A double click in macOS's Finder: the system sends the running program an event with the file."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.app import App
from annotator.features import system_files

Open = Callable[..., App]


@pytest.fixture(autouse=True)
def macos(monkeypatch: pytest.MonkeyPatch) -> None:
    """Be asked by event, as on macOS."""
    monkeypatch.setattr(system_files, "IS_ASKED_BY_EVENT", True)


def ask(path: Path) -> None:
    """Send the application what the system sends it."""
    application = QApplication.instance()
    assert application is not None
    QCoreApplication.postEvent(application, QFileOpenEvent(QUrl.fromLocalFile(str(path))))


def test_a_project_opens_from_the_first_page(open_app: Open, project: Path, qtbot: QtBot) -> None:
    app = open_app(None)
    ask(project)
    qtbot.waitUntil(lambda: app.desk is not None)
    assert app.desk is not None
    assert app.desk.project.path == project
    assert app.views is not None
    assert QApplication.focusWidget() is app.views.reading


def test_a_project_takes_the_place_of_the_open_one(open_app: Open, project: Path, tmp_path: Path, qtbot: QtBot) -> None:
    other = Path(shutil.copy(project, tmp_path / "另一个课题.ANNOT"))
    app = open_app(project)
    ask(other)
    qtbot.waitUntil(lambda: app.desk is not None and app.desk.project.path == other)


def test_a_file_that_is_no_project_is_refused_with_a_sentence_and_others_are_not_ours(
    open_app: Open, project: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    app = open_app(project)
    (tmp_path / "page.txt").write_text("产业扶贫", encoding="utf-8")
    (tmp_path / "broken.annot").write_text("no project", encoding="utf-8")
    said = app.window.status_line.sentence
    ask(tmp_path / "page.txt")
    QCoreApplication.sendPostedEvents()
    assert app.window.status_line.sentence == said
    ask(tmp_path / "broken.annot")
    qtbot.waitUntil(lambda: "broken.annot" in app.window.status_line.sentence)
    assert app.desk is not None
    assert app.desk.project.path == project


def test_what_a_page_holds_is_not_thrown_away(open_app: Open, project: Path, tmp_path: Path, qtbot: QtBot) -> None:
    other = Path(shutil.copy(project, tmp_path / "other.annot"))
    app = open_app(project)
    app.window.command("knowledge").trigger()
    assert app.window.covered_by == "knowledge"
    ask(other)
    qtbot.waitUntil(lambda: "other.annot was not opened" in app.window.status_line.sentence)
    assert app.desk is not None
    assert app.desk.project.path == project
    assert app.window.covered_by == "knowledge"
