"""Occurrences of words all over a project, with what stands left and right of them, as values.

All offsets are code points of an article's text. Breaks, widths and quotation marks are looked through, as they are everywhere.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from annotator.core.fold import DECIDED, MARKS, Status
from annotator.project import annotating, concordance
from annotator.project.workspace import Project
from annotator.session.finding import Searchable, normalised
from annotator.session.open_article import OpenArticle
from annotator.session.repeats import is_inside
from annotator.store.filtering import Begun, Text

SHORTEST = 2
_CONTEXT = 48
# Words are cut the same wherever the text is cut at such a mark.
_STOPS = frozenset("，。！？；：、“”‘’（）《》…— \u3000")

Cut = Callable[[str, Sequence[tuple[int, int]]], Sequence[int]]


class Sort(StrEnum):
    """How occurrences are sorted: as they stand in the project, by what stands left of them read backwards, by what stands right."""

    PLACE = "place"
    LEFT = "left"
    RIGHT = "right"


class Caution(StrEnum):
    """Why an occurrence is not ticked with all others."""

    NONE = ""
    FINISHED = "finished"
    INSIDE = "inside"
    CUTS_WORD = "cuts_word"
    REPEAT = "repeat"
    DECIDED = "decided"


@dataclass(frozen=True, slots=True)
class Hit:
    """One occurrence `[start, end)` of an article; `before` and `after` are the text around it on one line, at most 48 characters."""

    number: int
    article: str
    title: str
    file: str
    start: int
    end: int
    before: str
    words: str
    after: str
    is_repeat: bool = False


@dataclass(frozen=True, slots=True)
class Stand:
    """A span that stands in an article already."""

    start: int
    end: int
    label: str
    surface: str
    status: Status


@dataclass(frozen=True, slots=True)
class Standing:
    """What one person's annotation of an article says: its spans and how far it is."""

    begun: Begun
    spans: tuple[Stand, ...]

    def at(self, start: int, end: int) -> Stand | None:
        """Return what stands on exactly `[start, end)`, the mark first; None where nothing does."""
        here = [span for span in self.spans if (span.start, span.end) == (start, end)]
        return min(here, key=lambda span: (span.status not in MARKS, span.status not in DECIDED)) if here else None

    def over(self, start: int, end: int) -> Stand | None:
        """Return another span that shares characters with `[start, end)` and was not rejected; None where none does."""
        found = (s for s in self.spans if s.start < end and start < s.end and (s.start, s.end) != (start, end))
        return next((span for span in found if span.status is not Status.REJECTED), None)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which occurrences are shown: those in this state and with this label, in this source; empty is any. `none` is plain text."""

    state: str = ""
    label: str = ""
    source: str = ""

    @property
    def needs_standing(self) -> bool:
        """Whether it asks for more than the place itself."""
        return bool(self.state or self.label)

    def fits(self, hit: Hit, standing: Standing | None) -> bool:
        """Say whether an occurrence is shown."""
        if self.source and hit.file != self.source:
            return False
        if not self.needs_standing:
            return True
        there = standing.at(hit.start, hit.end) if standing is not None else None
        return self.state in {"", state_of(there)} and (not self.label or (there is not None and there.label == self.label))


def state_of(there: Stand | None) -> str:
    """Return the state that a filter knows: `none`, `open` (skipped too), `accepted` (any mark), `rejected`."""
    if there is None:
        return "none"
    if there.status in MARKS:
        return "accepted"
    return "rejected" if there.status is Status.REJECTED else "open"


def is_enough(query: str, *, is_asked: bool) -> bool:
    """Say whether a query is long enough to be answered while it is typed; one character is when it is asked for."""
    return len(normalised(query)) >= (1 if is_asked else SHORTEST)


def hits(texts: Iterable[Text], query: str) -> Iterator[list[Hit]]:
    """Yield, for every text, the occurrences of `query` in it."""
    for text in texts:
        searchable = Searchable.of(text.text, text.breaks)
        found = searchable.find(query)
        if searchable.quotes and found:
            found = _balanced(found, searchable.same(query))
        yield _hits(text, found) if found else []


def _balanced(found: Sequence[tuple[int, int]], whole: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the places with the quotation marks that belong to them, as candidates have them; one that cuts a quotation stays."""
    made, at = [], 0
    for start, end in found:
        # Both are in text order, and no two of either overlap.
        while at < len(whole) and whole[at][1] < end:
            at += 1
        fits = at < len(whole) and whole[at][0] <= start and end <= whole[at][1]
        made.append(whole[at] if fits else (start, end))
    return made


def _hits(text: Text, found: Sequence[tuple[int, int]]) -> list[Hit]:
    healed, shift = _healed(text)
    made = []
    for start, end in found:
        first, last = start - shift(start), end - shift(end - 1)
        before, after = healed[max(first - _CONTEXT, 0) : first], healed[last : last + _CONTEXT]
        is_repeat = is_inside(start, end, text.repeats)
        words = healed[first:last]
        made.append(Hit(text.number, text.id, text.title, text.file, start, end, _line(before), words, _line(after), is_repeat))
    return made


def _healed(text: Text) -> tuple[str, Callable[[int], int]]:
    """Return a text without its breaks, and how much of them stands before an offset."""
    breaks = sorted(text.breaks)
    starts = [start for start, _ in breaks]
    left_out = [0]
    pieces, at = [], 0
    for start, end in breaks:
        pieces.append(text.text[at:start])
        left_out.append(left_out[-1] + end - start)
        at = end
    pieces.append(text.text[at:])
    return "".join(pieces), lambda offset: left_out[bisect_left(starts, offset + 1)]


def _line(text: str) -> str:
    """Return text on one line; the end of a paragraph is a space."""
    return text.replace("\n", " ") if "\n" in text else text


def in_order(found: Sequence[Hit], chosen: Iterable[int], sort: Sort) -> list[int]:
    """Return the numbers `chosen` of occurrences, sorted; equals stay as they stand in the project."""
    if sort is Sort.PLACE:
        return sorted(chosen)
    key = left_key if sort is Sort.LEFT else right_key
    return sorted(chosen, key=lambda at: (key(found[at]), at))


def left_key(hit: Hit) -> str:
    """Return what stands left, read backwards."""
    return hit.before[::-1]


def right_key(hit: Hit) -> str:
    """Return what stands right."""
    return hit.after


def standing(project: Project, annotator: str, number: int, article: str) -> Standing:
    """Return what the annotator sees in an article; where nothing was decided yet, what is proposed."""
    begun = concordance.begun(project, annotator, article)
    if begun.decisions:
        opened = OpenArticle.of(annotating.open_article(project, annotator, article), is_folded=False)
        return Standing(begun, tuple(Stand(item.start, item.end, item.label, item.surface, item.status) for item in opened.all_items))
    known = () if begun.is_blind else concordance.proposed(project, number)
    return Standing(begun, tuple(Stand(*one, Status.OPEN) for one in known))


def caution(hit: Hit, there: Standing, *, cuts_word: bool) -> Caution:
    """Return why an occurrence is not ticked with all others; the weightiest reason."""
    if there.begun.is_finished:
        return Caution.FINISHED
    exact = there.at(hit.start, hit.end)
    if exact is not None:
        return Caution.DECIDED if exact.status in DECIDED else Caution.REPEAT if hit.is_repeat else Caution.NONE
    if there.over(hit.start, hit.end) is not None:
        return Caution.INSIDE
    if cuts_word:
        return Caution.CUTS_WORD
    return Caution.REPEAT if hit.is_repeat else Caution.NONE


def cuts_word(hit: Hit, cut: Cut) -> bool:
    """Say whether an occurrence begins or ends inside a word of its sentence."""
    before, after = _back_to_stop(hit.before), _on_to_stop(hit.after)
    boundaries = set(cut(before + hit.words + after, ()))
    return not {len(before), len(before) + len(hit.words)} <= boundaries


def _back_to_stop(text: str) -> str:
    at = max((i for i, char in enumerate(text) if char in _STOPS), default=-1)
    return text[at + 1 :]


def _on_to_stop(text: str) -> str:
    return text[: next((i for i, char in enumerate(text) if char in _STOPS), len(text))]
