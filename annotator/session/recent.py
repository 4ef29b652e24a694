"""The projects opened last, as the first page lists them: whether they are there, where they lie, how far they are."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path, PurePath

from annotator.core.errors import AnnotatorError
from annotator.core.ids import annotator_id
from annotator.project import glancing
from annotator.session.jobs import Progress

# What synchronising programs call their folders, and how people call the programs. They copy a file while it is being written, and
# an open project is three files.
_SYNCHRONISED = (
    ("onedrive", "OneDrive"),
    ("dropbox", "Dropbox"),
    ("icloud", "iCloud"),
    ("com~apple~clouddocs", "iCloud"),
    ("mobile documents", "iCloud"),
    ("坚果云", "坚果云"),
    ("nutstore", "坚果云"),
    ("google drive", "Google Drive"),
    ("googledrive", "Google Drive"),
    ("我的云端硬盘", "Google Drive"),
    ("baidusyncdisk", "百度网盘"),
    ("百度网盘同步空间", "百度网盘"),
    ("wpsdrive", "WPS"),
    ("wps云盘", "WPS"),
    ("cloudstorage", "CloudStorage"),
)


@dataclass(frozen=True, slots=True)
class Recent:
    """One project. `cloud` names the program that synchronises its folder (empty: none); `finished` of `articles` are None until read."""

    path: Path
    title: str
    is_gone: bool
    cloud: str
    changed: datetime | None = None
    finished: int | None = None
    articles: int | None = None


def synchronised(path: PurePath) -> str:
    """Return the name of the program that synchronises the folder of `path`, as far as its name tells; empty for none."""
    for part in reversed(path.parts[:-1]):
        name = part.casefold()
        for known, program in _SYNCHRONISED:
            if (
                name == known
                or name.startswith((f"{known} ", f"{known}-", f"{known}_", f"{known}("))
                or (not known.isascii() and known in name)
            ):
                return program
    return ""


def listed(paths: Sequence[str]) -> list[Recent]:
    """Return the projects at `paths` without opening any."""
    return [_seen(Path(path)) for path in paths]


def glance(found: Sequence[Recent], person: str) -> Callable[[Progress], list[Recent]]:
    """Return the work of reading title and progress of projects; `person` (a name) is whose finished articles count."""

    def work(_progress: Progress) -> list[Recent]:
        return [_read(one, person) for one in found]

    return work


def relocated(recent: Sequence[str], gone: str, path: str) -> tuple[str, ...]:
    """Return the list of `recent` paths with `path` in the place of one that is gone."""
    return tuple(dict.fromkeys(path if one == gone else one for one in recent))


def _seen(path: Path) -> Recent:
    try:
        changed = datetime.fromtimestamp(path.stat().st_mtime)  # noqa: DTZ006 (people read it in their own time)
    except OSError:
        return Recent(path, path.stem, is_gone=True, cloud="")
    return Recent(path, path.stem, is_gone=False, cloud=synchronised(path), changed=changed)


def _read(one: Recent, person: str) -> Recent:
    if one.is_gone:
        return one
    try:
        found = glancing.glance(one.path, annotator_id(person))
    except AnnotatorError:
        return one
    return replace(one, title=found.title, finished=found.finished, articles=found.articles)
