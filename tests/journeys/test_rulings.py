"""Doubtful cases in the real window: flagged by one, answered by another, shown beside the label."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from annotator.app import App
from annotator.session.desk import Desk
from annotator.ui.ruling_page import RulingPage
from annotator.ui.scheme_page import SchemePage

Open = Callable[..., App]
CONTROL = Qt.KeyboardModifier.ControlModifier
ESCAPE, ENTER, DOWN = Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Down


class Keys(Protocol):
    """Presses keys where the focus is."""

    def __call__(self, *keys: str | Qt.Key, modifier: Qt.KeyboardModifier = ...) -> None: ...

    def type(self, words: str) -> None: ...


def desk_of(app: App) -> Desk:
    assert app.desk is not None
    return app.desk


def page(app: App) -> RulingPage:
    found = app.window._cover
    assert isinstance(found, RulingPage)
    return found


def flag_two(app: App, keys: Keys) -> str:
    """Flag the first two spans of the densest article, the first with a note; return the first one's words."""
    desk = desk_of(app)
    desk.open(max(desk.rows(), key=lambda row: row.candidates).id)
    words = desk.items[0].surface
    keys("f", "n")
    keys.type("programme or slogan?")
    keys(ENTER)
    keys(DOWN, "f")
    return words


def guide(app: App) -> str:
    assert app.views is not None
    return app.views.labels._guide.toPlainText()


def test_the_lead_answers_by_keys_and_the_answer_stands_beside_the_label(open_app: Open, project: Path, keys: Keys) -> None:
    app = open_app(project)
    words = flag_two(app, keys)
    label = desk_of(app).items[0].label
    app.close_project()
    app = open_app(project, annotator="老师")
    keys("8", modifier=CONTROL)
    assert [one.ruling for one in page(app).docket.questions] == [None, None]
    assert words in page(app).case.toPlainText()
    assert "programme or slogan?" in page(app).case.toPlainText()
    assert "林晓" in page(app).case.toPlainText()
    keys("r")
    keys.type("x is a slogan")
    page(app).marked.setCurrentIndex(2)
    keys(ENTER, modifier=CONTROL)
    assert page(app).docket.open == 1
    question = page(app).docket.current
    assert question is not None
    assert question.ruling is None, "the next open case comes by itself"
    keys(ESCAPE)
    assert app.window.covered_by == ""
    desk_of(app).make_current(next(item for item in desk_of(app).items if item.label != label))
    desk = desk_of(app)
    desk.open(max(desk.rows(), key=lambda row: row.candidates).id)
    assert f"“{words}” not marked: x is a slogan" in guide(app)
    assert app.desk is not None
    assert desk.project.connection.execute("SELECT count(*) FROM decision WHERE annotator = ?", (desk.person,)).fetchone() == (0,)


def test_enter_opens_the_case_in_its_article(open_app: Open, project: Path, keys: Keys) -> None:
    app = open_app(project)
    flag_two(app, keys)
    wanted = desk_of(app).items[1].target
    desk_of(app).open_beside(-1)
    keys("8", modifier=CONTROL)
    keys(DOWN, ENTER)
    assert app.window.covered_by == ""
    assert desk_of(app).current is not None
    assert desk_of(app).current == desk_of(app).by_target(wanted)
    assert app.views is not None
    assert QApplication.focusWidget() is app.views.reading


def test_a_blank_answer_is_not_taken_and_letters_decide_nothing(open_app: Open, project: Path, keys: Keys) -> None:
    app = open_app(project)
    flag_two(app, keys)
    count = "SELECT count(*) FROM decision"
    before = desk_of(app).project.connection.execute(count).fetchone()
    keys("8", modifier=CONTROL)
    keys(ENTER, modifier=CONTROL)
    assert page(app).docket.open == 2
    keys("x", "1", "s", "r")
    keys.type("xs1")
    keys(ESCAPE, ESCAPE)
    assert desk_of(app).project.connection.execute(count).fetchone() == before


def test_rulings_travel_as_a_table_and_become_counterexamples_of_the_label(
    open_app: Open, project: Path, keys: Keys, tmp_path: Path
) -> None:
    app = open_app(project)
    words = flag_two(app, keys)
    label = desk_of(app).items[0].label
    keys("8", modifier=CONTROL)
    keys("r")
    keys.type("a slogan")
    page(app).marked.setCurrentIndex(2)
    keys(ENTER, modifier=CONTROL)
    keys(ESCAPE)
    from annotator.project.ruling import export_rulings, import_rulings  # noqa: PLC0415 (used here alone)

    connection = desk_of(app).project.connection
    assert export_rulings(desk_of(app).project, tmp_path / "r.csv") == 1
    connection.execute("DELETE FROM ruling")
    assert import_rulings(desk_of(app).project, tmp_path / "r.csv") == 1
    keys("7", modifier=CONTROL)
    scheme_page = app.window._cover
    assert isinstance(scheme_page, SchemePage)
    scheme_page.list.walked.emit(label)
    assert scheme_page.label.take_rulings.isVisible()
    scheme_page.label.take_rulings.click()
    taken = scheme_page.design.label(label)
    assert taken is not None
    assert taken.counterexamples[-1].text == words
    assert not scheme_page.label.take_rulings.isVisible()


def test_without_flags_the_page_says_how_to_ask(open_app: Open, project: Path, keys: Keys) -> None:
    app = open_app(project)
    keys("8", modifier=CONTROL)
    assert "Nothing was flagged yet" in page(app).case.toPlainText()
    keys(ENTER, ESCAPE)
    assert app.window.covered_by == ""
