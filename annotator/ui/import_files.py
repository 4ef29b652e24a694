"""The files of an import: name, how many articles, encoding; those that are skipped with the reason."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QVBoxLayout, QWidget
from typing_extensions import override

from annotator.project.previewing import PreviewFile
from annotator.session.translating import error_words
from annotator.ui.pane import PaneHead
from annotator.ui.plain_label import PlainLabel, tip
from annotator.ui.quiet_list import QuietList
from annotator.ui.theme import Theme

_Index = QModelIndex | QPersistentModelIndex
_FILE = Qt.ItemDataRole.UserRole


class _Model(QAbstractListModel):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._files: Sequence[PreviewFile] = ()

    def show(self, files: Sequence[PreviewFile]) -> None:
        """Show these files; where only what is in them changed, the list stays where it is."""
        if len(files) == len(self._files):
            self._files = files
            self.dataChanged.emit(self.index(0), self.index(len(files) - 1))
        else:
            self.beginResetModel()
            self._files = files
            self.endResetModel()

    @override
    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._files)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        file = self._files[index.row()]
        if role == _FILE:
            return file
        if role == Qt.ItemDataRole.DisplayRole:
            return file.name
        if role in {Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole}:
            words = f"{file.name}\n{error_words(file.error)}" if file.error is not None else file.name
            return tip(words) if role == Qt.ItemDataRole.ToolTipRole else words
        return None


class _Delegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def _figure(self, file: PreviewFile) -> str:
        if file.error is not None or file.same_as:
            return self.tr("skipped")
        if file.plan is None:
            return self.tr("as it is")
        if file.is_known:
            return self.tr("known")
        return self.tr("left out") if file.plan.is_excluded else self.tr("{count} art.").format(count=file.plan.articles)

    def _second(self, file: PreviewFile) -> str:
        if file.error is not None:
            words = error_words(file.error)
            return words.removeprefix(f"{file.name}:").removeprefix(f"{file.name}：").strip()
        if file.same_as:
            return self.tr("same text as {name}").format(name=file.same_as)
        if file.is_known:
            return self.tr("in the project already")
        if file.plan is None:
            return self.tr("imported as it is")
        waiting = len(file.plan.waiting)
        question = " · " + self.tr("{count} to decide").format(count=waiting) if waiting else ""
        return file.encoding.upper() + question

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(120, 44)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        file: PreviewFile = index.data(_FILE)
        surface, box = self._theme.surface, option.rect
        is_current = bool(option.state & QStyle.StateFlag.State_Selected)
        if is_current or option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, QColor(surface.select if is_current else surface.hover))
        quiet = not file.is_new and not (file.plan is None and file.error is None)
        inner = box.adjusted(14, 4, -14, -4)
        figure = self._figure(file)
        painter.setFont(self._theme.ui_font(12))
        painter.setPen(QColor(surface.warn if file.error is not None else surface.text_3 if quiet else surface.text_2))
        painter.drawText(QRect(inner.left(), inner.top(), inner.width(), 18), Qt.AlignmentFlag.AlignRight, figure)
        width = inner.width() - painter.fontMetrics().horizontalAdvance(figure) - 10
        self._line(painter, file.name, QRect(inner.left(), inner.top(), width, 18), surface.text_3 if quiet else surface.text, is_current)
        below = QRect(inner.left(), inner.top() + 19, inner.width(), 18)
        self._line(painter, self._second(file), below, surface.text_3, None)

    def _line(self, painter: QPainter, words: str, box: QRect, colour: str, is_bold: bool | None) -> None:  # noqa: FBT001 (a look)
        painter.setFont(self._theme.ui_font(12) if is_bold is None else self._theme.ui_font(13, bold=is_bold))
        painter.setPen(QColor(colour))
        elided = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, elided)


class FilePane(QWidget):
    """The list of files.

    Signals:
        chosen: the person wants to see this file (its place).
    """

    chosen = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._head = PaneHead(theme, self.tr("Files"))
        self._model = _Model(self)
        self._list = QuietList()
        self._list.setAccessibleName(self.tr("Files"))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setModel(self._model)
        self._list.setItemDelegate(_Delegate(theme, self))
        hint = PlainLabel(self.tr("Drop files or folders on the window to add them"))
        hint.setObjectName("importHint")
        hint.setFont(theme.ui_font(12))
        hint.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self._head, self._list, hint):
            column.addWidget(widget, int(widget is self._list))
        self._list.clicked.connect(self._on_clicked)

    def show_files(self, files: Sequence[PreviewFile], at: int) -> None:
        """Show the files; the one at `at` is current."""
        self._head.set_figure(self.tr("{count} in all").format(count=len(files)))
        self._model.show(files)
        index = self._model.index(at)
        self._list.setCurrentIndex(index)
        self._list.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)

    def _on_clicked(self, index: QModelIndex) -> None:
        self.chosen.emit(index.row())
