"""A sheet: one article set for reading, with its spans painted under the text. It shows, and asks nothing.

Read-only: the text comes from the display map and is never read back. Only paragraphs on screen are laid out and painted.
"""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import (
    QColor,
    QInputMethodEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget
from typing_extensions import override

from annotator.core.article import Paragraph, Role
from annotator.core.display import DisplayMap
from annotator.core.scheme import Scheme
from annotator.session.edges import Edge
from annotator.session.items import Item
from annotator.ui.find_paint import FoundPainter
from annotator.ui.hover import Chips
from annotator.ui.placing import Placed
from annotator.ui.reading_layout import ReadingLayout
from annotator.ui.reading_paint import PagePainter
from annotator.ui.reading_places import Places, Visible
from annotator.ui.ruler import Ruler
from annotator.ui.span_paint import SpanPainter
from annotator.ui.theme import Theme
from annotator.ui.typography import Setting, Standing, Typography, settings_of, standings

_LEFT, _RIGHT = 68, 36


class ReadingSheet(QPlainTextEdit):
    """Shows one article, its spans, and what passes: the caret, the old place of an edge, chips of what is under the mouse."""

    def __init__(self, theme: Theme, scheme: Scheme, typography: Typography, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setViewport(_viewport())
        self.setObjectName("reading")
        self._theme = theme
        self._typography = typography
        self._painter = SpanPainter(theme, scheme)
        self._chips = Chips(theme, scheme)
        self._found = FoundPainter(theme)
        self._current: Item | None = None
        self._dragged: Item | None = None
        self._ghost: tuple[Edge, int] | None = None
        self._under: list[str] = []
        self._shown: list[Standing] = []
        self.is_walking = False
        document = QTextDocument(self)
        self._layout = ReadingLayout(document)
        self._places = Places(document, self._layout)
        self._page = PagePainter(theme, self._layout)
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
        self._ruler = Ruler(theme, scheme, self)

    # What is shown

    def show_article(self, display: DisplayMap, paragraphs: Sequence[Paragraph], repeats: Sequence[tuple[int, int]] = ()) -> None:
        """Show another article from its beginning, without spans; `repeats` are dimmed where they are not folded."""
        self._places.show_article(display)
        self._found.show((), -1)
        self._current, self._ghost, self._under = None, None, []
        self._shown = standings(display, paragraphs)
        self._page.folded = display.folded_blocks
        self._page.dimmed = [display.to_qt(*repeat) for repeat in repeats] if not display.folded_blocks else []
        bodies = (i for i, one in enumerate(self._shown) if one.role is Role.BODY and not one.goes_on)
        self._page.numbers = {block: number for number, block in enumerate(bodies, start=1)}
        self._page.captions = frozenset(
            i for i, one in enumerate(self._shown) if one.role is Role.CAPTION and i not in display.folded_blocks
        )
        settings = settings_of(self._typography, self._shown, display.folded_blocks)
        self._layout.set_settings(settings)
        # Qt sets new text in the form of what stood at the cursor: a title would make all of it a title.
        self.clear()
        self.setCurrentCharFormat(QTextCharFormat())
        self.setPlainText(display.screen)
        self._set_fonts(settings)
        self._layout.set_settings(settings)
        self.verticalScrollBar().setValue(0)
        self.setAccessibleName(self.tr("Article"))

    def show_items(self, items: Sequence[Item]) -> None:
        """Paint these spans; they are in text order."""
        self._places.show_items(items)
        self._ruler.show_items(self._places.index, max(self.document().characterCount() - 1, 1))
        self.viewport().update()

    def show_current(self, item: Item | None) -> None:
        """Frame this span and bring it into the middle part of the view."""
        self._current, self._dragged = item, None
        self._ruler.show_current(item)
        if item is not None:
            self._bring_into_view(self._places.range_of(item)[0])
        self.viewport().update()

    def dim_below(self, score: float) -> None:
        """Paint open candidates that score less fainter."""
        self._painter.dim_below = score
        self.viewport().update()

    def show_found(self, ranges: Sequence[tuple[int, int]], current: int) -> None:
        """Paint these ranges of the article, in text order, as found, and bring the `current` one (-1: none) into view."""
        found = [self._places.display.to_qt(*one) for one in ranges]
        self._found.show(found, current)
        if 0 <= current < len(found):
            self._bring_into_view(found[current][0])
        self.viewport().update()

    def show_ghost(self, ghost: tuple[Edge, int] | None) -> None:
        """Show where an edge of the current span stood before it was moved: the edge and an offset of the article."""
        self._ghost = ghost
        self.viewport().update()

    def show_dragged(self, edge: Edge, offset: int) -> None:
        """Show the current span with an edge at `offset` of the article, while it is dragged; where it cannot stand, as it is."""
        item = self._current
        if item is not None:
            start, end = (offset, item.end) if edge is Edge.START else (item.start, offset)
            self._dragged = replace(item, start=start, end=end) if start < end else None
            self._ghost = (edge, item.start if edge is Edge.START else item.end)
            self.viewport().update()

    def set_typography(self, typography: Typography, families: Sequence[str]) -> None:
        """Set the article anew, in another size, measure, line height or face."""
        self._typography = typography
        self._theme = replace(self._theme, reading_families=tuple(families))
        self.setFont(self._theme.reading_font(typography.size))
        settings = settings_of(typography, self._shown, self._page.folded)
        self._set_fonts(settings)
        self._layout.set_settings(settings)
        self._fit(self.viewport().width())
        self._layout.documentSizeChanged.emit(self._layout.documentSize())
        self.viewport().update()

    # Where things are

    @property
    def target(self) -> str | None:
        """The target of the current span."""
        return self._current.target if self._current is not None else None

    @property
    def caret(self) -> int:
        """The Qt position of the caret."""
        return self.textCursor().position()

    def _placed(self, visible: Visible) -> list[Placed]:
        placed = self._places.placed(visible)
        if self._dragged is None:
            return placed
        lane = next((span.lane for span in placed if span.item.target == self.target), 0)
        return [*(s for s in placed if s.item.target != self.target), *self._places.placed_alone(visible, self._dragged, lane)]

    def _visible(self) -> Visible:
        """Return every paragraph on screen with the y of its upper edge."""
        found = []
        block = self.firstVisibleBlock()
        top = self.contentOffset().y() if block.isValid() else 0.0
        bottom = self.viewport().height()
        while block.isValid() and top <= bottom:
            found.append((block, top))
            top += self._places.height(block)
            block = block.next()
        return found

    def _is_seen(self, position: int, visible: Visible) -> bool:
        row = self._places.caret(visible, position)
        return row is not None and row.top >= 0 and row.top + 2 * row.em <= self.viewport().height()

    def _bring_into_view(self, position: int) -> None:
        """Scroll so that the position stands a third down the view, unless it is in the middle part already."""
        height = self.viewport().height()
        block = self.document().findBlock(position)
        inside = self._places.line_y(block, position)
        for visible, top in self._visible():
            if visible == block and height / 8 <= top + inside < height * 3 / 4:
                return
        # Paragraphs not seen yet count as one line: lay out those that will stand above, then ask where they are.
        while inside < height / 3 and block.previous().isValid():
            block = block.previous()
            inside += self._places.height(block)
        line = 0
        while inside > height / 3 and line + 1 < block.layout().lineCount():
            inside -= self._layout.setting(block.blockNumber()).line
            line += 1
        self._layout.documentSizeChanged.emit(self._layout.documentSize())
        self.verticalScrollBar().setValue(block.firstLineNumber() + line)

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

    def _fit(self, width: int) -> None:
        left = _LEFT if width > _LEFT + _RIGHT + 20 * self._typography.size else 24
        self._layout.set_page(left, max(min(self._typography.width, width - left - _RIGHT), 120))
        at = self._found.position
        if at is None and self._current is not None:
            at = self._places.range_of(self._current)[0]
        if at is not None:
            self._bring_into_view(at)

    # Events

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        visible = self._visible()
        placed = self._placed(visible)
        with QPainter(self.viewport()) as painter:
            self._painter.beneath(painter, placed, self.target)
            self._found.beneath(painter, visible, self._places)
            self._page.beneath(painter, visible)
        super().paintEvent(event)
        with QPainter(self.viewport()) as painter:
            self._page.above(painter, visible, self.viewport().width() - Ruler.WIDTH)
            self._painter.break_marks(painter, self._places.breaks(visible))
            self._painter.above(painter, placed, self.target, has_focus=self.hasFocus() and not self.is_walking)
            self._paint_passing(painter, visible, placed)

    def _paint_passing(self, painter: QPainter, visible: Visible, placed: Sequence[Placed]) -> None:
        ghost = self._places.edge(visible, *self._ghost) if self._ghost is not None else None
        if ghost is not None:
            self._page.ghost(painter, ghost)
        caret = self._places.caret(visible, self.caret) if self.is_walking else None
        if caret is not None:
            self._page.caret(painter, caret)
        if self._under:
            under = {span.item.target: span for span in placed}
            self._chips.paint(painter, [under[t] for t in self._under if t in under], self.viewport().width() - Ruler.WIDTH)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit(event.size().width())
        super().resizeEvent(event)
        self._ruler.setGeometry(self.viewport().width() - Ruler.WIDTH, 0, Ruler.WIDTH, self.viewport().height())

    @override
    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        event.ignore()

    @override
    def inputMethodQuery(self, query: Qt.InputMethodQuery, argument: object = None) -> object:
        return False if query == Qt.InputMethodQuery.ImEnabled else super().inputMethodQuery(query)

    @override
    def sizeHint(self) -> QSize:
        return QSize(_LEFT + self._typography.width + _RIGHT, 600)


def _viewport() -> QWidget:
    """Return a viewport like Qt's own. PySide knows one that is made here; for Qt's it would load every kind of widget at start."""
    viewport = QWidget()
    viewport.setBackgroundRole(QPalette.ColorRole.Base)
    viewport.setAutoFillBackground(True)
    viewport.setCursor(Qt.CursorShape.IBeamCursor)
    return viewport
