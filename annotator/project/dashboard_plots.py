"""Draws charts with Matplotlib, on screen and into files. This module is imported when the first chart is drawn: it costs a second."""

import csv
import io
import os
from collections.abc import Callable
from datetime import date
from pathlib import Path
from threading import Lock
from typing import Any

from annotator import places
from annotator.core.errors import ExportError
from annotator.project.dashboard_charts import Bars, Cell, Chart, Dots, Lines, Look, Pixels, height_of
from annotator.store.replacing import replacing

# The index of the machine's fonts is made once, in our folder: not everybody has one that Matplotlib may write.
os.environ.setdefault("MPLCONFIGDIR", str(places.cache() / "matplotlib"))

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.colors import to_rgb
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

_INCH = 96
_PALER = (1.0, 0.62, 0.36, 0.2)
_STYLES = (("-", "o"), ("--", "s"), (":", "^"), ("-.", "D"))
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n")
SAVED_WIDTH, SAVED_RESOLUTION = 720, 300
# Settings of Matplotlib belong to the process, and charts are drawn on a thread while another is saved.
_ONE_AT_A_TIME = Lock()


def draw(chart: Chart, look: Look, width: int, height: int, ratio: float = 1) -> Pixels:
    """Return a picture of `width` by `height` pixels of 1/96 inch, each `ratio` pixels of the screen."""
    with _ONE_AT_A_TIME, mpl.rc_context(_settings(look)):
        figure = _figure(chart, look, width, height)
        figure.set_dpi(_INCH * ratio)
        canvas = FigureCanvasAgg(figure)
        canvas.draw()  # type: ignore[no-untyped-call]
        across, down = canvas.get_width_height(physical=True)
        return Pixels(across, down, bytes(canvas.buffer_rgba()))  # type: ignore[no-untyped-call]


def save(chart: Chart, look: Look, path: Path) -> None:
    """Write a chart as its ending says: `.png`, `.svg` (text stays text), or `.csv` (the figures alone).

    Raises:
        ExportError: the ending is another one, or the file cannot be written.
    """
    kinds: dict[str, Callable[[Chart, Look], bytes]] = {".png": _png, ".svg": _svg, ".csv": _csv}
    write = kinds.get(path.suffix.lower())
    if write is None:
        raise ExportError("A chart is saved as .png, .svg or .csv, not as {suffix}.", suffix=path.suffix or "—")
    data = write(chart, look)
    with replacing(path) as between:
        between.write_bytes(data)


def plain(cell: Cell) -> Cell:
    """Return `cell` so that no spreadsheet takes it for a formula (OWASP, "CSV Injection")."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell


def _png(chart: Chart, look: Look) -> bytes:
    with _ONE_AT_A_TIME, mpl.rc_context(_settings(look)):
        out = io.BytesIO()
        FigureCanvasAgg(_figure(chart, look, SAVED_WIDTH, height_of(chart))).print_figure(out, format="png", dpi=SAVED_RESOLUTION)
        return out.getvalue()


def _svg(chart: Chart, look: Look) -> bytes:
    with _ONE_AT_A_TIME, mpl.rc_context(_settings(look)):
        out = io.BytesIO()
        figure = _figure(chart, look, SAVED_WIDTH, height_of(chart))
        # The same chart gives the same bytes.
        FigureCanvasSVG(figure).print_figure(out, format="svg", metadata={"Date": None, "Title": chart.title})
        return out.getvalue()


def _csv(chart: Chart, _look: Look) -> bytes:
    header, rows = chart.table()
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(map(plain, header))
    writer.writerows(map(plain, row) for row in rows)
    return out.getvalue().encode("utf-8-sig")


def _settings(look: Look) -> Any:  # noqa: ANN401 (Matplotlib wants each name as a literal)
    installed = set(mpl.font_manager.get_font_names())
    return {
        **mpl.rcParamsDefault,
        "font.family": [family for family in look.families if family in installed] or ["DejaVu Sans"],
        "font.size": 9,
        "axes.unicode_minus": False,
        "svg.fonttype": "none",
        "svg.hashsalt": "annotator",
        "text.color": look.text,
        "axes.labelcolor": look.quiet,
        "xtick.color": look.quiet,
        "ytick.color": look.text,
        "text.parse_math": False,
    }


def _figure(chart: Chart, look: Look, width: int, height: int) -> Figure:
    figure = Figure(figsize=(width / _INCH, height / _INCH), dpi=_INCH, facecolor=look.paper, layout="constrained")
    axes = figure.add_subplot(facecolor=look.paper)
    axes.set_title(chart.title, loc="left", fontweight="bold", fontsize=10, color=look.text)
    for side, spine in axes.spines.items():
        spine.set_visible(side == "bottom")
        spine.set_color(look.hairline)
    axes.tick_params(length=0)
    axes.set_axisbelow(True)
    match chart:
        case Bars():
            _bars(axes, chart, look)
        case Dots():
            _dots(axes, chart, look)
        case Lines():
            _lines(axes, chart, look)
    return figure


def _bars(axes: Axes, chart: Bars, look: Look) -> None:
    axes.grid(axis="x", color=look.hairline, linewidth=0.6)
    axes.xaxis.set_major_locator(MaxNLocator(nbins=6, integer=True))
    places = range(len(chart.rows))
    starts = [0] * len(chart.rows)
    for at, name in enumerate(chart.series):
        values = [row.values[at] for row in chart.rows]
        share = _PALER[at % len(_PALER)]
        colours = [_mixed(row.colour, look.paper, share) for row in chart.rows]
        axes.barh(places, values, 0.62, starts, color=colours, edgecolor=look.paper, linewidth=0.8)
        # Rows differ in colour, series in paleness alone: that is what the legend shows.
        axes.bar([0], [0], color=_mixed(look.text, look.paper, share), label=name)
        starts = [start + value for start, value in zip(starts, values, strict=True)]
    for place, total in zip(places, starts, strict=True):
        axes.annotate(f"{total:,}", (total, place), (4, 0), textcoords="offset points", va="center", fontsize=8, color=look.quiet)
    axes.set_xlim(0, max(starts, default=1) * 1.08 or 1)
    _name_rows(axes, [row.name for row in chart.rows])
    if len(chart.series) > 1:
        _legend(axes, look)


def _mixed(colour: str, paper: str, share: float) -> tuple[float, ...]:
    """Return `share` of a colour on paper; nothing shines through it."""
    return tuple(share * one + (1 - share) * other for one, other in zip(to_rgb(colour), to_rgb(paper), strict=True))


def _dots(axes: Axes, chart: Dots, look: Look) -> None:
    axes.grid(axis="x", color=look.hairline, linewidth=0.6)
    places = range(len(chart.rows))
    axes.hlines(places, [row.low for row in chart.rows], [row.high for row in chart.rows], color=look.quiet, linewidth=1.4)
    axes.plot([row.value for row in chart.rows], list(places), "o", color=look.text, markersize=5)
    for place, row in zip(places, chart.rows, strict=True):
        axes.annotate(
            f"n = {row.n:,}", (1, place), (6, 0), ("axes fraction", "data"), "offset points", va="center", fontsize=8, color=look.quiet
        )
    axes.set_xlim(0, chart.most)
    axes.set_xlabel(chart.columns[0], fontsize=8)
    _name_rows(axes, [row.name for row in chart.rows])


def _lines(axes: Axes, chart: Lines, look: Look) -> None:
    axes.grid(axis="y", color=look.hairline, linewidth=0.6)
    for at, line in enumerate(chart.rows):
        style, point = _STYLES[at % len(_STYLES)]
        days = [date.fromisoformat(day).toordinal() for day, _ in line.points]
        axes.plot(
            days, [value for _, value in line.points], style, marker=point, markersize=4, linewidth=1.4, color=line.colour, label=line.name
        )
    _name_days(axes, sorted({day for line in chart.rows for day, _ in line.points}))
    axes.set_ylim(bottom=0)
    axes.tick_params(axis="y", labelcolor=look.quiet)
    if len(chart.rows) > 1:
        _legend(axes, look)


def _name_rows(axes: Axes, names: list[str]) -> None:
    axes.set_yticks(range(len(names)), names)
    axes.set_ylim(len(names) - 0.4, -0.6)


def _name_days(axes: Axes, days: list[str]) -> None:
    """Name some six days; a study may have hundreds."""
    step = max(1, -(-len(days) // 6))
    named = days[::step]
    axes.set_xticks([date.fromisoformat(day).toordinal() for day in named], [day[5:] for day in named])


def _legend(axes: Axes, look: Look) -> None:
    axes.legend(
        loc="lower right",
        bbox_to_anchor=(1, 1),
        ncols=4,
        frameon=False,
        fontsize=8,
        labelcolor=look.text,
        handlelength=1.6,
        borderaxespad=0.2,
    )
