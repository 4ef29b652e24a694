"""What the project lead allows the annotators to decide in bulk; off unless said, and it goes out with the tasks."""

from annotator.project.workspace import Project
from annotator.store.transaction import transaction

EVERYWHERE, REST = "allow_same_everywhere", "allow_rest"


def is_allowed(project: Project, what: str) -> bool:
    """Say whether `what` is allowed: `EVERYWHERE` the same mentions in other articles, `REST` all that remains in an article."""
    return project.file.setting(what) == "yes"


def switch(project: Project, what: str) -> bool:
    """Allow `what`, or no longer; return whether it is allowed now.

    Raises:
        ProjectError: the file is a task that was handed out.
    """
    project.check_whole()
    now = not is_allowed(project, what)
    with transaction(project.connection):
        project.file.set(what, "yes" if now else "no")
    return now
