"""Work that takes longer than a frame, on a thread: plain values in, plain values out."""

from collections.abc import Callable

from PySide6.QtCore import QThread, Signal
from typing_extensions import override

from annotator.core.errors import AnnotatorError

Progress = Callable[[int, int], None]

_under_way: set["Job"] = set()


class Job(QThread):
    """Runs `work(progress)` once.

    It has no parent: Qt ends the whole program when a thread is destroyed with its parent while it still runs. It is kept here until
    it has finished instead; whoever asked may be gone by then and hears nothing.

    Signals:
        progressed: how much is done, of how much.
        succeeded: what `work` returned.
        failed: the error for a person that it raised; one that says so where it failed by a mistake of the program.
    """

    progressed = Signal(int, int)
    succeeded = Signal(object)
    failed = Signal(object)

    def __init__(self, work: Callable[[Progress], object]) -> None:
        super().__init__()
        self._work = work
        self.finished.connect(self._on_finished)

    def begin(self, priority: QThread.Priority = QThread.Priority.InheritPriority) -> None:
        """Start the thread."""
        _under_way.add(self)
        self.start(priority)

    @override
    def run(self) -> None:
        try:
            result = self._work(self.progressed.emit)
        except AnnotatorError as error:
            self.failed.emit(error)
        except BaseException:
            # Whoever waits must not wait for ever; the report of the crash says what it was.
            self.failed.emit(AnnotatorError("The program made a mistake. This was not finished."))
            raise
        else:
            self.succeeded.emit(result)

    def _on_finished(self) -> None:
        _under_way.discard(self)


def finish_all() -> None:
    """Wait for every job; nobody hears of what they find. For the end of the program."""
    while _under_way:
        _under_way.pop().wait()
