"""A small study with all that exports trip over: rare characters, breaks, nested and crossing spans, control characters."""

from collections.abc import Sequence

import pytest

from annotator.core.article import ArticleKind, Layout, Segment
from annotator.core.candidate import Candidate
from annotator.core.fold import State, Status
from annotator.core.scheme import Colour, Label, Scheme, Words
from annotator.exchange.formats.document import Document, Study
from annotator.exchange.native_jsonl import Line, Mark

_COLOUR = Colour("#101010", "#202020", "#303030", "#404040")
# Written for these tests. A name cut by a column, a character beyond U+FFFF, a vertical tab that XML cannot hold.
_FIRST = "𠮷水村产业扶\n贫见效。驻村第一书记\x0b说：“雨露计划”<&>𠮷\t好。\n低保户也参加了扶贫车间。"
_SECOND = "天气预报：晴。\n"
_THIRD = "光伏扶贫 并网。"


def _label(name: str, zh: str) -> Label:
    return Label(name, "", Words(zh, name.title()), Words(zh, name.title()), _COLOUR, _COLOUR, Words(f"{zh}的定义", f"What {name} covers"))


def _words(text: str, breaks: Sequence[tuple[int, int]]) -> list[int]:
    """Cut a text into words of two characters: a stand-in for a dictionary that is the same everywhere."""
    del breaks
    return [*range(0, len(text), 2), len(text)]


def _state(text: str, surface: str, label: str, programme: str | None = None, note: str | None = None) -> State:
    start = text.index(surface)
    return State(f"{label}-{start}", Status.ACCEPTED, start, start + len(surface), label, surface, "hand", programme=programme, note=note)


def _candidate(text: str, surface: str, label: str) -> Candidate:
    start = text.index(surface)
    return Candidate(f"c{start}", start, start + len(surface), label, surface, ("lexicon:x",), 0.25)


def _line(number: int, text: str, finished: tuple[str, ...] = ()) -> Line:
    at = text.find("扶\n贫") + 1
    layout = Layout(ArticleKind.ARTICLE, f"题{number}", (Segment(0, 0, len(text)),), ((at, at + 1),) if at else ())
    return Line(f"{number:024x}", f"A{number:04d}", "p.txt", "ab" * 32, layout, text, finished, {"newspaper": "清溪日报"})


@pytest.fixture
def library_study() -> Study:
    """The scheme, the people and the word boundaries of the documents."""
    labels = (_label("INDUSTRY", "产业扶贫"), _label("CADRE", "驻村帮扶"), _label("EDUCATION", "教育"), _label("SAFETYNET", "兜底保障"))
    scheme = Scheme("poverty", 3, Words("扶贫提及", "Poverty programmes"), labels)
    return Study("清溪扶贫报道", scheme, ("alice", "bob"), _words, {"yulu": "雨露计划"})


@pytest.fixture
def library_documents() -> tuple[Document, ...]:
    """One article with the work of two people, one with nothing in it, one that nobody finished."""
    alice = (
        _state(_FIRST, "产业扶\n贫", "INDUSTRY"),
        _state(_FIRST, "驻村第一书记", "CADRE"),
        _state(_FIRST, "雨露计划", "EDUCATION", programme="yulu", note="边界？"),
        _state(_FIRST, "”<&>𠮷", "EDUCATION"),
    )
    bob = (
        _state(_FIRST, "产业扶\n贫", "INDUSTRY"),
        _state(_FIRST, "第一书记", "CADRE"),
        _state(_FIRST, "书记\x0b说", "SAFETYNET"),
        _state(_FIRST, "低保", "SAFETYNET"),
        _state(_FIRST, "扶贫车间", "INDUSTRY"),
    )
    marks = (*(Mark("alice", state) for state in alice), *(Mark("bob", state) for state in bob))
    rejected = (("alice", _candidate(_FIRST, "低保户", "SAFETYNET")),)
    third = _line(3, _THIRD)
    return (
        Document(_line(1, _FIRST, ("alice", "bob")), marks, (), rejected),
        Document(_line(2, _SECOND, ("bob",))),
        Document(third, (Mark("alice", _state(_THIRD, "光伏扶贫", "INDUSTRY")),), (_candidate(_THIRD, "并网", "INDUSTRY"),)),
    )
