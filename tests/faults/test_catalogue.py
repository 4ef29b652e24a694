"""What `python -m tests.faults` runs is there, and its pages say what came of it."""

from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.faults.__main__ import PAGES, Ran, kills, row, rows_in, run
from tests.faults.catalogue import FAULTS, Fault
from tests.faults.result import Result, result, result_in

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("name", FAULTS)
def test_what_tries_a_fault_is_there(name: str) -> None:
    fault = FAULTS[name]
    assert bool(fault.tests) != bool(fault.script)
    assert all((ROOT / test).is_file() for test in fault.tests if test.startswith("tests/"))
    assert all(find_spec(f"tests.faults.{each[0]}") for each in (fault.script, fault.short) if each)


@pytest.mark.parametrize("page", PAGES, ids=["en", "zh"])
def test_both_pages_have_a_row_for_every_fault_and_nothing_but_damage_lost_anything(page: Path) -> None:
    rows = rows_in(page)
    assert rows.keys() == FAULTS.keys()
    cells = {name: line.strip("| ").split(" | ") for name, line in rows.items()}
    assert {name for name, cell in cells.items() if cell[5] not in {"0", "–"}} <= {"damage"}
    assert {name for name, cell in cells.items() if cell[6] != "0"} <= {"damage"}
    assert f"{kills(rows):,}" in page.read_text(encoding="utf-8")


def test_the_same_figures_stand_in_both_pages() -> None:
    english, chinese = ({name: [line.split(" | ")[n] for n in (1, 3, 4, 5, 6)] for name, line in rows_in(page).items()} for page in PAGES)
    assert english == chinese


def test_the_last_line_of_a_script_is_read_back() -> None:
    assert result_in(f"…\n{result(3, 40, 1, 2)}\n") == Result(3, 40, 1, 2)
    assert result_in("nothing of the kind") is None


def test_a_script_that_ends_before_its_result_gives_a_row_without_figures() -> None:
    ran = run(Fault(("", ""), ("", ""), ("kill_jobs", "--no-such-option"), ()), quick=False)
    assert ran.result is None
    assert "exit code 2" in ran.printed
    assert row("large", ran, 0).endswith("| – | – | – | – | – |")
    assert kills({"kill-window": row("kill-window", Ran(None, 0, "", 0.0), 0)}) == 0
