"""A team's round trip in the real window: given out, handed out, worked on, handed in, dropped on the lead's window."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Protocol

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.app import App
from annotator.core.words import Words
from annotator.features.teaming import Teaming
from annotator.features.teaming_task import TaskVisit
from annotator.features.teaming_visit import TeamVisit
from annotator.project.designing import save_scheme
from annotator.session.desk import Desk
from annotator.ui.team_page import TeamPage
from annotator.ui.team_task import TaskPage

Open = Callable[..., App]
CONTROL = Qt.KeyboardModifier.ControlModifier
ESCAPE, ENTER, SPACE, TAB = Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Tab


class Keys(Protocol):
    """Presses keys where the focus is."""

    def __call__(self, *keys: str | Qt.Key, modifier: Qt.KeyboardModifier = ...) -> None: ...

    def type(self, words: str) -> None: ...


def desk_of(app: App) -> Desk:
    assert app.desk is not None
    return app.desk


def visit_of(app: App) -> TeamVisit | TaskVisit:
    found = next(guest for guest in app.room._guests if isinstance(guest, Teaming)).visit
    assert isinstance(found, TeamVisit | TaskVisit)
    return found


def idle(app: App, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not visit_of(app).teaming.errands.is_busy, timeout=20_000)


def team(app: App, qtbot: QtBot) -> TeamPage:
    if app.window.covered_by != "team":
        app.window.command("team").trigger()

    def settled() -> bool:
        # A merge opens the project again, with another page.
        page = app.window._cover
        return isinstance(page, TeamPage) and not visit_of(app).teaming.errands.is_busy and not page._soon.isActive()

    qtbot.waitUntil(settled, timeout=20_000)
    page = app.window._cover
    assert isinstance(page, TeamPage)
    return page


def task(app: App, qtbot: QtBot) -> TaskPage:
    if app.window.covered_by != "team":
        app.window.command("team").trigger()
    page = app.window._cover
    assert isinstance(page, TaskPage)
    idle(app, qtbot)
    return page


def give_out(app: App, qtbot: QtBot, keys: Keys, names: str = "林晓, 马宁") -> TeamPage:
    page = team(app, qtbot)
    page.form.fields["names"].setFocus()
    # QTest types Latin letters only.
    page.form.fields["names"].setText(names)
    keys(ENTER, modifier=CONTROL)
    return team(app, qtbot)


def hand_out(app: App, qtbot: QtBot, folder: Path, *, update: bool = False) -> list[Path]:
    team(app, qtbot)
    visit = visit_of(app)
    assert isinstance(visit, TeamVisit)
    visit.hand_out(folder, update=update)
    idle(app, qtbot)
    return sorted(folder.glob("*.annot"))


def drop(app: App, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, button, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    app.window.dropEvent(QDropEvent(QPointF(10, 10), copy, data, button, none))


def told(app: App) -> str:
    page = app.window._cover
    return page.told.text() if isinstance(page, TeamPage) else ""


def decisions(app: App) -> int:
    return int(desk_of(app).project.connection.execute("SELECT count(*) FROM decision").fetchone()[0])


def decide_some(app: App, keys: Keys, count: int = 3) -> None:
    desk = desk_of(app)
    desk.open(max(desk.rows(), key=lambda row: row.candidates).id)
    keys(*(SPACE,) * count)


def test_work_goes_out_comes_back_by_a_drop_and_its_receipt_says_whose_it_was(
    open_app: Open, project: Path, tmp_path: Path, keys: Keys, qtbot: QtBot
) -> None:
    lead = open_app(project, annotator="老师")
    keys("9", modifier=CONTROL)
    page = give_out(lead, qtbot, keys)
    assert [row[0] for row in page.people.figures.rows] == ["林晓", "马宁"]
    given = [int(row[1]) for row in page.people.figures.rows]
    assert sum(given) == len(desk_of(lead).project.connection.execute("SELECT * FROM task").fetchall())
    files = hand_out(lead, qtbot, tmp_path / "out")
    assert [path.name for path in files] == ["sample-林晓.annot", "sample-马宁.annot"]
    assert all(str(path) in page.told.text() for path in files)

    # Whoever's machine it is, the work in a task file is its owner's.
    coder = open_app(files[0], annotator="someone else")
    assert desk_of(coder).name == "林晓"
    decide_some(coder, keys)
    own = task(coder, qtbot)
    assert f"0 of {given[0]}" in own.state.text()
    visit = visit_of(coder)
    assert isinstance(visit, TaskVisit)
    visit.hand_in(tmp_path / "back")
    idle(coder, qtbot)
    back = tmp_path / "back.annot"
    assert back.exists()
    assert str(back) in own.told.text()
    assert f"林晓: {decisions(coder)} decisions" in own.told.text()
    assert len(own.told.text().split("SHA-256): ")[1].split()[0]) == 64
    made = decisions(coder)
    coder.close_project()

    lead.window.uncover()
    lead.window.activateWindow()
    before = decisions(lead)
    drop(lead, back)
    qtbot.waitUntil(lambda: decisions(lead) == before + made, timeout=20_000)
    assert lead.window.covered_by == "team"
    page = team(lead, qtbot)
    assert f"林晓: {made} new decisions, 0 known already" in page.told.text()
    assert "-merge.annot" in page.told.text()
    assert desk_of(lead).project.path == project.resolve(), "the file that came back was not opened instead"
    assert page.people.figures.rows[0][-1] != "–"
    assert page.people.figures.rows[1][-1] == "–"
    drop(lead, back)
    # The page is made anew with the project.
    qtbot.waitUntil(lambda: f"0 new decisions, {made} known" in told(lead), timeout=20_000)


def test_the_preview_says_before_giving_out_who_gets_how_much(open_app: Open, project: Path, keys: Keys, qtbot: QtBot) -> None:
    app = open_app(project)
    page = team(app, qtbot)
    for name, text in (("names", "林晓，马宁，何苗"), ("overlap", "50%"), ("blind", "30%")):
        page.form.fields[name].setText(text)
    page = team(app, qtbot)
    shown = page.shares.figures.rows
    assert [row[0] for row in shown] == ["何苗", "林晓", "马宁"]
    assert "shown / shown" in page.plan.text()
    assert "blind / blind" in page.plan.text()
    assert "No pilot yet" in page.pilot.text()
    assert desk_of(app).project.connection.execute("SELECT count(*) FROM task").fetchone() == (0,)
    keys(ENTER, modifier=CONTROL)
    page = team(app, qtbot)
    rows = page.people.figures.rows
    assert [(row[0], row[1], row[4]) for row in rows] == [(row[0], row[1], row[2]) for row in shown]
    assert "give out again" in page.told.text()
    assert {row.id for row in desk_of(app).rows()} == {
        row[0] for row in desk_of(app).project.connection.execute("SELECT article FROM task WHERE annotator = ?", (desk_of(app).person,))
    }


def test_what_is_wrong_with_a_field_stands_under_it_and_nothing_is_given_out(
    open_app: Open, project: Path, keys: Keys, qtbot: QtBot
) -> None:
    app = open_app(project)
    page = team(app, qtbot)
    keys(ENTER, modifier=CONTROL)
    assert page.form._wrong["names"].isVisible()
    keys.type("lin")
    page.form.fields["overlap"].setFocus()
    keys.type("x")
    keys(ENTER, modifier=CONTROL)
    assert "x is not a share" in page.form._wrong["overlap"].text()
    idle(app, qtbot)
    assert desk_of(app).project.connection.execute("SELECT count(*) FROM task").fetchone() == (0,)


def test_letters_in_a_field_are_letters_and_esc_goes_back_to_the_article(
    open_app: Open, project: Path, keys: Keys, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = open_app(project)
    page = team(app, qtbot)
    asked: list[str] = []
    page.hand_out_asked.disconnect()
    page.hand_out_asked.connect(lambda: asked.append("h"))
    page.form.fields["names"].setFocus()
    page.form.fields["names"].clear()
    keys.type("hut")
    assert page.form.fields["names"].text() == "hut"
    assert asked == []
    page.back.setFocus()
    keys("h")
    assert asked == ["h"]
    keys(ESCAPE)
    assert app.window.covered_by == ""
    assert app.views is not None
    assert QApplication.focusWidget() is app.views.reading


def test_an_update_is_brought_in_and_its_changed_labels_are_doors(
    open_app: Open, project: Path, tmp_path: Path, keys: Keys, qtbot: QtBot
) -> None:
    lead = open_app(project, annotator="老师")
    give_out(lead, qtbot, keys, "林晓")
    (file,) = hand_out(lead, qtbot, tmp_path / "out")
    coder = open_app(file)
    decide_some(coder, keys)
    mark = next(item for item in desk_of(coder).items if item.is_mark)
    article = desk_of(coder).article
    made = decisions(coder)
    redefine(desk_of(lead), mark.label)
    (update,) = hand_out(lead, qtbot, tmp_path / "updates", update=True)
    drop(coder, update)
    qtbot.waitUntil(lambda: desk_of(coder).scheme.version == 2, timeout=20_000)
    page = task(coder, qtbot)
    assert decisions(coder) == made
    assert "Every decision stayed" in page.told.text()
    assert mark.surface in {row[1] for row in page.revisit.figures.rows}
    page.revisit.setFocus()
    desk_of(coder).open_beside(-1)
    keys(ENTER)
    assert coder.window.covered_by == ""
    here = desk_of(coder)
    assert here.article is not None
    assert article is not None
    assert here.article.id == article.id
    assert here.current is not None
    assert here.current.is_mark
    assert here.current.label == mark.label


def redefine(desk: Desk, label: str) -> None:
    """Store a second version of the scheme in which a label means something else."""
    labels = tuple(replace(one, definition=Words("今后更窄", "narrower now")) if one.id == label else one for one in desk.scheme.labels)
    save_scheme(desk.project, replace(desk.scheme, labels=labels), "narrower")


def test_a_project_that_is_no_task_is_handed_in_to_nobody(open_app: Open, project: Path) -> None:
    app = open_app(project)
    app.window.command("hand_in").trigger()
    assert "no task file" in app.window.status_line.sentence
    assert app.window.covered_by == ""


def test_a_strange_project_that_is_dropped_is_opened_as_ever(open_app: Open, project: Path, tmp_path: Path, empty_project: Path) -> None:
    other = tmp_path / "other.annot"
    other.write_bytes(empty_project.read_bytes())
    app = open_app(project)
    drop(app, other)
    assert desk_of(app).project.path == other.resolve()
