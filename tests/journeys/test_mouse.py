"""The mouse on the article: words, sentences, selections, edges, chips."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.app import App
from annotator.core.fold import Status
from annotator.session.desk import Desk
from annotator.session.edges import Edge
from annotator.session.items import Item
from annotator.ui.reading_view import ReadingView

Open = Callable[..., App]
LEFT, NONE, ALT = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def app(open_app: Open, project: Path) -> App:
    """The window on the article with the most candidates, words known."""
    app = open_app(project)
    desk = desk_of(app)
    desk.words.wait()
    desk.open(max(desk.rows(), key=lambda row: row.candidates).id)
    reading_of(app).grab()
    return app


def desk_of(app: App) -> Desk:
    assert app.desk is not None
    return app.desk


def reading_of(app: App) -> ReadingView:
    assert app.views is not None
    return app.views.reading


def point(app: App, offset: int) -> QPoint:
    """Return the point on screen before the character at `offset`."""
    opened, reading = desk_of(app).opened, reading_of(app)
    assert opened is not None
    cursor = reading.textCursor()
    cursor.setPosition(opened.display.caret_to_qt(offset))
    return reading.cursorRect(cursor).center()


def inside(app: App, offset: int) -> QPoint:
    """Return the middle of the character at `offset`."""
    return point(app, offset) + QPoint(9, 0)


def long_word(app: App) -> tuple[int, int]:
    """Return a word of two characters or more on one line of the screen, away from every span."""
    desk = desk_of(app)
    assert desk.article is not None
    at = 60
    while True:
        start, end = desk.words.around(at)
        at = end
        is_free = not any(s.start < end + 2 and start - 2 < s.end for s in desk.items)
        before, after = point(app, start - 2), point(app, end + 2)
        if end - start >= 2 and is_free and before.y() == after.y() and "\n" not in desk.article.text[start - 2 : end + 2]:
            return start, end


def drag(app: App, start: QPoint, end: QPoint, modifier: Qt.KeyboardModifier = NONE) -> None:
    viewport = reading_of(app).viewport()
    QTest.mousePress(viewport, LEFT, modifier, start)
    QTest.mouseMove(viewport, QPoint((start.x() + end.x()) // 2, end.y()))
    QTest.mouseMove(viewport, end)
    QTest.mouseRelease(viewport, LEFT, modifier, end)


def current(app: App) -> Item:
    item = desk_of(app).current
    assert item is not None
    return item


def test_a_double_click_on_any_half_of_a_character_takes_its_word(app: App) -> None:
    start, end = long_word(app)
    for x in (2, 15):
        QTest.mouseDClick(reading_of(app).viewport(), LEFT, NONE, point(app, end - 1) + QPoint(x, 0))
        assert desk_of(app).selection == (start, end)


def test_a_triple_click_takes_the_sentence(app: App) -> None:
    start, _ = long_word(app)
    viewport = reading_of(app).viewport()
    QTest.mouseDClick(viewport, LEFT, NONE, inside(app, start))
    QTest.mouseClick(viewport, LEFT, NONE, inside(app, start))
    desk = desk_of(app)
    assert desk.selection is not None
    assert desk.article is not None
    first, last = desk.selection
    assert first <= start < last
    assert desk.article.text[last - 1] in "。！？…”" or desk.article.text[last] == "\n"
    assert not set("。！？") & set(desk.article.text[first : last - 2])


def test_a_dragged_selection_snaps_to_words_and_with_alt_does_not(app: App) -> None:
    start, end = long_word(app)
    drag(app, point(app, start), inside(app, end) - QPoint(4, 0))
    assert desk_of(app).selection == (start, end)
    drag(app, point(app, start), point(app, start + 1), ALT)
    assert desk_of(app).selection == (start, start + 1)


def test_dragging_an_edge_moves_it_by_words_in_one_step(app: App) -> None:
    desk = desk_of(app)
    item = next(i for i in desk.items if point(app, i.start).y() == point(app, i.end + 8).y())
    desk.go_to(item.target)
    reading_of(app).grab()
    far = desk.words.after(desk.words.after(item.end))
    drag(app, point(app, item.end), point(app, far))
    moved = current(app)
    assert (moved.target, moved.start, moved.end, moved.status) == (item.target, item.start, far, Status.MOVED)
    assert desk.ghost == (Edge.END, item.end)
    assert desk.selection is None
    desk.undo()
    assert (current(app).end, current(app).status) == (item.end, Status.OPEN)


def test_dragging_a_start_with_alt_moves_it_by_a_character(app: App) -> None:
    desk = desk_of(app)
    item = next(i for i in desk.items if i.end - i.start > 3 and point(app, i.start).y() == point(app, i.end).y())
    desk.go_to(item.target)
    drag(app, point(app, item.start), point(app, item.start + 1), ALT)
    assert (current(app).start, current(app).end) == (item.start + 1, item.end)


def test_an_edge_let_go_where_it_was_and_escape_write_nothing(app: App) -> None:
    desk = desk_of(app)
    item, before = current(app), desk.items
    viewport = reading_of(app).viewport()
    edge = point(app, item.start)
    drag(app, edge, edge)
    QTest.mousePress(viewport, LEFT, NONE, edge)
    QTest.mouseMove(viewport, edge - QPoint(60, 0))
    QTest.keyClick(reading_of(app), Qt.Key.Key_Escape)
    QTest.mouseRelease(viewport, LEFT, NONE, edge - QPoint(60, 0))
    assert desk.items == before
    assert current(app).target == item.target


def test_an_edge_dragged_over_the_other_stays_where_it_was(app: App) -> None:
    item, before = current(app), desk_of(app).items
    drag(app, point(app, item.start), point(app, item.end + 2) + QPoint(9, 0))
    assert desk_of(app).items == before


def test_the_mouse_shows_that_an_edge_can_be_taken(app: App, qtbot: QtBot) -> None:
    viewport = reading_of(app).viewport()
    # On a real screen the pointer arrives a little later.
    QTest.mouseMove(viewport, point(app, current(app).start))
    qtbot.waitUntil(lambda: viewport.cursor().shape() is Qt.CursorShape.SplitHCursor)
    QTest.mouseMove(viewport, point(app, current(app).start) + QPoint(10, 0))
    qtbot.waitUntil(lambda: viewport.cursor().shape() is Qt.CursorShape.IBeamCursor)


def test_spans_under_the_mouse_get_a_chip_and_lose_it(app: App) -> None:
    reading = reading_of(app)
    other = next(i for i in desk_of(app).items if i is not desk_of(app).current and point(app, i.start).y() > 80)
    QTest.mouseMove(reading.viewport(), QPoint(3, 3))
    plain = reading.grab().toImage()
    QTest.mouseMove(reading.viewport(), inside(app, other.start))
    hovered = reading.grab().toImage()
    assert hovered != plain
    QTest.mouseMove(reading.viewport(), QPoint(3, 3))
    assert reading.grab().toImage() == plain


def test_a_read_only_project_lets_no_edge_go_elsewhere(open_app: Open, app: App) -> None:
    second = open_app(desk_of(app).project.path, annotator="周岚")
    desk_of(second).open(max(desk_of(second).rows(), key=lambda row: row.candidates).id)
    item, before = current(second), desk_of(second).items
    drag(second, point(second, item.end), point(second, item.end + 4))
    assert desk_of(second).items == before
    assert second.window.status_line.sentence
