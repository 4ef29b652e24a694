"""One visit to the page of backups; `features.backups` loads this with the first one."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from annotator.core.errors import AnnotatorError
from annotator.features.room import Room
from annotator.project.backing_up import back_up, copy_beside, restore
from annotator.project.backup_list import Backup, backups
from annotator.project.workspace import Project
from annotator.session.desk import Desk
from annotator.session.errands import Errands
from annotator.session.jobs import Progress
from annotator.session.translating import error_words
from annotator.ui.backup_page import BackupPage, when, words

NAME = "backups"


class Visit(QObject):
    """Shows the page over the desk until the reader leaves, or another page takes its place.

    Signals:
        restored: a backup was restored; the sentence that says so. The project has to be opened anew.
        copied: the file that a backup was copied to, which is to be opened, and of when the backup is, in words.
    """

    restored = Signal(str)
    copied = Signal(object, str)

    def __init__(self, room: Room, desk: Desk, said: str) -> None:
        super().__init__(room)
        self._room = room
        self._path = desk.project.path
        self._is_writable = desk.is_writable
        self._is_open = True
        self._errands = Errands(self)
        self._errands.failed.connect(self._on_failed)
        self.page = BackupPage(room.theme, may_write=desk.is_writable)
        self.page.left.connect(self._leave)
        self.page.closed.connect(self.close)
        self.page.restore_asked.connect(self._on_restore_asked)
        self.page.copy_asked.connect(self._on_copy_asked)
        self.page.back_up_asked.connect(self._on_back_up_asked)
        self.say(said)
        room.window.cover(self.page, name=NAME, keeps=frozenset({NAME}))
        self._list()

    def close(self) -> None:
        """Let go: the page is not shown any more."""
        if self._is_open:
            self._is_open = False
            self._errands.close()
            self.deleteLater()

    def say(self, sentence: str) -> None:
        """Show a sentence on the page."""
        self.page.say(sentence)

    def _list(self) -> None:
        self._errands.ask("list", partial(_listed, self._path), self._on_listed)

    def _leave(self) -> None:
        self._room.window.uncover()
        self._room.leave()

    def _on_listed(self, found: object) -> None:
        if isinstance(found, tuple):
            self.page.show_backups(found)

    def _on_restore_asked(self, backup: object) -> None:
        if isinstance(backup, Backup):
            self.page.set_busy(is_busy=True)
            self._errands.ask("restore", partial(_restored, self._path, backup), partial(self._on_restored, backup))

    def _on_restored(self, backup: Backup, kept: object) -> None:
        template = words("Restored: the project is as it was at {time}. How it was before is the newest backup.")
        if isinstance(kept, Path):
            self.restored.emit(template.format(time=when(backup)))

    def _on_copy_asked(self, backup: object) -> None:
        if isinstance(backup, Backup):
            self.page.set_busy(is_busy=True)
            self._errands.ask("copy", partial(_copied, self._path, backup), partial(self._on_copied, backup))

    def _on_copied(self, backup: Backup, copy: object) -> None:
        self.page.set_busy(is_busy=False)
        if isinstance(copy, Path):
            self.copied.emit(copy, when(backup))

    def _on_back_up_asked(self) -> None:
        self.page.set_busy(is_busy=True)
        self._errands.ask("asked", partial(_made, self._path, is_writable=self._is_writable), self._on_made)

    def _on_made(self, made: object) -> None:
        if isinstance(made, Path):
            self.page.say(words("Made: {file}").format(file=made))
            self._list()

    def _on_failed(self, _name: str, error: object) -> None:
        self.page.set_busy(is_busy=False)
        if isinstance(error, AnnotatorError):
            self.page.say(error_words(error))


def _listed(path: Path, _progress: Progress) -> tuple[Backup, ...]:
    return backups(path)


def _restored(path: Path, backup: Backup, _progress: Progress) -> Path:
    with Project.beside(path) as project:
        return restore(project, backup.path)


def _copied(path: Path, backup: Backup, _progress: Progress) -> Path:
    # Nothing is written to the project itself.
    with Project.open(path, write=False) as project:
        return copy_beside(project, backup.path)


def _made(path: Path, _progress: Progress, *, is_writable: bool) -> Path:
    with Project.beside(path) if is_writable else Project.open(path, write=False) as project:
        return back_up(project, "asked")
