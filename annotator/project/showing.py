"""What the project lead says about showing candidates; it holds for everybody who works in the file."""

from dataclasses import dataclass

from annotator.core.errors import InputError
from annotator.project.workspace import Project
from annotator.store.file import transaction

_HIDE, _DIM, _LEARNS = "hide_below", "dim_below", "learns"


@dataclass(frozen=True, slots=True)
class Showing:
    """Candidates whose score (0 to 1) is below `hide_below` are not proposed, below `dim_below` they are painted fainter.

    `learns` says whether scores come from this project's own decisions, and names from the tagger trained on them.
    """

    hide_below: float = 0.0
    dim_below: float = 0.0
    learns: bool = False


def showing(project: Project) -> Showing:
    """Return what was said, else that everything is shown alike."""
    setting = project.file.setting
    return Showing(_share(setting(_HIDE)), _share(setting(_DIM)), setting(_LEARNS) == "yes")


def set_showing(project: Project, wanted: Showing) -> None:
    """Keep `wanted`; the candidates follow with the next `suggest`.

    Raises:
        InputError: a threshold is no share.
    """
    for value in (wanted.hide_below, wanted.dim_below):
        if not 0 <= value <= 1:
            raise InputError("{value} is no threshold: give a number from 0 to 1.", value=value)
    with transaction(project.connection):
        project.file.set(_HIDE, f"{wanted.hide_below:g}")
        project.file.set(_DIM, f"{wanted.dim_below:g}")
        project.file.set(_LEARNS, "yes" if wanted.learns else "no")


def _share(value: str | None) -> float:
    try:
        number = float(value or 0)
    except ValueError:
        return 0.0
    return number if 0 <= number <= 1 else 0.0
