"""Where the words of one mention stand again in an article, and what is in doubt there.

The same mention is the same surface without breaks and quotation marks and with uniform widths.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from annotator.core.fold import Status
from annotator.session.items import Item
from annotator.session.open_article import OpenArticle
from annotator.session.repeats import is_inside

IsWhole = Callable[[int, int], bool]


class Doubt(StrEnum):
    """Why a place is not ticked by itself."""

    NONE = ""
    DECIDED = "decided"
    CUTS_WORD = "cuts_word"
    INSIDE = "inside"


@dataclass(frozen=True, slots=True)
class Subject:
    """The mention `[start, end)` whose like is looked for; `item` is None for a selection nobody has marked yet."""

    start: int
    end: int
    surface: str
    item: Item | None

    @property
    def is_stranger(self) -> bool:
        """Whether it stands in another article."""
        return self.start < 0

    def elsewhere(self) -> "Subject":
        """Return the subject as other articles see it: without a place."""
        return replace(self, start=-1, end=-1)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is decided of all: the `label` they get; an empty one rejects them."""

    label: str


REJECT = Verdict("")


@dataclass(frozen=True, slots=True)
class Place:
    """One range `[start, end)` with the same words: `items` stand there already, the one that counts first; `doubt` leaves it unticked."""

    start: int
    end: int
    items: tuple[Item, ...]
    doubt: Doubt
    is_subject: bool = False

    @property
    def item(self) -> Item | None:
        """The span that stands there, None where the words are plain text."""
        return self.items[0] if self.items else None


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """The same words in another article of the annotator: those of its places that are free of doubt."""

    opened: OpenArticle
    places: tuple[Place, ...]


def subject_of(opened: OpenArticle, current: Item | None, selection: tuple[int, int] | None) -> Subject | None:
    """Return what the same is looked for: the selection, else the current span."""
    if selection is not None:
        there = next((item for item in opened.items if (item.start, item.end) == selection), None)
        return Subject(*selection, opened.article.text[slice(*selection)], there)
    return Subject(current.start, current.end, current.surface, current) if current is not None else None


def verdict_on(subject: Subject) -> Verdict | None:
    """Return what was decided of the subject itself; None while it is open."""
    item = subject.item
    if item is None or not item.is_decided:
        return None
    return Verdict(item.label) if item.is_mark else REJECT


def places(opened: OpenArticle, subject: Subject, is_whole: IsWhole) -> tuple[Place, ...]:
    """Return where the subject's words stand and where something is left to decide, in text order.

    `is_whole` says whether `[start, end)` cuts no word. The subject is among them while it is open. What a folded repeat hides follows
    its original. Blind articles have no candidates, so only plain words and own marks are found there.
    """
    verdict = verdict_on(subject)
    found = {**_plain(opened, subject), **_taken(opened, subject)}
    covered = _covered(opened.items)
    made = (_place(subject, spot, found[spot], _doubt(spot, found[spot], covered, is_whole)) for spot in sorted(found))
    return tuple(place for place in made if not _is_settled(place, verdict))


def _taken(opened: OpenArticle, subject: Subject) -> dict[tuple[int, int], list[Item]]:
    from annotator.session.finding import normalised  # noqa: PLC0415 (the matchers)

    wanted = normalised(subject.surface)
    alike = {surface for surface in {item.surface for item in opened.items} if normalised(surface) == wanted}
    spots: dict[tuple[int, int], list[Item]] = {}
    for item in opened.items:
        if item.surface in alike:
            spots.setdefault((item.start, item.end), []).append(item)
    return spots


def _plain(opened: OpenArticle, subject: Subject) -> dict[tuple[int, int], list[Item]]:
    from annotator.session.finding import Searchable  # noqa: PLC0415 (the matchers: a window that only annotates starts without)

    hidden = opened.repeats if opened.is_folded else ()
    found = Searchable.of(opened.article.text, opened.article.layout.breaks).same(subject.surface)
    here: dict[tuple[int, int], list[Item]] = {spot: [] for spot in found if not is_inside(*spot, hidden)}
    return here if subject.is_stranger else {**here, (subject.start, subject.end): []}


def _place(subject: Subject, spot: tuple[int, int], items: list[Item], doubt: Doubt) -> Place:
    label = _label(subject)
    ordered = tuple(sorted(items, key=lambda item: (not item.is_mark, item.label != label)))
    is_subject = spot == (subject.start, subject.end)
    return Place(*spot, ordered, Doubt.NONE if is_subject else doubt, is_subject)


def _label(subject: Subject) -> str:
    return subject.item.label if subject.item is not None else ""


def _covered(items: Iterable[Item]) -> set[int]:
    return {at for item in items if item.status is not Status.REJECTED for at in range(item.start, item.end)}


def _doubt(spot: tuple[int, int], items: Sequence[Item], covered: set[int], is_whole: IsWhole) -> Doubt:
    if items:
        return Doubt.DECIDED if any(item.is_decided for item in items) else Doubt.NONE
    if not covered.isdisjoint(range(*spot)):
        return Doubt.INSIDE
    return Doubt.NONE if is_whole(*spot) else Doubt.CUTS_WORD


def _is_settled(place: Place, verdict: Verdict | None) -> bool:
    """Say whether nothing could be decided at a place: it is the decided subject, or decided alike, or plain where all is rejected."""
    if place.is_subject:
        return verdict is not None
    if verdict is None:
        return False
    if verdict == REJECT:
        return not any(item.candidate is not None and item.status is not Status.REJECTED for item in place.items)
    return any(item.is_mark and item.label == verdict.label for item in place.items)


def in_articles(others: Iterable[OpenArticle], subject: Subject, whole_in: Callable[[OpenArticle], IsWhole]) -> list[Elsewhere]:
    """Return what the subject's words offer in other articles, without what is in doubt; articles without any are left out."""
    found = []
    for opened in others:
        free = [p for p in places(opened, subject.elsewhere(), whole_in(opened)) if p.doubt is Doubt.NONE]
        if free:
            found.append(Elsewhere(opened, tuple(free)))
    return found
