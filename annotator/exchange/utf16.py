"""Offsets in UTF-16 units, which tools written in JavaScript and Java count, to and from code points."""

from bisect import bisect_left

_LAST_IN_ONE_UNIT = 0xFFFF


class Utf16:
    """Converts offsets of one text. A rare character beyond U+FFFF takes two units."""

    __slots__ = ("_astral", "_astral_units", "length")

    def __init__(self, text: str) -> None:
        self._astral = [] if text.isascii() else [i for i, char in enumerate(text) if ord(char) > _LAST_IN_ONE_UNIT]
        self._astral_units = [offset + i for i, offset in enumerate(self._astral)]
        self.length = len(text) + len(self._astral)

    def units(self, offset: int) -> int:
        """Return the UTF-16 position of the code point at `offset`."""
        return offset + bisect_left(self._astral, offset)

    def code_points(self, position: int) -> int | None:
        """Return the offset of the code point at the UTF-16 `position`; None inside of one."""
        before = bisect_left(self._astral_units, position)
        if before and self._astral_units[before - 1] + 1 == position:
            return None
        return position - before

    @property
    def is_same(self) -> bool:
        """Whether both ways of counting agree throughout."""
        return not self._astral
