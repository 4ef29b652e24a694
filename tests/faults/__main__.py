"""Every fault that must lose nothing, in one go: `python -m tests.faults [--quick] [--jobs N] [--write] [NAME…]`.

Runs the scripts and tests of `catalogue`, each in a process of its own, and prints what was tried and what was lost; with `--write` also
as a table into docs/faults.md and docs/faults.zh.md, with the day and the class of machine; rows that were not run stay. In full it
takes most of an hour.
"""

import argparse
import os
import re
import subprocess
import sys
import time
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock

from tests.benchmarks.__main__ import machine
from tests.faults.catalogue import FAULTS, Fault
from tests.faults.result import Result, result_in

ROOT = Path(__file__).resolve().parents[2]
PAGES = (ROOT / "docs" / "faults.md", ROOT / "docs" / "faults.zh.md")
_PASSED, _FAILED, _SKIPPED = (re.compile(rf"(\d+) {word}") for word in ("passed", "(?:failed|error)", "skipped"))

_HEADS = (
    """# Faults

Made by `python -m tests.faults --write`, each row on its day; {machine}.

A decision is **acknowledged** when the ledger's `append` has returned: SQLite has committed it in its log (WAL) and the operating system
has said that the log is on the disk (`synchronous = FULL`; on macOS `fullfsync`). The window shows a decision after that. An import, a
merge, an export, a backup is acknowledged when it has ended.

A power cut is tried on what the program really asked of the operating system, recorded by strace: all that was synced is there; of
what was written since the last sync any part, also torn at 512 bytes; of names that were given or taken since the last sync of their
folder any part. What is not tried: a disk that says it has what it has not, and systems other than Linux.

“Looked for” counts acknowledged rows and files that were looked for afterwards, over all tries. Kills in all: {kills}.

| name | day | fault | tries | looked for | lost | wrong | what was checked |
| --- | --- | --- | ---: | ---: | ---: | ---: | --- |
""",
    """# 故障试验

由 `python -m tests.faults --write` 生成，各行日期见表；{machine}。

一条判定在判定记录的 `append` 返回时即为**已确认**：SQLite 已把它提交到日志（WAL），操作系统已报告日志写到磁盘上
（`synchronous = FULL`；macOS 上另加 `fullfsync`）。窗口在此之后才显示这条判定。导入、合并、导出、备份在各自结束时算已确认。

断电是按程序实际向操作系统发出的调用来模拟的（用 strace 录下）：同步过的都在；上次同步之后写的，任意一部分可能在，也可能在 512
字节处撕裂；文件夹上次同步之后新起、改动、删去的文件名，任意一部分可能生效。没有试的：谎报已写盘的磁盘，以及 Linux 以外的系统。

“查找”一栏是事后查找的已确认的行和文件，各次相加。共杀进程 {kills} 次。

| 名称 | 日期 | 故障 | 次数 | 查找 | 丢失 | 异常 | 检查了什么 |
| --- | --- | --- | ---: | ---: | ---: | ---: | --- |
""",
)
_TESTS = (" (tests: {names}{skipped})", "（测试：{names}{skipped}）")
_SKIPS = ("; {count} skipped", "；跳过 {count} 项")


@dataclass(frozen=True, slots=True)
class Ran:
    """What came of one fault, what was printed, and how long it took in seconds."""

    result: Result | None
    skipped: int
    printed: str
    seconds: float


def run(fault: Fault, *, quick: bool) -> Ran:
    """Try one fault."""
    began = time.monotonic()
    if fault.tests:
        command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *fault.tests]
    else:
        module, *options = fault.short if quick else fault.script
        command = [sys.executable, "-m", f"tests.faults.{module}", *options]
    environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, encoding="utf-8", check=False)
    printed = done.stdout if done.returncode == 0 else f"{done.stdout[-4000:]}\nexit code {done.returncode}:\n{done.stderr[-2000:]}"
    counted = (sum(map(int, pattern.findall(done.stdout))) for pattern in (_PASSED, _FAILED, _SKIPPED))
    passed, failed, skipped = counted if fault.tests else (0, 0, 0)
    result = Result(passed + failed, 0, 0, failed) if fault.tests else result_in(done.stdout)
    return Ran(result, skipped, printed, time.monotonic() - began)


def row(name: str, ran: Ran, language: int) -> str:
    """Return the fault's line of the table."""
    fault, got = FAULTS[name], ran.result
    head = f"| {name} | {datetime.now(UTC):%Y-%m-%d} | {fault.what[language]} |"
    if got is None:
        return f"{head} – | – | – | – | – |"
    checked = fault.checked[language]
    if fault.tests:
        names = ", ".join(f"`{test}`" for test in fault.tests if test.startswith("tests/"))
        skipped = _SKIPS[language].format(count=ran.skipped) if ran.skipped else ""
        checked += _TESTS[language].format(names=names, skipped=skipped)
    looked_for = "– | –" if fault.tests else f"{got.looked_for:,} | {got.lost:,}"
    return f"{head} {got.tries:,} | {looked_for} | {got.problems:,} | {checked} |"


def rows_in(page: Path) -> dict[str, str]:
    """Return the rows that a page has, by the name of the fault."""
    lines = page.read_text(encoding="utf-8").splitlines() if page.exists() else []
    rows = {line.split(" | ")[0].removeprefix("| "): line for line in lines if line.startswith("| ")}
    return {name: rows[name] for name in FAULTS if name in rows}


def kills(rows: Mapping[str, str]) -> int:
    """Return how often a process was killed, by the table."""
    tries = (line.split(" | ")[3] for name, line in rows.items() if name.startswith(("kill-", "migration-statements")))
    return sum(int(each.replace(",", "")) for each in tries if each != "–")


def write(name: str, ran: Ran) -> None:
    """Write one row into both pages."""
    for language, page in enumerate(PAGES):
        rows = {**rows_in(page), name: row(name, ran, language)}
        ordered = "".join(f"{rows[known]}\n" for known in FAULTS if known in rows)
        head = _HEADS[language].format(machine=machine(), kills=f"{kills(rows):,}")
        page.write_text(head + ordered, encoding="utf-8")


def main() -> int:
    """Try what is named, or everything."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("name", nargs="*", help=", ".join(FAULTS))
    parser.add_argument("--quick", action="store_true", help="a few tries of each")
    parser.add_argument("--jobs", type=int, default=1, help="so many at once")
    parser.add_argument("--write", action="store_true", help="into docs/faults.md and docs/faults.zh.md")
    given = parser.parse_args()
    if unknown := set(given.name) - FAULTS.keys():
        parser.error(f"no such fault: {', '.join(sorted(unknown))}")
    chosen = {name: FAULTS[name] for name in given.name or FAULTS}

    turn = Lock()

    def tried(name: str) -> Ran:
        ran = run(chosen[name], quick=given.quick)
        with turn:
            print(f"== {name} ({ran.seconds:.0f} s)\n{ran.printed.rstrip()}", flush=True)
            if given.write:
                write(name, ran)
        return ran

    with ThreadPoolExecutor(given.jobs) as pool:
        ran = dict(zip(chosen, pool.map(tried, chosen), strict=True))
    for name, each in ran.items():
        print(row(name, each, 0))
    is_well = all(each.result is not None and not each.result.problems for each in ran.values())
    return 0 if is_well else 1


if __name__ == "__main__":
    sys.exit(main())
