"""What is damaged comes back as far as it can be read, as a project that is sound; the damaged file stays as it is."""

import gzip
import json
import random
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from annotator.cli.recover import add_commands
from annotator.core.errors import NotAProject, ProjectBusy, ProjectError
from annotator.project.backing_up import back_up
from annotator.project.checking import problems
from annotator.project.merging import merge
from annotator.project.recovering import recover
from annotator.project.workspace import Project
from tests.faults.damage import WAYS, made, survive

FORMAT_1 = Path(__file__).parents[1] / "store" / "formats" / "format1.annot.gz"
TABLES = (
    "project",
    "page",
    "file",
    "article",
    "annotator",
    "candidate",
    "presentation",
    "decision",
    "mark",
    "scheme",
    "lexicon",
    "programme",
)


@pytest.fixture(scope="module")
def worked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made(tmp_path_factory.mktemp("worked"), 120)


@pytest.fixture
def own(worked: Path, tmp_path: Path) -> Path:
    return Path(shutil.copyfile(worked, tmp_path / "study.annot"))


def rows(path: Path, table: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return sorted(connection.execute(f"SELECT * FROM {table}"), key=repr)  # noqa: S608


def ids(path: Path) -> set[str]:
    return {str(row[0]) for row in rows(path, "decision")}


def test_a_sound_project_comes_back_whole(own: Path, tmp_path: Path) -> None:
    report = recover(own, tmp_path / "out.annot")
    assert {table: rows(tmp_path / "out.annot", table) for table in TABLES} == {table: rows(own, table) for table in TABLES}
    assert (report.problems, report.left_out, dict(report.refused), report.gaps, report.new_scheme) == ((), 0, {}, 0, False)
    assert report.expected == report.rows["decision"] == len(ids(own))


def test_whatever_is_damaged_the_rest_is_a_sound_project(worked: Path, tmp_path: Path) -> None:
    told = survive(2 * len(WAYS), worked, tmp_path)
    assert told.wrong == []
    assert told.refused.total() == 0
    assert told.back["first page"] == told.there["first page"] > 0
    assert told.back["header"] == told.there["header"] > 0
    assert told.back.total() > 0.6 * told.there.total()


def test_the_damaged_file_and_its_log_are_not_touched(own: Path, tmp_path: Path) -> None:
    crashed = tmp_path / "crashed"
    crashed.mkdir()
    with Project.open(own) as project:
        project.file.set("title", "only in the log")
        for suffix in ("", "-wal"):
            shutil.copyfile(f"{own}{suffix}", crashed / f"study.annot{suffix}")
    before = {path.name: path.read_bytes() for path in crashed.iterdir()}
    recover(crashed / "study.annot", tmp_path / "out.annot")
    assert {path.name: path.read_bytes() for path in crashed.iterdir()} == before
    with Project.open(tmp_path / "out.annot", write=False) as project:
        assert project.title == "only in the log"


def test_a_project_whose_log_is_gone_is_what_the_file_says(own: Path, tmp_path: Path) -> None:
    crashed = tmp_path / "crashed.annot"
    with Project.open(own) as project:
        project.connection.execute("DELETE FROM mark")
        shutil.copyfile(own, crashed)
    with Project.open(crashed) as project:
        assert problems(project) == []


def test_texts_that_are_lost_come_from_a_backup_and_its_decisions_by_merging_it(own: Path, tmp_path: Path) -> None:
    with Project.open(own) as project:
        backup = back_up(project, "merge")
    with closing(sqlite3.connect(own)) as connection:
        connection.execute("UPDATE page SET text = replace(text, '扶', '抚')")
        connection.execute("DELETE FROM decision WHERE id = (SELECT max(id) FROM decision)")
        connection.commit()
    report = recover(own, tmp_path / "out.annot")
    assert report.backups == (backup,)
    assert ids(tmp_path / "out.annot") == ids(own) < ids(backup)
    with Project.open(tmp_path / "out.annot") as project:
        merge(project, [backup])
        assert problems(project) == []
    assert ids(tmp_path / "out.annot") == ids(backup)


def test_decisions_whose_text_is_lost_are_written_beside(own: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(own)) as connection:
        connection.execute("UPDATE page SET text = replace(text, '扶', '抚') WHERE number = 2")
        connection.commit()
    report = recover(own, tmp_path / "out.annot")
    assert report.left_out_file is not None
    left = {json.loads(line)["id"] for line in report.left_out_file.read_text(encoding="utf-8").splitlines()}
    assert left | ids(tmp_path / "out.annot") == ids(own)
    assert len(left) == report.left_out > 0


def test_a_lost_scheme_is_replaced_and_said(own: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(own)) as connection:
        connection.execute("UPDATE scheme SET json = '{'")
        connection.commit()
    assert recover(own, tmp_path / "out.annot").new_scheme
    with Project.open(tmp_path / "out.annot", write=False) as project:
        assert project.scheme().labels


def test_a_damaged_file_of_the_first_format_comes_back_as_one_of_this(tmp_path: Path) -> None:
    old = tmp_path / "old.annot"
    data = bytearray(gzip.decompress(FORMAT_1.read_bytes()))
    data[4096 * 30 : 4096 * 31] = random.Random(5).randbytes(4096)
    old.write_bytes(data)
    report = recover(old, tmp_path / "out.annot")
    assert report.problems == ()
    assert report.rows["candidate"] > 200
    with Project.open(tmp_path / "out.annot") as project:
        assert problems(project) == []


def test_what_is_no_project_or_taken_or_open_is_refused(own: Path, tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("亲爱的" * 5_000, encoding="utf-8")
    with pytest.raises(ProjectError, match=r"Nothing of .*letter\.txt could be read"):
        recover(letter, tmp_path / "out.annot")
    with pytest.raises(NotAProject, match="There is no project at"):
        recover(tmp_path / "missing.annot", tmp_path / "out.annot")
    with pytest.raises(ProjectError, match="exists already"):
        recover(own, letter)
    with Project.open(own), pytest.raises(ProjectBusy):
        recover(own, tmp_path / "out.annot")
    assert not (tmp_path / "out.annot").exists()


def test_the_command_says_what_came_back(own: Path, tmp_path: Path) -> None:
    group = click.Group()
    add_commands(group)
    done = CliRunner().invoke(group, ["recover", str(own), str(tmp_path / "out.annot")])
    assert done.exit_code == 0, done.output
    assert f"The damaged file counted {len(ids(own))} decisions; {len(ids(own))} came back." in done.output
    again = CliRunner().invoke(group, ["recover", str(own), str(tmp_path / "out.annot")])
    assert (again.exit_code, again.output.count("\n")) == (1, 1)
    other = CliRunner().invoke(group, ["recover", str(own), str(tmp_path / "other.annot"), "--json"])
    assert json.loads(other.output)["rows"]["decision"] == len(ids(own))
