"""Dialogs for files leave the open project's locks alone."""

import re
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QFileSystemModel
from pytestqt.qtbot import QtBot

import annotator
from annotator.app import App
from annotator.ui.file_dialog import file_dialog

Open = Callable[..., App]


def locks(path: Path) -> set[str]:
    """Return the locks on a file that the system knows, whosever they are."""
    return {line.split(": ", 1)[1] for line in Path("/proc/locks").read_text().splitlines() if f":{path.stat().st_ino} " in line}


# Only without a screen: it has no window manager to tell a dialog's size.
@pytest.mark.qt_log_ignore("propagateSizeHints")
@pytest.mark.skipif(sys.platform != "linux", reason="where locks belong to the process, and can be read")
def test_a_dialog_on_the_projects_own_folder_keeps_the_locks(open_app: Open, project: Path, qtbot: QtBot) -> None:
    app = open_app(project)
    files = [project, project.with_name(project.name + "-shm"), project.with_name(f".{project.name}.lock")]
    before = [locks(path) for path in files]
    assert all(before)
    dialog = file_dialog(app.window, "Choose", str(project.parent))
    dialog.open()
    model = dialog.findChild(QFileSystemModel)
    assert isinstance(model, QFileSystemModel)
    # Its kind is asked for on a thread, with the other facts of the file.
    qtbot.waitUntil(lambda: model.index(str(project)).isValid() and model.type(model.index(str(project))) != "")
    assert model.type(model.index(str(project))) == "annot"
    assert Path(dialog.directory().absolutePath()) == project.parent
    # Threads of the window may have taken some more.
    assert all(locks(path) >= held for path, held in zip(files, before, strict=True))
    dialog.reject()
    qtbot.waitUntil(lambda: app.window.findChild(QFileDialog) is None)
    assert all(locks(path) >= held for path, held in zip(files, before, strict=True))


def test_every_dialog_is_made_in_one_place() -> None:
    made = re.compile(r"QFileDialog\(|QFileDialog\.(get|saveFileContent)")
    files = Path(annotator.__file__).parent.rglob("*.py")
    assert {path.name for path in files if made.search(path.read_text(encoding="utf-8"))} == {"file_dialog.py"}
