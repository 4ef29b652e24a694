"""The projects opened last, as the first page lists them: whether they are there, where they lie, how far they are."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from annotator.core.errors import AnnotatorError
from annotator.core.ids import annotator_id
from annotator.project import glancing
from annotator.session.jobs import Progress
from annotator.store.whereabouts import synchronised, whereabouts


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


def listed(paths: Sequence[str]) -> list[Recent]:
    """Return the projects at `paths` without opening any; of their folders only the names are looked at."""
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
    # A symbolic link lies where it leads, and programs that synchronise leave marks: the disk has to be asked.
    one = replace(one, cloud=one.cloud or whereabouts(one.path.resolve()).program)
    try:
        found = glancing.glance(one.path, annotator_id(person))
    except AnnotatorError:
        return one
    return replace(one, title=found.title, finished=found.finished, articles=found.articles)
