"""Says once of every project that its folder is on the network, or is copied elsewhere by a program."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QThread, QTimer
from typing_extensions import override

from annotator.features.feature import Feature
from annotator.features.room import Room
from annotator.features.views import Views
from annotator.session.desk import Desk
from annotator.session.jobs import Job, Progress
from annotator.session.translating import QT_TRANSLATE_NOOP, sentence

# Milliseconds after which the first article is on screen.
_AFTER = 300
SYNCHRONISED = QT_TRANSLATE_NOOP(
    "WarningPlace",
    "{program} synchronises this project's folder: what it copies while the project is open may lack decisions. Close the project and move "
    "it to a folder of this computer alone; exchange work by Hand in and Merge.",
)
NETWORK = QT_TRANSLATE_NOOP(
    "WarningPlace",
    "This project is on a network drive: written by two computers at once, it breaks. Close the project and move it to a folder of this "
    "computer alone; exchange work by Hand in and Merge.",
)


class WarningPlace(Feature):
    """Asks on a thread, after the first paint, and only for projects that may be written and were not warned of.

    The sentence stands in the banner until another article is opened or the project is closed, and hinders nothing. `is_looking` says
    that the answer is not there yet.
    """

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        self.is_looking = False
        self._desk: Desk | None = None
        self._is_said = False

    @override
    def opened(self, desk: Desk, views: Views) -> None:
        self._desk, self._is_said = desk, False
        self.is_looking = desk.is_writable and str(desk.project.path) not in self.room.settings.warned
        if self.is_looking:
            QTimer.singleShot(_AFTER, desk, self._ask)

    @override
    def closing(self) -> None:
        self._desk, self.is_looking = None, False
        self._clear()

    def _ask(self) -> None:
        if self._desk is not None:
            job = Job(partial(_look, self._desk.project.path))
            job.succeeded.connect(self._on_found)
            job.begin(QThread.Priority.LowPriority)

    def _on_found(self, found: object) -> None:
        if not isinstance(found, tuple) or self._desk is None:
            return
        path, is_safe, program = found
        if path == self._desk.project.path and self.is_looking:
            self.is_looking = False
            if not is_safe:
                self._say(self._desk, program)

    def _say(self, desk: Desk, program: str) -> None:
        self._is_said = True
        self.room.window.warn(sentence("WarningPlace", SYNCHRONISED if program else NETWORK, {"program": program}))
        self.room.change_settings(self.room.settings.warned_of(desk.project.path))
        desk.article_changed.connect(self._on_article_changed)

    def _clear(self) -> None:
        if self._is_said:
            self._is_said = False
            self.room.window.warn("")

    def _on_article_changed(self) -> None:
        self._clear()


def _look(path: Path, _progress: Progress) -> tuple[Path, bool, str]:
    """Return the path, whether a project is safe there, and the program that synchronises its folder."""
    from annotator.store.whereabouts import whereabouts  # noqa: PLC0415 (nothing is looked for before the first paint)

    where = whereabouts(path)
    return path, where.is_safe, where.program
