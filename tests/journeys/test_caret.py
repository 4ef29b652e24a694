"""The caret through the real window: walk, select, add, leave; nothing is decided by accident."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Protocol

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from annotator.app import App
from annotator.core.fold import Status
from annotator.core.scheme import Overlap
from annotator.session.desk import Desk
from annotator.session.edges import Edge
from annotator.ui.reading_view import ReadingView

Open = Callable[..., App]
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


class Keys(Protocol):
    """Presses keys where the focus is."""

    def __call__(self, *keys: str | Qt.Key, modifier: Qt.KeyboardModifier = ...) -> None: ...

    def type(self, words: str) -> None: ...


@pytest.fixture
def app(open_app: Open, project: Path) -> App:
    """The window on the article with the most candidates, words known."""
    app = open_app(project)
    desk = desk_of(app)
    desk.words.wait()
    desk.open(max(desk.rows(), key=lambda row: row.candidates).id)
    return app


def desk_of(app: App) -> Desk:
    assert app.desk is not None
    return app.desk


def reading_of(app: App) -> ReadingView:
    assert app.views is not None
    return app.views.reading


def ghost(app: App) -> tuple[Edge, int] | None:
    return desk_of(app).ghost


def free_place(app: App, length: int = 8) -> int:
    """Return the offset of a stretch without spans."""
    desk = desk_of(app)
    assert desk.article is not None
    text = desk.article.text
    return next(
        i
        for i in range(60, len(text))
        if "\n" not in text[i - 1 : i + length] and not any(s.start < i + length and i - 1 < s.end for s in desk.items)
    )


def put(app: App, offset: int) -> None:
    opened = desk_of(app).opened
    assert opened is not None
    reading_of(app).put_caret(opened.display.caret_to_qt(offset), selects=False)


def offset(app: App) -> int:
    opened = desk_of(app).opened
    assert opened is not None
    return opened.display.caret_from_qt(reading_of(app).caret)


@pytest.mark.parametrize("key", ["i", Qt.Key.Key_F2])
def test_the_caret_begins_at_the_current_span_and_the_mode_is_named(app: App, keys: Keys, key: str | Qt.Key) -> None:
    mode = app.window.status_line.mode
    keys("j", key)
    assert reading_of(app).is_walking
    assert app.window.status_line.mode != mode
    current = desk_of(app).current
    assert current is not None
    assert offset(app) == current.start
    keys(Qt.Key.Key_Escape)
    assert not reading_of(app).is_walking
    assert app.window.status_line.mode == mode


def test_arrows_walk_by_words_and_with_control_by_characters(app: App, keys: Keys) -> None:
    desk = desk_of(app)
    start = free_place(app)
    keys("i")
    put(app, start)
    keys(Qt.Key.Key_Right)
    assert offset(app) == desk.words.after(start)
    keys(Qt.Key.Key_Left)
    keys(Qt.Key.Key_Right, modifier=CONTROL)
    assert offset(app) == start + 1


def test_arrows_up_and_down_and_home_and_end_go_by_lines_on_screen(app: App, keys: Keys) -> None:
    reading = reading_of(app)
    keys("i")
    top = reading.cursorRect().top()
    keys(Qt.Key.Key_Down)
    assert reading.cursorRect().top() > top
    keys(Qt.Key.Key_Up, Qt.Key.Key_Home)
    home = reading.cursorRect()
    keys(Qt.Key.Key_End)
    assert reading.cursorRect().left() > home.left()
    assert reading.cursorRect().top() == home.top() == top


def test_shift_selects_and_a_label_key_adds_a_mark_and_the_caret_stays(app: App, keys: Keys) -> None:
    desk = desk_of(app)
    assert desk.article is not None
    start = free_place(app)
    keys("i")
    put(app, start)
    keys(Qt.Key.Key_Right, Qt.Key.Key_Right, modifier=CONTROL | SHIFT)
    keys("e")
    added = desk.current
    assert added is not None
    assert (added.start, added.end, added.status) == (start, start + 2, Status.ADDED)
    label = desk.scheme.label(added.label)
    assert label is not None
    assert label.key == "E"
    assert reading_of(app).is_walking
    assert offset(app) == start + 2
    keys("z", modifier=CONTROL)
    assert desk.by_target(added.target) is None


def test_space_takes_the_word_under_the_caret_and_accepts_nothing(app: App, keys: Keys) -> None:
    desk = desk_of(app)
    before = desk.items
    start = free_place(app)
    keys("i")
    put(app, start)
    keys(" ")
    assert desk.selection == desk.words.around(start)
    assert desk.items == before


def test_a_selection_across_a_healed_break_is_told_in_offsets_of_the_article(app: App, keys: Keys) -> None:
    desk = desk_of(app)
    broken = next(row.id for row in desk.rows() if _has_break(desk, row.id))
    desk.open(broken)
    assert desk.article is not None
    start, end = desk.article.layout.breaks[0]
    keys("i")
    put(app, start - 1)
    keys(Qt.Key.Key_Right, Qt.Key.Key_Right, modifier=CONTROL | SHIFT)
    assert desk.selection == (start - 1, end + 1)


def _has_break(desk: Desk, article: str) -> bool:
    desk.open(article)
    return desk.article is not None and bool(desk.article.layout.breaks)


@pytest.mark.parametrize("key", ["x", "s", "j", "k", "f", "n", "m", "[", "]", "1", "q", Qt.Key.Key_Return])
def test_single_keys_decide_nothing_without_a_selection(app: App, keys: Keys, key: str | Qt.Key) -> None:
    desk = desk_of(app)
    items, current, article = desk.items, desk.current, desk.article
    keys("i")
    for _ in range(2):
        keys(key)
    assert (desk.items, desk.current, desk.article) == (items, current, article)
    assert desk.annotation.article.flag is None
    assert QApplication.focusWidget() is reading_of(app)
    assert app.window.status_line.sentence


def test_keys_of_edges_move_no_edge(app: App, keys: Keys) -> None:
    before = desk_of(app).items
    keys("i")
    for modifier in (SHIFT, CONTROL | SHIFT, Qt.KeyboardModifier.AltModifier):
        keys(Qt.Key.Key_Right, modifier=modifier)
    assert desk_of(app).items == before


def test_the_caret_is_left_with_the_focus_and_with_the_article(app: App, keys: Keys) -> None:
    keys("i", "/")
    assert not reading_of(app).is_walking
    keys(Qt.Key.Key_Escape)
    keys("i")
    keys(Qt.Key.Key_Down, modifier=CONTROL)
    assert not reading_of(app).is_walking


def test_the_caret_is_brought_into_view(app: App, keys: Keys) -> None:
    reading = reading_of(app)
    keys("i")
    for _ in range(60):
        keys(Qt.Key.Key_Down)
    assert 0 <= reading.cursorRect().top() < reading.viewport().height()


@pytest.mark.parametrize(("rule", "is_added"), [(Overlap.FORBID, False), (Overlap.ALLOW, True)])
def test_the_overlap_rule_holds_for_what_the_caret_adds(app: App, keys: Keys, rule: Overlap, *, is_added: bool) -> None:
    desk = desk_of(app)
    desk.scheme = replace(desk.scheme, overlap=rule)
    first = desk.current
    assert first is not None
    keys(" ", "i")
    put(app, first.start + 1)
    count = len(desk.items)
    keys(Qt.Key.Key_Right, modifier=CONTROL | SHIFT)
    app.window.status_line.say("")
    keys("e")
    assert len(desk.items) == count + is_added
    assert (first.surface in app.window.status_line.sentence) is not is_added


def test_the_old_edge_is_shown_until_something_else_is_done(app: App, keys: Keys) -> None:
    item = desk_of(app).current
    assert item is not None
    assert ghost(app) is None
    keys(Qt.Key.Key_Right, Qt.Key.Key_Right, modifier=SHIFT)
    assert ghost(app) == (Edge.END, item.end), "of two moves the place before the first is shown"
    keys("j")
    assert ghost(app) is None
    keys("k")
    keys(Qt.Key.Key_Left, modifier=SHIFT)
    assert ghost(app) is not None
    keys(" ")
    assert ghost(app) is None


def test_the_old_edge_is_painted(app: App, keys: Keys) -> None:
    keys(Qt.Key.Key_Right, modifier=SHIFT)
    with_ghost = reading_of(app).grab().toImage()
    reading_of(app).show_ghost(None)
    assert reading_of(app).grab().toImage() != with_ghost
