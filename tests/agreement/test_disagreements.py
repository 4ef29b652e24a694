"""Disagreements: every cluster in one kind, every count a list."""

from itertools import pairwise

import pytest
from hypothesis import given

from annotator.agreement.disagreements import (
    SENTENCES,
    Cluster,
    Finding,
    Kind,
    by_kind,
    by_label,
    clusters,
    confusion,
    disagreeing,
    finding,
    worst_articles,
)
from annotator.agreement.units import Reading, Unit
from annotator.core.span import Span
from tests.agreement.invented import FEWER, PEOPLE, corpora

A, B = "A", "B"
WIDE, SHORT, OTHER = Span(0, 4, A), Span(0, 3, A), Span(0, 4, B)
Marks = tuple[Span, ...]


def unit(*marks: Marks, article: str = "1") -> Unit:
    return Unit(article, 40, tuple(Reading(person, spans) for person, spans in zip(PEOPLE, marks, strict=False)))


@pytest.mark.parametrize(
    ("marks", "kind"),
    [
        (((WIDE,), (WIDE,)), Kind.AGREE),
        (((WIDE,), ()), Kind.MISSED),
        (((WIDE,), (SHORT,)), Kind.BOUNDARY),
        (((WIDE,), (OTHER,)), Kind.LABEL),
        (((SHORT,), (OTHER,)), Kind.BOTH),
        (((WIDE,), (Span(0, 2, A), Span(2, 4, A))), Kind.SPLIT),
        (((WIDE,), (SHORT,), ()), Kind.MISSED),
        (((WIDE,), (WIDE,), (OTHER,)), Kind.LABEL),
        (((WIDE, OTHER), (WIDE, OTHER)), Kind.AGREE),
    ],
)
def test_a_stretch_is_counted_as_one_kind(marks: tuple[Marks, ...], kind: Kind) -> None:
    (found,) = clusters([unit(*marks)])
    assert found.kind is kind


def test_what_else_differs_is_not_forgotten() -> None:
    (found,) = clusters([unit((WIDE,), (SHORT,), ())])
    assert found.aspects == {Kind.MISSED, Kind.BOUNDARY}


@FEWER
@given(corpora(overlapping=True, smallest=1))
def test_every_mark_of_a_shared_article_is_in_exactly_one_cluster(units: tuple[Unit, ...]) -> None:
    found = clusters(units)
    marks = [(c.article, person, span) for c in found for person, spans in c.marks.items() for span in spans]
    expected = [(u.article, r.person, span) for u in units if len(u.readings) > 1 for r in u.readings for span in r.spans]
    assert len(marks) == len(set(marks))
    assert set(marks) == set(expected)


@FEWER
@given(corpora(overlapping=True, smallest=1))
def test_clusters_share_no_character(units: tuple[Unit, ...]) -> None:
    found = clusters(units)
    assert all(a.end <= b.start for a, b in pairwise(found) if a.article == b.article)


@FEWER
@given(corpora(overlapping=True, smallest=1))
def test_kinds_list_every_cluster_once(units: tuple[Unit, ...]) -> None:
    found = clusters(units)
    assert sorted(map(id, found)) == sorted(id(c) for rows in by_kind(found).values() for c in rows)
    assert len(disagreeing(found)) == len(found) - len(by_kind(found)[Kind.AGREE])


@FEWER
@given(corpora(overlapping=True, smallest=1))
def test_a_cell_lists_a_cluster_once_and_swaps_with_the_people(units: tuple[Unit, ...]) -> None:
    found = clusters(units, ("ann", "bob"))
    cells = confusion(found, ("ann", "bob"))
    assert all(len(rows) == len(set(map(id, rows))) for rows in cells.values())
    assert {(y, x): rows for (x, y), rows in cells.items()} == confusion(found, ("bob", "ann"))
    assert {id(c) for rows in cells.values() for c in rows} == set(map(id, found))


def test_confusion_has_a_row_for_no_mark() -> None:
    found = clusters([unit((WIDE,), (OTHER,)), unit((), (WIDE,), article="2")])
    assert {cell: len(rows) for cell, rows in confusion(found, ("ann", "bob")).items()} == {("A", "B"): 1, ("∅", "A"): 1}
    assert list(confusion(found)) == [("A", "B"), ("A", "∅")]


def test_a_third_person_does_not_join_what_is_apart_for_two() -> None:
    found = unit((Span(0, 2, A),), (Span(6, 8, A),), (Span(1, 7, A),))
    assert len(clusters([found])) == 1
    assert len(clusters([found], ("ann", "bob"))) == 2


def test_labels_list_the_disagreements_they_are_in() -> None:
    found = clusters([unit((WIDE,), (OTHER,)), unit((WIDE,), (WIDE,), article="2")])
    assert {label: [c.article for c in rows] for label, rows in by_label(found).items()} == {"A": ["1"], "B": ["1"]}


def test_worst_articles_come_first() -> None:
    bad = unit((WIDE, Span(10, 12, A)), (), article="bad")
    better = unit((WIDE, Span(10, 12, A)), (WIDE,), article="better")
    good = unit((WIDE,), (WIDE,), article="good")
    rows = worst_articles(clusters([good, better, bad]))
    assert [(r.article, len(r.disagreements), r.clusters, r.share) for r in rows] == [("bad", 2, 2, 1), ("better", 1, 2, 0.5)]


def several(*marks: tuple[Marks, Marks]) -> tuple[Cluster, ...]:
    return clusters([unit(*pair, article=str(i)) for i, pair in enumerate(marks)])


@pytest.mark.parametrize(
    ("found", "says"),
    [
        ((), Finding.NOTHING),
        (several(((WIDE,), (WIDE,))), Finding.ALL_AGREE),
        (several(((WIDE,), ()), ((WIDE,), (SHORT,))), Finding.WHETHER_NOT_LABEL),
        (several(((WIDE,), ()), ((WIDE,), (OTHER,))), Finding.WHETHER),
        (several(((WIDE,), (SHORT,)), ((WIDE,), (SHORT,)), ((WIDE,), ())), Finding.WHERE),
        (several(((WIDE,), (OTHER,))), Finding.WHICH_LABEL),
        (several(((WIDE,), (OTHER,)), ((WIDE,), ()), ((WIDE,), (SHORT,))), Finding.MIXED),
    ],
)
def test_one_sentence_says_what_it_is_about(found: tuple[Cluster, ...], says: Finding) -> None:
    assert finding(found) is says
    assert says in SENTENCES
