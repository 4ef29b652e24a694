"""Short lists of figures: a name, the figure as a dot with its interval, a number that opens rows."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import QListView, QSizePolicy, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QVBoxLayout, QWidget
from typing_extensions import override

from annotator.agreement.figure import Figure
from annotator.session.agreeing_doors import Door
from annotator.session.translating import QT_TRANSLATE_NOOP
from annotator.ui.agreement_paint import MIDDLE, RIGHT, draw_interval
from annotator.ui.agreement_words import interval, number, why_words, words
from annotator.ui.plain_label import PlainLabel, tip
from annotator.ui.quiet_list import QuietList
from annotator.ui.theme import Theme

_Index = QModelIndex | QPersistentModelIndex
_LINE = Qt.ItemDataRole.UserRole
_ROW, _DOT, _VALUE, _COUNT = 24, 84, 44, 40
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})


@dataclass(frozen=True, slots=True)
class Line:
    """A row: `figure` is drawn if it lies between 0 and 1 (`is_share`), else told; `count` is how many rows `door` opens."""

    name: str
    figure: Figure | None = None
    door: Door | None = None
    count: int | None = None
    is_share: bool = True

    @property
    def value(self) -> str:
        """The figure, or the number, at the right."""
        if self.figure is None:
            return "" if self.count is None else str(self.count)
        return number(self.figure.value)

    @property
    def told(self) -> str:
        """The whole row in words."""
        figure = self.figure
        parts = [self.name, self.value]
        if figure is not None:
            parts += [interval(figure), why_words(figure), f"n = {figure.n}"]
        if figure is not None and self.count is not None:
            parts.append(words(QT_TRANSLATE_NOOP("Agreement", "{n} disagreements"), n=self.count))
        return ", ".join(part for part in parts if part)


class _Lines(QAbstractListModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.lines: tuple[Line, ...] = ()

    def show(self, lines: Sequence[Line]) -> None:
        self.beginResetModel()
        self.lines = tuple(lines)
        self.endResetModel()

    @override
    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.lines)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self.lines[index.row()]
        if role == _LINE:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{line.name} {line.value}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(line.told)
        return line.told if role == Qt.ItemDataRole.AccessibleTextRole else None


class _Paint(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(160, _ROW)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        line: Line = index.data(_LINE)
        surface, box = self._theme.surface, option.rect
        if option.state & QStyle.StateFlag.State_Selected and option.state & QStyle.StateFlag.State_HasFocus:
            painter.fillRect(box, QColor(surface.select))
            painter.fillRect(QRect(box.left(), box.top(), 3, box.height()), QColor(surface.frame))
        elif option.state & QStyle.StateFlag.State_MouseOver and line.door is not None:
            painter.fillRect(box, QColor(surface.hover))
        painter.setFont(self._theme.ui_font(12))
        right = QRect(box.right() - _VALUE - 4, box.top(), _VALUE, box.height())
        painter.setPen(QColor(surface.text))
        has_both = line.figure is not None and line.count is not None
        painter.drawText(right, RIGHT, str(line.count) if has_both else line.value)
        if has_both:
            right.translate(-_COUNT, 0)
            painter.drawText(right, RIGHT, line.value)
        has_room = line.figure is not None and box.width() > 2 * _DOT
        name = QRect(box.left() + 8, box.top(), right.left() - box.left() - 12 - (_DOT if has_room else 0), box.height())
        if has_room and line.figure is not None:
            beside = QRect(name.right() + 4, box.top(), _DOT - 8, box.height())
            if line.is_share:
                draw_interval(painter, self._theme, beside, line.figure)
            else:
                painter.setPen(QColor(surface.text_3))
                painter.drawText(beside, RIGHT, interval(line.figure))
        painter.setPen(QColor(surface.text_2))
        painter.drawText(name, MIDDLE, painter.fontMetrics().elidedText(line.name, Qt.TextElideMode.ElideRight, name.width()))


class _List(QuietList):
    opened = Signal(object)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_J: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_K: -1}.get(Qt.Key(event.key()))
        if step is not None and not event.modifiers():
            at = min(max(self.currentIndex().row() + step, 0), self.model().rowCount() - 1)
            self.setCurrentIndex(self.model().index(at, 0))
            self.scrollTo(self.currentIndex(), QListView.ScrollHint.EnsureVisible)
        elif event.key() in _ENTER and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)


class FigureList(QWidget):
    """A heading over lines, with a note below.

    Signals:
        opened: the door of a line.
    """

    opened = Signal(object)

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = _Lines(self)
        self.list = _List()
        self.list.setModel(self._model)
        self.list.setItemDelegate(_Paint(theme, self))
        self.list.setObjectName("agreementList")
        self.list.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.clicked.connect(self._on_opened)
        self.list.opened.connect(self._on_opened)
        head, self._note = PlainLabel(name), PlainLabel()
        head.setFont(theme.ui_font(12, bold=True))
        self._note.setFont(theme.ui_font(12))
        self._note.setObjectName("meta")
        self._note.setWordWrap(True)
        self.list.setAccessibleName(name)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 8)
        column.setSpacing(4)
        for widget in (head, self.list, self._note):
            column.addWidget(widget)
        column.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.show_lines(())

    @property
    def lines(self) -> tuple[Line, ...]:
        """The lines that are shown."""
        return self._model.lines

    def show_lines(self, lines: Sequence[Line], note: str = "") -> None:
        """Show other lines; the note says what they leave unsaid."""
        self._model.show(lines)
        self.list.setFixedHeight(_ROW * len(lines))
        self.list.setVisible(bool(lines))
        self._note.setText(note)
        self._note.setVisible(bool(note))
        if lines:
            self.list.setCurrentIndex(self._model.index(0))

    def _on_opened(self, index: QModelIndex) -> None:
        door = self._model.lines[index.row()].door
        if door is not None:
            self.opened.emit(door)
