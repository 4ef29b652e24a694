"""The printed lines of a page: what stands on each, and how much white space is above it."""

import re
from collections import Counter
from dataclasses import dataclass

_LINE = re.compile(r"[^\n]+")
_FINISHED = tuple("。！？!?…”")
_FEWEST_WRAPPED = 6
_NARROWEST = 12
_PLAY = 2
_SHARE = 0.5
_CELLS = 3
_ROW = 12


@dataclass(frozen=True, slots=True)
class Line:
    """A line with anything on it: `[start, end)` of the page without its line break, its text without outer white space.

    `gap` counts the line breaks between the line before and this one (for the first line: before it).
    """

    start: int
    end: int
    text: str
    gap: int


@dataclass(frozen=True, slots=True)
class Measure:
    """How a page is set: the usual `gap` between its lines, and the `width` of a hard-wrapped line (0: not wrapped)."""

    gap: int
    width: int


def split(text: str) -> list[Line]:
    """Return the lines of `text` that hold more than white space, in order."""
    lines: list[Line] = []
    seen = 0
    for match in _LINE.finditer(text):
        words = match.group().strip()
        if words:
            start = match.start()
            lines.append(Line(start, match.end(), words, text.count("\n", seen, start)))
            seen = match.end()
    return lines


def measure(lines: list[Line]) -> Measure:
    """Return how `lines` are set; the usual gap is the commonest, the smaller of two as common."""
    gaps = Counter(line.gap for line in lines[1:])
    usual = min((gap for gap, n in gaps.items() if n == max(gaps.values())), default=1)
    return Measure(usual, _wrapped_width(lines) if usual == 1 else 0)


def is_row(text: str) -> bool:
    """Return whether `text` is set like the row of a table: three or more cells with space between them."""
    return len(text.split(None, _CELLS)) >= _CELLS and ("\t" in text or "  " in text or len(text) <= _ROW * _CELLS)


def _wrapped_width(lines: list[Line]) -> int:
    """Return the width to which the lines are wrapped, 0 if they are not.

    They are if at least half of them are equally wide, give or take a hanging comma, and stop inside a sentence: type is set to
    a measure, and a text file made from it keeps the ends of the lines. Verse is as even, but ends its lines with its sentences;
    a table is as even, but is set with spaces.
    """
    cut = Counter(len(line.text) for line in lines if not line.text.endswith(_FINISHED) and not is_row(line.text))
    widths = [(n, width) for width, n in cut.items() if width >= _NARROWEST]
    if len(lines) < _FEWEST_WRAPPED or not widths:
        return 0
    width = max(widths)[1]
    near = sum(n for size, n in cut.items() if abs(size - width) <= _PLAY)
    return width if near >= _SHARE * len(lines) else 0
