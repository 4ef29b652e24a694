"""What stands under the mouse: a chip with label and state for every span there, the innermost first."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath

from annotator.core.scheme import Scheme
from annotator.ui.placing import LANES, Placed
from annotator.ui.reason import status_words
from annotator.ui.theme import Theme

_HEIGHT, _PADDING, _GAP = 18, 6, 3
_ABOVE, _BELOW = 3, 8


def spans_at(spans: Iterable[Placed], x: float, y: float) -> list[Placed]:
    """Return the spans painted at a point of the viewport, the shortest first."""
    hit = [s for s in spans if any(r.left <= x <= r.right and r.top - _ABOVE <= y <= r.top + r.em + _BELOW for r in s.rows)]
    return sorted(hit, key=lambda s: s.item.end - s.item.start)


class Chips:
    """Paints the chips of spans under the mouse, in one row above the innermost."""

    def __init__(self, theme: Theme, scheme: Scheme) -> None:
        self._theme = theme
        self._scheme = scheme

    def words(self, span: Placed) -> str:
        """Return what the chip of a span says: its key, its label, its state."""
        label = self._scheme.label(span.item.label)
        name = label.short.get(self._theme.language) if label is not None else span.item.label
        named = f"{label.key} {name}" if label is not None and label.key else name
        return f"{named} · {status_words(span.item.status)}"

    def paint(self, painter: QPainter, spans: Sequence[Placed], width: int) -> None:
        """Paint the chips of `spans`, the innermost first, on a viewport `width` pixels wide."""
        if not spans:
            return
        painter.setFont(self._theme.ui_font(12, bold=True))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=True)
        row = spans[0].rows[0]
        sizes = [painter.fontMetrics().horizontalAdvance(self.words(span)) + 2 * _PADDING for span in spans]
        left = max(min(row.left - 2.5, width - sum(sizes) - _GAP * len(sizes)), 2)
        top = round(row.top) - _ABOVE - _HEIGHT
        if top < 0:
            top = round(row.top + row.em) + _BELOW + LANES * 2
        for span, size in zip(spans, sizes, strict=True):
            self._chip(painter, span, QRectF(left, top, size, _HEIGHT))
            left += size + _GAP

    def _chip(self, painter: QPainter, span: Placed, box: QRectF) -> None:
        path = QPainterPath()
        path.addRoundedRect(box, 3, 3)
        painter.fillPath(path, QColor(self._theme.colour(self._scheme.label(span.item.label)).ink))
        painter.setPen(QColor(self._theme.surface.paper))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.words(span))
