"""Items stay in text order while decisions change some of them."""

from hypothesis import given
from hypothesis import strategies as st

from annotator.core.fold import State, Status
from annotator.session.items import Item, in_order, item_of, replaced

places = st.tuples(st.integers(0, 30), st.integers(1, 6)).map(lambda pair: (pair[0], pair[0] + pair[1]))
decided = st.dictionaries(st.integers(0, 90), st.one_of(st.none(), places), max_size=6)


def state(target: str, place: tuple[int, int]) -> State:
    return State(target, Status.MOVED, *place, "L", "")


def item(target: str, place: tuple[int, int]) -> Item:
    made = item_of(target, {}, {target: state(target, place)})
    assert made is not None
    return made


@given(st.lists(places, max_size=80), decided)
def test_items_made_anew_stand_where_all_of_them_would_stand(
    spans: list[tuple[int, int]], changes: dict[int, tuple[int, int] | None]
) -> None:
    """Targets that are moved, added, and (None) taken away; few and many items are looked through in two ways."""
    before = {str(i): span for i, span in enumerate(spans)}
    after = {str(i): span for i, span in changes.items()}
    items = in_order(item(target, span) for target, span in before.items())
    states = {target: state(target, span) for target, span in after.items() if span is not None}
    left = {target: span for target, span in (before | after).items() if span is not None}
    found = replaced(items, after, {}, states)
    assert found == in_order(item(target, span) for target, span in left.items())
    assert all(any(one is other for other in items) for one in found if one.target not in after)
