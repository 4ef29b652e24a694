"""Damaged input is read or refused in a sentence; `python -m tests.hostile.fuzz` goes on for as long as one likes."""

from pathlib import Path

from tests.hostile.fuzz import run, targets


def test_whatever_a_file_holds_it_is_read_or_refused(tmp_path: Path) -> None:
    found = targets(tmp_path)
    told = run(found, range(1, 13), found)
    assert told.bugs == {}
    assert told.tried.total() == 12 * len(found)
    assert 0 < told.refused.total() < told.tried.total()
