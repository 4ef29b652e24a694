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


@given(ranges, ranges)
def test_an_index_brought_up_to_date_is_the_index_made_anew(before: list[tuple[int, int]], after: list[tuple[int, int]]) -> None:
    """Items keep their objects where their places in text order agree, as on the desk."""
    ordered = sorted(after, key=lambda s: (s[0], -s[1]))
    old = items_of(sorted(before, key=lambda s: (s[0], -s[1])))
    new = items_of(ordered)
    kept = [same if (same.start, same.end) == (one.start, one.end) else one for same, one in zip(old, new, strict=False)]
    items = [*kept, *new[len(kept) :]]
    index = SpanIndex.of(old, [(item.start, item.end) for item in old])
    assert index.with_items(items, lambda item: (item.start, item.end)) == SpanIndex.of(items, ordered)


def test_an_index_asks_for_the_place_of_what_moved_alone() -> None:
    items = items_of([(0, 2), (3, 5), (6, 8), (9, 11)])
    index = SpanIndex.of(items, [(0, 2), (3, 5), (6, 8), (9, 11)])
    moved = [*items[:2], Item("2", 6, 9, "L", "", Status.OPEN, None), items[3]]
    asked: list[str] = []

    def place(item: Item) -> tuple[int, int]:
        asked.append(item.target)
        return item.start, item.end

    assert index.with_items(moved, place).ranges == ((0, 2), (3, 5), (6, 9), (9, 11))
    assert asked == ["2"]
