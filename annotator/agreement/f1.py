"""Span F1 between two people, who are equals: 2·matches / (marks of one + marks of the other).

Precision and recall depend on whose marks are called correct; their harmonic mean does not (Hripcsak and Rothschild 2005). Marks are
matched one to one so that as much as possible matches: the figure depends neither on who comes first nor on the order of marks.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from annotator.agreement.matching import overlapping, total_weight
from annotator.core.span import Span


class Scheme(StrEnum):
    """What makes two marks match (SemEval-2013 task 9)."""

    STRICT = "strict"
    EXACT = "exact"
    LABEL = "label"
    PARTIAL = "partial"


@dataclass(frozen=True, slots=True)
class Matches:
    """The sufficient statistics of one article and two people, or of many articles: they add up.

    `a` and `b` count marks by label; `matched` gives the matched weight of each scheme; `strict` and `label` split the two schemes
    that look at labels by label.
    """

    a: Counter[str]
    b: Counter[str]
    exact: float
    partial: float
    strict: Counter[str]
    label: Counter[str]

    def __add__(self, other: "Matches") -> "Matches":
        # `Counter + Counter` would drop zeros, which changes nothing here.
        return Matches(
            self.a + other.a,
            self.b + other.b,
            self.exact + other.exact,
            self.partial + other.partial,
            self.strict + other.strict,
            self.label + other.label,
        )

    def matched(self, scheme: Scheme, label: str | None = None) -> float:
        """Return the weight that matched, of one label or of all; one label alone has no `exact` and `partial` of its own here.

        Raises:
            ValueError: a label with a scheme that ignores labels.
        """
        if scheme in {Scheme.EXACT, Scheme.PARTIAL}:
            if label is not None:
                raise ValueError(f"{scheme} ignores labels")
            return self.exact if scheme is Scheme.EXACT else self.partial
        counts = self.strict if scheme is Scheme.STRICT else self.label
        return counts.total() if label is None else counts[label]

    def f1(self, scheme: Scheme, label: str | None = None) -> float | None:
        """Return F1, or None where neither person marked anything."""
        matched = self.matched(scheme, label)
        marks = self.a.total() + self.b.total() if label is None else self.a[label] + self.b[label]
        return 2 * matched / marks if marks else None


NOTHING = Matches(Counter(), Counter(), 0, 0, Counter(), Counter())


def matches(a: Sequence[Span], b: Sequence[Span]) -> Matches:
    """Match the marks of two people in one article; both are distinct and ordered by start.

    Strict: same range and label. Exact: same range. Label: same label, sharing a character. Partial: the same range counts 1,
    sharing a character ½, whatever the labels.
    """
    ranges_a, ranges_b = Counter((s.start, s.end) for s in a), Counter((s.start, s.end) for s in b)
    edges = list(overlapping(a, b))
    same_label: dict[str, dict[tuple[int, int], float]] = {}
    for i, j in edges:
        if a[i].label == b[j].label:
            same_label.setdefault(a[i].label, {})[i, j] = 1
    return Matches(
        Counter(span.label for span in a),
        Counter(span.label for span in b),
        (ranges_a & ranges_b).total(),
        total_weight({(i, j): 1 if (a[i].start, a[i].end) == (b[j].start, b[j].end) else 0.5 for i, j in edges}),
        Counter(span.label for span in set(a) & set(b)),
        Counter({label: round(total_weight(weights)) for label, weights in same_label.items()}),
    )


def pooled(articles: Iterable[Matches]) -> Matches:
    """Return the sum over articles: counts are pooled before F1 is taken."""
    total = NOTHING
    for article in articles:
        total += article
    return total


def mean_of_pairs(pairs: Mapping[tuple[str, str], Matches], scheme: Scheme, label: str | None = None) -> float | None:
    """Return the mean of the pairs' F1, leaving out pairs for which it is undefined; None if it is so for all."""
    values = [value for value in (pair.f1(scheme, label) for pair in pairs.values()) if value is not None]
    return sum(values) / len(values) if values else None
