"""Work of 20 people on 500 articles each, taken back, and a large import of marks: `python tests/benchmarks/bench_merge.py`.

CPU seconds. The files are made from one project of 2,500 articles, each given to four people; everybody decides twenty times an article.
"""

import random
import tempfile
import time
from pathlib import Path

from annotator.core.article import ArticleKind, Layout, Segment
from annotator.core.candidate import Proposal
from annotator.core.decision import Assignment, Cause, Decision, Draft, Kind, decision_of
from annotator.core.ids import assignment_id, following_uuid7, sha256_of
from annotator.project.assigning import assign
from annotator.project.creating import new_project
from annotator.project.handing_in import hand_in
from annotator.project.handing_out import hand_out
from annotator.project.merging import merge
from annotator.project.workspace import Project
from annotator.store import articles, candidates, people
from annotator.store.file import transaction
from annotator.store.ledger import Ledger

PEOPLE, ARTICLES, CANDIDATES = 20, 2_500, 20
SPANS = 206_000
SENTENCE = "产业扶贫带动群众增收。"


def made(path: Path, count: int) -> tuple[Project, list[str]]:
    """Return a new project with `count` articles of a page each, and their ids."""
    project, ids = new_project(path), []
    with transaction(project.connection):
        for i in range(count):
            text = f"{i}：{SENTENCE * (CANDIDATES + 1)}"
            ids += articles.add_page(
                project.connection, sha256_of(text), text, [Layout(ArticleKind.ARTICLE, "", (Segment(0, 0, len(text)),))], {}
            )
    return project, ids


def places(article: articles.Article) -> list[tuple[int, int]]:
    """Return where the name stands."""
    first = article.text.index("产")
    return [(first + i * len(SENTENCE), first + i * len(SENTENCE) + 4) for i in range(CANDIDATES)]


def suggested(project: Project) -> None:
    """Put candidates into every article."""
    with transaction(project.connection):
        for article in list(articles.each(project.connection)):
            proposals = [Proposal(s, e, "INDUSTRY", "产业扶贫", ("lexicon:产业扶贫",), 0.9) for s, e in places(article)]
            candidates.replace(project.connection, article.id, proposals)


def worked(task: Path, out: Path, chance: random.Random) -> None:
    """Let a person decide every candidate of their task, and hand it in."""
    with Project.open(task) as project, transaction(project.connection):
        ledger = Ledger(project.connection)
        for row in project.connection.execute("SELECT id, article, annotator, round FROM assignment").fetchall():
            drafts = [
                Draft(chance.choice([Kind.ACCEPT, Kind.ACCEPT, Kind.REJECT]), c.id, c.start, c.end, c.label, c.surface, c.source, c.score)
                for c in candidates.of_article(project.connection, row[1])
            ]
            ledger.append(Assignment(*row), [*drafts, Draft(Kind.FINISH)], scheme_version=1)
    with Project.open(task) as project:
        hand_in(project, out)


def merging(folder: Path) -> None:
    """Print what merging and merging again cost."""
    chance = random.Random(1)
    project, _ = made(folder / "study.annot", ARTICLES)
    suggested(project)
    began = time.process_time()
    assign(project, [f"person {i}" for i in range(PEOPLE)], per_article=4)
    given = time.process_time()
    out = hand_out(project, folder / "out")
    handed = time.process_time()
    print(f"assign {ARTICLES} articles to {PEOPLE} people {given - began:.1f} s, hand out {handed - given:.1f} s")
    files = []
    for file in out:
        files.append(folder / f"in {file.path.name}")
        worked(file.path, files[-1], chance)
    for what in ("merge", "again"):
        began, wall = time.process_time(), time.perf_counter()
        report = merge(project, files)
        new, known = sum(r.decisions for r in report.receipts), sum(r.known for r in report.receipts)
        spent = time.process_time() - began
        print(f"{what}: {len(files)} files, {new} new decisions, {known} known: {spent:.1f} s CPU, {time.perf_counter() - wall:.1f} s")
    project.close()


def imported(task: Assignment, start: int, end: int) -> Decision:
    """Return a mark as an import makes it."""
    decision_id = following_uuid7(None, 0, int(sha256_of(f"{task.id}{start}"), 16))
    draft = Draft(Kind.ADD, start=start, end=end, label="INDUSTRY", surface="产业扶贫", source="import:x", cause=Cause.IMPORT)
    return decision_of(draft, task, decision_id=decision_id, step=decision_id, scheme_version=1, at="2026-01-01T00:00:00Z")


def importing(folder: Path) -> None:
    """Print what the union costs that an import of many marks makes, at once and article by article."""
    count = SPANS // CANDIDATES
    for what in ("at once", "article by article"):
        project, ids = made(folder / f"{what}.annot", count)
        person = people.add(project.connection, "alice")
        tasks = [Assignment(assignment_id(article, person, "main", "shown"), article, person) for article in ids]
        of = [places(article) for article in articles.each(project.connection)]
        rows = [[imported(task, start, end) for start, end in spans] for task, spans in zip(tasks, of, strict=True)]
        began = time.process_time()
        with transaction(project.connection):
            if what == "at once":
                project.ledger.union(tasks, [row for some in rows for row in some])
            else:
                for task, some in zip(tasks, rows, strict=True):
                    project.ledger.union([task], some)
        print(f"union of {count} articles with {count * CANDIDATES} marks, {what}: {time.process_time() - began:.1f} s CPU")
        project.close()


def main() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as folder:
        merging(Path(folder))
        importing(Path(folder))


if __name__ == "__main__":
    main()
