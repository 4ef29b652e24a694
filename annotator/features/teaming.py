"""The team: its page, or in a task file the task's; handing in; files of the team that are dropped on the window."""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QCoreApplication
from typing_extensions import override

from annotator.features.feature import Commands, Feature
from annotator.features.room import Room

NAME = "team"


class _Visit(Protocol):
    @property
    def form(self) -> object: ...

    def close(self) -> None: ...

    def take(self, files: Sequence[Path]) -> None: ...

    def ask_to_hand_in(self) -> None: ...


class Teaming(Feature):
    """Opens the page; `visit` is what joins it to the project while it is shown.

    It stands before whoever opens projects: what comes back from the team is taken back, not opened.
    """

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        self.visit: _Visit | None = None
        room.window.files_dropped.connect(self._on_files_dropped)

    @override
    def commands(self) -> Commands:
        return {NAME: self.show_team, "hand_in": self._hand_in}

    @override
    def closing(self) -> None:
        visit, self.visit = self.visit, None
        if visit is not None:
            visit.close()

    def show_team(self) -> None:
        """Show the page; where it is shown already nothing happens."""
        self._show(())

    def _show(self, told: Sequence[str], form: object = None) -> None:
        from annotator.features.teaming_task import TaskVisit  # noqa: PLC0415 (the desk starts without measures and plans)
        from annotator.features.teaming_visit import TeamVisit  # noqa: PLC0415
        from annotator.project.handing_out import owner_of  # noqa: PLC0415
        from annotator.session.teaming import Form  # noqa: PLC0415

        desk, window = self.room.desk, self.room.window
        if desk is None or (window.covered_by == NAME and self.visit is not None):
            return
        self.closing()
        owner = owner_of(desk.project)
        filled = form if isinstance(form, Form) else Form()
        visit = TeamVisit(self.room, desk, filled) if owner is None else TaskVisit(self.room, desk, owner)
        visit.page.tell(told)
        visit.brought.connect(self._on_brought)
        self.visit = visit

    def _hand_in(self) -> None:
        if self.room.desk is None:
            return
        if not self.room.desk.project.file.setting("role"):
            self.room.say(
                QCoreApplication.translate(
                    "Team", "This is no task file: there is nobody to hand it in to. Work is taken back on the page Team."
                )
            )
            return
        self.show_team()
        if self.visit is not None:
            self.visit.ask_to_hand_in()

    def _on_files_dropped(self, paths: list[str]) -> None:
        desk, window = self.room.desk, self.room.window
        files = [Path(path) for path in paths if path.casefold().endswith(".annot")]
        # Under another page there may be work that is not stored yet.
        if desk is None or not desk.is_writable or not files or window.covered_by not in {"", NAME}:
            return
        from annotator.session.teaming import returns  # noqa: PLC0415 (loads with the first file that comes back)

        found = returns(desk.project, files)
        if found:
            self.show_team()
            if self.visit is not None:
                self.visit.take(found)

    def _on_brought(self, lines: list[str]) -> None:
        """Open the project anew, with what was written to it, and show the page again as it was."""
        form = self.visit.form if self.visit is not None else None
        self.room.attempt(self.room.open_again)
        self._show(lines, form)
