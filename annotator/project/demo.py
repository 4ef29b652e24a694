"""The sample project: made from what ships, to try everything on."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from annotator import places
from annotator.core.errors import ProjectError
from annotator.project.creating import new_project
from annotator.project.exporting import Layer, export_jsonl
from annotator.project.importing import import_paths
from annotator.project.status import Status, status_of
from annotator.project.suggesting import suggest
from annotator.project.workspace import Project

TITLE = "示例课题 Sample project"


@dataclass(frozen=True, slots=True)
class Demo:
    """What was made: the project file, the JSONL beside it, and the figures."""

    project: Path
    jsonl: Path
    status: Status


def make_demo(folder: Path, *, progress: Callable[[int, int], None] = lambda _done, _all: None) -> Demo:
    """Make `folder`/demo.annot from the shipped pages with candidates, and demo.jsonl from it. A demo that is there is kept.

    Raises:
        ProjectError: the folder cannot be made or written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ProjectError("The folder {folder} cannot be made: {why}.", folder=folder, why=error.strerror or error) from error
    path, jsonl = folder / "demo.annot", folder / "demo.jsonl"
    with Project.open(path) if path.exists() else new_project(path, title=TITLE) as project:
        import_paths(project, _pages(), progress=progress)
        suggest(project)
        export_jsonl(project, jsonl, layer=Layer.CANDIDATES)
        return Demo(path, jsonl, status_of(project))


def _pages() -> list[Path]:
    """The shortest page first: it is the easiest to begin with."""
    return sorted(places.shipped("seeds", "pages").glob("*.txt"), key=lambda path: (path.stat().st_size, path.name))
