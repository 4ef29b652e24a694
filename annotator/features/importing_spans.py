"""Importing annotations of other tools: the page, loaded when it is asked for first; files that are dropped on the window."""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from typing_extensions import override

from annotator.features.feature import Commands, Feature
from annotator.features.room import Room

NAME = "import_spans"


class _Visit(Protocol):
    def add(self, paths: Sequence[Path]) -> None: ...

    def ask_for_files(self) -> None: ...

    def close(self) -> None: ...


class ImportingSpans(Feature):
    """Opens the page; `visit` is what joins it to the project while it is shown."""

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        self.visit: _Visit | None = None

    @override
    def commands(self) -> Commands:
        return {NAME: self._ask}

    @override
    def closing(self) -> None:
        visit, self.visit = self.visit, None
        if visit is not None:
            visit.close()

    def import_files(self, paths: list[Path]) -> None:
        """Show what would come of files; those that come later join them."""
        self.room.attempt(self._show)
        if self.visit is not None:
            self.visit.add(paths)

    def _ask(self) -> None:
        self._show()
        if self.visit is not None:
            self.visit.ask_for_files()

    def _show(self) -> None:
        from annotator.features.importing_spans_visit import Visit  # noqa: PLC0415 (the desk starts without formats)

        desk, window = self.room.desk, self.room.window
        if desk is None or not desk.may_write() or window.covered_by == NAME:
            return
        desk.project.check_whole()
        self.closing()
        visit = Visit(self.room, desk)
        visit.brought.connect(self._on_brought)
        self.visit = visit

    def _on_brought(self, sentence: str, article: str) -> None:
        """Open the project anew, with what was written to it, at the article that was open."""
        self.room.open_again()
        desk = self.room.desk
        if desk is not None and desk.row(article) is not None:
            desk.open(article)
        self.room.say(sentence)
