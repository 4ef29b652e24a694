"""What agreement is measured on: articles, and what each person who finished them marked there."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum

from annotator.core.decision import Condition
from annotator.core.span import Span, checked


class Unmarked(Enum):
    """What a person made of a candidate without marking it."""

    REJECTED = "rejected"
    LEFT = "left"


Category = str | Unmarked


class Policy(Enum):
    """What a candidate counts as that a person left undecided in an article they finished."""

    UNMARKED_IS_NONE = "unmarked_is_none"
    MISSING = "missing"


def in_order(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return the distinct spans by start, end and label."""
    return tuple(sorted(set(spans), key=lambda span: (span.start, span.end, span.label)))


@dataclass(frozen=True, slots=True)
class Reading:
    """The marks of one person in one article that they finished; no marks means that they found none.

    `spans` become distinct and ordered. `added` are those of them that were added by hand, not made of a candidate. `seconds` are how
    long each accepted candidate was on screen before it was accepted.
    """

    person: str
    spans: tuple[Span, ...] = ()
    condition: Condition = Condition.SHOWN
    added: tuple[Span, ...] = ()
    seconds: tuple[float, ...] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "spans", in_order(self.spans))
        object.__setattr__(self, "added", in_order(self.added))
        if not set(self.added) <= set(self.spans):
            raise ValueError(f"{self.person}: a mark was added that is none")


@dataclass(frozen=True, slots=True)
class Ballot:
    """One candidate, and the category each person who finished its article gave it: the final label, or why there is none."""

    candidate: str
    span: Span
    categories: Mapping[str, Category] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Unit:
    """One article of `length` code points with the readings of everyone who **finished** it, at most one a person.

    Somebody without a reading is missing; somebody with an empty one found nothing. A repeat is printed more than once and should
    be counted once: the caller leaves out the marks and candidates that repeat others. `ballots` hold the candidates, also in
    articles that were read blind.

    Raises:
        SpanError: a span lies outside the article.
        ValueError: a person has two readings, or a category without a reading.
    """

    article: str
    length: int
    readings: tuple[Reading, ...]
    ballots: tuple[Ballot, ...] = ()

    def __post_init__(self) -> None:
        people = [reading.person for reading in self.readings]
        if len(set(people)) < len(people):
            raise ValueError(f"{self.article}: a person has two readings")
        if any(person not in people for ballot in self.ballots for person in ballot.categories):
            raise ValueError(f"{self.article}: a category of somebody who did not finish")
        for span in [s for r in self.readings for s in r.spans] + [b.span for b in self.ballots]:
            checked(span, text_length=self.length)

    def reading(self, person: str) -> Reading | None:
        """Return what `person` marked, or None if they did not finish."""
        return next((reading for reading in self.readings if reading.person == person), None)

    @property
    def candidates(self) -> tuple[Span, ...]:
        """The program's spans in text order."""
        return in_order(ballot.span for ballot in self.ballots)


def people_of(units: Iterable[Unit]) -> tuple[str, ...]:
    """Return everyone with a reading, by name."""
    return tuple(sorted({reading.person for unit in units for reading in unit.readings}))


def labels_of(units: Iterable[Unit]) -> tuple[str, ...]:
    """Return every label that somebody used, by name."""
    return tuple(sorted({span.label for unit in units for reading in unit.readings for span in reading.spans}))


def restricted(unit: Unit, people: Iterable[str]) -> Unit:
    """Return `unit` with the readings and categories of `people` alone."""
    kept = set(people)
    ballots = tuple(Ballot(b.candidate, b.span, {p: c for p, c in b.categories.items() if p in kept}) for b in unit.ballots)
    return Unit(unit.article, unit.length, tuple(r for r in unit.readings if r.person in kept), ballots)


def comparable(units: Iterable[Unit], people: Iterable[str]) -> tuple[Unit, ...]:
    """Return the articles that at least two of `people` finished, with their readings alone, in the order given."""
    kept = tuple(people)
    return tuple(unit for unit in (restricted(unit, kept) for unit in units) if len(unit.readings) > 1)


def only_labels(unit: Unit, labels: Iterable[str]) -> Unit:
    """Return `unit` with the marks of `labels` alone; a candidate that got another label counts as rejected."""
    kept = set(labels)

    def without_others(choice: Category) -> Category:
        return Unmarked.REJECTED if isinstance(choice, str) and choice not in kept else choice

    readings = tuple(
        replace(r, spans=tuple(s for s in r.spans if s.label in kept), added=tuple(s for s in r.added if s.label in kept))
        for r in unit.readings
    )
    ballots = tuple(replace(b, categories={p: without_others(c) for p, c in b.categories.items()}) for b in unit.ballots)
    return Unit(unit.article, unit.length, readings, ballots)


def only_added(unit: Unit) -> Unit:
    """Return `unit` with the marks that were added by hand, and no candidates."""
    return Unit(unit.article, unit.length, tuple(replace(r, spans=r.added) for r in unit.readings))


def retest(person: str, rounds: Mapping[str, Iterable[Unit]]) -> tuple[Unit, ...]:
    """Return units whose "people" are the rounds in which `person` finished the article.

    Every measure of this package then says how stable one person is: read the same article again, would they mark the same?
    """
    found: dict[str, Unit] = {}
    for name, units in rounds.items():
        for unit in units:
            reading = unit.reading(person)
            if reading is not None:
                found[unit.article] = _with_round(found.get(unit.article), unit, reading, name)
    return tuple(found.values())


def _with_round(so_far: Unit | None, unit: Unit, reading: Reading, name: str) -> Unit:
    """Return `so_far` with one more round in it."""
    readings, ballots = (so_far.readings, {b.candidate: b for b in so_far.ballots}) if so_far else ((), {})
    for ballot in unit.ballots:
        if reading.person in ballot.categories:
            earlier = ballots.get(ballot.candidate, Ballot(ballot.candidate, ballot.span))
            categories = {**earlier.categories, name: ballot.categories[reading.person]}
            ballots[ballot.candidate] = Ballot(ballot.candidate, ballot.span, categories)
    return Unit(unit.article, unit.length, (*readings, replace(reading, person=name)), tuple(ballots.values()))
