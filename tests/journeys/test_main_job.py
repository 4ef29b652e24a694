"""The main job through the real window: open, decide by single keys, undo, finish, export."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.app import App, build
from annotator.core.errors import NotAProject
from annotator.core.fold import Status
from annotator.project.checking import problems
from annotator.project.exporting import Layer, export_jsonl
from annotator.project.workspace import Project
from annotator.session.desk import Desk
from annotator.session.items import Item

Open = Callable[..., App]


class Keys(Protocol):
    """Presses keys where the focus is."""

    def __call__(self, *keys: str | Qt.Key, modifier: Qt.KeyboardModifier = ...) -> None: ...

    def type(self, words: str) -> None: ...


SHIFT, CONTROL, ALT = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def desk_of(app: App) -> Desk:
    assert app.desk is not None
    return app.desk


def current(app: App) -> Item:
    item = desk_of(app).current
    assert item is not None
    return item


def item(app: App, target: str) -> Item:
    return next(i for i in desk_of(app).items if i.target == target)


def opened_id(app: App) -> str:
    opened = desk_of(app).article
    assert opened is not None
    return opened.id


def open_dense(app: App) -> None:
    """Open the sample article with the most candidates."""
    desk = desk_of(app)
    desk.open(max(desk.rows(), key=lambda row: row.candidates).id)


def test_the_window_opens_with_the_focus_on_the_article_and_candidates_listed(open_app: Open, project: Path) -> None:
    app = open_app(project)
    assert app.views is not None
    assert QApplication.focusWidget() is app.views.reading
    desk = desk_of(app)
    assert desk.article is not None
    assert desk.items
    assert desk.current is desk.items[0]


def test_one_key_decides_and_goes_on_to_the_next_undecided(open_app: Open, project: Path, keys: Keys) -> None:
    app = open_app(project)
    open_dense(app)
    first, second, third, fourth = (i.target for i in desk_of(app).items[:4])
    keys(" ")
    assert item(app, first).status is Status.ACCEPTED
    assert current(app).target == second
    keys("x")
    assert item(app, second).status is Status.REJECTED
    keys("s")
    assert item(app, third).status is Status.SKIPPED
    assert current(app).target == fourth


@pytest.mark.parametrize(("key", "label"), [("1", "CAMPAIGN"), ("0", "SAFETYNET"), ("q", "ECOLOGY"), ("t", "MONITOR"), ("y", "OTHER")])
def test_a_label_key_relabels_and_accepts(open_app: Open, project: Path, keys: Keys, key: str, label: str) -> None:
    app = open_app(project)
    open_dense(app)
    target = current(app).target
    was = current(app).label
    keys(key)
    decided = item(app, target)
    assert decided.label == label
    assert decided.status is (Status.ACCEPTED if was == label else Status.RELABELLED)


def test_arrows_and_letters_walk_through_the_spans(open_app: Open, project: Path, keys: Keys) -> None:
    app = open_app(project)
    open_dense(app)
    targets = [i.target for i in desk_of(app).items]
    keys(Qt.Key.Key_Down, "j")
    assert current(app).target == targets[2]
    keys("k", Qt.Key.Key_Up, "k")
    assert current(app).target == targets[0]


def test_edges_move_by_word_and_by_character_and_several_moves_are_one_undo(open_app: Open, project: Path, keys: Keys) -> None:
    app = open_app(project)
    open_dense(app)
    before = current(app)
    keys(Qt.Key.Key_Right, modifier=SHIFT)
    words_further = current(app).end
    assert words_further > before.end
    keys(Qt.Key.Key_Right, modifier=CONTROL | SHIFT)
    assert current(app).end == words_further + 1
    assert current(app).status is Status.MOVED
    keys("z", modifier=CONTROL)
    assert (current(app).start, current(app).end, current(app).status) == (before.start, before.end, Status.OPEN)


def test_the_start_moves_by_word_character_and_full_width_bracket(open_app: Open, project: Path, keys: Keys) -> None:
    app = open_app(project)
    open_dense(app)
    keys("j")
    before = current(app)
    keys(Qt.Key.Key_Left, modifier=ALT)
    assert current(app).start < before.start
    by_word = current(app).start
    keys("]")
    assert current(app).start == by_word + 1
    keys("[")
    assert current(app).start == by_word


def test_moved_back_and_unchanged_counts_as_accepted(open_app: Open, project: Path, keys: Keys) -> None:
    app = open_app(project)
    open_dense(app)
    target = current(app).target
    keys(Qt.Key.Key_Right, Qt.Key.Key_Left, modifier=CONTROL | SHIFT)
    assert item(app, target).status is Status.ACCEPTED


def test_a_selection_and_a_label_key_add_a_mark_and_x_removes_it(open_app: Open, project: Path, keys: Keys) -> None:
    app = open_app(project)
    open_dense(app)
    assert app.views is not None
    desk = desk_of(app)
    assert desk.article is not None
    start = next(i for i in range(len(desk.article.text)) if not any(s.start - 3 <= i < s.end for s in desk.items))
    app.views.reading.select_range(start, start + 3)
    count = len(desk.items)
    keys("5")
    added = current(app)
    assert (added.start, added.end, added.label, added.status) == (start, start + 3, "EDUCATION", Status.ADDED)
    assert added.surface == desk.article.text[start : start + 3]
    assert not app.views.reading.textCursor().hasSelection()
    keys("x")
    assert len(desk.items) == count


def test_selecting_with_the_mouse_gives_article_offsets(open_app: Open, project: Path, keys: Keys) -> None:
    app = open_app(project)
    open_dense(app)
    assert app.views is not None
    reading, desk = app.views.reading, desk_of(app)
    cursor = QTextCursor(reading.document())
    cursor.setPosition(40)
    start = reading.cursorRect(cursor).center()
    cursor.setPosition(44)
    end = reading.cursorRect(cursor).center()
    QTest.mousePress(reading.viewport(), Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(reading.viewport(), QPoint((start.x() + end.x()) // 2, end.y()))
    QTest.mouseMove(reading.viewport(), end)
    QTest.mouseRelease(reading.viewport(), Qt.MouseButton.LeftButton, ALT, pos=end)
    assert desk.selection is not None
    assert desk.article is not None
    first, last = desk.selection
    assert desk.opened is not None
    assert desk.opened.display.to_qt(first, last) == (40, 44)


def test_clicking_a_span_makes_it_current(open_app: Open, project: Path) -> None:
    app = open_app(project)
    open_dense(app)
    assert app.views is not None
    reading = app.views.reading
    wanted = desk_of(app).items[3]
    cursor = QTextCursor(reading.document())
    opened = desk_of(app).opened
    assert opened is not None
    cursor.setPosition(opened.display.to_qt(wanted.start, wanted.end)[0] + 1)
    QTest.mouseClick(reading.viewport(), Qt.MouseButton.LeftButton, pos=reading.cursorRect(cursor).center())
    assert current(app).start <= wanted.start < current(app).end


def test_undo_and_redo_go_through_every_kind_of_step(open_app: Open, project: Path, keys: Keys) -> None:
    app = open_app(project)
    open_dense(app)
    before = desk_of(app).items
    keys(" ", "x", "2", "s", "f")
    after = desk_of(app).items
    for _ in range(5):
        keys("z", modifier=CONTROL)
    assert desk_of(app).items == before
    for _ in range(5):
        keys("z", modifier=CONTROL | SHIFT)
    assert desk_of(app).items == after
    keys("y", modifier=CONTROL)
    assert app.window.status_line.sentence


def test_undo_works_after_a_restart_and_opens_the_article_it_concerns(open_app: Open, project: Path, keys: Keys) -> None:
    app = open_app(project)
    open_dense(app)
    article = desk_of(app).article
    assert article is not None
    target = current(app).target
    keys(" ")
    keys(Qt.Key.Key_Down, modifier=CONTROL)
    assert desk_of(app).article is not article
    keys(" ")
    app.close_project()
    app.open_project(project)
    keys("z", modifier=CONTROL)
    keys("z", modifier=CONTROL)
    assert opened_id(app) == article.id
    assert item(app, target).status is Status.OPEN


def test_it_opens_where_the_annotator_left_off(open_app: Open, project: Path, keys: Keys) -> None:
    app = open_app(project)
    open_dense(app)
    keys(" ", " ")
    place, article = current(app).target, desk_of(app).article
    app.close_project()
    app.open_project(project)
    assert article is not None
    assert opened_id(app) == article.id
    assert current(app).target == place


def test_flag_and_note_stay_with_the_span(open_app: Open, project: Path, keys: Keys) -> None:
    app = open_app(project)
    open_dense(app)
    target = current(app).target
    keys("f", "n")
    keys.type("x s 1")
    keys(Qt.Key.Key_Return)
    assert app.views is not None
    assert QApplication.focusWidget() is app.views.reading
    noted = item(app, target)
    assert noted.flag == "doubt"
    assert noted.note == "x s 1"
    assert noted.status is Status.OPEN, "keys typed into the note must not decide"
    keys("f")
    assert item(app, target).flag is None


def test_enter_in_a_field_finishes_nothing(open_app: Open, project: Path, keys: Keys) -> None:
    app = open_app(project)
    article = desk_of(app).article
    while desk_of(app).undecided:
        keys(" ")
    keys("n")
    keys.type("read twice")
    keys(Qt.Key.Key_Return)
    keys("/", Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert desk_of(app).article is article
    assert not desk_of(app).annotation.article.is_finished


def test_escape_leaves_the_note_without_writing_it(open_app: Open, project: Path, keys: Keys) -> None:
    app = open_app(project)
    open_dense(app)
    target = current(app).target
    keys("n")
    keys.type("half a thought")
    keys(Qt.Key.Key_Escape)
    assert app.views is not None
    assert QApplication.focusWidget() is app.views.reading
    assert item(app, target).note is None


def test_enter_says_how_many_are_undecided_then_finishes_and_opens_the_next(open_app: Open, project: Path, keys: Keys) -> None:
    app = open_app(project)
    open_dense(app)
    article = desk_of(app).article
    assert article is not None
    keys(Qt.Key.Key_Return)
    assert desk_of(app).article is article
    assert str(desk_of(app).undecided) in app.window.status_line.sentence
    keys(Qt.Key.Key_Return)
    assert desk_of(app).article is not article
    row = desk_of(app).row(article.id)
    assert row is not None
    assert row.finished


def test_another_key_between_takes_the_first_enter_back(open_app: Open, project: Path, keys: Keys) -> None:
    app = open_app(project)
    open_dense(app)
    article = desk_of(app).article
    keys(Qt.Key.Key_Return, "j", Qt.Key.Key_Return)
    assert desk_of(app).article is article


def test_typing_a_filter_decides_nothing_and_finds_by_text(open_app: Open, project: Path, keys: Keys) -> None:
    app = open_app(project)
    open_dense(app)
    before = desk_of(app).items
    keys("/")
    keys.type("x 12")
    assert desk_of(app).items == before
    keys(Qt.Key.Key_Escape)
    assert app.views is not None
    assert QApplication.focusWidget() is app.views.reading


def test_single_keys_arrive_while_an_input_method_is_on(open_app: Open, project: Path, keys: Keys) -> None:
    app = open_app(project)
    open_dense(app)
    assert app.views is not None
    reading = app.views.reading
    assert not reading.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    assert reading.inputMethodQuery(Qt.InputMethodQuery.ImEnabled) is False
    text = reading.toPlainText()
    composed = QInputMethodEvent("pinyin", [])
    composed.setCommitString("拼音")
    QApplication.sendEvent(reading, composed)
    assert reading.toPlainText() == text
    target = current(app).target
    keys(" ")
    assert item(app, target).status is Status.ACCEPTED


def test_a_second_window_opens_read_only_and_says_who_writes(open_app: Open, project: Path, keys: Keys) -> None:
    first = open_app(project, annotator="林晓")
    open_dense(first)
    second = open_app(project, annotator="周岚")
    assert not desk_of(second).is_writable
    open_dense(second)
    second.window.activateWindow()
    target = current(second).target
    desk_of(second).accept()
    assert item(second, target).status is Status.OPEN
    assert second.window.status_line.sentence


def test_what_was_decided_in_the_window_is_what_the_export_says(open_app: Open, project: Path, keys: Keys, tmp_path: Path) -> None:
    app = open_app(project)
    open_dense(app)
    first, second = desk_of(app).items[:2]
    article = desk_of(app).article
    assert article is not None
    keys(" ", "x")
    app.close_project()
    with Project.open(project) as opened:
        assert problems(opened) == []
        export_jsonl(opened, tmp_path / "ledger.jsonl", layer=Layer.LEDGER)
    lines = [json.loads(line) for line in (tmp_path / "ledger.jsonl").read_text(encoding="utf-8").splitlines()]
    line = next(line for line in lines if line["id"] == article.id)
    assert [(s["start"], s["end"], s["label"], s["status"], s["by"]) for s in line["spans"]] == [
        (first.start, first.end, first.label, "accepted", "林晓")
    ]
    decided = {c["id"]: c["decisions"] for c in line["candidates"] if c["decisions"]}
    assert decided == {first.target: {"林晓": "accepted"}, second.target: {"林晓": "rejected"}}


def test_without_a_project_the_window_welcomes(open_app: Open) -> None:
    app = open_app(None)
    assert app.desk is None
    assert app.window.isVisible()


def test_a_missing_project_is_an_error_and_leaves_no_window(tmp_path: Path) -> None:
    with pytest.raises(NotAProject):
        build(tmp_path / "nothing.annot")
    assert not any(widget.isVisible() for widget in QApplication.topLevelWidgets())


def open_repeating(app: App) -> list[tuple[int, int]]:
    """Open the sample article in which a paragraph is printed a dozen times; return those repeats."""
    desk = desk_of(app)
    for row in desk.rows():
        desk.open(row.id)
        if desk.opened is not None and len(desk.opened.repeats) > 5:
            return list(desk.opened.repeats)
    raise AssertionError("no sample article repeats a paragraph")


def test_repeats_are_folded_and_decided_with_their_original_in_one_step(open_app: Open, project: Path, keys: Keys) -> None:
    app = open_app(project)
    repeats = open_repeating(app)
    desk = desk_of(app)
    assert not any(start <= i.start < end for i in desk.items for start, end in repeats)
    keys("j")
    while not any(current(app).start >= start - 400 for start, _ in repeats[:1]):
        keys("j")
    while desk.undecided:
        keys(" ")
    inside = [s for s in desk.annotation.states.values() if any(start <= s.start < end for start, end in repeats)]
    assert inside
    assert all(state.status is Status.ACCEPTED for state in inside)
    (causes,) = desk.project.connection.execute("SELECT count(*) FROM decision WHERE cause = 'repeat'").fetchone()
    assert causes >= len(inside)
    while desk.annotation.states:
        keys("z", modifier=CONTROL)
    assert not desk.annotation.states


def test_repeats_can_be_shown_in_full(open_app: Open, project: Path, keys: Keys) -> None:
    app = open_app(project)
    repeats = open_repeating(app)
    assert app.views is not None
    folded = len(app.views.reading.toPlainText())
    keys("r", modifier=CONTROL)
    assert len(app.views.reading.toPlainText()) > folded
    assert any(start <= i.start < end for i in desk_of(app).items for start, end in repeats)
