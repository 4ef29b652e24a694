"""The main window: lays out what others build, and turns keys into commands."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QByteArray, Qt, Signal
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QDockWidget, QLabel, QMainWindow, QSizePolicy, QStatusBar, QVBoxLayout, QWidget
from typing_extensions import override

from annotator.core.scheme import Scheme
from annotator.ui.commands import COMMANDS, MENUS, words
from annotator.ui.header import Header
from annotator.ui.status_line import StatusLine
from annotator.ui.theme import Theme

_SHIFTED = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


@dataclass(frozen=True, slots=True)
class Panes:
    """What the window shows of a project. `reading` takes the focus."""

    left: QWidget
    centre: QWidget
    right: QWidget
    below_right: QWidget
    reading: QWidget


class MainWindow(QMainWindow):
    """Menus, docks, status line.

    Signals:
        files_dropped: paths that were dropped on the window.
        closed: the window was closed by the person.
    """

    files_dropped = Signal(list)
    closed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.resize(1440, 900)
        self.setMinimumSize(760, 480)
        self.setAcceptDrops(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.status_line = StatusLine(theme)
        self._banner = QLabel()
        self._banner.setObjectName("banner")
        self._banner.setFont(theme.ui_font(13))
        self._banner.setWordWrap(True)
        self._banner.hide()
        self._page: QWidget | None = None
        self._cover: QWidget | None = None
        self.covered_by = ""
        self._person = ""
        self._centre = QWidget()
        self._column = QVBoxLayout(self._centre)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._banner)
        bar = QStatusBar()
        bar.setSizeGripEnabled(False)
        bar.setContentsMargins(0, 0, 0, 0)
        bar.addWidget(self.status_line, 1)
        self.setStatusBar(bar)
        self.setCentralWidget(self._centre)
        self._docks: list[QDockWidget] = []
        self._actions: dict[str, QAction] = {}
        self._by_key: dict[str, QAction] = {}
        self._label_actions: list[QAction] = []
        self.header = Header(theme)
        self.setMenuWidget(self.header)
        self.setCorner(Qt.Corner.BottomLeftCorner, Qt.DockWidgetArea.LeftDockWidgetArea)
        self.setCorner(Qt.Corner.BottomRightCorner, Qt.DockWidgetArea.RightDockWidgetArea)

    def set_handlers(self, handlers: Mapping[str, Callable[[], None]]) -> None:
        """Make menus and shortcuts of the command table, each calling its handler.

        Raises:
            KeyError: a command has no handler.
        """
        menus = {name: self.header.menus.addMenu(words(name)) for name in MENUS}
        for command in COMMANDS:
            action = QAction(words(command.text), self)
            action.setShortcuts([QKeySequence(key) for key in command.keys])
            action.setAutoRepeat(command.repeats)
            action.triggered.connect(_Call(handlers[command.id]))
            menus[command.menu].addAction(action)
            self.addAction(action)
            self._actions[command.id] = action
            self._by_key |= {_name(QKeySequence(key)): action for key in command.keys}
        self.header.add_workspaces([(command.id, self._actions[command.id]) for command in COMMANDS if command.is_workspace])

    def command(self, name: str) -> QAction:
        """Return the action of a command of the table."""
        return self._actions[name]

    def set_labels(self, scheme: Scheme | None, choose: Callable[[str], None]) -> None:
        """Give every label of the scheme its key."""
        for action in self._label_actions:
            self.removeAction(action)
            action.deleteLater()
        self._label_actions = []
        self._by_key = {key: action for key, action in self._by_key.items() if action in self._actions.values()}
        for label in scheme.labels if scheme is not None else ():
            if label.key:
                action = QAction(label.id, self)
                action.setShortcut(QKeySequence(label.key))
                action.setAutoRepeat(False)
                action.triggered.connect(_Call(choose, label.id))
                self.addAction(action)
                self._label_actions.append(action)
                self._by_key[_name(QKeySequence(label.key))] = action

    def show_page(self, page: QWidget) -> None:
        """Fill the window with one page, without panes."""
        self._show(page, is_desk=False)
        page.setFocus()

    def show_panes(self, panes: Panes, person: str) -> None:
        """Show a project on which `person` works: the article in the middle, panes at the sides."""
        self._person = person
        self._show(panes.centre, is_desk=True)
        left = Qt.DockWidgetArea.LeftDockWidgetArea
        right = Qt.DockWidgetArea.RightDockWidgetArea
        for name, widget, area in (
            ("articles", panes.left, left),
            ("candidates", panes.right, right),
            ("labels", panes.below_right, right),
        ):
            dock = QDockWidget(self)
            dock.setObjectName(name)
            dock.setTitleBarWidget(QWidget(dock))
            dock.setWidget(widget)
            dock.setFeatures(QDockWidget.DockWidgetFeature.NoDockWidgetFeatures)
            self.addDockWidget(area, dock)
            self._docks.append(dock)
        self.resizeDocks(self._docks[:2], [248, 336], Qt.Orientation.Horizontal)
        self.resizeDocks(self._docks[1:], [470, 360], Qt.Orientation.Vertical)
        panes.reading.setFocus(Qt.FocusReason.OtherFocusReason)

    def cover(self, page: QWidget, *, name: str, keeps: frozenset[str] = frozenset()) -> None:
        """Show `page` over the desk, which waits beneath; of the commands that need a project only those in `keeps` stay.

        `covered_by` is then `name`. Where that is a workspace, the way to the others stays open.
        """
        self.uncover()
        self._cover, self.covered_by = page, name
        page.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._column.insertWidget(1, page, 1)
        self._show_desk(is_shown=False, keeps=keeps)
        page.setFocus(Qt.FocusReason.OtherFocusReason)

    def uncover(self) -> None:
        """Take the page over the desk away; without one nothing happens."""
        if self._cover is not None:
            self._column.removeWidget(self._cover)
            self._cover.hide()
            self._cover.deleteLater()
            self._cover, self.covered_by = None, ""
            self._show_desk(is_shown=True)

    def _show_desk(self, *, is_shown: bool, keeps: frozenset[str] = frozenset()) -> None:
        for widget in (*self._docks, self._page, self.statusBar()):
            if widget is not None:
                widget.setVisible(is_shown)
        is_in_workspace = any(command.is_workspace and command.id == self.covered_by for command in COMMANDS)
        for command in COMMANDS:
            stays = command.id in keeps or (command.is_workspace and is_in_workspace)
            self._actions[command.id].setEnabled(is_shown or not command.needs_project or stays)
        for action in self._label_actions:
            action.setEnabled(is_shown)
        self.header.show_workspace(self.covered_by or "desk")

    def set_theme(self, theme: Theme) -> None:
        """Look otherwise; the panes of a project are made anew by whoever asks for this."""
        self.setStyleSheet(theme.style_sheet())
        self.status_line.set_theme(theme)

    def warn(self, sentence: str) -> None:
        """Show a sentence across the top until it is solved; an empty one clears it."""
        self._banner.setText(sentence)
        self._banner.setVisible(bool(sentence))

    def layout_state(self) -> QByteArray:
        """Return size and place of the window."""
        return self.saveGeometry()

    def _show(self, page: QWidget, *, is_desk: bool) -> None:
        self.uncover()
        for dock in self._docks:
            self.removeDockWidget(dock)
            dock.deleteLater()
        self._docks = []
        if self._page is not None:
            self._column.removeWidget(self._page)
            self._page.deleteLater()
        self._page = page
        page.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._column.insertWidget(1, page, 1)
        self.statusBar().setVisible(is_desk)
        self.header.show_project(is_open=is_desk, person=self._person)
        self.header.show_workspace("desk")
        for command in COMMANDS:
            self._actions[command.id].setEnabled(is_desk or not command.needs_project)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Shortcuts reach an active window; this serves one that is not (yet), and keys without a Latin layout.
        action = self._by_key.get(_pressed(event))
        if action is None or not action.isEnabled() or (event.isAutoRepeat() and not action.autoRepeat()):
            super().keyPressEvent(event)
        else:
            action.trigger()

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        self.files_dropped.emit([url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()])

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()


class _Call:
    """Calls a function without the `checked` that `triggered` passes."""

    def __init__(self, function: Callable[..., None], *arguments: str) -> None:
        self._function = function
        self._arguments = arguments

    def __call__(self) -> None:
        self._function(*self._arguments)


def _name(sequence: QKeySequence) -> str:
    return sequence.toString(QKeySequence.SequenceFormat.PortableText)


def _pressed(event: QKeyEvent) -> str:
    """Name the key of an event as the command table does; a mark like ? needs Shift on most keyboards and means itself."""
    text = event.text()
    modifiers = event.modifiers()
    if text and text.isprintable() and not text.isalnum() and text != " " and not modifiers & ~_SHIFTED:
        return _name(QKeySequence(text))
    key = event.keyCombination() if not modifiers & Qt.KeyboardModifier.KeypadModifier else event.key()
    return _name(QKeySequence(key))
