"""The reading view: the sheet, and what a reader does on it with mouse and caret."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QTextCursor
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from annotator.core.article import Paragraph
from annotator.core.display import DisplayMap
from annotator.core.scheme import Scheme
from annotator.session.edges import Edge
from annotator.session.items import Item
from annotator.ui.caret_keys import CaretKey, Deed, caret_key
from annotator.ui.hover import spans_at
from annotator.ui.placing import Placed
from annotator.ui.reading_mouse import ReadingMouse
from annotator.ui.reading_sheet import ReadingSheet
from annotator.ui.theme import Theme
from annotator.ui.typography import Typography

_SCROLL_KEYS = frozenset({Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End})
# The focus is only lent to these.
_LENT = frozenset({Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason, Qt.FocusReason.MenuBarFocusReason})


class ReadingView(ReadingSheet):
    """Shows one article.

    Signals:
        selected: the reader selected `[start, end)` of the article's text; an empty range when nothing is selected.
        selection_dragged: a selection was made with the mouse; whether characters are meant, not words.
        span_clicked: the reader clicked the span of this target.
        word_asked, sentence_asked: the reader clicked the character at this offset twice or three times.
        edge_dragged, edge_dropped: the reader holds an edge of the current span at an offset, or let it go there; whether characters
            are meant, not words.
        caret_asked: the caret is to go by a unit in a direction; whether the selection is extended.
        caret_word_asked: the word under the caret is to be selected.
        caret_left: the caret was left.
        key_refused: a key that would decide was pressed while the caret is walked; whether it is that of a label.
    """

    selected = Signal(int, int)
    selection_dragged = Signal(bool)
    span_clicked = Signal(str)
    word_asked = Signal(int)
    sentence_asked = Signal(int)
    edge_dragged = Signal(Edge, int, bool)
    edge_dropped = Signal(Edge, int, bool)
    caret_asked = Signal(object, int, bool)
    caret_word_asked = Signal()
    caret_left = Signal()
    key_refused = Signal(bool)

    def __init__(self, theme: Theme, scheme: Scheme, typography: Typography, parent: QWidget | None = None) -> None:
        super().__init__(theme, scheme, typography, parent)
        self._label_keys = frozenset(label.key.upper() for label in scheme.labels if label.key)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        self.viewport().setMouseTracking(True)
        self._mouse = ReadingMouse(self, self)
        self._connect()

    @override
    def show_article(self, display: DisplayMap, paragraphs: Sequence[Paragraph], repeats: Sequence[tuple[int, int]] = ()) -> None:
        self._mouse.cancel()
        super().show_article(display, paragraphs, repeats)

    def _connect(self) -> None:
        self.selectionChanged.connect(self._on_selection_changed)
        self.verticalScrollBar().valueChanged.connect(self._mouse.leave)
        for signal, told in (
            (self._mouse.span_clicked, self.span_clicked),
            (self._mouse.word_asked, self.word_asked),
            (self._mouse.sentence_asked, self.sentence_asked),
            (self._mouse.edge_dragged, self.edge_dragged),
            (self._mouse.edge_dropped, self.edge_dropped),
        ):
            signal.connect(told)
        self._mouse.edge_released.connect(self._on_edge_released)
        self._mouse.hovered.connect(self._on_hovered)

    # The selection and the caret

    def clear_selection(self) -> None:
        """Forget the reader's selection."""
        cursor = self.textCursor()
        if cursor.hasSelection():
            cursor.clearSelection()
            if not self.is_walking:
                # Qt scrolls to wherever its cursor is; the reader looks elsewhere.
                cursor = self.cursorForPosition(self.viewport().rect().center())
            self.setTextCursor(cursor)

    def select_range(self, start: int, end: int) -> None:
        """Select `[start, end)` of the article's text."""
        first, last = self._places.display.to_qt(start, end)
        cursor = self.textCursor()
        cursor.setPosition(first)
        cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def enter_caret(self) -> None:
        """Show the caret at the current span, or where it is not on screen, at the first character that is."""
        self.is_walking = True
        visible = self._visible()
        if not self.textCursor().hasSelection():
            at = self._places.range_of(self._current)[0] if self._current is not None else -1
            if at < 0 or not self._is_seen(at, visible):
                at = self.cursorForPosition(QPointF(self._layout.left, 4).toPoint()).position()
            self.put_caret(at, selects=False)
        self.viewport().update()

    def leave_caret(self) -> None:
        """Take the caret and what it selected away."""
        if self.is_walking:
            self.is_walking = False
            self.clear_selection()
            self.viewport().update()
            self.caret_left.emit()

    def put_caret(self, position: int, *, selects: bool) -> None:
        """Put the caret at a Qt position; with `selects`, what it passes is selected."""
        cursor = self.textCursor()
        cursor.setPosition(position, QTextCursor.MoveMode.KeepAnchor if selects else QTextCursor.MoveMode.MoveAnchor)
        self._take_cursor(cursor)

    def _take_cursor(self, cursor: QTextCursor) -> None:
        self.setTextCursor(cursor)
        if not self._is_seen(cursor.position(), self._visible()):
            self._bring_into_view(cursor.position())
        self.viewport().update()

    def _do(self, asked: CaretKey) -> None:
        if asked.deed is Deed.WALK:
            self.caret_asked.emit(asked.unit, asked.step, asked.selects)
        elif asked.deed is Deed.LINE:
            cursor = self.textCursor()
            cursor.movePosition(asked.move, QTextCursor.MoveMode.KeepAnchor if asked.selects else QTextCursor.MoveMode.MoveAnchor)
            self._take_cursor(cursor)
        elif asked.deed is Deed.TAKE_WORD:
            self.caret_word_asked.emit()
        elif asked.deed is Deed.LEAVE:
            self.leave_caret()
        else:
            self.key_refused.emit(asked.deed is Deed.LABEL)

    def _caret_key(self, event: QKeyEvent) -> CaretKey | None:
        """Return what a key does to the caret; None where it is the window's."""
        asked = caret_key(event, self._label_keys) if self.is_walking else None
        return None if asked is not None and asked.deed is Deed.LABEL and self.textCursor().hasSelection() else asked

    # What is under the mouse

    def placed(self) -> list[Placed]:
        """Return the spans on screen; the current one as it is dragged."""
        return self._placed(self._visible())

    def item_at(self, position: QPointF) -> Item | None:
        """Return the shortest span painted at a point of the viewport."""
        under = spans_at(self.placed(), position.x(), position.y())
        return under[0].item if under else None

    def offset_at(self, point: QPointF, edge: Edge) -> int:
        """Return the offset of the article nearest to a point, as a start or an end of a range."""
        at = self.cursorForPosition(point.toPoint()).position()
        return self._places.display.caret_from_qt(at) if edge is Edge.START else self._places.display.from_qt(0, at)[1]

    def character_at(self, point: QPointF) -> int:
        """Return the offset of the character at a point."""
        at = self.cursorForPosition(point.toPoint()).position()
        row = self._places.caret(self._visible(), at)
        is_before = row is not None and row.left > point.x() and at > 0
        return self._places.display.from_qt(0, at)[1] - 1 if is_before else self._places.display.caret_from_qt(at)

    # Events

    def _on_selection_changed(self) -> None:
        cursor = self.textCursor()
        self.selected.emit(*self._places.display.from_qt(cursor.selectionStart(), cursor.selectionEnd()))

    def _on_edge_released(self) -> None:
        self._dragged, self._ghost = None, None
        self.viewport().update()

    def _on_hovered(self, targets: list[str]) -> None:
        self._under = targets
        self.viewport().update()

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            is_escape = event.key() == Qt.Key.Key_Escape and self._mouse.is_dragging
            if is_escape or self._caret_key(event) is not None:
                event.accept()
                return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        asked = self._caret_key(event)
        if event.key() == Qt.Key.Key_Escape and self._mouse.is_dragging:
            self._mouse.cancel()
        elif asked is not None:
            self._do(asked)
        elif event.key() in _SCROLL_KEYS and not event.modifiers():
            super().keyPressEvent(event)
        else:
            event.ignore()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._mouse.press(event):
            return
        if event.button() is Qt.MouseButton.LeftButton and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            # Qt would drag what is selected away; a reader wants another selection.
            self.clear_selection()
        super().mousePressEvent(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not self._mouse.move(event):
            super().mouseMoveEvent(event)
        self.viewport().setCursor(self._mouse.shape(event.position()))

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        is_drag = self._mouse.is_selecting
        has_selection = self.textCursor().hasSelection()
        if not self._mouse.release(event, has_selection=has_selection):
            super().mouseReleaseEvent(event)
            if is_drag and has_selection:
                self.selection_dragged.emit(bool(event.modifiers() & Qt.KeyboardModifier.AltModifier))

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._mouse.double(event)

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self._mouse.leave()
        super().leaveEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _LENT:
            self.leave_caret()
        self.viewport().update()
