"""A narrow overview beside the article: every span of it, hollow while undecided."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from annotator.core.fold import Status
from annotator.core.scheme import Scheme
from annotator.session.items import Item
from annotator.ui.placing import SpanIndex
from annotator.ui.theme import Theme

_TICK = 4


class Ruler(QWidget):
    """Ticks for all spans of the article; it lets the mouse through.

    The ticks are kept as a picture: a decision paints one of them anew, not the hundreds beside it.
    """

    WIDTH = 12

    def __init__(self, theme: Theme, scheme: Scheme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._scheme = scheme
        self._index = SpanIndex.of((), ())
        self._length = 1
        self._current: Item | None = None
        self._places: list[int] = []
        self._members: dict[int, list[int]] = {}
        self._picture: QPixmap | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_items(self, index: SpanIndex, length: int) -> None:
        """Show the spans of an article of `length` UTF-16 units."""
        before, self._index = self._index, index
        if self._picture is None or len(index.items) != len(before.items) or length != self._length:
            self._length, self._picture = length, None
        else:
            places = self._places if index.ranges is before.ranges else self._all_places()
            changed = [i for i, (old, new) in enumerate(zip(before.items, index.items, strict=True)) if old is not new]
            with QPainter(self._picture) as painter:
                for y in self._moved(changed, places):
                    self._tick(painter, y)
        self.update()

    def show_current(self, item: Item | None) -> None:
        """Show which span is current."""
        self._current = item
        self.update()

    def _y(self, start: int) -> int:
        return start * (self.height() - 8) // self._length + 2

    def _all_places(self) -> list[int]:
        scale, length = self.height() - 8, self._length
        return [start * scale // length // _TICK * _TICK + 2 for start, _ in self._index.ranges]

    def _moved(self, changed: list[int], places: list[int]) -> set[int]:
        """Take the new places of the changed spans; return every place that is to be painted anew."""
        stale = {self._places[i] for i in changed} | {places[i] for i in changed}
        for i in changed:
            if places[i] != self._places[i]:
                self._members[self._places[i]].remove(i)
                self._members.setdefault(places[i], []).append(i)
        self._places = places
        return stale

    def _paint_all(self) -> QPixmap:
        self._places = self._all_places()
        self._members = {}
        for i, y in enumerate(self._places):
            self._members.setdefault(y, []).append(i)
        picture = QPixmap(self.size() * self.devicePixelRatioF())
        picture.setDevicePixelRatio(self.devicePixelRatioF())
        picture.fill(Qt.GlobalColor.transparent)
        with QPainter(picture) as painter:
            painter.setPen(QColor(self._theme.surface.hairline))
            painter.drawLine(0, 0, 0, self.height())
            for y in self._members:
                self._tick(painter, y)
        return picture

    def _tick(self, painter: QPainter, y: int) -> None:
        """Paint the tick of one place; of its spans an undecided one wins, for it is what the reader looks for."""
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
        painter.fillRect(2, y, 8, 4, Qt.GlobalColor.transparent)
        items = [self._index.items[i] for i in sorted(self._members[y])]
        item = next((one for one in reversed(items) if one.status is Status.OPEN), items[0] if items else None)
        if item is None:
            return
        if item.is_mark:
            painter.fillRect(2, y, 8, 3, QColor(self._theme.colour(self._scheme.label(item.label)).line))
        elif item.status is not Status.REJECTED:
            painter.setPen(QPen(QColor(self._theme.surface.control), 1))
            painter.drawRect(2, y, 7, 3)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._picture is None or self._picture.devicePixelRatio() != self.devicePixelRatioF():
            self._picture = self._paint_all()
        with QPainter(self) as painter:
            painter.drawPixmap(0, 0, self._picture)
            if self._current is not None:
                painter.fillRect(1, self._current_y() - 1, 10, 4, QColor(self._theme.surface.frame))

    def _current_y(self) -> int:
        place = next((r for i, r in zip(self._index.items, self._index.ranges, strict=True) if i is self._current), (0, 0))
        return self._y(place[0])

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._picture = None
        super().resizeEvent(event)
