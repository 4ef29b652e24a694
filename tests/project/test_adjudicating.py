"""Adjudicating: clusters are ruled into gold, originals stay, late work reopens only what it touches, and all of it can be undone."""

import csv
import io
import json
import random
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.decision import Assignment, Cause, Decision, Draft, Kind, decision_of, retract_of
from annotator.core.errors import InputError
from annotator.core.fold import Status, fold
from annotator.core.span import Span
from annotator.exchange.guideline_report import to_csv, to_markdown
from annotator.project.adjudicating import Case, Docket, docket, has_others, queue, rounds
from annotator.project.adjudicating_deciding import Court, How, decide, decide_all, redo, say, settle, undo
from annotator.project.adjudicating_lessons import Difference, differences, examples, gold_marks, lessons
from annotator.project.adjudicating_verdicts import Basis, verdicts
from annotator.project.checking import problems
from annotator.project.export_choice import Layer
from annotator.project.exporting import export_jsonl
from annotator.project.rounds import GOLD
from annotator.project.workspace import Project
from annotator.store import knowledge, people
from annotator.store.adjudications import decisions
from annotator.store.file import transaction
from tests.project.invented_team import NAMES, Team
from tests.project.three_readers import CADRE, CLUB, LEAD, LOAN, LONGER, MARKED, RAIN, READERS, TEXT, UNANIMOUS, Three

MAIN = "main"


@pytest.fixture
def three(project: Project, tmp_path: Path) -> Three:
    return Three(project, tmp_path).read()


def court(three: Three) -> Court:
    return Court(three.lead, MAIN)


def only(three: Three) -> Docket:
    found = docket(three.project, three.lead, MAIN, three.article)
    assert found is not None
    return found


def case_of(three: Three, span: Span) -> Case:
    return next(case for case in only(three).cases if case.cluster.start <= span.start < case.cluster.end)


def rule(three: Three, at: Span, *spans: Span, reasons: tuple[str, ...] = ()) -> None:
    decide(three.project, court(three), only(three), case_of(three, at), spans, How(reasons=reasons))


def gold(three: Three) -> list[Span]:
    return [Span(mark.start, mark.end, mark.label) for mark in gold_marks(three.project)]


def mine(three: Three) -> list[Decision]:
    return decisions(three.project.connection, three.lead, GOLD)


# What there is to adjudicate


def test_cases_are_sorted_into_unanimous_majority_and_the_rest(three: Three) -> None:
    assert [case.basis for case in only(three).cases] == [Basis.UNANIMOUS, Basis.RULED, Basis.MAJORITY, Basis.MAJORITY]
    assert only(three).counted() == {Basis.UNANIMOUS: 1, Basis.MAJORITY: 2, Basis.RULED: 1}
    assert case_of(three, RAIN).majority == (RAIN,)
    assert case_of(three, CADRE).majority == ()


def test_readings_are_in_text_order_which_says_nothing_of_who_made_them(three: Three) -> None:
    assert case_of(three, LOAN).readings == (LONGER, CLUB, LOAN)


def test_an_article_that_one_person_has_not_finished_with_another_is_not_in_the_queue(project: Project, tmp_path: Path) -> None:
    alone = Three(project, tmp_path).read(MARKED[:1])
    assert queue(project, alone.lead, MAIN) == ()
    assert rounds(project) == {}
    alone.read(MARKED[:2], round_name="pilot")
    assert list(rounds(project)) == ["pilot"]


def test_a_queue_of_two_people_leaves_the_third_out(three: Three) -> None:
    (found,) = queue(three.project, three.lead, MAIN, three.ids[:2])
    assert [case.basis for case in found.cases] == [Basis.UNANIMOUS, Basis.RULED, Basis.UNANIMOUS, Basis.RULED]
    assert all(set(case.cluster.marks) == set(three.ids[:2]) for case in found.cases)


# Verdict


def test_a_verdict_names_the_decisions_that_it_agrees_with(three: Three) -> None:
    rule(three, LOAN, LONGER, reasons=("short", "label"))
    verdict = case_of(three, LOAN).verdict
    assert verdict is not None
    assert (verdict.spans, verdict.basis, verdict.reasons) == ((LONGER,), Basis.RULED, ("short", "label"))
    rows = three.project.connection.execute("SELECT annotator, start, end FROM decision WHERE id = ?", verdict.of).fetchall()
    assert rows == [(three.ids[1], LONGER.start, LONGER.end)]


def test_nothing_here_is_recorded_and_makes_no_mark(three: Three) -> None:
    rule(three, LOAN)
    verdict = case_of(three, LOAN).verdict
    assert verdict is not None
    assert verdict.spans == ()
    assert [case.basis for case in only(three).open] == [Basis.UNANIMOUS, Basis.MAJORITY, Basis.MAJORITY]
    assert not any(row.label for row in mine(three))


def test_both_valid_are_two_rows_of_one_step(three: Three) -> None:
    rule(three, LOAN, LOAN, CLUB)
    rows = mine(three)
    assert {row.kind for row in rows} == {Kind.ADJUDICATE}
    assert len({row.step for row in rows}) == 1
    assert len(rows) == 2
    verdict = case_of(three, LOAN).verdict
    assert verdict is not None
    assert verdict.spans == (CLUB, LOAN)


def test_a_span_of_ones_own_may_reach_beyond_what_anybody_marked(three: Three) -> None:
    own = Span(LONGER.start - 2, LONGER.end, "OTHER")
    rule(three, LOAN, own)
    verdict = case_of(three, LOAN).verdict
    assert verdict is not None
    assert (verdict.spans, verdict.of) == ((own,), ())


def test_a_later_verdict_takes_the_place_of_an_earlier_one(three: Three) -> None:
    rule(three, LOAN, LOAN)
    rule(three, LOAN, CLUB)
    assert [verdict.spans for verdict in verdicts(mine(three))] == [(CLUB,)]
    undo(three.project, court(three))
    assert [verdict.spans for verdict in verdicts(mine(three))] == [(LOAN,)]
    redo(three.project, court(three))
    assert [verdict.spans for verdict in verdicts(mine(three))] == [(CLUB,)]


def test_a_label_that_the_scheme_does_not_have_is_refused(three: Three) -> None:
    with pytest.raises(InputError):
        rule(three, LOAN, Span(LOAN.start, LOAN.end, "NOBODY"))
    assert mine(three) == []


def test_a_flag_and_a_note_are_said_of_a_case_and_decide_nothing(three: Three) -> None:
    case = case_of(three, LOAN)
    say(three.project, court(three), only(three), case, Draft(Kind.FLAG, value="doubt"))
    say(three.project, court(three), only(three), case, Draft(Kind.NOTE, value="问问小组"))
    case = case_of(three, LOAN)
    assert (case.flag, case.note, case.verdict) == ("doubt", "问问小组", None)
    assert problems(three.project) == []
    undo(three.project, court(three))
    assert (case_of(three, LOAN).flag, case_of(three, LOAN).note) == ("doubt", None)


# Everything at once


def test_opening_merges_what_is_unanimous_as_one_recorded_step(three: Three) -> None:
    assert settle(three.project, court(three), queue(three.project, three.lead, MAIN)) == 1
    (row,) = mine(three)
    assert (row.kind, row.cause, row.label) == (Kind.ADJUDICATE, Cause.MERGE, "EMPLOYMENT")
    (verdict,) = verdicts(mine(three))
    assert (verdict.basis, len(verdict.of)) == (Basis.UNANIMOUS, 3)
    assert settle(three.project, court(three), queue(three.project, three.lead, MAIN)) == 0
    assert len(mine(three)) == 1


def test_what_was_unanimous_and_taken_back_is_not_merged_again_unasked(three: Three) -> None:
    settle(three.project, court(three), queue(three.project, three.lead, MAIN))
    undo(three.project, court(three))
    assert settle(three.project, court(three), queue(three.project, three.lead, MAIN)) == 0
    assert decide_all(three.project, court(three), queue(three.project, three.lead, MAIN), Basis.UNANIMOUS) == 1
    assert case_of(three, UNANIMOUS).verdict is not None


def test_majorities_are_ruled_as_one_step_and_undone_as_one(three: Three) -> None:
    before = three.others()
    assert decide_all(three.project, court(three), queue(three.project, three.lead, MAIN), Basis.MAJORITY) == 2
    assert [case_of(three, at).verdict is not None for at in (RAIN, CADRE, LOAN)] == [True, True, False]
    assert len({row.step for row in mine(three)}) == 1
    undo(three.project, court(three))
    assert [case_of(three, at).verdict for at in (RAIN, CADRE, LOAN)] == [None, None, None]
    assert three.others() == before


def test_gold_is_what_was_ruled_once_nothing_is_open_and_not_before(three: Three) -> None:
    settle(three.project, court(three), queue(three.project, three.lead, MAIN))
    decide_all(three.project, court(three), queue(three.project, three.lead, MAIN), Basis.MAJORITY)
    assert gold(three) == []
    rule(three, LOAN, LONGER)
    assert gold(three) == [UNANIMOUS, LONGER, RAIN]
    assert only(three).is_settled
    undo(three.project, court(three))
    assert not only(three).is_settled
    assert gold(three) == []
    assert problems(three.project) == []


def test_the_gold_layer_of_an_export_is_what_was_ruled(three: Three, tmp_path: Path) -> None:
    complete(three)
    export_jsonl(three.project, tmp_path / "gold.jsonl", layer=Layer.GOLD)
    (line,) = (json.loads(row) for row in (tmp_path / "gold.jsonl").read_text(encoding="utf-8").splitlines())
    assert [Span(span["start"], span["end"], span["label"]) for span in line["spans"]] == [UNANIMOUS, LONGER, RAIN]
    assert {span["by"] for span in line["spans"]} == {LEAD}


def test_an_article_in_which_everybody_found_nothing_is_gold_at_once(project: Project, tmp_path: Path) -> None:
    nothing = Three(project, tmp_path).read([(), (), ()])
    settle(project, court(nothing), queue(project, nothing.lead, MAIN))
    assert only(nothing).is_settled


def test_undo_never_reaches_what_the_adjudicator_annotated(project: Project, tmp_path: Path) -> None:
    three = Three(project, tmp_path).read()
    coder = Court(three.ids[0], MAIN)
    before = project.connection.execute("SELECT * FROM decision ORDER BY id").fetchall()
    assert undo(project, coder) is None
    assert project.connection.execute("SELECT * FROM decision ORDER BY id").fetchall() == before


def test_somebody_who_has_not_begun_learns_that_another_adjudicates(three: Three) -> None:
    assert not has_others(three.project, three.lead)
    rule(three, LOAN)
    assert not has_others(three.project, three.lead)
    assert has_others(three.project, three.ids[0])


@pytest.mark.parametrize("seed", range(6))
def test_undo_and_redo_walk_through_all_that_was_ruled(project: Project, tmp_path: Path, seed: int) -> None:
    three, chance = Three(project, tmp_path).read(), random.Random(seed)
    state = _verdicts_of(three)
    past, future = [state], list[object]()
    for _ in range(25):
        act = chance.choice(["rule", "rule", "majority", "unanimous", "undo", "redo"])
        if act == "rule":
            case = chance.choice(only(three).cases)
            spans = tuple(one for one in case.readings if chance.random() < 0.5)
            decide(project, court(three), only(three), case, spans)
        elif act in {"majority", "unanimous"}:
            if not decide_all(project, court(three), [only(three)], Basis(act)):
                continue
        elif act == "undo":
            done = undo(project, court(three)) is not None
            assert done == (len(past) > 1)
            if done:
                future.append(past.pop())
            assert _verdicts_of(three) == past[-1]
            continue
        else:
            done = redo(project, court(three)) is not None
            assert done == bool(future)
            if done:
                past.append(future.pop())
            assert _verdicts_of(three) == past[-1]
            continue
        past.append(_verdicts_of(three))
        future = []
    assert problems(project) == []


def _verdicts_of(three: Three) -> object:
    found = only(three)
    return found.is_settled, [case.verdict.spans if case.verdict else None for case in found.cases]


# Late work


def complete(three: Three) -> None:
    settle(three.project, court(three), queue(three.project, three.lead, MAIN))
    rule(three, LOAN, LONGER)
    decide_all(three.project, court(three), queue(three.project, three.lead, MAIN), Basis.MAJORITY)


def test_late_work_reopens_only_the_case_that_it_touches(three: Three) -> None:
    complete(three)
    three.does(READERS[2], three.add(LOAN))
    opened = only(three).open
    assert [(case.cluster.start, [r.spans for r in case.old]) for case in opened] == [(LONGER.start, [(LONGER,)])]
    settle(three.project, court(three), queue(three.project, three.lead, MAIN))
    assert not only(three).is_settled
    rule(three, LOAN, LOAN)
    assert gold(three) == [UNANIMOUS, LOAN, RAIN]


def test_a_late_reader_reopens_what_was_only_counted_and_leaves_what_was_looked_at(project: Project, tmp_path: Path) -> None:
    two = Three(project, tmp_path).read(MARKED[:2])
    settle(project, court(two), queue(project, two.lead, MAIN))
    rule(two, LOAN, LONGER)
    rule(two, CADRE, CADRE)
    assert only(two).is_settled
    assert gold(two) == [UNANIMOUS, LONGER, RAIN, CADRE]
    two.does(READERS[2], two.add(UNANIMOUS), Draft(Kind.FINISH))
    assert [case.cluster.start for case in only(two).open] == [UNANIMOUS.start, RAIN.start]
    assert settle(project, court(two), queue(project, two.lead, MAIN)) == 1
    assert [case.cluster.start for case in only(two).open] == [RAIN.start]
    # Nobody had looked at it: it does not stay in gold on two heads of three.
    assert case_of(two, RAIN).old == ()


def test_a_verdict_on_what_nobody_marks_any_more_waits_for_another(three: Three) -> None:
    complete(three)
    rule(three, CADRE, CADRE)
    (made,) = three.project.connection.execute(
        "SELECT m.target FROM mark AS m JOIN assignment AS s ON s.id = m.assignment WHERE s.annotator = ? AND m.start = ?",
        (three.ids[0], CADRE.start),
    ).fetchone()
    three.does(READERS[0], Draft(Kind.REMOVE, target=made))
    case = case_of(three, CADRE)
    assert (case.verdict, case.readings) == (None, (CADRE,))
    rule(three, CADRE)
    assert only(three).open == ()
    assert gold(three) == [UNANIMOUS, LONGER, RAIN]


def test_what_was_only_counted_leaves_gold_when_nobody_marks_it_any_more(three: Three) -> None:
    complete(three)
    for reader, person in zip(READERS, three.ids, strict=True):
        (made,) = three.project.connection.execute(
            "SELECT m.target FROM mark AS m JOIN assignment AS s ON s.id = m.assignment WHERE s.annotator = ? AND m.start = ?",
            (person, UNANIMOUS.start),
        ).fetchone()
        three.does(reader, Draft(Kind.REMOVE, target=made))
    settle(three.project, court(three), queue(three.project, three.lead, MAIN))
    assert only(three).open == ()
    assert gold(three) == [LONGER, RAIN]


def test_a_label_that_is_merged_into_another_reopens_nothing(three: Three) -> None:
    complete(three)
    scheme = three.project.scheme()
    retired = replace(next(label for label in scheme.labels if label.id == "FINANCE"), key="", is_retired=True)
    kept = tuple(label for label in scheme.labels if label.id != "FINANCE")
    newer = replace(scheme, version=scheme.version + 1, labels=kept, retired=(retired,), aliases={"FINANCE": "SOCIAL"})
    with transaction(three.project.connection):
        knowledge.put_scheme(three.project.connection, newer, "2026-01-02T00:00:00Z")
    assert only(three).open == ()
    verdict = case_of(three, LOAN).verdict
    assert verdict is not None
    assert [span.label for span in verdict.spans] == ["SOCIAL"]


def test_work_merged_late_reopens_no_other_article(project: Project, tmp_path: Path) -> None:
    team = Team(project, tmp_path)
    team.write(3)
    team.read()
    lead = people.add(project.connection, "秦川")
    everywhere = Court(lead, MAIN)
    settle(project, everywhere, queue(project, lead, MAIN))
    decide_all(project, everywhere, queue(project, lead, MAIN), Basis.MAJORITY)
    for found in queue(project, lead, MAIN):
        for case in found.open:
            now = docket(project, lead, MAIN, found.article.id)
            assert now is not None
            decide(project, everywhere, now, case, case.readings[:1])
    assert all(found.is_settled and not found.open for found in queue(project, lead, MAIN))
    touched = queue(project, lead, MAIN)[0]
    case = touched.cases[0]
    text, at = touched.article.text, case.cluster
    row = project.connection.execute(
        "SELECT id, annotator, round, condition FROM assignment WHERE article = ? AND annotator <> ? LIMIT 1", (touched.article.id, lead)
    ).fetchone()
    assignment = Assignment(row[0], touched.article.id, row[1], row[2], row[3])
    late = Draft(Kind.ADD, None, at.start, at.end + 1, "OTHER", text[at.start : at.end + 1])
    team.ledger.append(assignment, [late], scheme_version=1)
    assert [len(found.open) for found in queue(project, lead, MAIN)] == [1, 0, 0]
    assert problems(project) == []


def test_three_seeded_people_leave_their_own_rows_as_they_were(project: Project, tmp_path: Path) -> None:
    team = Team(project, tmp_path)
    team.write(2)
    team.read()
    lead = people.add(project.connection, NAMES[0])  # the adjudicator may be one of the coders
    before = project.connection.execute("SELECT * FROM decision ORDER BY id").fetchall()
    marks = project.connection.execute("SELECT * FROM mark ORDER BY assignment, target").fetchall()
    merged = settle(project, Court(lead, MAIN), queue(project, lead, MAIN))
    assert merged == sum(case.verdict is not None for found in queue(project, lead, MAIN) for case in found.cases) > 0
    assert project.connection.execute("SELECT * FROM decision ORDER BY id").fetchall()[: len(before)] == before
    rest = project.connection.execute(
        "SELECT * FROM mark WHERE assignment NOT IN (SELECT id FROM assignment WHERE round = 'gold') ORDER BY assignment, target"
    ).fetchall()
    assert rest == marks


# Repeats


def test_the_same_case_in_a_paragraph_printed_again_is_ruled_with_it(project: Project, tmp_path: Path) -> None:
    paragraph = "柳湾村牵头办起扶贫互助资金协会，谁家添棚就先借给谁，秋后卖了木耳再还，去年借出去的到期一笔不差，账本挂在墙上谁都能翻。"
    text = f"柳湾村的新账本\n\n{paragraph}\n县里的人来看过三回。\n{paragraph}\n"
    three = Three(project, tmp_path, text)
    stored = project.connection.execute("SELECT repeats FROM article").fetchone()[0]
    assert stored != "[]", "the importer finds the repeat"
    by = text.rindex(paragraph) - text.index(paragraph)
    at = text.index("互助资金")
    short, long = Span(at, at + 4, "FINANCE"), Span(at - 2, at + 4, "FINANCE")
    again = [Span(one.start + by, one.end + by, one.label) for one in (short, long)]
    three.read([(short, again[0]), (long, again[1])])
    rule(three, short, long)
    assert gold(three) == [long, again[1]]
    assert [row.cause for row in mine(three) if row.kind is Kind.ADJUDICATE] == [None, Cause.REPEAT]


# Learning from gold


def test_you_and_gold_says_what_was_missed_extra_longer_and_called_otherwise(three: Three) -> None:
    complete(three)
    found = {reader: {(x.difference, x.mine or x.gold) for x in lessons(three.project, reader, MAIN)} for reader in three.ids}
    assert found[three.ids[0]] == {
        (Difference.SAME, UNANIMOUS),
        (Difference.BOUNDARY, LOAN),
        (Difference.SAME, RAIN),
        (Difference.EXTRA, CADRE),
    }
    assert found[three.ids[2]] == {(Difference.SAME, UNANIMOUS), (Difference.BOTH, CLUB), (Difference.MISSED, RAIN)}


def test_nobody_learns_from_what_is_not_gold_yet(three: Three) -> None:
    settle(three.project, court(three), queue(three.project, three.lead, MAIN))
    assert lessons(three.project, three.ids[0], MAIN) == ()


SPANS = st.lists(
    st.builds(lambda a, n, label: Span(a, a + n, label), st.integers(0, 20), st.integers(1, 5), st.sampled_from("AB")), max_size=6
)


@given(SPANS, SPANS)
def test_every_mark_and_every_gold_mark_is_in_exactly_one_difference(own: list[Span], right: list[Span]) -> None:
    found = differences(own, right)
    assert sorted(repr(a) for _, a, _ in found if a) == sorted(map(repr, set(own)))
    assert sorted(repr(b) for _, _, b in found if b) == sorted(map(repr, set(right)))
    assert {kind for kind, _, _ in differences(own, own)} <= {Difference.SAME}


# The report


def test_the_guideline_report_groups_by_labels_and_reason_and_names_nobody(three: Three) -> None:
    rule(three, LOAN, LONGER, reasons=("short", "label"))
    rule(three, CADRE, reasons=("none",))
    found = examples(three.project, three.lead, MAIN)
    text = to_markdown(found, title="指南报告", label_name=str.title, language="zh")
    rows = list(csv.DictReader(io.StringIO(to_csv(found))))
    assert {(row["labels"], row["reason"], row["ruled"]) for row in rows} == {
        ("FINANCE / SOCIAL", "short", "扶贫互助资金=FINANCE"),
        ("FINANCE / SOCIAL", "label", "扶贫互助资金=FINANCE"),
        ("CADRE / ∅", "none", "∅"),
    }
    assert "## Cadre / ∅ · 不是提及 (1)" in text
    assert "**扶贫互助资金协会**" in text
    for said in (text, to_csv(found)):
        assert not any(name in said or reader in said for name, reader in zip(READERS, three.ids, strict=True))


# The fold of what is ruled


def _rows(*drafts: Draft) -> list[Decision]:
    home = Assignment("s", "a", "lead", GOLD)
    return [decision_of(d, home, decision_id=f"{n:04d}", step=f"{n:04d}", scheme_version=1, at="") for n, d in enumerate(drafts)]


@given(st.integers(0, 30), st.integers(1, 9), st.sampled_from([Kind.REMOVE, Kind.RETRACT]))
def test_nothing_here_is_decided_makes_no_mark_and_can_be_taken_back(start: int, length: int, kind: Kind) -> None:
    rows = _rows(Draft(Kind.ADJUDICATE, start=start, end=start + length, surface="x" * length))
    folded = fold(rows, {})
    assert folded.marks() == ()
    assert folded.states["0000"].status is Status.REJECTED
    assert folded.states["0000"].is_decided
    if kind is Kind.REMOVE:
        home = Assignment("s", "a", "lead", GOLD)
        row = decision_of(Draft(Kind.REMOVE, target="0000"), home, decision_id="0009", step="0009", scheme_version=1, at="")
    else:
        row = retract_of(rows[0], decision_id="0009", step="0009", at="")
    assert fold([*rows, row], {}).states == {}


def test_a_flag_on_a_case_is_no_state_of_any_target() -> None:
    assert fold(_rows(Draft(Kind.FLAG, target="case", start=0, end=1, surface="x", value="doubt")), {}).states == {}


@pytest.mark.parametrize("value", [None, "", "{", "[1]", '{"cluster": 3, "reasons": null, "basis": "whim", "of": null}'])
def test_a_verdict_from_elsewhere_speaks_at_least_of_its_own_span(value: str | None) -> None:
    (verdict,) = verdicts(_rows(Draft(Kind.ADJUDICATE, start=2, end=4, label="OTHER", surface="村的", value=value)))
    assert (verdict.start, verdict.end, verdict.spans, verdict.basis) == (2, 4, (Span(2, 4, "OTHER"),), Basis.RULED)


def test_the_text_of_these_tests_holds_what_they_mark() -> None:
    assert TEXT[LOAN.start : LOAN.end] == "互助资金"
