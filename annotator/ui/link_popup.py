"""A panel over the article, beside the span it is about: a field or none, a list, a line of keys."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QFrame, QSizePolicy, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QVBoxLayout, QWidget
from typing_extensions import override

from annotator.core.scheme import Scheme
from annotator.ui.plain_label import PlainLabel
from annotator.ui.quiet_list import QuietList
from annotator.ui.theme import Theme

_Index = QModelIndex | QPersistentModelIndex
_ROW = Qt.ItemDataRole.UserRole
_HEIGHT = 28
_WIDTH = 460
_MOST_ROWS, _FEWEST_ROWS = 9, 3
_GAP = 8
_PAD = 14


@dataclass(frozen=True, slots=True)
class PopupRow:
    """One line: a swatch of `label`, `text` with quiet words `before` and `after` it, and `detail` at the right.

    `opens_group` draws a hairline above it.
    """

    text: str
    detail: str = ""
    label: str = ""
    opens_group: bool = False
    before: str = ""
    after: str = ""


class RowModel(QAbstractListModel):
    """The lines of a panel."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: Sequence[PopupRow] = ()

    def show(self, rows: Sequence[PopupRow]) -> None:
        """Show these lines."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

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
            return ", ".join(part for part in (row.before + row.text + row.after, row.detail) if part)
        return None


class _Delegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, scheme: Scheme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._scheme = scheme

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(120, _HEIGHT)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row: PopupRow = index.data(_ROW)
        surface, box = self._theme.surface, option.rect
        is_current = bool(option.state & QStyle.StateFlag.State_Selected)
        if is_current:
            painter.fillRect(box, QColor(surface.select))
            painter.fillRect(QRect(box.left(), box.top(), 3, box.height()), QColor(surface.frame))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, QColor(surface.hover))
        if row.opens_group and index.row():
            painter.fillRect(QRect(box.left() + _PAD, box.top(), box.width() - 2 * _PAD, 1), QColor(surface.hairline))
        if label := self._scheme.label(row.label):
            painter.fillRect(QRect(box.left() + _PAD, box.center().y() - 3, 8, 8), QColor(self._theme.colour(label).line))
        width = self._detail(painter, row, box)
        place = box.adjusted(_PAD + 18, 0, -width - _PAD - 12, 0)
        for words, is_quiet in ((row.before, True), (row.text, False), (row.after, True)):
            painter.setFont(self._theme.ui_font(13, bold=is_current and not is_quiet))
            painter.setPen(QColor(surface.text_3 if is_quiet else surface.text))
            fitting = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideMiddle, place.width()) if words else ""
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, fitting)
            place.setLeft(place.left() + painter.fontMetrics().horizontalAdvance(fitting))

    def _detail(self, painter: QPainter, row: PopupRow, box: QRect) -> int:
        painter.setFont(self._theme.ui_font(12))
        painter.setPen(QColor(self._theme.surface.text_3))
        words = painter.fontMetrics().elidedText(row.detail, Qt.TextElideMode.ElideMiddle, box.width() // 2)
        painter.drawText(box.adjusted(0, 0, -_PAD, 0), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, words)
        return painter.fontMetrics().horizontalAdvance(words)


class Popup(QFrame):
    """The panel. `body` is its column; `list` and `keys` stand in it, and whoever derives from it puts more above."""

    def __init__(self, theme: Theme, scheme: Scheme, rows: QuietList, page: QWidget) -> None:
        super().__init__(page)
        self.setObjectName("linkPopup")
        surface = theme.surface
        self.setStyleSheet(
            f"QFrame#linkPopup {{ background: {surface.raised}; border: 1px solid {surface.border}; border-radius: 6px; }}"
            f"QFrame#linkPopup QListView {{ background: {surface.raised}; }}"
        )
        self._page = page
        self._beside = QRect()
        self.list = rows
        self.model = RowModel(self)
        rows.setModel(self.model)
        rows.setItemDelegate(_Delegate(theme, scheme, self))
        self.title = PlainLabel()
        self.title.setFont(theme.ui_font(13, bold=True))
        self.keys = PlainLabel()
        self.keys.setObjectName("meta")
        self.keys.setFont(theme.ui_font(12))
        for words in (self.title, self.keys):
            words.setContentsMargins(_PAD, 0, _PAD, 0)
            words.setFixedHeight(_HEIGHT)
            words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(1, 4, 1, 4)
        self.body.setSpacing(2)
        for widget in (self.title, rows, self.keys):
            self.body.addWidget(widget)
        page.installEventFilter(self)
        self.hide()

    def show_rows(self, rows: Sequence[PopupRow], current: int) -> None:
        """Show these lines, one of them current (-1: none)."""
        self.model.show(rows)
        self.go_to(current)
        self.place()

    def go_to(self, row: int) -> None:
        """Make a line current (-1: none)."""
        index = self.model.index(row)
        self.list.setCurrentIndex(index)
        self.list.scrollTo(index)

    def step(self, by: int) -> None:
        """Make the line `by` lines further current, at the ends the last one possible."""
        self.go_to(max(0, min(self.current + by, len(self.model.rows) - 1)))

    @property
    def current(self) -> int:
        """The current line, -1 where there is none."""
        return self.list.currentIndex().row()

    def show_beside(self, rect: QRect) -> None:
        """Appear under `rect` of the page, or above it where there is more room."""
        self._beside = rect
        self.place()
        self.show()
        self.raise_()

    def keep_clear_of(self, rect: QRect) -> None:
        """Move beside `rect` of the page where the panel would hide it."""
        if self.isVisible() and self.geometry().intersects(rect):
            self.show_beside(rect)

    def place(self) -> None:
        """Stand beside the span, whole, inside the page."""
        page = self._page.rect().adjusted(_GAP, _GAP, -_GAP, -_GAP)
        rect = self._beside
        below, above = page.bottom() - rect.bottom() - _GAP, rect.top() - _GAP - page.top()
        wanted = max(1, min(len(self.model.rows), _MOST_ROWS))
        self.list.setFixedHeight(_HEIGHT * wanted)
        missing = self.body.sizeHint().height() - max(below, above)
        if missing > 0:
            # A short list that leaves the span in sight is better than a long one over it.
            self.list.setFixedHeight(_HEIGHT * max(min(wanted, _FEWEST_ROWS), wanted - -(-missing // _HEIGHT)))
        height, width = self.body.sizeHint().height(), min(_WIDTH, page.width())
        top = rect.bottom() + _GAP if height <= below or below >= above else rect.top() - _GAP - height
        left = min(rect.left() - 32, page.right() - width)
        self.setGeometry(max(page.left(), left), max(page.top(), min(top, page.bottom() - height)), width, height)
        self.list.scrollTo(self.list.currentIndex())

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self.place()
        return super().eventFilter(watched, event)
