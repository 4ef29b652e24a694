"""A name that a pattern recognised once is looked for in the whole article: titles and later paragraphs drop the telling words."""

from collections.abc import Iterable, Iterator

from annotator.suggest.resolve import Find

# Shorter names are ordinary words elsewhere.
_IN_QUOTES, _BARE = 3, 4
_LESS_SURE = 0.9


def recurring(text: str, finds: Iterable[Find]) -> Iterator[Find]:
    """Yield the other places of the quoted names among pattern `finds`, in quotes or, if long enough, without."""
    names: dict[str, Find] = {}
    for find in finds:
        if find.source.startswith("pattern:") and _is_quoted(text, find.start, find.end):
            names.setdefault(text[find.start : find.end], find)
    for name, find in names.items():
        for start in _places(text, name):
            end = start + len(name)
            if start != find.start and len(name) >= (_IN_QUOTES if _is_quoted(text, start, end) else _BARE):
                yield find._replace(start=start, end=end, score=find.score * _LESS_SURE, reason="same_name")


def _is_quoted(text: str, start: int, end: int) -> bool:
    return text[max(0, start - 1) : start] == "“" and text[end : end + 1] == "”"


def _places(text: str, name: str) -> Iterator[int]:
    at = text.find(name)
    while at >= 0:
        yield at
        at = text.find(name, at + len(name))
