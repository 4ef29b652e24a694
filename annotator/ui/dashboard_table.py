"""A table of the dashboard: the figures behind a plot, to be read and copied."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget
from typing_extensions import override

from annotator.ui.theme import Theme

_ROW = 26
_LEAST_ROWS = 7
_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class Figures(QAbstractTableModel):
    """Cells as words; every column but the first that holds names is right-aligned."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.header: Sequence[str] = ()
        self.rows: Sequence[Sequence[str]] = ()

    def show_rows(self, header: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.header, self.rows = header, rows
        self.endResetModel()

    @override
    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    @override
    def columnCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.header)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        text = self.rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return text
        if role == Qt.ItemDataRole.TextAlignmentRole:
            is_figure = index.column() > 0 and (text[:1].isdigit() or text[:1] in "–[")
            return (Qt.AlignmentFlag.AlignRight if is_figure else Qt.AlignmentFlag.AlignLeft) | Qt.AlignmentFlag.AlignVCenter
        return None

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.header[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return (Qt.AlignmentFlag.AlignRight if section else Qt.AlignmentFlag.AlignLeft) | Qt.AlignmentFlag.AlignVCenter
        return None


class FigureTable(QTableView):
    """Rows of figures; Ctrl+C copies those that are selected, or all, with tabs between the cells."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.figures = Figures(self)
        self.setModel(self.figures)
        self.setFont(theme.ui_font(12))
        self.horizontalHeader().setFont(theme.ui_font(12))
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setFixedHeight(_ROW)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW)
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)

    def show_rows(self, name: str, header: Sequence[str], rows: Sequence[Sequence[str]], *, height: int) -> None:
        """Show other rows, in about `height` pixels; `name` is what the table is called to those who do not see it."""
        self.setAccessibleName(name)
        self.figures.show_rows(header, rows)
        self.setFixedHeight(min(_ROW * (len(rows) + 1) + 14, max(height, _ROW * _LEAST_ROWS)))

    def copied(self) -> str:
        """Return the selected rows, or all, with the header, as tab-separated lines."""
        chosen = sorted(index.row() for index in self.selectionModel().selectedRows()) or range(len(self.figures.rows))
        return "\n".join("\t".join(row) for row in (self.figures.header, *(self.figures.rows[at] for at in chosen)))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.copied())
        elif event.text() and not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
            # Letters are keys of the page, not the beginning of a search among the rows.
            event.ignore()
        else:
            super().keyPressEvent(event)
