"""The fold: what a ledger says, in whatever order and however often its rows arrive."""

import random
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.candidate import Candidate
from annotator.core.decision import Assignment, Condition, Decision, Draft, Kind, decision_of, retract_of
from annotator.core.fold import EMPTY, ArticleState, Status, fold, fold_article, fold_target, live

TEXT = "全县推进产业扶贫，雨露计划惠及学生。"
ASSIGNMENT = Assignment("s1", "a1", "alice")
INDUSTRY = Candidate("c1", 4, 8, "INDUSTRY", TEXT[4:8], ("lexicon:产业扶贫", "learned"), 0.9, "whole_word")
EDUCATION = Candidate("c2", 9, 13, "EDUCATION", TEXT[9:13], (), 0.5)
CANDIDATES = {c.id: c for c in (INDUSTRY, EDUCATION)}
RESULTS = (Kind.ACCEPT, Kind.RELABEL, Kind.MOVE)
ON_A_SPAN = (*RESULTS, Kind.REJECT, Kind.SKIP, Kind.REMOVE, Kind.ADJUDICATE)


def row(number: int, draft: Draft) -> Decision:
    return decision_of(draft, ASSIGNMENT, decision_id=f"{number:04d}", step=f"{number:04d}", scheme_version=1, at="2026-01-01T00:00:00Z")


def result(kind: Kind, target: str | None, start: int, end: int, label: str) -> Draft:
    return Draft(kind, target=target, start=start, end=end, label=label, surface=TEXT[start:end])


def rows_of(*drafts: Draft) -> list[Decision]:
    return [row(i, draft) for i, draft in enumerate(drafts)]


ranges = st.sampled_from([(4, 8), (4, 6), (8, 9), (9, 13), (2, 8)])
labels = st.sampled_from(["INDUSTRY", "EDUCATION"])


@st.composite
def ledgers(draw: st.DrawFn) -> list[Decision]:
    """Rows of one assignment: on two candidates, on marks that it adds, on the article and on nothing known; retracts of any of them."""
    rows: list[Decision] = []
    for number in range(draw(st.integers(0, 14))):
        targets = ["c1", "c2", "unknown", None, *(d.id for d in rows if d.kind is Kind.ADD)]
        kind = draw(st.sampled_from([k for k in Kind if k is not Kind.RETRACT or rows]))
        if kind is Kind.RETRACT:
            rows.append(retract_of(draw(st.sampled_from(rows)), decision_id=f"{number:04d}", step="s", at="now"))
            continue
        target = draw(st.sampled_from(targets))
        if kind is Kind.CODE:
            value = draw(st.sampled_from([None, "genre=news", "genre=feature", "genre=", "irrelevant=1", "no answer"]))
            rows.append(row(number, Draft(kind, target=target, value=value)))
        elif kind in {Kind.NOTE, Kind.FLAG, Kind.LINK, Kind.FINISH, Kind.REOPEN}:
            rows.append(row(number, Draft(kind, target=target, value=draw(st.sampled_from([None, "x", "y"])))))
        else:
            (start, end), label = draw(ranges), draw(labels)
            rows.append(row(number, result(kind, target, start, end, label)))
    return rows


@given(ledgers(), st.randoms(use_true_random=False))
def test_order_and_repetition_of_rows_do_not_matter(rows: list[Decision], chance: random.Random) -> None:
    stirred = [*rows, *chance.choices(rows, k=len(rows))] if rows else []
    chance.shuffle(stirred)
    assert fold(stirred, CANDIDATES) == fold(rows, CANDIDATES)


@given(ledgers(), ledgers(), st.randoms(use_true_random=False))
def test_the_union_of_two_ledgers_is_the_same_from_either_side(mine: list[Decision], theirs: list[Decision], chance: random.Random) -> None:
    theirs = [replace(d, id=f"{d.id}-b", target=_other(d.target), retracts=_other(d.retracts)) for d in theirs]
    one, other = [*mine, *theirs, *mine], [*theirs, *mine]
    chance.shuffle(one)
    assert fold(one, CANDIDATES) == fold(other, CANDIDATES)


def _other(name: str | None) -> str | None:
    return f"{name}-b" if name is not None and name.isdigit() else name


@given(ledgers())
def test_folding_each_target_alone_is_folding_all(rows: list[Decision]) -> None:
    targets = {d.target for d in rows}
    alone = {t: fold_target(t, [d for d in rows if d.target == t], CANDIDATES.get(t)) for t in targets if t is not None}
    annotation = fold(rows, CANDIDATES)
    assert annotation.states == {t: state for t, state in alone.items() if state is not None}
    assert annotation.article == fold_article([d for d in rows if d.target is None])


@given(ledgers())
def test_a_decision_is_live_unless_a_live_later_retract_of_its_target_names_it(rows: list[Decision]) -> None:
    def is_live(decision: Decision, of_target: Sequence[Decision]) -> bool:
        return not any(
            r.kind is Kind.RETRACT and r.retracts == decision.id and r.id > decision.id and is_live(r, of_target) for r in of_target
        )

    for target in {d.target for d in rows}:
        of_target = [d for d in rows if d.target == target]
        assert live(of_target) == [d for d in of_target if d.kind is not Kind.RETRACT and is_live(d, of_target)]


@given(ledgers(), st.integers(1, 5))
def test_every_second_link_of_a_chain_of_retracts_brings_the_decision_back(rows: list[Decision], length: int) -> None:
    decided = [*rows, row(100, result(Kind.ACCEPT, "c1", 4, 8, "INDUSTRY"))]
    chain = [decided[-1]]
    for i in range(length):
        chain.append(retract_of(chain[-1], decision_id=f"{101 + i:04d}", step="s", at="now"))
    expected = decided if length % 2 == 0 else rows
    assert fold([*rows, *chain], CANDIDATES) == fold(expected, CANDIDATES)


@given(ledgers(), st.sampled_from(ON_A_SPAN), st.sampled_from(["nobody", "0000-of-another-file", ""]))
def test_unknown_targets_do_nothing(rows: list[Decision], kind: Kind, target: str) -> None:
    with_unknown = [*rows, row(100, result(kind, target, 4, 8, "INDUSTRY")), row(101, Draft(Kind.NOTE, target=target, value="x"))]
    assert fold(with_unknown, CANDIDATES) == fold(rows, CANDIDATES)


@given(ledgers(), st.sampled_from(RESULTS), ranges, labels)
def test_status_follows_from_the_result_against_the_candidate(
    rows: list[Decision], kind: Kind, range_: tuple[int, int], label: str
) -> None:
    start, end = range_
    state = fold([*rows, row(100, result(kind, "c1", start, end, label))], CANDIDATES).states["c1"]
    assert (state.start, state.end, state.label, state.surface, state.decided_by) == (start, end, label, TEXT[start:end], "0100")
    if label != INDUSTRY.label:
        assert state.status is Status.RELABELLED
    elif (start, end) != (INDUSTRY.start, INDUSTRY.end):
        assert state.status is Status.MOVED
    else:
        assert state.status is Status.ACCEPTED
    assert state.is_mark
    assert state.is_decided


@pytest.mark.parametrize("kind", RESULTS)
def test_a_decision_that_names_no_result_leaves_the_candidate_as_it_was_proposed(kind: Kind) -> None:
    state = fold(rows_of(Draft(kind, target="c1")), CANDIDATES).states["c1"]
    assert state.status is Status.ACCEPTED
    assert (state.start, state.end, state.label, state.surface) == (4, 8, "INDUSTRY", "产业扶贫")


def test_a_mark_moved_back_with_its_label_unchanged_is_accepted() -> None:
    rows = rows_of(result(Kind.MOVE, "c1", 2, 8, "INDUSTRY"), result(Kind.MOVE, "c1", 4, 8, "INDUSTRY"))
    assert fold(rows[:1], CANDIDATES).states["c1"].status is Status.MOVED
    assert fold(rows, CANDIDATES).states["c1"].status is Status.ACCEPTED


def test_a_rejected_candidate_shows_what_was_proposed_even_after_a_move() -> None:
    rows = rows_of(result(Kind.MOVE, "c1", 2, 8, "EDUCATION"), result(Kind.REJECT, "c1", 2, 8, "EDUCATION"))
    state = fold(rows, CANDIDATES).states["c1"]
    assert (state.status, state.start, state.end, state.label) == (Status.REJECTED, 4, 8, "INDUSTRY")
    assert state.is_decided
    assert not state.is_mark


def test_a_skipped_candidate_is_seen_and_stays_undecided() -> None:
    state = fold(rows_of(Draft(Kind.SKIP, target="c1")), CANDIDATES).states["c1"]
    assert (state.status, state.is_decided, state.is_mark) == (Status.SKIPPED, False, False)


def test_a_removed_mark_leaves_nothing_and_a_candidate_leaves_its_proposal() -> None:
    rows = rows_of(result(Kind.ADD, None, 9, 11, "OTHER"), Draft(Kind.NOTE, target="0000", value="n"), Draft(Kind.REMOVE, target="0000"))
    assert fold(rows, CANDIDATES) == EMPTY
    accepted = rows_of(Draft(Kind.ACCEPT, target="c1"), Draft(Kind.REMOVE, target="c1"))
    assert fold(accepted, CANDIDATES) == EMPTY


def test_an_added_mark_can_be_moved_relabelled_and_rejected() -> None:
    rows = rows_of(result(Kind.ADD, None, 9, 11, "OTHER"), result(Kind.MOVE, "0000", 9, 13, "EDUCATION"))
    state = fold(rows, CANDIDATES).states["0000"]
    assert (state.status, state.start, state.end, state.label, state.source) == (Status.ADDED, 9, 13, "EDUCATION", None)
    rejected = fold([*rows, row(9, Draft(Kind.REJECT, target="0000"))], CANDIDATES).states["0000"]
    assert (rejected.status, rejected.start, rejected.end) == (Status.REJECTED, 9, 11)


def test_decisions_on_an_added_mark_do_nothing_once_the_add_is_taken_back() -> None:
    add = row(0, result(Kind.ADD, None, 9, 11, "OTHER"))
    moved = row(1, result(Kind.MOVE, add.id, 9, 13, "OTHER"))
    undone = retract_of(add, decision_id="0002", step="s", at="now")
    assert fold([add, moved, undone], CANDIDATES) == EMPTY


def test_an_adjudicator_decides_candidates_and_spans_that_nobody_proposed() -> None:
    rows = rows_of(
        result(Kind.ADJUDICATE, "c1", 4, 8, "INDUSTRY"),
        Draft(Kind.ADJUDICATE, target="c2"),
        result(Kind.ADJUDICATE, None, 0, 2, "OTHER"),
    )
    states = fold(rows, CANDIDATES).states
    assert states["c1"].status is Status.ACCEPTED
    assert states["c2"].status is Status.REJECTED
    assert (states["0002"].status, states["0002"].span.label) == (Status.ADDED, "OTHER")


def test_links_notes_and_flags_live_beside_the_span_and_null_takes_them_back() -> None:
    said = [Draft(kind, target="c1", value="x") for kind in (Kind.LINK, Kind.NOTE, Kind.FLAG)]
    state = fold(rows_of(*said), CANDIDATES).states["c1"]
    assert (state.status, state.programme, state.note, state.flag, state.decided_by) == (Status.OPEN, "x", "x", "x", None)
    unsaid = [Draft(kind, target="c1") for kind in (Kind.LINK, Kind.NOTE, Kind.FLAG)]
    assert fold(rows_of(*said, *unsaid), CANDIDATES) == EMPTY


def test_an_article_is_finished_until_it_is_reopened_and_keeps_what_was_shown() -> None:
    rows = rows_of(Draft(Kind.FINISH, value="p1"), Draft(Kind.NOTE, value="n"), Draft(Kind.FLAG, value="f"), Draft(Kind.REOPEN))
    finished = fold(rows[:3], {}).article
    assert finished == ArticleState(finished_by="0000", presentation="p1", note="n", flag="f")
    assert finished.is_finished
    assert fold(rows, {}).article == ArticleState(note="n", flag="f")
    reopened_by_mistake = [*rows, retract_of(rows[3], decision_id="0009", step="s", at="now")]
    assert fold(reopened_by_mistake, {}).article == finished


@given(ledgers())
def test_marks_are_in_text_order_and_no_two_are_identical(rows: list[Decision]) -> None:
    annotation = fold(rows, CANDIDATES)
    marks = annotation.marks()
    spans = [(m.start, m.end, m.label) for m in marks]
    assert spans == sorted(set(spans))
    assert set(spans) == {(s.start, s.end, s.label) for s in annotation.states.values() if s.is_mark}


def test_of_identical_marks_the_one_decided_first_stands_for_all() -> None:
    rows = rows_of(result(Kind.ADD, None, 4, 8, "INDUSTRY"), Draft(Kind.ACCEPT, target="c1"))
    assert [m.target for m in fold(rows, CANDIDATES).marks()] == ["0000"]
    assert [m.target for m in fold([row(2, result(Kind.MOVE, "0000", 4, 8, "INDUSTRY")), *rows], CANDIDATES).marks()] == ["c1"]


@given(ledgers())
def test_overlaps_are_the_pairs_of_marks_that_share_characters(rows: list[Decision]) -> None:
    annotation = fold(rows, CANDIDATES)
    marks = annotation.marks()
    pairs = {(a.target, b.target) for i, a in enumerate(marks) for b in marks[i + 1 :] if a.span.overlaps(b.span)}
    assert {(a.target, b.target) for a, b in annotation.overlaps()} == pairs
    assert len(annotation.overlaps()) == len(pairs)


@given(ledgers(), ledgers())
def test_an_annotation_brought_up_to_date_target_by_target_is_the_fold(before: list[Decision], after: list[Decision]) -> None:
    now = fold(after, CANDIDATES)
    touched = {d.target for d in (*before, *after) if d.target is not None}
    changed = fold(before, CANDIDATES).with_states({t: now.states.get(t) for t in touched}, now.article)
    assert changed == now


def test_a_candidate_names_its_strongest_source() -> None:
    assert INDUSTRY.source == "lexicon:产业扶贫"
    assert EDUCATION.source == ""


def test_a_retract_says_whose_and_which_decision_it_takes_back() -> None:
    blind = Assignment("s2", "a1", "bob", condition=Condition.BLIND)
    decision = decision_of(Draft(Kind.ACCEPT, target="c1"), blind, decision_id="0001", step="0000", scheme_version=3, at="then")
    retract = retract_of(decision, decision_id="0003", step="0002", at="now")
    assert (retract.kind, retract.retracts, retract.target) == (Kind.RETRACT, "0001", "c1")
    assert (retract.assignment, retract.annotator, retract.article) == ("s2", "bob", "a1")
    assert (retract.condition, retract.scheme_version, retract.step, retract.at) == (Condition.BLIND, 3, "0002", "now")


@given(ledgers())
def test_of_each_code_the_last_live_answer_holds_and_an_empty_one_clears_it(rows: list[Decision]) -> None:
    annotation = fold(rows, CANDIDATES)
    for target, codes in ((None, annotation.article.codes), *((t, state.codes) for t, state in annotation.states.items())):
        said: dict[str, str] = {}
        for one in live([d for d in rows if d.target == target]):
            if one.kind is Kind.CODE and one.value and "=" in one.value:
                name, answer = one.value.split("=", 1)
                said[name] = answer
        assert dict(codes) == {name: answer for name, answer in said.items() if answer}
        assert list(codes) == sorted(codes)


def test_an_attribute_leaves_span_and_status_as_they_are() -> None:
    rows = rows_of(result(Kind.ACCEPT, "c1", 4, 8, "INDUSTRY"), Draft(Kind.CODE, target="c1", value="reach=dedicated"))
    state = fold(rows, CANDIDATES).states["c1"]
    assert (state.status, state.decided_by, state.codes) == (Status.ACCEPTED, "0000", (("reach", "dedicated"),))
