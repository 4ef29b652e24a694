"""Small drawings that say a state by shape, so that it also reads without colour."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from annotator.core.fold import Status

_SIZE = 12


def draw_status(painter: QPainter, status: Status, x: float, y: float, colour: QColor) -> None:
    """Draw what became of a span in a 12-pixel box at `(x, y)`."""
    painter.save()
    painter.translate(x, y)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, 1.6))
    if status in _LINES:
        for line in _LINES[status]:
            path = QPainterPath(QPointF(*line[0]))
            for point in line[1:]:
                path.lineTo(QPointF(*point))
            painter.drawPath(path)
    painter.restore()


def draw_progress(painter: QPainter, status: str, x: float, y: float, colour: QColor) -> None:
    """Draw how far an article is (`open`, `partly`, `finished`) in a 12-pixel box at `(x, y)`."""
    painter.save()
    painter.translate(x, y)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, 1.2))
    circle = QRectF(1.5, 1.5, 9, 9)
    if status == "finished":
        painter.setBrush(colour)
    painter.drawEllipse(circle)
    if status == "partly":
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawPie(circle, -90 * 16, 180 * 16)
    painter.restore()


_LINES: dict[Status, tuple[tuple[tuple[float, float], ...], ...]] = {
    Status.ACCEPTED: (((2, 6.4), (4.8, 9.2), (10, 3)),),
    Status.RELABELLED: (((2, 6.4), (4.8, 9.2), (10, 3)), ((2, 11), (10, 11))),
    Status.MOVED: (((1.5, 6), (10.5, 6)), ((3.8, 3.4), (1.4, 6), (3.8, 8.6)), ((8.2, 3.4), (10.6, 6), (8.2, 8.6))),
    Status.ADDED: (((6, 2), (6, 10)), ((2, 6), (10, 6))),
    Status.REJECTED: (((2.8, 2.8), (9.2, 9.2)), ((9.2, 2.8), (2.8, 9.2))),
    Status.SKIPPED: (((2, 6), (3, 6)), ((5.5, 6), (6.5, 6)), ((9, 6), (10, 6))),
    Status.OPEN: (((1.5, 8.5), (4.5, 8.5)), ((7.5, 8.5), (10.5, 8.5))),
}
