"""Jobs of one page, one after the other: what is asked again before its turn comes replaces what was asked before."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from annotator.session.jobs import Job, Progress


@dataclass(frozen=True, slots=True)
class _Errand:
    name: str
    work: Callable[[Progress], object]
    then: Callable[[object], None]


class Errands(QObject):
    """Runs works on a thread, each by its name.

    Signals:
        progressed: how much of the present one is done, of how much.
        failed: the name of a work and its error for a person.
        idle: nothing is left to do.
    """

    progressed = Signal(int, int)
    failed = Signal(str, object)
    idle = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: list[_Errand] = []
        self._now: _Errand | None = None
        self._job: Job | None = None
        self._result: tuple[bool, object] = (False, None)

    @property
    def is_busy(self) -> bool:
        """Whether anything is under way or waits."""
        return self._job is not None or bool(self._waiting)

    def is_wanted(self, name: str) -> bool:
        """Say whether `name` was asked for again while it is under way: its present result is of no use any more."""
        return any(errand.name == name for errand in self._waiting)

    def ask(self, name: str, work: Callable[[Progress], object], then: Callable[[object], None]) -> None:
        """Run `work(progress)` when its turn comes and hand the result to `then`; one of the same name that still waits is dropped."""
        self._waiting = [errand for errand in self._waiting if errand.name != name]
        self._waiting.append(_Errand(name, work, then))
        self._go_on()

    def close(self) -> None:
        """Drop what waits, and wait for what is under way; nobody hears of its result."""
        self._waiting = []
        self._now = None
        if self._job is not None:
            self._job.wait()

    def _go_on(self) -> None:
        if self._job is not None or not self._waiting:
            return
        self._now = self._waiting.pop(0)
        job = self._job = Job(self._now.work)
        self._result = (False, None)
        job.progressed.connect(self.progressed)
        job.succeeded.connect(self._on_succeeded)
        job.failed.connect(self._on_failed)
        job.finished.connect(self._on_finished)
        job.begin()

    def _on_succeeded(self, result: object) -> None:
        self._result = (True, result)

    def _on_failed(self, error: object) -> None:
        self._result = (False, error)

    def _on_finished(self) -> None:
        if self._job is not None:
            self._job.deleteLater()
            self._job = None
        errand, (is_good, result) = self._now, self._result
        self._now = None
        if errand is not None and not self.is_wanted(errand.name):
            if is_good:
                errand.then(result)
            elif result is not None:
                self.failed.emit(errand.name, result)
        self._go_on()
        if not self.is_busy:
            self.idle.emit()
