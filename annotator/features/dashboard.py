"""The dashboard: loaded when it is asked for first, shown over the desk, and left."""

from typing import Protocol

from typing_extensions import override

from annotator.features.feature import Commands, Feature
from annotator.features.room import Room

NAME = "dashboard"


class _Visit(Protocol):
    def close(self) -> None: ...


class _Counting(Protocol):
    def close(self) -> None: ...

    def deleteLater(self) -> None: ...  # noqa: N802 (Qt's name)


class Dashboards(Feature):
    """Opens the page; `visit` joins it to the project while it is shown, what was counted stays until the project is closed."""

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        self.visit: _Visit | None = None
        self._counting: _Counting | None = None

    @override
    def commands(self) -> Commands:
        return {NAME: self._show}

    @override
    def closing(self) -> None:
        self._end_visit()
        if self._counting is not None:
            self._counting.close()
            self._counting.deleteLater()
        self._counting = None

    def _end_visit(self) -> None:
        if self.visit is not None:
            self.visit.close()
        self.visit = None

    def _show(self) -> None:
        from annotator.features.dashboard_visit import Visit  # noqa: PLC0415 (the desk starts without plots and tables)
        from annotator.session.dashboard import Dashboard  # noqa: PLC0415 (as above)

        desk, window = self.room.desk, self.room.window
        if desk is None or window.covered_by == NAME:
            return
        self._end_visit()
        counting = self._counting if isinstance(self._counting, Dashboard) else None
        counting = self._counting = counting or Dashboard(desk.project, desk.scheme, self.room.theme.language, self)
        counting.scheme = desk.scheme
        self.visit = Visit(self.room, desk, counting)
