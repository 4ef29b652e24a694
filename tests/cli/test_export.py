"""`annotator export`: what the lines say, for whom, and what happens to the file."""

import json
import os
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from annotator.core.decision import Draft, Kind
from annotator.core.ids import sha256_of
from annotator.project import annotating
from annotator.project.workspace import Project
from annotator.store import candidates

Run = Callable[..., Result]
Refused = Callable[..., str]
Exported = Callable[..., list[dict[str, Any]]]
Jsonl = Callable[..., Path]
Spans = Callable[..., list[dict[str, Any]]]

TEXT = "石桥村办起扶贫车间,𠮷家沟的低保户也来上班。产业扶贫见了成效。"
META = ["number", "title", "kind", "page", "page_sha256", "segments", "breaks", "repeats", "finished"]
MARK = ["start", "end", "label", "text", "id", "by", "status", "source", "score", "programme"]


@pytest.fixture
def two_people(run: Run, study: Path, jsonl: Jsonl, spans_of: Spans) -> Path:
    """A project in which alice finished two articles and bob one of them."""
    first, second = spans_of(TEXT, [("扶贫车间", "EMPLOYMENT"), ("产业扶贫", "INDUSTRY")])
    run("import", study, jsonl("a.jsonl", {"text": TEXT, "spans": [first, second]}, {"text": "别的。", "spans": []}), "--by", "alice")
    run("import", study, jsonl("b.jsonl", {"text": TEXT, "spans": [second]}, {"text": "没读。"}), "--by", "bob")
    return study


def test_a_line_is_as_documented(two_people: Path, exported: Exported) -> None:
    line = exported(two_people)[0]
    assert list(line) == ["id", "text", "meta", "spans"]
    assert list(line["meta"]) == META
    assert line["meta"] == {
        "number": "A0001",
        "title": "",
        "kind": "article",
        "page": "a.jsonl",
        "page_sha256": sha256_of(TEXT),
        "segments": [[0, 0, len(TEXT)]],
        "breaks": [],
        "repeats": [],
        "finished": ["alice", "bob"],
    }
    assert [list(span) for span in line["spans"]] == [MARK] * 3
    span = min((s for s in line["spans"] if s["by"] == "alice"), key=lambda s: int(s["start"]))
    assert {key: span[key] for key in MARK if key != "id"} == {
        "start": 5,
        "end": 9,
        "label": "EMPLOYMENT",
        "text": "扶贫车间",
        "by": "alice",
        "status": "added",
        "source": "import:a.jsonl",
        "score": None,
        "programme": None,
    }


def test_one_line_holds_everybody_side_by_side(two_people: Path, exported: Exported) -> None:
    lines = exported(two_people)
    assert [sorted((s["by"], s["text"]) for s in line["spans"]) for line in lines] == [
        [("alice", "产业扶贫"), ("alice", "扶贫车间"), ("bob", "产业扶贫")],
        [],
        [],
    ]
    assert [line["meta"]["finished"] for line in lines] == [["alice", "bob"], ["alice"], []]


@pytest.mark.parametrize("name", ["bob", "ＢＯＢ "])
def test_by_leaves_only_that_persons_work(two_people: Path, exported: Exported, name: str) -> None:
    lines = exported(two_people, "--by", name)
    assert [[(s["by"], s["text"]) for s in line["spans"]] for line in lines] == [[("bob", "产业扶贫")], [], []]
    assert [line["meta"]["finished"] for line in lines] == [["bob"], [], []]


def test_finished_leaves_out_what_nobody_finished(two_people: Path, exported: Exported) -> None:
    assert [line["text"] for line in exported(two_people, "--finished")] == [TEXT, "别的。"]
    assert [line["text"] for line in exported(two_people, "--finished", "--by", "bob")] == [TEXT]


def test_a_name_nobody_has_is_refused_with_those_there_are(refused: Refused, two_people: Path, tmp_path: Path) -> None:
    said = refused("export", two_people, tmp_path / "o.jsonl", "--by", "carol")
    assert said == "Nobody called carol has worked in this project. People: alice, bob."


def test_a_round_that_never_was_is_refused_with_those_there_are(refused: Refused, two_people: Path, tmp_path: Path) -> None:
    said = refused("export", two_people, tmp_path / "o.jsonl", "--round", "pilot")
    assert said == "Nobody has worked in a round called pilot. Rounds: main."
    assert not (tmp_path / "o.jsonl").exists()


def test_a_round_leaves_only_its_work(two_people: Path, exported: Exported) -> None:
    assert exported(two_people, "--round", "main") == exported(two_people)


def test_the_ledger_layer_adds_candidates_and_decisions(run: Run, two_people: Path, exported: Exported) -> None:
    run("suggest", two_people)
    line = exported(two_people, "--layer", "ledger")[0]
    assert list(line) == ["id", "text", "meta", "spans", "candidates", "decisions"]
    assert line["spans"] == exported(two_people)[0]["spans"]
    assert [(d["by"], d["kind"], d["cause"], d["text"]) for d in line["decisions"] if d["by"] == "bob"] == [
        ("bob", "add", "import", "产业扶贫"),
        ("bob", "finish", "import", None),
    ]
    assert "产业扶贫" in {c["text"] for c in line["candidates"]}
    assert all(line["text"][c["start"] : c["end"]] == c["text"] for c in line["candidates"])


@pytest.mark.parametrize("layer", ["annotation", "candidates", "ledger"])
def test_segments_map_every_character_back_to_its_page(sample: Path, exported: Exported, layer: str) -> None:
    pages: dict[str, dict[int, str]] = {}
    for line in exported(sample, "--layer", layer):
        page = pages.setdefault(line["meta"]["page_sha256"], {})
        for start, page_start, length in line["meta"]["segments"]:
            for inside in range(length):
                assert page_start + inside not in page
                page[page_start + inside] = line["text"][start + inside]
    assert len(pages) == 4
    for sha256, characters in pages.items():
        assert sha256_of("".join(characters[at] for at in range(len(characters)))) == sha256


def test_breaks_are_line_breaks_and_repeats_name_what_was_printed_before(sample: Path, exported: Exported) -> None:
    lines = exported(sample)
    texts = {line["id"]: line["text"] for line in lines}
    breaks = [line["text"][start:end] for line in lines for start, end in line["meta"]["breaks"]]
    repeats = [(line, repeat) for line in lines for repeat in line["meta"]["repeats"]]
    assert breaks
    assert all(piece.strip() == "" and "\n" in piece for piece in breaks)
    assert repeats
    for line, (start, end, of_start, of_article) in repeats:
        first = texts[of_article or line["id"]]
        assert first[of_start : of_start + 8] == line["text"][start : start + 8]
        assert end > start


def test_the_file_is_utf8_with_one_article_a_line(run: Run, two_people: Path, tmp_path: Path) -> None:
    assert run("export", two_people, tmp_path / "o.jsonl").stdout == f"3 articles with 3 spans in {tmp_path / 'o.jsonl'}.\n"
    report = run("export", two_people, tmp_path / "o.jsonl", "--json").stdout
    assert json.loads(report) == {"articles": 3, "spans": 3}
    raw = (tmp_path / "o.jsonl").read_bytes()
    assert raw.count(b"\n") == 3
    assert b"\r" not in raw
    assert raw.endswith(b"}\n")
    assert "𠮷家沟".encode() in raw


def test_an_export_takes_the_place_of_the_one_before(run: Run, two_people: Path, tmp_path: Path) -> None:
    out = tmp_path / "o.jsonl"
    out.write_text("old\n" * 10_000, encoding="utf-8")
    with out.open(encoding="utf-8") as reader:
        run("export", two_people, out)
        assert reader.read(4) == "old\n"
    assert len(out.read_text(encoding="utf-8").splitlines()) == 3


@pytest.mark.skipif(os.name != "posix", reason="links need a privilege on Windows")
def test_an_export_through_a_link_keeps_the_link(run: Run, two_people: Path, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "latest.jsonl").symlink_to(tmp_path / "data" / "real.jsonl")
    run("export", two_people, tmp_path / "latest.jsonl")
    assert (tmp_path / "latest.jsonl").is_symlink()
    assert len((tmp_path / "data" / "real.jsonl").read_text(encoding="utf-8").splitlines()) == 3


def test_an_export_never_takes_the_place_of_the_project(refused: Refused, run: Run, two_people: Path) -> None:
    assert refused("export", two_people, two_people) == f"{two_people} is the project itself. Choose another name."
    assert run("check", two_people).stdout.endswith("is sound.\n")


@pytest.mark.parametrize("out", [".", "folder", "folder/missing/o.jsonl", "file.txt/o.jsonl", "長" * 90])
def test_an_export_that_cannot_be_written_says_so(refused: Refused, two_people: Path, tmp_path: Path, out: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file.txt").write_text("x")
    before = _tree(tmp_path)
    assert refused("export", two_people, tmp_path / out).startswith(f"{tmp_path / out} ")
    assert _tree(tmp_path) == before


@pytest.mark.skipif(os.name != "posix", reason="devices are files on POSIX")
def test_an_export_never_takes_the_place_of_a_device(refused: Refused, two_people: Path, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert refused("export", two_people, tmp_path / "pipe").endswith("pipe is not a file. Choose another name.")
    assert (tmp_path / "pipe").is_fifo()


@pytest.mark.parametrize("layer", ["annotation", "candidates", "ledger"])
def test_a_surface_that_is_not_in_the_text_stops_the_export(refused: Refused, demo: Path, tmp_path: Path, layer: str) -> None:
    _tamper(demo, layer)
    (tmp_path / "o.jsonl").write_text("the last good one\n")
    before = _tree(tmp_path)
    said = refused("export", demo, tmp_path / "o.jsonl", "--layer", layer)
    assert said.endswith("Nothing was exported; run: annotator check.")
    assert "Article A0" in said
    assert "“不在这里”" in said
    assert _tree(tmp_path) == before
    assert (tmp_path / "o.jsonl").read_text() == "the last good one\n"


def _tamper(project: Path, layer: str) -> None:
    with Project.open(project) as opened:
        person = annotating.person(opened, "alice")
        article, (c, *_) = list(candidates.each(opened.connection))[-1]
        assignment = annotating.open_article(opened, person, article).assignment
        opened.ledger.append(assignment, [Draft(Kind.ACCEPT, c.id, c.start, c.end, c.label, c.surface)], scheme_version=1)
    connection = sqlite3.connect(project)
    with connection:
        table = "candidate" if layer == "candidates" else "decision"
        connection.execute(f"UPDATE {table} SET surface = '不在这里'")  # noqa: S608
    connection.close()


def _tree(folder: Path) -> list[str]:
    # What SQLite keeps beside an open file is the store's business.
    return sorted(str(p.relative_to(folder)) for p in folder.rglob("*") if not p.name.endswith(("-wal", "-shm")))


def test_lines_of_an_export_are_read_by_the_import(run: Run, two_people: Path, empty_project: Path, tmp_path: Path) -> None:
    run("export", two_people, tmp_path / "a.jsonl", "--by", "alice")
    fresh = tmp_path / "fresh.annot"
    fresh.write_bytes(empty_project.read_bytes())
    run("import", fresh, tmp_path / "a.jsonl", "--by", "alice")
    run("export", fresh, tmp_path / "b.jsonl")
    before, after = (
        [json.loads(line) for line in (tmp_path / name).read_text(encoding="utf-8").splitlines()] for name in ("a.jsonl", "b.jsonl")
    )
    for name in ("start", "end", "label", "text", "by"):
        assert [[s[name] for s in line["spans"]] for line in after] == [[s[name] for s in line["spans"]] for line in before]
