"""The last line of every fault script, which `python -m tests.faults` reads."""

import re
from dataclasses import dataclass

_LINE = re.compile(r"^result: (\d+) tries, (\d+) looked for, (\d+) lost, (\d+) problems$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Result:
    """How often something was done to a project, how much was looked for after it, and how much of that was lost or wrong."""

    tries: int
    looked_for: int
    lost: int
    problems: int


def result(tries: int, looked_for: int, lost: int, problems: int) -> str:
    """Return the line."""
    return f"result: {tries} tries, {looked_for} looked for, {lost} lost, {problems} problems"


def result_in(printed: str) -> Result | None:
    """Return what the last such line says; None where there is none."""
    found = _LINE.findall(printed)
    return Result(*map(int, found[-1])) if found else None
