"""Projects: open, make, the sample, the page without one."""

from functools import partial
from pathlib import Path

import platformdirs
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog
from typing_extensions import override

from annotator.features.feature import Commands, Feature
from annotator.session import background
from annotator.ui.welcome import Welcome


class Projects(Feature):
    """Opens and makes project files."""

    @override
    def commands(self) -> Commands:
        return {"open_project": self.ask_to_open, "new_project": self.ask_for_new, "quit": self._quit}

    def show_welcome(self) -> None:
        """Show the page without a project."""
        self.room.close_project()
        page = Welcome(self.room.theme, [Path(path) for path in self.room.settings.recent])
        page.open_asked.connect(self.ask_to_open)
        page.new_asked.connect(self.ask_for_new)
        page.sample_asked.connect(self.open_sample)
        page.chosen.connect(self._on_path_chosen)
        self.room.window.setWindowTitle("annotator")
        self.room.window.show_page(page)

    def ask_to_open(self) -> None:
        """Let the person choose a project file."""
        path, _ = QFileDialog.getOpenFileName(self.room.window, QCoreApplication.translate("App", "Open a project"), "", "*.annot")
        if path:
            self._on_path_chosen(path)

    def ask_for_new(self) -> None:
        """Let the person name a new project file."""
        path, _ = QFileDialog.getSaveFileName(self.room.window, QCoreApplication.translate("App", "New project"), "", "*.annot")
        if path:
            self.room.attempt(partial(self._make_new, Path(path)))

    def open_sample(self) -> None:
        """Make the sample project in the person's documents, or open the one that is there."""
        folder = Path(platformdirs.user_documents_dir()) / "annotator-demo"
        self.room.run(background.make_sample(folder), self._on_sample_made)

    def _make_new(self, path: Path) -> None:
        self.room.open_project(background.make_new(path))

    def _on_path_chosen(self, path: str) -> None:
        self.room.attempt(partial(self.room.open_project, Path(path)))

    def _on_sample_made(self, path: object) -> None:
        self._on_path_chosen(str(path))

    def _quit(self) -> None:
        self.room.window.close()
