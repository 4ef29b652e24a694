"""Keys that the reader changed, in the real window: they work, are shown everywhere, and come back."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextBrowser
from pytestqt.qtbot import QtBot

from annotator.app import App
from annotator.core.fold import Status
from annotator.session.desk import Desk
from annotator.session.settings import load_settings
from annotator.ui.key_page import KeyPage
from annotator.ui.key_sheet import KeySheet

Open = Callable[..., App]
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier

# Without a screen a window has no size to limit.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


class Keys(Protocol):
    """Presses keys where the focus is."""

    def __call__(self, *keys: str | Qt.Key, modifier: Qt.KeyboardModifier = ...) -> None: ...

    def type(self, words: str) -> None: ...


def end(app: App) -> None:
    """Close the window as a reader does."""
    app.window.close()
    app.close_project()


def desk_of(app: App) -> Desk:
    assert app.desk is not None
    return app.desk


def page_of(app: App) -> KeyPage:
    page = app.window.findChild(KeyPage)
    assert isinstance(page, KeyPage)
    return page


def give(keys: Keys, command: str, key: Qt.Key) -> None:
    """Change a key as a reader would."""
    keys("K", modifier=CONTROL | SHIFT)
    keys.type(command)
    keys(Qt.Key.Key_Return)
    keys(key)


@pytest.fixture
def app(open_app: Open, project: Path) -> App:
    return open_app(project)


def status(app: App, target: str) -> Status:
    item = desk_of(app).by_target(target)
    assert item is not None
    return item.status


def test_a_changed_key_works_at_once_and_the_old_one_no_more(app: App, keys: Keys) -> None:
    first = desk_of(app).items[0].target
    give(keys, "Reject", Qt.Key.Key_G)
    keys(Qt.Key.Key_Escape)
    assert app.views is not None
    assert QApplication.focusWidget() is app.views.reading
    keys("X")
    assert status(app, first) is Status.OPEN
    keys("G")
    assert status(app, first) is Status.REJECTED


def test_menus_sheet_and_status_line_show_the_changed_key(app: App, keys: Keys) -> None:
    give(keys, "Reject", Qt.Key.Key_G)
    keys(Qt.Key.Key_Escape)
    assert app.window.command("reject").shortcut().toString() == "G"
    assert "G Reject" in app.window.status_line._hints.text()
    keys("?")
    sheet = app.window.findChild(KeySheet)
    assert isinstance(sheet, KeySheet)
    browser = sheet.findChild(QTextBrowser)
    assert isinstance(browser, QTextBrowser)
    lines = browser.toPlainText().split("\n")
    assert lines[lines.index("Reject") - 1] == "G"
    sheet.close()


def test_the_field_of_the_palette_shows_its_key(app: App, keys: Keys) -> None:
    give(keys, "Find a command", Qt.Key.Key_F9)
    keys(Qt.Key.Key_Escape)
    assert app.window.header._field.text().endswith("F9")


def test_changed_keys_are_kept_between_starts_and_only_what_differs(app: App, open_app: Open, project: Path, keys: Keys) -> None:
    give(keys, "Reject", Qt.Key.Key_G)
    assert load_settings().keys == {"reject": ("G",)}
    end(app)
    again = open_app(project)
    first = desk_of(again).items[0].target
    keys("G")
    assert status(again, first) is Status.REJECTED


def test_a_window_that_is_not_active_knows_the_changed_keys_too(app: App, keys: Keys) -> None:
    give(keys, "Reject", Qt.Key.Key_G)
    keys(Qt.Key.Key_Escape)
    first = desk_of(app).items[0].target
    QTest.keyClick(app.window, Qt.Key.Key_G)
    assert status(app, first) is Status.REJECTED


def test_while_a_key_is_waited_for_no_command_hears_it(app: App, keys: Keys) -> None:
    keys("K", modifier=CONTROL | SHIFT)
    keys.type("Reject")
    keys(Qt.Key.Key_Return)
    keys("O", modifier=CONTROL)
    assert app.window.covered_by == "change_keys"
    assert "Open a project" in page_of(app).message


def test_the_page_opens_without_a_project_too(open_app: Open, keys: Keys, qtbot: QtBot) -> None:
    app = open_app(None)
    app.window.command("change_keys").trigger()
    qtbot.waitUntil(lambda: page_of(app).isVisible())
    page_of(app).setFocus()
    keys(Qt.Key.Key_Escape)
    assert app.window.covered_by == ""


def test_a_label_of_the_project_comes_before_a_key_that_the_reader_chose(open_app: Open, project: Path, tmp_path: Path, keys: Keys) -> None:
    settings = tmp_path / "config" / "annotator" / "settings.json"
    settings.parent.mkdir(parents=True)
    settings.write_text('{"keys": {"reject": ["1", "G"]}}', encoding="utf-8")
    app = open_app(project)
    assert app.window.keys_of("reject") == ("G",)
    first = desk_of(app).items[0].target
    keys("1")
    assert status(app, first) in {Status.ACCEPTED, Status.RELABELLED}
