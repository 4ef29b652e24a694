"""Another language: the window is made anew in it, with the same project, on the same span."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest

from annotator import app as application
from annotator.app import App, build, run
from annotator.session.settings import load_settings
from annotator.ui.appearance_page import AppearancePage


class Steps:
    """Does one thing with each window that `run` makes, as soon as it is the active one."""

    def __init__(self, steps: list[Callable[[App], None]], monkeypatch: pytest.MonkeyPatch) -> None:
        self._steps = steps
        self.apps: list[App] = []
        self._timer = QTimer()
        self._timer.setInterval(10)
        self._timer.timeout.connect(self._look)
        monkeypatch.setattr(application, "build", self._build)
        self._timer.start()

    def _build(self, project: Path | None, *, annotator: str | None = None) -> App:
        app = build(project, annotator=annotator)
        self.apps.append(app)
        return app

    def _look(self) -> None:
        if self._steps and len(self.apps) > 0 and self.apps[-1].window.isActiveWindow():
            step = self._steps.pop(0)
            if not self._steps:
                self._timer.stop()
            step(self.apps[-1])


def title(app: App) -> str:
    return app.window.command("appearance").text()


@pytest.mark.usefixtures("qtbot")
def test_another_language_makes_the_window_anew_on_the_same_span(project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    seen: list[tuple[str, str, str, str]] = []

    def note(app: App) -> None:
        desk = app.desk
        assert desk is not None
        assert desk.article is not None
        assert desk.current is not None
        seen.append((title(app), desk.article.id, desk.current.target, desk.name))

    def choose(app: App) -> None:
        assert app.desk is not None
        # Another person than the one who was named at the start.
        app.room.open_project(project, who="周敏")
        assert app.desk is not None
        app.desk.open(max(app.desk.rows(), key=lambda row: row.candidates).id)
        app.desk.go(1)
        note(app)
        app.window.command("appearance").trigger()
        page = app.window.findChild(AppearancePage)
        assert isinstance(page, AppearancePage)
        page.language.setFocus()
        # From “as the system”, which is English here, to 中文.
        assert app.language == "en"
        QTest.keyClick(page.language, Qt.Key.Key_Down)

    def look(app: App) -> None:
        note(app)
        app.window.close()

    steps = Steps([choose, look], monkeypatch)
    assert run(project, annotator="林晓") == 0
    assert len(steps.apps) == 2
    (first, *here), (second, *there) = seen
    assert here == there
    assert here[-1] == "周敏"
    assert first != second
    assert load_settings().language == "zh"


def test_the_same_language_by_another_name_changes_nothing(open_app: Callable[..., App], project: Path) -> None:
    app = open_app(project)
    app.window.command("appearance").trigger()
    page = app.window.findChild(AppearancePage)
    assert isinstance(page, AppearancePage)
    page.language.setFocus()
    assert app.language == "en"
    QTest.keyClick(page.language, Qt.Key.Key_End)
    assert load_settings().language == "en"
    assert app.room.wanted_anew is None
    assert app.window.isVisible()
