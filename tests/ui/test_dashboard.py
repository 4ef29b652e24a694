"""Plots and tables of the dashboard as widgets."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.core.scheme import Scheme
from annotator.project.dashboard import Scope, figures
from annotator.project.dashboard_charts import Bar, Bars, Pixels
from annotator.project.workspace import Project
from annotator.session.dashboard import Dashboard
from annotator.ui.dashboard import DashboardPage, line_of
from annotator.ui.dashboard_plot import Plot
from annotator.ui.dashboard_table import FigureTable
from annotator.ui.theme import Theme, load_theme

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
CHART = Bars("labels", "各标签的标注", "标签", ("林晓",), (Bar("产业扶贫", "#8A6A00", (7,)),))


@pytest.fixture
def theme() -> Theme:
    return load_theme(is_dark=False, language="zh")


def test_s_on_a_plot_asks_to_save_it_and_other_letters_go_on(qtbot: QtBot, theme: Theme) -> None:
    plot = Plot(theme, CHART)
    qtbot.addWidget(plot)
    asked: list[bool] = []
    plot.save_asked.connect(lambda: asked.append(True))
    QTest.keyClick(plot, Qt.Key.Key_X)
    assert not asked
    QTest.keyClick(plot, Qt.Key.Key_S)
    assert asked == [True]


def test_a_plot_is_told_to_those_who_do_not_see_it(qtbot: QtBot, theme: Theme) -> None:
    plot = Plot(theme, CHART)
    qtbot.addWidget(plot)
    assert plot.accessibleName() == CHART.title
    assert "产业扶贫, 7" in plot.accessibleDescription()


def test_a_plot_shows_the_pixels_that_were_drawn(qtbot: QtBot, theme: Theme) -> None:
    plot = Plot(theme, CHART)
    qtbot.addWidget(plot)
    plot.resize(400, plot.height())
    plot.show_picture(Pixels(40, 40, bytes((200, 10, 10, 255)) * 1600))
    assert plot.grab().toImage().pixelColor(20, 20).red() == 200


def test_a_table_is_copied_with_its_header(qtbot: QtBot, theme: Theme) -> None:
    table = FigureTable(theme)
    qtbot.addWidget(table)
    table.show_rows("people", ("person", "marks"), (("林晓", "7"), ("何苗", "9")), height=200)
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "person\tmarks\n林晓\t7\n何苗\t9"
    table.selectRow(1)
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "person\tmarks\n何苗\t9"


def test_an_empty_project_says_so_where_the_plots_would_be(qtbot: QtBot, theme: Theme, scheme: Scheme, empty_project: Path) -> None:
    with Project.open(empty_project, write=False) as project:
        dashboard = Dashboard(project, scheme, "zh")
        page = DashboardPage(theme, dashboard)
        qtbot.addWidget(page)
        page.show()
        with qtbot.waitSignal(dashboard.counted, timeout=20_000):
            dashboard.count(Scope())
        assert len(page.sections) == 5
        for section in page.sections.values():
            assert section.plot.isHidden()
            assert not section.nothing.isHidden()
            assert section.nothing.text()
        dashboard.close()


def test_labels_keep_their_colours_and_the_rest_is_ink(theme: Theme, scheme: Scheme) -> None:
    assert line_of(theme, scheme.labels[0]) == scheme.labels[0].light.line
    assert line_of(theme, None) == theme.surface.text_2


def test_a_scope_that_is_chosen_while_counting_is_counted_next(qtbot: QtBot, scheme: Scheme, sample: Path) -> None:
    with Project.open(sample, write=False) as project:
        dashboard = Dashboard(project, scheme, "zh")
        dashboard.count(Scope())
        dashboard.count(Scope(round="pilot"))
        dashboard.count(Scope(round="main"))
        qtbot.waitUntil(lambda: dashboard.figures is not None and dashboard.figures.scope == Scope(round="main"), timeout=20_000)
        assert dashboard.figures == figures(sample, Scope(round="main"))
        dashboard.close()
