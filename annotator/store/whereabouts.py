"""Where a project lies: on a disk of this machine, on the network, or in a folder that a program copies elsewhere.

SQLite's log and its locks need a disk of this machine (sqlite.org/wal.html, “All processes using a database must be on the same host
computer”); a program that copies the file while it is open copies a half of it.
"""

import os
import sys
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path


class Whereabouts(StrEnum):
    """What kind of folder a file lies in."""

    LOCAL = "local"
    NETWORK = "network"
    SYNCHRONISED = "synchronised"


# The folders that these programs make, as they name them; what follows the name (“OneDrive - County”) may differ.
_SYNCHRONISED = (
    *("onedrive", "dropbox", "google drive", "googledrive", "my drive", "mobile documents", "icloud", "nextcloud", "owncloud", "seafile"),
    *("baidusyncdisk", "baidunetdisksync", "百度云同步盘", "nutstore", "坚果云", "我的坚果云", "wps云盘", "wpsdrive", "weiyun", "box sync"),
)
_MARKERS = (".dropbox", ".dropbox.cache", ".stfolder", ".nextcloudsync.log", ".owncloudsync.log", ".nutstore")
_NETWORK = frozenset(
    {"nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "9p", "ncpfs", "davfs", "fuse.sshfs", "fuse.rclone", "fuse.davfs2", "fuse.gvfsd-fuse"}
)
_MOUNTS = Path("/proc/mounts")
_REMOTE_DRIVE = 4


def whereabouts(path: Path) -> Whereabouts:
    """Return in what kind of folder the file at `path` lies, as far as names and the system's list of disks tell."""
    folder = path.absolute().parent
    if _is_network(folder):
        return Whereabouts.NETWORK
    is_named = any(part.casefold().startswith(_SYNCHRONISED) for part in folder.parts)
    is_marked = any((above / marker).exists() for above in (folder, *folder.parents) for marker in _MARKERS)
    return Whereabouts.SYNCHRONISED if is_named or is_marked else Whereabouts.LOCAL


def kind_of_disk(folder: Path, mounts: Sequence[str]) -> str:
    """Return the type of the file system that `folder` is on, from the lines of /proc/mounts; empty where none is found."""
    best, kind = "", ""
    for line in mounts:
        fields = line.split(" ")
        if len(fields) > 2:  # noqa: PLR2004 (device, place, type)
            place = fields[1].replace("\\040", " ")
            if len(place) >= len(best) and folder.is_relative_to(place):
                best, kind = place, fields[2]
    return kind


def _is_network(folder: Path) -> bool:
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 (only Windows has this function)

        is_remote = ctypes.windll.kernel32.GetDriveTypeW(os.path.splitdrive(folder)[0] + "\\") == _REMOTE_DRIVE
        return bool(is_remote) or folder.drive.startswith("\\\\")
    try:
        mounts = _MOUNTS.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return False
    return kind_of_disk(folder.resolve(), mounts) in _NETWORK
