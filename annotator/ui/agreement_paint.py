"""Figures as they are drawn: a dot on a line with its interval."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from annotator.agreement.figure import Figure
from annotator.ui.theme import Theme

DOT = 3.5
MIDDLE = Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


def draw_interval(painter: QPainter, theme: Theme, room: QRect, figure: Figure, *, least: float = 0.0) -> None:
    """Draw a figure between `least` and 1 as a dot, its interval as a bar, in the middle of `room`; nothing where it is undefined."""
    surface, y = theme.surface, room.center().y()
    painter.fillRect(QRect(room.left(), y, room.width(), 1), QColor(surface.hairline))
    if figure.value is None:
        return

    def x(value: float) -> float:
        share = (min(max(value, least), 1.0) - least) / (1.0 - least)
        return room.left() + DOT + share * (room.width() - 2 * DOT)

    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ink = QColor(surface.text)
    if figure.low is not None and figure.high is not None:
        painter.setPen(QPen(ink, 2))
        painter.drawLine(QPointF(x(figure.low), y + 0.5), QPointF(x(figure.high), y + 0.5))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    painter.drawEllipse(QRectF(x(figure.value) - DOT, y + 0.5 - DOT, 2 * DOT, 2 * DOT))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)


def draw_focus(painter: QPainter, theme: Theme, room: QRect) -> None:
    """Draw the ring that says where the keyboard is."""
    painter.setPen(QPen(QColor(theme.surface.frame), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(room.adjusted(1, 1, -1, -1))


def tinted(theme: Theme, share: float) -> QColor:
    """Return the ground of a cell that holds `share` (0 to 1) of the fullest one: at most a third ink, so that text reads on it."""
    paper, ink = QColor(theme.surface.paper), QColor(theme.surface.text)
    part = 0.0 if share <= 0 else 0.06 + 0.29 * min(share, 1.0)
    pairs = ((paper.red(), ink.red()), (paper.green(), ink.green()), (paper.blue(), ink.blue()))
    return QColor(*(round(a + (b - a) * part) for a, b in pairs))
