"""Export and import of many articles: what they cost in processor time, and how much memory they hold at once.

Run: `python tests/benchmarks/bench_exchange.py [ARTICLES]` (10,000 with 206,000 spans unless said). Nothing is compared with a peer
in the same run: Label Studio took 51 s to import and 82 s to export as much, doccano 85 s and failed (CPU, 2026-11).
"""

import json
import random
import sys
import tempfile
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path

from annotator.exchange.formats.document import Options
from annotator.project.creating import new_project
from annotator.project.exporting import Choice, Layer, export, export_jsonl
from annotator.project.importing import import_paths
from annotator.project.workspace import Project

ARTICLES, SPANS = 10_000, 206_000
FORMATS = ("prodigy", "doccano", "label-studio", "conll", "csv", "standoff", "brat", "spacy")
_NAMES = (("产业扶贫", "INDUSTRY"), ("雨露计划", "EDUCATION"), ("扶贫车间", "EMPLOYMENT"), ("第一书记", "CADRE"))
_FILL = "清溪县石桥村的乡亲们种茶养蜂修路引水日子一天比好起来大家都说今年收成去强山坡上新栽果树开满了花河边工厂里机器声不断老人孩子笑容多"


def article(number: int, spans: int) -> dict[str, object]:
    """Return a line of about 30 characters a span; every article has words of its own."""
    chance, text, marked = random.Random(number), f"第{number}号文章。\n", []
    for i in range(spans):
        surface, label = _NAMES[(number + i) % len(_NAMES)]
        text += f"{''.join(chance.choices(_FILL, k=22))}，"
        marked.append({"start": len(text), "end": len(text) + len(surface), "label": label, "text": surface})
        text += f"{surface}。" + ("\n" if i % 5 == 4 else "")
    return {"text": text, "spans": marked}


def written(path: Path, articles: int) -> int:
    """Write a file of lines; return how many spans it holds."""
    spans = 0
    with path.open("w", encoding="utf-8") as file:
        for number in range(articles):
            count = SPANS * (number + 1) // ARTICLES - SPANS * number // ARTICLES
            file.write(json.dumps(article(number, count), ensure_ascii=False) + "\n")
            spans += count
    return spans


def timed(what: str, run: Callable[[], object]) -> None:
    """Print what `run` costs."""
    began, wall = time.process_time(), time.perf_counter()
    run()
    print(f"{what:<44}{time.process_time() - began:8.2f} s CPU {time.perf_counter() - wall:8.2f} s", flush=True)


def calibrated() -> None:
    """Print what a fixed piece of work costs on this machine now."""
    timed("calibrator: a sum of 5,000,000 numbers", lambda: sum(i & 7 for i in range(5_000_000)))


def table(folder: Path, articles: int) -> None:
    """Print what each import and export costs."""
    lines = folder / "lines.jsonl"
    print(f"{articles} articles with {written(lines, articles)} spans")
    calibrated()
    with new_project(folder / "c.annot") as project:
        timed("import as candidates (asked: 3)", lambda: import_paths(project, [lines]))
        timed("export jsonl, candidates (asked: 4)", lambda: export_jsonl(project, folder / "c.jsonl", layer=Layer.CANDIDATES))
    with new_project(folder / "a.annot") as project:
        timed("import as somebody's annotation", lambda: import_paths(project, [lines], by="alice"))
        timed("export jsonl, annotation (asked: 4)", lambda: export_jsonl(project, folder / "a.jsonl"))
        timed("export jsonl, ledger", lambda: export_jsonl(project, folder / "l.jsonl", layer=Layer.LEDGER))
        for name in FORMATS:
            timed(f"export {name}", lambda name=name: export(project, folder / name, name, Choice(), Options()))  # type: ignore[misc]


def peak(folder: Path, articles: int) -> tuple[int, int]:
    """Return the most bytes of Python objects that an import and an export of so many articles held at once."""
    lines, found = folder / f"{articles}.jsonl", []
    written(lines, articles)
    with new_project(folder / f"{articles}.annot") as project:
        for run in (lambda: import_paths(project, [lines]), lambda: _out(project, folder)):
            tracemalloc.start()
            run()
            found.append(tracemalloc.get_traced_memory()[1])
            tracemalloc.stop()
    return found[0], found[1]


def _out(project: Project, folder: Path) -> None:
    export_jsonl(project, folder / "m.jsonl", layer=Layer.CANDIDATES)


def main() -> None:
    """Print the table."""
    articles = int(sys.argv[1]) if len(sys.argv) > 1 else ARTICLES
    with tempfile.TemporaryDirectory() as folder:
        table(Path(folder), articles)
    with tempfile.TemporaryDirectory() as folder:
        few, many = (peak(Path(folder), count) for count in (250, 1_000))
    for what, small, large in zip(("import", "export"), few, many, strict=True):
        print(f"{what}: peak {small / 1e6:.1f} MB with 250 articles, {large / 1e6:.1f} MB with 1,000: {large / small:.1f} times")


if __name__ == "__main__":
    main()
