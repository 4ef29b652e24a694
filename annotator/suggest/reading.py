"""What the matchers read: an article's text with breaks healed and forms folded, and the way back to the text itself.

Folding maps one code point to one code point, so only breaks shift offsets, and a bisection over them finds the way back; an array
with one entry per character would cost more than the matching.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

QUOTES = "“”‘’"

# Letters, digits, + - % become half-width, other punctuation full-width; quotation marks those of mainland newspapers.
_WIDE = (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))
_FOLD = {chr(code): chr(code - 0xFEE0) for code in _WIDE} | dict(
    zip(",;:?!()＋－％「」『』〝〞＂•∙・", '，；：？！（）+-%“”‘’“”"···', strict=True)
)
_ANY = re.compile(f"[{re.escape(''.join(_FOLD))}]")
_STRAIGHT = re.compile('"([^"\n]*)"')


def fold(text: str) -> str:
    """Return `text` with widths and quotation marks made uniform; every code point keeps its place."""
    # Most texts hold none of them, and those that do, few: one look for each kind beats a table look-up for each character.
    for wide in dict.fromkeys(_ANY.findall(text)):
        text = text.replace(wide, _FOLD[wide])
    return _STRAIGHT.sub(r"“\1”", text) if '"' in text else text


@dataclass(frozen=True, slots=True)
class Reading:
    """A folded text without breaks. Its pieces begin at `starts`; `shifts` says how much was left out before each."""

    text: str
    starts: tuple[int, ...]
    shifts: tuple[int, ...]

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Return where `[start, end)` of the reading stands in the original; a break at an edge stays outside."""
        starts, shifts = self.starts, self.shifts
        if len(starts) < 2:  # noqa: PLR2004 (one piece, mostly from the beginning)
            shift = shifts[0] if shifts else 0
            return start + shift, end + shift
        first = bisect_right(starts, start)
        shift = shifts[first - 1]
        if first == len(starts) or end <= starts[first]:
            return start + shift, end + shift
        return start + shift, end + shifts[bisect_right(starts, end - 1) - 1]


def read(text: str, breaks: Sequence[tuple[int, int]] = ()) -> Reading:
    """Return how `text` reads as if its `breaks` (code points, in any order) were not there."""
    pieces: list[str] = []
    starts: list[int] = []
    shifts: list[int] = []
    at = length = 0
    for start, end in (*sorted(breaks), (len(text), len(text))):
        if start > at:
            pieces.append(text[at:start])
            starts.append(length)
            shifts.append(at - length)
            length += start - at
        at = max(at, end)
    return Reading(fold("".join(pieces)), tuple(starts), tuple(shifts))
