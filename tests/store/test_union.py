"""Merging is a set union: order, repetition and stale copies do not matter, and nobody's undo reaches what was merged."""

import random
import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.core.candidate import Candidate, Proposal
from annotator.core.decision import Assignment, Condition, Decision, Draft, Kind, decision_of
from annotator.core.errors import LedgerError
from annotator.core.fold import Annotation, Status, fold
from annotator.core.ids import assignment_id, following_uuid7
from annotator.store import articles, candidates, integrity, people
from annotator.store.file import ProjectFile, open_project, save_copy, transaction
from annotator.store.ledger import Ledger

Everything = dict[str, tuple[list[Decision], Annotation]]


@contextmanager
def copies(template: Path, count: int) -> Iterator[list[ProjectFile]]:
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        files = []
        for i in range(count):
            path = Path(folder) / f"{i}.annot"
            shutil.copyfile(template, path)
            files.append(stack.enter_context(open_project(path)))
        yield files


def assignments(file: ProjectFile) -> list[Assignment]:
    rows = file.connection.execute("SELECT id, article, annotator, round, condition FROM assignment")
    return [Assignment(a, article, person, round_, Condition(c)) for a, article, person, round_, c in rows]


def decisions(file: ProjectFile) -> list[Decision]:
    return [d for a in assignments(file) for d in Ledger(file.connection).decisions(a.id)]


def known(file: ProjectFile, article: str) -> dict[str, Candidate]:
    return {c.id: c for c in candidates.of_article(file.connection, article, inactive=True)}


def everything(file: ProjectFile) -> Everything:
    ledger = Ledger(file.connection)
    return {a.id: (list(ledger.decisions(a.id)), fold(ledger.decisions(a.id), known(file, a.article))) for a in assignments(file)}


def work(file: ProjectFile, person: str, chance: random.Random, *, fast_by_ms: int = 0) -> None:
    """Let `person` do what chance says: decide, add, undo, redo."""
    clock = iter(range(1_700_000_000_000 + fast_by_ms, 1_800_000_000_000, 7))
    ledger = Ledger(file.connection, now_ms=lambda: next(clock))
    of_articles = list(articles.each(file.connection))
    for _ in range(chance.randrange(1, 9)):
        action = chance.random()
        if action < 0.2:
            ledger.undo(person)
        elif action < 0.3:
            ledger.redo(person)
        else:
            article = chance.choice(of_articles)
            assignment = Assignment(assignment_id(article.id, person, "main", "shown"), article.id, person)
            ledger.append(assignment, [draft(file, article, chance) for _ in range(chance.choice([1, 1, 2]))], scheme_version=1)


def draft(file: ProjectFile, article: articles.Article, chance: random.Random) -> Draft:
    start = chance.randrange(len(article.text) - 1)
    end = chance.randrange(start + 1, len(article.text))
    surface = article.text[start:end]
    of_article = list(known(file, article.id))
    if not of_article or chance.random() < 0.3:
        return Draft(Kind.ADD, start=start, end=end, label="OTHER", surface=surface)
    kind = chance.choice([Kind.ACCEPT, Kind.MOVE, Kind.REJECT, Kind.RELABEL, Kind.SKIP, Kind.NOTE, Kind.FLAG, Kind.FINISH])
    if kind is Kind.FINISH:
        return Draft(kind)
    if kind in {Kind.NOTE, Kind.FLAG}:
        return Draft(kind, target=chance.choice(of_article), value="存疑")
    return Draft(kind, target=chance.choice(of_article), start=start, end=end, label="INDUSTRY", surface=surface)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    same_person=st.booleans(),
    fast_by_ms=st.sampled_from([0, 86_400_000, -86_400_000]),
    chance=st.randoms(use_true_random=False),
)
def test_the_union_of_two_files_is_the_same_in_any_order_twice_and_with_stale_copies(
    sample_file: Path, fast_by_ms: int, chance: random.Random, *, same_person: bool
) -> None:
    with copies(sample_file, 4) as files:
        one, two, third, fourth = files
        person = {name: i for i, name in people.names(one.connection).items()}
        work(one, person["alice"], chance)
        stale = (assignments(one), decisions(one))
        work(one, person["alice"], chance)
        work(two, person["alice" if same_person else "bob"], chance, fast_by_ms=fast_by_ms)
        parts = [(assignments(one), decisions(one)), (assignments(two), decisions(two)), stale]

        Ledger(one.connection).union(*parts[1])
        Ledger(two.connection).union(*parts[0])
        for at, given_parts in ((third, parts), (fourth, [*parts, *parts])):
            stirred = list(given_parts)
            chance.shuffle(stirred)
            for of, rows in stirred:
                Ledger(at.connection).union(of, chance.sample(rows, len(rows)))

        expected = everything(one)
        union = {d.id: d for _, rows in parts for d in rows}
        assert {d.id: d for rows, _ in expected.values() for d in rows} == union
        for file in files:
            assert everything(file) == expected
            assert list(integrity.problems(file.connection)) == []
            assert Ledger(file.connection).union(*parts[0]) == 0
        undo_reaches_only_what_was_decided_here(one, person["alice"], parts[1][1])


def undo_reaches_only_what_was_decided_here(file: ProjectFile, person: str, merged: Sequence[Decision]) -> None:
    ledger = Ledger(file.connection)
    elsewhere = {d.id for d in merged}
    before = {d.id for d in decisions(file)}
    while (written := ledger.undo(person)) is not None:
        assert not {d.retracts for d in written.decisions} & elsewhere
    gone = {d.retracts for d in decisions(file) if d.id not in before}
    assert gone <= before - elsewhere
    assert list(integrity.problems(file.connection)) == []


def foreign(file: ProjectFile, assignment: Assignment, *, now_ms: int = 1_700_000_000_000, kind: Kind = Kind.ACCEPT) -> Decision:
    """Return what somebody decided elsewhere, at `now_ms`, on the first candidate."""
    c = candidates.of_article(file.connection, assignment.article)[0]
    made = Draft(kind, target=c.id, start=c.start, end=c.end, label=c.label, surface=c.surface)
    decision_id = following_uuid7(None, now_ms, 1)
    return decision_of(made, assignment, decision_id=decision_id, step=decision_id, scheme_version=1, at="2026-01-01T00:00:00.000Z")


def test_a_decision_made_after_merging_work_from_a_fast_clock_is_the_later_one(
    project: ProjectFile, task: Callable[..., Assignment]
) -> None:
    here = Ledger(project.connection, now_ms=lambda: 1_700_000_000_000)
    from_tomorrow = foreign(project, task(), now_ms=1_700_086_400_000)
    # Merging has a ledger of its own, as a command beside the window's ledger has.
    assert Ledger(project.connection).union([task()], [from_tomorrow]) == 1
    rejected = here.append(task(), [Draft(Kind.REJECT, target=from_tomorrow.target)], scheme_version=1)
    assert rejected.decisions[0].id > from_tomorrow.id
    assert everything(project)[task().id][1].states[str(from_tomorrow.target)].status is Status.REJECTED
    assert list(integrity.problems(project.connection)) == []


def test_undo_after_a_merge_from_a_fast_clock_still_takes_back(project: ProjectFile, task: Callable[..., Assignment]) -> None:
    here = Ledger(project.connection, now_ms=lambda: 1_700_000_000_000)
    from_tomorrow = foreign(project, task(), now_ms=1_700_086_400_000)
    here.append(task(), [Draft(Kind.FLAG, target=from_tomorrow.target, value="doubt")], scheme_version=1)
    Ledger(project.connection).union([task()], [from_tomorrow])
    undone = here.undo(task().annotator)
    assert undone is not None
    assert undone.decisions[0].id > from_tomorrow.id
    assert list(integrity.problems(project.connection)) == []


def test_what_was_undone_in_a_copy_and_merged_back_is_not_undone_once_more(
    project: ProjectFile, task: Callable[..., Assignment], tmp_path: Path
) -> None:
    ledger = Ledger(project.connection)
    first, second = (ledger.append(task(), [Draft(Kind.SKIP, target=c.id)], scheme_version=1) for c in known_list(project, task()))
    save_copy(project.connection, tmp_path / "at home.annot")
    with open_project(tmp_path / "at home.annot") as home:
        assert Ledger(home.connection).undo(task().annotator) is not None
        ledger.union([task()], Ledger(home.connection).decisions(task().id))
    undone = ledger.undo(task().annotator)
    assert undone is not None
    assert [d.retracts for d in undone.decisions] == [first.decisions[0].id]
    assert ledger.undo(task().annotator) is None
    assert second.decisions[0].id not in {d.retracts for d in undone.decisions}


def test_undo_takes_back_what_a_step_wrote_here_and_not_how_it_went_on_elsewhere(
    project: ProjectFile, task: Callable[..., Assignment], tmp_path: Path
) -> None:
    ledger, (c, _) = Ledger(project.connection), known_list(project, task())
    move = Draft(Kind.MOVE, target=c.id, start=c.start, end=c.end + 1, label=c.label, surface=f"{c.surface}，")
    (here,) = ledger.append(task(), [move], scheme_version=1).decisions
    save_copy(project.connection, tmp_path / "at home.annot")
    with open_project(tmp_path / "at home.annot") as home:
        further = Ledger(home.connection).append(task(), [Draft(Kind.NOTE, target=c.id, value="n")], scheme_version=1, step=here.step)
        ledger.union([task()], further.decisions)
    undone = ledger.undo(task().annotator)
    assert undone is not None
    assert [d.retracts for d in undone.decisions] == [here.id]
    assert everything(project)[task().id][1].states[c.id].note == "n"


def known_list(file: ProjectFile, assignment: Assignment) -> list[Candidate]:
    return candidates.of_article(file.connection, assignment.article)[:2]


@pytest.mark.parametrize(
    "changes",
    [
        {"id": "0190163d-8694-439b-aea5-966c26f8ad91"},
        {"id": "a3f1c04e9b1d2f3a4b5c6d7e"},
        {"id": "f190163d-8694-739b-aea5-966c26f8ad91"},
        {"annotator": "somebody else"},
        {"article": "another article"},
        {"condition": Condition.BLIND},
        {"assignment": "no assignment that came along"},
    ],
)
def test_a_foreign_decision_that_fits_no_assignment_is_refused_and_nothing_is_written(
    project: ProjectFile, task: Callable[..., Assignment], changes: dict[str, str]
) -> None:
    good = foreign(project, task())
    bad = replace(foreign(project, task(), now_ms=1_700_000_000_001), **changes)  # type: ignore[arg-type]
    with pytest.raises(LedgerError, match="belongs to no task of this project"):
        Ledger(project.connection).union([task()], [good, bad])
    assert everything(project) == {}


def test_a_foreign_decision_on_another_text_is_refused_and_nothing_is_written(
    project: ProjectFile, task: Callable[..., Assignment]
) -> None:
    good = foreign(project, task())
    bad = replace(foreign(project, task(), now_ms=1_700_000_000_001), start=1)
    with pytest.raises(LedgerError, match="Nothing was written"):
        Ledger(project.connection).union([task()], [good, bad])
    assert everything(project) == {}


def test_a_merge_inside_a_larger_transaction_goes_with_it(project: ProjectFile, task: Callable[..., Assignment]) -> None:
    def merge_and_fail() -> None:
        with transaction(project.connection):
            Ledger(project.connection).union([task()], [foreign(project, task())])
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        merge_and_fail()
    assert everything(project) == {}


def test_a_merge_that_is_refused_inside_a_larger_transaction_leaves_nothing_in_it(
    project: ProjectFile, task: Callable[..., Assignment]
) -> None:
    with transaction(project.connection):
        project.set("merged", "no")
        with pytest.raises(LedgerError):
            Ledger(project.connection).union([task()], [foreign(project, task()), replace(foreign(project, task()), start=1)])
    assert everything(project) == {}
    assert project.setting("merged") == "no"


def test_decisions_on_a_candidate_that_comes_later_count_once_the_assignment_is_rebuilt(
    project: ProjectFile, task: Callable[..., Assignment]
) -> None:
    connection, ledger = project.connection, Ledger(project.connection)
    elsewhere = foreign(project, task())
    proposals = [Proposal(c.start, c.end, c.label, c.surface, c.sources, c.score) for c in known(project, task().article).values()]
    candidates.replace(connection, task().article, [])
    ledger.union([task()], [elsewhere])
    assert everything(project)[task().id][1].marks() == ()
    with transaction(connection):
        candidates.replace(connection, task().article, proposals)
        ledger.rebuild(task().id)
    assert [m.target for m in everything(project)[task().id][1].marks()] == [elsewhere.target]
    assert list(integrity.problems(connection)) == []
