"""Taking an edge of a span with the mouse: which edge is under it. Pure geometry."""

from collections.abc import Iterable

from annotator.session.edges import Edge
from annotator.ui.placing import Placed, Row

# Half the width of the zone in which an edge can be taken, in pixels.
REACH = 4
_ABOVE, _BELOW = 4, 8


def edge_at(spans: Iterable[Placed], target: str | None, x: float, y: float) -> Edge | None:
    """Return the edge of the span of `target` at a point of the viewport; where both are in reach, the nearer."""
    near: list[tuple[float, Edge]] = []
    for span in spans:
        if span.item.target == target and span.rows:
            first, last = span.rows[0], span.rows[-1]
            near += [(abs(x - first.left), Edge.START)] if span.opens and _is_beside(first, y) else []
            near += [(abs(x - last.right), Edge.END)] if span.closes and _is_beside(last, y) else []
    distance, edge = min(near, default=(REACH + 1.0, None))
    return edge if distance <= REACH else None


def _is_beside(row: Row, y: float) -> bool:
    return row.top - _ABOVE <= y <= row.top + row.em + _BELOW
