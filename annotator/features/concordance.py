"""The concordance over the project: made when it is asked for first."""

from typing import Protocol

from typing_extensions import override

from annotator.features.feature import Commands, Feature
from annotator.features.room import Room


class _Shown(Protocol):
    def ask(self) -> None: ...

    def close(self) -> None: ...


class ConcordanceWorkspace(Feature):
    """Shows every occurrence of words in the project. What was found stays until the project is closed."""

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        self._made: _Shown | None = None

    @override
    def commands(self) -> Commands:
        return {"concordance": self._ask}

    @override
    def closing(self) -> None:
        if self._made is not None:
            self._made.close()
            self._made = None

    def _ask(self) -> None:
        if self.room.desk is None:
            return
        if self._made is None:
            from annotator.features.concordance_showing import Occurrences  # noqa: PLC0415 (the matchers, and what it is drawn with)

            self._made = Occurrences(self.room, self.room.desk)
        self._made.ask()
