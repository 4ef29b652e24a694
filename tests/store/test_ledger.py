"""The ledger refuses what contradicts the text, tells what became of each target, and never runs backwards."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from annotator.core.candidate import Candidate
from annotator.core.decision import Assignment, Cause, Condition, Draft, Kind
from annotator.core.errors import LedgerError, ProjectError
from annotator.core.fold import Status, fold
from annotator.store import candidates, integrity, people
from annotator.store.file import ProjectFile, open_project
from annotator.store.ledger import Ledger

Task = Callable[..., Assignment]


def first_candidates(file: ProjectFile, assignment: Assignment) -> list[Candidate]:
    return candidates.of_article(file.connection, assignment.article)


def accepting(candidate: Candidate, kind: Kind = Kind.ACCEPT) -> Draft:
    c = candidate
    return Draft(kind, target=c.id, start=c.start, end=c.end, label=c.label, surface=c.surface, source=c.source, score=c.score, seconds=1.5)


def marks(file: ProjectFile) -> list[tuple[object, ...]]:
    return file.connection.execute('SELECT target, start, "end", label, surface, status FROM mark ORDER BY start').fetchall()


def counters(file: ProjectFile, assignment: Assignment) -> tuple[object, ...]:
    rows = file.connection.execute("SELECT decisions, decided, marks, flags FROM assignment WHERE id = ?", (assignment.id,))
    return tuple(rows.fetchone())


def test_a_decision_reads_back_as_it_was_written(project: ProjectFile, task: Task) -> None:
    ledger = Ledger(project.connection, now_ms=lambda: 1_700_000_000_123)
    blind = task("bob", condition=Condition.BLIND)
    drafts = [
        accepting(first_candidates(project, blind)[0]),
        Draft(Kind.LINK, target="c", value="programme-7", cause=Cause.SAME),
        Draft(Kind.FINISH, value="presentation", cause=Cause.REST),
    ]
    written = ledger.append(blind, drafts, scheme_version=3)
    assert list(ledger.decisions(blind.id)) == list(written.decisions)
    first, link, finish = written.decisions
    assert (first.kind, first.surface, first.seconds, first.score, first.cause) == (Kind.ACCEPT, "产业\n扶贫", 1.5, 0.9, None)
    assert (first.annotator, first.article, first.condition, first.scheme_version) == (blind.annotator, blind.article, "blind", 3)
    assert (link.value, link.cause, finish.target) == ("programme-7", Cause.SAME, None)
    assert {d.at for d in written.decisions} == {"2023-11-14T22:13:20.123Z"}
    assert len({d.step for d in written.decisions}) == 1


def test_a_step_tells_what_became_of_its_targets_and_its_article(project: ProjectFile, task: Task) -> None:
    ledger = Ledger(project.connection)
    one, other, *_ = first_candidates(project, task())
    written = ledger.append(task(), [accepting(one), Draft(Kind.SKIP, target=other.id), Draft(Kind.FINISH)], scheme_version=1)
    states = written.states[task().id]
    assert {target: state and state.status for target, state in states.items()} == {one.id: Status.ACCEPTED, other.id: Status.SKIPPED}
    assert written.articles[task().id].finished_by == written.decisions[2].id
    undone = ledger.undo(task().annotator)
    assert undone is not None
    assert undone.states[task().id] == {one.id: None, other.id: None}
    assert not undone.articles[task().id].is_finished


@pytest.mark.parametrize(
    ("start", "end", "surface"),
    [
        (11, 12, "低保"),
        (12, 14, "低保"),
        (0, 0, ""),
        (5, 3, ""),
        (-28, -26, "低保"),
        (38, 99, "。"),
        (90, 99, ""),
        (11, None, "低"),
        (None, 13, "低保"),
        (None, None, None),
        (11, 13, None),
    ],
)
def test_a_mark_that_is_not_what_stands_at_its_offsets_is_refused_and_nothing_is_written(
    project: ProjectFile, task: Task, start: int | None, end: int | None, surface: str | None
) -> None:
    ledger = Ledger(project.connection)
    good = accepting(first_candidates(project, task())[0])
    bad = Draft(Kind.ADD, start=start, end=end, label="OTHER", surface=surface)
    with pytest.raises(LedgerError) as caught:
        ledger.append(task(), [good, bad], scheme_version=1)
    assert task().article in str(caught.value)
    assert f"{start}–{end}" in str(caught.value)
    assert project.connection.execute("SELECT (SELECT count(*) FROM decision), (SELECT count(*) FROM assignment)").fetchone() == (0, 0)
    assert not project.connection.in_transaction


def test_a_decision_on_an_article_that_is_not_there_is_refused(project: ProjectFile, task: Task) -> None:
    elsewhere = Assignment("s", "no such article", task().annotator)
    with pytest.raises(ProjectError, match="There is no article no such article"):
        Ledger(project.connection).append(elsewhere, [Draft(Kind.ADD, start=0, end=1, label="OTHER", surface="云")], scheme_version=1)


def test_the_step_after_a_refused_one_is_written(project: ProjectFile, task: Task) -> None:
    ledger = Ledger(project.connection)
    with pytest.raises(LedgerError):
        ledger.append(task(), [Draft(Kind.ADD, start=0, end=2, label="OTHER", surface="不是")], scheme_version=1)
    ledger.append(task(), [Draft(Kind.ADD, start=0, end=3, label="OTHER", surface="云岭县")], scheme_version=1)
    assert [row[4] for row in marks(project)] == ["云岭县"]


def test_a_mark_follows_its_decisions_and_goes_with_the_last_undo(project: ProjectFile, task: Task) -> None:
    ledger, (c, *_) = Ledger(project.connection), first_candidates(project, task())
    ledger.append(task(), [accepting(c)], scheme_version=1)
    assert marks(project) == [(c.id, 5, 10, "INDUSTRY", "产业\n扶贫", "accepted")]
    ledger.append(task(), [Draft(Kind.MOVE, target=c.id, start=3, end=10, label=c.label, surface="推进产业\n扶贫")], scheme_version=1)
    assert marks(project) == [(c.id, 3, 10, "INDUSTRY", "推进产业\n扶贫", "moved")]
    assert counters(project, task()) == (2, 1, 1, 0)
    ledger.undo(task().annotator)
    assert marks(project) == [(c.id, 5, 10, "INDUSTRY", "产业\n扶贫", "accepted")]
    ledger.undo(task().annotator)
    assert marks(project) == []
    assert counters(project, task()) == (4, 0, 0, 0)


def test_a_flag_without_a_word_counts_as_a_flag(project: ProjectFile, task: Task) -> None:
    ledger, (c, *_) = Ledger(project.connection), first_candidates(project, task())
    ledger.append(task(), [Draft(Kind.FLAG, target=c.id, value=""), Draft(Kind.FLAG, value="")], scheme_version=1)
    assert counters(project, task()) == (2, 0, 0, 2)
    assert list(integrity.problems(project.connection)) == []


def test_a_candidate_of_another_article_is_unknown_here(project: ProjectFile, task: Task) -> None:
    (other, *_) = first_candidates(project, task(article=2))
    written = Ledger(project.connection).append(task(), [Draft(Kind.ACCEPT, target=other.id)], scheme_version=1)
    assert written.states[task().id] == {other.id: None}
    assert marks(project) == []
    assert list(integrity.problems(project.connection)) == []


def test_an_adjudicated_span_that_nobody_proposed_becomes_a_mark(project: ProjectFile, task: Task) -> None:
    draft = Draft(Kind.ADJUDICATE, start=0, end=3, label="OTHER", surface="云岭县")
    (row,) = Ledger(project.connection).append(task(), [draft], scheme_version=1).decisions
    assert row.target == row.id
    assert [(m[0], m[5]) for m in marks(project)] == [(row.id, "added")]


def test_moves_of_one_edge_are_one_step_for_undo(project: ProjectFile, task: Task) -> None:
    ledger, (c, *_) = Ledger(project.connection), first_candidates(project, task())
    step = ledger.append(task(), [accepting(c, Kind.MOVE)], scheme_version=1).decisions[0].step
    for start, surface in ((4, "进产业\n扶贫"), (3, "推进产业\n扶贫")):
        ledger.append(
            task(), [Draft(Kind.MOVE, target=c.id, start=start, end=10, label=c.label, surface=surface)], scheme_version=1, step=step
        )
    undone = ledger.undo(task().annotator)
    assert undone is not None
    assert len(undone.decisions) == 3
    assert ledger.undo(task().annotator) is None
    redone = ledger.redo(task().annotator)
    assert redone is not None
    assert [row[1] for row in marks(project)] == [3]


def test_undo_takes_back_what_was_decided_before_the_file_was_closed_in_whatever_article(
    tmp_path: Path, project: ProjectFile, task: Task
) -> None:
    ledger = Ledger(project.connection)
    (first, *_), (second, *_) = first_candidates(project, task()), first_candidates(project, task(article=2))
    ledger.append(task(), [accepting(first)], scheme_version=1)
    ledger.append(task(article=2), [accepting(second)], scheme_version=1)
    project.close()
    with open_project(project.path) as again:
        undone = Ledger(again.connection).undo(task().annotator)
        assert undone is not None
        assert undone.decisions[0].article == task(article=2).article
        redone = Ledger(again.connection).redo(task().annotator)
        assert redone is not None
        assert len(marks(again)) == 2


def test_a_step_on_several_articles_is_stored_undone_and_redone_as_one(project: ProjectFile, task: Task) -> None:
    ledger = Ledger(project.connection)
    (first, *_), (second, *_) = first_candidates(project, task()), first_candidates(project, task(article=2))
    written = ledger.append(task(), [accepting(first)], scheme_version=1, elsewhere=[(task(article=2), [accepting(second)])])
    assert set(written.states) == {task().id, task(article=2).id}
    assert len({d.step for d in written.decisions}) == 1
    assert len(marks(project)) == 2
    undone = ledger.undo(task().annotator)
    assert undone is not None
    assert undone.states == {task().id: {first.id: None}, task(article=2).id: {second.id: None}}
    assert marks(project) == []
    assert ledger.undo(task().annotator) is None
    redone = ledger.redo(task().annotator)
    assert redone is not None
    assert len(marks(project)) == 2
    assert list(integrity.problems(project.connection)) == []


def test_a_step_that_is_refused_on_one_article_is_stored_on_none(project: ProjectFile, task: Task) -> None:
    ledger, (first, *_) = Ledger(project.connection), first_candidates(project, task())
    bad = Draft(Kind.ADD, start=0, end=2, label="OTHER", surface="不是")
    with pytest.raises(LedgerError):
        ledger.append(task(), [accepting(first)], scheme_version=1, elsewhere=[(task(article=2), [bad])])
    assert project.connection.execute("SELECT (SELECT count(*) FROM decision), (SELECT count(*) FROM assignment)").fetchone() == (0, 0)


def test_people_do_not_undo_each_other(project: ProjectFile, task: Task) -> None:
    ledger, (c, *_) = Ledger(project.connection), first_candidates(project, task())
    ledger.append(task("alice"), [accepting(c)], scheme_version=1)
    ledger.append(task("bob"), [accepting(c)], scheme_version=1)
    undone = ledger.undo(task("alice").annotator)
    assert undone is not None
    assert {d.annotator for d in undone.decisions} == {task("alice").annotator}
    assert ledger.undo(task("alice").annotator) is None
    assert counters(project, task("bob")) == (1, 1, 1, 0)


def test_nothing_can_be_undone_or_redone_in_a_new_file(project: ProjectFile, task: Task) -> None:
    ledger = Ledger(project.connection)
    assert ledger.undo(task().annotator) is None
    assert ledger.redo(task().annotator) is None


def test_two_ledgers_of_one_file_do_not_overtake_each_other(project: ProjectFile, task: Task) -> None:
    """A job may hold a ledger of its own; the clock stands still for both."""
    one = Ledger(project.connection, now_ms=lambda: 1_000)
    other = Ledger(project.connection, now_ms=lambda: 1_000)
    ids = []
    for ledger in (one, other, one, one, other):
        (row,) = ledger.append(task(), [Draft(Kind.NOTE, value="n")], scheme_version=1).decisions
        ids.append(row.id)
    assert ids == sorted(ids)
    assert [d.id for d in one.decisions(task().id)] == ids


def test_a_clock_that_steps_back_between_two_sessions_does_not_turn_the_order(project: ProjectFile, task: Task) -> None:
    (late,) = Ledger(project.connection, now_ms=lambda: 9_000).append(task(), [Draft(Kind.NOTE, value="1")], scheme_version=1).decisions
    project.close()
    with open_project(project.path) as again:
        ledger = Ledger(again.connection, now_ms=lambda: 1_000)
        ledger.append(task(), [Draft(Kind.NOTE, value="2")], scheme_version=1)
        assert fold(ledger.decisions(task().id), {}).article.note == "2"
        assert [d.id for d in ledger.decisions(task().id)][:1] == [late.id]


def test_a_decision_is_seen_by_another_program_as_soon_as_it_is_written(project: ProjectFile, task: Task) -> None:
    (row,) = Ledger(project.connection).append(task(), [Draft(Kind.NOTE, value="n")], scheme_version=1).decisions
    other = sqlite3.connect(project.path)
    assert other.execute("SELECT id, value FROM decision").fetchall() == [(row.id, "n")]
    other.close()


def test_a_full_disk_is_said_and_leaves_the_ledger_as_it_was(project: ProjectFile, task: Task) -> None:
    ledger = Ledger(project.connection)
    ledger.append(task(), [Draft(Kind.NOTE, value="before")], scheme_version=1)
    (pages,) = project.connection.execute("PRAGMA page_count").fetchone()
    project.connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(ProjectError, match=r"cannot be written: database or disk is full\. Nothing of this step was stored"):
        ledger.append(task(), [Draft(Kind.NOTE, value="长" * 100_000)], scheme_version=1)
    project.connection.execute("PRAGMA max_page_count = 100000")
    ledger.append(task(), [Draft(Kind.NOTE, value="after")], scheme_version=1)
    assert [d.value for d in ledger.decisions(task().id)] == ["before", "after"]
    assert list(integrity.problems(project.connection)) == []


def test_a_file_opened_read_only_refuses_decisions_with_a_sentence(project: ProjectFile, task: Task) -> None:
    with open_project(project.path, write=False) as reader, pytest.raises(ProjectError, match="cannot be written"):
        Ledger(reader.connection).append(task(), [Draft(Kind.NOTE, value="n")], scheme_version=1)


def test_progress_counts_open_and_finished_articles_decisions_and_marks(project: ProjectFile, task: Task) -> None:
    ledger, (c, *_) = Ledger(project.connection), first_candidates(project, task())
    ledger.append(task(), [accepting(c), Draft(Kind.FINISH)], scheme_version=1)
    ledger.append(task(article=2), [Draft(Kind.NOTE, value="n")], scheme_version=1)
    alice, bob = people.progress(project.connection)
    assert (alice.name, alice.open, alice.finished, alice.decisions, alice.marks) == ("alice", 1, 1, 3, 1)
    assert (bob.name, bob.open, bob.finished, bob.decisions, bob.marks) == ("bob", 0, 0, 0, 0)
