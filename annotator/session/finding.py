"""Words in an article: found through breaks, whatever their widths and quotation marks, as the lexicon's names are.

All offsets are code points of the article's text.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from annotator.suggest.names import balance, bare
from annotator.suggest.reading import QUOTES, Reading, fold, read

_QUOTE = re.compile(f"[{QUOTES}]")


def normalised(words: str) -> str:
    """Return what two surfaces have in common that are the same mention: no breaks, no quotation marks, uniform widths."""
    return bare(fold(words.replace("\n", "").strip()))


@dataclass(frozen=True, slots=True)
class Searchable:
    """An article's text without breaks and quotation marks; `quotes` are the offsets in `words` at which a mark was left out."""

    reading: Reading
    words: str
    lower: str
    quotes: tuple[int, ...]

    @classmethod
    def of(cls, text: str, breaks: Sequence[tuple[int, int]] = ()) -> "Searchable":
        """Make `text` searchable."""
        reading = read(text, breaks)
        quotes = tuple(match.start() - n for n, match in enumerate(_QUOTE.finditer(reading.text)))
        words = bare(reading.text)
        return cls(reading, words, _lower(words), quotes)

    def find(self, query: str) -> list[tuple[int, int]]:
        """Return where `query` stands, in text order and without overlaps; upper and lower case are one."""
        return [self.reading.original(*self._in_reading(*hit)) for hit in _hits(self.lower, _lower(normalised(query)))]

    def same(self, surface: str) -> list[tuple[int, int]]:
        """Return where the mention `surface` stands again, whole quotations included; one that cuts a quotation is none."""
        found = (self._balanced(*hit) for hit in _hits(self.words, normalised(surface)))
        return [self.reading.original(*place) for place in found if place is not None]

    def _in_reading(self, start: int, end: int) -> tuple[int, int]:
        return start + bisect_right(self.quotes, start), end + bisect_left(self.quotes, end)

    def _balanced(self, start: int, end: int) -> tuple[int, int] | None:
        first, last = self._in_reading(start, end)
        return balance(self.reading.text, first, last) if last - first > end - start else (first, last)


def _hits(words: str, query: str) -> Iterator[tuple[int, int]]:
    at = words.find(query) if query else -1
    while at >= 0:
        yield at, at + len(query)
        at = words.find(query, at + len(query))


def _lower(words: str) -> str:
    # A letter that becomes two would shift everything behind it.
    lower = words.lower()
    return lower if len(lower) == len(words) else words


def beginning_at(places: Sequence[tuple[int, int]], offset: int) -> int:
    """Return which of `places` (in text order) is the first that begins at or after `offset`; the first of all where none does."""
    at = bisect_left(places, (offset, 0))
    return at if at < len(places) else 0
