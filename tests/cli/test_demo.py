"""`annotator demo`: a sample project that survives being made again."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from annotator.core.article import ArticleKind
from annotator.core.decision import Draft, Kind
from annotator.core.fold import Status
from annotator.project import annotating
from annotator.project.workspace import Project
from annotator.store import articles

Run = Callable[..., Result]


def test_demo_makes_a_project_in_a_folder_of_that_name_and_says_how_to_open_it(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    said = run("demo").stdout.splitlines()
    assert sorted(p.name for p in (tmp_path / "demo").iterdir() if not p.name.startswith(".")) == ["demo.annot", "demo.jsonl"]
    assert said[0].endswith("demo/demo.annot")
    assert "4 pages" in said[1]
    assert said[2].endswith("demo/demo.jsonl")
    assert said[3] == "There is no screen here. Open it later with: annotator open demo/demo.annot"


def test_demo_jsonl_holds_every_article_with_candidates_that_stand_where_they_say(sample: Path) -> None:
    lines = [json.loads(line) for line in sample.with_suffix(".jsonl").read_text(encoding="utf-8").splitlines()]
    spans = [(line["text"], span) for line in lines for span in line["spans"]]
    assert len(spans) > 100
    for text, span in spans:
        assert text[span["start"] : span["end"]] == span["text"]
        assert (span["status"], span["by"]) == ("candidate", None)
        assert span["source"]
        assert 0 < span["score"] <= 1
    with Project.open(sample, write=False) as project:
        assert [line["id"] for line in lines] == [article.id for article in articles.each(project.connection)]


def test_demo_made_again_keeps_the_decisions(run: Run, demo: Path) -> None:
    with Project.open(demo) as project:
        person = annotating.person(project, "林晓")
        row = next(row for row in annotating.rows(project, person, list(ArticleKind)) if row.candidates)
        opened = annotating.open_article(project, person, row.id)
        c = opened.known[0]
        draft = Draft(Kind.ACCEPT, c.id, c.start, c.end, c.label, c.surface, c.source, c.score)
        project.ledger.append(opened.assignment, [draft], scheme_version=1)
    run("demo", demo.parent, "--no-window")
    with Project.open(demo, write=False) as project:
        (mark,) = project.connection.execute("SELECT target, status FROM mark").fetchall()
    assert tuple(mark) == (c.id, Status.ACCEPTED)


def test_demo_made_again_adds_no_page_and_changes_no_candidate(run: Run, demo: Path, sample: Path) -> None:
    before = run("status", demo, "--json").stdout
    said = run("demo", demo.parent, "--no-window").stdout
    assert "There is no screen" not in said
    assert run("status", demo, "--json").stdout == before
    assert demo.with_suffix(".jsonl").read_bytes() == sample.with_suffix(".jsonl").read_bytes()


def test_demo_in_place_of_a_file_is_refused(refused: Callable[..., str], tmp_path: Path) -> None:
    (tmp_path / "try").write_text("x")
    assert refused("demo", tmp_path / "try", "--no-window") == f"The folder {tmp_path / 'try'} cannot be made: File exists."


def test_demo_beside_another_file_called_demo_annot_leaves_it_alone(refused: Callable[..., str], tmp_path: Path) -> None:
    (tmp_path / "demo.annot").write_text("my notes")
    assert refused("demo", tmp_path, "--no-window").endswith("is not a project of this program.")
    assert [p.name for p in tmp_path.iterdir()] == ["demo.annot"]
