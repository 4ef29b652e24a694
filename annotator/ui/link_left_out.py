"""What rulings left out of the open article: each place with the ruling, and the keys that mark it all the same."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from annotator.core.scheme import Scheme
from annotator.project.evidence import LeftOut, Rule
from annotator.ui.link_popup import Popup, PopupRow
from annotator.ui.quiet_list import QuietList
from annotator.ui.theme import Theme

_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_K: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_J: 1, Qt.Key.Key_PageUp: -9, Qt.Key.Key_PageDown: 9}
_BEFORE, _AFTER = 5, 8
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


Where = Callable[[int, int], QRect]


def _nowhere(_start: int, _end: int) -> QRect:
    return QRect()


class _Rows(QuietList):
    """A list whose keys are its own.

    Signals:
        stepped: so many lines further.
        taken: the current line is wanted, with the label on this key (empty: with its own).
        escaped: Esc was pressed.
        abandoned: the focus went elsewhere in the window.
    """

    stepped = Signal(int)
    taken = Signal(str)
    escaped = Signal()
    abandoned = Signal()

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and not event.modifiers() & _COMMANDS:
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if event.modifiers() & _COMMANDS:
            super().keyPressEvent(event)
            return
        if key == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif key in _STEPS:
            self.stepped.emit(_STEPS[key])
        elif key in _ENTER:
            self.taken.emit("")
        elif event.text().strip():
            self.taken.emit(event.text())
        event.accept()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in {Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason}:
            self.abandoned.emit()


class LeftOutList(Popup):
    """Enter marks the place with the label it would have had, a label key with that label; Esc leaves.

    Signals:
        looked_at: the reader stands on the place `[start, end)` of the article's text.
        wanted: mark `[start, end)` with this label.
        left: the reader is done.
    """

    looked_at = Signal(int, int)
    wanted = Signal(int, int, str)
    left = Signal()

    def __init__(self, theme: Theme, scheme: Scheme, page: QWidget) -> None:
        rows = _Rows()
        super().__init__(theme, scheme, rows, page)
        self._scheme = scheme
        self._places: list[LeftOut] = []
        self._rulings: Mapping[str, Rule] = {}
        self._text = ""
        self._where: Where = _nowhere
        self.title.setText(self.tr("Left out by rulings"))
        self.keys.setText("   ".join((self.tr("↑ ↓ choose"), self.tr("Enter or a label key marks it"), self.tr("Esc leaves"))))
        rows.setAccessibleName(self.title.text())
        rows.stepped.connect(self._on_stepped)
        rows.taken.connect(self._on_taken)
        rows.escaped.connect(self._on_left)
        rows.abandoned.connect(self.hide)
        rows.clicked.connect(self._on_clicked)

    def show_places(self, places: Sequence[LeftOut], rulings: Mapping[str, Rule], text: str, where: Where) -> None:
        """List `places` of the article's `text` in its order, each with its ruling; call `show_beside` next.

        `where` returns the rectangle of a range of the text on the page, once the reader looks at it.
        """
        self._places, self._rulings, self._text, self._where = list(places), rulings, text, where
        self._fill(0)

    def take_focus(self) -> None:
        """Give the keys to the list."""
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._look()

    def _fill(self, current: int) -> None:
        self.show_rows([self._row(place) for place in self._places], current)

    def _row(self, place: LeftOut) -> PopupRow:
        ruling = self._rulings.get(place.veto)
        before, after = self._text[max(0, place.start - _BEFORE) : place.start], self._text[place.end : place.end + _AFTER]
        return PopupRow(
            "".join(place.surface.split()),
            ruling.title if ruling is not None else place.veto,
            place.label,
            before="".join(before.rpartition("\n\n")[2].split()),
            after="".join(after.partition("\n\n")[0].split()),
        )

    def _look(self) -> None:
        if 0 <= self.current < len(self._places):
            place = self._places[self.current]
            self.looked_at.emit(place.start, place.end)
            self.keep_clear_of(self._where(place.start, place.end))

    def _on_stepped(self, by: int) -> None:
        self.step(by)
        self._look()

    def _on_clicked(self, index: QModelIndex) -> None:
        self.go_to(index.row())
        self._look()

    def _on_taken(self, key: str) -> None:
        at = self.current
        chosen = self._scheme.by_key(key) if key else None
        if not 0 <= at < len(self._places) or (key and chosen is None):
            return
        place = self._places.pop(at)
        self.wanted.emit(place.start, place.end, chosen.id if chosen is not None else place.label)
        if self._places:
            self._fill(min(at, len(self._places) - 1))
            self._look()
        else:
            self._on_left()

    def _on_left(self) -> None:
        self.hide()
        self.left.emit()
