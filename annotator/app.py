"""Builds every object of the window: the window itself, the room in it, and the features that live there."""

import sys
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from annotator import places
from annotator.features.adjudicating import Adjudicating
from annotator.features.agreeing import AgreementWorkspace
from annotator.features.allowing import Allowing
from annotator.features.appearance import Appearance
from annotator.features.backups import Backups
from annotator.features.coding import Coding
from annotator.features.concordance import ConcordanceWorkspace
from annotator.features.copying import Copying
from annotator.features.crashing import Crashing
from annotator.features.dashboard import Dashboards
from annotator.features.deciding import Deciding
from annotator.features.describing import Describing
from annotator.features.designing import Designing
from annotator.features.explaining import Explaining
from annotator.features.exporting import Exporting
from annotator.features.feature import Commands, Feature
from annotator.features.filtering import Filtering
from annotator.features.finding import Finding
from annotator.features.following import Following
from annotator.features.helping import Helping
from annotator.features.history import History
from annotator.features.importing import Importing
from annotator.features.importing_spans import ImportingSpans
from annotator.features.keys import KeyChanging
from annotator.features.knowledge import Knowing
from annotator.features.layout import Layout
from annotator.features.linking import Linking
from annotator.features.ordering import Ordering
from annotator.features.palette import Choosing
from annotator.features.projects import Projects
from annotator.features.room import Room
from annotator.features.ruling import Ruling
from annotator.features.same import Same
from annotator.features.suggesting import Suggesting
from annotator.features.system_files import SystemFiles
from annotator.features.teaming import Teaming
from annotator.features.touring import Touring
from annotator.features.views import Views
from annotator.features.walking import Walking
from annotator.features.warning_place import WarningPlace
from annotator.session.background import Intake
from annotator.session.desk import Desk
from annotator.session.jobs import finish_all
from annotator.session.settings import Settings, load_settings
from annotator.ui.appearance import install_translations, language_of, theme_of
from annotator.ui.main_window import MainWindow
from annotator.ui.theme import can_show_chinese


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
        # Before the projects: task files of the open one that are dropped are taken back, not opened.
        teaming = Teaming(self.room)
        self._projects = Projects(self.room)
        self._importing = Importing(self.room)
        spans = ImportingSpans(self.room)
        self._importing.annotations_found.connect(spans.import_files)
        self._appearance = Appearance(self.room)
        self.crashing = Crashing(self.room)
        keys = KeyChanging(self.room)
        features: tuple[Feature, ...] = (
            self._projects,
            self._importing,
            spans,
            Deciding(self.room),
            Walking(self.room),
            self._appearance,
            Following(self.room, self._follow_system),
            Filtering(self.room),
            Finding(self.room),
            ConcordanceWorkspace(self.room),
            Same(self.room),
            Allowing(self.room),
            Choosing(self.room),
            Ordering(self.room),
            Suggesting(self.room),
            Linking(self.room),
            Explaining(self.room),
            Coding(self.room),
            Designing(self.room),
            Ruling(self.room),
            Knowing(self.room),
            AgreementWorkspace(self.room),
            Adjudicating(self.room),
            Layout(self.room),
            keys,
            History(self.room),
            Copying(self.room),
            Describing(self.room),
            self.crashing,
            Dashboards(self.room),
            teaming,
            Exporting(self.room),
            Backups(self.room),
            WarningPlace(self.room),
            SystemFiles(self.room),
            Touring(self.room),
            Helping(self.room),
        )
        self.room.welcome_guests(features)
        self.window.set_handlers(self._commands(features))
        keys.show_keys()
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

    def _follow_system(self) -> None:
        self._appearance.follow_system()
        if self.desk is None:
            self.show_welcome()

    def close(self) -> None:
        """Close the project and free the window."""
        self.close_project()
        finish_all()
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
    qt.setDesktopFileName("annotator")
    qt.setWindowIcon(QIcon(str(places.shipped("resources", "icons", "annotator.svg"))))
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
    """Show the window until it is closed; return the exit code. Another language makes the window anew, with the same project."""
    while True:
        app = build(project, annotator=annotator)
        app.crashing.install()
        app.window.show()
        try:
            code = QApplication.exec()
        finally:
            app.crashing.remove()
            app.close()
        if app.room.wanted_anew is None:
            return code
        project, annotator = app.room.wanted_anew, app.room.person
