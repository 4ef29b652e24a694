"""Codes of articles and attributes of spans by key, in the real window."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from annotator.app import App
from annotator.core.fold import Status
from annotator.project.checking import problems
from annotator.session.desk import Desk
from annotator.session.items import Item
from annotator.ui.code_strip import CodeStrip

Open = Callable[..., App]
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ESCAPE = Qt.Key.Key_Escape


class Keys(Protocol):
    """Presses keys where the focus is."""

    def __call__(self, *keys: str | Qt.Key, modifier: Qt.KeyboardModifier = ...) -> None: ...

    def type(self, words: str) -> None: ...


def desk_of(app: App) -> Desk:
    assert app.desk is not None
    return app.desk


def open_dense(app: App) -> Item:
    desk = desk_of(app)
    desk.open(max(desk.rows(), key=lambda row: row.candidates).id)
    assert desk.current is not None
    return desk.current


def item(app: App, target: str) -> Item:
    found = desk_of(app).by_target(target)
    assert found is not None
    return found


def strip(app: App) -> CodeStrip:
    return app.window.findChildren(CodeStrip)[-1]


def codes(app: App) -> dict[str, str]:
    return dict(desk_of(app).annotation.article.codes)


def is_reading(app: App) -> bool:
    return app.views is not None and QApplication.focusWidget() is app.views.reading


def card_state(app: App) -> str:
    assert app.views is not None
    return app.views.candidates.card._values[4].toolTip()


def test_a_gives_attributes_by_two_keys_each_and_the_card_says_them(open_app: Open, project: Path, keys: Keys) -> None:
    app = open_app(project)
    target = open_dense(app).target
    keys(" ")
    desk_of(app).go_to(target)
    keys("a", "r", "d", "l", "c", ESCAPE)
    assert item(app, target).codes == (("level", "central"), ("reach", "dedicated"))
    assert item(app, target).status is Status.ACCEPTED
    assert desk_of(app).current == item(app, target)
    assert "Reach: dedicated · Level: central" in card_state(app)
    assert is_reading(app)
    assert not strip(app).isVisible()


def test_the_same_answer_again_takes_it_back_and_undo_brings_it_back(open_app: Open, project: Path, keys: Keys) -> None:
    app = open_app(project)
    target = open_dense(app).target
    keys("a", "r", "u")
    keys("r", "u")
    assert item(app, target).codes == ()
    keys("z", modifier=CONTROL)
    assert item(app, target).codes == (("reach", "universal"),)
    assert "✓universal" in strip(app).text, "an open strip follows undo"
    keys("z", modifier=CONTROL)
    assert item(app, target).codes == ()
    keys("y", modifier=CONTROL)
    assert item(app, target).codes == (("reach", "universal"),)
    assert not list(problems(desk_of(app).project))


def test_shift_a_codes_the_article_by_flag_choice_and_words(open_app: Open, project: Path, keys: Keys) -> None:
    app = open_app(project)
    open_dense(app)
    keys("a", modifier=SHIFT)
    keys("i", "g", "f", "t")
    keys.type("x1 water")
    keys(Qt.Key.Key_Return)
    assert codes(app) == {"irrelevant": "1", "genre": "feature", "topic": "x1 water"}
    keys("i")
    keys(Qt.Key.Key_Return)
    assert codes(app) == {"genre": "feature", "topic": "x1 water"}
    assert is_reading(app), "Enter leaves the strip and does not finish the article"
    assert not desk_of(app).annotation.article.is_finished
    assert app.views is not None
    assert app.views.page._codes.text() == "Genre: feature · Topic: x1 water"
    here = desk_of(app).article
    desk_of(app).open_beside(-1)
    assert app.views.page._codes.text() == ""
    assert here is not None
    desk_of(app).open(here.id)
    assert app.views.page._codes.text() == "Genre: feature · Topic: x1 water"


def test_keys_in_the_strip_decide_nothing_and_escape_goes_back_step_by_step(open_app: Open, project: Path, keys: Keys) -> None:
    app = open_app(project)
    target = open_dense(app).target
    keys("a", "x", "1", " ", "r", "q", ESCAPE)
    assert strip(app).isVisible(), "the first Esc goes back to the codes"
    keys(ESCAPE)
    assert not strip(app).isVisible()
    assert (item(app, target).status, item(app, target).codes) == (Status.OPEN, ())
    keys("x")
    assert item(app, target).status is Status.REJECTED


def test_the_mouse_on_another_span_closes_the_strip_of_the_first(open_app: Open, project: Path, keys: Keys) -> None:
    app = open_app(project)
    open_dense(app)
    keys("a")
    desk_of(app).go(1)
    assert not strip(app).isVisible()
    assert is_reading(app)


def test_an_attribute_is_no_decision_on_the_span(open_app: Open, project: Path, keys: Keys) -> None:
    app = open_app(project)
    target = open_dense(app).target
    before = desk_of(app).undecided
    keys("a", "r", "d", ESCAPE)
    assert (item(app, target).status, desk_of(app).undecided) == (Status.OPEN, before)
