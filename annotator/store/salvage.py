"""Rows of a damaged file: those that SQLite still finds, and those that only stand in its pages.

Where a page of a table is lost, SQLite gives up at it, and with a lost root at the whole table. So after SQLite has been asked from both
ends, every page is read by itself, as the file format describes it (sqlite.org/fileformat2.html, 1.5, 1.6 and 2.1).
"""

import shutil
import sqlite3
import struct
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from annotator.core.errors import ProjectError
from annotator.store.appearing import size, why

Value = str | int | float | bytes | None
Row = tuple[Value, ...]

_INDEX_INTERIOR, _TABLE_LEAF, _INDEX_LEAF = 2, 13, 10
_FIRST_HEADER = 100
_MOST_COLUMNS, _LONGEST = 64, 1 << 30
_PAGE_SIZES = frozenset(1 << power for power in range(9, 17))
_USUAL_PAGE = 4096


@dataclass(slots=True)
class Damaged:
    """An open copy of a damaged file. `gaps` counts the tables that SQLite could not read from one end to the other."""

    path: Path
    connection: sqlite3.Connection
    gaps: int = 0

    def columns(self, table: str) -> list[str]:
        """Return the names of a table's columns; none where the schema does not tell of it."""
        try:
            (kind,) = self.connection.execute("SELECT type FROM sqlite_schema WHERE name = ?", (table,)).fetchone() or ("",)
            if kind != "table":
                return []
            return [str(row[0]) for row in self.connection.execute("SELECT name FROM pragma_table_info(?)", (table,))]
        except sqlite3.Error:
            return []

    def rows(self, table: str, columns: list[str]) -> Iterator[Row]:
        """Yield what SQLite can read of a table: from its beginning, and where it gives up, from its end."""
        listed = ", ".join(f'"{name}"' for name in columns)
        order = ", ".join(f'"{name}"' for name in self._key(table))
        for direction in ("ASC", "DESC"):
            ordered = ", ".join(f"{name} {direction}" for name in order.split(", "))
            try:
                yield from self.connection.execute(f'SELECT {listed} FROM "{table}" NOT INDEXED ORDER BY {ordered}')  # noqa: S608
            except (sqlite3.Error, OverflowError):
                self.gaps += direction == "ASC"
            else:
                return

    def scanned(self) -> Iterator[Row]:
        """Yield every record that stands in any page, of whatever table, as far as it can be understood."""
        with self.path.open("rb") as file:
            yield from _Pages(file.read()).records()

    def _key(self, table: str) -> list[str]:
        try:
            rows = self.connection.execute("SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk", (table,)).fetchall()
            (has_rowid,) = self.connection.execute("SELECT wr = 0 FROM pragma_table_list WHERE name = ?", (table,)).fetchone()
        except (sqlite3.Error, TypeError):
            return ["rowid"]
        return ["rowid"] if has_rowid else [row[0] for row in rows]


@contextmanager
def damaged(path: Path, sound: Path) -> Iterator[Damaged]:
    """Open a copy of the file at `path`, with what its log holds; the file itself is not touched. `sound` lends its header if need be.

    Raises:
        ProjectError: it cannot be read at all.
    """
    with tempfile.TemporaryDirectory(prefix="annotator-") as folder:
        copy = Path(folder) / "copy.annot"
        try:
            for suffix in ("", "-wal"):
                if not suffix or size(path.with_name(path.name + suffix)):
                    shutil.copyfile(path.with_name(path.name + suffix), copy.with_name(copy.name + suffix))
        except OSError as error:
            raise ProjectError("{path} cannot be opened: {why}", path=path, why=why(error)) from error
        if not _has_schema(copy):
            _lend_header(copy, sound)
        with closing(_connected(copy)) as connection:
            yield Damaged(copy, connection)


def _connected(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.text_factory = lambda data: data.decode("utf-8", "replace")
    # With a schema that may be written, SQLite reads on where the file is shorter than it should be.
    for pragma in ("trusted_schema = OFF", "writable_schema = ON", "wal_checkpoint(TRUNCATE)", "query_only = ON"):
        with suppress(sqlite3.Error):
            connection.execute(f"PRAGMA {pragma}").fetchall()
    return connection


def _has_schema(path: Path) -> bool:
    with closing(_connected(path)) as connection, suppress(sqlite3.Error):
        return bool(connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0])
    return False


def _lend_header(copy: Path, sound: Path) -> None:
    """Give the copy the header of a sound project, with its own number of pages and no free ones."""
    with sound.open("rb") as file:
        header = bytearray(file.read(_FIRST_HEADER))
    page = int.from_bytes(header[16:18])
    header[28:40] = struct.pack(">III", size(copy) // page, 0, 0)
    with copy.open("r+b") as file:
        file.write(header)


class _Pages:
    """The pages of a file, and the records in them."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        stated = int.from_bytes(data[16:18])
        self._page = 65_536 if stated == 1 else stated if stated in _PAGE_SIZES else _USUAL_PAGE
        self._usable = self._page - (data[20] if len(data) > _FIRST_HEADER and data[20] < self._page // 4 else 0)

    def records(self) -> Iterator[Row]:
        """Yield the records of all leaves, and of the inner pages of tables without rowid."""
        for start in range(0, len(self._data), self._page):
            at = start + (_FIRST_HEADER if not start else 0)
            kind = self._data[at]
            if kind in {_INDEX_INTERIOR, _TABLE_LEAF, _INDEX_LEAF}:
                count = int.from_bytes(self._data[at + 3 : at + 5])
                pointers = at + (12 if kind == _INDEX_INTERIOR else 8)
                for i in range(min(count, self._page // 4)):
                    cell = int.from_bytes(self._data[pointers + 2 * i : pointers + 2 * i + 2])
                    with suppress(ValueError, IndexError, struct.error):
                        yield self._record(start + cell, kind)

    def _record(self, at: int, kind: int) -> Row:
        if kind == _INDEX_INTERIOR:
            at += 4
        length, at = _varint(self._data, at)
        rowid = None
        if kind == _TABLE_LEAF:
            rowid, at = _varint(self._data, at)
        row = _values(self._payload(at, length, is_table=kind == _TABLE_LEAF))
        # A column that is another name of the rowid is stored as NULL.
        return (rowid, *row[1:]) if rowid is not None and row and row[0] is None else row

    def _payload(self, at: int, length: int, *, is_table: bool) -> bytes:
        if length > min(_LONGEST, len(self._data)):
            raise ValueError(length)
        most = self._usable - 35 if is_table else (self._usable - 12) * 64 // 255 - 23
        if length <= most:
            return self._data[at : at + length]
        least = (self._usable - 12) * 32 // 255 - 23
        here = least + (length - least) % (self._usable - 4)
        here = here if here <= most else least
        parts, got = [self._data[at : at + here]], here
        following = int.from_bytes(self._data[at + here : at + here + 4])
        while got < length:
            start = (following - 1) * self._page
            if following < 1 or start >= len(self._data):
                raise ValueError(following)
            parts.append(self._data[start + 4 : start + 4 + min(self._usable - 4, length - got)])
            got += self._usable - 4
            following = int.from_bytes(self._data[start : start + 4])
        return b"".join(parts)


def _varint(data: bytes, at: int) -> tuple[int, int]:
    value = 0
    for i in range(8):
        byte = data[at + i]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:  # noqa: PLR2004 (the last of a number's bytes)
            return value, at + i + 1
    return value << 8 | data[at + 8], at + 9


def _values(payload: bytes) -> Row:
    end, at = _varint(payload, 0)
    kinds = []
    while at < end:
        kind, at = _varint(payload, at)
        kinds.append(kind)
        if len(kinds) > _MOST_COLUMNS:
            raise ValueError(len(kinds))
    values: list[Value] = []
    at = end
    for kind in kinds:
        value, length = _value(payload, at, kind)
        values.append(value)
        at += length
    if at != len(payload):
        raise ValueError(at)
    return tuple(values)


_INTEGERS = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}
_REAL, _ZERO, _ONE, _FIRST_BLOB = 7, 8, 9, 12


def _value(payload: bytes, at: int, kind: int) -> tuple[Value, int]:
    if kind == 0:
        return None, 0
    if kind in _INTEGERS:
        length = _INTEGERS[kind]
        return int.from_bytes(payload[at : at + length], signed=True), length
    if kind == _REAL:
        return float(struct.unpack(">d", payload[at : at + 8])[0]), 8
    if kind in {_ZERO, _ONE}:
        return kind - _ZERO, 0
    if kind < _FIRST_BLOB:
        raise ValueError(kind)
    length = (kind - _FIRST_BLOB) // 2
    data = payload[at : at + length]
    return (data.decode("utf-8", "replace") if kind % 2 else data), length
