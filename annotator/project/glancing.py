"""What is said of a project before it is opened: its title, and how far one person is."""

from dataclasses import dataclass
from pathlib import Path

from annotator.project.workspace import Project
from annotator.store import tasks

_FINISHED = """SELECT count(DISTINCT s.article) FROM assignment AS s JOIN article AS a ON a.id = s.article
    WHERE s.annotator = ? AND s.finished IS NOT NULL AND a.kind <> 'furniture'"""


@dataclass(frozen=True, slots=True)
class Glance:
    """A project's title, and how many of how many articles and captions one person has finished."""

    title: str
    finished: int
    articles: int


def glance(path: Path, annotator: str) -> Glance:
    """Return what the file at `path` says; of a person (id) with tasks the tasks of the round count, else every article.

    Raises:
        ProjectError: the file cannot be read.
    """
    with Project.open(path, write=False) as project:
        connection = project.connection
        current = tasks.current_round(connection, annotator)
        if current is not None:
            mine = tasks.of_person(connection, annotator, round_name=current)
            return Glance(project.title, sum(task.is_finished for task in mine), len(mine))
        (finished,) = connection.execute(_FINISHED, (annotator,)).fetchone()
        (articles,) = connection.execute("SELECT count(*) FROM article WHERE kind <> 'furniture'").fetchone()
        return Glance(project.title, finished, articles)
