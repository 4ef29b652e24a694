"""Charts as values: what stands in them, and the table that says the same in figures. They are drawn in `dashboard_plots`."""

from dataclasses import dataclass

Cell = str | int | float
Table = tuple[tuple[str, ...], tuple[tuple[Cell, ...], ...]]

# Pixels of 1/96 inch.
_ROW = 24
_AROUND = 72
_LINES_HEIGHT = 240


@dataclass(frozen=True, slots=True)
class Bar:
    """One row of stacked bars: a value for each series, all in `colour` (`#RRGGBB`), each paler than the one before."""

    name: str
    colour: str
    values: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Bars:
    """Stacked horizontal bars, one row each, from top to bottom. `what` is the head of the table's first column."""

    name: str
    title: str
    what: str
    series: tuple[str, ...]
    rows: tuple[Bar, ...]

    def table(self) -> Table:
        """Return header and rows: name, a column for each series, and their sum where there are several."""
        is_several = len(self.series) > 1
        header = (self.what, *self.series, *(("Σ",) if is_several else ()))
        return header, tuple((row.name, *row.values, *((sum(row.values),) if is_several else ())) for row in self.rows)


@dataclass(frozen=True, slots=True)
class Dot:
    """One value with its interval and the number of cases behind it."""

    name: str
    value: float
    low: float
    high: float
    n: int


@dataclass(frozen=True, slots=True)
class Dots:
    """Values with intervals, one row each. `columns` name value, low end, high end and n; `most` ends the axis where it is known."""

    name: str
    title: str
    what: str
    columns: tuple[str, str, str, str]
    rows: tuple[Dot, ...]
    most: float | None = None

    def table(self) -> Table:
        """Return header and rows."""
        return (self.what, *self.columns), tuple((row.name, row.value, row.low, row.high, row.n) for row in self.rows)


@dataclass(frozen=True, slots=True)
class Line:
    """One series over days; `points` are `(YYYY-MM-DD, value)` in order."""

    name: str
    colour: str
    points: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Lines:
    """Values by day; every series has a line style and a point of its own beside its colour."""

    name: str
    title: str
    what: str
    rows: tuple[Line, ...]

    def table(self) -> Table:
        """Return header and rows: a day, and a column for each series; empty where it has no value."""
        days = sorted({day for line in self.rows for day, _ in line.points})
        known = [dict(line.points) for line in self.rows]
        return (self.what, *(line.name for line in self.rows)), tuple((day, *(of.get(day, "") for of in known)) for day in days)


Chart = Bars | Dots | Lines


@dataclass(frozen=True, slots=True)
class Look:
    """Colours (`#RRGGBB`) and the font families of a chart, the first that is installed being used for each character."""

    paper: str
    text: str
    quiet: str
    hairline: str
    families: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pixels:
    """A picture: rows of red, green, blue, alpha, one byte each."""

    width: int
    height: int
    data: bytes


def height_of(chart: Chart) -> int:
    """Return how high a chart wants to be, in pixels of 1/96 inch."""
    return _LINES_HEIGHT if isinstance(chart, Lines) else _AROUND + _ROW * max(len(chart.rows), 1)
