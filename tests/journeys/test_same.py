"""All the same mentions in one step, through the real window."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.app import App
from annotator.core.decision import Cause
from annotator.core.fold import Status
from annotator.project.checking import problems
from annotator.project.workspace import Project
from annotator.session.desk import Desk
from annotator.session.finding import normalised
from annotator.session.items import Item
from annotator.store import candidates
from annotator.ui.same_list_pane import SameList

Open = Callable[..., App]
CONTROL = Qt.KeyboardModifier.ControlModifier


class Keys(Protocol):
    """Presses keys where the focus is."""

    def __call__(self, *keys: str | Qt.Key, modifier: Qt.KeyboardModifier = ...) -> None: ...

    def type(self, words: str) -> None: ...


def twice(app: App) -> tuple[Desk, list[Item]]:
    """Open an article in which a candidate has its like, and make the first of them current."""
    desk = app.desk
    assert desk is not None
    for row in desk.rows():
        desk.open(row.id)
        for item in desk.items:
            alike = [other for other in desk.items if normalised(other.surface) == normalised(item.surface)]
            if len(alike) > 1 and len({(other.start, other.end) for other in alike}) == len(alike):
                desk.go_to(item.target)
                return desk, alike
    raise AssertionError("no article of the sample has the same candidate twice")


def pane_of(app: App) -> SameList:
    return app.window.findChildren(SameList)[0]


def statuses(desk: Desk, items: list[Item]) -> set[Status]:
    found = [desk.by_target(item.target) for item in items]
    return {item.status for item in found if item is not None}


def test_one_key_lists_and_one_accepts_all_the_same_in_one_step(open_app: Open, project: Path, keys: Keys) -> None:
    app = open_app(project)
    desk, alike = twice(app)
    keys("m")
    assert pane_of(app).isVisible()
    ticked = len(pane_of(app).chosen)
    assert ticked >= len(alike)
    keys(Qt.Key.Key_Return)
    assert statuses(desk, alike) == {Status.ACCEPTED}
    assert not pane_of(app).isVisible()
    assert app.views is not None
    assert QApplication.focusWidget() is app.views.reading
    keys("z", modifier=CONTROL)
    assert statuses(desk, alike) == {Status.OPEN}
    app.close_project()
    with Project.open(project, write=False) as closed:
        assert problems(closed) == []
        causes = [row[0] for row in closed.connection.execute("SELECT cause FROM decision WHERE kind IN ('accept', 'add')")]
    assert causes.count(None) == 1
    assert causes.count(Cause.SAME) == ticked - 1


def test_the_decision_is_that_of_the_current_one(open_app: Open, project: Path, keys: Keys) -> None:
    app = open_app(project)
    desk, alike = twice(app)
    keys("t")
    desk.go_to(alike[0].target)
    keys("m", Qt.Key.Key_Return)
    labels = {item.label for other in alike if (item := desk.by_target(other.target)) is not None}
    assert labels == {"MONITOR"}


def test_a_rejection_rejects_candidates_and_adds_nothing(open_app: Open, project: Path, keys: Keys) -> None:
    app = open_app(project)
    desk, alike = twice(app)
    before = len(desk.items)
    keys("m", "x")
    assert statuses(desk, alike) == {Status.REJECTED}
    assert len(desk.items) == before


def test_a_label_key_in_the_list_labels_all(open_app: Open, project: Path, keys: Keys) -> None:
    app = open_app(project)
    desk, alike = twice(app)
    keys("m", "q")
    assert {item.label for other in alike if (item := desk.by_target(other.target)) is not None} == {"ECOLOGY"}


def test_space_takes_a_tick_away_and_escape_decides_nothing(open_app: Open, project: Path, keys: Keys) -> None:
    app = open_app(project)
    desk, alike = twice(app)
    keys("m", "j", " ")
    kept = pane_of(app).kept
    assert any(place.items for place in kept) or len(kept) >= 1
    keys(Qt.Key.Key_Escape)
    assert not desk.annotation.states
    keys("m", "j", "k", "j", " ")
    unticked = {item.target for place in pane_of(app).kept for item in place.items}
    keys(Qt.Key.Key_Return)
    for item in alike:
        found = desk.by_target(item.target)
        assert found is not None
        assert found.status is (Status.OPEN if item.target in unticked else Status.ACCEPTED)


def test_what_is_decided_otherwise_is_listed_unticked_with_its_state(open_app: Open, project: Path, keys: Keys) -> None:
    app = open_app(project)
    desk, alike = twice(app)
    desk.go_to(alike[1].target)
    keys("x")
    desk.go_to(alike[0].target)
    keys(" ")
    desk.go_to(alike[0].target)
    keys("m")
    pane = pane_of(app)
    places = [*pane.chosen, *pane.kept]
    rejected = next(place for place in pane.kept if place.item is not None and place.item.target == alike[1].target)
    assert rejected in places
    assert any("rejected" in state or "排除" in state for state in pane.states)
    keys(Qt.Key.Key_Escape)
    assert desk.by_target(alike[1].target) == rejected.item


def test_where_nothing_is_the_same_it_is_said(open_app: Open, project: Path, keys: Keys) -> None:
    app = open_app(project)
    desk = app.desk
    assert desk is not None
    assert desk.article is not None
    assert app.views is not None
    app.views.reading.select_range(0, min(12, len(desk.article.text.split("\n")[0])))
    keys("m")
    assert not app.window.findChildren(SameList) or not pane_of(app).isVisible()
    assert app.window.status_line.sentence


def test_a_selection_and_its_like_are_added_by_a_label_key(open_app: Open, project: Path, keys: Keys) -> None:
    app = open_app(project)
    desk = app.desk
    assert desk is not None
    desk.open(max(desk.rows(), key=lambda row: row.candidates).id)
    desk.words.wait()
    assert desk.article is not None
    assert app.views is not None
    assert desk.opened is not None
    taken = (*((item.start, item.end) for item in desk.items), *desk.opened.repeats)
    covered = {at for start, end in taken for at in range(start, end)}
    at = next(m.start() for m in re.finditer("的", desk.article.text) if m.start() not in covered)
    app.views.reading.select_range(at, at + 1)
    keys("m")
    ticked = len(pane_of(app).chosen)
    assert ticked > 1
    keys("q")
    added = [item for item in desk.items if item.status is Status.ADDED and item.label == "ECOLOGY"]
    assert len(added) == ticked
    keys("z", modifier=CONTROL)
    assert not [item for item in desk.items if item.status is Status.ADDED]


def allow(project: Path, setting: str) -> None:
    with Project.open(project) as opened:
        opened.file.set(setting, "yes")


@pytest.fixture
def shared(project: Path) -> tuple[str, str]:
    """A surface that is a candidate in two articles, and one of these articles."""
    where: dict[str, list[str]] = {}
    with Project.open(project, write=False) as opened:
        for article, known in candidates.each(opened.connection):
            for surface in {candidate.surface for candidate in known if "\n" not in candidate.surface}:
                where.setdefault(surface, []).append(article)
    return max(((surface, articles[0]) for surface, articles in where.items()), key=lambda pair: len(where[pair[0]]))


def test_a_tick_decides_the_same_in_other_articles_in_the_same_step(
    open_app: Open, project: Path, keys: Keys, qtbot: QtBot, shared: tuple[str, str]
) -> None:
    allow(project, "allow_same_everywhere")
    app = open_app(project)
    desk = app.desk
    assert desk is not None
    surface, article = shared
    desk.open(article)
    desk.go_to(next(item.target for item in desk.items if item.surface == surface))
    keys("m")
    pane = pane_of(app)
    shown = len(pane.chosen) + len(pane.kept)
    qtbot.waitUntil(lambda: len(pane.states) == shown + 1, timeout=20_000)
    assert not pane.others, "other articles are ticked by hand only"
    keys(*["j"] * shown, " ")
    far = [other.opened.article.id for other in pane.others]
    assert far
    keys(Qt.Key.Key_Return)
    desk.open(far[0])
    there = [item for item in desk.items if normalised(item.surface) == normalised(surface)]
    assert Status.ACCEPTED in {item.status for item in there}
    keys("z", modifier=CONTROL)
    assert desk.article is not None
    desk.open(far[0])
    assert not desk.annotation.states


def test_all_that_remains_is_accepted_where_the_lead_allows(open_app: Open, project: Path, keys: Keys) -> None:
    allow(project, "allow_rest")
    app = open_app(project)
    desk = app.desk
    assert desk is not None
    desk.open(max(desk.rows(), key=lambda row: row.candidates).id)
    first = desk.items[0].target
    keys("x", "k")
    app.window.command("accept_rest").trigger()
    assert desk.undecided == 0
    rejected = desk.by_target(first)
    assert rejected is not None
    assert rejected.status is Status.REJECTED
    keys("z", modifier=CONTROL)
    assert desk.undecided == len(desk.items) - 1
    assert desk.opened is not None
    causes = {d.cause for d in desk.project.ledger.decisions(desk.opened.assignment.id) if d.kind == "accept"}
    assert Cause.REST in causes
    assert causes <= {Cause.REST, Cause.REPEAT}


def test_all_that_remains_does_not_exist_where_nobody_allowed_it(open_app: Open, project: Path) -> None:
    app = open_app(project)
    action = app.window.command("accept_rest")
    assert not action.isVisible()
    assert app.desk is not None
    action.trigger()
    assert not app.desk.annotation.states
