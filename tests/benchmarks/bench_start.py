"""CPU from start to the first article painted, beside an empty PySide6 window: `python tests/benchmarks/bench_start.py`.

Both are separate processes with compiled bytecode, run in turn; the smallest of several runs each is compared.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

EMPTY = """
import time
from PySide6.QtWidgets import QApplication, QMainWindow
qt = QApplication([]); window = QMainWindow(); window.resize(1440, 900); window.show(); qt.processEvents(); window.repaint()
print(time.process_time())
"""
OURS = """
import sys, time
from pathlib import Path
from annotator.app import build
app = build(Path(sys.argv[1]), annotator="bench"); app.window.show(); app.views.reading.viewport().repaint()
now = time.process_time()
app.desk.words.wait()
app.close()
print(now)
"""


def cpu(code: str, folder: str, *arguments: str) -> float:
    """Return the CPU seconds that `code` says it has taken."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPYCACHEPREFIX": folder, "XDG_CONFIG_HOME": folder}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    done = subprocess.run([sys.executable, "-c", code, *arguments], env=environment, capture_output=True, text=True, check=True)
    return float(done.stdout.split()[-1])


def compare(runs: int = 7) -> tuple[float, float]:
    """Return the CPU seconds of an empty window and of ours with the sample project."""
    from annotator.project.demo import make_demo  # noqa: PLC0415

    with tempfile.TemporaryDirectory() as folder:
        project = str(make_demo(Path(folder)).project)
        cpu(EMPTY, folder)
        cpu(OURS, folder, project)
        empty, ours = zip(*((cpu(EMPTY, folder), cpu(OURS, folder, project)) for _ in range(runs)), strict=True)
    return min(empty), min(ours)


def main() -> None:
    """Print the comparison."""
    empty, ours = compare()
    print(f"empty window {empty:.3f} s, first article painted {ours:.3f} s CPU: {ours / empty:.2f} times")


if __name__ == "__main__":
    main()
