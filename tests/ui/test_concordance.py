"""The rows of the concordance, on values made here."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from annotator.core.scheme import Scheme
from annotator.project import annotating, concordance
from annotator.project.workspace import Project
from annotator.session.concordance import Sort
from annotator.session.concordance_search import Concordance
from annotator.ui.chip import Chip
from annotator.ui.concordance import ConcordancePage
from annotator.ui.concordance_rows import ConcordanceModel, columns
from annotator.ui.theme import load_theme


@pytest.fixture
def found(sample: Path, tmp_path: Path) -> Iterator[Concordance]:
    with Project.open(Path(shutil.copy(sample, tmp_path / "sample.annot"))) as project:
        concordance.catch_up(project)
        yield Concordance(project, annotating.person(project, "林晓"), lambda text, _: range(len(text) + 1))


@pytest.mark.parametrize("width", [760, 899, 900, 1440, 2880])
def test_columns_leave_room_for_the_words_at_every_width(width: int) -> None:
    words, state, title = columns(width)
    assert 44 < words < state - 100
    assert (title == 0) == (width < 900)
    assert state < width


def test_rows_grow_while_the_search_goes_on(found: Concordance, scheme: Scheme) -> None:
    model = ConcordanceModel(found, scheme, "zh")
    counts: list[int] = []
    model.rowsInserted.connect(lambda *_: counts.append(model.rowCount()))
    found.ask("扶贫")
    found.finish_searching()
    assert model.rowCount() == len(found.hits) > 0
    assert counts == sorted(counts)
    assert counts[-1] == len(found.hits)


def test_what_a_row_says_aloud_names_words_state_tick_and_place(found: Concordance, scheme: Scheme) -> None:
    model = ConcordanceModel(found, scheme, "zh")
    found.ask("产业扶贫")
    found.finish_searching()
    found.tick(found.shown[0])
    said = str(model.index(0).data(Qt.ItemDataRole.AccessibleTextRole))
    assert "产业扶贫" in said
    assert f"1/{len(found.hits)}" in said
    assert model.index(0).data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked


@pytest.mark.parametrize(("language", "dark"), [("zh", False), ("en", True)])
def test_the_page_is_painted_in_every_order(qtbot: QtBot, found: Concordance, scheme: Scheme, language: str, dark: bool) -> None:  # noqa: FBT001
    page = ConcordancePage(load_theme(is_dark=dark, language=language), scheme, found)
    qtbot.addWidget(page)
    page.resize(760, 400)
    found.ask("扶贫")
    found.finish_searching()
    pictures = set()
    for sort in Sort:
        found.sort_by(sort)
        pictures.add(bytes(page.grab().toImage().constBits()))
    assert len(pictures) == len(Sort)


def test_a_query_without_result_says_why(qtbot: QtBot, found: Concordance, scheme: Scheme) -> None:
    page = ConcordancePage(load_theme(is_dark=False, language="en"), scheme, found)
    qtbot.addWidget(page)
    said = set()
    for query in ("", "村", "根本没有这几个字"):
        found.ask(query)
        said.add(page._nothing.text())
    found.ask("扶贫")
    found.finish_searching()
    page.bar.state.chosen.emit("rejected")
    said.add(page._nothing.text())
    assert len(said) == 4


def test_a_chip_shows_what_is_chosen(qtbot: QtBot) -> None:
    chip = Chip(load_theme(is_dark=False, language="en"), "State", lambda: [("", "all"), ("open", "undecided")])
    qtbot.addWidget(chip)
    assert isinstance(chip, QToolButton)
    chip._menu.aboutToShow.emit()
    with qtbot.waitSignal(chip.chosen) as chosen:
        chip._menu.actions()[1].trigger()
    assert chosen.args == ["open"]
    assert "undecided" in chip.text()
