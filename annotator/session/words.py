"""Chinese word boundaries for moving edges, found on a thread after the first paint."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QThread

from annotator.session.jobs import Job

Cut = Callable[[str, Sequence[tuple[int, int]]], Sequence[int]]

_ROUGH = re.compile(r"[A-Za-z]+|[0-9]+(?:[.．][0-9]+)*|[０-９]+|[^\S\n]+|\n+|.")


class Words(QObject):
    """Knows where words of the open article begin.

    `cut` returns the boundaries of a text (code points, with 0 and its length). It may take a second the first time, so `warm_up`
    runs it once on a thread; a key that comes earlier goes by kinds of characters (`rough_boundaries`).
    """

    def __init__(self, cut: Cut, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cut = cut
        self._text = ""
        self._breaks: tuple[tuple[int, int], ...] = ()
        self._known: dict[int, Sequence[int]] = {}
        self._job: Job | None = None
        self._is_closed = False

    def open(self, text: str, breaks: Sequence[tuple[int, int]]) -> None:
        """Take another article; its words are found when they are asked for."""
        self._text, self._breaks = text, tuple(breaks)
        self._known = {}

    def warm_up(self) -> None:
        """Load the dictionary on a thread."""
        if self._job is None and not self._is_closed:
            cut = self._cut
            self._job = Job(lambda _: cut("扶贫", ()))
            self._job.begin(QThread.Priority.LowPriority)

    def wait(self) -> None:
        """Return when the dictionary is loaded."""
        if self._job is not None:
            self._job.wait()

    def close(self) -> None:
        """Let go of the project's file: what loads is waited for, and nothing begins to load any more."""
        self._is_closed = True
        self.wait()

    def after(self, offset: int) -> int:
        """Return the next word boundary after `offset`, or the end of the text."""
        boundaries = self._around(offset)
        i = bisect_right(boundaries, offset)
        return boundaries[i] if i < len(boundaries) else min(offset + 1, len(self._text))

    def before(self, offset: int) -> int:
        """Return the last word boundary before `offset`, or 0."""
        boundaries = self._around(max(offset - 1, 0))
        i = bisect_left(boundaries, offset) - 1
        return boundaries[i] if i >= 0 else max(offset - 1, 0)

    def around(self, offset: int) -> tuple[int, int]:
        """Return the word `[start, end)` in which the character at `offset` stands."""
        boundaries = self._around(offset)
        i = bisect_right(boundaries, offset)
        start = boundaries[i - 1] if i else offset
        return start, boundaries[i] if i < len(boundaries) else min(offset + 1, len(self._text))

    def nearest(self, offset: int, *, prefers_later: bool) -> int:
        """Return the word boundary nearest to `offset` in its paragraph; of two equally near the later or the earlier."""
        boundaries = self._around(offset)
        i = bisect_left(boundaries, offset)
        near = boundaries[max(i - 1, 0) : i + 1]
        return min(near, key=lambda at: (abs(at - offset), -at if prefers_later else at), default=offset)

    def _around(self, offset: int) -> Sequence[int]:
        """Return the boundaries of the paragraph around `offset`, itself included; a long article is not cut for one key."""
        start, end = self.paragraph(offset)
        if start not in self._known:
            if self._job is not None and self._job.isRunning():
                return [start + at for at in rough_boundaries(self._text[start:end])]
            inside = [(a - start, b - start) for a, b in self._breaks if start <= a and b <= end]
            self._known[start] = [start + at for at in self._cut(self._text[start:end], inside)]
        return self._known[start]

    def paragraph(self, offset: int) -> tuple[int, int]:
        """Return the paragraph `[start, end)` around `offset`, healed breaks included."""
        start, end = offset, offset
        while (start := self._text.rfind("\n", 0, start)) >= 0 and self._is_healed(start):
            pass
        while (end := self._text.find("\n", end)) >= 0 and self._is_healed(end):
            end += 1
        return start + 1, len(self._text) if end < 0 else end

    def _is_healed(self, at: int) -> bool:
        return any(start <= at < end for start, end in self._breaks)


def rough_boundaries(text: str) -> list[int]:
    """Return boundaries (code points, with 0) by kinds of characters: a number or Latin word is one, every other character one.

    A boundary at a line break stands before it.
    """
    return [0, *(match.end() for match in _ROUGH.finditer(text) if not match[0].startswith("\n"))]
