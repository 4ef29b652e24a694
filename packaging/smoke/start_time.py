"""How long a built program takes from its start to the first article on the screen, beside `python -m annotator` on the same project.

`python packaging/smoke/start_time.py dist/annotator [--runs 5]`, with the Python whose annotator stands beside it; Linux with Xvfb. The
program is copied to a path with Chinese characters and a space. What is on the screen is read from Xvfb's own memory, so that no tool of
the desktop is timed with it. Each row: milliseconds by the clock, then of the processor (the program's own, up to that moment), medians.
"""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from smoke import PLACE, START_SECONDS, environment, said

WIDTH, HEIGHT, DEPTH_BYTES = 1440, 900, 4
# Text in smooth letters on paper takes dozens of shades where an empty pane has one or two.
SHADES = 40
TICKS = os.sysconf("SC_CLK_TCK")


@contextmanager
def screen() -> Iterator[tuple[str, Path]]:
    """Yield a virtual screen's name and the file that is its memory."""
    with tempfile.TemporaryDirectory() as memory:
        read, write = os.pipe()
        command = ["Xvfb", "-displayfd", str(write), "-screen", "0", f"{WIDTH}x{HEIGHT}x24", "-fbdir", memory, "-nolisten", "tcp"]
        server = subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL)
        try:
            os.close(write)
            with os.fdopen(read) as told:
                yield f":{told.readline().strip()}", Path(memory) / "Xvfb_screen0"
        finally:
            server.terminate()
            server.wait()


def is_painted(memory: Path) -> bool:
    """Whether text stands in the middle of the screen, where the article is."""
    data = memoryview(memory.read_bytes())[-WIDTH * HEIGHT * DEPTH_BYTES :].cast("I")
    rows = (data[y * WIDTH + WIDTH * 2 // 5 : y * WIDTH + WIDTH * 3 // 5] for y in range(HEIGHT // 4, HEIGHT * 3 // 4, 4))
    return len({shade for row in rows for shade in row}) > SHADES


def processor(process: int) -> float:
    """Return the milliseconds of processor that a process took so far."""
    fields = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) * 1000 / TICKS


def start(command: list[str], place: Path) -> tuple[float, float]:
    """Start a window, and return the milliseconds until the article was on the screen: by the clock, of the processor."""
    with screen() as (name, memory):
        began = time.monotonic()
        process = subprocess.Popen(command, cwd=place, env={**environment(place), "DISPLAY": name, "QT_QPA_PLATFORM": "xcb"})
        try:
            while not is_painted(memory):
                if process.poll() is not None or time.monotonic() - began > START_SECONDS:
                    sys.exit(f"{command}: no article after {time.monotonic() - began:.0f} s")
                time.sleep(0.005)
            return (time.monotonic() - began) * 1000, processor(process.pid)
        finally:
            process.terminate()
            process.wait(timeout=30)


def main() -> None:
    """Time both by turns, after one start of each that fills the caches."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program", type=Path)
    parser.add_argument("--runs", type=int, default=5)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        place = Path(temporary).resolve() / PLACE
        shutil.copytree(given.program, place / "一 个", symlinks=True)
        said([place / "一 个" / "annotator", "demo", place / "样 例", "--no-window"], place)
        project = str(place / "样 例" / "demo.annot")
        checkout = Path(__file__).resolve().parents[2]
        # `-c` in place of `-m`: an environment without PYTHONPATH finds the checkout only where it is told.
        module = f"import sys; sys.path.insert(0, {str(checkout)!r}); from annotator.cli import main; main()"
        ways = {
            "built program": [str(place / "一 个" / "annotator-window"), project],
            "python -m annotator": [sys.executable, "-c", module, "open", project],
        }
        found: dict[str, list[tuple[float, float]]] = {way: [] for way in ways}
        for run in range(given.runs + 1):
            for way, command in ways.items():
                took = start(command, place)
                if run:
                    found[way].append(took)
    for way, times in found.items():
        clock, work = (statistics.median(column) for column in zip(*times, strict=True))
        print(f"{way:20} {clock:6.0f} ms by the clock, {work:6.0f} ms of processor, median of {given.runs}")


if __name__ == "__main__":
    main()
