"""The command line in this process, and projects to try it on."""

import json
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from annotator.cli import cli

Run = Callable[..., Result]
Refused = Callable[..., str]

PAGE = "山村新貌\n\n本报讯 石桥村办起扶贫车间,𠮷家沟的低保户也来上班。产业扶贫见了成效。\n"


@pytest.fixture
def study(empty_project: Path, tmp_path: Path) -> Path:
    """An empty project alone in its folder."""
    return Path(shutil.copy(empty_project, tmp_path / "study.annot"))


@pytest.fixture
def demo(sample: Path, tmp_path: Path) -> Path:
    """The sample project, to be written."""
    return Path(shutil.copy(sample, tmp_path / "demo.annot"))


@pytest.fixture
def run() -> Run:
    """Return a function that runs a command, which must succeed, or end with the exit code `code`."""

    def invoke(*arguments: object, code: int = 0) -> Result:
        result = CliRunner().invoke(cli, [str(argument) for argument in arguments])
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        assert result.exit_code == code, result.output
        return result

    return invoke


@pytest.fixture
def refused(run: Run) -> Refused:
    """Return a function that runs a command, which must fail with one sentence; it returns the sentence."""

    def invoke(*arguments: object) -> str:
        said = run(*arguments, code=1).stderr
        assert said.startswith("annotator: ")
        assert said.count("\n") == 1
        assert said.endswith("\n")
        return said.removeprefix("annotator: ").rstrip("\n")

    return invoke


@pytest.fixture
def exported(run: Run, tmp_path: Path) -> Callable[..., list[dict[str, Any]]]:
    """Return a function that exports a project with options, and reads the lines."""

    def export(project: Path, *options: object) -> list[dict[str, Any]]:
        out = tmp_path / "exported.jsonl"
        run("export", project, out, *options)
        lines = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
        out.unlink()
        return lines

    return export


@pytest.fixture
def jsonl(tmp_path: Path) -> Callable[..., Path]:
    """Return a function that writes values as the lines of a file."""

    def write(name: str, *lines: object) -> Path:
        path = tmp_path / name
        path.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), encoding="utf-8", newline="\n")
        return path

    return write


@pytest.fixture
def spans_of() -> Callable[[str, Sequence[tuple[str, str]]], list[dict[str, object]]]:
    """Return a function that makes spans of the first places where surfaces stand in a text."""

    def make(text: str, wanted: Sequence[tuple[str, str]]) -> list[dict[str, object]]:
        return [
            {"start": text.index(surface), "end": text.index(surface) + len(surface), "label": label, "text": surface}
            for surface, label in wanted
        ]

    return make
