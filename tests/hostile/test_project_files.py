"""A project file from outside: nothing in it runs, and whatever it holds is opened, refused or recovered in a sentence."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

import pytest

from annotator.core.errors import AnnotatorError, NotAProject
from annotator.project.backing_up import restore
from annotator.project.checking import problems
from annotator.project.merging import merge
from annotator.project.recovering import recover
from annotator.project.workspace import Project
from annotator.store.file import APPLICATION_ID, FORMAT

_REPLACED = "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace(sql, {0!r}, {1!r}) WHERE name = {2!r};"
SCHEMAS = {
    "trigger on settings": "CREATE TRIGGER t AFTER INSERT ON project BEGIN INSERT INTO canary VALUES (1); END",
    "trigger on update": "CREATE TRIGGER t AFTER UPDATE ON project BEGIN INSERT INTO canary VALUES (1); END",
    "trigger on the ledger": "CREATE TRIGGER t BEFORE INSERT ON decision BEGIN INSERT INTO canary VALUES (1); END",
    "trigger on people": "CREATE TRIGGER t AFTER INSERT ON annotator BEGIN DELETE FROM decision; END",
    "view": "CREATE VIEW v AS SELECT * FROM project",
    "view in place of a table": """DROP TABLE model; CREATE VIEW model AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)
        SELECT i AS kind, i AS data, i AS summary, i AS at FROM n""",
    "generated column": "ALTER TABLE project ADD COLUMN more TEXT AS (hex(zeroblob(100000000)))",
    "another default": "ALTER TABLE page ADD COLUMN more TEXT NOT NULL DEFAULT 'x'",
    "a check that calls": _REPLACED.format("value TEXT NOT NULL", "value TEXT NOT NULL CHECK (length(hex(zeroblob(9))))", "project"),
    "not strict any more": _REPLACED.format(") STRICT", ")", "decision"),
    "another type": _REPLACED.format("version INTEGER", "version TEXT", "scheme"),
    "another full-text index": "CREATE VIRTUAL TABLE more USING fts5(text, content = 'project')",
    "a tree of rectangles": "CREATE VIRTUAL TABLE more USING rtree(id, a, b)",
    "another tokenizer": "DROP TABLE search; CREATE VIRTUAL TABLE search USING fts5(text, content = 'decision')",
    "an index on an expression": "CREATE INDEX more ON decision(hex(zeroblob(length(id) * 1000)))",
    "a missing table": "DROP TABLE mark",
    "a missing index": "DROP INDEX decision_target",
    "a foreign table": "CREATE TABLE more (x)",
}


@pytest.fixture
def own(sample: Path, tmp_path: Path) -> Path:
    return Path(shutil.copyfile(sample, tmp_path / "study.annot"))


def changed(path: Path, script: str) -> None:
    """Change the file as its sender did; what SQLite does not know here is no danger here."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.executescript("PRAGMA journal_mode = DELETE; CREATE TABLE IF NOT EXISTS canary (x)")
        connection.executescript(script)


def untouched(path: Path) -> Callable[[], bool]:
    before = path.read_bytes()
    return lambda: path.read_bytes() == before


@pytest.mark.parametrize("script", SCHEMAS.values(), ids=SCHEMAS)
def test_a_schema_that_is_not_ours_is_refused_and_nothing_of_it_runs(script: str, own: Path, sample: Path, tmp_path: Path) -> None:
    other = Path(shutil.copyfile(sample, tmp_path / "lead.annot"))
    changed(own, script)
    is_untouched = untouched(own)
    for write in (True, False):
        with pytest.raises(NotAProject, match="holds what this program does not write"):
            Project.open(own, write=write)
    with Project.open(other) as project:
        with suppress(AnnotatorError):
            merge(project, [own])
        assert problems(project) == []
        assert project.connection.execute("SELECT name FROM sqlite_schema WHERE name = 'canary'").fetchone() is None
    assert is_untouched()
    assert not own.with_name(f"{own.name}-wal").exists()


@pytest.mark.parametrize("script", SCHEMAS.values(), ids=SCHEMAS)
def test_what_is_ours_in_such_a_file_can_be_recovered(script: str, own: Path, tmp_path: Path) -> None:
    changed(own, script)
    is_untouched = untouched(own)
    report = recover(own, tmp_path / "out.annot")
    assert (report.problems, report.rows["page"]) == ((), 4)
    with Project.open(tmp_path / "out.annot") as project:
        assert problems(project) == []
    assert is_untouched()


@pytest.mark.parametrize(
    "script",
    ["", "CREATE TABLE project (key, value)", "CREATE VIEW project AS SELECT 'id' AS key, 'x' AS value"],
    ids=["empty", "table", "view"],
)
def test_a_database_with_our_id_and_another_schema_is_refused(script: str, tmp_path: Path) -> None:
    path = tmp_path / "study.annot"
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.executescript(f"PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = {FORMAT}; {script}")
    for write in (True, False):
        with pytest.raises(NotAProject, match="holds what this program does not write"):
            Project.open(path, write=write)


@pytest.mark.parametrize("version", [0, -1, -(2**31)])
def test_a_format_that_never_was_runs_nothing(version: int, own: Path) -> None:
    changed(own, f"PRAGMA user_version = {version}; {SCHEMAS['trigger on settings']}")
    with pytest.raises(AnnotatorError):
        Project.open(own)
    with closing(sqlite3.connect(own)) as connection:
        assert connection.execute("SELECT count(*) FROM canary").fetchone() == (0,)


VALUES = {
    "numbers beyond the text": 'UPDATE candidate SET start = 9000000000, "end" = 9000000001 WHERE id IN (SELECT id FROM candidate LIMIT 1)',
    "segments beyond the page": "UPDATE article SET segments = '[[0, 900000000, 5]]' WHERE number = 1",
    "negative segments": "UPDATE article SET segments = '[[0, -5, 5]]' WHERE number = 1",
    "lists that are none": "UPDATE article SET breaks = '{', repeats = '7', paragraphs = 'null'",
    "deep lists": f"UPDATE article SET breaks = '{'[' * 5000}' WHERE number = 1",  # noqa: S608
    "a kind that is none": "UPDATE article SET kind = 'poem'",
    "a scheme that is none": "UPDATE scheme SET json = '[]'",
    "a scheme of another shape": """UPDATE scheme SET json = '{"labels": 7}'""",
    "a number of a million digits": "UPDATE scheme SET json = replace(json, '\"version\": 1', '\"version\": 1' || hex(zeroblob(500000)))",
    "a page of ten megabytes": "UPDATE page SET text = hex(zeroblob(5000000)) WHERE number = 1",
    "text that is not UTF-8": "UPDATE page SET text = CAST(x'ff00fe' AS TEXT) WHERE number = 1",
}


BEYOND_THE_CHECK = (VALUES["deep lists"], VALUES["text that is not UTF-8"])


@pytest.mark.parametrize("script", VALUES.values(), ids=VALUES)
def test_values_that_are_not_ours_are_found_by_the_check_and_come_in_with_no_merge(
    script: str, own: Path, sample: Path, tmp_path: Path
) -> None:
    other = Path(shutil.copyfile(sample, tmp_path / "lead.annot"))
    changed(own, f"{script}; DROP TABLE canary")
    with Project.open(own, write=False) as project:
        if "scheme" not in script and script not in BEYOND_THE_CHECK:
            assert problems(project)
    with Project.open(other) as project:
        before = project.connection.execute("SELECT count(*), max(id) FROM candidate").fetchone()
        with suppress(AnnotatorError):
            merge(project, [own])
        assert problems(project) == []
        assert project.connection.execute("SELECT count(*), max(id) FROM candidate").fetchone() == before
    assert recover(own, tmp_path / "out.annot").problems == ()


@pytest.mark.parametrize("script", BEYOND_THE_CHECK)
def test_values_that_cannot_be_read_end_the_check_with_a_sentence(script: str, own: Path) -> None:
    changed(own, f"{script}; DROP TABLE canary")
    with Project.open(own, write=False) as project:
        assert problems(project)


def test_a_backup_whose_schema_is_not_ours_is_not_restored(own: Path, sample: Path, tmp_path: Path) -> None:
    other = Path(shutil.copyfile(sample, tmp_path / "lead.annot"))
    changed(own, SCHEMAS["another default"])
    with Project.open(other) as project, suppress(AnnotatorError):
        restore(project, own)
    with Project.open(other) as project:
        assert problems(project) == []
