"""Where the sentences of an article end: after 。！？ with the closing quotes behind it, and at the ends of lines, breaks apart."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from annotator.exchange.formats.healing import breaks_of

_SENTENCE_END = re.compile(r"[。！？][。！？”’」』）]*|\n+")


def sentence_ends(text: str, breaks: Iterable[tuple[int, int]]) -> Iterator[int]:
    """Yield the offsets (code points) after each sentence of `text`, in order; the end of the text is one."""
    inside = set(breaks_of(text, breaks))
    ends = (match.end() for match in _SENTENCE_END.finditer(text) if match.span() not in inside)
    yield from (end for end in ends if end < len(text))
    if text:
        yield len(text)


def sentence_ranges(text: str, breaks: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield `[start, end)` of each sentence; together they are the text."""
    yield from pairwise((0, *sentence_ends(text, breaks)))
