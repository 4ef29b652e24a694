"""The queue at the left: how much is ruled in which way, then the cases by article."""

from collections.abc import Mapping

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem, QVBoxLayout, QWidget
from typing_extensions import override

from annotator.core.fold import Status
from annotator.project.adjudicating_verdicts import Basis
from annotator.session.adjudicating import Adjudication
from annotator.ui.adjudicate_words import aspect_words, basis_words, title_of, words
from annotator.ui.glyphs import draw_progress, draw_status
from annotator.ui.pane import PaneHead
from annotator.ui.plain_label import tip
from annotator.ui.quiet_list import QuietList
from annotator.ui.theme import Theme

_Index = QModelIndex | QPersistentModelIndex
ENTRY = Qt.ItemDataRole.UserRole
_HEAD, _ROW, _TALLY = 30, 44, 100
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class QueueModel(QAbstractListModel):
    """Articles and their cases. An entry is the place of a case in the adjudication's list, or −1 − the number of an article."""

    def __init__(self, work: Adjudication, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self.entries: list[int] = []

    def show(self) -> None:
        """Take over what there is now."""
        entries: list[int] = []
        article = -1
        for at, (a, _) in enumerate(self._work.shown):
            if a != article:
                article = a
                entries.append(-1 - a)
            entries.append(at)
        if entries != self.entries:
            self.beginResetModel()
            self.entries = entries
            self.endResetModel()
        elif entries:
            self.dataChanged.emit(self.index(0), self.index(len(entries) - 1))

    def row_of(self, at: int) -> int:
        """Return the row of a case."""
        return self.entries.index(at) if at in self.entries else -1

    def words(self, entry: int) -> tuple[str, str]:
        """Return the two parts of a row: words and figure of an article, words and kinds of a case."""
        if entry < 0:
            docket = self._work.dockets[-1 - entry]
            counted = docket.counted()
            left = " + ".join(str(counted[basis]) for basis in (Basis.MAJORITY, Basis.RULED) if counted[basis]) or "✓"
            return f"{docket.article.name} {docket.article.layout.title}", left
        a, _ = self._work.shown[entry]
        case = self._work.case_at(self._work.shown[entry])
        return title_of(self._work.dockets[a], case), aspect_words(case)

    @override
    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.entries)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        entry = self.entries[index.row()]
        if role == ENTRY:
            return entry
        if role == Qt.ItemDataRole.DisplayRole:
            return self.words(entry)[0]
        if role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}:
            words = ", ".join(self.words(entry))
            return tip(words) if role == Qt.ItemDataRole.ToolTipRole else words
        return None

    @override
    def flags(self, index: _Index) -> Qt.ItemFlag:
        return Qt.ItemFlag.ItemIsEnabled if self.entries[index.row()] < 0 else Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class _Delegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, work: Adjudication, model: QueueModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._work, self._model = theme, work, model

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(200, _HEAD if index.data(ENTRY) < 0 else _ROW)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        entry: int = index.data(ENTRY)
        title, more = self._model.words(entry)
        surface, box = self._theme.surface, option.rect
        if entry < 0:
            self._line(painter, box.adjusted(16, 0, -52, 0), title, surface.text_2, 12)
            painter.drawText(box.adjusted(0, 0, -16, 0), _MIDDLE | Qt.AlignmentFlag.AlignRight, more)
            return
        is_here = entry == self._work.at
        case = self._work.case_at(self._work.shown[entry])
        if is_here:
            painter.fillRect(box, QColor(surface.select))
            painter.fillRect(QRect(box.left(), box.top(), 3, box.height()), QColor(surface.frame))
        ink = QColor(surface.text_2)
        if case.flag:
            self._flag(painter, box.left() + 16, box.top() + 6)
        elif case.verdict is not None:
            draw_status(painter, Status.ACCEPTED, box.left() + 16, box.top() + 6, ink)
        else:
            draw_progress(painter, "open", box.left() + 16, box.top() + 6, ink)
        upper = QRect(box.left() + 36, box.top() + 3, box.width() - 48, 21)
        self._line(painter, upper, title, surface.text, 13, is_bold=is_here)
        self._line(painter, upper.translated(0, 18), more, surface.text_2, 12)

    def _line(self, painter: QPainter, room: QRect, text: str, ink: str, size: int, *, is_bold: bool = False) -> None:
        painter.setFont(self._theme.ui_font(size, bold=is_bold))
        painter.setPen(QColor(ink))
        painter.drawText(room, _MIDDLE, painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width()))

    def _flag(self, painter: QPainter, x: int, y: int) -> None:
        painter.setPen(QPen(QColor(self._theme.surface.warn), 1.6))
        painter.drawLine(x + 2, y + 1, x + 2, y + 12)
        painter.drawRect(x + 2, y + 1, 8, 5)


class _Tally(QWidget):
    """A bar of three parts, and a line for each."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._counted: Mapping[Basis, tuple[int, int]] = {}
        self.setFixedHeight(_TALLY)

    def show_counts(self, counted: Mapping[Basis, tuple[int, int]]) -> None:
        """Show, for each kind, how many cases are ruled of how many."""
        self._counted = counted
        self.setAccessibleName("\n".join(f"{self._name(basis)}: {done}/{every}" for basis, (done, every) in counted.items()))
        self.update()

    def _name(self, basis: Basis) -> str:
        key = {Basis.UNANIMOUS: "U", Basis.MAJORITY: "M", Basis.RULED: ""}[basis]
        return f"{key}  {basis_words(basis)}".strip()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        surface = self._theme.surface
        inks = dict(zip(Basis, (surface.border, surface.text_3, surface.text), strict=True))
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(surface.panel))
            painter.setFont(self._theme.ui_font(12))
            total = max(sum(every for _, every in self._counted.values()), 1)
            room, x = self.width() - 32, 16
            for line, (basis, (done, every)) in enumerate(self._counted.items()):
                part = round(room * every / total)
                painter.fillRect(QRect(x, 12, max(part - 2, 0), 8), QColor(inks[basis]))
                x += part
                row = QRect(16, 28 + line * 22, room, 22)
                painter.fillRect(QRect(16, row.center().y() - 3, 8, 8), QColor(inks[basis]))
                painter.setPen(QColor(surface.text))
                name = painter.fontMetrics().elidedText(self._name(basis), Qt.TextElideMode.ElideRight, room - 72)
                painter.drawText(row.adjusted(16, 0, -56, 0), _MIDDLE, name)
                painter.drawText(row, _MIDDLE | Qt.AlignmentFlag.AlignRight, f"{done}/{every}")


class QueuePane(QWidget):
    """The queue.

    Signals:
        chosen: the place of the case that was clicked.
    """

    chosen = Signal(int)

    def __init__(self, theme: Theme, work: Adjudication, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._work = work
        self._head = PaneHead(theme, words("To adjudicate"))
        self._tally = _Tally(theme)
        self.model = QueueModel(work, self)
        self._list = QuietList()
        self._list.setUniformItemSizes(False)
        self._list.setModel(self.model)
        self._list.setItemDelegate(_Delegate(theme, work, self.model, self._list))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setAccessibleName(words("To adjudicate"))
        self._list.clicked.connect(self._on_clicked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self._head, self._tally):
            column.addWidget(widget)
        column.addWidget(self._list, 1)

    def show_queue(self) -> None:
        """Show what there is now."""
        counted = self._work.counted()
        self._head.set_figure(words("{count} clusters").format(count=sum(every for _, every in counted.values())))
        self._tally.show_counts(counted)
        self.model.show()
        row = self.model.row_of(self._work.at)
        if row >= 0:
            self._list.scrollTo(self.model.index(row), QAbstractItemView.ScrollHint.EnsureVisible)

    def _on_clicked(self, index: QModelIndex) -> None:
        entry = index.data(ENTRY)
        if entry >= 0:
            self.chosen.emit(entry)
