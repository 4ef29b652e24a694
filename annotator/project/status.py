"""How far a project is, in figures."""

from dataclasses import dataclass

from annotator.project.workspace import Project
from annotator.store import people
from annotator.store.people import Progress


@dataclass(frozen=True, slots=True)
class Status:
    """Counts of a project. `articles` leaves captions and furniture aside; `candidates` counts those proposed now."""

    title: str
    pages: int
    files: int
    articles: int
    captions: int
    furniture: int
    candidates: int
    annotators: tuple[Progress, ...]


def status_of(project: Project) -> Status:
    """Return the project's figures."""
    connection = project.connection
    kinds = dict(connection.execute("SELECT kind, count(*) FROM article GROUP BY kind"))
    pages, files, candidates = connection.execute(
        "SELECT (SELECT count(*) FROM page), (SELECT count(*) FROM file), (SELECT coalesce(sum(candidates), 0) FROM article)"
    ).fetchone()
    return Status(
        title=project.title,
        pages=pages,
        files=files,
        articles=kinds.get("article", 0),
        captions=kinds.get("caption", 0),
        furniture=kinds.get("furniture", 0),
        candidates=candidates,
        annotators=tuple(people.progress(connection)),
    )
