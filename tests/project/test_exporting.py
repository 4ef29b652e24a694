"""Exports beyond the command line: one moment of a project that is being written, and disks that are full."""

import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from annotator.core.decision import Draft, Kind
from annotator.core.errors import ExportError
from annotator.project import annotating
from annotator.project.exporting import Layer, export_jsonl
from annotator.project.importing import import_paths
from annotator.project.workspace import Project
from annotator.store import articles

Page = Callable[[str, str], Path]


@pytest.fixture
def filled(project: Project, page: Page) -> Project:
    """A project of twenty short articles without decisions."""
    lines = "".join(json.dumps({"text": f"第{i}篇说的是产业扶贫。"}) + "\n" for i in range(20))
    import_paths(project, [page("a.jsonl", lines)])
    return project


def test_an_export_shows_one_moment_of_a_project_that_is_being_written(filled: Project, tmp_path: Path) -> None:
    ids = [article.id for article in articles.each(filled.connection)]
    person = annotating.person(filled, "alice")

    def decide(done: int, _all: int) -> None:
        if done in {1, 10}:
            for article in ids:
                opened = annotating.open_article(filled, person, article)
                filled.ledger.append(opened.assignment, [Draft(Kind.FINISH if done == 1 else Kind.REOPEN)], scheme_version=1)

    with Project.beside(filled.path) as reader:
        export_jsonl(reader, tmp_path / "out.jsonl", progress=decide)
    lines = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [line["meta"]["finished"] for line in lines] == [[]] * 20
    export_jsonl(filled, tmp_path / "out.jsonl", layer=Layer.LEDGER)
    assert (tmp_path / "out.jsonl").read_text(encoding="utf-8").count('"kind": "finish"') == 20


def test_progress_ends_with_all_articles(filled: Project, tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    export_jsonl(filled, tmp_path / "out.jsonl", progress=lambda done, everything: seen.append((done, everything)))
    assert seen == [(n, 20) for n in range(1, 21)]


@pytest.mark.skipif(sys.platform == "win32", reason="limits are POSIX")
def test_a_full_disk_leaves_the_export_of_before(filled: Project, tmp_path: Path) -> None:
    import resource  # noqa: PLC0415 (POSIX only)

    (tmp_path / "out.jsonl").write_text("the last good one\n")
    before = sorted(p.name for p in tmp_path.iterdir())
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (2_000, hard))
    try:
        with pytest.raises(ExportError, match=r"out\.jsonl cannot be written: File too large"):
            export_jsonl(filled, tmp_path / "out.jsonl")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert (tmp_path / "out.jsonl").read_text() == "the last good one\n"
    assert sorted(p.name for p in tmp_path.iterdir()) == before


def test_an_export_that_is_stopped_leaves_nothing(filled: Project, tmp_path: Path) -> None:
    def stop(done: int, _all: int) -> None:
        if done == 3:
            raise KeyboardInterrupt

    before = sorted(p.name for p in tmp_path.iterdir())
    with pytest.raises(KeyboardInterrupt):
        export_jsonl(filled, tmp_path / "out.jsonl", progress=stop)
    assert sorted(p.name for p in tmp_path.iterdir()) == before
    assert not filled.connection.in_transaction


def test_a_decision_whose_surface_is_not_in_the_text_stops_the_ledger_layer(filled: Project, tmp_path: Path) -> None:
    article = next(articles.each(filled.connection))
    opened = annotating.open_article(filled, annotating.person(filled, "alice"), article.id)
    drafts = [Draft(Kind.ADD, start=0, end=1, label="OTHER", surface="第"), Draft(Kind.FINISH)]
    written = filled.ledger.append(opened.assignment, drafts, scheme_version=1)
    target = written.decisions[0].id
    filled.ledger.append(opened.assignment, [Draft(Kind.REMOVE, target)], scheme_version=1)
    filled.connection.execute("UPDATE decision SET surface = '不在' WHERE id = ?", (target,))
    with pytest.raises(ExportError, match="Article A0001 says “第” at 0–1, not “不在”"):
        export_jsonl(filled, tmp_path / "out.jsonl", layer=Layer.LEDGER)
    assert export_jsonl(filled, tmp_path / "out.jsonl").spans == 0


def test_a_project_without_pages_is_an_empty_file(project: Project, tmp_path: Path) -> None:
    report = export_jsonl(project, tmp_path / "out.jsonl")
    assert (report.articles, report.spans) == (0, 0)
    assert (tmp_path / "out.jsonl").read_bytes() == b""
