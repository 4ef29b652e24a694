"""The native JSONL, byte for byte, and read back by those who are to read it.

`ANNOTATOR_WRITE_GOLDEN=1 python -m pytest tests/golden` writes the files anew; look at the difference before keeping it.
"""

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from annotator.core.ids import sha256_of
from annotator.project.creating import new_project
from annotator.project.exporting import Layer, export_jsonl
from annotator.project.importing import import_paths
from annotator.project.workspace import Project
from annotator.store import integrity

HERE = Path(__file__).parent
SCORE = HERE.parent.parent.parent / "shared" / "tools" / "score"
UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
# Gold is the layer of marks, of those who adjudicated.
LAYERS = [layer for layer in Layer if layer is not Layer.GOLD]


def _golden(layer: Layer) -> Path:
    return HERE / f"native_{layer}.jsonl"


def _normalised(text: str) -> str:
    """Return the text with decisions' ids, which are random, counted in the order of the ledger."""
    names = {uuid: f"decision-{i:02}" for i, uuid in enumerate(sorted(set(UUID.findall(text))), start=1)}
    return UUID.sub(lambda match: names[match[0]], text)


def _lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("layer", LAYERS)
def test_an_export_is_what_it_was(project: Project, tmp_path: Path, layer: Layer) -> None:
    export_jsonl(project, tmp_path / "out.jsonl", layer=layer)
    found = _normalised((tmp_path / "out.jsonl").read_bytes().decode())
    if os.environ.get("ANNOTATOR_WRITE_GOLDEN"):
        _golden(layer).write_bytes(found.encode())
    assert found == _golden(layer).read_bytes().decode()


def test_the_golden_project_is_sound(project: Project) -> None:
    assert list(integrity.problems(project.connection)) == []


@pytest.mark.parametrize("layer", LAYERS)
def test_every_offset_of_a_golden_file_names_its_surface(layer: Layer) -> None:
    for line in _lines(_golden(layer)):
        found = [*line["spans"], *line.get("candidates", ()), *(d for d in line.get("decisions", ()) if d["start"] is not None)]
        assert all(line["text"][s["start"] : s["end"]] == s["text"] for s in found)


@pytest.mark.parametrize("layer", LAYERS)
def test_the_pieces_of_a_golden_file_are_the_page(layer: Layer) -> None:
    lines = _lines(_golden(layer))
    pieces = sorted((page, line["text"][start : start + n]) for line in lines for start, page, n in line["meta"]["segments"])
    assert {line["meta"]["page_sha256"] for line in lines} == {sha256_of("".join(piece for _, piece in pieces))}


@pytest.mark.parametrize("layer", LAYERS)
def test_the_import_reads_back_the_spans_of_a_golden_file(tmp_path: Path, layer: Layer) -> None:
    with new_project(tmp_path / "fresh.annot") as fresh:
        import_paths(fresh, [_golden(layer)], by=None if layer is Layer.CANDIDATES else "alice")
        export_jsonl(fresh, tmp_path / "again.jsonl", layer=Layer.CANDIDATES if layer is Layer.CANDIDATES else Layer.ANNOTATION)
    before, after = _lines(_golden(layer)), _lines(tmp_path / "again.jsonl")
    assert [(line["text"], line["meta"]["kind"], line["meta"]["title"]) for line in after] == [
        (line["text"], line["meta"]["kind"], line["meta"]["title"]) for line in before
    ]
    assert [_spans(line) for line in after] == [_spans(line) for line in before]


def _spans(line: dict[str, Any]) -> set[tuple[int, int, str, str]]:
    return {(s["start"], s["end"], s["label"], s["text"]) for s in line["spans"]}


@pytest.mark.skipif(not SCORE.exists(), reason="the scorer lies beside the development checkout only")
@pytest.mark.parametrize("layer", LAYERS)
def test_the_scorer_finds_every_span_where_it_stands_on_the_page(tmp_path: Path, layer: Layer) -> None:
    lines = _lines(_golden(layer))
    spans = [
        {"start": _on_page(line, s["start"]), "end": _on_page(line, s["end"] - 1) + 1, "label": s["label"]}
        for line in lines
        for s in line["spans"]
    ]
    gold = {"file": "page_007.txt", "sha256": lines[0]["meta"]["page_sha256"], "spans": spans}
    (tmp_path / "gold.json").write_text(json.dumps(gold), encoding="utf-8")
    command = [sys.executable, str(SCORE), "mentions", str(_golden(layer)), str(tmp_path / "gold.json")]
    said = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60).stdout
    assert json.loads(said.splitlines()[-1]) == {"f1": 1.0, "overlap_recall": 1.0, "precision": 1.0}
    assert f"of {len({tuple(s.values()) for s in spans})} gold" in said


def _on_page(line: dict[str, Any], offset: int) -> int:
    return next(int(p + offset - a) for a, p, n in line["meta"]["segments"] if a <= offset < a + n)


def test_a_change_of_one_character_is_noticed(project: Project, tmp_path: Path) -> None:
    project.connection.execute("UPDATE article SET title = title || '。' WHERE number = 1")
    export_jsonl(project, tmp_path / "out.jsonl")
    assert _normalised((tmp_path / "out.jsonl").read_text(encoding="utf-8")) != _golden(Layer.ANNOTATION).read_text(encoding="utf-8")
