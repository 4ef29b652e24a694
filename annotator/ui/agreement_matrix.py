"""Labels by their part in the disagreements, with what each was confused with: one table, every number a door."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget
from typing_extensions import override

from annotator.agreement.figure import Figure
from annotator.session.agreeing_doors import NONE, Door, Doors, Opens
from annotator.session.translating import QT_TRANSLATE_NOOP
from annotator.ui.agreement_paint import MIDDLE, RIGHT, draw_focus, draw_interval, tinted
from annotator.ui.agreement_words import Namer, interval, number, why_words, words
from annotator.ui.plain_label import tip
from annotator.ui.theme import Theme

_Index = QModelIndex | QPersistentModelIndex
_ROW, _HEAD, _CELL, _LAST = 24, 40, 24, 38
_CENTRE = Qt.AlignmentFlag.AlignCenter
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})


class Column(IntEnum):
    """The columns before those of the labels."""

    NAME = 0
    COUNT = 1
    DOT = 2
    F1 = 3
    SHARE = 4


_FIXED = len(Column)
_WIDTHS = {Column.NAME: 136, Column.COUNT: 44, Column.DOT: 80, Column.F1: 40, Column.SHARE: 84}
_HEADS = {
    Column.NAME: QT_TRANSLATE_NOOP("Agreement", "Label"),
    Column.COUNT: QT_TRANSLATE_NOOP("Agreement", "Rows"),
    Column.DOT: QT_TRANSLATE_NOOP("Agreement", "0 – 1"),
    Column.F1: "F1",
    Column.SHARE: QT_TRANSLATE_NOOP("Agreement", "Share"),
}


@dataclass(frozen=True, slots=True)
class Contents:
    """What the table shows: the rows behind its doors, and strict F1 by label as far as it is known."""

    doors: Doors
    f1: Mapping[str, Figure]


class MatrixModel(QAbstractTableModel):
    """A row for each label, the most disputed first; after the figures a column for each label, one for boundaries, one for ∅."""

    def __init__(self, namer: Namer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._namer = namer
        self.contents = Contents(Doors(), {})
        self.labels: tuple[str, ...] = ()
        self.fullest = 1

    def show(self, contents: Contents) -> None:
        """Show other contents; the figures alone change nothing else."""
        is_same = contents.doors is self.contents.doors
        if not is_same:
            self.beginResetModel()
        self.contents, self.labels = contents, contents.doors.labels
        doors = (self.door(row, column) for row in range(len(self.labels)) for column in range(_FIXED, self.columnCount()))
        self.fullest = max((contents.doors.count(door) for door in doors if door is not None and not _is_diagonal(door)), default=1)
        if is_same:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.labels) - 1, self.columnCount() - 1))
        else:
            self.endResetModel()

    def door(self, row: int, column: int) -> Door | None:
        """Return where a cell leads, None where there is no door."""
        label = self.labels[row]
        if column == Column.COUNT:
            return Door(Opens.LABEL, label)
        if column < _FIXED:
            return None
        if column < _FIXED + len(self.labels):
            return Door(Opens.CELL, label, self.labels[column - _FIXED])
        return Door(Opens.EDGES, label) if column == _FIXED + len(self.labels) else Door(Opens.CELL, label, NONE)

    def count(self, row: int, column: int) -> int:
        """Return how many rows a cell opens."""
        door = self.door(row, column)
        return 0 if door is None else self.contents.doors.count(door)

    def told(self, row: int, column: int) -> str:
        """Return a cell in words."""
        label, door = self.labels[row], self.door(row, column)
        name = self._namer.label(label)
        if door is not None:
            return f"{self._namer.door(door)}: {self.count(row, column)}"
        if column == Column.SHARE:
            return words(
                QT_TRANSLATE_NOOP("Agreement", "{name}: part in {share} % of the disagreements"),
                name=name,
                share=round(100 * self.contents.doors.share(label)),
            )
        figure = self.contents.f1.get(label)
        if column == Column.NAME or figure is None:
            return name
        return ", ".join(part for part in (f"{name}: F1 {number(figure.value)}", interval(figure), why_words(figure)) if part)

    @override
    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.labels)

    @override
    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else _FIXED + len(self.labels) + 2

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return str(self.count(index.row(), index.column())) if self.door(index.row(), index.column()) is not None else ""
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(self.told(index.row(), index.column()))
        return self.told(index.row(), index.column()) if role == Qt.ItemDataRole.AccessibleTextRole else None


def _is_diagonal(door: Door) -> bool:
    return door.opens is Opens.CELL and door.first == door.second


class _Paint(QStyledItemDelegate):
    def __init__(self, theme: Theme, namer: Namer, model: MatrixModel, table: QTableView) -> None:
        super().__init__(table)
        self._theme, self._namer, self._model, self._table = theme, namer, model, table

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        surface, box, row = self._theme.surface, option.rect, index.row()
        painter.setFont(self._theme.ui_font(12))
        match index.column():
            case Column.NAME:
                self._name(painter, box, self._model.labels[row])
            case Column.DOT:
                figure = self._model.contents.f1.get(self._model.labels[row])
                if figure is not None:
                    draw_interval(painter, self._theme, box.adjusted(8, 0, -4, 0), figure)
            case Column.F1:
                figure = self._model.contents.f1.get(self._model.labels[row])
                painter.setPen(QColor(surface.text))
                painter.drawText(box.adjusted(0, 0, -4, 0), RIGHT, "" if figure is None else number(figure.value))
            case Column.SHARE:
                self._share(painter, box, self._model.contents.doors.share(self._model.labels[row]))
            case Column.COUNT:
                painter.setPen(QColor(surface.text))
                painter.drawText(box.adjusted(0, 0, -6, 0), RIGHT, str(self._model.count(row, index.column())))
            case column:
                self._cell(painter, box, row, column)
        painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), QColor(surface.hairline))
        # Without the focus the ring stays, thinner, to say what the rows are of.
        if option.state & QStyle.StateFlag.State_HasFocus:
            draw_focus(painter, self._theme, box)
        elif self._table.currentIndex() == index:
            painter.setPen(QColor(surface.text_3))
            painter.drawRect(box.adjusted(0, 0, -1, -1))

    def _name(self, painter: QPainter, box: QRect, label: str) -> None:
        known = self._namer.scheme.label(label)
        painter.setPen(QColor(self._theme.surface.border))
        painter.drawRoundedRect(QRect(box.left() + 2, box.top() + 4, 16, box.height() - 9), 3, 3)
        painter.setPen(QColor(self._theme.surface.text_2))
        painter.drawText(QRect(box.left() + 2, box.top(), 17, box.height()), _CENTRE, known.key if known is not None else "")
        painter.fillRect(QRect(box.left() + 26, box.center().y() - 4, 8, 8), QColor(self._theme.colour(known).line))
        painter.setPen(QColor(self._theme.surface.text))
        room = box.adjusted(42, 0, -4, 0)
        name = painter.fontMetrics().elidedText(self._namer.label(label), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, MIDDLE, name)

    def _share(self, painter: QPainter, box: QRect, share: float) -> None:
        painter.fillRect(QRect(box.left() + 8, box.center().y() - 3, max(round(36 * share), 1), 7), QColor(self._theme.surface.control))
        painter.setPen(QColor(self._theme.surface.text))
        painter.drawText(box.adjusted(0, 0, -8, 0), RIGHT, f"{round(100 * share)} %")

    def _cell(self, painter: QPainter, box: QRect, row: int, column: int) -> None:
        count, door = self._model.count(row, column), self._model.door(row, column)
        if not count or door is None:
            return
        if _is_diagonal(door):
            painter.setPen(QColor(self._theme.surface.text_3))
        else:
            ground = tinted(self._theme, count / self._model.fullest)
            painter.fillRect(box.adjusted(0, 0, -1, -1), ground)
            painter.setPen(QColor(self._theme.surface.text))
        # Three digits and more fit in smaller type.
        painter.setFont(self._theme.ui_font(11))
        painter.drawText(box.adjusted(-2, 0, 2, 0), _CENTRE, str(count))


class _Head(QHeaderView):
    def __init__(self, theme: Theme, namer: Namer, model: MatrixModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme, self._namer, self._model = theme, namer, model
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(10)
        self.setFixedHeight(_HEAD)

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        surface = self._theme.surface
        painter.fillRect(rect, QColor(surface.paper))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), QColor(surface.border))
        painter.setFont(self._theme.ui_font(11))
        painter.setPen(QColor(surface.text_3))
        at = logicalIndex - _FIXED
        low = rect.adjusted(0, _HEAD - 22, 0, -4)
        if at < 0:
            align = MIDDLE if logicalIndex in {Column.NAME, Column.SHARE} else RIGHT
            painter.drawText(low.adjusted(8 if logicalIndex else 2, 0, -6, 0), align, words(_HEADS[Column(logicalIndex)]))
        elif at < len(self._model.labels):
            known = self._namer.scheme.label(self._model.labels[at])
            painter.fillRect(QRect(rect.center().x() - 4, rect.top() + 8, 8, 8), QColor(self._theme.colour(known).line))
            painter.drawText(low, _CENTRE, known.key if known is not None else "")
        else:
            painter.drawText(low, _CENTRE, words(QT_TRANSLATE_NOOP("Agreement", "edge")) if at == len(self._model.labels) else NONE)


class Matrix(QTableView):
    """The table; arrows move between its cells, Enter opens one.

    Signals:
        opened: the door of a cell.
    """

    opened = Signal(object)

    def __init__(self, theme: Theme, namer: Namer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.contents_model = MatrixModel(namer, self)
        self.setModel(self.contents_model)
        self.setItemDelegate(_Paint(theme, namer, self.contents_model, self))
        self.setHorizontalHeader(_Head(theme, namer, self.contents_model, self))
        self.setObjectName("agreementMatrix")
        self.setAccessibleName(words(QT_TRANSLATE_NOOP("Agreement", "Labels and what they are confused with")))
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW)
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        self.clicked.connect(self._on_clicked)

    def show_contents(self, contents: Contents) -> None:
        """Show the rows of a set of readings, and the figures as far as they are known."""
        model = self.contents_model
        model.show(contents)
        for column in range(model.columnCount()):
            is_last = column >= _FIXED + len(model.labels)
            self.setColumnWidth(column, _WIDTHS[Column(column)] if column < _FIXED else _LAST if is_last else _CELL)
        bar = self.horizontalScrollBar().sizeHint().height() if self.horizontalScrollBar().maximum() else 0
        self.setFixedHeight(_HEAD + _ROW * len(model.labels) + 4 + bar)
        if not self.currentIndex().isValid() and model.labels:
            self.setCurrentIndex(model.index(0, Column.COUNT))

    def _on_clicked(self, index: QModelIndex) -> None:
        door = self.contents_model.door(index.row(), index.column())
        if door is not None:
            self.opened.emit(door)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and self.currentIndex().isValid():
            self._on_clicked(self.currentIndex())
        elif event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End}:
            super().keyPressEvent(event)
        else:
            event.ignore()

    @override
    def sizeHint(self) -> QSize:
        return QSize(sum(_WIDTHS.values()) + _CELL * len(self.contents_model.labels) + 2 * _LAST, self.height())
