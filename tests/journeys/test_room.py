"""Jobs of the room: what one finds belongs to the project that asked."""

from collections.abc import Callable
from pathlib import Path
from threading import Event

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.app import App
from annotator.session.jobs import Progress


def test_what_a_job_found_for_a_project_that_was_closed_is_not_brought_to_the_next(
    open_app: Callable[..., App], project: Path, qtbot: QtBot
) -> None:
    app = open_app(project)
    found: list[object] = []
    may_end = Event()

    def work(_: Progress) -> object:
        assert may_end.wait(20)
        return "late"

    app.room.run(work, found.append)
    may_end.set()
    app.room.open_project(project)
    QApplication.processEvents()
    assert found == []
    app.room.run(lambda _: "now", found.append)
    qtbot.waitUntil(lambda: found == ["now"])
