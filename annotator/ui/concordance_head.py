"""The head of the concordance's rows."""

from PySide6.QtCore import QCoreApplication, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from annotator.session.concordance import Sort
from annotator.ui.concordance_rows import TICKS, columns
from annotator.ui.theme import Theme


class ConcordanceHead(QWidget):
    """Names the columns, and says how many rows there are."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setFixedHeight(28)
        self._theme = theme
        self._sort = Sort.PLACE
        self.figure = ""

    def show_sort(self, sort: Sort) -> None:
        """Mark the column by which the rows are sorted."""
        self._sort = sort
        self.update()

    def show_figure(self, figure: str) -> None:
        """Say how many there are."""
        self.figure = figure
        self.setAccessibleName(figure)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        words, state, _ = columns(self.width())
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(self._theme.surface.paper))
            painter.setPen(QColor(self._theme.surface.text_3))
            painter.setFont(self._theme.ui_font(12))
            left = QCoreApplication.translate("Concordance", "left") + (" ↓" if self._sort is Sort.LEFT else "")
            right = QCoreApplication.translate("Concordance", "right") + (" ↓" if self._sort is Sort.RIGHT else "")
            painter.drawText(
                QRect(TICKS, 0, words - TICKS - 8, self.height()), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, left
            )
            painter.drawText(
                QRect(words, 0, state - words, self.height()),
                Qt.AlignmentFlag.AlignVCenter,
                QCoreApplication.translate("Concordance", "occurrence") + "    " + right,
            )
            room = QRect(16, 0, self.width() - 32, self.height())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self.figure)
