"""Doubtful cases: flags become questions, answers become rulings, and rulings travel as a table."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.decision import Assignment, Draft, Kind
from annotator.core.errors import InputError
from annotator.core.ruling import Ruling
from annotator.exchange.rulings_csv import read_rulings, write_rulings
from annotator.project import annotating, ruling
from annotator.project.ruling import Question
from annotator.project.workspace import Project
from annotator.store import rulings


def flag(project: Project, name: str, note: str = "", *, article_too: bool = False) -> Assignment:
    person = annotating.person(project, name)
    (article,) = project.connection.execute("SELECT id FROM article ORDER BY candidates DESC LIMIT 1").fetchone()
    opened = annotating.open_article(project, person, article)
    first = next(c for c in opened.known if c.id in opened.active)
    drafts = [Draft(Kind.NOTE, target=first.id, value=note), Draft(Kind.FLAG, target=first.id, value="doubt")]
    if article_too:
        drafts += [Draft(Kind.FLAG, value="doubt"), Draft(Kind.NOTE, value="像广告")]
    project.ledger.append(opened.assignment, drafts, scheme_version=1)
    return opened.assignment


def test_what_anybody_flagged_is_a_question_with_its_sentence_and_note(demo: Project) -> None:
    flag(demo, "alice", "算不算？", article_too=True)
    flag(demo, "bob")
    span, article, other = ruling.questions(demo)
    assert (span.who, span.note, other.who, other.note) == ("alice", "算不算？", "bob", "")
    assert span.surface
    assert "\n" not in span.before + span.after
    assert (article.surface, article.note, article.target, article.start) == ("", "像广告", None, None)
    assert article.after, "an article is shown by its title"


def test_a_flag_that_was_taken_back_asks_nothing(demo: Project) -> None:
    assignment = flag(demo, "alice")
    assert len(ruling.questions(demo)) == 1
    demo.ledger.undo(assignment.annotator)
    assert ruling.questions(demo) == ()


def test_an_answer_is_kept_beside_its_label_and_replaces_the_one_before(demo: Project) -> None:
    assignment = flag(demo, "alice", "算不算？")
    (question,) = ruling.questions(demo)
    ruling.answer(demo, question, "不算", label="CADRE", marked=False, by="老师")
    (answered,) = ruling.questions(demo)
    ruling.answer(demo, answered, " 算 ", label="MONITOR", marked=True, by="老师")
    assert list(ruling.by_label(demo, demo.scheme())) == ["MONITOR"]
    ((kept,),) = ruling.by_label(demo, demo.scheme()).values()
    assert (kept.answer, kept.marked, kept.question, kept.surface) == ("算", True, "算不算？", question.surface)
    demo.ledger.undo(assignment.annotator)
    (settled,) = ruling.questions(demo)
    assert (settled.ruling, settled.target, settled.surface) == (kept, None, kept.surface)


@pytest.mark.parametrize("text", ["", "  \n"])
def test_a_blank_answer_is_refused(demo: Project, text: str) -> None:
    flag(demo, "alice")
    (question,) = ruling.questions(demo)
    with pytest.raises(InputError, match="at least a word"):
        ruling.answer(demo, question, text, label="CADRE", marked=None, by="老师")
    assert rulings.everything(demo.connection) == []


def _answered(project: Project, text: str) -> Question:
    flag(project, "alice")
    (question,) = ruling.questions(project)
    ruling.answer(project, question, text, label="CADRE", marked=None, by="老师")
    return question


def test_rulings_go_out_and_come_in_and_of_two_the_newer_stays(demo: Project, tmp_path: Path) -> None:
    _answered(demo, "按总则")
    table = tmp_path / "rulings.csv"
    assert ruling.export_rulings(demo, table) == 1
    assert ruling.import_rulings(demo, table) == 0
    (held,) = rulings.everything(demo.connection)
    table.write_text(write_rulings([replace(held, answer="改了", at="2999"), replace(held, start=0, end=1)]), encoding="utf-8")
    assert ruling.import_rulings(demo, table) == 2
    assert sorted(one.answer for one in rulings.everything(demo.connection)) == ["按总则", "改了"]


places = st.none() | st.integers(0, 10_000)
words = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=8).map(str.strip)
some = words.filter(bool)


@given(
    st.lists(st.builds(Ruling, some, places, places, some, words, words, some, st.sampled_from([True, False, None]), words, words, words))
)
def test_rulings_read_back_from_their_table(given_: list[Ruling]) -> None:
    assert list(read_rulings(write_rulings(given_), "r.csv")) == given_


def test_a_table_without_answers_is_refused_by_file_and_line() -> None:
    with pytest.raises(InputError, match=r"r\.csv, line 2"):
        read_rulings("article,surface,answer,marked\na,产业,是,maybe\n", "r.csv")
