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
        return [0, *(end for _, end in self._edges.words(text, breaks))]


@lru_cache(maxsize=1)
def _edges(terms: tuple[str, ...]) -> WordEdges:
    """The dictionary is read once, also when the project is closed and opened again."""
    return WordEdges(places.cache() / "words", terms)
