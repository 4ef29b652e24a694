"""The list at the left of the scheme editor: labels in their order, retired ones, and what belongs to no label."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from annotator.core.scheme import Label
from annotator.ui.quiet_list import QuietList
from annotator.ui.theme import Theme

_Index = QModelIndex | QPersistentModelIndex
_ROW = Qt.ItemDataRole.UserRole
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_J: 1, Qt.Key.Key_K: -1}
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Row:
    """One line: a label, or a page (`guideline`, `rules`) by its `id`. `note` stands at the right."""

    id: str
    text: str
    label: Label | None = None
    note: str = ""


class _Rows(QAbstractListModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: Sequence[Row] = ()

    def show(self, rows: Sequence[Row]) -> None:
        is_longer = len(rows) != len(self.rows)
        if is_longer:
            self.beginResetModel()
        self.rows = rows
        if is_longer:
            self.endResetModel()
        else:
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))

    @override
    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.rows[index.row()]
        if role == _ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.text} {row.note}".strip()
        return None


class SchemeList(QuietList):
    """↑ ↓ walk, Alt with them moves the label, Enter goes into its fields, Insert makes a new one.

    Signals:
        walked: the id of the row that is current.
        moved: the label is to go one place further (1) or back (-1).
        entered: Enter was pressed.
        added: a new label is wanted.
    """

    walked = Signal(str)
    moved = Signal(int)
    entered = Signal()
    added = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = _Rows(self)
        self.setModel(self._model)
        self.setItemDelegate(_Delegate(theme, self))
        self.setAccessibleName(self.tr("Labels"))
        self.setAutoScroll(True)
        self.clicked.connect(self._on_clicked)

    def show_rows(self, rows: Sequence[Row], current: str) -> None:
        """Show `rows` with the one called `current` selected."""
        self._model.show(rows)
        place = next((at for at, row in enumerate(rows) if row.id == current), 0)
        self.setCurrentIndex(self._model.index(place))

    @property
    def rows(self) -> Sequence[Row]:
        """What is listed."""
        return self._model.rows

    def _on_clicked(self, index: QModelIndex) -> None:
        self.walked.emit(self._model.rows[index.row()].id)

    def _walk(self, step: int) -> None:
        at = min(max(self.currentIndex().row() + step, 0), len(self._model.rows) - 1)
        self.setCurrentIndex(self._model.index(at))
        self.walked.emit(self._model.rows[at].id)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, is_alt = Qt.Key(event.key()), bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if key in _STEPS and is_alt:
            self.moved.emit(_STEPS[key])
        elif key in _STEPS:
            self._walk(_STEPS[key])
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.entered.emit()
        elif key == Qt.Key.Key_Insert:
            self.added.emit()
        else:
            super().keyPressEvent(event)


class _Delegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(160, 28)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row: Row = index.data(_ROW)
        surface, box = self._theme.surface, option.rect
        is_current = bool(option.state & QStyle.StateFlag.State_Selected)
        if is_current:
            painter.fillRect(box, QColor(surface.select))
            if option.state & QStyle.StateFlag.State_HasFocus:
                painter.fillRect(QRect(box.left(), box.top(), 3, box.height()), QColor(surface.frame))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, QColor(surface.hover))
        is_out = row.label is not None and row.label.is_retired
        painter.setFont(self._theme.ui_font(12))
        painter.setPen(QColor(surface.text_3))
        if row.label is not None:
            painter.drawText(QRect(box.left() + 10, box.top(), 16, box.height()), _MIDDLE | Qt.AlignmentFlag.AlignRight, row.label.key)
            painter.fillRect(QRect(box.left() + 36, box.center().y() - 4, 9, 9), QColor(self._theme.colour(row.label).line))
        width = painter.fontMetrics().horizontalAdvance(row.note)
        painter.drawText(box.adjusted(0, 0, -12, 0), _MIDDLE | Qt.AlignmentFlag.AlignRight, row.note)
        font = self._theme.ui_font(13, bold=is_current)
        font.setStrikeOut(is_out)
        painter.setFont(font)
        painter.setPen(QColor(surface.text_3 if is_out else surface.text))
        place = box.adjusted(54 if row.label is not None else 16, 0, -20 - width, 0)
        painter.drawText(place, _MIDDLE, painter.fontMetrics().elidedText(row.text, Qt.TextElideMode.ElideRight, place.width()))
