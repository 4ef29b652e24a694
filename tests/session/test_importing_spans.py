"""What labels of files mean here, and the command that imports the same."""

import shlex
from dataclasses import replace
from pathlib import Path

import pytest

from annotator import places
from annotator.core.scheme import Scheme
from annotator.exchange.scheme_json import read_scheme
from annotator.project.importing_spans import FilePlan, SpanPlan
from annotator.project.sources import How, Source
from annotator.session.importing_spans import LEFT_OUT, Wish, command_line, meant, proposed, undecided


@pytest.fixture
def scheme() -> Scheme:
    return read_scheme(places.shipped("seeds", "scheme.json").read_text(encoding="utf-8"), "scheme.json")


@pytest.mark.parametrize(
    ("typed", "label"),
    [
        ("INDUSTRY", "INDUSTRY"),
        ("industry ", "INDUSTRY"),
        ("产业扶贫", "INDUSTRY"),
        ("产业", "INDUSTRY"),
        ("cyf", "INDUSTRY"),
        ("2", "INDUSTRY"),
        ("t", "MONITOR"),
        ("village", "CADRE"),
        ("帮扶", ("SOCIAL", "CADRE")),
        ("-", LEFT_OUT),
        ("－", LEFT_OUT),
        ("nothing like it", ()),
        ("  ", ()),
    ],
)
def test_a_label_is_meant_by_its_id_name_key_or_the_beginning_of_one(scheme: Scheme, typed: str, label: str | tuple[str, ...]) -> None:
    assert meant(scheme, typed) == label


def test_the_beginning_of_a_name_goes_before_what_stands_inside_of_another(scheme: Scheme) -> None:
    assert meant(scheme, "indu") == "INDUSTRY"
    assert meant(scheme, "fin") == "FINANCE"


def test_the_same_name_is_proposed_and_a_part_of_one_is_not(scheme: Scheme) -> None:
    assert proposed(scheme, "INDUSTRY") == "INDUSTRY"
    assert proposed(scheme, "产业扶贫") == "INDUSTRY"
    assert proposed(scheme, "industry") == "INDUSTRY"
    assert proposed(scheme, "产业") is None


def test_a_label_that_was_merged_is_proposed_as_what_it_is_now(scheme: Scheme) -> None:
    old = replace(scheme.labels[0], id="OLD", key="", is_retired=True)
    assert proposed(replace(scheme, retired=(old,), aliases={"OLD": "INDUSTRY"}), "OLD") == "INDUSTRY"


def planned(*names: str, unit: str | None = None) -> SpanPlan:
    files = [FilePlan(Source(Path("/study/in") / name, name, is_named=True), "doccano", labels={"产业": 2, "OTHER": 1}) for name in names]
    return SpanPlan(tuple(file.source.path for file in files), tuple(files), How(unit=unit))


def test_labels_without_a_choice_are_those_the_scheme_does_not_have(scheme: Scheme) -> None:
    assert undecided(planned("a.jsonl"), scheme, {}) == ["产业"]
    assert undecided(planned("a.jsonl"), scheme, {"产业": LEFT_OUT}) == []


def test_the_command_says_all_that_was_chosen() -> None:
    wish = Wish(format="doccano", by="林 晓", labels={"产业": "INDUSTRY", "OTHER": LEFT_OUT, "not there": "OTHER"})
    words = shlex.split(command_line(Path("/study/one study.annot"), planned("-a.jsonl", "b.jsonl", unit="utf-16"), wish))
    assert words[:5] == ["annotator", "import", "one study.annot", "in/-a.jsonl", "in/b.jsonl"]
    assert words[5:] == ["--format", "doccano", "--unit", "utf-16", "--by", "林 晓", "--labels", "产业=INDUSTRY", "--labels", "OTHER="]


def test_the_command_leaves_to_the_files_what_they_told_themselves() -> None:
    plan = planned("a.jsonl", "b.jsonl")
    told = replace(plan, files=(replace(plan.files[0], unit="utf-16"), plan.files[1]))
    assert "--unit" not in command_line(Path("/study/p.annot"), told, Wish())


def test_paths_are_said_from_the_folder_of_the_project() -> None:
    assert "'-a.jsonl'" not in command_line(Path("/study/in/p.annot"), planned("-a.jsonl"), Wish())
    assert "./-a.jsonl" in command_line(Path("/study/in/p.annot"), planned("-a.jsonl"), Wish())
    assert "/study/in/a.jsonl" in command_line(Path("/elsewhere/p.annot"), planned("a.jsonl"), Wish())


def test_a_label_that_the_command_line_cannot_say_leaves_it_empty() -> None:
    plan = planned("a.jsonl")
    odd = replace(plan, files=(replace(plan.files[0], labels={"a=b": 1}),))
    assert command_line(Path("/study/p.annot"), odd, Wish())
    assert command_line(Path("/study/p.annot"), odd, Wish(labels={"a=b": "OTHER"})) == ""


def test_only_what_is_left_out_changes_how_files_are_read() -> None:
    assert Wish(labels={"产业": "INDUSTRY"}).reading == Wish().reading
    assert Wish(labels={"产业": LEFT_OUT}).reading.labels == {"产业": LEFT_OUT}
    assert Wish(labels={"产业": "INDUSTRY"}, by="林晓").is_counted_as(Wish())
    assert not Wish(labels={"产业": LEFT_OUT}).is_counted_as(Wish())
    assert not Wish((Path("a.jsonl"),)).is_counted_as(Wish())
