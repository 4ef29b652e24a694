"""Make the pictures of the documents: `python tools/screenshots.py` writes docs/images/ from the sample project, without a screen."""

import json
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest

from annotator.app import App, build
from annotator.places import shipped
from annotator.project.creating import new_project
from annotator.project.demo import make_demo

IMAGES = Path(__file__).resolve().parent.parent / "docs" / "images"
KEYS = (Qt.Key.Key_Space,) * 4 + (Qt.Key.Key_X, Qt.Key.Key_Space, Qt.Key.Key_S, Qt.Key.Key_Space, Qt.Key.Key_1, Qt.Key.Key_Space)


def settle(milliseconds: int) -> None:
    """Let the window and its threads go on; QTest.qWait would keep Python's lock from the threads."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def decide(app: App) -> None:
    """Decide some candidates of the article that has the most, and add a mark by hand."""
    desk, views = app.desk, app.views
    if desk is None or views is None:
        return
    desk.words.wait()
    desk.open(max(desk.rows(), key=lambda row: row.candidates).id)
    for key in KEYS:
        QTest.keyClick(views.reading, key)


def preview(app: App) -> None:
    """Show how the sample pages would be imported."""
    app.import_files([str(path) for path in sorted(shipped("seeds", "pages").glob("*.txt"))])
    settle(2_000)


def picture(name: str, *, language: str, theme: str, project: Path | None, work: Callable[[App], None] = decide) -> None:
    """Write one picture of the window after some decisions."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_CONFIG_HOME"] = folder
        settings = Path(folder) / "annotator" / "settings.json"
        settings.parent.mkdir()
        settings.write_text(json.dumps({"language": language, "theme": theme}), encoding="utf-8")
        app = build(project, annotator="林晓")
        app.window.show()
        settle(100)
        if project is not None:
            work(app)
        settle(100)
        IMAGES.mkdir(parents=True, exist_ok=True)
        app.window.grab().save(str(IMAGES / name))
        app.close()


def main() -> None:
    """Write all pictures."""
    for name, language, theme in (("desk-zh.png", "zh", "light"), ("desk-en-dark.png", "en", "dark")):
        with tempfile.TemporaryDirectory() as folder:
            picture(name, language=language, theme=theme, project=make_demo(Path(folder)).project)
    picture("welcome-zh.png", language="zh", theme="light", project=None)
    with tempfile.TemporaryDirectory() as folder:
        with new_project(Path(folder) / "example.annot", title="示例课题") as project:
            path = project.path
        picture("import-zh.png", language="zh", theme="light", project=path, work=preview)


if __name__ == "__main__":
    main()
