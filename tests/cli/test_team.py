"""The team's commands from end to end: assign, hand out, hand in, merge."""

import json
import shutil
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner, Result

from annotator.cli.team import add_commands
from annotator.core.decision import Draft, Kind
from annotator.project.checking import problems
from annotator.project.workspace import Project
from annotator.store import people, tasks


def run(*arguments: object, code: int = 0) -> Result:
    group = click.Group()
    add_commands(group)
    result = CliRunner().invoke(group, [str(argument) for argument in arguments])
    assert result.exit_code == code, result.output
    return result


def told(*arguments: object) -> Any:  # noqa: ANN401
    return json.loads(run(*arguments, "--json").stdout)


@pytest.fixture
def study(sample: Path, tmp_path: Path) -> Path:
    """The sample project alone in its folder."""
    return Path(shutil.copy(sample, tmp_path / "study.annot"))


def test_work_goes_out_and_comes_back(study: Path, tmp_path: Path) -> None:
    given = told("assign", study, "--to", "林晓，bob", "--overlap", "0.5", "--blind", "0.3", "--seed", "4")
    assert {share["name"] for share in given["shares"]} == {"林晓", "bob"}
    assert set(given["cells"]) == {"blind/blind", "shown/blind", "shown/shown"}
    out = told("hand-out", study, tmp_path / "out")
    assert [(one["name"], Path(one["path"]).name) for one in out] == [("bob", "study-bob.annot"), ("林晓", "study-林晓.annot")]
    for one in out:
        with Project.open(Path(one["path"])) as task:
            (person,) = people.names(task.connection)
            for given_task in tasks.of_person(task.connection, person)[:2]:
                task.ledger.append(given_task.assignment, [Draft(Kind.FINISH)], scheme_version=1)
        sealed = told("hand-in", one["path"], tmp_path / f"{one['name']}.annot")
        assert (sealed["names"], sealed["decisions"], sealed["finished"]) == ([one["name"]], 2, 2)
    files = [tmp_path / "林晓.annot", tmp_path / "bob.annot"]
    report = told("merge", study, *files)
    assert [(r["name"], r["decisions"], r["known"], r["finished"], r["notes"]) for r in report["receipts"]] == [
        ("bob", 2, 0, 2, []),
        ("林晓", 2, 0, 2, []),
    ]
    assert Path(report["backup"]).exists()
    assert "林晓: 0 new decisions, 2 known; 0 articles newly finished, 2 in all." in run("merge", study, files[0]).stdout
    with Project.open(study) as project:
        assert problems(project) == []


def test_a_file_that_is_not_taken_is_an_error_after_the_others(study: Path, tmp_path: Path) -> None:
    run("assign", study, "--to", "bob")
    run("hand-out", study, tmp_path / "out")
    result = run("merge", study, tmp_path / "out" / "study-bob.annot", tmp_path / "missing.annot", code=1)
    assert "bob: 0 new decisions" in result.stdout
    assert result.stderr == f"annotator: 1 files were not taken: There is no file {tmp_path / 'missing.annot'}.\n"


def test_what_cannot_be_done_is_one_sentence(study: Path, tmp_path: Path) -> None:
    assert "cannot each read" in run("assign", study, "--to", "bob", "--per-article", "2", code=1).stderr
    assert "Nothing was given out" in run("hand-out", study, tmp_path / "out", code=1).stderr
    assert "There is no project" in run("hand-in", tmp_path / "none.annot", tmp_path / "x.annot", code=1).stderr
    assert "Missing option '--to'" in run("assign", study, code=2).stderr


@pytest.mark.parametrize("command", ["assign", "hand-out", "hand-in", "merge"])
def test_every_command_has_help_with_an_example(command: str) -> None:
    assert f"annotator {command} county-press" in run(command, "--help").stdout
