"""A closed project with decisions of two people, for faults to happen to; and its damage."""

import random
from collections.abc import Callable
from pathlib import Path

from annotator.core.candidate import Candidate
from annotator.core.decision import Assignment, Draft, Kind
from annotator.core.ids import annotator_id, assignment_id
from annotator.project.workspace import Project
from annotator.store import articles, candidates, people
from annotator.store.file import transaction

PEOPLE = ("alice", "bob")


def work(project: Project, decisions: int, seed: int = 1) -> list[str]:
    """Let two people decide in random articles, one step at a time; return the ids of what the ledger said it has."""
    chance = random.Random(seed)
    with transaction(project.connection):
        for name in PEOPLE:
            people.add(project.connection, name)
    known = {article: found for article, found in candidates.each(project.connection) if found}
    written: list[str] = []
    while len(written) < decisions:
        written.extend(one_step(project, chance, known))
    return written


def one_step(project: Project, chance: random.Random, known: dict[str, list[Candidate]]) -> list[str]:
    """Write one decision of somebody; return its id."""
    article = chance.choice(sorted(known))
    person = annotator_id(chance.choice(PEOPLE))
    task = Assignment(assignment_id(article, person, "main", "shown"), article, person)
    c = chance.choice(known[article])
    kind = chance.choice([Kind.ACCEPT, Kind.ACCEPT, Kind.REJECT, Kind.ADD, Kind.NOTE, Kind.FINISH])
    drafts: dict[Kind, Callable[[], Draft]] = {
        Kind.NOTE: lambda: Draft(kind, target=c.id, value="再看一遍" * chance.randrange(1, 300)),
        Kind.FINISH: lambda: Draft(kind),
        Kind.ADD: lambda: _added(project, article, chance),
    }
    draft = drafts.get(kind, lambda: Draft(kind, c.id, c.start, c.end, c.label, c.surface))()
    return [d.id for d in project.ledger.append(task, [draft], scheme_version=1).decisions]


def _added(project: Project, article: str, chance: random.Random) -> Draft:
    text = articles.text_of(project.connection, article)
    start = chance.randrange(len(text) - 4)
    return Draft(Kind.ADD, start=start, end=start + 3, label="OTHER", surface=text[start : start + 3])


def flip(path: Path, chance: random.Random, *, bytes_flipped: int) -> None:
    """Change single bytes anywhere in the file."""
    data = bytearray(path.read_bytes())
    for _ in range(bytes_flipped):
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    path.write_bytes(data)


def cut(path: Path, chance: random.Random) -> None:
    """End the file somewhere in its second half."""
    data = path.read_bytes()
    path.write_bytes(data[: chance.randrange(len(data) // 2, len(data))])


def blank(path: Path, chance: random.Random, *, pages: int) -> None:
    """Overwrite whole pages of 4,096 bytes with zeroes or noise."""
    data = bytearray(path.read_bytes())
    for _ in range(pages):
        start = 4096 * chance.randrange(len(data) // 4096)
        data[start : start + 4096] = bytes(4096) if chance.random() < 0.5 else chance.randbytes(4096)
    path.write_bytes(data)
