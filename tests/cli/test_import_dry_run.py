"""`import --dry-run`: what would come of annotations, and nothing stored."""

import json
from collections.abc import Callable
from pathlib import Path

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
