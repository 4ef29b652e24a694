"""A study of 100,000 articles and 2,000,000 candidates: `python -m tests.benchmarks.bench_scale [ARTICLES]`.

Wall-clock milliseconds, the median of five, of what is asked of the file: its status, the next article to do, the articles that hold two
characters; beside them a calibrator, and how much of the file is text and how much candidates. Every candidate is a row as the program
writes it; texts are drawn from one sentence.
"""

import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from annotator.core.article import ArticleKind, Layout, Segment
from annotator.core.candidate import Proposal
from annotator.core.ids import sha256_of
from annotator.project import annotating, concordance, searching
from annotator.project.creating import new_project
from annotator.project.status import status_of
from annotator.project.workspace import Project
from annotator.store import articles, candidates
from annotator.store.articles import Order
from annotator.store.file import transaction
from tests.benchmarks.calibrator import calibrator

ARTICLES, EACH, PER_PAGE = 100_000, 20, 5
SENTENCE = "今年以来全县因地制宜发展产业扶贫带动群众增收致富村民们的日子一天比一天红火起来了。"
AT, NAME = SENTENCE.index("产业扶贫"), "产业扶贫"


def make(path: Path, count: int) -> None:
    """Make a project of `count` articles with `EACH` candidates each; every hundredth article holds a rare name."""
    with new_project(path) as project, transaction(project.connection):
        for page in range(count // PER_PAGE):
            texts = [_text(page * PER_PAGE + i) for i in range(PER_PAGE)]
            layouts, start = [], 0
            for i, text in enumerate(texts):
                layouts.append(Layout(ArticleKind.ARTICLE, f"题目{page}-{i}", (Segment(0, start, len(text)),)))
                start += len(text)
            whole = "".join(texts)
            for article in articles.add_page(project.connection, sha256_of(whole), whole, layouts, {}):
                candidates.replace(project.connection, article, _proposals())
        concordance.catch_up(project)


def _text(number: int) -> str:
    # The number stands behind, so that every candidate stands where the sentence has it.
    return SENTENCE * EACH + f"第{number}号。" + ("孩子上学靠雨露计划。" if number % 100 == 0 else "")


def _proposals() -> list[Proposal]:
    starts = [i * len(SENTENCE) + AT for i in range(EACH)]
    return [Proposal(at, at + len(NAME), "INDUSTRY", NAME, (f"lexicon:{NAME}",), 0.9, "whole_word") for at in starts]


def timed(work: Callable[[], object]) -> float:
    """Return the median milliseconds of five runs."""
    took = []
    for _ in range(5):
        began = time.perf_counter()
        work()
        took.append((time.perf_counter() - began) * 1000)
    return statistics.median(took)


def print_sizes(path: Path) -> None:
    """Print what tables take, in bytes a candidate and as a share of the file."""
    connection = sqlite3.connect(path)
    sizes = dict(connection.execute("SELECT name, sum(pgsize) FROM dbstat GROUP BY name ORDER BY 2 DESC"))
    (count,) = connection.execute("SELECT count(*) FROM candidate").fetchone()
    connection.close()
    total = sum(sizes.values())
    print(f"file {total >> 20} MB: candidates {sizes['candidate'] >> 20} MB ({sizes['candidate'] / count:.0f} bytes each), ", end="")
    print(f"texts {sizes['page'] >> 20} MB, search {sum(v for k, v in sizes.items() if k.startswith('search')) >> 20} MB")


def main() -> None:
    """Print the figures."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else ARTICLES
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "large.annot"
        began = time.perf_counter()
        make(path, count)
        print(f"{count} articles, {count * EACH} candidates, made in {time.perf_counter() - began:.0f} s; calibrator {calibrator():.1f} ms")
        print_sizes(path)
        with Project.open(path) as project:
            person = annotating.person(project, "林晓")
            (middle,) = project.connection.execute("SELECT id FROM article WHERE number = ?", (count // 2,)).fetchone()
            print(f"status                              {timed(lambda: status_of(project)):8.2f} ms, asked 50")
            for order in Order:
                took = timed(lambda order=order: annotating.next_unfinished(project, person, middle, order))  # type: ignore[misc]
                print(f"next open article, by {order.value:<10}    {took:8.2f} ms, asked 1")
            for words, what in (("雨露", "in every hundredth"), ("产业", "in all")):
                print(f"search {words} ({what:<18}) {timed(lambda words=words: searching.find(project, words)):8.2f} ms, asked 100")  # type: ignore[misc]


if __name__ == "__main__":
    main()
