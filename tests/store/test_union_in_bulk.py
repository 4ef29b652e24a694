"""What is written in bulk is what the fold says, however it is dealt out."""

import random
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.core.candidate import Proposal
from annotator.core.decision import Assignment, Decision, Draft, Kind, decision_of
from annotator.core.errors import ProjectError
from annotator.core.fold import Status
from annotator.core.ids import annotator_id, assignment_id, following_uuid7
from annotator.store import articles, candidates, integrity, merged
from annotator.store.file import ProjectFile, open_project
from annotator.store.ledger import Ledger


def rows_of(file: ProjectFile, chance: random.Random) -> tuple[list[Assignment], list[Decision]]:
    """Return decisions of two people on all articles: alone on their target or not, on candidates, marks and unknown targets."""
    tasks, rows = [], []
    last = None
    for name in ("alice", "bob"):
        person = annotator_id(name)
        for article in articles.each(file.connection):
            task = Assignment(assignment_id(article.id, person, "main", "shown"), article.id, person)
            tasks.append(task)
            targets: list[str | None] = [None, *(c.id for c in candidates.of_article(file.connection, article.id))]
            for _ in range(chance.randrange(8)):
                last = following_uuid7(last, 1_700_000_000_000, chance.getrandbits(74))
                row = decision_of(draft(article, targets, chance), task, decision_id=last, step=last, scheme_version=1, at="2026")
                targets.append(row.target if row.kind is Kind.ADD else None)
                rows.append(row)
    return tasks, rows


def draft(article: articles.Article, targets: list[str | None], chance: random.Random) -> Draft:
    start = chance.randrange(len(article.text) - 1)
    end = chance.randrange(start + 1, len(article.text))
    target = chance.choice(targets)
    span = (start, end, chance.choice(["OTHER", "INDUSTRY"]), article.text[start:end])
    if target is None:
        return chance.choice([Draft(Kind.FINISH), Draft(Kind.REOPEN), Draft(Kind.FLAG, value="doubt"), Draft(Kind.ADD, None, *span)])
    kind = chance.choice([Kind.ACCEPT, Kind.MOVE, Kind.REJECT, Kind.SKIP, Kind.NOTE, Kind.FLAG, Kind.REMOVE])
    return Draft(kind, target, value="n") if kind in {Kind.NOTE, Kind.FLAG} else Draft(kind, target, *span)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(chance=st.randoms(use_true_random=False))
def test_bulk_and_single_rows_give_the_same_projection_and_the_fold_agrees(sample_file: Path, chance: random.Random) -> None:
    with tempfile.TemporaryDirectory() as folder:
        for name in ("one", "other"):
            shutil.copyfile(sample_file, Path(folder) / f"{name}.annot")
        with open_project(Path(folder) / "one.annot") as one, open_project(Path(folder) / "other.annot") as other:
            tasks, rows = rows_of(one, chance)
            assert Ledger(one.connection).union(tasks, chance.sample(rows, len(rows))) == len(rows)
            assert Ledger(other.connection).union(tasks, []) == 0
            for row in rows:
                assert Ledger(other.connection).union(tasks, [row, row]) == 1
            for table in ("mark", "assignment", "decision"):
                everything = f"SELECT * FROM {table} ORDER BY 1, 2"  # noqa: S608
                assert one.connection.execute(everything).fetchall() == other.connection.execute(everything).fetchall()
            assert list(integrity.problems(one.connection)) == []


def test_a_lost_candidate_that_comes_later_counts_for_everybody(project: ProjectFile, task: Callable[..., Assignment]) -> None:
    connection, ledger = project.connection, Ledger(project.connection)
    c = candidates.of_article(connection, task().article)[0]
    candidates.replace(connection, task().article, [])
    for name in ("alice", "bob"):
        ledger.append(task(name), [Draft(Kind.ACCEPT, c.id, c.start, c.end, c.label, c.surface)], scheme_version=1)
    assert connection.execute("SELECT count(*) FROM mark").fetchone() == (0,)
    merged.add_candidates(connection, task().article, [c])
    assert connection.execute("SELECT DISTINCT target, status FROM mark").fetchall() == [(c.id, Status.ACCEPTED.value)]
    assert connection.execute("SELECT count(*) FROM mark").fetchone() == (2,)
    assert candidates.active_ids(connection, task().article) == frozenset()
    assert list(integrity.problems(connection)) == []


def test_a_candidate_that_is_proposed_now_keeps_its_description(project: ProjectFile, task: Callable[..., Assignment]) -> None:
    before = candidates.of_article(project.connection, task().article)
    c = before[0]
    candidates.replace(project.connection, task().article, [Proposal(c.start, c.end, c.label, c.surface, ("pattern:p",), 0.1)])
    merged.add_candidates(project.connection, task().article, [c])
    (now,) = candidates.of_article(project.connection, task().article)
    assert (now.sources, now.score) == (("pattern:p",), 0.1)


def test_the_text_of_an_article_alone_is_the_articles_text(project: ProjectFile) -> None:
    for article in articles.each(project.connection):
        assert merged.text_alone(project.connection, article.id) == article.text
    with pytest.raises(ProjectError, match="There is no article nowhere"):
        merged.text_alone(project.connection, "nowhere")
