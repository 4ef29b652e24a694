"""`annotator status` and `annotator check`: what the project says of itself, and whether it is true."""

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
Refused = Callable[..., str]
Jsonl = Callable[..., Path]
Spans = Callable[..., list[dict[str, Any]]]

TEXT = "石桥村办起扶贫车间。产业扶贫见了成效。"


@pytest.fixture
def decided(study: Path, run: Run, jsonl: Jsonl, spans_of: Spans) -> Path:
    """A project in which 林晓 accepted one of two candidates."""
    run(
        "import", study, jsonl("old.jsonl", {"text": TEXT, "spans": spans_of(TEXT, [("扶贫车间", "EMPLOYMENT"), ("产业扶贫", "INDUSTRY")])})
    )
    with Project.open(study) as project:
        person = annotating.person(project, "林晓")
        (row,) = annotating.rows(project, person, list(ArticleKind))
        opened = annotating.open_article(project, person, row.id)
        c = opened.known[0]
        project.ledger.append(opened.assignment, [Draft(Kind.ACCEPT, c.id, c.start, c.end, c.label, c.surface)], scheme_version=1)
    return study


def _tamper(project: Path, sql: str) -> None:
    connection = sqlite3.connect(project)
    try:
        with connection:
            assert connection.execute(sql).rowcount > 0
    finally:
        connection.close()


def test_status_as_json_has_the_shape_that_scripts_rely_on(run: Run, decided: Path) -> None:
    assert json.loads(run("status", decided, "--json").stdout) == {
        "title": "清溪扶贫报道",
        "pages": 1,
        "files": 1,
        "articles": 1,
        "captions": 0,
        "furniture": 0,
        "candidates": 2,
        "annotators": [{"name": "林晓", "open": 1, "finished": 0, "decisions": 1, "marks": 1}],
    }


def test_status_in_words_says_the_same(run: Run, decided: Path) -> None:
    assert run("status", decided).stdout.splitlines() == [
        "清溪扶贫报道: 1 pages, 1 articles, 0 captions, 2 candidates",
        "林晓: 1 open, 0 finished, 1 decisions, 1 marks",
    ]


def test_status_can_be_asked_while_the_project_is_open_elsewhere(run: Run, decided: Path) -> None:
    with Project.open(decided) as project:
        annotating.person(project, "王小明")
        people = json.loads(run("status", decided, "--json").stdout)["annotators"]
    assert [person["name"] for person in people] == ["林晓", "王小明"]


@pytest.mark.parametrize("command", [("import", "{project}", "{project}"), ("suggest", "{project}")])
def test_a_project_that_is_being_written_is_not_written_twice(refused: Refused, decided: Path, command: tuple[str, ...]) -> None:
    with Project.open(decided, who="林晓 on this desk"):
        said = refused(*(part.format(project=decided) for part in command))
    assert said == f"{decided} is being written by 林晓 on this desk. Close it there first, or open it read-only."


def test_a_sound_project_is_said_to_be_sound(run: Run, decided: Path, sample: Path) -> None:
    assert run("check", decided).stdout == f"{decided} is sound.\n"
    assert json.loads(run("check", sample, "--json").stdout) == {"problems": []}


@pytest.mark.parametrize(
    ("sql", "said"),
    [
        ("UPDATE page SET text = replace(text, '石桥', '石橋')", "Page {page}: the text has changed since it was imported"),
        ("UPDATE mark SET label = 'OTHER'", "Assignment {assignment}: the marks are not what the ledger says"),
        ("DELETE FROM mark", "Assignment {assignment}: the marks are not what the ledger says"),
        ("UPDATE decision SET surface = '产业扶贫'", "Decision {decision} in article {article}: the text at 5–9 is not “产业扶贫”"),
        ("UPDATE decision SET start = 4", "Decision {decision} in article {article}: the text at 4–9 is not “扶贫车间”"),
        (
            "UPDATE candidate SET surface = '金融扶贫' WHERE start = 10",
            "Candidate {candidate} of article {article}: the text",
        ),
        ("UPDATE assignment SET decided = 7", "Assignment {assignment}: the counters say"),
        ("DELETE FROM decision", "Assignment {assignment}: the marks are not what the ledger says"),
    ],
)
def test_tampering_is_found_and_named(run: Run, decided: Path, sql: str, said: str) -> None:
    with Project.open(decided, write=False) as project:
        ids = {
            table: project.connection.execute(f"SELECT id FROM {table} ORDER BY id LIMIT 1").fetchone()[0]  # noqa: S608
            for table in ("page", "assignment", "decision", "article")
        }
        ids["candidate"] = project.connection.execute("SELECT id FROM candidate WHERE start = 10").fetchone()[0]
    _tamper(decided, sql)
    result = run("check", decided, code=1)
    wanted = said.format(**{**ids, "page": ids["page"][:12]})
    assert any(line.startswith(wanted) for line in result.stdout.splitlines()), result.stdout
    assert result.stderr == f"annotator: {decided}: {len(result.stdout.splitlines())} problems.\n"
    problems = json.loads(run("check", decided, "--json", code=1).stdout)["problems"]
    assert problems == result.stdout.splitlines()


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE article SET segments = 'x'",
        "UPDATE article SET kind = 'x'",
        "UPDATE article SET page = 'x'",
        "UPDATE candidate SET sources = 'x'",
        "UPDATE decision SET kind = 'x'",
        "UPDATE decision SET condition = 'x'",
    ],
)
def test_a_row_that_cannot_be_read_is_a_problem_and_no_traceback(run: Run, decided: Path, sql: str) -> None:
    _tamper(decided, "UPDATE page SET text = text || '!'")
    _tamper(decided, sql)
    said = run("check", decided, code=1).stdout.splitlines()
    assert said[-1].startswith("A row was changed so that it cannot be read (")


def test_a_project_with_a_broken_page_in_the_file_is_no_traceback(run: Run, demo: Path) -> None:
    raw = bytearray(demo.read_bytes())
    connection = sqlite3.connect(demo)
    (root,) = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'page'").fetchone()
    connection.close()
    raw[(root - 1) * 4096 + 8 : root * 4096] = b"\xee" * 4088
    demo.write_bytes(raw)
    for command in (("check", demo), ("status", demo), ("export", demo, demo.with_name("out.jsonl")), ("suggest", demo, "--anew")):
        result = run(*command, code=1) if command[0] != "status" else run(*command)
        assert "Traceback" not in result.output
    assert not demo.with_name("out.jsonl").exists()
