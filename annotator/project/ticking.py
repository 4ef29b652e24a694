"""How far the reading of files is, told in thousandths to whom may end it by raising."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from annotator.core.errors import InputError
from annotator.exchange.native_jsonl import LineIn
from annotator.project.sources import Source

Progress = Callable[[int, int], None]
Item = TypeVar("Item", str, LineIn, LineIn | InputError)

WHOLE = 1_000
_OFTEN = 50
# A Chinese character takes three bytes.
_BYTES = 3


class Ticking:
    """Says how far the reading is, which it can only guess inside of a file.

    The files are read `times` times. What is told goes from `first` to `last` thousandths.
    """

    def __init__(self, files: Sequence[Source], progress: Progress, *, times: int = 1, first: int = 0, last: int = WHOLE) -> None:
        self._times = times
        self._size = max(times * sum(map(_size, files)), 1)
        self._progress, self._first, self._last = progress, first, last
        self._done = self._read = 0

    def through(self, items: Iterable[Item]) -> Iterator[Item]:
        """Yield the rows or texts of a file."""
        for number, item in enumerate(items):
            if number % _OFTEN == 0:
                self._say(self._done + self._read)
            self._read += _BYTES * _length(item)
            yield item

    def end(self, source: Source) -> None:
        """Say that a file is read."""
        self._done += self._times * _size(source)
        self._read = 0
        self._say(self._done)

    def _say(self, done: int) -> None:
        share = min(done / self._size, 1.0)
        self._progress(self._first + int(share * (self._last - self._first)), WHOLE)


def _length(item: str | LineIn | InputError) -> int:
    if isinstance(item, InputError):
        return 0
    return len(item) if isinstance(item, str) else len(item.text)


def _size(source: Source) -> int:
    try:
        return source.path.stat().st_size
    except OSError:
        return 0
