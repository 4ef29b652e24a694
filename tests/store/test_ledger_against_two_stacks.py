"""Whatever people do to a real project file, it says what two stacks of steps and a dictionary say.

The model is naive on purpose: per person a stack of steps done and a stack of steps undone; per assignment the rows of the steps that
stand, read from the first to the last.
"""

import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule, run_state_machine_as_test
from typing_extensions import override

from annotator.core.candidate import Candidate, Proposal
from annotator.core.decision import Assignment, Condition, Decision, Draft, Kind
from annotator.core.fold import EMPTY, Annotation, fold
from annotator.core.ids import assignment_id, is_uuid7
from annotator.store import articles, candidates, integrity, people
from annotator.store.file import open_project, transaction
from annotator.store.ledger import Ledger, Written

NAMES = ("alice", "bob")
LABELS = ("INDUSTRY", "EDUCATION", "OTHER")
RESULT_KINDS = (Kind.ACCEPT, Kind.RELABEL, Kind.MOVE, Kind.REJECT, Kind.SKIP, Kind.REMOVE)
SAYING_KINDS = (Kind.NOTE, Kind.FLAG, Kind.LINK)
VALUES = st.sampled_from([None, "", "x", "y"])

Facts = tuple[str, int, int, str, str | None, str | None, str | None]


@dataclass
class Person:
    """Two stacks of steps; a step is the rows it wrote."""

    done: list[list[Decision]] = field(default_factory=list)
    undone: list[list[Decision]] = field(default_factory=list)


@dataclass
class Seen:
    """What the naive reader knows of one target while it reads."""

    start: int
    end: int
    label: str
    status: str | None = None
    said: dict[Kind, str | None] = field(default_factory=dict)


def read(rows: list[Decision], known: Mapping[str, Candidate]) -> dict[str, Facts]:
    """Say what every touched target is after `rows`, read from the first to the last; none of them was taken back."""
    proposed = {c.id: (c.start, c.end, c.label) for c in known.values()}
    seen = {target: Seen(*span) for target, span in proposed.items()}
    for row in rows:
        if row.kind is Kind.ADD:
            assert row.start is not None
            assert row.end is not None
            seen[row.id] = Seen(row.start, row.end, row.label or "", "added")
            proposed[row.id] = (row.start, row.end, row.label or "")
        elif row.target in seen:
            understand(row, seen[row.target], proposed[row.target], is_candidate=row.target in known)
    return {
        target: (s.status or "open", s.start, s.end, s.label, s.said.get(Kind.LINK), s.said.get(Kind.NOTE), s.said.get(Kind.FLAG))
        for target, s in seen.items()
        if s.status is not None or (target in known and any(value is not None for value in s.said.values()))
    }


def understand(row: Decision, seen: Seen, proposed: tuple[int, int, str], *, is_candidate: bool) -> None:
    if row.kind in SAYING_KINDS:
        seen.said[row.kind] = row.value
        return
    if row.kind in {Kind.REJECT, Kind.SKIP, Kind.REMOVE}:
        seen.status = {Kind.REJECT: "rejected", Kind.SKIP: "skipped", Kind.REMOVE: None}[row.kind]
        seen.start, seen.end, seen.label = proposed
        return
    assert row.start is not None
    assert row.end is not None
    seen.start, seen.end, seen.label = row.start, row.end, row.label or ""
    same_range, same_label = (row.start, row.end) == proposed[:2], row.label == proposed[2]
    seen.status = "added" if not is_candidate else "relabelled" if not same_label else "accepted" if same_range else "moved"


class Desk(RuleBasedStateMachine):
    """Two people at one file, who decide, undo, redo, close it and open it again, while the clock does what it likes."""

    template: Path

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name) / "study.annot"
        self.clock = 1_700_000_000_000
        self.people = {name: Person() for name in NAMES}
        self.written = 0
        self.ids: list[str] = []
        self.annotations: dict[str, Annotation] = {}

    @initialize()
    def open_first(self) -> None:
        shutil.copyfile(self.template, self.path)
        self.open()
        self.person_ids = {name: person for person, name in people.names(self.file.connection).items()}
        self.texts = {a.id: a.text for a in articles.each(self.file.connection)}
        self.proposed = {a: candidates.of_article(self.file.connection, a) for a in self.texts}
        self.known = {a: {c.id: c for c in of_article} for a, of_article in self.proposed.items()}

    def open(self) -> None:
        self.file = open_project(self.path)
        self.ledger = Ledger(self.file.connection, now_ms=lambda: self.clock)

    @override
    def teardown(self) -> None:
        if hasattr(self, "file"):
            self.file.close()
        self.folder.cleanup()

    # What people do

    @rule(
        name=st.sampled_from(NAMES),
        article=st.integers(0, 2),
        condition=st.sampled_from([Condition.SHOWN, Condition.SHOWN, Condition.BLIND]),
        data=st.data(),
    )
    def decide(self, name: str, article: int, condition: Condition, data: st.DataObject) -> None:
        assignment = self.assignment(name, article, condition)
        drafts = [self.draft(assignment, data) for _ in range(data.draw(st.sampled_from([1, 1, 1, 2, 3])))]
        written = self.ledger.append(assignment, drafts, scheme_version=1)
        self.people[name].done.append(list(written.decisions))
        self.people[name].undone.clear()
        self.take(written)

    @precondition(lambda self: any(person.done for person in self.people.values()))
    @rule(data=st.data())
    def go_on_with_the_last_step(self, data: st.DataObject) -> None:
        name = data.draw(st.sampled_from([name for name in NAMES if self.people[name].done]))
        person = self.people[name]
        last = person.done[-1][-1]
        assignment = Assignment(last.assignment, last.article, last.annotator, condition=last.condition)
        written = self.ledger.append(assignment, [self.draft(assignment, data)], scheme_version=1, step=last.step)
        person.done[-1].extend(written.decisions)
        person.undone.clear()
        self.take(written)

    @rule(name=st.sampled_from(NAMES))
    def undo(self, name: str) -> None:
        person = self.people[name]
        written = self.ledger.undo(self.person_ids[name])
        assert (written is not None) is bool(person.done)
        if written is not None:
            assert {d.retracts for d in written.decisions} == {d.id for d in person.done[-1]}
            person.undone.append(person.done.pop())
            self.take(written)

    @rule(name=st.sampled_from(NAMES))
    def redo(self, name: str) -> None:
        person = self.people[name]
        written = self.ledger.redo(self.person_ids[name])
        assert (written is not None) is bool(person.undone)
        if written is not None:
            person.done.append(person.undone.pop())
            self.take(written)

    @rule()
    def close_and_open_again(self) -> None:
        self.file.close()
        assert sorted(p.suffix for p in self.path.parent.iterdir()) == [".annot", ".lock"]
        self.open()

    @rule(step=st.sampled_from([0, 0, 1, 1_000, -1, -86_400_000, 86_400_000]))
    def let_time_pass(self, step: int) -> None:
        self.clock = max(0, self.clock + step)

    @rule(article=st.sampled_from([0, 2]), keep=st.lists(st.booleans(), min_size=4, max_size=4))
    def suggest_again(self, article: int, keep: list[bool]) -> None:
        """Candidates go and come back; what was decided on them stays."""
        connection, of = self.file.connection, list(self.texts)[article]
        again = [c for c, is_kept in zip(self.proposed[of], keep, strict=False) if is_kept]
        with transaction(connection):
            candidates.replace(connection, of, [Proposal(c.start, c.end, c.label, c.surface, c.sources, c.score, c.reason) for c in again])
        decided = {d.target for a, (in_article, _) in self.standing().items() if in_article == of for d in self.ledger.decisions(a)}
        self.known[of] = {c.id: c for c in candidates.of_article(connection, of, inactive=True)}
        assert set(self.known[of]) == {c.id for c in self.proposed[of] if c.id in decided or c in again}
        assert candidates.of_article(connection, of) == again

    # What must hold after each

    @invariant()
    def the_file_says_what_the_stacks_say(self) -> None:
        for assignment, (article, rows) in self.standing().items():
            annotation = fold(self.ledger.decisions(assignment), self.known[article])
            facts = {t: (s.status.value, s.start, s.end, s.label, s.programme, s.note, s.flag) for t, s in annotation.states.items()}
            assert facts == read(rows, self.known[article])
            ends = [row for row in rows if row.target is None and row.kind in {Kind.FINISH, Kind.REOPEN}]
            finished = ends[-1].id if ends and ends[-1].kind is Kind.FINISH else None
            assert annotation.article.finished_by == finished
            assert all(s.surface == self.texts[article][s.start : s.end] for s in annotation.states.values())

    @invariant()
    def what_was_told_step_by_step_is_what_is_read_anew(self) -> None:
        for assignment, (article, _) in self.standing().items():
            assert self.annotations[assignment] == fold(self.ledger.decisions(assignment), self.known[article])

    @invariant()
    def marks_and_counters_agree_with_the_ledger(self) -> None:
        assert list(integrity.problems(self.file.connection)) == []

    @invariant()
    def progress_counts_what_was_done(self) -> None:
        progress = {p.name: p for p in people.progress(self.file.connection)}
        of_assignments = {a: fold(self.ledger.decisions(a), self.known[article]) for a, (article, _) in self.standing().items()}
        for name in NAMES:
            person, connection = self.person_ids[name], self.file.connection
            ids = [row[0] for row in connection.execute("SELECT id FROM assignment WHERE annotator = ?", (person,))]
            mine = [of_assignments[assignment] for assignment in ids]
            assert progress[name].finished == sum(a.article.is_finished for a in mine)
            assert progress[name].open == sum(not a.article.is_finished for a in mine)
            assert progress[name].marks == sum(s.is_mark for a in mine for s in a.states.values())
        assert sum(p.decisions for p in progress.values()) == self.written

    @invariant()
    def ids_only_grow(self) -> None:
        assert self.ids == sorted(set(self.ids))
        assert all(map(is_uuid7, self.ids))

    # Inside

    def assignment(self, name: str, article: int, condition: Condition) -> Assignment:
        person, of = self.person_ids[name], list(self.texts)[article]
        return Assignment(assignment_id(of, person, "main", condition), of, person, condition=condition)

    def draft(self, assignment: Assignment, data: st.DataObject) -> Draft:
        text, known = self.texts[assignment.article], self.known[assignment.article]
        kind = data.draw(st.sampled_from([*RESULT_KINDS, *SAYING_KINDS, Kind.ADD, Kind.ADD, Kind.FINISH, Kind.REOPEN]))
        if kind in {Kind.FINISH, Kind.REOPEN}:
            return Draft(kind, value=data.draw(st.sampled_from([None, "presentation"])))
        added = [d.id for steps in self.people.values() for step in steps.done for d in step if d.kind is Kind.ADD]
        elsewhere = [c for of_article in self.known.values() for c in of_article if c not in known]
        target = data.draw(st.sampled_from([*known, *added, *elsewhere, "nobody"]))
        if kind in SAYING_KINDS:
            return Draft(kind, target=None if data.draw(st.booleans()) and kind is not Kind.LINK else target, value=data.draw(VALUES))
        start = data.draw(st.integers(0, len(text) - 1))
        end = data.draw(st.integers(start + 1, len(text)))
        label = data.draw(st.sampled_from(LABELS))
        if target in known and data.draw(st.booleans()):
            start, end, label = known[target].start, known[target].end, known[target].label
        return Draft(kind, target=None if kind is Kind.ADD else target, start=start, end=end, label=label, surface=text[start:end])

    def take(self, written: Written) -> None:
        """Remember what was told, as the window does."""
        self.written += len(written.decisions)
        self.ids.extend(d.id for d in written.decisions)
        for assignment in {d.assignment for d in written.decisions}:
            before = self.annotations.get(assignment, EMPTY)
            self.annotations[assignment] = before.with_states(
                written.states.get(assignment, {}), written.articles.get(assignment, before.article)
            )

    def standing(self) -> dict[str, tuple[str, list[Decision]]]:
        """The rows of the steps that stand, in order, per assignment that was ever written to."""
        rows: dict[str, tuple[str, list[Decision]]] = {
            a: (article, []) for a, article in self.file.connection.execute("SELECT id, article FROM assignment")
        }
        for person in self.people.values():
            for row in sorted((row for step in person.done for row in step), key=lambda d: d.id):
                rows[row.assignment][1].append(row)
        return rows


def test_a_file_says_what_two_stacks_say_whatever_people_do(sample_file: Path) -> None:
    class OnSample(Desk):
        template = sample_file

    run_state_machine_as_test(
        OnSample,
        settings=settings(
            max_examples=40, stateful_step_count=30, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
        ),
    )
