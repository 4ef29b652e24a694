"""The panes beside the article: where they stand, which are shown, and how they are moved."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QByteArray, QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QDockWidget, QMainWindow, QWidget

from annotator.ui.pane import PaneHead
from annotator.ui.theme import Theme

# Another number whenever panes get other names: what Qt remembers of others would put them anywhere.
VERSION = 1
_FIXED = QDockWidget.DockWidgetFeature.NoDockWidgetFeatures
_MOVABLE = (
    QDockWidget.DockWidgetFeature.DockWidgetMovable
    | QDockWidget.DockWidgetFeature.DockWidgetFloatable
    | QDockWidget.DockWidgetFeature.DockWidgetClosable
)
_WIDTHS = (248, 336)
_HEIGHTS = (470, 360)


@dataclass(frozen=True, slots=True)
class Pane:
    """One pane: its name in what is remembered, its title in the language of the window, its widget (None: made when it is shown first)."""

    name: str
    title: str
    widget: QWidget | None
    is_left: bool = False
    is_shown: bool = True


class Docks(QObject):
    """The docks of the window. They are fixed and without title bars, except while the reader moves them.

    Signals:
        first_shown: the pane of this name, which has no widget yet, is on screen.
    """

    first_shown = Signal(str)

    def __init__(self, window: QMainWindow, theme: Theme) -> None:
        super().__init__(window)
        self._window = window
        self._theme = theme
        self._docks: dict[str, QDockWidget] = {}
        self._usual: dict[str, Pane] = {}
        self._waiting: tuple[str, ...] | None = None
        self._raised: tuple[str, ...] = ()
        self._side: tuple[str, ...] = ()
        self._layout = QByteArray()
        self.is_movable = False
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)

    def fill(self, panes: Sequence[Pane]) -> None:
        """Show these panes in place of the others, where the reader had them."""
        self.clear()
        for pane in panes:
            dock = QDockWidget(pane.title, self._window)
            dock.setObjectName(pane.name)
            dock.setWidget(pane.widget or QWidget())
            dock.visibilityChanged.connect(self._on_visibility_changed)
            dock.topLevelChanged.connect(self._show_bars)
            self._docks[pane.name] = dock
        self._usual = {pane.name: pane for pane in panes}
        self._show_bars()
        self.put_in_place()
        if not self._layout.isEmpty():
            self._window.restoreState(self._layout, VERSION)

    def clear(self) -> None:
        """Take the panes away; where they stood is remembered for the next ones."""
        if self._docks:
            self._layout = self.state()
        for dock in self._docks.values():
            self._window.removeDockWidget(dock)
            # Qt would put this one, and not its successor, where the name stood.
            dock.setObjectName("")
            dock.deleteLater()
        self._docks = {}
        self._waiting = None

    def put_in_place(self) -> None:
        """Put every pane where it usually stands."""
        left, right = Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea
        first: QDockWidget | None = None
        for name, dock in self._docks.items():
            pane = self._usual[name]
            dock.setFloating(False)
            self._window.addDockWidget(left if pane.is_left else right, dock)
            if not pane.is_left and first is None:
                first = dock
            elif not pane.is_shown and first is not None:
                self._window.tabifyDockWidget(first, dock)
            dock.setVisible(pane.is_shown)
        shown = [dock for name, dock in self._docks.items() if self._usual[name].is_shown]
        if len(shown) > 1:
            self._window.resizeDocks(shown[:2], list(_WIDTHS), Qt.Orientation.Horizontal)
            self._window.resizeDocks(shown[1:], list(_HEIGHTS), Qt.Orientation.Vertical)
            shown[1].raise_()

    # What is remembered

    def state(self) -> QByteArray:
        """Return what Qt remembers of the panes; while a page covers them, as they will be afterwards."""
        if self._docks and self._waiting is None:
            self._layout = self._window.saveState(VERSION)
        return self._layout

    def remember(self, state: QByteArray) -> None:
        """Put the panes that come where they stood when `state` was taken."""
        self._layout = state

    # Showing and hiding

    def cover(self) -> None:
        """Hide all panes until `uncover`."""
        if self._waiting is None:
            self.state()
            self._waiting = tuple(name for name, dock in self._docks.items() if not dock.isHidden())
            self._raised = tuple(name for name, dock in self._docks.items() if dock.isVisible())
            for dock in self._docks.values():
                dock.hide()

    def uncover(self) -> None:
        """Show the panes that `cover` hid."""
        waiting, self._waiting = self._waiting, None
        for name in waiting or ():
            self._docks[name].show()
        for name in self._raised if waiting is not None else ():
            self._docks[name].raise_()

    def is_shown(self, name: str) -> bool:
        """Say whether the reader sees a pane, or would if no page covered it."""
        return name in self._docks and not self._docks[name].isHidden()

    def show(self, name: str) -> None:
        """Show a pane, before others that share its place."""
        if name in self._docks:
            self._docks[name].show()
            self._docks[name].raise_()

    def hide(self, name: str) -> None:
        """Hide a pane."""
        if name in self._docks:
            self._docks[name].hide()

    def toggle_side(self, *, is_left: bool) -> None:
        """Hide what is shown of a side; where nothing is, show it again."""
        names = [name for name, pane in self._usual.items() if pane.is_left is is_left]
        shown = [name for name in names if self.is_shown(name)]
        for name in shown:
            self.hide(name)
        if shown and not is_left:
            self._side = tuple(shown)
        elif not shown:
            for name in (self._side if not is_left else ()) or [name for name in names if self._usual[name].is_shown]:
                self.show(name)

    def put(self, name: str, widget: QWidget) -> None:
        """Give a pane its widget."""
        if name in self._docks:
            old = self._docks[name].widget()
            self._docks[name].setWidget(widget)
            if old is not None:
                old.deleteLater()

    def widgets(self) -> Iterator[QWidget]:
        """Yield the widgets of the panes that are shown, the left one last."""
        for name, dock in sorted(self._docks.items(), key=self._is_left):
            if self.is_shown(name):
                yield dock.widget()

    def _is_left(self, pair: tuple[str, QDockWidget]) -> bool:
        return self._usual[pair[0]].is_left

    # Moving

    def set_movable(self, *, is_movable: bool) -> None:
        """Show bars at which the panes can be taken, moved, taken out and closed; or fix them where they stand."""
        self.is_movable = is_movable
        self._show_bars()

    def _show_bars(self) -> None:
        for dock in self._docks.values():
            # A pane that was taken out is a window of its own: it keeps its bar.
            if self.is_movable or dock.isFloating():
                dock.setTitleBarWidget(None)  # type: ignore[arg-type]
                dock.setFeatures(_MOVABLE)
            else:
                dock.setFeatures(_FIXED)
                dock.setTitleBarWidget(QWidget(dock))

    def _on_visibility_changed(self, is_visible: bool) -> None:  # noqa: FBT001 (of a signal)
        dock = self.sender()
        if is_visible and isinstance(dock, QDockWidget):
            self.first_shown.emit(dock.objectName())

    def _on_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        """Mark the head of the pane that has the keyboard."""
        for dock in self._docks.values():
            is_current = now is not None and dock.isAncestorOf(now)
            for head in dock.findChildren(PaneHead):
                if bool(head.property("hasKeys")) is not is_current:
                    head.setProperty("hasKeys", is_current)
                    head.style().unpolish(head)
                    head.style().polish(head)
