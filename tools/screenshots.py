"""Make the pictures of the documents, without a screen: `python tools/screenshots.py [NAME…]` writes docs/images/NAME.png, all if none is named.

Everything in them is invented: the sample project, and a small simulated team.
"""

import json
import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from PIL import Image
from PySide6.QtCore import QEventLoop, QSize, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from annotator.app import App, build
from annotator.places import shipped
from annotator.project.creating import new_project
from annotator.project.demo import make_demo
from tests.project.invented_team import Team
from tests.project.three_readers import LEAD, Three

IMAGES = Path(__file__).resolve().parent.parent / "docs" / "images"
SIZE = QSize(1360, 860)
MOST_BYTES = 400_000
NAME = "林晓"
Key = Qt.Key
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
DECISIONS = (Key.Key_Space,) * 4 + (Key.Key_X, Key.Key_Space, Key.Key_S, Key.Key_Space, Key.Key_1, Key.Key_Space)


def settle(milliseconds: int) -> None:
    """Let the window and its threads go on; QTest.qWait would keep Python's lock from the threads."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


# Projects


@cache
def folder() -> Path:
    """Return a folder for this run."""
    return Path(tempfile.mkdtemp(prefix="annotator-pictures-"))


@cache
def sample() -> Path:
    """Make the sample project."""
    return make_demo(folder() / "sample").project


@cache
def team() -> Path:
    """Make a project that three simulated people have worked on, in two rounds, some of it blind."""
    (folder() / "team").mkdir()
    with new_project(folder() / "team" / "清溪扶贫报道.annot", title="清溪扶贫报道") as project:
        made = Team(project, folder() / "team")
        made.write(12, 7)
        made.read(round_name="pilot", sample=3)
        made.read()
        return project.path


@cache
def three() -> Path:
    """Make a project with one article that three people read differently."""
    (folder() / "three").mkdir()
    with new_project(folder() / "three" / "柳湾.annot", title="柳湾") as project:
        Three(project, folder() / "three").read()
        return project.path


@cache
def empty() -> Path:
    """Make a project without articles."""
    with new_project(folder() / "example.annot", title="示例课题") as project:
        return project.path


# Scenes: what is done before the picture is taken


def press(*keys: Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press keys where the focus is."""
    for key in keys:
        widget = QApplication.focusWidget()
        if widget is not None:
            QTest.keyClick(widget, key, modifier)


def write(words: str) -> None:
    """Put words into the field that has the focus; Chinese has no keys."""
    field = QApplication.focusWidget()
    if isinstance(field, QLineEdit):
        field.insert(words)


def decide(app: App) -> None:
    """Decide some candidates of the article that has the most."""
    desk, views = app.desk, app.views
    if desk is None or views is None:
        return
    desk.words.wait()
    desk.open(max(desk.rows(), key=lambda row: row.candidates).id)
    for key in DECISIONS:
        QTest.keyClick(views.reading, key)


def caret(app: App) -> None:
    """Select words with the caret."""
    decide(app)
    press(Key.Key_I)
    press(Key.Key_Right, Key.Key_Right, Key.Key_Right)
    press(Key.Key_Right, Key.Key_Right, modifier=SHIFT)


def palette(app: App) -> None:
    """Look for a label by its initials."""
    decide(app)
    app.window.command("palette").trigger()
    settle(200)
    write("y")


def link(app: App) -> None:
    """Ask which programme a span stands for."""
    decide(app)
    app.window.command("link").trigger()


def same(app: App) -> None:
    """List all places that say the same as the first words that stand several times."""
    decide(app)
    desk = app.desk
    if desk is None or desk.article is None:
        return
    told = [item.surface for item in desk.items]
    open_items = [item for item in desk.items if not item.is_decided]
    desk.go_to(max(open_items, key=lambda item: told.count(item.surface)).target)
    settle(200)
    app.window.command("same").trigger()


def shown(command: str, *, wait: int = 1_200) -> Callable[[App], None]:
    """Return the scene in which a page is open after some decisions."""

    def scene(app: App) -> None:
        decide(app)
        app.window.command(command).trigger()
        settle(wait)

    return scene


def page(command: str, *, wait: int) -> Callable[[App], None]:
    """Return the scene in which a page is open, without decisions."""

    def scene(app: App) -> None:
        app.window.command(command).trigger()
        settle(wait)

    return scene


def concordance(app: App) -> None:
    """Look for words in the whole project."""
    decide(app)
    app.window.command("concordance").trigger()
    settle(400)
    write("第一书记")
    settle(1_500)
    press(Key.Key_Down)


def rulings(app: App) -> None:
    """Flag three spans, with notes, and look at the list."""
    decide(app)
    for note in ("属于政策还是会议名称？", "引号要不要标进去？", "边界到“工程”为止？"):
        app.window.command("flag").trigger()
        app.window.command("note").trigger()
        write(note)
        press(Key.Key_Return)
        app.window.command("next").trigger()
    app.window.command("rulings").trigger()
    settle(600)


def preview(app: App) -> None:
    """Show how the sample pages would be imported."""
    app.import_files([str(path) for path in sorted(shipped("seeds", "pages").glob("*.txt"))])
    settle(2_000)


def annotations(app: App) -> None:
    """Show how the work of another tool, with labels of its own, would be imported."""
    desk = app.desk
    if desk is None:
        return
    own = {"CADRE": "驻村", "INDUSTRY": "产业"}
    lines = []
    for row in desk.rows()[:13]:
        desk.open(row.id)
        spans = [[item.start, item.end, own.get(item.label, item.label)] for item in desk.items]
        lines.append(json.dumps({"text": desk.article.text if desk.article else "", "label": spans}, ensure_ascii=False))
    path = desk.project.path.with_name("county.jsonl")
    path.write_text("\n".join(lines), encoding="utf-8")
    app.import_files([str(path)])
    settle(2_500)


def nothing(_app: App) -> None:
    """Leave everything as it opens."""


@dataclass(frozen=True, slots=True)
class Picture:
    """One file: language, theme, the project (made once, copied), what is done in it, and as whom."""

    name: str
    language: str
    theme: str
    project: Callable[[], Path] | None
    scene: Callable[[App], None]
    person: str = NAME


PICTURES = (
    Picture("desk-zh", "zh", "light", sample, decide),
    Picture("desk-en-dark", "en", "dark", sample, decide),
    Picture("welcome-zh", "zh", "light", None, nothing),
    Picture("import-zh", "zh", "light", empty, preview),
    Picture("annotations-zh", "zh", "light", sample, annotations),
    Picture("caret-zh", "zh", "light", sample, caret),
    Picture("palette-zh", "zh", "light", sample, palette),
    Picture("same-zh", "zh", "light", sample, same),
    Picture("link-en-dark", "en", "dark", sample, link),
    Picture("concordance-zh", "zh", "light", sample, concordance),
    Picture("knowledge-zh", "zh", "light", sample, shown("knowledge", wait=2_000)),
    Picture("scheme-zh", "zh", "light", sample, shown("scheme")),
    Picture("rulings-zh", "zh", "light", sample, rulings),
    Picture("history-en-dark", "en", "dark", sample, shown("history")),
    Picture("appearance-zh", "zh", "light", sample, shown("appearance")),
    Picture("agreement-zh", "zh", "light", team, page("agreement", wait=9_000), NAME),
    Picture("agreement-en-dark", "en", "dark", team, page("agreement", wait=9_000), NAME),
    Picture("adjudicate-zh", "zh", "light", three, page("adjudicate", wait=1_500), LEAD),
    Picture("export-zh", "zh", "light", team, page("export", wait=2_500), NAME),
    Picture("team-zh", "zh", "light", team, page("team", wait=2_500), NAME),
    Picture("dashboard-zh", "zh", "light", team, page("dashboard", wait=7_000), NAME),
)


def small(path: Path) -> None:
    """Give a picture that is too large 256 colours."""
    if path.stat().st_size > MOST_BYTES:
        with Image.open(path) as picture:
            fewer = picture.convert("RGB").quantize(256, dither=Image.Dither.NONE)
        fewer.save(path, optimize=True)


def take(picture: Picture) -> None:
    """Write one picture of the window."""
    with tempfile.TemporaryDirectory() as home:
        os.environ["XDG_CONFIG_HOME"] = home
        settings = Path(home) / "annotator" / "settings.json"
        settings.parent.mkdir()
        settings.write_text(json.dumps({"language": picture.language, "theme": picture.theme, "annotator": picture.person, "toured": True}))
        project = None if picture.project is None else Path(shutil.copy(picture.project(), home))
        app = build(project, annotator=picture.person)
        app.window.resize(SIZE)
        app.window.show()
        settle(150)
        picture.scene(app)
        settle(250)
        IMAGES.mkdir(parents=True, exist_ok=True)
        target = IMAGES / f"{picture.name}.png"
        app.window.grab().save(str(target))
        app.close()
    small(target)
    print(f"{target.name}  {target.stat().st_size // 1000} kB")


def main() -> None:
    """Write all pictures, or those that are named."""
    wanted = sys.argv[1:]
    try:
        for picture in PICTURES:
            if not wanted or picture.name in wanted:
                take(picture)
    finally:
        shutil.rmtree(folder(), ignore_errors=True)


if __name__ == "__main__":
    main()
