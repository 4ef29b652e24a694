"""Where a place stands: its sentence, and the one before and after, inside its paragraph."""

import re
from dataclasses import dataclass

from annotator.store.articles import Article

_ENDS = re.compile(r"[。！？!?；;…]+[”’」』）)]*")
_MOST = 160


@dataclass(frozen=True, slots=True)
class Around:
    """The sentence `[start, end)` of a place (code points of the article); what stands around it is `[first, last)`."""

    first: int
    start: int
    end: int
    last: int


def around(article: Article, start: int, end: int) -> Around:
    """Return the sentence around `[start, end)`, which leaves the paragraph only with the place, and one more sentence on each side."""
    low, high = _paragraph(article, start, end)
    before, after = _before(article.text, low, start), _after(article.text, high, end)
    first = before if before == 0 else _before(article.text, *_paragraph_before(article, before))
    last = after if after == len(article.text) else _after(article.text, *_paragraph_after(article, after))
    return Around(first, before, after, last)


def _before(text: str, low: int, at: int) -> int:
    """Return where the sentence in which `at` stands begins, not before `low`; one that never ends is cut where it is understood."""
    cuts = [match.end() for match in _ENDS.finditer(text, low, at)]
    return max(cuts[-1] if cuts else low, at - _MOST)


def _after(text: str, high: int, at: int) -> int:
    """Return where the sentence ends that goes on at `at`, not behind `high`."""
    if at > 0 and _ENDS.fullmatch(text[at - 1]):
        return at
    found = _ENDS.search(text, at, high)
    return min(found.end() if found else high, at + _MOST)


def _paragraph(article: Article, start: int, end: int) -> tuple[int, int]:
    text = article.text
    lines = [(p.start, p.end) for p in article.layout.paragraphs if p.start < end and start < p.end]
    low = min((a for a, _ in lines), default=text.rfind("\n", 0, start) + 1)
    return min(low, start), max(max((b for _, b in lines), default=_line_end(text, end)), end)


def _paragraph_before(article: Article, at: int) -> tuple[int, int]:
    """Return where the paragraph with the last character before `at` begins, and the end of that character's sentence less its mark."""
    text, last = article.text, at - 1
    while last > 0 and text[last].isspace():
        last -= 1
    while last > 0 and _ENDS.fullmatch(text[last]):
        last -= 1
    return _paragraph(article, last, last + 1)[0], last


def _paragraph_after(article: Article, at: int) -> tuple[int, int]:
    """Return where the paragraph ends that holds the first character after `at`, and that character's offset."""
    text, first = article.text, at
    while first < len(text) - 1 and text[first].isspace():
        first += 1
    return _paragraph(article, first, first + 1)[1], first + 1


def in_sentence(article: Article, start: int, end: int) -> tuple[str, str, str]:
    """Return what stands before, on and after `[start, end)` in its sentence, on one line."""
    place = around(article, start, end)
    return one_line(article.text[place.start : start]), one_line(article.text[start:end]), one_line(article.text[end : place.end])


def one_line(text: str) -> str:
    """Return `text` without blanks and line breaks."""
    return "".join(text.split())


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end
