"""The dashboard without widgets: what is counted, counted and drawn on threads, and the charts and tables made of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Signal

from annotator.core.scheme import Label, Scheme
from annotator.project import dashboard
from annotator.project.dashboard import Figures, Scope
from annotator.project.dashboard_charts import Bar, Bars, Chart, Dot, Dots, Line, Lines, Look
from annotator.project.workspace import Project
from annotator.session.jobs import Job, Progress

# More sources than this make no plot that anybody reads; the table has them all.
TOP_SOURCES = 15
# More shades than these nobody tells apart; the bars are then those of everybody together.
MOST_SERIES = 4
_HOUR = 3600
ColourOf = Callable[[Label | None], str]


def words(text: str) -> str:
    """Return a text of the dashboard in the language of the window."""
    return QCoreApplication.translate("Dashboard", text)


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the page: a chart, and the table beside it, which may say more than the chart draws."""

    chart: Chart
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    nothing: str

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to draw; `nothing` says why, and what to do."""
        return not self.rows


class Dashboard(QObject):
    """Counts one project again and again; `figures` are the last ones, None before.

    Signals:
        counted: `figures` are new.
        drawn: a chart's name and its picture.
        failed: an error for a person.
    """

    counted = Signal()
    drawn = Signal(str, object)
    failed = Signal(object)

    def __init__(self, project: Project, scheme: Scheme, language: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = project.path
        self.scheme, self._language = scheme, language
        self._is_closed = False
        self.figures: Figures | None = None
        self.scope = Scope()
        self._job: Job | None = None
        self._drawing: Job | None = None
        self._wanted: tuple[Scope | None, tuple[Draw, ...]] = (None, ())

    def count(self, scope: Scope) -> None:
        """Count on a thread; a count under way is followed by this one."""
        self.scope = scope
        if self._job is not None:
            self._wanted = (scope, self._wanted[1])
        elif not self._is_closed:
            self._job = self._made(partial(_count, self._path, scope))
            self._job.succeeded.connect(self._on_counted)
            self._job.finished.connect(self._on_count_finished)
            self._job.begin()

    def draw(self, drawings: "Sequence[Draw]") -> None:
        """Draw on a thread; what was asked for meanwhile is drawn after it, the last of it only."""
        if self._drawing is not None:
            self._wanted = (self._wanted[0], tuple(drawings))
        elif drawings and not self._is_closed:
            self._drawing = self._made(partial(_draw, tuple(drawings)))
            self._drawing.succeeded.connect(self._on_drawn)
            self._drawing.finished.connect(self._on_drawing_finished)
            self._drawing.begin()

    def close(self) -> None:
        """Wait for the threads; nothing is counted or drawn any more."""
        self._is_closed = True
        self._wanted = (None, ())
        for job in (self._job, self._drawing):
            if job is not None:
                job.wait()

    def parts(self, colour_of: ColourOf) -> tuple[Part, ...]:
        """Return what the page shows of the last figures; `colour_of` gives a label's colour (None: ink)."""
        if self.figures is None:
            return ()
        makers = (self._progress, self._days, self._labels, self._sources, self._pace)
        return tuple(make(self.figures, colour_of) for make in makers)

    def save_workload(self, path: Path) -> None:
        """Write the workload sheet of the people counted last.

        Raises:
            ExportError: it cannot be written.
        """
        from annotator.project.dashboard_workbook import write_workload  # noqa: PLC0415 (loads with the first sheet)

        if self.figures is not None:
            write_workload(self.figures.people, path, _workload_header())

    # Parts

    def _progress(self, figures: Figures, colour_of: ColourOf) -> Part:
        series = (words("finished"), words("open"))
        rows = tuple(Bar(person.name, colour_of(None), (person.finished, person.open)) for person in figures.people)
        header = (words("person"), *series, words("decisions"), words("marks"), words("marks a day"), words("hours"))
        table = tuple(
            (
                person.name,
                *map(_count_words, (person.finished, person.open, person.decisions, person.marks)),
                "–" if person.marks_per_day is None else f"{person.marks_per_day:.1f}",
                f"{person.seconds / _HOUR:.1f}",
            )
            for person in figures.people
        )
        return Part(Bars("progress", words("Articles by person"), words("person"), series, rows), header, table, _nobody())

    def _days(self, figures: Figures, colour_of: ColourOf) -> Part:
        labels = self.scheme.labels
        lines = tuple(
            Line(person.name, colour_of(labels[at % len(labels)]), tuple((day.day, day.marks) for day in person.days))
            for at, person in enumerate(figures.people)
            if person.days
        )
        rows = [
            (day.day, person.name, _count_words(day.decisions), _count_words(day.marks)) for person in figures.people for day in person.days
        ]
        header = (words("day"), words("person"), words("decisions"), words("marks"))
        chart = Lines("days", words("Marks by day"), words("day"), lines)
        return Part(chart, header, tuple(sorted(rows, reverse=True)), _nobody())

    def _labels(self, figures: Figures, colour_of: ColourOf) -> Part:
        people = [person for person in figures.people if person.marks]
        known = {label.id: label for label in self.scheme.labels}
        order = [*known, *sorted(figures.marks.keys() - known.keys())]
        rows = tuple(
            Bar(self._name(label), colour_of(known.get(label)), tuple(figures.marks.get(label, {}).get(person.id, 0) for person in people))
            for label in order
            if label in figures.marks
        )
        names = tuple(person.name for person in people)
        chart = Bars("labels", words("Marks by label"), words("label"), names, rows)
        header, cells = chart.table()
        table = tuple(tuple(_cell(cell) for cell in row) for row in cells)
        if len(people) > MOST_SERIES:
            chart = replace(chart, series=(words("marks"),), rows=tuple(replace(row, values=(sum(row.values),)) for row in rows))
        return Part(chart, header, table, words("No marks yet. Space accepts the current candidate."))

    def _sources(self, figures: Figures, _colour_of: ColourOf) -> Part:
        columns = (words("precision"), words("low"), words("high"), "n")
        dots = tuple(
            Dot(source.name, source.precision, *dashboard.wilson(source.kept, source.decided), source.decided) for source in figures.sources
        )
        title = words("Precision of candidates by source, 95 % interval")
        chart = Dots("sources", title, words("source"), columns, dots[:TOP_SOURCES], most=1.0)
        header = (words("source"), words("kept"), words("decided"), words("precision"), words("95 % interval"))
        table = tuple(
            (dot.name, _count_words(source.kept), _count_words(source.decided), f"{dot.value:.2f}", f"[{dot.low:.2f}, {dot.high:.2f}]")
            for dot, source in zip(dots, figures.sources, strict=True)
        )
        return Part(chart, header, table, words("No candidate has been accepted or rejected yet."))

    def _pace(self, figures: Figures, _colour_of: ColourOf) -> Part:
        columns = (words("median seconds"), words("lower quartile"), words("upper quartile"), "n")
        dots = tuple(Dot(p.name, p.pace.median, p.pace.low, p.pace.high, p.pace.n) for p in figures.people if p.pace.n)
        chart = Dots("pace", words("Seconds for a decision, median and quartiles"), words("person"), columns, dots)
        table = tuple((dot.name, f"{dot.value:.1f}", f"{dot.low:.1f}", f"{dot.high:.1f}", _count_words(dot.n)) for dot in dots)
        return Part(chart, (words("person"), *columns), table, _nobody())

    def _name(self, label: str) -> str:
        found = self.scheme.label(label)
        return found.name.get(self._language) if found is not None else label

    # Threads

    def _made(self, work: Callable[[Progress], object]) -> Job:
        job = Job(work)
        job.failed.connect(self.failed)
        return job

    def _on_counted(self, found: object) -> None:
        if isinstance(found, Figures):
            self.figures = found
            self.counted.emit()

    def _on_drawn(self, pictures: object) -> None:
        if isinstance(pictures, dict):
            for name, picture in pictures.items():
                self.drawn.emit(name, picture)

    def _on_count_finished(self) -> None:
        if self._job is not None:
            self._job.deleteLater()
        self._job = None
        scope, drawings = self._wanted
        self._wanted = (None, drawings)
        if scope is not None:
            self.count(scope)

    def _on_drawing_finished(self) -> None:
        if self._drawing is not None:
            self._drawing.deleteLater()
        self._drawing = None
        scope, drawings = self._wanted
        self._wanted = (scope, ())
        self.draw(drawings)


@dataclass(frozen=True, slots=True)
class Draw:
    """A chart to be drawn: `width` by `height` device-independent pixels, each `ratio` pixels of the screen."""

    chart: Chart
    look: Look
    width: int
    height: int
    ratio: float


def _count(path: Path, scope: Scope, _progress: Progress) -> Figures:
    return dashboard.figures(path, scope)


def _draw(drawings: Sequence[Draw], _progress: Progress) -> dict[str, object]:
    from annotator.project import dashboard_plots  # noqa: PLC0415 (Matplotlib costs a second)

    return {one.chart.name: dashboard_plots.draw(one.chart, one.look, one.width, one.height, one.ratio) for one in drawings}


def _workload_header() -> tuple[str, ...]:
    """Return the columns of the workload sheet in the language of the window."""
    return (
        words("person"),
        words("articles"),
        words("finished"),
        words("open"),
        words("decisions"),
        words("marks"),
        words("hours"),
        words("days"),
        words("first day"),
        words("last day"),
    )


def _nobody() -> str:
    return words("Nobody has decided anything yet.")


def _count_words(count: int) -> str:
    return f"{count:,}"


def _cell(cell: str | float) -> str:
    return cell if isinstance(cell, str) else _count_words(int(cell))
