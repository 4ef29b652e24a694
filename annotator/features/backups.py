"""Backups: made while people work and when they leave, listed, and restored."""

from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QTimer
from typing_extensions import override

from annotator.core.errors import AnnotatorError
from annotator.features.feature import Commands, Feature
from annotator.features.room import Room
from annotator.features.views import Views
from annotator.project.changing import state_of
from annotator.project.workspace import Project
from annotator.session.desk import Desk
from annotator.session.errands import Errands
from annotator.session.jobs import Progress
from annotator.session.translating import error_words

NAME = "backups"
EVERY = 30 * 60 * 1000
"""Milliseconds between backups of what was changed."""
WORK, CLOSING = "work", "closing"


class _Visit(Protocol):
    def close(self) -> None: ...


class Backups(Feature):
    """Backs up what was changed, every half hour and at the end, in task files too; shows the page."""

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        self.visit: _Visit | None = None
        self.errands = Errands(self)
        self.errands.failed.connect(self._on_failed)
        self._kept: tuple[int, int] | None = None
        self._before: tuple[int, int] | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY)
        self._timer.timeout.connect(self.back_up_work)

    @override
    def commands(self) -> Commands:
        return {NAME: self.show_backups}

    @override
    def opened(self, desk: Desk, views: Views) -> None:
        if desk.is_writable:
            self._kept = state_of(desk.project)
            self._timer.start()

    @override
    def closing(self) -> None:
        self._timer.stop()
        self._leave()
        self.errands.close()
        desk = self.room.desk
        # What was just merged or restored has its backup.
        if desk is not None and self.has_changed and not self.room.is_opening_again:
            with suppress(AnnotatorError):
                _back_up(desk.project, CLOSING)
        self._kept = None

    @property
    def has_changed(self) -> bool:
        """Whether anything was stored since the last backup of this session, or since the project was opened."""
        desk = self.room.desk
        return desk is not None and self._kept is not None and state_of(desk.project) != self._kept

    def back_up_work(self) -> None:
        """Back up on a thread if anything was stored since the last time; nobody is told unless it fails."""
        desk = self.room.desk
        if desk is not None and self.has_changed:
            self._before, self._kept = self._kept, state_of(desk.project)
            self.errands.ask(WORK, partial(_back_up_beside, desk.project.path), self._on_backed_up)

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
        self.visit = visit

    def _leave(self) -> None:
        visit, self.visit = self.visit, None
        if visit is not None:
            visit.close()

    def _on_restored(self, said: str) -> None:
        self.room.attempt(self.room.open_again)
        self._show(said)

    def _on_backed_up(self, _made: object) -> None:
        """It is in the folder; that is all there is to it."""

    def _on_failed(self, _name: str, error: object) -> None:
        # The next one tries again.
        self._kept = self._before
        if isinstance(error, AnnotatorError):
            self.room.say(error_words(error))


def _back_up_beside(path: Path, _progress: Progress) -> Path:
    with Project.beside(path) as project:
        return _back_up(project, WORK)


def _back_up(project: Project, before: str) -> Path:
    from annotator.project.backing_up import back_up  # noqa: PLC0415 (the desk starts without what reads strange files)

    return back_up(project, before)
