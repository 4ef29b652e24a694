"""Undo and redo, read from the ledger.

There is no second history. An undo is a step of `retract` rows; a redo is a step of `retract` rows that name those. Both functions
read one person's rows, newest first, and stop as soon as they know. Rows that came from elsewhere are never undone, but what they
retracted is not undone once more.
"""

from collections.abc import Iterable
from typing import NamedTuple

from annotator.core.decision import Kind


class LedgerRow(NamedTuple):
    """What undo needs to know of a decision.

    `retracted_kind` is the kind of the decision that it retracts; `here` says whether it was written in this file.
    """

    id: str
    step: str
    kind: str
    retracts: str | None
    retracted_kind: str | None
    here: bool = True


def step_to_undo(newest_first: Iterable[LedgerRow]) -> str | None:
    """Return the newest live step, or None where nothing is left to undo."""
    dead: set[str | None] = set()
    for row in newest_first:
        if row.id in dead:
            continue
        if row.kind == Kind.RETRACT:
            dead.add(row.retracts)
        elif row.here:
            return row.step
    return None


def step_to_redo(newest_first: Iterable[LedgerRow]) -> str | None:
    """Return the newest undo that can be taken back; None where there is none or the person has gone on since."""
    redone: set[str | None] = set()
    for row in newest_first:
        if row.kind != Kind.RETRACT:
            if row.here:
                return None
        elif row.retracted_kind == Kind.RETRACT:
            redone.add(row.retracts)
        elif row.here and row.id not in redone:
            return row.step
    return None
