"""Geometry of spans."""

from hypothesis import given
from hypothesis import strategies as st

from annotator.core.fold import Status
from annotator.session.items import Item
from annotator.ui.placing import SpanIndex, lanes

ranges = st.lists(st.tuples(st.integers(0, 60), st.integers(1, 12)).map(lambda pair: (pair[0], pair[0] + pair[1])), max_size=25)


def items_of(spans: list[tuple[int, int]]) -> list[Item]:
    return [Item(str(i), start, end, "L", "", Status.OPEN, None) for i, (start, end) in enumerate(spans)]


@given(ranges)
def test_spans_in_one_lane_never_overlap_and_shorter_ones_stand_nearer(spans: list[tuple[int, int]]) -> None:
    placed = list(zip(spans, lanes(spans), strict=True))
    for i, ((start, end), lane) in enumerate(placed):
        for (other_start, other_end), other_lane in placed[i + 1 :]:
            if start < other_end and other_start < end:
                assert lane != other_lane
                if end - start < other_end - other_start:
                    assert lane < other_lane


@given(ranges, st.integers(0, 70), st.integers(1, 20))
def test_the_index_finds_exactly_the_spans_that_touch(spans: list[tuple[int, int]], start: int, length: int) -> None:
    ordered = sorted(spans, key=lambda s: (s[0], -s[1]))
    items = items_of(ordered)
    index = SpanIndex.of(items, ordered)
    found = {item.target for item, _, _ in index.touching(start, start + length)}
    assert found == {item.target for item, (s, e) in zip(items, ordered, strict=True) if s < start + length and start < e}


def test_an_index_of_items_that_stand_as_before_computes_nothing_again() -> None:
    items = items_of([(0, 2), (3, 5)])
    index = SpanIndex.of(items, [(0, 2), (3, 5)])
    changed = [items[0], Item("1", 3, 5, "M", "", Status.ACCEPTED, None)]

    def refuse(item: Item) -> tuple[int, int]:
        raise AssertionError(item)

    assert index.with_items(changed, refuse).items == tuple(changed)
