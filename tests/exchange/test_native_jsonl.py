"""Native JSONL: what is read from a line, what is refused, and that what is written can be read."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.article import ArticleKind, Layout, Repeat, Segment
from annotator.core.candidate import Candidate
from annotator.core.errors import ExportError, InputError
from annotator.core.fold import State, Status
from annotator.exchange.native_jsonl import Line, LineIn, Mark, SpanIn, read_lines, write_annotation, write_candidates, write_ledger

TEXT = "𠮷家沟落实\n产业扶贫"
LAYOUT = Layout(ArticleKind.ARTICLE, "题", (Segment(0, 7, 6), Segment(6, 0, 4)), ((5, 6),), (Repeat(6, 10, 2, "other"),))
LINE = Line("a1", "A0001", "p.txt", "ff" * 32, LAYOUT, TEXT, ("alice",))
STATE = State("c1", Status.ACCEPTED, 6, 10, "INDUSTRY", "产业扶贫", "lexicon:产业扶贫", 0.97, "01", "p7")
CANDIDATE = Candidate("c1", 6, 10, "INDUSTRY", "产业扶贫", ("lexicon:产业扶贫", "learned"), 0.123456, "whole_word")


def _read(*values: object) -> list[LineIn]:
    return list(read_lines("\n".join(json.dumps(value, ensure_ascii=False) for value in values), "x.jsonl"))


def test_a_line_is_written_as_documented() -> None:
    assert json.loads(write_annotation(LINE, [Mark("alice", STATE)])) == {
        "id": "a1",
        "text": TEXT,
        "meta": {
            "number": "A0001",
            "title": "题",
            "kind": "article",
            "page": "p.txt",
            "page_sha256": "ff" * 32,
            "segments": [[0, 7, 6], [6, 0, 4]],
            "breaks": [[5, 6]],
            "repeats": [[6, 10, 2, "other"]],
            "finished": ["alice"],
        },
        "spans": [
            {
                "start": 6,
                "end": 10,
                "label": "INDUSTRY",
                "text": "产业扶贫",
                "id": "c1",
                "by": "alice",
                "status": "accepted",
                "source": "lexicon:产业扶贫",
                "score": 0.97,
                "programme": "p7",
            }
        ],
    }


def test_a_line_is_one_line_of_readable_chinese() -> None:
    written = write_annotation(LINE, [])
    assert "\n" not in written
    assert "产业扶贫" in written


def test_candidates_say_that_they_are_candidates_and_why_they_are_there() -> None:
    (span,) = json.loads(write_candidates(LINE, [CANDIDATE]))["spans"]
    assert (span["status"], span["by"], span["reason"], span["score"]) == ("candidate", None, "whole_word", 0.1235)
    assert (span["source"], span["sources"]) == ("lexicon:产业扶贫", ["lexicon:产业扶贫", "learned"])


def test_the_ledger_layer_says_what_each_person_made_of_a_candidate() -> None:
    written = json.loads(write_ledger(LINE, [], [CANDIDATE], decided={"c1": {"alice": STATE}}, decisions=[], names={}))
    assert written["candidates"][0]["decisions"] == {"alice": "accepted"}
    assert (written["spans"], written["decisions"]) == ([], [])


@pytest.mark.parametrize(
    ("start", "end", "surface"), [(5, 10, "产业扶贫"), (6, 11, "产业扶贫"), (6, 10, "产业扶"), (6, 6, ""), (-4, 10, "产业扶贫")]
)
def test_a_surface_that_does_not_stand_there_is_never_written(start: int, end: int, surface: str) -> None:
    state = State("c1", Status.ACCEPTED, start, end, "INDUSTRY", surface)
    with pytest.raises(ExportError, match="Article A0001 says"):
        write_annotation(LINE, [Mark("alice", state)])
    with pytest.raises(ExportError, match="Article A0001 says"):
        write_candidates(LINE, [Candidate("c1", start, end, "INDUSTRY", surface, (), 1.0)])


def test_what_is_written_is_read_as_it_was() -> None:
    data = write_annotation(LINE, [Mark("alice", STATE)]) + "\n" + write_candidates(LINE, [CANDIDATE]) + "\n"
    span = SpanIn(6, 10, "INDUSTRY", "产业扶贫")
    assert list(read_lines(data, "x.jsonl")) == [LineIn(n, "a1", TEXT, "题", (span,), "article") for n in (1, 2)]


def test_lines_are_counted_with_the_empty_ones() -> None:
    found = list(read_lines('\n{"text": "a"}\r\n \n\n{"text": "b"}', "x.jsonl"))
    assert [(line.number, line.text) for line in found] == [(2, "a"), (5, "b")]


def test_a_line_without_spans_differs_from_one_without_mentions() -> None:
    assert [line.spans for line in _read({"text": "a"}, {"text": "a", "spans": None}, {"text": "a", "spans": []})] == [None, None, ()]


@pytest.mark.parametrize(("line_id", "read"), [("7", "7"), (7, "7"), (None, None)])
def test_an_id_is_text(line_id: object, read: str | None) -> None:
    assert [line.id for line in _read({"id": line_id, "text": "a"})] == [read]


def test_offsets_count_characters_even_where_json_writes_two_halves() -> None:
    raw = r'{"text": "\ud842\udfb7\u5bb6", "spans": [{"start": 1, "end": 2, "label": "X", "text": "\u5bb6"}]}'
    (line,) = read_lines(raw, "x.jsonl")
    assert (line.text, line.spans) == ("𠮷家", (SpanIn(1, 2, "X", "家"),))


def test_a_title_is_one_line() -> None:
    assert [line.title for line in _read({"text": "a", "meta": {"title": " 两行\n 标题 "}}, {"text": "a", "meta": {"title": 3}})] == [
        "两行 标题",
        "",
    ]


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ({"text": "ab", "spans": [{"start": 0, "end": 3, "label": "X"}]}, "x.jsonl, line 2: the span 0–3 should be “a range of the text”"),
        ({"text": "ab", "spans": [{"start": 1, "end": 1, "label": "X"}]}, "x.jsonl, line 2: the span 1–1 should be"),
        ({"text": "ab", "spans": [{"start": 0, "end": 1, "label": "X", "text": "b"}]}, "should be “b”, but the text there is “a”"),
        ({"text": "ab", "spans": [{"start": 0, "end": 1, "label": ""}]}, "x.jsonl, line 2: spans.0.label: "),
        ({"text": "ab", "spans": {"start": 0}}, "x.jsonl, line 2: spans: "),
        ({"text": 3}, "x.jsonl, line 2: text: "),
        (None, "x.jsonl, line 2: the line: "),
    ],
)
def test_a_bad_line_is_refused_by_file_line_and_field(value: object, said: str) -> None:
    with pytest.raises(InputError) as error:
        _read({"text": "ok"}, value)
    assert said in str(error.value)


@given(data=st.text() | st.binary().map(lambda raw: raw.decode("latin-1")))
def test_no_text_whatever_raises_anything_but_the_sentence(data: str) -> None:
    try:
        said = [f"x.jsonl, line {line.number}" for line in read_lines(data, "x.jsonl")]
    except InputError as error:
        said = [str(error)]
    assert all(sentence.startswith("x.jsonl, line ") for sentence in said)


KEYS = ["start", "end", "label", "text", "title"]
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["start", "end", "label", "text", "title"]), inner, max_size=4)
    ),
    max_leaves=8,
)


@given(text=st.text(min_size=1, max_size=10), spans=JSON, meta=JSON, line_id=JSON)
def test_no_value_whatever_gives_a_span_that_is_not_in_its_text(text: str, spans: Any, meta: Any, line_id: Any) -> None:  # noqa: ANN401
    lines, said = [], "x.jsonl, line 1"
    try:
        lines = _read({"id": line_id, "text": text, "spans": spans, "meta": meta})
    except InputError as error:
        said = str(error)
    assert said.startswith("x.jsonl, line 1")
    for line in lines:
        assert all(0 <= span.start < span.end <= len(line.text) for span in line.spans or ())
        assert "\n" not in line.title


@given(
    start=st.integers(-1, 4),
    end=st.integers(-1, 4),
    label=st.text(max_size=2) | st.just("X" * 201),
    said=st.none() | st.sampled_from(["a", "ab", "词"]),
    status=st.none() | st.sampled_from(["accepted", "rejected"]),
    name=st.none() | st.integers(0, 9) | st.text(max_size=2),
    meta=st.none() | st.dictionaries(st.sampled_from(["title", "kind"]), st.text(max_size=4) | st.integers()),
)
def test_plain_lines_are_read_as_those_that_pydantic_has_to_understand(**values: object) -> None:
    span = {key: values[key] for key in ("start", "end", "label", "status")} | {"text": values["said"]}
    line = {"text": "ab词c", "id": values["name"], "meta": values["meta"], "spans": [span]}
    # A whole number written with a point is understood, and leaves the quick way.
    odd = {**line, "spans": [{**span, "start": float(str(values["start"]))}]}
    assert _read_or_said(line) == _read_or_said(odd)


def _read_or_said(line: object) -> object:
    try:
        return _read(line)
    except InputError as error:
        return str(error)


def test_lines_can_be_given_one_by_one() -> None:
    raws = ['{"text": "a"}', " ", '{"text": "b"}']
    assert list(read_lines(iter(raws), "x.jsonl")) == list(read_lines("\n".join(raws), "x.jsonl"))
