"""The page of what candidates follow from: shown over the desk, and left."""

from typing import Protocol

from typing_extensions import override

from annotator.features.feature import Commands, Feature
from annotator.features.room import Room

NAME = "knowledge"


class _Visit(Protocol):
    def leave(self) -> None: ...

    def close(self) -> None: ...


class Knowing(Feature):
    """Opens the page; `visit` is what joins it to the project while it is shown."""

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        self.visit: _Visit | None = None

    @override
    def commands(self) -> Commands:
        return {NAME: self._show}

    @override
    def closing(self) -> None:
        if self.visit is not None:
            self.visit.close()
        self.visit = None

    def _show(self) -> None:
        from annotator.features.knowledge_visit import Visit  # noqa: PLC0415 (the desk starts without tables and forms)

        desk, window = self.room.desk, self.room.window
        if desk is None or window.covered_by == NAME:
            return
        self.closing()
        self.visit = Visit(self.room, desk)
