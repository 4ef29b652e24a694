"""Large files of lines imported: processor time and peak memory of a process that does nothing else.

`python -m tests.benchmarks.bench_import [ARTICLES …]` (10,000 and 30,000 unless said; 100,000 hold 2 million spans and take minutes).
Peak memory is the resident set that the system counted, less that of a process that only made an empty project.
"""

import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from annotator.project.creating import new_project
from annotator.project.importing import import_paths
from tests.benchmarks.bench_exchange import written
from tests.benchmarks.calibrator import calibrator

SIZES = (10_000, 30_000)
_MIB = 1024 if sys.platform != "darwin" else 1 << 20


def child(project: Path, lines: Path | None, by: str | None) -> None:
    """Import in this process; print seconds and mebibytes."""
    began = time.process_time()
    with new_project(project) as opened:
        if lines is not None:
            import_paths(opened, [lines], by=by)
    print(time.process_time() - began, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _MIB)


def ran(folder: Path, lines: Path | None, by: str) -> tuple[float, float]:
    """Return the seconds and mebibytes of a process of its own."""
    project = Path(tempfile.mkdtemp(dir=folder)) / "x.annot"
    asked = [sys.executable, "-m", "tests.benchmarks.bench_import", "--child", str(project), str(lines or ""), by]
    said = subprocess.run(asked, capture_output=True, text=True, check=True).stdout.split()
    project.unlink()
    return float(said[0]), float(said[1])


def main() -> None:
    """Print the table."""
    sizes = [int(size) for size in sys.argv[1:]] or list(SIZES)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _, empty = ran(folder, None, "")
        print(f"an empty project: {empty:.0f} MB")
        for size in sizes:
            lines = folder / f"{size}.jsonl"
            spans = written(lines, size)
            for by in ("", "alice"):
                took = calibrator()
                seconds, peak = ran(folder, lines, by)
                what = "annotation" if by else "candidates"
                print(
                    f"{size:>7} articles, {spans:>8} spans, {lines.stat().st_size >> 20:>4} MB, {what}: "
                    f"{seconds:6.1f} s CPU, peak {peak - empty:4.0f} MB more (calibrator {took:.0f} ms)",
                    flush=True,
                )


if __name__ == "__main__":
    if sys.argv[1:2] == ["--child"]:
        child(Path(sys.argv[2]), Path(sys.argv[3]) if sys.argv[3] else None, sys.argv[4] or None)
    else:
        main()
