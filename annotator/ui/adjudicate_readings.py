"""The readings of a case, each with its key: what would be gold, in the words around it, and which lanes say so."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from annotator.core.scheme import Scheme
from annotator.core.span import Span
from annotator.ui.adjudicate_words import label_words, words
from annotator.ui.theme import Theme

_ROW, _KEY, _LABEL, _WHO = 44, 24, 130, 110
_NARROW = 560
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Row:
    """One reading: its key, the words on one line, who marked it (letters); whether it is ruled, ticked or pointed to."""

    key: str
    span: Span
    before: str
    surface: str
    after: str
    who: str
    is_ruled: bool = False
    is_ticked: bool | None = None
    is_current: bool = False


class Readings(QWidget):
    """Paints a row for each reading.

    Signals:
        chosen: the number (from 1) of the row that was clicked.
    """

    chosen = Signal(int)

    def __init__(self, theme: Theme, scheme: Scheme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._scheme = theme, scheme
        self.rows: tuple[Row, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these readings."""
        self.rows = tuple(rows)
        self.setFixedHeight(_ROW * len(rows))
        self.setAccessibleName("\n".join(map(self._said, rows)))
        self.update()

    def _said(self, row: Row) -> str:
        ticked = {True: words("ticked"), False: words("not ticked"), None: ""}[row.is_ticked]
        parts = (row.key, row.surface, self._label(row), row.who, words("ruled") if row.is_ruled else "", ticked)
        return ", ".join(part for part in parts if part)

    def _label(self, row: Row) -> str:
        return label_words(self._scheme, row.span.label, self._theme.language)

    def _paint_row(self, painter: QPainter, row: Row, box: QRect) -> None:
        surface = self._theme.surface
        if row.is_current or row.is_ruled:
            painter.setBrush(QColor(surface.select))
            painter.setPen(QPen(QColor(surface.frame if row.is_current else surface.select), 1))
            painter.drawRoundedRect(QRectF(box).adjusted(0.5, 1.5, -0.5, -1.5), 4, 4)
        if row.key:
            self._paint_key(painter, row, QRect(box.left() + 12, box.center().y() - 12, _KEY, _KEY))
        is_narrow = box.width() < _NARROW
        label = QRect(box.right() - _LABEL - (0 if is_narrow else _WHO), box.top(), _LABEL, box.height())
        self._paint_words(painter, row, QRect(box.left() + 48, box.top(), label.left() - box.left() - 60, box.height()))
        self._paint_label(painter, row, label)
        painter.setPen(QColor(surface.text_2))
        painter.setFont(self._theme.ui_font(12))
        if not is_narrow:
            who = painter.fontMetrics().elidedText(("✓ " if row.is_ruled else "") + row.who, Qt.TextElideMode.ElideRight, _WHO - 12)
            painter.drawText(box.adjusted(0, 0, -12, 0), _MIDDLE | Qt.AlignmentFlag.AlignRight, who)

    def _paint_key(self, painter: QPainter, row: Row, box: QRect) -> None:
        surface = self._theme.surface
        painter.setPen(QPen(QColor(surface.text if row.is_ticked else surface.border), 1))
        painter.setBrush(QColor(surface.text if row.is_ticked else surface.raised))
        painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setPen(QColor(surface.paper if row.is_ticked else surface.text))
        painter.setFont(self._theme.ui_font(13))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, "✓" if row.is_ticked else row.key)

    def _paint_words(self, painter: QPainter, row: Row, room: QRect) -> None:
        surface, colour = self._theme.surface, self._theme.colour(self._scheme.label(row.span.label))
        painter.setFont(self._theme.reading_font(18))
        metrics = painter.fontMetrics()
        own = min(metrics.horizontalAdvance(row.surface), room.width())
        side = max((room.width() - own) // 2, 0)
        before = metrics.elidedText("……" + row.before, Qt.TextElideMode.ElideLeft, min(side, 150))
        left = room.left() + metrics.horizontalAdvance(before)
        painter.setPen(QColor(surface.text))
        painter.drawText(room, _MIDDLE, before)
        painter.fillRect(QRect(left, room.top() + 8, own, room.height() - 17), QColor(colour.soft))
        painter.fillRect(QRect(left, room.bottom() - 9, own, 2), QColor(colour.line))
        painter.drawText(
            QRect(left, room.top(), own, room.height()), _MIDDLE, metrics.elidedText(row.surface, Qt.TextElideMode.ElideMiddle, own)
        )
        rest = QRect(left + own, room.top(), room.right() - left - own, room.height())
        painter.drawText(rest, _MIDDLE, metrics.elidedText(row.after + "……", Qt.TextElideMode.ElideRight, max(min(rest.width(), 190), 0)))

    def _paint_label(self, painter: QPainter, row: Row, box: QRect) -> None:
        colour = self._theme.colour(self._scheme.label(row.span.label))
        painter.fillRect(QRect(box.left(), box.center().y() - 3, 8, 8), QColor(colour.line))
        painter.setPen(QColor(colour.ink))
        painter.setFont(self._theme.ui_font(13))
        room = box.adjusted(14, 0, -4, 0)
        painter.drawText(room, _MIDDLE, painter.fontMetrics().elidedText(self._label(row), Qt.TextElideMode.ElideRight, room.width()))

    @override
    def sizeHint(self) -> QSize:
        return QSize(500, _ROW * len(self.rows))

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = int(event.position().y()) // _ROW
        if at < len(self.rows):
            self.chosen.emit(at + 1)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(self._theme.surface.paper))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for at, row in enumerate(self.rows):
                self._paint_row(painter, row, QRect(0, at * _ROW, self.width(), _ROW))
