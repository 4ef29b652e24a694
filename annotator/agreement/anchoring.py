"""Shown against blind: do people agree because they see the same thing, or because they see the same candidates?

The definitions are ours. The comparison is that of Berzak and others 2016, *Anchoring and Agreement in Syntactic Annotations*: the
same texts read with and without the program's proposals; the pull is Abbott's correction (1925) for what would have happened anyway.
Who reads what in which condition must have been drawn by lot, or differences between people look like differences between conditions.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations
from statistics import fmean, median

import numpy as np

from annotator.agreement.arrays import Array, quantiles_of_defined, ratio
from annotator.agreement.bootstrap import DEFAULT, INTERVAL, Family, Output, Resampling, figures
from annotator.agreement.figure import Figure, Why, undefined
from annotator.agreement.matching import overlapping
from annotator.agreement.units import Reading, Unit
from annotator.core.decision import Condition
from annotator.core.span import Span


class Pairing(StrEnum):
    """The conditions in which the two readings of a pair were made."""

    SHOWN_SHOWN = "shown/shown"
    SHOWN_BLIND = "shown/blind"
    BLIND_BLIND = "blind/blind"


PAIRINGS = tuple(Pairing)
CONDITIONS = (Condition.SHOWN, Condition.BLIND)


@dataclass(frozen=True, slots=True)
class Anchoring:
    """What seeing candidates does, over the articles read in both conditions (`f1`: over those with such a pair of readings).

    f1          strict F1 of pairs of readings, counts pooled over pairs and articles
    taken       the share of the program's candidates that a reading marks exactly: same range, same label
    pull        (taken shown − taken blind) / (1 − taken blind): of the candidates that nobody would have marked so unseen, the share
                that is marked because it is seen; 0 none, 1 all
    beyond      marks that share no character with a candidate, per 1,000 code points: what people find by themselves
    seconds     how long an accepted candidate was on screen, the median (over all articles, condition `shown`)
    """

    f1: dict[Pairing, Figure]
    taken: dict[Condition, Figure]
    pull: Figure
    beyond: dict[Condition, Figure]
    seconds: Figure


def anchoring(units: Iterable[Unit], resampling: Resampling = DEFAULT) -> Anchoring:
    """Measure the effect of the candidates on what people mark; intervals by resampling articles."""
    kept = tuple(units)
    both = [unit for unit in kept if {reading.condition for reading in unit.readings} == set(CONDITIONS)]
    cells = figures(_cells([unit for unit in kept if len(unit.readings) > 1]), resampling)
    found = figures(_effects(both), resampling) if both else tuple(undefined(Why.ONE_CONDITION) for _ in range(5))
    return Anchoring(
        f1=dict(zip(PAIRINGS, cells, strict=True)),
        taken=dict(zip(CONDITIONS, found[:2], strict=True)),
        pull=found[2],
        beyond=dict(zip(CONDITIONS, found[3:], strict=True)),
        seconds=median_seconds(kept, resampling),
    )


def pairing(a: Reading, b: Reading) -> Pairing:
    """Return the cell of a pair of readings."""
    if a.condition is not b.condition:
        return Pairing.SHOWN_BLIND
    return Pairing.SHOWN_SHOWN if a.condition is Condition.SHOWN else Pairing.BLIND_BLIND


def _cells(units: Sequence[Unit]) -> Family:
    """Return strict F1 of each kind of pair of readings."""
    rows = np.zeros((len(units), 3, 2))
    for row, unit in zip(rows, units, strict=True):
        for a, b in combinations(unit.readings, 2):
            row[PAIRINGS.index(pairing(a, b))] += 2 * len(set(a.spans) & set(b.spans)), len(a.spans) + len(b.spans)
    has = [sum(any(pairing(a, b) is cell for a, b in combinations(unit.readings, 2)) for unit in units) for cell in PAIRINGS]

    def values(sums: Array) -> Array:
        parts = sums.reshape(-1, 3, 2)
        return ratio(parts[..., 0], parts[..., 1])

    return Family(rows.reshape(len(units), 6), values, tuple(Output(n, Why.NOTHING_MARKED) for n in has))


def beyond(marks: Sequence[Span], candidates: Sequence[Span]) -> int:
    """Return how many marks share no character with a candidate; both ordered by start."""
    return len(marks) - len({i for i, _ in overlapping(marks, candidates)})


def _effects(units: Sequence[Unit]) -> Family:
    """Return taken shown, taken blind, pull, beyond shown, beyond blind.

    A row holds the candidates and the length of an article, then for each condition the mean over its readings of candidates taken
    and of marks beyond them: so every article weighs the same in both conditions, however many read it in each.
    """
    rows = []
    for unit in units:
        candidates = unit.candidates
        row = [float(len(candidates)), float(unit.length)]
        for condition in CONDITIONS:
            own = [reading.spans for reading in unit.readings if reading.condition is condition]
            row += [fmean(len(set(spans) & set(candidates)) for spans in own), fmean(beyond(spans, candidates) for spans in own)]
        rows.append(row)
    n = len(units)
    outputs = (*[Output(n, Why.NO_CANDIDATES)] * 2, Output(n, Why.ALL_TAKEN_BLIND if any(r[0] for r in rows) else Why.NO_CANDIDATES))
    return Family(np.array(rows, float), _effect_values, (*outputs, Output(n), Output(n)))


def _effect_values(sums: Array) -> Array:
    candidates, length, taken_shown, beyond_shown, taken_blind, beyond_blind = sums.T
    shown, blind = ratio(taken_shown, candidates), ratio(taken_blind, candidates)
    return np.column_stack(
        [shown, blind, ratio(shown - blind, 1 - blind), ratio(1000 * beyond_shown, length), ratio(1000 * beyond_blind, length)]
    )


def median_seconds(units: Iterable[Unit], resampling: Resampling = DEFAULT, *, person: str | None = None) -> Figure:
    """Return the median time until a candidate was accepted, of one person or of all, where candidates were shown."""
    timed = [
        seconds
        for unit in units
        if (seconds := [s for r in unit.readings if r.condition is Condition.SHOWN and person in {None, r.person} for s in r.seconds])
    ]
    if not timed:
        return undefined(Why.NO_TIMES)
    middle = float(median(second for article in timed for second in article))
    if len(timed) == 1:
        return Figure(middle, n=1, why=Why.TOO_FEW_ARTICLES)
    article = np.repeat(np.arange(len(timed)), [len(one) for one in timed])
    times = np.array([second for one in timed for second in one], float)
    order = np.argsort(times, kind="stable")
    medians = [
        times[order][_middle(weights[start : start + 50][:, article[order]])]
        for weights in resampling.blocks(len(timed))
        for start in range(0, len(weights), 50)
    ]
    low, high = quantiles_of_defined(np.concatenate(medians)[:, None], INTERVAL)[:, 0]
    return Figure(middle, float(low), float(high), len(timed))


def _middle(weights: Array) -> Array:
    """Return, for each row of (samples × values) weights, the index of the (lower) median."""
    sums = np.cumsum(weights, 1)
    return np.asarray((sums >= sums[:, -1:] / 2).argmax(1))
