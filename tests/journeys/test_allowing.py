"""What the lead allows to be decided in bulk."""

from collections.abc import Callable
from pathlib import Path

from annotator.app import App
from annotator.core.fold import Status

Open = Callable[..., App]


def test_the_lead_allows_accepting_all_that_remains_and_takes_it_back(open_app: Open, project: Path) -> None:
    app = open_app(project)
    assert not app.window.command("accept_rest").isVisible()
    app.window.command("allow_rest").trigger()
    assert app.window.command("accept_rest").isVisible()
    assert app.desk is not None
    assert any(item.status is Status.OPEN for item in app.desk.items)
    app.window.command("accept_rest").trigger()
    assert app.desk.items
    assert {item.status for item in app.desk.items} == {Status.ACCEPTED}
    app.window.command("undo").trigger()
    assert {item.status for item in app.desk.items} == {Status.OPEN}
    app.window.command("allow_rest").trigger()
    assert not app.window.command("accept_rest").isVisible()


def test_a_task_that_was_handed_out_keeps_what_was_allowed(open_app: Open, project: Path) -> None:
    app = open_app(project)
    assert app.desk is not None
    app.desk.project.file.set("role", "task")
    app.window.command("allow_rest").trigger()
    assert not app.window.command("accept_rest").isVisible()
    assert app.desk.project.file.setting("allow_rest") is None
