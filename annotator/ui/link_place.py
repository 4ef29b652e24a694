"""Where on a page a range of the article stands."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget

from annotator.core.display import DisplayMap
from annotator.ui.reading_view import ReadingView


def rect_on(page: QWidget, reading: ReadingView, display: DisplayMap, start: int, end: int) -> QRect:
    """Return the rectangle, in coordinates of `page`, from the beginning of `[start, end)` to its end if that is on the same line."""
    first, last = display.to_qt(start, end)
    rect = _cursor(reading, first)
    beyond = _cursor(reading, last)
    if beyond.top() == rect.top():
        rect = rect.united(beyond)
    return rect.translated(reading.viewport().mapTo(page, rect.topLeft()) - rect.topLeft())


def _cursor(reading: ReadingView, position: int) -> QRect:
    cursor = QTextCursor(reading.document())
    cursor.setPosition(position)
    return reading.cursorRect(cursor)
