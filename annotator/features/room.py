"""The room that features work in: the window, the project that is open in it, jobs, and where sentences are said."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer

from annotator.core.errors import AnnotatorError, ProjectBusy
from annotator.features.views import Views, build_views
from annotator.project.workspace import Project
from annotator.session import background
from annotator.session.desk import Desk
from annotator.session.jobs import Job, Progress
from annotator.session.settings import Settings, person_here, save_settings
from annotator.session.translating import error_words
from annotator.session.words import Words
from annotator.ui.main_window import MainWindow, Panes
from annotator.ui.theme import Theme


class Guest(Protocol):
    """Who wants to know that a project opens and closes."""

    def opened(self, desk: Desk, views: Views) -> None:
        """Connect to a project that has just been opened."""

    def closing(self) -> None:
        """Let go of the open project."""

    def closed(self, path: Path) -> None:
        """Do what has to wait until the project at `path` is closed: others may write it now."""


class Room(QObject):
    """What features share. `desk` is the annotator at work, `views` the widgets of the project; both None while none is open."""

    def __init__(self, window: MainWindow, theme: Theme, settings: Settings, *, annotator: str | None) -> None:
        super().__init__(window)
        self.window = window
        self.theme = theme
        self.settings = settings
        self.desk: Desk | None = None
        self.views: Views | None = None
        self.is_opening_again = False
        self.wanted_anew: Path | None = None
        self._annotator = annotator
        self._guests: tuple[Guest, ...] = ()
        self._job: Job | None = None
        self._thens: dict[QObject, Callable[[object], None]] = {}

    def welcome_guests(self, guests: tuple[Guest, ...]) -> None:
        """Tell `guests` from now on when a project opens and closes."""
        self._guests = guests

    # The project

    @property
    def person(self) -> str:
        """Who works here: who was named at the start, else who did last."""
        return self._annotator or person_here(self.settings)

    def open_project(self, path: Path, *, who: str = "") -> None:
        """Open a project in the window, from now on as `who` where that is said; one that is written elsewhere is opened read-only.

        Raises:
            AnnotatorError: it cannot be opened; what was open before stays open.
        """
        name = who or self.person
        if self.desk is not None and self.desk.project.path == path.resolve():
            # Its lock is ours; opened beside itself it would be read-only.
            self.close_project()
        try:
            project, warning = Project.open(path, who=name), ""
        except ProjectBusy as busy:
            project = Project.open(path, write=False)
            said = QCoreApplication.translate(
                "App", "{who} writes this project now. It is open read-only here until it is closed there and opened again."
            )
            warning = said.format(who=busy.facts["who"])
        # In a task file the work is its owner's, whoever's machine this is.
        worker, name = name, _owner(project) or name
        self.close_project()
        self._annotator = who or self._annotator
        desk = self.desk = Desk(project, name, Words(background.word_boundaries(project), self.window), self.window)
        views = self.views = build_views(project, desk.scheme, self.theme, self.settings)
        for guest in self._guests:
            guest.opened(desk, views)
        self.window.set_labels(desk.scheme, desk.label)
        self.window.show_panes(Panes(views.articles, views.page, views.candidates, views.labels, reading=views.reading), name)
        self.window.setWindowTitle(f"{project.title} — annotator")
        self.window.warn(warning)
        views.articles.show_rows(project.title, desk.rows())
        desk.open_first()
        if desk.article is None:
            self.say(
                QCoreApplication.translate("App", "There are no articles yet. Drop page files on the window, or use: annotator import.")
            )
        self.change_settings(self.settings.opened(path, worker))
        # The dictionary is loaded when the first article is on screen.
        QTimer.singleShot(0, desk.words, desk.words.warm_up)

    def open_again(self) -> None:
        """Open the project anew in place: something was written to it past the desk (a merge, a restored backup)."""
        desk = self.desk
        if desk is not None:
            path = desk.project.path
            self.is_opening_again = True
            try:
                self.close_project()
            finally:
                self.is_opening_again = False
            self.open_project(path)

    def make_anew(self) -> None:
        """Have the window made anew with the project that is open (`wanted_anew`): every word in it is to be in another language."""
        if self.desk is not None:
            self.wanted_anew = self.desk.project.path
            self.window.close()

    def close_project(self) -> None:
        """Close what is open; everything is on disk already."""
        for guest in self._guests:
            guest.closing()
        self._finish_job()
        # What a job of this project found may be on its way; the next project has nothing to do with it.
        self._thens.clear()
        desk, self.desk, self.views = self.desk, None, None
        if desk is not None:
            self.window.set_labels(None, desk.label)
            desk.words.close()
            desk.project.close()
            desk.deleteLater()
            for guest in self._guests:
                guest.closed(desk.project.path)

    def change_settings(self, settings: Settings) -> None:
        """Keep `settings`, here and on disk."""
        self.settings = settings
        save_settings(settings)

    # For everybody

    def say(self, words: str) -> None:
        """Show a sentence in the message area: the status line, or the banner while no project is open."""
        if self.desk is None:
            self.window.warn(words)
        else:
            self.window.status_line.say(words)

    def attempt(self, action: Callable[[], None]) -> None:
        """Do it; an error for a person is shown in the message area."""
        try:
            action()
        except AnnotatorError as error:
            self.say(error_words(error))

    def leave(self) -> None:
        """Leave whatever the keyboard is in and go back to the article."""
        if self.views is not None:
            self.views.note_bar.hide()
            self.views.reading.clear_selection()
            self.views.reading.setFocus(Qt.FocusReason.OtherFocusReason)

    def run(self, work: Callable[[Progress], object], then: Callable[[object], None]) -> None:
        """Run `work(progress)` on a thread, one at a time, then hand its result to `then`."""
        self._finish_job()
        job = self._job = Job(work)
        job.progressed.connect(self._on_job_progressed)
        self._thens[job] = then
        job.succeeded.connect(self._on_job_succeeded)
        job.failed.connect(self._on_job_failed)
        job.begin()

    @property
    def is_busy(self) -> bool:
        """Whether a job runs."""
        return self._job is not None and self._job.isRunning()

    def _finish_job(self) -> None:
        if self._job is not None:
            self._job.wait()
            self._job.deleteLater()
            self._job = None

    def _on_job_succeeded(self, result: object) -> None:
        then = self._thens.pop(self.sender(), None)
        if then is not None:
            then(result)

    def _on_job_progressed(self, done: int, everything: int) -> None:
        self.say(QCoreApplication.translate("App", "Working… {done}/{all}").format(done=done, all=everything))

    def _on_job_failed(self, error: object) -> None:
        self._thens.pop(self.sender(), None)
        if isinstance(error, AnnotatorError):
            self.say(error_words(error))


def _owner(project: Project) -> str | None:
    """Return whose task an open file is; None where it is no task."""
    if not project.file.setting("role"):
        return None
    from annotator.project.handing_out import owner_of  # noqa: PLC0415 (a window on no task starts without handing out)

    return owner_of(project)
