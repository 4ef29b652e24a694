"""Agreement: shown over the desk, and left; and what the program records of people at all."""

import sys
from importlib import import_module
from typing import Protocol

from PySide6.QtCore import QCoreApplication, Qt
from typing_extensions import override

from annotator.features.feature import Commands, Feature
from annotator.features.room import Room
from annotator.session.jobs import Progress
from annotator.session.translating import QT_TRANSLATE_NOOP

NAME = "agreement"
_WORK = "annotator.session.agreeing"
_RECORDED = QT_TRANSLATE_NOOP(
    "Agreement",
    "The project file keeps, for every decision: who made it (the name under which you work), what was decided and on which words, when, "
    "for how many seconds the span was on screen, and which candidates were shown. Notes and questions are kept too.\n\n"
    "From this the project lead sees how far people agree, and whether they follow the program's candidates. You see your own figures "
    "first (Agreement, Ctrl+3).\n\n"
    "Nothing leaves this computer unless you hand a file in. Keys, pauses and other programs are not recorded.",
)


class _Visit(Protocol):
    @property
    def is_busy(self) -> bool: ...

    def close(self) -> None: ...

    def wait(self) -> None: ...

    def deleteLater(self) -> None: ...  # noqa: N802 (Qt's name)


class AgreementWorkspace(Feature):
    """Opens the page; `visit` is what joins it to the project while it is shown."""

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        self.visit: _Visit | None = None
        # Visits that were left while something was computed: it ends by itself, or is waited for when the project closes.
        self._ending: list[_Visit] = []

    @override
    def commands(self) -> Commands:
        return {NAME: self._show, "recorded": self._tell}

    @override
    def closing(self) -> None:
        self._let_go()
        for visit in self._ending:
            visit.wait()
        self._ending = []

    def _let_go(self) -> None:
        if self.visit is not None:
            self.visit.close()
            self._ending.append(self.visit)
            self.visit = None
        for visit in self._ending:
            if not visit.is_busy:
                visit.deleteLater()
        self._ending = [visit for visit in self._ending if visit.is_busy]

    def _show(self) -> None:
        if self.room.desk is None or self.room.window.covered_by == NAME:
            return
        if _WORK in sys.modules:
            self._open()
        else:
            # numpy takes longer than a frame to load.
            self.room.run(_load, self._on_loaded)

    def _on_loaded(self, _nothing: object) -> None:
        self._open()

    def _open(self) -> None:
        from annotator.features.agreeing_visit import Visit  # noqa: PLC0415 (the desk starts without it)

        desk = self.room.desk
        if desk is not None and self.room.window.covered_by != NAME:
            self._let_go()
            self.visit = Visit(self.room, desk)

    def _tell(self) -> None:
        from PySide6.QtWidgets import QMessageBox  # noqa: PLC0415 (PySide makes its many enums when it is named)

        words = QCoreApplication.translate("Agreement", _RECORDED)
        box = QMessageBox(QMessageBox.Icon.NoIcon, "annotator", words, parent=self.room.window)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()


def _load(_progress: Progress) -> None:
    import_module(_WORK)
