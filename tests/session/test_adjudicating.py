"""The adjudicator at work, without a window: where the keys lead, what is written, and what is not said too early."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.agreement.disagreements import Cluster
from annotator.core.article import ArticleKind, Layout, Segment
from annotator.core.candidate import Proposal
from annotator.core.decision import Draft, Kind
from annotator.core.ids import candidate_id
from annotator.core.span import Span
from annotator.project.adjudicating import Case
from annotator.project.adjudicating_places import around, in_sentence
from annotator.project.creating import new_project
from annotator.project.workspace import Project
from annotator.session.adjudicating import Adjudication
from annotator.session.adjudicating_lanes import lanes
from annotator.session.edges import Edge, Unit
from annotator.session.words import Words, rough_boundaries
from annotator.store import candidates
from annotator.store.articles import Article
from annotator.store.file import transaction
from tests.project.three_readers import CADRE, CLUB, LOAN, LONGER, RAIN, READERS, UNANIMOUS, Three


def _cut(text: str, _breaks: Sequence[tuple[int, int]]) -> Sequence[int]:
    return rough_boundaries(text)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return new_project(tmp_path / "study.annot")


@pytest.fixture
def three(project: Project, tmp_path: Path) -> Three:
    return Three(project, tmp_path).read()


@pytest.fixture
def work(three: Three) -> Adjudication:
    made = Adjudication(three.project, three.lead, Words(_cut), language="zh")
    made.choose_round()
    made.open()
    return made


def ruled(work: Adjudication) -> list[tuple[Span, ...] | None]:
    return [case.verdict.spans if case.verdict else None for case in (work.case_at(at) for at in work.shown)]


def test_it_opens_on_the_first_open_case_and_merges_what_is_unanimous(work: Adjudication) -> None:
    assert ruled(work) == [None, None, None]
    assert work.case is not None
    assert work.case.cluster.start == LONGER.start
    assert [done for done, _ in work.counted().values()] == [1, 0, 0]


def test_one_key_rules_and_goes_to_the_next_open_case(work: Adjudication) -> None:
    work.choose(3)
    assert ruled(work) == [(LOAN,), None, None]
    assert work.case is not None
    assert work.case.cluster.start == RAIN.start
    work.choose_nothing()
    assert ruled(work) == [(LOAN,), (), None]
    work.go(-1)
    work.choose(1)
    assert ruled(work) == [(LOAN,), (RAIN,), None]


def test_several_readings_are_ticked_and_ruled_together(work: Adjudication) -> None:
    work.choose_several()
    work.choose(3)
    work.choose(2)
    work.choose(1)
    work.choose(1)
    assert ruled(work)[0] is None
    work.confirm()
    assert ruled(work)[0] == (CLUB, LOAN)


def test_ticking_is_left_without_a_verdict(work: Adjudication) -> None:
    work.choose_several()
    work.choose(1)
    assert work.leave_mode()
    assert not work.leave_mode()
    assert ruled(work) == [None, None, None]


def test_a_span_of_ones_own_is_drawn_from_a_reading_with_the_keys_of_the_desk(work: Adjudication) -> None:
    work.highlight(-1)
    work.move(Edge.END, Unit.CHARACTER, 1)
    work.move(Edge.START, Unit.CHARACTER, -1)
    work.label("OTHER")
    own = Span(LOAN.start - 1, LOAN.end + 1, "OTHER")
    assert work.own == own
    work.confirm()
    assert ruled(work)[0] == (own,)


def test_a_reason_given_before_goes_with_the_verdict_and_not_with_the_next(work: Adjudication) -> None:
    work.reason("L")
    work.reason("T")
    work.choose(1)
    assert work.reasons == frozenset()
    first = work.case_at(work.shown[0])
    assert first.verdict is not None
    assert first.verdict.reasons == ("label", "long")


def test_a_reason_given_afterwards_is_a_step_of_its_own(work: Adjudication) -> None:
    work.choose(1)
    work.go(-1)
    work.reason("G")
    found = work.case
    assert found is not None
    assert found.verdict is not None
    assert (found.verdict.spans, found.verdict.reasons) == ((LONGER,), ("guideline",))
    work.undo()
    found = work.case_at(work.shown[0])
    assert found.verdict is not None
    assert found.verdict.reasons == ()


def test_majorities_say_how_many_they_are_before_they_are_ruled(work: Adjudication) -> None:
    said: list[dict[str, object]] = []
    work.said.connect(lambda _template, facts: said.append(facts))
    work.rule_majorities()
    assert ruled(work) == [None, None, None]
    assert said == [{"count": 2}]
    work.rule_majorities()
    assert ruled(work) == [None, (RAIN,), ()]
    work.undo()
    assert ruled(work) == [None, None, None]
    work.redo()
    assert ruled(work) == [None, (RAIN,), ()]


def test_another_step_forgets_that_majorities_were_asked_for(work: Adjudication) -> None:
    work.rule_majorities()
    work.go(1)
    work.rule_majorities()
    assert ruled(work) == [None, None, None]


def test_names_are_told_when_the_case_is_ruled_and_asked_for_and_not_before(work: Adjudication) -> None:
    work.show_names()
    assert {work.name(lane) for lane in work.lanes()} == {"甲", "乙", "丙"}
    work.choose(1)
    work.go(-1)
    assert {work.name(lane) for lane in work.lanes()} == {"甲", "乙", "丙"}
    work.show_names()
    assert {work.name(lane) for lane in work.lanes()} == set(READERS)
    work.go(1)
    assert {work.name(lane) for lane in work.lanes()} == {"甲", "乙", "丙"}


def test_lanes_are_shuffled_by_the_case_and_stay_as_they_are(work: Adjudication) -> None:
    people = ("p", "q", "r")
    cases = [Case(Cluster("a", at, at + 2, dict.fromkeys(people, ()))) for at in range(20)]
    orders = [tuple(lane.person for lane in lanes(case, {}, seed="lead", language="zh")) for case in cases]
    assert orders == [tuple(lane.person for lane in lanes(case, {}, seed="lead", language="zh")) for case in cases]
    assert all(set(order) == set(people) for order in orders)
    assert {order[0] for order in orders} == set(people)
    assert [lane.letter for lane in lanes(cases[0], {}, seed="lead", language="en")] == ["A", "B", "C"]
    shown = [lane.person for lane in work.lanes()]
    work.choose(1)
    work.go(-1)
    assert [lane.person for lane in work.lanes()] == shown


def test_a_rejected_candidate_is_shown_in_the_lane_of_who_rejected_it(project: Project, tmp_path: Path) -> None:
    three = Three(project, tmp_path)
    with transaction(project.connection):
        words = three.text[LOAN.start : LOAN.end]
        candidates.replace(project.connection, three.article, [Proposal(LOAN.start, LOAN.end, LOAN.label, words, ("lexicon:x",), 0.9)])
    three.does(READERS[0], Draft(Kind.REJECT, candidate_id(three.article, LOAN.start, LOAN.end, LOAN.label)))
    three.read([(), (CLUB,)])
    made = Adjudication(project, three.lead, Words(_cut), language="zh")
    made.choose_round()
    made.open()
    assert {(lane.person, lane.spans, lane.rejected) for lane in made.lanes()} == {
        (three.ids[0], (), (LOAN,)),
        (three.ids[1], (CLUB,), ()),
    }


def test_the_same_words_ruled_before_are_counted_in_words(project: Project, tmp_path: Path) -> None:
    text = "柳湾村办起互助资金。\n河东村也办起互助资金。\n石桥村又办起互助资金。\n"
    three = Three(project, tmp_path, text)
    at = [text.index("互助资金"), text.index("互助资金", 12), text.rindex("互助资金")]
    three.read([[Span(a, a + 4, "FINANCE") for a in at], [Span(a, a + 4, "SOCIAL") for a in at]])
    work = Adjudication(project, three.lead, Words(_cut), language="zh")
    work.choose_round()
    work.open()
    work.choose(1)
    work.choose_nothing()
    assert {(p.surface, p.label, p.count) for p in work.precedents()} == {("互助资金", "FINANCE", 1), ("互助资金", "", 1)}


def test_a_flag_and_a_note_stay_with_the_case(work: Adjudication) -> None:
    work.flag()
    work.note("  问问小组  ")
    case = work.case
    assert case is not None
    assert (case.flag, case.note) == ("doubt", "问问小组")
    work.flag()
    work.note("")
    case = work.case
    assert case is not None
    assert (case.flag, case.note) == (None, None)


def test_where_somebody_else_adjudicates_nothing_is_written_unasked(work: Adjudication, three: Three) -> None:
    other = Adjudication(three.project, three.ids[0], Words(_cut), language="zh")
    other.choose_round()
    other.open()
    rows = "SELECT count(*) FROM decision AS d JOIN assignment AS s ON s.id = d.assignment WHERE s.round = 'gold' AND s.annotator = ?"
    assert three.project.connection.execute(rows, (three.ids[0],)).fetchone() == (0,)
    other.merge_unanimous()
    assert three.project.connection.execute(rows, (three.ids[0],)).fetchone() == (1,)


def test_a_project_without_shared_articles_shows_nothing_and_writes_nothing(project: Project, tmp_path: Path) -> None:
    alone = Three(project, tmp_path).read([(UNANIMOUS, CADRE)])
    work = Adjudication(project, alone.lead, Words(_cut), language="zh")
    work.choose_round()
    work.open()
    for act in (work.choose_nothing, work.choose_several, work.draw, work.confirm, work.flag, work.undo, work.rule_majorities):
        act()
    work.choose(1)
    assert work.case is None
    assert project.connection.execute("SELECT count(*) FROM assignment WHERE round = 'gold'").fetchone() == (0,)


# Where a place stands


def _article(text: str) -> Article:
    return Article("a", 1, "p", Layout(ArticleKind.ARTICLE, "", (Segment(0, 0, len(text)),)), text, {})


def test_a_sentence_is_shown_with_the_ones_beside_it() -> None:
    text = "第一句。第二句说到雨露计划。第三句！\n第二段。"
    at = text.index("雨露")
    place = around(_article(text), at, at + 4)
    assert text[place.start : place.end] == "第二句说到雨露计划。"
    assert text[place.first : place.start] == "第一句。"
    assert text[place.end : place.last] == "第三句！"
    assert in_sentence(_article(text), at, at + 4) == ("第二句说到", "雨露计划", "。")


@given(st.text(alphabet="村路。！\n”a", min_size=1, max_size=60), st.data())
def test_the_places_around_are_in_order_and_hold_what_they_are_around(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    place = around(_article(text), start, end)
    assert 0 <= place.first <= place.start <= start < end <= place.end <= place.last <= len(text)
