"""The ledger: decisions go in and are never changed; `mark` and the assignment's counters are kept in step in one transaction."""

import secrets
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from itertools import groupby
from operator import attrgetter

from annotator.core.decision import Assignment, Decision, Draft, Kind, decision_of, retract_of
from annotator.core.errors import LedgerError
from annotator.core.fold import ArticleState, State, fold_article, fold_target
from annotator.core.ids import following_uuid7, is_uuid7
from annotator.core.undo import LedgerRow, step_to_redo, step_to_undo
from annotator.store import candidates
from annotator.store.merged import text_alone
from annotator.store.projection import COLUMNS, PUT_MARK, decision_from, decisions_of, mark_row, project, rebuild, roomy, row_of
from annotator.store.transaction import transaction

_HOLES = ", ".join("?" for _ in fields(Decision))
_WRITE = f"INSERT INTO decision ({COLUMNS}, here) VALUES ({_HOLES}, 1)"  # noqa: S608
_UNITE = f"INSERT OR IGNORE INTO decision ({COLUMNS}, here) VALUES ({_HOLES}, 0)"  # noqa: S608
_ENSURE = "INSERT OR IGNORE INTO assignment (id, article, annotator, round, condition) VALUES (?, ?, ?, ?, ?)"
_OF_TARGET = f"SELECT {COLUMNS} FROM decision WHERE assignment = ? AND target IS ? ORDER BY id"  # noqa: S608
# A step's id is drawn before those of its rows: the scan begins there instead of with the annotator's first decision.
_OF_STEP = f"SELECT {COLUMNS} FROM decision WHERE annotator = :who AND id >= :step AND here = 1 AND step = :step ORDER BY id"  # noqa: S608
# What somebody ruled as adjudicator is undone there, not at the desk.
_NEWEST_FIRST = """SELECT d.id, d.step, d.kind, d.retracts, r.kind, d.here FROM decision AS d
    LEFT JOIN decision AS r ON r.id = d.retracts WHERE d.annotator = :who
    AND d.assignment NOT IN (SELECT id FROM assignment WHERE annotator = :who AND round = 'gold') ORDER BY d.id DESC"""


_ASSIGNMENT = attrgetter("id", "article", "annotator", "round", "condition")
_HOME, _ID = attrgetter("assignment"), attrgetter("id")


def _now_ms() -> int:
    return time.time_ns() // 1_000_000


@dataclass(frozen=True, slots=True)
class Written:
    """What one step wrote: its decisions in order, and what its targets (and articles) are now, per assignment."""

    decisions: tuple[Decision, ...]
    states: Mapping[str, Mapping[str, State | None]]
    articles: Mapping[str, ArticleState]


class Ledger:
    """Reads and writes the decisions of one project file.

    A step is durable when the method that writes it returns.
    """

    def __init__(self, connection: sqlite3.Connection, *, now_ms: Callable[[], int] = _now_ms) -> None:
        """Write through `connection`; `now_ms` is the clock (Unix milliseconds)."""
        self._connection = connection
        self._now_ms = now_ms
        self._last: str | None = connection.execute("SELECT max(id) FROM decision").fetchone()[0]
        self._text: tuple[str, str] = ("", "")
        # Assignments that are known to be stored.
        self._ensured: set[str] = set()

    def append(
        self,
        assignment: Assignment,
        drafts: Sequence[Draft],
        *,
        scheme_version: int,
        step: str | None = None,
        elsewhere: Sequence[tuple[Assignment, Sequence[Draft]]] = (),
    ) -> Written:
        """Write `drafts` as one step of the assignment's annotator (`step` continues an earlier one).

        `elsewhere` belongs to the same step, on other articles: the same words printed again.

        Raises:
            LedgerError: a surface is not what stands at its offsets; nothing is written.
        """
        with transaction(self._connection):
            self._catch_up()
            step = step or self._next_id()
            at = _at(self._now_ms())
            rows = []
            for where, what in ((assignment, drafts), *elsewhere):
                if where.id not in self._ensured:
                    self._ensure(where)
                rows += [
                    decision_of(draft, where, decision_id=self._next_id(), step=step, scheme_version=scheme_version, at=at)
                    for draft in what
                ]
            written = self._write(rows)
        self._ensured |= {assignment.id, *(where.id for where, _ in elsewhere)}
        return written

    def undo(self, annotator: str) -> Written | None:
        """Retract the annotator's newest live step of this file; None where there is none."""
        with transaction(self._connection):
            step = step_to_undo(self._newest_first(annotator))
            return None if step is None else self._retract_step(annotator, step)

    def redo(self, annotator: str) -> Written | None:
        """Take the annotator's newest undo back; None where there is none."""
        with transaction(self._connection):
            step = step_to_redo(self._newest_first(annotator))
            return None if step is None else self._retract_step(annotator, step)

    def union(self, assignments: Iterable[Assignment], decisions: Iterable[Decision]) -> int:
        """Add decisions made elsewhere, in any order and any number of times; return how many were new.

        Raises:
            LedgerError: a surface is not what stands at its offsets, an id is none of this program, or a decision belongs to no
                assignment that is known; nothing is written.
        """
        with transaction(self._connection), roomy(self._connection):
            self._connection.executemany(_ENSURE, map(_ASSIGNMENT, assignments))
            # A stable sort: the text of an assignment is read once, and what belongs to it is folded once.
            ordered = sorted(decisions, key=_HOME)
            homes = {of: list(rows) for of, rows in groupby(ordered, key=_HOME)}
            for of, rows in homes.items():
                self._check(of, rows)
            return self._unite(homes)

    def rebuild(self, assignment: str) -> None:
        """Fold all decisions of an assignment again and write `mark` and the counters from that."""
        rebuild(self._connection, assignment)

    def _check(self, assignment: str, rows: Sequence[Decision]) -> None:
        found = self._connection.execute("SELECT article, annotator, condition FROM assignment WHERE id = ?", (assignment,)).fetchone()
        for row in rows:
            if not is_uuid7(row.id) or found != (row.article, row.annotator, row.condition):
                raise LedgerError(
                    "Decision {decision} on article {article} belongs to no task of this project. Nothing was written.",
                    decision=row.id,
                    article=row.article,
                )
            self._check_surface(row)

    def _unite(self, homes: Mapping[str, Sequence[Decision]]) -> int:
        """Add what is new, by assignment, and fold every assignment that it changes once; return how many decisions were new."""
        connection = self._connection
        known = {of: {row[0] for row in connection.execute("SELECT id FROM decision WHERE assignment = ?", (of,))} for of in homes}
        new = {row.id: row for of, rows in homes.items() for row in rows if row.id not in known[of]}
        before = connection.total_changes
        # In the order of the table's key: a page of the file is written once.
        connection.executemany(_UNITE, map(row_of, sorted(new.values(), key=_ID)))
        added = connection.total_changes - before
        for of, rows in homes.items():
            mine = [row for row in {row.id: row for row in rows}.values() if row.id in new]
            if mine and not known[of] and added == len(new):
                # All that there is was given: it need not be read again.
                project(connection, of, sorted(mine, key=_ID))
            elif mine:
                self.rebuild(of)
        return added

    def decisions(self, assignment: str) -> Iterator[Decision]:
        """Yield the decisions of an assignment in the order of the ledger."""
        return decisions_of(self._connection, assignment)

    def _write(self, rows: Sequence[Decision]) -> Written:
        states: dict[str, dict[str, State | None]] = {}
        of_articles: dict[str, ArticleState] = {}
        by_target: dict[tuple[str, str | None], list[Decision]] = {}
        for row in rows:
            self._check_surface(row)
            by_target.setdefault((row.assignment, row.target), []).append(row)
        for (of, target), new in by_target.items():
            known = [decision_from(row) for row in self._connection.execute(_OF_TARGET, (of, target))]
            self._connection.executemany(_WRITE, map(row_of, new))
            state = self._project(target, known, new)
            if isinstance(state, ArticleState):
                of_articles[of] = state
            else:
                states.setdefault(of, {})[str(target)] = state
        return Written(tuple(rows), states, of_articles)

    def _project(self, target: str | None, known: list[Decision], new: list[Decision]) -> State | ArticleState | None:
        """Bring `mark` and the counters from what `known` said to what `known` and `new` say together."""
        if target is None:
            return self._project_article(known, new)
        row = new[0]
        candidate = candidates.by_id(self._connection, target, article=row.article)
        before = fold_target(target, known, candidate)
        after = fold_target(target, [*known, *new], candidate)
        if after is not None and after.is_mark:
            self._connection.execute(PUT_MARK, mark_row(row.assignment, row.article, after))
        elif before is not None and before.is_mark:
            self._connection.execute("DELETE FROM mark WHERE assignment = ? AND target = ?", (row.assignment, target))
        more = (now - then for now, then in zip(_tally(after), _tally(before), strict=True))
        self._connection.execute(
            "UPDATE assignment SET decisions = decisions + ?, decided = decided + ?, marks = marks + ?, flags = flags + ? WHERE id = ?",
            (len(new), *more, row.assignment),
        )
        return after

    def _project_article(self, known: list[Decision], new: list[Decision]) -> ArticleState:
        before, after = fold_article(known), fold_article([*known, *new])
        self._connection.execute(
            "UPDATE assignment SET decisions = decisions + ?, flags = flags + ?, finished = ? WHERE id = ?",
            (len(new), (after.flag is not None) - (before.flag is not None), after.finished_by, new[0].assignment),
        )
        return after

    def _retract_step(self, annotator: str, step: str) -> Written:
        rows = [decision_from(row) for row in self._connection.execute(_OF_STEP, {"who": annotator, "step": step})]
        self._catch_up()
        new_step, at = self._next_id(), _at(self._now_ms())
        return self._write([retract_of(row, decision_id=self._next_id(), step=new_step, at=at) for row in rows])

    def _ensure(self, assignment: Assignment) -> None:
        self._connection.execute(_ENSURE, _ASSIGNMENT(assignment))

    def _newest_first(self, annotator: str) -> Iterator[LedgerRow]:
        return map(LedgerRow._make, self._connection.execute(_NEWEST_FIRST, {"who": annotator}))

    def _catch_up(self) -> None:
        """Another ledger may have written to this file since, as a merge does; ids must follow its rows too.

        Asked inside the transaction: nobody else can write until the rows with the new ids are there.
        """
        newest = self._connection.execute("SELECT max(id) FROM decision").fetchone()[0]
        self._last = max(newest or "", self._last or "") or None

    def _next_id(self) -> str:
        following = following_uuid7(self._last, self._now_ms(), secrets.randbits(74))
        self._last = following
        return following

    def _check_surface(self, decision: Decision) -> None:
        start, end = decision.start, decision.end
        if start is None and end is None and decision.kind is not Kind.ADD:
            return
        if self._text[0] != decision.article:
            self._text = (decision.article, text_alone(self._connection, decision.article))
        text = self._text[1]
        found = text[start:end] if start is not None and end is not None and 0 <= start < end <= len(text) else ""
        if found != decision.surface or not found:
            raise LedgerError(
                "Article {article} says “{found}” at {start}–{end}, not “{surface}”. Nothing was written.",
                article=decision.article,
                found=found,
                start=start,
                end=end,
                surface=decision.surface,
            )


def _tally(state: State | None) -> tuple[int, int, int]:
    """How many candidates decided, marks and flags `state` is."""
    return (0, 0, 0) if state is None else (int(state.is_decided), int(state.is_mark), int(state.flag is not None))


def _at(now_ms: int) -> str:
    return datetime.fromtimestamp(now_ms / 1000, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
