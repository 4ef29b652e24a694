"""Files of other tools gone through before anything is imported: all that is wrong with them, and what their offsets count."""

import re
from collections.abc import Callable, Collection, Generator, Iterable, Iterator
from dataclasses import replace

from annotator.core.errors import InputError
from annotator.exchange.formats.document import Unit
from annotator.exchange.native_jsonl import LineIn
from annotator.exchange.reading_spans import BY_ROWS, SpanFormat, read_rows, read_text
from annotator.project.foreign import Content, lines_of, rows_of
from annotator.project.sources import How, Source
from annotator.project.ticking import Ticking

MOST_REFUSED = 100
"""So many errors of one file are looked for; whoever chose a wrong format need not read one for each line."""
_OPEN_UNITS = frozenset({SpanFormat.DOCCANO.value, SpanFormat.LABEL_STUDIO.value})
# A character that counts twice in UTF-16, as it is or spelled in JSON.
_RARE = re.compile("[\U00010000-\U0010ffff]|\\\\u[dD][89abAB]")
_MOST_UNSURE, _MOST_SURE = 1_000, 100_000
READINGS = 5
"""So many times a file is read at most until it tells what its offsets count."""

Words = Callable[[], Collection[str]]
"""Gives words such as may be marked, where they are needed."""


def looked_through(source: Source, data: Content, kind: str, how: How) -> Iterator[LineIn | InputError]:
    """Yield the texts of a file with their spans, and in the place of one that cannot be read the error that says why.

    Where lines stand by themselves reading goes on behind it, `MOST_REFUSED` times; elsewhere it ends there.
    """
    if kind not in BY_ROWS:
        yield from _found(lines_of(source, data, kind, how))
        return
    try:
        rows = _each_row(rows_of(source, data, how))
    except InputError as error:
        yield error
        return
    at = 0
    for _ in range(MOST_REFUSED):
        ended = yield from _behind(at, read_rows(SpanFormat(kind), rows, source.name, Unit(how.unit) if how.unit else None))
        number = None if ended is None else ended.facts.get("line")
        if not isinstance(number, int) or number <= at:
            return
        at = number


def told_unit(source: Source, data: Content, kind: str, how: How, *, words: Words, ticking: Ticking) -> Unit | None:
    """Return what the offsets of a file count, where nobody said it, its format leaves it open, it matters, and the file tells.

    It does where all spans fit in one way only, or where they hold in one way more of `words`, or of those that are marked in the file
    where both ways agree. What `ticking` raises ends the reading.
    """
    if kind not in _OPEN_UNITS or how.unit is not None:
        return None
    try:
        if not any(_RARE.search(row) for row in ticking.through(_each_row(rows_of(source, data, how)))):
            return None
        units = (Unit.CODE_POINTS, Unit.UTF16)
        fitting = [unit for unit in units if _fits(ticking.through(_read(source, data, kind, how, unit)))]
        if len(fitting) > 1:
            by_points, by_utf16 = (ticking.through(_read(source, data, kind, how, unit)) for unit in fitting)
            return _told_by_words(by_points, by_utf16, words())
    except InputError:
        return None
    return fitting[0] if fitting else None


def _read(source: Source, data: Content, kind: str, how: How, unit: Unit) -> Iterator[LineIn]:
    rows = rows_of(source, data, how)
    if kind in BY_ROWS:
        return read_rows(SpanFormat(kind), rows, source.name, unit)
    return read_text(SpanFormat(kind), "\n".join(_each_row(rows)), source.name, unit)


def _each_row(rows: str | Iterable[str]) -> Iterator[str]:
    return iter(rows.removeprefix("\ufeff").split("\n") if isinstance(rows, str) else rows)


def _found(lines: Iterator[LineIn]) -> Generator[LineIn | InputError, None, InputError | None]:
    """Yield lines, then the error that ended them, which is returned too."""
    try:
        yield from lines
    except InputError as error:
        yield error
        return error
    return None


def _behind(at: int, lines: Iterator[LineIn]) -> Generator[LineIn | InputError, None, InputError | None]:
    """Yield what stands behind line `at`, given as if the file began there: the same with the numbers of the file."""
    if not at:
        return (yield from _found(lines))
    try:
        for line in lines:
            yield replace(line, number=line.number + at)
    except InputError as error:
        number = error.facts.get("line")
        moved = InputError(error.template, **{**error.facts, "line": number + at}) if isinstance(number, int) else error
        yield moved
        return moved
    return None


def _fits(lines: Iterator[LineIn]) -> bool:
    try:
        return all(True for _ in lines)
    except InputError:
        return False


def _told_by_words(by_points: Iterator[LineIn], by_utf16: Iterator[LineIn], words: Collection[str]) -> Unit | None:
    sure = set(words)
    unsure: list[tuple[set[str], set[str]]] = []
    for points, utf16 in zip(by_points, by_utf16, strict=True):
        one, other = _marked(points), _marked(utf16)
        sure |= one & other if len(sure) < _MOST_SURE else set()
        if one != other and len(unsure) < _MOST_UNSURE:
            unsure.append((one - other, other - one))
    points_fit, utf16_fit = (sum(len(marked & sure) for marked in side) for side in zip(*unsure, strict=True)) if unsure else (0, 0)
    if points_fit == utf16_fit:
        return None
    return Unit.CODE_POINTS if points_fit > utf16_fit else Unit.UTF16


def _marked(line: LineIn) -> set[str]:
    # A column may have broken a word.
    return {"".join(line.text[span.start : span.end].split()) for span in line.spans or ()}
