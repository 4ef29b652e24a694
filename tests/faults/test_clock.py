"""The clock steps back, by an hour or by years, while people decide."""

import random
import shutil
from itertools import pairwise
from pathlib import Path

import pytest

from annotator.core.decision import Assignment, Draft, Kind
from annotator.project.checking import problems
from annotator.project.merging import merge
from annotator.project.workspace import Project
from annotator.store import candidates
from annotator.store.ledger import Ledger
from tests.faults.damage import made
from tests.faults.kill_jobs import handed_in
from tests.faults.worked import one_step, work

HOUR = 3_600_000
YEAR = 8_766 * HOUR


@pytest.fixture
def own(tmp_path: Path) -> Path:
    return made(tmp_path / "made", 10)


@pytest.mark.parametrize("back", [1, HOUR, 10 * YEAR])
def test_decisions_keep_their_order_when_the_clock_steps_back(own: Path, back: int) -> None:
    chance = random.Random(3)
    with Project.open(own) as project:
        now = [1_800_000_000_000]
        project.ledger = Ledger(project.connection, now_ms=lambda: now[0])
        known = {article: found for article, found in candidates.each(project.connection) if found}
        written = list(one_step(project, chance, known))
        for _ in range(5):
            now[0] -= back
            written += one_step(project, chance, known) + one_step(project, chance, known)
        assert all(earlier < later for earlier, later in pairwise(written))
        stored = [row[0] for row in project.connection.execute("SELECT id FROM decision ORDER BY id")]
        assert stored[-len(written) :] == written
        assert problems(project) == []


def test_the_newest_decision_counts_and_is_undone_first_though_it_says_an_earlier_time(own: Path) -> None:
    with Project.open(own) as project:
        now = [1_800_000_000_000]
        project.ledger = Ledger(project.connection, now_ms=lambda: now[0])
        (assignment, article, person) = project.connection.execute("SELECT id, article, annotator FROM assignment LIMIT 1").fetchone()
        first, now[0] = _note(project, assignment, article, person, "早"), now[0] - YEAR
        second = _note(project, assignment, article, person, "晚")
        undone = project.ledger.undo(person)
        assert undone is not None
        assert [row.retracts for row in undone.decisions] == [second]
        assert first < second
        assert problems(project) == []


def _note(project: Project, assignment: str, article: str, person: str, text: str) -> str:
    task = Assignment(assignment, article, person)
    return project.ledger.append(task, [Draft(Kind.NOTE, value=text)], scheme_version=1).decisions[0].id


def test_work_of_a_clock_that_is_behind_is_merged_whole(own: Path, tmp_path: Path) -> None:
    handed = shutil.copyfile(handed_in(own), tmp_path / "handed-in.annot")
    with Project.open(own) as project:
        project.ledger = Ledger(project.connection, now_ms=lambda: 1_900_000_000_000)
        acknowledged = set(work(project, 5))
        merge(project, [handed])
        with Project.open(handed, write=False) as theirs:
            acknowledged |= {row[0] for row in theirs.connection.execute("SELECT id FROM decision")}
        assert acknowledged <= {row[0] for row in project.connection.execute("SELECT id FROM decision")}
        assert problems(project) == []
