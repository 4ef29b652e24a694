"""Tables of figures with intervals, as CSV that spreadsheets open."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass

_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n")
_MARK = "\ufeff"


@dataclass(frozen=True, slots=True)
class Estimate:
    """A figure with its 95 % interval (None: it has none) and what it rests on; `value` None is undefined, and `why` a sentence."""

    value: float | None
    low: float | None = None
    high: float | None = None
    n: int = 0
    why: str = ""


Cell = str | int | Estimate


@dataclass(frozen=True, slots=True)
class Table:
    """A table as a paper prints it: `columns` are headings, a row has as many cells, the last `sums` rows are over all.

    `name` is short and ASCII, for files and references.
    """

    name: str
    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    sums: int = 0


def csv_text(table: Table, *, has_mark: bool = True) -> str:
    """Return a table as CSV; a column of estimates becomes five: value, low, high, n, why. Figures have six digits.

    It begins with a byte-order mark unless told otherwise: spreadsheets on Chinese Windows take it for GBK without one. A cell that a
    spreadsheet would take for a formula is given an apostrophe (OWASP, "CSV Injection").
    """
    wide = [any(isinstance(row[at], Estimate) for row in table.rows) for at in range(len(table.columns))]
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    headings = zip(table.columns, wide, strict=True)
    writer.writerow([part for name, is_wide in headings for part in (_headings(name) if is_wide else (name,))])
    for row in table.rows:
        writer.writerow([part for cell, is_wide in zip(row, wide, strict=True) for part in _parts(cell, is_wide=is_wide)])
    return (_MARK if has_mark else "") + out.getvalue()


def _headings(name: str) -> Sequence[str]:
    return (name, *(f"{name} {part}" for part in ("low", "high", "n", "why")))


def _parts(cell: Cell, *, is_wide: bool) -> Sequence[str]:
    if isinstance(cell, Estimate):
        return (_figure(cell.value), _figure(cell.low), _figure(cell.high), str(cell.n), cell.why)
    plain = str(cell) if isinstance(cell, int) else f"'{cell}" if cell.startswith(_FORMULA) else cell
    return (plain, "", "", "", "") if is_wide else (plain,)


def _figure(value: float | None) -> str:
    return "" if value is None else f"{value:.6f}"
