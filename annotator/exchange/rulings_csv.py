"""Rulings as a table: article, start, end, surface, label, question, answer, marked (yes, no or nothing), by, at, decision."""

from collections.abc import Iterable
from typing import Literal

from annotator.core.ruling import Ruling
from annotator.exchange.tables import TableRow, read_rows, write_rows

COLUMNS = ("article", "start", "end", "surface", "label", "question", "answer", "marked", "by", "at", "decision")
_MARKED: dict[str, bool | None] = {"yes": True, "no": False, "": None}
_SAID = {value: word for word, value in _MARKED.items()}


class _Row(TableRow):
    article: str
    start: int | None = None
    end: int | None = None
    surface: str
    label: str = ""
    question: str = ""
    answer: str
    marked: Literal["yes", "no", ""] = ""
    by: str = ""
    at: str = ""
    decision: str = ""


def read_rulings(data: str, where: str) -> tuple[Ruling, ...]:
    """Return the rulings of a table in its order; `where` names it in complaints.

    Raises:
        InputError: a column or cell is missing or wrong.
    """
    return tuple(Ruling(**{**row.model_dump(), "marked": _MARKED[row.marked]}) for _, row in read_rows(_Row, data, where))


def write_rulings(rulings: Iterable[Ruling]) -> str:
    """Return the table that `read_rulings` reads back to the same rulings."""
    return write_rows(COLUMNS, [_cells(ruling) for ruling in rulings])


def _cells(ruling: Ruling) -> list[str]:
    start, end = ("" if at is None else str(at) for at in (ruling.start, ruling.end))
    return [
        *(ruling.article, start, end, ruling.surface, ruling.label, ruling.question, ruling.answer),
        *(_SAID[ruling.marked], ruling.by, ruling.at, ruling.decision),
    ]
