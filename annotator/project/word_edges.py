"""Word boundaries of articles, with the project's terms in the dictionary."""

from collections.abc import Sequence
from functools import lru_cache

from annotator import places
from annotator.suggest import WordEdges


class Boundaries:
    """Finds where words begin and end. The dictionary is read at the first call, which takes up to a second."""

    def __init__(self, terms: Sequence[str]) -> None:
        """Take `terms` as words besides those of the dictionary."""
        self._edges = _edges(tuple(terms))

    def __call__(self, text: str, breaks: Sequence[tuple[int, int]]) -> Sequence[int]:
        """Return the offsets (code points of `text`) at which words meet, in order, with 0 and the end; breaks are looked through.

        A boundary at a break stands before it.
        """
        kept = _kept(len(text), breaks)
        healed = "".join(text[start:end] for start, end in kept)
        ends = [end for _, end in self._edges.words(healed)]
        return [0, *_unhealed(ends, kept)]


@lru_cache(maxsize=1)
def _edges(terms: tuple[str, ...]) -> WordEdges:
    """The dictionary is read once, also when the project is closed and opened again."""
    return WordEdges(places.cache() / "words", terms)


def _kept(length: int, breaks: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    starts, ends = [0, *(end for _, end in breaks)], [*(start for start, _ in breaks), length]
    return list(zip(starts, ends, strict=True))


def _unhealed(offsets: Sequence[int], kept: Sequence[tuple[int, int]]) -> list[int]:
    """Return the article's offsets of the healed text's `offsets`, which ascend."""
    result = []
    shift, piece = 0, 0
    for offset in offsets:
        while piece + 1 < len(kept) and offset + shift > kept[piece][1]:
            shift += kept[piece + 1][0] - kept[piece][1]
            piece += 1
        result.append(offset + shift)
    return result
