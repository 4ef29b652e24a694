"""Anchoring: what was put into an invented team comes out of the figures."""

import pytest

from annotator.agreement.anchoring import Anchoring, Pairing, anchoring, beyond, median_seconds
from annotator.agreement.bootstrap import Resampling
from annotator.agreement.disagreements import Kind, by_kind, clusters
from annotator.agreement.f1 import Scheme
from annotator.agreement.figure import Figure, Why
from annotator.agreement.report import Question, measure
from annotator.agreement.units import Ballot, Reading, Unit, restricted
from annotator.core.decision import Condition
from annotator.core.span import Span
from tests.agreement.invented import PEOPLE, SLOT, Errors, Team, team

HOW = Resampling(samples=500)
ERRORS = Errors(miss=0.12, boundary=0.08, label=0.1, spurious=0.06, pull=0.4)
CANDIDATE = Span(0, 4, "A")


@pytest.fixture(scope="module")
def invented() -> Team:
    return team(120, 12, ERRORS, seed=7)


@pytest.fixture(scope="module")
def measured(invented: Team) -> Anchoring:
    return anchoring(invented.units, HOW)


def covers(figure: Figure, truth: float) -> bool:
    assert figure.low is not None
    assert figure.high is not None
    return figure.low <= truth <= figure.high


def test_the_pull_is_recovered(measured: Anchoring) -> None:
    assert covers(measured.pull, ERRORS.pull)


def test_without_pull_there_is_none() -> None:
    found = anchoring(team(120, 12, Errors(pull=0), seed=8).units, HOW)
    assert covers(found.pull, 0)


def test_what_people_take_unseen_is_recovered(measured: Anchoring) -> None:
    # Half of the candidates are right, and are marked so by whoever makes no error; a wrong label is one of four by chance.
    clean = (1 - ERRORS.miss) * (1 - ERRORS.boundary)
    assert covers(measured.taken[Condition.BLIND], clean * (0.5 * (1 - ERRORS.label) + 0.5 * ERRORS.label / 4))


def test_marks_beyond_the_candidates_are_recovered(measured: Anchoring) -> None:
    # A fifth of the mentions have no candidate; false marks fall into as many empty slots as there are mentions.
    a_slot = 1000 / (2 * SLOT) * (0.2 * (1 - ERRORS.miss) + ERRORS.spurious)
    assert covers(measured.beyond[Condition.BLIND], a_slot)
    assert covers(measured.beyond[Condition.SHOWN], a_slot)


def test_those_who_see_the_same_candidates_agree_more_even_on_wrong_ones() -> None:
    found = anchoring(team(60, 12, Errors(pull=0.9), seed=11).units, HOW)
    shown, mixed, blind = (found.f1[cell] for cell in Pairing)
    assert shown.low is not None
    assert shown.low > max(mixed.high or 0, blind.high or 0) > 0


def test_blind_pairs_agree_as_their_errors_say(measured: Anchoring) -> None:
    e = ERRORS
    same = (1 - e.miss) ** 2 * ((1 - e.boundary) ** 2 + e.boundary**2) * ((1 - e.label) ** 2 + e.label**2 / 4)
    # Two false marks agree if they fall into the same slot with the same of five labels.
    assert covers(measured.f1[Pairing.BLIND_BLIND], (same + e.spurious**2 / 5) / (1 - e.miss + e.spurious))


def test_error_rates_are_recovered_from_the_disagreements_of_blind_readers() -> None:
    errors = Errors(miss=0.15, boundary=0.1, label=0.1, spurious=0)
    units = [restricted(u, ("ann", "bob")) for u in team(150, 12, errors, seed=9, blind=1).units]
    kinds, mentions = by_kind(clusters(units)), 150 * 12
    both = (1 - errors.miss) ** 2
    boundary = 2 * errors.boundary * (1 - errors.boundary)
    label = 1 - (1 - errors.label) ** 2 - errors.label**2 / 4
    expected = {
        Kind.MISSED: 2 * errors.miss * (1 - errors.miss),
        Kind.BOUNDARY: both * boundary * (1 - label),
        Kind.LABEL: both * (1 - boundary) * label,
        Kind.BOTH: both * boundary * label,
    }
    for kind, rate in expected.items():
        spread = 3 * (rate * (1 - rate) / mentions) ** 0.5
        assert len(kinds[kind]) / mentions == pytest.approx(rate, abs=spread), kind
    assert kinds[Kind.SPLIT] == ()


def test_the_report_of_the_team_covers_what_was_put_in() -> None:
    errors = Errors(miss=0.15, boundary=0.1, label=0.1, spurious=0)
    found = measure(team(120, 12, errors, seed=10, blind=1).units, Question(people=PEOPLE, resampling=HOW))
    strict = (1 - errors.miss) * ((1 - errors.boundary) ** 2 + errors.boundary**2) * ((1 - errors.label) ** 2 + errors.label**2 / 4)
    assert covers(found.f1[Scheme.STRICT], strict)
    assert covers(found.f1[Scheme.EXACT], (1 - errors.miss) * ((1 - errors.boundary) ** 2 + errors.boundary**2))
    assert covers(found.f1[Scheme.LABEL], (1 - errors.miss) * ((1 - errors.label) ** 2 + errors.label**2 / 4))


def test_an_article_in_one_condition_says_nothing_about_the_pull() -> None:
    units = team(4, 5, Errors(), seed=1, blind=0).units
    found = anchoring(units, HOW)
    assert (found.pull.value, found.pull.why) == (None, Why.ONE_CONDITION)
    assert found.f1[Pairing.SHOWN_SHOWN].n == 4
    assert found.f1[Pairing.BLIND_BLIND].why is Why.NO_COMMON_ARTICLES


def article(number: int, shown: tuple[Span, ...], blind: tuple[Span, ...], *, candidates: int = 1) -> Unit:
    ballots = tuple(Ballot(str(i), CANDIDATE) for i in range(candidates))
    return Unit(str(number), 40, (Reading("ann", shown, Condition.SHOWN), Reading("bob", blind, Condition.BLIND)), ballots)


def test_the_pull_is_undefined_where_everybody_would_have_marked_it_anyway() -> None:
    found = anchoring([article(i, (CANDIDATE,), (CANDIDATE,)) for i in range(3)], HOW)
    assert (found.pull.value, found.pull.why) == (None, Why.ALL_TAKEN_BLIND)


def test_the_pull_is_one_where_only_seeing_it_makes_anybody_mark_it() -> None:
    assert anchoring([article(i, (CANDIDATE,), ()) for i in range(3)], HOW).pull == Figure(1.0, 1.0, 1.0, 3)


def test_articles_without_candidates_pull_nowhere() -> None:
    found = anchoring([article(i, (CANDIDATE,), (), candidates=0) for i in range(3)], HOW)
    assert (found.pull.value, found.pull.why) == (None, Why.NO_CANDIDATES)


def test_a_mark_that_touches_a_candidate_is_not_beyond_it() -> None:
    assert beyond([Span(0, 2, "A"), Span(3, 5, "B"), Span(4, 6, "A")], [CANDIDATE]) == 1


def timed(number: int, *seconds: float) -> Unit:
    return Unit(str(number), 40, (Reading("ann", seconds=seconds), Reading("bob", condition=Condition.BLIND, seconds=(99.0,))))


def test_times_are_those_of_people_who_saw_candidates() -> None:
    found = median_seconds([timed(1, 1.0, 2.0), timed(2, 4.0)], HOW)
    assert (found.value, found.n) == (2.0, 2)
    assert found.low is not None
    assert found.high is not None
    assert 1 <= found.low <= 2 <= found.high <= 4
    assert median_seconds([timed(1, 1.0)], HOW, person="bob").why is Why.NO_TIMES
    assert median_seconds([timed(1, 1.0)], HOW).why is Why.TOO_FEW_ARTICLES
