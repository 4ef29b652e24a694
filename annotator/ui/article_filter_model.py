"""The rows of the article list: those that fit the filter, under headings that name their pages."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import PurePath

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from annotator.session.article_filter import Facets, Query, fitting, group, haystack
from annotator.store.articles import ArticleRow
from annotator.ui.article_filter import ALL, BLIND, FLAGGED, OPEN
from annotator.ui.plain_label import tip

_Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Heading:
    """What a page is called, and its file where that is not what it is called."""

    title: str
    note: str = ""


class ArticleModel(QAbstractListModel):
    """The articles of one annotator. An entry is the place of a row, or `-1 - row` for the heading above it."""

    def __init__(self, search: Callable[[str], set[int]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._search = search
        self._rows: list[ArticleRow] = []
        self._place: dict[str, int] = {}
        self._entries: Sequence[int] = ()
        self._entry_of: dict[int, int] | None = None
        self._hay: Mapping[int, str] | None = None
        self._query = Query()
        self._counts = {ALL: 0, OPEN: 0, FLAGGED: 0, BLIND: 0}
        self._is_by_page = False
        self.facets = Facets()

    def show(self, rows: Sequence[ArticleRow]) -> None:
        """Show these rows; what was looked up of their labels may be of others."""
        self._rows = list(rows)
        self._place = {row.id: i for i, row in enumerate(rows)}
        self._hay = None
        self._is_by_page = all(one.number < other.number for one, other in pairwise(rows))
        self.facets = replace(self.facets, labels=None)
        self._count()
        self._arrange()

    def know(self, facets: Facets) -> None:
        """Filter and group by these."""
        self.facets = facets
        self._count()
        self._arrange()

    def put(self, row: ArticleRow) -> None:
        """Show `row` in place of the row of the same article."""
        at = self._place.get(row.id)
        if at is None:
            return
        before, self._rows[at] = self._rows[at], row
        self._counts[OPEN] += before.finished - row.finished
        self._counts[FLAGGED] += bool(row.flags) - bool(before.flags)
        index = self.at(row.id)
        if index.isValid():
            self.dataChanged.emit(index, index)

    def look_for(self, query: Query) -> None:
        """Show only rows that fit `query`."""
        if query != self._query or query.labels:
            self._query = query
            self._arrange()

    def at(self, article: str) -> QModelIndex:
        """Return the index of an article; invalid where it is not listed."""
        if article not in self._place:
            return QModelIndex()
        if self._entry_of is None:
            self._entry_of = {entry: at for at, entry in enumerate(self._entries)}
        at = self._entry_of.get(self._place[article])
        return self.index(at) if at is not None else QModelIndex()

    def first(self) -> QModelIndex | None:
        """Return the index of the first article that is listed."""
        at = next((at for at, entry in enumerate(self._entries) if entry >= 0), None)
        return self.index(at) if at is not None else None

    @property
    def shown(self) -> list[str]:
        """The ids of the articles that are listed, in order."""
        return [self._rows[entry].id for entry in self._entries if entry >= 0]

    @property
    def files(self) -> set[str]:
        """The files that the articles are from."""
        return {row.file for row in self._rows}

    @property
    def counts(self) -> Mapping[str, int]:
        """How many articles there are of each kind."""
        return self._counts

    @property
    def total(self) -> int:
        """How many articles there are."""
        return len(self._rows)

    @property
    def finished(self) -> int:
        """How many articles are finished."""
        return len(self._rows) - self._counts[OPEN]

    def _count(self) -> None:
        rows, blind = self._rows, self.facets.blind
        self._counts = {
            ALL: len(rows),
            OPEN: sum(not row.finished for row in rows),
            FLAGGED: sum(row.flags > 0 for row in rows),
            BLIND: sum(row.id in blind for row in rows) if blind else 0,
        }

    def _arrange(self) -> None:
        if self._query.words and self._hay is None:
            self._hay = haystack(self._rows)
        shown = fitting(self._rows, self._query, self.facets, self._hay or {}, self._search)
        self.beginResetModel()
        self._entries = group(self._rows, shown) if self._is_by_page else shown
        self._entry_of = None
        self.endResetModel()

    def _heading(self, row: ArticleRow) -> Heading:
        name, file = self.facets.names.get(row.page, ""), PurePath(row.file).stem
        return Heading(name, file) if name else Heading(file)

    @override
    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._entries)

    @override
    def flags(self, index: _Index) -> Qt.ItemFlag:
        is_row = index.isValid() and self._entries[index.row()] >= 0
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable if is_row else Qt.ItemFlag.NoItemFlags

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        entry = self._entries[index.row()]
        row = self._rows[entry if entry >= 0 else -1 - entry]
        if entry < 0:
            return self._of_heading(self._heading(row), role)
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title or row.file
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(f"A{row.number:04d} · {row.file}\n{row.title}")
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.title}, {row.decided}/{row.candidates}"
        return None

    @staticmethod
    def _of_heading(heading: Heading, role: int) -> object:
        if role == ROW:
            return heading
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole}:
            words = f"{heading.title} {heading.note}".strip()
            return tip(words) if role == Qt.ItemDataRole.ToolTipRole else words
        return None
