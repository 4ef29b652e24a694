"""What is measured: whose readings, as of when, with which labels, and what is printed again once."""

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.agreement.disagreements import clusters, confusion
from annotator.agreement.report import measure
from annotator.agreement.units import Reading, Unit, Unmarked
from annotator.core.candidate import Proposal
from annotator.core.decision import Assignment, Condition, Draft, Kind
from annotator.core.errors import InputError
from annotator.core.ids import assignment_id, candidate_id
from annotator.core.span import Span
from annotator.project.importing import import_paths
from annotator.project.measuring import Choice, measured, moment, readings, units
from annotator.project.measuring_repeats import joined, once, without_text
from annotator.project.rounds import GOLD
from annotator.project.workspace import Project
from annotator.store import candidates, knowledge, people
from annotator.store.ledger import Ledger
from tests.project.invented_team import NAMES, Team

AGAIN = "石桥村的扶贫车间开工以来，全村四十多户低保户都在家门口有了工作，孩子们上学也有雨露计划的补助，大家都说日子有了盼头。"


@pytest.fixture
def team(project: Project, tmp_path: Path) -> Team:
    """Three people's work on eight articles of the main round."""
    made = Team(project, tmp_path)
    made.write(8)
    made.read()
    return made


class Work:
    """One article that people read by hand."""

    def __init__(self, project: Project, page: Callable[[str, str], Path], text: str) -> None:
        self.project, self.text, self.now = project, text, 1_767_225_600_000
        import_paths(project, [page("a.txt", text)], whole=True)
        (self.article,) = project.connection.execute("SELECT id FROM article").fetchone()
        self.ledger = Ledger(project.connection, now_ms=lambda: self.now)

    def assignment(self, name: str, round_name: str = "main", condition: Condition = Condition.SHOWN) -> Assignment:
        person = people.add(self.project.connection, name)
        return Assignment(assignment_id(self.article, person, round_name, condition), self.article, person, round_name, condition)

    def does(self, name: str, *drafts: Draft, round_name: str = "main", condition: Condition = Condition.SHOWN) -> None:
        self.ledger.append(self.assignment(name, round_name, condition), drafts, scheme_version=1)

    def add(self, words: str, label: str, nth: int = 0) -> Draft:
        start = -1
        for _ in range(nth + 1):
            start = self.text.index(words, start + 1)
        return Draft(Kind.ADD, None, start, start + len(words), label, words)

    def spans(self, name: str, choice: Choice | None = None) -> list[tuple[str, str]]:
        (unit,) = units(self.project, choice)
        reading = unit.reading(name)
        assert reading is not None
        return [(self.text[s.start : s.end], s.label) for s in reading.spans]


FINISH = Draft(Kind.FINISH)


@pytest.fixture
def work(project: Project, page: Callable[[str, str], Path]) -> Work:
    return Work(project, page, "村里的新账本\n\n石桥村靠产业扶贫，办起扶贫车间，低保也不落下一户。\n")


def test_a_reading_holds_the_marks_of_the_fold_and_nothing_of_who_has_not_finished(work: Work) -> None:
    work.does("林晓", work.add("产业扶贫", "INDUSTRY"), FINISH)
    work.does("马宁", work.add("产业扶贫", "INDUSTRY"))
    work.does("何苗", FINISH)
    (unit,) = units(work.project)
    assert [(r.person, len(r.spans)) for r in unit.readings] == [("何苗", 0), ("林晓", 1)]
    assert work.spans("林晓") == [("产业扶贫", "INDUSTRY")]
    reading = unit.reading("林晓")
    assert reading is not None
    assert reading.added == reading.spans
    assert unit.length == len(work.text)


def test_an_article_reopened_is_missing_until_it_is_finished_again(work: Work) -> None:
    work.does("林晓", work.add("产业扶贫", "INDUSTRY"), FINISH)
    work.does("林晓", Draft(Kind.REOPEN))
    assert units(work.project) == []


def test_as_of_a_day_only_what_was_decided_by_its_end_counts(work: Work) -> None:
    work.does("林晓", work.add("产业扶贫", "INDUSTRY"), FINISH)  # 2026-01-01, midnight
    work.now += 36 * 3_600_000
    work.does("林晓", Draft(Kind.REOPEN), work.add("扶贫车间", "EMPLOYMENT"), FINISH)  # 2026-01-02, noon
    assert work.spans("林晓", Choice(as_of="2026-01-01")) == [("产业扶贫", "INDUSTRY")]
    assert len(work.spans("林晓", Choice(as_of="2026-01-02"))) == 2
    assert len(work.spans("林晓", Choice(as_of="2026-01-02T20:00:00+08:00"))) == 2
    assert len(work.spans("林晓", Choice(as_of="2026-01-02T19:59+08:00"))) == 1
    assert units(work.project, Choice(as_of="2025-12-31")) == []


def test_what_was_reopened_since_counts_as_it_was_then(work: Work) -> None:
    work.does("林晓", FINISH)
    work.now += 86_400_000
    work.does("林晓", Draft(Kind.REOPEN))
    assert units(work.project) == []
    assert len(units(work.project, Choice(as_of="2026-01-01"))) == 1


def test_categories_are_of_candidates_that_were_on_screen_or_decided(work: Work) -> None:
    spans = [("产业扶贫", "INDUSTRY"), ("扶贫车间", "INDUSTRY"), ("低保", "SAFETYNET")]
    found = [(work.text.index(w), work.text.index(w) + len(w), label, w) for w, label in spans]
    candidates.replace(
        work.project.connection, work.article, [Proposal(start, end, label, words, ("x",), 0.5) for start, end, label, words in found]
    )
    ids = [candidate_id(work.article, start, end, label) for start, end, label, _ in found]
    seen = candidates.remember_presentation(work.project.connection, work.article, ids[:2])
    start, end, _, words = found[1]
    work.does(
        "林晓",
        Draft(Kind.RELABEL, ids[1], start, end, "EMPLOYMENT", words, seconds=2.0),
        Draft(Kind.REJECT, ids[2]),
        Draft(Kind.FINISH, value=seen),
    )
    work.does("马宁", work.add("低保", "SAFETYNET"), Draft(Kind.FINISH, value=seen), condition=Condition.BLIND)
    work.does("何苗", Draft(Kind.ACCEPT, ids[0], *found[0][:2], "INDUSTRY", "产业扶贫", seconds=1.5), Draft(Kind.FINISH, value=seen))
    (unit,) = units(work.project)
    given = {ballot.candidate: dict(ballot.categories) for ballot in unit.ballots}
    assert given == {
        ids[0]: {"林晓": Unmarked.LEFT, "何苗": "INDUSTRY"},
        ids[1]: {"林晓": "EMPLOYMENT", "何苗": Unmarked.LEFT},
        ids[2]: {"林晓": Unmarked.REJECTED},
    }
    assert [(r.person, r.seconds) for r in unit.readings] == [("何苗", (1.5,)), ("林晓", ()), ("马宁", ())]


def test_an_adjudicator_is_no_coder(work: Work) -> None:
    work.does("林晓", work.add("产业扶贫", "INDUSTRY"), FINISH)
    work.does("组长", work.add("产业扶贫", "INDUSTRY"), FINISH, round_name=GOLD)
    adjudicated = replace(work.add("产业扶贫", "INDUSTRY"), kind=Kind.ADJUDICATE)
    work.does("another lead", adjudicated, FINISH, round_name="check")
    found = readings(work.project)
    assert [r.person for unit in found.units for r in unit.readings] == ["林晓"]
    assert GOLD not in found.rounds
    with pytest.raises(InputError, match="Nobody called 组长 has finished"):
        units(work.project, Choice(people=["组长"]))


def test_a_retest_is_left_out_unless_it_is_asked_for_and_of_two_rounds_the_first_reading_counts(work: Work) -> None:
    work.does("林晓", work.add("产业扶贫", "INDUSTRY"), FINISH, round_name="pilot")
    work.now += 1000
    work.does("林晓", work.add("扶贫车间", "EMPLOYMENT"), FINISH)
    work.does("林晓", work.add("低保", "SAFETYNET"), FINISH, round_name="retest")
    assert work.spans("林晓") == [("产业扶贫", "INDUSTRY")]
    assert work.spans("林晓", Choice(round="main")) == [("扶贫车间", "EMPLOYMENT")]
    assert work.spans("林晓", Choice(round="retest")) == [("低保", "SAFETYNET")]
    assert readings(work.project).rounds == ("pilot", "main", "retest")


def test_labels_that_were_merged_count_as_what_they_mean_now(work: Work) -> None:
    scheme = work.project.scheme()
    gone = next(label for label in scheme.labels if label.id == "INDUSTRY")
    newer = replace(
        scheme,
        version=scheme.version + 1,
        labels=tuple(label for label in scheme.labels if label is not gone),
        retired=(replace(gone, key="", is_retired=True),),
        aliases={"INDUSTRY": "CAMPAIGN"},
    )
    work.does("林晓", work.add("产业扶贫", "INDUSTRY"), work.add("扶贫车间", "EMPLOYMENT"), FINISH)
    knowledge.put_scheme(work.project.connection, newer, "2026-01-01T00:00:00Z")
    assert work.spans("林晓") == [("产业扶贫", "CAMPAIGN"), ("扶贫车间", "EMPLOYMENT")]
    assert work.spans("林晓", Choice(labels=["INDUSTRY"])) == [("产业扶贫", "CAMPAIGN")]


def test_what_is_printed_again_counts_once_unless_asked(project: Project, page: Callable[[str, str], Path]) -> None:
    work = Work(project, page, f"村里的新账本\n\n{AGAIN}\n\n中间隔着一段别的话，讲的是修路。\n\n{AGAIN}\n\n低保也不落下一户。\n")
    (stored,) = project.connection.execute("SELECT repeats FROM article").fetchone()
    assert stored != "[]"
    for name in ("林晓", "马宁"):
        work.does(name, work.add("雨露计划", "EDUCATION"), work.add("雨露计划", "EDUCATION", 1), work.add("低保也", "SAFETYNET"), FINISH)
    assert len(work.spans("林晓")) == 2
    assert len(work.spans("林晓", Choice(repeats=True))) == 3
    found = readings(project)
    (unit,), (short,) = found.units, measured(found)
    assert unit.length == len(work.text)
    assert short.length == len(work.text) - sum(end - start for start, end in found.repeats[unit.article])
    assert measured(readings(project, Choice(repeats=True)))[0].length == len(work.text)


@pytest.mark.parametrize(
    ("choice", "why"),
    [
        (Choice(people=["nobody"]), "Nobody called nobody has finished an article. People: 林晓."),
        (Choice(round="pilot"), "Nobody has finished an article in a round called pilot. Rounds: main."),
        (Choice(labels=["NONE"]), "There is no label NONE"),
        (Choice(as_of="yesterday"), "yesterday is not a date"),
        (Choice(as_of="2026-02-30"), "2026-02-30 is not a date"),
        (Choice(as_of="9999-12-31"), "9999-12-31 is not a date"),
    ],
)
def test_what_cannot_be_chosen_is_said_in_a_sentence(work: Work, choice: Choice, why: str) -> None:
    work.does("林晓", FINISH)
    with pytest.raises(InputError, match=why):
        units(work.project, choice)


def test_a_day_ends_with_its_last_millisecond() -> None:
    assert moment("2026-03-31") == "2026-04-01T00:00:00.000Z"
    assert moment("2026-03-31T18:00:00+08:00") == "2026-03-31T10:00:00.001Z"


def test_the_team_is_measured_and_every_choice_is_heard(team: Team) -> None:
    found = readings(team.project)
    assert found.people == NAMES
    assert [len(unit.readings) for unit in found.units] == [3] * 8
    assert measure(measured(found)).articles == 8
    two = units(team.project, Choice(people=[" 林晓", "马宁"]))
    assert {r.person for unit in two for r in unit.readings} == {"林晓", "马宁"}
    blind = units(team.project, Choice(condition=Condition.BLIND))
    assert {r.condition for unit in blind for r in unit.readings} == {Condition.BLIND}
    cadre = units(team.project, Choice(labels=["CADRE"]))
    assert {s.label for unit in cadre for r in unit.readings for s in r.spans} == {"CADRE"}


def test_measuring_leaves_the_project_as_it_is(team: Team) -> None:
    before = team.project.connection.total_changes
    readings(team.project)
    assert team.project.connection.total_changes == before


marks = st.lists(st.tuples(st.integers(0, 55), st.integers(1, 5), st.sampled_from("AB")), max_size=8)
stretches = st.lists(st.tuples(st.integers(0, 50), st.integers(1, 10)), max_size=4)


@given(marks, marks, stretches)
def test_cutting_the_text_of_repeats_keeps_every_count_and_every_length(
    ours: list[tuple[int, int, str]], theirs: list[tuple[int, int, str]], again: list[tuple[int, int]]
) -> None:
    repeats = joined([(start, start + size) for start, size in again])
    people_marks = {"a": ours, "b": theirs}
    unit = Unit("x", 60, tuple(Reading(n, tuple(Span(s, s + size, label) for s, size, label in m)) for n, m in people_marks.items()))
    kept = once(unit, repeats)
    short = without_text(kept, repeats)
    before, after = clusters([kept]), clusters([short])
    assert [c.kind for c in before] == [c.kind for c in after]
    assert {cell: len(rows) for cell, rows in confusion(before).items()} == {cell: len(rows) for cell, rows in confusion(after).items()}
    for reading, moved in zip(kept.readings, short.readings, strict=True):
        assert [(s.end - s.start, s.label) for s in reading.spans] == [(s.end - s.start, s.label) for s in moved.spans]
    outside = set(range(60)) - {i for start, end in repeats for i in range(start, end)}
    marked = {i for reading in kept.readings for s in reading.spans for i in range(s.start, s.end)}
    assert short.length == len(outside | marked)


@given(stretches)
def test_joined_ranges_are_in_order_apart_and_of_the_same_characters(again: list[tuple[int, int]]) -> None:
    ranges = [(start, start + size) for start, size in again]
    found = joined(ranges)
    assert {i for start, end in found for i in range(start, end)} == {i for start, end in ranges for i in range(start, end)}
    assert all(before[1] < after[0] for before, after in pairwise(found))
