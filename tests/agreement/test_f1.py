"""Span F1 is symmetric, and agrees with the scorers people know where these are symmetric too."""

import pytest
from hypothesis import given

from annotator.agreement.f1 import Scheme, matches, mean_of_pairs, pooled
from annotator.core.span import Span
from tests.agreement.invented import apart, span_sets

Spans = tuple[Span, ...]


@given(span_sets, span_sets)
def test_who_comes_first_does_not_matter(a: Spans, b: Spans) -> None:
    for scheme in Scheme:
        assert matches(a, b).f1(scheme) == matches(b, a).f1(scheme)


@given(span_sets)
def test_identical_marks_agree_fully(a: Spans) -> None:
    for scheme in Scheme:
        assert matches(a, a).f1(scheme) == (1 if a else None)


@given(span_sets, span_sets)
def test_a_looser_scheme_never_matches_less(a: Spans, b: Spans) -> None:
    found = matches(a, b)
    assert found.matched(Scheme.STRICT) <= min(found.matched(Scheme.EXACT), found.matched(Scheme.LABEL))
    assert found.matched(Scheme.EXACT) <= found.matched(Scheme.PARTIAL) <= min(len(a), len(b))


@given(span_sets, span_sets)
def test_labels_sum_to_the_whole(a: Spans, b: Spans) -> None:
    found = matches(a, b)
    for scheme in (Scheme.STRICT, Scheme.LABEL):
        assert sum(found.matched(scheme, label) for label in "ABC") == found.matched(scheme)


@given(span_sets, span_sets, span_sets, span_sets)
def test_pooling_articles_is_summing_their_counts(a: Spans, b: Spans, c: Spans, d: Spans) -> None:
    one_article = [Span(s.start + 100, s.end + 100, s.label) for s in c], [Span(s.start + 100, s.end + 100, s.label) for s in d]
    assert pooled([matches(a, b), matches(c, d)]) == matches([*a, *one_article[0]], [*b, *one_article[1]])


def test_f1_of_nothing_is_undefined_and_not_one() -> None:
    assert matches((), ()).f1(Scheme.STRICT) is None
    assert mean_of_pairs({("a", "b"): matches((), ())}, Scheme.STRICT) is None


def test_a_scheme_that_ignores_labels_has_no_figure_of_one() -> None:
    with pytest.raises(ValueError, match="ignores labels"):
        matches((), ()).f1(Scheme.PARTIAL, "A")


def test_the_mean_is_of_pairs_and_not_of_articles() -> None:
    big = matches(tuple(Span(i, i + 1, "A") for i in range(9)), tuple(Span(i, i + 1, "A") for i in range(9)))
    none = matches((Span(20, 21, "A"),), ())
    assert mean_of_pairs({("a", "b"): pooled([big, none]), ("a", "c"): none}, Scheme.STRICT) == pytest.approx((18 / 19 + 0) / 2)


def _bio(spans: Spans) -> list[str]:
    tags = ["O"] * 60
    for span in spans:
        tags[span.start : span.end] = [f"B-{span.label}", *[f"I-{span.label}"] * (span.end - span.start - 1)]
    return tags


@given(span_sets, span_sets)
def test_strict_is_what_seqeval_says(a: Spans, b: Spans) -> None:
    seqeval = pytest.importorskip("seqeval.metrics")
    a, b = apart(a), apart(b)
    if a and b:  # seqeval answers 0 (and warns) where nothing is marked
        assert matches(a, b).f1(Scheme.STRICT) == pytest.approx(seqeval.f1_score([_bio(a)], [_bio(b)]))


@given(span_sets, span_sets)
def test_each_scheme_is_what_nervaluate_says_where_a_mark_meets_one_other(a: Spans, b: Spans) -> None:
    nervaluate = pytest.importorskip("nervaluate")
    a, b = apart(a), apart(b)
    meets_one = all(sum(x.overlaps(y) for y in other) <= 1 for own, other in ((a, b), (b, a)) for x in own)
    if a and b and meets_one:  # it takes the first mark that overlaps, which is only right where there is one
        tags = sorted({span.label for span in (*a, *b)})
        found = nervaluate.Evaluator([_bio(a)], [_bio(b)], tags=tags, loader="list").evaluate()["overall"]
        ours = matches(a, b)
        for scheme, theirs in (("strict", "strict"), ("exact", "exact"), ("partial", "partial"), ("label", "ent_type")):
            assert ours.f1(Scheme(scheme)) == pytest.approx(found[theirs].f1), scheme
