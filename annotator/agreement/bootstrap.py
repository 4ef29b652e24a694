"""Intervals by resampling articles: a person reads an article as a whole, so articles are what varies independently.

A family of measures keeps one row of sufficient statistics an article. A sample draws as many articles as there are, with
replacement; its statistics are the weighted sum of the rows (Efron and Tibshirani 1993, percentile interval). All families of one
report use the same samples.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from annotator.agreement.arrays import Array, quantiles_of_defined
from annotator.agreement.figure import Figure, Why, undefined

SAMPLES = 2000
SEED = 20260101
INTERVAL = (0.025, 0.975)
UNDEFINED_AT_MOST = 0.05
FEWEST = 2  # articles
_BLOCK = 1 << 21  # weights held at once


@dataclass(frozen=True, slots=True)
class Resampling:
    """How intervals are drawn; the same seed gives the same samples for every measure of the same articles."""

    samples: int = SAMPLES
    seed: int = SEED

    def blocks(self, articles: int) -> Iterator[Array]:
        """Yield blocks of (samples × articles) weights: how often each article was drawn; a row sums to `articles`."""
        generator = np.random.default_rng(self.seed)
        size = max(1, _BLOCK // max(articles, 1))
        for done in range(0, self.samples, size):
            rows = min(size, self.samples - done)
            drawn = generator.integers(0, articles, (rows, articles)) + np.arange(rows)[:, None] * articles
            yield np.bincount(drawn.ravel(), minlength=rows * articles).reshape(rows, articles).astype(float)


DEFAULT = Resampling()


@dataclass(frozen=True, slots=True)
class Output:
    """One measure of a family: what it rests on, what to say where it is undefined, and the articles with something of it (None: n)."""

    n: int
    why: Why = Why.NO_VARIATION
    articles: int | None = None


@dataclass(frozen=True, slots=True)
class Family:
    """Measures that share their statistics: `rows` (articles × k), and `values` from (samples × k) sums to (samples × outputs).

    An undefined value is NaN.
    """

    rows: Array
    values: Callable[[Array], Array]
    outputs: tuple[Output, ...]


def figures(family: Family, resampling: Resampling) -> tuple[Figure, ...]:
    """Return the family's measures over all its articles, each with its interval, in the order of `outputs`."""
    articles = len(family.rows)
    if articles == 0:
        return tuple(undefined(Why.NO_COMMON_ARTICLES) for _ in family.outputs)
    point = family.values(family.rows.sum(0, keepdims=True))[0]
    sampled = np.concatenate([family.values(weights @ family.rows) for weights in resampling.blocks(articles)])
    return tuple(
        _figure(float(value), column[:, None], output) for value, column, output in zip(point, sampled.T, family.outputs, strict=True)
    )


def _figure(value: float, samples: Array, output: Output) -> Figure:
    """Return one figure from its value and its (samples × 1) resampled values."""
    if output.n == 0 and output.why is not Why.NO_CANDIDATES:
        return undefined(Why.NO_COMMON_ARTICLES)
    if np.isnan(value):
        return undefined(output.why, output.n)
    if (output.n if output.articles is None else output.articles) < FEWEST:
        return Figure(value, n=output.n, why=Why.TOO_FEW_ARTICLES)
    if np.isnan(samples).mean() > UNDEFINED_AT_MOST:
        return Figure(value, n=output.n, why=Why.OFTEN_UNDEFINED)
    low, high = quantiles_of_defined(samples, INTERVAL)[:, 0]
    return Figure(value, float(low), float(high), output.n)
