"""Section heads, and the short beginnings of cut sentences that look like them.

A column may be full after a few characters of a paragraph; what is left above the cut is as short as a section head and ends
without a full stop as well. Section heads of an article come in twos and threes and are built alike (two halves with a space,
a number, the same length); a news item has none; and a head is a whole phrase. What has none of this is a cut sentence.
"""

import re
from collections import Counter
from dataclasses import replace
from itertools import chain, pairwise

from annotator.newsprint import forms
from annotator.newsprint.page import ASIDE, FURNITURE, Form, Page, ends_in_particle, has_uneven_comma

_NEVER_FIRST = re.compile(r"[的了着们吗呢吧么，。、；：！？”’）》】」』%％℃,.;:!?)\]]")
_TWO_HALVES = re.compile(r"[\u3400-\u9fff”’》！？!?\d][ \u3000\t]+[\u3400-\u9fff“‘《\d]")
_PARTS = re.compile(r"[\s，,]+")
_PLAY = 3
_SERIES = 2


def settle(page: Page) -> Page:
    """Return `page` with those heads taken for body that are really the beginnings of cut sentences.

    A news item has no section heads: the only head in one, if it is no cut sentence, is the title of the next item.
    """
    if Form.HEAD not in page.forms:
        return page
    pairs = _pairs(page)
    changes: dict[int, Form] = {}
    titles: list[int] = []
    for first, end in pairwise((*page.starts, len(page.lines))):
        article = _Article(page, first, end, pairs)
        changes |= article.cut
        titles += article.next_title()
        if article.heads and article.heads[-1] == end - 1 > first and page.forms[end - 2] is Form.BODY:
            changes[end - 1] = _last(page.lines[end - 1].text)
    changes |= dict.fromkeys(titles, Form.TITLE)
    return replace(page.with_forms(changes), starts=tuple(sorted((*page.starts, *titles))))


def _pairs(page: Page) -> frozenset[tuple[str, str]]:
    """Return the adjacent characters of the page's lines; nothing where no head is uneven, for which alone they are asked."""
    heads = (line.text for line, form in zip(page.lines, page.forms, strict=True) if form is Form.HEAD)
    if not any(has_uneven_comma(text) for text in heads):
        return frozenset()
    return frozenset(chain.from_iterable(zip(line.text, line.text[1:], strict=False) for line in page.lines))


def _last(text: str) -> Form:
    """Return what a head at the end of an article is: who wrote it, or a sentence of which the rest stands elsewhere."""
    return Form.BYLINE if forms.is_plain_byline(text) else Form.BODY


class _Article:
    """The heads of one article, from line `first` to line `end`, and those of them that are `cut` sentences."""

    def __init__(self, page: Page, first: int, end: int, pairs: frozenset[tuple[str, str]]) -> None:
        """Judge the heads; `pairs` are the adjacent characters of the page's lines."""
        self._page, self._first, self._end, self._pairs = page, first, end, pairs
        self.heads = [i for i in range(first, end) if page.forms[i] is Form.HEAD]
        built = [_build(page.lines[i].text) for i in self.heads]
        self._alike = Counter(parts for parts, _ in built)
        self._as_long = Counter(built)
        self.cut: dict[int, Form] = {}
        # Upwards first, so that one which goes on with another goes on with body; then downwards, for those that another leaves open.
        for i in (*reversed(self.heads), *self.heads):
            below = self._below(i)
            if below is not None and self._is_cut(i, below):
                self.cut[i] = Form.BODY

    def next_title(self) -> list[int]:
        """Return the only head, if the article is a news item and the head stands between a finished paragraph and another."""
        if len(self.heads) != 1 or self.heads[0] in self.cut:
            return []
        page, i = self._page, self.heads[0]
        opening = next((k for k in range(self._first, i) if page.forms[k] is Form.BODY), None)
        if opening is None or not page.is_news(opening) or self._below(i) is None or forms.opens_item(page.lines[i].text):
            return []
        return [i] if page.forms[i - 1] is Form.BODY and not page.is_open(i - 1) else []

    def _is_cut(self, i: int, below: int) -> bool:
        """Return whether the head at line `i`, body at line `below`, is the beginning of a sentence cut by the column."""
        page, text, next_text = self._page, self._page.lines[i].text, self._page.lines[below].text
        if forms.is_numbered(text) or forms.opens_item(next_text) or page.is_news(below):
            return False
        if _NEVER_FIRST.match(next_text) or ends_in_particle(text):
            return True
        above = self._above(i)
        if above is not None and (page.is_open(above) or above in self.cut):
            return True
        uneven = has_uneven_comma(text)
        if uneven and (forms.opens_paragraph(text) or (text[-1], next_text[0]) in self._pairs):
            return True
        if self._has_like(text) or _TWO_HALVES.search(text) or forms.is_marked(text) or text[-1] in forms.CLOSERS:
            return False
        opening = above is None or page.forms[above] in {Form.TITLE, Form.SUBTITLE, Form.BYLINE}
        return uneven or not (opening or forms.opens_paragraph(next_text))

    def _has_like(self, text: str) -> bool:
        """Return whether the article has a head built alike: two more of as many parts, or one that is about as long as well."""
        parts, length = _build(text)
        if self._alike[parts] > _SERIES:
            return True
        return sum(self._as_long[parts, length + play] for play in range(-_PLAY, _PLAY + 1)) > 1

    def _below(self, i: int) -> int | None:
        """Return the next line after `i` that is not a picture's or furniture, if it is body or a cut sentence."""
        below = next((k for k in range(i + 1, self._end) if self._page.forms[k] not in ASIDE | FURNITURE), None)
        return below if below is not None and (self._page.forms[below] is Form.BODY or below in self.cut) else None

    def _above(self, i: int) -> int | None:
        """Return the line of the article before line `i`, looking past pictures and furniture."""
        return next((k for k in range(i - 1, self._first - 1, -1) if self._page.forms[k] not in ASIDE | FURNITURE), None)


def _build(text: str) -> tuple[int, int]:
    """Return how a head is built: its parts, at spaces and commas, and its length."""
    return len(_PARTS.split(text)), len(text)
