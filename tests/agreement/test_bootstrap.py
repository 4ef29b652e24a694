"""Intervals come from articles, from a seed, and not at all where they would say nothing."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.agreement.arrays import Array, mean_of_defined, quantiles_of_defined, ratio
from annotator.agreement.bootstrap import Family, Output, Resampling, figures
from annotator.agreement.figure import SENTENCES, Figure, Why, undefined


def share(rows: list[tuple[float, float]], *, n: int | None = None, resampling: Resampling | None = None) -> Figure:
    """Measure the share of the first number in the second."""

    def values(sums: Array) -> Array:
        return ratio(sums[:, 0], sums[:, 1])[:, None]

    family = Family(np.array(rows, float).reshape(len(rows), 2), values, (Output(len(rows) if n is None else n),))
    return figures(family, resampling or Resampling())[0]


def test_a_sample_draws_as_many_articles_as_there_are() -> None:
    blocks = list(Resampling(samples=7, seed=1).blocks(5))
    assert sum(len(block) for block in blocks) == 7
    assert all((block.sum(1) == 5).all() for block in blocks)


def test_many_articles_are_drawn_in_several_blocks() -> None:
    blocks = list(Resampling(samples=60, seed=1).blocks(100_000))
    assert len(blocks) > 1
    assert sum(len(block) for block in blocks) == 60


def test_the_seed_decides_the_interval() -> None:
    rows = [(float(i % 7), 7.0 + i / 10) for i in range(20)]
    assert share(rows) == share(rows)
    assert share(rows) != share(rows, resampling=Resampling(seed=1))


def test_the_interval_is_that_of_the_normal_distribution_where_that_holds() -> None:
    figure = share([(float(i % 2), 1.0) for i in range(400)])
    assert figure.low == pytest.approx(0.5 - 1.96 * 0.5 / 20, abs=0.004)
    assert figure.high == pytest.approx(0.5 + 1.96 * 0.5 / 20, abs=0.004)


def test_the_interval_covers_the_truth_about_as_often_as_it_says() -> None:
    generator = np.random.default_rng(5)
    covered = 0
    for _ in range(200):
        found = share([(float(x), 10.0) for x in generator.binomial(10, 0.7, 40)], resampling=Resampling(samples=300))
        assert found.low is not None
        assert found.high is not None
        covered += found.low <= 0.7 <= found.high
    assert 0.88 <= covered / 200 <= 1


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(5, 9)), min_size=2, max_size=9))
def test_the_value_lies_in_its_interval_or_near(rows: list[tuple[int, int]]) -> None:
    figure = share([(float(a), float(b)) for a, b in rows], resampling=Resampling(samples=200))
    assert figure.value is not None
    assert figure.low is not None
    assert figure.high is not None
    assert 0 <= figure.low <= figure.high <= 1
    assert min(a / b for a, b in rows) - 1e-9 <= figure.low


def test_one_article_has_a_value_and_no_interval() -> None:
    assert share([(1, 2)]) == Figure(0.5, n=1, why=Why.TOO_FEW_ARTICLES)


def test_a_figure_that_most_samples_leave_undefined_has_no_interval() -> None:
    figure = share([(1, 2), *[(0.0, 0.0)] * 9])
    assert (figure.value, figure.low, figure.high, figure.why) == (0.5, None, None, Why.OFTEN_UNDEFINED)


def test_no_article_is_undefined() -> None:
    assert share([]) == undefined(Why.NO_COMMON_ARTICLES)


def test_every_reason_has_a_sentence() -> None:
    assert set(SENTENCES) == set(Why)


def test_a_figure_is_written_as_the_contract_says() -> None:
    assert Figure(0.5, 0.4, 0.6, 7).as_dict() == {"value": 0.5, "low": 0.4, "high": 0.6, "n": 7}
    assert undefined(Why.NO_VARIATION, 7).as_dict() == {"value": None, "low": None, "high": None, "n": 7, "why": "no_variation"}


@given(st.lists(st.floats(-5, 5), min_size=1, max_size=9), st.integers(0, 3))
def test_undefined_samples_do_not_move_quantiles(numbers: list[float], more: int) -> None:
    column = np.array([*numbers, *[np.nan] * more])[:, None]
    assert quantiles_of_defined(column, (0.025, 0.975))[:, 0] == pytest.approx(np.quantile(numbers, (0.025, 0.975)))
    assert mean_of_defined(column, 0)[0] == pytest.approx(np.mean(numbers))


def test_quantiles_of_nothing_are_undefined() -> None:
    assert np.isnan(quantiles_of_defined(np.array([[np.nan]]), (0.5,))).all()
