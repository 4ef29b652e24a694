"""Linking mentions to programmes in the real window, the card's facts, and what rulings left out."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.app import App
from annotator.core.decision import Cause, Condition
from annotator.core.fold import Status
from annotator.core.ids import annotator_id, assignment_id
from annotator.project import linking
from annotator.project.checking import problems
from annotator.project.creating import new_project
from annotator.project.exporting import Layer, export_jsonl
from annotator.project.importing import import_paths
from annotator.project.workspace import Project
from annotator.session.desk import Desk
from annotator.session.items import Item
from annotator.ui.link_left_out import LeftOutList
from annotator.ui.link_picker import LinkPicker

Open = Callable[..., App]
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


class Keys(Protocol):
    """Presses keys where the focus is."""

    def __call__(self, *keys: str | Qt.Key, modifier: Qt.KeyboardModifier = ...) -> None: ...

    def type(self, words: str) -> None: ...


def desk_of(app: App) -> Desk:
    assert app.desk is not None
    return app.desk


def item(app: App, target: str) -> Item:
    found = desk_of(app).by_target(target)
    assert found is not None
    return found


def selection(app: App) -> tuple[int, int] | None:
    return desk_of(app).selection


def picker(app: App) -> LinkPicker:
    return app.window.findChildren(LinkPicker)[-1]


def left_out(app: App) -> LeftOutList:
    return app.window.findChildren(LeftOutList)[-1]


def open_dense(app: App) -> None:
    desk = desk_of(app)
    desk.open(max(desk.rows(), key=lambda row: row.candidates).id)


def open_with(app: App, text: str) -> None:
    desk = desk_of(app)
    for row in desk.rows():
        desk.open(row.id)
        if desk.article is not None and text in desk.article.text:
            return
    pytest.fail(f"no article says {text}")


def named(app: App, *, also: Callable[[Item], bool] = lambda _: True) -> Item:
    """Make a span current whose words the register knows."""
    desk = desk_of(app)
    register = linking.register(desk.project)
    found = next(i for i in desk.items if register.called(i.surface) and also(i))
    desk.make_current(found)
    return found


def steps(app: App) -> int:
    return int(desk_of(app).project.connection.execute("SELECT count(DISTINCT step) FROM decision").fetchone()[0])


def write(words: str) -> None:
    """Commit Chinese words as an input method does."""
    event = QInputMethodEvent()
    event.setCommitString(words)
    widget = QApplication.focusWidget()
    assert widget is not None
    QApplication.sendEvent(widget, event)


def card_says(app: App, row: int) -> str:
    assert app.views is not None
    return app.views.candidates.card._values[row].toolTip()


def test_l_and_enter_accept_and_link_an_open_candidate_in_one_step(open_app: Open, project: Path, keys: Keys) -> None:
    app = open_app(project)
    open_dense(app)
    target = named(app).target
    keys("l")
    assert picker(app).isVisible()
    keys(Qt.Key.Key_Return)
    linked = item(app, target)
    assert linked.status is Status.ACCEPTED
    assert linked.programme in linking.register(desk_of(app).project).called(linked.surface)
    assert desk_of(app).current is not linked, "an accepted candidate goes on to the next"
    assert app.views is not None
    assert QApplication.focusWidget() is app.views.reading
    keys("z", modifier=CONTROL)
    assert (item(app, target).status, item(app, target).programme) == (Status.OPEN, None)
    keys("y", modifier=CONTROL)
    assert item(app, target).programme == linked.programme


def test_a_mark_is_linked_by_pinyin_shown_in_the_card_and_unlinked_by_backspace(open_app: Open, project: Path, keys: Keys) -> None:
    app = open_app(project)
    open_dense(app)
    target = named(app).target
    keys(" ")
    desk_of(app).go_to(target)
    keys("l")
    keys.type("yljh")
    keys(Qt.Key.Key_Return)
    assert item(app, target).programme == "yulu"
    assert desk_of(app).current == item(app, target), "a mark that was decided already stays current"
    assert card_says(app, 3) == "<qt>雨露计划</qt>"
    before = steps(app)
    keys("l", Qt.Key.Key_Backspace)
    assert item(app, target).programme is None
    assert item(app, target).status is Status.ACCEPTED
    assert steps(app) == before + 1
    keys("z", modifier=CONTROL)
    assert item(app, target).programme == "yulu"


def test_what_stands_for_an_earlier_name_is_offered_with_that_name(open_app: Open, tmp_path: Path, keys: Keys) -> None:
    text = "村里的新学期\n\n本报记者 某某\n\n县里落实雨露计划,又办起扶贫车间。该计划让三个孩子读上了职校。\n"
    (tmp_path / "p.txt").write_text(text, encoding="utf-8")
    with new_project(tmp_path / "x.annot") as made:
        import_paths(made, [tmp_path / "p.txt"], whole=True)
    app = open_app(tmp_path / "x.annot")
    desk = desk_of(app)
    assert desk.article is not None
    for words, label in (("雨露计划", "EDUCATION"), ("扶贫车间", "EMPLOYMENT"), ("该计划", "EDUCATION")):
        at = desk.article.text.index(words)
        desk.add(at, at + len(words), label)
    assert desk.current is not None
    target = desk.current.target
    keys("l")
    assert [row.text for row in picker(app).model.rows[:2]] == ["雨露计划", "扶贫车间"]
    assert "雨露计划" in picker(app).model.rows[0].detail
    keys(Qt.Key.Key_Return)
    assert item(app, target).programme == "yulu"
    out = tmp_path / "out.jsonl"
    export_jsonl(desk.project, out, layer=Layer.ANNOTATION)
    spans = [span for line in out.read_text(encoding="utf-8").splitlines() for span in json.loads(line)["spans"]]
    assert [(span["text"], span["programme"]) for span in spans if span["programme"]] == [("该计划", "yulu")]
    assert not list(problems(desk.project))


def test_escape_and_letters_typed_change_no_decision(open_app: Open, project: Path, keys: Keys) -> None:
    app = open_app(project)
    open_dense(app)
    named(app)
    before = steps(app)
    keys("l")
    keys.type("xsf1 m")
    keys(Qt.Key.Key_Escape)
    assert steps(app) == before
    assert not picker(app).isVisible()
    assert app.views is not None
    assert QApplication.focusWidget() is app.views.reading


def test_a_new_programme_is_added_and_linked_but_not_in_a_task_file(open_app: Open, project: Path, keys: Keys) -> None:
    app = open_app(project)
    open_dense(app)
    target = named(app).target
    keys("l")
    write("千户连心工程")
    keys(Qt.Key.Key_Return)
    made = item(app, target).programme
    assert made is not None
    assert linking.name_of(desk_of(app).project, made) == "千户连心工程"
    desk_of(app).project.file.set("role", "task")
    named(app, also=lambda i: i.programme is None)
    keys("l")
    write("万家灯火工程")
    assert picker(app).model.rows == []


def test_words_that_are_selected_must_be_marked_first(open_app: Open, project: Path, keys: Keys) -> None:
    app = open_app(project)
    open_dense(app)
    assert app.views is not None
    app.views.reading.select_range(0, 2)
    keys("l")
    assert not app.window.findChildren(LinkPicker)
    assert "label" in app.window.status_line._message.text()


def test_the_link_follows_into_repeats_and_undo_takes_all_of_it_back(open_app: Open, project: Path, keys: Keys) -> None:
    app = open_app(project)
    desk = desk_of(app)
    repeats: list[str] = []
    for row in desk.rows():
        desk.open(row.id)
        if desk.opened is None:
            continue
        for one in desk.items:
            before = desk.project.connection.execute("SELECT count(*) FROM decision").fetchone()[0]
            desk.make_current(one)
            desk.accept()
            rows = desk.project.connection.execute("SELECT target FROM decision WHERE cause = ? LIMIT 1 OFFSET 0", (Cause.REPEAT,))
            repeats = [str(found[0]) for found in rows]
            if repeats:
                desk.make_current(desk.by_target(one.target))
                break
            assert desk.project.connection.execute("SELECT count(*) FROM decision").fetchone()[0] > before
        if repeats:
            break
    assert repeats, "the sample has a paragraph that is printed again"
    keys("l")
    keys.type("yljh")
    keys(Qt.Key.Key_Return)
    again = desk.project.connection.execute("SELECT count(*) FROM mark WHERE programme = 'yulu'").fetchone()[0]
    assert again >= 2
    keys("z", modifier=CONTROL)
    assert desk.project.connection.execute("SELECT count(*) FROM mark WHERE programme IS NOT NULL").fetchone()[0] == 0


def test_the_card_counts_what_became_of_the_like_some_time_after_an_article_is_opened(
    open_app: Open, project: Path, keys: Keys, qtbot: QtBot
) -> None:
    app = open_app(project)
    open_dense(app)
    first = named(app, also=lambda i: i.candidate is not None and i.candidate.source.startswith("lexicon:")).target
    keys("x")
    desk_of(app).open_beside(-1)
    open_dense(app)
    desk_of(app).go_to(first)
    qtbot.waitUntil(lambda: "0 of 1" in card_says(app, 0), timeout=10_000)
    assert card_says(app, 2), "the lexicon says where it has the name from"


def test_what_rulings_left_out_is_listed_and_can_be_marked_all_the_same(open_app: Open, project: Path, keys: Keys, qtbot: QtBot) -> None:
    app = open_app(project)
    open_with(app, "脱贫攻坚推进大会")
    desk = desk_of(app)
    before = len(desk.items)
    keys("v", modifier=CONTROL | SHIFT)
    qtbot.waitUntil(lambda: bool(app.window.findChildren(LeftOutList)), timeout=20_000)
    places = len(left_out(app).model.rows)
    start, end = selection(app) or (0, 0)
    keys("2", Qt.Key.Key_Down)
    added = next(i for i in desk.items if (i.start, i.end) == (start, end))
    assert (added.surface, added.label, added.status) == ("脱贫攻坚", "INDUSTRY", Status.ADDED)
    assert len(desk.items) == before + 1
    assert len(left_out(app).model.rows) == places - 1
    keys(Qt.Key.Key_Escape)
    assert selection(app) is None
    assert app.views is not None
    assert QApplication.focusWidget() is app.views.reading
    near = next(i for i in desk.items if i.candidate is not None and "not proposed here" in _basis(app, i))
    assert near.candidate is not None


def _basis(app: App, one: Item) -> str:
    desk_of(app).make_current(one)
    return card_says(app, 2)


def test_a_blind_article_can_be_linked_and_shows_neither_rulings_nor_counts(open_app: Open, project: Path, keys: Keys) -> None:
    person = annotator_id("林晓")
    with Project.open(project) as opened:
        (article,) = opened.connection.execute("SELECT id FROM article ORDER BY candidates DESC LIMIT 1").fetchone()
        opened.connection.execute("INSERT OR IGNORE INTO annotator VALUES (?, ?)", (person, "林晓"))
        opened.connection.execute(
            "INSERT INTO assignment (id, article, annotator, round, condition) VALUES (?, ?, ?, 'main', 'blind')",
            (assignment_id(article, person, "main", Condition.BLIND), article, person),
        )
    app = open_app(project)
    desk = desk_of(app)
    desk.open(str(article))
    assert desk.opened is not None
    assert desk.opened.is_blind
    keys("v", modifier=CONTROL | SHIFT)
    assert "without candidates" in app.window.status_line._message.text()
    desk.add(0, 4, "CAMPAIGN")
    assert desk.current is not None
    target = desk.current.target
    keys("l")
    keys.type("yljh")
    keys(Qt.Key.Key_Return)
    assert item(app, target).programme == "yulu"
