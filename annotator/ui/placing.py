"""Where spans stand on screen: pure geometry, in viewport pixels.

A paragraph's lines are given as values, so that the rules can be tested without a widget. Vertical figures count from the em box
of the line's text, as in the design's tokens.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from operator import itemgetter

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
        return cls(tuple(items), pairs, tuple(map(itemgetter(0), pairs)), tuple(accumulate(map(itemgetter(1), pairs), max)))

    def with_items(self, items: Sequence[Item], range_of: Callable[[Item], tuple[int, int]]) -> "SpanIndex":
        """Return the index of `items`; `range_of` is asked only for those between the first and the last that stand elsewhere."""
        head = _alike(self.items, items)
        if head == len(items) == len(self.items):
            return SpanIndex(tuple(items), self.ranges, self._starts, self._reach)
        tail = min(_alike(self.items[::-1], items[::-1]), len(items) - head, len(self.items) - head)
        between = map(range_of, items[head : len(items) - tail])
        return SpanIndex.of(items, (*self.ranges[:head], *between, *self.ranges[len(self.ranges) - tail :]))

    def numbers(self, start: int, end: int) -> list[int]:
        """Return the places, in `items`, of those that share a unit with `[start, end)`."""
        first, last = bisect_left(self._reach, start + 1), bisect_left(self._starts, end)
        return [i for i in range(first, last) if self.ranges[i][1] > start and self.ranges[i][0] < end]

    def touching(self, start: int, end: int) -> list[tuple[Item, int, int]]:
        """Return `(item, its start, its end)` for every item that shares a unit with `[start, end)`."""
        return [(self.items[i], *self.ranges[i]) for i in self.numbers(start, end)]


def _alike(before: Sequence[Item], items: Sequence[Item]) -> int:
    """Return how many items from the beginning stand as before."""
    pairs = enumerate(zip(before, items, strict=False))
    moved = (i for i, (old, new) in pairs if old is not new and (old.start, old.end) != (new.start, new.end))
    return next(moved, min(len(before), len(items)))


def lanes(spans: Sequence[tuple[int, int]]) -> list[int]:
    """Return a lane for every `(start, end)`: of two that overlap, the shorter stands nearer to the text."""
    order = sorted(range(len(spans)), key=lambda i: (spans[i][1] - spans[i][0], spans[i][0]))
    result = [0] * len(spans)
    for n, i in enumerate(order):
        start, end = spans[i]
        result[i] = max((result[j] + 1 for j in order[:n] if spans[j][0] < end and start < spans[j][1]), default=0)
    return result
