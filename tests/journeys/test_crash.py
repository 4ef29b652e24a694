"""A mistake of the program in the real window: one dialog, nothing lost, the work goes on."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Protocol

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator import places
from annotator.app import App
from annotator.core.fold import Status
from annotator.session.desk import Desk
from annotator.ui.crash_dialog import CrashDialog

Open = Callable[..., App]

# Without a screen a window has no size to limit.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


class Keys(Protocol):
    """Presses keys where the focus is."""

    def __call__(self, *keys: str | Qt.Key, modifier: Qt.KeyboardModifier = ...) -> None: ...

    def type(self, words: str) -> None: ...


class Slip(Exception):
    """What nobody expected."""


def desk_of(app: App) -> Desk:
    assert app.desk is not None
    return app.desk


@pytest.fixture
def app(open_app: Open, project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[App]:
    """The window, watched as it is when a person has started it."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    app = open_app(project)
    app.crashing.install()
    yield app
    app.crashing.remove()


def dialogs(app: App) -> list[CrashDialog]:
    return [dialog for dialog in app.window.findChildren(CrashDialog) if dialog.isVisible()]


def test_a_mistake_in_a_command_shows_a_report_and_the_work_goes_on(
    app: App, keys: Keys, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = (item.target for item in desk_of(app).items[:2])
    keys(" ")

    def slip(**_: object) -> None:
        raise Slip

    monkeypatch.setattr(app.window.docks, "toggle_side", slip)
    app.window.command("left_side").trigger()
    qtbot.waitUntil(lambda: len(dialogs(app)) == 1)
    assert "Slip" in dialogs(app)[0].report.toPlainText()
    QTest.keyClick(dialogs(app)[0], Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not dialogs(app))
    keys("X")
    states = [item.status for item in desk_of(app).items if item.target in {first, second}]
    assert states == [Status.ACCEPTED, Status.REJECTED]


def test_more_mistakes_never_open_a_second_dialog(app: App, qtbot: QtBot) -> None:
    for _ in range(3):
        sys.excepthook(Slip, Slip(), None)
    assert len(dialogs(app)) == 1
    assert "2 more" in dialogs(app)[0]._count.text()
    dialogs(app)[0].close()
    qtbot.waitUntil(lambda: not dialogs(app))
    sys.excepthook(Slip, Slip(), None)
    assert len(dialogs(app)) == 1
    dialogs(app)[0].close()


def test_the_log_is_where_the_help_menu_opens_it(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[QUrl] = []

    def open_url(url: QUrl) -> bool:
        opened.append(url)
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    app.window.command("open_logs").trigger()
    assert [Path(url.toLocalFile()) for url in opened] == [places.logs()]
    sys.excepthook(Slip, Slip(), None)
    dialogs(app)[0].close()
    assert "Slip" in (places.logs() / "annotator.log").read_text(encoding="utf-8")


def test_a_window_that_is_only_built_leaves_the_hooks_alone(open_app: Open, project: Path) -> None:
    before = sys.excepthook
    app = open_app(project)
    assert sys.excepthook is before
    assert not app.crashing.is_shown
    assert QApplication.instance() is not None
