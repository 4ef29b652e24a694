"""Where spans stand on screen: pure geometry, in viewport pixels.

A paragraph's lines are given as values, so that the rules can be tested without a widget. Vertical figures count from the em box
of the line's text, as in the design's tokens.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from annotator.session.items import Item

LANES = 3


@dataclass(frozen=True, slots=True)
class Row:
    """The part of a span on one line: from `left` to `right`, `top` is the upper edge of the em box, `em` its size."""

    left: float
    right: float
    top: float
    em: float


@dataclass(frozen=True, slots=True)
class Placed:
    """A span's rows on screen. `opens` and `closes` say whether its first and last row hold its real ends; `lane` counts from 0."""

    item: Item
    rows: tuple[Row, ...]
    lane: int
    opens: bool = True
    closes: bool = True


@dataclass(frozen=True, slots=True)
class SpanIndex:
    """Finds the items that touch a range of the Qt document, in text order, without looking at all of them."""

    items: tuple[Item, ...]
    ranges: tuple[tuple[int, int], ...]
    _starts: tuple[int, ...]
    _reach: tuple[int, ...]

    @classmethod
    def of(cls, items: Sequence[Item], ranges: Iterable[tuple[int, int]]) -> "SpanIndex":
        """Index `items`, whose Qt ranges are `ranges`; both are in text order."""
        pairs = tuple(ranges)
        reach: list[int] = []
        for _, end in pairs:
            reach.append(max(end, reach[-1]) if reach else end)
        return cls(tuple(items), pairs, tuple(start for start, _ in pairs), tuple(reach))

    def with_items(self, items: Sequence[Item], range_of: Callable[[Item], tuple[int, int]]) -> "SpanIndex":
        """Return the index of `items`; where they stand as before, nothing is computed again."""
        if len(items) == len(self.items) and all(
            old is new or (old.start, old.end) == (new.start, new.end) for old, new in zip(self.items, items, strict=True)
        ):
            return SpanIndex(tuple(items), self.ranges, self._starts, self._reach)
        return SpanIndex.of(items, (range_of(item) for item in items))

    def numbers(self, start: int, end: int) -> list[int]:
        """Return the places, in `items`, of those that share a unit with `[start, end)`."""
        first, last = bisect_left(self._reach, start + 1), bisect_left(self._starts, end)
        return [i for i in range(first, last) if self.ranges[i][1] > start and self.ranges[i][0] < end]

    def touching(self, start: int, end: int) -> list[tuple[Item, int, int]]:
        """Return `(item, its start, its end)` for every item that shares a unit with `[start, end)`."""
        return [(self.items[i], *self.ranges[i]) for i in self.numbers(start, end)]


def lanes(spans: Sequence[tuple[int, int]]) -> list[int]:
    """Return a lane for every `(start, end)`: of two that overlap, the shorter stands nearer to the text."""
    order = sorted(range(len(spans)), key=lambda i: (spans[i][1] - spans[i][0], spans[i][0]))
    result = [0] * len(spans)
    for n, i in enumerate(order):
        start, end = spans[i]
        result[i] = max((result[j] + 1 for j in order[:n] if spans[j][0] < end and start < spans[j][1]), default=0)
    return result
