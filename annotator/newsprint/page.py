"""A page as it is being read: its lines, what each is, and where articles begin."""

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise

from annotator.newsprint import forms
from annotator.newsprint.lines import Line, Measure

TITLE_LENGTH = 44
"""The longest line (code points) taken for a line of a title: two decks of twenty characters and what is between them."""

_WRAPPED_TITLE = 0.75
_NEVER_LAST = re.compile(r"(?:[，、；,;在和与及把被对向从将为并或而但是这那该其以由使让至约达近每各第]|\d)$")


class Form(StrEnum):
    """What a line is."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    BYLINE = "byline"
    HEAD = "head"
    BODY = "body"
    CAPTION = "caption"
    CREDIT = "credit"
    COLUMN = "column"
    IMPRINT = "imprint"


FURNITURE = frozenset({Form.COLUMN, Form.IMPRINT})
"""What is about the paper, not the news."""

ASIDE = frozenset({Form.CAPTION, Form.CREDIT})
"""What belongs to a picture."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page's lines, how they are set, what each is, and at which lines articles begin (in order)."""

    lines: tuple[Line, ...]
    measure: Measure
    forms: tuple[Form, ...]
    starts: tuple[int, ...] = ()

    def is_open(self, i: int) -> bool:
        """Return whether line `i` is body whose last sentence is not finished on it; a picture's credit may stand behind one that is."""
        text = self.lines[i].text
        return self.forms[i] is Form.BODY and is_open(text) and not forms.holds_credit(text)

    @property
    def is_newsprint(self) -> bool:
        """Return whether any line is set as newspapers set theirs: byline, credit, column's name, dateline; and none as web pages do."""
        bylines = [line.text for line, form in zip(self.lines, self.forms, strict=True) if form is Form.BYLINE]
        if any(forms.is_filing(text) for text in bylines):
            return False
        marked = bylines or any(form in {Form.CREDIT, Form.COLUMN} for form in self.forms)
        return bool(marked) or any(self.is_news(i) for i in range(len(self.lines)))

    def is_news(self, i: int) -> bool:
        """Return whether line `i` is the first of a news item: body with a dateline."""
        return self.forms[i] is Form.BODY and forms.has_dateline(self.lines[i].text)

    def with_forms(self, changes: dict[int, Form]) -> "Page":
        """Return the page with the lines of `changes` taken for something else; itself if there are none."""
        if not changes:
            return self
        return replace(self, forms=tuple(changes.get(i, form) for i, form in enumerate(self.forms)))


def is_open(text: str) -> bool:
    """Return whether `text` stops inside a sentence; a colon announces what follows, so it stops nothing."""
    return not forms.ends_sentence(text) and not text.endswith((":", "："))


def is_head(text: str, width: int = 0) -> bool:
    """Return whether `text` may be a title or section head: short (for a page wrapped at `width`), no sentence, nothing left open."""
    longest = min(TITLE_LENGTH, int(width * _WRAPPED_TITLE)) if width else TITLE_LENGTH
    if len(text) > longest or "。" in text or text.endswith(tuple("，,、；;：:。…")) or forms.is_unbalanced(text):
        return False
    return not forms.ends_sentence(text) and not forms.has_dateline(text) and not forms.is_continued(text)


def ends_in_particle(text: str) -> bool:
    """Return whether `text` ends with what no heading ends with: a preposition, a conjunction, a comma, a number without its unit."""
    return bool(_NEVER_LAST.search(text))


def looks_cut(text: str) -> bool:
    """Return whether `text` is rather a sentence's beginning than a heading, whose halves, if it has any, are equally long."""
    return ends_in_particle(text) or has_uneven_comma(text)


def has_uneven_comma(text: str) -> bool:
    """Return whether a comma divides `text` into unequal parts."""
    parts = [part for part in re.split("[，,]", text) if part]
    return any(abs(len(a) - len(b)) > 1 for a, b in pairwise(parts))


def alone(lines: list[Line], measure: Measure) -> Page:
    """Return `lines` as a page, each taken for what it looks like by itself.

    Imprints are printed by newspapers; where no line is set as papers set theirs, what looks like one (联系电话：…) is part of the text.
    """
    found = [_form(line.text, measure.width) for line in lines]
    page = Page(tuple(lines), measure, tuple(found))
    if page.is_newsprint:
        return page
    return page.with_forms({i: Form.BODY for i, form in enumerate(found) if form is Form.IMPRINT})


_SHORT = (
    (Form.COLUMN, forms.is_column),
    (Form.IMPRINT, forms.is_imprint),
    (Form.CREDIT, forms.is_credit),
    (Form.BYLINE, forms.is_byline),
    (Form.SUBTITLE, forms.is_subtitle),
)
_LONGEST_SHORT = 80


def _form(text: str, width: int) -> Form:
    if len(text) <= _LONGEST_SHORT:
        for form, test in _SHORT:
            if test(text):
                return form
    return Form.HEAD if is_head(text, width) else Form.BODY
