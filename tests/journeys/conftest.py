"""The real window on a real project, driven by real key events."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.app import App, build


@pytest.fixture
def project(sample: Path, tmp_path: Path) -> Path:
    path = tmp_path / "sample.annot"
    shutil.copy(sample, path)
    return path


@pytest.fixture
def open_app(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., App]]:
    """Open windows; all are closed at the end."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    apps: list[App] = []

    def opened(path: Path | None, annotator: str = "林晓") -> App:
        app = build(path, annotator=annotator)
        app.window.show()
        qtbot.waitUntil(app.window.isActiveWindow)
        apps.append(app)
        return app

    yield opened
    for app in apps:
        app.close()


class Keys:
    """Presses keys where the focus is."""

    def __call__(self, *keys: str | Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        for key in keys:
            widget = QApplication.focusWidget()
            assert widget is not None, "nothing has the focus"
            if isinstance(key, str):
                QTest.keyClicks(widget, key, modifier)
            else:
                QTest.keyClick(widget, key, modifier)

    def type(self, words: str) -> None:
        """Type into the field that has the focus."""
        widget = QApplication.focusWidget()
        assert widget is not None
        QTest.keyClicks(widget, words)


@pytest.fixture
def keys() -> Keys:
    return Keys()
