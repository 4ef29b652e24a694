"""One visit to the page of a task; `features.teaming` loads this with the first one."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from annotator.core.errors import AnnotatorError
from annotator.features.room import Room
from annotator.features.teaming_place import show_mark
from annotator.project.handing_in import Sealed
from annotator.project.handing_out import HandedOut, Revisit
from annotator.session.desk import Desk
from annotator.session.teaming import Form, Teaming
from annotator.store.file import SUFFIX
from annotator.ui.file_dialog import file_dialog
from annotator.ui.team_task import TaskPage
from annotator.ui.team_words import sealed_lines, updated_words, words

NAME = "team"


class TaskVisit(QObject):
    """Shows the page of a task over the desk until the reader leaves, or another page takes its place.

    Signals:
        brought: an update was stored; what it brought, line by line. The file has to be opened anew.
    """

    brought = Signal(list)

    def __init__(self, room: Room, desk: Desk, owner: str) -> None:
        super().__init__(room)
        self._room, self._desk, self._owner = room, desk, owner
        self._is_open = True
        self.teaming = Teaming(desk.project, self)
        labels = {label.id: label.name.get(room.theme.language) for label in desk.scheme.labels}
        self.page = TaskPage(room.theme, self.teaming, owner, labels, may_write=desk.is_writable)
        self.page.left.connect(self._leave)
        self.page.closed.connect(self.close)
        self.page.hand_in_asked.connect(self.ask_to_hand_in)
        self.page.update_asked.connect(self._on_update_asked)
        self.page.place_asked.connect(self._on_place_asked)
        self.teaming.handed_in.connect(self._on_handed_in)
        self.teaming.updated.connect(self._on_updated)
        self.teaming.failed.connect(self._on_failed)
        room.window.cover(self.page, name=NAME, keeps=frozenset({NAME, "hand_in"}))
        self.teaming.count()

    def close(self) -> None:
        """Let go: the page is not shown any more."""
        if self._is_open:
            self._is_open = False
            self.teaming.close()
            self.deleteLater()

    def hand_in(self, out: Path) -> None:
        """Write the sealed file."""
        self._begin(words("Handing in…"))
        self.teaming.hand_in(out if out.suffix.casefold() == SUFFIX else out.with_name(out.name + SUFFIX))

    def take(self, files: Sequence[Path]) -> None:
        """Bring an update in; they come one at a time."""
        self._begin(words("Bringing the update in…"))
        self.teaming.apply_update(files[0])

    @property
    def form(self) -> Form:
        """A task has nothing to give out."""
        return Form()

    def ask_to_hand_in(self) -> None:
        """Let the person name the file."""
        dialog = self._dialog(words("Hand in: the file to send"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(f"{self._desk.project.path.stem}-{words('handed-in')}{SUFFIX}")
        dialog.fileSelected.connect(self._on_file_named)
        dialog.open()

    def _begin(self, sentence: str) -> None:
        self.page.set_busy(is_busy=True)
        self.page.say(sentence)

    def _dialog(self, title: str) -> QFileDialog:
        dialog = file_dialog(self.page, title, str(self._desk.project.path.parent), f"*{SUFFIX}")
        # An earlier hand-in may be replaced, and nothing else is: whoever writes sees to it.
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
        return dialog

    def _leave(self) -> None:
        self._room.window.uncover()
        self._room.leave()

    def _on_file_named(self, path: str) -> None:
        self.hand_in(Path(path))

    def _on_update_asked(self) -> None:
        dialog = self._dialog(words("Bring an update in"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._on_update_chosen)
        dialog.open()

    def _on_update_chosen(self, path: str) -> None:
        self.take([Path(path)])

    def _on_place_asked(self, mark: object) -> None:
        if isinstance(mark, Revisit):
            show_mark(self._room, mark)

    def _on_handed_in(self, sealed: object) -> None:
        self.page.set_busy(is_busy=False)
        if isinstance(sealed, Sealed):
            self.page.say("")
            self.page.tell(sealed_lines(sealed, self._owner))

    def _on_updated(self, brought: object) -> None:
        self.page.set_busy(is_busy=False)
        if isinstance(brought, HandedOut):
            self.brought.emit([updated_words(brought)])

    def _on_failed(self, name: str, error: object) -> None:
        self.page.set_busy(is_busy=False)
        if isinstance(error, AnnotatorError):
            self.page.say("")
            self.page.show_error(name, error)
