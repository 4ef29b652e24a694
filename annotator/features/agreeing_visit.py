"""One visit to the page of agreement; `features.agreeing` loads this with the first one."""

from functools import partial
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from annotator.agreement.disagreements import Cluster
from annotator.core.errors import AnnotatorError
from annotator.features.room import Room
from annotator.project.handing_out import owner_of
from annotator.session.agreeing import Agreeing
from annotator.session.agreeing_rows import Sentences
from annotator.session.desk import Desk
from annotator.session.repeats import is_inside
from annotator.session.translating import QT_TRANSLATE_NOOP, error_words, sentence
from annotator.ui.agreement_page import AgreementPage
from annotator.ui.agreement_words import Namer
from annotator.ui.file_dialog import file_dialog

NAME = "agreement"
_HINTS = (
    ("Tab", QT_TRANSLATE_NOOP("Agreement", "cards, sentence, table, lists")),
    ("← → ↑ ↓", QT_TRANSLATE_NOOP("Agreement", "cell")),
    ("Enter", QT_TRANSLATE_NOOP("Agreement", "open")),
    ("Ctrl C", QT_TRANSLATE_NOOP("Agreement", "copy the table")),
    ("Esc", QT_TRANSLATE_NOOP("Agreement", "back")),
)


class _Answer(Protocol):
    def table(self, name: str, *, is_latex: bool) -> str: ...

    def write_latex(self, out: Path, project: Path) -> None: ...

    def write_csv(self, out: Path, project: Path) -> list[Path]: ...


class Visit(QObject):
    """Shows the page over the desk until the reader leaves, or another page takes its place."""

    def __init__(self, room: Room, desk: Desk) -> None:
        super().__init__(room)
        self._room, self._desk = room, desk
        self._is_open = True
        self.agreeing = Agreeing(desk.project.path, self)
        self._namer = Namer(desk.scheme, room.theme.language)
        self.page = AgreementPage(room.theme, self._namer, self.agreeing, Sentences(desk.project), desk.name)
        self.page.left.connect(self.leave)
        self.page.closed.connect(self.close)
        self.page.place_asked.connect(self._on_place_asked)
        self.page.copy_asked.connect(self._on_copy_asked)
        self.page.export_asked.connect(self._on_export_asked)
        self.agreeing.gathered.connect(self._on_gathered)
        self.agreeing.failed.connect(self._on_failed)
        self.agreeing.gamma_moved.connect(self._on_gamma_moved)
        room.window.cover(self.page, name=NAME, keeps=frozenset({NAME}))
        self.page.show()
        self.page.matrix.setFocus(Qt.FocusReason.OtherFocusReason)
        # Progress is told at the bottom of the window.
        room.window.statusBar().show()
        hints = [(key, _words(text)) for key, text in _HINTS]
        room.window.status_line.show_mode(_words(QT_TRANSLATE_NOOP("Agreement", "AGREEMENT")), hints)
        self.agreeing.ask(self.agreeing.asked)

    def leave(self) -> None:
        """Go back to the article."""
        self._room.window.uncover()
        self._room.leave()

    def close(self) -> None:
        """Let go: the page is not shown any more."""
        if self._is_open:
            self._is_open = False
            self.agreeing.stop()
            self._room.window.status_line.show_mode("", ())

    @property
    def is_busy(self) -> bool:
        """Whether something is still being computed, for nobody."""
        return self.agreeing.is_busy

    def wait(self) -> None:
        """Return when no thread reads the project any more."""
        self.agreeing.close()

    def write(self, path: Path) -> None:
        """Write both tables: as LaTeX if `path` says so, else as two CSV files.

        Raises:
            ExportError: it cannot be written.
        """
        answer = self._answer()
        if answer is None:
            return
        if path.suffix.lower() == ".tex":
            answer.write_latex(path, self._desk.project.path)
            names = [path]
        else:
            names = answer.write_csv(path, self._desk.project.path)
        written = QT_TRANSLATE_NOOP("Agreement", "Wrote {names}")
        self._room.say(_words(written).format(names=", ".join(name.name for name in names)))

    def _answer(self) -> _Answer | None:
        outcome = self.agreeing.outcome
        if outcome is None or not outcome.report.articles:
            self._room.say(_words(QT_TRANSLATE_NOOP("Agreement", "There are no figures yet.")))
            return None
        from annotator.project.measuring_text import Answer  # noqa: PLC0415 (the formats; the page is shown without them)

        return Answer(outcome, self._desk.scheme, self._room.theme.language, self._namer.stand_ins)

    def _on_gathered(self) -> None:
        doors, readings = self.agreeing.doors, self.agreeing.readings
        owner = owner_of(self._desk.project)
        if owner is not None:
            template = QT_TRANSLATE_NOOP(
                "Agreement", "This is {name}'s task file: only one person's work is in it. Agreement is read in the project, after a merge."
            )
            self.page.say_nothing(sentence("Agreement", template, {"name": owner}))
        elif readings is not None and not doors.clusters and not any(len(unit.readings) > 1 for unit in readings.units):
            template = QT_TRANSLATE_NOOP(
                "Agreement",
                "No article was finished by two people yet. Give the same articles to several people: annotator assign.",
            )
            self.page.say_nothing(_words(template))
        else:
            self.page.say_nothing("")

    def _on_failed(self, error: object) -> None:
        if isinstance(error, AnnotatorError):
            self._room.say(error_words(error))

    def _on_gamma_moved(self, done: int, everything: int) -> None:
        template = QT_TRANSLATE_NOOP("Agreement", "γ is being computed: {share} %")
        is_going = self.agreeing.is_computing_gamma
        self._room.say(_words(template).format(share=round(100 * done / max(everything, 1))) if is_going else "")

    def _on_place_asked(self, cluster: object) -> None:
        if isinstance(cluster, Cluster):
            self._room.attempt(partial(self._show, cluster))

    def _show(self, cluster: Cluster) -> None:
        """Show a place in its article, in the reader's own annotation: their mark there is current, plain words are the selection."""
        desk, views = self._desk, self._room.views
        if views is None:
            return
        desk.open(cluster.article)
        if desk.opened is not None and desk.opened.is_folded and is_inside(cluster.start, cluster.end, desk.opened.repeats):
            desk.toggle_repeats()
        self.leave()
        there = next((item for item in desk.items if item.start < cluster.end and cluster.start < item.end), None)
        if there is not None:
            desk.go_to(there.target)
        else:
            views.reading.select_range(cluster.start, cluster.end)

    def _on_copy_asked(self, what: str, is_latex: bool) -> None:  # noqa: FBT001 (of a signal)
        answer = self._answer()
        if answer is not None:
            QGuiApplication.clipboard().setText(answer.table(what, is_latex=is_latex))
            self._room.say(_words(QT_TRANSLATE_NOOP("Agreement", "Copied the table. Ctrl+Shift+C copies it as LaTeX.")))

    def _on_export_asked(self) -> None:
        if self._answer() is None:
            return
        dialog = file_dialog(self.page)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([_words(QT_TRANSLATE_NOOP("Agreement", "Tables (*.csv)")), "LaTeX (*.tex)"])
        dialog.selectFile("agreement.csv")
        dialog.fileSelected.connect(self._on_file_named)
        dialog.open()

    def _on_file_named(self, path: str) -> None:
        self._room.attempt(partial(self.write, Path(path)))


def _words(text: str) -> str:
    return QCoreApplication.translate("Agreement", text)
