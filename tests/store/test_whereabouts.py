"""A project on the network, or in a folder that is copied elsewhere, is known for what it is."""

from pathlib import Path, PureWindowsPath

import pytest

from annotator.store.whereabouts import Whereabouts, kind_of_disk, synchronised, whereabouts

MOUNTS = [
    "/dev/sda / ext4 rw 0 0",
    "proc /proc proc rw 0 0",
    "nas:/x /mnt/nas nfs4 rw 0 0",
    "//nas/y /mnt/two\\040words cifs rw 0 0",
    "broken",
]
# As macOS's `mount` writes them.
MOUNTS_OF_MACOS = [
    "/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)",
    "/dev/disk3s5 on /System/Volumes/Data (apfs, local, journaled, nobrowse, protect)",
    "//lin@nas._smb._tcp.local/study on /Volumes/study on nas (smbfs, nodev, nosuid, mounted by lin)",
    "https://dav.jianguoyun.com/dav/ on /Volumes/dav (webdav, nodev, noexec, nosuid, mounted by lin)",
]


def test_a_folder_of_this_machine_is_safe(tmp_path: Path) -> None:
    assert whereabouts(tmp_path / "study.annot") == Whereabouts()
    assert whereabouts(tmp_path / "study.annot").is_safe


@pytest.mark.parametrize(
    ("name", "program"),
    [
        ("OneDrive - 清溪县", "OneDrive"),
        ("Dropbox", "Dropbox"),
        ("我的坚果云", "坚果云"),
        ("BaiduSyncdisk", "百度网盘"),
        ("WPS云盘", "WPS"),
        ("天翼同步盘", "天翼同步盘"),
    ],
)
def test_a_folder_named_by_a_program_that_copies_is_synchronised(name: str, program: str, tmp_path: Path) -> None:
    found = whereabouts(tmp_path / name / "论文" / "study.annot")
    assert found == Whereabouts(program)
    assert not found.is_safe


@pytest.mark.parametrize(
    ("path", "program"),
    [
        ("C:/Users/lin/OneDrive/study.annot", "OneDrive"),
        ("C:/Users/lin/OneDrive - 某大学/课题/study.annot", "OneDrive"),
        ("C:/Users/lin/Dropbox (Lab)/study.annot", "Dropbox"),
        ("C:/Users/lin/iCloudDrive/study.annot", "iCloud"),
        ("D:/我的坚果云/study.annot", "坚果云"),
        ("D:/Nutstore/1/study.annot", "坚果云"),
        ("/Users/lin/Nutstore Files/study.annot", "坚果云"),
        ("/Users/lin/Library/Mobile Documents/com~apple~CloudDocs/study.annot", "iCloud"),
        ("/Users/lin/Library/CloudStorage/GoogleDrive-lin@example.org/study.annot", "Google Drive"),
        ("/Users/lin/Library/CloudStorage/Other-lin/study.annot", "CloudStorage"),
        ("D:/BaiduSyncdisk/study.annot", "百度网盘"),
        ("D:/BaiduNetdiskDownload/study.annot", ""),
        ("D:/studies/OneDriveless/study.annot", ""),
        ("D:/studies/dropbox.annot", ""),
    ],
)
def test_a_synchronised_folder_is_known_by_its_name(path: str, program: str) -> None:
    assert synchronised(PureWindowsPath(path)) == program


@pytest.mark.parametrize(("marker", "program"), [(".stfolder", "Syncthing"), (".dropbox.cache", "Dropbox")])
def test_a_folder_marked_by_a_program_that_copies_is_synchronised(marker: str, program: str, tmp_path: Path) -> None:
    (tmp_path / marker).mkdir()
    assert whereabouts(tmp_path / "a" / "study.annot") == Whereabouts(program)


@pytest.mark.parametrize("house", [".dropbox", ".nutstore"])
def test_where_a_program_keeps_house_nothing_is_synchronised(house: str, tmp_path: Path) -> None:
    (tmp_path / house).mkdir()
    assert whereabouts(tmp_path / "study.annot").is_safe


def test_a_folder_of_another_name_is_known_where_the_system_says_whose_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OneDriveCommercial", str(tmp_path / "work"))
    assert whereabouts(tmp_path / "work" / "study.annot").program == "OneDrive"
    assert whereabouts(tmp_path / "study.annot").is_safe


@pytest.mark.parametrize(
    ("folder", "kind"), [("/home/a", "ext4"), ("/mnt/nas/b", "nfs4"), ("/mnt/nasty", "ext4"), ("/mnt/two words/c", "cifs")]
)
def test_the_nearest_mount_tells_the_kind_of_disk(folder: str, kind: str) -> None:
    assert kind_of_disk(Path(folder), MOUNTS) == kind


@pytest.mark.parametrize(
    ("folder", "kind"),
    [("/Users/lin", "apfs"), ("/Volumes/study on nas/2019", "smbfs"), ("/Volumes/dav", "webdav"), ("/Volumes/x", "apfs")],
)
def test_the_list_of_disks_of_macos_is_read_too(folder: str, kind: str) -> None:
    assert kind_of_disk(Path(folder), MOUNTS_OF_MACOS) == kind
