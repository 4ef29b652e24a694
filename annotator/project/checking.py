"""Is the project what it says?"""

from annotator.project.workspace import Project
from annotator.store import integrity


def problems(project: Project) -> list[str]:
    """Return a sentence for everything that is wrong with the project; nothing if all is well."""
    with project.snapshot():
        return list(integrity.problems(project.connection))
