"""Agreement of 3 people × 200 articles × 30 spans with 2,000 bootstrap samples: `python -m tests.benchmarks.bench_agreement`.

Processor time, the median of some runs, beside the calibrator of the desk's benchmark, timed in the same run. γ is computed apart, with
the same samples as pygamma-agreement where that is installed: on one article, as it compares one continuum at a time.
"""

import os
import random
import statistics
import sys
import time
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.util import find_spec

from annotator.agreement import gamma
from annotator.agreement.bootstrap import Resampling
from annotator.agreement.report import Question, measure
from annotator.agreement.units import Ballot, Category, Reading, Unit, Unmarked, in_order
from annotator.core.span import Span
from tests.benchmarks.calibrator import calibrator

ARTICLES, SPANS, PEOPLE, LABELS, ROUNDS = 200, 30, ("ann", "bob", "cai"), [f"L{i}" for i in range(16)], 3
SLOT = 80  # code points of text to one mention


def article(number: int, chance: random.Random) -> Unit:
    """Invent an article with 30 mentions, most of them candidates, that three people read with some errors."""
    gold = [Span(i * SLOT + chance.randrange(40), 0, chance.choice(LABELS)) for i in range(SPANS)]
    mentions = [Span(span.start, span.start + chance.randrange(2, 12), span.label) for span in gold]
    readings = tuple(Reading(person, in_order(_read(span, chance) for span in mentions)) for person in PEOPLE)
    return Unit(str(number), SPANS * SLOT, readings, tuple(_ballot(i, span, chance) for i, span in enumerate(mentions)))


def _read(span: Span, chance: random.Random) -> Span:
    """Return the mention with a shifted end, another label, or elsewhere; nobody misses one, so that 30 spans are 30."""
    start = span.start + (20 if chance.random() < 0.1 else 0)
    label = chance.choice(LABELS) if chance.random() < 0.1 else span.label
    return Span(start, start + span.end - span.start + (chance.random() < 0.15), label)


def _ballot(number: int, span: Span, chance: random.Random) -> Ballot:
    given: list[Category] = [span.label if chance.random() < 0.8 else chance.choice(list(Unmarked)) for _ in PEOPLE]
    return Ballot(str(number), span, dict(zip(PEOPLE, given, strict=True)))


def cpu(work: Callable[[], object]) -> float:
    """Return the processor seconds that `work` takes."""
    began = time.process_time()
    work()
    return time.process_time() - began


def of_pygamma(unit: Unit, samples: int) -> tuple[float, float, float]:
    """Return pygamma-agreement's γ and disorder of one article and the processor seconds it took, compiling left out."""
    from pyannote.core import Segment  # type: ignore[import-not-found, import-untyped, unused-ignore] # noqa: PLC0415 - not always there
    from pygamma_agreement import (  # type: ignore[import-not-found, import-untyped, unused-ignore] # noqa: PLC0415
        CombinedCategoricalDissimilarity,
        Continuum,
        ShuffleContinuumSampler,
    )

    continuum = Continuum()
    for reading in unit.readings:
        for span in reading.spans:
            continuum.add(reading.person, Segment(span.start, span.end), span.label)
    dissimilarity = CombinedCategoricalDissimilarity(alpha=1, beta=1, delta_empty=1)
    disorder = continuum.get_best_alignment(dissimilarity).disorder  # compiles
    began = time.process_time()
    found = continuum.compute_gamma(dissimilarity, n_samples=samples, precision_level=None, sampler=ShuffleContinuumSampler())
    return float(found.gamma), float(disorder), time.process_time() - began


@contextmanager
def silence() -> Iterator[None]:
    """Send what its solver prints, from Python and from C, nowhere."""
    sys.stdout.flush()
    kept = os.dup(1), os.dup(2)
    with open(os.devnull, "w", encoding="utf-8") as nowhere, warnings.catch_warnings():  # noqa: PTH123 - not a path
        warnings.simplefilter("ignore")
        os.dup2(nowhere.fileno(), 1)
        os.dup2(nowhere.fileno(), 2)
        try:
            yield
        finally:
            sys.stdout.flush()
            os.dup2(kept[0], 1)
            os.dup2(kept[1], 2)


def compare_gamma(unit: Unit, samples: int) -> None:
    """Print γ of one article beside pygamma-agreement's."""
    settings = gamma.Settings(samples=samples, precision=10)
    ((observed, expected),) = gamma.disorders([unit], settings)
    ours = cpu(lambda: gamma.disorders([unit], settings))
    disorder = gamma.disorder([reading.spans for reading in unit.readings])
    print(f"γ of one article, {samples} samples: {1 - observed / expected:.3f} (disorder {disorder:.6f}) in {ours:.3f} s CPU")
    if find_spec("pygamma_agreement") is None:
        print("  pygamma-agreement is not installed")
        return
    with silence():
        value, their_disorder, theirs = of_pygamma(unit, samples)
    print(f"  pygamma-agreement: {value:.3f} (disorder {their_disorder:.6f}) in {theirs:.3f} s CPU, {theirs / ours:.0f} times ours")


def main() -> None:
    """Print the figures."""
    chance = random.Random(1)
    units = [article(number, chance) for number in range(ARTICLES)]
    how = Resampling()
    spent = statistics.median(cpu(lambda: measure(units, Question(resampling=how))) for _ in range(ROUNDS))
    print(f"calibrator: {calibrator():.1f} ms")
    print(f"agreement, {len(PEOPLE)} people × {ARTICLES} articles × {SPANS} spans, {how.samples} samples: {spent:.2f} s CPU (reach: 2)")
    print(f"γ of the same, at least 30 samples: {cpu(lambda: gamma.disorders(units)):.2f} s CPU")
    compare_gamma(units[0], 30)


if __name__ == "__main__":
    main()
