"""Ruling what counts, through the real window with real keys."""

import csv
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QListView, QPushButton, QTextBrowser, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from annotator.app import App
from annotator.core.decision import Assignment, Draft, Kind
from annotator.core.ids import annotator_id
from annotator.core.span import Span
from annotator.features import adjudicating_visit
from annotator.features.adjudicating_visit import Visit
from annotator.project.adjudicating_lessons import gold_marks
from annotator.project.checking import problems
from annotator.project.creating import new_project
from annotator.project.workspace import Project
from annotator.ui.adjudicate_mine import MinePage
from annotator.ui.adjudicate_page import AdjudicatePage
from tests.project.three_readers import CADRE, CLUB, LEAD, LOAN, LONGER, RAIN, READERS, UNANIMOUS, Three

Open = Callable[..., App]
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


class Keys(Protocol):
    """Presses keys where the focus is."""

    def __call__(self, *keys: str | Qt.Key, modifier: Qt.KeyboardModifier = ...) -> None: ...

    def type(self, words: str) -> None: ...


@pytest.fixture
def read_by_three(tmp_path: Path) -> Path:
    """A closed project in which three people have finished one article."""
    folder = tmp_path / "three"
    folder.mkdir()
    with new_project(folder / "three.annot", title="清溪扶贫报道") as project:
        Three(project, folder).read()
        return project.path


def page_of(app: App) -> AdjudicatePage:
    found = app.window.findChildren(AdjudicatePage)
    assert found, "the page is shown"
    return found[-1]


def visible_text(root: QWidget) -> str:
    """Return every word that can be seen on a page or read out from it."""
    said: list[str] = []
    for widget in (root, *root.findChildren(QWidget)):
        if not widget.isVisible():
            continue
        said += [widget.accessibleName(), widget.toolTip()]
        if isinstance(widget, QLabel | QPushButton | QToolButton | QLineEdit):
            said.append(widget.text())
        elif isinstance(widget, QTextBrowser):
            said.append(widget.toPlainText())
        elif isinstance(widget, QListView):
            model = widget.model()
            roles = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)
            said += [str(model.index(row, 0).data(role)) for row in range(model.rowCount()) for role in roles]
    return "\n".join(said)


def named(app: App) -> set[str]:
    """Return which readers a word on the page tells of."""
    text = visible_text(page_of(app))
    return {name for name in READERS if name in text}


def begin(open_app: Open, path: Path, keys: Keys, who: str = LEAD) -> App:
    app = open_app(path, who)
    keys(Qt.Key.Key_4, modifier=CONTROL)
    assert app.window.covered_by == "adjudicate"
    return app


def gold_of(path: Path) -> list[Span]:
    with Project.open(path, write=False) as project:
        assert problems(project) == []
        return [Span(mark.start, mark.end, mark.label) for mark in gold_marks(project)]


def test_three_keys_adjudicate_an_article_into_gold_and_leave_the_originals(open_app: Open, read_by_three: Path, keys: Keys) -> None:
    query = "SELECT d.* FROM decision AS d JOIN assignment AS s ON s.id = d.assignment WHERE s.round = 'main' ORDER BY d.id"
    with Project.open(read_by_three, write=False) as project:
        before = project.connection.execute(query).fetchall()
    app = begin(open_app, read_by_three, keys)
    keys("l", "1", "0", "1")
    app.close_project()
    assert gold_of(read_by_three) == [UNANIMOUS, LONGER, CADRE]
    with Project.open(read_by_three, write=False) as project:
        assert project.connection.execute(query).fetchall() == before


def test_no_name_is_on_screen_before_the_cluster_is_ruled(open_app: Open, read_by_three: Path, keys: Keys) -> None:
    app = begin(open_app, read_by_three, keys)
    assert "扶贫互助资金" in visible_text(page_of(app)), "the words are read at all"
    assert named(app) == set()
    keys("h")
    assert named(app) == set()
    keys("1")
    assert named(app) == set()
    keys("k")
    assert named(app) == set()
    keys("h")
    assert named(app) == set(READERS)
    keys("h")
    assert named(app) == set()


def test_an_adjudicator_who_is_a_coder_is_hidden_like_the_others(open_app: Open, read_by_three: Path, keys: Keys) -> None:
    app = begin(open_app, read_by_three, keys, READERS[0])
    assert named(app) == set()
    keys("1", "k", "h")
    assert named(app) == set(READERS)


def test_a_batch_of_majorities_says_its_count_first_and_is_undone_with_one_key(open_app: Open, read_by_three: Path, keys: Keys) -> None:
    app = begin(open_app, read_by_three, keys)
    keys("m")
    assert "2" in page_of(app)._last.text()
    app_work = page_of(app)._work
    assert [done for done, _ in app_work.counted().values()] == [1, 0, 0]
    keys("m")
    assert [done for done, _ in app_work.counted().values()] == [1, 2, 0]
    keys("1")
    keys(Qt.Key.Key_Z, modifier=CONTROL)
    keys(Qt.Key.Key_Z, modifier=CONTROL)
    assert [done for done, _ in app_work.counted().values()] == [1, 0, 0]
    keys(Qt.Key.Key_Y, modifier=CONTROL)
    assert [done for done, _ in app_work.counted().values()] == [1, 2, 0]


def test_what_was_merged_at_opening_is_undone_and_merged_again_with_u(open_app: Open, read_by_three: Path, keys: Keys) -> None:
    app = begin(open_app, read_by_three, keys)
    work = page_of(app)._work
    keys(Qt.Key.Key_Z, modifier=CONTROL)
    assert [done for done, _ in work.counted().values()] == [0, 0, 0]
    keys("u")
    assert [done for done, _ in work.counted().values()] == [1, 0, 0]


def test_several_readings_count_when_they_are_ticked(open_app: Open, read_by_three: Path, keys: Keys) -> None:
    app = begin(open_app, read_by_three, keys)
    keys("b", "2", "3", Qt.Key.Key_Return)
    assert page_of(app)._work.case_at(page_of(app)._work.shown[0]).verdict is not None
    keys("1", "0")
    app.close_project()
    assert gold_of(read_by_three) == [UNANIMOUS, CLUB, LOAN, RAIN]


def test_ones_own_range_and_label_are_drawn_with_keys(open_app: Open, read_by_three: Path, keys: Keys) -> None:
    app = begin(open_app, read_by_three, keys)
    keys(Qt.Key.Key_Right, modifier=CONTROL | SHIFT)
    assert "Y" in "".join(button.text() for button in page_of(app).findChildren(QPushButton) if button.isVisible())
    keys("]", "y", Qt.Key.Key_Return, "0", "0")
    app.close_project()
    assert gold_of(read_by_three) == [UNANIMOUS, Span(LONGER.start + 1, LONGER.end + 1, "OTHER")]


def test_escape_leaves_what_is_drawn_first_and_then_the_page(open_app: Open, read_by_three: Path, keys: Keys) -> None:
    app = begin(open_app, read_by_three, keys)
    keys("e", Qt.Key.Key_Escape)
    assert app.window.covered_by == "adjudicate"
    keys(Qt.Key.Key_Escape)
    assert app.window.covered_by == ""
    assert app.views is not None
    assert QApplication.focusWidget() is app.views.reading


def test_a_note_is_typed_without_its_letters_being_commands(open_app: Open, read_by_three: Path, keys: Keys) -> None:
    app = begin(open_app, read_by_three, keys)
    keys("n")
    keys.type("um 01 b")
    keys(Qt.Key.Key_Return)
    work = page_of(app)._work
    assert work.case is not None
    assert (work.case.note, work.case.verdict) == ("um 01 b", None)
    assert QApplication.focusWidget() is page_of(app)
    keys("f")
    assert work.case.flag == "doubt"


def test_steps_go_through_the_clusters_and_enter_to_the_next_open_one(open_app: Open, read_by_three: Path, keys: Keys) -> None:
    app = begin(open_app, read_by_three, keys)
    work = page_of(app)._work
    keys("j", "j", "j")
    assert work.at == 2
    keys("k", Qt.Key.Key_Up)
    assert work.at == 0
    keys("1", "k", Qt.Key.Key_Return)
    assert work.at == 1


def test_a_click_rules_as_its_key_does(open_app: Open, read_by_three: Path, keys: Keys) -> None:
    app = begin(open_app, read_by_three, keys)
    page = page_of(app)
    QTest.mouseClick(page.readings, Qt.MouseButton.LeftButton, pos=page.readings.rect().center())
    first = page._work.case_at(page._work.shown[0])
    assert first.verdict is not None
    assert first.verdict.spans == (CLUB,)


def test_an_empty_queue_says_so_and_takes_no_key(open_app: Open, project: Path, keys: Keys) -> None:
    app = begin(open_app, project, keys)
    assert any("two people" in label.text() or "两人" in label.text() for label in page_of(app).findChildren(QLabel) if label.isVisible())
    keys("1", "0", "b", "e", "f", "n", "h", "u", "m", "m", Qt.Key.Key_Return, Qt.Key.Key_Escape)
    assert app.window.covered_by == ""


def test_coming_back_goes_on_where_it_was_left(open_app: Open, read_by_three: Path, keys: Keys) -> None:
    app = begin(open_app, read_by_three, keys)
    keys("1", Qt.Key.Key_Escape)
    keys(Qt.Key.Key_4, modifier=CONTROL)
    assert page_of(app)._work.at == 1


def test_the_report_names_nobody(open_app: Open, read_by_three: Path, keys: Keys, tmp_path: Path) -> None:
    app = begin(open_app, read_by_three, keys)
    keys("s", "1", "p", "0")
    (visit,) = app.room.findChildren(Visit)
    visit.write_report(tmp_path / "report.md")
    visit.write_report(tmp_path / "report.csv")
    text = (tmp_path / "report.md").read_text(encoding="utf-8")
    rows = list(csv.DictReader((tmp_path / "report.csv").read_text(encoding="utf-8-sig").splitlines()))
    assert {row["reason"] for row in rows} == {"short", "none"}
    assert "扶贫互助资金" in text
    assert not any(name in text + str(rows) for name in READERS)


def test_annotators_see_their_marks_beside_gold_and_go_to_the_place(open_app: Open, read_by_three: Path, keys: Keys) -> None:
    app = begin(open_app, read_by_three, keys)
    keys("1", "1", "0")
    app.close_project()
    app = open_app(read_by_three, READERS[2])
    app.window.command("you_and_gold").trigger()
    (page,) = app.window.findChildren(MinePage)
    assert [lesson.difference.value for lesson in page.model.rows] == ["both", "missed"]
    keys("6")
    assert [lesson.mine for lesson in page.model.rows] == [UNANIMOUS]
    keys("0", Qt.Key.Key_Return)
    assert app.window.covered_by == ""
    assert app.desk is not None
    assert app.desk.current is not None
    assert (app.desk.current.start, app.desk.current.end) == (CLUB.start, CLUB.end)


def test_late_work_reopens_one_cluster_and_shows_what_was_ruled(open_app: Open, read_by_three: Path, keys: Keys) -> None:
    app = begin(open_app, read_by_three, keys)
    keys("s", "1", "1", "0")
    app.close_project()
    with Project.open(read_by_three) as project:
        row = project.connection.execute(
            "SELECT id, article, annotator, round, condition FROM assignment WHERE annotator = ? AND round = 'main'",
            (annotator_id(READERS[2]),),
        ).fetchone()
        late = Draft(Kind.ADD, None, LOAN.start, LOAN.end, LOAN.label, "互助资金", "hand")
        project.ledger.append(Assignment(*row), [late], scheme_version=1)
    app = begin(open_app, read_by_three, keys)
    work = page_of(app)._work
    assert [at for at in range(len(work.shown)) if work.case_at(work.shown[at]).verdict is None] == [0]
    text = visible_text(page_of(app))
    assert "reopened" in text or "重开" in text
    assert "“扶贫互助资金”" in text
    keys("3")
    app.close_project()
    assert gold_of(read_by_three) == [UNANIMOUS, LOAN, RAIN]


def test_many_articles_are_read_on_a_thread(
    open_app: Open, read_by_three: Path, keys: Keys, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(adjudicating_visit, "_MANY", 0)
    app = begin(open_app, read_by_three, keys)
    qtbot.waitUntil(lambda: page_of(app)._work.case is not None)
    assert [done for done, _ in page_of(app)._work.counted().values()] == [1, 0, 0]
    keys("1")
    assert page_of(app)._work.at == 1


@pytest.mark.parametrize("size", [(760, 480), (900, 600), (1440, 900)])
def test_it_fits_small_windows(open_app: Open, read_by_three: Path, keys: Keys, size: tuple[int, int]) -> None:
    app = open_app(read_by_three, LEAD)
    app.window.resize(*size)
    keys(Qt.Key.Key_4, modifier=CONTROL)
    keys("e")
    QApplication.processEvents()
    page = page_of(app)
    assert app.window.width() == size[0]
    assert page.width() <= size[0]
    assert page.guide.isVisible() == (size[0] >= 900)
    assert page.readings.width() >= 300
