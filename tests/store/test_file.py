"""The project file: durable, one writer at a time, whole copies, and a sentence for whatever it is not."""

import os
import re
import shutil
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlite_utils import Database

from annotator.core.decision import Assignment, Draft, Kind
from annotator.core.errors import AnnotatorError, NewerProject, NotAProject, ProjectBusy, ProjectError
from annotator.store import file as project_file
from annotator.store import integrity
from annotator.store.file import APPLICATION_ID, FORMAT, ProjectFile, create_project, holder_of, open_beside, open_project, save_copy
from annotator.store.ledger import Ledger
from annotator.store.schema import migrations

ROOT = Path(project_file.__file__).parents[2]


def pragma(connection: sqlite3.Connection, name: str) -> object:
    return connection.execute(f"PRAGMA {name}").fetchone()[0]


def beside(path: Path) -> set[str]:
    return {p.name for p in path.parent.iterdir()}


def note(file: ProjectFile, assignment: Assignment, text: str) -> str:
    return Ledger(file.connection).append(assignment, [Draft(Kind.NOTE, value=text)], scheme_version=1).decisions[0].id


def notes(path: Path) -> list[str]:
    with open_project(path, write=False) as file:
        return [row[0] for row in file.connection.execute("SELECT value FROM decision ORDER BY id")]


@pytest.fixture
def closed(tmp_path: Path) -> Path:
    path = tmp_path / "study.annot"
    create_project(path, "示例").close()
    return path


# Durable


def test_a_decision_waits_for_the_disk(project: ProjectFile) -> None:
    connection = project.connection
    assert pragma(connection, "journal_mode") == "wal"
    assert pragma(connection, "synchronous") == 2
    assert pragma(connection, "fullfsync") == 1
    assert pragma(connection, "foreign_keys") == 1
    assert pragma(connection, "busy_timeout") == 5_000
    assert pragma(connection, "trusted_schema") == 0


def test_a_file_says_what_it_is_to_any_tool(project: ProjectFile) -> None:
    assert pragma(project.connection, "application_id") == APPLICATION_ID == int.from_bytes(b"Annt")
    assert pragma(project.connection, "user_version") == FORMAT
    assert project.path.read_bytes().startswith(b"SQLite format 3\x00")
    assert {t.name for t in Database(project.connection).tables} >= {
        *("project", "page", "file", "article", "candidate", "presentation", "decision", "mark", "annotator", "assignment"),
        *("scheme", "lexicon", "pattern", "programme"),
    }


def test_settings_are_kept(project: ProjectFile) -> None:
    assert project.setting("title") == "示例"
    assert project.setting("colour") is None
    project.set("colour", "red")
    project.set("colour", "green")
    assert project.setting("colour") == "green"
    assert re.fullmatch(r"[0-9a-f-]{36}", project.setting("id") or "")


def test_closing_brings_everything_into_the_one_file(project: ProjectFile, task: Callable[..., Assignment]) -> None:
    note(project, task(), "kept")
    project.close()
    project.close()
    assert beside(project.path) == {"study.annot", ".study.annot.lock"}
    copied = project.path.with_name("copied.annot")
    shutil.copyfile(project.path, copied)
    assert notes(copied) == ["kept"]


# Made and copied


def test_a_new_project_appears_complete_and_alone(tmp_path: Path) -> None:
    with create_project(tmp_path / "a.annot", "甲") as file:
        assert list(integrity.problems(file.connection)) == []
        assert not file.read_only
    assert beside(tmp_path / "a.annot") == {"a.annot", ".a.annot.lock"}
    with create_project(tmp_path / "b.annot", "乙") as other:
        assert other.setting("id") != open_and_read_id(tmp_path / "a.annot")


def open_and_read_id(path: Path) -> str | None:
    with open_project(path, write=False) as file:
        return file.setting("id")


def test_an_existing_file_is_never_overwritten(project: ProjectFile, tmp_path: Path) -> None:
    other = tmp_path / "letter.txt"
    other.write_text("亲爱的", encoding="utf-8")
    for taken in (other, project.path, tmp_path):
        with pytest.raises(ProjectError, match="exists already"):
            create_project(taken, "t")
        with pytest.raises(ProjectError, match="exists already"):
            save_copy(project.connection, taken)
    assert other.read_text(encoding="utf-8") == "亲爱的"
    assert not [name for name in beside(other) if name.endswith(".new")]


def test_the_rest_of_a_deleted_project_does_not_come_back_in_a_new_one(project: ProjectFile, task: Callable[..., Assignment]) -> None:
    note(project, task(), "of the deleted project")
    left = project.path.with_name("gone.annot-wal")
    shutil.copyfile(f"{project.path}-wal", left)
    gone = project.path.with_name("gone.annot")
    for make in (lambda: create_project(gone, "new"), lambda: save_copy(project.connection, gone)):
        with pytest.raises(ProjectError, match=r"gone\.annot-wal is left of a project that stood here"):
            make()
        assert not gone.exists()
    left.unlink()
    with create_project(gone, "new") as file:
        assert file.setting("title") == "new"


def test_the_remains_of_an_interrupted_creation_are_no_hindrance(tmp_path: Path) -> None:
    left = tmp_path / f".a.annot.{os.getpid()}.new"
    left.write_bytes(b"half a project")
    create_project(tmp_path / "a.annot", "t").close()
    assert beside(tmp_path / "a.annot") == {"a.annot", ".a.annot.lock"}


def test_a_creation_that_fails_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(_path: Path, _title: str) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(project_file, "_make", fails)
    with pytest.raises(ProjectError, match=r"a\.annot cannot be written: database or disk is full"):
        create_project(tmp_path / "a.annot", "t")
    assert list(tmp_path.iterdir()) == []


def test_a_disk_that_is_full_before_the_project_is_made_is_said_of_the_project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    migrate = project_file._migrate

    def on_a_small_disk(connection: sqlite3.Connection) -> None:
        connection.execute("PRAGMA max_page_count = 3")
        migrate(connection)

    monkeypatch.setattr(project_file, "_migrate", on_a_small_disk)
    with pytest.raises(ProjectError, match=r"/a\.annot cannot be written: database or disk is full"):
        create_project(tmp_path / "a.annot", "t")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("parent", ["no such folder", "letter.txt"])
def test_a_project_cannot_be_made_or_copied_where_there_is_no_folder(project: ProjectFile, tmp_path: Path, parent: str) -> None:
    (tmp_path / "letter.txt").write_text("x", encoding="utf-8")
    with pytest.raises(ProjectError, match=r"a\.annot cannot be written"):
        create_project(tmp_path / parent / "a.annot", "t")
    with pytest.raises(ProjectError, match=r"a\.annot cannot be written"):
        save_copy(project.connection, tmp_path / parent / "a.annot")


def test_a_copy_of_an_open_project_holds_what_only_its_log_holds(
    project: ProjectFile, task: Callable[..., Assignment], tmp_path: Path
) -> None:
    for i in range(50):
        note(project, task(), str(i))
    assert Path(f"{project.path}-wal").stat().st_size > 0
    save_copy(project.connection, tmp_path / "copy.annot")
    assert notes(tmp_path / "copy.annot") == [str(i) for i in range(50)]
    shutil.copyfile(project.path, tmp_path / "copied as a file.annot")
    assert notes(tmp_path / "copied as a file.annot") != [str(i) for i in range(50)]
    with open_project(tmp_path / "copy.annot") as copy:
        assert pragma(copy.connection, "user_version") == FORMAT
        assert pragma(copy.connection, "journal_mode") == "wal"
        assert copy.setting("id") == project.setting("id")
        assert list(integrity.problems(copy.connection)) == []


def test_a_project_opened_read_only_can_be_copied(project: ProjectFile, task: Callable[..., Assignment], tmp_path: Path) -> None:
    note(project, task(), "kept")
    with open_project(project.path, write=False) as reader:
        save_copy(reader.connection, tmp_path / "copy.annot")
    assert notes(tmp_path / "copy.annot") == ["kept"]


def test_a_copy_in_the_middle_of_a_transaction_is_refused(project: ProjectFile, tmp_path: Path) -> None:
    project.connection.execute("BEGIN")
    with pytest.raises(ProjectError, match="cannot VACUUM from within a transaction"):
        save_copy(project.connection, tmp_path / "copy.annot")
    project.connection.execute("ROLLBACK")
    assert not (tmp_path / "copy.annot").exists()


# What is no project, or not ours to open


def refused(path: Path, kind: type[AnnotatorError], says: str, *, write: bool) -> None:
    before = path.read_bytes() if path.is_file() else None
    around = beside(path)
    with pytest.raises(kind, match=says) as caught:
        open_project(path, write=write)
    assert str(path) in str(caught.value)
    if before is not None:
        assert path.read_bytes() == before
    if write:
        assert beside(path) == around


both_ways = pytest.mark.parametrize("write", [True, False])


@both_ways
def test_a_missing_file_and_a_folder_are_no_projects(tmp_path: Path, *, write: bool) -> None:
    (tmp_path / "folder.annot").mkdir()
    refused(tmp_path / "missing.annot", NotAProject, "There is no project at", write=write)
    refused(tmp_path / "folder.annot", NotAProject, "There is no project at", write=write)


@both_ways
@pytest.mark.parametrize("content", [b"", b"x", b"SQLite format 3\x00", b"{}" * 4_000, "第一书记".encode() * 1_000], ids=len)
def test_a_file_that_is_no_database_is_no_project_and_stays_untouched(tmp_path: Path, content: bytes, *, write: bool) -> None:
    path = tmp_path / "study.annot"
    path.write_bytes(content)
    refused(path, NotAProject, "is not a project of this program", write=write)


@both_ways
@pytest.mark.parametrize("application_id", [0, 1, 0x0F055112])
def test_a_database_of_another_program_is_no_project_and_stays_untouched(tmp_path: Path, application_id: int, *, write: bool) -> None:
    path = tmp_path / "browser history.annot"
    other = sqlite3.connect(path)
    other.execute("PRAGMA journal_mode = WAL")
    other.execute(f"PRAGMA application_id = {application_id}")
    other.execute("CREATE TABLE project (key, value)")
    other.close()
    refused(path, NotAProject, "is not a project of this program", write=write)


@both_ways
def test_a_newer_format_is_refused_with_both_versions_and_stays_untouched(closed: Path, *, write: bool) -> None:
    set_version(closed, FORMAT + 1)
    says = rf"newer version of this program \(format {FORMAT + 1}; this one reads up to {FORMAT}\)\. Update"
    refused(closed, NewerProject, says, write=write)


def test_a_newer_format_that_only_the_log_tells_of_is_refused_too(closed: Path, tmp_path: Path) -> None:
    newer = sqlite3.connect(closed)
    newer.execute(f"PRAGMA user_version = {FORMAT + 1}")
    newer.commit()
    crashed = tmp_path / "crashed"
    crashed.mkdir()
    for suffix in ("", "-wal"):
        shutil.copyfile(f"{closed}{suffix}", crashed / f"study.annot{suffix}")
    newer.close()
    with pytest.raises(NewerProject):
        open_project(crashed / "study.annot")


@both_ways
@pytest.mark.parametrize("damage", ["half", "garbage"])
def test_a_damaged_project_is_told_from_what_is_none(closed: Path, damage: str, *, write: bool) -> None:
    content = closed.read_bytes()
    closed.write_bytes(content[: len(content) // 2] if damage == "half" else content[:100] + b"\xff" * (len(content) - 100))
    refused(closed, ProjectError, "is damaged", write=write)
    with pytest.raises(ProjectError) as caught:
        open_project(closed, write=write)
    assert not isinstance(caught.value, NotAProject)


def test_what_another_program_left_in_its_log_is_not_touched(closed: Path, tmp_path: Path) -> None:
    """SQLite would bring the log into the file when it closes it."""
    other = sqlite3.connect(tmp_path / "other.db")
    other.execute("PRAGMA journal_mode = WAL")
    other.execute("CREATE TABLE bookmarks (url)")
    other.commit()
    newer = sqlite3.connect(closed)
    newer.execute(f"PRAGMA user_version = {FORMAT + 1}")
    newer.commit()
    newer.execute("PRAGMA wal_checkpoint")
    newer.execute("INSERT INTO project VALUES ('new', 'x')")
    newer.commit()
    crashed = tmp_path / "crashed"
    crashed.mkdir()
    for path, kind in ((tmp_path / "other.db", NotAProject), (closed, NewerProject)):
        for suffix in ("", "-wal"):
            shutil.copyfile(f"{path}{suffix}", crashed / f"{path.name}{suffix}")
        before = {p.name: p.read_bytes() for p in crashed.iterdir()}
        with pytest.raises(kind):
            open_project(crashed / path.name)
        assert {p.name: p.read_bytes() for p in crashed.iterdir() if p.suffix != ".lock"} == before
    other.close()
    newer.close()


# Older formats


def set_version(path: Path, version: int) -> None:
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA user_version = {version}")
    connection.commit()
    connection.close()


@pytest.fixture
def next_format(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[bool], None]]:
    """Make this a program of the next format, whose migration adds a column and fails where it is told to."""
    fails = [False]
    monkeypatch.setattr(project_file, "FORMAT", FORMAT + 1)

    @migrations(name="next_format_of_a_test")
    def migrate(db: Database) -> None:
        db.execute("ALTER TABLE page ADD COLUMN colour TEXT NOT NULL DEFAULT 'red'")
        if fails[0]:
            raise ZeroDivisionError

    def set_failing(failing: bool) -> None:  # noqa: FBT001
        fails[0] = failing

    yield set_failing
    migrations._migrations.pop()


def columns(path: Path, table: str) -> list[str]:
    connection = sqlite3.connect(path)
    names = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
    connection.close()
    return names


def version_of(path: Path) -> object:
    connection = sqlite3.connect(path)
    version = pragma(connection, "user_version")
    connection.close()
    return version


def test_an_older_format_is_backed_up_and_migrated(closed: Path, next_format: object) -> None:
    with open_project(closed) as file:
        assert pragma(file.connection, "user_version") == FORMAT + 1
        assert pragma(file.connection, "foreign_keys") == 1
        assert file.setting("title") == "示例"
        assert list(integrity.problems(file.connection)) == []
    assert "colour" in columns(closed, "page")
    backup = closed.with_name(f"study.format{FORMAT}.annot")
    assert version_of(backup) == FORMAT
    assert "colour" not in columns(backup, "page")
    open_project(closed).close()
    assert beside(closed) == {"study.annot", ".study.annot.lock", backup.name}


def test_a_migration_that_fails_leaves_the_old_file_and_can_be_tried_again(closed: Path, next_format: Callable[[bool], None]) -> None:
    next_format(True)
    for _ in range(2):
        with pytest.raises(ZeroDivisionError):
            open_project(closed)
        assert version_of(closed) == FORMAT
        assert "colour" not in columns(closed, "page")
    next_format(False)
    open_project(closed).close()
    assert version_of(closed) == FORMAT + 1
    backups = [f"study.format{FORMAT}.annot", f"study.format{FORMAT}-2.annot", f"study.format{FORMAT}-3.annot"]
    assert [version_of(closed.with_name(name)) for name in backups] == [FORMAT] * 3


def test_an_older_format_cannot_be_opened_read_only(closed: Path, next_format: object) -> None:
    with pytest.raises(ProjectError, match=r"is of an older format\. Open it once for writing"):
        open_project(closed, write=False)
    assert version_of(closed) == FORMAT


def test_a_file_whose_tables_are_older_than_any_format_gets_them(tmp_path: Path) -> None:
    path = tmp_path / "study.annot"
    before_all = sqlite3.connect(path)
    before_all.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    before_all.execute("CREATE TABLE keepsake (x)")
    before_all.commit()
    before_all.close()
    with open_project(path) as file:
        assert file.connection.execute("SELECT count(*) FROM decision").fetchone() == (0,)
        assert file.connection.execute("SELECT count(*) FROM keepsake").fetchone() == (0,)
    assert columns(tmp_path / "study.format0.annot", "decision") == []


# One writer


def test_a_second_writer_is_refused_with_the_name_of_the_first_and_a_reader_is_not(
    closed: Path, tmp_path: Path, task: Callable[..., Assignment]
) -> None:
    with open_project(closed, who="王芳") as first:
        with pytest.raises(ProjectBusy, match=r"is being written by 王芳\. Close it there first, or open it read-only"):
            open_project(closed, who="李强")
        assert holder_of(closed) == "王芳"
        first.set("written", "a moment ago")
        with open_project(closed, write=False) as second:
            assert (second.read_only, second.holder) == (True, "王芳")
            assert second.setting("written") == "a moment ago"
            with pytest.raises(sqlite3.OperationalError, match="readonly"):
                second.set("written", "by a reader")
    assert holder_of(closed) == ""
    open_project(closed, who="李强").close()


def test_another_name_of_the_same_file_is_the_same_project(closed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    link = tmp_path / "link.annot"
    link.symlink_to(closed)
    monkeypatch.chdir(tmp_path)
    with open_project(Path("study.annot")), pytest.raises(ProjectBusy):
        open_project(link)
    with open_project(link) as file:
        assert file.path == closed.resolve()


def test_a_project_that_is_being_made_is_not_made_twice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.annot"
    make = project_file._make

    def make_slowly(temporary: Path, title: str) -> None:
        with pytest.raises(ProjectBusy):
            create_project(path, "the second")
        make(temporary, title)

    monkeypatch.setattr(project_file, "_make", make_slowly)
    with create_project(path, "the first") as file:
        assert file.setting("title") == "the first"


@pytest.mark.parametrize("content", ["", "not json", "[]", "{}"])
def test_a_holder_that_cannot_be_read_is_another_window(closed: Path, content: str) -> None:
    with open_project(closed):
        closed.with_name(".study.annot.holder").write_text(content, encoding="utf-8")
        assert holder_of(closed) == ""
        with pytest.raises(ProjectBusy, match="another window"):
            open_project(closed)


def test_another_thread_writes_beside_the_window_and_neither_gives_up_the_lock(
    project: ProjectFile, task: Callable[..., Assignment]
) -> None:
    written: list[str] = []

    def job() -> None:
        with open_beside(project.path) as beside_window:
            assert not beside_window.read_only
            assert pragma(beside_window.connection, "synchronous") == 2
            written.extend(note(beside_window, task("bob"), f"job {i}") for i in range(40))

    thread = threading.Thread(target=job)
    thread.start()
    written.extend(note(project, task("alice"), f"window {i}") for i in range(40))
    thread.join()
    assert len(set(written)) == 80
    assert {row[0] for row in project.connection.execute("SELECT id FROM decision")} == set(written)
    assert list(integrity.problems(project.connection)) == []
    with pytest.raises(ProjectBusy):
        open_project(project.path)


def test_two_threads_at_one_assignment_never_write_behind_each_other(project: ProjectFile, task: Callable[..., Assignment]) -> None:
    """Each holds a ledger of its own while the clock stands still: what is written later has the greater id."""
    mine = Ledger(project.connection, now_ms=lambda: 1_000)
    barrier = threading.Barrier(2)

    def write(ledger: Ledger) -> None:
        barrier.wait()
        for i in range(40):
            ledger.append(task(), [Draft(Kind.FLAG, target=None, value=str(i) if i % 3 else None)], scheme_version=1)

    def job() -> None:
        with open_beside(project.path) as other:
            write(Ledger(other.connection, now_ms=lambda: 1_000))

    thread = threading.Thread(target=job)
    thread.start()
    write(mine)
    thread.join()
    assert len(list(mine.decisions(task().id))) == 80
    assert list(integrity.problems(project.connection)) == []


@contextmanager
def writer_elsewhere(path: Path) -> Iterator[subprocess.Popen[str]]:
    """A process that writes the project and then holds it until it is killed."""
    script = (
        "import sys; from pathlib import Path; from annotator.store.file import open_project\n"
        "file = open_project(Path(sys.argv[1]), who='elsewhere'); file.set('said', 'committed')\n"
        "print('open', flush=True); sys.stdin.read()"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", script, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )
    with process:
        assert process.stdout is not None
        assert process.stdout.readline() == "open\n"
        yield process
        process.kill()


def test_the_lock_dies_with_the_process_and_what_it_committed_stays(closed: Path) -> None:
    with writer_elsewhere(closed):
        with pytest.raises(ProjectBusy, match="is being written by elsewhere"):
            open_project(closed)
        with open_project(closed, write=False) as reader:
            assert reader.setting("said") == "committed"
            assert reader.holder == "elsewhere"
    assert Path(f"{closed}-wal").stat().st_size > 0
    with open_project(closed) as again:
        assert again.setting("said") == "committed"
        assert not again.read_only
        assert list(integrity.problems(again.connection)) == []


def test_reading_a_closed_project_leaves_one_file(tmp_path: Path) -> None:
    path = tmp_path / "x.annot"
    create_project(path, "x").close()
    with open_project(path, write=False) as project:
        assert project.setting("title") == "x"
        with pytest.raises(sqlite3.OperationalError):
            project.connection.execute("INSERT INTO project VALUES ('a', 'b')")
    assert [p.name for p in tmp_path.iterdir() if not p.name.startswith(".")] == ["x.annot"]
