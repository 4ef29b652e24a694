"""Deciding all the same mentions at once, and all that remains, where the project lead allows it."""

from typing import Protocol

from typing_extensions import override

from annotator.features.feature import Commands, Feature
from annotator.features.room import Room
from annotator.features.views import Views
from annotator.project.allowing import REST, is_allowed
from annotator.session.desk import Desk


class _Mentions(Protocol):
    def ask(self) -> None: ...

    def accept_rest(self) -> None: ...

    def leave(self) -> None: ...

    def close(self) -> None: ...


class Same(Feature):
    """Makes the list when it is asked for first; a window that only annotates starts without it."""

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        self._made: _Mentions | None = None

    @override
    def commands(self) -> Commands:
        return {"same": self._ask, "accept_rest": self._accept_rest}

    @override
    def opened(self, desk: Desk, views: Views) -> None:
        desk.article_changed.connect(self._on_article_changed)
        # What the lead does not allow does not exist.
        self.room.window.command("accept_rest").setVisible(is_allowed(desk.project, REST))

    @override
    def closing(self) -> None:
        if self._made is not None:
            self._made.close()

    def _ask(self) -> None:
        self._mentions().ask()

    def _accept_rest(self) -> None:
        self._mentions().accept_rest()

    def _mentions(self) -> _Mentions:
        if self._made is None:
            from annotator.features.same_listing import SameMentions  # noqa: PLC0415 (the list and what it draws with)

            self._made = SameMentions(self.room)
        return self._made

    def _on_article_changed(self) -> None:
        if self._made is not None:
            self._made.leave()
