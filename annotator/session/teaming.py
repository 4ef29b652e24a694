"""Sharing work out and taking it back, without widgets: what is asked in a form, what is done on a thread, what is known afterwards."""

import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from annotator.agreement.planning import Expected, Pilot, expect
from annotator.core.errors import InputError
from annotator.project.assigning import AssignReport, assign
from annotator.project.handing_in import hand_in
from annotator.project.handing_out import UPDATE, Revisit, apply_update, hand_out, owner_of, to_revisit
from annotator.project.merging import merge
from annotator.project.rounds import MAIN, PILOT, RETEST
from annotator.project.teamwork import Member, draft, members, pilot, rounds_given
from annotator.project.workspace import Project
from annotator.session.errands import Errands
from annotator.session.jobs import Progress
from annotator.session.translating import QT_TRANSLATE_NOOP

ROUNDS = (MAIN, PILOT, RETEST)
_PERCENT = 100
_AS_NUMBER = QT_TRANSLATE_NOOP("Errors", "{text} is not a whole number.")
_AS_SHARE = QT_TRANSLATE_NOOP("Errors", "{text} is not a share: write 20% or 0.2.")
_AS_SAMPLE = QT_TRANSLATE_NOOP("Errors", "{text} is neither a number of articles nor a share: write 50 or 20%.")


class FormError(InputError):
    """A field of the form holds what makes no sense; `field` is its name."""

    def __init__(self, field_name: str, template: str, **facts: object) -> None:
        super().__init__(template, **facts)
        self.field = field_name


@dataclass(frozen=True, slots=True)
class Form:
    """The fields as they were typed; empty ones are as usual."""

    names: str = ""
    per_article: str = ""
    overlap: str = ""
    blind: str = ""
    round: str = MAIN
    sample: str = ""
    seed: str = ""


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be given out; see `assigning.assign`."""

    names: tuple[str, ...]
    per_article: int = 1
    overlap: float | None = None
    blind: float = 0.0
    round: str = MAIN
    sample: float | None = None
    seed: int = 0


@dataclass(frozen=True, slots=True)
class Team:
    """How far everybody is, which rounds there are, what has to be looked at again."""

    members: tuple[Member, ...] = ()
    rounds: tuple[str, ...] = ()
    revisit: tuple[Revisit, ...] = ()


@dataclass(frozen=True, slots=True)
class Drafted:
    """What an order would give out, and what is to be expected of each cell by label (empty without a pilot)."""

    report: AssignReport
    expected: dict[str, dict[str, Expected]] = field(default_factory=dict)


def order_of(form: Form) -> Order:
    """Return what the fields ask for. Like on the command line, two people read what several read once there is an overlap.

    Raises:
        FormError: a field makes no sense.
    """
    names = tuple(name.strip() for name in form.names.replace("，", ",").replace("、", ",").split(",") if name.strip())
    overlap = _share("overlap", form.overlap)
    usual = 1 if overlap is None else 2
    return Order(
        names,
        _number("per_article", form.per_article, usual),
        overlap,
        _share("blind", form.blind) or 0.0,
        form.round.strip() or MAIN,
        _sample(form.sample),
        _number("seed", form.seed, 0),
    )


def _number(name: str, text: str, usual: int) -> int:
    try:
        return int(text) if text.strip() else usual
    except ValueError as error:
        raise FormError(name, _AS_NUMBER, text=text.strip()) from error


def _share(name: str, text: str) -> float | None:
    if not text.strip():
        return None
    share = _figure(name, text, _AS_SHARE)
    if not 0 <= share <= 1:
        raise FormError(name, _AS_SHARE, text=text.strip())
    return share


def _sample(text: str) -> float | None:
    if not text.strip():
        return None
    sample = _figure("sample", text, _AS_SAMPLE)
    if sample <= 0:
        raise FormError("sample", _AS_SAMPLE, text=text.strip())
    return None if sample == 1 and _is_percent(text) else sample


def _figure(name: str, text: str, template: str) -> float:
    try:
        figure = float(text.strip().rstrip("%％"))
    except ValueError as error:
        raise FormError(name, template, text=text.strip()) from error
    if figure != figure or abs(figure) == float("inf"):  # noqa: PLR0124 (not a number)
        raise FormError(name, template, text=text.strip())
    return figure / _PERCENT if _is_percent(text) else figure


def _is_percent(text: str) -> bool:
    return text.strip().endswith(("%", "％"))


def returns(project: Project, paths: Sequence[Path]) -> list[Path]:
    """Return those of `paths` that are work on, or updates of, the open project: files of the same study that are not itself."""
    here, mine = project.file.setting("id"), project.path.resolve()
    in_task = owner_of(project) is not None
    found = []
    for path in paths:
        said = _said(path) if path.resolve() != mine else {}
        # In a task only its updates have business; in the project itself everything that came out of it.
        if said.get("id") == here and said.get("role", "") and (not in_task or said["role"] == UPDATE):
            found.append(path)
    return found


def _said(path: Path) -> dict[str, str]:
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)) as connection:
            return dict(connection.execute("SELECT key, value FROM project WHERE key IN ('id', 'role')"))
    except (sqlite3.Error, ValueError):
        return {}


class Teaming(QObject):
    """What is known of one project's team. `team` is the newest state, `pilot` what the pilot found, `drafted` the last preview.

    Signals:
        counted: `team` is new.
        drafted_changed: `drafted` is new; None where the order makes no sense yet.
        assigned: what was given out (an `AssignReport`).
        handed_out: the files that were written (`HandedOut`, as a list).
        merged: what a merge brought (a `MergeReport`); the project must be opened anew.
        updated: an update was brought into the open task (a `HandedOut`); it must be opened anew.
        handed_in: the sealed file (a `Sealed`).
        failed: the name of what failed, and the error for a person.
    """

    counted = Signal()
    drafted_changed = Signal()
    assigned = Signal(object)
    handed_out = Signal(object)
    merged = Signal(object)
    updated = Signal(object)
    handed_in = Signal(object)
    failed = Signal(str, object)

    def __init__(self, project: Project, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = project.path
        self._is_writable = not project.file.read_only
        self.team = Team()
        self.pilot: Pilot | None = None
        self.drafted: Drafted | None = None
        self.errands = Errands(self)
        self.errands.failed.connect(self._on_failed)

    def count(self) -> None:
        """Count anew."""
        self._ask("count", _count, self._on_counted)

    def look_at_pilot(self) -> None:
        """Measure the pilot, for what is to be expected."""
        self._ask("pilot", pilot, self._on_pilot)

    def draft(self, order: Order) -> None:
        """Say what an order would give out."""
        if order.names and self._is_writable:
            self._ask("draft", partial(_draft, order), self._on_drafted)
        else:
            self._on_drafted(None)

    def assign(self, order: Order) -> None:
        """Give out."""
        self._ask("assign", partial(_assign, order), self.assigned.emit)

    def hand_out(self, folder: Path, *, update: bool) -> None:
        """Write task files, or bring them up to date."""
        self._ask("hand_out", partial(hand_out, folder=folder, update=update), self.handed_out.emit)

    def merge(self, files: Sequence[Path]) -> None:
        """Take work back."""
        self._ask("merge", partial(merge, files=tuple(files)), self.merged.emit)

    def apply_update(self, update: Path) -> None:
        """Bring an update into the open task."""
        self._ask("update", partial(apply_update, update=update), self.updated.emit)

    def hand_in(self, out: Path) -> None:
        """Write the sealed file."""
        self._ask("hand_in", partial(hand_in, out=out), self.handed_in.emit)

    def close(self) -> None:
        """Wait for the thread."""
        self.errands.close()

    def _ask(self, name: str, act: Callable[[Project], object], then: Callable[[object], None]) -> None:
        self.errands.ask(name, partial(_on_own_connection, self._path, act, is_writable=self._is_writable), then)

    def _on_counted(self, found: object) -> None:
        if isinstance(found, Team):
            self.team = found
            self.counted.emit()

    def _on_pilot(self, found: object) -> None:
        if isinstance(found, Pilot):
            self.pilot = found
            self._on_drafted(self.drafted.report if self.drafted is not None else None)

    def _on_drafted(self, found: object) -> None:
        if isinstance(found, AssignReport):
            self.drafted = Drafted(found, expect(self.pilot, found.cells) if self.pilot is not None else {})
        else:
            self.drafted = None
        self.drafted_changed.emit()

    def _on_failed(self, name: str, error: object) -> None:
        if name == "draft":
            self._on_drafted(None)
        self.failed.emit(name, error)


def _on_own_connection(path: Path, act: Callable[[Project], object], _progress: Progress, *, is_writable: bool) -> object:
    with Project.beside(path) if is_writable else Project.open(path, write=False) as project:
        return act(project)


def _count(project: Project) -> Team:
    with project.snapshot():
        return Team(members(project), rounds_given(project), to_revisit(project))


def _draft(order: Order, project: Project) -> AssignReport:
    return _given(draft, order, project)


def _assign(order: Order, project: Project) -> AssignReport:
    return _given(assign, order, project)


def _given(act: Callable[..., AssignReport], order: Order, project: Project) -> AssignReport:
    return act(
        project,
        order.names,
        per_article=order.per_article,
        overlap=order.overlap,
        blind=order.blind,
        round_name=order.round,
        sample=order.sample,
        seed=order.seed,
    )
