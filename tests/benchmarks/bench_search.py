"""Searching and filtering a big project: `python tests/benchmarks/bench_search.py [ARTICLES]` (100,000 articles of 300 characters).

Wall-clock milliseconds, the median of three; beside them a calibrator, a fixed piece of Python timed in the same run.
"""

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from annotator.core.article import ArticleKind, Layout, Segment
from annotator.core.candidate import Proposal
from annotator.core.ids import sha256_of
from annotator.core.scheme import scheme_from_json
from annotator.places import shipped
from annotator.project import annotating, concordance, searching
from annotator.project.creating import new_project
from annotator.project.workspace import Project
from annotator.session.article_filter import facets_of, parse
from annotator.session.concordance import Sort
from annotator.session.concordance_deciding import prepared
from annotator.session.concordance_search import Concordance
from annotator.session.same import Verdict
from annotator.store import articles, candidates
from annotator.store.file import transaction
from annotator.store.filtering import labelled
from annotator.ui.article_filter_model import ArticleModel

PER_PAGE, LENGTH = 5, 300
_BASE = "县里召开会议研究产业发展问题，要求各乡镇把群众的事放在心上，组织干部走村入户了解情况。"
_RARE = "村里孩子上学靠雨露计划补助。"


def make(path: Path, count: int) -> None:
    """Make a project of `count` articles, every hundredth of which speaks of a programme; all are indexed."""
    with new_project(path) as project, transaction(project.connection):
        for page in range(count // PER_PAGE):
            parts = [_text(page * PER_PAGE + i) for i in range(PER_PAGE)]
            layouts = [Layout(ArticleKind.ARTICLE, f"题目{page}-{i}", (Segment(0, i * LENGTH, LENGTH),)) for i in range(PER_PAGE)]
            text = "".join(parts)
            meta = {"date": f"2020-{page % 12 + 1:02}-11", "source": "日报"}
            ids = articles.add_page(project.connection, sha256_of(text), text, layouts, meta)
            for article, part in zip(ids, parts, strict=True):
                at = part.find("雨露计划")
                label = ("INDUSTRY", "EDUCATION", "MONITOR")[page % 3]
                span = Proposal(at, at + 4, label, "雨露计划", ("x",), 0.9) if at >= 0 else Proposal(0, 2, label, part[:2], ("x",), 0.9)
                candidates.replace(project.connection, article, [span])
        concordance.catch_up(project)


def _text(n: int) -> str:
    rare = _RARE if n % 100 == 0 else ""
    return (f"第{n}号。" + rare + _BASE * (LENGTH // len(_BASE) + 1))[:LENGTH]


def timed(work: Callable[[], object]) -> float:
    """Return the median milliseconds of three runs."""
    took = []
    for _ in range(3):
        began = time.perf_counter()
        work()
        took.append((time.perf_counter() - began) * 1000)
    return statistics.median(took)


def main() -> None:
    """Print the figures."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    app = QApplication.instance() or QApplication([])
    scheme = scheme_from_json(shipped("seeds", "scheme.json").read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "big.annot"
        began = time.perf_counter()
        make(path, count)
        print(f"made and indexed in {time.perf_counter() - began:.0f} s, {path.stat().st_size >> 20} MB")
        with Project.open(path) as project:
            person = annotating.person(project, "bench")
            found = Concordance(project, person, lambda text, _: range(len(text) + 1))
            print(f"calibrator                              {timed(lambda: sum(range(2_000_000))):8.1f} ms")
            for words in ("雨露", "雨露计划", "群众"):
                print(f"all articles with {words:<6}              {timed(partial(searching.find, project, words)):8.1f} ms")
                print(f"  first rows on screen                  {timed(partial(found.ask, words)):8.1f} ms")
                began = time.perf_counter()
                found.finish_searching()
                print(f"  everything ({len(found.hits)} rows)   {(time.perf_counter() - began) * 1000:8.1f} ms in slices of 8 ms")
                print(f"  sorted by right neighbour             {timed(lambda: found.sort_by(Sort.RIGHT)):8.1f} ms")
            found.sort_by(Sort.PLACE)
            found.ask("雨露计划")
            found.finish_searching()
            found.ticked = set(found.shown)
            began = time.perf_counter()
            made = prepared(project, person, scheme, found.chosen(), kept={}, verdict=Verdict("EDUCATION"))
            print(f"{made.decided} decisions prepared                 {(time.perf_counter() - began) * 1000:8.1f} ms (on a thread)")
            began = time.perf_counter()
            project.ledger.append(made.drafts[0][0], made.drafts[0][1], scheme_version=1, elsewhere=made.drafts[1:])
            print(f"  written as one step                   {(time.perf_counter() - began) * 1000:8.1f} ms")
            found.clear()
            rows = annotating.rows(project, person, tuple(ArticleKind))
            print(f"rows loaded                             {timed(lambda: annotating.rows(project, person, tuple(ArticleKind))):8.1f} ms")
            model = ArticleModel(partial(searching.find, project))
            print(f"rows shown under headings               {timed(lambda: model.show(rows)):8.1f} ms")
            print(f"labels looked up (on a thread)          {timed(lambda: labelled(project.connection, person)):8.1f} ms")
            facets = facets_of(frozenset(), articles.page_meta(project.connection))
            model.know(replace(facets, labels=labelled(project.connection, person)))
            for text in ("state:open", "状态:完成", "label:EDUCATION", "flag:", "date:2020-06", "file:日报", "雨露", "群众", "题目77"):

                def look(text: str = text) -> None:
                    model.look_for(parse("", scheme))
                    model.look_for(parse(text, scheme))

                print(f"filter {text:<24} {timed(look):8.1f} ms ({len(model.shown)} rows; includes showing all again)")
    del app


if __name__ == "__main__":
    main()
