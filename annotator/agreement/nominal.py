"""Agreement on the category of given things: Krippendorff's α, Cohen's κ, Scott's π, S, Fleiss' κ, Gwet's AC1.

All are (observed − expected agreement) / (1 − expected agreement) and differ in what they expect of chance: Scott 1955, Cohen 1960,
Fleiss 1971, Krippendorff 2011, Gwet 2008; with people missing as in Gwet 2014, *Handbook of Inter-Rater Reliability*, ch. 2. Where
chance alone would agree always, they are undefined.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from annotator.agreement.arrays import Array, mean_of_defined, ratio
from annotator.agreement.bootstrap import Family, Output
from annotator.agreement.figure import Why
from annotator.agreement.units import Category, Policy, Unit, Unmarked

NONE = "∅"
"""The category of what is not marked."""


def beyond_chance(observed: Array, expected: Array) -> Array:
    """Return (observed − expected) / (1 − expected), undefined where chance agrees always."""
    return ratio(observed - expected, 1 - expected)


@dataclass(frozen=True, slots=True)
class Counts:
    """Summed statistics of (…) samples of things that any number of people put into C categories.

    `coincident` (…) and `values` (…, C) are the diagonal and the margins of Krippendorff's coincidence matrix; `agreement` (…) sums
    over things with two or more ratings the share of their pairs that agree, `paired` (…) counts those; `shares` (…, C) sums over
    things the share of each category among their ratings, `rated` (…) counts those.
    """

    coincident: Array
    values: Array
    agreement: Array
    paired: Array
    shares: Array
    rated: Array

    @classmethod
    def of(cls, rows: Array, categories: int) -> "Counts":
        """Return the parts of flat statistics (…, 4 + 2C)."""
        return cls(rows[..., 0], rows[..., 4 : 4 + categories], rows[..., 1], rows[..., 2], rows[..., 4 + categories :], rows[..., 3])


def statistics(things: Iterable[Sequence[int]], categories: int) -> list[float]:
    """Return the flat statistics of things, each given as how many people put it into each category."""
    coincident = agreement = 0.0
    paired = rated = 0
    values, shares = [0.0] * categories, [0.0] * categories
    for counts in things:
        ratings = sum(counts)
        if ratings == 0:
            continue
        rated += 1
        for category, count in enumerate(counts):
            shares[category] += count / ratings
        if ratings > 1:
            paired += 1
            same = sum(count * (count - 1) for count in counts) / (ratings - 1)
            coincident += same
            agreement += same / ratings
            for category, count in enumerate(counts):
                values[category] += count
    return [coincident, agreement, paired, rated, *values, *shares]


def krippendorff_alpha(counts: Counts) -> Array:
    """Return nominal α (…)."""
    n = counts.values.sum(-1)
    observed = ratio(n - counts.coincident, n)
    return np.asarray(1 - ratio(observed, ratio(n**2 - (counts.values**2).sum(-1), n * (n - 1))))


def fleiss_kappa(counts: Counts) -> Array:
    """Return κ of many people (…); with the same number of ratings for each thing it is the published form."""
    shares = ratio(counts.shares, counts.rated[..., None])
    return beyond_chance(ratio(counts.agreement, counts.paired), (shares**2).sum(-1))


def gwet_ac1(counts: Counts, categories: int) -> Array:
    """Return AC1 (…) for a rating among `categories`, 2 or more; undefined with fewer."""
    if categories <= 1:
        return np.full(counts.paired.shape, np.nan)
    shares = ratio(counts.shares, counts.rated[..., None])
    return beyond_chance(ratio(counts.agreement, counts.paired), (shares * (1 - shares)).sum(-1) / (categories - 1))


@dataclass(frozen=True, slots=True)
class Table:
    """What two people's contingency table says: `agreed` (…), and their margins `a` and `b` (…, C), as counts."""

    agreed: Array
    a: Array
    b: Array

    @classmethod
    def of(cls, contingency: Sequence[Sequence[float]]) -> "Table":
        """Return the parts of a square table, rows for the one, columns for the other."""
        table = np.array(contingency, float)
        return cls(np.trace(table), table.sum(1), table.sum(0))

    @property
    def observed(self) -> Array:
        """The share of things on which the two agree (…)."""
        return ratio(self.agreed, self.a.sum(-1))


def cohen_kappa(table: Table) -> Array:
    """Return κ of two people (…): chance has each one's own habits."""
    return beyond_chance(table.observed, _expected(table))


def cohen_kappa_max(table: Table) -> Array:
    """Return the largest κ that the margins allow (…)."""
    n = table.a.sum(-1)
    return beyond_chance(ratio(np.minimum(table.a, table.b).sum(-1), n), _expected(table))


def _expected(table: Table) -> Array:
    return ratio((table.a * table.b).sum(-1), table.a.sum(-1) ** 2)


def scott_pi(table: Table) -> Array:
    """Return π of two people (…): chance has their common habits."""
    both = ratio(table.a + table.b, 2 * table.a.sum(-1)[..., None])
    return beyond_chance(table.observed, (both**2).sum(-1))


def s_coefficient(table: Table) -> Array:
    """Return S of two people (…): chance takes every category alike."""
    return beyond_chance(table.observed, np.asarray(1 / table.a.shape[-1]))


def category(choice: Category, policy: Policy) -> str | None:
    """Return what a candidate counts as: its final label, ∅ if rejected; ∅ or missing (None) if left, as `policy` says."""
    if isinstance(choice, str):
        return choice
    return None if choice is Unmarked.LEFT and policy is Policy.MISSING else NONE


def ratings_of(unit: Unit, policy: Policy) -> list[dict[str, str]]:
    """Return, for each candidate of an article, the category that each person gave it; who is missing is left out."""
    found = [{person: category(choice, policy) for person, choice in ballot.categories.items()} for ballot in unit.ballots]
    return [{person: given for person, given in ratings.items() if given is not None} for ratings in found]


def _margins(ratings: Sequence[dict[str, str]], a: str, b: str, index: dict[str, int]) -> list[float]:
    """Return two people's agreed count and margins, flat (1 + 2C)."""
    size = len(index)
    row = [0.0] * (1 + 2 * size)
    for given in ratings:
        if a in given and b in given:
            row[0] += given[a] == given[b]
            row[1 + index[given[a]]] += 1
            row[1 + size + index[given[b]]] += 1
    return row


def family(units: Sequence[Unit], people: Sequence[str], policy: Policy) -> Family:
    """Return α, mean κ of the pairs, Fleiss' κ and AC1, then κ of each pair of `people` in the order of `combinations`.

    `n` counts the candidates that two people (the two people, for a pair) gave a category.
    """
    ratings = [ratings_of(unit, policy) for unit in units]
    used = sorted({given for article in ratings for thing in article for given in thing.values()})
    index = {given: i for i, given in enumerate(used)}
    size, pairs = len(used), [(a, b) for i, a in enumerate(people) for b in people[i + 1 :]]
    rows = []
    for article in ratings:
        things = [[0] * size for _ in article]
        for counts, given in zip(things, article, strict=True):
            for one in given.values():
                counts[index[one]] += 1
        rows.append(statistics(things, size) + [x for a, b in pairs for x in _margins(article, a, b, index)])
    table = np.array(rows, float).reshape(len(units), 4 + 2 * size + len(pairs) * (1 + 2 * size))

    def values(sums: Array) -> Array:
        counts = Counts.of(sums[:, : 4 + 2 * size], size)
        margins = sums[:, 4 + 2 * size :].reshape(len(sums), len(pairs), 1 + 2 * size)
        kappas = cohen_kappa(Table(margins[..., 0], margins[..., 1 : 1 + size], margins[..., 1 + size :]))
        many = [krippendorff_alpha(counts), mean_of_defined(kappas, 1), fleiss_kappa(counts), gwet_ac1(counts, size)]
        return np.column_stack([*many, kappas])

    together = table[:, 2]
    of_pair = table[:, 4 + 2 * size :].reshape(len(units), len(pairs), 1 + 2 * size)[:, :, 1 : 1 + size].sum(2)
    return Family(table, values, tuple(_output(column) for column in (*[together] * 4, *of_pair.T)))


def _output(things: Array) -> Output:
    """Return what a measure rests on that is taken over so many things in each article."""
    n = int(things.sum())
    return Output(n, Why.NO_VARIATION if n else Why.NO_CANDIDATES, int((things > 0).sum()))
