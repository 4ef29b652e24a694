"""Export: its page, loaded when it is asked for first, shown over the desk, and left."""

from typing import Protocol

from typing_extensions import override

from annotator.features.feature import Commands, Feature
from annotator.features.room import Room

NAME = "export"


class _Visit(Protocol):
    def close(self) -> None: ...


class Exporting(Feature):
    """Opens the page; `visit` is what joins it to the project while it is shown."""

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        self.visit: _Visit | None = None

    @override
    def commands(self) -> Commands:
        return {NAME: self._show}

    @override
    def closing(self) -> None:
        visit, self.visit = self.visit, None
        if visit is not None:
            visit.close()

    def _show(self) -> None:
        from annotator.features.exporting_visit import Visit  # noqa: PLC0415 (the desk starts without formats)

        desk, window = self.room.desk, self.room.window
        if desk is None or window.covered_by == NAME:
            return
        self.closing()
        self.visit = Visit(self.room, desk)
