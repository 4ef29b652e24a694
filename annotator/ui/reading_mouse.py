"""The mouse on the article: clicks, double and triple clicks, dragging a selection or an edge, what stands under it."""

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QObject, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from annotator.session.edges import Edge
from annotator.ui.edge_drag import edge_at
from annotator.ui.hover import spans_at
from annotator.ui.placing import Placed


class Sheet(Protocol):
    """What the mouse is on."""

    @property
    def target(self) -> str | None:
        """The target of the current span."""

    def placed(self) -> Sequence[Placed]:
        """Return the spans on screen."""

    def offset_at(self, point: QPointF, edge: Edge) -> int:
        """Return the offset of the article nearest to a point, as a start or as an end of a range."""

    def character_at(self, point: QPointF) -> int:
        """Return the offset of the character at a point."""


class ReadingMouse(QObject):
    """Tells what the mouse asks for. A handler that returns True has used the event up.

    `is_selecting`: the button went down on text, once, and not on an edge.

    Signals:
        span_clicked: the target of a span.
        word_asked, sentence_asked: the offset of a character.
        edge_dragged, edge_dropped: an edge of the current span, the offset it is held at, whether characters are meant, not words.
        edge_released: the edge was let go where nothing changes.
        hovered: other spans are under the mouse: a list of targets, the innermost first.
    """

    span_clicked = Signal(str)
    word_asked = Signal(int)
    sentence_asked = Signal(int)
    edge_dragged = Signal(Edge, int, bool)
    edge_dropped = Signal(Edge, int, bool)
    edge_released = Signal()
    hovered = Signal(list)

    def __init__(self, sheet: Sheet, parent: QObject) -> None:
        super().__init__(parent)
        self._sheet = sheet
        self._held: Edge | None = None
        self._pressed = QPointF()
        self._has_moved = False
        self.is_selecting = False
        self._under: list[str] = []
        # As Qt does: a press within this time after a double click is a triple click.
        self._double = QTimer(self)
        self._double.setSingleShot(True)

    @property
    def is_dragging(self) -> bool:
        """Whether an edge is held."""
        return self._held is not None

    def press(self, event: QMouseEvent) -> bool:
        """Take an edge, or a sentence at the third click."""
        self.is_selecting = False
        if event.button() is not Qt.MouseButton.LeftButton:
            return False
        near = (event.position() - self._pressed).manhattanLength() < QApplication.startDragDistance()
        if self._double.isActive() and near:
            self._double.stop()
            self.sentence_asked.emit(self._sheet.character_at(event.position()))
            return True
        self._pressed = event.position()
        self._held = self._edge(event.position())
        self._has_moved = False
        self.is_selecting = self._held is None
        return self._held is not None

    def move(self, event: QMouseEvent) -> bool:
        """Move the edge that is held; without a button, say what is under the mouse."""
        if self._held is None:
            if not event.buttons():
                self._hover(event.position())
            return False
        self._has_moved = self._has_moved or (event.position() - self._pressed).manhattanLength() > 1
        if self._has_moved:
            self.edge_dragged.emit(self._held, self._sheet.offset_at(event.position(), self._held), _is_exact(event))
        return True

    def release(self, event: QMouseEvent, *, has_selection: bool) -> bool:
        """Let the edge go, or click the span under the mouse."""
        if event.button() is not Qt.MouseButton.LeftButton:
            return False
        if self._held is not None:
            edge, self._held = self._held, None
            if self._has_moved:
                self.edge_dropped.emit(edge, self._sheet.offset_at(event.position(), edge), _is_exact(event))
                return True
        if not has_selection:
            self._click(event.position())
        return False

    def double(self, event: QMouseEvent) -> None:
        """Take a word."""
        self._pressed = event.position()
        self.is_selecting = False
        self._double.start(QApplication.doubleClickInterval())
        self.word_asked.emit(self._sheet.character_at(event.position()))

    def cancel(self) -> None:
        """Let the edge go where it was."""
        if self._held is not None:
            self._held = None
            self.edge_released.emit()

    def leave(self) -> None:
        """The mouse is elsewhere."""
        if self._under:
            self._under = []
            self.hovered.emit([])

    def shape(self, point: QPointF) -> Qt.CursorShape:
        """Return how the mouse looks at a point."""
        return Qt.CursorShape.SplitHCursor if self._held is not None or self._edge(point) is not None else Qt.CursorShape.IBeamCursor

    def _edge(self, point: QPointF) -> Edge | None:
        return edge_at(self._sheet.placed(), self._sheet.target, point.x(), point.y())

    def _click(self, point: QPointF) -> None:
        under = spans_at(self._sheet.placed(), point.x(), point.y())
        if under:
            self.span_clicked.emit(under[0].item.target)

    def _hover(self, point: QPointF) -> None:
        under = spans_at(self._sheet.placed(), point.x(), point.y())
        targets = [span.item.target for span in under]
        if targets != self._under:
            self._under = targets
            self.hovered.emit(targets)


def _is_exact(event: QMouseEvent) -> bool:
    return bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
