"""Long work is killed at random moments."""

from pathlib import Path

from tests.faults.kill_jobs import JOBS, survive


def test_a_project_survives_the_killing_of_long_work(tmp_path: Path) -> None:
    told = survive(len(JOBS), tmp_path)
    assert told.wrong == []
    assert set(told.kills) == set(JOBS)
    assert told.in_the_middle.total() > 0
    assert told.decisions > 0
