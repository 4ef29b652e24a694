"""Ranges that a file gives, checked against its text, whatever its offsets count."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from annotator.core.errors import InputError
from annotator.exchange.formats.document import Unit
from annotator.exchange.native_jsonl import SpanIn
from annotator.exchange.utf16 import Utf16

_UNITS = (Unit.CODE_POINTS, Unit.UTF16)


@dataclass(frozen=True, slots=True)
class Raw:
    """A span as it stands in a file: `[start, end)` in the file's unit; `surface` where the file says it."""

    start: int
    end: int
    label: str
    surface: str | None = None


@dataclass(frozen=True, slots=True)
class Where:
    """The place of a text in a file, for sentences: the file's name, and the line or task from 1."""

    name: str
    number: int


def spans_of(text: str, raws: Sequence[Raw], where: Where, unit: Unit | None = None) -> tuple[SpanIn, ...]:
    """Return the spans in code points, each once, in the file's order; spans may overlap.

    What offsets count is `unit`; None finds out, which only takes an answer where rare characters beyond U+FFFF stand before a
    span: the offsets must then fit the text and the given surfaces in one way only.

    Raises:
        InputError: a range is empty or outside the text, its surface is another, or both units fit.
    """
    units = _UNITS if unit in {None, Unit.OWN} else (unit,)
    utf16 = Utf16(text)
    if utf16.is_same or Unit.UTF16 not in units:
        return _checked(text, raws, where)
    fitting = [found for u in units if (found := _fit(text, raws, utf16 if u is Unit.UTF16 else None)) is not None]
    if not fitting:
        return _checked(text, raws if len(units) > 1 else [_in_code_points(raw, utf16, where) for raw in raws], where)
    if len(set(fitting)) > 1:
        raise InputError(
            "{name}, line {line}: there are rare characters before spans, and the offsets may count code points or UTF-16 units. "
            "Say which it is.",
            name=where.name,
            line=where.number,
        )
    return fitting[0]


def _fit(text: str, raws: Sequence[Raw], utf16: Utf16 | None) -> tuple[SpanIn, ...] | None:
    """Return the spans if all of them fit."""
    found: dict[SpanIn, None] = {}
    for raw in raws:
        start, end = (raw.start, raw.end) if utf16 is None else (utf16.code_points(raw.start), utf16.code_points(raw.end))
        if start is None or end is None or not _is_range(text, start, end, raw.surface):
            return None
        found[SpanIn(start, end, raw.label, raw.surface)] = None
    return tuple(found)


def _in_code_points(raw: Raw, utf16: Utf16, where: Where) -> Raw:
    start, end = utf16.code_points(raw.start), utf16.code_points(raw.end)
    if start is None or end is None:
        raise InputError(
            "{name}, line {line}: the span {start}–{end} begins or ends inside a character, if its offsets count UTF-16 units.",
            name=where.name,
            line=where.number,
            start=raw.start,
            end=raw.end,
        )
    return Raw(start, end, raw.label, raw.surface)


def _checked(text: str, raws: Sequence[Raw], where: Where) -> tuple[SpanIn, ...]:
    return tuple(dict.fromkeys(_each_checked(text, raws, where)))


def _each_checked(text: str, raws: Sequence[Raw], where: Where) -> Iterator[SpanIn]:
    for raw in raws:
        if not _is_range(text, raw.start, raw.end, raw.surface):
            raise _not_a_range(text, raw, where)
        yield SpanIn(raw.start, raw.end, raw.label, raw.surface)


def _is_range(text: str, start: int, end: int, surface: str | None) -> bool:
    return 0 <= start < end <= len(text) and (surface is None or text[start:end] == surface)


def _not_a_range(text: str, raw: Raw, where: Where) -> InputError:
    if 0 <= raw.start < raw.end <= len(text):
        return InputError(
            "{name}, line {line}: the span {start}–{end} should be “{said}”, but the text there is “{found}”.",
            name=where.name,
            line=where.number,
            start=raw.start,
            end=raw.end,
            said=raw.surface,
            found=text[raw.start : raw.end],
        )
    return InputError(
        "{name}, line {line}: the span {start}–{end} is not a range of the text, which has {length} characters.",
        name=where.name,
        line=where.number,
        start=raw.start,
        end=raw.end,
        length=len(text),
    )
