"""The pane of articles: state, title, how many are decided; a field to filter them."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QVBoxLayout, QWidget
from typing_extensions import override

from annotator.core.article import ArticleKind
from annotator.core.scheme import Scheme
from annotator.session.article_filter import Facets, Key, parse, with_term
from annotator.store.articles import ArticleRow
from annotator.ui.article_filter import FilterLine
from annotator.ui.article_filter_model import ROW, ArticleModel, Heading
from annotator.ui.field import Field
from annotator.ui.glyphs import draw_progress
from annotator.ui.pane import PaneHead
from annotator.ui.quiet_list import QuietList
from annotator.ui.theme import Theme

_Index = QModelIndex | QPersistentModelIndex
_SHORTEST_NOTE = 36
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


class _Delegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(120, 28)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row: ArticleRow | Heading = index.data(ROW)
        if isinstance(row, Heading):
            self._heading(painter, option.rect, row)
            return
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
        painter.drawText(box.adjusted(0, 0, -14, 0), _RIGHT, figure)
        width = painter.fontMetrics().horizontalAdvance(figure) + 10
        title = box.adjusted(32 if row.kind is ArticleKind.ARTICLE else 46, 0, -14 - width, 0)
        painter.setFont(self._theme.ui_font(13, bold=is_current))
        painter.setPen(QColor(surface.text if row.status != "finished" or is_current else surface.text_2))
        words = painter.fontMetrics().elidedText(str(index.data()), Qt.TextElideMode.ElideRight, title.width())
        painter.drawText(title, Qt.AlignmentFlag.AlignVCenter, words)

    def _heading(self, painter: QPainter, box: QRect, heading: Heading) -> None:
        """Paint what a page is called at the left, and its file at the right where that is something else."""
        painter.setFont(self._theme.ui_font(12))
        painter.setPen(QColor(self._theme.surface.text_3))
        room = box.adjusted(14, 6, -14, 0)
        metrics = painter.fontMetrics()
        title = metrics.elidedText(heading.title, Qt.TextElideMode.ElideMiddle, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, title)
        left = room.width() - metrics.horizontalAdvance(title) - 12
        if left >= _SHORTEST_NOTE:
            painter.drawText(room, _RIGHT, metrics.elidedText(heading.note, Qt.TextElideMode.ElideLeft, left))


class ArticlePane(QWidget):
    """The list of articles with its filter.

    Signals:
        chosen: the reader wants this article.
        left: the reader is done with the filter field.
        labels_asked: a label is filtered by, and nobody has looked the labels up (`know`).
    """

    chosen = Signal(str)
    left = Signal()
    labels_asked = Signal()

    def __init__(self, theme: Theme, search: Callable[[str], set[int]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self._scheme: Scheme | None = None
        self._current = ""
        self._head = PaneHead(theme, "")
        self._field = Field()
        self._field.setFont(theme.ui_font(12))
        self._field.setPlaceholderText(self.tr("Filter: title, file, text"))
        self._field.setToolTip(self.tr("Words, and terms: state:open label:… flag: file:… date:2020-06"))
        self._field.setClearButtonEnabled(True)
        self._field.setAccessibleName(self.tr("Filter articles"))
        self._line = FilterLine(theme)
        self._model = ArticleModel(search, self)
        self._list = QuietList()
        self._list.setAccessibleName(self.tr("Articles"))
        self._list.setModel(self._model)
        self._list.setItemDelegate(_Delegate(theme, self))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        inner = QVBoxLayout()
        inner.setContentsMargins(12, 8, 12, 4)
        inner.addWidget(self._field)
        column.addLayout(inner)
        column.addWidget(self._line)
        column.addWidget(self._list, 1)
        self._field.textChanged.connect(self._on_text_changed)
        self._field.returnPressed.connect(self._on_return)
        self._field.escaped.connect(self.left)
        self._line.chosen.connect(self._on_term_chosen)
        self._list.clicked.connect(self._on_clicked)

    def show_rows(self, name: str, rows: Sequence[ArticleRow]) -> None:
        """Show the articles of the project called `name`; under headings where they come as they stand on their pages."""
        self._head.set_name(name)
        self._model.show(rows)
        self._count()

    def put_row(self, row: ArticleRow) -> None:
        """Show a row anew. It stays in the list until the filter is changed, whatever it says now."""
        self._model.put(row)
        self._count()

    def know(self, facets: Facets, scheme: Scheme) -> None:
        """Filter by what is known of articles beside their rows, and group them by it."""
        self._scheme = scheme
        self._line.know(scheme, self._offer)
        self._model.know(facets)
        self._count()
        self._look()
        self._list.scrollTo(self._list.currentIndex(), QAbstractItemView.ScrollHint.EnsureVisible)

    @property
    def facets(self) -> Facets:
        """What is known of articles beside their rows."""
        return self._model.facets

    def learn(self, facets: Facets) -> None:
        """Know what changed with a decision; what is shown stays."""
        self._model.facets = facets

    def show_current(self, article: str) -> None:
        """Mark the open article."""
        self._current = article
        index = self._model.at(article)
        self._list.setCurrentIndex(index)
        self._list.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)

    def focus_filter(self) -> None:
        """Let the reader type a filter."""
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()

    @property
    def shown(self) -> list[str]:
        """The ids of the articles in the list, in order."""
        return self._model.shown

    def _count(self) -> None:
        self._head.set_figure(f"{self._model.finished}/{self._model.total}")
        self._line.show_counts(self._model.counts)

    def _offer(self) -> tuple[list[str], list[str]]:
        """Return papers and months where pages say them, else files."""
        facets = self._model.facets
        return sorted(set(facets.papers.values()) or self._model.files), sorted({date[:7] for date in facets.dates.values()})

    def _look(self) -> None:
        scheme = self._scheme
        if scheme is None:
            return
        query = parse(self._field.text(), scheme)
        self._model.look_for(query)
        self._line.show_query(query)
        # The list is made anew; the open article stays marked.
        self._list.setCurrentIndex(self._model.at(self._current))
        if query.labels and self._model.facets.labels is None:
            self.labels_asked.emit()

    def _on_text_changed(self, _text: str) -> None:
        self._look()

    def _on_term_chosen(self, key: Key | None, value: str | None) -> None:
        text, language = self._field.text(), self._theme.language
        if key in {None, Key.STATE, Key.FLAG}:
            # One tab at a time.
            text = with_term(with_term(text, Key.STATE, None, language), Key.FLAG, None, language)
        self._field.setText(text if key is None else with_term(text, key, value, language))

    def _on_return(self) -> None:
        first = self._model.first()
        if first is not None and self._field.text().strip():
            self._on_clicked(first)
        self.left.emit()

    def _on_clicked(self, index: QModelIndex) -> None:
        row: ArticleRow | Heading = index.data(ROW)
        if isinstance(row, ArticleRow):
            self.chosen.emit(row.id)
            self.left.emit()
