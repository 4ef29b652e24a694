"""One visit to the page of the team; `features.teaming` loads this with the first one."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from annotator.core.errors import AnnotatorError
from annotator.features.room import Room
from annotator.features.teaming_place import show_mark
from annotator.project.assigning import AssignReport
from annotator.project.handing_out import HandedOut, Revisit
from annotator.project.merging import MergeReport
from annotator.session.desk import Desk
from annotator.session.teaming import Form, Order, Teaming
from annotator.store.file import SUFFIX
from annotator.ui.file_dialog import file_dialog
from annotator.ui.team_page import TeamPage
from annotator.ui.team_words import assigned_words, handed_out_lines, merged_lines, words

NAME = "team"


class TeamVisit(QObject):
    """Shows the page over the desk until the reader leaves, or another page takes its place.

    Signals:
        brought: a merge was stored; what it brought, line by line. The project has to be opened anew.
    """

    brought = Signal(list)

    def __init__(self, room: Room, desk: Desk, form: Form) -> None:
        super().__init__(room)
        self._room, self._desk = room, desk
        self._is_open = True
        self.teaming = Teaming(desk.project, self)
        labels = {label.id: label.name.get(room.theme.language) for label in desk.scheme.labels}
        self.page = TeamPage(room.theme, self.teaming, labels, may_write=desk.is_writable)
        self._connect()
        room.window.cover(self.page, name=NAME, keeps=frozenset({NAME}))
        self.page.show_form(form)
        self.teaming.count()
        self.teaming.look_at_pilot()

    def close(self) -> None:
        """Let go: the page is not shown any more."""
        if self._is_open:
            self._is_open = False
            self.teaming.close()
            self.deleteLater()

    def hand_out(self, folder: Path, *, update: bool = False) -> None:
        """Write the task files into `folder`, or bring those that are there up to date."""
        self._begin(words("Handing out…"))
        self.teaming.hand_out(folder, update=update)

    def take(self, files: Sequence[Path]) -> None:
        """Take back the work in `files`."""
        self._begin(words("Taking back…"))
        self.teaming.merge(files)

    @property
    def form(self) -> Form:
        """The form as it stands."""
        return self.page.form.form

    def ask_to_hand_in(self) -> None:
        """A project is handed in to nobody."""

    def _connect(self) -> None:
        page, teaming = self.page, self.teaming
        page.left.connect(self._leave)
        page.closed.connect(self.close)
        page.assign_asked.connect(self._on_assign_asked)
        page.hand_out_asked.connect(self._on_hand_out_asked)
        page.update_asked.connect(self._on_update_asked)
        page.take_back_asked.connect(self._on_take_back_asked)
        page.place_asked.connect(self._on_place_asked)
        teaming.assigned.connect(self._on_assigned)
        teaming.handed_out.connect(self._on_handed_out)
        teaming.merged.connect(self._on_merged)
        teaming.failed.connect(self._on_failed)

    def _begin(self, sentence: str) -> None:
        self.page.set_busy(is_busy=True)
        self.page.say(sentence)

    def _end(self, sentence: str) -> None:
        self.page.set_busy(is_busy=False)
        self.page.say(sentence)

    def _leave(self) -> None:
        self._room.window.uncover()
        self._room.leave()

    # What is asked

    def _on_assign_asked(self, order: object) -> None:
        if isinstance(order, Order):
            self._begin(words("Giving out…"))
            self.teaming.assign(order)

    def _on_hand_out_asked(self) -> None:
        self._ask_for_folder(words("Hand out: a folder for the task files")).fileSelected.connect(self._on_folder_chosen)

    def _on_update_asked(self) -> None:
        self._ask_for_folder(words("Update: the folder with the task files")).fileSelected.connect(self._on_update_folder_chosen)

    def _on_take_back_asked(self) -> None:
        dialog = self._dialog(words("Take back: files that were handed in"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilter(f"*{SUFFIX}")
        dialog.filesSelected.connect(self._on_files_chosen)
        dialog.open()

    def _ask_for_folder(self, title: str) -> QFileDialog:
        dialog = self._dialog(title)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.open()
        return dialog

    def _dialog(self, title: str) -> QFileDialog:
        return file_dialog(self.page, title, str(self._desk.project.path.parent))

    def _on_folder_chosen(self, folder: str) -> None:
        self.hand_out(Path(folder))

    def _on_update_folder_chosen(self, folder: str) -> None:
        self.hand_out(Path(folder), update=True)

    def _on_files_chosen(self, files: list[str]) -> None:
        self.take([Path(file) for file in files])

    def _on_place_asked(self, mark: object) -> None:
        if isinstance(mark, Revisit):
            show_mark(self._room, mark)

    # What happened

    def _on_assigned(self, report: object) -> None:
        if isinstance(report, AssignReport):
            self._end("")
            self.page.tell([assigned_words(report)])
            self._show_tasks()
            self.teaming.count()

    def _show_tasks(self) -> None:
        """The list and the open article are what the reader's own tasks are now."""
        desk, views = self._desk, self._room.views
        if views is None:
            return
        views.articles.show_rows(desk.project.title, desk.rows())
        if desk.article is None or desk.article.id not in {row.id for row in desk.rows()}:
            desk.open_first()
        else:
            desk.open(desk.article.id)

    def _on_handed_out(self, files: object) -> None:
        if isinstance(files, list):
            self._end("")
            self.page.tell(handed_out_lines([one for one in files if isinstance(one, HandedOut)]))
            self.teaming.count()

    def _on_merged(self, report: object) -> None:
        if isinstance(report, MergeReport):
            self._end("")
            self.brought.emit(merged_lines(report))

    def _on_failed(self, name: str, error: object) -> None:
        if isinstance(error, AnnotatorError):
            if name != "draft":
                self._end("")
            self.page.show_error(name, error)
