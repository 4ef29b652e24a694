"""CSV and TSV: every row is a text, the first row names the columns."""

import csv
import re
from collections.abc import Iterator
from itertools import islice

from annotator.core.errors import InputError
from annotator.exchange.reading.found import Given, Unread, is_blank
from annotator.exchange.reading.kinds import suffix_of
from annotator.exchange.reading.limits import LONGEST_LINE, LONGEST_TEXT, MOST_ROWS
from annotator.exchange.reading.table import Row, Table, headed

_SEPARATORS = (",", "\t", ";", "|")
_LOOK_AT = 20
_LINE = re.compile(r"[^\n]*\n|[^\n]+")
# Excel writes this line above a table whose separator is not the system's, and hides it.
_HINT = re.compile(r"sep=(.)\n")


def tables(given: Given) -> Iterator[Table]:
    """Yield the one table of the file. Empty rows count; cells are as they stand between the separators, quotes resolved.

    Raises:
        InputError: it cannot be decoded, or its first rows cannot be read.
    """
    text, encoding = given.text()
    hint = _HINT.match(text)
    separator = "\t" if suffix_of(given.name) == ".tsv" else hint[1] if hint else _separator(text)
    yield headed(given.name, encoding, _rows(given.name, text, separator, skipped=bool(hint)))


def _rows(name: str, text: str, separator: str, *, skipped: bool) -> Iterator[Row | Unread]:
    """Yield the rows that are not empty.

    Raises:
        InputError: a row cannot be read. What follows it cannot be told apart, so it is the last.
    """
    # The limit is one of the whole process; its own default is less than a long article.
    csv.field_size_limit(max(csv.field_size_limit(), LONGEST_TEXT))
    reader = csv.reader(_lines(name, text), delimiter=separator, strict=True)
    began = 1
    try:
        for number, cells in enumerate(reader, start=1):
            if number > MOST_ROWS:
                raise InputError("{name} has more than {limit} rows; the rest was left out.", name=name, limit=MOST_ROWS)
            filled = {i: cell for i, cell in enumerate(cells) if not is_blank(cell)}
            if filled and not (skipped and number == 1):
                yield Row(number, filled)
            began = reader.line_num + 1
    except csv.Error as error:
        raise InputError(
            "{name}, line {line}: the row cannot be read ({why}). It and what follows were left out. "
            "Quotation marks inside a cell must be doubled, and the cell quoted.",
            name=name,
            line=began,
            why=error,
        ) from error


def _lines(name: str, text: str) -> Iterator[str]:
    for number, match in enumerate(_LINE.finditer(text), start=1):
        if match.end() - match.start() > LONGEST_LINE:
            raise InputError(
                "{name}, line {line} has more than {limit} characters; it and what follows were left out.",
                name=name,
                line=number,
                limit=LONGEST_LINE,
            )
        yield match[0]


def _separator(text: str) -> str:
    """Return what cuts the first rows into the most cells, the same number in each; else what does so with the first; else the comma."""
    return max(_SEPARATORS, key=lambda separator: _cut(text, separator))


def _cut(text: str, separator: str) -> tuple[int, int]:
    """Return how many cells every row has, 0 if not all have the same and several; and how many the first has."""
    lines = (match[0] for match in islice(_LINE.finditer(text), _LOOK_AT * _LOOK_AT) if match.end() - match.start() <= LONGEST_LINE)
    try:
        counts = [len(cells) for cells in islice(csv.reader(lines, delimiter=separator), _LOOK_AT) if cells]
    except csv.Error:
        return 0, 0
    is_even = len(set(counts)) == 1 and counts[0] > 1
    return (counts[0] if is_even else 0), (counts[0] if counts else 0)
