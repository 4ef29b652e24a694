"""Invented readings: strategies for Hypothesis, and a team whose errors are known because they were put in."""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from hypothesis import settings
from hypothesis import strategies as st

from annotator.agreement.units import Ballot, Category, Reading, Unit, Unmarked, in_order
from annotator.core.decision import Condition
from annotator.core.span import Span

LENGTH = 30
LABELS = ("A", "B", "C")
PEOPLE = ("ann", "bob", "cai")

# Readings are slow to draw, and the laws are many.
FEWER = settings(max_examples=30)

spans = st.builds(
    lambda start, size, label: Span(start, min(start + size, LENGTH), label),
    st.integers(0, LENGTH - 1),
    st.integers(1, 8),
    st.sampled_from(LABELS),
)
span_sets = st.lists(spans, max_size=6).map(in_order)


def apart(found: Sequence[Span]) -> tuple[Span, ...]:
    """Return the spans that do not overlap an earlier one."""
    kept: list[Span] = []
    for span in found:
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return tuple(kept)


categories: st.SearchStrategy[Category] = st.sampled_from([*LABELS, Unmarked.REJECTED, Unmarked.LEFT])


@st.composite
def one_unit(draw: st.DrawFn, *, overlapping: bool = False, fewest: int = 0) -> Unit:
    """Draw an article that some of three people finished, with candidates."""
    people = draw(st.lists(st.sampled_from(PEOPLE), unique=True, min_size=fewest))
    readings = []
    for person in people:
        marks = draw(span_sets)
        readings.append(Reading(person, marks if overlapping else apart(marks), draw(st.sampled_from(list(Condition)))))
    candidates = draw(st.lists(spans, max_size=4, unique=True))
    ballots = tuple(Ballot(str(i), span, {person: draw(categories) for person in people}) for i, span in enumerate(candidates))
    return Unit("x", LENGTH, tuple(readings), ballots)


def corpora(*, overlapping: bool = False, fewest: int = 0, smallest: int = 0) -> st.SearchStrategy[tuple[Unit, ...]]:
    """Return a strategy for up to four articles with ids of their own."""
    return st.lists(one_unit(overlapping=overlapping, fewest=fewest), min_size=smallest, max_size=4).map(
        lambda units: tuple(replace(unit, article=str(i)) for i, unit in enumerate(units))
    )


def renamed(unit: Unit, person: Callable[[str], str] = str, label: Callable[[str], str] = str) -> Unit:
    """Return the unit with other names for people and labels."""

    def span(old: Span) -> Span:
        return replace(old, label=label(old.label))

    readings = tuple(replace(r, person=person(r.person), spans=tuple(span(s) for s in r.spans)) for r in unit.readings)
    ballots = tuple(
        Ballot(b.candidate, span(b.span), {person(p): label(c) if isinstance(c, str) else c for p, c in b.categories.items()})
        for b in unit.ballots
    )
    return Unit(unit.article, unit.length, readings, ballots)


@dataclass(frozen=True, slots=True)
class Errors:
    """How people err, mark by mark: chances of missing, of a shifted end, of another label; false marks per gold mark.

    `pull` is the chance that somebody who sees a candidate marks it as it is, whatever they would have done.
    """

    miss: float = 0.1
    boundary: float = 0.1
    label: float = 0.1
    spurious: float = 0.05
    pull: float = 0.0


@dataclass(frozen=True, slots=True)
class Team:
    """What was invented: the articles, with gold by article."""

    units: tuple[Unit, ...]
    gold: dict[str, tuple[Span, ...]]


SLOT = 40  # code points a mention has to itself, so that errors never touch a neighbour
NAMES = ("A", "B", "C", "D", "E")


def team(articles: int, mentions: int, errors: Errors, *, seed: int, blind: float = 0.5, candidates: float = 0.8) -> Team:
    """Invent three people who read every article, each in a condition drawn by lot.

    Each mention has a slot of `SLOT` code points; half of the slots hold none, and there false marks and false candidates fall.
    Every gold mention has a candidate with the chance `candidates`; half of the candidates are wrong in their label.
    """
    chance = random.Random(seed)
    units, gold = [], {}
    for number in range(articles):
        slots = chance.sample(range(2 * mentions), mentions)
        marks = in_order(Span(slot * SLOT + 10, slot * SLOT + 10 + chance.randrange(3, 9), chance.choice(NAMES)) for slot in slots)
        proposed = in_order(_proposal(span, chance) for span in marks if chance.random() < candidates)
        conditions = {person: Condition.BLIND if chance.random() < blind else Condition.SHOWN for person in PEOPLE}
        empty = sorted(set(range(2 * mentions)) - set(slots))
        readings = tuple(_read(person, conditions[person], (marks, proposed, empty), errors, chance) for person in PEOPLE)
        ballots = tuple(Ballot(str(i), span, {r.person: _category(span, r) for r in readings}) for i, span in enumerate(proposed))
        units.append(Unit(str(number), 2 * mentions * SLOT, readings, ballots))
        gold[str(number)] = marks
    return Team(tuple(units), gold)


def _proposal(span: Span, chance: random.Random) -> Span:
    return span if chance.random() < 0.5 else replace(span, label=_other(span.label, chance))


def _other(label: str, chance: random.Random) -> str:
    return chance.choice([name for name in NAMES if name != label])


def _category(span: Span, reading: Reading) -> Category:
    touching = [mark.label for mark in reading.spans if mark.overlaps(span)]
    return touching[0] if touching else Unmarked.REJECTED


def _read(
    person: str,
    condition: Condition,
    article: tuple[tuple[Span, ...], tuple[Span, ...], list[int]],
    errors: Errors,
    chance: random.Random,
) -> Reading:
    """Return what somebody marks who errs as `errors` says."""
    gold, proposed, empty = article
    marks: list[Span] = []
    for span in gold:
        own = _erring(span, errors, chance)
        seen = next((candidate for candidate in proposed if candidate.overlaps(span)), None)
        is_pulled = chance.random() < errors.pull
        if condition is Condition.SHOWN and seen is not None and is_pulled:
            own = seen
        if own is not None:
            marks.append(own)
    false = [slot for slot in empty if chance.random() < errors.spurious]
    marks.extend(Span(slot * SLOT + 10, slot * SLOT + 14, chance.choice(NAMES)) for slot in false)
    seconds = tuple(chance.lognormvariate(0.5, 0.6) for _ in proposed) if condition is Condition.SHOWN else ()
    return Reading(person, tuple(marks), condition, seconds=seconds)


def _erring(span: Span, errors: Errors, chance: random.Random) -> Span | None:
    if chance.random() < errors.miss:
        return None
    end = span.end + 1 if chance.random() < errors.boundary else span.end
    return Span(span.start, end, _other(span.label, chance) if chance.random() < errors.label else span.label)
