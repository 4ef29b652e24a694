"""Paints what was found under the text; the current one is framed too, so that it reads without colour."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from annotator.ui.reading_places import Places, Visible
from annotator.ui.theme import Theme

_ABOVE, _BELOW = 2, 2


class FoundPainter:
    """Knows the Qt ranges that were found, in text order and without overlaps, and which of them (-1: none) is the current one."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._ranges: tuple[tuple[int, int], ...] = ()
        self._current = -1

    def show(self, ranges: Sequence[tuple[int, int]], current: int) -> None:
        """Take these ranges."""
        self._ranges, self._current = tuple(ranges), current

    @property
    def position(self) -> int | None:
        """The Qt position at which the current one begins; None where there is none."""
        return self._ranges[self._current][0] if 0 <= self._current < len(self._ranges) else None

    def on(self, start: int, end: int) -> range:
        """Return which ranges share a unit with `[start, end)`."""
        return range(bisect_right(self._ranges, start, key=_end), bisect_left(self._ranges, end, key=_start))

    def beneath(self, painter: QPainter, visible: Visible, places: Places) -> None:
        """Paint those on screen."""
        if not self._ranges or not visible:
            return
        last = visible[-1][0]
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        for which in self.on(visible[0][0].position(), last.position() + last.length()):
            for row in places.rows(visible, *self._ranges[which]):
                box = QRectF(row.left, round(row.top) - _ABOVE, row.right - row.left, round(row.em) + _ABOVE + _BELOW)
                painter.fillRect(box, QColor(self._theme.surface.find))
                if which == self._current:
                    painter.setPen(QPen(QColor(self._theme.surface.frame), 1.5))
                    painter.setBrush(Qt.BrushStyle.NoBrush)
                    painter.drawRect(box)


def _start(one: tuple[int, int]) -> int:
    return one[0]


def _end(one: tuple[int, int]) -> int:
    return one[1]
