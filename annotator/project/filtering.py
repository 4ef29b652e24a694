"""What articles are filtered by beside their rows, looked up with a connection of its own: work for a thread."""

from pathlib import Path

from annotator.project.workspace import Project
from annotator.store import articles, filtering


def pages_and_conditions(path: Path, annotator: str) -> tuple[frozenset[str], dict[str, dict[str, str]]]:
    """Return the articles that the annotator reads blind, and what is known of pages; see the functions of the store."""
    with Project.open(path, write=False) as project:
        return filtering.blind(project.connection, annotator), articles.page_meta(project.connection)


def labelled(path: Path, annotator: str) -> dict[str, set[int]]:
    """Return the numbers of articles by label; see `store.filtering.labelled`."""
    with Project.open(path, write=False) as project:
        return filtering.labelled(project.connection, annotator)


def labels_in(project: Project, annotator: str, article: str) -> frozenset[str]:
    """Return the labels of one article."""
    return filtering.labels_in(project.connection, annotator, article)
