"""The widgets of the import preview on files read here."""

from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QTextBrowser
from pytestqt.qtbot import QtBot

from annotator.core.article import ArticleKind
from annotator.project.creating import new_project
from annotator.project.workspace import Project
from annotator.session.preview import Place, Preview
from annotator.ui.commands import words
from annotator.ui.import_commands import PREVIEW_COMMANDS
from annotator.ui.import_preview import ImportPreview
from annotator.ui.import_rows import LEADING, Rows
from annotator.ui.key_sheet import KeySheet
from annotator.ui.theme import load_theme

SEEDS = Path(__file__).resolve().parents[2] / "seeds" / "pages"
PAGE = SEEDS / "xiuyang_2018-11-02_p2.txt"
REPEATS = SEEDS / "qingxi_2019-06-18_p3.txt"
Show = Callable[..., ImportPreview]


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with new_project(tmp_path / "study.annot") as opened:
        yield opened


@pytest.fixture
def shown(qtbot: QtBot, project: Project) -> Iterator[Show]:
    """Return a preview page on files that have been read."""
    previews = []

    def show(*paths: Path, width: int = 1300, theme: str = "light") -> ImportPreview:
        preview = Preview(project)
        page = ImportPreview(load_theme(is_dark=theme == "dark", language="zh"), preview)
        qtbot.addWidget(page)
        page.setMinimumSize(400, 300)  # as in the window, whose size is not that of its contents
        page.resize(width, 800)
        page.show()
        page.sheet.setFocus()
        previews.append(preview)
        with qtbot.waitSignal(preview.page_changed):
            preview.read(list(paths))
        return page

    yield show
    for preview in previews:
        preview.stop()


def colours(page: ImportPreview) -> set[str]:
    """Return the colours on the sheet."""
    image = page.sheet.viewport().grab().toImage()
    return {image.pixelColor(x, y).name() for x in range(0, image.width(), 2) for y in range(0, image.height(), 2)}


def test_every_command_of_the_table_is_carried_out_and_no_key_stands_twice(shown: Show) -> None:
    page = shown(PAGE)
    keys = [key for command in PREVIEW_COMMANDS for key in command.keys]
    assert len(keys) == len(set(keys))
    assert set(page._handlers) == {command.id for command in PREVIEW_COMMANDS}


def test_a_click_on_a_line_goes_there_and_keys_work_from_there(shown: Show) -> None:
    page = shown(PAGE)
    preview = page._preview
    row = page.sheet._rows.rows[2]
    QTest.mouseClick(page.sheet.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(300, row.top + 4))
    assert preview.place == Place(2, is_boundary=False)
    before = preview.view().parts[0].title
    QTest.keyClick(page.sheet, Qt.Key.Key_S)
    assert preview.place.is_boundary
    assert preview.can_undo
    assert preview.view().parts[0].title == before


def test_a_click_between_two_parts_holds_the_boundary(shown: Show) -> None:
    page = shown(REPEATS)
    row = page.sheet._rows.rows[1]
    assert row.gap
    QTest.mouseClick(page.sheet.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(300, row.top - 4))
    assert page._preview.place == Place(1)


def test_the_boundary_and_joins_are_painted_in_the_colour_of_page_structure(shown: Show) -> None:
    page = shown(PAGE)
    accent = page._theme.surface.accent.lower()
    QTest.keyClick(page.sheet, Qt.Key.Key_Tab)
    assert accent in colours(page)


def test_the_held_boundary_is_brought_into_sight(shown: Show) -> None:
    page = shown(PAGE)
    for _ in range(5):
        QTest.keyClick(page.sheet, Qt.Key.Key_Tab)
    row = page.sheet._rows.rows[page._preview.place.line]
    top = page.sheet.verticalScrollBar().value()
    assert top <= row.top <= top + page.sheet.viewport().height()


def test_shift_tab_goes_back(shown: Show) -> None:
    page = shown(PAGE)
    QTest.keyClick(page.sheet, Qt.Key.Key_Tab)
    QTest.keyClick(page.sheet, Qt.Key.Key_Tab)
    held = page._preview.place
    QTest.keyClick(page.sheet, Qt.Key.Key_Tab)
    QTest.keyClick(page.sheet, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert page._preview.place == held


def test_the_question_shows_the_seam_and_its_buttons_answer_it(shown: Show) -> None:
    page = shown(PAGE)
    preview = page._preview
    question = preview.question
    assert question is not None
    assert page._question.isVisible()
    lines = preview.view().lines
    assert f"{lines[question.after].text[-1]}|{lines[question.run[0]].text[0]}" in page._question._seam.text()
    leave_out = page._question._buttons["leave_out"]
    assert not leave_out.isEnabled()
    QTest.keyClick(page.sheet, Qt.Key.Key_Q)
    assert leave_out.isEnabled()
    QTest.mouseClick(leave_out, Qt.MouseButton.LeftButton)
    assert preview.view().lines[question.run[0]].kind is ArticleKind.FURNITURE
    assert not page._question.isVisible()


def test_encodings_are_listed_and_the_next_one_is_read_at_once(shown: Show, tmp_path: Path) -> None:
    path = tmp_path / "gb.txt"
    path.write_bytes(PAGE.read_bytes().decode().encode("gb18030"))
    page = shown(path)
    assert page._encodings._model.rowCount() == 5
    assert page._preview.file is not None
    assert page._preview.file.encoding == "gb18030"
    page._encodings.chosen.emit("utf-8")
    assert page._preview.file.error is not None
    assert page.sheet._rows.rows == ()
    QTest.keyClick(page.sheet, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page._preview.file.encoding == "gb18030"
    assert page.sheet._rows.rows


def test_a_repeat_says_which_line_it_repeats(shown: Show) -> None:
    page = shown(REPEATS)
    line = next(line for line in page._preview.view().lines if line.repeats is not None)
    original = page._preview.view().lines[line.repeats or 0]
    assert str(original.number) in page.sheet._note(line)
    assert page.sheet._role_word(line) == page.sheet.tr("Repeat")


def test_giving_up_and_importing_are_asked_of_the_window(shown: Show, qtbot: QtBot) -> None:
    page = shown(PAGE)
    with qtbot.waitSignal(page.give_up_asked):
        QTest.keyClick(page.sheet, Qt.Key.Key_Escape)
    with qtbot.waitSignal(page.import_asked):
        QTest.keyClick(page.sheet, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(page.give_up_asked):
        QTest.mouseClick(page.findChildren(QPushButton)[0], Qt.MouseButton.LeftButton)


def test_with_nothing_to_import_the_page_says_so_and_asks_nothing(shown: Show, tmp_path: Path, qtbot: QtBot) -> None:
    blank = tmp_path / "blank.txt"
    blank.write_text(" \n", encoding="utf-8")
    page = shown(blank)
    with qtbot.assertNotEmitted(page.import_asked):
        QTest.keyClick(page.sheet, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert page.sentence


@pytest.mark.parametrize(("width", "theme"), [(760, "light"), (1300, "dark"), (2200, "light")])
def test_the_page_is_painted_at_any_width_in_both_themes(shown: Show, width: int, theme: str) -> None:
    page = shown(PAGE, width=width, theme=theme)
    surface = page._theme.surface
    assert {surface.paper.lower(), surface.text.lower()} <= colours(page)


def test_rows_stand_below_each_other_and_a_caption_parts_nothing(shown: Show) -> None:
    page = shown(PAGE)
    rows = page.sheet._rows.rows
    for above, below in pairwise(rows):
        assert below.top - below.gap == above.bottom
        assert below.height >= LEADING
    inside = [row for row in rows if row.line.kind is ArticleKind.CAPTION]
    assert inside
    assert all(row.gap == 0 for row in inside)


def test_a_row_is_found_by_its_height_on_the_sheet(shown: Show) -> None:
    page = shown(PAGE)
    rows: Rows = page.sheet._rows
    for k, row in enumerate(rows.rows):
        assert rows.at(row.top) == rows.at(row.bottom - 1) == k
    assert rows.at(-5) == 0
    assert rows.at(rows.height + 100) == len(rows.rows) - 1


def test_the_key_sheet_of_the_preview_names_its_keys(qtbot: QtBot) -> None:
    sheet = KeySheet(load_theme(is_dark=False, language="zh"), None, commands=PREVIEW_COMMANDS)
    qtbot.addWidget(sheet)
    (text,) = sheet.findChildren(QTextBrowser)
    assert all(words(command.text) in text.toPlainText() for command in PREVIEW_COMMANDS)
