"""Importing annotations without widgets: what is wished for, what its labels mean here, what would come of it, and the import itself."""

import shlex
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from annotator.core.errors import AnnotatorError
from annotator.core.scheme import Label, Scheme
from annotator.project.importing_spans import SpanPlan, plan_spans, store_spans
from annotator.project.sources import How
from annotator.project.span_files import READABLE, apart
from annotator.project.workspace import Project
from annotator.session.errands import Errands
from annotator.session.jobs import Progress
from annotator.session.pinyin import initials
from annotator.store import people

__all__ = ["LEFT_OUT", "ImportingSpans", "Stopped", "Wish", "apart", "command_line", "meant", "proposed", "readable", "undecided"]

LEFT_OUT = ""
"""What a label becomes whose spans are left out."""
_LEAVING = frozenset({"-", "–", "—", "－"})


@dataclass(frozen=True, slots=True)
class Wish:
    """What the page says: files; their format and what offsets count, empty where that is told by the files; whose the spans become.

    `by` is None for candidates. `labels` says what labels of the files are called here.
    """

    paths: tuple[Path, ...] = ()
    format: str = ""
    unit: str = ""
    by: str | None = None
    labels: Mapping[str, str] = field(default_factory=dict)

    @property
    def left_out(self) -> frozenset[str]:
        """The labels whose spans are left out: only these change what can be imported."""
        return frozenset(label for label, here in self.labels.items() if here == LEFT_OUT)

    def is_counted_as(self, other: "Wish") -> bool:
        """Whether the same would come of `other`, but for what labels are called and whose the spans become."""
        return self.paths == other.paths and self.reading == other.reading

    @property
    def reading(self) -> How:
        """How the files are read."""
        return How(format_name=self.format or None, unit=self.unit or None, labels=dict.fromkeys(self.left_out, LEFT_OUT))


class Stopped(AnnotatorError):
    """Nobody wants the result any more."""


def readable() -> str:
    """Return the kinds of files that may hold annotations, as a file dialog asks for them."""
    return " ".join(f"*{kind}" for kind in sorted(READABLE))


def proposed(scheme: Scheme, label: str) -> str | None:
    """Return what a file's label is called here without being asked: by the same id or name, or what it was merged into; else None."""
    here = scheme.current(label)
    if any(one.id == here for one in scheme.labels):
        return here
    wanted = label.strip().casefold()
    named = [one.id for one in scheme.labels if wanted in _names(one)]
    return named[0] if len(named) == 1 else None


def meant(scheme: Scheme, typed: str) -> str | tuple[str, ...]:
    """Return which label is meant by what was typed: its id, `LEFT_OUT` for a dash, or the ids of those it may be (none, or several).

    A key, an id or a name means its label; so does the beginning of one, or of its pinyin initials, or else a part of them, where that
    fits one label only.
    """
    wanted = typed.strip().casefold()
    if wanted in _LEAVING:
        return LEFT_OUT
    names = {one.id: {*_names(one), *_spelled(one)} for one in scheme.labels if wanted}
    exact = [one.id for one in scheme.labels if wanted and (wanted == one.key.casefold() or wanted in _names(one))]
    begun = [label for label, said in names.items() if any(name.startswith(wanted) for name in said)]
    fitting = exact or begun or [label for label, said in names.items() if any(wanted in name for name in said)]
    return fitting[0] if len(fitting) == 1 else tuple(fitting)


def undecided(plan: SpanPlan, scheme: Scheme, labels: Mapping[str, str]) -> list[str]:
    """Return the labels of the files of which nobody has said what they are called here."""
    known = {label.id for label in scheme.labels}
    return [label for label in plan.labels if label not in known and label not in labels]


def command_line(project: Path, plan: SpanPlan, wish: Wish) -> str:
    """Return the command that imports the same, as it is typed in the project's folder; empty where a label cannot be said in one."""
    refused = {file.source.path for file in plan.files if not file.is_taken}
    words = ["annotator", "import", _word(project, project), *(_word(path, project) for path in plan.paths if path not in refused)]
    if wish.format:
        words += ["--format", wish.format]
    # Where nobody said it, the command is told by each file, as the plan was.
    if plan.how.unit:
        words += ["--unit", plan.how.unit]
    if wish.by is not None:
        words += ["--by", wish.by]
    named = {old: new for old, new in wish.labels.items() if old != new and old in plan.labels}
    if any("=" in old or old != old.strip() for old in named):
        return ""
    for old, new in named.items():
        words += ["--labels", f"{old}={new}"]
    return shlex.join(words)


class ImportingSpans(QObject):
    """One import as it is being prepared.

    Signals:
        known: the names of those who have worked in the project.
        planned: the `SpanPlan` of a wish, and the wish.
        stored: what was imported (`Stored`); the project has to be opened anew.
        progressed: how much is read, of how much.
        failed: the name of what failed (`plan`, `store`), and the error for a person; `Stopped` where it was cancelled.
    """

    known = Signal(object)
    planned = Signal(object, object)
    stored = Signal(object)
    progressed = Signal(int, int)
    failed = Signal(str, object)

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = path
        self._is_given_up = False
        self.is_storing = False
        self.errands = Errands(self)
        self.errands.failed.connect(self._on_failed)
        self.errands.progressed.connect(self.progressed)

    def look_up(self) -> None:
        """Look up who has worked in the project."""
        self.errands.ask("people", partial(_people, self._path), self.known.emit)

    def plan(self, wish: Wish) -> None:
        """Count what would come of a wish; a count under way for another is stopped."""
        self.errands.ask("plan", partial(_planned, self._path, wish, self._is_stale), partial(self._on_planned, wish))

    def store(self, plan: SpanPlan, wish: Wish) -> None:
        """Import what was planned."""
        self._is_given_up, self.is_storing = False, True
        self.errands.ask("store", partial(_stored, self._path, plan, wish, self._is_cancelled), self._on_stored)

    def cancel(self) -> None:
        """Stop importing; nothing of it stays."""
        self._is_given_up = True

    def close(self) -> None:
        """Stop, and wait for the thread."""
        self._is_given_up = True
        self.errands.close()

    def _is_cancelled(self) -> bool:
        return self._is_given_up

    def _is_stale(self) -> bool:
        return self._is_given_up or self.errands.is_wanted("plan") or self.errands.is_wanted("store")

    def _on_planned(self, wish: Wish, plan: object) -> None:
        self.planned.emit(plan, wish)

    def _on_stored(self, stored: object) -> None:
        self.is_storing = False
        self.stored.emit(stored)

    def _on_failed(self, name: str, error: object) -> None:
        if name == "store":
            self._is_given_up = self.is_storing = False
        self.failed.emit(name, error)


def _names(label: Label) -> set[str]:
    words = (label.id, label.name.zh, label.name.en, label.short.zh, label.short.en)
    return {word.strip().casefold() for word in words if word.strip()}


def _spelled(label: Label) -> tuple[str, str]:
    return initials(label.name.zh), initials(label.short.zh)


def _word(path: Path, project: Path) -> str:
    """Return a path as it is said in the project's folder; one that looks like an option begins with the folder."""
    where = path.absolute()
    if not where.is_relative_to(project.parent):
        return str(where)
    inside = str(where.relative_to(project.parent))
    return f"./{inside}" if inside.startswith("-") else inside


def _people(path: Path, _progress: Progress) -> tuple[str, ...]:
    with Project.open(path, write=False) as project:
        return tuple(people.names(project.connection).values())


def _unless(is_stopped: Callable[[], bool], progress: Progress) -> Progress:
    def moved(done: int, everything: int) -> None:
        if is_stopped():
            raise Stopped("")
        progress(done, everything)

    return moved


def _planned(path: Path, wish: Wish, is_stale: Callable[[], bool], progress: Progress) -> SpanPlan:
    with Project.open(path, write=False) as project:
        return plan_spans(project, wish.paths, wish.reading, progress=_unless(is_stale, progress))


def _stored(path: Path, plan: SpanPlan, wish: Wish, is_cancelled: Callable[[], bool], progress: Progress) -> object:
    how = How(format_name=wish.format or None, unit=plan.how.unit, by=wish.by, labels=wish.labels)
    with Project.beside(path) as project:
        return store_spans(project, plan, how, progress=_unless(is_cancelled, progress))
