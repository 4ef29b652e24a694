"""Verdicts: what one `adjudicate` row or several say together, read from the ledger, and written as its `value`."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from typing import Any

from annotator.core.decision import Decision, Kind
from annotator.core.fold import fold_target
from annotator.core.span import Span

Spans = tuple[Span, ...]


class Basis(StrEnum):
    """What a verdict rests on: all said the same, more than half did, or the adjudicator looked."""

    UNANIMOUS = "unanimous"
    MAJORITY = "majority"
    RULED = "ruled"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was ruled on `[start, end)`: `spans` count, none of them means that nothing is here.

    `targets` are the `adjudicate` decisions that say so, `seen` is the fingerprint of what was there, `of` the decisions it agrees with.
    """

    article: str
    targets: tuple[str, ...]
    start: int
    end: int
    spans: Spans
    basis: Basis
    seen: str
    of: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    round: str = ""
    at: str = ""

    def touches(self, start: int, end: int) -> bool:
        """Say whether it speaks of a character of `[start, end)`."""
        return self.start < end and start < self.end


def place(span: Span) -> tuple[int, int, str]:
    """Return what spans are ordered by."""
    return span.start, span.end, span.label


def verdicts(decisions: Iterable[Decision]) -> tuple[Verdict, ...]:
    """Return the verdicts that stand, of the decisions of one person's adjudications in the order of the ledger."""
    by_target: dict[tuple[str, str], list[Decision]] = {}
    for decision in decisions:
        if decision.target is not None:
            by_target.setdefault((decision.article, decision.target), []).append(decision)
    made = [(rows[0], fold_target(target, rows, None)) for (_, target), rows in by_target.items() if rows[0].kind is Kind.ADJUDICATE]
    standing = sorted((row for row, state in made if state is not None), key=lambda d: (_home(d), d.id))
    return tuple(_verdict(list(rows)) for _, rows in groupby(standing, key=_home))


def taken_back(decisions: Iterable[Decision]) -> frozenset[str]:
    """Return the fingerprints of what was once ruled and is not any more."""
    rows = list(decisions)
    standing = {target for verdict in verdicts(rows) for target in verdict.targets}
    return frozenset(str(_value(d).get("seen", "")) for d in rows if d.kind is Kind.ADJUDICATE and d.id not in standing)


def written(verdict: Verdict, of: Sequence[str]) -> str:
    """Return the `value` of one of the verdict's rows, which agrees with the decisions `of`."""
    said = {
        "basis": verdict.basis.value,
        "cluster": [verdict.start, verdict.end],
        "seen": verdict.seen,
        "of": list(of),
        "reasons": list(verdict.reasons),
        "round": verdict.round,
    }
    return json.dumps(said, ensure_ascii=False, separators=(",", ":"))


def _home(decision: Decision) -> tuple[str, str, int, int]:
    return decision.article, decision.step, *_range(decision)


def _verdict(rows: Sequence[Decision]) -> Verdict:
    first, value = rows[0], _value(rows[0])
    basis = value.get("basis")
    return Verdict(
        first.article,
        tuple(d.id for d in rows),
        *_range(first),
        tuple(sorted((Span(d.start or 0, d.end or 0, d.label) for d in rows if d.label is not None), key=place)),
        Basis(basis) if basis in list(Basis) else Basis.RULED,
        str(value.get("seen", "")),
        tuple(dict.fromkeys(str(one) for d in rows for one in _value(d).get("of") or ())),
        tuple(str(reason) for reason in value.get("reasons") or ()),
        str(value.get("round", "")),
        first.at,
    )


def _range(decision: Decision) -> tuple[int, int]:
    """Return the cluster that a verdict speaks of; one that does not say so speaks of its own span."""
    match _value(decision).get("cluster"):
        case [int(start), int(end)]:
            return start, end
    return decision.start or 0, decision.end or 0


def _value(decision: Decision) -> Mapping[str, Any]:
    # The row may have come from elsewhere.
    try:
        value = json.loads(decision.value or "{}")
    except ValueError:
        return {}
    return value if isinstance(value, dict) else {}
