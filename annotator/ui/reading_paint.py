"""Paints what belongs to paragraphs, not to spans: numbers, folds, captions, veils, the caret, the ghost of an edge."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, QLineF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTextBlock

from annotator.ui.placing import Row
from annotator.ui.reading_layout import ReadingLayout
from annotator.ui.reading_places import Visible
from annotator.ui.theme import Theme

_NUMBER_WIDTH = 50
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class PagePainter:
    """Draws beside, over and between the paragraphs of one article.

    `numbers` are those of body paragraphs, by block; `captions` the blocks of captions; `dimmed` Qt ranges; `folded` blocks.
    """

    def __init__(self, theme: Theme, layout: ReadingLayout) -> None:
        self._theme = theme
        self._layout = layout
        self.numbers: Mapping[int, int] = {}
        self.captions: frozenset[int] = frozenset()
        self.dimmed: Sequence[tuple[int, int]] = ()
        self.folded: frozenset[int] = frozenset()

    def beneath(self, painter: QPainter, visible: Visible) -> None:
        """Number the paragraphs, and set captions off with a bar and a word in the margin."""
        surface = self._theme.surface
        painter.setFont(self._theme.ui_font(11))
        for block, top in visible:
            place = block.blockNumber()
            setting = self._layout.setting(place)
            number = self.numbers.get(place)
            words = str(number) if number is not None else ""
            if place in self.captions:
                height = self._height(block) - setting.before - setting.after
                painter.fillRect(QRectF(self._layout.left + 14, top + setting.before, 3, height), QColor(surface.border))
                words = QCoreApplication.translate("ReadingView", "caption")
            if words and self._layout.left > _NUMBER_WIDTH:
                painter.setPen(QColor(surface.text_3))
                painter.drawText(QRect(0, round(top + setting.before), _NUMBER_WIDTH, setting.line), _RIGHT, words)

    def above(self, painter: QPainter, visible: Visible, width: int) -> None:
        """Lay a veil over paragraphs that were printed before, and say of folded ones that they are."""
        for block, top in visible if self.dimmed or self.folded else ():
            start, end = block.position(), block.position() + block.length() - 1
            if any(first <= start and end <= last for first, last in self.dimmed):
                veil = QColor(self._theme.surface.paper)
                veil.setAlphaF(0.5)
                painter.fillRect(0, round(top), width, round(self._height(block)), veil)
            if block.blockNumber() in self.folded:
                self._fold(painter, block, top)

    def caret(self, painter: QPainter, row: Row) -> None:
        """Paint the caret, as tall as a frame."""
        painter.fillRect(QRectF(round(row.left) - 1, round(row.top) - 3, 2, row.em + 7), QColor(self._theme.surface.accent))

    def ghost(self, painter: QPainter, row: Row) -> None:
        """Paint where an edge stood before it was moved: a thin line with a foot at both ends."""
        painter.setPen(QPen(QColor(self._theme.surface.ghost), 1))
        x, top, bottom = round(row.left) + 0.5, round(row.top) - 4.5, round(row.top + row.em) + 6.5
        painter.drawLines([QLineF(x, top, x, bottom), QLineF(x - 2, top, x + 2, top), QLineF(x - 2, bottom, x + 2, bottom)])

    def _fold(self, painter: QPainter, block: QTextBlock, top: float) -> None:
        surface = self._theme.surface
        setting = self._layout.setting(block.blockNumber())
        left, width = round(self._layout.left), self._layout.measure
        upper = round(top) + setting.before
        painter.setPen(QPen(QColor(surface.border), 1, Qt.PenStyle.DashLine))
        painter.drawLine(left, upper, left + width, upper)
        painter.drawLine(left, upper + setting.line, left + width, upper + setting.line)
        painter.setPen(QColor(surface.text_3))
        painter.setFont(self._theme.ui_font(12))
        words = QCoreApplication.translate("ReadingView", "… repeat, decided with its original")
        painter.drawText(QRect(left, upper, width, setting.line), _RIGHT, words)

    def _height(self, block: QTextBlock) -> float:
        return self._layout.blockBoundingRect(block).height()
