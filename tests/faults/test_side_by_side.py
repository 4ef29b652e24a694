"""A window and the command line, or two command lines, at one project at once."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from annotator import places
from annotator.core.errors import ProjectError
from annotator.project.checking import problems
from annotator.project.merging import merge
from annotator.project.workspace import Project
from tests.faults.damage import made
from tests.faults.worked import work

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def worked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made(tmp_path_factory.mktemp("worked"), 20)


@pytest.fixture
def own(worked: Path, tmp_path: Path) -> Path:
    return Path(shutil.copyfile(worked, tmp_path / "study.annot"))


def command(*words: str | Path) -> list[str]:
    return [sys.executable, "-m", "annotator", *map(str, words)]


def run(*words: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command(*words), cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)


def decisions(project: Project) -> set[str]:
    return {row[0] for row in project.connection.execute("SELECT id FROM decision")}


def test_the_command_line_reads_what_the_window_has_decided_and_is_refused_writing(own: Path, tmp_path: Path) -> None:
    page = min(places.shipped("seeds", "pages").glob("*.txt"))
    with Project.open(own, who="甲") as window:
        acknowledged = set(work(window, 5))
        exported = run("export", own, tmp_path / "out.jsonl", "--layer", "ledger")
        assert exported.returncode == 0, exported.stderr
        refused = run("import", own, page)
        assert (refused.returncode, refused.stderr.count("\n")) == (1, 1)
        assert "甲" in refused.stderr
        # The window goes on as if nobody had asked.
        acknowledged |= set(work(window, 5, seed=8))
        assert run("check", own).returncode == 0
        assert acknowledged <= decisions(window)
        assert problems(window) == []
    text = (tmp_path / "out.jsonl").read_text(encoding="utf-8")
    assert all(name in text for name in sorted(acknowledged)[:-5])
    with Project.open(own) as again:
        assert acknowledged <= decisions(again)


def test_of_two_commands_that_write_at_once_one_is_refused_or_waits_and_nothing_is_lost(own: Path) -> None:
    with Project.open(own, write=False) as project:
        before = decisions(project)
    begun = [subprocess.Popen(command("suggest", own), cwd=ROOT, stderr=subprocess.PIPE, text=True, encoding="utf-8") for _ in range(2)]
    said = [each.communicate()[1] for each in begun]
    assert {each.returncode for each in begun} <= {0, 1}
    assert 0 in {each.returncode for each in begun}
    for each, sentence in zip(begun, said, strict=True):
        assert each.returncode == 0 or "is being written by" in sentence
    with Project.open(own) as project:
        assert decisions(project) == before
        assert problems(project) == []


def test_a_project_opened_again_beside_a_reader_keeps_its_log_and_its_locks(own: Path) -> None:
    # As when it is opened again while its closing backup is still copied.
    with Project.open(own, write=False) as reader:
        reader.connection.execute("SELECT count(*) FROM decision").fetchone()
        window = Project.open(own, who="甲")
    try:
        before = set(work(window, 3))
        # A process that comes and goes takes the log with it where it believes that it was the last one.
        assert run("status", own).returncode == 0
        assert own.with_name(own.name + "-wal").exists()
        acknowledged = before | set(work(window, 3, seed=8))
        exported = own.with_name("beside.jsonl")
        assert run("export", own, exported, "--layer", "ledger").returncode == 0
        text = exported.read_text(encoding="utf-8")
        assert all(name in text for name in acknowledged)
    finally:
        window.close()
    with Project.open(own) as again:
        assert acknowledged <= decisions(again)


def test_a_project_under_another_name_is_not_merged_into_itself(own: Path) -> None:
    other = own.with_name("other name.annot")
    other.hardlink_to(own)
    with Project.open(own, who="甲") as window:
        acknowledged = set(work(window, 3))
        with pytest.raises(ProjectError, match="is the project itself"):
            merge(window, [other])
        assert run("status", own).returncode == 0
        acknowledged |= set(work(window, 3, seed=8))
        assert own.with_name(own.name + "-wal").exists()
    with Project.open(own) as again:
        assert acknowledged <= decisions(again)


def test_a_process_that_only_reads_leaves_the_log_of_a_writer_that_has_lost_its_locks(own: Path) -> None:
    with Project.open(own, who="甲") as window:
        acknowledged = set(work(window, 3))
        # What anything in the window's process might do: to close the file drops SQLite's locks on it (POSIX).
        with own.open("rb") as file:
            file.read(1)
        assert run("status", own).returncode == 0
        assert own.with_name(own.name + "-wal").exists()
        refused = run("suggest", own)
        assert (refused.returncode, "甲" in refused.stderr) == (1, True)
        acknowledged |= set(work(window, 3, seed=8))
    with Project.open(own) as again:
        assert acknowledged <= decisions(again)
        assert problems(again) == []
