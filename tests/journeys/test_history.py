"""The history in the real window: told in words, live, a way to the place and back in time; and the place after a crash."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.app import App
from annotator.core.fold import Status
from annotator.session.desk import Desk
from annotator.session.settings import load_settings
from annotator.ui.history_panel import HistoryPanel

Open = Callable[..., App]
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


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


def target_of(app: App) -> str:
    current = desk_of(app).current
    assert current is not None
    return current.target


def panel_of(app: App) -> HistoryPanel:
    panel = app.window.findChild(HistoryPanel)
    assert isinstance(panel, HistoryPanel)
    return panel


def rows(app: App) -> list[str]:
    model = panel_of(app).model
    return [str(model.index(row).data()) for row in range(model.rowCount())]


@pytest.fixture
def app(open_app: Open, project: Path) -> App:
    """The window on the sample's article with the most candidates."""
    app = open_app(project)
    desk = desk_of(app)
    desk.open(max(desk.rows(), key=lambda row: row.candidates).id)
    return app


def test_the_history_says_in_words_what_was_done_and_follows_undo(app: App, keys: Keys, qtbot: QtBot) -> None:
    words = [item.surface for item in desk_of(app).items[:2]]
    keys(" ", "X")
    keys("H", modifier=CONTROL)
    assert rows(app) == [f"Rejected “{words[1]}”", f"Accepted “{words[0]}”"]
    assert panel_of(app).list.hasFocus()
    keys("Z", modifier=CONTROL)
    qtbot.waitUntil(lambda: panel_of(app).steps[0].is_undone)
    keys("S")
    qtbot.waitUntil(lambda: len(rows(app)) == 3)
    keys(Qt.Key.Key_Escape)
    assert app.views is not None
    assert QApplication.focusWidget() is app.views.reading
    assert not panel_of(app).isVisible()


def test_enter_goes_to_the_place_of_a_step_in_whatever_article(app: App, keys: Keys) -> None:
    desk = desk_of(app)
    dense, target = desk.article, target_of(app)
    keys(" ")
    keys(Qt.Key.Key_Up, modifier=CONTROL)
    assert desk.article != dense
    keys("H", modifier=CONTROL)
    keys(Qt.Key.Key_Return)
    assert desk.article == dense
    assert target_of(app) == target
    assert panel_of(app).list.hasFocus()


def test_back_to_here_undoes_all_that_came_after_and_redo_brings_it_back_one_by_one(app: App, keys: Keys) -> None:
    targets = [item.target for item in desk_of(app).items[:4]]
    keys(" ", " ", "X", "S")
    keys("H", modifier=CONTROL)
    keys(Qt.Key.Key_Down, Qt.Key.Key_Down)
    keys(Qt.Key.Key_Return, modifier=CONTROL)
    states = [desk_of(app).by_target(target) for target in targets]
    assert [item.status for item in states if item] == [Status.ACCEPTED, Status.ACCEPTED, Status.OPEN, Status.OPEN]
    assert [step.is_undone for step in panel_of(app).steps] == [True, True, False, False]
    keys("Y", modifier=CONTROL)
    third = desk_of(app).by_target(targets[2])
    assert third is not None
    assert third.status is Status.REJECTED


def test_forward_to_here_redoes_up_to_a_step(app: App, keys: Keys) -> None:
    keys(" ", "X", "S")
    for _ in range(3):
        keys("Z", modifier=CONTROL)
    keys("H", modifier=CONTROL)
    keys(Qt.Key.Key_Down)
    keys(Qt.Key.Key_Return, modifier=CONTROL)
    assert [step.is_undone for step in panel_of(app).steps] == [True, False, False]


def test_single_keys_go_on_deciding_while_the_history_has_the_keyboard(app: App, keys: Keys, qtbot: QtBot) -> None:
    first = target_of(app)
    keys("H", modifier=CONTROL)
    assert rows(app) == []
    keys(" ")
    item = desk_of(app).by_target(first)
    assert item is not None
    assert item.status is Status.ACCEPTED
    qtbot.waitUntil(lambda: len(rows(app)) == 1)


def test_a_screen_reader_hears_the_step_with_its_place(app: App, keys: Keys) -> None:
    keys(" ")
    keys("H", modifier=CONTROL)
    said = str(panel_of(app).model.index(0).data(Qt.ItemDataRole.AccessibleTextRole))
    step = panel_of(app).steps[0]
    assert said.startswith(f"Accepted “{step.surface}”, ")
    assert f"A{step.number:04d}" in said


def test_the_window_opens_on_the_span_that_comes_next_after_a_kill(app: App, open_app: Open, project: Path, keys: Keys) -> None:
    keys(" ", "X")
    waits = target_of(app)
    app.close_project()
    again = open_app(project)
    assert target_of(again) == waits


def test_the_window_opens_on_the_span_that_was_only_looked_at(app: App, open_app: Open, project: Path, keys: Keys, qtbot: QtBot) -> None:
    keys(" ")
    keys("J", "J", "J")
    looked_at = target_of(app)
    qtbot.waitUntil(lambda: load_settings().place[4:] == (looked_at,))
    app.close_project()
    assert target_of(open_app(project)) == looked_at


def test_the_history_is_still_there_after_a_restart(app: App, open_app: Open, project: Path, keys: Keys) -> None:
    keys(" ", "X")
    end(app)
    again = open_app(project)
    keys("H", modifier=CONTROL)
    assert len(rows(again)) == 2
    keys("Z", modifier=CONTROL)
    assert desk_of(again).undecided == len(desk_of(again).items) - 1
