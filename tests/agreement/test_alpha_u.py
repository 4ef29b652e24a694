"""α_U of 1995: laws; its published values are in test_published."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.agreement import alpha_u
from annotator.agreement.alpha_u import squared_difference
from annotator.agreement.bootstrap import Resampling, figures
from annotator.agreement.figure import Figure, Why
from annotator.agreement.units import Reading, Unit, comparable
from annotator.core.span import Span
from tests.agreement.invented import FEWER, LABELS, PEOPLE, corpora

sections = st.tuples(st.integers(0, 9), st.integers(1, 9), st.booleans()).map(lambda s: (s[0], s[0] + s[1], int(s[2])))


def measured(units: tuple[Unit, ...]) -> Figure:
    return figures(alpha_u.family(units, LABELS), Resampling(samples=20))[0]


@given(sections, sections)
def test_the_difference_of_two_sections_is_symmetric(g: tuple[int, int, int], h: tuple[int, int, int]) -> None:
    assert squared_difference(g, h) == squared_difference(h, g) >= 0
    assert squared_difference(g, g) == 0


@FEWER
@given(corpora(fewest=1, smallest=1))
def test_identical_readings_agree_fully_or_the_figure_is_undefined(units: tuple[Unit, ...]) -> None:
    found = measured(tuple(Unit(u.article, u.length, tuple(replace(u.readings[0], person=p) for p in PEOPLE)) for u in units))
    assert found.value is None or found.value == pytest.approx(1)


@FEWER
@given(corpora(fewest=2, smallest=1))
def test_the_order_of_people_and_articles_does_not_matter(units: tuple[Unit, ...]) -> None:
    turned = tuple(replace(u, readings=u.readings[::-1]) for u in units[::-1])
    assert measured(turned).value == pytest.approx(measured(units).value)


def test_nothing_marked_and_nobody_in_common_are_undefined() -> None:
    mark = (Span(0, 4, "A"),)
    assert measured((Unit("1", 9, (Reading("ann"), Reading("bob"))),)).why is Why.NOTHING_MARKED
    apart = comparable([Unit("1", 9, (Reading("ann", mark),)), Unit("2", 9, (Reading("bob", mark),))], PEOPLE)
    assert measured(apart).why is Why.NO_COMMON_ARTICLES
