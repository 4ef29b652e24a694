"""The work of annotators without a window: open, decide, finish; and what the exports say of it."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from annotator.core.article import ArticleKind
from annotator.core.candidate import Candidate
from annotator.core.decision import Assignment, Cause, Draft, Kind
from annotator.core.errors import InputError, LedgerError
from annotator.core.ids import assignment_id
from annotator.project import annotating
from annotator.project.annotating import Opened
from annotator.project.exporting import Layer, export_jsonl
from annotator.project.importing import import_paths
from annotator.project.status import status_of
from annotator.project.workspace import Project

Line = dict[str, Any]
Exported = Callable[..., list[Line]]


@pytest.fixture
def exported(tmp_path: Path) -> Exported:
    """Return a function that exports a project and reads the lines."""

    def export(project: Project, **options: Any) -> list[Line]:  # noqa: ANN401
        out = tmp_path / "out.jsonl"
        export_jsonl(project, out, **options)
        return [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]

    return export


def _richest(project: Project, name: str) -> Opened:
    """Open the article with most candidates for the person called `name`."""
    person = annotating.person(project, name)
    row = max(annotating.rows(project, person, [ArticleKind.ARTICLE]), key=lambda row: row.candidates)
    return annotating.open_article(project, person, row.id)


def _on(c: Candidate, kind: Kind, opened: Opened, **changes: Any) -> Draft:  # noqa: ANN401
    start, end = changes.get("start", c.start), changes.get("end", c.end)
    surface = opened.article.text[start:end]
    return Draft(kind, c.id, start, end, changes.get("label", c.label), surface, c.source, c.score)


def _work(project: Project, name: str) -> tuple[Opened, list[Candidate]]:
    """Accept, relabel, move, reject, skip and add, a step each, and finish."""
    opened = _richest(project, name)
    first, second, third, fourth, fifth, *_ = opened.known
    other = next(label.id for label in project.scheme().labels if label.id != second.label)
    steps = [
        _on(first, Kind.ACCEPT, opened),
        _on(second, Kind.RELABEL, opened, label=other),
        _on(third, Kind.MOVE, opened, end=third.end + 1),
        Draft(Kind.REJECT, fourth.id, source=fourth.source, score=fourth.score),
        Draft(Kind.SKIP, fifth.id),
        Draft(Kind.ADD, start=0, end=2, label="OTHER", surface=opened.article.text[:2], source="hand"),
        Draft(Kind.FINISH, value=annotating.present(project, opened.article.id, [c.id for c in opened.known])),
    ]
    for step in steps:
        project.ledger.append(opened.assignment, [step], scheme_version=1)
    return opened, [first, second, third, fourth, fifth]


def _found(lines: list[Line], article: str) -> Line:
    return next(line for line in lines if line["id"] == article)


def test_the_annotation_has_exactly_what_was_decided(demo: Project, exported: Exported) -> None:
    opened, (first, second, third, *_) = _work(demo, "alice")
    line = _found(exported(demo), opened.article.id)
    by_id = {span["id"]: span for span in line["spans"]}
    added = next(span for span in line["spans"] if span["status"] == "added")
    assert {key: span["status"] for key, span in by_id.items()} == {
        first.id: "accepted",
        second.id: "relabelled",
        third.id: "moved",
        added["id"]: "added",
    }
    assert (by_id[first.id]["start"], by_id[first.id]["end"], by_id[first.id]["label"]) == (first.start, first.end, first.label)
    assert by_id[second.id]["label"] != second.label
    assert by_id[third.id]["end"] == third.end + 1
    assert (added["start"], added["end"], added["label"], added["source"], added["score"]) == (0, 2, "OTHER", "hand", None)
    assert {span["by"] for span in line["spans"]} == {"alice"}
    assert [(s["start"], s["end"]) for s in line["spans"]] == sorted((s["start"], s["end"]) for s in line["spans"])
    assert line["meta"]["finished"] == ["alice"]
    assert by_id[first.id]["score"] == first.score


def test_nobody_elses_article_is_touched(demo: Project, exported: Exported) -> None:
    opened, _ = _work(demo, "alice")
    others = [line for line in exported(demo) if line["id"] != opened.article.id]
    assert others
    assert all((line["spans"], line["meta"]["finished"]) == ([], []) for line in others)


def test_the_ledger_layer_says_what_each_person_made_of_each_candidate(demo: Project, exported: Exported) -> None:
    opened, (first, second, third, fourth, fifth) = _work(demo, "alice")
    _work(demo, "bob")
    demo.ledger.append(_richest(demo, "bob").assignment, [_on(fourth, Kind.ACCEPT, opened)], scheme_version=1)
    line = _found(exported(demo, layer=Layer.LEDGER), opened.article.id)
    made = {row["id"]: row["decisions"] for row in line["candidates"]}
    assert made[first.id] == {"alice": "accepted", "bob": "accepted"}
    assert made[second.id] == {"alice": "relabelled", "bob": "relabelled"}
    assert made[third.id] == {"alice": "moved", "bob": "moved"}
    assert made[fourth.id] == {"alice": "rejected", "bob": "accepted"}
    assert made[fifth.id] == {"alice": "skipped", "bob": "skipped"}
    assert [made[c.id] for c in opened.known[5:]] == [{}] * len(opened.known[5:])
    assert len(line["decisions"]) == 15
    assert {d["by"] for d in line["decisions"]} == {"alice", "bob"}
    kinds = [d["kind"] for d in line["decisions"] if d["by"] == "alice"]
    assert kinds == ["accept", "relabel", "move", "reject", "skip", "add", "finish"]
    ids = [d["id"] for d in line["decisions"] if d["by"] == "alice"]
    assert ids == sorted(ids)


def test_two_people_stand_side_by_side_and_by_names_one_of_them(demo: Project, exported: Exported) -> None:
    opened, _ = _work(demo, "alice")
    person = _richest(demo, "bob")
    demo.ledger.append(person.assignment, [_on(person.known[3], Kind.ACCEPT, person)], scheme_version=1)
    line = _found(exported(demo), opened.article.id)
    assert sorted(span["by"] for span in line["spans"]) == ["alice"] * 4 + ["bob"]
    assert line["meta"]["finished"] == ["alice"]
    only = _found(exported(demo, by="bob"), opened.article.id)
    assert [(span["by"], span["id"]) for span in only["spans"]] == [("bob", person.known[3].id)]
    assert only["meta"]["finished"] == []
    assert exported(demo, by="bob", finished=True) == []
    assert [line["id"] for line in exported(demo, finished=True)] == [opened.article.id]


def test_status_counts_what_each_person_did(demo: Project) -> None:
    _work(demo, "alice")
    person = _richest(demo, "bob")
    demo.ledger.append(person.assignment, [Draft(Kind.SKIP, person.known[0].id)], scheme_version=1)
    alice, bob = status_of(demo).annotators
    assert (alice.name, alice.open, alice.finished, alice.decisions, alice.marks) == ("alice", 0, 1, 7, 4)
    assert (bob.name, bob.open, bob.finished, bob.decisions, bob.marks) == ("bob", 1, 0, 1, 0)


def test_undoing_everything_leaves_an_annotation_as_if_nothing_was_decided(demo: Project, exported: Exported) -> None:
    before = exported(demo)
    opened, _ = _work(demo, "alice")
    person = annotating.person(demo, "alice")
    while demo.ledger.undo(person) is not None:
        pass
    assert exported(demo) == before
    rows = _found(exported(demo, layer=Layer.LEDGER), opened.article.id)["decisions"]
    assert [row["kind"] for row in rows].count("retract") == 7


def test_an_article_opened_again_has_the_decisions_of_before(demo: Project) -> None:
    opened, _ = _work(demo, "alice")
    again = annotating.open_article(demo, annotating.person(demo, "ALICE"), opened.article.id)
    assert [d.kind for d in again.decisions] == [*_KINDS, Kind.FINISH]
    assert again.assignment == opened.assignment
    assert annotating.open_article(demo, annotating.person(demo, "bob"), opened.article.id).decisions == ()


_KINDS = [Kind.ACCEPT, Kind.RELABEL, Kind.MOVE, Kind.REJECT, Kind.SKIP, Kind.ADD]


def test_the_last_place_is_where_the_person_decided_last_and_no_import(demo: Project, page: Callable[[str, str], Path]) -> None:
    person = annotating.person(demo, "alice")
    import_paths(demo, [page("more.jsonl", json.dumps({"text": "石桥村。", "spans": []}))], by="alice")
    assert annotating.last_step(demo, person) is None
    opened, _ = _work(demo, "alice")
    last = annotating.last_step(demo, person)
    assert last is not None
    assert last.article == opened.article.id


def test_rows_say_how_far_the_person_is(demo: Project) -> None:
    opened, _ = _work(demo, "alice")
    row = annotating.row(demo, annotating.person(demo, "alice"), opened.article.id)
    assert row is not None
    assert (row.status, row.decided, row.candidates) == ("finished", 5, len(opened.known))
    assert annotating.row(demo, annotating.person(demo, "alice"), "no such article") is None


def test_a_decision_on_a_surface_that_is_not_there_is_refused(demo: Project, exported: Exported) -> None:
    opened = _richest(demo, "alice")
    before = exported(demo, layer=Layer.LEDGER)
    with pytest.raises(LedgerError, match="Nothing was written"):
        demo.ledger.append(opened.assignment, [Draft(Kind.ADD, start=0, end=2, label="OTHER", surface="不在")], scheme_version=1)
    assert exported(demo, layer=Layer.LEDGER) == before


def test_a_round_leaves_out_the_work_of_another(demo: Project, exported: Exported) -> None:
    opened, (first, *_) = _work(demo, "alice")
    person = opened.assignment.annotator
    pilot = Assignment(assignment_id(opened.article.id, person, "pilot", "shown"), opened.article.id, person, "pilot")
    demo.ledger.append(pilot, [_on(first, Kind.ACCEPT, opened)], scheme_version=1)
    line = _found(exported(demo, round_name="pilot"), opened.article.id)
    assert [span["id"] for span in line["spans"]] == [first.id]
    assert line["meta"]["finished"] == []
    assert len(_found(exported(demo, round_name="main"), opened.article.id)["spans"]) == 4


def test_a_mark_keeps_the_source_that_was_decided_on(demo: Project, exported: Exported) -> None:
    opened, (first, *_) = _work(demo, "alice")
    demo.connection.execute("UPDATE candidate SET sources = '[\"pattern:new\"]', score = 0.1 WHERE id = ?", (first.id,))
    (span,) = (s for s in _found(exported(demo), opened.article.id)["spans"] if s["id"] == first.id)
    assert (span["source"], span["score"]) == (first.source, first.score)


def test_imported_work_and_work_done_here_are_one_annotation(demo: Project, exported: Exported, page: Callable[[str, str], Path]) -> None:
    opened, (first, second, *_) = _work(demo, "alice")
    spans = [{"start": c.start, "end": c.end, "label": c.label, "text": c.surface} for c in (first, second)]
    line = {"id": opened.article.id, "text": opened.article.text, "spans": spans}
    report = import_paths(demo, [page("more.jsonl", json.dumps(line))], by="alice")
    assert report.spans == 2
    found = _found(exported(demo), opened.article.id)["spans"]
    assert len(found) == 5
    same = [s for s in found if (s["start"], s["end"], s["label"]) == (first.start, first.end, first.label)]
    assert len(same) == 1
    rows = _found(exported(demo, layer=Layer.LEDGER), opened.article.id)["decisions"]
    assert [row["cause"] for row in rows].count(Cause.IMPORT) == 3


@pytest.mark.parametrize("name", ["", " \u3000\t"])
def test_a_person_needs_a_name(project: Project, name: str) -> None:
    with pytest.raises(InputError, match="needs a name"):
        annotating.person(project, name)
