"""Tables from outside: CSV text or a workbook's sheet with a header to validated rows, every complaint with file and line."""

import csv
import io
from collections.abc import Collection, Iterator, Mapping
from typing import TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from annotator.core.errors import InputError

Row = TypeVar("Row", bound="TableRow")


class TableRow(BaseModel):
    """One row as it is written: text without surrounding blanks; columns it does not know are ignored."""

    model_config = ConfigDict(frozen=True, extra="ignore", str_strip_whitespace=True)


def read_rows(model: type[Row], data: str, where: str) -> Iterator[tuple[int, Row]]:
    """Yield `(line, row)` for every row of `data` that is not blank; `where` is the file's name for complaints.

    Raises:
        InputError: the header lacks a column, or a row does not fit `model`.
    """
    reader = csv.DictReader(io.StringIO(data.removeprefix("\ufeff"), newline=""), strict=True)
    try:
        check_header(model, reader.fieldnames or (), where)
        for cells in reader:
            present = {name: cell for name, cell in cells.items() if name and isinstance(cell, str) and cell.strip()}
            if present:
                yield reader.line_num, checked(model, present, where, reader.line_num)
    except csv.Error as error:
        raise InputError(
            "{file}, line {line}: this is not a CSV row ({reason})", file=where, line=reader.line_num + 1, reason=str(error)
        ) from error


def check_label(label: str, labels: Collection[str], where: str, line: int) -> None:
    """Refuse a `label` that is none of `labels`; no labels allow every label.

    Raises:
        InputError: naming file, line and label.
    """
    if labels and label not in labels:
        raise InputError(
            "{file}, line {line}: the scheme has no label {label}; it has {labels}",
            file=where,
            line=line,
            label=label,
            labels=", ".join(labels),
        )


def write_rows(header: Collection[str], rows: Collection[Collection[str]]) -> str:
    """Return a CSV text with `header`; lines end with a single line feed."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return out.getvalue()


def check_header(model: type[Row], header: Collection[str], where: str) -> None:
    """Refuse a table that lacks a column which `model` cannot do without.

    Raises:
        InputError: naming the file, the column and what the header has.
    """
    missing = [name for name, field in model.model_fields.items() if field.is_required() and name not in header]
    if missing:
        raise InputError(
            "{file}, line 1: the header must name the column {column}; it names {header}",
            file=where,
            column=missing[0],
            header=", ".join(header) or "nothing",
        )


def checked(model: type[Row], cells: Mapping[str, str], where: str, line: int) -> Row:
    """Return the row in `cells` (column to text), which stands in `line`.

    Raises:
        InputError: naming file, line and column.
    """
    try:
        return model.model_validate(dict(cells))
    except ValidationError as error:
        first = error.errors()[0]
        raise InputError(
            "{file}, line {line}, column {column}: {reason}",
            file=where,
            line=line,
            column=".".join(map(str, first["loc"])),
            reason=first["msg"],
        ) from error
