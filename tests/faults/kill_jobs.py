"""Kill long work at random moments: `python -m tests.faults.kill_jobs --kills 100`.

A child imports, suggests, exports, merges, or migrates a file of the first format, and is killed (SIGKILL) somewhere in it. Then the
project must open and be sound, every decision that was there before must be there still, no half of an export may stand where it was
to appear, and the same work must go through when it is begun again.
"""

import argparse
import gzip
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from annotator import places
from annotator.project.assigning import assign
from annotator.project.checking import problems
from annotator.project.exporting import export
from annotator.project.handing_in import hand_in
from annotator.project.handing_out import hand_out
from annotator.project.importing import import_paths
from annotator.project.merging import merge
from annotator.project.suggesting import suggest
from annotator.project.workspace import Project
from annotator.store.file import open_project
from tests.faults.damage import made
from tests.faults.result import result
from tests.faults.worked import work

ROOT = Path(__file__).parents[2]
FORMAT_1 = ROOT / "tests" / "store" / "formats" / "format1.annot.gz"
JOBS = ("import", "suggest", "export", "merge", "migration")
_READY = "ready"


@dataclass(slots=True)
class Told:
    """Kills by job, how many of them came before the work was done, decisions looked for and lost, and what was wrong afterwards."""

    kills: Counter[str] = field(default_factory=Counter)
    in_the_middle: Counter[str] = field(default_factory=Counter)
    decisions: int = 0
    lost: int = 0
    wrong: list[str] = field(default_factory=list)


def do(job: str, path: Path) -> None:
    """Do one piece of work on the project at `path`; what it needs stands beside it."""
    if job == "migration":
        open_project(path).close()
        return
    with Project.open(path) as project:
        if job == "import":
            import_paths(project, sorted(path.with_name("pages").glob("*.txt")))
        elif job == "suggest":
            suggest(project, sources=("lexicon", "patterns"), anew=True)
        elif job == "export":
            export(project, path.with_name("out.jsonl"), "jsonl")
        else:
            merge(project, [path.with_name("handed-in.annot")])


def prepared(job: str, folder: Path, worked: Path) -> Path:
    """Make what a job works on; return the project."""
    path = folder / "study.annot"
    if job == "migration":
        path.write_bytes(gzip.decompress(FORMAT_1.read_bytes()))
    else:
        shutil.copyfile(worked, path)
    if job == "import":
        further_pages(path.with_name("pages"))
    elif job == "merge":
        shutil.copyfile(handed_in(worked), path.with_name("handed-in.annot"))
    return path


def further_pages(folder: Path) -> None:
    """Write pages that the sample project does not have: its own under another heading."""
    folder.mkdir()
    for page in places.shipped("seeds", "pages").glob("*.txt"):
        (folder / page.name).write_text(f"续印\n{page.read_text(encoding='utf-8-sig')}", encoding="utf-8")


def handed_in(worked: Path) -> Path:
    """Return the sealed work of somebody on a copy of the project; made once."""
    sealed = worked.with_name("handed-in.annot")
    if not sealed.exists():
        lead = shutil.copyfile(worked, worked.with_name("lead.annot"))
        with Project.open(lead) as project:
            assign(project, ["carol"])
            (handed,) = hand_out(project, worked.with_name("out"))
        with Project.open(handed.path) as task:
            work(task, 150, seed=9)
            hand_in(task, sealed)
    return sealed


def child(job: str, path: Path) -> subprocess.Popen[str]:
    """Begin the job in a process that is about to start when this returns."""
    command = [sys.executable, "-m", "tests.faults.kill_jobs", "--do", job, "--project", str(path)]
    begun = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT)
    if begun.stdout is None or begun.stdout.readline().strip() != _READY:
        raise RuntimeError(f"{job} did not begin")
    return begun


def kill_once(job: str, folder: Path, worked: Path, moment: float, told: Told) -> float | None:
    """Kill the job after `moment` seconds and look at what it left; return how long it took where it was done before that."""
    path = prepared(job, folder, worked)
    before = _decisions(path)
    with child(job, path) as begun:
        started = time.monotonic()
        with suppress(subprocess.TimeoutExpired):
            begun.wait(moment)
        took = time.monotonic() - started
        begun.kill()
    told.kills[job] += 1
    told.in_the_middle[job] += begun.returncode != 0
    with Project.open(path) as project:
        told.wrong += [f"{job} at {moment:.3f}: {sentence}" for sentence in problems(project)]
    lost = before - _decisions(path)
    told.decisions += len(before)
    told.lost += len(lost)
    told.wrong += [f"{job} at {moment:.3f}: {len(lost)} decisions lost"] if lost else []
    out = folder / "out.jsonl"
    if out.exists() and (not out.read_bytes().endswith(b"\n") or begun.returncode == 0) and not _is_whole(out, path):
        told.wrong.append(f"{job} at {moment:.3f}: half an export")
    out.unlink(missing_ok=True)
    do(job, path)
    with Project.open(path) as project:
        told.wrong += [f"{job} at {moment:.3f}: {sentence}" for sentence in problems(project)]
    return took if begun.returncode == 0 else None


def _is_whole(out: Path, path: Path) -> bool:
    with Project.open(path, write=False) as project:
        (articles,) = project.connection.execute("SELECT count(*) FROM article").fetchone()
    return len(out.read_text(encoding="utf-8").splitlines()) == int(articles)


def _decisions(path: Path) -> set[str]:
    """Return the ids of the decisions; a file of an older format is not changed by that."""
    with closing(sqlite3.connect(path)) as connection:
        return {row[0] for row in connection.execute("SELECT id FROM decision")}


def duration(job: str, folder: Path, worked: Path) -> float:
    """Return how many seconds the job takes when nobody kills it."""
    path = prepared(job, folder, worked)
    with child(job, path) as begun:
        started = time.monotonic()
        begun.wait()
    return time.monotonic() - started


def survive(kills: int, folder: Path, jobs: tuple[str, ...] = JOBS, seed: int = 1) -> Told:
    """Kill so many jobs in turn at moments spread over how long each takes."""
    worked = made(folder / "made", 150)
    chance, told = random.Random(seed), Told()
    takes: dict[str, float] = {}
    for n in range(kills):
        job = jobs[n % len(jobs)]
        if job not in takes:
            with _place(folder) as place:
                takes[job] = duration(job, place, worked)
        with _place(folder) as place:
            took = kill_once(job, place, worked, chance.random() * takes[job], told)
        # How long it takes depends on what else the machine does.
        takes[job] = takes[job] * 1.03 if took is None else min(takes[job], took)
    return told


@contextmanager
def _place(folder: Path) -> Iterator[Path]:
    with tempfile.TemporaryDirectory(dir=folder) as place:
        yield Path(place)


def main() -> int:
    """Kill as often as asked and say what was lost."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--job", choices=JOBS, action="append")
    parser.add_argument("--do", choices=JOBS, help=argparse.SUPPRESS)
    parser.add_argument("--project", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.do:
        print(_READY, flush=True)
        do(given.do, given.project)
        return 0
    with tempfile.TemporaryDirectory() as folder:
        told = survive(given.kills, Path(folder), tuple(given.job or JOBS), given.seed)
    for job in told.kills:
        print(f"{job:10} {told.kills[job]} kills, {told.in_the_middle[job]} of them before the end")
    for sentence in told.wrong:
        print(sentence)
    print(result(told.kills.total(), told.decisions, told.lost, len(told.wrong)))
    return 1 if told.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
