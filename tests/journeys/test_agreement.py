"""Agreement in the real window: figures, the rows behind every number, keys all the way, and what is told at the start."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from annotator.app import App
from annotator.features.agreeing import AgreementWorkspace
from annotator.features.agreeing_visit import Visit
from annotator.project.creating import new_project
from annotator.project.handing_out import hand_out
from annotator.project.workspace import Project
from annotator.session.agreeing_doors import NONE, Door, Opens
from annotator.ui.agreement_page import AgreementPage
from annotator.ui.agreement_rows import Rows
from tests.journeys.conftest import Keys
from tests.project.invented_team import NAMES, Team

Key = Qt.Key
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
ME = "林晓"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with a pilot and a main round, read by three."""
    folder = tmp_path_factory.mktemp("team")
    with new_project(folder / "team.annot", title="三人") as project:
        team = Team(project, folder)
        team.write(9, 6)
        team.read(round_name="pilot", sample=3)
        team.read()
    return folder / "team.annot"


@pytest.fixture
def team(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(made, tmp_path / "team.annot"))


@pytest.fixture
def shown(open_app: Callable[..., App], team: Path, qtbot: QtBot) -> tuple[App, Visit]:
    """The page with all its figures."""
    app = open_app(team, ME)
    return app, visit_of(app, qtbot)


def visit_of(app: App, qtbot: QtBot, *, is_told: bool = True) -> Visit:
    app.window.command("agreement").trigger()
    (feature,) = app.room.findChildren(AgreementWorkspace)
    qtbot.waitUntil(lambda: isinstance(feature.visit, Visit), timeout=20_000)
    visit = feature.visit
    assert isinstance(visit, Visit)
    if is_told:
        qtbot.waitUntil(lambda: visit.agreeing.answer is not None, timeout=20_000)
    return visit


def rows_of(page: AgreementPage) -> int:
    return page.rows.rows.rowCount()


def test_the_workspace_opens_with_its_key_and_esc_goes_back_to_the_article(open_app: Callable[..., App], team: Path, qtbot: QtBot) -> None:
    app = open_app(team, ME)
    assert app.window.command("agreement").shortcut().toString() == "Ctrl+3"
    visit = visit_of(app, qtbot)
    assert app.window.covered_by == "agreement"
    assert visit.page.matrix.hasFocus()
    Keys()(Key.Key_Escape)
    assert app.window.covered_by == ""
    assert app.views is not None
    assert app.views.reading.hasFocus()


def test_the_rows_listed_are_the_number_in_every_cell(shown: tuple[App, Visit], keys: Keys) -> None:
    page = shown[1].page
    model, matrix = page.matrix.contents_model, page.matrix
    seen = 0
    for row in range(model.rowCount()):
        for column in range(model.columnCount()):
            if model.door(row, column) is not None:
                matrix.setCurrentIndex(model.index(row, column))
                matrix.setFocus()
                keys(Key.Key_Return)
                assert rows_of(page) == int(str(model.data(model.index(row, column)))), model.told(row, column)
                seen += 1
    assert seen > 40
    assert any(model.door(0, column) == Door(Opens.CELL, model.labels[0], NONE) for column in range(model.columnCount()))


def test_arrows_enter_and_backspace_go_to_a_cells_rows_and_back(shown: tuple[App, Visit], keys: Keys) -> None:
    page = shown[1].page
    before = page.matrix.currentIndex()
    keys(Key.Key_Down, Key.Key_Up, Key.Key_Right)
    assert page.matrix.currentIndex().column() == before.column() + 1
    keys(Key.Key_Left, Key.Key_Return)
    assert page.rows.hasFocus()
    assert page.rows.currentIndex().row() == 0
    keys("j", Key.Key_Down, "k")
    assert page.rows.currentIndex().row() == 1
    keys(Key.Key_Backspace)
    assert page.matrix.hasFocus()


def test_the_sentence_and_the_lists_count_what_they_open(shown: tuple[App, Visit], keys: Keys) -> None:
    visit = shown[1]
    page, doors = visit.page, visit.agreeing.doors
    for kind in ("missed", "boundary", "label", "both"):
        page.finding.linkActivated.emit(kind)
        assert rows_of(page) == doors.count(Door(Opens.KIND, kind))
        assert {str(cluster.kind) for cluster in page.rows.rows.clusters} <= {kind}
        if rows_of(page):
            assert f">{rows_of(page)}</a>" in page.finding.text()
    for one in (page.pairs, page.worst):
        for at, line in enumerate(one.lines):
            one.list.setCurrentIndex(one.list.model().index(at, 0))
            one.list.setFocus()
            keys(Key.Key_Return)
            assert rows_of(page) == line.count
    pair = page.pairs.lines[0].door
    assert pair is not None
    assert ME in {pair.first, pair.second}


def test_the_numbers_in_the_sentence_are_reached_and_opened_by_keys(shown: tuple[App, Visit], keys: Keys) -> None:
    page = shown[1].page
    page.cards.cards[-1].setFocus()
    keys(Key.Key_Tab)
    assert page.finding.hasFocus()
    if not page.finding.hasSelectedText():
        keys(Key.Key_Tab)
    number = int(page.finding.selectedText())
    keys(Key.Key_Return)
    assert page.door.opens is Opens.KIND
    assert rows_of(page) == number


def test_e_asks_for_a_file_and_writes_what_is_named(shown: tuple[App, Visit], keys: Keys, tmp_path: Path) -> None:
    page = shown[1].page
    page.matrix.setFocus()
    keys("e")
    (dialog,) = page.findChildren(QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "named.csv"))
    dialog.close()
    assert (tmp_path / "named-labels.csv").read_text(encoding="utf-8-sig").startswith("Label,")


def test_cards_say_how_many_disagreements_they_open(shown: tuple[App, Visit], keys: Keys) -> None:
    page = shown[1].page
    for card in page.cards.cards[:-1]:
        card.setFocus()
        keys(Key.Key_Return)
        assert card.face.below.endswith(f"· {rows_of(page)} disagreements")
    page.cards.cards[0].setFocus()
    keys(Key.Key_Right)
    assert page.cards.cards[1].hasFocus()


def test_the_kind_filter_narrows_the_rows_and_says_of_how_many(shown: tuple[App, Visit]) -> None:
    page = shown[1].page
    everything = rows_of(page)
    page.kind.show_value("missed")
    page.kind.chosen.emit("missed")
    assert 0 < rows_of(page) < everything
    assert page._count.text() == f"{rows_of(page)} of {everything}"
    page.open(Door(Opens.ALL))
    assert (rows_of(page), page.kind.value) == (everything, "")


def test_own_work_stands_first_and_enter_opens_the_place_in_ones_own_annotation(shown: tuple[App, Visit], keys: Keys) -> None:
    app, visit = shown
    page = visit.page
    row = page.rows.rows.row(0)
    assert row.lanes[0].person == ME
    page.rows.setFocus()
    keys(Key.Key_Return)
    desk, cluster = app.desk, row.cluster
    assert app.window.covered_by == ""
    assert desk is not None
    assert desk.article is not None
    assert desk.article.id == cluster.article
    here = (desk.current.start, desk.current.end) if desk.current is not None and desk.selection is None else desk.selection
    assert here is not None
    assert here[0] < cluster.end
    assert cluster.start < here[1]


def test_people_can_be_letters_everywhere(shown: tuple[App, Visit]) -> None:
    page = shown[1].page
    page.scope.names.show_value("hidden")
    page.scope.names.chosen.emit("hidden")
    model = page.rows.rows
    told = str(model.data(model.index(0), Qt.ItemDataRole.AccessibleTextRole)) + " ".join(line.told for line in page.anchoring.lines)
    told += " ".join(line.name for line in page.pairs.lines)
    assert not [name for name in NAMES if name in told]
    assert "A – B" in told
    page.copy_asked.emit("people", False)
    assert QGuiApplication.clipboard().text().splitlines()[1].startswith("A – B,")


def test_a_narrower_scope_is_computed_anew(shown: tuple[App, Visit], qtbot: QtBot) -> None:
    visit = shown[1]
    page = visit.page
    everything = rows_of(page)
    with qtbot.waitSignal(visit.agreeing.told, timeout=20_000):
        page.scope.round.show_value("pilot")
        page.scope.round.chosen.emit("pilot")
    assert visit.agreeing.answer is not None
    assert visit.agreeing.answer.report.articles == 3
    assert 0 < rows_of(page) < everything
    assert page.rounds.lines == ()


def test_a_question_asked_while_another_is_computed_is_the_one_answered(shown: tuple[App, Visit], qtbot: QtBot) -> None:
    visit = shown[1]
    for name in ("pilot", "", "main"):
        visit.page.scope.round.show_value(name)
        visit.page.scope.round.chosen.emit(name)
    qtbot.waitUntil(lambda: visit.agreeing.answer is not None, timeout=20_000)
    assert visit.agreeing.answer is not None
    assert visit.agreeing.answer.outcome.choice.round == "main"


def test_gamma_is_computed_only_when_asked_and_can_be_stopped(shown: tuple[App, Visit], keys: Keys, qtbot: QtBot) -> None:
    visit = shown[1]
    card = visit.page.cards.cards[-1]
    assert card.accessibleName() == "γ: alignment, Takes a while. Enter computes it."
    card.setFocus()
    keys(Key.Key_Return)
    assert visit.agreeing.is_computing_gamma
    keys(Key.Key_Return)
    qtbot.waitUntil(lambda: not visit.agreeing.is_computing_gamma, timeout=20_000)
    assert card.face.waiting.startswith("Takes a while")
    keys(Key.Key_Return)
    qtbot.waitUntil(lambda: card.face.figure is not None, timeout=60_000)
    found = visit.agreeing.outcome
    assert found is not None
    assert found.report.gamma.value is not None
    assert found.report.gamma is card.face.figure
    visit.page.copy_asked.emit("people", True)
    assert "Mathet" in QGuiApplication.clipboard().text()


def test_tables_are_copied_and_written(shown: tuple[App, Visit], keys: Keys, tmp_path: Path) -> None:
    visit = shown[1]
    keys(Key.Key_C, modifier=Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text().startswith("Label,Marks,F1 strict,")
    keys(Key.Key_C, modifier=Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert r"\begin{tabular}" in QGuiApplication.clipboard().text()
    visit.write(tmp_path / "out.tex")
    visit.write(tmp_path / "out.csv")
    assert sorted(path.name for path in tmp_path.glob("out*")) == ["out-labels.csv", "out-people.csv", "out.tex"]


def test_every_control_is_reached_by_tab_and_has_a_name(shown: tuple[App, Visit], keys: Keys) -> None:
    page = shown[1].page
    reached: set[QWidget] = set()
    for _ in range(40):
        focused = page.window().focusWidget()
        assert focused is not None
        reached.add(focused)
        keys(Key.Key_Tab)
    wanted: list[QWidget] = [page.matrix, page.rows, page.finding, page.kind, page.scope.round, page.scope.export, *page.cards.cards]
    wanted += [one.list for one in (page.pairs, page.rounds, page.anchoring, page.worst)]
    assert [widget for widget in wanted if widget not in reached] == []
    assert [widget for widget in wanted if not (widget.accessibleName() or getattr(widget, "text", str)())] == []


def test_the_page_works_in_a_narrow_window(shown: tuple[App, Visit]) -> None:
    app, visit = shown
    app.window.resize(760, 700)
    assert visit.page.width() <= 760
    assert visit.page.splitter.orientation() is Qt.Orientation.Vertical
    app.window.resize(1440, 900)
    assert visit.page.splitter.orientation() is Qt.Orientation.Horizontal
    assert isinstance(visit.page.rows, Rows)


def test_a_task_file_says_that_one_persons_work_is_in_it(open_app: Callable[..., App], team: Path, tmp_path: Path, qtbot: QtBot) -> None:
    with Project.open(team) as project:
        (task, *_) = hand_out(project, tmp_path / "out")
    visit = visit_of(open_app(task.path, task.name), qtbot)
    assert visit.page._stack.currentIndex() == 1
    assert f"This is {task.name}'s task file" in visit.page._nothing.text()


def test_a_project_that_nobody_shares_says_so(open_app: Callable[..., App], project: Path, qtbot: QtBot, keys: Keys) -> None:
    app = open_app(project, ME)
    visit = visit_of(app, qtbot)
    assert visit.page._nothing.text().startswith("No article was finished by two people yet.")
    keys(Key.Key_Escape)
    assert app.window.covered_by == ""


def test_leaving_while_figures_are_computed_lets_go_of_them(open_app: Callable[..., App], team: Path, qtbot: QtBot) -> None:
    app = open_app(team, ME)
    visit = visit_of(app, qtbot, is_told=False)
    assert visit.is_busy
    visit.leave()
    assert app.window.status_line.mode == "DECIDE"
    qtbot.waitUntil(lambda: not visit.is_busy, timeout=20_000)
    assert visit.agreeing.answer is None
    again = visit_of(app, qtbot)
    assert again is not visit
    assert rows_of(again.page) > 0


def test_what_is_recorded_is_told(open_app: Callable[..., App]) -> None:
    app = open_app(None)
    app.window.command("recorded").trigger()
    (box,) = app.window.findChildren(QMessageBox)
    assert "for how many seconds the span was on screen" in box.text()
    assert "Nothing leaves this computer" in box.text()
    box.close()
