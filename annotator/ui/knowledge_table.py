"""A table of entries: filtered and sorted rows, drawn as far as they are seen, with keys of its own."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget
from typing_extensions import override

from annotator.ui.plain_label import tip
from annotator.ui.theme import Theme

_ROW = 28
_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, what a row says in it, and how wide it is beside the others.

    `key` sorts where the words would not; `ink` and `dot` are colours; `from_width`: it is shown where the table is at least as wide.
    """

    title: str
    text: Callable[[Any], str]
    weight: float = 1.0
    is_figure: bool = False
    key: Callable[[Any], Any] | None = None
    ink: Callable[[Any], QColor | None] | None = None
    dot: Callable[[Any], QColor | None] | None = None
    from_width: int = 0


class Rows(QAbstractTableModel):
    """The rows that fit the filter. `words` says what a row is found by."""

    def __init__(self, columns: Sequence[Column], words: Callable[[Any], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._words = words
        self._all: Sequence[Any] = ()
        self._haystack: list[str] | None = None
        self._filter = ""
        self._sort: tuple[int, Qt.SortOrder] | None = None
        self.rows: list[Any] = []

    @property
    def total(self) -> int:
        """How many rows there are without the filter."""
        return len(self._all)

    def set_rows(self, rows: Sequence[Any]) -> None:
        """Show other rows, filtered and sorted as before."""
        self._all, self._haystack = rows, None
        self._arrange()

    def set_filter(self, words: str) -> None:
        """Show the rows that hold every one of the words."""
        self._filter = words
        self._arrange()

    def repaint(self) -> None:
        """Ask anew for what stands in the cells."""
        if self.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, len(self.columns) - 1))

    def _arrange(self) -> None:
        self.beginResetModel()
        wanted = self._filter.casefold().split()
        if wanted:
            if self._haystack is None:
                self._haystack = [self._words(row).casefold() for row in self._all]
            self.rows = [row for row, held in zip(self._all, self._haystack, strict=True) if all(word in held for word in wanted)]
        else:
            self.rows = list(self._all)
        if self._sort is not None:
            column, order = self._sort
            of = self.columns[column]
            self.rows.sort(key=of.key or of.text, reverse=order is Qt.SortOrder.DescendingOrder)
        self.endResetModel()

    @override
    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    @override
    def columnCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.columns)

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole and self.columns[section].is_figure:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        column, row = self.columns[index.column()], self.rows[index.row()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            words = column.text(row)
            return words if role == Qt.ItemDataRole.DisplayRole else tip(words) or None
        if role == Qt.ItemDataRole.TextAlignmentRole and column.is_figure:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.ForegroundRole and column.ink is not None:
            return column.ink(row)
        if role == Qt.ItemDataRole.DecorationRole and column.dot is not None:
            return column.dot(row)
        return None

    @override
    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._sort = (column, order) if column >= 0 else None
        self._arrange()


class EntryTable(QTableView):
    """Rows with keys. What a key means is given as a table from portable key names to commands.

    Signals:
        asked: the command of a key that was pressed.
        went: another row is current.
    """

    asked = Signal(str)
    went = Signal()

    def __init__(self, theme: Theme, rows: Rows, keys: Mapping[str, str], notice: Callable[[], str]) -> None:
        """Show `rows`; without any, what `notice` returns."""
        super().__init__()
        self.setObjectName("entries")
        self._theme, self._notice = theme, notice
        self._rows, self._keys = rows, keys
        self.setModel(rows)
        self.setFont(theme.ui_font(13))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setIconSize(QSize(8, 8))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(_ROW)
        head = self.horizontalHeader()
        head.setFont(theme.ui_font(12))
        head.setHighlightSections(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        head.setSortIndicatorClearable(True)
        self.setSortingEnabled(True)

    @property
    def current(self) -> object:
        """The current row, None where there is none."""
        at = self.currentIndex().row()
        return self._rows.rows[at] if 0 <= at < len(self._rows.rows) else None

    @property
    def chosen(self) -> list[object]:
        """The selected rows, from the top."""
        return [self._rows.rows[index.row()] for index in sorted(self.selectionModel().selectedRows(), key=QModelIndex.row)]

    def go_to(self, at: int) -> None:
        """Make the row at `at` current, or the last one before it."""
        at = min(at, len(self._rows.rows) - 1)
        if at >= 0:
            self.selectRow(at)
            self.scrollTo(self._rows.index(at, 0))

    @override
    def currentChanged(self, current: _Index, previous: _Index) -> None:
        super().currentChanged(current, previous)
        if current.row() != previous.row():
            self.went.emit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._rows.rows:
            with QPainter(self.viewport()) as painter:
                painter.setFont(self._theme.ui_font(13))
                painter.setPen(QColor(self._theme.surface.text_3))
                box = self.viewport().rect().adjusted(24, 24, -24, -24)
                painter.drawText(box, int(Qt.AlignmentFlag.AlignHCenter) | int(Qt.TextFlag.TextWordWrap), self._notice())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = self.viewport().width()
        shown = [at for at, column in enumerate(self._rows.columns) if width >= column.from_width]
        whole = sum(self._rows.columns[at].weight for at in shown) or 1
        for at, column in enumerate(self._rows.columns):
            self.setColumnHidden(at, at not in shown)
            self.setColumnWidth(at, int(width * column.weight / whole))

    @override
    def event(self, event: QEvent) -> bool:
        # The window may have commands on the same keys.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._command(event):
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        command = self._command(event)
        if command:
            self.asked.emit(command)
        elif event.text() and event.text().isprintable() and not event.modifiers() & _COMMANDS:
            # Qt would look for a row that begins with it.
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _command(self, event: QKeyEvent) -> str:
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        name = QKeySequence(event.key() | modifiers.value).toString(QKeySequence.SequenceFormat.PortableText)
        # A mark like / needs Shift on some keyboards and means itself; Ctrl+1 is not 1.
        return self._keys.get(name, "") or ("" if modifiers & _COMMANDS else self._keys.get(event.text(), ""))
