"""`annotator new`: an empty project, or nothing at all."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from annotator import places
from annotator.project.workspace import Project
from annotator.store import knowledge

Run = Callable[..., Result]
Refused = Callable[..., str]
Scheme = dict[str, Any]
SchemeFile = Callable[..., Path]


@pytest.fixture
def scheme() -> Scheme:
    """The shipped scheme with its first two labels alone."""
    data: Scheme = json.loads(places.shipped("seeds", "scheme.json").read_text(encoding="utf-8"))
    return {**data, "labels": data["labels"][:2]}


@pytest.fixture
def scheme_file(tmp_path: Path, scheme: Scheme) -> SchemeFile:
    """Return a function that writes the small scheme with changes to its fields."""

    def write(**changes: object) -> Path:
        path = tmp_path / "labels.json"
        path.write_text(json.dumps({**scheme, **changes}, ensure_ascii=False), encoding="utf-8")
        return path

    return write


def test_new_makes_an_empty_project_with_the_shipped_labels(run: Run, tmp_path: Path) -> None:
    said = run("new", tmp_path / "study.annot").stdout
    assert said == f"Made {tmp_path / 'study.annot'} with 16 labels.\n"
    status = json.loads(run("status", tmp_path / "study.annot", "--json").stdout)
    assert (status["title"], status["pages"], status["annotators"]) == ("study", 0, [])
    assert run("check", tmp_path / "study.annot").stdout.endswith("is sound.\n")


def test_new_gives_a_name_without_ending_one(run: Run, tmp_path: Path) -> None:
    run("new", tmp_path / "清溪")
    assert [p.name for p in tmp_path.iterdir() if not p.name.startswith(".")] == ["清溪.annot"]


def test_new_takes_a_title(run: Run, tmp_path: Path) -> None:
    run("new", tmp_path / "a", "--title", "清溪扶贫报道 2018–2020")
    assert json.loads(run("status", tmp_path / "a.annot", "--json").stdout)["title"] == "清溪扶贫报道 2018–2020"


def test_new_takes_a_scheme_and_the_seeds_that_fit_its_labels(run: Run, tmp_path: Path, scheme_file: SchemeFile) -> None:
    run("new", tmp_path / "a", "--scheme", scheme_file(overlap="forbid"))
    with Project.open(tmp_path / "a.annot", write=False) as project:
        labels = [label.id for label in project.scheme().labels]
        assert labels == ["CAMPAIGN", "INDUSTRY"]
        assert project.scheme().overlap == "forbid"
        assert {entry.label for entry in knowledge.lexicon(project.connection)} == set(labels)
        assert {rule["label"] for rule in knowledge.rules(project.connection, "pattern")} <= set(labels)


@pytest.mark.parametrize("name", ["study.annot", "study"])
def test_new_never_takes_the_place_of_another_file(refused: Refused, study: Path, name: str) -> None:
    before = study.read_bytes()
    assert refused("new", study.with_name(name), "--title", "other") == f"{study} exists already. Choose another name, or open it."
    assert study.read_bytes() == before


@pytest.mark.parametrize("name", [".", ".."])
def test_new_wants_the_name_of_a_file(refused: Refused, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.chdir(tmp_path)
    assert refused("new", name).startswith(f"{name} is a folder. Name the file too, for example ")
    assert list(tmp_path.iterdir()) == []


def test_new_makes_no_folders(refused: Refused, tmp_path: Path) -> None:
    assert refused("new", tmp_path / "studdy" / "a.annot") == f"There is no folder {tmp_path / 'studdy'}."
    assert list(tmp_path.iterdir()) == []


def test_new_says_when_a_name_is_too_long(refused: Refused, tmp_path: Path) -> None:
    assert refused("new", tmp_path / ("长" * 100)).endswith("cannot be made: File name too long.")
    assert list(tmp_path.iterdir()) == []


def _twice(scheme: Scheme, field: str) -> list[Scheme]:
    first, second = scheme["labels"]
    return [first, {**second, field: first[field]}]


def test_new_refuses_a_scheme_with_two_labels_of_one_name(
    refused: Refused, tmp_path: Path, scheme: Scheme, scheme_file: SchemeFile
) -> None:
    said = refused("new", tmp_path / "a", "--scheme", scheme_file(labels=_twice(scheme, "id")))
    assert said == "labels.json: Two labels are called CAMPAIGN. Ids must differ."
    assert [p.name for p in tmp_path.iterdir()] == ["labels.json"]


def test_new_refuses_a_scheme_with_two_labels_on_one_key(refused: Refused, tmp_path: Path, scheme: Scheme, scheme_file: SchemeFile) -> None:
    said = refused("new", tmp_path / "a", "--scheme", scheme_file(labels=_twice(scheme, "key")))
    assert said == f"labels.json: CAMPAIGN and INDUSTRY share the key {scheme['labels'][0]['key']}."


@pytest.mark.parametrize(("key", "what"), [("X", "belongs to a command"), ("e", "one digit or capital letter"), ("12", "one digit")])
def test_new_refuses_a_scheme_with_a_key_that_cannot_be_used(
    refused: Refused, tmp_path: Path, scheme: Scheme, scheme_file: SchemeFile, *, key: str, what: str
) -> None:
    first, second = scheme["labels"]
    said = refused("new", tmp_path / "a", "--scheme", scheme_file(labels=[first, {**second, "key": key}]))
    assert said.startswith("labels.json: The key ")
    assert "INDUSTRY" in said
    assert what in said


@pytest.mark.parametrize("colour", ["red", "#12345", "#1234567", "#GGGGGG", 7])
def test_new_refuses_a_scheme_with_a_wrong_colour(
    refused: Refused, tmp_path: Path, scheme: Scheme, scheme_file: SchemeFile, colour: object
) -> None:
    scheme["labels"][1]["colour"]["dark"]["ink"] = colour
    said = refused("new", tmp_path / "a", "--scheme", scheme_file(labels=scheme["labels"]))
    assert said.startswith("labels.json: labels.1.colour.dark.ink: ")
    assert [p.name for p in tmp_path.iterdir()] == ["labels.json"]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "labels.json, line 1: not valid JSON (Expecting value)."),
        (b'{"id": "a",\n "id"}', "labels.json, line 2: not valid JSON (Expecting ':' delimiter)."),
        (b"[]", "labels.json: the file: "),
        (b"{}", "labels.json: id: Field required."),
        (b'{"version": ' + b"1" * 5000 + b"}", "labels.json: no scheme is built like this ("),
        (b"[" * 100_000, "labels.json: no scheme is built like this ("),
        ("标签".encode("gb18030"), "{folder}/labels.json is not UTF-8 (byte 0)."),
    ],
    ids=["empty", "no JSON", "a list", "no field", "a huge number", "deep", "GBK"],
)
def test_new_says_what_is_wrong_with_a_scheme_file(refused: Refused, tmp_path: Path, content: bytes, said: str) -> None:
    (tmp_path / "labels.json").write_bytes(content)
    assert refused("new", tmp_path / "a", "--scheme", tmp_path / "labels.json").startswith(said.replace("{folder}", str(tmp_path)))
    assert [p.name for p in tmp_path.iterdir()] == ["labels.json"]


def test_new_refuses_a_version_that_sqlite_cannot_hold(refused: Refused, tmp_path: Path, scheme_file: SchemeFile) -> None:
    assert refused("new", tmp_path / "a", "--scheme", scheme_file(version=10**30)).startswith("labels.json: version: ")


def test_new_says_when_the_scheme_file_is_missing(refused: Refused, tmp_path: Path) -> None:
    assert refused("new", tmp_path / "a", "--scheme", tmp_path / "no.json").endswith("no.json cannot be read: No such file or directory.")
    assert list(tmp_path.iterdir()) == []


def test_who_makes_or_fills_a_project_where_a_program_copies_it_is_warned_once_and_who_reads_it_is_not(run: Run, tmp_path: Path) -> None:
    (tmp_path / "Dropbox").mkdir()
    (tmp_path / "page.txt").write_text("产业扶贫\n\n本报讯 石桥村办起扶贫车间。\n", encoding="utf-8")
    study = tmp_path / "Dropbox" / "study.annot"
    for command in (("new", study), ("import", study, tmp_path / "page.txt"), ("suggest", study)):
        said = run(*command).stderr
        assert said.startswith(f"warning: {study} is in a folder that Dropbox synchronises")
        assert said.count("warning") == 1
    assert run("status", study).stderr == ""
