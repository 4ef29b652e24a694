"""One visit to the page of what candidates follow from; `features.knowledge` loads this with the first one."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QFileDialog

from annotator.core.errors import AnnotatorError
from annotator.features.room import Room
from annotator.session.desk import Desk
from annotator.session.knowledge import Knowledge
from annotator.session.knowledge_files import Shelf
from annotator.session.translating import QT_TRANSLATE_NOOP, error_words
from annotator.ui.file_dialog import file_dialog
from annotator.ui.knowledge import KnowledgePage
from annotator.ui.knowledge_part import Part

NAME = "knowledge"
# Candidates can be computed without leaving.
_KEEPS = frozenset({NAME, "suggest"})
_TABLES = QT_TRANSLATE_NOOP("Knowledge", "Tables (*.csv *.xlsx)")
_RULES = QT_TRANSLATE_NOOP("Knowledge", "Rules (*.toml)")


class Visit(QObject):
    """Shows the page over the desk until the reader leaves, or another page takes its place."""

    def __init__(self, room: Room, desk: Desk) -> None:
        super().__init__(room)
        self._room, self._desk = room, desk
        self.knowledge = Knowledge(desk.project, desk.scheme, self)
        self.page = KnowledgePage(room.theme, self.knowledge)
        self._is_open = True
        self._suggest = room.window.command("suggest")
        self.page.left.connect(self.leave)
        self.page.closed.connect(self.close)
        self.page.tab_changed.connect(self._on_tab_changed)
        self.page.file_asked.connect(self._on_file_asked)
        self.page.compute_asked.connect(self._suggest.trigger)
        self._suggest.triggered.connect(self._on_computing)
        desk.article_changed.connect(self._on_computed)
        room.window.cover(self.page, name=NAME, keeps=_KEEPS)
        # Progress is told at the bottom of the window.
        room.window.statusBar().show()
        self._on_tab_changed()
        self.page.part.take_focus()
        self.knowledge.count()

    def leave(self) -> None:
        """Go back to the article."""
        self._room.window.uncover()
        self._room.leave()

    def close(self) -> None:
        """Let go: the page is not shown any more."""
        if not self._is_open:
            return
        self._is_open = False
        # Another workspace, or the end of the program, asks nobody; what is right in the fields is kept.
        self.page.part.settle()
        self._suggest.triggered.disconnect(self._on_computing)
        self._desk.article_changed.disconnect(self._on_computed)
        self.knowledge.close()
        self.deleteLater()
        self._room.window.status_line.show_mode("", ())
        if self.knowledge.is_out_of_date:
            self._room.say(QCoreApplication.translate("Knowledge", "Candidates are out of date: F5 computes them again."))

    def import_file(self, path: Path) -> None:
        """Take a file into what the tab shows; a sentence says what became of it."""
        shelf = self._shelf()
        if shelf is not None:
            self._attempt(partial(self.knowledge.import_file, shelf, path))

    def export_file(self, path: Path) -> None:
        """Write what the tab shows."""
        shelf = self._shelf()
        if shelf is not None:
            self._attempt(partial(self.knowledge.export_file, shelf, path))

    def _shelf(self) -> Shelf | None:
        part = self.page.part
        return part.shelf if isinstance(part, Part) else None

    def _attempt(self, act: Callable[[], None]) -> None:
        try:
            act()
        except AnnotatorError as error:
            self.page.say(error_words(error))

    def _on_file_asked(self, what: str) -> None:
        shelf = self._shelf()
        if shelf is None:
            return
        dialog = file_dialog(self.page)
        dialog.setNameFilter(QCoreApplication.translate("Knowledge", _RULES if shelf is Shelf.RULES else _TABLES))
        if what == "export":
            dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
            dialog.setDefaultSuffix(shelf.suffixes[0].removeprefix("."))
            dialog.selectFile(f"{shelf.value}{shelf.suffixes[0]}")
            dialog.fileSelected.connect(self._on_export_named)
        else:
            dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
            dialog.fileSelected.connect(self._on_import_named)
        dialog.open()

    def _on_import_named(self, path: str) -> None:
        self.import_file(Path(path))

    def _on_export_named(self, path: str) -> None:
        self.export_file(Path(path))

    def _on_tab_changed(self) -> None:
        name = QCoreApplication.translate("Knowledge", "SOURCES")
        self._room.window.status_line.show_mode(name, self.page.part.hints())

    def _on_computing(self) -> None:
        self.knowledge.is_computing()

    def _on_computed(self) -> None:
        self.knowledge.is_computed()
