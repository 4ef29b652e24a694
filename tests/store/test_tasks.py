"""Tasks: what was given out, in which order, and whose turn it is."""

import sqlite3
from collections.abc import Callable

import pytest

from annotator.core.decision import Assignment, Condition, Draft, Kind
from annotator.core.ids import annotator_id, assignment_id
from annotator.store import integrity, tasks
from annotator.store.file import ProjectFile
from annotator.store.ledger import Ledger

Task = Callable[..., Assignment]
AT = "2026-01-01T00:00:00Z"


@pytest.fixture
def given(project: ProjectFile, task: Task) -> list[Assignment]:
    """Three tasks: two of alice, one of them blind, and one of bob."""
    rows = [task("alice", 2), task("alice", 0, Condition.BLIND), task("bob", 2)]
    assert tasks.put(project.connection, rows, AT) == 3
    return rows


def test_tasks_come_back_in_the_order_of_giving(project: ProjectFile, given: list[Assignment]) -> None:
    assert [t.assignment for t in tasks.of_round(project.connection, "main")] == given
    assert [t.assignment for t in tasks.of_person(project.connection, annotator_id("alice"))] == given[:2]
    assert tasks.people(project.connection) == sorted({annotator_id("alice"), annotator_id("bob")})
    assert list(integrity.problems(project.connection)) == []


def test_giving_again_adds_nothing(project: ProjectFile, given: list[Assignment]) -> None:
    assert tasks.put(project.connection, given, AT) == 0
    assert [t.assignment for t in tasks.of_round(project.connection, "main")] == given


def test_nobody_is_given_an_article_twice_in_a_round(project: ProjectFile, given: list[Assignment], task: Task) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        tasks.put(project.connection, [task("alice", 0, Condition.SHOWN)], AT)


def test_what_was_begun_is_not_taken_back(project: ProjectFile, given: list[Assignment]) -> None:
    Ledger(project.connection).append(given[0], [Draft(Kind.FLAG, value="doubt")], scheme_version=1)
    tasks.take_back(project.connection, [a.id for a in given])
    assert [t.assignment for t in tasks.of_round(project.connection, "main")] == given[:1]
    assert project.connection.execute("SELECT id FROM assignment").fetchall() == [(given[0].id,)]
    assert list(integrity.problems(project.connection)) == []


def test_an_assignment_that_came_about_silently_is_no_task(project: ProjectFile, task: Task) -> None:
    Ledger(project.connection).append(task(), [Draft(Kind.FLAG, value="doubt")], scheme_version=1)
    assert tasks.assigned(project.connection, annotator_id("alice")) is None
    assert tasks.on_article(project.connection, annotator_id("alice"), task().article) is None


def test_the_current_round_is_that_of_the_first_task_that_is_not_finished(project: ProjectFile, given: list[Assignment]) -> None:
    alice = annotator_id("alice")
    again = Assignment(assignment_id(given[0].article, alice, "retest", "blind"), given[0].article, alice, "retest", Condition.BLIND)
    tasks.put(project.connection, [again], AT)
    ledger = Ledger(project.connection)
    for assignment in given[:2]:
        assert tasks.assigned(project.connection, alice) == {a.article: a for a in given[:2]}
        ledger.append(assignment, [Draft(Kind.FINISH)], scheme_version=1)
    assert tasks.assigned(project.connection, alice) == {again.article: again}
    assert tasks.on_article(project.connection, alice, again.article) == again
    ledger.append(again, [Draft(Kind.FINISH)], scheme_version=1)
    assert tasks.current_round(project.connection, alice) == "retest"
    ledger.append(given[0], [Draft(Kind.REOPEN)], scheme_version=1)
    assert tasks.current_round(project.connection, alice) == "main"


def test_a_task_remembers_when_it_went_out_and_how_far_it_is(project: ProjectFile, given: list[Assignment]) -> None:
    tasks.went_out(project.connection, [given[2].id], AT)
    Ledger(project.connection).append(given[2], [Draft(Kind.FINISH)], scheme_version=1)
    found = tasks.of_round(project.connection, "main")
    assert [(t.handed_out, t.decisions, t.is_finished) for t in found] == [(None, 0, False), (None, 0, False), (AT, 1, True)]
