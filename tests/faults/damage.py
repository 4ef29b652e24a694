"""Damage files at random and recover them: `python -m tests.faults.damage --files 100`.

A copy of a project with decisions loses its end, single bits, or whole pages. What `recover` makes of it must open and be sound; the
share of decisions that came back is counted. A file of which nothing can be read is refused in a sentence.
"""

import argparse
import random
import shutil
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from annotator.core.errors import AnnotatorError
from annotator.project.checking import problems
from annotator.project.demo import make_demo
from annotator.project.recovering import recover
from annotator.project.workspace import Project
from tests.faults.result import result
from tests.faults.worked import blank, cut, flip, work

WAYS = ("cut", "1 bit", "20 bits", "1 page", "10 pages", "first page", "header")


@dataclass(slots=True)
class Tally:
    """By way of damage: files, files refused, decisions that were there, decisions that came back, sentences of the check."""

    files: Counter[str] = field(default_factory=Counter)
    refused: Counter[str] = field(default_factory=Counter)
    there: Counter[str] = field(default_factory=Counter)
    back: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)


def damage(path: Path, way: str, chance: random.Random) -> None:
    """Damage the file in one of `WAYS`."""
    if way == "cut":
        cut(path, chance)
    elif way in {"first page", "header"}:
        data = bytearray(path.read_bytes())
        end = 4096 if way == "first page" else 100
        data[:end] = chance.randbytes(end)
        path.write_bytes(data)
    elif "bit" in way:
        flip(path, chance, bytes_flipped=int(way.split(maxsplit=1)[0]))
    else:
        blank(path, chance, pages=int(way.split(maxsplit=1)[0]))


def made(folder: Path, decisions: int) -> Path:
    """Return a closed project in which so many decisions were made."""
    path = make_demo(folder).project
    with Project.open(path) as project:
        work(project, decisions)
    return path


def survive(files: int, sound: Path, folder: Path, seed: int = 1) -> Tally:
    """Damage and recover so many copies of `sound`."""
    with Project.open(sound, write=False) as project:
        ids = {row[0] for row in project.connection.execute("SELECT id FROM decision")}
    told = Tally()
    for n in range(files):
        way, chance = WAYS[n % len(WAYS)], random.Random(seed * 1_000 + n)
        path, out = folder / f"{n}.annot", folder / f"{n}-back.annot"
        shutil.copyfile(sound, path)
        damage(path, way, chance)
        told.files[way] += 1
        try:
            recover(path, out)
        except AnnotatorError:
            told.refused[way] += 1
        else:
            with Project.open(out) as project:
                told.wrong += [f"{n} ({way}): {sentence}" for sentence in problems(project)]
                back = {row[0] for row in project.connection.execute("SELECT id FROM decision")}
            told.wrong += [f"{n} ({way}): {len(back - ids)} decisions that nobody made"] if back - ids else []
            told.there[way] += len(ids)
            told.back[way] += len(back)
            out.unlink()
        path.unlink()
    return told


def main() -> int:
    """Damage as many as asked and say what came back."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=70)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        told = survive(given.files, made(Path(folder) / "made", 400), Path(folder), given.seed)
    for way in WAYS:
        share = f"{told.back[way] / told.there[way]:.1%}" if told.there[way] else "-"
        print(f"{way:11} {told.files[way]:4} files, {told.refused[way]} refused, {share} of {told.there[way]} decisions came back")
    for sentence in told.wrong:
        print(sentence)
    there, back = told.there.total(), told.back.total()
    print(result(told.files.total(), there, there - back, len(told.wrong)))
    return 1 if told.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
