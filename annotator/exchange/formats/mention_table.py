"""The table of mentions, one a row, as CSV for every tool and as a workbook for Excel.

A cell that a spreadsheet would take for a formula is given an apostrophe (OWASP, "CSV Injection"). The CSV begins with a byte-order
mark, without which Excel does not take it for UTF-8.
"""

import csv
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import xlsxwriter

from annotator.core.candidate import Candidate
from annotator.core.fold import State, Status
from annotator.exchange.formats.about import date_of, paper_of
from annotator.exchange.formats.document import Document, Loss, Options, Study
from annotator.exchange.formats.losses import Losses
from annotator.exchange.formats.sentences import sentence_ranges
from annotator.exchange.formats.versions import as_state, ready, versions
from annotator.exchange.native_jsonl import Line

Cell = str | int

COLUMNS = (
    "article",
    "date",
    "paper",
    "mention",
    "start",
    "end",
    "label",
    "label_name",
    "programme",
    "programme_name",
    "person",
    "status",
    "source",
    "note",
    "flag",
    "page_file",
)
SENTENCE = "sentence"

_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n")
_LONGEST_CELL = 32_767
_MOST_ROWS = 1_048_576
# XML 1.0 has no way to write these.
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# A workbook says when it was made; the same study gives the same bytes.
_MADE = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
_HOLDS = frozenset({"overlaps", "people", "programmes", "notes", "rejected", "sources"})


class MentionCsv:
    """The table as CSV (RFC 4180)."""

    name = "csv"
    suffix = ".csv"
    is_folder = False
    holds = _HOLDS

    def write(self, documents: Iterable[Document], study: Study, options: Options, out: Path) -> tuple[Loss, ...]:
        """Write one row per mention; see `Format.write`."""
        with out.open("w", encoding="utf-8-sig", newline="") as file:
            # Python quotes a lone CR only where it is part of the line end.
            writer = csv.writer(file, lineterminator="\r\n")
            writer.writerow(_header(options))
            for document in documents:
                writer.writerows(map(_safe, row) for _, row in _rows(ready(document, options), study, options))
        return ()


class MentionWorkbook:
    """The table as a workbook; it goes on in a further sheet where one is full."""

    name = "xlsx"
    suffix = ".xlsx"
    is_folder = False
    holds = _HOLDS

    def __init__(self, most_rows: int = _MOST_ROWS) -> None:
        """Fill sheets with `most_rows` rows, the header among them."""
        self._most_rows = most_rows

    def write(self, documents: Iterable[Document], study: Study, options: Options, out: Path) -> tuple[Loss, ...]:
        """Write one row per mention; see `Format.write`."""
        losses = Losses()
        # XlsxWriter looks at what its path ends in, and the file may have another name until it is whole.
        with out.open("wb") as file, xlsxwriter.Workbook(file, {"constant_memory": True, "strings_to_urls": False}) as book:
            book.set_properties({"title": study.title[:255], "created": _MADE})
            sheet, at = None, self._most_rows
            for document in documents:
                for mark, row in _rows(ready(document, options), study, options):
                    if at >= self._most_rows:
                        sheet, at = _new_sheet(book, options), 1
                    _write_row(sheet, at, [_fitting(cell, document.line, mark, losses) for cell in map(_safe, row)])
                    at += 1
            if sheet is None:
                _new_sheet(book, options)
        return losses.told()


def _new_sheet(book: xlsxwriter.Workbook, options: Options) -> xlsxwriter.worksheet.Worksheet:
    sheet = book.add_worksheet()
    sheet.freeze_panes(1, 0)
    for column, name in enumerate(_header(options)):
        sheet.write_string(0, column, name)
    return sheet


def _write_row(sheet: xlsxwriter.worksheet.Worksheet, at: int, row: Iterable[Cell]) -> None:
    for column, cell in enumerate(row):
        if isinstance(cell, int):
            sheet.write_number(at, column, cell)
        elif cell:
            sheet.write_string(at, column, cell)


def _fitting(cell: Cell, line: Line, mark: State, losses: Losses) -> Cell:
    """Return what a cell of Excel can hold of `cell`."""
    if isinstance(cell, int):
        return cell
    if _NOT_XML.search(cell):
        losses.add("character", line, mark)
        cell = _NOT_XML.sub("\ufffd", cell)
    if len(cell) > _LONGEST_CELL:
        losses.add("long", line, mark)
        cell = cell[:_LONGEST_CELL]
    return cell


def _header(options: Options) -> tuple[str, ...]:
    return (*COLUMNS, SENTENCE) if options.sentences else COLUMNS


def _rows(document: Document, study: Study, options: Options) -> Iterator[tuple[State, list[Cell]]]:
    """Yield the rows of an article by person: mentions, then what the person rejected."""
    sentence_of = _Sentences(document.line) if options.sentences else None
    for version in versions(document, study):
        rejected = [_rejected(candidate) for by, candidate in document.rejected if by == version.by]
        for mark in (*version.marks, *rejected):
            row = _row(document.line, mark, version.by, study)
            yield mark, row if sentence_of is None else [*row, sentence_of(mark)]


def _rejected(candidate: Candidate) -> State:
    state = as_state(candidate)
    return State(state.target, Status.REJECTED, state.start, state.end, state.label, state.surface, state.source, state.score)


def _row(line: Line, mark: State, by: str, study: Study) -> list[Cell]:
    label = study.scheme.label(mark.label)
    programme = mark.programme or ""
    return [
        line.number,
        date_of(line.fields),
        paper_of(line.fields),
        mark.surface,
        mark.start,
        mark.end,
        mark.label,
        label.name.get("zh") if label else "",
        programme,
        study.programmes.get(programme, ""),
        by,
        mark.status.value,
        mark.source or "",
        mark.note or "",
        mark.flag or "",
        line.page,
    ]


def _safe(cell: Cell) -> Cell:
    """Return `cell` so that no spreadsheet takes it for a formula."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell


class _Sentences:
    """Finds the sentences in which a mention stands, on one line without the breaks."""

    def __init__(self, line: Line) -> None:
        self._text = line.text
        self._ranges = list(sentence_ranges(line.text, line.layout.breaks))
        self._starts = [start for start, _ in self._ranges]

    def __call__(self, mark: State) -> str:
        first = bisect_right(self._starts, mark.start) - 1
        last = bisect_right(self._starts, mark.end - 1) - 1
        return "".join(self._text[self._ranges[first][0] : self._ranges[last][1]].split("\n")).strip()
