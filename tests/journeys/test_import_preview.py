"""Importing through the preview with real keys: correct the cut, import, give up."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.app import App
from annotator.core.article import ArticleKind
from annotator.project.creating import new_project
from annotator.project.status import status_of
from annotator.project.workspace import Project
from annotator.session.preview import Preview
from annotator.ui.import_preview import ImportPreview
from annotator.ui.import_sheet import PageSheet

Open = Callable[..., App]
SEEDS = Path(__file__).resolve().parents[2] / "seeds" / "pages"
PAGE = SEEDS / "xiuyang_2018-11-02_p2.txt"
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
TAB, UP, DOWN, RIGHT, ESCAPE, RETURN = (
    Qt.Key.Key_Tab,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Right,
    Qt.Key.Key_Escape,
    Qt.Key.Key_Return,
)


class Keys(Protocol):
    def __call__(self, *keys: str | Qt.Key, modifier: Qt.KeyboardModifier = ...) -> None: ...


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    path = tmp_path / "study.annot"
    new_project(path).close()
    return path


def previewing(app: App, qtbot: QtBot, *paths: Path) -> Preview:
    """Drop files on the window and wait until they are read."""
    app.window.files_dropped.emit([str(path) for path in paths])
    preview = app.preview
    assert isinstance(preview, Preview)
    qtbot.waitUntil(lambda: bool(preview.files) and not preview.is_reading)
    return preview


def titles(preview: Preview) -> list[str]:
    return [part.title for part in preview.view().parts if part.kind is ArticleKind.ARTICLE]


def stored(app: App) -> tuple[int, int]:
    """Return how many pages and articles the file on disk holds."""
    assert app.desk is not None
    with Project.open(app.desk.project.path, write=False) as project:
        status = status_of(project)
    return status.pages, status.articles


def listed(app: App) -> list[str]:
    assert app.desk is not None
    return [row.title for row in app.desk.rows()]


def test_a_page_is_corrected_by_keys_and_imported_as_corrected(open_app: Open, empty: Path, keys: Keys, qtbot: QtBot) -> None:
    app = open_app(empty)
    preview = previewing(app, qtbot, PAGE)
    assert isinstance(QApplication.focusWidget(), PageSheet)
    before = titles(preview)
    keys(TAB, TAB, "m")
    assert len(titles(preview)) == len(before) - 1
    keys("z", modifier=CONTROL)
    assert titles(preview) == before
    keys("z", modifier=CONTROL | SHIFT)
    merged = titles(preview)
    assert len(merged) == len(before) - 1
    keys(TAB, RIGHT, DOWN, "s")
    assert len(titles(preview)) == len(merged) + 1
    keys(RIGHT, DOWN, "c")
    line = preview.view().lines[preview.place.line]
    assert line.kind is ArticleKind.CAPTION
    assert stored(app) == (0, 0)
    wanted = [part.title for part in preview.view().parts if part.kind is not ArticleKind.FURNITURE]
    with qtbot.waitSignal(preview.stored, timeout=60_000):
        keys(RETURN, modifier=CONTROL)
    assert app.preview is None
    assert stored(app)[0] == 1
    assert [title for title in listed(app) if title] == [title.strip() for title in listed(app) if title]
    assert len(listed(app)) == len(wanted)
    assert line.text in listed(app)
    assert app.views is not None
    assert QApplication.focusWidget() is app.views.reading
    assert app.desk is not None
    assert app.desk.article is not None
    assert app.desk.items, "candidates were computed"


def test_giving_up_stores_nothing_and_the_desk_is_as_it_was(open_app: Open, project: Path, keys: Keys, qtbot: QtBot) -> None:
    app = open_app(project)
    assert app.desk is not None
    current, before = app.desk.current, stored(app)
    page = project.parent / "new.txt"
    page.write_text("卫生室开到村口\n\n本报讯 村医每周背着药箱上门一回，产业扶贫见了成效。\n", encoding="utf-8")
    previewing(app, qtbot, page)
    keys("s", "m", "d", " ", "1", "x", ESCAPE)
    assert app.preview is None
    assert stored(app) == before
    assert app.desk.current is current
    assert app.views is not None
    assert QApplication.focusWidget() is app.views.reading
    assert app.views.articles.isVisible()
    keys(" ")
    assert app.desk.current is not current


def test_keys_of_the_desk_do_nothing_to_the_article_beneath(open_app: Open, project: Path, keys: Keys, qtbot: QtBot) -> None:
    app = open_app(project)
    assert app.desk is not None
    spy = QSignalSpy(app.desk.annotation_changed)
    previewing(app, qtbot, PAGE)
    keys(" ", "x", "1", "q", "f", "a")
    keys("y", modifier=CONTROL)
    assert spy.count() == 0


def test_the_question_about_a_fragment_is_answered_by_one_key(open_app: Open, empty: Path, keys: Keys, qtbot: QtBot) -> None:
    app = open_app(empty)
    preview = previewing(app, qtbot, PAGE)
    question = preview.question
    assert question is not None
    keys("j")
    assert preview.question is None
    assert preview.view().lines[question.run[0]].goes_on_from == question.after
    keys("z", modifier=CONTROL)
    keys("k")
    assert preview.view().lines[question.run[0]].begins


def test_a_boundary_moves_by_arrows_and_back_by_undo(open_app: Open, empty: Path, keys: Keys, qtbot: QtBot) -> None:
    app = open_app(empty)
    preview = previewing(app, qtbot, PAGE)
    plan = preview.plan
    keys(TAB, TAB)
    line = preview.place.line
    keys(UP, UP, DOWN)
    assert preview.place.is_boundary
    assert preview.place.line != line or preview.plan is not plan
    keys("z", modifier=CONTROL)
    assert preview.plan is plan


def test_files_that_are_skipped_are_named_after_the_import(open_app: Open, empty: Path, keys: Keys, qtbot: QtBot, tmp_path: Path) -> None:
    blank = tmp_path / "blank.txt"
    blank.write_text(" \n", encoding="utf-8")
    copy = tmp_path / "copy.txt"
    shutil.copy(PAGE, copy)
    app = open_app(empty)
    preview = previewing(app, qtbot, PAGE, blank, copy)
    assert preview.files[2].same_as == PAGE.name
    with qtbot.waitSignal(preview.stored, timeout=60_000):
        keys(RETURN, modifier=CONTROL)
    assert "blank.txt" in app.window.status_line.sentence
    assert stored(app)[0] == 1


def test_the_preview_opens_and_closes_without_leaving_widgets(open_app: Open, empty: Path, keys: Keys, qtbot: QtBot) -> None:
    app = open_app(empty)
    for _ in range(3):
        previewing(app, qtbot, PAGE)
        keys(ESCAPE)
    qtbot.waitUntil(lambda: not app.window.findChildren(ImportPreview))
    assert not app.window.findChildren(Preview)


def test_closing_the_window_while_the_preview_is_open_stores_nothing(open_app: Open, empty: Path, qtbot: QtBot) -> None:
    app = open_app(empty)
    previewing(app, qtbot, PAGE)
    app.close_project()
    with Project.open(empty) as project:
        assert status_of(project).pages == 0
