"""The window as the reader has arranged it: panes, toolbar, the keyboard's way round, what is remembered, copied, dropped and said."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Protocol

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDockWidget, QMenuBar, QTabBar, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from annotator.app import App
from annotator.core.fold import Status
from annotator.features import appearance
from annotator.features.views import Views
from annotator.project.creating import new_project
from annotator.session.desk import Desk
from annotator.session.settings import load_settings
from annotator.ui.pane import PaneHead
from annotator.ui.theme import load_theme

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


def views_of(app: App) -> Views:
    assert app.views is not None
    return app.views


def shown(app: App) -> set[str]:
    return {name for name in ("articles", "candidates", "labels", "history") if app.window.docks.is_shown(name)}


def dock(app: App, name: str) -> QDockWidget:
    found = app.window.findChild(QDockWidget, name)
    assert isinstance(found, QDockWidget)
    return found


@pytest.fixture
def app(open_app: Open, project: Path) -> App:
    return open_app(project)


# Panes


def test_the_panes_are_hidden_and_shown_by_their_keys_and_the_article_stays_workable(app: App, keys: Keys) -> None:
    keys("B", modifier=CONTROL)
    assert shown(app) == {"candidates", "labels"}
    keys("J", modifier=CONTROL)
    assert shown(app) == set()
    first = desk_of(app).items[0].target
    keys(" ")
    item = desk_of(app).by_target(first)
    assert item is not None
    assert item.status is Status.ACCEPTED
    keys("B", modifier=CONTROL)
    keys("J", modifier=CONTROL)
    assert shown(app) == {"articles", "candidates", "labels"}


def test_the_keyboard_goes_to_the_article_when_its_pane_is_hidden(app: App, keys: Keys) -> None:
    keys("/")
    focus = QApplication.focusWidget()
    assert focus is not None
    assert views_of(app).articles.isAncestorOf(focus)
    keys("B", modifier=CONTROL)
    assert QApplication.focusWidget() is views_of(app).reading


def test_what_is_hidden_and_where_panes_stand_is_remembered(app: App, open_app: Open, project: Path, keys: Keys) -> None:
    keys("B", modifier=CONTROL)
    app.window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, dock(app, "labels"))
    app.window.command("toolbar").trigger()
    end(app)
    again = open_app(project)
    assert shown(again) == {"candidates", "labels"}
    assert again.window.dockWidgetArea(dock(again, "labels")) is Qt.DockWidgetArea.LeftDockWidgetArea
    assert again.window.toolbar.isVisible()


def test_the_size_of_the_window_is_remembered(app: App, open_app: Open, project: Path) -> None:
    app.window.resize(781, 547)
    end(app)
    assert open_app(project).window.size().toTuple() == (781, 547)


def test_a_page_over_the_desk_leaves_the_panes_as_they_were(app: App, keys: Keys) -> None:
    keys("B", modifier=CONTROL)
    app.window.command("appearance").trigger()
    assert not dock(app, "candidates").isVisible()
    assert not dock(app, "articles").isVisible()
    app.window.command("appearance").trigger()
    assert shown(app) == {"candidates", "labels"}


def test_a_window_closed_under_a_page_remembers_the_panes_without_it(app: App, open_app: Open, project: Path) -> None:
    app.window.command("appearance").trigger()
    end(app)
    assert shown(open_app(project)) == {"articles", "candidates", "labels"}


@pytest.mark.qt_log_ignore("This plugin does not support")  # without a screen nothing is raised or grabbed
def test_panes_can_be_moved_while_the_reader_moves_them_and_go_back_where_they_belong(app: App) -> None:
    labels = dock(app, "labels")
    assert labels.features() == QDockWidget.DockWidgetFeature.NoDockWidgetFeatures
    app.window.command("arrange_panes").trigger()
    assert labels.features() & QDockWidget.DockWidgetFeature.DockWidgetMovable
    labels.setFloating(True)
    app.window.command("usual_layout").trigger()
    assert not labels.isFloating()
    assert app.window.dockWidgetArea(labels) is Qt.DockWidgetArea.RightDockWidgetArea
    assert labels.features() == QDockWidget.DockWidgetFeature.NoDockWidgetFeatures


def test_what_is_remembered_and_makes_no_sense_is_as_on_the_first_day(open_app: Open, project: Path, tmp_path: Path) -> None:
    settings = tmp_path / "config" / "annotator" / "settings.json"
    settings.parent.mkdir(parents=True)
    settings.write_text('{"window": "…", "layout": "AAAA", "keys": 3, "place": ["x"]}', encoding="utf-8")
    assert shown(open_app(project)) == {"articles", "candidates", "labels"}


def test_the_toolbar_has_the_commands_that_the_table_names_and_does_what_they_do(app: App) -> None:
    assert not app.window.toolbar.isVisible()
    app.window.command("toolbar").trigger()
    names = [action.text() for action in app.window.toolbar.actions()]
    assert {"Undo", "Redo", "Accept", "Reject", "Skip"} <= set(names)
    accept = next(button for button in app.window.toolbar.findChildren(QToolButton) if button.text() == "Accept")
    assert "Space" in accept.toolTip()
    target = desk_of(app).items[0].target
    QTest.mouseClick(accept, Qt.MouseButton.LeftButton)
    item = desk_of(app).by_target(target)
    assert item is not None
    assert item.status is Status.ACCEPTED


# The keyboard's way round


def pane_of(app: App) -> str:
    focus = app.window.focusWidget()
    views = views_of(app)
    panes: tuple[tuple[str, QWidget], ...] = (
        ("article", views.reading),
        ("candidates", views.candidates),
        ("labels", views.labels),
        ("articles", views.articles),
        ("header", app.window.header),
    )
    return next((name for name, pane in panes if pane is focus or pane.isAncestorOf(focus)), "")


@pytest.mark.qt_log_ignore("This plugin does not support")  # without a screen nothing is raised or grabbed
def test_f6_goes_round_the_panes_and_back(app: App, keys: Keys) -> None:
    seen = [pane_of(app)]
    for _ in range(5):
        app.window.command("next_pane").trigger()
        seen.append(pane_of(app))
    assert seen == ["article", "candidates", "labels", "articles", "header", "article"]
    app.window.command("previous_pane").trigger()
    assert pane_of(app) == "header"


def test_tab_goes_from_the_article_to_candidates_and_labels(app: App) -> None:
    for expected in ("candidates", "labels"):
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, Qt.Key.Key_Tab)
        assert pane_of(app) == expected


def test_the_pane_that_has_the_keyboard_is_marked_and_no_other(app: App, keys: Keys) -> None:
    keys(Qt.Key.Key_F6)
    marked = [head for head in app.window.findChildren(PaneHead) if head.property("hasKeys")]
    assert [views_of(app).candidates.isAncestorOf(head) for head in marked] == [True]


@pytest.mark.parametrize("steps", [1, 2, 3])
def test_single_keys_decide_in_every_pane(app: App, steps: int, keys: Keys) -> None:
    for _ in range(steps):
        keys(Qt.Key.Key_F6)
    target = desk_of(app).items[0].target
    keys(" ")
    item = desk_of(app).by_target(target)
    assert item is not None
    assert item.status is Status.ACCEPTED


def test_what_takes_the_keyboard_has_a_name(app: App) -> None:
    able = [w for w in app.window.findChildren(QWidget) if w.isVisible() and w.focusPolicy() & Qt.FocusPolicy.TabFocus]
    # Menus and tabs are read by the words of their parts.
    named_by_parts = (QMenuBar, QTabBar)
    nameless = [w for w in able if not w.accessibleName() and not w.property("text") and not isinstance(w, named_by_parts)]
    assert [f"{type(w).__name__} {w.objectName()}" for w in nameless] == []


def test_a_screen_reader_hears_words_state_label_and_place_of_the_current_span(app: App, keys: Keys) -> None:
    desk, reading = desk_of(app), views_of(app).reading
    item = desk.current
    assert item is not None
    label = desk.scheme.label(item.label)
    assert label is not None
    assert reading.accessibleDescription() == f"{item.surface}, candidate, {label.name.get('en')}, number 1 of {len(desk.items)}"
    keys(" ", "K")
    assert ", accepted, " in reading.accessibleDescription()


# Clipboard, files, the system's theme


def test_the_clipboard_gets_the_words_of_the_article_alone(app: App, keys: Keys) -> None:
    desk, views = desk_of(app), views_of(app)
    row = next(row for row in desk.rows() if _breaks(desk, row.id))
    desk.open(row.id)
    assert desk.article is not None
    start, end = desk.article.layout.breaks[0]
    views.reading.select_range(start - 3, end + 3)
    keys("C", modifier=CONTROL)
    text = desk.article.text
    assert QApplication.clipboard().text() == text[start - 3 : start] + text[end : end + 3]
    assert QApplication.clipboard().mimeData().formats() == ["text/plain"]


def _breaks(desk: Desk, article: str) -> bool:
    desk.open(article)
    return desk.article is not None and any(start > 3 for start, _ in desk.article.layout.breaks)


def test_without_a_selection_the_current_span_is_copied(app: App, keys: Keys) -> None:
    current = desk_of(app).current
    assert current is not None
    keys("C", modifier=CONTROL)
    assert QApplication.clipboard().text() == "".join(current.surface.split("\n"))


def drop(app: App, path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    action, button, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    app.window.dropEvent(QDropEvent(QPointF(9, 9), action, data, button, none))


def test_a_project_dropped_on_the_window_is_opened(app: App, tmp_path: Path) -> None:
    other = tmp_path / "Other.ANNOT"
    new_project(other, title="别的课题").close()
    drop(app, other)
    assert desk_of(app).project.title == "别的课题"
    assert app.preview is None


def test_a_project_dropped_under_a_page_waits_for_no_one(app: App, tmp_path: Path) -> None:
    other = tmp_path / "other.annot"
    new_project(other).close()
    before = desk_of(app).project.path
    app.window.command("appearance").trigger()
    drop(app, other)
    assert desk_of(app).project.path == before


@pytest.fixture
def turn_dark(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Return what makes the system dark: a platform without a screen has neither light nor dark."""

    def dark() -> None:
        monkeypatch.setattr(appearance, "theme_of", lambda _qt, _wanted, language: load_theme(is_dark=True, language=language))
        QGuiApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)

    return dark


def test_the_window_follows_the_system_into_the_dark_and_stays_where_it_was(app: App, turn_dark: Callable[[], None], keys: Keys) -> None:
    keys("B", modifier=CONTROL)
    target = desk_of(app).items[3].target
    desk_of(app).go_to(target)
    turn_dark()
    assert app.room.theme.is_dark
    current = desk_of(app).current
    assert current is not None
    assert current.target == target
    assert shown(app) == {"candidates", "labels"}


def test_a_window_without_a_project_follows_the_system_too(open_app: Open, turn_dark: Callable[[], None]) -> None:
    app = open_app(None)
    turn_dark()
    assert app.room.theme.is_dark
    assert app.desk is None


def test_who_chose_a_theme_keeps_it(app: App, turn_dark: Callable[[], None]) -> None:
    app.room.change_settings(replace(app.room.settings, theme="light"))
    turn_dark()
    assert not app.room.theme.is_dark


def test_under_a_page_the_window_waits_with_the_dark_until_the_page_is_left(app: App, turn_dark: Callable[[], None], qtbot: QtBot) -> None:
    app.window.command("change_keys").trigger()
    turn_dark()
    assert app.window.covered_by == "change_keys"
    assert not app.room.theme.is_dark
    app.window.command("change_keys").trigger()
    qtbot.waitUntil(lambda: app.room.theme.is_dark)


def test_the_layout_is_kept_with_the_settings_when_the_window_is_closed(app: App) -> None:
    app.window.close()
    assert load_settings().layout
    assert load_settings().window
