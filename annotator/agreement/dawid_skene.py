"""Who errs how, and what each thing probably is, from several people's categories alone.

Source: Dawid and Skene 1979, *Maximum likelihood estimation of observer error-rates using the EM algorithm*. It says how far one
person's categories can be trusted without gold; it does not replace adjudication.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from annotator.agreement.arrays import Array, ratio

Ratings = Sequence[Mapping[str, Sequence[str]]]
"""For each thing, the categories each person gave it, once or several times."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """The share of each category; for each person the chance (true × given) of giving a category; the categories of each thing.

    Categories are in the order of `categories`, things in the order given, as (things × categories) probabilities. `log_likelihood`
    is the one that the iterations climbed to.
    """

    categories: tuple[str, ...]
    shares: Array
    errors: Mapping[str, Array]
    things: Array
    log_likelihood: float


def estimate(ratings: Ratings, *, iterations: int = 500, tolerance: float = 1e-9) -> Estimate:
    """Return the maximum-likelihood estimate that EM climbs to from the shares of the votes.

    Raises:
        ValueError: a thing has no rating.
    """
    if not ratings or not all(any(given.values()) for given in ratings):
        raise ValueError("every thing needs a rating")
    categories = tuple(sorted({one for given in ratings for many in given.values() for one in many}))
    people = sorted({person for given in ratings for person in given})
    counts = np.array([[[list(given.get(p, ())).count(c) for c in categories] for p in people] for given in ratings], float)
    truth = counts.sum(1) / counts.sum((1, 2))[:, None]
    likelihood = -np.inf
    for _ in range(iterations):
        shares, errors = _maximised(counts, truth)
        truth, reached = _expected(counts, shares, errors)
        if reached - likelihood < tolerance:
            break
        likelihood = reached
    shares, errors = _maximised(counts, truth)
    return Estimate(categories, shares, dict(zip(people, errors, strict=True)), truth, float(likelihood))


def _maximised(counts: Array, truth: Array) -> tuple[Array, Array]:
    """Return shares (categories) and errors (people × true × given) that fit (things × people × given) counts best."""
    given = np.einsum("tc,tpg->pcg", truth, counts)
    return truth.mean(0), np.nan_to_num(ratio(given, given.sum(-1, keepdims=True)))


def _expected(counts: Array, shares: Array, errors: Array) -> tuple[Array, float]:
    """Return (things × categories) probabilities and the log-likelihood."""
    # A product of zeros is 0; 0 · log 0 must stay 0.
    safe = np.log(np.maximum(errors, np.finfo(float).tiny))
    logs = np.log(np.maximum(shares, np.finfo(float).tiny)) + np.einsum("tpg,pcg->tc", counts, safe)
    top = logs.max(1, keepdims=True)
    weights = np.exp(logs - top)
    return weights / weights.sum(1, keepdims=True), float((top[:, 0] + np.log(weights.sum(1))).sum())
