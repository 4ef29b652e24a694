"""Two articles with all that makes offsets go wrong: a rare character, breaks, overlapping and nested mentions, signs of formulas."""

from collections.abc import Sequence

import pytest

from annotator.core.article import ArticleKind, Layout, Segment
from annotator.core.candidate import Candidate
from annotator.core.fold import State, Status
from annotator.core.ids import article_id, sha256_of
from annotator.core.scheme import Colour, Label, Scheme, Words
from annotator.exchange.formats.document import Document, Study
from annotator.exchange.native_jsonl import Line, Mark

PAGE = "𠮷家沟落实产业扶\n贫见实效\n驻村第一书记说：“雨露计划好！”低保户笑了。\n图为=扶贫车间,“𠮷”字牌。\n"
_CUT = PAGE.index("图为")


def _line(start: int, end: int, number: str, kind: ArticleKind, finished: tuple[str, ...]) -> Line:
    text = PAGE[start:end]
    breaks = ((text.index("扶\n贫") + 1, text.index("扶\n贫") + 2),) if "扶\n贫" in text else ()
    layout = Layout(kind, "题", (Segment(0, start, len(text)),), breaks)
    fields = {"日期": "2020-06-01", "报纸": "吉祥县报"}
    return Line(article_id(sha256_of(PAGE), layout.segments), number, "page_007.txt", sha256_of(PAGE), layout, text, finished, fields)


def _mark(line: Line, by: str, surface: str, label: str, status: Status = Status.ACCEPTED, *, programme: str | None = None) -> Mark:
    start = line.text.index(surface)
    source = "hand" if status is Status.ADDED else f"lexicon:{surface.replace(chr(10), '')}"
    note = "=边界?" if programme else None
    target = f"t{start}-{start + len(surface)}-{label}"
    state = State(target, status, start, start + len(surface), label, surface, source, 0.97, None, programme, note)
    return Mark(by, state)


def _candidate(line: Line, surface: str, label: str) -> Candidate:
    start = line.text.index(surface)
    return Candidate(f"c{start}", start, start + len(surface), label, surface, (f"lexicon:{surface}",), 0.5, "whole_word")


@pytest.fixture
def documents() -> tuple[Document, ...]:
    first = _line(0, _CUT, "A0001", ArticleKind.ARTICLE, ("alice", "bob"))
    second = _line(_CUT, len(PAGE), "A0002", ArticleKind.CAPTION, ("bob",))
    alice = (
        _mark(first, "alice", "产业扶\n贫", "INDUSTRY"),
        _mark(first, "alice", "扶\n贫见实", "OTHER", Status.ADDED),
        _mark(first, "alice", "驻村第一书记", "CADRE", Status.MOVED),
        _mark(first, "alice", "第一书记", "OTHER", Status.RELABELLED),
        _mark(first, "alice", "雨露计划", "EDUCATION", programme="yulu"),
    )
    bob = (_mark(first, "bob", "产业扶\n贫", "INDUSTRY"), _mark(first, "bob", "低保", "SAFETYNET", Status.ADDED))
    candidates = (_candidate(first, "低保", "SAFETYNET"), _candidate(first, "笑", "OTHER"))
    rejected = (("alice", _candidate(first, "笑", "OTHER")),)
    of_second = (_mark(second, "bob", "=扶贫车间", "INDUSTRY", Status.ADDED), _mark(second, "bob", "𠮷”字", "OTHER", Status.ADDED))
    return Document(first, alice + bob, candidates, rejected), Document(second, of_second)


def _boundaries(text: str, _breaks: Sequence[tuple[int, int]]) -> Sequence[int]:
    return [*range(0, len(text), 2), len(text)]


@pytest.fixture
def study() -> Study:
    colour = Colour("#1f77b4", "#0f3b5a", "#d2e3f0", "#a5c8e1")
    ids = ("INDUSTRY", "EDUCATION", "CADRE", "SAFETYNET", "OTHER")
    names = ("产业扶贫", "教育与扶志", "驻村帮扶", "兜底保障", "其他")
    labels = tuple(
        Label(i, str(n), Words(name), Words(name), colour, colour) for n, (i, name) in enumerate(zip(ids, names, strict=True), 1)
    )
    scheme = Scheme("test", 1, Words("试", "test"), labels)
    return Study("试验", scheme, ("alice", "bob"), _boundaries, {"yulu": "雨露计划"})
