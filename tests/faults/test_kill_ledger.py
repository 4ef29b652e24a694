"""A killed program has stored everything that it said was stored."""

import re
import subprocess
import sys
from pathlib import Path


def test_no_acknowledged_decision_is_lost_when_the_program_is_killed() -> None:
    script = Path(__file__).with_name("kill_ledger.py")
    done = subprocess.run([sys.executable, str(script), "--kills", "15"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    told = re.search(r"15 kills, (\d+) decisions acknowledged, 0 lost or wrong", done.stdout)
    assert told is not None, done.stdout
    assert int(told[1]) >= 15
