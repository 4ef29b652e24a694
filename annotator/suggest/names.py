"""The lexicon's names in a reading, with or without quotation marks inside them.

Names and text are compared without quotation marks; where the marks stood decides the span afterwards (guideline: a name wholly in
quotes is marked without them, a name of which they cover a part keeps them). All overlapping hits are returned, because a longer hit
may be refused later and must then give way to the name inside it.
"""

from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate

from daachorse import CharwiseDoubleArrayAhoCorasick

from annotator.core.lexicon import LexiconEntry
from annotator.suggest.reading import QUOTES, fold
from annotator.suggest.resolve import Find

# Trust in a hit by the kind of its entry.
_TRUST = {"name": 0.95, "class": 0.9, "variant": 0.9, "traditional": 0.9, "abbreviation": 0.85, "universal": 0.8}
_DEFAULT_TRUST = 0.9

_OPENING = {"”": "“", "’": "‘"}
_CLOSING = {"“": "”", "‘": "’"}


def bare(text: str) -> str:
    """Return `text` without quotation marks."""
    for quote in QUOTES:
        text = text.replace(quote, "")
    return text


def _halves(text: str) -> list[str]:
    for quote in QUOTES[1:]:
        text = text.replace(quote, QUOTES[0])
    return text.split(QUOTES[0])


def balance(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return `[start, end)` widened to take in the partner of a quotation mark inside; None if it cuts or joins quotations."""
    if "”“" in text[start:end]:
        return None
    unopened, unclosed = [], []
    for mark in text[start:end]:
        if mark in _CLOSING:
            unclosed.append(mark)
        elif mark in _OPENING:
            if unclosed:
                unclosed.pop()
            else:
                unopened.append(mark)
    for mark in unopened:
        start -= 1
        if start < 0 or text[start] != _OPENING[mark]:
            return None
    for mark in reversed(unclosed):
        if end >= len(text) or text[end] != _CLOSING[mark]:
            return None
        end += 1
    return start, end


class Names:
    """Finds the names of a lexicon; of two entries with the same name the first counts."""

    def __init__(self, lexicon: Iterable[LexiconEntry]) -> None:
        entries: dict[str, LexiconEntry] = {}
        for entry in lexicon:
            entries.setdefault(bare(fold(entry.term)), entry)
        entries.pop("", None)
        self._facts = tuple(
            (entry.label, f"lexicon:{entry.term}", _TRUST.get(entry.kind, _DEFAULT_TRUST), "name", entry.kind) for entry in entries.values()
        )
        self._automaton = CharwiseDoubleArrayAhoCorasick(list(entries)) if entries else None

    def find(self, text: str) -> list[Find]:
        """Return every hit in `text` (a reading's), nested and overlapping ones too."""
        if self._automaton is None:
            return []
        halves = _halves(text)
        matches = self._automaton.find_overlapping("".join(halves))
        if not matches:
            return []
        facts = self._facts
        if len(halves) == 1:
            return [Find(start, end, *facts[which]) for start, end, which in matches]
        finds = []
        # Where the quotation marks stood in the bare text; the last one is no mark, but the end.
        ends = list(accumulate(map(len, halves)))
        for start, end, which in matches:
            before = bisect_right(ends, start)
            if before == len(ends) or end <= ends[before]:
                finds.append(Find(start + before, end + before, *facts[which]))
            elif balanced := balance(text, start + before, end + bisect_right(ends, end - 1)):
                label, source, trust, _, kind = facts[which]
                finds.append(Find(*balanced, label, source, trust, "inner_quotes", kind))
        return finds
