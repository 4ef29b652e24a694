"""The list of doubtful cases over the desk: walking, answering, tables. Loaded when it is first asked for."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtWidgets import QFileDialog

from annotator.core.ruling import Ruling
from annotator.features.room import Room
from annotator.project import ruling as rulings
from annotator.project.ruling import Question
from annotator.session.ruling import Docket
from annotator.ui.file_dialog import file_dialog
from annotator.ui.ruling_page import RulingPage

_KEEPS = frozenset({"rulings"})


class Ruled(QObject):
    """Opens the list over the desk, and keeps the pane of labels up to date with what was ruled."""

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        self.room = room
        self._page: RulingPage | None = None

    def close(self) -> None:
        """Let go of the page."""
        self._page = None

    def toggle(self) -> None:
        """Show the list, or leave it."""
        desk = self.room.desk
        if self.room.window.covered_by == "rulings":
            self._leave()
        elif desk is not None:
            page = self._page = RulingPage(self.room.theme, desk.scheme, may_answer=desk.is_writable)
            page.answered.connect(self._on_answered)
            page.opened.connect(self._on_opened)
            page.export_asked.connect(self._on_export_asked)
            page.import_asked.connect(self._on_import_asked)
            page.left.connect(self._leave)
            page.show_docket(Docket(rulings.questions(desk.project)))
            self.room.window.cover(page, name="rulings", keeps=_KEEPS)
            # A page takes the focus only once it can be seen; its layout shows it later.
            page.show()
            page.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave(self) -> None:
        if self._page is not None:
            self._page = None
            self.room.window.uncover()
            self.room.leave()

    def _on_answered(self, question: Question, text: str, label: str, marked: object) -> None:
        self.room.attempt(partial(self._answer, question, text, label, marked))

    def _answer(self, question: Question, text: str, label: str, marked: object) -> None:
        desk, page = self.room.desk, self._page
        if desk is None or page is None:
            return
        is_marked = marked if isinstance(marked, bool) else None
        made: Ruling = rulings.answer(desk.project, question, text, label=label, marked=is_marked, by=desk.name)
        page.show_docket(page.docket.answered(made))
        page.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_beside_labels()

    def _show_beside_labels(self) -> None:
        desk, views = self.room.desk, self.room.views
        if desk is not None and views is not None:
            views.labels.show_rulings(rulings.by_label(desk.project, desk.scheme))

    def _on_opened(self, question: Question) -> None:
        desk = self.room.desk
        if desk is None or desk.row(question.article) is None:
            return
        self._leave()
        self.room.attempt(partial(desk.open, question.article, target=question.target))
        views = self.room.views
        if views is not None and question.start is not None and question.end is not None and desk.by_target(question.target) is None:
            # Somebody else's mark: here are only its words.
            views.reading.select_range(question.start, question.end)

    # Tables

    def _on_export_asked(self) -> None:
        self._choose(QFileDialog.AcceptMode.AcceptSave, QCoreApplication.translate("RulingPage", "Export rulings")).fileSelected.connect(
            self._on_export_chosen
        )

    def _on_import_asked(self) -> None:
        self._choose(QFileDialog.AcceptMode.AcceptOpen, QCoreApplication.translate("RulingPage", "Import rulings")).fileSelected.connect(
            self._on_import_chosen
        )

    def _choose(self, mode: QFileDialog.AcceptMode, title: str) -> QFileDialog:
        dialog = file_dialog(self.room.window, title, filters="CSV (*.csv)")
        dialog.setAcceptMode(mode)
        dialog.setDefaultSuffix("csv")
        dialog.open()
        return dialog

    def _on_export_chosen(self, path: str) -> None:
        self.room.attempt(partial(self.write_table, Path(path)))

    def _on_import_chosen(self, path: str) -> None:
        self.room.attempt(partial(self.read_table, Path(path)))

    def write_table(self, path: Path) -> None:
        """Write all rulings to a CSV file."""
        if self.room.desk is not None:
            count = rulings.export_rulings(self.room.desk.project, path)
            self.room.say(
                QCoreApplication.translate("RulingPage", "{count} rulings were written to {path}.").format(count=count, path=path)
            )

    def read_table(self, path: Path) -> None:
        """Take the rulings of a CSV file over."""
        desk = self.room.desk
        if desk is not None:
            count = rulings.import_rulings(desk.project, path)
            self.room.say(
                QCoreApplication.translate("RulingPage", "{count} rulings were taken over from {path}.").format(count=count, path=path)
            )
            self._show_beside_labels()
            if self._page is not None:
                self._page.show_docket(Docket(rulings.questions(desk.project)))
