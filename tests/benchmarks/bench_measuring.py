"""What agreement costs beside the measures: gathering the readings of 3 people × 200 articles × 30 spans, and the rows behind the numbers.

`python -m tests.benchmarks.bench_measuring` prints processor seconds, the best of some runs, on a project file made for it.
"""

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from annotator.agreement.report import measure
from annotator.project.creating import new_project
from annotator.project.measuring import measured, readings
from annotator.session.agreeing_doors import Doors
from tests.project.invented_team import Team

ARTICLES, MENTIONS, ROUNDS = 200, 30, 3


def best(work: Callable[[], object]) -> float:
    """Return the least processor seconds of some runs."""
    found = []
    for _ in range(ROUNDS):
        began = time.process_time()
        work()
        found.append(time.process_time() - began)
    return min(found)


def main() -> int:
    """Print the table."""
    with tempfile.TemporaryDirectory() as folder, new_project(Path(folder) / "team.annot", title="bench") as project:
        team = Team(project, Path(folder))
        team.write(ARTICLES, MENTIONS)
        team.read()
        found = readings(project)
        units = measured(found)
        for name, work in (
            ("readings from the ledger", lambda: readings(project)),
            ("measures", lambda: measure(units)),
            ("rows behind the numbers", lambda: Doors(found.units)),
        ):
            print(f"{name:28}{best(work):6.2f} s CPU")
    return 0


if __name__ == "__main__":
    sys.exit(main())
