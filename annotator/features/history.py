"""History: the pane of what was done here, loaded when it is first looked at; and the place at which the window opens again."""

from dataclasses import replace
from typing import Protocol

from PySide6.QtCore import QTimer
from typing_extensions import override

from annotator.features.feature import Commands, Feature
from annotator.features.room import Room
from annotator.features.views import Views
from annotator.project import annotating
from annotator.session.desk import Desk
from annotator.session.place import Seen

_NAME = "history"
# A reader who walks with the arrows does not wait for a file; one who stays does not notice.
_SETTLED = 800
# The list follows when the hands pause; a key does not wait for it.
_PAUSE = 50


class _Shown(Protocol):
    @property
    def has_keys(self) -> bool: ...

    def take_keys(self) -> None: ...

    def refresh(self) -> None: ...

    def leave(self) -> None: ...

    def deleteLater(self) -> None: ...  # noqa: N802 (Qt's name)


class History(Feature):
    """Shows the steps of the ledger in a pane, which follows what is done, and remembers the place."""

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        self._shown: _Shown | None = None
        self._soon = self._timer(_PAUSE, self._refresh)
        self._settled = self._timer(_SETTLED, self._keep_place)
        room.window.docks.first_shown.connect(self._on_shown)

    @override
    def commands(self) -> Commands:
        return {_NAME: self._toggle}

    @override
    def opened(self, desk: Desk, views: Views) -> None:
        desk.seen = self._seen(desk)
        desk.progress_changed.connect(self._on_progress_changed)
        desk.current_changed.connect(self._settled.start)

    @override
    def closing(self) -> None:
        self._keep_place()
        self._settled.stop()
        self._soon.stop()
        if self._shown is not None:
            self._shown.deleteLater()
            self._shown = None

    # The pane

    def _toggle(self) -> None:
        desk = self.room.desk
        if desk is None:
            return
        if self._shown is not None and self._shown.has_keys:
            self._shown.leave()
            return
        self.room.window.docks.show(_NAME)
        shown = self._made(desk)
        shown.refresh()
        shown.take_keys()

    def _made(self, desk: Desk) -> _Shown:
        if self._shown is None:
            from annotator.features.history_showing import HistoryShown  # noqa: PLC0415 (the list and its words)

            self._shown = HistoryShown(self.room, desk)
        return self._shown

    def _on_shown(self, name: str) -> None:
        """Fill the pane where it is on screen without a key having asked for it: it was there when the window was closed."""
        if name == _NAME:
            self._soon.start()

    def _on_progress_changed(self) -> None:
        if self.room.window.docks.is_shown(_NAME):
            self._soon.start()

    def _refresh(self) -> None:
        desk = self.room.desk
        if desk is not None and self.room.window.docks.is_shown(_NAME):
            self._made(desk).refresh()

    # The place

    def _seen(self, desk: Desk) -> Seen | None:
        place = self.room.settings.place
        if place[:2] != (str(desk.project.path), desk.person):
            return None
        newest, article, target = place[2:]
        return Seen(newest, article, target or None)

    def _keep_place(self) -> None:
        """Remember the span on the desk; a window that was killed opens on it again."""
        desk = self.room.desk
        if desk is None or desk.article is None:
            return
        last = annotating.last_step(desk.project, desk.person)
        target = desk.current.target if desk.current is not None else ""
        place = (str(desk.project.path), desk.person, last.newest if last is not None else "", desk.article.id, target)
        if place != self.room.settings.place:
            self.room.change_settings(replace(self.room.settings, place=place))

    def _timer(self, milliseconds: int, act: object) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(act)
        return timer
