"""The pane of history: what this annotator did in this file, newest first."""

from collections.abc import Callable

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QVBoxLayout, QWidget
from typing_extensions import override

from annotator.core.scheme import Scheme
from annotator.session.history import Past, Step
from annotator.ui.history_words import title, where
from annotator.ui.pane import PaneHead
from annotator.ui.plain_label import PlainLabel, tip
from annotator.ui.quiet_list import QuietList
from annotator.ui.theme import Theme

_Index = QModelIndex | QPersistentModelIndex
_STEP = Qt.ItemDataRole.UserRole
_ROW = 44
_WALKS = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End})
_ENTERS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class HistoryModel(QAbstractListModel):
    """The steps read so far; `further` reads more when the list comes to its end."""

    def __init__(self, scheme: Scheme, language: str, further: Callable[[Past], Past], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scheme = scheme
        self._language = language
        self._further = further
        self.past = Past()

    def show(self, past: Past) -> None:
        """Show these steps."""
        self.beginResetModel()
        self.past = past
        self.endResetModel()

    def name_of(self, label: str) -> str:
        """Return the short name of a label."""
        known = self._scheme.label(label)
        return known.short.get(self._language) if known is not None else label

    @override
    def canFetchMore(self, parent: _Index) -> bool:
        return not parent.isValid() and not self.past.is_whole

    @override
    def fetchMore(self, parent: _Index) -> None:
        more = self._further(self.past)
        first, last = len(self.past.steps), len(more.steps) - 1
        if last >= first:
            self.beginInsertRows(QModelIndex(), first, last)
            self.past = more
            self.endInsertRows()
        else:
            self.past = more

    @override
    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.past.steps)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        step = self.past.steps[index.row()]
        if role == _STEP:
            return step
        if role == Qt.ItemDataRole.DisplayRole:
            return title(step)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(f"{title(step)}\n{where(step, self.name_of)}")
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{title(step)}, {where(step, self.name_of)}"
        return None


class _Delegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, scheme: Scheme, name_of: Callable[[str], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._scheme = scheme
        self._name_of = name_of

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(120, _ROW)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        step: Step = index.data(_STEP)
        surface, box = self._theme.surface, option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, QColor(surface.select))
            if option.state & QStyle.StateFlag.State_HasFocus:
                painter.fillRect(QRect(box.left(), box.top(), 3, box.height()), QColor(surface.frame))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, QColor(surface.hover))
        font = self._theme.ui_font(13)
        font.setStrikeOut(step.is_undone)
        painter.setFont(font)
        painter.setPen(QColor(surface.text_3 if step.is_undone else surface.text))
        line = QRect(box.left() + 16, box.top() + 4, box.width() - 30, 19)
        words = painter.fontMetrics().elidedText(str(index.data()), Qt.TextElideMode.ElideRight, line.width())
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, words)
        self._paint_where(painter, step, line.translated(0, 18))

    def _paint_where(self, painter: QPainter, step: Step, line: QRect) -> None:
        label = self._scheme.label(step.label) if step.label and step.target is not None else None
        if label is not None:
            painter.fillRect(QRect(line.left(), line.center().y() - 3, 8, 8), QColor(self._theme.colour(label).line))
            line = line.adjusted(14, 0, 0, 0)
        painter.setFont(self._theme.ui_font(12))
        painter.setPen(QColor(self._theme.surface.text_3))
        words = painter.fontMetrics().elidedText(where(step, self._name_of), Qt.TextElideMode.ElideRight, line.width())
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, words)


class _List(QuietList):
    """Takes arrows, Enter, Ctrl+Enter and Esc while it has the focus, before the window's commands do."""

    def __init__(self, panel: "HistoryPanel") -> None:
        super().__init__(panel)
        self._panel = panel
        self.setAutoScroll(True)

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._panel.is_own(event):
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._panel.is_own(event):
            super().keyPressEvent(event)
        elif event.key() in _WALKS:
            # The list's own way to walk; QuietList would hand the arrows on.
            super(QuietList, self).keyPressEvent(event)
        else:
            self._panel.press(event)


class HistoryPanel(QWidget):
    """The steps, and what can be done with the current one.

    Signals:
        place_asked: the reader wants to see where this step was made.
        travel_asked: the reader wants everything after this step undone, or redone up to it.
        left: the reader is done.
    """

    place_asked = Signal(object)
    travel_asked = Signal(object)
    left = Signal()

    def __init__(self, theme: Theme, scheme: Scheme, further: Callable[[Past], Past], parent: QWidget | None = None) -> None:
        """Show steps of `scheme`; `further` reads more of the past."""
        super().__init__(parent)
        self.setObjectName("pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.model = HistoryModel(scheme, theme.language, further, self)
        self.list = _List(self)
        self.list.setAccessibleName(self.tr("History"))
        self.list.setModel(self.model)
        self.list.setItemDelegate(_Delegate(theme, scheme, self.model.name_of, self))
        self._head = PaneHead(theme, self.tr("History"))
        self._empty = PlainLabel(self.tr("Nothing was decided here yet."))
        self._empty.setObjectName("importHint")
        self._empty.setFont(theme.ui_font(13))
        self._go = self._button(theme, self.tr("Place   Enter"))
        self._travel = self._button(theme, self.tr("Back to here   Ctrl Enter"))
        row = QHBoxLayout()
        row.setContentsMargins(12, 6, 12, 8)
        row.setSpacing(8)
        row.addWidget(self._go)
        row.addWidget(self._travel)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self._empty)
        column.addWidget(self.list, 1)
        column.addLayout(row)
        self._go.clicked.connect(self._on_go)
        self._travel.clicked.connect(self._on_travel)
        self.list.doubleClicked.connect(self._on_go)
        self.list.selectionModel().currentChanged.connect(self._show_buttons)
        self._show_buttons()

    def show_past(self, past: Past) -> None:
        """Show the past, with the same step current as far as it is still there."""
        before = self.step
        self.model.show(past)
        self._head.set_figure(f"{len(past.steps)}" if past.is_whole else f"{len(past.steps)}+")
        self._empty.setVisible(not past.steps)
        kept = next((i for i, step in enumerate(past.steps) if before is not None and step.id == before.id), 0)
        self.list.setCurrentIndex(self.model.index(kept))
        self._show_buttons()

    @property
    def step(self) -> Step | None:
        """The current step."""
        index = self.list.currentIndex()
        return index.data(_STEP) if index.isValid() else None

    @property
    def steps(self) -> tuple[Step, ...]:
        """The steps read so far, newest first."""
        return self.model.past.steps

    def take_keys(self) -> None:
        """Give the keys to the list."""
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def is_own(self, event: QKeyEvent) -> bool:
        """Say whether a key is the list's."""
        key, modifiers = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in _ENTERS:
            return modifiers in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier}
        return not modifiers and (key in _WALKS or key == Qt.Key.Key_Escape)

    def press(self, event: QKeyEvent) -> None:
        """Do what a key of the list asks for."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._on_travel()
        else:
            self._on_go()

    def _button(self, theme: Theme, words: str) -> QPushButton:
        button = QPushButton(words)
        button.setFont(theme.ui_font(12))
        button.setProperty("isSmall", True)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return button

    def _show_buttons(self) -> None:
        step = self.step
        self._go.setEnabled(step is not None)
        self._travel.setEnabled(step is not None)
        is_undone = step is not None and step.is_undone
        self._travel.setText(self.tr("Forward to here   Ctrl Enter") if is_undone else self.tr("Back to here   Ctrl Enter"))

    def _on_go(self) -> None:
        if self.step is not None:
            self.place_asked.emit(self.step)

    def _on_travel(self) -> None:
        if self.step is not None:
            self.travel_asked.emit(self.step)
