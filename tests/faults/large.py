"""A project of so many gigabytes: `python -m tests.faults.large --gigabytes 1`. Prints how long opening and the status take."""

import argparse
import tempfile
import time
from pathlib import Path

from annotator.core.article import ArticleKind, Layout, Segment
from annotator.core.ids import sha256_of
from annotator.project.creating import new_project
from annotator.project.status import status_of
from annotator.project.workspace import Project
from annotator.store import articles
from annotator.store.file import transaction

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


def main() -> None:
    """Make the project, and time what opens it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gigabytes", type=float, default=1)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "large.annot"
        pages = fill(path, int(given.gigabytes * 1e9))
        print(f"{path.stat().st_size / 1e9:.2f} GB, {pages} pages")
        for name, write in (("to write", True), ("to read", False)):
            began = time.perf_counter()
            project = Project.open(path, write=write)
            opened = time.perf_counter()
            status_of(project)
            print(f"opened {name} in {opened - began:.3f} s, status in {time.perf_counter() - opened:.3f} s")
            project.close()


if __name__ == "__main__":
    main()
