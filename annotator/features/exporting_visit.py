"""One visit to the export page; `features.exporting` loads this with the first one."""

from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog

from annotator.core.errors import AnnotatorError
from annotator.features.room import Room
from annotator.project.exporting import ExportReport
from annotator.session.desk import Desk
from annotator.session.exporting import Asked, Exporting, Stopped
from annotator.session.translating import error_words
from annotator.ui.export_page import ExportPage
from annotator.ui.export_words import words
from annotator.ui.file_dialog import file_dialog

NAME = "export"


class Visit(QObject):
    """Shows the page over the desk until the reader leaves, or another page takes its place."""

    def __init__(self, room: Room, desk: Desk) -> None:
        super().__init__(room)
        self._room, self._path = room, desk.project.path
        self._is_open = True
        self._asked: Asked | None = None
        self.exporting = Exporting(desk.project.path, self)
        self.page = ExportPage(room.theme, self.exporting, desk.project.path.stem)
        self.page.left.connect(self._leave)
        self.page.closed.connect(self.close)
        self.page.export_asked.connect(self._on_export_asked)
        self.exporting.written.connect(self._on_written)
        self.exporting.failed.connect(self._on_failed)
        room.window.cover(self.page, name=NAME, keeps=frozenset({NAME}))
        self.page.formats.setFocus(Qt.FocusReason.OtherFocusReason)
        self.exporting.look_up()

    def close(self) -> None:
        """Let go: the page is not shown any more."""
        if self._is_open:
            self._is_open = False
            self.exporting.close()
            self.deleteLater()

    def write(self, asked: Asked, out: Path) -> None:
        """Write what is chosen to `out`."""
        self._asked = asked
        self.page.set_busy(is_busy=True)
        self.page.say(words("Exporting…"))
        self.exporting.write(asked, out)

    def _leave(self) -> None:
        self._room.window.uncover()
        self._room.leave()

    def _on_export_asked(self, asked: object) -> None:
        if not isinstance(asked, Asked):
            return
        self._asked = asked
        dialog = file_dialog(self.page, words("Export"), str(self._path.parent))
        # A folder that is to be made is named like a file.
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(asked.file_name(self._path.stem))
        dialog.fileSelected.connect(self._on_file_named)
        dialog.open()

    def _on_file_named(self, path: str) -> None:
        if self._asked is not None:
            self.write(self._asked, Path(path))

    def _on_written(self, report: object, out: object) -> None:
        self.page.set_busy(is_busy=False)
        if isinstance(report, ExportReport):
            self.page.say("")
            self.page.tell(report, str(out))

    def _on_failed(self, name: str, error: object) -> None:
        self.page.set_busy(is_busy=False)
        if isinstance(error, AnnotatorError) and not isinstance(error, Stopped):
            self.page.show_error(name, error_words(error))
