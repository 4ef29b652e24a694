"""The pane of candidates: every span of the article in order, and all there is to know of the current one."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QVBoxLayout, QWidget
from typing_extensions import override

from annotator.core.fold import Status
from annotator.core.scheme import Scheme
from annotator.session.items import Item
from annotator.ui.glyphs import draw_status
from annotator.ui.pane import PaneHead
from annotator.ui.quiet_list import QuietList
from annotator.ui.reason import ReasonCard, status_words
from annotator.ui.theme import Theme

_Index = QModelIndex | QPersistentModelIndex
_ITEM = Qt.ItemDataRole.UserRole


class CandidateModel(QAbstractListModel):
    """The spans of the open article."""

    def __init__(self, theme: Theme, scheme: Scheme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._scheme = scheme
        self._items: Sequence[Item] = ()

    def show(self, items: Sequence[Item]) -> None:
        """Show these items; rows that stay what they were are left alone."""
        before, self._items = self._items, items
        if len(before) != len(items):
            self.beginResetModel()
            self.endResetModel()
            return
        changed = [i for i, (old, new) in enumerate(zip(before, items, strict=True)) if old is not new]
        if changed:
            self.dataChanged.emit(self.index(changed[0]), self.index(changed[-1]))

    def at(self, item: Item | None) -> QModelIndex:
        """Return the index of an item; invalid where there is none."""
        place = next((i for i, other in enumerate(self._items) if item is not None and other.target == item.target), None)
        return QModelIndex() if place is None else self.index(place)

    @override
    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._items)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        item = self._items[index.row()]
        if role == _ITEM:
            return item
        if role == Qt.ItemDataRole.DisplayRole:
            return "".join(item.surface.split("\n"))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            label = self._scheme.label(item.label)
            name = label.name.get(self._theme.language) if label is not None else item.label
            return f"{index.data()}, {status_words(item.status)}, {name}, {index.row() + 1}/{len(self._items)}"
        return None


class _Delegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, scheme: Scheme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._scheme = scheme
        self.dim_below = 0.0

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(120, 28)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        item: Item = index.data(_ITEM)
        surface, box = self._theme.surface, option.rect
        is_current = bool(option.state & QStyle.StateFlag.State_Selected)
        if is_current:
            painter.fillRect(box, QColor(surface.select))
            painter.fillRect(QRect(box.left(), box.top(), 3, box.height()), QColor(surface.frame))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, QColor(surface.hover))
        painter.setFont(self._theme.ui_font(12))
        painter.setPen(QColor(surface.text_3))
        painter.drawText(
            QRect(box.left() + 8, box.top(), 28, box.height()),
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight,
            str(index.row() + 1),
        )
        is_out = item.status is Status.REJECTED
        draw_status(painter, item.status, box.left() + 44, box.top() + 8, QColor(surface.text_3 if is_out else surface.text_2))
        width = self._label(painter, item, box)
        font = self._theme.ui_font(13, bold=is_current)
        font.setStrikeOut(is_out)
        painter.setFont(font)
        is_faint = is_out or (item.is_doubtful(self.dim_below) and not is_current)
        painter.setPen(QColor(surface.text_3 if is_faint else surface.text if is_current or not item.is_decided else surface.text_2))
        place = box.adjusted(64, 0, -width - 24, 0)
        words = painter.fontMetrics().elidedText(str(index.data()), Qt.TextElideMode.ElideMiddle, place.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, words)

    def _label(self, painter: QPainter, item: Item, box: QRect) -> int:
        label = self._scheme.label(item.label)
        colour = self._theme.colour(label)
        name = label.short.get(self._theme.language) if label is not None else item.label
        painter.fillRect(QRect(box.right() - 23, box.center().y() - 3, 8, 8), QColor(colour.line))
        painter.setPen(QColor(self._theme.surface.text_3 if item.status is Status.REJECTED else colour.ink))
        painter.drawText(box.adjusted(0, 0, -32, 0), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, name)
        return painter.fontMetrics().horizontalAdvance(name) + 24


class CandidatePane(QWidget):
    """The list of spans, and beneath it the card of the current one.

    Signals:
        chosen: the reader wants the span of this target.
    """

    chosen = Signal(str)

    def __init__(self, theme: Theme, scheme: Scheme, titles: Callable[[], Mapping[str, str]], parent: QWidget | None = None) -> None:
        """Show spans of `scheme`; `titles` returns the names of patterns by id, when they are needed."""
        super().__init__(parent)
        self.setObjectName("pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._head = PaneHead(theme, self.tr("Candidates"))
        self._model = CandidateModel(theme, scheme, self)
        self._list = QuietList()
        self._list.setAccessibleName(self.tr("Candidates"))
        self._list.setModel(self._model)
        self._delegate = _Delegate(theme, scheme, self)
        self._list.setItemDelegate(self._delegate)
        self.card = ReasonCard(theme, scheme, titles)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self._list, 1)
        column.addWidget(self.card)
        self._list.clicked.connect(self._on_clicked)

    def dim_below(self, score: float) -> None:
        """Write open candidates that score less fainter."""
        if score != self._delegate.dim_below:
            self._delegate.dim_below = score
            self._list.viewport().update()

    def show_items(self, items: Sequence[Item], decided: int) -> None:
        """Show the spans of the open article, of which so many are decided."""
        self._model.show(items)
        self._head.set_figure(self.tr("{decided} of {all} decided").format(decided=decided, all=len(items)))

    def show_current(self, item: Item | None) -> None:
        """Mark the current span and show its card."""
        index = self._model.at(item)
        self._list.setCurrentIndex(index)
        self._list.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)
        self.card.show_item(item)

    def _on_clicked(self, index: QModelIndex) -> None:
        item: Item = index.data(_ITEM)
        self.chosen.emit(item.target)
