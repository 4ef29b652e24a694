"""The report holds what the command line promises, and never turns what is missing into agreement."""

import json
from dataclasses import replace

import pytest
from hypothesis import given

from annotator.agreement import gamma
from annotator.agreement.bootstrap import Resampling
from annotator.agreement.f1 import Scheme, matches, mean_of_pairs, pooled
from annotator.agreement.figure import Why
from annotator.agreement.report import Question, Report, measure
from annotator.agreement.units import (
    Ballot,
    Category,
    Policy,
    Reading,
    Unit,
    Unmarked,
    comparable,
    labels_of,
    people_of,
    restricted,
    retest,
)
from annotator.core.errors import SpanError
from annotator.core.span import Span
from tests.agreement.invented import FEWER, PEOPLE, Errors, corpora, renamed, team

FEW = Question(resampling=Resampling(samples=20))
Units = tuple[Unit, ...]
MARK = Span(0, 4, "A")


def numbers(report: Report) -> list[float]:
    """Return the figures over everybody, NaN where undefined."""
    u, c = report.u_alphas, report.candidates
    found = [*report.f1.values(), u.whole, u.marked, u.labels, report.alpha_u_1995, c.alpha, c.cohen_kappa, c.fleiss_kappa, c.ac1]
    return [float("nan") if figure.value is None else figure.value for figure in found]


def test_everything_the_contract_names_is_there() -> None:
    found = json.loads(json.dumps(measure(team(4, 5, Errors(), seed=1).units, FEW).as_dict(), allow_nan=False))
    assert {"people", "articles", "policy", "seed", "f1", "u_alpha", "bar_u_alpha", "cu_alpha", "k_u_alpha"} <= set(found)
    assert {"alpha_u_1995", "gamma", "candidates", "labels", "pairs"} <= set(found)
    assert set(found["f1"]) == {"strict", "exact", "label", "partial"}
    assert set(found["candidates"]) == {"alpha", "cohen_kappa", "fleiss_kappa", "ac1"}
    assert set(found["labels"]["A"]) >= {"f1", "u_alpha", "counts"}
    assert [(pair["a"], pair["b"]) for pair in found["pairs"]] == [("ann", "bob"), ("ann", "cai"), ("bob", "cai")]
    assert set(found["u_alpha"]) == {"value", "low", "high", "n"}
    assert found["gamma"] == {"value": None, "low": None, "high": None, "n": 4, "why": "not_asked"}


@FEWER
@given(corpora())
def test_no_corpus_breaks_it_and_every_missing_value_has_a_reason(units: Units) -> None:
    found = json.loads(json.dumps(measure(units, FEW).as_dict(), allow_nan=False))

    def check(value: object) -> None:
        if isinstance(value, dict):
            if "value" in value and value["value"] is None:
                assert value["why"]
            for inner in value.values():
                check(inner)

    check(found)


@FEWER
@given(corpora(smallest=1))
def test_names_of_people_and_labels_do_not_matter(units: Units) -> None:
    people, labels = dict(zip(PEOPLE, ("z", "y", "x"), strict=True)), {"A": "C", "B": "A", "C": "B"}
    other = [renamed(unit, people.__getitem__, labels.__getitem__) for unit in units]
    assert numbers(measure(units, FEW)) == pytest.approx(numbers(measure(other, FEW)), nan_ok=True)


@FEWER
@given(corpora(smallest=1))
def test_the_order_of_articles_does_not_matter(units: Units) -> None:
    assert numbers(measure(units, FEW)) == pytest.approx(numbers(measure(units[::-1], FEW)), nan_ok=True)


@FEWER
@given(corpora(smallest=1))
def test_f1_is_what_its_definition_says(units: Units) -> None:
    shared, people = comparable(units, PEOPLE), people_of(units)
    pairs = {
        (a, b): pooled(
            matches(u.reading(a).spans, u.reading(b).spans)  # type: ignore[union-attr]
            for u in shared
            if u.reading(a) and u.reading(b)
        )
        for i, a in enumerate(people)
        for b in people[i + 1 :]
    }
    found = measure(units, FEW)
    for scheme in Scheme:
        assert found.f1[scheme].value == pytest.approx(mean_of_pairs(pairs, scheme))
    for label in labels_of(shared):
        assert found.labels[label].f1.value == pytest.approx(mean_of_pairs(pairs, Scheme.STRICT, label))


@FEWER
@given(corpora(smallest=1))
def test_who_is_missing_is_seen_and_lowers_no_count_silently(units: Units) -> None:
    found = measure(units, replace(FEW, people=PEOPLE))
    assert found.articles == sum(len(unit.readings) > 1 for unit in units)
    assert found.finished == {p: sum(unit.reading(p) is not None for unit in units) for p in PEOPLE}
    for pair in found.pairs:
        assert pair.articles == sum(unit.reading(pair.a) is not None and unit.reading(pair.b) is not None for unit in units)
        if pair.articles == 0:
            assert pair.f1[Scheme.STRICT].why is Why.NO_COMMON_ARTICLES


def test_an_empty_reading_counts_and_a_missing_one_does_not() -> None:
    read = [Unit("1", 9, (Reading("ann", (MARK,)), Reading("bob", (MARK,)))), Unit("2", 9, (Reading("ann", (MARK,)), Reading("bob")))]
    unread = [read[0], restricted(read[1], ("ann",))]
    assert measure(read, FEW).f1[Scheme.STRICT].value == pytest.approx(2 / 3)
    assert measure(unread, FEW).f1[Scheme.STRICT].value == 1
    assert (measure(read, FEW).articles, measure(unread, FEW).articles) == (2, 1)


def test_overlapping_marks_leave_uα_undefined_but_not_its_labels() -> None:  # noqa: PLC2401
    crossing = (MARK, Span(2, 6, "B"))
    unit = Unit("1", 9, (Reading("ann", crossing), Reading("bob", crossing)))
    found = measure([unit], replace(FEW, layers={"only A": ("A",)}))
    assert found.u_alphas.whole.why is Why.SPANS_OVERLAP
    assert found.overlapping == (("1", "ann"), ("1", "bob"))
    assert found.labels["A"].u_alpha.value == pytest.approx(1)
    assert found.layers["only A"].value == pytest.approx(1)


def test_a_label_asked_for_is_measured_alone() -> None:
    marks = ((MARK, Span(5, 8, "B")), (MARK,))
    ballots = (Ballot("c", Span(5, 8, "B"), {"ann": "B", "bob": Unmarked.LEFT}),)
    unit = Unit("1", 9, tuple(Reading(p, m) for p, m in zip(PEOPLE, marks, strict=False)), ballots)
    found = measure([unit], replace(FEW, labels=("A",)))
    assert found.f1[Scheme.STRICT].value == 1
    assert list(found.labels) == ["A"]
    assert found.candidates.alpha.why is Why.NO_VARIATION


def test_both_policies_are_offered_and_named() -> None:
    rows: list[tuple[Category, Category]] = [("A", "A"), ("B", "B"), ("A", Unmarked.LEFT)]
    ballots = tuple(Ballot(str(i), Span(i, i + 1, "A"), {"ann": a, "bob": b}) for i, (a, b) in enumerate(rows))
    unit = Unit("1", 9, (Reading("ann"), Reading("bob")), ballots)
    none, missing = (measure([unit], replace(FEW, policy=policy)) for policy in Policy)
    assert (none.policy, missing.policy) == tuple(Policy)
    assert missing.candidates.alpha.value == 1
    assert none.candidates.alpha.value is not None
    assert none.candidates.alpha.value < 1
    assert (none.candidates.alpha.n, missing.candidates.alpha.n) == (3, 2)


def test_marks_added_by_hand_stand_beside() -> None:
    readings = (Reading("ann", (MARK, Span(5, 8, "B")), added=(MARK,)), Reading("bob", (MARK,), added=(MARK,)))
    found = measure([Unit("1", 9, readings)], FEW)
    assert found.added == {"ann": 1, "bob": 1}
    assert found.added_f1.value == 1


def test_gamma_is_computed_when_asked_for_with_progress() -> None:
    seen: list[int] = []
    question = replace(FEW, gamma=gamma.Settings(samples=3, precision=1))
    found = measure(team(3, 5, Errors(), seed=1).units, question, progress=lambda done, _all: seen.append(done))
    assert found.gamma.value is not None
    assert found.gamma.low is not None
    assert seen == list(range(1, 10))


def test_one_person_who_reads_again_is_measured_like_two() -> None:
    first = [Unit("1", 9, (Reading("ann", (MARK,)),), (Ballot("c", MARK, {"ann": "A"}),)), Unit("2", 9, (Reading("ann", (MARK,)),))]
    second = [Unit("1", 9, (Reading("ann"), Reading("bob")), (Ballot("c", MARK, {"ann": Unmarked.REJECTED, "bob": "A"}),))]
    units = retest("ann", {"main": first, "retest": second})
    found = measure(units, FEW)
    assert (found.people, found.articles, found.finished) == (("main", "retest"), 1, {"main": 2, "retest": 1})
    assert found.f1[Scheme.STRICT].value == 0
    assert found.candidates.alpha.n == 1


def test_a_unit_refuses_what_cannot_be() -> None:
    with pytest.raises(ValueError, match="two readings"):
        Unit("1", 9, (Reading("ann"), Reading("ann")))
    with pytest.raises(ValueError, match="did not finish"):
        Unit("1", 9, (Reading("ann"),), (Ballot("c", MARK, {"bob": "A"}),))
    with pytest.raises(SpanError):
        Unit("1", 3, (Reading("ann", (MARK,)),))
    with pytest.raises(ValueError, match="that is none"):
        Reading("ann", (), added=(MARK,))
