"""Which lines are captions of pictures.

A picture leaves a gap in the column, and its caption is a short sentence below it; a credit (某某 摄) stands below the caption or
behind it in the same line; ▲ and 图为 point at a picture.
"""

from annotator.newsprint import forms
from annotator.newsprint.page import Form, Page

_LONGEST = 60
_LONGEST_POINTED = 140
_PICTURE = 2
"""The line breaks that a picture leaves beyond the usual distance, where nothing but its place says that a line is a caption."""


def set_aside(page: Page) -> Page:
    """Return `page` with the lines that are captions marked as such."""
    newsprint = page.is_newsprint
    return page.with_forms({i: Form.CAPTION for i in range(len(page.lines)) if _is_caption(page, i, newsprint=newsprint)})


def _is_caption(page: Page, i: int, *, newsprint: bool) -> bool:
    line = page.lines[i]
    if page.forms[i] not in {Form.BODY, Form.HEAD} or len(line.text) > _LONGEST_POINTED or forms.has_dateline(line.text):
        return False
    placed = line.gap > page.measure.gap
    below = page.forms[i + 1] if i + 1 < len(page.lines) else None
    if forms.opens_caption(line.text):
        return True
    if forms.holds_credit(line.text):
        return placed or _interrupts(page, i)
    if len(line.text) > _LONGEST:
        return False
    if below is Form.CREDIT:
        return placed or _interrupts(page, i) or _stands_between(page, i)
    placed = line.gap >= page.measure.gap + _PICTURE
    whole = forms.ends_sentence(line.text) and not forms.opens_item(line.text)
    return placed and whole and newsprint and not _is_title(page, i + 1)


def _interrupts(page: Page, i: int) -> bool:
    """Return whether line `i`, and a credit below it, stand in a sentence: open above them, and going on below."""
    if i == 0 or not page.is_open(i - 1):
        return False
    below = i + 1
    while below < len(page.lines) and page.forms[below] is Form.CREDIT:
        below += 1
    if below == len(page.lines) or page.forms[below] not in {Form.BODY, Form.HEAD}:
        return False
    text = page.lines[below].text
    return not (forms.opens_item(text) or forms.has_dateline(text) or forms.opens_caption(text) or _is_title(page, below + 1))


def _stands_between(page: Page, i: int) -> bool:
    """Return whether line `i` and the credit below it have body of one article above and below them."""
    below = i + 2
    return (
        0 < i < len(page.lines) - 2
        and page.forms[i - 1] is Form.BODY
        and page.forms[below] is Form.BODY
        and not page.is_news(below)
        and forms.ends_sentence(page.lines[i].text)
    )


def _is_title(page: Page, below: int) -> bool:
    """Return whether the line above `below` is a title rather than a caption, by what stands below it."""
    return below < len(page.lines) and (page.forms[below] in {Form.BYLINE, Form.SUBTITLE} or page.is_news(below))
