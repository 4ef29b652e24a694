"""Explaining: why a candidate is there, how often its like were right, and what rulings left out."""

from typing import Protocol

from PySide6.QtCore import QTimer
from typing_extensions import override

from annotator.features.feature import Commands, Feature
from annotator.features.room import Room
from annotator.features.views import Views
from annotator.session.desk import Desk


class _Explainer(Protocol):
    def look(self) -> None: ...

    def close(self) -> None: ...


class Explaining(Feature):
    """Gives the card of the current span its facts, and lists what is not proposed."""

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        self._explained: _Explainer | None = None

    @override
    def commands(self) -> Commands:
        return {"show_vetoed": self._look}

    @override
    def opened(self, desk: Desk, views: Views) -> None:
        # The first article is painted without them.
        QTimer.singleShot(0, desk, self._begin)

    @override
    def closing(self) -> None:
        if self._explained is not None:
            self._explained.close()
        self._explained = None

    def _begin(self) -> None:
        from annotator.features.explained import Explained  # noqa: PLC0415 (what the first paint does not need)

        if self.room.desk is not None and self.room.views is not None and self._explained is None:
            self._explained = Explained(self.room, self.room.desk, self.room.views)

    def _look(self) -> None:
        self._begin()
        if self._explained is not None:
            self._explained.look()
