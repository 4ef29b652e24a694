"""Words from outside are shown as the characters they are: no picture, no link, no formula, no path, and no expression that hangs."""

import json
import shutil
from collections.abc import Iterator
from dataclasses import replace
from importlib import import_module
from pathlib import Path

import pytest
from PySide6.QtGui import QTextCharFormat, QTextDocument
from pytestqt.qtbot import QtBot

from annotator import places
from annotator.core.errors import AnnotatorError
from annotator.core.ruling import Ruling
from annotator.core.scheme import Scheme, scheme_from_json, scheme_to_json
from annotator.core.words import Words
from annotator.exchange.native_jsonl import read_lines
from annotator.exchange.scheme_json import read_scheme
from annotator.project.assigning import assign
from annotator.project.handing_out import hand_out
from annotator.project.workspace import Project
from annotator.suggest.expressions import Encoded, Expression
from annotator.ui.label_pane import LabelPane
from annotator.ui.theme import load_theme

re2 = import_module("re2")

MARKUP = '<img src="file:///etc/hostname"><a href="http://example.invalid">x</a> ![y](http://example.invalid/y.png) <script>z</script>'
_BACKTRACKS = ("(a+)+$", "(a|aa)+$", "(.*a){20}", "(x+x+)+y", "([^扶]*扶?)*贫贫")


@pytest.fixture
def scheme() -> Scheme:
    return read_scheme(places.shipped("seeds", "scheme.json").read_text(encoding="utf-8"), "scheme.json")


def formats(document: QTextDocument) -> Iterator[QTextCharFormat]:
    """Yield the format of every run of the document."""
    block = document.begin()
    while block.isValid():
        run = block.begin()
        while not run.atEnd():
            yield run.fragment().charFormat()
            run += 1
        block = block.next()


def test_a_label_that_is_markup_is_shown_as_it_is_written(qtbot: QtBot, scheme: Scheme) -> None:
    said = Words(MARKUP, MARKUP)
    label = replace(scheme.labels[0], name=said, definition=said, boundary=said, examples=(MARKUP,))
    pane = LabelPane(load_theme(is_dark=False, language="zh"), replace(scheme, labels=(label, *scheme.labels[1:])))
    qtbot.addWidget(pane)
    ruling = Ruling("a" * 24, 0, 2, MARKUP, label.id, MARKUP, MARKUP, marked=True, by=MARKUP, at="2026-01-01T00:00:00Z")
    pane.show_rulings({label.id: (ruling,)})
    pane.show_label(label.id)
    document = pane._guide.document()
    assert document.toPlainText().count(MARKUP) >= 4
    assert not [one for one in formats(document) if one.isImageFormat() or one.isAnchor()]


def test_a_colour_that_is_markup_is_refused(scheme: Scheme) -> None:
    data = json.loads(scheme_to_json(scheme))
    text = json.dumps(data).replace(scheme.labels[0].light.line, f"#000{MARKUP}".replace('"', '\\"'))
    with pytest.raises(AnnotatorError):
        read_scheme(text, "f")


def test_a_colour_in_a_project_that_is_markup_is_refused(scheme: Scheme) -> None:
    text = scheme_to_json(scheme).replace(scheme.labels[0].light.line, "#000' onload='x")
    with pytest.raises((AnnotatorError, ValueError)):
        scheme_from_json(text)


@pytest.mark.parametrize("name", ["../../x", "a/b", "a\\b", "..", "C:x", "con", "a\0b", "\u202egpj", "x" * 400, "扶" * 400])
def test_a_name_that_is_a_path_stays_in_the_folder(name: str, sample: Path, tmp_path: Path) -> None:
    lead, out = Path(shutil.copyfile(sample, tmp_path / "lead.annot")), tmp_path / "deep" / "out"
    with Project.open(lead) as project:
        try:
            assign(project, [name])
            handed = hand_out(project, out)
        except AnnotatorError:
            handed = []
    assert all(one.path.resolve().parent == out.resolve() for one in handed)
    found = {path.relative_to(tmp_path).parts[0] for path in tmp_path.rglob("*") if path.is_file()}
    assert found <= {"lead.annot", ".lead.annot.lock", "deep"}


@pytest.mark.parametrize("pattern", _BACKTRACKS)
def test_an_expression_that_backtracks_elsewhere_is_matched_by_automaton(pattern: str) -> None:
    expression = Expression(pattern)
    assert isinstance(expression._regexp, re2._Regexp)
    # Time is linear in the text times the size of the program, which RE2 bounds by its memory.
    assert expression._regexp.programsize < 20_000
    list(expression.spans(Encoded("a" * 50_000 + "!")))


@pytest.mark.parametrize("pattern", ["((((a{100}){100}){100}){100})", "(?:扶{1000}){1000}", "(" * 5_000, "a**", "(?=a)", r"(a)\1"])
def test_an_expression_that_is_too_large_or_none_is_refused(pattern: str) -> None:
    with pytest.raises(re2.error):
        list(Expression(pattern).spans(Encoded("a")))


@pytest.mark.parametrize(
    "line", ['{"text": "' + "扶" * 3_000_000 + '"}', '{"text": "x", "meta": ' + "[" * 200_000, "[" * 3_000_000, '"' * 3_000_000]
)
def test_a_line_of_megabytes_is_read_or_refused(line: str) -> None:
    try:
        (found,) = read_lines(line, "f")
    except AnnotatorError as error:
        assert len(str(error)) < 2_000
    else:
        assert len(found.text) == 3_000_000
