"""A project on the network, or in a folder that is copied elsewhere, is known for what it is."""

from pathlib import Path

import pytest

from annotator.store.whereabouts import Whereabouts, kind_of_disk, whereabouts

MOUNTS = [
    "/dev/sda / ext4 rw 0 0",
    "proc /proc proc rw 0 0",
    "nas:/x /mnt/nas nfs4 rw 0 0",
    "//nas/y /mnt/two\\040words cifs rw 0 0",
    "broken",
]


def test_a_folder_of_this_machine_is_local(tmp_path: Path) -> None:
    assert whereabouts(tmp_path / "study.annot") is Whereabouts.LOCAL


@pytest.mark.parametrize("name", ["OneDrive - 清溪县", "Dropbox", "我的坚果云", "BaiduSyncdisk", "WPS云盘"])
def test_a_folder_named_by_a_program_that_copies_is_synchronised(name: str, tmp_path: Path) -> None:
    assert whereabouts(tmp_path / name / "论文" / "study.annot") is Whereabouts.SYNCHRONISED


def test_a_folder_marked_by_a_program_that_copies_is_synchronised(tmp_path: Path) -> None:
    (tmp_path / ".stfolder").mkdir()
    assert whereabouts(tmp_path / "a" / "study.annot") is Whereabouts.SYNCHRONISED


@pytest.mark.parametrize(
    ("folder", "kind"), [("/home/a", "ext4"), ("/mnt/nas/b", "nfs4"), ("/mnt/nasty", "ext4"), ("/mnt/two words/c", "cifs")]
)
def test_the_nearest_mount_tells_the_kind_of_disk(folder: str, kind: str) -> None:
    assert kind_of_disk(Path(folder), MOUNTS) == kind
