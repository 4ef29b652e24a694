"""MessagePack, as much of it as spaCy's files use, within a bound on the number of values.

Written here because the decoders at hand bound the length of one list, not of all: half a megabyte of packed zeros becomes
gigabytes of lists.
"""

import struct
from collections.abc import Mapping
from types import MappingProxyType

MOST_VALUES = 4_000_000
"""Values of all messages of a file: some per document, one per different token and per span. Two microseconds each."""

DEEPEST = 16
"""How deep lists and maps may nest; a DocBin nests three deep."""

Value = None | bool | int | float | str | bytes | list["Value"] | dict["Key", "Value"]
Key = None | bool | int | float | str | bytes

# First byte -> format of a number that follows (big-endian).
_NUMBERS: Mapping[int, str] = MappingProxyType(
    {0xCA: ">f", 0xCB: ">d", 0xCC: ">B", 0xCD: ">H", 0xCE: ">I", 0xCF: ">Q", 0xD0: ">b", 0xD1: ">h", 0xD2: ">i", 0xD3: ">q"}
)
_LENGTHS: Mapping[int, str] = MappingProxyType(
    {0xC4: ">B", 0xC5: ">H", 0xC6: ">I", 0xD9: ">B", 0xDA: ">H", 0xDB: ">I", 0xDC: ">H", 0xDD: ">I", 0xDE: ">H", 0xDF: ">I"}
)
_CONSTANTS: Mapping[int, bool | None] = MappingProxyType({0xC0: None, 0xC2: False, 0xC3: True})
_FIXED_MAP, _FIXED_LIST, _FIXED_TEXT, _NIL, _NEGATIVE = 0x80, 0x90, 0xA0, 0xC0, 0xE0
_BYTES, _TEXTS, _LISTS = frozenset({0xC4, 0xC5, 0xC6}), frozenset({0xD9, 0xDA, 0xDB}), frozenset({0xDC, 0xDD})


class Allowance:
    """How many values may still be unpacked."""

    __slots__ = ("left",)

    def __init__(self, left: int = MOST_VALUES) -> None:
        """Allow for `left` values."""
        self.left = left


def unpacked(data: bytes, allowance: Allowance) -> Value:
    """Return the value that `data` is; what it holds is taken from `allowance`.

    Raises:
        ValueError: it is cut short, nests too deep, holds too many values, or a kind that spaCy does not use.
    """
    reader = _Reader(data, allowance)
    value = reader.value(0)
    if reader.at != len(data):
        raise ValueError("more follows the value")
    return value


class _Reader:
    def __init__(self, data: bytes, allowance: Allowance) -> None:
        self._data = data
        self._allowance = allowance
        self.at = 0

    def value(self, depth: int) -> Value:
        self._allowance.left -= 1
        if self._allowance.left < 0 or depth > DEEPEST:
            raise ValueError("too many values")
        first = self._bytes(1)[0]
        if first < _FIXED_MAP:
            return first
        if first >= _NEGATIVE:
            return first - 0x100
        if first < _NIL:
            return self._fixed(first, depth)
        if first in _CONSTANTS:
            return _CONSTANTS[first]
        if first in _NUMBERS:
            number: int | float = self._number(_NUMBERS[first])
            return number
        if first not in _LENGTHS:
            raise ValueError("a kind of value that is not used")
        return self._sized(first, int(self._number(_LENGTHS[first])), depth)

    def _fixed(self, first: int, depth: int) -> Value:
        if first >= _FIXED_TEXT:
            return self._bytes(first - _FIXED_TEXT).decode("utf-8")
        if first >= _FIXED_LIST:
            return self._list(first - _FIXED_LIST, depth)
        return self._map(first - _FIXED_MAP, depth)

    def _sized(self, first: int, length: int, depth: int) -> Value:
        if first in _BYTES:
            return self._bytes(length)
        if first in _TEXTS:
            return self._bytes(length).decode("utf-8")
        return self._list(length, depth) if first in _LISTS else self._map(length, depth)

    def _list(self, length: int, depth: int) -> list[Value]:
        return [self.value(depth + 1) for _ in range(length)]

    def _map(self, length: int, depth: int) -> dict[Key, Value]:
        found: dict[Key, Value] = {}
        for _ in range(length):
            key = self.value(depth + 1)
            if isinstance(key, list | dict):
                raise ValueError("a key that is a list")  # noqa: TRY004 - what is wrong is the file
            found[key] = self.value(depth + 1)
        return found

    def _number(self, form: str) -> int | float:
        number: int | float = struct.unpack(form, self._bytes(struct.calcsize(form)))[0]
        return number

    def _bytes(self, length: int) -> bytes:
        piece = self._data[self.at : self.at + length]
        if len(piece) != length:
            raise ValueError("it is cut short")
        self.at += length
        return piece
