"""The panels for programmes and for what rulings left out, by themselves."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from annotator.core.candidate import Candidate
from annotator.core.fold import Status
from annotator.core.programme import Programme
from annotator.core.scheme import Scheme
from annotator.project.evidence import LeftOut, Rule
from annotator.session.facts import Facts
from annotator.session.items import Item
from annotator.session.linking import Choice, Why
from annotator.ui.link_left_out import LeftOutList
from annotator.ui.link_picker import LinkPicker
from annotator.ui.reason import ReasonCard, evidence_words, origin_words
from annotator.ui.theme import Theme, load_theme

RAIN = Programme("yulu", "雨露计划", ("雨露工程",), "EDUCATION")
LOAN = Programme("daikuan", "扶贫小额信贷", (), "FINANCE")
SURE = [Choice(LOAN, Why.BEFORE, "小额信贷"), Choice(RAIN, Why.REGISTER)]
UNSURE = [Choice(LOAN, Why.LABEL), Choice(RAIN, Why.REGISTER)]
MENTION = Item("t", 0, 3, "FINANCE", "该计划", Status.ADDED, None)
LINKED = Item("t", 0, 3, "FINANCE", "该计划", Status.ADDED, None, programme="yulu")
PLACES = [LeftOut(4, 8, "CAMPAIGN", "脱贫攻坚", "meeting"), LeftOut(20, 24, "CAMPAIGN", "脱贫攻坚", "gone")]
RULINGS = {"meeting": Rule("meeting", "会议名称里的不标", ())}
TEXT = "上午召开脱贫攻坚大会\n\n下午别的事情再开脱贫攻坚会"


@pytest.fixture
def theme(qtbot: QtBot) -> Theme:
    return load_theme(is_dark=False, language="zh")


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.resize(600, 500)
    widget.show()
    qtbot.waitUntil(widget.isActiveWindow)
    return widget


@pytest.fixture
def picker(theme: Theme, scheme: Scheme, page: QWidget) -> LinkPicker:
    return LinkPicker(theme, scheme, page)


def ask(picker: LinkPicker, item: Item, choices: list[Choice], *, may_add: bool = True) -> None:
    picker.ask(item, choices, may_add=may_add)
    picker.show_beside(QRect(40, 40, 60, 20))
    picker.take_focus()


def shown(picker: LinkPicker) -> list[str]:
    return [row.text for row in picker.model.rows]


def key(widget: QWidget, *keys: Qt.Key) -> None:
    for one in keys:
        focus = widget.window().focusWidget()
        assert focus is not None
        QTest.keyClick(focus, one)


def test_enter_takes_what_the_mention_itself_speaks_for(qtbot: QtBot, picker: LinkPicker) -> None:
    ask(picker, MENTION, SURE)
    assert picker.model.rows[0].detail.count("小额信贷") == 1
    with qtbot.waitSignal(picker.chosen) as chosen:
        key(picker, Qt.Key.Key_Return)
    assert chosen.args == ["daikuan"]
    assert picker.isHidden()


def test_enter_alone_takes_nothing_where_nothing_speaks_for_the_first(qtbot: QtBot, picker: LinkPicker) -> None:
    ask(picker, MENTION, UNSURE)
    with qtbot.assertNotEmitted(picker.chosen):
        key(picker, Qt.Key.Key_Return)
    assert picker.isVisible()
    with qtbot.waitSignal(picker.chosen) as chosen:
        key(picker, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert chosen.args == ["yulu"]


def test_typing_leaves_what_fits_and_offers_a_new_name(qtbot: QtBot, picker: LinkPicker) -> None:
    ask(picker, MENTION, SURE)
    QTest.keyClicks(picker.window().focusWidget(), "yl")
    assert shown(picker) == ["雨露计划"]
    picker._field.setText("雨露工程")
    assert shown(picker) == ["雨露计划"], "an alias is no new name"
    assert picker.model.rows[0].after.strip() == "雨露工程"
    picker._field.setText(" 千户连心  工程 ")
    assert len(shown(picker)) == 1
    with qtbot.waitSignal(picker.new_asked) as asked:
        key(picker, Qt.Key.Key_Return)
    assert asked.args == ["千户连心 工程"]


def test_a_task_file_offers_no_new_name(picker: LinkPicker) -> None:
    ask(picker, MENTION, SURE, may_add=False)
    picker._field.setText("千户连心工程")
    assert shown(picker) == []


def test_backspace_in_the_empty_field_and_the_last_row_both_unlink(qtbot: QtBot, picker: LinkPicker) -> None:
    ask(picker, LINKED, SURE)
    assert len(shown(picker)) == 3
    with qtbot.waitSignal(picker.chosen) as chosen:
        key(picker, Qt.Key.Key_Backspace)
    assert chosen.args == [""]
    ask(picker, LINKED, SURE)
    with qtbot.waitSignal(picker.chosen) as chosen:
        key(picker, Qt.Key.Key_PageDown, Qt.Key.Key_Return)
    assert chosen.args == [""]


def test_backspace_deletes_what_was_typed_and_does_nothing_without_a_link(qtbot: QtBot, picker: LinkPicker) -> None:
    ask(picker, MENTION, SURE)
    QTest.keyClicks(picker.window().focusWidget(), "yl")
    with qtbot.assertNotEmitted(picker.chosen):
        key(picker, Qt.Key.Key_Backspace, Qt.Key.Key_Backspace, Qt.Key.Key_Backspace)
    assert len(shown(picker)) == 2
    assert picker.isVisible()


def test_escape_leaves_and_a_click_elsewhere_too(qtbot: QtBot, picker: LinkPicker, page: QWidget) -> None:
    ask(picker, MENTION, SURE)
    with qtbot.waitSignal(picker.left), qtbot.assertNotEmitted(picker.chosen):
        key(picker, Qt.Key.Key_Escape)
    ask(picker, MENTION, SURE)
    page.setFocus()
    assert picker.isHidden()


@pytest.mark.parametrize("rect", [QRect(40, 20, 60, 20), QRect(40, 440, 60, 20), QRect(560, 240, 30, 20), QRect(-50, 900, 9, 9)])
def test_the_panel_stands_inside_the_page_and_beside_the_span(picker: LinkPicker, page: QWidget, rect: QRect) -> None:
    many = [Choice(Programme(f"p{n}", f"第{n}号计划"), Why.REGISTER) for n in range(40)]
    picker.ask(MENTION, many, may_add=True)
    picker.show_beside(rect)
    assert page.rect().contains(picker.geometry())
    assert not picker.geometry().intersects(rect)


def test_a_low_page_gets_a_short_list_instead_of_a_hidden_span(picker: LinkPicker, page: QWidget) -> None:
    many = [Choice(Programme(f"p{n}", f"第{n}号计划"), Why.REGISTER) for n in range(40)]
    page.resize(400, 300)
    picker.ask(MENTION, many, may_add=True)
    picker.show_beside(QRect(40, 20, 60, 20))
    assert page.rect().contains(picker.geometry())
    assert not picker.geometry().intersects(QRect(40, 20, 60, 20))
    page.resize(600, 700)
    assert picker.height() > 300, "with more room it grows"


def _far_away(start: int, end: int) -> QRect:
    return QRect(2_000, 2_000, end - start, 1)


@pytest.fixture
def left_out(theme: Theme, scheme: Scheme, page: QWidget) -> LeftOutList:
    panel = LeftOutList(theme, scheme, page)
    panel.show_places(PLACES, RULINGS, TEXT, _far_away)
    panel.show_beside(QRect(40, 40, 60, 20))
    return panel


def test_each_place_says_its_ruling_and_its_words_around(left_out: LeftOutList) -> None:
    first, second = left_out.model.rows
    assert (first.before, first.text, first.after, first.detail) == ("上午召开", "脱贫攻坚", "大会", "会议名称里的不标")
    assert (second.text, second.detail) == ("脱贫攻坚", "gone")


def test_enter_marks_a_place_as_it_would_have_been_and_a_label_key_otherwise(qtbot: QtBot, left_out: LeftOutList) -> None:
    with qtbot.waitSignal(left_out.looked_at) as looked:
        left_out.take_focus()
    assert looked.args == [4, 8]
    with qtbot.waitSignal(left_out.wanted) as wanted:
        key(left_out, Qt.Key.Key_Return)
    assert wanted.args == [4, 8, "CAMPAIGN"]
    with qtbot.waitSignals([left_out.wanted, left_out.left]):
        key(left_out, Qt.Key.Key_T)
    assert left_out.isHidden(), "nothing is left to list"


def test_keys_without_a_label_do_nothing_there(qtbot: QtBot, left_out: LeftOutList) -> None:
    left_out.take_focus()
    with qtbot.assertNotEmitted(left_out.wanted):
        key(left_out, Qt.Key.Key_X, Qt.Key.Key_Space, Qt.Key.Key_J, Qt.Key.Key_K, Qt.Key.Key_Z)
    assert left_out.isVisible()
    with qtbot.waitSignal(left_out.left):
        key(left_out, Qt.Key.Key_Escape)


def candidate(surface: str, source: str) -> Item:
    made = Candidate("c", 0, len(surface), "FINANCE", surface, (source,), 0.9, "whole_word")
    return Item("c", 0, len(surface), "FINANCE", surface, Status.OPEN, made)


def test_the_card_says_what_sort_of_entry_it_is_and_how_often_it_was_right(qtbot: QtBot) -> None:
    facts = Facts("class", "某意见（2014）", kept=211, decided=215)
    assert origin_words(candidate("小额信贷", "lexicon:小额信贷"), facts, {}) == "lexicon (class name) · kept 211 of 215"
    assert origin_words(candidate("“小额”信贷", "lexicon:小额信贷"), Facts(), {}) == "lexicon: 小额信贷"
    assert evidence_words(facts) == "某意见（2014）"


@pytest.fixture
def card(theme: Theme, scheme: Scheme, page: QWidget) -> ReasonCard:
    made = ReasonCard(theme, scheme, dict, page)
    made.resize(500, made.sizeHint().height())
    return made


def test_the_card_shows_the_last_of_what_speaks_for_it_and_keeps_all_of_it_in_the_tool_tip(card: ReasonCard) -> None:
    facts = Facts(examples=("开展“<b>甲</b>”活动",), left_out=(("脱贫攻坚", "会议名称里的不标"),), programme="雨露计划")
    card.use(lambda _: facts)
    card.show_item(candidate("甲", "pattern:r"))
    basis, programme = card._values[2], card._values[3]
    assert "脱贫攻坚" in basis.text()
    assert "&lt;b&gt;甲" in basis.toolTip()
    assert programme.text() == "雨露计划"


def test_a_low_card_keeps_the_rows_that_matter_most(card: ReasonCard) -> None:
    card.show_item(MENTION)
    assert all(value.isVisible() for value in card._values)
    card.resize(300, card.minimumSizeHint().height())
    assert [value.isVisible() for value in card._values] == [True, False, False, True, False, False]
    card.resize(300, card.sizeHint().height())
    assert all(value.isVisible() for value in card._values)


def test_the_panel_moves_off_the_place_it_speaks_of(theme: Theme, scheme: Scheme, page: QWidget) -> None:
    panel = LeftOutList(theme, scheme, page)
    panel.show_places(PLACES, RULINGS, TEXT, lambda start, _: QRect(40, 40 if start == 4 else 470, 60, 20))
    panel.show_beside(QRect(40, page.height(), 1, 1))
    panel.take_focus()
    assert panel.y() > 200
    key(panel, Qt.Key.Key_Down)
    assert not panel.geometry().intersects(QRect(40, 470, 60, 20))
