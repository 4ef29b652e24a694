"""The pane of articles: state, title, how many are decided; a field to filter them."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, QSortFilterProxyModel, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QVBoxLayout, QWidget
from typing_extensions import override

from annotator.core.article import ArticleKind
from annotator.store.articles import ArticleRow
from annotator.ui.field import Field
from annotator.ui.glyphs import draw_progress
from annotator.ui.pane import PaneHead
from annotator.ui.quiet_list import QuietList
from annotator.ui.theme import Theme

_Index = QModelIndex | QPersistentModelIndex
_ROW = Qt.ItemDataRole.UserRole


class ArticleModel(QAbstractListModel):
    """The articles of one annotator."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[ArticleRow] = []
        self._place: dict[str, int] = {}

    def show(self, rows: Sequence[ArticleRow]) -> None:
        """Show these rows."""
        self.beginResetModel()
        self._rows = list(rows)
        self._place = {row.id: i for i, row in enumerate(rows)}
        self.endResetModel()

    def put(self, row: ArticleRow) -> None:
        """Show `row` in place of the row of the same article."""
        at = self._place.get(row.id)
        if at is not None:
            self._rows[at] = row
            self.dataChanged.emit(self.index(at), self.index(at))

    def at(self, article: str) -> QModelIndex:
        """Return the index of an article; invalid where it is not listed."""
        return self.index(self._place[article]) if article in self._place else QModelIndex()

    @property
    def finished(self) -> int:
        """How many articles are finished."""
        return sum(row.finished for row in self._rows)

    @override
    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self._rows[index.row()]
        if role == _ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title or row.file
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"A{row.number:04d} · {row.file}\n{row.title}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.title}, {row.decided}/{row.candidates}"
        return None


class _Filter(QSortFilterProxyModel):
    """Rows whose title, file or number holds the words typed, or whose text does."""

    def __init__(self, search: Callable[[str], set[int]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._search = search
        self._words = ""
        self._in_text: set[int] = set()

    def look_for(self, words: str) -> None:
        """Show only rows that fit `words`."""
        self._words = words.strip().casefold()
        self._in_text = self._search(words.strip()) if self._words else set()
        self.invalidate()

    @override
    def filterAcceptsRow(self, source_row: int, source_parent: _Index) -> bool:
        if not self._words:
            return True
        row: ArticleRow = self.sourceModel().index(source_row, 0, source_parent).data(_ROW)
        return row.number in self._in_text or self._words in f"{row.title} {row.file} a{row.number:04d}".casefold()


class _Delegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(120, 28)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row: ArticleRow = index.data(_ROW)
        surface, box = self._theme.surface, option.rect
        is_current = bool(option.state & QStyle.StateFlag.State_Selected)
        if is_current:
            painter.fillRect(box, QColor(surface.select))
            if option.state & QStyle.StateFlag.State_HasFocus:
                painter.fillRect(QRect(box.left(), box.top(), 3, box.height()), QColor(surface.frame))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, QColor(surface.hover))
        draw_progress(
            painter, row.status, box.left() + 12, box.top() + 8, QColor(surface.control if row.status == "open" else surface.text_2)
        )
        figure = f"{row.decided}/{row.candidates}"
        painter.setFont(self._theme.ui_font(12))
        painter.setPen(QColor(surface.text_2 if is_current else surface.text_3))
        right = box.adjusted(0, 0, -14, 0)
        painter.drawText(right, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, figure)
        width = painter.fontMetrics().horizontalAdvance(figure) + 10
        title = box.adjusted(32 if row.kind is ArticleKind.ARTICLE else 46, 0, -14 - width, 0)
        painter.setFont(self._theme.ui_font(13, bold=is_current))
        painter.setPen(QColor(surface.text if row.status != "finished" or is_current else surface.text_2))
        words = painter.fontMetrics().elidedText(str(index.data()), Qt.TextElideMode.ElideRight, title.width())
        painter.drawText(title, Qt.AlignmentFlag.AlignVCenter, words)


class ArticlePane(QWidget):
    """The list of articles with its filter.

    Signals:
        chosen: the reader wants this article.
        left: the reader is done with the filter field.
    """

    chosen = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme, search: Callable[[str], set[int]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._head = PaneHead(theme, "")
        self._field = Field()
        self._field.setFont(theme.ui_font(12))
        self._field.setPlaceholderText(self.tr("Filter: title, file, text"))
        self._field.setClearButtonEnabled(True)
        self._field.setAccessibleName(self.tr("Filter articles"))
        self._model = ArticleModel(self)
        self._filter = _Filter(search, self)
        self._filter.setSourceModel(self._model)
        self._list = QuietList()
        self._list.setAccessibleName(self.tr("Articles"))
        self._list.setModel(self._filter)
        self._list.setItemDelegate(_Delegate(theme, self))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        inner = QVBoxLayout()
        inner.setContentsMargins(12, 8, 12, 8)
        inner.addWidget(self._field)
        column.addLayout(inner)
        column.addWidget(self._list, 1)
        self._field.textChanged.connect(self._filter.look_for)
        self._field.returnPressed.connect(self._on_return)
        self._field.escaped.connect(self.left)
        self._list.clicked.connect(self._on_clicked)

    def show_rows(self, name: str, rows: Sequence[ArticleRow]) -> None:
        """Show the articles of the project called `name`."""
        self._head.set_name(name)
        self._model.show(rows)
        self._count()

    def put_row(self, row: ArticleRow) -> None:
        """Show a row anew."""
        self._model.put(row)
        self._count()

    def show_current(self, article: str) -> None:
        """Mark the open article."""
        index = self._filter.mapFromSource(self._model.at(article))
        self._list.setCurrentIndex(index)
        self._list.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)

    def focus_filter(self) -> None:
        """Let the reader type a filter."""
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()

    def _count(self) -> None:
        self._head.set_figure(f"{self._model.finished}/{self._model.rowCount()}")

    def _on_return(self) -> None:
        if self._filter.rowCount() and self._field.text().strip():
            self._on_clicked(self._filter.index(0, 0))
        self.left.emit()

    def _on_clicked(self, index: QModelIndex) -> None:
        row: ArticleRow = index.data(_ROW)
        self.chosen.emit(row.id)
        self.left.emit()
