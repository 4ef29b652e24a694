"""`annotator suggest`: candidates anew, decisions untouched."""

import json
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from annotator.core.article import ArticleKind
from annotator.core.decision import Draft, Kind
from annotator.project import annotating
from annotator.project.workspace import Project

Run = Callable[..., Result]
Exported = Callable[..., list[dict[str, Any]]]
Jsonl = Callable[..., Path]


def _rows(project: Path, table: str) -> list[tuple[Any, ...]]:
    connection = sqlite3.connect(project)
    try:
        return sorted(connection.execute(f"SELECT * FROM {table}"))  # noqa: S608
    finally:
        connection.close()


def _sources(lines: list[dict[str, Any]]) -> set[str]:
    return {source.partition(":")[0] for line in lines for span in line["spans"] for source in span["sources"]}


def test_suggest_counts_the_candidates_there_are_and_again_changes_nothing(run: Run, demo: Path) -> None:
    before = _rows(demo, "candidate")
    assert json.loads(run("suggest", demo, "--json").stdout) == {"candidates": len(before)}
    assert _rows(demo, "candidate") == before


@pytest.mark.parametrize(("source", "found"), [("lexicon", {"lexicon"}), (" patterns,", {"pattern"})])
def test_suggest_takes_the_sources_it_is_told(run: Run, demo: Path, exported: Exported, source: str, found: set[str]) -> None:
    run("suggest", demo, "--source", source)
    assert _sources(exported(demo, "--layer", "candidates")) == found


@pytest.mark.parametrize("source", ["lexikon", "lexicon,guess", "", ","])
def test_an_unknown_source_is_wrong_usage(run: Run, demo: Path, source: str) -> None:
    result = run("suggest", demo, "--source", source, code=2)
    assert "choose from lexicon, patterns" in result.stderr


def test_suggest_never_touches_a_decision(run: Run, demo: Path, exported: Exported) -> None:
    with Project.open(demo) as project:
        person = annotating.person(project, "林晓")
        row = next(row for row in annotating.rows(project, person, list(ArticleKind)) if row.candidates > 2)
        opened = annotating.open_article(project, person, row.id)
        first, second, *_ = opened.known
        drafts = [
            Draft(Kind.ACCEPT, first.id, first.start, first.end, first.label, first.surface, first.source, first.score),
            Draft(Kind.REJECT, second.id),
        ]
        project.ledger.append(opened.assignment, drafts, scheme_version=1)
    tables = ("decision", "mark", "assignment")
    before = [_rows(demo, table) for table in tables], exported(demo)
    sources = first.source.partition(":")[0]
    run("suggest", demo, "--source", "patterns" if sources == "lexicon" else "lexicon")
    assert ([_rows(demo, table) for table in tables], exported(demo)) == before
    run("suggest", demo)
    assert ([_rows(demo, table) for table in tables], exported(demo)) == before
    assert run("check", demo).stdout.endswith("is sound.\n")


def test_a_decided_candidate_that_is_no_longer_proposed_stays_in_the_ledger_layer(run: Run, demo: Path, exported: Exported) -> None:
    with Project.open(demo) as project:
        person = annotating.person(project, "林晓")
        rows = annotating.rows(project, person, list(ArticleKind))
        opened = [annotating.open_article(project, person, row.id) for row in rows if row.candidates]
        of, c = next((o, c) for o in opened for c in o.known if all(s.startswith("pattern:") for s in c.sources))
        project.ledger.append(of.assignment, [Draft(Kind.REJECT, c.id)], scheme_version=1)
    run("suggest", demo, "--source", "lexicon")
    assert c.id not in {span["id"] for line in exported(demo, "--layer", "candidates") for span in line["spans"]}
    (row,) = [row for line in exported(demo, "--layer", "ledger") for row in line["candidates"] if row["id"] == c.id]
    assert row["decisions"] == {"林晓": "rejected"}


def test_imported_candidates_survive_and_keep_what_the_program_says_of_them(
    run: Run, study: Path, jsonl: Jsonl, exported: Exported
) -> None:
    text = "石桥村落实雨露计划,全镇都来看。"
    spans = [{"start": 5, "end": 9, "label": "EDUCATION"}, {"start": 0, "end": 3, "label": "OTHER"}]
    run("import", study, jsonl("old.jsonl", {"text": text, "spans": spans}))
    run("suggest", study)
    (line,) = exported(study, "--layer", "candidates")
    found = {span["text"]: span["sources"] for span in line["spans"]}
    assert found["石桥村"] == ["import:old.jsonl"]
    assert found["雨露计划"][0].startswith("lexicon:")
    assert found["雨露计划"][1:] == ["import:old.jsonl"]
    run("suggest", study, "--source", "patterns")
    (line,) = exported(study, "--layer", "candidates")
    assert {span["text"]: span["sources"] for span in line["spans"]} == {name: ["import:old.jsonl"] for name in found}
