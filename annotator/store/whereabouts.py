"""Where a project lies: on a disk of this machine, on the network, or in a folder that a program copies elsewhere.

SQLite's log and its locks need a disk of this machine (sqlite.org/wal.html, “All processes using a database must be on the same host
computer”); a program that copies the file while it is open copies a half of it.
"""

import os
import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath

# What synchronising programs call their folders, and how people call the programs; without a name of its own the folder's is used.
_FOLDERS = (
    ("onedrive", "OneDrive"),
    ("dropbox", "Dropbox"),
    ("icloud", "iCloud"),
    ("iclouddrive", "iCloud"),
    ("com~apple~clouddocs", "iCloud"),
    ("mobile documents", "iCloud"),
    ("坚果云", "坚果云"),
    ("nutstore", "坚果云"),
    ("google drive", "Google Drive"),
    ("googledrive", "Google Drive"),
    ("my drive", "Google Drive"),
    ("我的云端硬盘", "Google Drive"),
    ("baidusyncdisk", "百度网盘"),
    ("baidunetdisksync", "百度网盘"),
    ("百度云同步盘", "百度网盘"),
    ("百度网盘同步空间", "百度网盘"),
    ("wpsdrive", "WPS"),
    ("wps云盘", "WPS"),
    ("weiyun", "微云"),
    ("微云同步", "微云"),
    ("nextcloud", "Nextcloud"),
    ("owncloud", "ownCloud"),
    ("seafile", "Seafile"),
    ("box sync", "Box"),
    ("pcloud drive", "pCloud"),
    ("cloudstorage", "CloudStorage"),
    ("同步盘", ""),
)
# What they leave in the folder that they synchronise. ~/.dropbox and ~/.nutstore are where the programs themselves keep house.
_MARKERS = (
    (".dropbox.cache", "Dropbox"),
    (".stfolder", "Syncthing"),
    (".nextcloudsync.log", "Nextcloud"),
    (".owncloudsync.log", "ownCloud"),
)
# Where OneDrive's folder has another name, Windows says so to every program.
_VARIABLES = ("OneDrive", "OneDriveConsumer", "OneDriveCommercial")
_NETWORK = frozenset(
    {"nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "afpfs", "webdav", "9p", "ncpfs", "davfs"}
    | {f"fuse.{kind}" for kind in ("sshfs", "rclone", "davfs2", "gvfsd-fuse")}
)
_MOUNTS = Path("/proc/mounts")
_LIST_DISKS = "/sbin/mount"
_LINE_OF_MACOS = re.compile(r".+? on (?P<place>/.*) \((?P<kind>\w+)[,)]")
_LONGEST_WAIT = 5
_REMOTE_DRIVE = 4


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """`program` is what synchronises the folder (empty: nothing does); `is_network` says that its disk is another machine's."""

    program: str = ""
    is_network: bool = False

    @property
    def is_safe(self) -> bool:
        """Whether a project may be written there without a second thought."""
        return not self.program and not self.is_network


def whereabouts(path: Path) -> Whereabouts:
    """Return where the file at `path` lies, as far as names, marks in folders and the system's list of disks tell.

    It looks into every folder above the file, and a disk of the network may take its time to answer: not for a thread that paints.
    """
    path = path.absolute()
    return Whereabouts(synchronised(path) or _told(path) or _marked(path), _is_network(path.parent))


def synchronised(path: PurePath) -> str:
    """Return the name of the program that synchronises the folder of `path`, as far as its name tells; empty for none. No disk is asked."""
    for part in reversed(path.parts[:-1]):
        for known, program in _FOLDERS:
            if _is_called(part.casefold(), known):
                return program or part
    return ""


def kind_of_disk(folder: Path, mounts: Sequence[str]) -> str:
    """Return the type of the file system that `folder` is on, from the lines of /proc/mounts or of macOS's `mount`; empty where none is."""
    best, kind = "", ""
    for place, of in map(_mount, mounts):
        if place and len(place) >= len(best) and folder.is_relative_to(place):
            best, kind = place, of
    return kind


def _is_called(name: str, known: str) -> bool:
    """Say whether a folder is `known`, with an account or a team behind it (“OneDrive - County”), or a Chinese word around it."""
    followed = tuple(f"{known}{sign}" for sign in " -_(")
    return name == known or name.startswith(followed) or (not known.isascii() and known in name)


def _told(path: Path) -> str:
    roots = (os.environ.get(name) for name in _VARIABLES)
    return "OneDrive" if any(root and path.is_relative_to(root) for root in roots) else ""


def _marked(path: Path) -> str:
    found = (program for above in path.parents for marker, program in _MARKERS if _exists(above / marker))
    return next(found, "")


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:
        return False


def _mount(line: str) -> tuple[str, str]:
    """Return place and type of a line of the list of disks; two empty words if it is none."""
    if match := _LINE_OF_MACOS.match(line):
        return match["place"], match["kind"]
    fields = line.split(" ")
    # Device, place, type; blanks in names are written as their octal code.
    return (fields[1].replace("\\040", " "), fields[2]) if len(fields) > 2 else ("", "")  # noqa: PLR2004


def _is_network(folder: Path) -> bool:
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 (only Windows has this function)

        is_remote = ctypes.windll.kernel32.GetDriveTypeW(os.path.splitdrive(folder)[0] + "\\") == _REMOTE_DRIVE
        return bool(is_remote) or folder.drive.startswith("\\\\")
    try:
        return kind_of_disk(folder.resolve(), _disks()) in _NETWORK
    except OSError:
        return False


def _disks() -> list[str]:
    if sys.platform == "darwin":
        return _disks_of_macos()
    return _MOUNTS.read_text(encoding="utf-8", errors="replace").splitlines()


def _disks_of_macos() -> list[str]:
    import subprocess  # noqa: PLC0415 (only macOS has to ask a program)

    try:
        found = subprocess.run([_LIST_DISKS], capture_output=True, timeout=_LONGEST_WAIT, check=True)  # noqa: S603 (no shell, no argument)
    except subprocess.SubprocessError:
        return []
    return found.stdout.decode("utf-8", "replace").splitlines()
