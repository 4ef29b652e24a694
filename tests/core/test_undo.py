"""Undo and redo read one person's rows, newest first."""

from hypothesis import given
from hypothesis import strategies as st

from annotator.core.decision import Kind
from annotator.core.undo import LedgerRow, step_to_redo, step_to_undo


class Two:
    """The plain model: two stacks of steps, and the rows that a ledger would hold."""

    def __init__(self) -> None:
        self.done: list[str] = []
        self.undone: list[str] = []
        self.rows: list[LedgerRow] = []

    def decide(self, rows: int, *, here: bool) -> None:
        step = f"s{len(self.rows)}"
        for _ in range(rows):
            self._write(step, Kind.ACCEPT, None, here=here)
        if here:
            self.done.append(step)
            self.undone.clear()

    def undo(self) -> None:
        self.undone.append(self.done.pop())
        self._retract(self.undone[-1])

    def redo(self) -> None:
        step = step_to_redo(self.newest_first())
        assert step is not None
        self.done.append(self.undone.pop())
        self._retract(step)

    def newest_first(self) -> list[LedgerRow]:
        return self.rows[::-1]

    def _retract(self, step: str) -> None:
        new = f"s{len(self.rows)}"
        for row in [row for row in self.rows if row.step == step]:
            self._write(new, Kind.RETRACT, row, here=True)

    def _write(self, step: str, kind: Kind, retracted: LedgerRow | None, *, here: bool) -> None:
        self.rows.append(LedgerRow(f"{len(self.rows):04d}", step, kind, retracted and retracted.id, retracted and retracted.kind, here))


@given(st.lists(st.sampled_from(["decide", "decide three", "merge", "undo", "redo"]), max_size=40))
def test_undo_and_redo_are_two_stacks_and_merged_rows_are_in_neither(actions: list[str]) -> None:
    model = Two()
    for action in actions:
        if action == "decide":
            model.decide(1, here=True)
        elif action == "decide three":
            model.decide(3, here=True)
        elif action == "merge":
            model.decide(2, here=False)
        elif action == "undo" and model.done:
            model.undo()
        elif action == "redo" and model.undone:
            model.redo()
        assert step_to_undo(model.newest_first()) == (model.done[-1] if model.done else None)
        assert (step_to_redo(model.newest_first()) is not None) is bool(model.undone)


def test_what_was_taken_back_elsewhere_is_not_undone_once_more() -> None:
    first = LedgerRow("0", "s0", Kind.ACCEPT, None, None)
    second = LedgerRow("1", "s1", Kind.ACCEPT, None, None)
    elsewhere = LedgerRow("2", "s2", Kind.RETRACT, "1", Kind.ACCEPT, here=False)
    assert step_to_undo([elsewhere, second, first]) == "s0"
    assert step_to_redo([elsewhere, second, first]) is None


def test_an_undo_that_was_taken_back_elsewhere_can_be_undone_again_but_not_redone() -> None:
    decided = LedgerRow("0", "s0", Kind.ACCEPT, None, None)
    undone = LedgerRow("1", "s1", Kind.RETRACT, "0", Kind.ACCEPT)
    redone_elsewhere = LedgerRow("2", "s2", Kind.RETRACT, "1", Kind.RETRACT, here=False)
    assert step_to_undo([redone_elsewhere, undone, decided]) == "s0"
    assert step_to_redo([redone_elsewhere, undone, decided]) is None


def test_nothing_done_is_nothing_to_undo_or_redo() -> None:
    assert step_to_undo([]) is None
    assert step_to_redo([]) is None
