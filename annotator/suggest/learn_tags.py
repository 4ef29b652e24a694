"""Marked articles as sentences of tagged characters, and what the tagger sees of each character."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from annotator.core.span import Span
from annotator.suggest.reading import QUOTES, Reading, read

OUTSIDE, BEGIN, INSIDE = "O", "B-", "I-"

_SENTENCE = re.compile("[^。！？；\n]*[。！？；]|[^。！？；\n]+")
HALF_PAIR = re.compile("[\ud800-\udfff]")
# A longer stretch without an end of sentence is a table or a list of names.
_LONGEST = 200
_EDGE = "\n"


@dataclass(frozen=True, slots=True)
class Marked:
    """A finished article: its text, its breaks (code points) and all marks its annotator made or kept."""

    text: str
    marks: tuple[Span, ...]
    breaks: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Tagged:
    """A sentence of a reading and one tag a character: `O`, or `B-` and `I-` with the label."""

    text: str
    tags: tuple[str, ...]

    @property
    def is_marked(self) -> bool:
        """Whether a mention stands in it."""
        return any(tag != OUTSIDE for tag in self.tags)


def tagged(article: Marked) -> Iterator[Tagged]:
    """Yield the sentences of `article` in order; of overlapping marks the longest counts."""
    reading = readable(article.text, article.breaks)
    tags = _tags(reading, article.marks)
    for start, end in sentences(reading.text):
        yield Tagged(reading.text[start:end], tuple(tags[start:end]))


def readable(text: str, breaks: Sequence[tuple[int, int]]) -> Reading:
    """Return the reading of `text`; half a surrogate pair, which no model file can hold, reads as U+FFFD."""
    return read(HALF_PAIR.sub("\ufffd", text), breaks)


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield `[start, end)` of each sentence of a reading's `text`, none longer than the tagger bears."""
    for match in _SENTENCE.finditer(text):
        for start in range(match.start(), match.end(), _LONGEST):
            yield start, min(start + _LONGEST, match.end())


def spans(tags: Sequence[str]) -> Iterator[Span]:
    """Yield the spans that `tags` say, as offsets into them; an `I-` that continues nothing begins one."""
    start, label = 0, ""
    for at, tag in enumerate((*tags, OUTSIDE)):
        if label and tag != INSIDE + label:
            yield Span(start, at, label)
            label = ""
        if tag != OUTSIDE and not label:
            start, label = at, tag[len(BEGIN) :]


def features(text: str) -> list[list[str]]:
    """Return for every character of a sentence what the tagger sees: the two on either side, pairs, triples, kinds."""
    padded = _EDGE * 2 + text + _EDGE * 2
    kinds = "".join(map(_kind, padded))
    return [_seen(padded[at : at + 5], kinds[at + 1 : at + 4]) for at in range(len(text))]


def _seen(five: str, kinds: str) -> list[str]:
    a, b, c, d, e = tuple(five)
    return [
        "1" + a,
        "2" + b,
        "3" + c,
        "4" + d,
        "5" + e,
        "6" + a + b,
        "7" + b + c,
        "8" + c + d,
        "9" + d + e,
        "<" + a + b + c,
        "=" + b + c + d,
        ">" + c + d + e,
        "k" + kinds,
    ]


def _kind(character: str) -> str:
    if character in QUOTES:
        return "q"
    if character.isdigit():
        return "d"
    if character.isascii() and character.isalpha():
        return "a"
    return "c" if character.isalnum() else "p"


def _tags(reading: Reading, marks: Iterable[Span]) -> list[str]:
    tags = [OUTSIDE] * len(reading.text)
    for mark in sorted(marks, key=lambda mark: (mark.start - mark.end, mark.start, mark.label)):
        start, end = _in_reading(reading, mark.start), _in_reading(reading, mark.end - 1) + 1
        if start < end <= len(tags) and all(tag == OUTSIDE for tag in tags[start:end]):
            tags[start:end] = [BEGIN + mark.label, *[INSIDE + mark.label] * (end - start - 1)]
    return tags


def _in_reading(reading: Reading, offset: int) -> int:
    """Return where the original's character at `offset` is read; one inside a break, where reading goes on after it."""
    pieces = range(len(reading.starts))
    which = bisect_right(pieces, offset, key=lambda piece: reading.starts[piece] + reading.shifts[piece]) - 1
    if which < 0:
        return 0
    at = offset - reading.shifts[which]
    return min(at, reading.starts[which + 1]) if which + 1 < len(pieces) else at
