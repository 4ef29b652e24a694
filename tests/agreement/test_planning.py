"""Planning: mentions grow with articles, intervals narrow with their root."""

import pytest

from annotator.agreement.bootstrap import Resampling
from annotator.agreement.f1 import Scheme
from annotator.agreement.figure import Figure, Why, undefined
from annotator.agreement.planning import articles_needed, expect, expected_width, mentions_per_article, pilot_of
from annotator.agreement.report import Question, measure
from annotator.agreement.units import Reading, Unit
from annotator.core.span import Span
from tests.agreement.invented import Errors, team

PILOT = Figure(0.8, 0.7, 0.9, 25)


def test_four_times_the_articles_halve_the_interval() -> None:
    assert expected_width(PILOT, 100) == pytest.approx(0.1)
    assert expected_width(PILOT, 25) == pytest.approx(0.2)


def test_as_many_articles_as_are_needed_give_the_width() -> None:
    assert articles_needed(PILOT, 0.1) == 100
    assert articles_needed(PILOT, 0.07) == 205
    assert articles_needed(undefined(Why.NOTHING_MARKED), 0.1) is None
    with pytest.raises(ValueError, match="positive"):
        articles_needed(PILOT, 0)


def test_a_pilot_without_an_interval_promises_none() -> None:
    assert expected_width(undefined(Why.NOTHING_MARKED), 100) is None
    assert expected_width(PILOT, 0) is None


def test_each_article_of_the_pilot_weighs_the_same_however_many_read_it() -> None:
    marks = (Span(0, 2, "A"), Span(4, 6, "A"))
    by_all = Unit("1", 9, (Reading("ann", marks), Reading("bob", marks), Reading("cai", marks)))
    units = [by_all, Unit("2", 9, (Reading("ann"),)), Unit("3", 9, ())]
    assert mentions_per_article(units) == {"A": 1.0}


def test_a_plan_says_what_its_cells_will_hold() -> None:
    pilot = pilot_of([Unit("1", 9, (Reading("ann", (Span(0, 2, "A"), Span(4, 6, "B"))),))], {"A": PILOT})
    plan = expect(pilot, {"shown/blind": 100, "none": 0})
    assert plan["shown/blind"]["A"].mentions == 100
    assert plan["shown/blind"]["A"].width == pytest.approx(0.1)
    assert plan["shown/blind"]["B"].width is None
    assert (plan["none"]["A"].mentions, plan["none"]["A"].width) == (0, None)


def test_what_a_pilot_promises_is_what_the_study_then_has() -> None:
    how = Question(resampling=Resampling(samples=400))
    pilot, study = (measure(team(n, 8, Errors(), seed=n).units, how).f1[Scheme.STRICT] for n in (40, 160))
    assert study.width == pytest.approx(expected_width(pilot, 160), rel=0.35)
