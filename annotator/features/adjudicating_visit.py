"""One visit to the adjudication, or to one's own marks beside gold; `features.adjudicating` loads this with the first one."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from annotator.core.errors import AnnotatorError
from annotator.exchange.guideline_report import NOTHING, report_bytes
from annotator.features.room import Room
from annotator.project import adjudicating
from annotator.project.adjudicating_deciding import Court, Opened, opened
from annotator.project.adjudicating_lessons import examples, lessons
from annotator.project.workspace import Project
from annotator.session import background
from annotator.session.adjudicating import Adjudication
from annotator.session.desk import Desk
from annotator.session.jobs import Progress
from annotator.session.translating import error_words, sentence
from annotator.session.words import Words
from annotator.store.replacing import replacing
from annotator.ui.adjudicate_mine import MinePage
from annotator.ui.adjudicate_page import AdjudicatePage
from annotator.ui.adjudicate_words import label_words, words
from annotator.ui.file_dialog import file_dialog

_NAME, _MINE = "adjudicate", "you_and_gold"
# More articles than this are read on a thread.
_MANY = 60


class Visit(QObject):
    """Shows the adjudication over the desk until the reader leaves, or another page takes its place."""

    def __init__(self, room: Room, desk: Desk) -> None:
        super().__init__(room)
        self._room, self._desk = room, desk
        # Words of its own: the desk's stay with the desk's article.
        self._words = Words(background.word_boundaries(desk.project), self)
        self.work = Adjudication(desk.project, desk.person, self._words, language=room.theme.language, parent=self)
        self.page = AdjudicatePage(room.theme, self.work)
        self.work.said.connect(self._on_said)
        self.page.left.connect(self.leave)
        self.page.report_asked.connect(self._on_report_asked)
        self.page.lessons_asked.connect(self._on_lessons_asked)
        room.window.cover(self.page, name=_NAME, keeps=frozenset({_NAME, _MINE}))
        _take_focus(self.page)
        self.page.round_asked.connect(self._open)
        self._is_open = True
        self._words.warm_up()
        self._open("")

    def _open(self, round_name: str) -> None:
        if self.work.choose_round(round_name) <= _MANY:
            self.work.open()
            return
        self.page.say(words("Working…"))
        self._room.run(partial(_opened_beside, self._desk.project.path, self.work.court), self._on_opened)

    def _on_opened(self, made: object) -> None:
        if self._is_open and isinstance(made, Opened):
            self.page.say("")
            self.work.take(made)

    def leave(self) -> None:
        """Go back to the article."""
        self._is_open = False
        self._room.window.uncover()
        self._room.leave()

    def close(self) -> None:
        """Let go of the open project."""
        self._is_open = False
        self._words.close()
        self.deleteLater()

    def write_report(self, path: Path) -> None:
        """Write the guideline report: CSV where the name says so, else Markdown."""
        work, language = self.work, self._room.theme.language
        found = examples(self._desk.project, work.court.adjudicator, work.court.round)
        title = words("Guideline report: {title}").format(title=self._desk.project.title)
        try:
            with replacing(path) as temporary:
                temporary.write_bytes(report_bytes(path.name, found, title=title, label_name=self._label_name, language=language))
        except AnnotatorError as error:
            self.page.say(error_words(error))
        else:
            self.page.say(words("{count} rulings were written to {file}.").format(count=len(found), file=path.name))

    def _label_name(self, label: str) -> str:
        return NOTHING if label == NOTHING else label_words(self.work.scheme, label, self._room.theme.language)

    def _on_said(self, template: str, facts: Mapping[str, object]) -> None:
        self.page.say(sentence("Adjudicate", template, facts))

    def _on_report_asked(self) -> None:
        dialog = file_dialog(self.page)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(["Markdown (*.md)", "CSV (*.csv)"])
        dialog.setDefaultSuffix("md")
        dialog.selectFile("guideline-report.md")
        dialog.fileSelected.connect(self._on_report_named)
        dialog.open()

    def _on_report_named(self, path: str) -> None:
        self.write_report(Path(path))

    def _on_lessons_asked(self) -> None:
        self._room.window.command(_MINE).trigger()


def _opened_beside(path: Path, court: Court, _progress: Progress) -> Opened:
    with Project.beside(path) as beside:
        return opened(beside, court)


class Mine(QObject):
    """Shows the annotator's marks beside gold."""

    def __init__(self, room: Room, desk: Desk) -> None:
        super().__init__(room)
        self._room, self._desk = room, desk
        found = [lesson for round_name in adjudicating.rounds(desk.project) for lesson in lessons(desk.project, desk.person, round_name)]
        self.page = MinePage(room.theme, desk.scheme, found)
        self.page.left.connect(self.leave)
        self.page.place_asked.connect(self._on_place_asked)
        room.window.cover(self.page, name=_MINE)
        _take_focus(self.page)

    def leave(self) -> None:
        """Go back to the article."""
        self._room.window.uncover()
        self._room.leave()

    def close(self) -> None:
        """Let go of the open project."""
        self.deleteLater()

    def _on_place_asked(self, article: str, start: int, end: int) -> None:
        self._desk.open(article)
        self.leave()
        there = next((item for item in self._desk.items if (item.start, item.end) == (start, end)), None)
        if there is not None:
            self._desk.go_to(there.target)
        elif self._room.views is not None:
            self._room.views.reading.select_range(start, end)


def _take_focus(page: QWidget) -> None:
    # A layout shows what it is given only when it comes to it; a key pressed before that would be lost.
    page.show()
    page.setFocus(Qt.FocusReason.OtherFocusReason)
