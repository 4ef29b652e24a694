"""What is written is read back the same: any text, breaks, spans and units, for what each format can hold."""

import csv
import re
import tempfile
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.core.article import ArticleKind, Layout, Segment
from annotator.core.display import DisplayMap
from annotator.core.fold import State, Status
from annotator.core.ids import article_id, sha256_of
from annotator.core.scheme import Colour, Label, Scheme, Words
from annotator.exchange.formats.brat import Brat
from annotator.exchange.formats.conll import Conll, flat
from annotator.exchange.formats.doccano import Doccano
from annotator.exchange.formats.document import Document, Format, Options, Study, Tags, Tokens, Unit
from annotator.exchange.formats.healing import healed
from annotator.exchange.formats.label_studio import LabelStudio
from annotator.exchange.formats.mention_table import MentionCsv, MentionWorkbook
from annotator.exchange.formats.prodigy import Prodigy
from annotator.exchange.formats.standoff import Standoff, rehydrate
from annotator.exchange.native_jsonl import Line, LineIn, Mark
from annotator.exchange.reading_spans import (
    SpanFormat,
    detect,
    read_brat_folder,
    read_conll,
    read_doccano,
    read_label_studio,
    read_prodigy,
)

LABELS = ("INDUSTRY", "B-x", "O_1")
COLOUR = Colour("#1f77b4", "#0f3b5a", "#d2e3f0", "#a5c8e1")
SCHEME = Scheme("t", 1, Words("t", "t"), tuple(Label(i, "", Words(i), Words(i), COLOUR, COLOUR) for i in LABELS))
few = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
spans_in = Callable[[Path], Iterable[LineIn]]

texts = st.text(alphabet='扶贫产业𠮷😀 ab#="\\\t\n\n。！”\u3000\u2028\x85\u200b\ufeff\x1f', min_size=1, max_size=40).filter(
    lambda text: bool(text.strip())
)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    text = draw(texts)
    breaks = tuple(match.span() for match in re.finditer("\n+", text) if draw(st.booleans()))
    ranges = st.tuples(st.integers(0, len(text) - 1), st.integers(1, len(text))).filter(lambda r: r[0] < r[1])
    spans = draw(st.lists(st.tuples(ranges, st.sampled_from(LABELS)), max_size=6, unique=True))
    states = [
        State(f"t{i}", Status.ADDED, start, end, label, text[start:end], "hand", 1.0)
        for i, ((start, end), label) in enumerate(sorted(spans))
    ]
    segments = (Segment(0, 0, len(text)),)
    sha256 = sha256_of(text)
    line = Line(article_id(sha256, segments), "A0001", "p.txt", sha256, Layout(ArticleKind.ARTICLE, "", segments, breaks), text, ("a",))
    return Document(line, tuple(Mark("a", state) for state in states))


def _halves(text: str, _breaks: Sequence[tuple[int, int]]) -> Sequence[int]:
    return [*range(0, len(text), 2), len(text)]


STUDY = Study("t", SCHEME, ("a",), _halves)


def _read(kind: Format, document: Document, options: Options, read: spans_in) -> list[LineIn]:
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / f"out{kind.suffix}"
        kind.write([document], STUDY, options, out)
        assert detect(out) == SpanFormat(kind.name)
        return list(read(out))


def _spans(line: LineIn) -> list[tuple[int, int, str]]:
    return sorted({(s.start, s.end, s.label) for s in line.spans or ()})


def _marks(states: Iterable[State]) -> list[tuple[int, int, str]]:
    return sorted((s.start, s.end, s.label) for s in states)


def _text(path: Path) -> str:
    return path.read_bytes().decode("utf-8")


@pytest.mark.parametrize("cut", list(Tokens))
@few
@given(document=documents(), heal=st.booleans())
def test_prodigy_holds_every_span(document: Document, cut: Tokens, *, heal: bool) -> None:
    expected = healed(document) if heal else document
    (line,) = _read(Prodigy(), document, Options(tokens=cut, healed=heal), lambda p: read_prodigy(_text(p), p.name))
    assert (line.text, line.id) == (expected.line.text, document.line.id)
    assert _spans(line) == _marks(mark.state for mark in expected.marks)


@pytest.mark.parametrize(("unit", "told"), [(Unit.OWN, Unit.UTF16), (Unit.CODE_POINTS, Unit.CODE_POINTS), (Unit.UTF16, Unit.UTF16)])
@few
@given(document=documents(), heal=st.booleans())
def test_doccano_holds_every_span(document: Document, unit: Unit, told: Unit, *, heal: bool) -> None:
    expected = healed(document) if heal else document
    (line,) = _read(Doccano(), document, Options(unit=unit, healed=heal), lambda p: read_doccano(_text(p), p.name, told))
    assert (line.text, line.id) == (expected.line.text, document.line.id)
    assert _spans(line) == _marks(mark.state for mark in expected.marks)


@pytest.mark.parametrize("unit", [Unit.OWN, Unit.UTF16])
@few
@given(document=documents())
def test_label_studio_holds_every_span(document: Document, unit: Unit) -> None:
    told = Unit.UTF16 if unit is Unit.UTF16 else Unit.CODE_POINTS
    (line,) = _read(LabelStudio(), document, Options(unit=unit), lambda p: read_label_studio(_text(p / "tasks.json"), p.name, told))
    assert (line.text, line.id) == (document.line.text, document.line.id)
    assert _spans(line) == _marks(mark.state for mark in document.marks)


@few
@given(document=documents(), heal=st.booleans())
def test_brat_holds_every_span_but_for_blanks_at_its_ends(document: Document, *, heal: bool) -> None:
    expected = healed(document) if heal else document
    (line,) = _read(Brat(), document, Options(healed=heal), read_brat_folder)
    assert line.text == expected.line.text
    assert _spans(line) == _trimmed(mark.state for mark in expected.marks)


@pytest.mark.parametrize("cut", list(Tokens))
@pytest.mark.parametrize("tags", list(Tags))
@few
@given(document=documents(), heal=st.booleans())
def test_conll_holds_every_span_that_overlaps_none_kept(document: Document, cut: Tokens, tags: Tags, *, heal: bool) -> None:
    expected = healed(document) if heal else document
    (line,) = _read(Conll(), document, Options(tokens=cut, tags=tags, healed=heal), lambda p: read_conll(_text(p), p.name))
    kept, _ = flat(mark.state for mark in expected.marks if mark.state.surface.strip())
    assert (line.text, line.id) == (expected.line.text, document.line.id)
    assert _spans(line) == _trimmed(kept)


def _trimmed(states: Iterable[State]) -> list[tuple[int, int, str]]:
    found = set()
    for s in states:
        if s.surface.strip():
            start = s.start + len(s.surface) - len(s.surface.lstrip())
            found.add((start, start + len(s.surface.strip()), s.label))
    return sorted(found)


@few
@given(document=documents(), heal=st.booleans())
def test_standoff_and_the_page_are_the_document(document: Document, *, heal: bool) -> None:
    expected = healed(document) if heal else document
    with tempfile.TemporaryDirectory() as folder:
        Standoff().write([document], STUDY, Options(healed=heal), Path(folder) / "out.jsonl")
        (Path(folder) / "own").mkdir()
        # A leading byte-order mark of a page is stripped when it is read, so a page never begins with one.
        (Path(folder) / "own" / "p.txt").write_bytes(b"\xef\xbb\xbf" + document.line.text.encode())
        found = rehydrate(Path(folder) / "out.jsonl", Path(folder) / "own", lambda data: data.decode("utf-8-sig"))
    if document.line.text.startswith("\ufeff"):
        return
    assert found.refused == ()
    (again,) = found.documents
    assert again.line.text == expected.line.text
    assert again.line.layout == expected.line.layout
    assert _marks(m.state for m in again.marks) == _marks(m.state for m in expected.marks)


_blanks = st.sampled_from(["", " ", "\n", "\u3000\u3000", "\r\n", "\u200b"])


@few
@given(document=documents(), blanks=st.lists(_blanks, min_size=60, max_size=60))
def test_standoff_and_a_copy_with_any_other_white_space_are_the_mentions(document: Document, blanks: Sequence[str]) -> None:
    bare = [char for char in document.line.text if _squeeze(char)]
    other = "".join(char + blank for char, blank in zip(bare, blanks, strict=False))
    with tempfile.TemporaryDirectory() as folder:
        Standoff().write([document], STUDY, Options(), Path(folder) / "out.jsonl")
        (Path(folder) / "own").mkdir()
        (Path(folder) / "own" / "p.txt").write_bytes(other.encode())
        found = rehydrate(Path(folder) / "out.jsonl", Path(folder) / "own")
    if not bare:
        return
    (again,) = found.documents
    assert _squeeze(again.line.text) == "".join(bare)
    assert all(again.line.text[m.state.start : m.state.end] == m.state.surface for m in again.marks)
    expected = {m.state.target: _squeeze(m.state.surface) for m in document.marks}
    assert {m.state.target: _squeeze(m.state.surface) for m in again.marks} == {t: s for t, s in expected.items() if s}
    assert len(found.refused) == sum(not s for s in expected.values())


def _squeeze(text: str) -> str:
    return "".join(char for char in text if not char.isspace() and char not in "\u200b\ufeff")


@few
@given(document=documents(), heal=st.booleans())
def test_the_csv_table_holds_every_mention(document: Document, *, heal: bool) -> None:
    expected = healed(document) if heal else document
    with tempfile.TemporaryDirectory() as folder:
        MentionCsv().write([document], STUDY, Options(healed=heal), Path(folder) / "out.csv")
        with (Path(folder) / "out.csv").open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
    assert [(int(row["start"]), int(row["end"]), row["label"], row["mention"]) for row in rows] == _cells(expected)


@few
@given(document=documents())
def test_the_workbook_holds_every_mention(document: Document) -> None:
    with tempfile.TemporaryDirectory() as folder:
        MentionWorkbook().write([document], STUDY, Options(), Path(folder) / "out.xlsx")
        book = openpyxl.load_workbook(Path(folder) / "out.xlsx", read_only=True)
        (_, *rows) = list(book.worksheets[0].iter_rows(values_only=True))
        book.close()
    found = [(int(row[4]), int(row[5]), row[6], row[3]) for row in rows]
    # XML has no character for the control codes of the old teleprinters.
    assert found == [(start, end, label, surface.replace("\x1f", "\ufffd")) for start, end, label, surface in _cells(document)]


def _cells(document: Document) -> list[tuple[int, int, str, str]]:
    states = sorted((m.state for m in document.marks), key=lambda s: (s.start, s.end, s.label))
    signs = ("=", "+", "-", "@", "\t", "\r", "\n")
    return [(s.start, s.end, s.label, f"'{s.surface}" if s.surface.startswith(signs) else s.surface) for s in states]


@few
@given(document=documents())
def test_healed_text_is_the_text_without_its_breaks(document: Document) -> None:
    new = healed(document)
    kept = {i for s in document.marks if not s.state.surface.strip("\n") for i in range(s.state.start, s.state.end)}
    gone = {i for start, end in document.line.layout.breaks for i in range(start, end)}
    if not kept & gone:
        assert new.line.text == "".join(c for i, c in enumerate(document.line.text) if i not in gone)
    assert new.line.layout.text(document.line.text) == new.line.text
    assert healed(new) == new


@few
@given(document=documents())
def test_a_healed_span_has_the_characters_that_it_had(document: Document) -> None:
    new = healed(document)
    old = {mark.state.target: mark.state.surface for mark in document.marks}
    for state in (mark.state for mark in new.marks):
        assert state.start < state.end
        assert new.line.text[state.start : state.end] == state.surface
        assert state.surface.replace("\n", "") == old[state.target].replace("\n", "")
    missing = old.keys() - {mark.state.target for mark in new.marks}
    assert {old[target].replace("\n", "") for target in missing} <= {mark.state.surface.replace("\n", "") for mark in new.marks}


@few
@given(document=documents())
def test_the_window_shows_the_characters_of_a_healed_span_in_the_same_order(document: Document) -> None:
    shown = DisplayMap(document.line.text, document.line.layout.breaks)
    new = healed(document)
    again = DisplayMap(new.line.text, new.line.layout.breaks)
    if not new.line.layout.breaks:
        assert shown.screen == again.screen
