"""The workload sheet: one row for each person, as a workbook for Excel."""

from collections.abc import Sequence
from pathlib import Path

from annotator.project.dashboard import Person
from annotator.project.dashboard_charts import Cell
from annotator.store.replacing import replacing

COLUMNS = ("person", "articles", "finished", "open", "decisions", "marks", "hours", "days", "first_day", "last_day")
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n")
_HOUR = 3600


def workload(people: Sequence[Person]) -> list[tuple[Cell, ...]]:
    """Return a row of `COLUMNS` for each person; hours are the sum of the seconds that spans were on screen before they were decided."""
    return [_row(person) for person in people]


def write_workload(people: Sequence[Person], path: Path, header: Sequence[str] = COLUMNS) -> None:
    """Write the workload sheet at `path`; names that a spreadsheet would take for formulas begin with an apostrophe.

    Raises:
        ExportError: the file cannot be written.
    """
    import xlsxwriter  # noqa: PLC0415 (needed for this file alone)

    with (
        replacing(path) as between,
        between.open("wb") as file,
        xlsxwriter.Workbook(file, {"strings_to_formulas": False, "strings_to_urls": False}) as book,
    ):
        sheet = book.add_worksheet()
        sheet.freeze_panes(1, 1)
        sheet.set_column(0, len(header) - 1, 12)
        for at, row in enumerate([tuple(header), *workload(people)]):
            for column, cell in enumerate(row):
                if isinstance(cell, str):
                    sheet.write_string(at, column, f"'{cell}" if cell.startswith(_FORMULA) else cell)
                else:
                    sheet.write_number(at, column, cell)


def _row(person: Person) -> tuple[Cell, ...]:
    days = person.days
    return (
        person.name,
        person.open + person.finished,
        person.finished,
        person.open,
        person.decisions,
        person.marks,
        round(person.seconds / _HOUR, 2),
        len(days),
        days[0].day if days else "",
        days[-1].day if days else "",
    )
