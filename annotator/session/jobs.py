"""Work that takes longer than a frame, on a thread: plain values in, plain values out."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QThread, Signal
from typing_extensions import override

from annotator.core.errors import AnnotatorError

Progress = Callable[[int, int], None]


class Job(QThread):
    """Runs `work(progress)` once.

    Signals:
        progressed: how much is done, of how much.
        succeeded: what `work` returned.
        failed: the error for a person that it raised.
    """

    progressed = Signal(int, int)
    succeeded = Signal(object)
    failed = Signal(object)

    def __init__(self, work: Callable[[Progress], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work

    @override
    def run(self) -> None:
        try:
            result = self._work(self.progressed.emit)
        except AnnotatorError as error:
            self.failed.emit(error)
        else:
            self.succeeded.emit(result)
