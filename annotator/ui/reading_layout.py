"""Sets the paragraphs of an article: measure, line height, titles, indents.

`QPlainTextEdit` ignores a proportional line height, so every paragraph is laid out here when it is first asked for. Only
paragraphs that come on screen are.
"""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QTextBlock, QTextDocument, QTextOption
from PySide6.QtWidgets import QPlainTextDocumentLayout
from typing_extensions import override

from annotator.ui.typography import Setting


class ReadingLayout(QPlainTextDocumentLayout):
    """The layout of one document; `settings` has one entry a paragraph, `generation` another number whenever lines may stand elsewhere."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._settings: Sequence[Setting] = ()
        self._left = 0.0
        self._measure = 100.0
        self._heights: dict[int, float] = {}
        self.generation = 0

    def set_settings(self, settings: Sequence[Setting]) -> None:
        """Take the settings of another article's paragraphs."""
        self._settings = settings
        self._forget()

    def set_page(self, left: float, measure: float) -> None:
        """Set lines `measure` pixels long, `left` pixels from the edge."""
        self._left, self._measure = left, measure
        self._forget()

    def _forget(self) -> None:
        self._heights.clear()
        self.generation += 1

    @property
    def left(self) -> float:
        """Where lines begin, in pixels from the edge."""
        return self._left

    @property
    def measure(self) -> int:
        """The length of a full line in pixels."""
        return round(self._measure)

    def setting(self, number: int) -> Setting:
        """Return the setting of paragraph `number`."""
        return self._settings[number] if number < len(self._settings) else Setting(18, 33)

    def _lay_out(self, block: QTextBlock, number: int) -> float:
        setting = self.setting(number)
        option = QTextOption(self.document().defaultTextOption())
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout = block.layout()
        layout.setTextOption(option)
        inset, y = float(setting.inset), float(setting.before)
        indent = setting.indent * setting.size
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(self._measure - inset - indent, setting.size))
            line.setPosition(QPointF(self._left + inset + indent, y + (setting.line - line.height()) / 2))
            y += setting.line
            indent = 0.0
        layout.endLayout()
        block.setLineCount(layout.lineCount())
        return y + setting.after

    @override
    def blockBoundingRect(self, block: QTextBlock) -> QRectF:
        if not block.isValid():
            return QRectF()
        number = block.blockNumber()
        height = self._heights.get(number)
        if height is None or not block.layout().lineCount():
            height = self._heights[number] = self._lay_out(block, number)
        return QRectF(0, 0, self._left + self._measure, height)

    @override
    def documentSize(self) -> QSizeF:
        # Height counts lines; no horizontal scrolling.
        return QSizeF(0, self.document().lineCount())
