"""Backups: made while people work and when they leave, listed, and restored."""

from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QTimer
from typing_extensions import override

from annotator.core.errors import AnnotatorError
from annotator.features.backups_copying import Copying
from annotator.features.feature import Commands, Feature
from annotator.features.room import Room
from annotator.features.views import Views
from annotator.project.changing import state_of
from annotator.session.desk import Desk
from annotator.session.translating import error_words

NAME = "backups"
EVERY = 30 * 60 * 1000
"""Milliseconds between backups of what was changed."""
WORK, CLOSING = "work", "closing"
_CHANGED = (-1, -1)


class _Visit(Protocol):
    def close(self) -> None: ...

    def say(self, sentence: str) -> None: ...


class Backups(Feature):
    """Backs up what was changed, every half hour and at the end, in task files too; shows the page.

    `copying` is the backup of the open project that is under way. The one at the end begins when the project is closed: a copy that
    reads while the last decisions are brought into the file would hold that up. It holds up nobody; the end of the program waits for it.
    """

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        self.visit: _Visit | None = None
        self.copying: Copying | None = None
        self._under_way: list[Copying] = []
        self._kept: tuple[int, int] | None = None
        self._before: tuple[int, int] | None = None
        self._is_to_copy = False
        self._again: Path | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY)
        self._timer.timeout.connect(self.back_up_work)

    @override
    def commands(self) -> Commands:
        return {NAME: self.show_backups}

    @override
    def opened(self, desk: Desk, views: Views) -> None:
        if desk.is_writable:
            # What was stored before the project was opened anew is in no backup either.
            self._kept = _CHANGED if self._again == desk.project.path else state_of(desk.project)
            self._timer.start()
        self._again = None

    @override
    def closing(self) -> None:
        self._timer.stop()
        self._leave()
        desk, has_changed = self.room.desk, self.has_changed
        if desk is not None and desk.is_writable:
            for copying in [one for one in self._under_way if one.is_running and one.path == desk.project.path]:
                # It reads, and closing waits for those who read. The one at the end takes its place.
                copying.give_up()
                has_changed = True
        self.copying = None
        self._is_to_copy = has_changed and not self.room.is_opening_again
        if has_changed and self.room.is_opening_again and desk is not None:
            self._again = desk.project.path
        self._kept = None

    @override
    def closed(self, path: Path) -> None:
        if self._is_to_copy:
            self._is_to_copy = False
            self._copy(path, CLOSING)

    @property
    def has_changed(self) -> bool:
        """Whether anything was stored since the last backup of this session, or since the project was opened."""
        desk = self.room.desk
        return desk is not None and self._kept is not None and state_of(desk.project) != self._kept

    def back_up_work(self) -> None:
        """Back up on a thread if anything was stored since the last time; nobody is told unless it fails."""
        desk = self.room.desk
        if desk is not None and self.has_changed and self.copying is None:
            self._before, self._kept = self._kept, state_of(desk.project)
            self.copying = self._copy(desk.project.path, WORK)

    def _copy(self, path: Path, why: str) -> Copying:
        copying = Copying(path, why, self)
        copying.failed.connect(self._on_failed)
        copying.ended.connect(self._on_ended)
        self._under_way.append(copying)
        return copying

    def show_backups(self) -> None:
        """Show the page; where it is shown already nothing happens."""
        self._show("")

    def _show(self, said: str) -> None:
        from annotator.features.backups_visit import Visit  # noqa: PLC0415 (the desk starts without the page)

        desk, window = self.room.desk, self.room.window
        if desk is None or window.covered_by == NAME:
            return
        self._leave()
        visit = Visit(self.room, desk, said)
        visit.restored.connect(self._on_restored)
        visit.copied.connect(self._on_copied)
        self.visit = visit

    def _leave(self) -> None:
        visit, self.visit = self.visit, None
        if visit is not None:
            visit.close()

    def _on_restored(self, said: str) -> None:
        self.room.attempt(self.room.open_again)
        self._show(said)

    def _on_copied(self, copy: Path, backup: str) -> None:
        desk, settings = self.room.desk, self.room.settings
        if desk is not None and str(desk.project.path) in settings.warned:
            # It lies in the same folder, and they were told.
            self.room.change_settings(settings.warned_of(copy))
        try:
            self.room.open_project(copy)
        except AnnotatorError as error:
            # The project is still open, and the page over it.
            if self.visit is not None:
                self.visit.say(error_words(error))
        else:
            said = QCoreApplication.translate("Backups", "This is {file}, a copy as of {time}. The project itself is as it was.")
            self.room.say(said.format(file=copy.name, time=backup))

    def _on_failed(self, copying: object, error: object) -> None:
        if copying is self.copying:
            # The next one tries again.
            self._kept = self._before
        if isinstance(error, AnnotatorError):
            self.room.say(error_words(error))

    def _on_ended(self, copying: object) -> None:
        self._under_way = [one for one in self._under_way if one is not copying]
        if copying is self.copying:
            self.copying = None
