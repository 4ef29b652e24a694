"""What the file system forbids is said in a sentence, and never mistaken for an older state of the project."""

import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from annotator.core.errors import ProjectError
from annotator.store.file import create_project, open_project, save_copy

Unprivileged = Callable[[], AbstractContextManager[None]]

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="permissions are POSIX")


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder that nobody may enter; pytest's own are closed to others."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        create_project(folder / "study.annot", "示例").close()
        (folder / ".study.annot.lock").unlink()
        yield folder
        folder.chmod(0o755)


def test_a_folder_that_cannot_be_written_can_be_read(unprivileged: Unprivileged, folder: Path) -> None:
    folder.chmod(0o555)
    with unprivileged():
        with open_project(folder / "study.annot", write=False) as file:
            assert file.setting("title") == "示例"
        with pytest.raises(ProjectError, match="cannot be written: Permission denied"):
            open_project(folder / "study.annot")
        with pytest.raises(ProjectError, match="cannot be written: Permission denied"):
            create_project(folder / "new.annot", "t")
    assert sorted(p.name for p in folder.iterdir()) == ["study.annot"]


def test_a_copy_into_a_folder_that_cannot_be_written_is_refused(unprivileged: Unprivileged, folder: Path) -> None:
    with tempfile.TemporaryDirectory() as other, open_project(folder / "study.annot") as file:
        Path(other).chmod(0o555)
        with unprivileged(), pytest.raises(ProjectError, match="cannot be written"):
            save_copy(file.connection, Path(other) / "copy.annot")
        Path(other).chmod(0o755)
        assert list(Path(other).iterdir()) == []


def test_a_file_that_cannot_be_written_is_not_opened_for_writing(unprivileged: Unprivileged, folder: Path) -> None:
    folder.chmod(0o777)
    (folder / "study.annot").chmod(0o444)
    with unprivileged():
        with pytest.raises(ProjectError, match="cannot be written"):
            open_project(folder / "study.annot")
        with open_project(folder / "study.annot", write=False) as file:
            assert file.setting("title") == "示例"


def test_a_file_that_cannot_be_read_is_not_opened(unprivileged: Unprivileged, folder: Path) -> None:
    folder.chmod(0o777)
    (folder / "study.annot").chmod(0)
    with unprivileged():
        for write in (True, False):
            with pytest.raises(ProjectError, match=r"cannot be (opened|written)"):
                open_project(folder / "study.annot", write=write)


def test_a_folder_that_cannot_be_entered_is_said(unprivileged: Unprivileged, folder: Path) -> None:
    folder.chmod(0o000)
    with unprivileged():
        for write in (True, False):
            with pytest.raises(ProjectError, match="cannot be opened: Permission denied"):
                open_project(folder / "study.annot", write=write)
    folder.chmod(0o755)


def test_a_log_that_cannot_be_read_is_not_passed_over(unprivileged: Unprivileged, folder: Path) -> None:
    """Without its log the file would show the state before the last decisions, and nobody would know."""
    crashed = folder / "crashed"
    crashed.mkdir()
    with open_project(folder / "study.annot") as file:
        file.set("title", "newer")
        for suffix in ("", "-wal"):
            shutil.copyfile(f"{file.path}{suffix}", crashed / f"study.annot{suffix}")
    crashed.chmod(0o555)
    with unprivileged(), pytest.raises(ProjectError, match="was not closed, and its folder cannot be written"):
        open_project(crashed / "study.annot", write=False)
    crashed.chmod(0o755)
    with open_project(crashed / "study.annot", write=False) as file:
        assert file.setting("title") == "newer"
