"""Decisions: what one person did, once. The ledger holds them all and only grows."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a person can do."""

    ACCEPT = "accept"
    RELABEL = "relabel"
    MOVE = "move"
    REJECT = "reject"
    SKIP = "skip"
    ADD = "add"
    REMOVE = "remove"
    LINK = "link"
    NOTE = "note"
    FLAG = "flag"
    CODE = "code"
    FINISH = "finish"
    REOPEN = "reopen"
    ADJUDICATE = "adjudicate"
    RETRACT = "retract"


class Cause(StrEnum):
    """Why a decision was written when nobody pressed a key for it alone."""

    SAME = "same"
    REPEAT = "repeat"
    REST = "rest"
    MERGE = "merge"
    IMPORT = "import"


class Condition(StrEnum):
    """Whether the person saw candidates."""

    SHOWN = "shown"
    BLIND = "blind"


@dataclass(frozen=True, slots=True)
class Assignment:
    """One article for one annotator in one round and condition. `id` is the hash of these four."""

    id: str
    article: str
    annotator: str
    round: str = "main"
    condition: Condition = Condition.SHOWN


@dataclass(frozen=True, slots=True)
class Draft:
    """A decision that is not yet in the ledger: what is done, without who and when.

    `target` is a candidate's id, or the id of the `add` that made the mark; None for the article, and for an `add` (or an
    `adjudicate` of what nobody proposed), which becomes its own target. `start`, `end`, `label`, `surface` are the result; an
    `adjudicate` without label says that nothing counts there.
    `seconds` is how long the current span was on screen.
    """

    kind: Kind
    target: str | None = None
    start: int | None = None
    end: int | None = None
    label: str | None = None
    surface: str | None = None
    source: str | None = None
    score: float | None = None
    value: str | None = None
    cause: Cause | None = None
    retracts: str | None = None
    seconds: float | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """One row of the ledger. It says everything about itself, so that ledgers can be united by taking the union of rows.

    `id` is a UUIDv7; sorting by it is the order of the ledger. `step` joins what one action of a person wrote. `retracts` is the
    id of the decision that a `retract` takes back; `target` is then that decision's target. `value` holds a note, a flag, a
    programme's id, a presentation's id, or the answer to a code (`id=answer`, see `core.attributes`); None unlinks, unflags,
    clears. Of an `adjudicate` it says what was ruled on and why (JSON, see `project.adjudicating_verdicts`). `at` is UTC, ISO 8601 with
    milliseconds.
    """

    id: str
    assignment: str
    annotator: str
    article: str
    kind: Kind
    target: str | None
    start: int | None
    end: int | None
    label: str | None
    surface: str | None
    source: str | None
    score: float | None
    scheme_version: int
    condition: Condition
    seconds: float | None
    step: str
    cause: Cause | None
    retracts: str | None
    value: str | None
    at: str


def decision_of(draft: Draft, assignment: Assignment, *, decision_id: str, step: str, scheme_version: int, at: str) -> Decision:
    """Return the row that `draft` becomes in the ledger; an `add`, and an `adjudicate` without target, is its own target."""
    makes_mark = draft.kind is Kind.ADD or (draft.kind is Kind.ADJUDICATE and draft.target is None)
    return Decision(
        id=decision_id,
        assignment=assignment.id,
        annotator=assignment.annotator,
        article=assignment.article,
        kind=draft.kind,
        target=decision_id if makes_mark else draft.target,
        start=draft.start,
        end=draft.end,
        label=draft.label,
        surface=draft.surface,
        source=draft.source,
        score=draft.score,
        scheme_version=scheme_version,
        condition=assignment.condition,
        seconds=draft.seconds,
        step=step,
        cause=draft.cause,
        retracts=draft.retracts,
        value=draft.value,
        at=at,
    )


def retract_of(decision: Decision, *, decision_id: str, step: str, at: str) -> Decision:
    """Return the row that takes `decision` back."""
    draft = Draft(Kind.RETRACT, target=decision.target, retracts=decision.id)
    assignment = Assignment(decision.assignment, decision.article, decision.annotator, condition=decision.condition)
    return decision_of(draft, assignment, decision_id=decision_id, step=step, scheme_version=decision.scheme_version, at=at)
