"""Importing annotations of other tools in the real window: dropped, counted, mapped, imported, cancelled, taken back."""

import contextlib
import json
import shlex
import shutil
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

import pytest
from click.testing import CliRunner
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from annotator.app import App
from annotator.cli import cli
from annotator.features.importing_spans import ImportingSpans
from annotator.features.importing_spans_visit import Visit
from annotator.project.assigning import assign
from annotator.project.backing_up import backups_of
from annotator.project.exporting import Layer, export_jsonl
from annotator.project.handing_out import hand_out
from annotator.project.workspace import Project
from annotator.session.preview import Preview
from annotator.ui.backup_page import BackupPage
from annotator.ui.import_spans_page import ImportSpansPage

Open = Callable[..., App]
GOLDEN = Path(__file__).resolve().parents[1] / "golden"
CONTROL = Qt.KeyboardModifier.ControlModifier
ESCAPE, ENTER = Qt.Key.Key_Escape, Qt.Key.Key_Return
TEXT = "石桥村办起扶贫车间，雨露计划也来了。"
RARE = "𠮷家沟的产业扶贫见了成效，雨露计划也好。"


class Keys(Protocol):
    """Presses keys where the focus is."""

    def __call__(self, *keys: str | Qt.Key, modifier: Qt.KeyboardModifier = ...) -> None: ...

    def type(self, words: str) -> None: ...


@pytest.fixture
def empty(empty_project: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(empty_project, tmp_path / "study.annot"))


def doccano(path: Path, *lines: tuple[str, list[tuple[int, int, str]]]) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    said = [json.dumps({"text": text, "label": spans}, ensure_ascii=False) + "\n" for text, spans in lines]
    path.write_text("".join(said), encoding="utf-8")
    return path


def visit_of(app: App) -> Visit:
    found = next(guest for guest in app.room._guests if isinstance(guest, ImportingSpans)).visit
    assert isinstance(found, Visit)
    return found


def settled(app: App, qtbot: QtBot) -> ImportSpansPage:
    """Return the page once all that is chosen is counted."""
    page = app.window._cover
    assert isinstance(page, ImportSpansPage)
    qtbot.waitUntil(lambda: not page.is_waiting and not visit_of(app).importing.errands.is_busy, timeout=30_000)
    return page


def drop(app: App, qtbot: QtBot, *paths: Path) -> ImportSpansPage:
    """Drop files on the window, as the mouse does."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    event = QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    app.window.dropEvent(event)
    return settled(app, qtbot)


def imported(app: App, keys: Keys, qtbot: QtBot) -> str:
    """Import what is chosen; return what the window says then."""
    assert settled(app, qtbot).store.isEnabled()
    keys(ENTER, modifier=CONTROL)
    qtbot.waitUntil(lambda: app.window.covered_by == "", timeout=30_000)
    return app.window.status_line.sentence


def spans(project: Path, layer: Layer = Layer.CANDIDATES) -> Counter[tuple[str, ...]]:
    """Return what a project holds: text, words, label, person, source of each span, and who finished."""
    out = project.with_suffix(".jsonl")
    with Project.open(project, write=False) as opened:
        export_jsonl(opened, out, layer=layer)
    lines = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    out.unlink()
    found = [(one["text"], *(str(s[key]) for key in ("start", "text", "label", "by", "source"))) for one in lines for s in one["spans"]]
    return Counter([*found, *((one["text"], *one["meta"]["finished"]) for one in lines)])


FILES = {
    "native annotation": GOLDEN / "native_annotation.jsonl",
    "native candidates": GOLDEN / "native_candidates.jsonl",
    "doccano, UTF-16": GOLDEN / "formats" / "doccano.jsonl",
    "doccano, code points": GOLDEN / "formats" / "doccano_code_points.jsonl",
    "prodigy": GOLDEN / "formats" / "prodigy.jsonl",
    "label studio": GOLDEN / "formats" / "label-studio" / "tasks.json",
    "brat": GOLDEN / "formats" / "brat" / "bob-bbb57a",
    "conll": GOLDEN / "formats" / "conll.conll",
    "spacy": GOLDEN / "formats" / "study.spacy",
    "xmi": GOLDEN / "formats" / "cas" / "xmi",
    "json cas": GOLDEN / "formats" / "cas" / "json" / "A0001.json",
}
UNITS = {"doccano, UTF-16": "utf-16", "doccano, code points": "code-points", "label studio": "code-points"}


@pytest.mark.parametrize("name", FILES)
def test_each_format_comes_in_through_the_window_as_it_does_by_the_command_that_is_shown(
    open_app: Open, empty: Path, keys: Keys, qtbot: QtBot, name: str
) -> None:
    other = empty.with_name("by command") / "study.annot"
    other.parent.mkdir()
    shutil.copy(empty, other)
    app = open_app(empty)
    page = drop(app, qtbot, FILES[name])
    assert page.refused.toPlainText() == ""
    assert page.plan is not None
    assert page.plan.unit == UNITS.get(name), "told by the file"
    command = page.command.text()
    assert "new articles" in imported(app, keys, qtbot)
    assert app.desk is not None
    assert app.desk.article is not None
    app.close_project()
    with contextlib.chdir(other.parent):
        assert CliRunner().invoke(cli, shlex.split(command)[1:], catch_exceptions=False).exit_code == 0
    assert spans(empty) == spans(other)
    assert sum(spans(empty).values()) > 1


def test_labels_are_mapped_by_keys_and_the_spans_become_a_persons_annotation(
    open_app: Open, empty: Path, tmp_path: Path, keys: Keys, qtbot: QtBot
) -> None:
    lines = [(TEXT, [(5, 9, "就业扶贫"), (10, 14, "计划"), (0, 2, "地名")]), (f"{TEXT}又来了。", [(10, 14, "计划")])]
    file = doccano(tmp_path / "from elsewhere.jsonl", *lines)
    app = open_app(empty)
    page = drop(app, qtbot, file)
    assert page.labels.choices == {"就业扶贫": "EMPLOYMENT"}, "it is the name of a label here"
    assert page.missing.text() == "Labels without a choice yet: 2."
    assert not page.store.isEnabled()
    keys(ENTER, modifier=CONTROL)
    assert app.window.covered_by == "import_spans"
    assert QApplication.focusWidget() is page.labels.fields["计划"]
    keys("h")
    assert page.labels._said["计划"].text() == "HEALTH, HOUSING"
    keys(Qt.Key.Key_Backspace, "5")
    assert page.labels.chips["计划"].text().endswith("EDUCATION")
    page.labels.fields["地名"].setFocus()
    keys("-")
    page = settled(app, qtbot)
    assert page.missing.text() == ""
    page.become.show_value("by")
    page.become.chosen.emit("by")
    assert QApplication.focusWidget() is page.name
    keys(Qt.Key.Key_Backspace)
    assert page.missing.text() == "Say whose annotation it is."
    page.name.insert("周敏")
    words = shlex.split(page.command.text())
    assert words[1:6] == ["import", "study.annot", "from elsewhere.jsonl", "--by", "周敏"]
    assert set(words[7::2]) == {"就业扶贫=EMPLOYMENT", "计划=EDUCATION", "地名="}
    keys(ESCAPE)
    keys("c")
    assert QApplication.clipboard().text() == page.command.text()
    assert imported(app, keys, qtbot).startswith("Imported: 3 new marks of 周敏, 2 new articles.")
    assert len(list(backups_of(empty))) == 1
    app.close_project()
    found = spans(empty, Layer.ANNOTATION)
    assert {(words, label, who) for _, _, words, label, who, _ in (key for key in found if len(key) > 2)} == {
        ("扶贫车间", "EMPLOYMENT", "周敏"),
        ("雨露计划", "EDUCATION", "周敏"),
    }
    assert found[(TEXT, "周敏")] == 1, "finished"


def test_refusals_are_listed_with_file_and_line_and_the_other_files_come_in(
    open_app: Open, empty: Path, tmp_path: Path, keys: Keys, qtbot: QtBot
) -> None:
    doccano(tmp_path / "in" / "bad.jsonl", (TEXT, [(5, 99, "INDUSTRY")]), (TEXT, []), ("", []), (TEXT, [(4, 4, "INDUSTRY")]))
    doccano(tmp_path / "in" / "good.jsonl", (TEXT, [(5, 9, "INDUSTRY")]))
    (tmp_path / "in" / "note.txt").write_text("随手记。\n", encoding="utf-8")
    app = open_app(empty)
    page = drop(app, qtbot, tmp_path / "in")
    assert [line.split(":")[0] for line in page.refused.toPlainText().splitlines()] == [f"bad.jsonl, line {n}" for n in (1, 3, 4)]
    assert page.refused_head.text() == "Refused: 3"
    assert page.lines.text().splitlines()[0] == "New texts, which become articles: 1."
    assert "Files without annotations, which stay out: 1." in page.lines.text()
    assert shlex.split(page.command.text())[3:] == ["in/good.jsonl"]
    assert imported(app, keys, qtbot).startswith("Imported: 1 new candidates, 1 new articles.")


def test_what_offsets_count_is_chosen_where_the_file_does_not_tell(
    open_app: Open, empty: Path, tmp_path: Path, keys: Keys, qtbot: QtBot
) -> None:
    app = open_app(empty)
    page = drop(app, qtbot, doccano(tmp_path / "a.jsonl", (RARE, [(0, 2, "OTHER"), (3, 5, "OTHER")])))
    assert "Say which it is" in page.refused.toPlainText()
    assert not page.store.isVisible()
    page.unit.show_value("code-points")
    page.unit.chosen.emit("code-points")
    page = settled(app, qtbot)
    assert "--unit code-points" in page.command.text()
    imported(app, keys, qtbot)
    app.close_project()
    assert {key[2] for key in spans(empty) if len(key) > 2} == {"𠮷家", "的产"}


def test_a_file_of_another_format_than_it_looks_is_read_as_what_is_chosen(
    open_app: Open, empty: Path, tmp_path: Path, keys: Keys, qtbot: QtBot
) -> None:
    file = tmp_path / "a.jsonl"
    file.write_text(json.dumps({"text": TEXT, "spans": [], "label": [[5, 9, "INDUSTRY"]]}) + "\n", encoding="utf-8")
    app = open_app(empty)
    page = drop(app, qtbot, file)
    assert page.files.figures.rows[0][1] == "doccano"
    page.format.show_value("prodigy")
    page.format.chosen.emit("prodigy")
    page = settled(app, qtbot)
    assert page.files.figures.rows[0][1:] == ("Prodigy", "1", "0")
    assert "--format prodigy" in page.command.text()


def test_esc_cancels_an_import_under_way_and_nothing_of_it_stays(
    open_app: Open, empty: Path, tmp_path: Path, keys: Keys, qtbot: QtBot
) -> None:
    file = doccano(tmp_path / "many.jsonl", *((f"第{n}村。{TEXT}", [(0, 3, "INDUSTRY")]) for n in range(3_000)))
    app = open_app(empty)
    page = drop(app, qtbot, file)
    page.labels.escaped.emit()
    keys(ENTER, modifier=CONTROL)
    keys("a", "c")
    keys(ESCAPE)
    qtbot.waitUntil(lambda: not visit_of(app).importing.errands.is_busy, timeout=30_000)
    assert page.message.text() == "Cancelled: nothing was imported."
    assert app.window.covered_by == "import_spans"
    assert backups_of(empty) == []
    assert app.desk is not None
    assert app.desk.rows() == []
    assert settled(app, qtbot).store.isEnabled(), "it can be tried again"
    keys(ESCAPE)
    assert app.window.covered_by == ""
    assert app.views is not None
    assert QApplication.focusWidget() is app.views.reading


def test_closing_the_project_in_the_middle_of_an_import_takes_it_back(
    open_app: Open, empty: Path, tmp_path: Path, keys: Keys, qtbot: QtBot
) -> None:
    file = doccano(tmp_path / "many.jsonl", *((f"第{n}村。{TEXT}", [(0, 3, "INDUSTRY")]) for n in range(3_000)))
    app = open_app(empty)
    drop(app, qtbot, file)
    keys(ENTER, modifier=CONTROL)
    app.close_project()
    with Project.open(empty) as project:
        assert project.connection.execute("SELECT count(*) FROM article").fetchone() == (0,)


def test_a_wrong_import_is_taken_back_by_restoring_the_backup_made_before(
    open_app: Open, project: Path, tmp_path: Path, keys: Keys, qtbot: QtBot
) -> None:
    app = open_app(project)
    assert app.desk is not None
    before, article = len(app.desk.rows()), app.desk.rows()[3].id
    app.desk.open(article)
    drop(app, qtbot, doccano(tmp_path / "a.jsonl", (TEXT, [(5, 9, "INDUSTRY")])))
    assert "restore the backup" in imported(app, keys, qtbot)
    assert app.desk.article is not None
    assert app.desk.article.id == article, "the article that was open is open"
    assert len(app.desk.rows()) == before + 1
    app.window.command("backups").trigger()
    qtbot.waitUntil(lambda: isinstance(app.window._cover, BackupPage) and len(app.window._cover._backups) == 1, timeout=20_000)
    keys(ENTER)
    qtbot.waitUntil(lambda: app.desk is not None and len(app.desk.rows()) == before, timeout=20_000)


# The platform without a screen says so of every dialog.
@pytest.mark.qt_log_ignore("propagateSizeHints")
def test_the_command_asks_for_files_and_annotations_chosen_among_pages_come_after_them(
    open_app: Open, empty: Path, tmp_path: Path, keys: Keys, qtbot: QtBot
) -> None:
    app = open_app(empty)
    keys("k", modifier=CONTROL)
    keys.type("Import annotations")
    keys(ENTER)
    page = app.window._cover
    assert isinstance(page, ImportSpansPage)
    dialog = page.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    dialog.close()
    app.window.activateWindow()
    assert page.hint.isVisible()
    page.setFocus()
    keys(ESCAPE)
    assert app.window.covered_by == ""
    text = tmp_path / "page.txt"
    text.write_text(f"石桥新事\n\n{TEXT}\n", encoding="utf-8")
    whole = text.read_text(encoding="utf-8")
    file = doccano(tmp_path / "a.jsonl", (whole, [(whole.index("雨露"), whole.index("雨露") + 4, "EDUCATION")]))
    app.import_files([str(file), str(text)])
    preview = app.preview
    assert isinstance(preview, Preview)
    qtbot.waitUntil(lambda: len(preview.files) == 1 and not preview.is_reading, timeout=20_000)
    assert preview.files[0].name == "page.txt"
    keys(ENTER, modifier=CONTROL)
    qtbot.waitUntil(lambda: app.window.covered_by == "import_spans", timeout=30_000)
    page = settled(app, qtbot)
    assert "articles of this project: 1" in page.lines.text() or "Whole pages of this project: 1." in page.lines.text()


def test_files_dropped_while_the_page_is_open_join_those_that_are_there(
    open_app: Open, empty: Path, tmp_path: Path, keys: Keys, qtbot: QtBot
) -> None:
    app = open_app(empty)
    drop(app, qtbot, doccano(tmp_path / "a.jsonl", (TEXT, [(5, 9, "INDUSTRY")])))
    page = drop(app, qtbot, doccano(tmp_path / "b.jsonl", (TEXT, [(0, 3, "OTHER")])))
    assert [row[0] for row in page.files.figures.rows] == ["a.jsonl", "b.jsonl"]
    assert "articles of this project: 1" in page.lines.text()
    QTest.keyClick(page, ESCAPE)
    assert app.window.covered_by == ""


def test_a_count_that_comes_after_something_else_was_chosen_is_not_imported(
    open_app: Open, empty: Path, tmp_path: Path, keys: Keys, qtbot: QtBot
) -> None:
    app = open_app(empty)
    page = drop(app, qtbot, doccano(tmp_path / "a.jsonl", (TEXT, [(5, 9, "INDUSTRY")])))
    importing, late = visit_of(app).importing, (page.plan, page.wish)
    assert page.store.isEnabled()
    page.add([doccano(tmp_path / "b.jsonl", (TEXT, [(0, 3, "OTHER")]))])
    importing.planned.emit(*late)
    assert page.is_waiting, "a new count is due"
    assert not page.store.isEnabled()
    page._soon.stop()
    page._ask()
    importing.planned.emit(*late)
    assert page.is_waiting, "it is under way"
    assert not page.store.isEnabled()
    keys(ENTER, modifier=CONTROL)
    assert not importing.is_storing
    assert [row[0] for row in settled(app, qtbot).files.figures.rows] == ["a.jsonl", "b.jsonl"]
    assert "2 new candidates, 1 new articles" in imported(app, keys, qtbot)


def test_a_file_that_was_changed_after_it_was_counted_is_imported_when_it_is_added_again(
    open_app: Open, empty: Path, tmp_path: Path, keys: Keys, qtbot: QtBot
) -> None:
    app = open_app(empty)
    page = drop(app, qtbot, doccano(tmp_path / "a.jsonl", (TEXT, [(5, 9, "INDUSTRY")])))
    doccano(tmp_path / "a.jsonl", (TEXT, [(5, 9, "INDUSTRY"), (0, 3, "OTHER")]))
    keys(ENTER, modifier=CONTROL)
    settled(app, qtbot)
    assert page.message.text() == "a.jsonl was changed after it was counted. Add it again. Nothing was imported."
    drop(app, qtbot, tmp_path / "a.jsonl")
    assert "2 new candidates" in imported(app, keys, qtbot)


def test_a_project_that_is_open_elsewhere_does_not_take_annotations(open_app: Open, empty: Path, tmp_path: Path) -> None:
    with Project.open(empty, who="another"):
        app = open_app(empty)
        app.window.files_dropped.emit([str(doccano(tmp_path / "a.jsonl", (TEXT, [])))])
        app.window.command("import_spans").trigger()
        assert app.window.covered_by == ""
        app.close_project()


def test_a_task_that_was_handed_out_says_why_it_does_not(open_app: Open, project: Path, tmp_path: Path) -> None:
    with Project.open(project) as opened:
        assign(opened, ["林晓"])
        (task,) = hand_out(opened, tmp_path / "tasks")
    app = open_app(task.path)
    app.window.files_dropped.emit([str(doccano(tmp_path / "a.jsonl", (TEXT, [])))])
    assert app.window.covered_by == ""
    assert "is a task that was handed out" in app.window.status_line.sentence
