"""Which edge is under the mouse."""

from annotator.core.fold import Status
from annotator.session.edges import Edge
from annotator.session.items import Item
from annotator.ui.edge_drag import REACH, edge_at
from annotator.ui.placing import Placed, Row

ITEM = Item("t", 0, 4, "L", "", Status.OPEN, None)
FIRST, LAST = Row(100, 140, 20, 18), Row(20, 60, 53, 18)
SPAN = Placed(ITEM, (FIRST, LAST), 0)


def test_an_edge_is_taken_within_reach_of_it_on_its_own_line() -> None:
    assert edge_at([SPAN], "t", 100 - REACH, 30) is Edge.START
    assert edge_at([SPAN], "t", 60 + REACH, 60) is Edge.END
    assert edge_at([SPAN], "t", 100 - REACH - 1, 30) is None
    assert edge_at([SPAN], "t", 140, 30) is None, "there the line ends, not the span"
    assert edge_at([SPAN], "t", 60, 30) is None


def test_only_the_current_span_has_edges_to_take() -> None:
    assert edge_at([SPAN], "other", 100, 30) is None
    assert edge_at([SPAN], None, 100, 30) is None


def test_where_both_edges_are_in_reach_the_nearer_is_taken() -> None:
    narrow = Placed(ITEM, (Row(100, 106, 20, 18),), 0)
    assert edge_at([narrow], "t", 102, 30) is Edge.START
    assert edge_at([narrow], "t", 104, 30) is Edge.END


def test_an_edge_that_is_scrolled_away_cannot_be_taken() -> None:
    assert edge_at([Placed(ITEM, (LAST,), 0, opens=False)], "t", 20, 60) is None
