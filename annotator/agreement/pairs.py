"""Span F1 of every pair of people, over articles, as one family of measures."""

from collections.abc import Sequence
from itertools import combinations

import numpy as np

from annotator.agreement.arrays import Array, mean_of_defined, ratio
from annotator.agreement.bootstrap import Family, Output
from annotator.agreement.f1 import Matches, Scheme, matches
from annotator.agreement.figure import Why
from annotator.agreement.units import Unit

Pair = tuple[str, str]
SCHEMES = tuple(Scheme)


def pairs_of(people: Sequence[str]) -> tuple[Pair, ...]:
    """Return every pair of people once."""
    return tuple(combinations(people, 2))


def matches_of(unit: Unit, pair: Pair) -> Matches | None:
    """Return the statistics of a pair in one article, None unless both finished it."""
    a, b = unit.reading(pair[0]), unit.reading(pair[1])
    return None if a is None or b is None else matches(a.spans, b.spans)


def _row(found: Matches | None, labels: Sequence[str]) -> list[float]:
    """Return flat statistics (2 + 3·labels): exact, partial, then strict, label and marks of each label."""
    if found is None:
        return [0.0] * (2 + 3 * len(labels))
    marks = [found.a[label] + found.b[label] for label in labels]
    return [found.exact, found.partial, *(found.strict[k] for k in labels), *(found.label[k] for k in labels), *marks]


def family(units: Sequence[Unit], people: Sequence[str], labels: Sequence[str]) -> Family:
    """Return F1 as outputs: the mean of the pairs for each scheme; for each label strict, then for each label the scheme `label`;
    then for each pair of people, in the order of `pairs_of`, the four schemes.

    Counts are pooled over articles for each pair, then F1 is taken, then the mean of the pairs for which it is defined. `labels` are
    all labels in use.
    """  # noqa: D205
    pairs, size = pairs_of(people), len(labels)
    found = [[matches_of(unit, pair) for pair in pairs] for unit in units]
    width = 2 + 3 * size
    rows = np.array([[_row(one, labels) for one in article] for article in found], float).reshape(len(units), len(pairs) * width)

    def values(sums: Array) -> Array:
        parts = sums.reshape(len(sums), len(pairs), width)
        strict, label, marks = (parts[..., 2 + i * size : 2 + (i + 1) * size] for i in range(3))
        matched = np.stack([strict.sum(-1), parts[..., 0], label.sum(-1), parts[..., 1]], -1)
        of_pairs = ratio(2 * matched, marks.sum(-1)[..., None])
        of_labels = np.concatenate([ratio(2 * strict, marks), ratio(2 * label, marks)], -1)
        return np.column_stack([mean_of_defined(of_pairs, 1), mean_of_defined(of_labels, 1), of_pairs.reshape(len(sums), -1)])

    shared = [sum(article[i] is not None for article in found) for i in range(len(pairs))]
    outputs = [Output(len(units), Why.NOTHING_MARKED)] * (len(SCHEMES) + 2 * size)
    outputs += [Output(n, Why.NOTHING_MARKED) for n in shared for _ in SCHEMES]
    return Family(rows, values, tuple(outputs))
