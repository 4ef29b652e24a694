"""γ: agreement on marks that may overlap, by the best alignment of everybody's marks against chance.

Source: Mathet, Widlöcher and Métivier 2015, *The unified and holistic method gamma (γ)*, Computational Linguistics 41(3). Chance is
sampled by shifting readings around the article (their § 5.2). Over articles: 1 − Σ observed / Σ expected disorder.

The best alignment is found exactly, from left to right: only marks near one another are worth aligning, so few ways of using up
the marks still ahead are open at any time. Where marks crowd so much that too many are, SciPy's integer solver takes over. Groups
grow as 2ⁿ with the number of people who mark the same place: meant for a team of up to about ten.
"""

import math
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from statistics import fmean, stdev

import numpy as np

from annotator.agreement.arrays import Array, ratio
from annotator.agreement.bootstrap import SEED, Family, Output
from annotator.agreement.figure import Why
from annotator.agreement.units import Unit, in_order
from annotator.core.errors import AnnotatorError
from annotator.core.span import Span

Readings = Sequence[Sequence[Span]]
MOST_STATES = 4000


class Cancelled(Exception):
    """The person who asked for γ did not want to wait."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How γ is computed: weights of position and label, cost of an unaligned mark, and how chance is sampled.

    At least `samples` samples are drawn, and as many as it takes for the expected disorder to be known to `precision` (relative, 95 %).
    """

    position: float = 1.0
    label: float = 1.0
    empty: float = 1.0
    samples: int = 30
    precision: float = 0.02
    seed: int = SEED


DEFAULT = Settings()


def positional(a: Span, b: Span) -> float:
    """Return the dissimilarity of two ranges, in units of the cost of an unaligned mark."""
    return ((abs(a.start - b.start) + abs(a.end - b.end)) / (a.end - a.start + b.end - b.start)) ** 2


def dissimilarity(a: Span, b: Span, settings: Settings = DEFAULT) -> float:
    """Return the combined dissimilarity of two marks."""
    return settings.empty * (settings.position * positional(a, b) + settings.label * (a.label != b.label))


@dataclass(frozen=True, slots=True)
class Group:
    """Marks, at most one of each person, that are worth aligning; `gain` is what that saves against leaving all of them alone.

    `members` are bits: the marks' places in the list of all marks by position.
    """

    members: int
    gain: float


def groups(readings: Readings, settings: Settings = DEFAULT) -> list[Group]:
    """Return every group of two or more marks that the best alignment may need.

    A group costs the mean, over the pairs of *people*, of their marks' dissimilarity (`empty` where one has none). A group is left
    out if leaving one of its marks alone costs no more; it follows that all others gain something.
    """
    people, empty = len(readings), settings.empty
    pairs = people * (people - 1) // 2
    marks = sorted((span.start, span.end, span.label, person) for person, spans in enumerate(readings) for span in spans)
    near = _near(marks, empty * (people - 1 + pairs), settings)
    found = []
    for members in _cliques(near):
        distances = [sum(near[min(i, j)][max(i, j)] for j in members if j != i) for i in members]
        if max(distances) < empty * (len(members) - 1 + pairs):
            real = len(members) * (len(members) - 1) // 2
            gain = empty * len(members) - (sum(distances) / 2 + empty * (pairs - real)) / pairs
            found.append(Group(sum(1 << i for i in members), gain))
    return found


def _near(marks: Sequence[tuple[int, int, str, int]], limit: float, settings: Settings) -> list[dict[int, float]]:
    """Return, for each mark, the later ones of other people that are less than `limit` away."""
    spans = [Span(start, end, label) for start, end, label, _ in marks]
    longest = max((span.end - span.start for span in spans), default=0)
    # |Δstart| < √(limit / weight) · (sum of lengths) bounds how far to the right it is worth looking.
    reach = math.sqrt(limit / (settings.empty * settings.position)) if settings.position > 0 else math.inf
    near: list[dict[int, float]] = []
    for i, span in enumerate(spans):
        row, furthest = {}, span.start + reach * (span.end - span.start + longest)
        for j in range(i + 1, len(spans)):
            if spans[j].start > furthest:
                break
            if marks[j][3] != marks[i][3] and (distance := dissimilarity(span, spans[j], settings)) < limit:
                row[j] = distance
        near.append(row)
    return near


def _cliques(near: Sequence[dict[int, float]]) -> Iterator[tuple[int, ...]]:
    """Yield every set of two or more marks that are all near one another (and so of different people), ascending."""
    waiting: list[tuple[tuple[int, ...], list[int]]] = [((i,), list(row)) for i, row in enumerate(near)]
    while waiting:
        members, further = waiting.pop()
        if len(members) > 1:
            yield members
        waiting.extend(((*members, j), [k for k in further if k in near[j]]) for j in further)


def best_alignment_disorder(readings: Readings, settings: Settings = DEFAULT) -> float:
    """Return the sum of the disorders of the best alignment's groups, unaligned marks included."""
    marks = sum(len(spans) for spans in readings)
    found = groups(readings, settings)
    gain = _packed(found, marks)
    return settings.empty * marks - (_packed_by_solver(found, marks) if gain is None else gain)


def disorder(readings: Readings, settings: Settings = DEFAULT) -> float:
    """Return the disorder of the best alignment: the sum by the mean number of marks of a person.

    Raises:
        ZeroDivisionError: nobody marked anything.
    """
    return best_alignment_disorder(readings, settings) / fmean(len(spans) for spans in readings)


def _packed(found: Sequence[Group], marks: int) -> float | None:
    """Return the largest total gain of groups that share no mark; None if too many ways are open at once."""
    starting: list[list[Group]] = [[] for _ in range(marks)]
    for group in found:
        starting[(group.members & -group.members).bit_length() - 1].append(group)
    states = {0: 0.0}  # marks ahead that are used up -> the largest gain so far
    for i, at in enumerate(starting):
        bit = 1 << i
        following: dict[int, float] = {}
        for used, gain in states.items():
            if following.get(used & ~bit, -1.0) < gain:
                following[used & ~bit] = gain
            if not used & bit:
                for group in at:
                    if not used & group.members and following.get(key := (used | group.members) & ~bit, -1.0) < gain + group.gain:
                        following[key] = gain + group.gain
        states = following
        if len(states) > MOST_STATES:
            return None
    return max(states.values())


def _packed_by_solver(found: Sequence[Group], marks: int) -> float:
    """Return the same by integer programming.

    Raises:
        AnnotatorError: SciPy is not installed.
    """
    try:
        from scipy.optimize import Bounds, LinearConstraint, milp  # noqa: PLC0415 - an optional extra, and slow to load
        from scipy.sparse import csr_array  # noqa: PLC0415
    except ImportError as error:
        raise AnnotatorError("γ of marks this crowded needs SciPy: install annotator[gamma].") from error
    cells = [(i, column) for column, group in enumerate(found) for i in range(marks) if group.members >> i & 1]
    uses = csr_array((np.ones(len(cells)), tuple(zip(*cells, strict=True))), shape=(marks, len(found)))
    gains = np.array([group.gain for group in found])
    solved = milp(-gains, constraints=LinearConstraint(uses, ub=1), integrality=np.ones(len(found)), bounds=Bounds(0, 1))
    return float(-solved.fun)


def shuffled(readings: Readings, length: int, chance: random.Random) -> list[list[Span]]:
    """Return as many readings, each one of `readings` taken at random and shifted around `[0, length)`.

    Two shifts are at least a mean mark apart where there is room. A mark that starts before the end may reach beyond it.
    """
    marks = [span for spans in readings for span in spans]
    apart = fmean(span.end - span.start for span in marks) if marks else 0
    shifts: list[int] = []
    for _ in readings:
        tries = [chance.randrange(length) for _ in range(20)]
        shifts.append(next((shift for shift in tries if all(_around(shift, s, length) >= apart for s in shifts)), tries[0]))
    return [[_shifted(span, shift, length) for span in chance.choice(readings)] for shift in shifts]


def _around(a: int, b: int, length: int) -> int:
    return min((a - b) % length, (b - a) % length)


def _shifted(span: Span, by: int, length: int) -> Span:
    start = (span.start + by) % length
    return Span(start, start + span.end - span.start, span.label)


def _chance_disorder(unit: Unit, number: int, settings: Settings) -> float:
    """Return the disorder of sample `number` of an article, as a sum for as many marks as the article has."""
    readings = [reading.spans for reading in unit.readings]
    marks = sum(len(spans) for spans in readings)
    if marks == 0:
        return 0.0
    chance = random.Random(f"{settings.seed}/{unit.article}/{number}")  # noqa: S311 - not a secret
    sample: list[list[Span]] = []
    while not any(sample):
        sample = [list(in_order(spans)) for spans in shuffled(readings, unit.length, chance)]
    return best_alignment_disorder(sample, settings) * marks / sum(len(spans) for spans in sample)


def _samples_needed(totals: Sequence[float], settings: Settings) -> int:
    """Return how many samples give the wanted precision (Mathet et al. 2015, § 5.3)."""
    mean = fmean(totals)
    return math.ceil((1.96 * stdev(totals) / mean / settings.precision) ** 2) if mean > 0 and len(totals) > 1 else 0


def disorders(
    units: Sequence[Unit],
    settings: Settings = DEFAULT,
    *,
    progress: Callable[[int, int], None] = lambda _done, _all: None,
    is_cancelled: Callable[[], bool] = lambda: False,
) -> Array:
    """Return (articles × 2) observed and expected disorder; `progress` counts articles shuffled.

    The samples of an article depend on the seed and its id alone, not on the other articles.

    Raises:
        Cancelled: `is_cancelled` said so; it is asked after every article.
    """
    observed = [best_alignment_disorder([reading.spans for reading in unit.readings], settings) for unit in units]
    samples: list[list[float]] = []
    needed = settings.samples
    while units and len(samples) < needed:
        sample: list[float] = []
        for unit in units:
            if is_cancelled():
                raise Cancelled
            sample.append(_chance_disorder(unit, len(samples), settings))
            progress(len(samples) * len(units) + len(sample), needed * len(units))
        samples.append(sample)
        if len(samples) == settings.samples:
            needed = max(needed, _samples_needed([sum(one) for one in samples], settings))
    expected = np.array(samples, float).mean(0) if samples else np.zeros(len(units))
    return np.column_stack([np.array(observed, float), expected])


def family(found: Array) -> Family:
    """Return γ of the disorders of articles."""

    def values(sums: Array) -> Array:
        return np.asarray(1 - ratio(sums[:, 0], sums[:, 1]))[:, None]

    return Family(found, values, (Output(len(found), Why.NOTHING_MARKED),))
