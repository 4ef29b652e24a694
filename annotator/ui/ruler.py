"""A narrow overview beside the article: every span of it, hollow while undecided."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from annotator.core.fold import Status
from annotator.core.scheme import Scheme
from annotator.session.items import Item
from annotator.ui.placing import SpanIndex
from annotator.ui.theme import Theme


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
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_items(self, index: SpanIndex, length: int) -> None:
        """Show the spans of an article of `length` UTF-16 units."""
        self._index, self._length = index, length
        self.update()

    def show_current(self, item: Item | None) -> None:
        """Show which span is current."""
        self._current = item
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        surface = self._theme.surface
        current = self._current.target if self._current is not None else None
        with QPainter(self) as painter:
            painter.setPen(QColor(surface.hairline))
            painter.drawLine(0, 0, 0, self.height())
            for item, (start, _) in zip(self._index.items, self._index.ranges, strict=True):
                y = round(start / self._length * (self.height() - 8)) + 2
                if item.target == current:
                    painter.fillRect(QRectF(1, y - 1, 10, 4), QColor(surface.frame))
                elif item.is_mark:
                    painter.fillRect(QRectF(2, y, 8, 3), QColor(self._theme.colour(self._scheme.label(item.label)).line))
                elif item.status is not Status.REJECTED:
                    painter.setPen(QPen(QColor(surface.control), 1))
                    painter.drawRect(QRectF(2.5, y + 0.5, 7, 3))
