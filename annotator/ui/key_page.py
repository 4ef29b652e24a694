"""The page on which the reader gives commands other keys."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from annotator.session.keymap import FIXED, Clash, Keymap, Owner
from annotator.ui.commands import Command, words
from annotator.ui.field import Field
from annotator.ui.key_list import LINE, KeyDelegate, KeyModel, Line
from annotator.ui.key_names import is_whole, pressed
from annotator.ui.key_sheet import shown_key
from annotator.ui.plain_label import PlainLabel
from annotator.ui.quiet_list import QuietList
from annotator.ui.theme import Theme

_WIDE = 760
_WALKS = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End})
_ENTERS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class _List(QuietList):
    """Hands every key to the page before the window's commands take it."""

    def __init__(self, page: "KeyPage") -> None:
        super().__init__(page)
        self._page = page
        self.setAutoScroll(True)

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._page.is_own(event):
            event.accept()
            return True
        return super().event(event)

    @override
    def focusNextPrevChild(self, is_next: bool) -> bool:
        # While a key is waited for, Tab is a key like others, and is refused like others.
        return False if self._page.is_waiting else super().focusNextPrevChild(is_next)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._page.is_own(event):
            self._page.press(event)
        elif event.key() in _WALKS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super(QuietList, self).keyPressEvent(event)
        else:
            event.ignore()


class KeyPage(QWidget):
    """All commands with their keys. Enter waits for the new key; a key in use is taken only when Enter says so.

    Signals:
        changed: the keymap as it is now.
        left: the reader is done.
    """

    changed = Signal(object)
    left = Signal()

    def __init__(
        self,
        theme: Theme,
        commands: Sequence[Command],
        keymap: Keymap,
        labels: Mapping[str, tuple[str, str]],
        parent: QWidget | None = None,
    ) -> None:
        """Show `commands` with the keys of `keymap`; `labels` are the keys of labels with their ids and names."""
        super().__init__(parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self._commands = [command for command in commands if command.id not in FIXED]
        self._labels = labels
        self._clash: Clash | None = None
        self.keymap = keymap
        self.is_waiting = False
        self.field = Field()
        self.field.setFont(theme.ui_font(13))
        self.field.setPlaceholderText(self.tr("Filter: command or key"))
        self.field.setAccessibleName(self.tr("Filter: command or key"))
        self.field.setClearButtonEnabled(True)
        self.model = KeyModel(self)
        self.list = _List(self)
        self.list.setAccessibleName(self.tr("Commands and their keys"))
        self.list.setModel(self.model)
        self.list.setItemDelegate(KeyDelegate(theme, self.tr("changed"), self))
        self._message = PlainLabel()
        self._message.setObjectName("keyMessage")
        self._message.setFont(theme.ui_font(13))
        self._message.setWordWrap(True)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.field)
        self._show_lines()
        self._stop_waiting()

    # Laying out

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header())
        inner = QWidget()
        inner.setMaximumWidth(_WIDE)
        rows = QVBoxLayout(inner)
        rows.setContentsMargins(16, 12, 16, 12)
        rows.setSpacing(8)
        rows.addWidget(self.field)
        rows.addWidget(self.list, 1)
        rows.addWidget(self._message)
        rows.addLayout(self._buttons())
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(inner, 100)
        row.addStretch(1)
        column.addLayout(row, 1)

    def _header(self) -> QWidget:
        bar = QWidget()
        bar.setObjectName("importHead")
        bar.setFixedHeight(44)
        row = QHBoxLayout(bar)
        row.setContentsMargins(16, 0, 12, 0)
        name = PlainLabel(self.tr("Keys"))
        name.setFont(self._theme.ui_font(16, bold=True))
        row.addWidget(name, 1)
        row.addWidget(self._button(self.tr("Back   Esc"), self.left.emit))
        return bar

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(self._button(self.tr("Another key   Enter"), self.wait))
        row.addWidget(self._button(self.tr("No key   Backspace"), self._clear))
        row.addWidget(self._button(self.tr("Usual key   Del"), self._reset))
        row.addStretch(1)
        row.addWidget(self._button(self.tr("All usual keys   Ctrl Del"), self._reset_all))
        return row

    def _button(self, text: str, act: object) -> QPushButton:
        button = QPushButton(text)
        button.setFont(self._theme.ui_font(12))
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(act)
        return button

    def _connect(self) -> None:
        self.field.textChanged.connect(self._show_lines)
        self.field.returnPressed.connect(self._on_entered)
        self.field.escaped.connect(self.left)
        self.field.installEventFilter(self)
        self.list.doubleClicked.connect(self.wait)
        self.list.selectionModel().currentChanged.connect(self._stop_waiting)

    # What is shown

    @property
    def message(self) -> str:
        """The sentence under the list."""
        return self._message.text()

    @property
    def line(self) -> Line | None:
        """The current line."""
        index = self.list.currentIndex()
        return index.data(LINE) if index.isValid() else None

    def _show_lines(self) -> None:
        before = self.line
        wanted = self.field.text().strip().casefold()
        every = [self._line(command) for command in self._commands]
        lines = [line for line in every if wanted in f"{line.text} {line.menu} {line.keys}".casefold()]
        self.model.show(lines)
        at = next((i for i, line in enumerate(lines) if before is not None and line.command == before.command), 0)
        self.list.setCurrentIndex(self.model.index(at) if lines else QModelIndex())

    def _line(self, command: Command) -> Line:
        keys = " · ".join(dict.fromkeys(shown_key(key) for key in self.keymap.keys(command.id)))
        return Line(command.id, words(command.text), words(command.menu), keys, self.keymap.is_usual(command.id))

    # Changing

    def wait(self) -> None:
        """Wait for the new key of the current command."""
        line = self.line
        if line is not None:
            self.is_waiting, self._clash = True, None
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
            self._say(self.tr("Press the new key for “{command}”. Esc leaves it as it is.").format(command=line.text))

    def is_own(self, event: QKeyEvent) -> bool:
        """Say whether the page, not the window, answers a key of the list."""
        return self.is_waiting or Qt.Key(event.key()) in {*_ENTERS, Qt.Key.Key_Escape, Qt.Key.Key_Delete, Qt.Key.Key_Backspace}

    def press(self, event: QKeyEvent) -> None:
        """Take a key of the list."""
        key = Qt.Key(event.key())
        if self.is_waiting:
            self._take(event)
        elif key in _ENTERS:
            self.wait()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key == Qt.Key.Key_Backspace:
            self._clear()
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._reset_all()
        else:
            self._reset()

    def _take(self, event: QKeyEvent) -> None:
        line = self.line
        if line is None or not is_whole(event):
            return
        clash, key = self._clash, pressed(event)
        if key == "Esc":
            self._stop_waiting()
            return
        if clash is not None and clash.owner is Owner.COMMAND and key in {"Return", "Enter"}:
            key = clash.key
        else:
            self._clash = self.keymap.clash(key, line.command, {key: name for key, (name, _) in self._labels.items()})
            if self._clash is not None:
                self._say(self._clash_words(self._clash), is_wrong=True)
                return
        self._change(self.keymap.bound(line.command, key))

    def _clash_words(self, clash: Clash) -> str:
        key = shown_key(clash.key)
        if clash.owner is Owner.COMMAND:
            other = next(command for command in self._commands if command.id == clash.name) if clash.name not in FIXED else None
            name = words(other.text) if other is not None else clash.name
            return self.tr("{key} belongs to “{command}”. Enter takes it from there; or press another key. Esc leaves it as it is.").format(
                key=key, command=name
            )
        if clash.owner is Owner.LABEL:
            name = next((name for label, name in self._labels.values() if label == clash.name), clash.name)
            template = self.tr("{key} is the key of the label “{label}”. Press another key; Esc leaves it as it is.")
            return template.format(key=key, label=name)
        reasons = {
            Owner.INPUT_METHOD: self.tr("{key} switches Chinese input methods. Press another key; Esc leaves it as it is."),
            Owner.DRIVER: self.tr("{key} turns the screen on some computers. Press another key; Esc leaves it as it is."),
            Owner.SYSTEM: self.tr("{key} belongs to the system or to lists and fields. Press another key; Esc leaves it as it is."),
        }
        return reasons[clash.owner].format(key=key)

    def _clear(self) -> None:
        if self.line is not None:
            self._change(self.keymap.bound(self.line.command, ""))

    def _reset(self) -> None:
        if self.line is not None:
            self._change(self.keymap.reset(self.line.command))

    def _reset_all(self) -> None:
        self._change(Keymap(self.keymap.usual))

    def _change(self, keymap: Keymap) -> None:
        is_other = keymap != self.keymap
        self.keymap = keymap
        self._show_lines()
        self._stop_waiting()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        if is_other:
            self.changed.emit(keymap)

    def _stop_waiting(self) -> None:
        self.is_waiting, self._clash = False, None
        count = len(self.keymap.changed)
        plain = self.tr("Lists, fields and pages have keys of their own besides, which stay.")
        self._say(self.tr("{count} commands have other keys than usual.").format(count=count) + " " + plain if count else plain)

    def _say(self, sentence: str, *, is_wrong: bool = False) -> None:
        self._message.setProperty("isWrong", is_wrong)
        self._message.style().unpolish(self._message)
        self._message.style().polish(self._message)
        self._message.setText(sentence)

    def _on_entered(self) -> None:
        if self.model.lines:
            self.wait()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # What a field has no use for never reaches the page.
        is_down = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Down
        if watched is self.field and is_down:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        return super().eventFilter(watched, event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
