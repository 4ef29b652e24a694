"""Excel workbooks (.xlsx): every sheet is a table.

A cell is read as its value: text whole, numbers without a format, dates as 2020-06-01 or 2020-06-01 08:30:00, formulas as the result
that was stored with them.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from typing_extensions import override

from annotator.core.errors import InputError
from annotator.exchange.reading.found import Given, Unread
from annotator.exchange.reading.limits import MOST_PARTS
from annotator.exchange.reading.package import Package, Target, attribute
from annotator.exchange.reading.sheet import SharedTexts, Sheet, Styles
from annotator.exchange.reading.table import Row, Table, headed


@dataclass(frozen=True, slots=True)
class _Listed:
    """A sheet as the workbook lists it."""

    name: str
    relation: str
    is_hidden: bool


class _Contents(Target):
    """Takes in the part of the workbook: the sheets in their order, and from which day dates count."""

    def __init__(self, name: str) -> None:
        self._name = name
        self.sheets: list[_Listed] = []
        self.from_1904 = False

    @override
    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "s:sheet":
            is_hidden = attributes.get("state", "visible") != "visible"
            if len(self.sheets) >= MOST_PARTS:
                raise InputError("{name} has more than {limit} sheets; it was not read.", name=self._name, limit=MOST_PARTS)
            self.sheets.append(_Listed(attributes.get("name", ""), attribute(attributes, "id"), is_hidden))
        elif name == "s:workbookPr":
            self.from_1904 = attributes.get("date1904", "") in {"1", "true"}


def tables(given: Given) -> Iterator[Table | Unread]:
    """Yield the sheets in the order of the workbook, called `book.xlsx/Sheet1`; hidden ones and charts are Unread.

    Raises:
        InputError: the workbook is damaged, or not one.
    """
    package = Package(given.name, given.data)
    main = package.main_part()
    contents = _Contents(given.name)
    if main:
        _finish(package.walk(main, contents))
    if not contents.sheets:
        raise InputError("{name} is no Excel workbook: it holds no sheets.", name=given.name)
    relations = package.relations(main)
    by_kind = {relation.kind: relation.part for relation in relations.values()}
    texts, styles = SharedTexts(given.name), Styles(from_1904=contents.from_1904)
    if "sharedStrings" in by_kind:
        _finish(package.walk(by_kind["sharedStrings"], texts))
    if "styles" in by_kind:
        _finish(package.walk(by_kind["styles"], styles))
    for listed in contents.sheets:
        relation = relations.get(listed.relation)
        name = f"{given.name}/{listed.name}"
        if listed.is_hidden:
            yield Unread(
                name, InputError("{name} is a hidden sheet; it was left out. Unhide it in Excel if its texts are wanted.", name=name)
            )
        elif relation is None or relation.kind != "worksheet":
            yield Unread(name, InputError("{name} is not a sheet of cells; it was left out.", name=name))
        else:
            yield _table(package, relation.part, Sheet(name, texts.texts, styles), name)


def _table(package: Package, part: str, sheet: Sheet, name: str) -> Table | Unread:
    try:
        return headed(name, "xlsx", _rows(package, part, sheet))
    except InputError as error:
        return Unread(name, error)


def _rows(package: Package, part: str, sheet: Sheet) -> Iterator[Row | Unread]:
    for _ in package.walk(part, sheet):
        yield from sheet.taken()


def _finish(pieces: Iterator[None]) -> None:
    for _ in pieces:
        pass
