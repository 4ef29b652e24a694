"""Repeats: the same paragraph printed again, decided together with its original.

All offsets are code points of an article's text. Two paragraphs are the same words when they agree without white space; only spans
whose words agree to the letter are carried from one to the other.
"""

from collections.abc import Iterable, Mapping, Sequence

from annotator.core.article import Repeat


def is_inside(start: int, end: int, ranges: Sequence[tuple[int, int]]) -> bool:
    """Say whether `[start, end)` lies in one of `ranges`."""
    return any(first <= start and end <= last for first, last in ranges)


def foldable(text: str, repeats: Sequence[Repeat], originals: Mapping[str, str]) -> list[tuple[int, int]]:
    """Return the repeats that are whole paragraphs and say the same as their originals, without the line breaks around them.

    `originals` are the texts of other articles by id. What is only nearly the same is decided on its own.
    """
    return [
        (r.start, r.end)
        for r in repeats
        if _is_at_edge(text, r.start - 1) and _is_at_edge(text, r.end) and _says_the_same(text, r, originals.get(r.of_article or "", text))
    ]


def counterparts(
    spans: Sequence[tuple[int, int]], original: str, text: str, repeats: Iterable[Repeat]
) -> list[tuple[tuple[int, int], ...]]:
    """Return, for every one of `repeats` (of `original`, in `text`) that holds the words of all `spans`, where they stand in it."""
    found = []
    for repeat in repeats:
        places = tuple(_carried(start, end, original, text, repeat) for start, end in spans)
        if None not in places:
            found.append(tuple(place for place in places if place is not None))
    return found


def _carried(start: int, end: int, original: str, text: str, repeat: Repeat) -> tuple[int, int] | None:
    """Return where the words `[start, end)` of `original` stand in `repeat`, counted from its beginning without white space."""
    if start < repeat.of_start:
        return None
    first = _nth(text, repeat.start, repeat.end, _count(original, repeat.of_start, start))
    last = _nth(text, repeat.start, repeat.end, _count(original, repeat.of_start, end) - 1)
    if first is None or last is None or text[first : last + 1] != original[start:end]:
        return None
    return first, last + 1


def _says_the_same(text: str, repeat: Repeat, original: str) -> bool:
    words = "".join(text[repeat.start : repeat.end].split())
    return "".join(original[repeat.of_start : repeat.of_start + 2 * (repeat.end - repeat.start)].split()).startswith(words)


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
