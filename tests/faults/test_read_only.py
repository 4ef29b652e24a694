"""Folders and files that may not be written, from the beginning or from some moment on."""

import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, suppress
from pathlib import Path

import pytest

from annotator.core.errors import AnnotatorError, ProjectError
from annotator.project.backing_up import back_up
from annotator.project.checking import problems
from annotator.project.exporting import export
from annotator.project.handing_in import hand_in
from annotator.project.workspace import Project
from tests.faults.damage import made
from tests.faults.worked import work

Unprivileged = Callable[[], AbstractContextManager[None]]

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="permissions are POSIX")


@pytest.fixture(scope="module")
def worked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made(tmp_path_factory.mktemp("worked"), 20)


@pytest.fixture
def own(worked: Path, unprivileged: Unprivileged) -> Iterator[Path]:
    """A project of somebody who is not root, in a folder of theirs; pytest's own folders are closed to others."""
    data = worked.read_bytes()
    with unprivileged():
        folder = Path(tempfile.mkdtemp())
        (folder / "study.annot").write_bytes(data)
    yield folder / "study.annot"
    folder.chmod(0o700)
    shutil.rmtree(folder)


def is_all_there(path: Path, acknowledged: set[str]) -> bool:
    with Project.open(path) as project:
        assert problems(project) == []
        return acknowledged <= {row[0] for row in project.connection.execute("SELECT id FROM decision")}


def test_nothing_is_lost_when_the_folder_is_closed_while_people_decide(own: Path, unprivileged: Unprivileged) -> None:
    acknowledged: set[str] = set()
    # What is refused is said; what was acknowledged counts.
    with unprivileged(), suppress(ProjectError), Project.open(own) as project:
        acknowledged |= set(work(project, 3))
        own.parent.chmod(0o555)
        acknowledged |= set(work(project, 3, seed=5))
    assert len(acknowledged) >= 3
    own.parent.chmod(0o755)
    assert is_all_there(own, acknowledged)


def test_nothing_is_lost_when_the_file_is_closed_while_people_decide(own: Path, unprivileged: Unprivileged) -> None:
    acknowledged: set[str] = set()
    with unprivileged(), suppress(ProjectError), Project.open(own) as project:
        acknowledged |= set(work(project, 3))
        own.chmod(0o444)
        acknowledged |= set(work(project, 3, seed=5))
    own.chmod(0o644)
    assert len(acknowledged) >= 3
    assert is_all_there(own, acknowledged)


@pytest.mark.parametrize("write", [lambda p, out: export(p, out, "jsonl"), hand_in], ids=["export", "hand-in"])
def test_nothing_half_written_is_left_in_a_folder_that_may_not_be_written(
    own: Path, unprivileged: Unprivileged, write: Callable[[Project, Path], object]
) -> None:
    with tempfile.TemporaryDirectory() as name:
        other = Path(name)
        other.chmod(0o555)
        with unprivileged(), Project.open(own) as project, pytest.raises(AnnotatorError, match="cannot be written"):
            write(project, other / "out")
        assert list(other.iterdir()) == []
        other.chmod(0o755)


def test_a_backup_that_cannot_be_made_is_said_and_the_project_stays(own: Path, unprivileged: Unprivileged) -> None:
    with unprivileged(), Project.open(own) as project:
        acknowledged = set(work(project, 2))
        own.parent.chmod(0o555)
        with pytest.raises(ProjectError, match="cannot be written"):
            back_up(project, "merge")
        own.parent.chmod(0o755)
    assert is_all_there(own, acknowledged)
