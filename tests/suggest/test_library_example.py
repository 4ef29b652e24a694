"""The examples of docs/library.md, run as they stand."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, cast

import pytest

from annotator.newsprint import decode, read
from annotator.suggest import Suggester

ROOT = Path(__file__).parents[2]
PAGES = ROOT / "seeds" / "pages"
ONE_PAGE, POOL, PARTITIONS = re.findall(r"```python\n(.*?)```", (ROOT / "docs" / "library.md").read_text(encoding="utf-8"), re.DOTALL)


def of_page(suggester: Suggester, path: Path) -> list[list[object]]:
    """What the suggester proposes on a page, as the examples print it."""
    page = decode(path.read_bytes()).text
    return [
        [article.page_offset(p.start), article.page_offset(p.end - 1) + 1, p.label, p.surface]
        for article in read(page)
        for p in suggester.propose(article.text(page), article.breaks)
    ]


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


def test_the_first_example_prints_what_the_seeds_propose_on_a_page(seed_suggester: Suggester, capsys: pytest.CaptureFixture[str]) -> None:
    path = PAGES / "xiuyang_2018-11-02_p2.txt"
    exec(ONE_PAGE, {"path": path})  # noqa: S102
    printed = [line.split()[:3] for line in capsys.readouterr().out.splitlines() if re.match(r"\d+ \d+ [A-Z]", line)]
    assert printed == [[str(start), str(end), label] for start, end, label, _ in of_page(seed_suggester, path)] != []


@pytest.mark.parametrize("processes", [1, 2])
def test_a_pool_of_processes_proposes_what_one_process_does(seed_suggester: Suggester, tmp_path: Path, processes: int) -> None:
    script = tmp_path / "corpus.py"
    script.write_text(POOL, encoding="utf-8")
    command = [sys.executable, "-X", "utf8", str(script), str(PAGES), str(processes)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, encoding="utf-8", cwd=ROOT, env=_environment())
    assert done.stderr == ""
    expected = [{"page": path.name, "spans": of_page(seed_suggester, path)} for path in sorted(PAGES.glob("*.txt"))]
    assert [json.loads(line) for line in done.stdout.splitlines()] == expected


def test_a_partition_of_rows_becomes_rows_of_proposals(seed_suggester: Suggester) -> None:
    names: dict[str, Any] = {}
    exec(PARTITIONS, names)  # noqa: S102
    propose_all = cast("Callable[[Iterable[tuple[str, str]]], Iterable[tuple[object, ...]]]", names["propose_all"])
    rows = [("a", "全县推进产业扶贫，\r\n贫困户领到了扶贫小额信贷。"), ("b", "今日天晴。"), ("c", "\ud800村里来了第一书记")]
    found = list(propose_all(iter(rows)))
    texts = {"a": "全县推进产业扶贫，\n贫困户领到了扶贫小额信贷。", "b": "今日天晴。", "c": "�村里来了第一书记"}
    assert found == [(row, p.start, p.end, p.label, p.surface) for row, text in texts.items() for p in seed_suggester.propose(text)]
    assert {"扶贫小额信贷", "第一书记"} <= {surface for *_, surface in found}


def _environment() -> dict[str, str]:
    # The examples stand for installed software; here the checkout is.
    return {**os.environ, "PYTHONPATH": str(ROOT)}
