"""`python -m annotator` as a script sees it: exit codes, streams, encodings, and help."""

import json
import os
import shlex
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from annotator.cli import cli

Run = Callable[..., Result]


def _annotator(*arguments: object, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the command line as a process of its own, without a screen."""
    return subprocess.run(
        [sys.executable, "-m", "annotator", *map(str, arguments)],
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONIOENCODING": "utf-8", **environment},
        timeout=60,
        check=False,
    )


def test_success_is_0_and_says_nothing_on_standard_error(sample: Path) -> None:
    done = _annotator("status", sample, "--json")
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)["title"] == "示例课题 Sample project"


def test_what_cannot_be_done_is_1_with_one_sentence(tmp_path: Path) -> None:
    done = _annotator("status", tmp_path / "清溪.annot")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == f"annotator: There is no project at {tmp_path / '清溪.annot'}.\n"


def test_wrong_usage_is_2() -> None:
    done = _annotator("export")
    assert (done.returncode, done.stdout) == (2, "")
    assert "Missing argument 'PROJECT'" in done.stderr
    assert "Traceback" not in done.stderr


def test_an_encoding_without_chinese_gets_the_same_json(run: Run, tmp_path: Path) -> None:
    run("new", tmp_path / "study", "--title", "𠮷家沟扶贫报道")
    done = _annotator("status", tmp_path / "study.annot", "--json", PYTHONIOENCODING="cp1252")
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)["title"] == "𠮷家沟扶贫报道"


def test_an_encoding_without_chinese_ends_no_command(sample: Path) -> None:
    done = _annotator("status", sample, PYTHONIOENCODING="cp1252")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("\\u793a\\u4f8b\\u8bfe\\u9898 Sample project: 4 pages")


@pytest.mark.skipif(sys.platform != "linux", reason="file names are bytes on Linux only")
def test_arguments_that_are_no_text_are_no_traceback(tmp_path: Path) -> None:
    name = os.fsdecode(os.fsencode(tmp_path / "study") + b"\xff")
    missing = _annotator("status", name)
    assert missing.returncode == 1
    assert missing.stderr.count("\n") == 1
    titled = _annotator("new", tmp_path / "study", "--title", "\udcff")
    assert titled.returncode == 2
    assert "Traceback" not in titled.stderr
    assert list(tmp_path.iterdir()) == []


def test_the_window_is_not_loaded_by_commands_that_show_none(sample: Path) -> None:
    code = (
        "import sys; from click.testing import CliRunner; from annotator.cli import cli\n"
        f"assert CliRunner().invoke(cli, ['check', {str(sample)!r}]).exit_code == 0\n"
        "assert not [m for m in sys.modules if m.startswith(('PySide6', 'annotator.ui', 'annotator.session', 'sqlite_utils', 'jieba'))]"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=60)
    assert done.stderr == ""


def test_without_a_screen_the_window_says_so(run: Run, sample: Path) -> None:
    for command in ([], ["open"], ["open", sample], ["open", sample, "--as", "林晓"]):
        assert run(*command, code=1).stderr == "annotator: There is no screen here to open a window on.\n"


def test_help_lists_every_command_and_version_says_which_program(run: Run) -> None:
    said = run("--help").stdout
    assert all(f"  {name} " in said for name in cli.commands)
    assert run("--version").stdout.startswith("annotator, version ")
    assert run("-h").stdout == said


@pytest.mark.parametrize("name", sorted(cli.commands))
def test_every_command_has_help_with_an_example_that_it_understands(name: str) -> None:
    said = CliRunner().invoke(cli, [name, "--help"]).stdout
    _, _, example = said.partition("Example:\n")
    words = shlex.split(example.splitlines()[0])
    assert words[:2] == ["annotator", name]
    command = cli.commands[name]
    assert command.make_context(name, words[2:]).params
    assert all(parameter.help for parameter in command.params if isinstance(parameter, click.Option))
