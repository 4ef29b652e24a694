"""The lexicon as a table, CSV or a workbook: term, label, programme, kind, note, origin."""

from collections.abc import Collection, Iterable
from typing import Literal

from annotator.core.errors import InputError
from annotator.core.lexicon import LexiconEntry
from annotator.exchange.table_workbook import read_workbook_rows, workbook_of
from annotator.exchange.tables import TableRow, check_label, read_rows, write_rows

COLUMNS = ("term", "label", "programme", "kind", "note", "origin")


class _Row(TableRow):
    term: str
    label: str
    programme: str = ""
    kind: Literal["name", "class", "variant", "abbreviation", "traditional", "universal"] = "name"
    note: str = ""
    origin: str = ""


def read_lexicon(data: str, where: str, labels: Collection[str] = ()) -> tuple[LexiconEntry, ...]:
    """Return the entries of a lexicon table in its order; `where` names it in complaints, `labels` are those of the scheme.

    Raises:
        InputError: a column or cell is missing, a kind or label is unknown, or a term stands there twice with one label.
    """
    return _entries(read_rows(_Row, data, where), where, labels)


def read_lexicon_workbook(data: bytes, where: str, labels: Collection[str] = ()) -> tuple[LexiconEntry, ...]:
    """Return the entries on the first sheet of a workbook (.xlsx), as `read_lexicon` does; lines are rows of the sheet."""
    return _entries(read_workbook_rows(_Row, data, where), where, labels)


def _entries(rows: Iterable[tuple[int, _Row]], where: str, labels: Collection[str]) -> tuple[LexiconEntry, ...]:
    first_line: dict[tuple[str, str], int] = {}
    entries = []
    for line, row in rows:
        check_label(row.label, labels, where, line)
        # One term may have two labels; of the same term with the same label one would be lost.
        if (row.term, row.label) in first_line:
            raise InputError(
                "{file}, line {line}: {term} already stands in line {first}",
                file=where,
                line=line,
                term=row.term,
                first=first_line[row.term, row.label],
            )
        first_line[row.term, row.label] = line
        entries.append(LexiconEntry(**row.model_dump()))
    return tuple(entries)


def write_lexicon(entries: Iterable[LexiconEntry]) -> str:
    """Return the table that `read_lexicon` reads back to the same entries."""
    return write_rows(COLUMNS, _cells(entries))


def lexicon_workbook(entries: Iterable[LexiconEntry], name: str) -> bytes:
    """Return the workbook, to be called `name`, that `read_lexicon_workbook` reads back to the same entries.

    Raises:
        InputError: a workbook cannot hold what stands in a cell.
    """
    return workbook_of(COLUMNS, _cells(entries), name)


def _cells(entries: Iterable[LexiconEntry]) -> list[list[str]]:
    return [[getattr(entry, column) for column in COLUMNS] for entry in entries]
