"""One backup on a thread of its own, which may outlive the project that it was asked for; `features.backups` begins it."""

from pathlib import Path
from threading import Event

from PySide6.QtCore import QObject, Signal

from annotator.core.errors import ProjectError
from annotator.project.workspace import Project
from annotator.session.jobs import Job, Progress

# SQLite asks after so many of its steps whether to go on: some thousand rows, a few milliseconds.
_STEPS = 5_000


class Copying(QObject):
    """Copies a project while people go on; whoever closes the program waits for it (`jobs.finish_all`).

    Signals:
        failed: this, and the error for a person.
        ended: this; it has been made, has failed or was given up.
    """

    failed = Signal(object, object)
    ended = Signal(object)

    def __init__(self, path: Path, why: str, parent: QObject) -> None:
        """Begin to copy the project at `path`."""
        super().__init__(parent)
        self.path = path
        self.why = why
        self._given_up = Event()
        job = self._job = Job(self._copy)
        job.failed.connect(self._on_failed)
        job.finished.connect(self._on_finished)
        job.begin()

    @property
    def is_running(self) -> bool:
        """Whether it still reads or writes."""
        return self._job.isRunning()

    def give_up(self) -> None:
        """Leave it: nothing appears, and the project is let go of in a few milliseconds. Nobody is told."""
        self._given_up.set()

    def _copy(self, _progress: Progress) -> None:
        from annotator.project.backing_up import back_up  # noqa: PLC0415 (the desk starts without what reads strange files)

        # Only reading: the window may have closed the project, or opened it again, and has the right to write.
        with Project.open(self.path, write=False) as project:
            project.connection.set_progress_handler(self._given_up.is_set, _STEPS)
            try:
                back_up(project, self.why)
            except ProjectError:
                if not self._given_up.is_set():
                    raise

    def _on_failed(self, error: object) -> None:
        self.failed.emit(self, error)

    def _on_finished(self) -> None:
        self.ended.emit(self)
        self.deleteLater()
