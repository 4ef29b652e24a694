"""How often a source was right agrees with the fold of every assignment."""

import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.core.decision import Assignment, Cause, Draft, Kind
from annotator.core.fold import Status, fold
from annotator.core.ids import assignment_id
from annotator.project import evidence as project_evidence
from annotator.project.workspace import Project
from annotator.store import candidates, evidence, people
from annotator.store.ledger import Ledger

_KINDS = (Kind.ACCEPT, Kind.REJECT, Kind.SKIP, Kind.NOTE, Kind.LINK, Kind.RELABEL)
_KEPT = (Status.ACCEPTED, Status.MOVED, Status.RELABELLED)


@pytest.fixture
def demo(sample: Path, tmp_path: Path) -> Iterator[Project]:
    with Project.open(Path(shutil.copy(sample, tmp_path / "demo.annot"))) as opened:
        yield opened


def dense(project: Project) -> str:
    return str(project.connection.execute("SELECT id FROM article ORDER BY candidates DESC LIMIT 1").fetchone()[0])


def task(project: Project, name: str) -> Assignment:
    article, person = dense(project), people.add(project.connection, name)
    return Assignment(assignment_id(article, person, "main", "shown"), article, person)


def decide(project: Project, assignment: Assignment, kind: Kind, at: int, cause: Cause | None = None) -> None:
    candidate = candidates.of_article(project.connection, assignment.article)[at]
    label = "OTHER" if kind is Kind.RELABEL else candidate.label
    draft = Draft(
        kind, candidate.id, candidate.start, candidate.end, label, candidate.surface, candidate.source, candidate.score, cause=cause
    )
    project.ledger.append(assignment, [draft], scheme_version=1)


def folded(project: Project, assignments: list[Assignment]) -> dict[str, tuple[int, int]]:
    kept: Counter[str] = Counter()
    decided: Counter[str] = Counter()
    for assignment in assignments:
        known = {c.id: c for c in candidates.of_article(project.connection, assignment.article, inactive=True)}
        for state in fold(project.ledger.decisions(assignment.id), known).states.values():
            if state.status in {*_KEPT, Status.REJECTED}:
                decided[str(state.source)] += 1
                kept[str(state.source)] += state.status in _KEPT
    return {source: (kept[source], decided[source]) for source in decided}


_ACTIONS = st.lists(
    st.one_of(st.tuples(st.sampled_from(_KINDS), st.integers(0, 3)), st.sampled_from(["undo", "redo"])), min_size=1, max_size=12
)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(mine=_ACTIONS, theirs=_ACTIONS)
def test_the_count_is_that_of_the_folds_of_all_people(demo: Project, mine: list[object], theirs: list[object]) -> None:
    demo.connection.execute("DELETE FROM decision")
    demo.connection.execute("DELETE FROM mark")
    demo.ledger = Ledger(demo.connection)
    tasks = [task(demo, "林晓"), task(demo, "周岚")]
    for assignment, actions in zip(tasks, (mine, theirs), strict=True):
        for action in actions:
            if isinstance(action, tuple):
                decide(demo, assignment, *action)
            elif action == "undo":
                demo.ledger.undo(assignment.annotator)
            else:
                demo.ledger.redo(assignment.annotator)
    assert evidence.tally(demo.connection) == folded(demo, tasks)


def test_what_a_repeat_brought_along_is_not_counted_again(demo: Project) -> None:
    assignment = task(demo, "林晓")
    decide(demo, assignment, Kind.ACCEPT, 0)
    decide(demo, assignment, Kind.ACCEPT, 1, cause=Cause.REPEAT)
    assert [decided for _, decided in evidence.tally(demo.connection).values()] == [1]


def test_another_thread_counts_over_a_connection_of_its_own(demo: Project) -> None:
    decide(demo, task(demo, "林晓"), Kind.REJECT, 0)
    assert list(project_evidence.tally(demo.path).values()) == [(0, 1)]


def test_the_lexicon_says_what_sort_of_name_it_is_and_where_it_is_from(demo: Project) -> None:
    sort, origin = project_evidence.entry_of(demo, "脱贫攻坚", "CAMPAIGN")
    assert sort == "name"
    assert "2015" in origin
    assert project_evidence.entry_of(demo, "没有的词", "CAMPAIGN") == ("", "")


def test_rules_have_titles_in_both_languages_and_examples_without_marks(demo: Project) -> None:
    zh, en = (project_evidence.rules(demo, "veto", language)["meeting"] for language in ("zh", "en"))
    assert zh.title != en.title
    assert zh.examples
    assert not any("⟦" in example or "⟧" in example for example in zh.examples)
