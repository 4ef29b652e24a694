"""The palette and the list of same mentions as widgets: what a screen reader hears, and what the start does not wait for."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

import annotator
from annotator.core.scheme import Scheme
from annotator.session.palette import Catalogue, Entry, Group, Recent
from annotator.session.same import Doubt, Place, Subject, Verdict
from annotator.ui.palette import Offer, Palette
from annotator.ui.same_list_pane import SameList
from annotator.ui.theme import load_theme

TEXT = "雨露计划好，雨露计划也好，新雨露计划。"


@pytest.fixture
def palette(qtbot: QtBot, scheme: Scheme) -> Palette:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 700)
    theme = load_theme(is_dark=True, language="en")
    made = Palette(theme, scheme, window)
    window.show()
    labels = Catalogue.of([Entry(Group.LABEL, "INDUSTRY", "产业扶贫", key="2"), Entry(Group.LABEL, "OTHER", "其他", key="Y")])
    commands = Catalogue.of([Entry(Group.COMMAND, "undo", "Undo", key="Ctrl Z")])
    made.ask(Offer(((Group.LABEL, labels), (Group.COMMAND, commands)), Recent(), {}, "<b>{}</b>".format))
    return made


def test_headings_are_passed_over_and_the_arrows_go_round(palette: Palette) -> None:
    seen = []
    for _ in range(4):
        seen.append(palette.current.id if palette.current is not None else None)
        QTest.keyClick(palette.field, Qt.Key.Key_Down)
    assert seen == ["INDUSTRY", "OTHER", "undo", "INDUSTRY"]


def test_every_row_has_a_name_that_says_kind_and_key(palette: Palette) -> None:
    model = palette._model
    names = [model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(model.rowCount())]
    assert names == [None, "产业扶贫, Labels, 2", "其他, Labels, Y", None, "Undo, Commands, Ctrl Z"]
    assert palette.field.accessibleName()


def test_the_palette_stays_inside_a_narrow_window(palette: Palette) -> None:
    window = palette.parentWidget()
    assert window is not None
    window.resize(760, 480)
    assert window.rect().contains(palette.geometry())


@pytest.fixture
def same(qtbot: QtBot, scheme: Scheme) -> Iterator[SameList]:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(700, 400)
    made = SameList(load_theme(is_dark=False, language="zh"), scheme, window)
    made.setGeometry(0, 0, 700, 300)
    window.show()
    yield made
    window.close()


PLACES = (
    Place(0, 4, (), Doubt.NONE, is_subject=True),
    Place(6, 10, (), Doubt.CUTS_WORD),
    Place(14, 18, (), Doubt.INSIDE),
)


def test_what_is_in_doubt_is_not_ticked_and_says_why(same: SameList) -> None:
    same.ask(Subject(0, 4, "雨露计划", None), PLACES, None, TEXT)
    assert same.chosen == [PLACES[0]]
    assert same.kept == [*PLACES[1:]]
    assert len(set(same.states)) == 3
    name = same._model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert name.startswith("雨露计划好")
    assert name.endswith("1/3")


def test_enter_decides_only_where_a_verdict_is_known(same: SameList, qtbot: QtBot) -> None:
    heard: list[object] = []
    same.decided.connect(heard.append)
    same.ask(Subject(0, 4, "雨露计划", None), PLACES, None, TEXT)
    QTest.keyClick(same._list, Qt.Key.Key_Return)
    assert heard == []
    QTest.keyClick(same._list, Qt.Key.Key_X)
    QTest.keyClick(same._list, Qt.Key.Key_5)
    same.ask(Subject(0, 4, "雨露计划", None), PLACES, Verdict("OTHER"), TEXT)
    QTest.keyClick(same._list, Qt.Key.Key_Enter)
    assert heard == [Verdict("EDUCATION"), Verdict("OTHER")], "there is no candidate that X could reject"


def test_a_click_on_the_box_ticks_and_one_beside_it_only_goes_there(same: SameList) -> None:
    same.ask(Subject(0, 4, "雨露计划", None), PLACES, None, TEXT)
    view = same._list
    second = view.visualRect(same._model.index(1, 0))
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=second.center())
    assert same.chosen == [PLACES[0]]
    assert view.currentIndex().row() == 1
    second.setWidth(40)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=second.center())
    assert same.chosen == [*PLACES[:2]]


def test_the_window_starts_without_matchers_palette_and_lists() -> None:
    code = "import sys, annotator.app; print(*sorted(sys.modules))"
    root = Path(annotator.__file__).parents[1]
    environment = os.environ | {"PYTHONPATH": str(root)}
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment)
    loaded = set(ran.stdout.split())
    assert "annotator.features.same" in loaded
    assert loaded & {"jieba", "annotator.suggest", "annotator.session.pinyin", "annotator.ui.palette", "annotator.ui.same_list"} == set()
