"""Cut the power on what was recorded: `python -m tests.faults.recorded_cut --states 1000`.

Real work of the program (`SESSIONS`) is run under strace, which tells every write with its data, every sync and every change of a name.
From that the disk is rebuilt as it may stand after a power cut, mostly right before a sync is done: see `disk.py` for what a disk may
do. The work prints what it has as soon as it has it; all that was printed before the cut is acknowledged and must be in the project,
which must open and be sound. A decision is acknowledged when `Ledger.append` has returned, imported articles, merged decisions and an
export when the function that does it has returned. What stands beside the project, such as an export, must be whole or not be there.
"""

import argparse
import gzip
import random
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from annotator import places
from annotator.core.errors import AnnotatorError
from annotator.project.backing_up import back_up, restore
from annotator.project.checking import problems
from annotator.project.creating import new_project
from annotator.project.export_choice import Splitting
from annotator.project.exporting import export
from annotator.project.handing_in import hand_in
from annotator.project.importing import import_paths
from annotator.project.merging import merge
from annotator.project.suggesting import suggest
from annotator.project.workspace import Project
from annotator.store import candidates
from tests.faults.damage import made
from tests.faults.disk import Acknowledged, Disk, Event, Sync
from tests.faults.kill_jobs import FORMAT_1, handed_in
from tests.faults.recording import can_record, record
from tests.faults.result import result
from tests.faults.worked import one_step, work

NAME = "study.annot"
# What SQLite makes anew, and what the locks are made of; after a power cut nobody holds them.
_OF_PROCESSES = ("-shm", ".lock", ".holder")
_PARTS = ("-wal", "-journal")


@dataclass(frozen=True, slots=True)
class Recording:
    """What happened in a folder that held `before`; `after` is what was there in the end."""

    name: str
    before: Mapping[str, bytes]
    events: Sequence[Event]
    after: Mapping[str, bytes]


@dataclass(slots=True)
class Told:
    """States of the disk that were tried, syncs before which they lie, acknowledged rows and files looked for, and what was wrong."""

    states: int = 0
    syncs: int = 0
    looked_for: int = 0
    lost: int = 0
    wrong: list[str] = field(default_factory=list)


def say(kind: str, *names: object) -> None:
    """Acknowledge."""
    sys.stdout.write("".join(f"{kind} {name}\n" for name in names))
    sys.stdout.flush()


def rows_of(project: Project) -> set[str]:
    """Return what stands in a project, as it is acknowledged."""
    found = {f"article {row[0]}" for row in project.connection.execute("SELECT id FROM article")}
    found |= {f"candidate {row[0]}" for row in project.connection.execute("SELECT id FROM candidate WHERE active = 1")}
    return found | {f"decision {row[0]}" for row in project.connection.execute("SELECT id FROM decision")}


def say_all(project: Project) -> None:
    """Acknowledge everything that the project holds."""
    for row in sorted(rows_of(project)):
        kind, name = row.split(" ", 1)
        say(kind, name)


def _decide(path: Path) -> None:
    """Let people decide for long enough that SQLite brings its log into the file."""
    with Project.open(path) as project:
        chance = random.Random(4)
        known = {article: found for article, found in candidates.each(project.connection) if found}
        for _ in range(350):
            say("decision", *one_step(project, chance, known))


def _begin(path: Path) -> None:
    """Make a project, import, suggest, decide."""
    new_project(path).close()
    say("project", path.name)
    with Project.open(path) as project:
        import_paths(project, sorted(places.shipped("seeds", "pages").glob("*.txt"))[:1])
        say_all(project)
        suggest(project, sources=("lexicon", "patterns"))
        say_all(project)
        say("decision", *work(project, 10))


def _import(path: Path) -> None:
    with Project.open(path) as project:
        import_paths(project, sorted(places.shipped("seeds", "pages").glob("*.txt")))
        say_all(project)


def _suggest(path: Path) -> None:
    with Project.open(path) as project:
        suggest(project, sources=("lexicon", "patterns"), anew=True)
        say_all(project)


def _export(path: Path) -> None:
    with Project.open(path) as project:
        export(project, path.with_name("out.jsonl"), "jsonl")
        say("file", "out.jsonl")
        export(project, path.with_name("parts"), "jsonl", splitting=Splitting((8, 1, 1), 1))
        say("file", *(f"parts/{part.name}" for part in sorted(path.with_name("parts").iterdir())))


def _merge(path: Path) -> None:
    with Project.open(path) as project:
        merge(project, [path.with_name("handed-in.annot")])
        say_all(project)
        say("decision", *work(project, 5, seed=6))


def _migrate(path: Path) -> None:
    """Bring a file of the first format up to date and work on it."""
    with Project.open(path) as project:
        say_all(project)
        say("decision", *work(project, 10))


def _hand_in(path: Path) -> None:
    with Project.open(path) as project:
        hand_in(project, path.with_name("work.annot"))
        say("file", "work.annot")


def _restore(path: Path) -> None:
    """Make a backup, merge, and go back to it."""
    with Project.open(path) as project:
        backup = back_up(project, "merge")
        say("file", backup.relative_to(path.parent))
        merge(project, [path.with_name("handed-in.annot")])
        restore(project, backup)
    with Project.open(path) as project:
        say("decision", *work(project, 5, seed=6))


SESSIONS: Mapping[str, Callable[[Path], None]] = {
    "decide": _decide,
    "begin": _begin,
    "import": _import,
    "suggest": _suggest,
    "export": _export,
    "merge": _merge,
    "migrate": _migrate,
    "hand-in": _hand_in,
    "restore": _restore,
}


def prepared(name: str, folder: Path, worked: Path) -> Path:
    """Put into `folder` what a session needs; return the project, which may yet be to come."""
    folder.mkdir()
    path = folder / NAME
    if name == "migrate":
        path.write_bytes(gzip.decompress(FORMAT_1.read_bytes()))
    elif name == "import":
        new_project(path).close()
    elif name != "begin":
        shutil.copyfile(worked, path)
    if name in {"merge", "restore"}:
        shutil.copyfile(handed_in(worked), folder / "handed-in.annot")
    return path


def recorded(name: str, folder: Path, worked: Path) -> Recording:
    """Run a session under strace.

    Raises:
        RuntimeError: what was recorded does not lead to what is there; something was not understood.
    """
    place = folder / name
    path = prepared(name, place, worked)
    before = _files(place)
    events = record([sys.executable, "-m", "tests.faults.recorded_cut", "--do", name, "--in", str(path)], place, folder / f"{name}.strace")
    disk = Disk(before)
    for event in events:
        disk.do(event)
    after = _files(place)
    if _lasting(disk.everything()) != _lasting(after):
        raise RuntimeError(f"{name}: what was recorded does not lead to what is there")
    return Recording(name, before, events, after)


def _files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def _lasting(files: Mapping[str, bytes]) -> dict[str, bytes]:
    return {name: data for name, data in files.items() if not name.endswith(_OF_PROCESSES)}


def moments(recording: Recording, states: int, chance: random.Random) -> list[int]:
    """Return before which events the power is cut, in order: in turn before every sync, where most is undecided, and anywhere."""
    syncs = [n for n, event in enumerate(recording.events) if isinstance(event, Sync)]
    end = len(recording.events)
    spread = syncs if states >= len(syncs) else sorted(chance.sample(syncs, states))
    chosen = [spread[n % len(spread)] if n < 2 * len(spread) else chance.randrange(end + 1) for n in range(states)]
    return sorted([*chosen[:-1], end])


def cut(recording: Recording, states: int, folder: Path, chance: random.Random) -> Told:
    """Cut the power so many times; see what is left of what was acknowledged."""
    told, disk, done = Told(), Disk(recording.before), 0
    acknowledged = _given(recording.before, folder)
    chosen = moments(recording, states, chance)
    told.syncs = len({n for n in chosen if n < len(recording.events) and isinstance(recording.events[n], Sync)})
    for moment in chosen:
        for event in recording.events[done:moment]:
            disk.do(event)
            if isinstance(event, Acknowledged):
                acknowledged.add(event.what)
        done = moment
        left = disk.everything() if chance.random() < 0.1 else disk.after_a_cut(chance)
        place = Path(tempfile.mkdtemp(dir=folder))
        wrong = list(_wrong(recording, left, acknowledged, place, told))
        told.wrong += [f"{recording.name}, before call {moment} of {len(recording.events)}: {sentence}" for sentence in wrong]
        told.states += 1
        shutil.rmtree(place)
    return told


def _given(before: Mapping[str, bytes], folder: Path) -> set[str]:
    """Return the decisions and articles that the project held before the session; candidates may be computed anew."""
    if NAME not in before:
        return set()
    path = Path(tempfile.mkdtemp(dir=folder)) / NAME
    path.write_bytes(before[NAME])
    with Project.open(path) as project:
        return {row for row in rows_of(project) if not row.startswith("candidate ")}


def _wrong(recording: Recording, left: Mapping[str, bytes], acknowledged: set[str], place: Path, told: Told) -> Iterator[str]:
    """Open what is left as its next user would; yield what is missing or not sound."""
    for name, data in _lasting(left).items():
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        (place / name).write_bytes(data)
    there = {f"file {name}" for name in left}
    there |= {f"project {name}" for name in left}
    yield from _halves(recording, left)
    if NAME in left:
        try:
            with Project.open(place / NAME) as project:
                there |= rows_of(project)
                yield from problems(project)
        except AnnotatorError as error:
            yield str(error)
    told.looked_for += len(acknowledged)
    lost = acknowledged - there
    told.lost += len(lost)
    if lost:
        yield f"{len(lost)} lost: {', '.join(sorted(lost)[:3])}"


def _halves(recording: Recording, left: Mapping[str, bytes]) -> Iterator[str]:
    """Yield a sentence for every file beside the project that is neither what it was nor what it becomes."""
    for name, data in left.items():
        is_hidden = any(part.startswith(".") for part in Path(name).parts)
        if is_hidden or name == NAME or name.endswith((*_OF_PROCESSES, *_PARTS)):
            continue
        if data not in {recording.before.get(name), recording.after.get(name)}:
            yield f"half of {name}: {len(data)} bytes of {len(recording.after.get(name, b''))}"
    parts = {name for name in recording.after if name.startswith("parts/")}
    if parts & left.keys() and not parts <= left.keys():
        yield f"half of an exported folder: {len(parts & left.keys())} of {len(parts)} files"


def survive(states: int, folder: Path, sessions: Sequence[str] = tuple(SESSIONS), seed: int = 1) -> dict[str, Told]:
    """Record the sessions and cut each so many times."""
    worked = made(folder / "made", 60)
    told = {}
    for name in sessions:
        place = folder / f"{name}-states"
        place.mkdir()
        told[name] = cut(recorded(name, folder, worked), states, place, random.Random(f"{seed} {name}"))
    return told


def main() -> int:
    """Cut as often as asked and say what was lost."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--states", type=int, default=100, help="of each session")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--session", choices=list(SESSIONS), action="append")
    parser.add_argument("--do", choices=list(SESSIONS), help=argparse.SUPPRESS)
    parser.add_argument("--in", type=Path, dest="place", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.do:
        SESSIONS[given.do](given.place)
        return 0
    if why := can_record():
        print(f"skipped: {why}")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        told = survive(given.states, Path(folder), tuple(given.session or SESSIONS), given.seed)
    for name, of in told.items():
        print(f"{name:10} {of.states} states of the disk, before {of.syncs} syncs, {len(of.wrong)} problems")
        print("".join(f"  {sentence}\n" for sentence in of.wrong[:8]), end="")
    every = told.values()
    wrong = sum(len(of.wrong) for of in every)
    print(result(sum(of.states for of in every), sum(of.looked_for for of in every), sum(of.lost for of in every), wrong))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
