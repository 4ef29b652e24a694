"""A small real project: one page of two articles and a caption, with candidates and two people."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from annotator.core.article import ArticleKind, Layout, Segment
from annotator.core.candidate import Proposal
from annotator.core.decision import Assignment, Condition
from annotator.core.ids import annotator_id, article_id, assignment_id, sha256_of
from annotator.store import articles, candidates, people
from annotator.store.articles import FileRecord
from annotator.store.file import ProjectFile, create_project, transaction

FIRST = "云岭县推进产业\n扶贫，低保兜底。\n“雨露计划”惠及𠮷祥乡学生，产业扶贫见实效。"
CAPTION = "图为扶贫车间。"
SECOND = "\n驻村“第一书记”走访贫困户，落实低\n保政策。"
PAGE = FIRST + CAPTION + SECOND
_A, _B = len(FIRST), len(FIRST) + len(CAPTION)
LAYOUTS = (
    Layout(ArticleKind.ARTICLE, "产业扶贫", (Segment(0, 0, _A),), breaks=((7, 8),)),
    Layout(ArticleKind.CAPTION, "", (Segment(0, _A, _B - _A),)),
    Layout(ArticleKind.ARTICLE, "第一书记", (Segment(0, _B, len(SECOND)),)),
)
IDS = tuple(article_id(sha256_of(PAGE), layout.segments) for layout in LAYOUTS)
NAMES = ("alice", "bob")


def proposal(text: str, surface: str, label: str) -> Proposal:
    """Return the proposal of the first place where `surface` stands."""
    start = text.index(surface)
    return Proposal(start, start + len(surface), label, surface, (f"lexicon:{surface}",), 0.9, "whole_word")


def fill(file: ProjectFile) -> None:
    """Put the page, its candidates and two people into an empty project."""
    with transaction(file.connection):
        articles.add_page(file.connection, sha256_of(PAGE), PAGE, LAYOUTS, {"encoding": "utf-8"})
        articles.add_file(file.connection, sha256_of(PAGE), FileRecord("page_000.txt", "ab" * 32, 200, "utf-8"), "2026-01-01T00:00:00Z")
        for article, text, surfaces in (
            (IDS[0], FIRST, {"产业\n扶贫": "INDUSTRY", "低保": "SAFETYNET", "雨露计划": "EDUCATION", "产业扶贫": "INDUSTRY"}),
            (IDS[2], SECOND, {"第一书记": "CADRE", "低\n保": "SAFETYNET"}),
        ):
            candidates.replace(file.connection, article, [proposal(text, surface, label) for surface, label in surfaces.items()])
        for name in NAMES:
            people.add(file.connection, name)


@pytest.fixture(scope="session")
def sample_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a closed sample project to copy."""
    path = tmp_path_factory.mktemp("sample") / "sample.annot"
    with create_project(path, "示例") as file:
        fill(file)
    return path


@pytest.fixture
def project(tmp_path: Path) -> Iterator[ProjectFile]:
    """Return a sample project of one's own, open for writing."""
    with create_project(tmp_path / "study.annot", "示例") as file:
        fill(file)
        yield file


@pytest.fixture
def task() -> Callable[..., Assignment]:
    """Return a function: the assignment of a person on one of the three articles."""

    def of(name: str = "alice", article: int = 0, condition: Condition = Condition.SHOWN) -> Assignment:
        person = annotator_id(name)
        return Assignment(assignment_id(IDS[article], person, "main", condition), IDS[article], person, condition=condition)

    return of
