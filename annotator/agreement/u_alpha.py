"""Krippendorff's uα, |uα, cuα and (k)uα: agreement on which stretches of a text are marked, and as what.

Source: Krippendorff, Mathet, Bouvry and Widlöcher 2016, *On the reliability of unitizing textual continua*; Krippendorff 2019,
*Content Analysis*, 4th ed., § 12.6. Each reading cuts `[0, length)` into marks and the gaps between them; adjacent marks stay
apart. The statistics of articles add up, whoever read them; a gap is worth its length, so cutting texts into articles changes
nothing. Marks of one reading must not overlap: of one label alone they are united, of several labels the figure is undefined.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from annotator.agreement.arrays import Array, ratio
from annotator.agreement.bootstrap import Family, Output
from annotator.agreement.figure import Why
from annotator.agreement.units import Unit
from annotator.core.span import Span

Segment = tuple[int, int, int]
"""Start, end (code points) and category; 0 is a gap."""


def overlaps(units: Iterable[Unit], labels: Iterable[str] | None = None) -> tuple[tuple[str, str], ...]:
    """Return (article, person) of every reading with marks (of `labels`) that share a character."""
    kept = None if labels is None else set(labels)
    return tuple(
        (unit.article, reading.person)
        for unit in units
        for reading in unit.readings
        if _is_overlapping([s for s in reading.spans if kept is None or s.label in kept])
    )


def _is_overlapping(spans: Sequence[Span]) -> bool:
    """Say whether neighbours in a list ordered by start overlap."""
    return any(a.end > b.start for a, b in pairwise(spans))


def united(spans: Iterable[Span]) -> list[Span]:
    """Return spans of one label, ordered by start, with those that share a character made one."""
    result: list[Span] = []
    for span in spans:
        if result and result[-1].end > span.start:
            result[-1] = Span(result[-1].start, max(result[-1].end, span.end), span.label)
        else:
            result.append(span)
    return result


def segments(spans: Iterable[Span], length: int, category: Callable[[Span], int]) -> list[Segment]:
    """Return the partition of `[0, length)` that non-overlapping, ordered spans make."""
    result, at = [], 0
    for span in spans:
        if span.start > at:
            result.append((at, span.start, 0))
        result.append((span.start, span.end, category(span)))
        at = span.end
    if at < length:
        result.append((at, length, 0))
    return result


def statistics(partitions: Sequence[Sequence[Segment]], categories: int) -> list[float]:
    """Return the sufficient statistics of one article and its m ≥ 2 partitions, flat: ℓ_ck (row by row), q_c, q*_c.

    ℓ_ck is the length that c and k share, over ordered pairs of people, by m − 1; q_c sums |S|² (gaps: |S|); q*_c sums p²,
    where p is the pairable length of a mark: what it shares with others' marks, by m − 1.
    """
    shared = [0.0] * (categories * categories)
    pairable = [[0.0] * len(partition) for partition in partitions]
    others = len(partitions) - 1
    for i, ours in enumerate(partitions):
        for j in range(i):
            _share((ours, pairable[i]), (partitions[j], pairable[j]), shared, categories)
    spread, pairable_spread = [0.0] * categories, [0.0] * categories
    for partition, lengths in zip(partitions, pairable, strict=True):
        for (start, end, c), p in zip(partition, lengths, strict=True):
            spread[c] += (end - start) ** 2 if c else end - start
            pairable_spread[c] += (p / others) ** 2
    return [*(length / others for length in shared), *spread, *pairable_spread]


Tallied = tuple[Sequence[Segment], list[float]]


def _share(ours: Tallied, theirs: Tallied, shared: list[float], categories: int) -> None:
    """Add what two partitions share to `shared`, and what their marks share to the list that comes with each."""
    (a, of_a), (b, of_b) = ours, theirs
    g = h = 0
    while g < len(a) and h < len(b):
        (start_a, end_a, c), (start_b, end_b, k) = a[g], b[h]
        length = min(end_a, end_b) - max(start_a, start_b)
        shared[c * categories + k] += length
        shared[k * categories + c] += length
        if c and k:
            of_a[g] += length
            of_b[h] += length
        g, h = g + (end_a <= end_b), h + (end_b <= end_a)


@dataclass(frozen=True, slots=True)
class Totals:
    """Summed statistics of (…) samples: `shared` (…, C, C), `spread` and `pairable_spread` (…, C); category 0 is the gap."""

    shared: Array
    spread: Array
    pairable_spread: Array

    @classmethod
    def of(cls, rows: Array, categories: int) -> "Totals":
        """Return the parts of flat statistics (…, C² + 2C)."""
        square = categories * categories
        shape = (*rows.shape[:-1], categories, categories)
        return cls(rows[..., :square].reshape(shape), rows[..., square : square + categories], rows[..., square + categories :])


def u_alpha(totals: Totals) -> Array:
    """Return uα (…): on marks against gaps, boundaries and labels together."""
    lengths = totals.shared.sum(-1)
    length = lengths.sum(-1)
    agreed = np.trace(totals.shared, axis1=-2, axis2=-1)
    expected = ratio(length[..., None] * (lengths**2 - totals.spread), (length**2 - totals.spread.sum(-1))[..., None]).sum(-1)
    return np.asarray(1 - ratio(length - agreed, length - expected, scale=length))


def bar_u_alpha(totals: Totals) -> Array:
    """Return |uα (…): on marks against gaps alone."""
    lengths = totals.shared.sum(-1)
    length, gaps = lengths.sum(-1), lengths[..., 0]
    expected = ratio(length * gaps * (length - gaps), length**2 - totals.spread.sum(-1))
    return np.asarray(1 - ratio(gaps - totals.shared[..., 0, 0], expected, scale=length))


def _coding(totals: Totals) -> tuple[Array, Array, Array]:
    """Return ℓ*_ck (…, K, K), ℓ*_k (…, K) and the divisor ℓ* − Q*/ℓ* (…) of the stretches that both of a pair marked."""
    shared = totals.shared[..., 1:, 1:]
    lengths = shared.sum(-1)
    length = lengths.sum(-1)
    return shared, lengths, length - ratio(totals.pairable_spread.sum(-1), length)


def cu_alpha(totals: Totals) -> Array:
    """Return cuα (…): on labels alone, where both of a pair marked something."""
    shared, lengths, divisor = _coding(totals)
    length = lengths.sum(-1)
    expected = ratio((lengths**2 - totals.pairable_spread[..., 1:]).sum(-1), divisor, scale=length)
    return np.asarray(1 - ratio(length - np.trace(shared, axis1=-2, axis2=-1), length - expected, scale=length))


def k_u_alpha(totals: Totals) -> Array:
    """Return (k)uα (…, K): how reliably each label is told from the others, where both of a pair marked something."""
    shared, lengths, divisor = _coding(totals)
    length = lengths.sum(-1)[..., None]
    spread = totals.pairable_spread[..., 1:]
    of_label = ratio(lengths * length - spread, divisor[..., None], scale=length)
    of_itself = ratio(lengths**2 - spread, divisor[..., None], scale=length)
    agreed = np.diagonal(shared, axis1=-2, axis2=-1)
    return np.asarray(1 - ratio(of_label, lengths) * ratio(lengths - agreed, of_label - of_itself, scale=length))


def coverage(totals: Totals) -> Array:
    """Return ℓ*/ℓ (…): the share of the text, over people, on which cuα rests."""
    return ratio(totals.shared[..., 1:, 1:].sum((-1, -2)), totals.shared.sum((-1, -2)))


def k_coverage(totals: Totals) -> Array:
    """Return ℓ*_k/ℓ_k (…, K): the share of each label's length on which (k)uα rests."""
    return ratio(totals.shared[..., 1:, 1:].sum(-1), totals.shared[..., 1:, :].sum(-1))


def rows_of(units: Sequence[Unit], labels: Sequence[str]) -> Array:
    """Return (articles × (C² + 2C)) statistics over `labels`, of units with at least two readings and no overlaps."""
    index = {label: i for i, label in enumerate(labels, start=1)}
    size = len(labels) + 1
    rows = [
        statistics([segments((s for s in r.spans if s.label in index), unit.length, lambda s: index[s.label]) for r in unit.readings], size)
        for unit in units
    ]
    return np.array(rows, float).reshape(len(rows), size * size + 2 * size)


def family(units: Sequence[Unit], labels: Sequence[str]) -> Family:
    """Return uα, |uα, cuα and (k)uα of each of `labels`, in this order, for units without overlaps among `labels`."""
    size = len(labels) + 1
    rows = rows_of(units, labels)
    shared, n = Totals.of(rows.sum(0), size).shared, len(units)
    lengths = shared[1:, 1:].sum(-1)
    whole = Output(n, Why.NO_VARIATION if shared[1:].sum() else Why.NOTHING_MARKED)
    marked = Output(n, Why.NO_GAPS if not shared[0].sum() else whole.why)
    coding = [Output(n, Why.NO_VARIATION if length else Why.NEVER_BOTH_MARKED) for length in (lengths.sum(), *lengths)]

    def values(sums: Array) -> Array:
        totals = Totals.of(sums, size)
        return np.column_stack([u_alpha(totals), bar_u_alpha(totals), cu_alpha(totals), k_u_alpha(totals)])

    return Family(rows, values, (whole, marked, *coding))


def by_label(units: Sequence[Unit], labels: Sequence[str]) -> Family:
    """Return uα of each of `labels` against everything else; overlapping marks of one label are united first."""
    rows = np.array([[_binary(unit, label) for label in labels] for unit in units], float).reshape(len(units), len(labels) * 8)

    def values(sums: Array) -> Array:
        return u_alpha(Totals.of(sums.reshape(len(sums), len(labels), 8), 2))

    return Family(rows, values, tuple(Output(len(units), Why.NOTHING_MARKED) for _ in labels))


def _binary(unit: Unit, label: str) -> list[float]:
    """Return the statistics of one label against everything else."""
    marks = [united(s for s in reading.spans if s.label == label) for reading in unit.readings]
    if not any(marks):
        whole = float(unit.length * len(marks))
        return [whole, 0, 0, 0, whole, 0, 0, 0]
    return statistics([segments(spans, unit.length, lambda _span: 1) for spans in marks], 2)


def merged_by_label(units: Iterable[Unit]) -> dict[str, int]:
    """Return how many marks of each label vanish where overlapping marks of that label are united; labels without are left out."""
    counts: dict[str, int] = {}
    for reading in (reading for unit in units for reading in unit.readings):
        for label in {span.label for span in reading.spans}:
            own = [span for span in reading.spans if span.label == label]
            if gone := len(own) - len(united(own)):
                counts[label] = counts.get(label, 0) + gone
    return counts
