"""What the tests of newsprint share: the development pages beside the checkout, and native JSONL lines of a reading."""

import hashlib
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from annotator.core.article import Layout
from annotator.newsprint import decode, read

SHARED = Path(__file__).resolve().parents[2].parent / "shared"
SEEDS = Path(__file__).resolve().parents[2] / "seeds" / "pages"

Score = Callable[[list[Path], list[Path]], dict[str, float]]


def structure_line(name: str, text: str, layout: Layout) -> dict[str, Any]:
    """Return the native JSONL line of an article without spans: what a score of a page's structure reads."""
    return {
        "text": layout.text(text),
        "meta": {
            "title": layout.title,
            "kind": layout.kind.value,
            "page": name,
            "page_sha256": hashlib.sha256(text.encode()).hexdigest(),
            "segments": [[s.article_start, s.page_start, s.length] for s in layout.segments],
            "breaks": layout.breaks,
            "repeats": [[r.start, r.end, r.of_start, r.of_article] for r in layout.repeats],
        },
        "spans": [],
    }


@pytest.fixture
def shared() -> Path:
    """The folder of development material beside the checkout."""
    if not (SHARED / "tools" / "score").is_file():
        pytest.skip(f"the development pages are not beside the checkout ({SHARED})")
    return SHARED


@pytest.fixture
def score(shared: Path, tmp_path: Path) -> Score:
    """Score the reading of page files against gold files with the development tool; return the figures it prints as JSON."""

    def run(pages: list[Path], golds: list[Path]) -> dict[str, float]:
        out = tmp_path / "export.jsonl"
        texts = [(page.name, decode(page.read_bytes()).text) for page in pages]
        lines = [structure_line(name, text, layout) for name, text in texts for layout in read(text)]
        out.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), encoding="utf-8")
        command = [sys.executable, str(shared / "tools" / "score"), "structure", str(out), *map(str, golds)]
        printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
        figures: dict[str, float] = json.loads(printed[-1])
        ends = next(line for line in printed if line.startswith("article starts"))
        figures["end_recall"] = float(ends.split("ends R")[1].split()[0])
        repeats = next(line for line in printed if line.startswith("repeats"))
        figures["repeat_precision"] = float(repeats.split()[2])
        return figures

    return run
