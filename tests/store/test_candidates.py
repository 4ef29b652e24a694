"""Candidates come and go; what somebody decided on or was shown stays."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from annotator.core.candidate import Candidate, Proposal
from annotator.core.decision import Assignment, Draft, Kind
from annotator.core.ids import candidate_id, content_id
from annotator.store import candidates, integrity
from annotator.store.candidates import Scored
from annotator.store.file import ProjectFile, transaction
from annotator.store.ledger import Ledger

Task = Callable[..., Assignment]


def proposals(file: ProjectFile, article: str) -> list[Proposal]:
    found = candidates.of_article(file.connection, article)
    return [Proposal(c.start, c.end, c.label, c.surface, c.sources, c.score, c.reason) for c in found]


def active(file: ProjectFile, article: str) -> list[str]:
    return [c.id for c in candidates.of_article(file.connection, article)]


def ever(file: ProjectFile, article: str) -> set[str]:
    return {c.id for c in candidates.of_article(file.connection, article, inactive=True)}


def replace_all(file: ProjectFile, article: str, new: list[Proposal]) -> int:
    with transaction(file.connection):
        return candidates.replace(file.connection, article, new)


def test_a_candidate_reads_back_as_it_was_proposed(project: ProjectFile, task: Task) -> None:
    first = candidates.of_article(project.connection, task().article)[0]
    assert first == Candidate(
        id=candidate_id(task().article, 5, 10, "INDUSTRY"),
        start=5,
        end=10,
        label="INDUSTRY",
        surface="产业\n扶贫",
        sources=("lexicon:产业\n扶贫",),
        score=0.9,
        reason="whole_word",
    )
    assert candidates.by_id(project.connection, first.id, article=task().article) == first
    assert candidates.by_id(project.connection, first.id, article=task(article=2).article) is None
    assert candidates.by_id(project.connection, "nobody", article=task().article) is None


def test_candidates_are_in_text_order_and_longer_ones_come_first(project: ProjectFile, task: Task) -> None:
    article = task().article
    new = [Proposal(s, e, label, "", (), 0.5) for s, e, label in [(3, 5, "B"), (0, 2, "A"), (3, 5, "A"), (3, 9, "Z")]]
    assert replace_all(project, article, new) == 4
    assert [(c.start, c.end, c.label) for c in candidates.of_article(project.connection, article)] == [
        (0, 2, "A"),
        (3, 9, "Z"),
        (3, 5, "A"),
        (3, 5, "B"),
    ]


def test_candidates_nobody_touched_go_without_a_trace(project: ProjectFile, task: Task) -> None:
    article = task().article
    kept = proposals(project, article)[:1]
    assert replace_all(project, article, kept) == 1
    assert ever(project, article) == set(active(project, article))
    assert len(ever(project, article)) == 1


def test_a_decided_candidate_stays_inactive_and_comes_back_with_what_is_said_of_it_now(project: ProjectFile, task: Task) -> None:
    article, before = task().article, proposals(project, task().article)
    decided, undone, *_ = candidates.of_article(project.connection, article)
    ledger = Ledger(project.connection)
    ledger.append(task(), [Draft(Kind.REJECT, target=decided.id)], scheme_version=1)
    ledger.append(task("bob"), [Draft(Kind.REJECT, target=undone.id)], scheme_version=1)
    ledger.undo(task("bob").annotator)

    assert replace_all(project, article, []) == 0
    assert active(project, article) == []
    assert ever(project, article) == {decided.id, undone.id}
    assert candidates.by_id(project.connection, decided.id, article=task().article) == decided

    assert replace_all(project, article, [replace(before[0], sources=("learned",), score=0.4, reason="seen")]) == 1
    (back,) = candidates.of_article(project.connection, article)
    assert (back.id, back.sources, back.score, back.reason) == (decided.id, ("learned",), 0.4, "seen")
    assert ever(project, article) == {decided.id, undone.id}
    assert list(integrity.problems(project.connection)) == []


def test_a_decision_in_another_article_keeps_no_candidate_here(project: ProjectFile, task: Task) -> None:
    (first, *_) = candidates.of_article(project.connection, task().article)
    Ledger(project.connection).append(task(article=2), [Draft(Kind.REJECT, target=first.id)], scheme_version=1)
    replace_all(project, task().article, [])
    assert ever(project, task().article) == set()


def test_candidates_that_were_on_screen_stay_and_those_of_other_articles_do_not(project: ProjectFile, task: Task) -> None:
    shown = active(project, task().article)
    candidates.remember_presentation(project.connection, task().article, shown)
    replace_all(project, task().article, [])
    replace_all(project, task(article=2).article, [])
    assert ever(project, task().article) == set(shown)
    assert ever(project, task(article=2).article) == set()


def test_a_presentation_is_named_by_the_article_and_what_was_shown_in_whatever_order(project: ProjectFile, task: Task) -> None:
    connection, shown = project.connection, active(project, task().article)
    first = candidates.remember_presentation(connection, task().article, shown)
    assert first == candidates.remember_presentation(connection, task().article, shown[::-1])
    assert first == content_id("presentation", task().article, *sorted(shown))
    others = {
        candidates.remember_presentation(connection, task().article, shown[1:]),
        candidates.remember_presentation(connection, task().article, []),
        candidates.remember_presentation(connection, task(article=2).article, shown),
    }
    assert len(others | {first}) == 4
    assert connection.execute("SELECT count(*) FROM presentation").fetchone() == (4,)


def test_identical_proposals_are_one_candidate_and_the_last_says_why(project: ProjectFile, task: Task) -> None:
    one = proposals(project, task().article)[0]
    assert replace_all(project, task().article, [one, replace(one, reason="learned")]) == 1
    assert [c.reason for c in candidates.of_article(project.connection, task().article)] == ["learned"]
    assert list(integrity.problems(project.connection)) == []


@pytest.mark.parametrize("inactive", [True, False])
def test_candidates_of_all_articles_come_by_article_number(project: ProjectFile, task: Task, *, inactive: bool) -> None:
    first = active(project, task().article)[0]
    Ledger(project.connection).append(task(), [Draft(Kind.REJECT, target=first)], scheme_version=1)
    replace_all(project, task().article, proposals(project, task().article)[1:])
    listed = {article: [c.id for c in found] for article, found in candidates.each(project.connection, inactive=inactive)}
    assert list(listed) == [task().article, task(article=2).article]
    assert (first in listed[task().article]) is inactive
    assert len(listed[task().article]) == (4 if inactive else 3)


def test_the_doubt_of_an_article_is_the_mean_entropy_of_its_candidates(project: ProjectFile, task: Task) -> None:
    one, two, *_ = proposals(project, task().article)
    replace_all(project, task().article, [replace(one, score=0.5), replace(two, score=1.0)])
    assert project.connection.execute("SELECT doubt FROM article WHERE id = ?", (task().article,)).fetchone() == (0.5,)
    replace_all(project, task().article, [])
    assert project.connection.execute("SELECT doubt FROM article WHERE id = ?", (task().article,)).fetchone() == (0.0,)


def test_a_candidate_with_a_learned_score_keeps_the_trust_of_its_source(project: ProjectFile, task: Task) -> None:
    one = proposals(project, task().article)[0]
    candidates.replace(project.connection, task().article, [Scored(replace(one, score=0.2), trust=0.9)])
    (stored,) = candidates.of_article(project.connection, task().article)
    assert (stored.score, stored.trust) == (0.2, 0.9)
