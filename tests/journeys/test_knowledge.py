"""What candidates follow from, seen and edited in the real window with real keys."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QCheckBox
from pytestqt.qtbot import QtBot

from annotator.app import App
from annotator.core.lexicon import LexiconEntry
from annotator.features.knowledge_visit import Visit
from annotator.project import linking
from annotator.project.creating import new_project
from annotator.project.importing import import_paths
from annotator.project.suggesting import suggest
from annotator.project.workspace import Project
from annotator.session.desk import Desk
from annotator.ui.knowledge import KnowledgePage

Open = Callable[..., App]
CONTROL, SHIFT, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier
TEXT = (
    "老街新貌\n\n本报记者 某某\n\n清早,镇里召开脱贫攻坚推进大会。会后,千村连心坊开了门,"
    "千村连心坊的账本记着产业扶贫的收成,千村连心坊又招了人。\n"
)


class Keys(Protocol):
    """Presses keys where the focus is."""

    def __call__(self, *keys: str | Qt.Key, modifier: Qt.KeyboardModifier = ...) -> None: ...

    def type(self, words: str) -> None: ...


@pytest.fixture
def study(tmp_path: Path) -> Path:
    """A project with one article: a meeting, a name that no list has, and one that every list has."""
    (tmp_path / "p.txt").write_text(TEXT, encoding="utf-8")
    with new_project(tmp_path / "x.annot") as made:
        import_paths(made, [tmp_path / "p.txt"], whole=True)
        suggest(made)
    return tmp_path / "x.annot"


def desk_of(app: App) -> Desk:
    assert app.desk is not None
    return app.desk


def page_of(app: App) -> KnowledgePage:
    return app.window.findChildren(KnowledgePage)[-1]


def visit(app: App, keys: Keys, qtbot: QtBot, tab: int = 0) -> KnowledgePage:
    keys(Qt.Key.Key_6, modifier=CONTROL)
    assert app.window.covered_by == "knowledge"
    page = page_of(app)
    for _ in range(tab):
        keys(Qt.Key.Key_Tab, modifier=CONTROL)
    qtbot.waitUntil(lambda: page.knowledge.figures is not None, timeout=20_000)
    return page


def compute(app: App, keys: Keys, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk_of(app).article_changed, timeout=60_000):
        keys(Qt.Key.Key_F5)


def is_off(page: KnowledgePage) -> bool:
    return not page.knowledge.held.vetoes[0].enabled


def surfaces(app: App) -> set[str]:
    return {item.surface for item in desk_of(app).items}


def write(words: str) -> None:
    """Commit Chinese words as an input method does."""
    event = QInputMethodEvent()
    event.setCommitString(words)
    focus = QApplication.focusWidget()
    assert focus is not None
    QApplication.sendEvent(focus, event)


def add_by_hand(app: App, words: str, label: str, times: int) -> None:
    desk = desk_of(app)
    assert desk.article is not None
    at = -1
    for _ in range(times):
        at = desk.article.text.index(words, at + 1)
        desk.add(at, at + len(words), label)


def test_a_veto_switched_off_lets_its_candidate_appear_and_undo_takes_it_back(
    open_app: Open, study: Path, keys: Keys, qtbot: QtBot
) -> None:
    app = open_app(study)
    assert "脱贫攻坚" not in surfaces(app)
    page = visit(app, keys, qtbot, tab=1)
    keys("/")
    write("会议名称里的不标")
    keys(Qt.Key.Key_Return)
    assert [row.id for row in page.rules.rows.rows] == ["meeting"]
    keys(Qt.Key.Key_Space)
    assert is_off(page)
    compute(app, keys, qtbot)
    assert "脱贫攻坚" in surfaces(app)
    keys("z", modifier=CONTROL)
    assert not is_off(page)
    compute(app, keys, qtbot)
    assert "脱贫攻坚" not in surfaces(app)


def test_a_term_that_is_added_appears_after_f5_and_escape_gives_the_focus_back(
    open_app: Open, study: Path, keys: Keys, qtbot: QtBot
) -> None:
    app = open_app(study)
    page = visit(app, keys, qtbot)
    keys("a")
    write("千村连心坊")
    keys(Qt.Key.Key_Tab, "2", Qt.Key.Key_Return)
    entry = page.lexicon.table.current
    assert isinstance(entry, LexiconEntry)
    assert (entry.term, entry.label) == ("千村连心坊", "INDUSTRY")
    keys(Qt.Key.Key_Escape)
    assert app.views is not None
    assert QApplication.focusWidget() is app.views.reading
    assert not app.window.covered_by
    assert "F5" in app.window.status_line.sentence
    compute(app, keys, qtbot)
    assert [item.label for item in desk_of(app).items if item.surface == "千村连心坊"] == ["INDUSTRY"] * 3
    assert app.window.status_line.mode == "DECIDE"


def test_leaving_without_a_change_says_nothing(open_app: Open, study: Path, keys: Keys, qtbot: QtBot) -> None:
    app = open_app(study)
    app.room.say("as before")
    visit(app, keys, qtbot)
    keys("w")
    keys("z", modifier=CONTROL)
    keys("1", modifier=CONTROL)
    assert not app.window.covered_by
    assert app.window.status_line.sentence == "as before"


def test_a_label_key_labels_the_chosen_terms_and_delete_takes_them_out_until_undo(
    open_app: Open, study: Path, keys: Keys, qtbot: QtBot
) -> None:
    app = open_app(study)
    page = visit(app, keys, qtbot)
    before = page.knowledge.held.lexicon
    keys(Qt.Key.Key_Down, modifier=SHIFT)
    chosen = [row.term for row in page.lexicon.table.chosen if isinstance(row, LexiconEntry)]
    assert len(chosen) == 2
    keys("w")
    assert {entry.label for entry in page.knowledge.held.lexicon if entry.term in chosen} == {"CONSUMPTION"}
    keys(Qt.Key.Key_Delete)
    assert len(page.knowledge.held.lexicon) == len(before) - 1
    keys("z", modifier=CONTROL)
    keys("z", modifier=CONTROL)
    assert page.knowledge.held.lexicon == before
    with Project.open(study, write=False) as read:
        assert read.connection.execute("SELECT count(*) FROM lexicon").fetchone()[0] == len(before)


def test_what_is_wrong_stands_under_its_field_and_nothing_is_kept(open_app: Open, study: Path, keys: Keys, qtbot: QtBot) -> None:
    app = open_app(study)
    page = visit(app, keys, qtbot)
    before = page.knowledge.held
    keys("a", Qt.Key.Key_Return)
    assert page.lexicon.form.complaint("term")
    write("产业扶贫")
    keys(Qt.Key.Key_Tab, "2", Qt.Key.Key_Tab)
    write("无此项目")
    keys(Qt.Key.Key_Return)
    assert "产业扶贫" in page.lexicon.form.complaint("term")
    assert "无此项目" in page.lexicon.form.complaint("programme")
    assert page.knowledge.held == before
    keys(Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is page.lexicon.table
    assert page.lexicon.form.complaint("term") == ""


def test_a_name_added_by_hand_again_and_again_is_taken_with_one_key_or_never_offered_again(
    open_app: Open, study: Path, keys: Keys, qtbot: QtBot
) -> None:
    app = open_app(study)
    add_by_hand(app, "千村连心坊", "EMPLOYMENT", 3)
    page = visit(app, keys, qtbot, tab=3)
    assert [(offer.term, offer.label, offer.count) for offer in page.knowledge.offers] == [("千村连心坊", "EMPLOYMENT", 3)]
    keys("n")
    assert page.offers.rows.rows == []
    assert page.knowledge.held.refused == ("千村连心坊",)
    keys("z", modifier=CONTROL)
    keys(Qt.Key.Key_Return)
    assert page.offers.rows.rows == []
    assert ("千村连心坊", "EMPLOYMENT") in {(entry.term, entry.label) for entry in page.knowledge.held.lexicon}


def test_a_threshold_says_how_many_it_would_hide_and_hides_them(open_app: Open, study: Path, keys: Keys, qtbot: QtBot) -> None:
    app = open_app(study)
    there = len(desk_of(app).items)
    assert there
    page = visit(app, keys, qtbot, tab=4)
    assert isinstance(QApplication.focusWidget(), QCheckBox)
    keys(Qt.Key.Key_Tab)
    keys(Qt.Key.Key_A, modifier=CONTROL)
    keys.type("1.00")
    keys(Qt.Key.Key_Tab)
    assert page.knowledge.held.showing.hide_below == 1
    hidden = page.knowledge.below(1)
    assert str(hidden) in page.learning.hidden.text()
    compute(app, keys, qtbot)
    assert len(desk_of(app).items) == there - hidden
    assert hidden


def test_a_file_with_an_error_is_named_with_its_line_and_changes_nothing(
    open_app: Open, study: Path, keys: Keys, qtbot: QtBot, tmp_path: Path
) -> None:
    app = open_app(study)
    page = visit(app, keys, qtbot)
    before = page.knowledge.held
    bad = tmp_path / "bad.csv"
    bad.write_text("term,label\n千村连心坊,INDUSTRY\n万户同心社,NOSUCH\n", encoding="utf-8")
    visit_of(app).import_file(bad)
    assert "bad.csv" in page.message.text()
    assert "line 3" in page.message.text()
    assert page.knowledge.held == before


@pytest.mark.parametrize(("tab", "suffix"), [(0, ".csv"), (0, ".xlsx"), (2, ".csv"), (2, ".xlsx")])
def test_what_is_exported_is_read_back_equal(  # noqa: PLR0917 (fixtures)
    open_app: Open, study: Path, keys: Keys, qtbot: QtBot, tmp_path: Path, tab: int, suffix: str
) -> None:
    app = open_app(study)
    page = visit(app, keys, qtbot, tab=tab)
    before = page.knowledge.held
    out = tmp_path / f"out{suffix}"
    visit_of(app).export_file(out)
    empty = page.knowledge.held.__class__(patterns=before.patterns, vetoes=before.vetoes)
    page.knowledge.edit(empty)
    assert page.part is not page.learning
    visit_of(app).import_file(out)
    assert (page.knowledge.held.lexicon if tab == 0 else page.knowledge.held.programmes) == (
        before.lexicon if tab == 0 else before.programmes
    )


def test_rules_go_out_and_come_back_as_toml(open_app: Open, study: Path, keys: Keys, qtbot: QtBot, tmp_path: Path) -> None:
    app = open_app(study)
    page = visit(app, keys, qtbot, tab=1)
    before = page.knowledge.held
    visit_of(app).export_file(tmp_path / "rules.toml")
    keys(Qt.Key.Key_Space)
    assert page.knowledge.held != before
    visit_of(app).import_file(tmp_path / "rules.toml")
    assert page.knowledge.held == before


def test_a_rule_of_ones_own_is_kept_only_when_its_examples_hold(open_app: Open, study: Path, keys: Keys, qtbot: QtBot) -> None:
    app = open_app(study)
    page = visit(app, keys, qtbot, tab=1)
    form = page.rules.form
    keys("a")
    write("连心坊")
    form.focus_field("expression")
    write("(千村")
    form.focus_field("examples")
    write("⟦千村连心坊⟧开门")
    keys(Qt.Key.Key_Return, modifier=CONTROL)
    assert "RE2" in form.complaint("expression")
    form.focus_field("expression")
    keys("a", modifier=CONTROL)
    write("⟦千村⟧连心坊")
    keys(Qt.Key.Key_Return, modifier=CONTROL)
    assert "千村连心坊" in form.complaint("examples")
    page.rules.try_examples()
    assert "✗" in page.rules.trials.text()
    form.focus_field("expression")
    keys("a", modifier=CONTROL)
    write("⟦千村连心坊⟧")
    keys(Qt.Key.Key_Return, modifier=CONTROL)
    rule = page.knowledge.held.patterns[-1]
    assert (rule.title_zh, rule.expression) == ("连心坊", "⟦千村连心坊⟧")
    page.rules.try_examples()
    assert "✓" in page.rules.trials.text()
    compute(app, keys, qtbot)
    assert "千村连心坊" in surfaces(app)


def test_a_rule_that_ships_is_copied_not_rewritten_or_deleted(open_app: Open, study: Path, keys: Keys, qtbot: QtBot) -> None:
    app = open_app(study)
    page = visit(app, keys, qtbot, tab=1)
    before = page.knowledge.held.patterns
    keys(Qt.Key.Key_Delete)
    assert page.knowledge.held.patterns == before
    assert "D" in page.message.text()
    assert page.rules.form.fields["expression"].property("readOnly")
    keys("d")
    assert not page.rules.form.fields["expression"].property("readOnly")
    write("抄来的")
    keys(Qt.Key.Key_Return)
    assert page.knowledge.held.patterns[1].id == "own-1"
    assert page.knowledge.held.patterns[1].expression == before[0].expression
    keys(Qt.Key.Key_Delete)
    assert page.knowledge.held.patterns == before


def test_a_programme_with_linked_mentions_is_not_deleted_but_merged_and_its_link_stays_legible(
    open_app: Open, study: Path, keys: Keys, qtbot: QtBot
) -> None:
    app = open_app(study)
    desk = desk_of(app)
    add_by_hand(app, "千村连心坊", "EMPLOYMENT", 1)
    keys("l")
    write("千村连心坊")
    keys(Qt.Key.Key_Return)
    assert desk.current is not None
    made = desk.current.programme
    assert made is not None
    page = visit(app, keys, qtbot, tab=2)
    keys("/")
    write("千村连心坊")
    keys(Qt.Key.Key_Return, Qt.Key.Key_Delete)
    assert "1" in page.message.text()
    assert made in {one.id for one in page.knowledge.held.programmes}
    keys("m", "/")
    keys("a", modifier=CONTROL)
    write("雨露计划")
    keys(Qt.Key.Key_Return, "m")
    held = linking.Register.of(page.knowledge.held.programmes)
    assert held.called("千村连心坊") == ("yulu",)
    assert held.programmes[made].name == "千村连心坊 → 雨露计划"
    assert desk.project.connection.execute("SELECT programme FROM mark").fetchall() == [(made,)]
    keys(Qt.Key.Key_Escape)


def test_pasted_lines_become_terms_and_a_wrong_line_is_named(open_app: Open, study: Path, keys: Keys, qtbot: QtBot) -> None:
    app = open_app(study)
    page = visit(app, keys, qtbot)
    before = len(page.knowledge.held.lexicon)
    QGuiApplication.clipboard().setText("千村连心坊\t产业扶贫\n\n万户同心社\n")
    keys("v", modifier=CONTROL)
    assert len(page.knowledge.held.lexicon) == before + 2
    QGuiApplication.clipboard().setText("三街六巷坊\n某某某\t没有这个\n")
    keys("v", modifier=CONTROL)
    assert len(page.knowledge.held.lexicon) == before + 2
    assert "2" in page.message.text()
    assert "没有这个" in page.message.text()


def test_a_task_file_shows_everything_and_changes_nothing(open_app: Open, study: Path, keys: Keys, qtbot: QtBot) -> None:
    with Project.open(study) as opened:
        opened.file.set("role", "task")
    app = open_app(study)
    page = visit(app, keys, qtbot)
    before = page.knowledge.held
    assert page.notice.isVisible()
    keys("a", "w", Qt.Key.Key_Delete, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is page.lexicon.table
    keys(Qt.Key.Key_Tab, modifier=CONTROL)
    keys(Qt.Key.Key_Space, "a", "d", Qt.Key.Key_Delete)
    assert page.knowledge.held == before
    assert page.lexicon.rows.rows
    keys(Qt.Key.Key_5, modifier=ALT)
    assert not page.learning.hide_below.isEnabled()
    keys(Qt.Key.Key_Escape)
    assert not app.window.covered_by


def test_a_project_opened_read_only_says_so_on_the_page(open_app: Open, study: Path, keys: Keys, qtbot: QtBot) -> None:
    with Project.open(study):
        app = open_app(study)
        page = visit(app, keys, qtbot)
        assert "read-only" in page.notice.text()
        keys("w")
        assert page.knowledge.held.lexicon[0].label != "CONSUMPTION"


def test_figures_say_what_became_of_what_a_term_proposed(open_app: Open, study: Path, keys: Keys, qtbot: QtBot) -> None:
    app = open_app(study)
    desk = desk_of(app)
    item = next(one for one in desk.items if one.surface == "产业扶贫")
    desk.go_to(item.target)
    keys("x")
    page = visit(app, keys, qtbot)
    assert item.candidate is not None
    worth = page.knowledge.worth(item.candidate.source)
    assert (worth.proposed, worth.kept, worth.rejected, worth.precision) == (1, 0, 1, 0)


def test_what_is_right_in_the_fields_is_kept_when_another_workspace_is_chosen(
    open_app: Open, study: Path, keys: Keys, qtbot: QtBot
) -> None:
    app = open_app(study)
    visit(app, keys, qtbot)
    keys("a")
    write("千村连心坊")
    keys("1", modifier=CONTROL)
    assert not app.window.covered_by
    assert desk_of(app).project.connection.execute("SELECT count(*) FROM lexicon WHERE term = '千村连心坊'").fetchone() == (1,)


def visit_of(app: App) -> Visit:
    """Return what joins the page to the project."""
    return app.room.findChildren(Visit)[-1]
