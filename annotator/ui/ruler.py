"""A narrow overview beside the article: every span of it, hollow while undecided."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from annotator.core.fold import Status
from annotator.core.scheme import Scheme
from annotator.session.items import Item
from annotator.ui.placing import SpanIndex
from annotator.ui.theme import Theme

_TICK = 4


class Ruler(QWidget):
    """Ticks for all spans of the article; it lets the mouse through."""

    WIDTH = 12

    def __init__(self, theme: Theme, scheme: Scheme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._scheme = scheme
        self._index = SpanIndex.of((), ())
        self._length = 1
        self._current: Item | None = None
        self._ticks: dict[int, Item] | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_items(self, index: SpanIndex, length: int) -> None:
        """Show the spans of an article of `length` UTF-16 units."""
        self._index, self._length = index, length
        self._ticks = None
        self.update()

    def show_current(self, item: Item | None) -> None:
        """Show which span is current."""
        self._current = item
        self.update()

    def _y(self, start: int) -> int:
        return start * (self.height() - 8) // self._length + 2

    def _made(self) -> dict[int, Item]:
        """Return one item for every place that has any; an undecided one wins, for it is what the reader looks for."""
        ticks: dict[int, Item] = {}
        scale, length = self.height() - 8, self._length
        for item, (start, _) in zip(self._index.items, self._index.ranges, strict=True):
            y = start * scale // length // _TICK * _TICK + 2
            if item.status is Status.OPEN or y not in ticks:
                ticks[y] = item
        return ticks

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._ticks is None:
            self._ticks = self._made()
        surface = self._theme.surface
        with QPainter(self) as painter:
            painter.setPen(QColor(surface.hairline))
            painter.drawLine(0, 0, 0, self.height())
            hollow = QPen(QColor(surface.control), 1)
            for y, item in self._ticks.items():
                if item.is_mark:
                    painter.fillRect(2, y, 8, 3, QColor(self._theme.colour(self._scheme.label(item.label)).line))
                elif item.status is not Status.REJECTED:
                    painter.setPen(hollow)
                    painter.drawRect(2, y, 7, 3)
            if self._current is not None:
                painter.fillRect(1, self._current_y() - 1, 10, 4, QColor(surface.frame))

    def _current_y(self) -> int:
        place = next((r for i, r in zip(self._index.items, self._index.ranges, strict=True) if i is self._current), (0, 0))
        return self._y(place[0])

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._ticks = None
        super().resizeEvent(event)
