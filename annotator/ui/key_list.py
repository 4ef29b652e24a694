"""The list of commands with their keys."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from annotator.ui.theme import Theme

_Index = QModelIndex | QPersistentModelIndex
LINE = Qt.ItemDataRole.UserRole
_ROW = 30
_KEYS = 210
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Line:
    """One command on the page."""

    command: str
    text: str
    menu: str
    keys: str
    is_usual: bool


class KeyModel(QAbstractListModel):
    """The commands that fit what was typed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines: Sequence[Line] = ()

    def show(self, lines: Sequence[Line]) -> None:
        """Show these lines."""
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()

    @override
    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.lines)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self.lines[index.row()]
        if role == LINE:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return line.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (line.text, line.keys, line.menu) if part)
        return None


class KeyDelegate(QStyledItemDelegate):
    """Paints keys, command and menu; `changed` says that the keys are not the usual ones."""

    def __init__(self, theme: Theme, changed: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._changed = changed

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(200, _ROW)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        line: Line = index.data(LINE)
        surface, box = self._theme.surface, option.rect
        is_current = bool(option.state & QStyle.StateFlag.State_Selected)
        if is_current:
            painter.fillRect(box, QColor(surface.select))
            if option.state & QStyle.StateFlag.State_HasFocus:
                painter.fillRect(QRect(box.left(), box.top(), 3, box.height()), QColor(surface.frame))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, QColor(surface.hover))
        keys = QRect(box.left() + 16, box.top(), _KEYS - 26, box.height())
        painter.setFont(self._theme.ui_font(13, bold=not line.is_usual))
        painter.setPen(QColor(surface.text if line.keys else surface.text_3))
        painter.drawText(keys, _MIDDLE, painter.fontMetrics().elidedText(line.keys or "–", Qt.TextElideMode.ElideRight, keys.width()))
        side = line.menu if line.is_usual else f"{line.menu} · {self._changed}"
        painter.setFont(self._theme.ui_font(12))
        painter.setPen(QColor(surface.text_3 if line.is_usual else surface.text_2))
        painter.drawText(box.adjusted(0, 0, -16, 0), _MIDDLE | Qt.AlignmentFlag.AlignRight, side)
        room = painter.fontMetrics().horizontalAdvance(side) + 28
        text = box.adjusted(_KEYS, 0, -room, 0)
        painter.setFont(self._theme.ui_font(13, bold=is_current))
        painter.setPen(QColor(surface.text))
        painter.drawText(text, _MIDDLE, painter.fontMetrics().elidedText(line.text, Qt.TextElideMode.ElideRight, text.width()))
