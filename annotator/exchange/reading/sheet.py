"""What the parts of a workbook say: shared texts, the formats that mean dates, and the cells of a sheet."""

import math
import re
from collections.abc import Mapping
from datetime import datetime, timedelta

from typing_extensions import override

from annotator.core.errors import InputError
from annotator.exchange.reading.found import Unread, is_blank
from annotator.exchange.reading.limits import LONGEST_TEXT, MOST_CELLS, MOST_CHARACTERS, MOST_ROWS
from annotator.exchange.reading.package import Target
from annotator.exchange.reading.table import Row, letters

# Formats that Excel has without writing them down; 27–36 and 50–58 are dates in Chinese, Japanese and Korean.
_DATES = frozenset({*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)})
_NO_PLACEHOLDERS = re.compile(r'"[^"]*"|\\.|_.|\[(?!(?:h+|m+|s+)\])[^\]]*\]|;.*', re.IGNORECASE | re.DOTALL)
_PLACEHOLDER = re.compile("[dmyhs]|aaa", re.IGNORECASE)
_CODED = re.compile("_x([0-9A-Fa-f]{4})_")
_REFERENCE = re.compile(r"([A-Za-z]{1,3})\d*")
_LETTERS = 26
_MOST_DIGITS = 9
_LONGEST_FORMAT = 255
_WHOLE = 1e15
# A day that never was, 29 February 1900, is counted: before it the count is one day less.
_SINCE_1900, _PHANTOM = datetime(1899, 12, 30), 60  # noqa: DTZ001 (a sheet knows no time zones)
_SINCE_1904 = datetime(1904, 1, 1)  # noqa: DTZ001
_LAST_DAY = 2_958_466


class _Texts(Target):
    """Takes in elements that hold text in runs, without the readings that are written over them."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._pieces: list[str] = []
        self._length = 0
        self._is_taking = False
        self._in_reading = False

    def _start_text(self, name: str) -> None:
        if name == "s:rPh":
            self._in_reading = True
        elif name in {"s:t", "s:v"}:
            self._is_taking = not self._in_reading

    def _end_text(self, name: str) -> None:
        if name == "s:rPh":
            self._in_reading = False
        elif name in {"s:t", "s:v"}:
            self._is_taking = False

    @override
    def text(self, data: str) -> None:
        if not self._is_taking:
            return
        self._length += len(data)
        if self._length > LONGEST_TEXT:
            raise InputError("{name} holds a cell of more than {limit} characters.", name=self._name, limit=LONGEST_TEXT)
        self._pieces.append(data)

    def _take_text(self) -> str:
        text = "".join(self._pieces)
        self._pieces.clear()
        self._length = 0
        return text


class SharedTexts(_Texts):
    """Takes in the texts that cells point to."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.texts: list[str] = []
        self._characters = 0

    @override
    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        self._start_text(name)

    @override
    def end(self, name: str) -> None:
        self._end_text(name)
        if name != "s:si":
            return
        text = uncoded(self._take_text())
        self._characters += len(text)
        if len(self.texts) >= MOST_CELLS or self._characters > MOST_CHARACTERS:
            raise InputError("{name} holds more texts than any table of articles.", name=self._name)
        self.texts.append(text)


class Styles(Target):
    """Takes in the formats of cells: `is_date[style]` says whether a number in that style is a date."""

    def __init__(self, *, from_1904: bool) -> None:
        self._from_1904 = from_1904
        self._formats: dict[str, bool] = {}
        self._in_cells = False
        self.is_date: list[bool] = []

    @override
    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "s:numFmt":
            self._formats[attributes.get("numFmtId", "")] = is_date_format(attributes.get("formatCode", ""))
        elif name == "s:cellXfs":
            self._in_cells = True
        elif name == "s:xf" and self._in_cells:
            number = attributes.get("numFmtId", "0")
            self.is_date.append(self._formats.get(number, _index(number) in _DATES))

    @override
    def end(self, name: str) -> None:
        if name == "s:cellXfs":
            self._in_cells = False

    def number(self, value: str, style: str) -> str:
        """Return a stored number as text: a date where its style says so, else the number as short as it is exact."""
        try:
            number = float(value)
        except ValueError:
            return value
        if 0 <= _index(style) < len(self.is_date) and self.is_date[_index(style)]:
            return _date(number, from_1904=self._from_1904) or value
        if math.isfinite(number) and number == int(number) and abs(number) < _WHOLE:
            return str(int(number))
        return repr(number)


class Sheet(_Texts):
    """Takes in the cells of a sheet; `taken` gives the rows that are complete."""

    def __init__(self, name: str, texts: list[str], styles: Styles) -> None:
        super().__init__(name)
        self._texts = texts
        self._styles = styles
        self._rows: list[Row | Unread] = []
        self._number = 0
        self._cells: dict[int, str] = {}
        self._position = -1
        self._type = self._style = ""
        self._has_formula = self._has_value = False

    def taken(self) -> list[Row | Unread]:
        """Return the rows that were completed since the last call; rows without a filled cell are passed over."""
        rows, self._rows = self._rows, []
        return rows

    @override
    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "s:row":
            self._start_row(attributes.get("r", ""))
        elif name == "s:c":
            self._position = _position(attributes.get("r", ""), self._position)
            self._type, self._style = attributes.get("t", "n"), attributes.get("s", "")
            self._has_formula = self._has_value = False
        elif name == "s:f":
            self._has_formula = True
        else:
            self._has_value |= name == "s:v"
            self._start_text(name)

    @override
    def end(self, name: str) -> None:
        self._end_text(name)
        if name == "s:c":
            self._end_cell()
        elif name == "s:row" and self._cells:
            self._rows.append(Row(self._number, self._cells))
            self._cells = {}

    def _start_row(self, said: str) -> None:
        # Rows that go back, or stand on one another, are counted on: each keeps a name of its own.
        self._number = max(_index(said), self._number + 1)
        if self._number > MOST_ROWS:
            raise InputError("{name} has more than {limit} rows; the rest was left out.", name=self._name, limit=MOST_ROWS)
        self._position = -1

    def _end_cell(self) -> None:
        value = self._value(self._take_text())
        if self._has_formula and not self._has_value:
            where = f"{letters(self._position)}{self._number}"
            why = InputError(
                "{name}: the cell {cell} holds a formula without its result; it was left out. Open the file in Excel and save it again.",
                name=self._name,
                cell=where,
            )
            self._rows.append(Unread(f"{self._name}#{self._number}", why))
        elif not is_blank(value):
            self._cells[self._position] = value

    def _value(self, stored: str) -> str:
        match self._type:
            case "s":
                return self._shared(stored)
            case "str" | "inlineStr":
                return uncoded(stored)
            case "b":
                return {"1": "TRUE", "0": "FALSE"}.get(stored, stored)
            case "n":
                return self._styles.number(stored, self._style) if stored else ""
            case _:
                return stored

    def _shared(self, stored: str) -> str:
        index = _index(stored)
        if not 0 <= index < len(self._texts):
            raise InputError(
                "{name} is damaged: the cell {cell} points to a text that is not there.",
                name=self._name,
                cell=f"{letters(self._position)}{self._number}",
            )
        return self._texts[index]


def is_date_format(code: str) -> bool:
    """Return whether a number in this format is shown as a date or a time of day: it asks for days, months, years, hours."""
    return bool(_PLACEHOLDER.search(_NO_PLACEHOLDERS.sub("", code[:_LONGEST_FORMAT])))


def uncoded(text: str) -> str:
    """Return `text` with characters that XML cannot hold, written `_x000D_`, as they are."""
    return _CODED.sub(lambda match: chr(int(match[1], 16)), text) if "_x" in text else text


def _index(said: str) -> int:
    """Return the number that `said` is, or -1 where it is none that a workbook could mean."""
    return int(said) if said.isdecimal() and len(said) <= _MOST_DIGITS else -1


def _position(reference: str, last: int) -> int:
    """Return the position of the column in a reference such as `AB12`, from 0; without one the cell follows the last."""
    match = _REFERENCE.fullmatch(reference)
    if match is None:
        return last + 1
    position = 0
    for letter in match[1].upper():
        position = position * _LETTERS + ord(letter) - ord("A") + 1
    return position - 1


def _date(number: float, *, from_1904: bool) -> str:
    """Return days since the workbook's first day as a date, a time of day below one day, or both; empty for no such day."""
    if not 0 <= number < _LAST_DAY:
        return ""
    since = _SINCE_1904 if from_1904 else _SINCE_1900
    if not from_1904 and 1 <= number < _PHANTOM:
        number += 1
    moment = since + timedelta(seconds=round(number * 86_400))
    if number < 1:
        return f"{moment:%H:%M:%S}"
    return f"{moment:%Y-%m-%d}" if number == int(number) else f"{moment:%Y-%m-%d %H:%M:%S}"
