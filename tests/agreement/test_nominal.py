"""Agreement on categories is what the packages of the trade say; and undefined where chance could not disagree."""

from collections import Counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.agreement import nominal
from annotator.agreement.bootstrap import Family, Resampling, figures
from annotator.agreement.figure import Why
from annotator.agreement.nominal import Counts, Table
from annotator.agreement.units import Ballot, Policy, Reading, Unit, Unmarked, comparable
from annotator.core.span import Span
from tests.agreement.invented import FEWER, PEOPLE, corpora

FEW = Resampling(samples=20)
complete = st.lists(st.tuples(*[st.integers(0, 3)] * 3), min_size=2, max_size=12)
gappy = st.lists(st.tuples(*[st.none() | st.integers(0, 3)] * 3), min_size=2, max_size=12)


def counts_of(things: list[tuple[int | None, ...]]) -> Counts:
    return Counts.of(np.array(nominal.statistics([[given.count(c) for c in range(4)] for given in things], 4)), 4)


def table_of(pairs: list[tuple[int, int]]) -> Table:
    counts = Counter(pairs)
    return Table.of([[counts[i, j] for j in range(4)] for i in range(4)])


def varies(things: list[tuple[int | None, ...]]) -> bool:
    """Say whether two values occur among things rated twice."""
    return len({x for given in things if len([g for g in given if g is not None]) > 1 for x in given if x is not None}) > 1


@FEWER
@given(gappy)
def test_alpha_is_what_krippendorff_says(things: list[tuple[int | None, ...]]) -> None:
    package = pytest.importorskip("krippendorff")
    ours = float(nominal.krippendorff_alpha(counts_of(things)))
    if not varies(things):
        assert np.isnan(ours)
    else:
        data = np.array([[np.nan if x is None else x for x in row] for row in zip(*things, strict=True)], float)
        assert ours == pytest.approx(package.alpha(reliability_data=data, level_of_measurement="nominal"))


@FEWER
@given(complete)
def test_alpha_and_pi_are_what_nltk_says(things: list[tuple[int, ...]]) -> None:
    package = pytest.importorskip("nltk.metrics.agreement")
    task = package.AnnotationTask([(who, str(i), str(x)) for i, given in enumerate(things) for who, x in enumerate(given)])
    if varies(list(things)):
        assert float(nominal.krippendorff_alpha(counts_of(list(things)))) == pytest.approx(task.alpha())
        assert float(nominal.fleiss_kappa(counts_of(list(things)))) == pytest.approx(task.pi())


@FEWER
@given(complete)
def test_fleiss_is_what_statsmodels_says(things: list[tuple[int, ...]]) -> None:
    package = pytest.importorskip("statsmodels.stats.inter_rater")
    if varies(list(things)):
        table = np.array([[given.count(c) for c in range(4)] for given in things])
        assert float(nominal.fleiss_kappa(counts_of(list(things)))) == pytest.approx(package.fleiss_kappa(table))


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), min_size=2, max_size=12))
def test_cohen_is_what_scikit_learn_and_statsmodels_say(pairs: list[tuple[int, int]]) -> None:
    sklearn, statsmodels = pytest.importorskip("sklearn.metrics"), pytest.importorskip("statsmodels.stats.inter_rater")
    ours = float(nominal.cohen_kappa(table_of(pairs)))
    if len(set(pairs)) == 1 and pairs[0][0] == pairs[0][1]:
        assert np.isnan(ours)
    else:
        a, b = zip(*pairs, strict=True)
        assert ours == pytest.approx(sklearn.cohen_kappa_score(a, b))
        counts = Counter(pairs)
        table = np.array([[counts[i, j] for j in range(4)] for i in range(4)])
        assert ours == pytest.approx(statsmodels.cohens_kappa(table, return_results=False))


@FEWER
@given(corpora(fewest=2, smallest=1))
def test_merging_articles_is_summing_their_statistics(units: tuple[Unit, ...]) -> None:
    merged = Unit(
        "all",
        1000,
        tuple(Reading(person) for person in PEOPLE),
        tuple(Ballot(f"{u.article}/{b.candidate}", b.span, b.categories) for u in units for b in u.ballots),
    )
    one, many = (nominal.family(some, PEOPLE, Policy.UNMARKED_IS_NONE) for some in ([merged], units))
    assert one.rows.sum(0) == pytest.approx(many.rows.sum(0))


@FEWER
@given(corpora(fewest=2, smallest=1), st.sampled_from(Policy))
def test_the_order_of_people_does_not_matter(units: tuple[Unit, ...], policy: Policy) -> None:
    def mean(family: Family) -> list[float]:
        return [float(x) for x in family.values(family.rows.sum(0, keepdims=True))[0, :4]]

    assert mean(nominal.family(units, PEOPLE, policy)) == pytest.approx(mean(nominal.family(units, PEOPLE[::-1], policy)), nan_ok=True)


def unit(*given: tuple[str | Unmarked, ...], finished: tuple[str, ...] = ("ann", "bob")) -> Unit:
    ballots = tuple(Ballot(str(i), Span(i, i + 1, "A"), dict(zip(finished, one, strict=True))) for i, one in enumerate(given))
    return Unit("x", 100, tuple(Reading(person) for person in finished), ballots)


def test_rejected_is_a_category_under_both_policies_and_left_under_one() -> None:
    found = unit((Unmarked.REJECTED, "A"), (Unmarked.LEFT, "A"))
    assert nominal.ratings_of(found, Policy.UNMARKED_IS_NONE) == [{"ann": "∅", "bob": "A"}] * 2
    assert nominal.ratings_of(found, Policy.MISSING) == [{"ann": "∅", "bob": "A"}, {"bob": "A"}]


def test_one_category_is_undefined_and_not_zero() -> None:
    alpha, *rest = figures(nominal.family([unit(("A", "A"), ("A", "A"))], ("ann", "bob"), Policy.MISSING), FEW)
    assert (alpha.value, alpha.why, alpha.n) == (None, Why.NO_VARIATION, 2)
    assert all(figure.value is None for figure in rest)


def test_people_who_share_no_article_have_no_agreement_on_candidates() -> None:
    units = [unit(("A",), finished=("ann",)), unit(("A",), finished=("bob",))]
    (alpha, *_rest) = figures(nominal.family(comparable(units, PEOPLE), PEOPLE, Policy.MISSING), FEW)
    assert (alpha.value, alpha.why) == (None, Why.NO_COMMON_ARTICLES)


def test_articles_without_candidates_say_so() -> None:
    (alpha, *_rest) = figures(nominal.family([unit()], ("ann", "bob"), Policy.MISSING), FEW)
    assert (alpha.value, alpha.why) == (None, Why.NO_CANDIDATES)


def test_many_candidates_of_one_article_give_no_interval() -> None:
    (alpha, *_rest) = figures(nominal.family([unit(("A", "A"), ("B", "B"), ("A", "B"))], ("ann", "bob"), Policy.MISSING), FEW)
    assert alpha.value is not None
    assert (alpha.low, alpha.why, alpha.n) == (None, Why.TOO_FEW_ARTICLES, 3)
