"""Choosing by name: the command palette, and the labels with their guideline."""

from typing import Protocol

from typing_extensions import override

from annotator.features.feature import Commands, Feature
from annotator.features.room import Room


class _Chooser(Protocol):
    def ask(self) -> None: ...

    def ask_label(self) -> None: ...

    def close(self) -> None: ...


class Choosing(Feature):
    """Makes the palette when it is asked for first; a window that only annotates starts without it."""

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        self._made: _Chooser | None = None

    @override
    def commands(self) -> Commands:
        return {"palette": self._ask, "choose_label": self._ask_label}

    @override
    def closing(self) -> None:
        if self._made is not None:
            self._made.close()

    def _ask(self) -> None:
        self._chooser().ask()

    def _ask_label(self) -> None:
        self._chooser().ask_label()

    def _chooser(self) -> _Chooser:
        if self._made is None:
            from annotator.features.choosing import Chooser  # noqa: PLC0415 (the palette and what it draws with)

            self._made = Chooser(self.room)
        return self._made
