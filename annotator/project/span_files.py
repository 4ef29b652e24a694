"""Which of the files that were chosen hold annotations: told for good when an import is planned, or at a glance when they are dropped."""

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from annotator.core.errors import InputError
from annotator.exchange.formats.document import Unit
from annotator.project.foreign import content_of, kind_of
from annotator.project.looking_through import READINGS, Words, told_unit
from annotator.project.reports import ImportReport
from annotator.project.sources import KINDS, SPAN_FILES, How, Source, sources
from annotator.project.ticking import WHOLE, Progress, Ticking

READABLE = KINDS | SPAN_FILES
"""Kinds of files of which some may hold annotations."""

_GLANCED = 200
_OPENED = 8
_GLANCE, _FEW = 4_000_000, 400_000
_OPEN_ENDED = frozenset({".json", ".jsonl", ".ndjson"})


@dataclass(frozen=True, slots=True)
class Told:
    """A file: its format (empty where it holds no annotations), what its offsets count where that had to be told, why it is refused."""

    source: Source
    kind: str = ""
    unit: Unit | None = None
    error: InputError | None = None


def told_files(
    paths: Sequence[Path], how: How, words: Words, progress: Progress, *, last: int = WHOLE
) -> tuple[tuple[Path, ...], list[Told]]:
    """Return the files at `paths`, and the paths by which the command line finds those with annotations, and only those.

    A folder in which other files stand too is taken file by file. `words` are such as may be marked; see `looking_through.told_unit`.
    `progress` is told up to `last` thousandths; what it raises ends the work.

    Raises:
        InputError: a path does not exist.
    """
    asked: list[Path] = []
    found: list[Told] = []
    reports = [ImportReport() for _ in paths]
    inside_of = [list(sources([path], report, READABLE)) for path, report in zip(paths, reports, strict=True)]
    ticking = Ticking([source for every in inside_of for source in every], progress, times=READINGS, last=last)
    for path, report, every in zip(paths, reports, inside_of, strict=True):
        inside = [_told(source, how, words, ticking) for source in every]
        inside += [Told(Source(Path(one.file), one.file, one.named), error=InputError("{why}", why=one.why)) for one in report.skipped]
        if any(not one.kind for one in inside) and path.is_dir():
            inside = [replace(one, source=_named(one.source)) for one in inside]
            asked += [one.source.path for one in inside if one.kind]
        else:
            asked.append(path)
        found += inside
    return tuple(asked), found


def apart(paths: Sequence[Path]) -> tuple[list[Path], list[Path]]:
    """Return which of `paths` are recognisably annotations, files or folders with such, and which are not; cheap enough for a drop.

    Of many files that may be either only the first are opened; the others of their kind go with those.
    """
    is_held: dict[Path, bool] = {}
    opened: list[bool] = []
    for path in paths:
        if path.suffix.lower() in _OPEN_ENDED and len(opened) >= _OPENED:
            is_held[path] = any(opened)
        else:
            is_held[path] = _holds_spans(path)
            opened += [is_held[path]] if path.suffix.lower() in _OPEN_ENDED else []
    return [path for path in paths if is_held[path]], [path for path in paths if not is_held[path]]


def _holds_spans(path: Path) -> bool:
    try:
        return any(kind_of(source, data, How()) for source, data in _glanced(path))
    except OSError:
        return False


def _told(source: Source, how: How, words: Words, ticking: Ticking) -> Told:
    try:
        data = content_of(source, how, READABLE)
        kind = kind_of(source, data, how)
    except InputError as error:
        return Told(source, error=error)
    if kind is None:
        is_wrong = source.path.suffix.lower() in SPAN_FILES
        return Told(source, error=InputError("{name} is not of the format that its name says.", name=source.name) if is_wrong else None)
    unit = told_unit(source, data, kind, how, words=words, ticking=ticking)
    ticking.end(source)
    return Told(source, kind, unit)


def _named(source: Source) -> Source:
    """Return a file of a folder as if it had been named itself."""
    return next(iter(sources([source.path], ImportReport(), READABLE)), source) if source.path.is_file() else source


def _glanced(path: Path) -> Iterator[tuple[Source, bytes]]:
    if not path.is_dir():
        yield Source(path, path.name, is_named=True), _beginning(path)
        return
    opened = 0
    for inside in islice(_walked(path), _GLANCED):
        is_opened = inside.suffix.lower() in _OPEN_ENDED and opened < _OPENED
        opened += is_opened
        yield Source(inside, inside.name, is_named=False), _beginning(inside) if is_opened else b""


def _walked(folder: Path) -> Iterable[Path]:
    return (Path(where, name) for where, _, names in os.walk(folder) for name in sorted(names))


def _beginning(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(_GLANCE if path.suffix.lower() in _OPEN_ENDED else _FEW)
