"""Projects that the system asks this program to open, such as by a double click on macOS: the system sends an event, not an argument."""

import sys
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QFileOpenEvent
from typing_extensions import override

from annotator.features.feature import Feature
from annotator.features.room import Room
from annotator.store.file import SUFFIX

# Only macOS sends it (doc.qt.io, QFileOpenEvent). A filter of the application sees every event there is: elsewhere for nothing.
IS_ASKED_BY_EVENT = sys.platform == "darwin"


class SystemFiles(Feature):
    """Opens the project as Open a project does; its window comes to the front."""

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        application = QCoreApplication.instance()
        if IS_ASKED_BY_EVENT and application is not None:
            application.installEventFilter(self)

    def _open(self, path: Path) -> None:
        window = self.room.window
        if window.isMinimized():
            window.showNormal()
        window.activateWindow()
        # On the page there may be work that is not stored yet.
        if window.covered_by:
            self.room.say(QCoreApplication.translate("SystemFiles", "{file} was not opened: leave this page first.").format(file=path.name))
            return
        self.room.attempt(partial(self.room.open_project, path))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FileOpen and isinstance(event, QFileOpenEvent) and event.file().casefold().endswith(SUFFIX):
            self._open(Path(event.file()))
            return True
        return False
