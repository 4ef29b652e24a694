"""Where a line ends inside a sentence because the column did.

A column cuts a sentence wherever it is full, often inside a word; the line before the cut ends without 。！？…, and what
follows goes on. Titles, section heads, bylines and credits end without a full stop too, and are no cut; nor are verse, tables
and lists, whose lines are all short.
"""

from annotator.newsprint import forms
from annotator.newsprint.lines import is_row
from annotator.newsprint.page import ASIDE, FURNITURE, Form, Page
from annotator.newsprint.repeats import Again, again

_LIST_LINES = 4
_LIST_WIDTH = 24
_SHORTEST_LIST_ITEM = 40
_FULL = 0.75


def joints(page: Page) -> dict[int, int]:
    """Return for each line that is cut by the column the line on which its sentence goes on."""
    before = again([line.text for line in page.lines])
    starts, lists = set(page.starts), _list_lines(page)
    found: dict[int, int] = {}
    for i in range(len(page.lines)):
        if page.is_open(i) and i not in lists:
            j = _next_body(page, i, starts)
            if j is not None and j not in lists and goes_on(page, i, j) and not _is_misplaced(page, i, j, before):
                found[i] = j
    return found


def goes_on(page: Page, i: int, j: int) -> bool:
    """Return whether line `j` can go on with the sentence that line `i` leaves open."""
    text, next_text = page.lines[i].text, page.lines[j].text
    if len(text) < page.measure.width * _FULL or (text.endswith(("；", ";")) and len(text) < _SHORTEST_LIST_ITEM):
        return False
    return not forms.opens_item(next_text) and not forms.has_dateline(next_text)


def _next_body(page: Page, i: int, starts: set[int]) -> int | None:
    """Return the next line of body after `i`, looking past captions, credits and furniture; None at an article's end."""
    for j in range(i + 1, len(page.lines)):
        if j in starts:
            return None
        if page.forms[j] not in ASIDE | FURNITURE:
            return j if page.forms[j] is Form.BODY else None
    return None


def _is_misplaced(page: Page, i: int, j: int, before: dict[int, Again]) -> bool:
    """Return whether line `j` only repeats text that stood elsewhere, so that it cannot be what line `i` goes on with."""
    if j not in before:
        return False
    of, at = before[j].of, before[j].at
    led = "".join(page.lines[of].text.split())[:at] or (page.lines[of - 1].text if of else "")
    return led[-2:] != page.lines[i].text[-2:]


def _list_lines(page: Page) -> set[int]:
    """Return the lines of verse, tables and lists: at least four short lines in a row, unless the page is hard-wrapped."""
    if page.measure.width:
        return set()
    found: set[int] = set()
    run: list[int] = []
    for i, line in enumerate(page.lines):
        if page.forms[i] in {Form.BODY, Form.HEAD} and (len(line.text) <= _LIST_WIDTH or is_row(line.text)):
            run.append(i)
        else:
            found.update(run if len(run) >= _LIST_LINES else ())
            run = []
    found.update(run if len(run) >= _LIST_LINES else ())
    return found
