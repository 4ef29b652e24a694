"""The window itself: panes shown, moved and fixed, the toolbar, the keyboard's way round; remembered between starts."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QByteArray, QCoreApplication, Qt
from PySide6.QtWidgets import QApplication, QTextBrowser
from typing_extensions import override

from annotator.features.feature import Commands, Feature
from annotator.features.room import Room
from annotator.features.views import Views
from annotator.session.desk import Desk


class Layout(Feature):
    """Remembers how the reader has arranged the window."""

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        room.window.restoreGeometry(_bytes(room.settings.window))
        room.window.docks.remember(_bytes(room.settings.layout))
        room.window.closed.connect(self._keep)

    @override
    def commands(self) -> Commands:
        return {
            "left_side": partial(self._toggle_side, is_left=True),
            "right_side": partial(self._toggle_side, is_left=False),
            "toolbar": self._toggle_toolbar,
            "arrange_panes": self._arrange,
            "usual_layout": self._usual,
            "next_pane": partial(self.room.window.step_pane, 1),
            "previous_pane": partial(self.room.window.step_pane, -1),
        }

    @override
    def opened(self, desk: Desk, views: Views) -> None:
        # The guideline is read with the keyboard too; letters still go to the window.
        for browser in views.labels.findChildren(QTextBrowser):
            browser.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @override
    def closing(self) -> None:
        if self.room.desk is not None:
            self._keep()

    def _toggle_side(self, *, is_left: bool) -> None:
        before = QApplication.focusWidget()
        self.room.window.docks.toggle_side(is_left=is_left)
        # Qt gives the keyboard to whatever comes next; the reader goes back to the article.
        if before is None or not before.isVisible():
            self.room.leave()

    def _toggle_toolbar(self) -> None:
        self.room.window.toolbar.setVisible(self.room.window.toolbar.isHidden())

    def _arrange(self) -> None:
        docks = self.room.window.docks
        docks.set_movable(is_movable=not docks.is_movable)
        if docks.is_movable:
            self.room.say(_words("Drag the panes by their bars, or take them out. The same command fixes them again."))
        else:
            self.room.say("")

    def _usual(self) -> None:
        docks = self.room.window.docks
        docks.set_movable(is_movable=False)
        docks.put_in_place()
        self.room.window.toolbar.hide()
        self.room.say("")
        self.room.leave()

    def _keep(self) -> None:
        window = self.room.window
        now = replace(self.room.settings, window=_text(window.layout_state()), layout=_text(window.docks.state()))
        if now != self.room.settings:
            self.room.change_settings(now)


def _bytes(text: str) -> QByteArray:
    return QByteArray.fromBase64(text.encode("ascii", "ignore"))


def _text(data: QByteArray) -> str:
    return bytes(data.toBase64().data()).decode("ascii")


def _words(text: str) -> str:
    return QCoreApplication.translate("Layout", text)
