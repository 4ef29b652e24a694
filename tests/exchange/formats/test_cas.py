"""CAS: dkpro-cassis loads both forms and covers the same text; both are read back; XML made to harm is refused."""

import json
from importlib import import_module
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.article import ArticleKind, Layout, Segment
from annotator.core.errors import AnnotatorError, ExportError, InputError
from annotator.core.span import Span
from annotator.exchange.formats.cas import Cas, json_cas, xmi
from annotator.exchange.formats.cas_sentences import sentences, words
from annotator.exchange.formats.cas_types import MENTION, SENTENCE, TOKEN, Annotation
from annotator.exchange.formats.document import Document, Options, Study
from annotator.exchange.native_jsonl import Line, LineIn
from annotator.exchange.reading_spans import cas
from annotator.exchange.utf16 import Utf16

# It has no types.
cassis: Any = import_module("cassis")

GOLDEN = Path(__file__).parents[2] / "golden" / "formats" / "cas"

XMI = (
    '<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore" xmlns:c="http:///webanno/custom.ecore" '
    'xmlns:n="http:///de/tudarmstadt/ukp/dkpro/core/api/ner/type.ecore" xmlns:p="http:///de/tudarmstadt/ukp/dkpro/core/api/x/type.ecore">'
    "{}</xmi:XMI>"
)
SOFA = '<cas:Sofa xmi:id="1" sofaNum="1" sofaID="_InitialView" sofaString="𠮷家沟低保"/>'


def _loaded(folder: Path, number: str) -> tuple[Any, Any]:
    types = cassis.load_typesystem(folder / "TypeSystem.xml")
    from_xmi = cassis.load_cas_from_xmi(folder / "xmi" / f"{number}.xmi", typesystem=types)
    with (folder / "json" / f"{number}.json").open("rb") as stream:
        return from_xmi, cassis.load_cas_from_json(stream)


def _read(data: str | bytes) -> list[LineIn]:
    return list(cas.read_cas(data.encode() if isinstance(data, str) else data, "x.xmi"))


def _in_xml(text: str) -> str:
    return text.replace("\x0b", "\ufffd")


def test_cassis_covers_the_same_text_in_both_forms(library_documents: tuple[Document, ...], library_study: Study, tmp_path: Path) -> None:
    Cas().write(library_documents, library_study, Options(), tmp_path / "out")
    for document in library_documents:
        for loaded in _loaded(tmp_path / "out", document.line.number):
            assert loaded.sofa_string == _in_xml(document.line.text)
            found = [(m.begin, m.end, m.label, m.annotator, m.status, m.get_covered_text()) for m in loaded.select(MENTION)]
            marks = [(m.state.start, m.state.end, m.state.label, m.by, "accepted", _in_xml(m.state.surface)) for m in document.marks]
            proposed = [(c.start, c.end, c.label, None, "candidate", c.surface) for c in document.candidates]
            assert sorted(found, key=str) == sorted([*marks, *proposed], key=str)


def test_every_token_lies_in_one_sentence_and_none_overlap(
    library_documents: tuple[Document, ...], library_study: Study, tmp_path: Path
) -> None:
    Cas().write(library_documents, library_study, Options(), tmp_path / "out")
    loaded, _ = _loaded(tmp_path / "out", "A0001")
    assert [each.get_covered_text() for each in loaded.select(SENTENCE)] == [
        "𠮷水村产业扶\n贫见效。",
        "驻村第一书记\ufffd说：“雨露计划”<&>𠮷\t好。",
        "低保户也参加了扶贫车间。",
    ]
    covered = [len(list(loaded.select_covering(SENTENCE, token))) for token in loaded.select(TOKEN)]
    assert covered == [1] * len(covered)
    assert [each.get_covered_text() for each in loaded.select(TOKEN)][:4] == ["𠮷水", "村产", "业扶", "贫"]


def test_what_xml_cannot_hold_is_replaced_one_for_one_and_told(
    library_documents: tuple[Document, ...], library_study: Study, tmp_path: Path
) -> None:
    losses = Cas().write(library_documents, library_study, Options(), tmp_path / "out")
    assert [(loss.what, loss.count, loss.examples) for loss in losses] == [
        ("control_character", 1, ("A0001",)),
        ("rejected", 1, ("A0001 “低保户” 34–37",)),
    ]


def test_the_files_are_what_they_were(library_documents: tuple[Document, ...], library_study: Study, tmp_path: Path) -> None:
    Cas().write(library_documents[:1], library_study, Options(), tmp_path / "out")
    for name in ("TypeSystem.xml", "xmi/A0001.xmi", "json/A0001.json"):
        assert (tmp_path / "out" / name).read_bytes() == (GOLDEN / name).read_bytes(), name


@pytest.mark.parametrize("name", ["xmi/A0001.xmi", "json/A0001.json"])
def test_what_was_written_is_read_back(library_documents: tuple[Document, ...], name: str) -> None:
    document = library_documents[0]
    (line,) = _read((GOLDEN / name).read_bytes())
    assert (line.id, line.text, line.title) == (document.line.id, _in_xml(document.line.text), "题1")
    asked = {(m.state.start, m.state.end, m.state.label, _in_xml(m.state.surface)) for m in document.marks}
    assert {(s.start, s.end, s.label, s.text) for s in line.spans or ()} == asked
    assert len(line.spans or ()) == len(asked)  # two people made one of them


def test_a_surface_that_does_not_stand_there_is_not_written(
    library_documents: tuple[Document, ...], library_study: Study, tmp_path: Path
) -> None:
    moved = Document(library_documents[1].line, library_documents[0].marks)
    with pytest.raises(ExportError, match="A0002"):
        Cas().write([moved], library_study, Options(), tmp_path / "out")


@given(
    st.text(st.characters(codec="utf-8", exclude_categories=["Cs"], exclude_characters="\ufffe\uffff"), max_size=30),
    st.data(),
)
def test_any_text_and_any_span_survive_both_forms(text: str, data: st.DataObject) -> None:
    text = "".join(char for char in f"𠮷{text}好" if char >= " " or char in "\t\n\r")
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    units = Utf16(text)
    annotations = [Annotation(MENTION, units.units(start), units.units(end), {"label": "一<“\"'&>\n"})]
    for written in (xmi(text, annotations), json_cas(text, annotations)):
        (line,) = _read(written)
        assert line.text == text
        assert [(s.start, s.end, s.label, s.text) for s in line.spans or ()] == [(start, end, "一<“\"'&>\n", text[start:end])]


@given(st.text("甲。！\n 乙”", max_size=40), st.data())
def test_sentences_and_words_are_in_order_apart_and_cut_no_mention(text: str, data: st.DataObject) -> None:
    text = f"{text}丙"
    start = data.draw(st.integers(0, len(text) - 1))
    mention = Span(start, data.draw(st.integers(start + 1, len(text))), "A")
    line = Line("a", "A0001", "p", "00", Layout(ArticleKind.ARTICLE, "", (Segment(0, 0, len(text)),)), text)
    among = sentences(line, [mention])
    tokens = words(line, among, data.draw(st.lists(st.integers(0, len(text)))))
    for ranges in (among, tokens):
        assert all(one[1] <= other[0] for one, other in pairwise(ranges))
        assert "".join("".join(text[first:after].split()) for first, after in ranges) == "".join(text.split())
    inner = [at for at in range(mention.start, mention.end) if not text[at].isspace()]
    assert not inner or any(first <= inner[0] and inner[-1] < after for first, after in among)
    assert all(any(first <= start and end <= after for first, after in among) for start, end in tokens)


def test_entities_of_other_tools_are_taken_and_parts_of_speech_are_not() -> None:
    body = (
        '<cas:NULL xmi:id="0"/><n:NamedEntity xmi:id="2" sofa="1" begin="0" end="4" value="LOC"/>'
        '<p:Lemma xmi:id="3" sofa="1" begin="0" end="4" value="x"/><c:Mention xmi:id="4" sofa="1" begin="4" end="6" label="A"/>'
        '<c:Mention xmi:id="5" sofa="1" begin="4" end="6" label="B" status="rejected"/><c:Other xmi:id="6" sofa="1" begin="4" end="6"/>'
    )
    (line,) = _read(XMI.format(body + SOFA))
    assert [(s.start, s.end, s.label, s.text) for s in line.spans or ()] == [(0, 3, "LOC", "𠮷家沟"), (3, 5, "A", "低保")]


@pytest.mark.parametrize(
    "mention",
    [
        'begin="1" end="4"',  # inside of a rare character
        'begin="0" end="7"',
        'begin="4" end="4"',
        'begin="-1" end="4"',
        'begin="4"',
        'begin="٤" end="٦"',
        f'begin="0" end="{"9" * 5000}"',
    ],
)
def test_an_annotation_that_is_no_range_is_refused(mention: str) -> None:
    with pytest.raises(InputError, match="not a range"):
        _read(XMI.format(f'{SOFA}<c:Mention xmi:id="4" sofa="1" {mention} label="A"/>'))


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (f'<!DOCTYPE x [<!ENTITY a "b">]>{XMI.format(SOFA)}', "document type"),
        (f'<!DOCTYPE x SYSTEM "file:///etc/hostname">{XMI.format(SOFA)}', "document type"),
        ("<html/>", "not XMI"),
        (XMI.format(""), "no text"),
        (XMI.format("<a>" * 300 + "</a>" * 300), "too deep"),
        (XMI.format("<a>"), "not XML"),
        (f'<?xml version="1.0" encoding="klingon"?>{XMI.format(SOFA)}', "encoding"),
        ("", "not XML"),
        ("{", "not JSON"),
        ("{}", "no list"),
        ('{"%FEATURE_STRUCTURES": [1, null, {}]}', "no text"),
        ('{"%FEATURE_STRUCTURES": ' + "[" * 100_000, "not JSON"),
        ("{" * 1_000_001, "too large"),
    ],
)
def test_what_is_no_cas_or_made_to_overload_is_refused_with_its_reason(data: str, why: str) -> None:
    with pytest.raises(InputError, match=why):
        _read(data)


def test_what_is_larger_than_any_article_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cas, "LONGEST_TEXT", 20)
    with pytest.raises(InputError, match="more than 20 characters"):
        _read((GOLDEN / "json" / "A0001.json").read_bytes())
    monkeypatch.setattr(cas, "LARGEST_MARKUP", 20)
    with pytest.raises(InputError, match="more than 20 bytes"):
        _read((GOLDEN / "xmi" / "A0001.xmi").read_bytes())


def test_half_a_character_in_json_takes_the_place_of_one_unit() -> None:
    value = {
        "%FEATURE_STRUCTURES": {
            "1": {"%TYPE": "uima.cas.Sofa", "sofaString": "\ud842家"},
            "2": {"%TYPE": MENTION, "@sofa": 1, "begin": 1, "end": 2, "label": "A"},
        }
    }
    (line,) = _read(json.dumps(value))
    assert line.text == "\ufffd家"
    assert [span.text for span in line.spans or ()] == ["家"]


@pytest.mark.parametrize("name", ["xmi/A0001.xmi", "json/A0001.json"])
@given(data=st.data())
def test_a_damaged_file_ends_in_a_sentence_and_nothing_else(name: str, data: st.DataObject) -> None:
    content = bytearray((GOLDEN / name).read_bytes())
    for _ in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    try:
        lines = _read(bytes(content[: data.draw(st.integers(0, len(content)))]))
    except AnnotatorError as error:
        assert "x.xmi" in str(error)
    else:
        assert all(line.text[span.start : span.end] == span.text for line in lines for span in line.spans or ())
