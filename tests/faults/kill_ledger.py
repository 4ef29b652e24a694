"""Kill a process that writes decisions, again and again: what it said was stored must be there, and the file must be sound.

    python tests/faults/kill_ledger.py --kills 200

A child writes decisions, undos and redos through the ledger and prints the id of each decision once the ledger has returned. It is
killed with SIGKILL after a random number of printed lines, at whatever it is doing then. All children write the same file, so every
kill also tests what the earlier ones left. A killed process loses what it has not handed to the operating system; a power cut, which
loses what the operating system has not handed to the disk, is tested in `recorded_cut`.
"""

import argparse
import os
import random
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from annotator.core.article import ArticleKind, Layout, Segment  # noqa: E402
from annotator.core.candidate import Candidate, Proposal  # noqa: E402
from annotator.core.decision import Assignment, Draft, Kind  # noqa: E402
from annotator.core.ids import annotator_id, article_id, assignment_id, sha256_of  # noqa: E402
from annotator.store import articles, candidates, integrity, people  # noqa: E402
from annotator.store.file import create_project, open_project, transaction  # noqa: E402
from annotator.store.ledger import Ledger, Written  # noqa: E402
from tests.faults.result import result  # noqa: E402

TEXT = "云岭县推进产业扶贫，落实低保政策，“雨露计划”惠及学生，驻村干部走访到户。" * 5
LAYOUT = Layout(ArticleKind.ARTICLE, "", (Segment(0, 0, len(TEXT)),))
ARTICLE = article_id(sha256_of(TEXT), LAYOUT.segments)
PERSON = annotator_id("alice")
TASK = Assignment(assignment_id(ARTICLE, PERSON, "main", "shown"), ARTICLE, PERSON)
MOST_LINES = 40


def make(path: Path) -> None:
    """Make a project of one article with candidates and one person."""
    with create_project(path, "kill") as file, transaction(file.connection):
        articles.add_page(file.connection, sha256_of(TEXT), TEXT, [LAYOUT], {})
        spans = [(start, start + 4) for start in range(0, len(TEXT) - 4, 6)]
        candidates.replace(file.connection, ARTICLE, [Proposal(s, e, "INDUSTRY", TEXT[s:e], (), 0.5) for s, e in spans])
        people.add(file.connection, "alice")


def write_until_killed(path: Path, seed: int) -> None:
    """Decide, undo and redo without end; print every decision's id when it is stored."""
    chance = random.Random(seed)
    with open_project(path) as file:
        ledger = Ledger(file.connection)
        known = candidates.of_article(file.connection, ARTICLE)
        while True:
            action = chance.random()
            written = ledger.undo(PERSON) if action < 0.2 else ledger.redo(PERSON) if action < 0.35 else None
            if written is None:
                drafts = [_draft(chance, known) for _ in range(chance.choice([1, 1, 1, 2, 5]))]
                written = ledger.append(TASK, drafts, scheme_version=1)
            _acknowledge(written)


def _draft(chance: random.Random, known: list[Candidate]) -> Draft:
    kind = chance.choice([Kind.ACCEPT, Kind.REJECT, Kind.MOVE, Kind.ADD, Kind.FLAG, Kind.NOTE, Kind.FINISH, Kind.REOPEN])
    if kind in {Kind.FINISH, Kind.REOPEN}:
        return Draft(kind)
    target = chance.choice(known).id
    if kind in {Kind.FLAG, Kind.NOTE}:
        return Draft(kind, target=target, value="存疑" * chance.randrange(500))
    start = chance.randrange(len(TEXT) - 8)
    end = start + chance.randrange(1, 8)
    return Draft(kind, target=None if kind is Kind.ADD else target, start=start, end=end, label="OTHER", surface=TEXT[start:end])


def _acknowledge(written: Written) -> None:
    print("\n".join(d.id for d in written.decisions), flush=True)


def kill_once(path: Path, chance: random.Random) -> list[str]:
    """Run a writer, kill it after a random number of lines, return all ids that it acknowledged."""
    command = [sys.executable, str(Path(__file__).resolve()), "--write", str(path), "--seed", str(chance.randrange(1 << 30))]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=os.environ | {"PYTHONPATH": str(ROOT)}) as writer:
        if writer.stdout is None:
            raise RuntimeError("the writer has no output")
        lines = [writer.stdout.readline() for _ in range(chance.randrange(1, MOST_LINES))]
        writer.kill()
        # What it printed before it died counts; a line that was cut off does not.
        lines.extend(writer.stdout)
    if "" in lines:
        raise RuntimeError(f"the writer stopped by itself, with {writer.returncode}")
    return [line.rstrip("\n") for line in lines if line.endswith("\n")]


def lost_and_wrong(path: Path, acknowledged: set[str]) -> tuple[set[str], list[str]]:
    """Open the file as its next user would; return the acknowledged ids that are gone, and what the check says."""
    with open_project(path) as file:
        there = {row[0] for row in file.connection.execute("SELECT id FROM decision")}
        return acknowledged - there, list(integrity.problems(file.connection))


def kill(kills: int, seed: int) -> int:
    """Kill `kills` writers; print the count and return how many decisions were lost or problems found."""
    chance = random.Random(seed)
    acknowledged: set[str] = set()
    missing = bad = 0
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "study.annot"
        make(path)
        for number in range(1, kills + 1):
            acknowledged.update(kill_once(path, chance))
            lost, wrong = lost_and_wrong(path, acknowledged)
            missing += len(lost)
            bad += len(lost) + len(wrong)
            for sentence in (*(f"lost: {decision}" for decision in lost), *wrong):
                print(f"kill {number}: {sentence}")
    print(f"{kills} kills, {len(acknowledged)} decisions acknowledged, {bad} lost or wrong (seed {seed})")
    print(result(kills, len(acknowledged), missing, bad))
    return bad


def main() -> int:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=0, help="0: another every time")
    parser.add_argument("--write", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    seed = given.seed or random.SystemRandom().randrange(1, 1 << 30)
    if given.write is not None:
        write_until_killed(given.write, seed)
    return 1 if kill(given.kills, seed) else 0


if __name__ == "__main__":
    sys.exit(main())
