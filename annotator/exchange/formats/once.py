"""An article without the paragraphs that it prints again: who learns from both copies counts everything in them twice.

The paragraphs are cut out of the text and not only left without marks, which would teach that what is marked above is no mention here.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TypeVar

from annotator.core.article import Layout, Segment
from annotator.core.candidate import Candidate
from annotator.core.fold import State
from annotator.exchange.formats.document import Document
from annotator.exchange.native_jsonl import Mark

Range = tuple[int, int]
_Placed = TypeVar("_Placed", State, Candidate)


def repeated(layout: Layout, text: str) -> list[Range]:
    """Return where `text` prints something again, each with the line break behind it; in order, without overlaps."""
    found: list[Range] = []
    for start, end in sorted((repeat.start, repeat.end) for repeat in layout.repeats):
        if found and start < found[-1][1]:
            start = found[-1][1]  # noqa: PLW2901
        if start < end <= len(text):
            found.append((start, end + (text[end : end + 1] == "\n")))
    return found


def marks_once(document: Document) -> tuple[Document, int]:
    """Return `document` without the marks, candidates and rejections that lie in repeats, its text untouched, and how many these were."""
    return _without(document, repeated(document.line.layout, document.line.text))


def text_once(document: Document) -> tuple[Document, int]:
    """Return `document` without its repeats, text and all that lies in it, and how many marks and candidates went with them.

    A repeat that a mark goes beyond stays.
    """
    spans: list[State | Candidate] = [*(m.state for m in document.marks), *document.candidates, *(c for _, c in document.rejected)]
    line = document.line
    cuts = [cut for cut in repeated(line.layout, line.text) if not any(_crosses(cut, span) for span in spans)]
    # Of an article that is nothing but a repeat nothing would be left; its text stays, without marks.
    if not cuts or not any(line.text[start:end].strip() for start, end in _left(cuts, len(line.text))):
        return marks_once(document)
    kept, gone = _without(document, cuts)
    return _moved(kept, _Moved(cuts, line.text)), gone


class _Moved:
    """The text without `cuts`, and where each offset outside of them went."""

    def __init__(self, cuts: Sequence[Range], text: str) -> None:
        self._cuts = cuts
        self._starts = [start for start, _ in cuts]
        self._gone = [0]
        for start, end in cuts:
            self._gone.append(self._gone[-1] + end - start)
        self.left = _left(cuts, len(text))
        self.text = "".join(text[start:end] for start, end in self.left)

    def __call__(self, offset: int) -> int:
        before = bisect_right(self._starts, offset)
        if before and offset < self._cuts[before - 1][1]:
            return self._starts[before - 1] - self._gone[before - 1]
        return offset - self._gone[before]


def _left(cuts: Sequence[Range], length: int) -> list[Range]:
    edges = [0, *(edge for cut in cuts for edge in cut), length]
    return [(start, end) for start, end in zip(edges[::2], edges[1::2], strict=True) if start < end]


def _inside(cuts: Iterable[Range], span: State | Candidate) -> bool:
    return any(start <= span.start and span.end <= end for start, end in cuts)


def _crosses(cut: Range, span: State | Candidate) -> bool:
    start, end = cut
    return span.start < end and start < span.end and not (start <= span.start and span.end <= end)


def _without(document: Document, cuts: Sequence[Range]) -> tuple[Document, int]:
    if not cuts:
        return document, 0
    marks = tuple(mark for mark in document.marks if not _inside(cuts, mark.state))
    candidates = tuple(c for c in document.candidates if not _inside(cuts, c))
    rejected = tuple((by, c) for by, c in document.rejected if not _inside(cuts, c))
    gone = len(document.marks) - len(marks) + len(document.candidates) - len(candidates)
    return replace(document, marks=marks, candidates=candidates, rejected=rejected), gone


def _moved(document: Document, moved: _Moved) -> Document:
    line = document.line
    return replace(
        document,
        line=replace(line, text=moved.text, layout=_layout(line.layout, moved)),
        marks=tuple(Mark(mark.by, _placed(mark.state, moved)) for mark in document.marks),
        candidates=tuple(_placed(candidate, moved) for candidate in document.candidates),
        rejected=tuple((by, _placed(candidate, moved)) for by, candidate in document.rejected),
    )


def _placed(span: _Placed, moved: _Moved) -> _Placed:
    start = moved(span.start)
    return replace(span, start=start, end=start + span.end - span.start)


def _layout(layout: Layout, moved: _Moved) -> Layout:
    return replace(
        layout,
        segments=tuple(_segments(layout.segments, moved)),
        breaks=tuple((moved(start), moved(start) + end - start) for start, end in layout.breaks if _stands(start, end, moved)),
        repeats=(),
        paragraphs=tuple(replace(p, start=moved(p.start), end=moved(p.end)) for p in layout.paragraphs if _stands(p.start, p.end, moved)),
    )


def _stands(start: int, end: int, moved: _Moved) -> bool:
    return any(first <= start and end <= last for first, last in moved.left)


def _segments(segments: Iterable[Segment], moved: _Moved) -> Iterator[Segment]:
    """Yield what is left of `segments`: each ends where something was cut out of it."""
    for segment in segments:
        first, last = segment.article_start, segment.article_start + segment.length
        edges = sorted({first, last, *(edge for piece in moved.left for edge in piece if first < edge < last)})
        for start, end in pairwise(edges):
            if _stands(start, end, moved):
                yield Segment(moved(start), segment.page_start + start - first, end - start)
