"""Find the places of a text in another copy of it that differs in white space, in the width of characters, or in what it prints again."""

from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from unicodedata import normalize

from annotator.core.article import Layout
from annotator.exchange.formats.once import repeated

# Not white space to Python, and as invisible.
_INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff"


class Alignment:
    """Where ranges of a given text stand in a stored one; both are code points."""

    __slots__ = ("_from", "_to")

    def __init__(self, places: Sequence[int], stored: Sequence[int]) -> None:
        """The n-th visible character stands at `places[n]` of the given text and at `stored[n]` of the stored one."""
        self._from = places
        self._to = stored

    def range_of(self, start: int, end: int) -> tuple[int, int] | None:
        """Return `[start, end)` of the given text as a range of the stored one; None where it holds nothing visible."""
        first, after = bisect_left(self._from, start), bisect_left(self._from, end)
        return (self._to[first], self._to[after - 1] + 1) if first < after else None


def aligned(given: str, stored: str, layout: Layout) -> Alignment | None:
    """Return how `given` lies in `stored`; None if they are different texts.

    An export may have left out the paragraphs that the stored article prints again.
    """
    bare, places = _squeezed(given, ())
    for without in ((), repeated(layout, stored)):
        theirs, where = _squeezed(stored, without)
        if theirs == bare and bare:
            return Alignment(places, where)
    return None


def _squeezed(text: str, without: Sequence[tuple[int, int]]) -> tuple[str, list[int]]:
    """Return the visible characters of `text`, of one width, outside of the ranges `without`; and where they stand."""
    gone = {at for start, end in without for at in range(start, end)}
    places = [at for at, char in enumerate(text) if not char.isspace() and char not in _INVISIBLE and at not in gone]
    return "".join([_of_one_width(text[at]) for at in places]), places


@lru_cache(maxsize=20_000)
def _of_one_width(char: str) -> str:
    narrow = normalize("NFKC", char)
    return narrow if len(narrow) == 1 else char
