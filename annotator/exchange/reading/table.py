"""Tables of texts: one row is one text, its other cells are what is known about it.

Rows are numbered as people see them in Excel or an editor, from 1, the names of the columns included.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, count, islice

from annotator.core.errors import InputError
from annotator.exchange.reading.found import Column, Document, Found, Unread, canonical, is_blank
from annotator.exchange.reading.limits import LONGEST_CELL, LONGEST_HEADING, MOST_CELLS, MOST_CHARACTERS, MOST_COLUMNS, SAMPLE

_HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
# Enough of a cell to tell whether it is Chinese.
_GLANCE = 5_000
_SAMPLES, _SAMPLE_LENGTH = 3, 80
_ABOVE_HEADER = 3
_LETTERS = 26


@dataclass(frozen=True, slots=True)
class Row:
    """The filled cells of a row by the position of their column, from 0."""

    number: int
    cells: Mapping[int, str]


@dataclass(frozen=True, slots=True)
class Record:
    """The filled cells of a row by the name of their column."""

    number: int
    fields: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Table:
    """One table of a file; `columns` are all names there are, or None where each record has its own."""

    name: str
    encoding: str
    columns: tuple[str, ...] | None
    records: Iterator[Record | Unread]


def documents(table: Table, text_column: str | None) -> Iterator[Found]:
    """Yield the text of every row, from the column named or else from the one that looks like it."""
    records = _bounded(table)
    first = list(islice(records, SAMPLE))
    names = _column_names(table, first)
    if text_column is not None and table.columns is not None and text_column not in names:
        why = InputError("{name} has no column {column}; it has {columns}.", name=table.name, column=text_column, columns=", ".join(names))
        yield Unread(table.name, why)
        return
    column = text_column or _text_column(first)
    for item in chain(first, records):
        if isinstance(item, Unread):
            yield item
        else:
            yield from _document(table, item, column)


def columns_of(table: Table) -> tuple[Column, ...]:
    """Return the columns of the first rows with a few of their cells, cut to a glance, in the order in which they come."""
    first = list(islice(_bounded(table), SAMPLE))
    records = [item for item in first if isinstance(item, Record)]
    text_column = _text_column(first)
    return tuple(_column(name, records, is_text=name == text_column) for name in _column_names(table, first) if records)


def _column_names(table: Table, first: Iterable[Record | Unread]) -> tuple[str, ...]:
    in_rows = chain.from_iterable(item.fields for item in first if isinstance(item, Record))
    return tuple(dict.fromkeys(chain(table.columns or (), in_rows)))


def headed(name: str, encoding: str, rows: Iterator[Row | Unread]) -> Table:
    """Return the table of `rows`, whose first row names the columns unless it is itself a row of texts.

    Up to three rows of a single cell above it (a title over the table) are Unread. Columns without a name are called as in Excel.
    """
    top = list(_top(rows))
    header = _header([row for row in top if isinstance(row, Row)])
    names = _Names(header.cells if header else {})
    columns = names.all()
    return Table(name, encoding, columns, _named(name, names, chain(_below(name, top, header), rows)))


def _top(rows: Iterator[Row | Unread]) -> Iterator[Row | Unread]:
    """Yield rows until one has several cells, at most as many as may stand above the names of the columns and one more."""
    for row in islice(rows, _ABOVE_HEADER + 1):
        yield row
        if isinstance(row, Row) and len(row.cells) > 1:
            return


def _header(top: Sequence[Row]) -> Row | None:
    """Return the row of names: the first with several cells, or the first, if they look like names."""
    candidates = [row for row in top if len(row.cells) > 1] + list(top[:1])
    return next((row for row in candidates if _are_names(row)), None)


def _are_names(row: Row) -> bool:
    return all(len(cell) <= LONGEST_HEADING and "\n" not in cell.strip() and "。" not in cell for cell in row.cells.values())


def _below(name: str, top: Sequence[Row | Unread], header: Row | None) -> Iterator[Row | Unread]:
    """Yield the rows below the header; those above it as left out."""
    for row in top:
        if header is None or isinstance(row, Unread) or row.number > header.number:
            yield row
        elif row is not header:
            why = InputError("{name}, row {row} stands above the names of the columns; it was left out.", name=name, row=row.number)
            yield Unread(f"{name}#{row.number}", why)


class _Names:
    """The names of columns by position; two of one name are told apart, and one without a name has its letter."""

    def __init__(self, cells: Mapping[int, str]) -> None:
        self._names: dict[int, str] = {}
        for position, cell in sorted(cells.items()):
            self._names[position] = self._free(" ".join(canonical(cell).split()) or letters(position))

    def of(self, position: int) -> str:
        if position not in self._names:
            self._names[position] = self._free(letters(position))
        return self._names[position]

    def all(self) -> tuple[str, ...]:
        return tuple(self._names.values())

    def _free(self, name: str) -> str:
        taken = set(self._names.values())
        return next(other for i in count(1) if (other := name if i == 1 else f"{name} ({i})") not in taken)


def letters(position: int) -> str:
    """Return what Excel calls the column at `position` (from 0): A to Z, AA to ZZ, AAA."""
    above, last = divmod(position, _LETTERS)
    return (letters(above - 1) if above else "") + chr(ord("A") + last)


def _named(table: str, names: _Names, rows: Iterable[Row | Unread]) -> Iterator[Record | Unread]:
    for row in rows:
        if isinstance(row, Unread):
            yield row
        elif row.cells and max(row.cells) >= MOST_COLUMNS:
            yield _too_wide(table, row.number)
        elif row.cells:
            yield Record(row.number, {names.of(position): cell for position, cell in row.cells.items()})


def _too_wide(table: str, row: int) -> Unread:
    why = InputError("{name}, row {row} has more than {limit} columns; it was left out.", name=table, row=row, limit=MOST_COLUMNS)
    return Unread(f"{table}#{row}", why)


def record_of(table: str, number: int, fields: Mapping[str, str]) -> Record | Unread:
    """Return the record of a row that names its own columns."""
    if len(fields) > MOST_COLUMNS:
        return _too_wide(table, number)
    return Record(number, {name: cell for name, cell in fields.items() if not is_blank(cell)})


def _bounded(table: Table) -> Iterator[Record | Unread]:
    """Yield the table's records until it turns out to be larger than any table of texts, or an error ends it."""
    cells = characters = 0
    try:
        for item in table.records:
            if isinstance(item, Record):
                cells += len(item.fields)
                characters += sum(map(len, item.fields.values()))
                _check_size(table.name, item.number, cells, characters)
            yield item
    except InputError as error:
        yield Unread(table.name, error)


def _check_size(name: str, row: int, cells: int, characters: int) -> None:
    if cells > MOST_CELLS or characters > MOST_CHARACTERS:
        raise InputError(
            "{name}, row {row}: a table may have {cells} filled cells and {characters} characters; the rows from here on were left out.",
            name=name,
            row=row,
            cells=MOST_CELLS,
            characters=MOST_CHARACTERS,
        )


def _text_column(first: Iterable[Record | Unread]) -> str | None:
    """Return the column with the most Chinese characters, or without any the longest; of equals the first. None of nothing."""
    sizes: dict[str, tuple[int, int]] = {}
    for fields in (item.fields for item in first if isinstance(item, Record)):
        for name, cell in fields.items():
            han, length = sizes.get(name, (0, 0))
            sizes[name] = (han + len(_HAN.findall(cell, 0, _GLANCE)), length + len(cell))
    return max(sizes, key=lambda name: sizes[name], default=None)


def _column(name: str, records: Sequence[Record], *, is_text: bool) -> Column:
    cells = [record.fields[name] for record in records if name in record.fields]
    samples = tuple(canonical(cell[:_SAMPLE_LENGTH]) for cell in cells[:_SAMPLES])
    return Column(name, samples, sum(map(len, cells)) / len(records), is_text)


def _document(table: Table, record: Record, column: str | None) -> Iterator[Found]:
    name = f"{table.name}#{record.number}"
    text = record.fields.get(column) if column is not None else None
    if text is None:
        if record.fields:
            yield _without_text(table, record.number, column)
        return
    meta = {}
    for key, cell in record.fields.items():
        if key == column:
            continue
        if len(cell) > LONGEST_CELL:
            yield _too_long(table, record.number, key, cell)
        else:
            meta[key] = canonical(cell).strip()
    yield Document(name, text, meta, table.encoding, is_whole=True)


def _without_text(table: Table, row: int, column: str | None) -> Unread:
    why = InputError(
        "{name}, row {row}: nothing stands in the column {column}; the row was left out.", name=table.name, row=row, column=column
    )
    return Unread(f"{table.name}#{row}", why)


def _too_long(table: Table, row: int, column: str, cell: str) -> Unread:
    why = InputError(
        "{name}, row {row}: the cell in the column {column} has {length} characters, too many to be kept beside the text; it was left out.",
        name=table.name,
        row=row,
        column=column,
        length=len(cell),
    )
    return Unread(f"{table.name}#{row}", why)
