"""Find in the article, through the real window."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from annotator.app import App
from annotator.core.fold import Status
from annotator.session.desk import Desk
from annotator.ui.find_bar import FindBar

Open = Callable[..., App]
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


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


def bar_of(app: App) -> FindBar:
    return app.window.findChildren(FindBar)[0]


def write(words: str) -> None:
    """Write as an input method does; QTest has keys for Latin letters only."""
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    field.clear()
    field.insert(words)


def word_in(desk: Desk) -> str:
    """A word that stands more than once."""
    assert desk.article is not None
    return max(("扶贫", "群众", "村民"), key=desk.article.text.count)


def test_typing_finds_and_counts_and_steps_go_round(open_app: Open, project: Path, keys: Keys) -> None:
    app = open_app(project)
    desk = dense(app)
    word = word_in(desk)
    keys("f", modifier=CONTROL)
    write(word)
    bar = bar_of(app)
    first, _, of = bar.sentence.partition(" · ")[0].partition("/")
    assert int(of) > 1
    keys(Qt.Key.Key_Return)
    second = bar.sentence.partition("/")[0]
    assert int(second) == int(first) % int(of) + 1
    keys(Qt.Key.Key_Return, modifier=SHIFT)
    assert bar.sentence.startswith(f"{first}/")
    keys(Qt.Key.Key_F3)
    assert bar.sentence.startswith(f"{second}/")
    keys(Qt.Key.Key_F3, modifier=SHIFT)
    assert bar.sentence.startswith(f"{first}/")
    assert not desk.annotation.states


def test_letters_in_the_field_decide_nothing_and_escape_goes_back_to_the_article(open_app: Open, project: Path, keys: Keys) -> None:
    app = open_app(project)
    desk = dense(app)
    keys("f", modifier=CONTROL)
    keys.type("x 1sjkm")
    assert "0" not in bar_of(app).sentence.replace("not found", "")
    keys(Qt.Key.Key_Escape)
    assert app.views is not None
    assert QApplication.focusWidget() is app.views.reading
    assert not bar_of(app).isVisible()
    assert not desk.annotation.states


def test_a_label_key_marks_the_match_after_escape_and_after_tab(open_app: Open, project: Path, keys: Keys) -> None:
    app = open_app(project)
    desk = dense(app)
    for leaving in (Qt.Key.Key_Escape, Qt.Key.Key_Tab):
        keys("f", modifier=CONTROL)
        write("群众")
        assert desk.selection is not None
        start, end = desk.selection
        assert desk.article is not None
        assert desk.article.text[start:end].replace("\n", "") == "群众"
        keys(leaving)
        keys("q")
        added = desk.current
        assert added is not None
        assert (added.start, added.end, added.label, added.status) == (start, end, "ECOLOGY", Status.ADDED)
        keys("z", modifier=CONTROL)


def test_escape_in_the_article_closes_the_bar_too(open_app: Open, project: Path, keys: Keys) -> None:
    app = open_app(project)
    desk = dense(app)
    keys("f", modifier=CONTROL)
    write("群众")
    keys(Qt.Key.Key_Tab)
    assert app.views is not None
    assert QApplication.focusWidget() is app.views.reading
    keys(Qt.Key.Key_Escape)
    assert not bar_of(app).isVisible()
    assert desk.selection is None


def test_a_match_in_a_folded_repeat_is_counted_and_said(open_app: Open, project: Path, keys: Keys) -> None:
    app = open_app(project)
    desk = app.desk
    assert desk is not None
    for row in desk.rows():
        desk.open(row.id)
        if desk.opened is not None and desk.opened.repeats:
            break
    assert desk.opened is not None
    start, end = desk.opened.repeats[0]
    words = "".join(desk.opened.article.text[start:end].split())[-8:]
    keys("f", modifier=CONTROL)
    write(words)
    sentences = set()
    for _ in range(30):
        sentences.add(bar_of(app).sentence.partition(" · ")[2])
        keys(Qt.Key.Key_Return)
    assert len(sentences) > 1
    assert "" not in sentences


def test_nothing_found_is_said(open_app: Open, project: Path, keys: Keys) -> None:
    app = open_app(project)
    desk = dense(app)
    keys("f", modifier=CONTROL)
    write("此处绝无")
    assert bar_of(app).sentence
    assert "/" not in bar_of(app).sentence
    assert desk.selection is None


def test_the_bar_looks_again_in_the_next_article(open_app: Open, project: Path, keys: Keys) -> None:
    app = open_app(project)
    dense(app)
    keys("f", modifier=CONTROL)
    write("的")
    before = bar_of(app).sentence
    keys(Qt.Key.Key_Up, modifier=CONTROL)
    assert bar_of(app).sentence != before
