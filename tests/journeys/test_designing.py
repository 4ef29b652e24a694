"""The scheme editor in the real window: a draft, a new version, and what it touched."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from annotator.app import App
from annotator.project.workspace import Project
from annotator.session.desk import Desk
from annotator.ui.scheme_page import GUIDELINE, RULES, ReadOnlyScheme, SchemePage
from annotator.ui.scheme_revisit import RevisitPage

Open = Callable[..., App]
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
ESCAPE, ENTER, DOWN, INSERT = Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_Insert


class Keys(Protocol):
    """Presses keys where the focus is."""

    def __call__(self, *keys: str | Qt.Key, modifier: Qt.KeyboardModifier = ...) -> None: ...

    def type(self, words: str) -> None: ...


def desk_of(app: App) -> Desk:
    assert app.desk is not None
    return app.desk


def page(app: App) -> SchemePage:
    found = app.window._cover
    assert isinstance(found, SchemePage)
    return found


def versions(path: Path) -> int:
    with Project.open(path, write=False) as project:
        return project.scheme().version


def open_dense(app: App) -> None:
    desk = desk_of(app)
    desk.open(max(desk.rows(), key=lambda row: row.candidates).id)


def press(app: App, name: str) -> None:
    """Choose what stands in a box and click the button beside it, as a mouse does."""
    form = page(app).label
    form.into.setCurrentIndex(form.into.findData(name))
    form.merge.click()


def test_a_new_label_is_made_by_keys_saved_as_a_version_and_can_be_given_at_once(open_app: Open, project: Path, keys: Keys) -> None:
    app = open_app(project)
    open_dense(app)
    assert desk_of(app).article is not None
    article, current = desk_of(app).article, desk_of(app).current
    keys("7", modifier=CONTROL)
    keys(INSERT)
    keys.type("Culture")
    key = page(app).design.labels[-1].key
    assert key == "U"
    keys(ESCAPE)
    keys("s", modifier=CONTROL)
    assert "new label Culture" in page(app).save.changes.toPlainText()
    keys.type("asked for by Lin")
    keys(ENTER)
    assert app.window.covered_by == ""
    scheme = desk_of(app).scheme
    assert (scheme.version, scheme.note, scheme.labels[-1].name.get("en")) == (2, "asked for by Lin", "Culture")
    assert desk_of(app).article == article, "the article stays open"
    assert desk_of(app).current == current
    target = current.target if current is not None else ""
    keys("u")
    item = desk_of(app).by_target(target)
    assert item is not None
    assert item.label == scheme.labels[-1].id
    rows = desk_of(app).project.connection.execute("SELECT scheme_version FROM decision ORDER BY id DESC LIMIT 1").fetchone()
    assert rows == (2,)


def test_a_merge_changes_no_decision_shows_the_other_label_and_can_be_revisited(open_app: Open, project: Path, keys: Keys) -> None:
    app = open_app(project)
    open_dense(app)
    desk = desk_of(app)
    first = next(item for item in desk.items if item.label == "MONITOR")
    desk.make_current(first)
    keys(" ")
    keys("7", modifier=CONTROL)
    page(app).list.walked.emit("MONITOR")
    press(app, "CADRE")
    keys("s", modifier=CONTROL)
    assert "merged into" in page(app).save.changes.toPlainText()
    assert "1 marks" in page(app).save.changes.toPlainText()
    keys(ENTER)
    desk = desk_of(app)
    kept = desk.by_target(first.target)
    assert kept is not None
    assert (kept.label, kept.is_mark) == ("MONITOR", True)
    shown = desk.scheme.label(kept.label)
    assert shown is not None
    assert shown.id == "CADRE"
    assert "1 marks of yours can be revisited" in app.window.status_line._message.text()
    app.window.command("revisit").trigger()
    assert isinstance(app.window._cover, RevisitPage)
    keys(ENTER)
    assert app.window.covered_by == ""
    assert desk.current is not None
    assert desk.current.target == first.target
    keys("r")
    relabelled = desk.by_target(first.target)
    assert relabelled is not None
    assert relabelled.label == "CADRE"
    app.window.command("revisit").trigger()
    assert isinstance(app.window._cover, RevisitPage)
    assert app.window._cover.list.model().rowCount() == 0


def test_a_key_that_is_taken_is_said_at_once_and_nothing_can_be_saved(open_app: Open, project: Path, keys: Keys) -> None:
    app = open_app(project)
    keys("7", modifier=CONTROL)
    keys(DOWN, ENTER)
    field = page(app).label.key
    field.setFocus()
    field.selectAll()
    keys.type("1")
    assert "share the key 1" in page(app).said.text()
    field.selectAll()
    keys.type("x")
    assert "belongs to a command" in page(app).said.text()
    keys("s", modifier=CONTROL)
    assert page(app)._stack.currentWidget() is page(app).label
    field.selectAll()
    keys.type("u")
    assert page(app).said.text() == ""
    assert page(app).save_button.isEnabled()


def test_the_draft_waits_while_the_reader_annotates_and_escape_always_leaves(open_app: Open, project: Path, keys: Keys) -> None:
    app = open_app(project)
    keys("7", modifier=CONTROL)
    keys(DOWN, modifier=ALT)
    assert [label.id for label in page(app).design.labels[:2]] == ["INDUSTRY", "CAMPAIGN"]
    keys(ESCAPE)
    assert app.window.covered_by == ""
    assert app.views is not None
    assert QApplication.focusWidget() is app.views.reading
    assert desk_of(app).scheme.labels[0].id == "CAMPAIGN"
    keys("7", modifier=CONTROL)
    assert page(app).design.labels[0].id == "INDUSTRY"
    keys("7", modifier=CONTROL)
    assert app.window.covered_by == ""


def test_letters_typed_in_the_editor_decide_nothing(open_app: Open, project: Path, keys: Keys) -> None:
    app = open_app(project)
    open_dense(app)
    keys("7", modifier=CONTROL)
    keys("x", "1", "s", ENTER)
    keys.type("xs1 fnm")
    page(app).list.walked.emit(RULES)
    page(app).rules.codes.setFocus()
    keys.type("xs1")
    keys(ESCAPE, ESCAPE)
    assert desk_of(app).project.connection.execute("SELECT count(*) FROM decision").fetchone() == (0,)


def test_guideline_overlaps_and_codes_are_edited_and_saved(open_app: Open, project: Path, keys: Keys) -> None:
    app = open_app(project)
    keys("7", modifier=CONTROL)
    page(app).list.walked.emit(GUIDELINE)
    form = page(app).guideline
    form.text.setFocus()
    form.text.selectAll()
    keys.type("# Rules <b>bold</b> ![x](https://example.org/x.png)")
    assert "<b>bold</b>" in form.preview.toPlainText(), "HTML is shown as it is written"
    page(app).list.walked.emit(RULES)
    rules = page(app).rules
    rules.overlap.setCurrentIndex(2)
    rules.overlap.activated.emit(2)
    rules.codes.setFocus()
    rules.codes.selectAll()
    keys.type("Z zone Zone")
    assert rules.said.text() == ""
    keys("s", modifier=CONTROL)
    assert len(page(app).save.changes.toPlainText().splitlines()) == 3
    keys(ENTER)
    scheme = desk_of(app).scheme
    assert scheme.guideline.en.startswith("# Rules")
    assert (scheme.overlap, [code.id for code in scheme.codes]) == ("forbid", ["zone"])


@pytest.mark.parametrize("role", ["task"])
def test_a_task_shows_one_sentence_instead_of_the_editor(open_app: Open, project: Path, keys: Keys, role: str) -> None:
    with Project.open(project) as opened:
        opened.file.set("role", role)
    app = open_app(project)
    keys("7", modifier=CONTROL)
    assert isinstance(app.window._cover, ReadOnlyScheme)
    keys(ESCAPE)
    assert app.window.covered_by == ""
