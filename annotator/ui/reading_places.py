"""Where paragraphs, spans and the caret of a reading view stand: Qt's layout turned into values, in viewport pixels."""

from collections.abc import Iterator, Sequence

from PySide6.QtGui import QTextBlock, QTextDocument, QTextLayout

from annotator.core.display import DisplayMap
from annotator.session.edges import Edge
from annotator.session.items import Item
from annotator.ui.placing import Placed, Row, SpanIndex, lanes
from annotator.ui.reading_layout import ReadingLayout
from annotator.ui.typography import Setting

# Paragraphs on screen with the y of their upper edges.
Visible = Sequence[tuple[QTextBlock, float]]
_Rows = tuple[int, tuple[Row, ...], int, bool, bool]


class Places:
    """The geometry of one document. Rows are kept as long as nothing scrolls and no span moves: most decisions change only colours."""

    def __init__(self, document: QTextDocument, layout: ReadingLayout) -> None:
        self._document = document
        self._layout = layout
        self._kept: tuple[object, list[_Rows]] = (None, [])
        self._ranges: dict[tuple[int, int], tuple[int, int]] = {}
        self.display = DisplayMap("")
        self.index = SpanIndex.of((), ())

    def show_article(self, display: DisplayMap) -> None:
        """Take another article, without spans."""
        self.display = display
        self._ranges = {}
        self.index = SpanIndex.of((), ())

    def show_items(self, items: Sequence[Item]) -> None:
        """Take these spans, in text order."""
        self.index = self.index.with_items(items, self.range_of)

    def range_of(self, item: Item) -> tuple[int, int]:
        """Return the Qt positions of a span."""
        key = (item.start, item.end)
        found = self._ranges.get(key)
        if found is None:
            found = self._ranges[key] = self.display.to_qt(*key)
        return found

    def placed(self, visible: Visible) -> list[Placed]:
        """Return the spans of the paragraphs on screen."""
        key = (self._layout.generation, self.index.ranges, [(block.blockNumber(), top) for block, top in visible])
        if not _is_same(self._kept[0], key):
            self._kept = (key, [row for block, top in visible for row in self._rows_in(block, top)])
        return [Placed(self.index.items[i], rows, lane, opens, closes) for i, rows, lane, opens, closes in self._kept[1]]

    def placed_alone(self, visible: Visible, item: Item, lane: int = 0) -> list[Placed]:
        """Return `item` as it would stand, whether it is among the spans or not."""
        first, last = self.display.to_qt(item.start, item.end)
        found = []
        for block, top in visible:
            start, end = _bounds(block)
            rows = tuple(self._rows(block, max(first, start), min(last, end), top))
            if rows:
                found.append(Placed(item, rows, lane, opens=first >= start, closes=last <= end))
        return found

    def edge(self, visible: Visible, edge: Edge, offset: int) -> Row | None:
        """Return the upright, without width, at which an edge at `offset` of the article stands; None where it is not on screen."""
        beside = (offset, offset + 1) if edge is Edge.START else (offset - 1, offset)
        first, last = self.display.to_qt(*beside)
        for block, top in visible:
            start, end = _bounds(block)
            if start <= first < end:
                for row in self._rows(block, first, min(last, end), top):
                    x = row.left if edge is Edge.START else row.right
                    return Row(x, x, row.top, row.em)
        return None

    def caret(self, visible: Visible, position: int) -> Row | None:
        """Return the upright at which the caret at a Qt position stands; None where it is not on screen."""
        for block, top in visible:
            start, end = _bounds(block)
            line = block.layout().lineForTextPosition(position - start)
            if start <= position <= end and line.isValid():
                size = self._layout.setting(block.blockNumber()).size
                x = _x(line.cursorToX(position - start))
                return Row(x, x, top + line.y() + line.ascent() - 0.88 * size, float(size))
        return None

    def breaks(self, visible: Visible) -> Iterator[Row]:
        """Yield where a break was healed."""
        for block, top in visible:
            start, end = _bounds(block)
            for at in self.display.healed:
                if start <= at < end:
                    yield from self._rows(block, at, at + 1, top)

    def rows(self, visible: Visible, first: int, last: int) -> Iterator[Row]:
        """Yield the rows that the Qt positions `[first, last)` take on screen."""
        for block, top in visible:
            start, end = _bounds(block)
            if first < end and start < last:
                yield from self._rows(block, max(first, start), min(last, end), top)

    def height(self, block: QTextBlock) -> float:
        """Return the height of a paragraph."""
        return self._layout.blockBoundingRect(block).height()

    def line_y(self, block: QTextBlock, position: int) -> float:
        """Return the y, from the paragraph's upper edge, of the line in which a Qt position stands."""
        self._layout.blockBoundingRect(block)
        return block.layout().lineForTextPosition(position - block.position()).y()

    def _rows_in(self, block: QTextBlock, top: float) -> Iterator[_Rows]:
        start, end = _bounds(block)
        numbers = self.index.numbers(start, end)
        ranges = [self.index.ranges[i] for i in numbers]
        for i, (first, last), lane in zip(numbers, ranges, lanes(ranges), strict=True):
            rows = tuple(self._rows(block, max(first, start), min(last, end), top))
            if rows:
                yield i, rows, lane, first >= start, last <= end

    def _rows(self, block: QTextBlock, first: int, last: int, top: float) -> Iterator[Row]:
        start = block.position()
        setting = self._layout.setting(block.blockNumber())
        for row in _rows(block.layout(), first - start, last - start, top, setting):
            # Of a line that is scrolled away nothing is shown, also not what stands beneath it.
            if row.top + row.em > 0:
                yield row


def _is_same(kept: object, key: tuple[int, object, list[tuple[int, float]]]) -> bool:
    # The ranges of two indexes are the same object while no span moves; to compare thousands would cost what is saved.
    return isinstance(kept, tuple) and kept[0] == key[0] and kept[1] is key[1] and kept[2] == key[2]


def _bounds(block: QTextBlock) -> tuple[int, int]:
    start = block.position()
    return start, start + block.length() - 1


def _rows(layout: QTextLayout, start: int, end: int, top: float, setting: Setting) -> Iterator[Row]:
    """Yield the rows that `[start, end)` of a paragraph (UTF-16 units) takes on screen."""
    if start >= end or not layout.lineCount():
        return
    number = layout.lineForTextPosition(start).lineNumber()
    while number < layout.lineCount():
        line = layout.lineAt(number)
        first, last = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
        if first >= end:
            return
        left, right = _x(line.cursorToX(first)), _x(line.cursorToX(last))
        baseline = top + line.y() + line.ascent()
        if right > left:
            yield Row(left, right, baseline - 0.88 * setting.size, float(setting.size))
        number += 1


def _x(answer: object) -> float:
    # PySide6 returns the position beside x.
    return float(answer[0]) if isinstance(answer, tuple) else float(answer)  # type: ignore[arg-type]
