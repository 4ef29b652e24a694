"""The main window: lays out what others build, and turns keys into commands."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QByteArray, QCoreApplication, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QMainWindow,
    QSizePolicy,
    QStatusBar,
    QToolBar,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from annotator.core.scheme import Scheme
from annotator.session.translating import QT_TRANSLATE_NOOP
from annotator.ui.commands import COMMANDS, MENUS, words
from annotator.ui.docks import Docks, Pane
from annotator.ui.header import Header
from annotator.ui.key_names import name_of, pressed
from annotator.ui.key_sheet import shown_key
from annotator.ui.pane_round import panes_in_order, step_round
from annotator.ui.plain_label import PlainLabel
from annotator.ui.status_line import StatusLine
from annotator.ui.theme import Theme


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
        uncovered: the page that covered the desk is gone.
    """

    files_dropped = Signal(list)
    closed = Signal()
    uncovered = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.resize(1440, 900)
        self.setMinimumSize(760, 480)
        self.setAcceptDrops(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.status_line = StatusLine(theme)
        self._banner = PlainLabel()
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
        self.docks = Docks(self, theme)
        self._reading: QWidget | None = None
        self._actions: dict[str, QAction] = {}
        self._keys: dict[str, tuple[str, ...]] = {}
        self._by_key: dict[str, QAction] = {}
        self._label_actions: list[QAction] = []
        self.header = Header(theme)
        self.setMenuWidget(self.header)
        self.toolbar = self._toolbar(theme)
        self._has_toolbar = False
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
            action.setAutoRepeat(command.repeats)
            action.triggered.connect(_Call(handlers[command.id]))
            menus[command.menu].addAction(action)
            self.addAction(action)
            self._actions[command.id] = action
            if command.in_toolbar:
                self.toolbar.addAction(action)
        self.set_keys({command.id: command.keys for command in COMMANDS})
        self.header.palette_asked.connect(self._actions["palette"].trigger)
        self.header.add_workspaces([(command.id, self._actions[command.id]) for command in COMMANDS if command.is_workspace])

    def command(self, name: str) -> QAction:
        """Return the action of a command of the table."""
        return self._actions[name]

    def set_keys(self, keys: Mapping[str, tuple[str, ...]]) -> None:
        """Give the commands these keys, in menus, on buttons and everywhere."""
        before, self._keys = self._keys, dict(keys)
        for name in (name for name in self._actions if keys[name] != before.get(name)):
            action, first = self._actions[name], self.first_key(name)
            action.setShortcuts([QKeySequence(key) for key in keys[name]])
            action.setToolTip(f"{action.text()}   {first}" if first else action.text())
        if self._keys != before:
            self.header.show_palette_key(self.first_key("palette"))
            self._index_keys()

    def keys_of(self, command: str) -> tuple[str, ...]:
        """Return the keys of a command, the one to show first."""
        return self._keys[command]

    def first_key(self, command: str) -> str:
        """Return the key of a command as people write it; empty where it has none."""
        return shown_key(self._keys[command][0]) if self._keys[command] else ""

    def _index_keys(self) -> None:
        self._by_key = {name_of(key): self._actions[name] for name, keys in self._keys.items() for key in keys}
        self._by_key |= {action.shortcut().toString(QKeySequence.SequenceFormat.PortableText): action for action in self._label_actions}

    def set_labels(self, scheme: Scheme | None, choose: Callable[[str], None]) -> None:
        """Give every label of the scheme its key."""
        for action in self._label_actions:
            self.removeAction(action)
            action.deleteLater()
        self._label_actions = []
        for label in scheme.labels if scheme is not None else ():
            if label.key:
                action = QAction(label.id, self)
                action.setShortcut(QKeySequence(label.key))
                action.setAutoRepeat(False)
                action.triggered.connect(_Call(choose, label.id))
                self.addAction(action)
                self._label_actions.append(action)
        self._index_keys()

    def show_page(self, page: QWidget) -> None:
        """Fill the window with one page, without panes."""
        self._show(page, is_desk=False)
        page.setFocus()

    def show_panes(self, panes: Panes, person: str) -> None:
        """Show a project on which `person` works: the article in the middle, panes at the sides."""
        self._person = person
        self._show(panes.centre, is_desk=True)
        self._reading = panes.reading
        self.docks.fill(
            (
                Pane("articles", _pane(QT_TRANSLATE_NOOP("Panes", "Articles")), panes.left, is_left=True),
                Pane("candidates", _pane(QT_TRANSLATE_NOOP("Panes", "Candidates")), panes.right),
                Pane("labels", _pane(QT_TRANSLATE_NOOP("Panes", "Labels")), panes.below_right),
                Pane("history", _pane(QT_TRANSLATE_NOOP("Panes", "History")), None, is_shown=False),
            )
        )
        # Before any key, but after the first paint: it goes through every widget.
        QTimer.singleShot(0, panes.reading, self._order_tabs)
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
        # What is hidden takes no focus.
        page.show()
        page.setFocus(Qt.FocusReason.OtherFocusReason)

    def uncover(self) -> None:
        """Take the page over the desk away; without one nothing happens."""
        if self._cover is not None:
            self._column.removeWidget(self._cover)
            self._cover.hide()
            self._cover.deleteLater()
            self._cover, self.covered_by = None, ""
            self._show_desk(is_shown=True)
            self.uncovered.emit()

    def _show_desk(self, *, is_shown: bool, keeps: frozenset[str] = frozenset()) -> None:
        if is_shown:
            self.docks.uncover()
            self.toolbar.setVisible(self._has_toolbar)
        else:
            self.docks.cover()
            self._has_toolbar = not self.toolbar.isHidden()
            self.toolbar.hide()
        for widget in (self._page, self.statusBar()):
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

    def step_pane(self, step: int) -> None:
        """Give the keyboard to the next (1) or previous (-1) pane: article, side panes, articles, menus."""
        step_round(self._panes(), self.header.menus, step)

    def _order_tabs(self) -> None:
        for (_, before), (_, after) in pairwise(self._panes()):
            self.setTabOrder(before, after)

    def _panes(self) -> list[tuple[QWidget, QWidget]]:
        # Of panes that share a place only one is on screen, once the window is.
        beside = [pane for pane in self.docks.widgets() if pane.isVisible() or not self.isVisible()]
        return panes_in_order(self._reading, beside, self.header, self.header.menus)

    def _toolbar(self, theme: Theme) -> QToolBar:
        bar = QToolBar(_pane(QT_TRANSLATE_NOOP("Panes", "Toolbar")))
        bar.setObjectName("toolbar")
        bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        bar.setMovable(False)
        bar.setFont(theme.ui_font(13))
        self.addToolBar(bar)
        bar.hide()
        return bar

    def _show(self, page: QWidget, *, is_desk: bool) -> None:
        self.uncover()
        self.docks.clear()
        self._reading = None
        if not is_desk:
            self.toolbar.hide()
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
        action = self._by_key.get(pressed(event))
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


def _pane(text: str) -> str:
    return QCoreApplication.translate("Panes", text)
