"""The lexicon as a table: term, label, programme, kind, note, origin."""

from collections.abc import Collection, Iterable
from typing import Literal

from annotator.core.errors import InputError
from annotator.core.lexicon import LexiconEntry
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
        InputError: a column or cell is missing, a kind or label is unknown, or a term stands there twice.
    """
    first_line: dict[str, int] = {}
    entries = []
    for line, row in read_rows(_Row, data, where):
        check_label(row.label, labels, where, line)
        if row.term in first_line:
            raise InputError(
                "{file}, line {line}: {term} already stands in line {first}",
                file=where,
                line=line,
                term=row.term,
                first=first_line[row.term],
            )
        first_line[row.term] = line
        entries.append(LexiconEntry(**row.model_dump()))
    return tuple(entries)


def write_lexicon(entries: Iterable[LexiconEntry]) -> str:
    """Return the table that `read_lexicon` reads back to the same entries."""
    return write_rows(COLUMNS, [[getattr(entry, column) for column in COLUMNS] for entry in entries])
