"""What the window does beside annotating: searches, imports, samples. Functions to hand to jobs and widgets."""

import functools
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Protocol

from annotator import places
from annotator.core.scheme import Scheme, scheme_from_json
from annotator.project import searching
from annotator.project.reports import ImportReport
from annotator.project.showing import showing
from annotator.project.workspace import Project
from annotator.session.jobs import Progress


class Intake(Protocol):
    """An import being prepared, as far as the window needs to know it from the start; `session.preview` is loaded with the first one."""

    def read(self, paths: Sequence[Path]) -> None:
        """Read files and folders and add them."""

    def cut_anew(self, article: str) -> None:
        """Add the stored page of an article, to be cut anew."""

    def stop(self) -> None:
        """Stop reading."""

    def deleteLater(self) -> None:  # noqa: N802 (Qt's name)
        """Free it."""


def word_boundaries(project: Project) -> Callable[[str, Sequence[tuple[int, int]]], Sequence[int]]:
    """Return a function that finds the word boundaries of a text, with the project's lexicon as user dictionary."""
    path = project.path
    made: list[Callable[[str, Sequence[tuple[int, int]]], Sequence[int]]] = []

    def cut(text: str, breaks: Sequence[tuple[int, int]]) -> Sequence[int]:
        # Called on a thread first, after the first paint: jieba and the lexicon cost more than a frame.
        if not made:
            from annotator.project.word_edges import Boundaries  # noqa: PLC0415 (loads jieba)

            with Project.open(path, write=False) as reading:
                made.append(Boundaries(searching.lexicon_terms(reading)))
        return made[0](text, breaks)

    return cut


def search(project: Project) -> Callable[[str], set[int]]:
    """Return a function that finds the numbers of articles whose text holds the words given."""

    def find(query: str) -> set[int]:
        return searching.find(project, query)

    return find


def pattern_titles(project: Project, language: str) -> Callable[[], Mapping[str, str]]:
    """Return a function that knows the names of the project's patterns; it reads them when it is first called."""

    @functools.cache
    def titles() -> Mapping[str, str]:
        return searching.pattern_titles(project, language)

    return titles


def readable() -> str:
    """Return the kinds of files that can be imported, as a file dialog asks for them."""
    from annotator.project.sources import KINDS  # noqa: PLC0415 (the readers of documents)

    return " ".join(f"*{kind}" for kind in sorted(KINDS))


def make_sample(folder: Path) -> Callable[[Progress], Path]:
    """Return the work of making the sample project in `folder`."""

    def work(progress: Progress) -> Path:
        from annotator.project.demo import make_demo  # noqa: PLC0415 (pydantic)

        return make_demo(folder, progress=progress).project

    return work


def suggest(project: Project) -> Callable[[Progress], int]:
    """Return the work of computing the candidates that are out of date, learning first where the project learns."""
    path, sources = project.path, ("lexicon", "patterns", "learned") if learns(project) else ("lexicon", "patterns")

    def work(progress: Progress) -> int:
        from annotator.project.suggesting import suggest as run  # noqa: PLC0415 (jieba)

        with Project.beside(path) as beside:
            return run(beside, sources=sources, progress=progress)

    return work


def learns(project: Project) -> bool:
    """Say whether the project lead lets candidates follow from decisions."""
    return showing(project).learns


def dim_below(project: Project) -> float:
    """Return the score below which the project lead wants candidates to be faint."""
    return showing(project).dim_below


def shipped_scheme() -> Scheme:
    """Return the scheme that a new project begins with."""
    return scheme_from_json(places.shipped("seeds", "scheme.json").read_text(encoding="utf-8"))


__all__ = [
    "ImportReport",
    "Intake",
    "dim_below",
    "learns",
    "make_sample",
    "pattern_titles",
    "readable",
    "search",
    "shipped_scheme",
    "suggest",
    "word_boundaries",
]
