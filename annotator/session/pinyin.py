"""Initials of Chinese characters, so that cyfp finds 产业扶贫.

`resources/pinyin_initials.txt` has one line for each of the rows 16 to 87 of GB 2312 (6,763 characters) and one letter a character.
Rows 16 to 55 are sorted by pinyin in the standard itself; the rows after them, sorted by radical, have the first reading that Unihan
gives. A character with several readings has one letter here.
"""

from functools import cache

from annotator import places

_FIRST_ROW = 0xB0
_FIRST_CELL = 0xA1


def initials(text: str) -> str:
    """Return `text` with the pinyin initial in place of each Chinese character, in lower case; the rest stays, and so do all offsets."""
    lower = text.lower()
    return (lower if len(lower) == len(text) else text).translate(_table())


@cache
def _table() -> dict[int, int]:
    rows = places.shipped("resources", "pinyin_initials.txt").read_text(encoding="ascii").split()
    cells = (bytes((_FIRST_ROW + n, _FIRST_CELL + i)) for n, row in enumerate(rows) for i in range(len(row)))
    return str.maketrans(b"".join(cells).decode("gb2312"), "".join(rows))
