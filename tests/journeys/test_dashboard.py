"""The dashboard through the real window: decide, look at the figures, choose whose they are, save them."""

import csv
from collections.abc import Callable
from pathlib import Path
from typing import Protocol
from xml.etree import ElementTree as ET

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.app import App
from annotator.features import dashboard_visit
from annotator.project.workspace import Project
from annotator.store import people
from annotator.ui.dashboard import DashboardPage
from annotator.ui.dashboard_plot import Plot

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
Open = Callable[..., App]
CONTROL = Qt.KeyboardModifier.ControlModifier
LONG = 60_000


class Keys(Protocol):
    def __call__(self, *keys: str | Qt.Key, modifier: Qt.KeyboardModifier = ...) -> None: ...


def page_of(app: App) -> DashboardPage:
    return app.window.findChildren(DashboardPage)[-1]


def open_dashboard(app: App, keys: Keys, qtbot: QtBot) -> DashboardPage:
    keys(Qt.Key.Key_5, modifier=CONTROL)
    assert app.window.covered_by == "dashboard"
    page = page_of(app)
    qtbot.waitUntil(lambda: len(page.sections) == 5, timeout=LONG)
    return page


def rows_of(page: DashboardPage, name: str) -> list[list[str]]:
    return [list(row) for row in page.sections[name].table.figures.rows]


@pytest.fixture
def decided(open_app: Open, project: Path, keys: Keys) -> App:
    """The sample with four decisions: three marks and a rejection."""
    app = open_app(project)
    assert app.desk is not None
    app.desk.open(max(app.desk.rows(), key=lambda row: row.candidates).id)
    keys(" ", " ", "x", " ")
    return app


def test_figures_say_what_was_decided_a_moment_ago(decided: App, keys: Keys, qtbot: QtBot, project: Path) -> None:
    page = open_dashboard(decided, keys, qtbot)
    (mine,) = rows_of(page, "progress")
    with Project.open(project, write=False) as reading:
        (status,) = people.progress(reading.connection)
    assert mine[:5] == [status.name, str(status.finished), str(status.open), str(status.decisions), str(status.marks)]
    assert sum(int(row[-1]) for row in rows_of(page, "labels")) == status.marks
    assert sum(int(row[2]) for row in rows_of(page, "sources")) == 4
    assert int(rows_of(page, "pace")[0][-1]) == 4


def test_plots_are_drawn_and_esc_leads_back_to_the_article(decided: App, keys: Keys, qtbot: QtBot) -> None:
    page = open_dashboard(decided, keys, qtbot)
    plots = [section.plot for section in page.sections.values()]
    qtbot.waitUntil(lambda: all(plot.picture is not None for plot in plots), timeout=LONG)
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), Plot))
    keys(Qt.Key.Key_Escape)
    assert decided.window.covered_by == ""
    assert decided.views is not None
    assert QApplication.focusWidget() is decided.views.reading
    keys(Qt.Key.Key_Z, modifier=CONTROL)
    again = open_dashboard(decided, keys, qtbot)
    qtbot.waitUntil(lambda: rows_of(again, "progress")[0][4] == "2", timeout=LONG)


@pytest.mark.parametrize("suffix", ["png", "svg", "csv"])
def test_s_saves_the_plot_that_has_the_focus(  # noqa: PLR0917 (fixtures)
    decided: App, keys: Keys, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, suffix: str
) -> None:
    page = open_dashboard(decided, keys, qtbot)
    out = tmp_path / f"labels.{suffix}"
    monkeypatch.setattr(dashboard_visit, "file_to_save", lambda *_: (str(out), ""))
    page.sections["labels"].plot.setFocus()
    keys("s")
    assert out.name in page.message.text()
    if suffix == "png":
        assert out.read_bytes().startswith(b"\x89PNG")
    elif suffix == "svg":
        assert ET.fromstring(out.read_text(encoding="utf-8")).tag.endswith("svg")  # noqa: S314 (we wrote it)
    else:
        rows = list(csv.reader(out.read_text(encoding="utf-8-sig").splitlines()))
        assert [row[0] for row in rows[1:]] == [row[0] for row in rows_of(page, "labels")]
        assert sum(int(row[-1]) for row in rows[1:]) == sum(int(row[-1]) for row in rows_of(page, "labels"))


def test_w_saves_the_workload_sheet_and_a_refusal_is_a_sentence_on_the_page(
    decided: App, keys: Keys, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = open_dashboard(decided, keys, qtbot)
    monkeypatch.setattr(dashboard_visit, "file_to_save", lambda *_: (str(tmp_path / "work"), ""))
    keys("w")
    sheet = openpyxl.load_workbook(tmp_path / "work.xlsx").active
    assert [row[0] for row in sheet.iter_rows(min_row=2, values_only=True)] == ["林晓"]
    monkeypatch.setattr(dashboard_visit, "file_to_save", lambda *_: (str(tmp_path / "nowhere" / "work.xlsx"), ""))
    keys("w")
    assert "nowhere" in page.message.text()


def test_another_round_has_its_own_figures(decided: App, keys: Keys, qtbot: QtBot) -> None:
    page = open_dashboard(decided, keys, qtbot)
    page.round.show_value("main")
    page.round.chosen.emit("main")
    qtbot.waitUntil(lambda: "Tab" in page.message.text(), timeout=LONG)
    assert rows_of(page, "progress")
    page.person.show_value("nobody")
    page.person.chosen.emit("nobody")
    qtbot.waitUntil(lambda: not rows_of(page, "progress"), timeout=LONG)
    assert page.sections["progress"].plot.isHidden()


def test_the_window_can_be_closed_while_figures_are_counted(decided: App, keys: Keys) -> None:
    keys(Qt.Key.Key_5, modifier=CONTROL)
    decided.close_project()
    assert decided.desk is None
