"""The tables and fields of the page of sources, by themselves."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.core.lexicon import LexiconEntry
from annotator.ui.knowledge_form import Choice, FieldSpec, Form, Lines, Sort
from annotator.ui.knowledge_table import Column, EntryTable, Rows
from annotator.ui.theme import Theme, load_theme

MANY = 5_000
COLUMNS = (
    Column("term", lambda row: row.term, 2),
    Column("note", lambda row: row.note, from_width=300),
    Column("length", lambda row: str(len(row.term)), is_figure=True, key=lambda row: len(row.term)),
)


def words_of(row: LexiconEntry) -> str:
    return f"{row.term} {row.note}"


@pytest.fixture
def theme(qtbot: QtBot) -> Theme:
    return load_theme(is_dark=False, language="zh")


@pytest.fixture
def rows(qtbot: QtBot) -> Rows:
    made = Rows(COLUMNS, words_of)
    made.set_rows([LexiconEntry(f"第{n}号计划", "X", note="甲" if n % 2 else "乙") for n in range(MANY)])
    return made


@pytest.fixture
def table(qtbot: QtBot, theme: Theme, rows: Rows) -> EntryTable:
    made = EntryTable(theme, rows, {"A": "add", "/": "filter", "Ctrl+Z": "undo", "1": "label:X"}, lambda: "nothing")
    qtbot.addWidget(made)
    made.resize(500, 400)
    made.show()
    qtbot.waitUntil(made.isActiveWindow)
    made.setFocus()
    made.go_to(0)
    return made


@pytest.fixture
def form(qtbot: QtBot, theme: Theme) -> Form:
    specs = (
        FieldSpec("term", "Term"),
        FieldSpec("label", "Label", Sort.CHOICE, (("1  甲", "X"), ("2  乙", "Y")), (("1", "X"), ("2", "Y"))),
        FieldSpec("examples", "Examples", Sort.TEXT),
    )
    made = Form(theme, specs)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(made.isActiveWindow)
    made.show_values({"term": "雨露计划", "label": "X", "examples": "一\n二"}, is_enabled=True)
    return made


def test_every_word_of_the_filter_must_be_found_and_the_order_stays(rows: Rows) -> None:
    rows.set_filter("号 乙 49")
    assert rows.rows
    assert all("49" in row.term and row.note == "乙" for row in rows.rows)
    assert rows.total == MANY
    rows.set_filter("")
    assert rows.rowCount() == MANY


def test_a_column_of_figures_is_sorted_by_number_and_stays_so_when_rows_change(rows: Rows) -> None:
    rows.sort(2, Qt.SortOrder.DescendingOrder)
    assert len(rows.rows[0].term) == max(len(row.term) for row in rows.rows)
    rows.set_rows([LexiconEntry("甲乙", "X"), LexiconEntry("甲乙丙", "X")])
    assert [row.term for row in rows.rows] == ["甲乙丙", "甲乙"]
    rows.sort(-1)
    assert [row.term for row in rows.rows] == ["甲乙", "甲乙丙"]


def test_only_the_cells_that_are_seen_are_asked_for(qtbot: QtBot, theme: Theme) -> None:
    asked: list[str] = []

    def text(row: LexiconEntry) -> str:
        asked.append(row.term)
        return row.term

    rows = Rows((Column("term", text),), words_of)
    table = EntryTable(theme, rows, {}, lambda: "")
    qtbot.addWidget(table)
    rows.set_rows([LexiconEntry(f"第{n}号", "X") for n in range(MANY)])
    table.resize(300, 300)
    table.show()
    table.grab()
    assert 0 < len(set(asked)) < 40


@pytest.mark.parametrize(
    ("key", "modifier", "command"),
    [
        (Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, "add"),
        (Qt.Key.Key_Slash, Qt.KeyboardModifier.NoModifier, "filter"),
        (Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier, "undo"),
        (Qt.Key.Key_1, Qt.KeyboardModifier.KeypadModifier, "label:X"),
        (Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier, ""),
        (Qt.Key.Key_Q, Qt.KeyboardModifier.NoModifier, ""),
    ],
)
def test_a_key_asks_for_its_command_and_no_other(table: EntryTable, key: Qt.Key, modifier: Qt.KeyboardModifier, command: str) -> None:
    asked: list[str] = []
    table.asked.connect(asked.append)
    QTest.keyClick(table, key, modifier)
    assert asked == ([command] if command else [])


def test_arrows_go_and_shift_chooses_more(qtbot: QtBot, table: EntryTable) -> None:
    with qtbot.waitSignal(table.went):
        QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert [row.term for row in table.chosen if isinstance(row, LexiconEntry)] == ["第1号计划", "第2号计划"]


def test_columns_that_matter_less_leave_a_narrow_table(table: EntryTable) -> None:
    assert not table.isColumnHidden(1)
    table.resize(250, 400)
    assert table.isColumnHidden(1)
    assert not table.isColumnHidden(0)


def test_an_empty_table_says_why(table: EntryTable, rows: Rows) -> None:
    before = table.grab().toImage()
    rows.set_filter("没有这样的")
    assert table.current is None
    assert table.grab().toImage() != before


def test_a_label_is_chosen_by_its_key_and_enter_saves(qtbot: QtBot, form: Form) -> None:
    form.focus_field("label")
    assert isinstance(form.fields["label"], Choice)
    with qtbot.waitSignal(form.edited):
        QTest.keyClick(form.fields["label"], Qt.Key.Key_2)
    assert form.values()["label"] == "Y"
    assert form.is_dirty
    with qtbot.waitSignal(form.saved):
        QTest.keyClick(form.fields["label"], Qt.Key.Key_Return)


def test_enter_is_a_line_of_the_examples_and_ctrl_enter_saves(qtbot: QtBot, form: Form) -> None:
    lines = form.fields["examples"]
    assert isinstance(lines, Lines)
    with qtbot.assertNotEmitted(form.saved):
        QTest.keyClick(lines, Qt.Key.Key_Return)
    with qtbot.waitSignal(form.saved):
        QTest.keyClick(lines, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(form.escaped):
        QTest.keyClick(lines, Qt.Key.Key_Escape)


def test_a_complaint_stands_under_its_field_until_another_entry_is_shown(form: Form) -> None:
    form.show_complaints({"term": "too long"})
    assert form.complaint("term") == "too long"
    assert form.complaint("label") == ""
    form.show_values({"term": "低保"}, is_enabled=False)
    assert form.complaint("term") == ""
    assert form.values() == {"term": "低保"}
    assert form.fields["label"].isHidden()
    QTest.keyClicks(form.fields["term"], "abc")
    assert form.values() == {"term": "低保"}


@pytest.mark.parametrize("name", ["term", "label", "examples"])
def test_letters_written_in_a_field_never_reach_the_window(form: Form, name: str) -> None:
    heard: list[str] = []
    for key in ("X", "S", "?", "/"):
        action = QAction(key, form)
        action.setShortcut(QKeySequence(key))
        action.triggered.connect(partial(heard.append, key))
        form.addAction(action)
    form.focus_field(name)
    QTest.keyClicks(form.fields[name], "xs?/")
    assert heard == []
