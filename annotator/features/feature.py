"""What every feature of the window is."""

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QObject

from annotator.features.room import Room
from annotator.features.views import Views
from annotator.session.desk import Desk

Commands = Mapping[str, Callable[[], None]]


class Feature(QObject):
    """One thing the window can do: its commands, and what it connects while a project is open.

    A feature is made once with the window. It reaches widgets and the desk through `room`, and no other feature.
    """

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        self.room = room

    def commands(self) -> Commands:
        """Return what each of its commands in the command table does. Errors for people are shown by whoever calls it."""
        return {}

    def opened(self, desk: Desk, views: Views) -> None:
        """Connect to a project that has just been opened; no article is open yet. Connections go with `desk` and `views`."""

    def closing(self) -> None:
        """Let go of the open project: its pages, jobs and previews."""

    def closed(self, path: Path) -> None:
        """Do what has to wait until the project at `path` is closed: others may write it now."""
