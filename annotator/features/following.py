"""Light and dark as the system has them, also while the window is open."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication

from annotator.features.feature import Feature
from annotator.features.room import Room


class Following(Feature):
    """Changes the theme when the system does, where the reader has chosen none; never under a page that is being worked on."""

    def __init__(self, room: Room, change: Callable[[], None]) -> None:
        """`change` makes the window look as settings and system say."""
        super().__init__(room)
        self._change = change
        self._is_late = False
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_scheme_changed)
        room.window.uncovered.connect(self._on_uncovered)

    def _on_scheme_changed(self) -> None:
        if self.room.settings.theme:
            return
        if self.room.window.covered_by or self.room.is_busy:
            self._is_late = True
        else:
            self._change()

    def _on_uncovered(self) -> None:
        if self._is_late:
            # The page is being taken away just now.
            QTimer.singleShot(0, self, self._on_late)

    def _on_late(self) -> None:
        self._is_late = False
        self._on_scheme_changed()
