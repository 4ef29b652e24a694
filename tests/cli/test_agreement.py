"""`annotator agreement`: the contract of its JSON, its tables, and what it refuses."""

import csv
import io
import json
import re
import shutil
from itertools import combinations
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner, Result

from annotator.agreement.disagreements import by_kind
from annotator.cli.agreement import add_commands
from annotator.core.decision import Draft, Kind
from annotator.project import measuring_report
from annotator.project.annotating import open_article, person
from annotator.project.creating import new_project
from annotator.project.workspace import Project
from tests.project.invented_team import NAMES, Team


def run(*arguments: object, code: int = 0) -> Result:
    group = click.Group()
    add_commands(group)
    result = CliRunner().invoke(group, ["agreement", *(str(argument) for argument in arguments)])
    assert result.exit_code == code, result.output
    return result


def told(*arguments: object) -> Any:  # noqa: ANN401
    return json.loads(run(*arguments, "--samples", 50, "--json").stdout)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with a pilot, a main round and a retest."""
    folder = tmp_path_factory.mktemp("team")
    with new_project(folder / "team.annot", title="三人") as project:
        team = Team(project, folder)
        team.write(10)
        team.read(round_name="pilot", sample=3)
        team.read()
        team.read([NAMES[0]], round_name="retest", blind=0, sample=4)
    return folder / "team.annot"


@pytest.fixture
def team(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(made, tmp_path / "team.annot"))


def test_the_json_is_what_the_contract_says(team: Path) -> None:
    report = told(team)
    assert report["people"] == list(NAMES)
    assert report["articles"] == 10
    assert report["policy"] == "unmarked_is_none"
    assert set(report["f1"]) == {"strict", "exact", "label", "partial"}
    assert set(report["candidates"]) == {"alpha", "cohen_kappa", "fleiss_kappa", "ac1"}
    figures = [*report["f1"].values(), *report["candidates"].values(), *report["k_u_alpha"].values()]
    figures += [report[name] for name in ("u_alpha", "bar_u_alpha", "cu_alpha", "alpha_u_1995", "gamma")]
    for figure in figures:
        assert {"value", "low", "high", "n"} <= set(figure)
        assert figure["value"] is not None or figure["why"]
    assert report["gamma"]["why"] == "not_asked"
    assert [(pair["a"], pair["b"]) for pair in report["pairs"]] == list(combinations(NAMES, 2))
    for label in report["labels"].values():
        assert set(label) >= {"f1", "u_alpha", "counts"}
    with Project.open(team, write=False) as project:
        kinds = by_kind(measuring_report.agreement(project).clusters)
    assert report["disagreements"] == {str(kind): len(rows) for kind, rows in kinds.items()}
    assert set(report["anchoring"]) == {"f1", "taken", "pull", "beyond", "seconds"}


def test_the_same_seed_gives_the_same_report_and_the_project_is_only_read(team: Path) -> None:
    before = team.read_bytes()
    assert told(team, "--seed", 5) == told(team, "--seed", 5)
    assert told(team, "--seed", 5)["f1"]["strict"]["low"] != told(team, "--seed", 6)["f1"]["strict"]["low"]
    assert team.read_bytes() == before


def test_every_option_narrows_what_is_measured(team: Path) -> None:
    assert told(team, "--by", "林晓，马宁")["people"] == ["林晓", "马宁"]
    assert set(told(team, "--label", "CADRE")["labels"]) == {"CADRE"}
    assert told(team, "--round", "pilot")["articles"] == 3
    assert told(team, "--as-of", "2025-12-31")["articles"] == 0
    assert told(team, "--condition", "blind")["candidates"]["alpha"]["why"] == "no_candidates"
    missing = told(team, "--policy", "missing")
    assert missing["policy"] == "missing"
    assert told(team, "--gamma", "--round", "pilot")["gamma"]["value"] is not None


def test_one_persons_rounds_are_compared_as_if_they_were_people(team: Path) -> None:
    report = told(team, "--retest", NAMES[0])
    assert set(report["people"]) == {"main", "pilot", "retest"}
    assert report["articles"] == 4
    assert {(pair["a"], pair["b"]): pair["articles"] for pair in report["pairs"]}["main", "pilot"] == 0


def test_what_nobody_shares_is_a_sentence_or_nulls_that_say_why(sample: Path, tmp_path: Path) -> None:
    study = Path(shutil.copy(sample, tmp_path / "study.annot"))
    with Project.open(study) as project:
        article = project.connection.execute("SELECT id FROM article LIMIT 1").fetchone()[0]
        one = open_article(project, person(project, "林晓"), article)
        project.ledger.append(one.assignment, [Draft(Kind.FINISH)], scheme_version=1)
    for options in ((), ("--latex",), ("--csv", tmp_path / "x.csv")):
        said = run(study, *options, code=1).stderr
        assert said == "annotator: No article was finished by two people, so there is nothing to compare. Finished: 林晓 1.\n"
    report = told(study)
    assert (report["articles"], report["f1"]["strict"]) == (
        0,
        {"value": None, "low": None, "high": None, "n": 0, "why": "no_common_articles"},
    )
    assert not (tmp_path / "x-people.csv").exists()


@pytest.mark.parametrize(
    ("options", "why", "code"),
    [
        (["--by", "nobody"], "Nobody called nobody has finished an article", 1),
        (["--round", "x"], "in a round called x", 1),
        (["--label", "x"], "There is no label x", 1),
        (["--as-of", "soon"], "soon is not a date", 1),
        (["--retest", "nobody"], "Nobody called nobody", 1),
        (["--retest", "林晓", "--by", "林晓"], "leave --by and --round out", 2),
        (["--policy", "x"], "Invalid value for '--policy'", 2),
    ],
)
def test_what_cannot_be_asked_is_refused_in_a_sentence(team: Path, options: list[str], why: str, code: int) -> None:
    assert why in run(team, *options, code=code).stderr


def test_the_terminal_gets_figures_with_intervals_tables_and_methods(team: Path) -> None:
    lines = run(team, "--samples", 50).stdout.splitlines()
    assert lines[0] == "10 articles finished by at least two of 何苗, 林晓, 马宁"
    assert any(re.fullmatch(r"F1 strict +0\.\d\d  \[0\.\d\d, 0\.\d\d\]  n = 10", line) for line in lines)
    assert "γ                     Not computed: it takes long and has to be asked for." in lines
    assert lines[-1].startswith("Agreement was computed on the 10 articles")


@pytest.mark.parametrize("language", ["en", "zh"])
def test_latex_is_balanced_and_says_how_figures_came_about(team: Path, language: str) -> None:
    out = run(team, "--latex", "--language", language, "--samples", 50, "--round", "main").stdout
    begun, ended = re.findall(r"\\begin\{(\w+)\}", out), re.findall(r"\\end\{(\w+)\}", out)
    assert begun == ["table", "tabular"] * 2
    assert ended == ["tabular", "table"] * 2
    for body in re.findall(r"\\begin\{tabular\}\{([lr]+)\}(.*?)\\end\{tabular\}", out, re.DOTALL):
        columns, text = body
        rows = [line for line in text.splitlines() if line.endswith(r"\\")]
        assert len(rows) > 3
        assert {len(re.findall(r"(?<!\\)&", row)) for row in rows} == {len(columns) - 1}
    assert ("轮次“main”" if language == "zh" else "round “main”") in out
    assert ("Krippendorff 等（2016）" if language == "zh" else "Krippendorff et al. (2016)") in out


def test_csv_gives_two_files_that_appear_together(team: Path, tmp_path: Path) -> None:
    run(team, "--csv", tmp_path / "figures.csv", "--samples", 50)
    texts = [(tmp_path / f"figures-{name}.csv").read_text(encoding="utf-8-sig") for name in ("people", "labels")]
    people, labels = (list(csv.DictReader(io.StringIO(text))) for text in texts)
    assert [row["Annotators"] for row in people] == ["何苗 – 林晓", "何苗 – 马宁", "林晓 – 马宁", "Mean of pairs"]
    assert float(people[0]["F1 strict low"]) <= float(people[0]["F1 strict"]) <= float(people[0]["F1 strict high"])
    assert labels[-1]["Label"] == "All"
    assert sum(int(row["Marks"]) for row in labels[:-1]) == int(labels[-1]["Marks"])
    assert not list(tmp_path.glob("*.new"))


def test_help_has_an_example() -> None:
    assert "annotator agreement county-press.annot" in run("--help").stdout
