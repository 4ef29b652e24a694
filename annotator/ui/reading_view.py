"""The article, set for reading, with its spans painted under the text.

Read-only: the text comes from the display map and is never read back. Only paragraphs on screen are laid out and painted.
"""

from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtCore import QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextLayout,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget
from typing_extensions import override

from annotator.core.article import Paragraph, Role
from annotator.core.display import DisplayMap
from annotator.core.scheme import Scheme
from annotator.session.items import Item
from annotator.ui.placing import Placed, Row, SpanIndex, lanes
from annotator.ui.reading_layout import ReadingLayout
from annotator.ui.ruler import Ruler
from annotator.ui.span_paint import SpanPainter
from annotator.ui.theme import Theme
from annotator.ui.typography import Setting, Typography

_LEFT, _RIGHT = 68, 36
_SCROLL_KEYS = frozenset({Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End})

# Paragraphs on screen with the y of their upper edges.
Visible = Iterable[tuple[QTextBlock, float]]


class ReadingView(QPlainTextEdit):
    """Shows one article.

    Signals:
        selected: the reader selected `[start, end)` of the article's text; an empty range when nothing is selected.
        span_clicked: the reader clicked the span of this target.
        word_asked: the reader double-clicked the character at this offset.
    """

    selected = Signal(int, int)
    span_clicked = Signal(str)
    word_asked = Signal(int)

    def __init__(self, theme: Theme, scheme: Scheme, typography: Typography, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reading")
        self._theme = theme
        self._typography = typography
        self._painter = SpanPainter(theme, scheme)
        self._display = DisplayMap("")
        self._index = SpanIndex.of((), ())
        self._ranges: dict[tuple[int, int], tuple[int, int]] = {}
        self._current: Item | None = None
        self._numbers: dict[int, int] = {}
        self._dimmed: list[tuple[int, int]] = []
        document = QTextDocument(self)
        self._layout = ReadingLayout(document)
        document.setDocumentLayout(self._layout)
        document.setUndoRedoEnabled(False)
        document.setDocumentMargin(0)
        self.setDocument(document)
        self.setFont(theme.reading_font(typography.size))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setReadOnly(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Single keys must arrive as keys while a Chinese input method is on.
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        self._ruler = Ruler(theme, scheme, self)
        self.selectionChanged.connect(self._on_selection_changed)

    def show_article(self, display: DisplayMap, paragraphs: Sequence[Paragraph], repeats: Sequence[tuple[int, int]] = ()) -> None:
        """Show another article from its beginning, without spans; `repeats` are dimmed where they are not folded."""
        self._display = display
        self._ranges = {}
        self._index = SpanIndex.of((), ())
        self._current = None
        roles = _roles(display, paragraphs)
        folded = display.folded_blocks
        settings = [self._typography.folded() if i in folded else self._typography.of(role) for i, role in enumerate(roles)]
        self._dimmed = [display.to_qt(*repeat) for repeat in repeats] if not folded else []
        bodies = (i for i, role in enumerate(roles) if role is Role.BODY)
        self._numbers = {block: number for number, block in enumerate(bodies, start=1)}
        self._layout.set_settings(settings)
        # Qt sets new text in the form of what stood at the cursor: a title would make all of it a title.
        self.clear()
        self.setCurrentCharFormat(QTextCharFormat())
        self.setPlainText(display.screen)
        self._set_fonts(settings)
        self._layout.set_settings(settings)
        self.verticalScrollBar().setValue(0)
        name = self.tr("Article")
        self.setAccessibleName(name)

    def show_items(self, items: Sequence[Item]) -> None:
        """Paint these spans; they are in text order."""
        self._index = self._index.with_items(items, self._range)
        self._ruler.show_items(self._index, self._length())
        self.viewport().update()

    def show_current(self, item: Item | None) -> None:
        """Frame this span and bring it into the middle part of the view."""
        self._current = item
        self._ruler.show_current(item)
        if item is not None:
            self._bring_into_view(self._range(item)[0])
        self.viewport().update()

    def clear_selection(self) -> None:
        """Forget the reader's selection."""
        cursor = self.textCursor()
        cursor.clearSelection()
        self.setTextCursor(cursor)

    def select_range(self, start: int, end: int) -> None:
        """Select `[start, end)` of the article's text."""
        first, last = self._display.to_qt(start, end)
        cursor = self.textCursor()
        cursor.setPosition(first)
        cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def item_at(self, position: QPointF) -> Item | None:
        """Return the shortest span painted at a point of the viewport."""
        hit = [
            placed.item
            for placed in self._placed(self._visible())
            if any(r.left <= position.x() <= r.right and r.top - 3 <= position.y() <= r.top + r.em + 8 for r in placed.rows)
        ]
        return min(hit, key=lambda item: item.end - item.start, default=None)

    # Geometry

    def _length(self) -> int:
        return max(self.document().characterCount() - 1, 1)

    def _range(self, item: Item) -> tuple[int, int]:
        key = (item.start, item.end)
        found = self._ranges.get(key)
        if found is None:
            found = self._ranges[key] = self._display.to_qt(*key)
        return found

    def _set_fonts(self, settings: Sequence[Setting]) -> None:
        body = self._typography.of(Role.BODY)
        cursor = QTextCursor(self.document())
        for number, setting in enumerate(settings):
            if (setting.size, setting.is_bold, setting.is_quiet, setting.is_serif) == (body.size, False, False, True):
                continue
            font = self._theme.reading_font if setting.is_serif else self._theme.ui_font
            form = QTextCharFormat()
            form.setFont(font(setting.size, bold=setting.is_bold))
            form.setForeground(QColor(self._theme.surface.text_2 if setting.is_quiet else self._theme.surface.text))
            block = self.document().findBlockByNumber(number)
            cursor.setPosition(block.position())
            cursor.setPosition(block.position() + block.length() - 1, QTextCursor.MoveMode.KeepAnchor)
            cursor.setCharFormat(form)

    def _visible(self) -> Iterator[tuple[QTextBlock, float]]:
        """Yield every paragraph on screen with the y of its upper edge."""
        block = self.firstVisibleBlock()
        top = self.contentOffset().y() if block.isValid() else 0.0
        bottom = self.viewport().height()
        while block.isValid() and top <= bottom:
            yield block, top
            top += self._layout.blockBoundingRect(block).height()
            block = block.next()

    def _placed(self, visible: Visible) -> list[Placed]:
        return [placed for block, top in visible for placed in self._placed_in(block, top)]

    def _placed_in(self, block: QTextBlock, top: float) -> Iterator[Placed]:
        start, end = block.position(), block.position() + block.length() - 1
        touching = self._index.touching(start, end)
        setting = self._layout.setting(block.blockNumber())
        for (item, first, last), lane in zip(touching, lanes([(f, e) for _, f, e in touching]), strict=True):
            rows = tuple(_rows(block.layout(), max(first, start) - start, min(last, end) - start, top, setting))
            # Of a line that is scrolled away nothing is shown, also not what stands beneath it.
            rows = tuple(row for row in rows if row.top + row.em > 0)
            if rows:
                yield Placed(item, rows, lane, opens=first >= start, closes=last <= end)

    def _breaks(self, visible: Visible) -> Iterator[Row]:
        healed = self._display.healed
        for block, top in visible:
            start, end = block.position(), block.position() + block.length() - 1
            for at in healed:
                if start <= at < end:
                    yield from _rows(block.layout(), at - start, at - start + 1, top, self._layout.setting(block.blockNumber()))

    def _bring_into_view(self, position: int) -> None:
        """Scroll so that the position stands a third down the view, unless it is in the middle part already."""
        height = self.viewport().height()
        block = self.document().findBlock(position)
        inside = self._y_in(block, position)
        for visible, top in self._visible():
            if visible == block and height / 8 <= top + inside < height * 3 / 4:
                return
        # Paragraphs not seen yet count as one line: lay out those that will stand above, then ask where they are.
        while inside < height / 3 and block.previous().isValid():
            block = block.previous()
            inside += self._layout.blockBoundingRect(block).height()
        line = 0
        while inside > height / 3 and line + 1 < block.layout().lineCount():
            inside -= self._layout.setting(block.blockNumber()).line
            line += 1
        self._layout.documentSizeChanged.emit(self._layout.documentSize())
        self.verticalScrollBar().setValue(block.firstLineNumber() + line)

    def _y_in(self, block: QTextBlock, position: int) -> float:
        self._layout.blockBoundingRect(block)
        return block.layout().lineForTextPosition(position - block.position()).y()

    # Events

    def _on_selection_changed(self) -> None:
        cursor = self.textCursor()
        self.selected.emit(*self._display.from_qt(cursor.selectionStart(), cursor.selectionEnd()))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        visible = tuple(self._visible())
        placed = self._placed(visible)
        current = self._current.target if self._current is not None else None
        with QPainter(self.viewport()) as painter:
            self._painter.beneath(painter, placed, current)
            self._number_paragraphs(painter, visible)
        super().paintEvent(event)
        with QPainter(self.viewport()) as painter:
            self._dim(painter, visible)
            self._mark_folds(painter, visible)
            self._painter.break_marks(painter, self._breaks(visible))
            self._painter.above(painter, placed, current, has_focus=self.hasFocus())

    def _dim(self, painter: QPainter, visible: Visible) -> None:
        """Lay a veil over paragraphs that were printed before."""
        if not self._dimmed:
            return
        veil = QColor(self._theme.surface.paper)
        veil.setAlphaF(0.5)
        for block, top in visible:
            start, end = block.position(), block.position() + block.length() - 1
            if any(first <= start and end <= last for first, last in self._dimmed):
                painter.fillRect(0, round(top), self.viewport().width() - Ruler.WIDTH, round(self._height(block)), veil)

    def _mark_folds(self, painter: QPainter, visible: Visible) -> None:
        """Say of a folded paragraph that it is one, between two dashed lines."""
        if not self._display.folded_blocks:
            return
        surface = self._theme.surface
        pen = QPen(QColor(surface.border), 1, Qt.PenStyle.DashLine)
        for block, top in visible:
            if block.blockNumber() not in self._display.folded_blocks:
                continue
            setting = self._layout.setting(block.blockNumber())
            left, width = round(self._layout.left), self._layout.measure
            upper = round(top) + setting.before
            painter.setPen(pen)
            painter.drawLine(left, upper, left + width, upper)
            painter.drawLine(left, upper + setting.line, left + width, upper + setting.line)
            painter.setPen(QColor(surface.text_3))
            painter.setFont(self._theme.ui_font(12))
            box = QRect(left, upper, width, setting.line)
            painter.drawText(
                box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self.tr("… repeat, decided with its original")
            )

    def _height(self, block: QTextBlock) -> float:
        return self._layout.blockBoundingRect(block).height()

    def _number_paragraphs(self, painter: QPainter, visible: Visible) -> None:
        painter.setFont(self._theme.ui_font(11))
        painter.setPen(QColor(self._theme.surface.text_3))
        for block, top in visible:
            number = self._numbers.get(block.blockNumber())
            setting = self._layout.setting(block.blockNumber())
            if number is not None:
                box = QRect(0, round(top + setting.before), _LEFT - 18, setting.line)
                painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(number))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        width = event.size().width()
        left = _LEFT if width > _LEFT + _RIGHT + 20 * self._typography.size else 24
        self._layout.set_page(left, max(min(self._typography.width, width - left - _RIGHT), 120))
        super().resizeEvent(event)
        if self._current is not None:
            self._bring_into_view(self._range(self._current)[0])
        self._ruler.setGeometry(self.viewport().width() - Ruler.WIDTH, 0, Ruler.WIDTH, self.viewport().height())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _SCROLL_KEYS and not event.modifiers():
            super().keyPressEvent(event)
        else:
            event.ignore()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() is Qt.MouseButton.LeftButton and not self.textCursor().hasSelection():
            item = self.item_at(event.position())
            if item is not None:
                self.span_clicked.emit(item.target)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.word_asked.emit(self._display.caret_from_qt(self.cursorForPosition(event.position().toPoint()).position()))

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    @override
    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        event.ignore()

    @override
    def inputMethodQuery(self, query: Qt.InputMethodQuery, argument: object = None) -> object:
        return False if query == Qt.InputMethodQuery.ImEnabled else super().inputMethodQuery(query)

    @override
    def sizeHint(self) -> QSize:
        return QSize(_LEFT + self._typography.width + _RIGHT, 600)


def _roles(display: DisplayMap, paragraphs: Sequence[Paragraph]) -> list[Role]:
    """Return the role of every block on screen: that of the paragraph in which it begins."""
    roles = []
    at = 0
    for block in display.blocks:
        while at < len(paragraphs) and paragraphs[at].end <= block.start:
            at += 1
        roles.append(paragraphs[at].role if at < len(paragraphs) else Role.BODY)
    return roles


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
