"""The widgets of the page of agreement on values made here: what is undefined says why, and cells can be read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from annotator.agreement import disagreements, figure
from annotator.agreement.disagreements import Cluster, Kind
from annotator.agreement.figure import Figure, Why, undefined
from annotator.core.colour import contrast
from annotator.core.scheme import Scheme
from annotator.core.span import Span
from annotator.session.agreeing_doors import NONE, Door, Opens
from annotator.ui import agreement_words
from annotator.ui.agreement_cards import CardFace, Cards
from annotator.ui.agreement_list import FigureList, Line
from annotator.ui.agreement_paint import draw_interval, tinted
from annotator.ui.agreement_rows import kinds_words
from annotator.ui.agreement_words import Namer, interval, number, why_words
from annotator.ui.theme import load_theme

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def test_the_words_are_those_of_the_measures() -> None:
    assert agreement_words.WHY == figure.SENTENCES
    assert agreement_words.FINDINGS == disagreements.SENTENCES


def test_a_card_says_why_in_place_of_a_figure_that_is_undefined(qtbot: QtBot) -> None:
    cards = Cards(load_theme(is_dark=False, language="en"), 3)
    qtbot.addWidget(cards)
    faces = [
        CardFace("Strict F1", Figure(0.5, 0.25, 0.75, 9), "9 articles"),
        CardFace("cuα", undefined(Why.SPANS_OVERLAP)),
        CardFace("γ", None, waiting="Takes a while."),
    ]
    cards.show_faces(faces)
    assert [card.accessibleName() for card in cards.cards] == [
        "Strict F1, 0.50 [0.25, 0.75], 9 articles",
        f"cuα, {figure.SENTENCES[Why.SPANS_OVERLAP]}",
        "γ, Takes a while.",
    ]
    assert cards.cards[1].toolTip() == cards.cards[1].accessibleName()


@pytest.mark.parametrize(("width", "columns"), [(1300, 7), (850, 4), (400, 2), (120, 1)])
def test_cards_stand_in_as_few_even_rows_as_there_is_room_for(qtbot: QtBot, width: int, columns: int) -> None:
    host, cards = QWidget(), Cards(load_theme(is_dark=False, language="en"), 7)
    qtbot.addWidget(host)
    cards.setParent(host)
    host.resize(1400, 700)
    host.show()
    cards.resize(1400, 400)
    cards.resize(width, 400)
    assert cards.width() == width
    assert cards._columns == columns


def test_a_figure_without_an_interval_is_told_without_one() -> None:
    alone = Figure(0.5, n=1, why=Why.TOO_FEW_ARTICLES)
    assert (number(alone.value), interval(alone), why_words(alone)) == ("0.50", "", figure.SENTENCES[Why.TOO_FEW_ARTICLES])
    assert (number(None), interval(undefined(Why.NO_TIMES))) == ("–", "")


def test_enter_on_a_line_opens_its_door_and_a_line_without_one_opens_nothing(qtbot: QtBot) -> None:
    lines = FigureList(load_theme(is_dark=False, language="en"), "Pairs")
    qtbot.addWidget(lines)
    door = Door(Opens.PAIR, "a", "b")
    lines.show_lines([Line("a – b", Figure(0.5, 0.4, 0.6, 9), door, 12), Line("pilot", Figure(0.4, n=9))])
    opened: list[object] = []
    lines.opened.connect(opened.append)
    QTest.keyClick(lines.list, Qt.Key.Key_Return)
    QTest.keyClick(lines.list, Qt.Key.Key_J)
    QTest.keyClick(lines.list, Qt.Key.Key_Return)
    assert opened == [door]
    assert lines.lines[0].told == "a – b, 0.50, [0.40, 0.60], n = 9, 12 disagreements"
    lines.show_lines((), "Computing…")
    assert lines.list.isHidden()


@pytest.mark.parametrize("is_dark", [False, True])
def test_numbers_in_the_matrix_can_be_read_on_every_ground(is_dark: bool) -> None:  # noqa: FBT001
    theme = load_theme(is_dark=is_dark, language="zh")
    for share in (0.0, 0.01, 0.3, 0.6, 0.9, 1.0):
        ground = tinted(theme, share)
        assert contrast(theme.surface.text, ground.name()) >= 4.5


@given(st.floats(-0.5, 1.0), st.floats(0, 0.4))
def test_a_dot_is_drawn_inside_its_room(value: float, width: float) -> None:
    theme = load_theme(is_dark=False, language="zh")
    image = QImage(60, 12, QImage.Format.Format_RGB32)
    image.fill(QColor(theme.surface.paper))
    with QPainter(image) as painter:
        draw_interval(painter, theme, QRect(10, 0, 40, 12), Figure(value, value - width, value + width, 5))
    dark = [x for x in range(60) if any(QColor(image.pixel(x, y)).lightness() < 100 for y in range(12))]
    assert dark
    assert min(dark) >= 10
    assert max(dark) <= 50


def test_names_of_doors_hide_people_where_letters_stand_in(scheme: Scheme) -> None:
    namer = Namer(scheme, "zh")
    assert namer.door(Door(Opens.CELL, "EMPLOYMENT", NONE)) == "就业扶贫 × ∅ none"
    assert namer.door(Door(Opens.KIND, "missed")) == "missed"
    namer.stand_ins = {"林晓": "A", "马宁": "B"}
    assert namer.door(Door(Opens.PAIR, "林晓", "马宁")) == "A – B"
    assert namer.label("GONE") == "GONE"


def test_a_row_says_all_that_differs() -> None:
    both = Cluster("x", 0, 4, {"a": (Span(0, 2, "A"),), "b": (Span(0, 4, "B"),)})
    missed_too = Cluster("x", 0, 4, {"a": (Span(0, 2, "A"),), "b": (Span(0, 4, "A"),), "c": ()})
    assert both.kind is Kind.BOTH
    assert kinds_words(both) == "boundary and label"
    assert kinds_words(missed_too) == "missed, boundary"
