"""What the window does beside annotating: searches, imports, samples. Functions to hand to jobs and widgets."""

from collections.abc import Callable, Sequence
from pathlib import Path

from annotator.project import searching
from annotator.project.reports import ImportReport
from annotator.project.workspace import Project
from annotator.session.jobs import Progress


def word_boundaries(project: Project) -> Callable[[str, Sequence[tuple[int, int]]], Sequence[int]]:
    """Return a function that finds the word boundaries of a text, with the project's lexicon as user dictionary."""
    terms = searching.lexicon_terms(project)

    def cut(text: str, breaks: Sequence[tuple[int, int]]) -> Sequence[int]:
        from annotator.project.word_edges import boundaries  # noqa: PLC0415 (loads jieba)

        return boundaries(terms, text, breaks)

    return cut


def search(project: Project) -> Callable[[str], set[int]]:
    """Return a function that finds the numbers of articles whose text holds the words given."""

    def find(query: str) -> set[int]:
        return searching.find(project, query)

    return find


def make_sample(folder: Path) -> Callable[[Progress], Path]:
    """Return the work of making the sample project in `folder`."""

    def work(progress: Progress) -> Path:
        from annotator.project.demo import make_demo  # noqa: PLC0415 (pydantic)

        return make_demo(folder, progress=progress).project

    return work


def make_new(path: Path) -> Path:
    """Make an empty project at `path`; return where it is."""
    from annotator.project.creating import new_project  # noqa: PLC0415 (pydantic)

    with new_project(path) as project:
        return project.path


def import_and_suggest(path: Path, files: Sequence[Path]) -> Callable[[Progress], object]:
    """Return the work of importing `files` into the project at `path`, which this process holds open, and computing candidates."""

    def work(progress: Progress) -> object:
        from annotator.project.importing import import_paths  # noqa: PLC0415 (pydantic)
        from annotator.project.suggesting import suggest  # noqa: PLC0415 (jieba)

        with Project.beside(path) as project:
            report = import_paths(project, files, progress=progress)
            suggest(project, progress=progress)
        return report

    return work


__all__ = ["ImportReport", "import_and_suggest", "make_new", "make_sample", "search", "word_boundaries"]
