from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from annotator.suggest.resolve import Find, Merged, resolve


def find(start: int, end: int, source: str = "lexicon:x", score: float = 0.9, label: str = "X") -> Find:
    return Find(start, end, label, source, score, "name")


def spans(merged: list[Merged]) -> list[tuple[int, int]]:
    return [(item.best.start, item.best.end) for item in merged]


def test_the_longest_name_wins() -> None:
    assert spans(resolve([find(0, 4), find(0, 9), find(5, 9)])) == [(0, 9)]


def test_of_equally_long_names_that_overlap_the_earlier_wins() -> None:
    assert spans(resolve([find(2, 6), find(0, 4)])) == [(0, 4)]


def test_a_name_beside_the_longest_one_stays() -> None:
    assert spans(resolve([find(0, 3), find(2, 8), find(8, 10)])) == [(2, 8), (8, 10)]


def test_finds_of_one_span_become_one_with_the_strongest_label_and_all_sources() -> None:
    (merged,) = resolve([find(0, 4, "pattern:p", 0.6, "A"), find(0, 4, "lexicon:t", 0.9, "B")])
    assert (merged.best.label, merged.sources) == ("B", ("lexicon:t", "pattern:p"))


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(1, 9)), max_size=30))
def test_what_remains_is_disjoint_and_whatever_was_dropped_overlaps_something_at_least_as_long(pairs: list[tuple[int, int]]) -> None:
    finds = [find(start, start + length) for start, length in pairs]
    kept = spans(resolve(finds))
    assert kept == sorted(kept)
    assert all(a_end <= b_start for (_, a_end), (b_start, _) in pairwise(kept))
    for one in finds:
        rivals = [(s, e) for s, e in kept if s < one.end and one.start < e]
        assert any(e - s >= one.end - one.start for s, e in rivals)
