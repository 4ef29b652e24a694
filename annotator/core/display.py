"""The display map: article text ↔ text on screen ↔ Qt's UTF-16 units.

The article's text is never changed, and nothing is read back from a widget. What the screen shows is made of pieces of the
article: breaks inside a sentence are healed (left out), a run of other line breaks becomes the end of one paragraph, and a
paragraph too long for the text engine is split after a sentence. Every conversion of offsets is done here and nowhere else.

A range is converted as a range: its start belongs to the character after it, its end to the character before it. So a span that
ends at a healed break and one that starts after it do not swallow the break, while a span across it does.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

_LINE_BREAKS = re.compile(r"\n+")
_SENTENCE_END = re.compile(r"[。！？][”’」』）]*")

# Qt's text document takes these for separators of its own; on screen each is shown as one harmless character.
_FOR_QT = str.maketrans(dict.fromkeys("\u2028\u2029\x1c\x1d\x1e\x85", " ") | dict.fromkeys("\ufdd0\ufdd1\r\x00\ufffc", "\ufffd"))

_LAST_IN_ONE_UNIT = 0xFFFF
DEFAULT_LONGEST = 4_000
SHOWN_OF_FOLDED = 24


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph on screen: article `[start, end)`, standing at `qt_start` in UTF-16 units of the screen's text."""

    start: int
    end: int
    qt_start: int


class DisplayMap:
    """Both directions between offsets of an article (code points) and positions in a Qt document (UTF-16 units).

    `screen` is the text to show; its lines are the paragraphs, `blocks` says where each comes from. `healed` are the Qt positions
    at which a break was left out.
    """

    __slots__ = ("_astral", "_astral_qt", "_ends", "_on_screen", "_starts", "blocks", "folded_blocks", "healed", "length", "screen")

    def __init__(
        self,
        text: str,
        breaks: Iterable[tuple[int, int]] = (),
        *,
        folded: Iterable[tuple[int, int]] = (),
        longest: int = DEFAULT_LONGEST,
    ) -> None:
        """Map `text`, whose `breaks` are `(start, end)` runs of line breaks; paragraphs over `longest` are split.

        Of the `folded` ranges, which begin and end with a paragraph, only the first few characters are shown, as one paragraph.
        """
        self.length = len(text)
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._on_screen: list[int] = []
        parts: list[str] = []
        width = 0
        firsts: list[int] = []
        self.folded_blocks: frozenset[int] = frozenset()
        for start, end, opens, is_folded in _fold(_pieces(text, breaks, longest), folded):
            if is_folded:
                self.folded_blocks |= {len(firsts)}
            if opens and self._starts:
                parts.append("\n")
                width += 1
            if opens:
                firsts.append(len(self._starts))
            self._starts.append(start)
            self._ends.append(end)
            self._on_screen.append(width)
            parts.append(text[start:end])
            width += end - start
        self.screen = "".join(parts).translate(_FOR_QT)
        self._astral = [i for i, char in enumerate(self.screen) if ord(char) > _LAST_IN_ONE_UNIT]
        self._astral_qt = [position + i for i, position in enumerate(self._astral)]
        self.blocks = tuple(self._blocks(firsts))
        opening = set(firsts)
        self.healed = tuple(self._utf16(self._on_screen[i]) for i in range(len(self._starts)) if i not in opening)

    def to_qt(self, start: int, end: int) -> tuple[int, int]:
        """Return the Qt positions of the article's range `[start, end)`.

        A range of characters that are not shown comes back empty, where they would stand.
        """
        first = self._screen_start(start)
        last = self._screen_end(end)
        return self._utf16(first), self._utf16(max(first, last))

    def from_qt(self, start: int, end: int) -> tuple[int, int]:
        """Return the article's range `[start, end)` that the Qt positions enclose; halves of a character count as its start.

        Where they enclose the end of a paragraph alone, the range is empty.
        """
        if start == end:
            at = self.caret_from_qt(start)
            return at, at
        first = self._article_start(self._code_point(start))
        return first, max(first, self._article_end(self._code_point(end)))

    def caret_to_qt(self, offset: int) -> int:
        """Return the Qt position before the article's character at `offset`."""
        return self._utf16(self._screen_start(offset))

    def caret_from_qt(self, position: int) -> int:
        """Return the article's offset of the character after the Qt position."""
        return self._article_start(self._code_point(position))

    def _blocks(self, firsts: Sequence[int]) -> Iterator[Block]:
        for first, after in pairwise((*firsts, len(self._starts))):
            yield Block(self._starts[first], self._ends[after - 1], self._utf16(self._on_screen[first]))

    def _screen_start(self, offset: int) -> int:
        i = bisect_right(self._starts, offset) - 1
        if i >= 0 and offset < self._ends[i]:
            return self._on_screen[i] + offset - self._starts[i]
        if i + 1 < len(self._starts):
            return self._on_screen[i + 1]
        return len(self.screen)

    def _screen_end(self, offset: int) -> int:
        i = bisect_left(self._starts, offset) - 1
        if i < 0:
            return 0
        return self._on_screen[i] + min(offset, self._ends[i]) - self._starts[i]

    def _article_start(self, screen: int) -> int:
        i = bisect_right(self._on_screen, screen) - 1
        if i < 0:
            return self._starts[0] if self._starts else 0
        inside = self._starts[i] + screen - self._on_screen[i]
        if inside < self._ends[i]:
            return inside
        if i + 1 < len(self._starts):
            return self._starts[i + 1]
        return self._ends[i]

    def _article_end(self, screen: int) -> int:
        i = bisect_left(self._on_screen, screen) - 1
        if i < 0:
            return self._starts[0] if self._starts else 0
        return min(self._starts[i] + screen - self._on_screen[i], self._ends[i])

    def _utf16(self, screen: int) -> int:
        return screen + bisect_left(self._astral, screen)

    def _code_point(self, position: int) -> int:
        return position - bisect_left(self._astral_qt, position)


def _pieces(text: str, breaks: Iterable[tuple[int, int]], longest: int) -> Iterator[tuple[int, int, bool]]:
    """Yield `(start, end, opens a paragraph)` for every shown range of `text`."""
    healed = {start: end for start, end in breaks if text[start:end].strip("\n") == ""}
    opens, room = True, longest
    for start, end, is_healed_after in _runs(text, healed):
        if opens:
            room = longest
        at = start
        for cut in _cuts(text, start, end, room, longest):
            if cut > at:
                yield at, cut, opens
            at, opens, room = cut, True, longest
        yield at, end, opens
        opens, room = not is_healed_after, room - (end - at)


def _fold(pieces: Iterable[tuple[int, int, bool]], folded: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int, bool, bool]]:
    """Yield the pieces with whether each stands for a folded range; the rest of such a range is left out."""
    ends = dict(folded)
    until = 0
    was_folded = False
    for start, end, opens in pieces:
        if start < until:
            if end <= until:
                continue
            # Text behind the range is shown, wherever the range ends.
            start, opens = until, True  # noqa: PLW2901
        is_folded = opens and start in ends
        if is_folded:
            until = ends[start]
        yield start, min(end, start + SHOWN_OF_FOLDED) if is_folded else end, opens or was_folded, is_folded
        was_folded = is_folded


def _runs(text: str, healed: dict[int, int]) -> Iterator[tuple[int, int, bool]]:
    """Yield `(start, end, whether the line break after it is healed)` for every run without line breaks."""
    at = 0
    for match in _LINE_BREAKS.finditer(text):
        if match.start() > at:
            yield at, match.start(), healed.get(match.start()) == match.end()
        at = match.end()
    if at < len(text):
        yield at, len(text), False


def _cuts(text: str, start: int, end: int, room: int, longest: int) -> Iterator[int]:
    """Yield where `[start, end)` is cut so that `room` characters end its first paragraph and `longest` every other."""
    while end - start > room:
        start = _cut_at(text, start, start + room, start if room < longest else start + longest)
        room = longest
        yield start


def _cut_at(text: str, start: int, limit: int, otherwise: int) -> int:
    """Return the end of the last sentence of `[start, limit)`, or `otherwise`."""
    last = otherwise
    for match in _SENTENCE_END.finditer(text, start, limit):
        last = match.end()
    return last
