"""`import --dry-run`: what would come of annotations, and nothing stored."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]
Jsonl = Callable[..., Path]
TEXT = "石桥村办起扶贫车间，雨露计划也来了。"


def test_a_dry_run_counts_and_stores_nothing(run: Run, study: Path, jsonl: Jsonl) -> None:
    file = jsonl("a.jsonl", {"text": TEXT, "label": [[5, 9, "就业"], [10, 14, "EDUCATION"]]})
    before = study.read_bytes()
    said = run("import", study, file, "--dry-run", "--labels", "就业=EMPLOYMENT").output
    assert said.startswith("1 files with annotations: 1 new texts; 2 spans. Nothing was stored.")
    assert "就业: 1 → EMPLOYMENT" in said
    assert study.read_bytes() == before


def test_a_dry_run_lists_every_refusal_and_every_unknown_label(run: Run, study: Path, jsonl: Jsonl) -> None:
    bad = jsonl("bad.jsonl", {"text": TEXT, "label": [[5, 99, "X"]]}, {"text": TEXT, "label": []}, {"text": TEXT, "label": [[3, 3, "X"]]})
    said = run("import", study, bad, "--dry-run", code=1).stderr
    assert [line.split(":")[1] for line in said.splitlines()[:2]] == [" bad.jsonl, line 1", " bad.jsonl, line 3"]
    assert said.splitlines()[2] == "annotator: 1 files would not be imported."
    other = jsonl("other.jsonl", {"text": TEXT, "label": [[5, 9, "就业"], [0, 2, "地名"]]})
    said = run("import", study, other, "--dry-run", "--labels", "地名=", code=1).stderr
    assert said == "annotator: Say what these labels are called here: 就业. --labels OLD=NEW\n"


def test_a_dry_run_can_be_read_by_programs(run: Run, study: Path, jsonl: Jsonl) -> None:
    file = jsonl("a.jsonl", {"text": TEXT, "label": [[5, 9, "EMPLOYMENT"]]})
    found = json.loads(run("import", study, file, "--dry-run", "--json").output)
    assert found["files"] == {"a.jsonl": "doccano"}
    assert found["texts"] == {"new": 1}
    assert found["labels"] == {"EMPLOYMENT": 1}
    assert found["refused"] == found["unknown"] == found["without"] == []


RARE = "𠮷家沟的产业扶贫见了成效，雨露计划也好。"


@pytest.mark.parametrize(("span", "unit"), [([13, 17], "code-points"), ([14, 18], "utf-16")])
def test_what_the_words_tell_of_offsets_is_the_same_in_a_dry_run_and_in_the_import(
    run: Run, study: Path, jsonl: Jsonl, span: list[int], unit: str
) -> None:
    file = jsonl("a.jsonl", {"text": TEXT, "label": [[10, 14, "EDUCATION"]]}, {"text": RARE, "label": [[*span, "EDUCATION"]]})
    assert json.loads(run("import", study, file, "--dry-run", "--json").output)["units"] == {"a.jsonl": unit}
    said = {"code-points": "code points", "utf-16": "UTF-16 units"}[unit]
    sentence = f"a.jsonl: its offsets count {said}"
    assert sentence in run("import", study, file, "--dry-run").output
    assert sentence in run("import", study, file).output
    out = study.with_name("out.jsonl")
    run("export", study, out, "--layer", "candidates")
    lines = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert [span["text"] for line in lines for span in line["spans"]] == ["雨露计划", "雨露计划"]


def test_where_no_word_tells_the_dry_run_and_the_import_both_ask(run: Run, study: Path, jsonl: Jsonl) -> None:
    file = jsonl("a.jsonl", {"text": RARE, "label": [[3, 5, "OTHER"]]})
    for more in (["--dry-run"], []):
        assert "Say which it is" in run("import", study, file, *more, code=1).stderr
    found = json.loads(run("import", study, file, "--unit", "utf-16", "--json").output)
    assert (found["spans"], found["units"]) == (1, {})


def test_files_that_count_differently_come_in_by_one_command(run: Run, study: Path, jsonl: Jsonl) -> None:
    points = jsonl("points.jsonl", {"text": RARE, "label": [[13, 17, "EDUCATION"]]})
    utf16 = jsonl("utf16.jsonl", {"text": RARE[:-1], "label": [[14, 18, "EDUCATION"]]})
    units = {"points.jsonl": "code-points", "utf16.jsonl": "utf-16"}
    assert json.loads(run("import", study, points, utf16, "--dry-run", "--json").output)["units"] == units
    assert json.loads(run("import", study, points, utf16, "--json").output)["units"] == units
