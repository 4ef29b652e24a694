"""Rulings: doubtful cases of everybody in one list, the lead's answers, and the answers beside the labels."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from typing_extensions import override

from annotator.features.feature import Commands, Feature
from annotator.features.room import Room
from annotator.features.views import Views
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
        # After the first paint.
        QTimer.singleShot(0, views.labels, self._show_beside)

    @override
    def closing(self) -> None:
        if self._close is not None:
            self._close()

    def _show_beside(self) -> None:
        from annotator.project.ruling import by_label  # noqa: PLC0415 (after the first paint)

        desk, views = self.room.desk, self.room.views
        if desk is not None and views is not None:
            views.labels.show_rulings(by_label(desk.project, desk.scheme))

    def _toggle(self) -> None:
        if self._open is None:
            from annotator.features.ruled import Ruled  # noqa: PLC0415 (what no start needs)

            ruled = Ruled(self.room)
            self._open, self._close = ruled.toggle, ruled.close
        self._open()
