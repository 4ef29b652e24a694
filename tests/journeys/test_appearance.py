"""How the article is set and the window looks, through the real window."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.app import App
from annotator.core.fold import Status
from annotator.session.desk import Desk
from annotator.session.settings import load_settings
from annotator.ui.appearance_page import AppearancePage, chinese_families
from annotator.ui.reading_view import ReadingView

Open = Callable[..., App]
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


class Keys(Protocol):
    """Presses keys where the focus is."""

    def __call__(self, *keys: str | Qt.Key, modifier: Qt.KeyboardModifier = ...) -> None: ...

    def type(self, words: str) -> None: ...


def desk_of(app: App) -> Desk:
    assert app.desk is not None
    return app.desk


def reading_of(app: App) -> ReadingView:
    assert app.views is not None
    return app.views.reading


def page_of(app: App) -> AppearancePage:
    page = app.window.findChild(AppearancePage)
    assert isinstance(page, AppearancePage)
    return page


def body_size(view: ReadingView) -> int:
    return view.font().pixelSize()


@pytest.fixture
def app(open_app: Open, project: Path) -> App:
    """The window on the sample's article with the most breaks."""
    app = open_app(project)
    desk = desk_of(app)

    def breaks(article: str) -> int:
        desk.open(article)
        return len(desk.article.layout.breaks) if desk.article is not None else 0

    desk.open(max((row.id for row in desk.rows() if row.candidates), key=breaks))
    return app


def test_keys_make_the_text_larger_and_smaller_within_bounds_and_it_is_kept(app: App, keys: Keys) -> None:
    reading = reading_of(app)
    height = reading.document().documentLayout().blockBoundingRect(reading.document().lastBlock()).height()
    keys("=", modifier=CONTROL)
    assert body_size(reading) == 19
    assert load_settings().size == 19
    assert reading.document().documentLayout().blockBoundingRect(reading.document().lastBlock()).height() != height
    for _ in range(30):
        keys("-", modifier=CONTROL)
    assert body_size(reading) == 14
    keys("0", modifier=CONTROL)
    assert body_size(reading) == 18


def test_raw_lines_show_every_break_and_the_spans_stand_on_the_same_words(app: App, keys: Keys) -> None:
    desk, reading = desk_of(app), reading_of(app)
    assert desk.article is not None
    healed, items, current = reading.toPlainText(), desk.items, desk.current
    keys("l", modifier=CONTROL | SHIFT)
    assert desk.items == items
    assert desk.current == current
    assert reading.toPlainText().count("\n") == healed.count("\n") + len(desk.article.layout.breaks)
    assert desk.opened is not None
    units = desk.opened.display.screen.encode("utf-16-le")
    for item in items:
        first, last = desk.opened.display.to_qt(item.start, item.end)
        shown = units[2 * first : 2 * last].decode("utf-16-le")
        assert "".join(shown.split()) == "".join(item.surface.split())
    assert current is not None
    keys(" ")
    decided = desk.by_target(current.target)
    assert decided is not None
    assert decided.status is Status.ACCEPTED
    keys("l", modifier=CONTROL | SHIFT)
    assert reading.toPlainText() == healed


def test_raw_lines_are_kept_for_the_next_start(app: App, open_app: Open, keys: Keys) -> None:
    keys("l", modifier=CONTROL | SHIFT)
    path, article = desk_of(app).project.path, desk_of(app).article
    assert article is not None
    lines = reading_of(app).toPlainText()
    app.close_project()
    app.open_project(path)
    desk_of(app).open(article.id)
    assert reading_of(app).toPlainText() == lines


def test_the_page_is_reached_and_left_by_keys_and_changes_the_article_at_once(app: App, keys: Keys) -> None:
    keys(",", modifier=CONTROL)
    page = page_of(app)
    assert app.window.covered_by == "appearance"
    focused = QApplication.focusWidget()
    assert focused is not None
    assert page.isAncestorOf(focused)
    page.letter_size.setValue(24)
    page.line_height.setValue(2.2)
    page.measure.setValue(30)
    assert body_size(reading_of(app)) == 24
    assert page.sample.font().pixelSize() == 24
    settings = load_settings()
    assert (settings.size, settings.line_height, settings.measure) == (24, 2.2, 30)
    QTest.keyClick(page.letter_size, Qt.Key.Key_Escape)
    assert app.window.covered_by == ""
    assert QApplication.focusWidget() is reading_of(app)


def test_keys_for_the_size_work_on_the_page_and_letters_decide_nothing(app: App, keys: Keys) -> None:
    before = desk_of(app).items
    keys(",", modifier=CONTROL)
    page = page_of(app)
    keys("x", "s", "1", " ")
    keys("=", modifier=CONTROL)
    assert desk_of(app).items == before
    assert page.letter_size.value() == app.room.settings.size


def test_a_face_is_chosen_from_the_installed_chinese_ones(app: App, keys: Keys) -> None:
    families = chinese_families()
    if not families:
        pytest.skip("no font here has Chinese glyphs")
    keys(",", modifier=CONTROL)
    page = page_of(app)
    page.face.setCurrentIndex(1)
    page.face.activated.emit(1)
    assert reading_of(app).font().families()[0] == families[0]
    assert load_settings().face == families[0]
    page.face.activated.emit(page.face.findData(""))


def test_another_theme_is_seen_at_once_and_the_work_stays_where_it_was(app: App, keys: Keys) -> None:
    keys(" ", "j")
    article, current = desk_of(app).article, desk_of(app).current
    assert article is not None
    assert current is not None
    keys(",", modifier=CONTROL)
    page = page_of(app)
    page.theme.setCurrentIndex(page.theme.findData("dark"))
    page.theme.activated.emit(page.theme.currentIndex())
    assert app.room.theme.is_dark
    assert load_settings().theme == "dark"
    assert app.window.covered_by == "appearance"
    keys(Qt.Key.Key_Escape)
    assert desk_of(app).is_writable
    opened, place = desk_of(app).article, desk_of(app).current
    assert opened is not None
    assert place is not None
    assert (opened.id, place.target) == (article.id, current.target)
    keys("z", modifier=CONTROL)
    assert not any(item.is_decided for item in desk_of(app).items)
