"""What a lead types into the form, what it would give out, and which files are the team's own."""

import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.project.assigning import assign
from annotator.project.creating import new_project
from annotator.project.handing_in import hand_in
from annotator.project.handing_out import hand_out
from annotator.project.teamwork import draft, members, pilot, rounds_given
from annotator.project.workspace import Project
from annotator.session.teaming import Form, FormError, Order, order_of, returns

NAMES = ("何苗", "林晓", "马宁")


@pytest.fixture
def demo(sample: Path, tmp_path: Path) -> Project:
    return Project.open(Path(shutil.copy(sample, tmp_path / "demo.annot")))


def everything(project: Project) -> list[str]:
    return list(project.connection.iterdump())


def test_an_empty_form_is_the_usual_order_for_nobody() -> None:
    assert order_of(Form()) == Order(())


def test_names_are_told_apart_by_commas_of_every_width() -> None:
    assert order_of(Form(names=" 林晓，马宁、 何苗,,")).names == ("林晓", "马宁", "何苗")


def test_two_read_what_several_read_once_there_is_an_overlap() -> None:
    assert order_of(Form(overlap="20%")).per_article == 2
    assert order_of(Form(overlap="20%", per_article="3")).per_article == 3


@given(percent=st.integers(0, 100))
def test_a_share_may_be_written_as_a_fraction_or_in_per_cent(percent: int) -> None:
    fraction = order_of(Form(overlap=str(percent / 100), blind=str(percent / 100)))
    assert order_of(Form(overlap=f"{percent}%", blind=f" {percent}％ ")) == fraction


def test_a_sample_is_a_number_from_one_on_and_a_share_below() -> None:
    assert order_of(Form(sample="50")).sample == 50
    assert order_of(Form(sample="20%")).sample == 0.2
    assert order_of(Form(sample="1")).sample == 1
    assert order_of(Form(sample="100%")).sample is None, "all of it, not one article"


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("per_article", "two"),
        ("overlap", "120%"),
        ("overlap", "-1"),
        ("blind", "nan"),
        ("sample", "0"),
        ("sample", "inf"),
        ("seed", "1.5"),
    ],
)
def test_what_makes_no_sense_is_said_of_its_field(field: str, text: str) -> None:
    with pytest.raises(FormError, match=text) as raised:
        order_of(Form(**{field: text}))
    assert raised.value.field == field


def test_a_draft_is_what_is_given_out_afterwards_and_stores_nothing(demo: Project) -> None:
    before = everything(demo)
    drafted = draft(demo, NAMES, per_article=2, overlap=0.5, blind=0.3, seed=4)
    assert everything(demo) == before
    assert drafted.new > 0
    assert assign(demo, NAMES, per_article=2, overlap=0.5, blind=0.3, seed=4) == drafted
    demo.close()


def test_members_are_those_with_work_and_say_how_far_it_is(demo: Project, tmp_path: Path) -> None:
    assert members(demo) == ()
    report = assign(demo, NAMES, per_article=2, blind=0.3)
    assert rounds_given(demo) == ("main",)
    found = members(demo)
    assert [(m.name, m.given, m.blind) for m in found] == [(s.name, s.articles, s.blind) for s in report.shares]
    assert {m.went_out for m in found} == {None}
    hand_out(demo, tmp_path / "out", to=("林晓",))
    assert [m.name for m in members(demo) if m.went_out] == ["林晓"]
    demo.close()


def test_without_a_finished_pilot_nothing_is_to_be_expected(demo: Project) -> None:
    assign(demo, NAMES, per_article=3, round_name="pilot")
    assert pilot(demo) is None
    demo.close()


def test_of_files_only_those_of_this_study_come_back(demo: Project, tmp_path: Path) -> None:
    assign(demo, NAMES[:2])
    task, other = (one.path for one in hand_out(demo, tmp_path / "out"))
    with Project.open(task) as opened:
        hand_in(opened, tmp_path / "back.annot")
        assert returns(opened, [other, demo.path]) == [], "in a task nobody else's work is taken"
        (update,) = (one.path for one in hand_out(demo, tmp_path / "updates", update=True, to=NAMES[:1]))
        assert returns(opened, [update]) == [update]
    new_project(tmp_path / "strange.annot").close()
    (tmp_path / "text.annot").write_text("no database")
    paths = [tmp_path / name for name in ("back.annot", "strange.annot", "text.annot", "missing.annot")]
    assert returns(demo, [*paths, demo.path, task]) == [tmp_path / "back.annot", task]
    demo.close()
