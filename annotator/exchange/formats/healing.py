"""An article without the breaks that columns made inside its sentences, everything that points into it moved along."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TypeVar

from annotator.core.article import Layout, Paragraph, Repeat, Segment
from annotator.core.candidate import Candidate
from annotator.core.span import Span
from annotator.exchange.formats.document import Document
from annotator.exchange.native_jsonl import Mark

_Placed = TypeVar("_Placed")


def healed(document: Document) -> Document:
    """Return `document` with a text without its breaks; the spans stand where the same characters stand now.

    A break in which a whole span lies stays: without it the span would be empty. Of spans of one person that now have the same range
    and label the first is kept: identical mentions are one. Segments still say where every character stands on the page. The id,
    the number and the page's hash stay those of the article as it is.
    """
    line = document.line
    cuts = tuple(_cuts(line.text, line.layout.breaks, set(_ranges(document))))
    if not cuts:
        return document
    moved = _Moved(line.text, cuts)
    return replace(
        document,
        line=replace(line, text=moved.text, layout=_layout(line.layout, moved, cuts)),
        marks=_marks(document.marks, moved),
        candidates=tuple(candidate for _, candidate in _candidates((("", c) for c in document.candidates), moved)),
        rejected=_candidates(document.rejected, moved),
    )


def breaks_of(text: str, breaks: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the `breaks` that are runs of line feeds of `text`, in order and without overlaps."""
    until = 0
    for start, end in sorted(breaks):
        if until <= start < end <= len(text) and not text[start:end].strip("\n"):
            yield start, end
            until = end


class _Moved:
    """The text without `cuts`, and where each offset went."""

    def __init__(self, text: str, cuts: Sequence[tuple[int, int]]) -> None:
        self._cuts = cuts
        self._starts = [start for start, _ in cuts]
        self._gone = [0]
        for start, end in cuts:
            self._gone.append(self._gone[-1] + end - start)
        edges = [0, *(edge for cut in cuts for edge in cut), len(text)]
        self.text = "".join(text[edges[i] : edges[i + 1]] for i in range(0, len(edges), 2))

    def offset(self, offset: int) -> int:
        """Return where `offset` is now; inside a cut, where the cut was."""
        before = bisect_right(self._starts, offset)
        if before and offset < self._cuts[before - 1][1]:
            return self._starts[before - 1] - self._gone[before - 1]
        return offset - self._gone[before]


def _cuts(text: str, breaks: Iterable[tuple[int, int]], ranges: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    # A span that holds only line feeds begins with one; few spans do, so few are looked at for every break.
    blank = [(start, end) for start, end in ranges if text[start] == "\n"]
    for start, end in breaks_of(text, breaks):
        if not any(start <= first and last <= end for first, last in blank):
            yield start, end


def _ranges(document: Document) -> Iterator[tuple[int, int]]:
    yield from ((mark.state.start, mark.state.end) for mark in document.marks)
    yield from ((candidate.start, candidate.end) for candidate in document.candidates)
    yield from ((candidate.start, candidate.end) for _, candidate in document.rejected)


def _unique(keyed: Iterable[tuple[tuple[str, Span], _Placed]]) -> tuple[_Placed, ...]:
    found: dict[tuple[str, Span], _Placed] = {}
    for key, placed in keyed:
        found.setdefault(key, placed)
    return tuple(found.values())


def _marks(marks: Iterable[Mark], moved: _Moved) -> tuple[Mark, ...]:
    new = (_mark(mark, moved) for mark in marks)
    return _unique(((mark.by, mark.state.span), mark) for mark in new)


def _candidates(proposed: Iterable[tuple[str, Candidate]], moved: _Moved) -> tuple[tuple[str, Candidate], ...]:
    new = ((by, _candidate(candidate, moved)) for by, candidate in proposed)
    return _unique(((by, Span(c.start, c.end, c.label)), (by, c)) for by, c in new)


def _mark(mark: Mark, moved: _Moved) -> Mark:
    start, end = moved.offset(mark.state.start), moved.offset(mark.state.end)
    return replace(mark, state=replace(mark.state, start=start, end=end, surface=moved.text[start:end]))


def _candidate(candidate: Candidate, moved: _Moved) -> Candidate:
    start, end = moved.offset(candidate.start), moved.offset(candidate.end)
    return replace(candidate, start=start, end=end, surface=moved.text[start:end])


def _layout(layout: Layout, moved: _Moved, cuts: Sequence[tuple[int, int]]) -> Layout:
    left = set(layout.breaks) - set(cuts)
    return replace(
        layout,
        segments=tuple(_segments(layout.segments, moved, cuts)),
        breaks=tuple((moved.offset(start), moved.offset(end)) for start, end in layout.breaks if (start, end) in left),
        repeats=tuple(_repeat(repeat, moved) for repeat in layout.repeats),
        paragraphs=tuple(Paragraph(moved.offset(p.start), moved.offset(p.end), p.role) for p in layout.paragraphs),
    )


def _segments(segments: Iterable[Segment], moved: _Moved, cuts: Sequence[tuple[int, int]]) -> Iterator[Segment]:
    """Yield what is left of `segments`: each ends where something was cut out of it."""
    for segment in segments:
        first, last = segment.article_start, segment.article_start + segment.length
        edges = sorted({first, last, *(edge for cut in cuts for edge in cut if first < edge < last)})
        for start, end in pairwise(edges):
            if moved.offset(start) < moved.offset(end):
                yield Segment(moved.offset(start), segment.page_start + start - first, end - start)


def _repeat(repeat: Repeat, moved: _Moved) -> Repeat:
    # Of another article only its own export knows where its characters went.
    of_start = moved.offset(repeat.of_start) if repeat.of_article is None else repeat.of_start
    return replace(repeat, start=moved.offset(repeat.start), end=moved.offset(repeat.end), of_start=of_start)
