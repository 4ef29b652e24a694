"""The preview of an import: files read and cut, and everything a person corrects before anything is stored.

A state is immutable; an edit makes the next one, and undo goes back to the one before. Nothing is written: `storing` returns the
work that does it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Event

from PySide6.QtCore import QObject, Signal

from annotator.core.article import ArticleKind
from annotator.newsprint import plan as plans
from annotator.newsprint.plan import Plan, Question
from annotator.project.previewing import PreviewFile, read_files, reread, same_marked, store, stored_page
from annotator.project.workspace import Project
from annotator.session.jobs import Job, Progress
from annotator.session.preview_lines import PageView, view_of
from annotator.session.translating import QT_TRANSLATE_NOOP

Edit = Callable[[Plan], Plan]


@dataclass(frozen=True, slots=True)
class Place:
    """Where the person is: at a line (an index), holding the boundary above it or not."""

    line: int = 0
    is_boundary: bool = True


@dataclass(frozen=True, slots=True, eq=False)
class _State:
    files: tuple[PreviewFile, ...] = ()
    at: int = 0
    place: Place = Place()


class _StoppedError(Exception):
    """The person gave the preview up while files were read."""


class Preview(QObject):
    """One import being prepared.

    Signals:
        files_changed: the list of files, or which of them is shown.
        page_changed: the page shown was edited, or is another.
        place_changed: the person is at another line or boundary.
        progressed: how many files are read or stored, of how many.
        stored: the report of the import.
        failed: the error that stopped the reading or the import.
        said: a sentence for the message area: its template and facts.
    """

    files_changed = Signal()
    page_changed = Signal()
    place_changed = Signal()
    progressed = Signal(int, int)
    stored = Signal(object)
    failed = Signal(object)
    said = Signal(str, dict)

    def __init__(self, project: Project, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self._state = _State()
        self._before: list[_State] = []
        self._after: list[_State] = []
        self._moving: tuple[int, int] | None = None
        self._view: tuple[Plan | None, PageView] = (None, PageView((), ()))
        self._job: Job | None = None
        self._waiting: list[Path] = []
        self._stop = Event()
        self.is_storing = False

    # Reading

    @property
    def is_reading(self) -> bool:
        """Whether files are being read on a thread."""
        return self._job is not None and not self.is_storing

    def read(self, paths: Sequence[Path]) -> None:
        """Read files and folders on a thread and add them to the list."""
        if self._job is not None:
            self._waiting += paths
            return
        job = self._job = Job(_Reading(self._project.path, tuple(paths), self._stop))
        job.progressed.connect(self.progressed)
        job.succeeded.connect(self._on_read)
        job.failed.connect(self._on_failed)
        job.begin()

    def cut_anew(self, article: str) -> None:
        """Show the stored page of an article, to be cut anew.

        Raises:
            InputError: somebody has begun to work on it.
        """
        self._on_read((stored_page(self._project, article),))

    def stop(self) -> None:
        """Stop reading, and return when the thread has ended; what is being stored is stored to the end."""
        self._stop.set()
        self._waiting = []
        if self._job is not None:
            self._job.wait()

    def wait(self) -> None:
        """Return when the thread that reads has ended; its files arrive with the next events."""
        if self._job is not None:
            self._job.wait()

    def _on_read(self, files: object) -> None:
        if self._stop.is_set() or not isinstance(files, tuple):
            self._end_job()
            return
        if self._state.files:
            self._before.append(self._state)
            self._after = []
        at = self._state.at if self._state.files else next((i for i, file in enumerate(files) if file.is_new), 0)
        self._end_job()
        self._show(replace(self._state, files=same_marked([*self._state.files, *files]), at=at))

    def _on_failed(self, error: object) -> None:
        self.is_storing = False
        self._end_job()
        self.failed.emit(error)

    def _end_job(self) -> None:
        if self._job is not None:
            self._job.wait()
            self._job.deleteLater()
            self._job = None
        if self._waiting:
            waiting, self._waiting = self._waiting, []
            self.read(waiting)

    # What is there

    @property
    def files(self) -> tuple[PreviewFile, ...]:
        """The files, in the order in which they will be imported."""
        return self._state.files

    @property
    def at(self) -> int:
        """Which file is shown."""
        return self._state.at

    @property
    def file(self) -> PreviewFile | None:
        """The file that is shown; None while there is none."""
        return self._state.files[self._state.at] if self._state.files else None

    @property
    def plan(self) -> Plan | None:
        """The plan of the page that is shown."""
        return self.file.plan if self.file is not None else None

    @property
    def place(self) -> Place:
        """Where the person is on the page."""
        return self._state.place

    @property
    def part(self) -> int | None:
        """The part of the page in which the person is."""
        plan = self.plan
        return plan.part_of(self.place.line) if plan is not None and plan.parts else None

    @property
    def question(self) -> Question | None:
        """The question to answer first: the one about the lines where the person is, else the first of the page."""
        waiting = self.plan.waiting if self.plan is not None else ()
        here = (question for question in waiting if self.place.line in question.run)
        return next(here, waiting[0] if waiting else None)

    @property
    def can_undo(self) -> bool:
        """Whether there is an edit to take back."""
        return bool(self._before)

    def view(self) -> PageView:
        """Return the page that is shown, line by line."""
        if self._view[0] is not self.plan:
            self._view = (self.plan, view_of(self.plan) if self.plan is not None else PageView((), ()))
        return self._view[1]

    def store_all(self) -> None:
        """Store everything on a thread; `stored` says when."""
        if self._job is None:
            self.is_storing = True
            job = self._job = Job(self.storing())
            job.progressed.connect(self.progressed)
            job.succeeded.connect(self._on_stored)
            job.failed.connect(self._on_failed)
            job.begin()

    def _on_stored(self, report: object) -> None:
        self._end_job()
        self.stored.emit(report)

    def storing(self) -> Callable[[Progress], object]:
        """Return the work of storing all files as they are cut now and computing candidates, through a connection of its own."""
        path, files = self._project.path, self._state.files

        def work(progress: Progress) -> object:
            from annotator.project.suggesting import suggest  # noqa: PLC0415 (jieba)

            with Project.beside(path) as project:
                report = store(project, files, progress=progress)
                suggest(project, progress=progress)
            return report

        return work

    # Going about

    def show_file(self, at: int) -> None:
        """Show another file of the list."""
        if 0 <= at < len(self._state.files) and at != self._state.at:
            self._show(replace(self._state, at=at, place=Place()))

    def go_to_line(self, line: int) -> None:
        """Stand at a line of the page."""
        lines = self.plan.page.lines if self.plan is not None and self.plan.page is not None else ()
        if 0 <= line < len(lines):
            self._go(Place(line, is_boundary=False))

    def next_file(self) -> None:
        """Show the next file."""
        self.show_file(self._state.at + 1)

    def previous_file(self) -> None:
        """Show the file before."""
        self.show_file(self._state.at - 1)

    def next_part(self) -> None:
        """Hold the next boundary down the page."""
        self._hold(next((i for i in self._firsts() if i > self.place.line), None))

    def previous_part(self) -> None:
        """Hold the boundary above: of this part, or of the one before."""
        above = [i for i in self._firsts() if i < self.place.line or (i == self.place.line and not self.place.is_boundary)]
        self._hold(above[-1] if above else None)

    def hold_boundary(self) -> None:
        """Hold the boundary of the part in which the person is."""
        if self.plan is not None and self.part is not None:
            self._hold(self.plan.parts[self.part].lines[0])

    def leave_boundary(self) -> None:
        """Stand at the line instead of the boundary above it."""
        self._go(replace(self.place, is_boundary=False))

    def go_to_question(self) -> None:
        """Stand where the next question is about."""
        waiting = self.plan.waiting if self.plan is not None else ()
        below = [question.run[0] for question in waiting if question.run[0] > self.place.line]
        if waiting:
            self._go(Place(min(below, default=min(question.run[0] for question in waiting)), is_boundary=False))
        else:
            self.said.emit(QT_TRANSLATE_NOOP("Preview", "Nothing on this page waits for an answer."), {})

    def down(self) -> None:
        """Move the boundary that is held a line down, or go to the next line."""
        self._step(1)

    def up(self) -> None:
        """Move the boundary that is held a line up, or go to the line above."""
        self._step(-1)

    # Editing

    def split(self) -> None:
        """Begin a part at the line; at a boundary, with the part's second line, so that the new boundary can be moved."""
        plan, k = self.plan, self.part
        if plan is None or k is None:
            return
        lines, line = plan.parts[k].lines, self.place.line
        at = lines[1] if line == lines[0] and len(lines) > 1 else line
        self._edit(lambda edited: plans.split(edited, at), Place(at), _NO_SPLIT)

    def merge(self) -> None:
        """Join the part with the one above."""
        if (k := self.part) is not None:
            self._edit(lambda edited: plans.merge(edited, k), replace(self.place, is_boundary=False), _NO_MERGE)

    def toggle_caption(self) -> None:
        """Take the line, or the part whose boundary is held, for a caption, or for text again."""
        self._toggle(ArticleKind.CAPTION)

    def leave_out(self) -> None:
        """Take the line, or the part whose boundary is held, out of the articles, or in again; a fragment in question is answered so."""
        question = self.question
        if question is not None and self.place.line in question.run:
            self._edit(lambda edited: plans.decline(edited, question, ArticleKind.FURNITURE), self.place)
        else:
            self._toggle(ArticleKind.FURNITURE)

    def leave_out_page(self) -> None:
        """Leave the whole page out of the import, or take it in again."""
        plan = self.plan
        if plan is not None and self._may_edit(excluded=True):
            self._put(plans.exclude(plan, is_excluded=not plan.is_excluded), self.place)

    def toggle_repeat(self) -> None:
        """Decide a repeat by itself, or with its original again."""
        plan, line = self.plan, self.place.line
        if plan is None or not self.view().lines:
            return
        is_single = line not in plan.single
        if is_single and self.view().lines[line].repeats is None:
            self.said.emit(QT_TRANSLATE_NOOP("Preview", "This paragraph was not printed before."), {})
            return
        self._edit(lambda edited: plans.decide_repeat_by_itself(edited, line, is_single=is_single), self.place)

    def join(self) -> None:
        """Put the fragment in question behind the article it goes on with."""
        if (question := self._asked()) is not None:
            self._edit(lambda edited: plans.join(edited, question), Place(question.run[0], is_boundary=False))

    def keep_apart(self) -> None:
        """Keep the fragment in question as an article of its own."""
        if (question := self._asked()) is not None:
            self._edit(lambda edited: plans.decline(edited, question), Place(question.run[0]))

    def read_in(self, encoding: str) -> None:
        """Read the file anew in another encoding; its edits go, until that is undone."""
        file = self.file
        if file is not None and file.data and encoding != file.encoding:
            self._put_file(reread(self._project, file, encoding), Place())

    def next_encoding(self) -> None:
        """Read the file anew in the next of the encodings that were tried."""
        if self.file is not None and self.file.data:
            names = [guess.encoding for guess in self.file.tried()]
            at = names.index(self.file.encoding) if self.file.encoding in names else -1
            if names:
                self.read_in(names[(at + 1) % len(names)])

    def undo(self) -> None:
        """Take the last edit back."""
        self._travel(self._before, self._after, QT_TRANSLATE_NOOP("Preview", "There is nothing to undo."))

    def redo(self) -> None:
        """Do again what undo took back."""
        self._travel(self._after, self._before, QT_TRANSLATE_NOOP("Preview", "There is nothing to redo."))

    # Inside

    def _firsts(self) -> list[int]:
        return [part.lines[0] for part in self.plan.parts] if self.plan is not None else []

    def _hold(self, line: int | None) -> None:
        if line is not None:
            self._go(Place(line))

    def _step(self, step: int) -> None:
        plan, k = self.plan, self.part
        if plan is None or k is None:
            return
        if not self.place.is_boundary:
            self.go_to_line(self.place.line + step)
            return
        if not self._may_edit():
            return
        moved = plans.move_boundary(plan, k, step)
        if moved is plan:
            self.said.emit(QT_TRANSLATE_NOOP("Preview", "The boundary cannot go further."), {})
            return
        above = plans.line_above(plan, k)
        first = plan.parts[k].lines[1] if step > 0 or above is None else above
        self._put(moved, Place(first), moving=True)

    def _toggle(self, kind: ArticleKind) -> None:
        plan, k, place = self.plan, self.part, self.place
        if plan is None or k is None:
            return
        if plan.parts[k].kind is kind:
            self._edit(lambda edited: plans.give_back(edited, k), place)
        elif place.is_boundary:
            self._edit(lambda edited: plans.set_kind(edited, k, kind), place)
        else:
            self._edit(lambda edited: plans.set_aside(edited, [place.line], kind), place)

    def _asked(self) -> Question | None:
        if self.question is None:
            self.said.emit(QT_TRANSLATE_NOOP("Preview", "Nothing on this page waits for an answer."), {})
        return self.question

    def _may_edit(self, *, excluded: bool = False) -> bool:
        file = self.file
        if file is None or file.plan is None:
            return False
        if file.is_known or file.same_as:
            self.said.emit(QT_TRANSLATE_NOOP("Preview", "The project holds this page already; its articles stay as they are."), {})
            return False
        if file.plan.is_excluded and not excluded:
            self.said.emit(QT_TRANSLATE_NOOP("Preview", "This page is left out. Shift+D takes it in again."), {})
            return False
        return True

    def _edit(self, edit: Edit, place: Place, otherwise: str = "") -> None:
        plan = self.plan
        if plan is None or not self._may_edit():
            return
        edited = edit(plan)
        if edited is plan:
            if otherwise:
                self.said.emit(otherwise, {})
            return
        self._put(edited, place)

    def _put(self, plan: Plan, place: Place, *, moving: bool = False) -> None:
        if self.file is not None:
            # Moves of one boundary that follow each other are one step, as on the desk.
            chained = moving and self._moving == (self._state.at, self.place.line)
            self._put_file(replace(self.file, plan=plan), place, chained=chained)
            self._moving = (self._state.at, self.place.line) if moving else None

    def _put_file(self, file: PreviewFile, place: Place, *, chained: bool = False) -> None:
        if not chained:
            self._before.append(self._state)
        self._after = []
        files = (*self._state.files[: self._state.at], file, *self._state.files[self._state.at + 1 :])
        self._show(replace(self._state, files=same_marked(files), place=place))

    def _travel(self, source: list[_State], target: list[_State], otherwise: str) -> None:
        if not source:
            self.said.emit(otherwise, {})
            return
        target.append(self._state)
        self._show(source.pop())

    def _go(self, place: Place) -> None:
        self._moving = None
        if place != self._state.place:
            self._state = replace(self._state, place=place)
            self.place_changed.emit()

    def _show(self, state: _State) -> None:
        self._moving = None
        self._state = replace(state, place=_settled(state))
        self.files_changed.emit()
        self.page_changed.emit()
        self.place_changed.emit()


_NO_SPLIT = QT_TRANSLATE_NOOP("Preview", "There is nothing to split off: this part has one line.")
_NO_MERGE = QT_TRANSLATE_NOOP("Preview", "There is nothing above to merge with.")


def _settled(state: _State) -> Place:
    """Return the place of `state`, at a boundary only where a part begins."""
    plan = state.files[state.at].plan if state.files else None
    if plan is None or plan.page is None:
        return Place()
    line = min(state.place.line, len(plan.page.lines) - 1)
    return Place(line, is_boundary=state.place.is_boundary and plan.parts[plan.part_of(line)].lines[0] == line)


class _Reading:
    """The work of reading files; it ends early, with nothing, when `stop` is set."""

    def __init__(self, path: Path, paths: tuple[Path, ...], stop: Event) -> None:
        self._path = path
        self._paths = paths
        self._stop = stop

    def __call__(self, progress: Progress) -> object:
        def step(done: int, everything: int) -> None:
            if self._stop.is_set():
                raise _StoppedError
            progress(done, everything)

        try:
            with Project.beside(self._path) as project:
                return read_files(project, self._paths, progress=step)
        except _StoppedError:
            return None
