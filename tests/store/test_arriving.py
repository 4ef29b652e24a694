"""What is written in bulk is what would be written one by one."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.article import ArticleKind, Layout, Segment
from annotator.core.candidate import Proposal
from annotator.core.decision import Assignment, Cause, Draft, Kind, decision_of
from annotator.core.errors import LedgerError
from annotator.core.ids import annotator_id, article_id, assignment_id, candidate_id, following_uuid7, is_uuid7, sha256_of
from annotator.store import arriving, articles, candidates, people
from annotator.store.arriving import Arrival, Reading
from annotator.store.articles import FileRecord
from annotator.store.file import ProjectFile, create_project, transaction
from annotator.store.integrity import problems
from annotator.store.ledger import Ledger

AT = "2026-01-01T00:00:00Z"
RECORD = FileRecord("x.jsonl", "ab" * 32, 200, "utf-8")
TEXTS = ("石桥村推行产业扶贫。", "𠮷祥乡的雨露计划。\n低保兜底。", "没有什么。")
SPANS = (((5, 9, "INDUSTRY"), (0, 3, "OTHER"), (5, 9, "INDUSTRY")), ((4, 8, "EDUCATION"), (4, 8, "OTHER"), (10, 12, "SAFETYNET")), ())


def proposals(text: str, spans: tuple[tuple[int, int, str], ...]) -> list[Proposal]:
    """Return the spans as an import makes them."""
    return [Proposal(start, end, label, text[start:end], ("import:x.jsonl",), 1.0, "imported") for start, end, label in spans]


def arrivals() -> list[Arrival]:
    """Return three pages of one article each."""
    made = []
    for text, spans in zip(TEXTS, SPANS, strict=True):
        layout = Layout(ArticleKind.ARTICLE, "题", (Segment(0, 0, len(text)),))
        page = sha256_of(text)
        made.append(Arrival(page, text, article_id(page, layout.segments), layout, proposals(text, spans)))
    return made


def rows(file: ProjectFile, *tables: str) -> dict[str, list[Any]]:
    """Return what stands in tables."""
    return {table: sorted(file.connection.execute(f"SELECT * FROM {table}"), key=repr) for table in tables}  # noqa: S608


def test_pages_with_candidates_are_stored_as_if_each_had_come_alone(tmp_path: Path) -> None:
    with create_project(tmp_path / "a.annot", "a") as bulk, create_project(tmp_path / "b.annot", "b") as single:
        with transaction(bulk.connection):
            assert arriving.add_pages(bulk.connection, arrivals(), RECORD, AT) == 5
        with transaction(single.connection):
            for one in arrivals():
                (article,) = articles.add_page(single.connection, one.page, one.text, [one.layout], {})
                articles.add_file(single.connection, one.page, RECORD, AT)
                candidates.replace(single.connection, article, one.proposals)
        tables = ("page", "article", "file", "candidate", "echo")
        assert rows(bulk, *tables) == rows(single, *tables)
        assert list(problems(bulk.connection)) == []


def test_finished_annotations_are_what_the_union_makes_of_their_decisions(tmp_path: Path) -> None:
    with create_project(tmp_path / "a.annot", "a") as bulk, create_project(tmp_path / "b.annot", "b") as single:
        readings, decisions, person = [], [], annotator_id("alice")
        for file in (bulk, single):
            people.add(file.connection, "alice")
            arriving.add_pages(file.connection, arrivals(), RECORD, AT)
        for one in arrivals():
            task = Assignment(assignment_id(one.article, person, "main", "shown"), one.article, person)
            readings.append(Reading(task, one.proposals))
            drafts = [Draft(Kind.ADD, None, s.start, s.end, s.label, s.surface, s.sources[0], cause=Cause.IMPORT) for s in one.proposals]
            for draft in (*drafts, Draft(Kind.FINISH, cause=Cause.IMPORT)):
                made = arriving.imported_id(task.id, draft.kind, draft.start, draft.end, draft.label)
                decisions.append(decision_of(draft, task, decision_id=made, step=made, scheme_version=1, at=AT))
        with transaction(bulk.connection):
            assert arriving.add_readings(bulk.connection, readings, scheme_version=1, at=AT) == 5
        Ledger(single.connection).union([reading.assignment for reading in readings], decisions)
        tables = ("assignment", "decision", "mark")
        assert rows(bulk, *tables) == rows(single, *tables)
        assert len(rows(bulk, "mark")["mark"]) == 5
        assert list(problems(bulk.connection)) == []
        assert all(arriving.is_begun(bulk.connection, reading.assignment.id) for reading in readings)


@pytest.mark.parametrize("wrong", [Proposal(0, 2, "OTHER", "桥村", (), 1.0), Proposal(8, 40, "OTHER", "贫。", (), 1.0)])
def test_a_surface_that_does_not_stand_there_is_refused(project: ProjectFile, task: Callable[..., Assignment], wrong: Proposal) -> None:
    with pytest.raises(LedgerError, match="Nothing was written"):
        arriving.add_pages(project.connection, [Arrival("p", TEXTS[0], "a", arrivals()[0].layout, [wrong])], RECORD, AT)
    with pytest.raises(LedgerError, match="Nothing was written"):
        arriving.add_readings(project.connection, [Reading(task(), [wrong])], scheme_version=1, at=AT)


@given(
    assignment=st.text("0123456789abcdef", min_size=24, max_size=24),
    kind=st.sampled_from([Kind.ADD, Kind.FINISH]),
    start=st.none() | st.integers(0, 1 << 31),
    label=st.none() | st.text(st.characters(exclude_categories=["Cs"])),
)
def test_the_id_of_an_imported_decision_comes_from_its_assignment_and_span(
    assignment: str, kind: Kind, start: int | None, label: str | None
) -> None:
    made = arriving.imported_id(assignment, kind, start, 9, label)
    digest = sha256_of("\x1f".join(map(str, (assignment, kind, start, 9, label))))
    assert made == following_uuid7(None, 1 if kind is Kind.FINISH else 0, int(digest, 16))
    assert is_uuid7(made)


@given(spans=st.lists(st.tuples(st.integers(0, 99), st.integers(0, 99), st.text(st.characters(exclude_categories=["Cs"])))))
def test_candidates_in_bulk_have_the_ids_of_their_spans(spans: list[tuple[int, int, str]]) -> None:
    made = [Proposal(start, end, label, "", (), 1.0) for start, end, label in spans]
    assert list(candidates.keyed("a1", made)) == list(dict.fromkeys(candidate_id("a1", *span) for span in spans))
