"""The pane under the article in which the same mentions are ticked and decided."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QListView, QVBoxLayout, QWidget
from typing_extensions import override

from annotator.core.scheme import Scheme
from annotator.session.same import REJECT, Doubt, Elsewhere, Place, Subject, Verdict
from annotator.ui.pane import PaneHead
from annotator.ui.plain_label import PlainLabel
from annotator.ui.quiet_list import QuietList
from annotator.ui.same_list import LINE, Line, SameDelegate, SameModel, line_elsewhere, line_of
from annotator.ui.theme import Theme

_MOST = 8
_ROW = 28
_TICKS = 40
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_J: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_K: -1}
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class SameList(QWidget):
    """Space ticks, J and K step, Enter decides, Esc leaves; while the mention is open, X rejects and a label's key labels.

    Signals:
        stepped: this place is the current one (None: the row of other articles).
        decided: the verdict.
        left: the reader is done.
    """

    stepped = Signal(object)
    decided = Signal(object)
    left = Signal()

    def __init__(self, theme: Theme, scheme: Scheme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self._scheme = scheme
        self._places: tuple[Place, ...] = ()
        self._others: tuple[Elsewhere, ...] = ()
        self._verdict: Verdict | None = None
        self._is_open = False
        self._head = PaneHead(theme, "")
        self._model = SameModel(self)
        self._list = _TickList()
        self._list.setAccessibleName(self.tr("Same mentions"))
        self._list.setModel(self._model)
        self._list.setItemDelegate(SameDelegate(theme, self))
        self._hints = PlainLabel()
        self._hints.setObjectName("meta")
        self._hints.setFont(theme.ui_font(12))
        self._hints.setContentsMargins(16, 5, 16, 7)
        self._hints.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self._list)
        column.addWidget(self._hints)
        self._list.selectionModel().currentChanged.connect(self._on_current_changed)
        self._list.ticked.connect(self._on_ticked)
        self._list.key_pressed.connect(self._on_key)
        self.hide()

    @property
    def chosen(self) -> list[Place]:
        """The places that are ticked."""
        return [place for row, place in enumerate(self._places) if row in self._model.ticked]

    @property
    def kept(self) -> list[Place]:
        """The places that are not ticked."""
        return [place for row, place in enumerate(self._places) if row not in self._model.ticked]

    @property
    def others(self) -> tuple[Elsewhere, ...]:
        """The other articles, if their row is ticked."""
        return self._others if len(self._places) in self._model.ticked else ()

    @property
    def states(self) -> list[str]:
        """What every row says of its place."""
        rows = (self._model.index(row, 0).data(LINE) for row in range(self._model.rowCount()))
        return [row.state for row in rows if isinstance(row, Line)]

    def ask(self, subject: Subject, places: Sequence[Place], verdict: Verdict | None, text: str) -> None:
        """List `places` of `text`; `verdict` is what Enter decides (None: a label key has to say)."""
        self._places, self._others = tuple(places), ()
        self._is_open = subject.item is None or not subject.item.is_decided
        self._verdict = verdict
        lines = [line_of(place, text, self._scheme, self._theme.language) for place in places]
        self._model.show(lines, frozenset(row for row, place in enumerate(places) if place.doubt is Doubt.NONE))
        self._head.set_name(self.tr("Same mentions: “{surface}”").format(surface=subject.surface.replace("\n", "")))
        self._hints.setText(self._hint())
        self._fit()
        self._count()
        self.show()
        # Lent: the article keeps its caret and what is selected.
        self._list.setFocus(Qt.FocusReason.PopupFocusReason)
        first = next((row for row, place in enumerate(places) if place.is_subject), 0)
        self._list.setCurrentIndex(self._model.index(first, 0))

    def show_elsewhere(self, others: Sequence[Elsewhere]) -> None:
        """Offer other articles in a row of its own, not ticked."""
        if others and not self._others and self.isVisible():
            self._others = tuple(others)
            self._model.append(line_elsewhere(others))
            self._fit()
            if not self._list.currentIndex().isValid():
                self._list.setCurrentIndex(self._model.index(0, 0))

    @property
    def _may_reject(self) -> bool:
        """Plain words are nothing to reject."""
        return self._is_open and any(place.items for place in self._places)

    def _fit(self) -> None:
        rows = min(max(self._model.rowCount(), 1), _MOST)
        self._list.setFixedHeight(rows * _ROW + 4)

    def _count(self) -> None:
        words = self.tr("{count} of {all} ticked").format(count=len(self.chosen), all=len(self._places))
        self._head.set_figure(words)

    def _hint(self) -> str:
        hints = [self.tr("Enter {verdict}").format(verdict=self._verdict_words(self._verdict))] if self._verdict is not None else []
        if self._is_open:
            hints += [self.tr("X reject")] if self._may_reject else []
            hints.append(self.tr("label key: that label"))
        return "   ".join((*hints, self.tr("Space tick"), self.tr("J K step"), self.tr("Esc back")))

    def _verdict_words(self, verdict: Verdict) -> str:
        if verdict == REJECT:
            return self.tr("reject")
        label = self._scheme.label(verdict.label)
        return self.tr("label as {name}").format(name=label.name.get(self._theme.language) if label is not None else verdict.label)

    def _on_current_changed(self, index: QModelIndex) -> None:
        self._list.scrollTo(index, QListView.ScrollHint.EnsureVisible)
        if index.isValid():
            self.stepped.emit(self._places[index.row()] if index.row() < len(self._places) else None)

    def _on_ticked(self, row: int) -> None:
        self._model.toggle(row)
        self._count()

    def _on_key(self, event: QKeyEvent) -> None:
        key, row = Qt.Key(event.key()), self._list.currentIndex().row()
        label = self._scheme.by_key(event.text()) if len(event.text()) == 1 else None
        if key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key == Qt.Key.Key_Space and row >= 0:
            self._on_ticked(row)
        elif key in _STEPS:
            to = row + _STEPS[key]
            if 0 <= to < self._model.rowCount():
                self._list.setCurrentIndex(self._model.index(to, 0))
        elif key in _ENTER and self._verdict is not None:
            self.decided.emit(self._verdict)
        elif key == Qt.Key.Key_X and self._may_reject:
            self.decided.emit(REJECT)
        elif label is not None and self._is_open:
            self.decided.emit(Verdict(label.id))


class _TickList(QuietList):
    """While it has the focus, single keys are its own and reach no command of the window."""

    ticked = Signal(int)
    key_pressed = Signal(QKeyEvent)

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and not event.modifiers() & _COMMANDS:
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() & _COMMANDS:
            event.ignore()
            return
        self.key_pressed.emit(event)
        event.accept()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        point: QPoint = event.position().toPoint()
        index = self.indexAt(point)
        if index.isValid() and point.x() < _TICKS:
            self.ticked.emit(index.row())
