"""What the annotator sees of an article: candidates with what became of them, and marks added by hand, in text order."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from annotator.core.candidate import Candidate
from annotator.core.fold import DECIDED, MARKS, Annotation, State, Status

# Below this, looking through the items is quicker than making a dictionary of them.
_FEW = 64


@dataclass(frozen=True, slots=True)
class Item:
    """One span on screen. `candidate` is None for a mark that was added by hand."""

    target: str
    start: int
    end: int
    label: str
    surface: str
    status: Status
    candidate: Candidate | None
    programme: str | None = None
    note: str | None = None
    flag: str | None = None
    codes: tuple[tuple[str, str], ...] = ()

    @property
    def is_mark(self) -> bool:
        """Whether it counts as a mention."""
        return self.status in MARKS

    @property
    def is_decided(self) -> bool:
        """Whether the annotator said yes or no to it."""
        return self.status in DECIDED

    def is_doubtful(self, below: float) -> bool:
        """Say whether it is an open candidate that the program trusts less than `below` (0 to 1)."""
        return self.status is Status.OPEN and self.candidate is not None and self.candidate.score < below


def items_of(candidates: Iterable[Candidate], annotation: Annotation) -> tuple[Item, ...]:
    """Return the items of an article in text order, of two with one start the longer first."""
    known = {c.id: c for c in candidates}
    states = annotation.states
    of_candidates = [item_of(target, known, states) for target in known]
    added = [item_of(target, known, states) for target in states if target not in known]
    return in_order(item for item in (*of_candidates, *added) if item is not None)


def item_of(target: str, candidates: Mapping[str, Candidate], states: Mapping[str, State]) -> Item | None:
    """Return the item of one target, or None where nothing is left of it."""
    candidate, state = candidates.get(target), states.get(target)
    if state is not None:
        return Item(
            target,
            state.start,
            state.end,
            state.label,
            state.surface,
            state.status,
            candidate,
            state.programme,
            state.note,
            state.flag,
            state.codes,
        )
    if candidate is None:
        return None
    return Item(target, candidate.start, candidate.end, candidate.label, candidate.surface, Status.OPEN, candidate)


def in_order(items: Iterable[Item]) -> tuple[Item, ...]:
    """Return the items in text order."""
    return tuple(sorted(items, key=_place))


def replaced(
    items: Sequence[Item], targets: Iterable[str], candidates: Mapping[str, Candidate], states: Mapping[str, State]
) -> tuple[Item, ...]:
    """Return `items` with the items of `targets` made anew; the others are the same objects."""
    result = list(items)
    place = {item.target: i for i, item in enumerate(items)} if len(items) > _FEW else None
    is_longer = False
    gone: set[int] = set()
    anew: list[int] = []
    for target in dict.fromkeys(targets):
        new = item_of(target, candidates, states)
        at = place.get(target) if place is not None else next((i for i, item in enumerate(items) if item.target == target), None)
        if new is None:
            gone |= {at} if at is not None else set()
        elif at is None:
            result.append(new)
            is_longer = True
        else:
            result[at] = new
            anew.append(at)
    is_ordered = not is_longer and all(_stands(result, at) for at in anew)
    if gone:
        result = [item for i, item in enumerate(result) if i not in gone]
    return tuple(result) if is_ordered else in_order(result)


def _stands(items: Sequence[Item], at: int) -> bool:
    """Say whether the item at `at` stands in order between its neighbours."""
    around = [_place(item) for item in items[max(at - 1, 0) : at + 2]]
    return all(before <= after for before, after in pairwise(around))


def _place(item: Item) -> tuple[int, int, str, str]:
    return (item.start, -item.end, item.label, item.target)
