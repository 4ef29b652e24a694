"""The page without a project, and the page of a new one."""
# ruff: noqa: DTZ001 (people read times as their own)

from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from annotator.core.fold import Status
from annotator.core.scheme import Scheme
from annotator.session.new_project import Wish, complaints, make, proposed
from annotator.session.recent import Recent, glance, listed, relocated
from annotator.ui.new_project import NewProjectPage
from annotator.ui.theme import load_theme
from annotator.ui.welcome import Welcome
from annotator.ui.welcome_legend import Mentions
from annotator.ui.welcome_rows import day_words

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
THERE = Recent(Path("/studies/qingxi.annot"), "清溪扶贫报道", is_gone=False, cloud="", changed=datetime(2026, 3, 4, 9, 5))
GONE = Recent(Path("/gone/longdong.annot"), "陇东农业新闻", is_gone=True, cloud="")
SHARED = Recent(Path("/OneDrive/qingling.annot"), "青岭晚报试标", is_gone=False, cloud="OneDrive")


@pytest.fixture
def page(qtbot: QtBot, scheme: Scheme) -> Welcome:
    made = Welcome(load_theme(is_dark=False, language="zh"), scheme, [THERE, SHARED, GONE], "林晓")
    shown(qtbot, made)
    return made


def shown(qtbot: QtBot, page: QWidget, width: int = 1440) -> None:
    """Show a page as large as a window shows it."""
    qtbot.addWidget(page)
    page.resize(width, 860)
    page.show()
    qtbot.waitUntil(page.isActiveWindow)
    page.setFocus()


def focused(page: QWidget) -> QWidget:
    widget = page.window().focusWidget()
    assert widget is not None
    return widget


def test_space_and_x_decide_in_the_headline_and_begin_anew_when_nothing_is_left(page: Welcome) -> None:
    assert page.legend.mentions.statuses == (Status.ACCEPTED, Status.OPEN, Status.OPEN)
    QTest.keyClick(focused(page), Qt.Key.Key_Space)
    QTest.keyClick(focused(page), Qt.Key.Key_X)
    assert page.legend.mentions.statuses == (Status.ACCEPTED, Status.ACCEPTED, Status.REJECTED)
    QTest.keyClick(focused(page), Qt.Key.Key_Space)
    assert page.legend.mentions == Mentions((Status.OPEN,) * 3, 0)


def test_the_headline_says_its_state_to_those_who_do_not_see_it(page: Welcome) -> None:
    before = page.legend.accessibleName()
    QTest.keyClick(focused(page), Qt.Key.Key_Space)
    assert page.legend.accessibleName() != before


def test_a_digit_opens_a_project_and_d_the_sample(page: Welcome, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.chosen) as chosen:
        QTest.keyClick(focused(page), Qt.Key.Key_2)
    assert chosen.args == [str(SHARED.path)]
    with qtbot.waitSignal(page.sample_asked):
        QTest.keyClick(focused(page), Qt.Key.Key_D)


def test_a_project_that_is_gone_is_asked_for_instead_of_opened(page: Welcome, qtbot: QtBot) -> None:
    opened: list[str] = []
    page.chosen.connect(opened.append)
    with qtbot.waitSignal(page.locate_asked) as asked:
        QTest.keyClick(focused(page), Qt.Key.Key_3)
    assert asked.args == [str(GONE.path)]
    page.recent[2].setFocus()
    with qtbot.waitSignal(page.forgotten) as forgotten:
        QTest.keyClick(focused(page), Qt.Key.Key_Delete)
    assert forgotten.args == [str(GONE.path)]
    assert not opened


def test_trouble_is_said_in_words_and_a_sound_project_has_none(page: Welcome) -> None:
    assert page.recent[0].trouble == ""
    assert "OneDrive" in page.recent[1].trouble
    assert page.recent[2].trouble
    assert all(row.trouble in row.accessibleName() for row in page.recent)


def test_arrows_reach_every_row_and_enter_chooses(page: Welcome, qtbot: QtBot) -> None:
    seen = [focused(page)]
    for _ in range(5):
        QTest.keyClick(focused(page), Qt.Key.Key_Down)
        seen.append(focused(page))
    assert set(seen) == {*page.offers, *page.recent}
    page.offers[1].setFocus()
    with qtbot.waitSignal(page.new_asked):
        QTest.keyClick(focused(page), Qt.Key.Key_Return)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("width", [760, 1440])
def test_nothing_of_the_headline_is_cut_off(qtbot: QtBot, scheme: Scheme, language: str, width: int) -> None:
    made = Welcome(load_theme(is_dark=True, language=language), scheme, [THERE], "林晓")
    shown(qtbot, made, width)
    picture = made.legend.grab().toImage()
    ground = picture.pixel(0, 0)
    edge = {picture.pixel(picture.width() - 1, y) for y in range(picture.height())}
    assert edge == {ground}


def test_figures_come_later_and_stay_in_their_rows(page: Welcome) -> None:
    page.show_recent([Recent(THERE.path, "另一个名字", is_gone=False, cloud="", finished=3, articles=9), SHARED, GONE])
    assert "3/9" in page.recent[0].accessibleName()
    assert page.recent[0].text() == "另一个名字"


def test_the_list_says_what_is_there_and_reads_figures_without_failing(sample: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.annot"
    broken.write_text("no project", encoding="utf-8")
    found = listed([str(sample), str(broken), str(tmp_path / "none.annot")])
    assert [one.is_gone for one in found] == [False, False, True]
    read = glance(found, "林晓")(lambda _done, _all: None)
    assert read[0].articles
    assert read[0].finished == 0
    assert [one.articles for one in read[1:]] == [None, None]


def test_a_project_that_was_found_again_takes_its_old_place() -> None:
    assert relocated(("a", "b", "c"), "b", "x") == ("a", "x", "c")
    assert relocated(("a", "b", "c"), "b", "a") == ("a", "c")


def test_days_are_said_as_people_say_them() -> None:
    now = datetime(2026, 11, 22, 8, 0)
    assert "21:18" in day_words(datetime(2026, 11, 22, 21, 18), "zh", now=now)
    assert day_words(datetime(2026, 6, 12), "zh", now=now) == "6月12日"
    assert day_words(datetime(2025, 6, 12), "en", now=now) == "12 Jun 2025"
    assert day_words(None, "zh") == ""


# A new project


@pytest.fixture
def form(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> NewProjectPage:
    monkeypatch.setenv("XDG_DOCUMENTS_DIR", str(tmp_path))
    made = NewProjectPage(load_theme(is_dark=False, language="zh"), "林晓", 16)
    shown(qtbot, made)
    return made


def test_the_file_is_called_after_the_title_until_somebody_calls_it_otherwise(form: NewProjectPage, tmp_path: Path) -> None:
    QTest.keyClicks(form.title, "Qingxi: 2019")
    assert Path(form.path.text()) == tmp_path / "Qingxi  2019.annot"
    form.path.clear()
    QTest.keyClicks(form.path, str(tmp_path / "mine"))
    QTest.keyClicks(form.title, "!")
    assert Path(form.path.text()) == tmp_path / "mine"


def test_enter_asks_for_the_project_and_esc_leaves(form: NewProjectPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(form.made) as made:
        QTest.keyClick(form.title, Qt.Key.Key_Return)
    wish = made.args[0]
    assert wish.person == "林晓"
    assert wish.scheme == ""
    with qtbot.waitSignal(form.left):
        QTest.keyClick(form.title, Qt.Key.Key_Escape)


def test_what_is_wrong_stands_under_its_field_and_the_first_one_gets_the_keyboard(form: NewProjectPage, tmp_path: Path) -> None:
    asked: list[object] = []
    form.made.connect(asked.append)
    form.path.setText(str(tmp_path / "nowhere" / "study.annot"))
    form.person.clear()
    form.own.setChecked(True)
    form.ask()
    assert not asked
    assert all(note.text() for note in form.notes.values())
    assert focused(form) is form.path
    form.path.setText(str(tmp_path / "study.annot"))
    form.person.setText("何苗")
    form.shipped.setChecked(True)
    form.ask()
    assert len(asked) == 1
    assert not any(note.text() for note in form.notes.values())


def test_a_synchronised_folder_is_a_caution_and_no_obstacle(form: NewProjectPage, tmp_path: Path) -> None:
    (tmp_path / "Dropbox").mkdir()
    form.path.setText(str(tmp_path / "Dropbox" / "study.annot"))
    assert form.check()
    assert "Dropbox" in form.notes["path"].text()


def test_a_scheme_that_cannot_be_read_is_refused_before_anything_is_made(tmp_path: Path) -> None:
    bad = tmp_path / "scheme.json"
    bad.write_text("{}", encoding="utf-8")
    wish = Wish(str(tmp_path / "study.annot"), "", str(bad), "林晓")
    assert set(complaints(wish)) == {"scheme"}
    assert not (tmp_path / "study.annot").exists()


def test_a_project_is_made_where_it_was_wished(tmp_path: Path) -> None:
    path = make(Wish(str(tmp_path / "study"), "清溪扶贫报道", "", "林晓"))
    assert path == tmp_path / "study.annot"
    assert listed([str(path)])[0].is_gone is False
    assert set(complaints(Wish(str(path), "", "", ""))) == {"path", "person"}
    assert set(complaints(Wish(str(tmp_path), "", "", "林晓"))) == {"path"}
    assert complaints(Wish("study.annot", "", "", "林晓")).keys() == {"path"}
    assert complaints(Wish("bad\0name", "", "", "林晓")).keys() == {"path"}
    assert proposed("study", tmp_path) == tmp_path / "study 2.annot"
