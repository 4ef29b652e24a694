"""The concordance, through the real window."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from annotator.app import App
from annotator.core.decision import Cause
from annotator.core.fold import Status
from annotator.features import concordance_showing
from annotator.project import concordance
from annotator.project.assigning import assign
from annotator.project.workspace import Project
from annotator.session.concordance import Caution, Sort
from annotator.session.concordance_search import Concordance
from annotator.session.desk import Desk
from annotator.store.integrity import problems
from annotator.ui.concordance import ConcordancePage

Open = Callable[..., App]
CONTROL = Qt.KeyboardModifier.ControlModifier
WORDS = "产业扶贫"


class Keys(Protocol):
    """Presses keys where the focus is."""

    def __call__(self, *keys: str | Qt.Key, modifier: Qt.KeyboardModifier = ...) -> None: ...


def write(words: str) -> None:
    """Write as an input method does; QTest has keys for Latin letters only."""
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    field.clear()
    field.insert(words)


def page_of(app: App) -> ConcordancePage:
    page = next(page for page in app.window.findChildren(ConcordancePage) if page.isVisible())
    assert isinstance(page, ConcordancePage)
    return page


def found_in(app: App) -> Concordance:
    return app.window.findChildren(Concordance)[0]


def desk_of(app: App) -> Desk:
    assert app.desk is not None
    return app.desk


@pytest.fixture
def searched(open_app: Open, project: Path, keys: Keys, qtbot: QtBot) -> App:
    """The window with the occurrences of a name that stands in several articles, on the first of them."""
    app = open_app(project)
    desk_of(app).words.wait()
    keys("g", modifier=CONTROL)
    look(app, qtbot, WORDS)
    keys(Qt.Key.Key_Return)
    return app


def look(app: App, qtbot: QtBot, words: str) -> None:
    write(words)
    qtbot.waitUntil(lambda: not found_in(app).is_searching)


def places(app: App) -> set[tuple[str, int, int]]:
    return {(hit.article, hit.start, hit.end) for hit in found_in(app).hits}


def statuses(app: App, chosen: set[int]) -> set[Status | None]:
    found = found_in(app)
    stands = (found.standing(at).at(found.hits[at].start, found.hits[at].end) for at in chosen)
    return {there.status if there is not None else None for there in stands}


def test_two_characters_are_found_all_over_the_project_while_they_are_typed(
    open_app: Open, project: Path, keys: Keys, qtbot: QtBot
) -> None:
    app = open_app(project)
    keys("g", modifier=CONTROL)
    assert app.window.covered_by == "concordance"
    look(app, qtbot, "扶贫")
    assert len({hit.article for hit in found_in(app).hits}) > 5
    assert str(len(found_in(app).hits)) in page_of(app).count
    with Project.open(project, write=False) as stored:
        for hit in found_in(app).hits:
            text = stored.connection.execute("SELECT 1 FROM article WHERE id = ?", (hit.article,)).fetchone()
            assert text is not None
    look(app, qtbot, "扶")
    assert not found_in(app).hits, "one character waits for Enter"
    keys(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(found_in(app).hits))


def test_every_candidate_of_the_name_is_among_the_occurrences(searched: App) -> None:
    desk = desk_of(searched)
    for row in desk.rows():
        desk.open(row.id)
        for item in desk.opened.all_items if desk.opened is not None else ():
            if item.surface.replace("\n", "") == WORDS:
                assert (row.id, item.start, item.end) in places(searched)


def test_keys_step_tick_and_sort(searched: App, keys: Keys) -> None:
    found = found_in(searched)
    assert found.current == 0
    keys("j", "j", "k", " ")
    assert found.ticked == {found.shown[1]}
    keys(" ")
    assert not found.ticked
    keys("]")
    assert found.sort is Sort.RIGHT
    rights = [found.hits[at].after for at in found.shown]
    assert rights == sorted(rights)
    keys("[")
    lefts = [found.hits[at].before[::-1] for at in found.shown]
    assert lefts == sorted(lefts)
    keys("[")
    assert found.shown == sorted(found.shown)


def test_all_that_is_ticked_is_labelled_in_one_step_and_one_undo_takes_it_back(searched: App, keys: Keys, project: Path) -> None:
    found = found_in(searched)
    keys("a", modifier=CONTROL)
    ticked = set(found.ticked)
    assert len({found.hits[at].article for at in ticked}) > 1
    assert all(found.caution(at) is Caution.NONE for at in ticked)
    keys("q")
    assert not found.ticked
    assert statuses(searched, ticked) <= {Status.ACCEPTED, Status.RELABELLED, Status.ADDED}
    labels = {there.label for at in ticked if (there := found.standing(at).at(found.hits[at].start, found.hits[at].end)) is not None}
    assert labels == {"ECOLOGY"}
    with Project.open(project, write=False) as stored:
        rows = stored.connection.execute("SELECT step, cause FROM decision").fetchall()
    assert len({step for step, _ in rows}) == 1
    assert {cause for _, cause in rows} <= {Cause.SAME, Cause.REPEAT}
    keys("z", modifier=CONTROL)
    assert statuses(searched, ticked) <= {Status.OPEN, None}
    searched.close_project()
    with Project.open(project, write=False) as stored:
        assert list(problems(stored.connection)) == []


def test_candidates_are_rejected_and_plain_words_are_left(searched: App, keys: Keys) -> None:
    found = found_in(searched)
    keys("a", modifier=CONTROL)
    ticked = set(found.ticked)
    open_ones = {at for at in ticked if statuses(searched, {at}) == {Status.OPEN}}
    keys("x")
    assert statuses(searched, open_ones) == {Status.REJECTED}
    assert statuses(searched, ticked - open_ones) <= {None}


def test_without_ticks_a_key_decides_the_current_row(searched: App, keys: Keys) -> None:
    found = found_in(searched)
    at = next(at for at in found.shown if statuses(searched, {at}) == {Status.OPEN})
    for _ in range(found.shown.index(at)):
        keys("j")
    label = found.standing(at).at(found.hits[at].start, found.hits[at].end)
    assert label is not None
    key = next(one.key for one in desk_of(searched).scheme.labels if one.id == label.label)
    keys(key.lower())
    assert statuses(searched, {at}) == {Status.ACCEPTED}


def test_finished_articles_are_neither_ticked_nor_decided(searched: App, keys: Keys) -> None:
    found, desk = found_in(searched), desk_of(searched)
    article = found.hits[0].article
    keys(Qt.Key.Key_Escape)
    desk.open(article)
    keys(Qt.Key.Key_Return, Qt.Key.Key_Return)
    keys("g", modifier=CONTROL)
    here = {at for at, hit in enumerate(found.hits) if hit.article == article}
    assert {found.caution(at) for at in here} == {Caution.FINISHED}
    keys("a", modifier=CONTROL)
    assert not found.ticked & here
    keys(Qt.Key.Key_Escape, Qt.Key.Key_Home, " ")
    assert not found.ticked
    assert page_of(searched).sentence
    keys("q")
    assert statuses(searched, here) <= {Status.OPEN, None}


def test_enter_shows_the_place_and_the_way_back_leads_to_the_same_rows(searched: App, keys: Keys) -> None:
    found, desk = found_in(searched), desk_of(searched)
    keys("]", Qt.Key.Key_Home, "j", "j", " ")
    at, ticked = found.current, set(found.ticked)
    hit = found.hits[at]
    keys(Qt.Key.Key_Return)
    assert not searched.window.covered_by
    assert desk.article is not None
    assert desk.article.id == hit.article
    shown = (desk.current.start, desk.current.end) if desk.selection is None and desk.current is not None else desk.selection
    assert shown == (hit.start, hit.end)
    assert searched.views is not None
    assert QApplication.focusWidget() is searched.views.reading
    searched.views.reading.clear_selection()
    desk.select(0, 0)
    keys("g", modifier=CONTROL)
    assert (found.current, found.ticked, found.query) == (at, ticked, WORDS)
    assert page_of(searched).field.text() == WORDS
    assert QApplication.focusWidget() is page_of(searched).rows


def test_escape_takes_ticks_away_and_then_leads_back_to_the_article(searched: App, keys: Keys) -> None:
    keys(" ", Qt.Key.Key_Escape)
    assert not found_in(searched).ticked
    assert searched.window.covered_by == "concordance"
    keys(Qt.Key.Key_Escape)
    assert not searched.window.covered_by
    assert searched.views is not None
    assert QApplication.focusWidget() is searched.views.reading


def test_letters_typed_into_the_field_are_letters(searched: App, keys: Keys) -> None:
    keys("/")
    page = page_of(searched)
    assert QApplication.focusWidget() is page.field
    page.field.clear()
    keys("x", "j", " ", "q")
    assert page.field.text() == "xj q"
    assert not desk_of(searched).annotation.states


def test_filters_keep_rows_of_one_state_label_and_source(searched: App) -> None:
    page, found = page_of(searched), found_in(searched)
    everything = list(found.shown)
    page.bar.state.chosen.emit("open")
    assert statuses(searched, set(found.shown)) == {Status.OPEN}
    page.bar.state.chosen.emit("")
    page.bar.source.chosen.emit(found.hits[0].file)
    assert {found.hits[at].file for at in found.shown} == {found.hits[0].file}
    page.bar.source.chosen.emit("")
    page.bar.label.chosen.emit("MONITOR")
    assert len(found.shown) < len(everything)
    page.bar.label.chosen.emit("")
    assert found.shown == everything


def test_what_is_read_blind_shows_no_candidates_and_can_be_marked(open_app: Open, project: Path, keys: Keys, qtbot: QtBot) -> None:
    with Project.open(project) as stored:
        assign(stored, ["林晓"], per_article=1, blind=1.0)
    app = open_app(project)
    keys("g", modifier=CONTROL)
    look(app, qtbot, WORDS)
    found = found_in(app)
    blind = {at for at in range(len(found.hits)) if found.standing(at).begun.is_blind}
    if not blind:
        pytest.skip("nobody reads blind alone")
    assert statuses(app, blind) == {None}
    keys(Qt.Key.Key_Return)
    found.ticked = {min(blind)}
    keys("x")
    assert statuses(app, blind) == {None}
    found.ticked = {min(blind)}
    keys("q")
    assert statuses(app, {min(blind)}) == {Status.ADDED}


def test_a_project_open_elsewhere_is_searched_and_not_written(open_app: Open, project: Path, keys: Keys, qtbot: QtBot) -> None:
    with Project.open(project) as holder:
        concordance.catch_up(holder)
        app = open_app(project)
        keys("g", modifier=CONTROL)
        look(app, qtbot, WORDS)
        assert found_in(app).hits
        keys(Qt.Key.Key_Return, " ", "q")
        assert statuses(app, set(range(len(found_in(app).hits)))) <= {Status.OPEN, None}
        assert page_of(app).sentence
        app.close_project()


def test_words_selected_in_the_article_are_looked_for(open_app: Open, project: Path, keys: Keys) -> None:
    app = open_app(project)
    desk = desk_of(app)
    assert desk.article is not None
    assert app.views is not None
    app.views.reading.select_range(0, 2)
    keys("g", modifier=CONTROL)
    assert page_of(app).field.text() == desk.article.text[:2]
    assert found_in(app).hits


def test_many_articles_are_indexed_and_decided_in_on_a_thread(
    open_app: Open, project: Path, keys: Keys, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(concordance_showing, "_MANY_NEW", 0)
    monkeypatch.setattr(concordance_showing, "_MANY", 0)
    app = open_app(project)
    desk_of(app).words.wait()
    keys("g", modifier=CONTROL)
    write(WORDS)
    found = found_in(app)
    qtbot.waitUntil(lambda: bool(found.hits) and not found.is_searching)
    keys(Qt.Key.Key_Return)
    keys("a", modifier=CONTROL)
    ticked = set(found.ticked)
    keys("q")
    qtbot.waitUntil(lambda: not found.ticked)
    assert statuses(app, ticked) <= {Status.ACCEPTED, Status.RELABELLED, Status.ADDED}


def test_a_repeat_is_not_ticked_and_follows_its_original(open_app: Open, project: Path, keys: Keys, qtbot: QtBot) -> None:
    app = open_app(project)
    desk_of(app).words.wait()
    keys("g", modifier=CONTROL)
    look(app, qtbot, "干部")
    keys(Qt.Key.Key_Return)
    found = found_in(app)
    repeats = {at for at, hit in enumerate(found.hits) if hit.is_repeat and found.caution(at) is Caution.REPEAT}
    assert repeats
    keys("a", modifier=CONTROL)
    assert not found.ticked & repeats
    found.ticked |= {at for at, hit in enumerate(found.hits) if not hit.is_repeat and found.caution(at) is not Caution.FINISHED}
    keys("q")
    assert statuses(app, repeats) == {Status.ADDED}
    with Project.open(project, write=False) as stored:
        causes = {row[0] for row in stored.connection.execute("SELECT cause FROM decision")}
    assert causes == {Cause.SAME, Cause.REPEAT}
    keys("z", modifier=CONTROL)
    assert statuses(app, repeats) == {None}
