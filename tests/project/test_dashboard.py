"""The dashboard counts what the ledger holds, and a chart says the same in every form."""

import csv
import io
from pathlib import Path
from xml.etree import ElementTree as ET

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from annotator.core.errors import ExportError
from annotator.core.ids import annotator_id
from annotator.project.dashboard import Scope, Spread, figures, spread, wilson
from annotator.project.dashboard_charts import Bar, Bars, Chart, Dot, Dots, Line, Lines, Look, height_of
from annotator.project.dashboard_plots import draw, save
from annotator.project.dashboard_workbook import COLUMNS, write_workload
from annotator.project.handing_out import hand_out
from annotator.project.workspace import Project
from annotator.store import evidence, people
from tests.project.invented_team import NAMES, Team

LOOK = Look("#FDFCF9", "#24221E", "#6B675E", "#E4E0D6", ("Noto Sans CJK SC", "DejaVu Sans"))
BARS = Bars("labels", "各标签的标注", "标签", ("林晓", "=何苗"), (Bar("产业扶贫", "#8A6A00", (7, 2)), Bar("教育扶贫", "#3A1F8A", (3, 0))))
DOTS = Dots("sources", "Precision", "source", ("precision", "low", "high", "n"), (Dot("lexicon:雨露计划", 0.9, 0.7, 0.98, 20),), most=1)
LINES = Lines("days", "Marks by day", "day", (Line("甲", "#8A6A00", (("2026-01-01", 3), ("2026-01-03", 5))), Line("乙", "#3A1F8A", ())))


@pytest.fixture
def team(project: Project, tmp_path: Path) -> Team:
    made = Team(project, tmp_path)
    made.write(5)
    made.read()
    return made


def test_people_are_counted_as_the_status_counts_them(team: Team) -> None:
    counted = figures(team.project.path, Scope()).people
    status = people.progress(team.project.connection)
    assert [(p.name, p.open, p.finished, p.decisions, p.marks) for p in counted] == [
        (p.name, p.open, p.finished, p.decisions, p.marks) for p in status
    ]
    assert sum(p.marks for p in counted) > 0


def test_marks_by_label_add_up_to_the_marks_of_each_person(team: Team) -> None:
    found = figures(team.project.path, Scope())
    for person in found.people:
        assert sum(of.get(person.id, 0) for of in found.marks.values()) == person.marks
        assert sum(day.marks for day in person.days) == person.marks


def test_one_persons_figures_are_those_of_a_project_without_the_others(team: Team) -> None:
    all_of_them = figures(team.project.path, Scope())
    for name in NAMES:
        mine = figures(team.project.path, Scope((annotator_id(name),)))
        assert mine.people == tuple(p for p in all_of_them.people if p.name == name)
        assert mine.names == all_of_them.names
    parts = [figures(team.project.path, Scope((annotator_id(name),))).sources for name in NAMES]
    assert sum(source.decided for part in parts for source in part) == sum(s.decided for s in all_of_them.sources)


def test_sources_have_the_precision_that_the_evidence_gives_them(team: Team) -> None:
    tally = evidence.tally(team.project.connection)
    assert {s.name: (s.kept, s.decided) for s in figures(team.project.path, Scope()).sources} == tally


def test_a_round_is_counted_alone(team: Team) -> None:
    before = figures(team.project.path, Scope(round="main"))
    team.write(2)
    team.read(round_name="retest", sample=2)
    after = figures(team.project.path, Scope(round="main"))
    assert after.rounds == ("main", "retest")
    assert after.people == before.people
    assert figures(team.project.path, Scope(round="retest")).people != before.people


def test_a_task_file_shows_its_owner_alone(team: Team, tmp_path: Path) -> None:
    team.write(2)
    handed = hand_out(team.project, tmp_path / "out")
    found = figures(handed[0].path, Scope((annotator_id(handed[1].name),)))
    assert found.owner == annotator_id(handed[0].name)
    assert set(found.names) == {found.owner}
    assert {person.id for person in found.people} <= {found.owner}


def test_an_empty_project_has_no_figures_and_no_error(project: Project) -> None:
    found = figures(project.path, Scope())
    assert (found.people, found.marks, found.sources) == ((), {}, ())


@given(st.lists(st.integers(0, 200), min_size=1))
def test_quartiles_are_values_that_so_large_a_part_does_not_exceed(tenths: list[int]) -> None:
    times = sorted((value / 10, tenths.count(value)) for value in set(tenths))
    found = spread(times)
    assert found.n == len(tenths)
    for share, value in ((0.25, found.low), (0.5, found.median), (0.75, found.high)):
        at_most = sum(t / 10 <= value for t in tenths)
        below = sum(t / 10 < value for t in tenths)
        assert at_most >= share * len(tenths) > below or (below == 0 and at_most)
    assert spread([]) == Spread()


def test_the_interval_is_that_of_wilson() -> None:
    # Newcombe 1998, table I: 15 of 148.
    assert wilson(15, 148) == pytest.approx((0.0624, 0.1605), abs=5e-5)
    assert wilson(0, 0) == (0.0, 1.0)


@given(st.integers(1, 500).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_the_interval_holds_the_share(case: tuple[int, int]) -> None:
    low, high = wilson(*case)
    assert 0 <= low <= case[0] / case[1] + 1e-12
    assert case[0] / case[1] <= high + 1e-12
    assert high <= 1


@pytest.mark.parametrize("chart", [BARS, DOTS, LINES], ids=lambda chart: chart.name)
def test_a_chart_is_saved_with_ink_as_text_and_as_figures(chart: Chart, tmp_path: Path) -> None:
    for suffix in ("png", "svg", "csv"):
        save(chart, LOOK, tmp_path / f"chart.{suffix}")
    with Image.open(tmp_path / "chart.png") as picture:
        assert len(picture.convert("RGB").getcolors(1 << 24) or ()) > 8
        assert picture.width >= 2_000
    drawn = ET.fromstring((tmp_path / "chart.svg").read_text(encoding="utf-8"))  # noqa: S314 (we wrote it)
    words = [element.text for element in drawn.iter("{http://www.w3.org/2000/svg}text")]
    assert chart.title in words
    rows = list(csv.reader(io.StringIO((tmp_path / "chart.csv").read_text(encoding="utf-8-sig"))))
    header, table = chart.table()
    assert [[cell.removeprefix("'") for cell in row] for row in rows] == [list(map(str, row)) for row in (header, *table)]
    assert not list(tmp_path.glob("*.part"))


def test_what_a_spreadsheet_takes_for_a_formula_is_text_in_the_figures(tmp_path: Path) -> None:
    save(BARS, LOOK, tmp_path / "chart.csv")
    assert "'=何苗" in (tmp_path / "chart.csv").read_text(encoding="utf-8-sig")


def test_the_same_chart_gives_the_same_bytes(tmp_path: Path) -> None:
    for suffix in ("png", "svg"):
        for name in ("one", "two"):
            save(BARS, LOOK, tmp_path / f"{name}.{suffix}")
        assert (tmp_path / f"one.{suffix}").read_bytes() == (tmp_path / f"two.{suffix}").read_bytes()


def test_a_picture_for_the_screen_has_every_pixel_of_it() -> None:
    picture = draw(BARS, LOOK, 400, height_of(BARS), 1.5)
    assert (picture.width, picture.height) == (600, round(height_of(BARS) * 1.5))
    assert len(picture.data) == picture.width * picture.height * 4


def test_a_chart_without_rows_is_drawn_too() -> None:
    for chart in (Bars("b", "t", "w", ("s",), ()), Dots("d", "t", "w", ("a", "b", "c", "n"), ()), Lines("l", "t", "w", ())):
        assert draw(chart, LOOK, 300, 100).data


def test_another_ending_and_a_folder_that_is_not_there_are_refused_with_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="png"):
        save(BARS, LOOK, tmp_path / "chart.gif")
    with pytest.raises(ExportError, match="cannot be written"):
        save(BARS, LOOK, tmp_path / "nowhere" / "chart.csv")


def test_the_workload_sheet_has_a_row_for_each_person_and_no_formula(team: Team, tmp_path: Path) -> None:
    team.read(("=SUM(A1)",))
    counted = figures(team.project.path, Scope()).people
    write_workload(counted, tmp_path / "workload.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "workload.xlsx").active
    rows = list(sheet.iter_rows(values_only=True))
    assert rows[0] == COLUMNS
    assert [row[0] for row in rows[1:]] == ["'=SUM(A1)" if p.name.startswith("=") else p.name for p in counted]
    assert [row[2:6] for row in rows[1:]] == [(p.finished, p.open, p.decisions, p.marks) for p in counted]
    assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)
    spent = team.project.connection.execute("SELECT sum(seconds) FROM decision WHERE annotator = ?", (counted[-1].id,)).fetchone()[0]
    assert rows[-1][6] == pytest.approx(spent / 3600, abs=0.005)
