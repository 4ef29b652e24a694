"""Every figure of the design, in one go: `python -m tests.benchmarks [--write] [NAME…]`.

Runs the benchmarks one after the other, each in a process of its own, and prints what they print; with `--write` also into
docs/benchmarks.md, each with its day; what was not run stays there as it was. Some of them take minutes.
"""

import os
import platform
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
PAGE = ROOT / "docs" / "benchmarks.md"

# What is run, and what the design asks of it.
BENCHMARKS = {
    "bench_start": "Start to first article painted: at most 1.5 times the CPU of an empty PySide6 window.",
    "bench_desk": "Open 20k characters and 500 spans within 100 ms (200k and 5k: 300). Accept and go on, painted and durable: p95 at most "
    "16 ms (50). Move an edge by a word: p95 at most 16 ms.",
    "bench_store": "One durable decision: at most twice the CPU of two bare sqlite3 statements.",
    "bench_scale": "100k articles, 2M candidates: status 50 ms, next open article 1 ms, two-character search 100 ms.",
    "bench_suggest": "Lexicon of 2,000 terms: at least 30 times spaCy's PhraseMatcher; with word edges and patterns 5 times. "
    "One article 10 ms.",
    "score_candidates": "Unseen pages: F1 at least 0.80 (stretch 0.88), any-overlap recall 0.93 (0.97). "
    "False alarms at most 0.5 per 1,000 characters.",
    "leave_one_out": "A gap above 0.05 between pages that were seen and pages that were not says that the rules were fitted.",
    "keys_per_mention": "Keys for one final mention: at most 1.4 with every candidate decided singly, 1.1 with all means.",
    "bench_newsprint": "Reading pages at 1 MB a second.",
    "bench_exchange": "Import of 10k articles with 206k spans within 3 CPU s, export within 4.",
    "bench_import": "Import in bounded memory.",
    "bench_merge": "20 files of 500 articles taken back within seconds.",
    "bench_agreement": "3 people, 200 articles, 30 spans, 2,000 samples: at most 2 CPU s.",
    "bench_measuring": "The same from a project file.",
    "bench_search": "Search and filter in 100k articles within 100 ms.",
}


def machine() -> str:
    """Return what kind of machine this is: processor, cores, memory, system, Python. No name."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") >> 30 if hasattr(os, "sysconf") else 0
    return f"{platform.machine()}, {os.cpu_count()} cores, {memory} GB, {platform.system()}, Python {platform.python_version()}"


def ran(name: str) -> str:
    """Run one benchmark; return what it printed."""
    done = subprocess.run(
        [sys.executable, "-m", f"tests.benchmarks.{name}"], cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False
    )
    # What was missed where stays in the terminal: it quotes pages that are not ours.
    said = "".join(line for line in done.stdout.splitlines(keepends=True) if not line.startswith(("  missed:", "  extra:")))
    return said if done.returncode == 0 else f"{done.stdout}\nfailed with exit code {done.returncode}:\n{done.stderr[-2000:]}"


def known() -> dict[str, str]:
    """Return the parts of the page as it is, by name."""
    page = PAGE.read_text(encoding="utf-8") if PAGE.exists() else ""
    parts = ["## " + part for part in page.split("\n## ")[1:]]
    return {part.split("\n", 1)[0].removeprefix("## "): part.rstrip("\n") + "\n" for part in parts}


def main() -> None:
    """Run what is named, or everything."""
    wanted = [name for name in sys.argv[1:] if name != "--write"] or list(BENCHMARKS)
    parts = known()
    for name in wanted:
        began = time.perf_counter()
        printed = ran(name)
        parts[name] = f"## {name}\n\nAsked: {BENCHMARKS[name]} ({datetime.now(UTC):%Y-%m-%d})\n\n```\n{printed.rstrip()}\n```\n"
        print(parts[name], f"({time.perf_counter() - began:.0f} s)", flush=True)
    if "--write" in sys.argv:
        head = f"# Benchmarks\n\nMade by `python -m tests.benchmarks --write`, each part on its day; {machine()}.\n"
        PAGE.write_text("\n".join([head, *(parts[name] for name in BENCHMARKS if name in parts)]), encoding="utf-8")


if __name__ == "__main__":
    main()
