"""Tables as Excel workbooks: the first sheet, its first row the names of the columns."""

import io
import re
from collections.abc import Collection, Iterable, Iterator

from annotator.core.errors import InputError
from annotator.exchange.reading import workbook
from annotator.exchange.reading.found import Given, Unread
from annotator.exchange.tables import Row, check_header, checked

# XML 1.0 has no way to write these.
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LONGEST_CELL = 32_767


def read_workbook_rows(model: type[Row], data: bytes, where: str) -> Iterator[tuple[int, Row]]:
    """Yield `(row of the sheet, row)` for every row of the first sheet that is not blank; `where` is the file's name for complaints.

    Raises:
        InputError: it is no workbook, the header lacks a column, or a row does not fit `model`.
    """
    first = next(workbook.tables(Given(where, data, _no_text)), None)
    if first is None or isinstance(first, Unread):
        raise InputError("{file} holds no table on its first sheet.", file=where)
    check_header(model, first.columns or (), where)
    for record in first.records:
        if isinstance(record, Unread):
            raise record.error
        present = {name: cell for name, cell in record.fields.items() if cell.strip()}
        if present:
            yield record.number, checked(model, present, where, record.number)


def workbook_of(header: Collection[str], rows: Iterable[Collection[str]], name: str) -> bytes:
    """Return a workbook of one sheet, to be called `name`; every cell is text, so that no spreadsheet takes one for a formula.

    Raises:
        InputError: a cell holds what a workbook cannot.
    """
    import xlsxwriter  # noqa: PLC0415 (reading a table needs nothing of it)

    held = [list(header), *map(list, rows)]
    for at, cells in enumerate(held, 1):
        if any(len(cell) > _LONGEST_CELL or _NOT_XML.search(cell) for cell in cells):
            raise InputError("{file}, line {line}: a workbook cannot hold these characters. Write CSV.", file=name, line=at)
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_urls": False}) as book:
        sheet = book.add_worksheet()
        sheet.freeze_panes(1, 0)
        for at, cells in enumerate(held):
            for column, cell in enumerate(cells):
                sheet.write_string(at, column, cell)
    return out.getvalue()


def _no_text(data: bytes) -> tuple[str, str]:
    raise InputError("This is a workbook, not a text of {bytes} bytes.", bytes=len(data))
