"""Cut the power while decisions are written, in simulation: `python -m tests.faults.power_cut --cuts 300`.

What is simulated: after every decision that the ledger said it has, the file and its log are copied as the operating system was told to
keep them (the log is synced at every commit, the file before the log begins anew: `synchronous = FULL`). What was written since the
last sync may be on the disk or not, sector by sector of 512 bytes, in any order; a sector may also be torn, or hold noise; the log may
end anywhere. Each cut takes such a mixture of two neighbouring states. It runs on every system; `recorded_cut` goes by what was really
asked of one, and knows of names and other files. What is not simulated: a disk that says it has what it has not,
and sectors that go bad later (`damage` does that).
"""

import argparse
import random
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from annotator.project.checking import problems
from annotator.project.workspace import Project
from annotator.store import candidates
from tests.faults.damage import made
from tests.faults.result import result
from tests.faults.worked import one_step, work

_SECTOR = 512
# The log is brought into the file after so many pages: often, so that cuts fall into that too.
_CHECKPOINT = 40


@dataclass(frozen=True, slots=True)
class State:
    """The file and its log after a sync, and the decisions that were acknowledged by then."""

    file: bytes
    log: bytes
    acknowledged: frozenset[str]


@dataclass(slots=True)
class Told:
    """Cuts, cuts that fell into writing the file (the others: the log), decisions looked for and lost, and what was wrong."""

    cuts: int = 0
    in_the_file: int = 0
    decisions: int = 0
    lost: int = 0
    wrong: list[str] = field(default_factory=list)


def states(path: Path, decisions: int, seed: int) -> list[State]:
    """Write so many decisions; return what was on the disk after each."""
    chance, found = random.Random(seed), []
    log = path.with_name(f"{path.name}-wal")
    with Project.open(path) as project:
        work(project, 1)
        project.connection.execute(f"PRAGMA wal_autocheckpoint = {_CHECKPOINT}")
        known = {article: of_article for article, of_article in candidates.each(project.connection) if of_article}
        there = frozenset(row[0] for row in project.connection.execute("SELECT id FROM decision"))
        for _ in range(decisions):
            there |= frozenset(one_step(project, chance, known))
            # Reading through a second handle would drop SQLite's locks of this process; nobody else is there to mind.
            found.append(State(path.read_bytes(), log.read_bytes(), there))
    return found


def mixed(old: bytes, new: bytes, chance: random.Random) -> bytes:
    """Return what a disk may hold that was told to keep `old` and was then given `new`."""
    length = chance.randrange(min(len(old), len(new)), max(len(old), len(new)) + 1)
    made_of = bytearray(new[:length].ljust(length, b"\0"))
    for at in range(0, length, _SECTOR):
        before, after = old[at : at + _SECTOR], new[at : at + _SECTOR]
        if before == after:
            continue
        how = chance.random()
        torn = chance.randrange(_SECTOR)
        kept = after if how < 0.5 else before if how < 0.85 else after[:torn] + before[torn:]
        if not before and how > 0.93:
            kept = chance.randbytes(_SECTOR)
        end = min(at + _SECTOR, length)
        made_of[at:end] = kept[: end - at].ljust(end - at, b"\0")
    return bytes(made_of)


def cut(before: State, after: State, path: Path, chance: random.Random, told: Told) -> None:
    """Leave a mixture of two states at `path`, open it as its next user would, and look for what was acknowledged."""
    in_the_file = before.file != after.file and chance.random() < 0.7
    # The file is written only when the log is synced, and the log begun anew only when the file is.
    path.write_bytes(mixed(before.file, after.file, chance) if in_the_file else before.file)
    log = path.with_name(f"{path.name}-wal")
    log.write_bytes(after.log if in_the_file else mixed(before.log, after.log, chance))
    told.cuts += 1
    told.in_the_file += in_the_file
    with Project.open(path) as project:
        there = {row[0] for row in project.connection.execute("SELECT id FROM decision")}
        lost = before.acknowledged - there
        told.decisions += len(before.acknowledged)
        told.lost += len(lost)
        told.wrong += [f"cut {told.cuts}: {len(lost)} decisions lost"] if lost else []
        told.wrong += [f"cut {told.cuts}: {sentence}" for sentence in problems(project)]
    path.unlink()


def survive(cuts: int, folder: Path, seed: int = 1) -> Told:
    """Cut so many times between neighbouring states."""
    chance, told = random.Random(seed), Told()
    known = states(made(folder / "made", 20), 60, seed)
    for n in range(cuts):
        k = chance.randrange(len(known) - 1)
        cut(known[k], known[k + 1], folder / f"cut-{n}.annot", chance, told)
    return told


def main() -> int:
    """Cut as often as asked and say what was lost."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cuts", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        told = survive(given.cuts, Path(folder), given.seed)
    for sentence in told.wrong:
        print(sentence)
    print(f"{told.cuts} power cuts, {told.in_the_file} of them while the file was written")
    print(result(told.cuts, told.decisions, told.lost, len(told.wrong)))
    return 1 if told.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
