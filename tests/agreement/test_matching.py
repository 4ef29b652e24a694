"""The one-to-one matching is the best there is."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.agreement.matching import best_matching, overlapping, total_weight
from annotator.core.span import Span
from tests.agreement.invented import span_sets

graphs = st.dictionaries(st.tuples(st.integers(0, 4), st.integers(0, 4)), st.sampled_from([0.0, 0.25, 0.5, 1.0, 1.7]), max_size=14)


def brute_force(weights: dict[tuple[int, int], float]) -> float:
    return max(sum(weights.get(edge, 0) for edge in enumerate(order)) for order in permutations(range(5)))


@given(graphs)
def test_no_matching_weighs_more(weights: dict[tuple[int, int], float]) -> None:
    assert total_weight(weights) == pytest.approx(brute_force(weights))


@given(graphs)
def test_nobody_is_matched_twice_or_without_an_edge(weights: dict[tuple[int, int], float]) -> None:
    found = best_matching(weights)
    assert len(set(found.values())) == len(found)
    assert all(weights[edge] > 0 for edge in found.items())


@given(graphs)
def test_the_two_sides_may_be_swapped(weights: dict[tuple[int, int], float]) -> None:
    assert total_weight({(b, a): w for (a, b), w in weights.items()}) == pytest.approx(total_weight(weights))


@given(span_sets, span_sets)
def test_overlaps_are_all_found_once(a: tuple[Span, ...], b: tuple[Span, ...]) -> None:
    found = list(overlapping(a, b))
    assert sorted(found) == [(i, j) for i, x in enumerate(a) for j, y in enumerate(b) if x.overlaps(y)]


def test_a_greedy_choice_is_given_up_where_two_small_ones_weigh_more() -> None:
    assert best_matching({(0, 0): 1.0, (0, 1): 0.75, (1, 0): 0.75}) == {0: 1, 1: 0}
