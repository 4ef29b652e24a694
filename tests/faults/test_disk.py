"""What disks do: they fill up, refuse, lose power; files are moved away, and work on them is interrupted."""

import gzip
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import pytest

from annotator.core.errors import AnnotatorError, ProjectBusy, ProjectError
from annotator.project.checking import problems
from annotator.project.exporting import export
from annotator.project.workspace import Project
from annotator.store import candidates
from annotator.store import file as project_file
from annotator.store.file import FORMAT, open_project
from tests.faults.damage import made
from tests.faults.power_cut import survive
from tests.faults.worked import one_step, work

FORMAT_1 = Path(__file__).parents[1] / "store" / "formats" / "format1.annot.gz"
Step = Callable[[], list[str]]

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="limits, and names of files that are open, are POSIX's")


@pytest.fixture(scope="module")
def worked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made(tmp_path_factory.mktemp("worked"), 30)


@pytest.fixture
def own(worked: Path, tmp_path: Path) -> Path:
    return Path(shutil.copyfile(worked, tmp_path / "study.annot"))


@contextmanager
def small_disk(folder: Path) -> Iterator[None]:
    """Mount a disk of three megabytes at `folder`; only who may mount can."""
    done = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", str(folder)], capture_output=True, check=False)
    if done.returncode:
        pytest.skip("no disk can be mounted here")
    try:
        yield
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


@contextmanager
def short_files(most: int) -> Iterator[None]:
    """Let no file of this process grow beyond `most` bytes."""
    import resource  # noqa: PLC0415 (Windows has none)

    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, before)


def steps(project: Project) -> Step:
    chance = random.Random(2)
    known = {article: found for article, found in candidates.each(project.connection) if found}
    return lambda: one_step(project, chance, known)


def decide_until_refused(project: Project) -> tuple[set[str], str]:
    """Decide until the disk is full; return what was acknowledged, and the sentence."""
    acknowledged: set[str] = set()
    step = steps(project)
    for _ in range(20_000):
        try:
            acknowledged |= set(step())
        except ProjectError as error:
            return acknowledged, str(error)
    raise AssertionError("the disk was never full")


def is_all_there(path: Path, acknowledged: set[str]) -> bool:
    with Project.open(path) as project:
        assert problems(project) == []
        return acknowledged <= {row[0] for row in project.connection.execute("SELECT id FROM decision")}


def test_a_full_disk_is_said_and_takes_nothing(worked: Path, tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    with small_disk(disk):
        path = Path(shutil.copyfile(worked, disk / "study.annot"))
        (disk / "filler").write_bytes(bytes(1_000_000))
        with Project.open(path) as project:
            acknowledged, sentence = decide_until_refused(project)
            with pytest.raises(AnnotatorError, match=r"cannot be written"):
                export(project, disk / "out.jsonl", "jsonl")
            assert problems(project) == []
        assert "disk is full" in sentence
        assert "Nothing of this step was stored" in sentence
        # The log stays for as long as there is no room to bring it into the file.
        assert {p.name for p in disk.iterdir()} <= {"filler", "study.annot", "study.annot-wal", "study.annot-shm", ".study.annot.lock"}
        (disk / "filler").unlink()
        assert acknowledged
        assert is_all_there(path, acknowledged)


def test_files_that_may_not_grow_are_said_and_take_nothing(own: Path) -> None:
    with Project.open(own) as project:
        with short_files(own.stat().st_size + 40_000):
            acknowledged, sentence = decide_until_refused(project)
        assert "cannot be written" in sentence
        # With room again the same window goes on.
        acknowledged |= set(steps(project)())
    assert acknowledged
    assert is_all_there(own, acknowledged)


def test_a_file_that_is_moved_while_it_is_open_takes_its_decisions_along_or_says_so(own: Path, tmp_path: Path) -> None:
    moved = tmp_path / "elsewhere" / "study.annot"
    moved.parent.mkdir()
    acknowledged: set[str] = set()
    with suppress(ProjectError), Project.open(own) as project:
        step = steps(project)
        acknowledged |= set(step())
        own.rename(moved)
        for _ in range(5):
            acknowledged |= set(step())
    for suffix in ("-wal", "-shm"):
        left = own.with_name(f"{own.name}{suffix}")
        if left.exists():
            left.rename(moved.with_name(left.name))
    assert is_all_there(moved, acknowledged)


def test_a_deleted_file_is_said_when_it_is_opened_again_and_a_copy_can_be_saved_before(own: Path, tmp_path: Path) -> None:
    with Project.open(own) as project:
        acknowledged = set(work(project, 5))
        own.unlink()
        project_file.save_copy(project.connection, tmp_path / "copy.annot")
    assert is_all_there(tmp_path / "copy.annot", acknowledged)
    with pytest.raises(ProjectError, match="There is no project at"):
        Project.open(own)


def test_a_second_writer_is_refused_and_reads(own: Path) -> None:
    with Project.open(own, who="甲") as project:
        with pytest.raises(ProjectBusy, match="甲"):
            Project.open(own)
        acknowledged = set(work(project, 3))
        with Project.open(own, write=False) as reader:
            assert acknowledged <= {row[0] for row in reader.connection.execute("SELECT id FROM decision")}
            with pytest.raises(sqlite3.OperationalError, match="readonly"):
                reader.connection.execute("DELETE FROM decision")


def test_every_acknowledged_decision_survives_a_power_cut(tmp_path: Path) -> None:
    told = survive(40, tmp_path)
    assert told.wrong == []
    assert 0 < told.in_the_file < told.cuts == 40


def _interrupting(at: int, count: list[int]) -> Callable[[], int]:
    def tick() -> int:
        count[0] += 1
        return int(count[0] == at)

    return tick


def test_a_migration_interrupted_anywhere_leaves_the_old_file_or_the_new(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    migrate = project_file._migrate
    at, count, every = [0], [0], 100

    def interrupted(connection: sqlite3.Connection) -> None:
        count[0] = 0
        connection.set_progress_handler(_interrupting(at[0], count), every)
        try:
            migrate(connection)
        finally:
            connection.set_progress_handler(None, 0)

    monkeypatch.setattr(project_file, "_migrate", interrupted)
    old = gzip.decompress(FORMAT_1.read_bytes())
    path = tmp_path / "study.annot"
    path.write_bytes(old)
    open_project(path).close()
    moments = count[0]
    assert moments > 20
    for at[0] in range(1, moments + 1, max(1, moments // 25)):
        path.write_bytes(old)
        with pytest.raises(ProjectError, match="interrupted"):
            open_project(path)
        with closing(sqlite3.connect(path)) as connection:
            assert connection.execute("PRAGMA user_version").fetchone() == (1,)
            assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    at[0] = 0
    with Project.open(path) as project:
        assert project.connection.execute("PRAGMA user_version").fetchone() == (FORMAT,)
        assert problems(project) == []
