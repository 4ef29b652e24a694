"""The page without a project: a legend to try, what can be done, and the projects opened last."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from annotator.core.fold import Status
from annotator.core.scheme import Scheme
from annotator.session.recent import Recent
from annotator.ui.plain_label import PlainLabel
from annotator.ui.theme import Theme
from annotator.ui.welcome_legend import Legend, words
from annotator.ui.welcome_rows import ActionRow, RecentRow

_BESIDE_FROM = 1180
_DECIDES = {Qt.Key.Key_Space: Status.ACCEPTED, Qt.Key.Key_X: Status.REJECTED}


class Welcome(QWidget):
    """Every row has a key: `D` the sample, digits the projects; Space and `X` decide in the headline, arrows go from row to row.

    Signals:
        open_asked, new_asked, sample_asked: what the person wants.
        chosen: the path of a recent project.
        locate_asked: the path of a recent project that is gone.
        forgotten: the path of a recent project that is to leave the list.
    """

    open_asked = Signal()
    new_asked = Signal()
    sample_asked = Signal()
    chosen = Signal(str)
    locate_asked = Signal(str)
    forgotten = Signal(str)

    def __init__(self, theme: Theme, scheme: Scheme, recent: Sequence[Recent], person: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        self.setStyleSheet(f"QWidget#page, QWidget#welcome {{ background: {theme.surface.paper}; }}")
        self._theme = theme
        self.legend = Legend(theme, scheme, words("Space"))
        self.offers = self._made_offers()
        self.recent = [RecentRow(theme, at, one) for at, one in enumerate(recent, 1)]
        for row in self.recent:
            row.clicked.connect(partial(self._open, row))
        for one in (*self.offers, *self.recent):
            one.stepped.connect(self._step)
        self._lay_out(person)
        self.setFocusProxy(next((row for row in self.recent if not row.recent.is_gone), self.offers[0]))

    def show_recent(self, recent: Sequence[Recent]) -> None:
        """Show what was read of the projects, in the same order."""
        for row, one in zip(self.recent, recent, strict=False):
            row.show_recent(one)

    def _made_offers(self) -> list[ActionRow]:
        rows = (
            (
                words("Try the sample project"),
                words("Invented pages and a tour of one article: about a minute, Esc leaves it"),
                "D",
                self.sample_asked,
            ),
            (words("New project"), words("Where it lies, its labels, your name"), "Ctrl N", self.new_asked),
            (words("Open a project or task"), words("A file that ends in .annot; it can be dropped here too"), "Ctrl O", self.open_asked),
        )
        made = []
        for title, about, key, signal in rows:
            row = ActionRow(self._theme, title, about, key)
            row.clicked.connect(signal)
            made.append(row)
        return made

    def _lay_out(self, person: str) -> None:
        left, right = QVBoxLayout(), QVBoxLayout()
        for side in (left, right):
            # Layouts inside another take its spacing for theirs.
            side.setSpacing(0)
        left.addWidget(self.legend)
        left.addSpacing(36)
        for row in self.offers:
            left.addWidget(row)
        left.addStretch(1)
        if self.recent:
            right.addWidget(self._head())
            for recent in self.recent:
                right.addWidget(recent)
        right.addStretch(1)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(64)
        self._columns.addLayout(left, 6)
        self._columns.addLayout(right, 5 if self.recent else 0)
        sheet = QWidget()
        sheet.setObjectName("welcome")
        self._sheet = QVBoxLayout(sheet)
        self._sheet.addStretch(2)
        self._sheet.addLayout(self._columns)
        self._sheet.addStretch(3)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(sheet)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(scroll, 1)
        column.addWidget(self._foot(person))

    def _head(self) -> QWidget:
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(12, 0, 12, 6)
        row.addWidget(self._text(words("Opened before"), 13, bold=True))
        row.addStretch(1)
        row.addWidget(self._text(words("a digit opens"), 12, quiet=True))
        return head

    def _foot(self, person: str) -> QWidget:
        foot = QWidget()
        foot.setObjectName("importFoot")
        foot.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(foot)
        row.setContentsMargins(40, 8, 40, 8)
        row.addWidget(self._text(words("You are {name}").format(name=person), 12, quiet=True))
        row.addStretch(1)
        row.addWidget(self._text(words("Everything stays on this computer") + "    ·    ?  " + words("all keys"), 12, quiet=True))
        return foot

    def _text(self, text: str, pixels: int, *, bold: bool = False, quiet: bool = False) -> QLabel:
        label = PlainLabel(text)
        label.setFont(self._theme.ui_font(pixels, bold=bold))
        if quiet:
            label.setObjectName("meta")
        return label

    def _open(self, row: RecentRow) -> None:
        (self.locate_asked if row.recent.is_gone else self.chosen).emit(str(row.recent.path))

    def _step(self, step: int) -> None:
        rows = [*self.offers, *self.recent]
        at = next((i for i, row in enumerate(rows) if row.hasFocus()), 0)
        rows[(at + step) % len(rows)].setFocus(Qt.FocusReason.TabFocusReason)

    def _press(self, key: int) -> bool:
        """Do what a key means here; say whether it means anything."""
        number = key - Qt.Key.Key_1
        if key in _DECIDES:
            self.legend.decide(_DECIDES[Qt.Key(key)])
        elif key == Qt.Key.Key_D:
            self.sample_asked.emit()
        elif key == Qt.Key.Key_J:
            self._step(1)
        elif key == Qt.Key.Key_K:
            self._step(-1)
        elif 0 <= number < len(self.recent):
            self._open(self.recent[number])
        elif key == Qt.Key.Key_Delete:
            row = next((row for row in self.recent if row.hasFocus()), None)
            if row is None:
                return False
            self.forgotten.emit(str(row.recent.path))
        else:
            return False
        return True

    @override
    def event(self, event: QEvent) -> bool:
        # Keys of a page without a project mean nothing to the window yet.
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() in _DECIDES
            and not event.modifiers()
        ):
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        has_modifier = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if has_modifier or not self._press(event.key()):
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_wide = self.width() >= _BESIDE_FROM
        self._columns.setDirection(QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom)
        margin = 120 if is_wide else 48
        self._sheet.setContentsMargins(margin, 24, margin, 24)
