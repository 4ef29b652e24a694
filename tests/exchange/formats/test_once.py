"""An article without its repeats: what is left says the same of the same characters."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from annotator.core.article import ArticleKind, Layout, Repeat, Segment
from annotator.core.candidate import Candidate
from annotator.core.fold import State, Status
from annotator.exchange.formats.document import Document
from annotator.exchange.formats.once import marks_once, repeated, text_once
from annotator.exchange.native_jsonl import Line, Mark

PAGE = "".join(chr(0x4E00 + i) if i % 9 else "\n" for i in range(1, 80))
RANGES = st.tuples(st.integers(0, 70), st.integers(1, 78)).filter(lambda r: r[0] < r[1])


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """Draw an article of two segments of a page in the other order, with repeats, breaks and spans anywhere."""
    cut = draw(st.integers(1, len(PAGE) - 1))
    segments = (Segment(0, cut, len(PAGE) - cut), Segment(len(PAGE) - cut, 0, cut))
    text = PAGE[cut:] + PAGE[:cut]
    repeats = tuple(Repeat(start, end, 0) for start, end in draw(st.lists(RANGES, max_size=3)))
    breaks = tuple((at, at + 1) for at, char in enumerate(text) if char == "\n" and draw(st.booleans()))
    layout = Layout(ArticleKind.ARTICLE, "", segments, breaks, repeats)
    spans = draw(st.lists(RANGES, max_size=5))
    marks = tuple(Mark("a", State(f"t{i}", Status.ADDED, s, e, "X", text[s:e])) for i, (s, e) in enumerate(spans))
    candidates = tuple(Candidate(f"c{i}", s, e, "X", text[s:e], ("x",), 0.5) for i, (s, e) in enumerate(draw(st.lists(RANGES, max_size=3))))
    return Document(Line("id", "A0001", "p.txt", "00", layout, text), marks, candidates, tuple(("a", c) for c in candidates))


@given(document=documents())
def test_what_is_left_stands_where_it_says(document: Document) -> None:
    once, gone = text_once(document)
    text, layout = once.line.text, once.line.layout
    left: list[State | Candidate] = [*(mark.state for mark in once.marks), *once.candidates, *(c for _, c in once.rejected)]
    for span in left:
        assert text[span.start : span.end] == span.surface
    assert layout.text(PAGE) == text
    assert all(text[start:end] == "\n" for start, end in layout.breaks)
    assert gone == len(document.marks) + len(document.candidates) - len(once.marks) - len(once.candidates)
    assert all(ord(char) in map(ord, document.line.text) for char in text)
    assert text.strip()


@given(document=documents())
def test_only_what_lies_in_a_repeat_goes(document: Document) -> None:
    cuts = repeated(document.line.layout, document.line.text)
    assert all(before[1] <= after[0] for before, after in pairwise(cuts))
    left, _ = marks_once(document)
    assert left.line == document.line
    for mark in document.marks:
        is_inside = any(start <= mark.state.start and mark.state.end <= end for start, end in cuts)
        assert (mark in left.marks) is not is_inside


def test_an_article_without_repeats_stays_the_same_object() -> None:
    document = Document(Line("id", "A0001", "p.txt", "00", Layout(ArticleKind.ARTICLE, "", (Segment(0, 0, 2),)), "扶贫"))
    assert text_once(document) == (document, 0)
    assert text_once(document)[0] is document
