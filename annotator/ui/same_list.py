"""The same mentions of an article, listed to tick."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from annotator.core.fold import Status
from annotator.core.scheme import Scheme
from annotator.session.same import Doubt, Elsewhere, Place
from annotator.session.translating import QT_TRANSLATE_NOOP
from annotator.ui.glyphs import draw_status
from annotator.ui.reason import status_words
from annotator.ui.theme import Theme

_Index = QModelIndex | QPersistentModelIndex
LINE = Qt.ItemDataRole.UserRole
_AROUND = 24
_BOX = 14
_STATE = 190
_NAMED = 6
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_TICKED = QT_TRANSLATE_NOOP("SameList", "ticked")
_NOT_TICKED = QT_TRANSLATE_NOOP("SameList", "not ticked")
_DOUBTS = {
    Doubt.CUTS_WORD: QT_TRANSLATE_NOOP("SameList", "cuts a word"),
    Doubt.INSIDE: QT_TRANSLATE_NOOP("SameList", "inside another span"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """What a row shows: the words with what stands around them, and what is there; `place` is None for the row of other articles."""

    before: str
    words: str
    after: str
    state: str
    place: Place | None


def line_of(place: Place, text: str, scheme: Scheme, language: str) -> Line:
    """Return the row of a place in `text`."""
    before = _flat(text[max(place.start - _AROUND, 0) : place.start])
    after = _flat(text[place.end : place.end + _AROUND])
    return Line(before, _flat(text[place.start : place.end]), after, _state(place, scheme, language), place)


def line_elsewhere(others: Sequence[Elsewhere]) -> Line:
    """Return the row that stands for other articles."""
    template = QCoreApplication.translate("SameList", "and {count} more in {articles} other articles")
    words = template.format(count=sum(len(other.places) for other in others), articles=len(others))
    names = [f"{other.opened.article.name} ({len(other.places)})" for other in others[:_NAMED]]
    return Line("", words, "", ", ".join(names) + (" …" if len(others) > _NAMED else ""), None)


def _state(place: Place, scheme: Scheme, language: str) -> str:
    if place.doubt in _DOUBTS:
        return QCoreApplication.translate("SameList", _DOUBTS[place.doubt])
    if place.item is None:
        return QCoreApplication.translate("SameList", "no candidate")
    label = scheme.label(place.item.label)
    name = label.short.get(language) if label is not None else place.item.label
    return status_words(place.item.status) if place.item.status is Status.REJECTED else f"{status_words(place.item.status)} · {name}"


def _flat(text: str) -> str:
    return " ".join(part for part in text.split("\n") if part) if "\n\n\n" in text else "".join(text.split("\n"))


class SameModel(QAbstractListModel):
    """Rows with ticks."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[Line, ...] = ()
        self._ticked: frozenset[int] = frozenset()

    @property
    def ticked(self) -> frozenset[int]:
        """The rows that are ticked."""
        return self._ticked

    def show(self, lines: Sequence[Line], ticked: frozenset[int]) -> None:
        """Show these rows."""
        self.beginResetModel()
        self._lines, self._ticked = tuple(lines), ticked
        self.endResetModel()

    def append(self, line: Line) -> None:
        """Show one row more, not ticked."""
        self.beginInsertRows(QModelIndex(), len(self._lines), len(self._lines))
        self._lines = (*self._lines, line)
        self.endInsertRows()

    def toggle(self, row: int) -> None:
        """Tick a row, or take its tick away."""
        self._ticked ^= {row}
        self.dataChanged.emit(self.index(row), self.index(row))

    @override
    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._lines)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self._lines[index.row()]
        is_ticked = index.row() in self._ticked
        if role == LINE:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{line.before}{line.words}{line.after}"
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if is_ticked else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.AccessibleTextRole:
            tick = QCoreApplication.translate("SameList", _TICKED if is_ticked else _NOT_TICKED)
            return f"{line.before}{line.words}{line.after}, {line.state}, {tick}, {index.row() + 1}/{len(self._lines)}"
        return None


class SameDelegate(QStyledItemDelegate):
    """Draws a tick box, the words in their context with the words in one column, and what is there."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(200, 28)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        line: Line = index.data(LINE)
        surface, box = self._theme.surface, option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, QColor(surface.select))
            painter.fillRect(QRect(box.left(), box.top(), 3, box.height()), QColor(surface.frame))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, QColor(surface.hover))
        is_ticked = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        self._tick(painter, box, is_ticked=is_ticked)
        inner = box.adjusted(44, 0, -16, 0)
        if line.place is None:
            self._far(painter, inner, line)
            return
        width = min(_STATE, inner.width() // 3)
        self._state(painter, QRect(inner.right() - width, inner.top(), width, inner.height()), line)
        self._words(painter, inner.adjusted(0, 0, -width - 12, 0), line, is_ticked=is_ticked)

    def _tick(self, painter: QPainter, box: QRect, *, is_ticked: bool) -> None:
        surface = self._theme.surface
        square = QRect(box.left() + 16, box.center().y() - _BOX // 2 + 1, _BOX, _BOX)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(surface.text if is_ticked else surface.control), 1))
        painter.setBrush(QColor(surface.text if is_ticked else surface.paper))
        painter.drawRoundedRect(square, 3, 3)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if is_ticked:
            draw_status(painter, Status.ACCEPTED, square.left() + 1, square.top() + 1, QColor(surface.paper))

    def _words(self, painter: QPainter, room: QRect, line: Line, *, is_ticked: bool) -> None:
        surface = self._theme.surface
        painter.setFont(self._theme.reading_font(14, bold=True))
        width = min(painter.fontMetrics().horizontalAdvance(line.words) + 4, room.width())
        left = (room.width() - width) // 2
        middle = QRect(room.left() + left, room.top(), width, room.height())
        painter.setPen(QColor(surface.text if is_ticked else surface.text_2))
        painter.drawText(middle, Qt.AlignmentFlag.AlignCenter, line.words)
        painter.setFont(self._theme.reading_font(14))
        painter.setPen(QColor(surface.text_2 if is_ticked else surface.text_3))
        metrics = painter.fontMetrics()
        before = QRect(room.left(), room.top(), left, room.height())
        after = QRect(middle.right() + 1, room.top(), left, room.height())
        words = metrics.elidedText(line.before, Qt.TextElideMode.ElideLeft, left)
        painter.drawText(before, _MIDDLE | Qt.AlignmentFlag.AlignRight, words)
        painter.drawText(after, _MIDDLE, metrics.elidedText(line.after, Qt.TextElideMode.ElideRight, left))

    def _state(self, painter: QPainter, room: QRect, line: Line) -> None:
        grey = QColor(self._theme.surface.text_3)
        item = line.place.item if line.place is not None else None
        if item is not None:
            draw_status(painter, item.status, room.left(), room.center().y() - 5, grey)
        painter.setFont(self._theme.ui_font(12))
        painter.setPen(grey)
        words = painter.fontMetrics().elidedText(line.state, Qt.TextElideMode.ElideRight, room.width() - 18)
        painter.drawText(room.adjusted(18, 0, 0, 0), _MIDDLE, words)

    def _far(self, painter: QPainter, room: QRect, line: Line) -> None:
        painter.setFont(self._theme.ui_font(13))
        painter.setPen(QColor(self._theme.surface.text))
        painter.drawText(room, _MIDDLE, line.words)
        rest = room.adjusted(painter.fontMetrics().horizontalAdvance(line.words) + 16, 0, 0, 0)
        painter.setFont(self._theme.ui_font(12))
        painter.setPen(QColor(self._theme.surface.text_3))
        words = painter.fontMetrics().elidedText(line.state, Qt.TextElideMode.ElideRight, max(rest.width(), 0))
        painter.drawText(rest, _MIDDLE, words)
