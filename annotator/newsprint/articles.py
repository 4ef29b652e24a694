"""At which lines of a page articles begin.

Rules, and the habit of newspapers behind each:
- An article begins with its title; a byline (本报记者 某某), a dateline (本报讯), a box (核心提示) or a subtitle (——) directly below
  is what tells a title from a section head, which has body on both sides. The lines of a title stand together.
- A byline between two paragraphs stands below the lead of its article, so the head above the lead is the title.
- A picture story ends with its photographer's credit, so the head above its few paragraphs is its title.
- A news item opens with its dateline even where it has no title: 本报讯 is printed once an item.
- A column's name (图说 TUSHUO, 快讯) stands above the first article of the column; in a column of briefs every head is a title.
- A byline below body, or the writer's name in brackets behind the last sentence, closes an article, so a head below it opens one.
- Where none of these says that an article begins, none does: a page cut too seldom is read more easily than one cut to pieces.
"""

from dataclasses import replace

from annotator.newsprint import forms
from annotator.newsprint.page import ASIDE, FURNITURE, TITLE_LENGTH, Form, Page, has_uneven_comma, looks_cut

_TITLE_LINES = 4
_SHORTEST_KICKER = 6
_LONGEST_KICKER = 30
_LEAD_LINES = 2
_STORY_LINES = 4
_LONGEST_CAPTION = 60


def find(page: Page) -> Page:
    """Return `page` with the starts of its articles, and the lines of their titles, bylines and columns marked."""
    search = _Search(page)
    i = 0
    while i < len(page.lines):
        i = search.look_at(i)
    search.first()
    return replace(page, forms=tuple(search.forms), starts=tuple(sorted(search.starts)))


class _Search:
    """One pass over a page; `forms` and `starts` grow as it goes."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.forms = list(page.forms)
        self.starts: set[int] = set()
        self._briefs = False
        """Whether the column being read is one of briefs whose titles have neither byline nor dateline below them."""
        self._opening = -1
        """The last line of the newest article's opening: title, byline, box or dateline."""

    def look_at(self, i: int) -> int:
        """Look at line `i`, and at the run of heads that begins there; return the line to look at next."""
        end = self._run(i)
        if end > i:
            self._weigh(i, end)
            return end
        if i > self._opening and self._opens(i):
            self._begin_without_head(i)
        if self._signs_story(i):
            self._begin_above(i, _STORY_LINES)
        return i + 1

    def first(self) -> None:
        """Begin an article at the first line that is not furniture or a picture's, if none begins there."""
        inside = (i for i, form in enumerate(self.forms) if form not in FURNITURE | ASIDE)
        first = next(inside, None)
        if first is not None and min(self.starts, default=len(self.forms)) > first:
            self.starts.add(first)
            if self.forms[first] is Form.HEAD and not forms.opens_item(self._text(first)):
                self.forms[first] = Form.TITLE

    def _text(self, i: int) -> str:
        return self.page.lines[i].text

    def _run(self, i: int) -> int:
        """Return the end of the run of heads, subtitles and column names from line `i`; `i` if there is none."""
        end = i
        while end < len(self.forms) and (self._is_title_like(end) or self._exclaims(end)):
            end += 1
        return end

    def _is_title_like(self, i: int) -> bool:
        if self.forms[i] is Form.HEAD:
            return not forms.has_lead(self._text(i))
        return self.forms[i] in {Form.SUBTITLE, Form.COLUMN}

    def _exclaims(self, i: int) -> bool:
        """Return whether line `i` is a title that exclaims or asks: short, and right above a byline, dateline or subtitle."""
        text = self._text(i)
        if self.forms[i] is not Form.BODY or len(text) > TITLE_LENGTH or not text.endswith(tuple("！？!?")) or "。" in text:
            return False
        below = i + 1
        return below < len(self.forms) and not forms.opens_item(text) and (self.forms[below] is Form.SUBTITLE or self._opens(below))

    def _opens(self, i: int) -> bool:
        """Return whether line `i` is what stands below titles only: byline, dateline, box, 上接."""
        text = self._text(i)
        if self.forms[i] is Form.BYLINE:
            return i + 1 < len(self.forms)
        if self.forms[i] is Form.HEAD:
            return forms.has_lead(text)
        return self.forms[i] is Form.BODY and (forms.has_dateline(text) or forms.has_lead(text) or forms.is_continued(text))

    def _begin_without_head(self, i: int) -> None:
        """Begin an article at line `i`, no head right above it, if it is a news item, or a byline below a lead."""
        if self.forms[i] is Form.BYLINE:
            self._begin_above_lead(i)
        elif i == 0 or not forms.has_lead(self._text(i)):
            self._begin(i, i)

    def _begin_above_lead(self, byline: int) -> None:
        """Begin an article at the head above the one or two paragraphs above line `byline`, if body follows it."""
        if self.forms[byline + 1] is Form.BODY and self._begin_above(byline, _LEAD_LINES):
            self._opening = byline

    def _signs_story(self, i: int) -> bool:
        """Return whether line `i` is the credit of a picture story: below a paragraph too long for a caption, no body below it."""
        if self.forms[i] is not Form.CREDIT or i == 0 or self.forms[i - 1] is not Form.BODY or len(self._text(i - 1)) <= _LONGEST_CAPTION:
            return False
        return i + 1 == len(self.forms) or self.forms[i + 1] is not Form.BODY or self.page.is_news(i + 1)

    def _begin_above(self, i: int, most: int) -> bool:
        """Begin an article at the head above the paragraphs above line `i`, if they are no more than `most`; return whether it does."""
        top = i
        while top > 0 and self.forms[top - 1] is Form.BODY and i - top <= most:
            top -= 1
        head = top - 1
        apart = head > self._opening + _LEAD_LINES or self._opening < 0
        if not (apart and 0 < i - top <= most and self.forms[head] is Form.HEAD):
            return False
        if forms.is_numbered(self._text(head)) or looks_cut(self._text(head)):
            return False
        self._begin(head, head)
        return True

    def _weigh(self, start: int, end: int) -> None:
        """Begin an article in the run of heads from `start` to `end` (exclusive), if one begins there."""
        if end - start > 1 and start > 0 and self.forms[start - 1] is Form.BODY and forms.is_plain_byline(self._text(start)):
            self.forms[start] = Form.BYLINE
            start += 1
        below = self._below(end)
        opens = below is not None and self._opens(below)
        top = self._below_columns(start, end, opens=opens)
        column = top > start
        if top == end:
            if end < len(self.forms) and self.forms[end] is Form.BODY:
                self._begin(end, end)
            return
        if below is None or all(self.forms[j] is Form.SUBTITLE for j in range(top, end)):
            return
        if opens or self._is_plain_byline(end - 1, top):
            self._briefs = False
            self._begin(max(self._below_cut(top, end), end - _TITLE_LINES), below)
        elif self._stands_alone(top, end, column=column):
            self._briefs = self._briefs or (column and forms.is_briefs(self._text(top - 1)))
            self._begin(top, top + self._decks(top, end) - 1)

    def _below(self, i: int) -> int | None:
        """Return the first line from `i` that is not a picture's, if it is body or opens an article."""
        while i < len(self.forms) and self.forms[i] in ASIDE:
            i += 1
        return i if i < len(self.forms) and (self.forms[i] is Form.BODY or self._opens(i)) else None

    def _below_columns(self, start: int, end: int, *, opens: bool) -> int:
        """Mark the columns' names at the top of a run of heads, and return the first line below them."""
        top = start
        for j in range(start, end):
            if self.forms[j] is Form.COLUMN or (j == top and self._names_column(j, end, opens=opens)):
                self._briefs = False
                self.forms[j] = Form.COLUMN
                top = j + 1
        return top

    def _below_cut(self, top: int, end: int) -> int:
        """Return the first line of a title to `end`: a cut sentence at the top of the heads, right below body, ends the article above."""
        if top == 0 or top == end - 1 or self.forms[top] is not Form.HEAD or self.forms[top - 1] is not Form.BODY:
            return top
        text = self._text(top)
        if not has_uneven_comma(text) or not (len(text) > _LONGEST_KICKER or forms.opens_paragraph(text)):
            return top
        self.forms[top] = Form.BODY
        return top + 1

    def _names_column(self, i: int, end: int, *, opens: bool) -> bool:
        """Return whether the head at `i` of a run to `end` is a column's name.

        By its words, where another head or a picture stands below it; or because it is too short for a kicker above a title.
        """
        text = self._text(i)
        if self.forms[i] is not Form.HEAD or forms.is_numbered(text):
            return False
        followed = i < end - 1
        picture = i + 1 < len(self.forms) and self.forms[i + 1] in ASIDE
        return (forms.may_be_column(text) and (followed or picture)) or (opens and followed and len(text) < _SHORTEST_KICKER)

    def _is_plain_byline(self, i: int, top: int) -> bool:
        """Return whether the last head of a run is names alone; then it is a byline, and what is above it a title."""
        if i <= top or not forms.is_plain_byline(self._text(i)):
            return False
        self.forms[i] = Form.BYLINE
        return True

    def _stands_alone(self, top: int, end: int, *, column: bool) -> bool:
        """Return whether heads with plain body below begin an article."""
        if column or (end - top > 1 and self.forms[top] is Form.HEAD and self.forms[top + 1] is Form.SUBTITLE):
            return True
        if any(forms.opens_item(self._text(j)) for j in range(top, end)):
            return False
        return top == 0 or self._closes(top - 1) or (self._briefs and end - top == 1)

    def _closes(self, i: int) -> bool:
        """Return whether line `i` closes its article: a byline below body, or a writer in brackets behind the last sentence."""
        if self.forms[i] is Form.BYLINE:
            return i > self._opening and not forms.has_lead(self._text(i - 1))
        return self.forms[i] is Form.BODY and forms.ends_article(self._text(i))

    def _decks(self, top: int, end: int) -> int:
        """Return how many of the heads from `top` are lines of one title: the first, a second as long as a kicker, subtitles."""
        decks = 1
        while top + decks < end and decks < _TITLE_LINES:
            i = top + decks
            if self.forms[i] is Form.HEAD and forms.is_plain_byline(self._text(i)):
                self.forms[i] = Form.BYLINE
                break
            text = self._text(i)
            second = decks == 1 and len(text) >= _SHORTEST_KICKER and not (forms.is_document_number(text) or looks_cut(text))
            if self.forms[i] is not Form.SUBTITLE and not second:
                break
            decks += 1
        return decks

    def _begin(self, top: int, last: int) -> None:
        """Begin an article whose opening goes from line `top` to line `last`."""
        self.starts.add(top)
        self._opening = last
        for j in range(top, last + 1):
            if self.forms[j] is Form.HEAD or (j < last and self.forms[j] is Form.BODY):
                self.forms[j] = Form.TITLE
