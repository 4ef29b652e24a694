"""A line under the article to find words in it."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from annotator.ui.field import Field
from annotator.ui.plain_label import PlainLabel
from annotator.ui.theme import Theme

_ROOMY = 560
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class FindBar(QWidget):
    """Enter goes to the next match, Shift+Enter to the one before, Tab into the article, Esc leaves.

    Signals:
        changed: what is looked for.
        stepped: the next (1) or previous (-1) match is wanted.
        entered: the reader wants the article's keys; the matches stay.
        left: the reader is done.
    """

    changed = Signal(str)
    stepped = Signal(int)
    entered = Signal()
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        name = PlainLabel(self.tr("Find"))
        name.setFont(theme.ui_font(12, bold=True))
        self.field = Field()
        self.field.setFont(theme.ui_font(13))
        self.field.setAccessibleName(self.tr("Find in the article"))
        self.field.setPlaceholderText(self.tr("Column breaks, widths and quotation marks are looked through"))
        self.field.setMaxLength(200)
        self._count, self._where = PlainLabel(), PlainLabel()
        self._hints = PlainLabel(self.tr("Enter next   Tab into the article   Esc back"))
        for label in (self._count, self._where, self._hints):
            label.setFont(theme.ui_font(12))
        self._where.setObjectName("meta")
        self._hints.setObjectName("meta")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 16, 6)
        row.setSpacing(12)
        row.addWidget(name)
        row.addWidget(self.field, 1)
        row.addWidget(self._count)
        row.addWidget(self._where)
        row.addWidget(self._hints)
        self.field.textChanged.connect(self.changed)
        self.field.escaped.connect(self._on_escaped)
        self.field.installEventFilter(self)
        self.hide()

    @property
    def sentence(self) -> str:
        """What the bar says of the matches."""
        return " · ".join(label.text() for label in (self._count, self._where) if label.text())

    def ask(self, words: str) -> None:
        """Let the reader type, beginning with `words`."""
        self.field.setText(words)
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def show_count(self, current: int, of: int, *, hidden: int, is_hidden: bool) -> None:
        """Say which match is the current one (from 0), and how many stand in folded repeats, perhaps this one too."""
        self._count.setText(f"{current + 1}/{of}" if of else self.tr("not found") if self.field.text() else "")
        folded = self.tr("in a folded repeat, Ctrl+R shows it") if is_hidden else self.tr("{count} in folded repeats").format(count=hidden)
        self._where.setText(folded if hidden else "")

    def _on_escaped(self) -> None:
        self.left.emit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        # In a narrow window the words that are looked for need the room.
        self._hints.setVisible(event.size().width() >= _ROOMY)
        super().resizeEvent(event)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is not self.field or not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        key, is_back = Qt.Key(event.key()), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        # F3 too: what a field has no use for never reaches the window.
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F3}:
            self.stepped.emit(-1 if is_back else 1)
        elif key in _STEPS:
            self.stepped.emit(_STEPS[key])
        elif key == Qt.Key.Key_Tab:
            self.entered.emit()
        else:
            return super().eventFilter(watched, event)
        return True
