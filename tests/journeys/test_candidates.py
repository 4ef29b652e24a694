"""Candidates in the window: computed again, learned from decisions, in the order the annotator likes."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from annotator.app import App
from annotator.core.lexicon import LexiconEntry
from annotator.project import learning
from annotator.project.showing import Showing, set_showing
from annotator.project.workspace import Project
from annotator.session.desk import Desk
from annotator.session.items import Item
from annotator.store import knowledge
from annotator.store.file import transaction

Open = Callable[..., App]


def desk_of(app: App) -> Desk:
    assert app.desk is not None
    return app.desk


def order(app: App) -> list[tuple[int, int]]:
    return [(row.candidates, row.number) for row in desk_of(app).rows()]


def test_f5_finds_a_name_that_was_put_into_the_lexicon(open_app: Open, project: Path, qtbot: QtBot, keys: Callable[..., None]) -> None:
    app = open_app(project)
    desk = desk_of(app)
    assert desk.article is not None
    words = next(line for line in desk.article.text.splitlines() if len(line) > 12)[2:8]
    assert words not in [item.surface for item in desk.items]
    with transaction(desk.project.connection):
        entries = knowledge.lexicon(desk.project.connection)
        knowledge.put_lexicon(desk.project.connection, [*entries, LexiconEntry(words, "OTHER", kind="name")])
    keys(" ")
    decided = desk.items[0].status
    keys(Qt.Key.Key_F5)
    qtbot.waitUntil(lambda: "candidates in this project" in app.window.status_line.sentence or "本课题" in app.window.status_line.sentence)
    assert desk.items[0].status is decided
    assert desk.article is not None
    assert words in {item.surface for row in desk.rows() for item in _items(desk, row.id)}


def _items(desk: Desk, article: str) -> tuple[Item, ...]:
    desk.open(article)
    return desk.items


def test_the_list_and_what_enter_opens_follow_the_order_chosen(open_app: Open, project: Path, keys: Callable[..., None]) -> None:
    app = open_app(project)
    by_page = order(app)
    app.window.command("order_candidates").trigger()
    assert order(app) == sorted(by_page, key=lambda row: (-row[0], row[1]))
    desk = desk_of(app)
    first, second = desk.rows()[:2]
    desk.open(first.id)
    keys(Qt.Key.Key_Return, Qt.Key.Key_Return)
    assert desk.article is not None
    assert desk.article.id == second.id
    app.close_project()
    app.open_project(project)
    assert order(app) == sorted(by_page, key=lambda row: (-row[0], row[1]))
    app.window.command("order_page").trigger()
    assert order(app) == by_page
    app.window.command("order_doubt").trigger()
    doubts = [
        desk_of(app).project.connection.execute("SELECT doubt FROM article WHERE number = ?", (n,)).fetchone()[0] for _, n in order(app)
    ]
    assert doubts == sorted(doubts, reverse=True)
    assert doubts[0] > doubts[-1]


def test_a_project_that_learns_does_so_after_some_articles(open_app: Open, project: Path, qtbot: QtBot, keys: Callable[..., None]) -> None:
    with Project.open(project) as study:
        set_showing(study, Showing(learns=True))
    app = open_app(project)
    desk = desk_of(app)
    for _ in range(10):
        keys(" ", Qt.Key.Key_Return, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: learning.learned(desk.project) is not None and not app.room.is_busy, timeout=60_000)
    model = learning.learned(desk.project)
    assert model is not None
    assert model.summary["examples"] == desk.project.connection.execute("SELECT sum(decided) FROM assignment").fetchone()[0]


def test_doubtful_candidates_are_painted_fainter(open_app: Open, project: Path) -> None:
    def ink(app: App) -> int:
        assert app.views is not None
        desk_of(app).open(max(desk_of(app).rows(), key=lambda row: row.candidates).id)
        image = app.views.reading.grab().toImage()
        label = desk_of(app).scheme.label(desk_of(app).items[1].label)
        assert label is not None
        line = label.light.line.lower()
        return sum(image.pixelColor(x, y).name() == line for x in range(image.width()) for y in range(image.height()))

    first = open_app(project)
    clear = ink(first)
    first.close_project()
    with Project.open(project) as study:
        set_showing(study, Showing(dim_below=1))
    assert 0 <= ink(open_app(project)) < clear
