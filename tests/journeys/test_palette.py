"""The command palette and the label palette, through the real window."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton

from annotator.app import App
from annotator.core.fold import Status
from annotator.session.desk import Desk
from annotator.ui.palette import Palette

Open = Callable[..., App]
CONTROL = Qt.KeyboardModifier.ControlModifier


class Keys(Protocol):
    """Presses keys where the focus is."""

    def __call__(self, *keys: str | Qt.Key, modifier: Qt.KeyboardModifier = ...) -> None: ...

    def type(self, words: str) -> None: ...


def dense(app: App) -> Desk:
    """Open the sample article with the most candidates."""
    desk = app.desk
    assert desk is not None
    desk.open(max(desk.rows(), key=lambda row: row.candidates).id)
    return desk


def palette_of(app: App) -> Palette:
    return next(palette for palette in app.window.findChildren(Palette) if palette.isVisible())


def write(words: str) -> None:
    """Write as an input method does; QTest has keys for Latin letters only."""
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    field.insert(words)


def test_pinyin_initials_choose_a_label_for_the_current_span(open_app: Open, project: Path, keys: Keys) -> None:
    app = open_app(project)
    desk = dense(app)
    before = desk.current
    assert before is not None
    keys("k", modifier=CONTROL)
    keys.type("cyfp")
    current = palette_of(app).current
    assert current is not None
    assert current.id == "INDUSTRY"
    keys(Qt.Key.Key_Return)
    after = desk.by_target(before.target)
    assert after is not None
    assert after.label == "INDUSTRY"
    assert app.views is not None
    assert QApplication.focusWidget() is app.views.reading


def test_chinese_and_english_find_commands_which_are_carried_out(open_app: Open, project: Path, keys: Keys) -> None:
    app = open_app(project)
    desk = dense(app)
    target = desk.items[0].target
    keys(" ")
    keys("k", modifier=CONTROL)
    keys.type("undo")
    keys(Qt.Key.Key_Return)
    item = desk.by_target(target)
    assert item is not None
    assert item.status is Status.OPEN
    keys("k", modifier=CONTROL)
    assert any(palette_of(app).titles)
    write(palette_of(app).titles[-1][:2])
    assert palette_of(app).current is not None


def test_an_article_is_opened_by_its_number(open_app: Open, project: Path, keys: Keys) -> None:
    app = open_app(project)
    desk = dense(app)
    other = next(row for row in desk.rows() if desk.article is not None and row.id != desk.article.id)
    keys("k", modifier=CONTROL)
    keys.type(f"A{other.number:04d}")
    keys(Qt.Key.Key_Return)
    assert desk.article is not None
    assert desk.article.id == other.id


def test_arrows_choose_tab_restricts_and_escape_goes_back(open_app: Open, project: Path, keys: Keys) -> None:
    app = open_app(project)
    desk = dense(app)
    keys("k", modifier=CONTROL)
    palette = palette_of(app)
    everything, first = palette.titles, palette.current
    keys(Qt.Key.Key_Down)
    assert palette.current not in {None, first}
    keys(Qt.Key.Key_Tab)
    assert len(palette.titles) == len(desk.scheme.labels) < len(everything)
    keys(Qt.Key.Key_Tab)
    assert palette.titles == everything
    keys(Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Escape)
    assert not palette.isVisible()
    assert not desk.annotation.states
    assert app.views is not None
    assert QApplication.focusWidget() is app.views.reading


def test_semicolons_open_the_labels_with_their_guideline_and_label_the_selection(open_app: Open, project: Path, keys: Keys) -> None:
    app = open_app(project)
    desk = dense(app)
    assert app.views is not None
    assert desk.article is not None
    at = desk.article.text.index("群众")
    app.views.reading.select_range(at, at + 2)
    keys(";")
    palette = palette_of(app)
    assert len(palette.titles) == len(desk.scheme.labels)
    keys.type("ecology")
    label = desk.scheme.label("ECOLOGY")
    assert label is not None
    assert label.definition.get(app.language)[:10] in palette._guide.toPlainText()
    assert desk.selection == (at, at + 2)
    keys(Qt.Key.Key_Return)
    added = desk.current
    assert added is not None
    assert (added.start, added.label, added.status) == (at, "ECOLOGY", Status.ADDED)


def test_what_cannot_be_done_is_not_listed(open_app: Open, project: Path, keys: Keys) -> None:
    app = open_app(project)
    dense(app)
    keys("k", modifier=CONTROL)
    keys.type("all that remains")
    assert "Accept all that remains" not in palette_of(app).titles
    keys(Qt.Key.Key_Escape)
    app.window.command("flag").setEnabled(False)
    keys("k", modifier=CONTROL)
    keys.type("flag as doubtful")
    assert palette_of(app).titles == []


def test_what_was_chosen_last_comes_first_also_after_a_restart(open_app: Open, project: Path, keys: Keys) -> None:
    app = open_app(project)
    dense(app)
    keys("k", modifier=CONTROL)
    keys.type("monitor")
    keys(Qt.Key.Key_Return)
    app.close_project()
    again = open_app(project)
    dense(again)
    keys("k", modifier=CONTROL)
    current = palette_of(again).current
    assert current is not None
    assert current.id == "MONITOR"


def test_without_a_project_there_are_commands_only(open_app: Open, keys: Keys) -> None:
    app = open_app(None)
    keys("k", modifier=CONTROL)
    palette = palette_of(app)
    assert palette.titles
    keys.type("open")
    assert palette.current is not None
    assert palette.current.id == "open_project"
    keys(Qt.Key.Key_Escape)
    assert not palette.isVisible()


def test_a_click_beside_the_palette_closes_it(open_app: Open, project: Path, keys: Keys) -> None:
    app = open_app(project)
    dense(app)
    keys("k", modifier=CONTROL)
    palette = palette_of(app)
    assert app.views is not None
    app.views.reading.setFocus(Qt.FocusReason.MouseFocusReason)
    assert not palette.isVisible()


def test_a_click_on_the_field_in_the_header_opens_the_palette(open_app: Open, project: Path, keys: Keys) -> None:
    app = open_app(project)
    dense(app)
    field = app.window.header.findChild(QPushButton, "commandField")
    assert isinstance(field, QPushButton)
    app.window.resize(1440, 900)
    QTest.mouseClick(field, Qt.MouseButton.LeftButton)
    keys.type("flag as doubtful")
    assert palette_of(app).titles == ["Flag as doubtful"]
