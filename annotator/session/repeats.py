"""Repeats: the same paragraph printed again, decided together with its original.

All offsets are code points of an article's text. Two paragraphs are the same words when they agree without white space; only spans
whose words agree to the letter are carried from one to the other.
"""

from collections.abc import Sequence

from annotator.core.article import Repeat


def is_inside(start: int, end: int, ranges: Sequence[tuple[int, int]]) -> bool:
    """Say whether `[start, end)` lies in one of `ranges`."""
    return any(first <= start and end <= last for first, last in ranges)


def foldable(text: str, repeats: Sequence[Repeat]) -> list[tuple[int, int]]:
    """Return the repeats that are whole paragraphs, without the line breaks around them."""
    return [(r.start, r.end) for r in repeats if _is_at_edge(text, r.start - 1) and _is_at_edge(text, r.end)]


def counterparts(spans: Sequence[tuple[int, int]], text: str, repeats: Sequence[Repeat]) -> list[tuple[tuple[int, int], ...]]:
    """Return, for every repeat in the same article that holds the words of all `spans`, where they stand in it."""
    found = []
    for repeat in repeats:
        if repeat.of_article is None:
            places = tuple(_carried(start, end, text, repeat) for start, end in spans)
            if None not in places:
                found.append(tuple(place for place in places if place is not None))
    return found


def _carried(start: int, end: int, text: str, repeat: Repeat) -> tuple[int, int] | None:
    """Return where the words `[start, end)` stand in `repeat`, counted from its original's beginning without white space; or None."""
    if start < repeat.of_start:
        return None
    first = _nth(text, repeat.start, repeat.end, _count(text, repeat.of_start, start))
    last = _nth(text, repeat.start, repeat.end, _count(text, repeat.of_start, end) - 1)
    if first is None or last is None or text[first : last + 1] != text[start:end]:
        return None
    return first, last + 1


def _count(text: str, start: int, end: int) -> int:
    return sum(not text[i].isspace() for i in range(start, end))


def _nth(text: str, start: int, end: int, n: int) -> int | None:
    for i in range(start, end):
        if not text[i].isspace():
            if n == 0:
                return i
            n -= 1
    return None


def _is_at_edge(text: str, at: int) -> bool:
    return not 0 <= at < len(text) or text[at] == "\n"
