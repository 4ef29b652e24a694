"""The u-alpha family: laws, and the definition counted out character by character."""

from dataclasses import replace
from itertools import permutations

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from annotator.agreement import u_alpha
from annotator.agreement.bootstrap import Resampling, figures
from annotator.agreement.figure import Why
from annotator.agreement.units import Reading, Unit, comparable
from annotator.core.span import Span
from tests.agreement.invented import FEWER, LABELS, LENGTH, PEOPLE, corpora, one_unit, renamed

FEW = Resampling(samples=20)
Units = tuple[Unit, ...]


def values(units: Units, labels: tuple[str, ...] = LABELS) -> list[float | None]:
    return [figure.value for figure in figures(u_alpha.family(units, labels), FEW)]


def close(a: list[float | None], b: list[float | None]) -> bool:
    numbers = [[float("nan") if x is None else x for x in values] for values in (a, b)]
    return bool(numbers[0] == pytest.approx(numbers[1], abs=1e-9, nan_ok=True))


@FEWER
@given(one_unit(fewest=2))
def test_shared_lengths_are_those_counted_character_by_character(unit: Unit) -> None:
    at = {r.person: [next((s.label for s in r.spans if s.start <= i < s.end), "") for i in range(LENGTH)] for r in unit.readings}
    codes = {"": 0, **{label: i for i, label in enumerate(LABELS, start=1)}}
    expected = np.zeros((4, 4))
    for a, b in permutations(at.values(), 2):
        for x, y in zip(a, b, strict=True):
            expected[codes[x], codes[y]] += 1 / (len(at) - 1)
    totals = u_alpha.Totals.of(u_alpha.rows_of([unit], LABELS)[0], 4)
    assert totals.shared == pytest.approx(expected)
    assert totals.shared.sum() == pytest.approx(LENGTH * len(at))


@FEWER
@given(corpora(fewest=2, smallest=1))
def test_people_may_come_in_any_order_and_have_any_name(units: Units) -> None:
    turned = tuple(replace(u, readings=u.readings[::-1], ballots=()) for u in (renamed(u, person=lambda p: p[::-1]) for u in units))
    assert close(values(units), values(turned))


@FEWER
@given(corpora(fewest=2, smallest=1))
def test_labels_may_have_any_name(units: Units) -> None:
    new = {"A": "Z", "B": "Y", "C": "X"}
    assert close(values(units), values(tuple(renamed(u, label=lambda x: new[x]) for u in units), tuple(new.values())))


@FEWER
@given(corpora(fewest=1, smallest=1))
def test_identical_readings_agree_fully_or_the_figure_is_undefined(units: Units) -> None:
    same = tuple(Unit(u.article, u.length, tuple(replace(u.readings[0], person=p) for p in PEOPLE)) for u in units)
    assert all(value is None or value == pytest.approx(1) for value in values(same))


@FEWER
@given(corpora(fewest=2, smallest=2))
def test_statistics_of_articles_add_up(units: Units) -> None:
    rows = u_alpha.rows_of(units, LABELS)
    assert rows.sum(0) == pytest.approx(sum(u_alpha.rows_of([unit], LABELS)[0] for unit in units))


@FEWER
@given(one_unit(fewest=2), st.integers(1, 50))
def test_cutting_a_text_in_a_gap_of_everybody_changes_nothing(unit: Unit, more: int) -> None:
    longer = Unit("x", unit.length + more, unit.readings)
    rest = Unit("y", more, tuple(Reading(r.person) for r in unit.readings))
    assert close(values((longer,)), values((unit, rest)))


def test_people_who_share_no_article_have_no_agreement() -> None:
    units = [Unit("1", 9, (Reading("ann", (Span(0, 4, "A"),)),)), Unit("2", 9, (Reading("bob", (Span(0, 4, "A"),)),))]
    (first, *_rest) = figures(u_alpha.family(comparable(units, PEOPLE), LABELS), FEW)
    assert (first.value, first.why, first.n) == (None, Why.NO_COMMON_ARTICLES, 0)


def test_empty_readings_are_undefined_and_not_full_agreement() -> None:
    units = (Unit("1", 9, (Reading("ann"), Reading("bob"))),)
    (first, *_rest) = figures(u_alpha.family(units, LABELS), FEW)
    assert (first.value, first.why) == (None, Why.NOTHING_MARKED)


def test_one_label_alone_leaves_coding_undefined_but_not_unitizing() -> None:
    units = (Unit("1", 9, (Reading("ann", (Span(0, 4, "A"),)), Reading("bob", (Span(1, 4, "A"),)))),)
    whole, marked, coding, *_of_label = figures(u_alpha.family(units, ("A",)), FEW)
    assert whole.value is not None
    assert marked.value is not None
    assert (coding.value, coding.why) == (None, Why.NO_VARIATION)


def test_without_gaps_there_is_no_agreement_on_gaps() -> None:
    units = (Unit("1", 9, (Reading("ann", (Span(0, 9, "A"),)), Reading("bob", (Span(0, 4, "A"), Span(4, 9, "B"))))),)
    whole, marked, *_rest = figures(u_alpha.family(units, ("A", "B")), FEW)
    assert whole.value is not None
    assert (marked.value, marked.why) == (None, Why.NO_GAPS)


def test_marks_that_never_meet_leave_coding_undefined() -> None:
    units = (Unit("1", 9, (Reading("ann", (Span(0, 4, "A"),)), Reading("bob", (Span(4, 8, "B"),)))),)
    assert figures(u_alpha.family(units, ("A", "B")), FEW)[2].why is Why.NEVER_BOTH_MARKED


@FEWER
@given(one_unit(fewest=2, overlapping=True))
def test_a_label_alone_is_measured_even_where_marks_overlap(unit: Unit) -> None:
    found = figures(u_alpha.by_label([unit], LABELS), FEW)
    assume(any(s.label == "A" for r in unit.readings for s in r.spans))
    covered = [frozenset(i for s in r.spans if s.label == "A" for i in range(s.start, s.end)) for r in unit.readings]
    if found[0].value is None:
        assert all(len(one) == LENGTH for one in covered)
    assert found[0].value is None or len(set(covered)) > 1 or found[0].value <= 1


def test_overlaps_of_one_label_are_united_and_counted() -> None:
    marks = (Span(0, 4, "A"), Span(2, 6, "A"), Span(6, 8, "A"), Span(1, 3, "B"))
    unit = Unit("1", 9, (Reading("ann", marks), Reading("bob")))
    assert u_alpha.united(s for s in marks if s.label == "A") == [Span(0, 6, "A"), Span(6, 8, "A")]
    assert u_alpha.merged_by_label([unit]) == {"A": 1}
    assert u_alpha.overlaps([unit]) == (("1", "ann"),)
    assert u_alpha.overlaps([unit], ["B"]) == ()
