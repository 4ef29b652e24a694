"""How far the neighbourhood of a span reaches, and whether a word stands in it."""

import re
from bisect import bisect_left, bisect_right
from functools import cached_property

from annotator.core.pattern import Scope
from annotator.suggest.expressions import Encoded, Expression

# A line of running text; titles, bylines and captions are shorter.
_RUNNING = 40
_SENTENCE_END = re.compile("[。！？；\n]")


class Surroundings:
    """The sentences, paragraphs and neighbourhoods of one reading; asked lazily, remembered."""

    def __init__(self, text: str, encoded: Encoded) -> None:
        self._text = text
        self._encoded = encoded
        self._found: dict[Expression, list[int]] = {}

    def has(self, expression: Expression, start: int, end: int, scope: Scope) -> bool:
        """Say whether `expression` matches somewhere within the `scope` of `[start, end)`."""
        if expression not in self._found:
            self._found[expression] = expression.starts(self._text, self._encoded)
        found = self._found[expression]
        first, last = self.reach(start, end, scope)
        return bisect_left(found, first) < bisect_left(found, last)

    def reach(self, start: int, end: int, scope: Scope) -> tuple[int, int]:
        """Return the `scope` of `[start, end)` as code points of the reading."""
        if scope is Scope.ARTICLE:
            return 0, len(self._text)
        if scope is Scope.SENTENCE:
            return _between(self._sentence_edges, start, end)
        if scope is Scope.PARAGRAPH:
            return _between(self._line_edges, start, end)
        return self._nearby(start, end)

    @cached_property
    def _sentence_edges(self) -> list[int]:
        return [0, *(match.end() for match in _SENTENCE_END.finditer(self._text)), len(self._text)]

    @cached_property
    def _line_edges(self) -> list[int]:
        return [0, *(match.end() for match in re.finditer("\n", self._text)), len(self._text)]

    def _nearby(self, start: int, end: int) -> tuple[int, int]:
        edges = self._line_edges
        first = bisect_right(edges, start) - 1
        last = bisect_left(edges, end)
        while first > 0:
            first -= 1
            if edges[first + 1] - edges[first] > _RUNNING:
                break
        while last < len(edges) - 1:
            last += 1
            if edges[last] - edges[last - 1] > _RUNNING:
                break
        return edges[first], edges[last]


def _between(edges: list[int], start: int, end: int) -> tuple[int, int]:
    return edges[bisect_right(edges, start) - 1], edges[min(bisect_left(edges, end), len(edges) - 1)]
