"""Where words from outside are shown no widget guesses that they are markup, and none loads what they name."""

import ast
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

import annotator
from annotator import places
from annotator.core.ruling import Ruling
from annotator.core.scheme import Scheme
from annotator.core.words import Words
from annotator.exchange.scheme_json import read_scheme
from annotator.project.ruling import Question
from annotator.session.palette import Catalogue, Entry, Group, Recent
from annotator.session.ruling import Docket
from annotator.ui.key_sheet import KeySheet
from annotator.ui.knowledge_learning import page_of
from annotator.ui.label_pane import LabelPane
from annotator.ui.palette import Offer, Palette
from annotator.ui.plain_label import PlainLabel, tip
from annotator.ui.quiet_browser import QuietBrowser
from annotator.ui.ruling_page import RulingPage
from annotator.ui.theme import Theme, load_theme

ROOT = Path(annotator.__file__).parent
UI = sorted((ROOT / "ui").glob("*.py")) + sorted((ROOT / "features").glob("*.py")) + [ROOT / "app.py"]
HOSTILE = (
    '<img src="file:///etc/hostname">',
    '<a href="http://example.invalid">x</a>',
    "![y](http://example.invalid/y.png) [z](http://example.invalid)",
    "<script>z</script><style>*{display:none}</style>",
    "<table><tr><td>x</table><!-- ",
    "&lt;b&gt;&amp;#60;b&#62;",
)
"""What browsers, Markdown and Qt's labels would each take for more than characters."""
SHOWING = {"QLabel", "QTextBrowser", "QTextEdit", "QErrorMessage"}
OURS = {"plain_label.py", "quiet_browser.py"}
"""What may build Qt's own: the two that take its guessing away."""


@pytest.fixture
def scheme() -> Scheme:
    return read_scheme(places.shipped("seeds", "scheme.json").read_text(encoding="utf-8"), "scheme.json")


@pytest.fixture
def theme() -> Theme:
    return load_theme(is_dark=False, language="zh")


def named(scheme: Scheme, words: str) -> Scheme:
    """Return the scheme with all words of its first label replaced."""
    said = Words(words, words)
    label = replace(scheme.labels[0], name=said, definition=said, boundary=said, examples=(words,))
    return replace(scheme, labels=(label, *scheme.labels[1:]))


def shows_as_written(document: QTextDocument, words: str) -> bool:
    """Whether the document holds the words as characters, and neither a picture nor a link."""
    cursor = QTextCursor(document)
    while cursor.movePosition(QTextCursor.MoveOperation.NextCharacter):
        kind = cursor.charFormat()
        if kind.isImageFormat() or kind.isAnchor():
            return False
    return " ".join(words.split()) in " ".join(document.toPlainText().split())


def calls(path: Path) -> Iterator[tuple[str, ast.Call]]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name | ast.Attribute):
            yield node.func.id if isinstance(node.func, ast.Name) else node.func.attr, node


@pytest.mark.parametrize("path", UI, ids=lambda path: path.name)
def test_no_widget_that_guesses_is_built(path: Path) -> None:
    assert path.name in OURS or not {name for name, _ in calls(path)} & SHOWING
    subclasses = (node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.ClassDef))
    for node in subclasses:
        if path.name not in OURS and any(isinstance(base, ast.Name) and base.id in SHOWING for base in node.bases):
            assert "setTextFormat(Qt.TextFormat.PlainText)" in ast.unparse(node), f"{node.name} guesses"


def is_known(node: ast.expr) -> bool:
    """Whether a tool tip's words come from the program itself, or are escaped."""
    match node:
        case ast.Constant() | ast.Call(func=ast.Name(id="tip")) | ast.Call(func=ast.Attribute(attr="translate" | "tr")):
            return True
        case ast.Call(func=ast.Name(id="words" | "_tr")):
            return True
        case ast.IfExp(body=body, orelse=other):
            return is_known(body) and is_known(other)
        case _:
            return "escape" in ast.unparse(node)


TIPS_OF_THE_PROGRAM = {"spec.hint", "f'{action.text()}   {first}' if first else action.text()", "f'Alt {at + 1}'"}


def test_every_tool_tip_is_of_the_program_or_escaped() -> None:
    said = {ast.unparse(node.args[0]): is_known(node.args[0]) for path in UI for name, node in calls(path) if name == "setToolTip"}
    assert len(said) > 5
    assert {words for words, known in said.items() if not known} <= TIPS_OF_THE_PROGRAM


def test_every_model_that_gives_tool_tips_escapes_them() -> None:
    giving = [path for path in UI if "ToolTipRole" in path.read_text(encoding="utf-8")]
    assert len(giving) > 5
    assert [path.name for path in giving if not any(name == "tip" for name, _ in calls(path))] == []


@pytest.mark.parametrize("words", HOSTILE)
def test_a_label_shows_characters(words: str, qtbot: QtBot) -> None:
    label = PlainLabel(words)
    qtbot.addWidget(label)
    assert label.textFormat() is Qt.TextFormat.PlainText
    label.setText(words)
    assert label.text() == words


@pytest.mark.parametrize("words", [*HOSTILE, "two\nlines <b>", "a < b"])
def test_a_tool_tip_shows_characters(words: str, qtbot: QtBot) -> None:
    document = QTextDocument()
    told = tip(words)
    document.setHtml(told) if told.startswith("<qt>") else document.setPlainText(told)
    assert shows_as_written(document, words)
    assert "<" not in words or told.startswith("<qt>")


def test_a_tool_tip_of_ordinary_words_is_left_alone() -> None:
    assert tip("第 3 篇\n页.txt") == "第 3 篇\n页.txt"


@pytest.mark.parametrize("words", HOSTILE)
def test_a_ruling_shows_characters(words: str, qtbot: QtBot, scheme: Scheme, theme: Theme) -> None:
    page = RulingPage(theme, named(scheme, words), may_answer=True)
    qtbot.addWidget(page)
    label = scheme.labels[0].id
    ruling = Ruling("a" * 24, 0, 2, words, label, words, words, marked=True, by=words, at="2026-01-01T00:00:00Z")
    question = Question("d", "a" * 24, words, None, 0, 2, words, words, words, label, words, words, "2026-01-01T00:00:00Z", ruling)
    page.show_docket(Docket((question,)))
    assert shows_as_written(page.case.document(), words)
    assert page.text.toPlainText() == words
    assert unguessing(page)


@pytest.mark.parametrize("words", HOSTILE)
def test_the_guideline_beside_the_article_and_in_the_palette_shows_characters(
    words: str, qtbot: QtBot, scheme: Scheme, theme: Theme
) -> None:
    hostile = named(scheme, words)
    pane = LabelPane(theme, hostile)
    qtbot.addWidget(pane)
    pane.show_label(scheme.labels[0].id)
    assert shows_as_written(pane._guide.document(), words)
    over = QWidget()
    qtbot.addWidget(over)
    palette = Palette(theme, hostile, over)
    entry = Entry(Group.LABEL, scheme.labels[0].id, words)
    offer = Offer(((Group.LABEL, Catalogue.of((entry,))),), Recent(), guideline=lambda _: pane.guideline(hostile.labels[0]))
    palette.ask(offer)
    assert palette.titles == [words]
    assert shows_as_written(palette._guide.document(), words)
    assert unguessing(palette)


@pytest.mark.parametrize("words", HOSTILE)
def test_the_sheet_of_keys_shows_characters(words: str, qtbot: QtBot, scheme: Scheme, theme: Theme) -> None:
    sheet = KeySheet(theme, named(scheme, words))
    qtbot.addWidget(sheet)
    browser = sheet.findChild(QuietBrowser)
    assert browser is not None
    assert shows_as_written(browser.document(), words)


@pytest.mark.parametrize("words", HOSTILE)
def test_what_a_file_says_was_learned_shows_characters(words: str, theme: Theme) -> None:
    document = QTextDocument()
    document.setHtml(page_of({"examples": words, "kept": words, "marks": words, "tagger": [0.5, 0.5]}, words, theme))
    assert shows_as_written(document, words[:10])


def unguessing(widget: QWidget) -> bool:
    """Whether no label in `widget` guesses, and no list has a tool tip that Qt could take for markup."""
    labels = widget.findChildren(QLabel)
    models = widget.findChildren(QAbstractItemModel)
    tips = [str(model.index(row, 0).data(Qt.ItemDataRole.ToolTipRole) or "") for model in models for row in range(model.rowCount())]
    return all(label.textFormat() is not Qt.TextFormat.AutoText for label in labels) and all(
        "<" not in told or told.startswith("<qt>") for told in tips
    )
