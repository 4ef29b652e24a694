"""Learned trust: how likely a person of this project is to keep a candidate, from this project's own decisions.

A logistic regression over hashed features that starts from the trust of the candidate's source and learns to correct it; without
any decision it repeats that trust. Trained by FTRL-Proximal (McMahan et al., KDD 2013), one example after the other, so the same
decisions in the same order give the same scorer (on another system up to the last digit). Nothing here filters decisions: the
caller leaves out blind work (it would no longer be blind), articles given to two people (their agreement would be the program's),
repeats, and undecided candidates.
"""

import json
import math
import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from zlib import crc32

from annotator.core.candidate import Proposal
from annotator.core.errors import InputError
from annotator.suggest.learn_features import Example, described

VERSION = 1
THRESHOLDS = tuple(tenth / 10 for tenth in range(1, 10))

_BUCKETS = 1 << 18
# Learning rate and its start, and the pull towards the source's trust; chosen by log loss on unseen articles of development pages.
_RATE, _START, _PULL = 0.3, 1.0, 0.1
_PASSES = 3
# No source is trusted or mistrusted so much that a few decisions could not turn it.
_LEAST_PRIOR, _MOST_PRIOR = 0.1, 0.9
_LARGEST_EXPONENT = 30.0


@dataclass(frozen=True, slots=True)
class Measured:
    """Precision and recall of keeping what scores at least `threshold`; None where nothing is kept, or nothing was to be kept."""

    threshold: float
    precision: float | None
    recall: float | None


@dataclass(frozen=True, slots=True)
class Scorer:
    """What was learned from `examples` decisions, of which `kept` kept the candidate; `Scorer()` knows nothing yet.

    `state` holds for each hashed feature FTRL's two sums.
    """

    examples: int = 0
    kept: int = 0
    state: Mapping[int, tuple[float, float]] = field(default_factory=dict, repr=False)

    def learn(self, examples: Iterable[Example]) -> "Scorer":
        """Return the scorer that has also learned `examples`, gone through in their order three times.

        Portions are learned one after the other, so that what was decided last counts most.
        """
        portion = [(_buckets(example.features), example.prior, example.kept) for example in examples]
        state = dict(self.state)
        for buckets, prior, kept in portion * _PASSES:
            _update(state, buckets, _probability(state, buckets, prior) - kept)
        return Scorer(self.examples + len(portion), self.kept + sum(kept for *_, kept in portion), state) if portion else self

    def score(self, proposal: Proposal, text: str, breaks: Sequence[tuple[int, int]] = ()) -> float:
        """Return the probability (0 to 1) that `proposal`, which stands in `text`, is kept."""
        return self.probability(described(proposal, text, breaks), proposal.score)

    def probability(self, features: Iterable[str], prior: float) -> float:
        """Return the probability that a candidate with these features is kept, whose source trusts it by `prior`."""
        return _probability(self.state, _buckets(features), prior)

    def to_json(self) -> str:
        """Return the scorer as one line of JSON, equal for equal scorers."""
        state = {str(bucket): sums for bucket, sums in sorted(self.state.items())}
        return json.dumps({"scorer": VERSION, "examples": self.examples, "kept": self.kept, "state": state})

    @classmethod
    def from_json(cls, text: str) -> "Scorer":
        """Return the scorer that `to_json` wrote.

        Raises:
            InputError: it is damaged, or of another version.
        """
        try:
            return _scorer_of(json.loads(text))
        except (ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError) as error:
            raise InputError("What was learned from decisions cannot be read; it can be learned again.") from error


def cross_validated(
    examples: Iterable[Example], folds: int = 5, *, seed: int = 0, thresholds: Sequence[float] = THRESHOLDS
) -> tuple[Measured, ...]:
    """Return precision and recall per threshold on articles the scorer had not seen; empty with fewer than two articles.

    Articles are dealt to at most `folds` portions at random by `seed`; each portion is scored by what the others teach.
    """
    held = tuple(examples)
    portion = _dealt(held, folds, seed)
    if len(set(portion.values())) < 2:  # noqa: PLR2004
        return ()
    scored: list[tuple[float, bool]] = []
    for fold in sorted(set(portion.values())):
        scorer = Scorer().learn(e for e in held if portion[e.article] != fold)
        scored += [(scorer.probability(e.features, e.prior), e.kept) for e in held if portion[e.article] == fold]
    return tuple(_measured(scored, threshold) for threshold in thresholds)


def _dealt(examples: Sequence[Example], folds: int, seed: int) -> dict[str, int]:
    articles = list(dict.fromkeys(example.article for example in examples))
    random.Random(seed).shuffle(articles)  # noqa: S311
    return {article: place % max(1, folds) for place, article in enumerate(articles)}


def _measured(scored: Sequence[tuple[float, bool]], threshold: float) -> Measured:
    above = [kept for score, kept in scored if score >= threshold]
    to_keep = sum(kept for _, kept in scored)
    return Measured(threshold, sum(above) / len(above) if above else None, sum(above) / to_keep if to_keep else None)


def _buckets(features: Iterable[str]) -> list[int]:
    # Python's own hash differs from run to run.
    return sorted({crc32(feature.encode("utf-8", "surrogatepass")) % _BUCKETS for feature in features})


def _probability(state: Mapping[int, tuple[float, float]], buckets: Iterable[int], prior: float) -> float:
    trust = min(max(prior, _LEAST_PRIOR), _MOST_PRIOR)
    exponent = math.log(trust / (1 - trust)) + math.fsum(_weight(*state[bucket]) for bucket in buckets if bucket in state)
    return 1 / (1 + math.exp(-max(-_LARGEST_EXPONENT, min(_LARGEST_EXPONENT, exponent))))


def _weight(gradients: float, squares: float) -> float:
    return -gradients / ((_START + math.sqrt(squares)) / _RATE + _PULL)


def _update(state: dict[int, tuple[float, float]], buckets: Iterable[int], gradient: float) -> None:
    for bucket in buckets:
        gradients, squares = state.get(bucket, (0.0, 0.0))
        more = squares + gradient * gradient
        slower = (math.sqrt(more) - math.sqrt(squares)) / _RATE
        state[bucket] = (gradients + gradient - slower * _weight(gradients, squares), more)


def _scorer_of(data: Mapping[str, Any]) -> Scorer:
    if data["scorer"] != VERSION:
        raise ValueError(data["scorer"])
    state = {int(bucket): (float(gradients), float(squares)) for bucket, (gradients, squares) in data["state"].items()}
    numbers = [number for sums in state.values() for number in sums]
    examples, kept = data["examples"], data["kept"]
    is_sound = all(map(math.isfinite, numbers)) and all(squares >= 0 for _, squares in state.values())
    if not (is_sound and type(examples) is type(kept) is int and 0 <= kept <= examples and all(0 <= b < _BUCKETS for b in state)):
        raise ValueError(examples)
    return Scorer(examples, kept, state)
