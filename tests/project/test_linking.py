"""The register is looked up by any spelling, and grows by names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.errors import InputError, ProjectError
from annotator.core.programme import Programme
from annotator.project import linking
from annotator.project.linking import Register, name_key
from annotator.project.workspace import Project

RAIN = Programme("yulu", "雨露计划", ("“雨露”工程", "雨露计划+"), "EDUCATION")
LOAN = Programme("xinxe", "扶贫小额信贷", (), "FINANCE")


@pytest.mark.parametrize("written", ["雨露计划", "“雨露”计划", "雨露\n\n计划", "《雨露计划》", " 雨露 计划 ", "雨露计划＋"])
def test_a_programme_is_found_however_its_name_is_written(written: str) -> None:
    assert Register.of([RAIN, LOAN]).called(written) == ("yulu",)


def test_an_official_name_comes_before_somebody_elses_alias() -> None:
    other = Programme("a", "甲计划", ("雨露计划",))
    assert Register.of([other, RAIN]).called("雨露计划") == ("yulu", "a")


def test_nothing_goes_by_no_name() -> None:
    assert Register.of([Programme("x", "“”")]).called("“”") == ()


@given(st.text(), st.sampled_from(["“", "”", "\n", " ", "\u3000", "「"]), st.integers(0, 20))
def test_quotation_marks_and_blanks_anywhere_change_no_name(name: str, mark: str, at: int) -> None:
    assert name_key(name[:at]) + name_key(name[at:]) == name_key(name[:at] + mark + name[at:])


def test_an_added_programme_is_in_the_register_under_an_id_that_its_name_gives(project: Project) -> None:
    made = linking.add_programme(project, "  千户 连心 工程", label="SOCIAL", origin="A0001")
    known = linking.register(project)
    assert known.programmes[made.id] == Programme(made.id, "千户 连心 工程", label="SOCIAL", origin="A0001")
    assert known.called("千户连心工程") == (made.id,)
    assert linking.add_programme(project, "“千户连心”工程") == made
    assert linking.name_of(project, made.id) == "千户 连心 工程"


def test_a_name_that_is_an_alias_adds_nothing(project: Project) -> None:
    before = linking.register(project)
    alias, (programme, *_) = next((name, ids) for name, ids in before.by_name.items() if name_key(before.programmes[ids[0]].name) != name)
    assert linking.add_programme(project, alias).id == programme
    assert linking.register(project) == before


def test_a_blank_name_is_refused(project: Project) -> None:
    with pytest.raises(InputError):
        linking.add_programme(project, " “” ")


def test_a_task_file_leaves_the_register_alone(project: Project) -> None:
    assert linking.may_add(project)
    project.file.set("role", "task")
    assert not linking.may_add(project)
    with pytest.raises(ProjectError):
        linking.add_programme(project, "千户连心工程")


def test_the_lexicon_names_programmes_for_its_terms(project: Project) -> None:
    assert linking.lexicon_programmes(project, ["没有的词", "脱贫攻坚", "脱贫攻坚战"]) == ["tuopin-gongjian"]


def test_a_programme_that_the_register_lost_is_called_by_its_id(project: Project) -> None:
    assert linking.name_of(project, "gone") == "gone"
