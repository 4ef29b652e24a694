"""Chinese word boundaries for moving edges, found on a thread after the first paint."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QThread
from typing_extensions import override

Cut = Callable[[str, Sequence[tuple[int, int]]], Sequence[int]]


class Words(QObject):
    """Knows where words of the open article begin.

    `cut` returns the boundaries of a text (code points, with 0 and its length). It may take a second the first time, so `warm_up`
    runs it once on a thread; a key that needs it earlier waits for that.
    """

    def __init__(self, cut: Cut, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cut = cut
        self._text: tuple[str, tuple[tuple[int, int], ...]] = ("", ())
        self._boundaries: Sequence[int] | None = None
        self._thread: QThread | None = None

    def open(self, text: str, breaks: Sequence[tuple[int, int]]) -> None:
        """Take another article; its words are found when they are asked for."""
        self._text = (text, tuple(breaks))
        self._boundaries = None

    def warm_up(self) -> None:
        """Load the dictionary on a thread."""
        if self._thread is None:
            self._thread = _Warming(self._cut, self)
            self._thread.start(QThread.Priority.LowPriority)

    def wait(self) -> None:
        """Return when the dictionary is loaded."""
        if self._thread is not None:
            self._thread.wait()

    def after(self, offset: int) -> int:
        """Return the next word boundary after `offset`, or the end of the text."""
        boundaries = self._known()
        i = bisect_right(boundaries, offset)
        return boundaries[i] if i < len(boundaries) else len(self._text[0])

    def before(self, offset: int) -> int:
        """Return the last word boundary before `offset`, or 0."""
        boundaries = self._known()
        i = bisect_left(boundaries, offset) - 1
        return boundaries[i] if i >= 0 else 0

    def around(self, offset: int) -> tuple[int, int]:
        """Return the word `[start, end)` in which the character at `offset` stands."""
        boundaries = self._known()
        i = bisect_right(boundaries, offset)
        start = boundaries[i - 1] if i else 0
        return start, boundaries[i] if i < len(boundaries) else len(self._text[0])

    def _known(self) -> Sequence[int]:
        if self._boundaries is None:
            self.wait()
            self._boundaries = self._cut(*self._text)
        return self._boundaries


class _Warming(QThread):
    def __init__(self, cut: Cut, parent: QObject) -> None:
        super().__init__(parent)
        self._warm = cut

    @override
    def run(self) -> None:
        self._warm("扶贫", ())
