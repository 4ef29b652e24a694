"""Krippendorff's α_U of 1995, for comparison with papers that used it (DKPro, INCEpTION); prefer `u_alpha`.

Source: Krippendorff 1995, *On the reliability of unitizing continuous data*; 2004, *Content Analysis*, 2nd ed., ch. 11. A corpus is
one continuum, the articles end to end; gaps end where their article ends, as no mark can cross that. With the same number of
people everywhere this is the published form.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from annotator.agreement.arrays import Array, ratio
from annotator.agreement.bootstrap import Family, Output
from annotator.agreement.figure import Why
from annotator.agreement.u_alpha import Segment, segments, united
from annotator.agreement.units import Unit

_FIXED = 4  # disagreement, Σ(2l³ − 3l² + l)/3, number of marks, Σ l(l − 1)


def squared_difference(g: Segment, h: Segment) -> int:
    """Return δ² of two sections (start, end, 0 for a gap): 0 unless two marks overlap, or a mark lies inside a gap."""
    (start_g, end_g, c), (start_h, end_h, k) = g, h
    if c and k:
        return (start_g - start_h) ** 2 + (end_g - end_h) ** 2 if start_g < end_h and start_h < end_g else 0
    if c and not k:
        return (end_g - start_g) ** 2 if start_h <= start_g and end_g <= end_h else 0
    return squared_difference(h, g) if k else 0


def _disagreement(a: Sequence[Segment], b: Sequence[Segment]) -> int:
    """Return the sum of δ² over the sections of two people that intersect."""
    total = g = h = 0
    while g < len(a) and h < len(b):
        total += squared_difference(a[g], b[h])
        end_a, end_b = a[g][1], b[h][1]
        g, h = g + (end_a <= end_b), h + (end_b <= end_a)
    return total


def _statistics(sections: Sequence[Sequence[Segment]], lengths: Array) -> list[float]:
    """Return one label's statistics of one article: the four fixed ones, marks of each length, room in gaps for each length."""
    people = len(sections)
    pairs = people * (people - 1)
    marks = np.array([end - start for own in sections for start, end, c in own if c], float)
    gaps = np.array([end - start for own in sections for start, end, c in own if not c], float)
    disagreement = sum(_disagreement(sections[i], sections[j]) for i in range(people) for j in range(i)) / pairs
    return [
        disagreement,
        float((2 * marks**3 - 3 * marks**2 + marks).sum() / 3),
        len(marks),
        float((marks * (marks - 1)).sum()),
        *(marks[:, None] == lengths).sum(0),
        *np.maximum(gaps[:, None] - lengths + 1, 0).sum(0),
    ]


@dataclass(frozen=True, slots=True)
class Totals:
    """Summed statistics of (…) samples: `of_label` (…, labels, 4 + 2·lengths), `length` and `people_length` (…)."""

    of_label: Array
    length: Array
    people_length: Array
    lengths: Array

    @property
    def observed(self) -> Array:
        """Do of each label (…, labels)."""
        return 2 * ratio(self.of_label[..., 0], self.length[..., None] ** 2)

    @property
    def expected(self) -> Array:
        """De of each label (…, labels)."""
        _, cubes, marks, pairs = (self.of_label[..., i] for i in range(_FIXED))
        counts, room = np.split(self.of_label[..., _FIXED:], 2, axis=-1)
        chance = (marks - 1) * cubes + (counts * self.lengths**2 * room).sum(-1)
        people_length = self.people_length[..., None]
        return 2 * ratio(chance, (people_length * (people_length - 1) - pairs) * self.length[..., None])


def alpha_of_label(totals: Totals) -> Array:
    """Return α_U of each label (…, labels)."""
    return np.asarray(1 - ratio(totals.observed, totals.expected, scale=1e-9))


def alpha(totals: Totals) -> Array:
    """Return α_U over all labels (…)."""
    return np.asarray(1 - ratio(totals.observed.sum(-1), totals.expected.sum(-1), scale=1e-9))


def lengths_of(units: Sequence[Unit]) -> Array:
    """Return every length of a mark, ascending."""
    return np.array(sorted({span.end - span.start for unit in units for reading in unit.readings for span in reading.spans}), float)


def rows_of(units: Sequence[Unit], labels: Sequence[str], lengths: Array) -> Array:
    """Return (articles × k) statistics: length, people × length, then those of each label."""
    rows = []
    for unit in units:
        row = [float(unit.length), float(unit.length * len(unit.readings))]
        for label in labels:
            row += _statistics(
                [segments(united(s for s in r.spans if s.label == label), unit.length, lambda _span: 1) for r in unit.readings], lengths
            )
        rows.append(row)
    return np.array(rows, float).reshape(len(units), 2 + len(labels) * (_FIXED + 2 * len(lengths)))


def totals_of(rows: Array, labels: int, lengths: Array) -> Totals:
    """Return the parts of flat statistics (…, k)."""
    return Totals(rows[..., 2:].reshape(*rows.shape[:-1], labels, _FIXED + 2 * len(lengths)), rows[..., 0], rows[..., 1], lengths)


def family(units: Sequence[Unit], labels: Sequence[str]) -> Family:
    """Return α_U over all labels; overlapping marks of one label are united first."""
    lengths = lengths_of(units)

    def values(sums: Array) -> Array:
        return alpha(totals_of(sums, len(labels), lengths))[:, None]

    return Family(rows_of(units, labels, lengths), values, (Output(len(units), Why.NOTHING_MARKED),))
