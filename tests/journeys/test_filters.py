"""The filter of the article list, through the real window."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QToolButton
from pytestqt.qtbot import QtBot

from annotator.app import App
from annotator.project.workspace import Project
from annotator.session.desk import Desk
from annotator.store.articles import Order
from annotator.ui.article_filter_model import ROW, ArticleModel, Heading
from annotator.ui.article_list import ArticlePane

Open = Callable[..., App]


class Keys(Protocol):
    """Presses keys where the focus is."""

    def __call__(self, *keys: str | Qt.Key, modifier: Qt.KeyboardModifier = ...) -> None: ...


def pane_of(app: App) -> ArticlePane:
    assert app.views is not None
    return app.views.articles


def desk_of(app: App) -> Desk:
    assert app.desk is not None
    return app.desk


def write(words: str) -> None:
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    field.clear()
    field.insert(words)


def headings(app: App) -> list[str]:
    model = app.window.findChildren(ArticleModel)[0]
    entries = (model.index(at).data(ROW) for at in range(model.rowCount()))
    return [f"{entry.title}|{entry.note}" for entry in entries if isinstance(entry, Heading)]


def tab(app: App, at: int) -> QToolButton:
    return [button for button in pane_of(app).findChildren(QToolButton) if button.objectName() == "filterTab"][at]


def test_what_is_finished_leaves_the_open_ones_when_the_filter_is_asked_again(open_app: Open, project: Path, keys: Keys) -> None:
    app = open_app(project)
    desk = desk_of(app)
    first = desk.rows()[0].id
    desk.open(first)
    keys(Qt.Key.Key_Return, Qt.Key.Key_Return)
    keys("/")
    write("状态:完成")
    assert pane_of(app).shown == [first]
    write("state:open")
    assert first not in pane_of(app).shown
    assert len(pane_of(app).shown) == len(desk.rows()) - 1
    write("")
    assert len(pane_of(app).shown) == len(desk.rows())


def test_a_row_stays_while_its_article_is_worked_on(open_app: Open, project: Path, keys: Keys) -> None:
    app = open_app(project)
    desk = desk_of(app)
    keys("/")
    write("state:new")
    before = pane_of(app).shown
    keys(Qt.Key.Key_Return, " ")
    assert desk.article is not None
    assert desk.article.id == before[0]
    assert pane_of(app).shown == before


def test_flagged_articles_are_found_by_their_tab_which_writes_its_term(open_app: Open, project: Path, keys: Keys) -> None:
    app = open_app(project)
    desk = desk_of(app)
    assert tab(app, 2).isHidden()
    keys("f")
    assert not tab(app, 2).isHidden()
    tab(app, 2).click()
    assert desk.article is not None
    assert pane_of(app).shown == [desk.article.id]
    assert pane_of(app)._field.text().strip() in {"flag:", "存疑:"}
    tab(app, 0).click()
    assert len(pane_of(app).shown) == len(desk.rows())
    assert not pane_of(app)._field.text().strip()


def test_a_label_is_looked_up_when_it_is_asked_for_and_follows_decisions(open_app: Open, project: Path, keys: Keys, qtbot: QtBot) -> None:
    app = open_app(project)
    desk = desk_of(app)
    keys("/")
    write("label:MONITOR")
    pane = pane_of(app)
    qtbot.waitUntil(lambda: pane.facets.labels is not None)
    with Project.open(project, write=False) as stored:
        rows = stored.connection.execute(
            "SELECT DISTINCT a.id FROM candidate AS c JOIN article AS a ON a.number = c.article WHERE c.label = 'MONITOR' AND c.active"
        )
        wanted = {row[0] for row in rows}
    assert set(pane.shown) == wanted & {row.id for row in desk.rows()}
    keys(Qt.Key.Key_Escape)
    other = next(row.id for row in desk.rows() if row.id not in wanted and row.candidates)
    desk.open(other)
    keys("t")
    keys("/")
    write("label:MONITOR ")
    assert other in pane.shown


def test_words_of_the_text_are_found_beside_a_term(open_app: Open, project: Path, keys: Keys) -> None:
    app = open_app(project)
    keys("/")
    write("雨露")
    found = pane_of(app).shown
    assert 0 < len(found) < len(desk_of(app).rows())
    write("雨露 状态:完成")
    assert pane_of(app).shown == []


def test_articles_stand_under_their_files_and_by_page_only(open_app: Open, project: Path) -> None:
    app = open_app(project)
    files = {Path(row.file).stem for row in desk_of(app).rows()}
    assert {heading.partition("|")[0] for heading in headings(app)} == files
    app.window.command(f"order_{Order.CANDIDATES.value}").trigger()
    assert headings(app) == []
    app.window.command(f"order_{Order.PAGE.value}").trigger()
    assert len(headings(app)) == len(files)


@pytest.fixture
def dated(project: Path) -> str:
    """The id of a page that says when and where it was printed."""
    with Project.open(project) as stored:
        (page,) = stored.connection.execute("SELECT page FROM article WHERE kind = 'article' ORDER BY number DESC LIMIT 1").fetchone()
        meta = json.dumps({"date": "2020年6月17日", "source": "清溪日报", "page": "2版"}, ensure_ascii=False)
        stored.connection.execute("UPDATE page SET meta = ? WHERE id = ?", (meta, page))
    return str(page)


def test_pages_are_called_as_their_readers_call_them_and_found_by_date_and_paper(
    open_app: Open, project: Path, dated: str, keys: Keys, qtbot: QtBot
) -> None:
    app = open_app(project)
    qtbot.waitUntil(lambda: any(heading.startswith("清溪日报 2020-06-17 2版|") for heading in headings(app)))
    wanted = [row.id for row in desk_of(app).rows() if row.page == dated]
    keys("/")
    for text in ("date:2020-06", "日期:2020-6-17", "来源:清溪日报", "date:2020-01..2020-12"):
        write(text)
        assert pane_of(app).shown == wanted
    write("date:2019")
    assert pane_of(app).shown == []


def test_keys_typed_into_the_filter_decide_nothing(open_app: Open, project: Path, keys: Keys) -> None:
    app = open_app(project)
    keys("/")
    keys("x", "1", " ", "f")
    assert pane_of(app)._field.text() == "x1 f"
    assert not desk_of(app).annotation.states
    keys(Qt.Key.Key_Escape)
    assert app.views is not None
    assert QApplication.focusWidget() is app.views.reading
