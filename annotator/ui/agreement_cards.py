"""The measures, side by side: a figure with its interval and what it rests on, or why there is none."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QSizePolicy, QWidget
from typing_extensions import override

from annotator.agreement.figure import Figure
from annotator.ui.agreement_paint import draw_focus, draw_interval
from annotator.ui.agreement_words import interval, number, why_words
from annotator.ui.plain_label import tip
from annotator.ui.theme import Theme

_HEIGHT, _WIDTH, _INSET = 92, 168, 12
_STEPS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}


@dataclass(frozen=True, slots=True)
class CardFace:
    """What a card says: its name, the figure, a line below, and a sentence in place of the figure while there is none yet."""

    name: str
    figure: Figure | None
    below: str = ""
    waiting: str = ""


class Card(QAbstractButton):
    """One measure; a click, Space or Enter opens what it measures."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.face = CardFace("", None)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_face(self, face: CardFace) -> None:
        """Show another figure."""
        self.face = face
        self.setAccessibleName(", ".join(part for part in (face.name, self._said(), face.below) if part))
        self.setToolTip(tip(self.accessibleName()))
        self.update()

    def _said(self) -> str:
        figure = self.face.figure
        if figure is None:
            return self.face.waiting
        return why_words(figure) if figure.value is None else f"{number(figure.value)} {interval(figure)}".strip()

    @override
    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, _HEIGHT)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        surface, box = self._theme.surface, self.rect()
        inside = box.adjusted(_INSET, 6, -_INSET, -6)
        with QPainter(self) as painter:
            if self.underMouse():
                painter.fillRect(box, QColor(surface.hover))
            painter.fillRect(QRect(box.right(), 8, 1, box.height() - 16), QColor(surface.hairline))
            self._paint(painter, inside)
            if self.hasFocus():
                draw_focus(painter, self._theme, box)

    def _paint(self, painter: QPainter, inside: QRect) -> None:
        surface, face = self._theme.surface, self.face
        painter.setFont(self._theme.ui_font(12))
        painter.setPen(QColor(surface.text_2))
        painter.drawText(QRect(inside.left(), inside.top(), inside.width(), 18), Qt.AlignmentFlag.AlignLeft, face.name)
        figure = face.figure
        if figure is None or figure.value is None:
            painter.setPen(QColor(surface.text_3))
            room = QRect(inside.left(), inside.top() + 20, inside.width(), inside.height() - 20)
            painter.drawText(room, int(Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap), self._said())
            return
        painter.setPen(QColor(surface.text))
        painter.setFont(self._theme.ui_font(25))
        value = number(figure.value)
        advance = painter.fontMetrics().horizontalAdvance(value)
        painter.drawText(inside.left(), inside.top() + 42, value)
        painter.setFont(self._theme.ui_font(12))
        painter.setPen(QColor(surface.text_2))
        painter.drawText(inside.left() + advance + 10, inside.top() + 41, interval(figure))
        draw_interval(painter, self._theme, QRect(inside.left(), inside.top() + 49, inside.width(), 10), figure)
        painter.setPen(QColor(surface.text_3))
        below = QRect(inside.left(), inside.bottom() - 17, inside.width(), 18)
        painter.setFont(self._theme.ui_font(12))
        elided = painter.fontMetrics().elidedText(face.below, Qt.TextElideMode.ElideRight, below.width())
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, elided)


class Cards(QWidget):
    """Cards in as few even rows as there is room for; arrows go from one to the next.

    Signals:
        opened: the number of a card.
    """

    opened = Signal(int)

    def __init__(self, theme: Theme, count: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards = [Card(theme) for _ in range(count)]
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(4, 4, 4, 4)
        self._grid.setSpacing(0)
        self._columns = 0
        for card in self.cards:
            card.clicked.connect(self._on_clicked)
        self._arrange(count)

    def show_faces(self, faces: Sequence[CardFace]) -> None:
        """Show one figure on each card."""
        for card, face in zip(self.cards, faces, strict=True):
            card.show_face(face)

    def _arrange(self, room: int) -> None:
        rows = -(-len(self.cards) // max(room, 1))
        columns = -(-len(self.cards) // rows)
        if columns != self._columns:
            for at in range(max(self._columns, columns)):
                self._grid.setColumnStretch(at, 1 if at < columns else 0)
            self._columns = columns
            for at, card in enumerate(self.cards):
                self._grid.addWidget(card, at // columns, at % columns)

    def _on_clicked(self) -> None:
        card = self.sender()
        if isinstance(card, Card):
            self.opened.emit(self.cards.index(card))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        at = next((at for at, card in enumerate(self.cards) if card.hasFocus()), None)
        if step is None or at is None:
            super().keyPressEvent(event)
        else:
            self.cards[(at + step) % len(self.cards)].setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(max(1, min(len(self.cards), event.size().width() // _WIDTH)))
