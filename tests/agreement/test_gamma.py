"""γ: the alignment is the best there is, by three ways of looking for it; the figure is what pygamma-agreement says."""

import random
from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.agreement import gamma
from annotator.agreement.bootstrap import Resampling, figures
from annotator.agreement.figure import Why
from annotator.agreement.units import Reading, Unit
from annotator.core.errors import AnnotatorError
from annotator.core.span import Span
from tests.agreement.invented import FEWER, LENGTH, Errors, corpora, span_sets, team

small = st.lists(span_sets.map(lambda spans: spans[:3]), min_size=2, max_size=3)
FEW = Resampling(samples=50)


def brute_force(readings: Sequence[Sequence[Span]]) -> float:
    """Return the least disorder over every way to put the marks into groups, at most one of each person."""
    pairs = len(readings) * (len(readings) - 1) / 2

    def cost(group: dict[int, Span]) -> float:
        marks = list(group.values())
        real = [gamma.dissimilarity(a, b) for i, a in enumerate(marks) for b in marks[i + 1 :]]
        return (sum(real) + pairs - len(real)) / pairs

    def least(left: list[tuple[int, Span]], made: list[dict[int, Span]]) -> float:
        if not left:
            return sum(cost(group) for group in made)
        (person, span), rest = left[0], left[1:]
        joined = [[*made[:i], {**g, person: span}, *made[i + 1 :]] for i, g in enumerate(made) if person not in g]
        return min(least(rest, some) for some in [[*made, {person: span}], *joined])

    return least([(person, span) for person, spans in enumerate(readings) for span in spans], [])


@FEWER
@given(small)
def test_no_alignment_has_less_disorder(readings: list[tuple[Span, ...]]) -> None:
    assert gamma.best_alignment_disorder(readings) == pytest.approx(brute_force(readings))


@FEWER
@given(st.lists(span_sets.map(lambda spans: spans[:4]), min_size=2, max_size=4))
def test_the_integer_solver_finds_the_same(readings: list[tuple[Span, ...]]) -> None:
    pytest.importorskip("scipy")
    found, marks = gamma.groups(readings), sum(map(len, readings))
    if found:
        assert gamma._packed_by_solver(found, marks) == pytest.approx(gamma._packed(found, marks))


def test_crowded_marks_go_to_the_solver(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("scipy")
    readings = [[Span(i, i + 5, "A") for i in range(n, n + 12)] for n in range(3)]
    alone = gamma.best_alignment_disorder(readings)
    monkeypatch.setattr(gamma, "MOST_STATES", 3)
    assert gamma._packed(gamma.groups(readings), 36) is None
    assert gamma.best_alignment_disorder(readings) == pytest.approx(alone)


def test_without_scipy_crowded_marks_say_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "scipy.optimize", None)
    with pytest.raises(AnnotatorError, match="needs SciPy"):
        gamma._packed_by_solver([gamma.Group(3, 1.0)], 2)


@FEWER
@given(small)
def test_the_order_of_people_does_not_matter(readings: list[tuple[Span, ...]]) -> None:
    assert gamma.best_alignment_disorder(readings[::-1]) == pytest.approx(gamma.best_alignment_disorder(readings))


@FEWER
@given(span_sets, st.integers(2, 3))
def test_identical_readings_are_in_perfect_order(spans: tuple[Span, ...], people: int) -> None:
    assert gamma.best_alignment_disorder([spans] * people) == pytest.approx(0)


@FEWER
@given(span_sets, st.randoms(use_true_random=False))
def test_shuffling_keeps_lengths_and_labels_and_stays_near_the_article(spans: tuple[Span, ...], chance: random.Random) -> None:
    (only,) = gamma.shuffled([spans], LENGTH, chance)
    assert sorted((s.end - s.start, s.label) for s in only) == sorted((s.end - s.start, s.label) for s in spans)
    assert all(0 <= s.start < LENGTH for s in only)


def test_agreement_falls_with_errors_and_is_one_without() -> None:
    def value(errors: Errors) -> float:
        units = team(5, 6, errors, seed=1).units
        figure = figures(gamma.family(gamma.disorders(units)), FEW)[0]
        assert figure.value is not None
        return figure.value

    none, few, many = (value(Errors(x, x, x, x)) for x in (0.0, 0.1, 0.4))
    assert none == pytest.approx(1)
    assert none > few > many


@FEWER
@given(corpora(fewest=2, smallest=2, overlapping=True))
def test_an_article_has_the_same_disorders_whatever_else_is_measured(units: tuple[Unit, ...]) -> None:
    settings = gamma.Settings(samples=2, precision=10)
    assert gamma.disorders(units, settings)[:1] == pytest.approx(gamma.disorders(units[:1], settings))


def test_the_seed_decides_the_samples() -> None:
    units = team(3, 5, Errors(), seed=2).units
    once, again, other = (gamma.disorders(units, gamma.Settings(seed=seed)) for seed in (1, 1, 2))
    assert np.array_equal(once, again)
    assert not np.array_equal(once, other)


def test_more_samples_are_drawn_until_the_precision_is_reached() -> None:
    units = team(1, 3, Errors(miss=0.4), seed=3).units
    seen: list[tuple[int, int]] = []
    gamma.disorders(units, gamma.Settings(samples=5, precision=0.01), progress=lambda done, total: seen.append((done, total)))
    assert seen[-1][0] == seen[-1][1] > 5
    assert [done for done, _ in seen] == list(range(1, len(seen) + 1))


def test_it_stops_when_asked_to() -> None:
    asked: list[int] = []

    def is_cancelled() -> bool:
        asked.append(1)
        return len(asked) > 4

    with pytest.raises(gamma.Cancelled):
        gamma.disorders(team(3, 5, Errors(), seed=2).units, is_cancelled=is_cancelled)
    assert len(asked) == 5


def test_nothing_marked_is_undefined() -> None:
    units = (Unit("1", 9, (Reading("ann"), Reading("bob"))), Unit("2", 9, (Reading("ann"), Reading("bob"))))
    found = figures(gamma.family(gamma.disorders(units)), FEW)[0]
    assert (found.value, found.why) == (None, Why.NOTHING_MARKED)


@pytest.mark.filterwarnings("ignore")
def test_the_disorder_is_what_pygamma_says() -> None:
    pygamma, pyannote = pytest.importorskip("pygamma_agreement"), pytest.importorskip("pyannote.core")
    dissimilarity = pygamma.CombinedCategoricalDissimilarity(alpha=1, beta=1, delta_empty=1)
    for unit in team(3, 4, Errors(0.3, 0.5, 0.3, 0.3), seed=4).units:
        continuum = pygamma.Continuum()
        for reading in unit.readings:
            for span in reading.spans:
                continuum.add(reading.person, pyannote.Segment(span.start, span.end), span.label)
        theirs = continuum.get_best_alignment(dissimilarity).disorder
        assert gamma.disorder([reading.spans for reading in unit.readings]) == pytest.approx(theirs, abs=1e-4)
