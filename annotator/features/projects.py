"""Projects: open, make, the sample, the page without one."""

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, Protocol

from PySide6.QtCore import QCoreApplication
from typing_extensions import override

from annotator.core.errors import AnnotatorError
from annotator.features.feature import Commands, Feature
from annotator.features.room import Room
from annotator.features.views import Views
from annotator.session import background
from annotator.session.desk import Desk
from annotator.session.translating import error_words
from annotator.ui.file_dialog import file_to_open

_NEW = "new_project"


class _Welcome(Protocol):
    def show_recent(self, recent: list[Any]) -> None: ...


class _NewPage(Protocol):
    def say(self, said: str) -> None: ...


class Projects(Feature):
    """Opens and makes project files."""

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        self._welcome: _Welcome | None = None
        self._new: _NewPage | None = None
        room.window.files_dropped.connect(self._on_files_dropped)

    @override
    def commands(self) -> Commands:
        return {"open_project": self.ask_to_open, "new_project": self.ask_for_new, "close_project": self.show_welcome, "quit": self._quit}

    @override
    def opened(self, desk: Desk, views: Views) -> None:
        self._welcome = self._new = None

    def show_welcome(self) -> None:
        """Show the page without a project."""
        # Who opens a project by its file name never sees this page.
        from annotator.session import recent  # noqa: PLC0415
        from annotator.ui.welcome import Welcome  # noqa: PLC0415

        self.room.close_project()
        settings = self.room.settings
        found, person = recent.listed(settings.recent), self._person()
        page = self._welcome = Welcome(self.room.theme, background.shipped_scheme(), found, person)
        page.open_asked.connect(self.ask_to_open)
        page.new_asked.connect(self.ask_for_new)
        page.sample_asked.connect(self.open_sample)
        page.chosen.connect(self._on_path_chosen)
        page.locate_asked.connect(self._on_locate_asked)
        page.forgotten.connect(self._on_forgotten)
        self.room.window.setWindowTitle("annotator")
        self.room.window.show_page(page)
        if found:
            self.room.run(recent.glance(found, person), self._on_glanced)

    def ask_to_open(self) -> None:
        """Let the person choose a project file."""
        path = file_to_open(self.room.window, QCoreApplication.translate("App", "Open a project"), "*.annot")
        if path:
            self._on_path_chosen(path)

    def ask_for_new(self) -> None:
        """Show the page of a new project: over the desk, or in place of the page without a project."""
        from annotator.ui.new_project import NewProjectPage  # noqa: PLC0415 (few people make a project every day)

        window = self.room.window
        # What is prepared on the page of an import would be lost.
        if window.covered_by in {_NEW, "import"}:
            return
        page = self._new = NewProjectPage(self.room.theme, self._person(), len(background.shipped_scheme().labels))
        page.made.connect(self._on_made)
        page.left.connect(self._leave_new)
        if self.room.desk is not None:
            window.cover(page, name=_NEW)
        else:
            self._welcome = None
            window.show_page(page)

    def open_sample(self) -> None:
        """Make the sample project in the person's documents, or open the one that is there."""
        from annotator.session.touring import sample_folder  # noqa: PLC0415 (once in a lifetime)

        self.room.run(background.make_sample(sample_folder()), self._on_sample_made)

    def _person(self) -> str:
        return self.room.person

    def _leave_new(self) -> None:
        self._new = None
        if self.room.desk is None:
            self.show_welcome()
        else:
            self.room.window.uncover()
            self.room.leave()

    def _on_made(self, wish: object) -> None:
        from annotator.session import new_project  # noqa: PLC0415 (with its page)

        if isinstance(wish, new_project.Wish):
            try:
                self.room.open_project(new_project.make(wish), who=wish.person.strip())
            except AnnotatorError as error:
                if self._new is not None:
                    self._new.say(error_words(error))

    def _on_glanced(self, found: object) -> None:
        if self._welcome is not None and isinstance(found, list):
            self._welcome.show_recent(found)

    def _on_locate_asked(self, gone: str) -> None:
        title = QCoreApplication.translate("App", "Where is {name} now?").format(name=Path(gone).stem)
        path = file_to_open(self.room.window, title, "*.annot")
        if path:
            from annotator.session import recent  # noqa: PLC0415 (with the page)

            settings = self.room.settings
            self.room.change_settings(replace(settings, recent=recent.relocated(settings.recent, gone, path)))
            self._on_path_chosen(path)

    def _on_forgotten(self, path: str) -> None:
        settings = self.room.settings
        self.room.change_settings(replace(settings, recent=tuple(one for one in settings.recent if one != path)))
        self.show_welcome()

    def _on_files_dropped(self, paths: list[str]) -> None:
        projects = [path for path in paths if path.casefold().endswith(".annot")]
        # Under a page there may be work that is not stored yet.
        if projects and not self.room.window.covered_by:
            self._on_path_chosen(projects[0])

    def _on_path_chosen(self, path: str) -> None:
        self.room.attempt(partial(self.room.open_project, Path(path)))

    def _on_sample_made(self, path: object) -> None:
        self._on_path_chosen(str(path))

    def _quit(self) -> None:
        self.room.window.close()
