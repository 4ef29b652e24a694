"""A migration is killed after its every statement, and in the midst of them."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from annotator.store.file import FORMAT
from tests.faults.kill_migration import earlier_files
from tests.faults.result import result_in


def test_every_earlier_format_is_migrated_under_fire(tmp_path: Path) -> None:
    assert [golden.name for golden in earlier_files(tmp_path)] == [f"format{version}" for version in range(1, FORMAT)]
    assert all(golden.decisions for golden in earlier_files(tmp_path))


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system has no fork")
def test_a_migration_killed_at_any_statement_loses_nothing() -> None:
    # In a process of its own: this one has threads, and may not fork.
    command = [sys.executable, "-m", "tests.faults.kill_migration", "--every", "4"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=Path(__file__).parents[2])
    assert done.returncode == 0, done.stdout + done.stderr
    told = result_in(done.stdout)
    assert told is not None
    assert (told.lost, told.problems) == (0, 0)
    assert told.tries > 20
    left = re.search(r"(\d+) kills left the old format, (\d+) the new one", done.stdout)
    assert left is not None
    # Some kills came before the commit, and some after it.
    assert int(left[1]) > 10
    assert int(left[2]) > 0
