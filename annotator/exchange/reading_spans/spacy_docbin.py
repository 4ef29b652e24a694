"""spaCy's DocBin: the entities and span groups of its documents.

The file is taken apart here, and no spaCy document is made of it: spaCy trusts its numbers. Its strings are numbers too; which
string has which only spaCy knows, so it must be installed. Groups called `rejected` are left out.
"""

import struct
import sys
import zlib
from array import array
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module

from annotator.core.errors import InputError
from annotator.exchange.native_jsonl import LineIn, SpanIn
from annotator.exchange.reading.limits import LARGEST_FILE, LONGEST_TEXT, MIB
from annotator.exchange.reading_spans.spacy_msgpack import Allowance, Key, Value, unpacked

LARGEST_UNPACKED = 512 * MIB
"""Bytes of an unpacked DocBin: five million tokens with all that spaCy can say of each."""

_ORTH, _ENT_IOB, _ENT_TYPE = 65, 77, 78
_INSIDE, _BEGINS = 1, 3
# id, programme, label, tokens from and to, characters from and to.
_SPAN = struct.Struct(">QQQllll")
_LONGEST_LABEL = 200
_REJECTED = "rejected"

Lookup = Callable[[int], str]


def read_docbin(data: bytes, where: str) -> Iterator[LineIn]:
    """Yield the documents of a DocBin; spans are its entities and those of all span groups, each once.

    Raises:
        InputError: spaCy is not installed, or the file is no DocBin, damaged or too large; `where` names it.
    """
    try:
        strings = import_module("spacy.strings")
    except ImportError as error:
        raise InputError(
            "{where}: spaCy files need the package spacy, which is not installed. Run: pip install spacy.", where=where
        ) from error
    try:
        allowance = Allowance()
        packed = _packed(unpacked(_inflated(data, where), allowance), allowance)
        store = strings.StringStore(packed.strings)
        yield from _lines(packed, store.__getitem__)
    except (ValueError, KeyError, IndexError, OverflowError, struct.error, zlib.error, RecursionError) as error:
        raise InputError("{where} is not a spaCy DocBin, or damaged ({why}).", where=where, why=_why(error)) from error


def _why(error: Exception) -> str:
    # spaCy's own sentences run over several lines.
    return str(error).partition("\n")[0][:100] or type(error).__name__


def _inflated(data: bytes, where: str) -> bytes:
    if len(data) > LARGEST_FILE:
        raise InputError("{where} is too large: more than {limit} bytes.", where=where, limit=LARGEST_FILE)
    stream = zlib.decompressobj()
    found = stream.decompress(data, LARGEST_UNPACKED)
    if stream.unconsumed_tail:
        raise InputError("{where} is too large: it unpacks to more than {limit} bytes.", where=where, limit=LARGEST_UNPACKED)
    if not stream.eof:
        raise ValueError("it is cut short")
    return found


@dataclass(frozen=True, slots=True)
class _Packed:
    """A DocBin with its columns checked against each other: `columns` hold one number a token, `lengths` one a document."""

    columns: Mapping[int, Sequence[int]]
    spaces: Sequence[int]
    lengths: Sequence[int]
    strings: Sequence[str]
    groups: Sequence[Value]
    flags: Sequence[Value]
    user_data: Sequence[Value]
    allowance: Allowance

    def message(self, values: Sequence[Value], at: int) -> Value:
        """Return the message of the document at `at` in one of the lists; None where there is none."""
        packed = _at(values, at)
        return unpacked(packed, self.allowance) if isinstance(packed, bytes) and packed else None


def _packed(value: Value, allowance: Allowance) -> _Packed:
    if not isinstance(value, dict):
        raise ValueError("no map")  # noqa: TRY004 - what is wrong is the file
    numbers = [number for number in _list(value, "attrs") if isinstance(number, int)]
    tokens, lengths, spaces = _array(value, "tokens", "Q"), _array(value, "lengths", "i"), _array(value, "spaces", "B")
    count = sum(lengths)
    if _ORTH not in numbers or min(lengths, default=0) < 0 or len(tokens) != count * len(numbers) or len(spaces) != count:
        raise ValueError("its columns do not fit together")
    width = len(numbers)
    columns = {number: tokens[at::width] for at, number in enumerate(numbers)}
    strings = [text for text in _list(value, "strings") if isinstance(text, str)]
    return _Packed(
        columns, spaces, lengths, strings, _list(value, "span_groups"), _list(value, "flags"), _list(value, "user_data"), allowance
    )


def _list(value: Mapping[Key, Value], name: str) -> list[Value]:
    found = value.get(name, [])
    if not isinstance(found, list):
        raise ValueError(f"{name} is no list")  # noqa: TRY004
    return found


def _array(value: Mapping[Key, Value], name: str, form: str) -> Sequence[int]:
    found = value.get(name)
    if not isinstance(found, bytes):
        raise ValueError(f"{name} is missing")  # noqa: TRY004
    numbers = array(form)
    numbers.frombytes(found)
    if sys.byteorder == "big":  # spaCy writes the numbers of the machine, and runs on little-endian ones
        numbers.byteswap()
    return numbers


def _lines(packed: _Packed, lookup: Lookup) -> Iterator[LineIn]:
    first = 0
    for number, length in enumerate(packed.lengths, start=1):
        if length:
            document = _Document(packed, range(first, first + length), number - 1, lookup)
            yield document.line(number)
        first += length


class _Document:
    """One document: its tokens are the `places` of the columns."""

    def __init__(self, packed: _Packed, places: range, at: int, lookup: Lookup) -> None:
        self._packed, self._places, self._at, self._lookup = packed, places, at, lookup
        flags = _at(packed.flags, at)
        is_spaced = isinstance(flags, dict) and flags.get("has_unknown_spaces") is True
        words = [lookup(packed.columns[_ORTH][place]) for place in places]
        spaces = [" " if is_spaced or packed.spaces[place] else "" for place in places]
        self._starts, self._ends = [], []
        length = 0
        for word, space in zip(words, spaces, strict=True):
            self._starts.append(length)
            self._ends.append(length + len(word))
            length += len(word) + len(space)
            if length > LONGEST_TEXT:
                raise ValueError(f"a text of more than {LONGEST_TEXT} characters")
        self._text = "".join(word + space for word, space in zip(words, spaces, strict=True))

    def line(self, number: int) -> LineIn:
        known = _texts(self._packed.message(self._packed.user_data, self._at))
        spans = sorted(dict.fromkeys((*self._entities(), *self._grouped())), key=lambda span: (span.start, span.end, span.label))
        return LineIn(number, known.get("id") or None, self._text, " ".join(known.get("title", "").split()), tuple(spans))

    def _entities(self) -> Iterator[SpanIn]:
        columns = self._packed.columns
        if _ENT_IOB not in columns or _ENT_TYPE not in columns:
            return
        first, label = 0, 0
        for at, place in enumerate((*self._places, None)):
            state, kind = (0, 0) if place is None else (columns[_ENT_IOB][place], columns[_ENT_TYPE][place])
            if label and (state != _INSIDE or kind != label):
                yield from self._span(first, at, label)
                label = 0
            if state == _BEGINS or (state == _INSIDE and not label):
                first, label = at, kind

    def _grouped(self) -> Iterator[SpanIn]:
        groups = self._packed.message(self._packed.groups, self._at)
        # Older files list groups, newer ones map a group to its names.
        pairs = groups.items() if isinstance(groups, dict) else [(group, None) for group in groups] if isinstance(groups, list) else ()
        for group, names in pairs:
            value = unpacked(group, self._packed.allowance) if isinstance(group, bytes) else None
            if isinstance(value, dict) and not _is_rejected([value.get("name"), *(names if isinstance(names, list) else ())]):
                for span in _list(value, "spans"):
                    yield from self._unpacked(span)

    def _unpacked(self, span: Value) -> Iterator[SpanIn]:
        if not isinstance(span, bytes):
            raise ValueError("a span is no range")  # noqa: TRY004
        _, _, label, first, after, _, _ = _SPAN.unpack(span)
        if label:
            yield from self._span(first, after, label)

    def _span(self, first: int, after: int, label: int) -> Iterator[SpanIn]:
        if not 0 <= first < after <= len(self._starts):
            raise ValueError("a span is no range of its text")
        start, end, name = self._starts[first], self._ends[after - 1], self._lookup(label)
        if start >= end or not 0 < len(name) <= _LONGEST_LABEL:
            raise ValueError("a span without text or label")
        yield SpanIn(start, end, name, self._text[start:end])


def _at(values: Sequence[Value], at: int) -> Value:
    return values[at] if at < len(values) else None


def _texts(value: Value) -> dict[str, str]:
    return {key: text for key, text in value.items() if isinstance(key, str) and isinstance(text, str)} if isinstance(value, dict) else {}


def _is_rejected(names: Sequence[Value]) -> bool:
    return any(isinstance(name, str) and (name == _REJECTED or name.startswith(f"{_REJECTED}:")) for name in names)
