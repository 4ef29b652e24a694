"""Rulings: doubtful cases of everybody in one list, the lead's answers, and the answers beside the labels."""

from collections.abc import Callable

from typing_extensions import override

from annotator.features.feature import Commands, Feature
from annotator.features.room import Room
from annotator.features.views import Views
from annotator.project.ruling import by_label
from annotator.session.desk import Desk


class Ruling(Feature):
    """Shows what was ruled beside the labels. The list is loaded when it is first asked for."""

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        self._close: Callable[[], None] | None = None
        self._open: Callable[[], None] | None = None

    @override
    def commands(self) -> Commands:
        return {"rulings": self._toggle}

    @override
    def opened(self, desk: Desk, views: Views) -> None:
        views.labels.show_rulings(by_label(desk.project, desk.scheme))

    @override
    def closing(self) -> None:
        if self._close is not None:
            self._close()

    def _toggle(self) -> None:
        if self._open is None:
            from annotator.features.ruled import Ruled  # noqa: PLC0415 (what no start needs)

            ruled = Ruled(self.room)
            self._open, self._close = ruled.toggle, ruled.close
        self._open()
