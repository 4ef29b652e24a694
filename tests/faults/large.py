"""A project of so many gigabytes is opened, decided in and checked, with a watch: `python -m tests.faults.large --gigabytes 1`."""

import argparse
import tempfile
import time
from pathlib import Path

from annotator.core.article import ArticleKind, Layout, Segment
from annotator.core.decision import Assignment, Draft, Kind
from annotator.core.ids import annotator_id, assignment_id, sha256_of
from annotator.project.checking import problems
from annotator.project.creating import new_project
from annotator.project.status import status_of
from annotator.project.workspace import Project
from annotator.store import articles, people
from annotator.store.file import transaction
from tests.faults.result import result

_LINE = "云岭县推进产业扶贫，驻村干部走访到户，落实低保政策。\n"


def fill(path: Path, size: int) -> int:
    """Make a project of at least `size` bytes; return how many pages it has."""
    body, pages = _LINE * 600, 0
    with new_project(path) as project:
        while path.stat().st_size < size:
            with transaction(project.connection):
                for _ in range(200):
                    pages += 1
                    text = f"第{pages}版\n{body}"
                    layout = Layout(ArticleKind.ARTICLE, f"第{pages}版", (Segment(0, 0, len(text)),))
                    articles.add_page(project.connection, sha256_of(text), text, [layout], {})
    return pages


def decide_and_check(project: Project) -> list[str]:
    """Write a decision on the last article; return what the check says."""
    (article,) = project.connection.execute("SELECT id FROM article ORDER BY number DESC LIMIT 1").fetchone()
    with transaction(project.connection):
        people.add(project.connection, "alice")
    person = annotator_id("alice")
    task = Assignment(assignment_id(article, person, "main", "shown"), article, person)
    project.ledger.append(task, [Draft(Kind.FINISH)], scheme_version=1)
    return problems(project)


def main() -> None:
    """Make the project, and time what opens it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gigabytes", type=float, default=1)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "large.annot"
        pages = fill(path, int(given.gigabytes * 1e9))
        print(f"{path.stat().st_size / 1e9:.2f} GB, {pages} pages")
        told: list[str] = []
        for name, write in (("to write", True), ("to read", False)):
            began = time.perf_counter()
            project = Project.open(path, write=write)
            opened = time.perf_counter()
            status_of(project)
            print(f"opened {name} in {opened - began:.3f} s, status in {time.perf_counter() - opened:.3f} s")
            if write:
                told = decide_and_check(project)
                print(f"decided and checked in {time.perf_counter() - began:.0f} s, {len(told)} problems")
            project.close()
        print(result(1, pages, 0, len(told)))


if __name__ == "__main__":
    main()
