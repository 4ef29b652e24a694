"""Crashes and the log: one dialog at a time, everything written down here and sent nowhere."""

from typing import Protocol

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication
from typing_extensions import override

from annotator import __version__, places
from annotator.features.feature import Commands, Feature
from annotator.features.room import Room


class _Dialog(Protocol):
    def show_more(self, count: int) -> None: ...


class _Watch(Protocol):
    def remove(self) -> None: ...


class Crashing(Feature):
    """Shows what nobody caught. Nothing is watched before `install`."""

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        self._watch: _Watch | None = None
        self._dialog: _Dialog | None = None
        self._more = 0

    @override
    def commands(self) -> Commands:
        return {"open_logs": self._open_logs}

    def install(self) -> None:
        """Keep a log and watch for crashes."""
        from annotator.session import log  # noqa: PLC0415 (a window that is only built starts without)
        from annotator.session.crash import CrashWatch  # noqa: PLC0415

        if self._watch is None:
            self._watch = watch = CrashWatch(log.start(places.logs()), self)
            log.logger().info("annotator %s starts", __version__)
            watch.crashed.connect(self._on_crashed)
            watch.install()

    def remove(self) -> None:
        """Watch no more."""
        if self._watch is not None:
            self._watch.remove()
            self._watch = None

    @property
    def is_shown(self) -> bool:
        """Whether a report is on screen."""
        return self._dialog is not None

    def _on_crashed(self, report: str) -> None:
        from annotator.ui.crash_dialog import CrashDialog  # noqa: PLC0415 (seldom needed)

        if self._dialog is not None:
            # A mistake in painting comes again with every frame.
            self._more += 1
            self._dialog.show_more(self._more)
            return
        self._more = 0
        self._dialog = dialog = CrashDialog(self.room.theme, report, self.room.window)
        dialog.finished.connect(self._on_finished)
        dialog.quit_asked.connect(self._on_quit_asked)
        dialog.open()

    def _on_finished(self) -> None:
        self._dialog = None

    def _on_quit_asked(self) -> None:
        QApplication.exit(1)

    def _open_logs(self) -> None:
        folder = places.logs()
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            self.room.say(QCoreApplication.translate("Crashing", "The log is in {folder}.").format(folder=folder))
