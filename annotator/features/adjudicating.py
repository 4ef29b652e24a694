"""Adjudication: a workspace, and for everybody their own marks beside gold. Both are loaded when they are asked for first."""

from typing import Protocol

from typing_extensions import override

from annotator.features.feature import Commands, Feature
from annotator.features.room import Room

NAME, MINE = "adjudicate", "you_and_gold"


class _Visit(Protocol):
    def close(self) -> None: ...


class Adjudicating(Feature):
    """Opens the pages; `visit` is what joins one to the project while it is shown."""

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        self.visit: _Visit | None = None

    @override
    def commands(self) -> Commands:
        return {NAME: self._show, MINE: self._show_mine}

    @override
    def closing(self) -> None:
        if self.visit is not None:
            self.visit.close()
        self.visit = None

    def _show(self) -> None:
        from annotator.features.adjudicating_visit import Visit  # noqa: PLC0415 (the desk starts without it)

        desk = self.room.desk
        if desk is not None and self.room.window.covered_by != NAME:
            self.closing()
            self.visit = Visit(self.room, desk)

    def _show_mine(self) -> None:
        from annotator.features.adjudicating_visit import Mine  # noqa: PLC0415 (the desk starts without it)

        desk = self.room.desk
        if desk is not None and self.room.window.covered_by != MINE:
            self.closing()
            self.visit = Mine(self.room, desk)
