"""Kill a migration after every statement: `python -m tests.faults.kill_migration`.

A process opens a file of an earlier format (`tests/store/formats`) and kills itself (SIGKILL) as SQLite begins its n-th statement, for
every n until the migration gets through; then in the midst of statements, every 2,000 instructions of SQLite's machine. What is left
must still hold every decision as it was, as a file of the old format or of this one, must open in this program, and be sound. With
`--every 5` only every fifth n is taken.
"""

import argparse
import gzip
import os
import signal
import sqlite3
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from annotator.core.errors import AnnotatorError
from annotator.project.checking import problems
from annotator.project.workspace import Project
from annotator.store.file import FORMAT, open_project
from tests.faults.result import result

FORMATS = Path(__file__).resolve().parents[1] / "store" / "formats"
STATEMENT, INSTRUCTIONS = "statement", "2,000 instructions"
_INSTRUCTIONS = 2_000
_DECISIONS = "SELECT * FROM decision ORDER BY id"


@dataclass(frozen=True, slots=True)
class Golden:
    """A file of an earlier format, and its decisions."""

    name: str
    data: bytes
    decisions: list[tuple[object, ...]]


@dataclass(slots=True)
class Told:
    """Kills by format and unit, how often one left the old format, decisions looked for and lost, and what was wrong."""

    killed: Counter[tuple[str, str]] = field(default_factory=Counter)
    still_old: Counter[str] = field(default_factory=Counter)
    looked_for: int = 0
    lost: int = 0
    wrong: list[str] = field(default_factory=list)


def earlier_files(folder: Path) -> list[Golden]:
    """Return the golden files of earlier formats; `folder` is for looking into them."""
    return [_golden(path, folder / "golden.annot") for path in sorted(FORMATS.glob("format*.annot.gz"))]


def _golden(packed: Path, path: Path) -> Golden:
    data = gzip.decompress(packed.read_bytes())
    path.write_bytes(data)
    with closing(sqlite3.connect(path)) as connection:
        decisions = connection.execute(_DECISIONS).fetchall()
    path.unlink()
    return Golden(packed.name.partition(".")[0], data, decisions)


def migrate(path: Path, at: int, unit: str) -> None:
    """Open the file for writing; kill this process as its `at`-th statement begins, or so many instructions are done (0: never)."""
    begun = 0
    connect = sqlite3.connect

    def connected(*given: Any, **named: Any) -> sqlite3.Connection:  # noqa: ANN401 (whatever sqlite3 takes)
        connection: sqlite3.Connection = connect(*given, **named)
        if unit == STATEMENT:
            connection.set_trace_callback(count)
        else:
            connection.set_progress_handler(count, _INSTRUCTIONS)
        return connection

    def count(*_statement: str) -> int:
        nonlocal begun
        begun += 1
        if begun == at:
            os.kill(os.getpid(), signal.SIGKILL)
        return 0

    sqlite3.connect = connected  # type: ignore[assignment]
    open_project(path).close()


def is_killed(path: Path, at: int, unit: str) -> bool:
    """Migrate the file in another process; return whether that was killed before its end.

    Raises:
        RuntimeError: it failed in another way.
    """
    child = os.fork()
    if not child:
        try:
            migrate(path, at, unit)
        except BaseException:  # noqa: BLE001 (nothing of the parent may run in the child)
            os._exit(1)
        os._exit(0)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    if status not in {0, -signal.SIGKILL}:
        raise RuntimeError(f"the migration ended with {status}")
    return status != 0


def kill_at(at: int, unit: str, golden: Golden, path: Path, told: Told) -> bool:
    """Kill a migration at one moment, and look at what it left; return False if it got through."""
    path.write_bytes(golden.data)
    killed = is_killed(path, at, unit)
    told.killed[golden.name, unit] += killed
    told.wrong += [f"{golden.name}, {unit} {at}: {sentence}" for sentence in _wrong(path, golden, told, killed=killed)]
    for left in path.parent.iterdir():
        left.unlink()
    return killed


def _wrong(path: Path, golden: Golden, told: Told, *, killed: bool) -> Iterator[str]:
    with closing(sqlite3.connect(path)) as connection:
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        told.still_old[golden.name] += killed and version < FORMAT
    try:
        with Project.open(path) as project:
            (is_now,) = project.connection.execute("PRAGMA user_version").fetchone()
            after = project.connection.execute(_DECISIONS).fetchall()
            yield from problems(project)
    except AnnotatorError as error:
        yield str(error)
        return
    decisions = golden.decisions
    told.looked_for += len(decisions)
    lost = len(set(decisions) - set(after))
    told.lost += lost
    if after != decisions:
        yield f"{lost} decisions are lost or changed, of {len(decisions)}"
    if is_now != FORMAT:
        yield f"the file is of format {is_now}"
    for backup in path.parent.glob(f"study.format*{path.suffix}"):
        with closing(sqlite3.connect(f"{backup.as_uri()}?mode=ro&immutable=1", uri=True)) as connection:
            if connection.execute("PRAGMA integrity_check").fetchone() != ("ok",):
                yield f"half a backup: {backup.name}"
            elif connection.execute(_DECISIONS).fetchall() != decisions:
                yield f"{backup.name} does not hold what the file did"


def survive(folder: Path, every: int = 1) -> Told:
    """Kill the migration of each earlier format at every moment, or at some."""
    told = Told()
    path = folder / "study.annot"
    for golden in earlier_files(folder):
        for unit in (STATEMENT, INSTRUCTIONS):
            at = 1
            while kill_at(at, unit, golden, path, told):
                at += every
    return told


def main() -> int:
    """Kill at every statement and say what was lost."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--every", type=int, default=1)
    given = parser.parse_args()
    if not hasattr(os, "fork"):
        print("skipped: this system has no fork")
        return 0
    # Imported once, before the forks.
    import annotator.store.schema  # noqa: F401, PLC0415

    with tempfile.TemporaryDirectory() as folder:
        told = survive(Path(folder), given.every)
    for (name, unit), killed in told.killed.items():
        print(f"{name}: killed {killed} times, at every {unit}" if given.every == 1 else f"{name}: killed {killed} times, by {unit}")
    print(f"{told.still_old.total()} kills left the old format, {told.killed.total() - told.still_old.total()} the new one")
    print("".join(f"{sentence}\n" for sentence in told.wrong), end="")
    print(result(told.killed.total(), told.looked_for, told.lost, len(told.wrong)))
    return 1 if told.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
