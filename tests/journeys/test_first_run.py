"""The first minutes: the page without a project, a new project, the sample with its tour."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.app import App
from annotator.core.decision import Kind
from annotator.project.checking import problems
from annotator.project.demo import TITLE
from annotator.session.settings import load_settings
from annotator.session.touring import SAMPLE_FILE, SAMPLE_TITLE, STEPS, article_for
from annotator.store.articles import ArticleRow
from annotator.ui.new_project import NewProjectPage
from annotator.ui.tour import TourBar
from annotator.ui.welcome import Welcome

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
Open = Callable[..., App]
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


class Keys(Protocol):
    def __call__(self, *keys: str | Qt.Key, modifier: Qt.KeyboardModifier = ...) -> None: ...

    def type(self, words: str) -> None: ...


@pytest.fixture
def demo(sample: Path, tmp_path: Path) -> Path:
    """The sample where the window keeps it."""
    folder = tmp_path / "annotator-demo"
    folder.mkdir()
    return Path(shutil.copy(sample, folder / SAMPLE_FILE))


@pytest.fixture(autouse=True)
def documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DOCUMENTS_DIR", str(tmp_path))


def bar_of(app: App) -> TourBar:
    bar = app.window.findChild(TourBar)
    assert bar is not None
    return bar


def has_tour(app: App) -> bool:
    return any(bar.isVisible() for bar in app.window.findChildren(TourBar))


def test_the_sample_is_called_as_the_tour_knows_it() -> None:
    assert SAMPLE_TITLE == TITLE


def test_the_tour_leads_through_one_article_by_real_keys(open_app: Open, demo: Path, keys: Keys, qtbot: QtBot) -> None:
    app = open_app(demo)
    qtbot.waitUntil(lambda: has_tour(app))
    assert app.desk is not None
    assert app.views is not None
    desk, bar = app.desk, bar_of(app)
    assert QApplication.focusWidget() is app.views.reading
    assert desk.article is not None
    first, said = desk.article.id, [bar.sentence.text()]

    def went_on() -> bool:
        said.append(bar.sentence.text())
        return said[-1] != said[-2]

    keys("x")
    assert not went_on(), "another key than the one asked for"
    keys(" ")
    assert went_on()
    keys("x")
    assert went_on()
    current = desk.current
    assert current is not None
    keys(next(label.key for label in desk.scheme.labels if label.id != current.label).lower())
    assert went_on()
    desk.words.wait()
    keys(Qt.Key.Key_Right, modifier=SHIFT)
    assert went_on()
    keys(Qt.Key.Key_Z, modifier=CONTROL)
    assert went_on()
    app.views.reading.select_range(0, 2)
    keys("2")
    assert went_on()
    keys(Qt.Key.Key_Return)
    if desk.article.id == first:
        assert not went_on(), "Enter said how many are undecided"
        keys(Qt.Key.Key_Return)
    assert went_on()
    assert desk.article is not None
    assert desk.article.id != first
    assert has_tour(app), "the last sentence stays until the next decision"
    keys(" ")
    assert not has_tour(app)
    assert load_settings().toured
    kinds = {row[0] for row in desk.project.connection.execute("SELECT kind FROM decision")}
    assert {Kind.ACCEPT, Kind.REJECT, Kind.RELABEL, Kind.MOVE, Kind.RETRACT, Kind.ADD, Kind.FINISH} <= kinds
    assert not list(problems(desk.project))


def test_esc_skips_the_tour_for_good_and_the_menu_brings_it_back(open_app: Open, demo: Path, keys: Keys, qtbot: QtBot) -> None:
    app = open_app(demo)
    qtbot.waitUntil(lambda: has_tour(app))
    keys(Qt.Key.Key_Escape)
    assert not has_tour(app)
    assert load_settings().toured
    app.show_welcome()
    app.open_project(demo)
    QApplication.processEvents()
    assert not has_tour(app)
    app.window.command("tour").trigger()
    qtbot.waitUntil(lambda: has_tour(app))
    app.window.command("tour").trigger()
    qtbot.waitUntil(lambda: sum(bar.isVisible() for bar in app.window.findChildren(TourBar)) == 1)
    bar_of(app).skip.click()
    assert not has_tour(app)


def test_a_project_that_is_not_the_sample_has_no_tour(open_app: Open, project: Path, keys: Keys) -> None:
    app = open_app(project)
    QApplication.processEvents()
    assert not has_tour(app)
    keys(" ")
    assert not load_settings().toured


def test_d_on_the_first_page_opens_the_sample_with_its_tour(open_app: Open, demo: Path, keys: Keys, qtbot: QtBot) -> None:
    app = open_app(None)
    keys("d")
    qtbot.waitUntil(lambda: app.desk is not None and has_tour(app), timeout=120_000)
    assert app.desk is not None
    assert app.desk.project.path == demo


def test_the_tour_goes_where_enough_is_left_to_decide() -> None:
    def row(name: str, candidates: int, decided: int, *, finished: bool = False) -> ArticleRow:
        return ArticleRow(name, 1, None, "", "", "", candidates, decided, 0, finished)  # type: ignore[arg-type]

    rows = [row("a", 9, 9), row("b", 9, 1, finished=True), row("c", 9, 2), row("d", 9, 0)]
    assert article_for(rows, "d", 9) == "d"
    assert article_for(rows, "a", 0) == "c"
    assert article_for(rows, "b", 8) == "c"
    assert article_for(rows[:2], None, 0) == "a"
    assert article_for(rows[1:2], "b", 8) is None
    assert len(STEPS) == 7


def test_the_first_page_lists_projects_and_opens_one_by_its_digit(open_app: Open, project: Path, keys: Keys, qtbot: QtBot) -> None:
    app = open_app(project)
    keys(Qt.Key.Key_W, modifier=CONTROL)
    page = app.window.findChild(Welcome)
    assert page is not None
    row = page.recent[0]
    qtbot.waitUntil(lambda: row.recent.articles is not None, timeout=20_000)
    keys(" ")
    assert page.legend.mentions.current == 2, "Space decides in the headline"
    keys("1")
    assert app.desk is not None
    assert app.desk.project.path == project


def test_a_project_that_is_gone_can_leave_the_list(open_app: Open, tmp_path: Path, keys: Keys) -> None:
    settings = tmp_path / "config" / "annotator" / "settings.json"
    settings.parent.mkdir(parents=True)
    settings.write_text(json.dumps({"recent": [str(tmp_path / "gone.annot")]}), encoding="utf-8")
    app = open_app(None)
    pages = app.window.findChildren(Welcome)
    pages[0].recent[0].setFocus()
    keys(Qt.Key.Key_Delete)
    assert load_settings().recent == ()


def test_a_new_project_is_made_from_the_keyboard_and_remembers_who_made_it(open_app: Open, tmp_path: Path, keys: Keys) -> None:
    app = open_app(None)
    keys(Qt.Key.Key_N, modifier=CONTROL)
    keys.type("Qingxi 2019")
    page = app.window.findChild(NewProjectPage)
    assert page is not None
    page.person.setFocus()
    page.person.selectAll()
    keys.type("He Miao")
    keys(Qt.Key.Key_Return)
    assert app.desk is not None
    assert app.desk.project.path == tmp_path / "Qingxi 2019.annot"
    assert app.desk.project.title == "Qingxi 2019"
    assert app.desk.name == "He Miao"
    assert load_settings().annotator == "He Miao"


def test_a_new_project_can_be_thought_better_of_over_an_open_one(open_app: Open, project: Path, keys: Keys) -> None:
    app = open_app(project)
    keys(Qt.Key.Key_N, modifier=CONTROL)
    assert app.window.covered_by == "new_project"
    keys(Qt.Key.Key_Escape)
    assert app.window.covered_by == ""
    assert app.desk is not None
    assert app.views is not None
    assert QApplication.focusWidget() is app.views.reading


def test_esc_on_the_page_of_a_new_project_leads_back_to_the_first_page(open_app: Open, keys: Keys) -> None:
    app = open_app(None)
    keys(Qt.Key.Key_N, modifier=CONTROL)
    keys(Qt.Key.Key_Escape)
    assert any(page.isVisible() for page in app.window.findChildren(Welcome))
