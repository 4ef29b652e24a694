"""The programme register as a table, CSV or a workbook: id, name, aliases (separated by |), label, note, origin."""

from collections.abc import Collection, Iterable

from pydantic import Field

from annotator.core.errors import InputError
from annotator.core.programme import Programme
from annotator.exchange.table_workbook import read_workbook_rows, workbook_of
from annotator.exchange.tables import TableRow, check_label, read_rows, write_rows

COLUMNS = ("id", "name", "aliases", "label", "note", "origin")
_BETWEEN = "|"


class _Row(TableRow):
    id: str = Field(pattern=r"^\S+$")
    name: str
    aliases: str = ""
    label: str = ""
    note: str = ""
    origin: str = ""


def read_programmes(data: str, where: str, labels: Collection[str] = ()) -> tuple[Programme, ...]:
    """Return the programmes of a register table in its order; `where` names it in complaints, `labels` are the scheme's.

    Raises:
        InputError: a column or cell is missing, a label is unknown, or an id stands there twice.
    """
    return _programmes(read_rows(_Row, data, where), where, labels)


def read_programmes_workbook(data: bytes, where: str, labels: Collection[str] = ()) -> tuple[Programme, ...]:
    """Return the programmes on the first sheet of a workbook (.xlsx), as `read_programmes` does; lines are rows of the sheet."""
    return _programmes(read_workbook_rows(_Row, data, where), where, labels)


def _programmes(rows: Iterable[tuple[int, _Row]], where: str, labels: Collection[str]) -> tuple[Programme, ...]:
    first_line: dict[str, int] = {}
    programmes = []
    for line, row in rows:
        if row.label:
            check_label(row.label, labels, where, line)
        if row.id in first_line:
            raise InputError(
                "{file}, line {line}: the id {id} already stands in line {first}",
                file=where,
                line=line,
                id=row.id,
                first=first_line[row.id],
            )
        first_line[row.id] = line
        aliases = tuple(alias.strip() for alias in row.aliases.split(_BETWEEN) if alias.strip())
        programmes.append(Programme(row.id, row.name, aliases, row.label, row.note, row.origin))
    return tuple(programmes)


def write_programmes(programmes: Iterable[Programme]) -> str:
    """Return the table that `read_programmes` reads back to the same programmes."""
    return write_rows(COLUMNS, _cells(programmes))


def programmes_workbook(programmes: Iterable[Programme], name: str) -> bytes:
    """Return the workbook, to be called `name`, that `read_programmes_workbook` reads back to the same programmes.

    Raises:
        InputError: a workbook cannot hold what stands in a cell.
    """
    return workbook_of(COLUMNS, _cells(programmes), name)


def _cells(programmes: Iterable[Programme]) -> list[tuple[str, ...]]:
    return [(p.id, p.name, _BETWEEN.join(p.aliases), p.label, p.note, p.origin) for p in programmes]
