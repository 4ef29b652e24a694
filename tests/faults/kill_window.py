"""Kill the window while somebody works: `python -m tests.faults.kill_window --kills 100`.

A child process opens the sample project in the real window, presses random keys and says after every key which decision is on disk. It
is killed (SIGKILL) at a random moment, often in the middle of the next key. Then every decision it acknowledged must be in the
ledger, the project must be sound, and the next child goes on with the same file.
"""

import argparse
import os
import random
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from annotator.project.checking import problems
from annotator.project.demo import make_demo
from annotator.project.workspace import Project
from tests.faults.result import result

CHILD = """
import os, random, sys
from pathlib import Path
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from annotator.app import build
chance = random.Random(int(sys.argv[2]))
app = build(Path(sys.argv[1]), annotator="kill")
app.window.show()
desk, reading = app.desk, app.views.reading
newest = desk.project.connection
key, shift, ctrl = Qt.Key, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
keys = [(key.Key_Space, None)] * 6 + [(key.Key_X, None)] * 3 + [(key.Key_S, None), (key.Key_2, None), (key.Key_F, None),
    (key.Key_Right, ctrl | shift), (key.Key_Z, ctrl), (key.Key_Z, ctrl | shift), (key.Key_Return, None), (key.Key_Down, None)]
while True:
    which, modifier = chance.choice(keys)
    QTest.keyClick(reading, which, modifier or Qt.KeyboardModifier.NoModifier)
    row = newest.execute("SELECT max(id), count(*) FROM decision").fetchone()
    print(row[0], row[1], flush=True)
"""


def kill_once(project: Path, seed: int) -> tuple[str, int]:
    """Let a child work and kill it; return the last decision it acknowledged and how many there were."""
    chance = random.Random(seed)
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", CHILD, str(project), str(seed)]
    acknowledged = ""
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as child:
        assert child.stdout is not None
        for _ in range(chance.randint(1, 60)):
            acknowledged = child.stdout.readline()
        child.kill()
        # What the pipe still holds was acknowledged too; a line cut by the kill was not.
        rest = [line for line in child.stdout.read().splitlines(keepends=True) if line.endswith("\n")]
    words = (rest[-1] if rest else acknowledged).split()
    return (words[0], int(words[1])) if len(words) == 2 else ("", 0)


def survive(kills: int, folder: Path, seed: int = 1) -> tuple[int, int]:
    """Kill `kills` times; return how many decisions were acknowledged, and how many of them are missing.

    Raises:
        AssertionError: the project is not sound after a kill.
    """
    made = make_demo(folder / "made").project
    project = folder / "killed.annot"
    shutil.copy(made, project)
    missing = total = 0
    for n in range(kills):
        last, count = kill_once(project, seed + n)
        with Project.open(project) as opened:
            (found,) = opened.connection.execute("SELECT count(*) FROM decision WHERE id <= ?", (last,)).fetchone()
            assert problems(opened) == []
        missing += max(count - found, 0) if last != "None" else 0
        total = max(total, count)
    return total, missing


def main() -> None:
    """Kill as often as asked and say what was lost."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        total, missing = survive(arguments.kills, Path(folder), arguments.seed)
    print(f"{arguments.kills} kills of the window, {total} decisions acknowledged, {missing} missing")
    print(result(arguments.kills, total, missing, 0))
    sys.exit(1 if missing else 0)


if __name__ == "__main__":
    main()
