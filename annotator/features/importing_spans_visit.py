"""One visit to the page on which annotations are imported; `features.importing_spans` loads this with the first one."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog

from annotator.core.errors import AnnotatorError
from annotator.features.room import Room
from annotator.project.importing_spans import SpanPlan, Stored
from annotator.session.desk import Desk
from annotator.session.importing_spans import ImportingSpans, Stopped, Wish, readable
from annotator.session.translating import error_words
from annotator.ui.file_dialog import file_dialog
from annotator.ui.import_spans_page import ImportSpansPage
from annotator.ui.import_spans_words import stored_words, words, wrong_words

NAME = "import_spans"


class Visit(QObject):
    """Shows the page over the desk until the reader leaves, the import is stored, or another page takes its place.

    Signals:
        brought: an import was stored: the sentence that says so, and the id of the article that was open. The project has to be opened
            anew.
    """

    brought = Signal(str, str)

    def __init__(self, room: Room, desk: Desk) -> None:
        super().__init__(room)
        self._room = room
        self._is_open = True
        self._article = desk.article.id if desk.article is not None else ""
        self._folder = str(desk.project.path.parent)
        self.importing = ImportingSpans(desk.project.path, self)
        self.page = ImportSpansPage(room.theme, desk.scheme, desk.project.path, room.person)
        self._connect()
        room.window.cover(self.page, name=NAME, keeps=frozenset({NAME}))
        self.page.add_files.setFocus(Qt.FocusReason.OtherFocusReason)
        self.importing.look_up()

    def close(self) -> None:
        """Let go: the page is not shown any more; an import under way is cancelled."""
        if self._is_open:
            self._is_open = False
            self.importing.close()
            self.deleteLater()

    def add(self, paths: Sequence[Path]) -> None:
        """Add files and folders, as long as nothing is being imported."""
        if not self.importing.is_storing:
            self.page.add(paths)
            self.page.files.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask_for_files(self) -> None:
        """Let the person choose files."""
        dialog = self._dialog(words("Import annotations"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilter(readable())
        dialog.open()

    def _connect(self) -> None:
        page, importing = self.page, self.importing
        page.left.connect(self._leave)
        page.closed.connect(self.close)
        page.plan_asked.connect(self._on_plan_asked)
        page.store_asked.connect(self._on_store_asked)
        page.cancel_asked.connect(importing.cancel)
        page.files_asked.connect(self.ask_for_files)
        page.folder_asked.connect(self._on_folder_asked)
        importing.known.connect(page.show_people)
        importing.planned.connect(self._on_planned)
        importing.stored.connect(self._on_stored)
        importing.progressed.connect(page.show_progress)
        importing.failed.connect(self._on_failed)

    def _leave(self) -> None:
        self._room.window.uncover()
        self._room.leave()

    def _dialog(self, title: str) -> QFileDialog:
        dialog = file_dialog(self.page, title, self._folder)
        dialog.filesSelected.connect(self._on_files_chosen)
        return dialog

    def _on_folder_asked(self) -> None:
        dialog = self._dialog(words("Import annotations: a folder"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.open()

    def _on_files_chosen(self, files: list[str]) -> None:
        self.add([Path(file) for file in files])

    def _on_plan_asked(self, wish: object) -> None:
        if isinstance(wish, Wish):
            self.importing.plan(wish)

    def _on_planned(self, plan: object, wish: object) -> None:
        if isinstance(plan, SpanPlan) and isinstance(wish, Wish):
            self.page.show_plan(plan, wish)

    def _on_store_asked(self, plan: object, wish: object) -> None:
        if isinstance(plan, SpanPlan) and isinstance(wish, Wish):
            self.page.show_progress(0, 1)
            self.importing.store(plan, wish)

    def _on_stored(self, stored: object) -> None:
        if isinstance(stored, Stored):
            self._room.attempt(partial(self._tell, stored_words(stored, self.page.wish.by)))

    def _tell(self, sentence: str) -> None:
        self.brought.emit(sentence, self._article)

    def _on_failed(self, name: str, error: object) -> None:
        if isinstance(error, Stopped):
            if name == "store":
                self.page.show_error(words("Cancelled: nothing was imported."))
        elif isinstance(error, AnnotatorError):
            self.page.show_error(wrong_words(error) if name == "store" else error_words(error))
