"""Paints spans: fills and underlines beneath the text, strikes, frame, chip and break marks above it.

State is in the form (dashed, solid, ticks, struck, dotted, framed), the label in the colour. Figures are those of the design's
tokens, from the em box.
"""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from annotator.core.fold import Status
from annotator.core.scheme import Scheme
from annotator.ui.placing import LANES, Placed, Row
from annotator.ui.theme import Theme

_FILL_ABOVE = 2
_UNDERLINE_OFFSET = 3
_THICKNESS = 2
_LANE_PITCH = 4
_DIMMED = 0.4
_CHIP_HEIGHT = 13
_CHIP_PADDING = 5
_BESIDE = 16


class SpanPainter:
    """Draws placed spans in the colours of a theme and a scheme; open candidates that score less than `dim_below` fainter."""

    def __init__(self, theme: Theme, scheme: Scheme) -> None:
        self._theme = theme
        self._scheme = scheme
        self.dim_below = 0.0

    def beneath(self, painter: QPainter, spans: Sequence[Placed], current: str | None) -> None:
        """Paint fills, the longest first, then underlines."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        for span in sorted(spans, key=lambda s: s.item.start - s.item.end):
            self._fill(painter, span, is_current=span.item.target == current)
        for span in spans:
            self._underline(painter, span)

    def above(self, painter: QPainter, spans: Sequence[Placed], current: str | None, *, has_focus: bool) -> None:
        """Paint strikes, and the frame and chip of the current span."""
        for span in spans:
            if span.item.status is Status.REJECTED:
                self._strike(painter, span)
            if span.item.note or span.item.flag:
                self._remark(painter, span)
        for span in spans:
            if span.item.target == current:
                self._frame(painter, span, has_focus=has_focus)

    def break_marks(self, painter: QPainter, places: Iterable[Row]) -> None:
        """Paint a faint wedge and a dotted line where a column break was healed."""
        colour = QColor(self._theme.surface.break_mark)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=True)
        for place in places:
            x, top = round(place.left) + 0.5, round(place.top)
            pen = QPen(colour, 1)
            pen.setDashPattern([1, 2])
            painter.setPen(pen)
            painter.drawLine(QLineF(x, top - 1, x, top + place.em + 2))
            wedge = QPainterPath(QPointF(x - 3, top - 3))
            wedge.lineTo(x + 3, top - 3)
            wedge.lineTo(x, top + 1)
            wedge.closeSubpath()
            painter.fillPath(wedge, colour)

    def _fill(self, painter: QPainter, span: Placed, *, is_current: bool) -> None:
        if not (is_current or span.item.is_mark):
            return
        colour = self._theme.colour(self._scheme.label(span.item.label))
        fill = QColor(colour.strong if is_current else colour.soft)
        for row in span.rows:
            top = round(row.top) - _FILL_ABOVE
            painter.fillRect(QRectF(row.left + 0.5, top, row.right - row.left - 1, _y(row, span.lane) - top), fill)

    def _underline(self, painter: QPainter, span: Placed) -> None:
        if span.item.status is Status.REJECTED or span.lane >= LANES:
            return
        colour = QColor(self._theme.colour(self._scheme.label(span.item.label)).line)
        if span.item.is_doubtful(self.dim_below):
            colour.setAlphaF(_DIMMED)
        pen = QPen(colour, _THICKNESS)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if span.item.status is Status.OPEN:
            pen.setDashPattern([2.5, 1.5])
        elif span.item.status is Status.SKIPPED:
            pen.setDashPattern([1, 1.5])
        painter.setPen(pen)
        for row in span.rows:
            y = _y(row, span.lane) + _THICKNESS / 2
            painter.drawLine(QLineF(row.left + 1, y, row.right - 1, y))
        if span.item.status is Status.ADDED:
            pen.setStyle(Qt.PenStyle.SolidLine)
            painter.setPen(pen)
            self._ticks(painter, span)

    def _ticks(self, painter: QPainter, span: Placed) -> None:
        ends = [(span.rows[0], span.rows[0].left + 1.5, span.opens), (span.rows[-1], span.rows[-1].right - 1.5, span.closes)]
        for row, x, is_end in ends:
            if is_end:
                y = _y(row, span.lane)
                painter.drawLine(QLineF(x, y + _THICKNESS, x, y - 4))

    def _strike(self, painter: QPainter, span: Placed) -> None:
        veil = QColor(self._theme.surface.paper)
        veil.setAlphaF(0.42)
        painter.setPen(QPen(QColor(self._theme.surface.rejected), 1))
        for row in span.rows:
            painter.fillRect(QRectF(row.left, row.top - 1, row.right - row.left, row.em + 2), veil)
            y = round(row.top + row.em / 2) + 0.5
            painter.drawLine(QLineF(row.left, y, row.right, y))

    def _remark(self, painter: QPainter, span: Placed) -> None:
        row = span.rows[0]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.surface.warn))
        painter.drawEllipse(QPointF(row.left, row.top - 2), 2.5, 2.5)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _frame(self, painter: QPainter, span: Placed, *, has_focus: bool) -> None:
        surface = self._theme.surface
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=True)
        painter.setPen(QPen(QColor(surface.frame if has_focus else surface.control), 1.5))
        last = len(span.rows) - 1
        for i, row in enumerate(span.rows):
            painter.drawPath(_box(row, span.lane, opens=i == 0 and span.opens, closes=i == last and span.closes))
        if span.opens and span.rows:
            self._chip(painter, span)

    def _chip(self, painter: QPainter, span: Placed) -> None:
        label = self._scheme.label(span.item.label)
        name = label.short.get(self._theme.language) if label is not None else span.item.label
        text = f"{label.key} {name}" if label is not None and label.key else name
        painter.setFont(self._theme.ui_font(11, bold=True))
        width = painter.fontMetrics().horizontalAdvance(text) + 2 * _CHIP_PADDING
        row = span.rows[0]
        # At the end of a line it would reach under the ruler.
        left = min(row.left - 2.5, painter.window().right() - _BESIDE - width)
        box = QRectF(left, round(row.top) - 3 - _CHIP_HEIGHT, width, _CHIP_HEIGHT)
        path = QPainterPath()
        path.addRoundedRect(box, 3, 3)
        painter.fillPath(path, QColor(self._theme.colour(label).ink))
        painter.setPen(QColor(self._theme.surface.paper))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


def _y(row: Row, lane: int) -> int:
    return round(row.top + row.em) + _UNDERLINE_OFFSET + min(lane, LANES) * _LANE_PITCH


def _box(row: Row, lane: int, *, opens: bool, closes: bool) -> QPainterPath:
    """The frame around one row; a side where the span goes on is left open."""
    left, right = row.left - 1.75, row.right + 1.75
    top, bottom = round(row.top) - 2.75, _y(row, lane) + _THICKNESS + 1.75
    path = QPainterPath(QPointF(left + 2 if opens else row.left, top))
    path.lineTo(right - 2 if closes else row.right, top)
    if closes:
        path.quadTo(right, top, right, top + 2)
        path.lineTo(right, bottom - 2)
        path.quadTo(right, bottom, right - 2, bottom)
    else:
        path.moveTo(row.right, bottom)
    path.lineTo(left + 2 if opens else row.left, bottom)
    if opens:
        path.quadTo(left, bottom, left, bottom - 2)
        path.lineTo(left, top + 2)
        path.quadTo(left, top, left + 2, top)
    return path
