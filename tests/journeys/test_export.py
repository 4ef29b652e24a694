"""Export in the real window: chosen, previewed, counted, written, and the same again from the command line."""

import contextlib
import shlex
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

import pytest
from click.testing import CliRunner
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from annotator.app import App
from annotator.cli import cli
from annotator.features.exporting import Exporting
from annotator.features.exporting_visit import Visit
from annotator.ui.export_page import ExportPage

Open = Callable[..., App]
CONTROL = Qt.KeyboardModifier.ControlModifier
ESCAPE, ENTER, SPACE, DOWN, END = Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_End


class Keys(Protocol):
    """Presses keys where the focus is."""

    def __call__(self, *keys: str | Qt.Key, modifier: Qt.KeyboardModifier = ...) -> None: ...

    def type(self, words: str) -> None: ...


def visit_of(app: App) -> Visit:
    found = next(guest for guest in app.room._guests if isinstance(guest, Exporting)).visit
    assert isinstance(found, Visit)
    return found


def settled(app: App, qtbot: QtBot) -> ExportPage:
    """Return the page once everything about what is chosen is known."""
    page = app.window._cover
    assert isinstance(page, ExportPage)
    qtbot.waitUntil(lambda: not page._soon.isActive() and not visit_of(app).exporting.errands.is_busy, timeout=30_000)
    return page


def decide(app: App, keys: Keys, count: int = 4) -> None:
    assert app.desk is not None
    app.desk.open(max(app.desk.rows(), key=lambda row: row.candidates).id)
    keys(*(SPACE,) * count)


# The platform without a screen says so of every dialog.
@pytest.mark.qt_log_ignore("propagateSizeHints")
def test_keys_alone_choose_a_format_and_export_it_as_the_command_line_would(
    open_app: Open, project: Path, tmp_path: Path, keys: Keys, qtbot: QtBot
) -> None:
    app = open_app(project)
    decide(app, keys)
    keys("x", "x")
    keys("e", modifier=CONTROL)
    page = settled(app, qtbot)
    assert QApplication.focusWidget() is page.formats
    keys(*(DOWN,) * 4)
    page = settled(app, qtbot)
    assert page.format == "conll"
    assert "B-" in page.preview.toPlainText()
    assert "Does not hold: overlapping mentions" in page.holds.text()
    assert "2 rejected candidates, which this format does not hold" in page.losses.text()
    keys("c")
    copied = QApplication.clipboard().text()
    assert copied == page.command.text() == "annotator export sample.annot sample.conll --format conll"
    keys(ENTER, modifier=CONTROL)
    dialog = page.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "by hand.conll"))
    dialog.close()
    app.window.activateWindow()
    page.formats.setFocus()
    qtbot.waitUntil(lambda: "by hand.conll" in page.losses.text(), timeout=20_000)
    assert "Written: " in page.losses.text()
    keys(ESCAPE)
    assert app.window.covered_by == ""
    assert app.views is not None
    assert QApplication.focusWidget() is app.views.reading
    app.close_project()
    with contextlib.chdir(project.parent):
        assert CliRunner().invoke(cli, shlex.split(copied)[1:]).exit_code == 0
    assert (tmp_path / "sample.conll").read_bytes() == (tmp_path / "by hand.conll").read_bytes()


def test_a_split_is_counted_before_it_is_written_and_a_wrong_one_is_said(
    open_app: Open, project: Path, tmp_path: Path, keys: Keys, qtbot: QtBot
) -> None:
    app = open_app(project)
    keys("e", modifier=CONTROL)
    page = settled(app, qtbot)
    assert not page.options.fields["seed"].isVisible()
    page.options.chips["layer"].chosen.emit("candidates")
    page.options.chips["layer"].show_value("candidates")
    page.options.fields["split"].setFocus()
    keys.type("8:x")
    settled(app, qtbot)
    assert "8:x is no split" in page.options.wrong.text()
    assert not page.export.isEnabled()
    keys(Qt.Key.Key_Backspace)
    keys.type("2")
    settled(app, qtbot)
    assert page.options.fields["seed"].isVisible()
    assert "(train " in page.losses.text()
    assert page.asked is not None
    visit_of(app).write(page.asked, tmp_path / "split")
    settled(app, qtbot)
    assert {path.name for path in (tmp_path / "split").iterdir()} >= {"train.jsonl", "test.jsonl", "manifest.json"}


def test_what_another_program_keeps_in_the_way_is_said_and_nothing_is_written(
    open_app: Open, project: Path, tmp_path: Path, keys: Keys, qtbot: QtBot
) -> None:
    app = open_app(project)
    keys("e", modifier=CONTROL)
    page = settled(app, qtbot)
    (tmp_path / "folder").mkdir()
    assert page.asked is not None
    visit_of(app).write(page.asked, tmp_path / "folder")
    settled(app, qtbot)
    assert "is not a file" in page.message.text()
    assert page.export.isEnabled()


def test_leaving_in_the_middle_of_counting_waits_for_nothing_and_breaks_nothing(
    open_app: Open, project: Path, keys: Keys, qtbot: QtBot
) -> None:
    app = open_app(project)
    keys("e", modifier=CONTROL)
    page = app.window._cover
    assert isinstance(page, ExportPage)
    page._on_settled()
    keys(ESCAPE)
    assert app.window.covered_by == ""
    keys("e", modifier=CONTROL)
    assert "would be written" in settled(app, qtbot).losses.text()


def test_only_this_programs_own_format_offers_the_ledger(open_app: Open, project: Path, keys: Keys, qtbot: QtBot) -> None:
    app = open_app(project)
    keys("e", modifier=CONTROL)
    page = settled(app, qtbot)
    layer = page.options.chips["layer"]
    assert "ledger" in {value for value, _ in page.options._options("layer")}
    assert "gold" not in {value for value, _ in page.options._options("layer")}, "nobody has adjudicated"
    layer.show_value("ledger")
    layer.chosen.emit("ledger")
    settled(app, qtbot)
    assert not page.options.fields["split"].isVisible()
    assert "--layer ledger" in page.command.text()
    page.formats.setFocus()
    keys(DOWN)
    settled(app, qtbot)
    assert layer.value == "annotation"
    assert "ledger" not in {value for value, _ in page.options._options("layer")}
