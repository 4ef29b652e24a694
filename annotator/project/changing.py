"""Whether a project changed since somebody looked."""

from annotator.project.workspace import Project


def state_of(project: Project) -> tuple[int, int]:
    """Return what differs as soon as anything was stored through this connection or beside it; it says nothing else."""
    (beside,) = project.connection.execute("PRAGMA data_version").fetchone()
    return project.connection.total_changes, int(beside)
