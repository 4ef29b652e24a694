"""Builds every object of the window: the window itself, the room in it, and the features that live there."""

import sys
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from annotator.features.appearance import Appearance
from annotator.features.deciding import Deciding
from annotator.features.explaining import Explaining
from annotator.features.feature import Commands, Feature
from annotator.features.filtering import Filtering
from annotator.features.finding import Finding
from annotator.features.helping import Helping
from annotator.features.importing import Importing
from annotator.features.linking import Linking
from annotator.features.ordering import Ordering
from annotator.features.palette import Choosing
from annotator.features.projects import Projects
from annotator.features.room import Room
from annotator.features.same import Same
from annotator.features.suggesting import Suggesting
from annotator.features.views import Views
from annotator.features.walking import Walking
from annotator.session.background import Intake
from annotator.session.desk import Desk
from annotator.session.settings import Settings, load_settings
from annotator.ui.appearance import install_translations, language_of, theme_of
from annotator.ui.commands import COMMANDS
from annotator.ui.commands import words as command_words
from annotator.ui.key_sheet import shown_key
from annotator.ui.main_window import MainWindow
from annotator.ui.theme import can_show_chinese

_HINTS = (("Space", "accept"), ("X", "reject"), ("S", "skip"), ("Return", "finish"), ("?", "keys"))


class App:
    """The whole desktop. `window` is the main window; `room` holds the project that is open in it."""

    def __init__(self, qt: QApplication, settings: Settings, *, annotator: str | None) -> None:
        self._qt = qt
        self._translators = install_translations(qt, settings.language)
        self.language = language_of(settings.language)
        theme = theme_of(qt, settings.theme, self.language)
        qt.setPalette(theme.palette())
        qt.setFont(theme.ui_font(13))
        self.window = MainWindow(theme)
        self.window.setStyleSheet(theme.style_sheet())
        self.room = Room(self.window, theme, settings, annotator=annotator)
        self._projects = Projects(self.room)
        self._importing = Importing(self.room)
        features: tuple[Feature, ...] = (
            self._projects,
            self._importing,
            Deciding(self.room),
            Walking(self.room),
            Appearance(self.room),
            Filtering(self.room),
            Finding(self.room),
            Same(self.room),
            Choosing(self.room),
            Ordering(self.room),
            Suggesting(self.room),
            Linking(self.room),
            Explaining(self.room),
            Helping(self.room),
        )
        self.room.welcome_guests(features)
        self.window.set_handlers(self._commands(features))
        self.window.status_line.show_hints([(shown_key(key), command_words(_text_of(command))) for key, command in _HINTS])
        if not can_show_chinese():
            self.window.warn(
                QCoreApplication.translate(
                    "App", "No font here has Chinese glyphs. Install one, for example Noto Sans CJK (fonts-noto-cjk)."
                )
            )

    def _commands(self, features: tuple[Feature, ...]) -> Commands:
        answered = [(name, act) for feature in features for name, act in feature.commands().items()]
        commands = {name: partial(self.room.attempt, act) for name, act in answered}
        if len(commands) < len(answered):
            raise KeyError("two features answer one command")
        return commands

    @property
    def desk(self) -> Desk | None:
        """The annotator at work, None while no project is open."""
        return self.room.desk

    @property
    def views(self) -> Views | None:
        """The widgets of the open project."""
        return self.room.views

    @property
    def preview(self) -> Intake | None:
        """The import being prepared."""
        return self._importing.preview

    def show_welcome(self) -> None:
        """Show the page without a project."""
        self._projects.show_welcome()

    def open_project(self, path: Path) -> None:
        """Open a project in the window; see `Room.open_project`."""
        self.room.open_project(path)

    def close_project(self) -> None:
        """Close what is open; everything is on disk already."""
        self.room.close_project()

    def import_files(self, paths: list[str]) -> None:
        """Show how files and folders would be imported."""
        self._importing.import_files(paths)

    def close(self) -> None:
        """Close the project and free the window."""
        self.close_project()
        self.window.close()
        self.window.deleteLater()
        for translator in self._translators:
            self._qt.removeTranslator(translator)
        self._qt.sendPostedEvents(None, 52)  # QEvent.DeferredDelete


def build(project: Path | None, *, annotator: str | None = None) -> App:
    """Return the whole desktop, with `project` open or the welcome page, without running an event loop and without a dialog.

    Raises:
        AnnotatorError: the project cannot be opened.
    """
    existing = QApplication.instance()
    qt = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    app = App(qt, load_settings(), annotator=annotator)
    try:
        if project is None:
            app.show_welcome()
        else:
            app.open_project(project)
    except BaseException:
        app.close()
        raise
    return app


def run(project: Path | None, *, annotator: str | None = None) -> int:
    """Show the window until it is closed; return the exit code."""
    app = build(project, annotator=annotator)
    app.window.show()
    try:
        return QApplication.exec()
    finally:
        app.close()


def _text_of(command: str) -> str:
    return next(c.text for c in COMMANDS if c.id == command)
