"""DocBin: spaCy itself loads what is written, trains on it, and what it wrote is read back."""

import struct
import sys
import zlib
from collections.abc import Sequence
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.cli.init_config import init_config
from spacy.cli.train import train
from spacy.tokens import Doc, DocBin, Span

from annotator.core.article import ArticleKind, Layout, Segment
from annotator.core.errors import AnnotatorError, ExportError, InputError
from annotator.exchange.formats.document import Document, Options, Study, Tokens
from annotator.exchange.formats.spacy_docbin import SpacyDocBin
from annotator.exchange.formats.spacy_layers import cut
from annotator.exchange.native_jsonl import Line, LineIn
from annotator.exchange.reading_spans import spacy_docbin
from annotator.exchange.reading_spans.spacy_msgpack import Allowance, unpacked

# It has no types.
srsly: Any = import_module("srsly")

GOLDEN = Path(__file__).parents[2] / "golden" / "formats" / "study.spacy"

Place = tuple[int, int, str, str]

# The smallest network that can learn anything, for a few steps.
SMALL = {
    "components.tok2vec.model.encode.width": 8,
    "components.tok2vec.model.encode.depth": 1,
    "components.ner.model.hidden_width": 8,
    "training.max_steps": 4,
    "training.eval_frequency": 2,
}


def _write(documents: Sequence[Document], study: Study, out: Path, options: Options = Options()) -> list[Doc]:  # noqa: B008
    SpacyDocBin().write(documents, study, options, out)
    return list(DocBin().from_disk(out).get_docs(spacy.blank("zh").vocab))


def _places(spans: Sequence[Span]) -> list[Place]:
    return [(span.start_char, span.end_char, span.label_, span.text) for span in spans]


def _marks(document: Document, name: str | None = None) -> list[Place]:
    states = {mark.state.span: mark.state for mark in document.marks if name in {None, mark.by}}
    return sorted((s.start, s.end, s.label, s.surface) for s in states.values())


def _read(data: bytes) -> list[LineIn]:
    return list(spacy_docbin.read_docbin(data, "x.spacy"))


def test_spacy_finds_every_text_and_every_span_where_it_was(
    library_documents: tuple[Document, ...], library_study: Study, tmp_path: Path
) -> None:
    docs = _write(library_documents, library_study, tmp_path / "x.spacy")
    assert [doc.text for doc in docs] == [document.line.text for document in library_documents]
    for doc, document in zip(docs, library_documents, strict=True):
        assert _places(list(doc.spans["mentions"])) == _marks(document)
        for name in {mark.by for mark in document.marks}:
            assert _places(list(doc.spans[f"mentions:{name}"])) == _marks(document, name)
    assert _places(list(docs[0].spans["rejected"])) == [(*_rejected(library_documents[0]), "低保户")]
    assert _places(list(docs[2].spans["candidates"])) == [(5, 7, "INDUSTRY", "并网")]
    assert docs[0].user_data == {"id": f"{1:024x}", "number": "A0001", "title": "题1"}
    assert [span.kb_id_ for span in docs[0].spans["mentions"] if span.text == "雨露计划"] == ["yulu"]


def _rejected(document: Document) -> tuple[int, int, str]:
    (_, candidate), *_ = document.rejected
    return candidate.start, candidate.end, candidate.label


def test_entities_are_one_layer_in_which_the_longest_stays(
    library_documents: tuple[Document, ...], library_study: Study, tmp_path: Path
) -> None:
    losses = SpacyDocBin().write(library_documents, library_study, Options(), tmp_path / "x.spacy")
    first = next(DocBin().from_disk(tmp_path / "x.spacy").get_docs(spacy.blank("zh").vocab))
    assert [span.text for span in first.ents] == ["产业扶\n贫", "驻村第一书记", "雨露计划", "”<&>𠮷", "低保", "扶贫车间"]
    assert [(loss.what, loss.count) for loss in losses] == [("note", 1), ("overlap", 2)]
    assert losses[1].examples == ("A0001 “第一书记” 13–17", "A0001 “书记 说” 15–19")


def test_where_nobody_finished_spacy_is_not_told_that_the_rest_is_no_entity(
    library_documents: tuple[Document, ...], library_study: Study, tmp_path: Path
) -> None:
    docs = _write(library_documents, library_study, tmp_path / "x.spacy")
    assert {token.ent_iob_ for token in docs[1]} == {"O"}
    assert {token.ent_iob_ for token in docs[2]} == {"B", "I", ""}


def test_a_span_that_cuts_a_word_is_left_out_and_told(
    library_documents: tuple[Document, ...], library_study: Study, tmp_path: Path
) -> None:
    losses = SpacyDocBin().write(library_documents, library_study, Options(tokens=Tokens.WORDS), tmp_path / "x.spacy")
    docs = list(DocBin().from_disk(tmp_path / "x.spacy").get_docs(spacy.blank("zh").vocab))
    kept = {place for doc in docs for place in _places(list(doc.spans["mentions"]))}
    asked = {place for document in library_documents for place in _marks(document)}
    assert kept == {place for place in asked if place[0] % 2 == place[1] % 2 == 0}
    (edge,) = (loss for loss in losses if loss.what == "token_edge")
    assert edge.count == len(asked - kept) + 2  # and the rejected candidate, and the proposed one


def test_a_word_begins_behind_a_break_even_where_the_boundary_is_said_to_be_before_it(library_study: Study) -> None:
    line = Line("a", "A0001", "p", "00", Layout(ArticleKind.ARTICLE, "", (Segment(0, 0, 9),), ((4, 5), (6, 7))), "产业扶贫\n低\n保户")
    words = cut(line, replace(library_study, boundaries=lambda _text, _breaks: [0, 4, 8, 9]), Options(tokens=Tokens.WORDS))
    assert words.tokens(line.text) == ["产业扶贫", "\n", "低\n保", "户"]


def test_spacy_trains_on_it(library_documents: tuple[Document, ...], library_study: Study, tmp_path: Path) -> None:
    data, config = tmp_path / "x.spacy", tmp_path / "config.cfg"
    _write(library_documents, library_study, data)
    init_config(lang="zh", pipeline=["ner"]).to_disk(config)
    train(config, tmp_path / "model", overrides={"paths.train": str(data), "paths.dev": str(data), **SMALL})
    trained = spacy.load(tmp_path / "model" / "model-last")
    assert set(trained.get_pipe("ner").labels) == {"INDUSTRY", "CADRE", "EDUCATION", "SAFETYNET"}  # type: ignore[attr-defined]


def test_the_same_documents_are_the_same_bytes(library_documents: tuple[Document, ...], library_study: Study, tmp_path: Path) -> None:
    for name in "ab":
        SpacyDocBin().write(library_documents, library_study, Options(), tmp_path / name)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()
    # Another zlib may pack the same content otherwise.
    assert zlib.decompress((tmp_path / "a").read_bytes()) == zlib.decompress(GOLDEN.read_bytes())


def test_a_surface_that_does_not_stand_there_is_not_written(
    library_documents: tuple[Document, ...], library_study: Study, tmp_path: Path
) -> None:
    first = library_documents[0]
    moved = Document(library_documents[1].line, first.marks)
    with pytest.raises(ExportError, match="A0002"):
        SpacyDocBin().write([moved], library_study, Options(), tmp_path / "x.spacy")


def test_without_spacy_a_sentence_says_how_to_get_it(
    library_documents: tuple[Document, ...], library_study: Study, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "spacy.tokens", None)
    with pytest.raises(ExportError, match="pip install spacy"):
        SpacyDocBin().write(library_documents, library_study, Options(), tmp_path / "x.spacy")
    monkeypatch.setitem(sys.modules, "spacy.strings", None)
    with pytest.raises(InputError, match="pip install spacy"):
        _read(GOLDEN.read_bytes())


def test_what_was_written_is_read_back(library_documents: tuple[Document, ...]) -> None:
    lines = _read(GOLDEN.read_bytes())
    assert [(line.id, line.text, line.title) for line in lines] == [
        (document.line.id, document.line.text, document.line.layout.title) for document in library_documents
    ]
    for line, document in zip(lines, library_documents, strict=True):
        proposed = [(c.start, c.end, c.label, c.surface) for c in document.candidates]
        assert [(s.start, s.end, s.label, s.text) for s in line.spans or ()] == sorted([*_marks(document), *proposed])


def test_what_spacy_wrote_is_read_with_its_spaces_and_symbols() -> None:
    # `X`, `PERSON` and `ORG` are numbers of their own to spaCy, not hashes.
    nlp = spacy.blank("en")
    doc = nlp("Mr X met 𠮷田 of Acme Ltd .")
    doc.ents = [Span(doc, 1, 2, "PERSON"), Span(doc, 3, 4, "PERSON"), Span(doc, 5, 7, "ORG")]
    doc.spans["sc"] = [Span(doc, 5, 6, "ORG"), Span(doc, 0, 2, "PERSON"), Span(doc, 1, 3)]
    doc.spans["rejected:bob"] = [Span(doc, 2, 3, "ORG")]
    (line,) = _read(DocBin(docs=[doc, nlp("")]).to_bytes())
    assert line.text == doc.text
    assert [span.text for span in line.spans or ()] == ["Mr X", "X", "𠮷田", "Acme", "Acme Ltd"]
    assert [span.label for span in line.spans or ()] == ["PERSON", "PERSON", "PERSON", "ORG", "ORG"]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"no file of spaCy",
        zlib.compress(b"\x81"),
        zlib.compress(b"\xdd\xff\xff\xff\xff"),
        zlib.compress(b"\x91" * 100_000),
        GOLDEN.read_bytes()[:-4],
    ],
)
def test_what_is_no_docbin_or_made_to_overload_is_refused(data: bytes) -> None:
    with pytest.raises(InputError, match=r"x\.spacy"):
        _read(data)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("attrs", [77, 78, 452]),
        ("attrs", 5),
        ("tokens", "text"),
        ("tokens", b"\0" * 8),
        ("spaces", b""),
        ("lengths", struct.pack("<3i", -1, 30, 33)),
        ("strings", []),
        ("span_groups", [srsly.msgpack_dumps({srsly.msgpack_dumps({"name": "x", "spans": [5]}): ["x"]})]),
        ("span_groups", [srsly.msgpack_dumps([srsly.msgpack_dumps({"name": "x", "spans": [bytes(23) + b"\1" + bytes(16)]})])]),
        ("span_groups", [b"\x81\x90\x90"]),
        ("user_data", [b"\xc1"]),
    ],
)
def test_numbers_that_do_not_fit_together_are_refused(field: str, value: object) -> None:
    message = srsly.msgpack_loads(zlib.decompress(GOLDEN.read_bytes()))
    message[field] = value
    with pytest.raises(InputError, match="damaged"):
        _read(zlib.compress(srsly.msgpack_dumps(message)))
    with pytest.raises(InputError, match="no map"):
        _read(zlib.compress(srsly.msgpack_dumps([message])))


def test_a_text_longer_than_any_article_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spacy_docbin, "LONGEST_TEXT", 20)
    with pytest.raises(InputError, match="more than 20 characters"):
        _read(GOLDEN.read_bytes())
    monkeypatch.setattr(spacy_docbin, "LARGEST_FILE", 20)
    with pytest.raises(InputError, match="more than 20 bytes"):
        _read(GOLDEN.read_bytes())


def test_many_small_values_are_refused_before_they_fill_the_memory() -> None:
    with pytest.raises(ValueError, match="too many values"):
        unpacked(b"\xdd\x00\x98\x96\x80" + b"\x90" * 10_000_000, Allowance(1000))


def test_a_file_that_unpacks_without_end_is_refused_before_it_is_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spacy_docbin, "LARGEST_UNPACKED", 1000)
    with pytest.raises(InputError, match="unpacks to more"):
        _read(zlib.compress(bytes(1_000_000)))


@given(st.data())
def test_a_damaged_file_ends_in_a_sentence_and_nothing_else(data: st.DataObject) -> None:
    content = bytearray(zlib.decompress(GOLDEN.read_bytes()))
    for _ in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    try:
        lines = _read(zlib.compress(bytes(content[: data.draw(st.integers(1, len(content)))]), 1))
    except AnnotatorError as error:
        assert "x.spacy" in str(error)
    else:
        assert all(line.text[span.start : span.end] == span.text for line in lines for span in line.spans or ())


@given(st.binary(max_size=200))
def test_messages_of_any_bytes_are_values_or_refused(data: bytes) -> None:
    try:
        unpacked(data, Allowance(1000))
    except ValueError as error:
        assert str(error)
