"""What people disagree on, stretch by stretch, so that every count can list exactly what it counts."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from annotator.agreement.nominal import NONE
from annotator.agreement.units import Unit, comparable, people_of
from annotator.core.span import Span


class Kind(StrEnum):
    """How the readings of one stretch differ."""

    AGREE = "agree"
    MISSED = "missed"
    BOUNDARY = "boundary"
    LABEL = "label"
    BOTH = "both"
    SPLIT = "split"


@dataclass(frozen=True, slots=True)
class Cluster:
    """A stretch `[start, end)` of an article in which marks touch one another, with the marks of everyone who finished the article.

    Whoever marked nothing here stands in `marks` with an empty tuple.
    """

    article: str
    start: int
    end: int
    marks: Mapping[str, tuple[Span, ...]]

    @property
    def aspects(self) -> frozenset[Kind]:
        """All that differs: somebody missed it; among the others numbers (split), ranges (boundary) or labels differ."""
        marked = [spans for spans in self.marks.values() if spans]
        if len(set(marked)) == 1:
            different = set()
        elif any(len(spans) > 1 for spans in marked):
            different = {Kind.SPLIT}
        else:
            ranges = {(span.start, span.end) for (span,) in marked}
            labels = {span.label for (span,) in marked}
            different = {kind for kind, values in ((Kind.BOUNDARY, ranges), (Kind.LABEL, labels)) if len(values) > 1}
        return frozenset(different | ({Kind.MISSED} if len(marked) < len(self.marks) else set()))

    @property
    def kind(self) -> Kind:
        """The one kind it is counted as: what concerns more of it goes first (missed, split, both, boundary, label)."""
        aspects = self.aspects
        if {Kind.BOUNDARY, Kind.LABEL} <= aspects and Kind.MISSED not in aspects:
            return Kind.BOTH
        return next((kind for kind in (Kind.MISSED, Kind.SPLIT, Kind.BOUNDARY, Kind.LABEL) if kind in aspects), Kind.AGREE)

    def labels_of(self, person: str) -> tuple[str, ...]:
        """Return what a person marked here, ∅ if nothing."""
        return tuple(sorted({span.label for span in self.marks[person]})) or (NONE,)

    @property
    def labels(self) -> tuple[str, ...]:
        """Every label that somebody used here."""
        return tuple(sorted({span.label for spans in self.marks.values() for span in spans}))


def clusters(units: Iterable[Unit], people: Sequence[str] | None = None) -> tuple[Cluster, ...]:
    """Return the clusters of every article that two of `people` (None: of anybody) finished, in order.

    For two people, ask with these two: what a third one marked would join stretches that are apart for them.
    """
    kept = tuple(units)
    return tuple(cluster for unit in comparable(kept, people_of(kept) if people is None else people) for cluster in _clusters_of(unit))


def _clusters_of(unit: Unit) -> list[Cluster]:
    """Return an article's clusters."""
    marks = sorted(((span, reading.person) for reading in unit.readings for span in reading.spans), key=lambda m: (m[0].start, m[0].end))
    groups: list[list[tuple[Span, str]]] = []
    end = 0
    for span, person in marks:
        if not groups or span.start >= end:
            groups.append([])
        groups[-1].append((span, person))
        end = max(end, span.end)
    return [_cluster(unit, group) for group in groups]


def _cluster(unit: Unit, group: Sequence[tuple[Span, str]]) -> Cluster:
    own = {reading.person: tuple(span for span, person in group if person == reading.person) for reading in unit.readings}
    # One order for everybody, so that equal sets of marks compare equal.
    ordered = {person: tuple(sorted(spans, key=lambda s: (s.start, s.end, s.label))) for person, spans in own.items()}
    return Cluster(unit.article, min(s.start for s, _ in group), max(s.end for s, _ in group), ordered)


def by_kind(found: Iterable[Cluster]) -> dict[Kind, tuple[Cluster, ...]]:
    """Return the clusters of each kind; each cluster is in exactly one."""
    kept = tuple(found)
    return {kind: tuple(cluster for cluster in kept if cluster.kind is kind) for kind in Kind}


def disagreeing(found: Iterable[Cluster]) -> tuple[Cluster, ...]:
    """Return the clusters on which people disagree."""
    return tuple(cluster for cluster in found if cluster.kind is not Kind.AGREE)


def by_label(found: Iterable[Cluster]) -> dict[str, tuple[Cluster, ...]]:
    """Return, for each label, the disagreements in which somebody used it; one over two labels is listed under both."""
    kept = disagreeing(found)
    return {label: tuple(c for c in kept if label in c.labels) for label in sorted({label for c in kept for label in c.labels})}


Cell = tuple[str, str]


def confusion(found: Iterable[Cluster], people: tuple[str, str] | None = None) -> dict[Cell, tuple[Cluster, ...]]:
    """Return the clusters in each cell of label × label, ∅ for no mark; empty cells are left out.

    With two people the first is the row and the second the column. Without, a cell's labels are in order (∅ last), and a cluster is
    in it if any two people used them. A cluster with several labels of one person is in several cells, but once in each.
    """
    cells: dict[Cell, dict[int, Cluster]] = {}
    for number, cluster in enumerate(found):
        for cell in _cells(cluster, people):
            cells.setdefault(cell, {})[number] = cluster
    return {cell: tuple(rows.values()) for cell, rows in sorted(cells.items(), key=lambda item: [_place(x) for x in item[0]])}


def _cells(cluster: Cluster, people: tuple[str, str] | None) -> set[Cell]:
    """Return the cells of one cluster."""
    names = list(cluster.marks) if people is None else [name for name in people if name in cluster.marks]
    pairs = [(a, b) for i, a in enumerate(names) for b in names[i + 1 :]]
    cells = {(x, y) for a, b in pairs for x in cluster.labels_of(a) for y in cluster.labels_of(b)} - {(NONE, NONE)}
    return cells if people else {(x, y) if _place(x) <= _place(y) else (y, x) for x, y in cells}


def _place(label: str) -> tuple[bool, str]:
    return label == NONE, label


class Finding(StrEnum):
    """What a sentence over the clusters says; `SENTENCES` is the English."""

    NOTHING = "nothing"
    ALL_AGREE = "all_agree"
    WHETHER_NOT_LABEL = "whether_not_label"
    WHETHER = "whether"
    WHERE = "where"
    WHICH_LABEL = "which_label"
    MIXED = "mixed"


SENTENCES = {
    Finding.NOTHING: "Nobody marked anything.",
    Finding.ALL_AGREE: "They agree on every mark.",
    Finding.WHETHER_NOT_LABEL: "They disagree on whether to mark, not on which label.",
    Finding.WHETHER: "They mostly disagree on whether to mark.",
    Finding.WHERE: "They mostly disagree on where a mark begins and ends.",
    Finding.WHICH_LABEL: "They mostly disagree on which label.",
    Finding.MIXED: "They disagree on several things, none of them most of the time.",
}
MOST, HARDLY = 0.5, 0.1


def finding(found: Iterable[Cluster]) -> Finding:
    """Return what the disagreements are mostly about: half of them or more; labels hardly matter if under a tenth differ in label."""
    kept = tuple(found)
    wrong = disagreeing(kept)
    if not wrong:
        return Finding.ALL_AGREE if kept else Finding.NOTHING
    kinds = {kind: len(rows) / len(wrong) for kind, rows in by_kind(wrong).items()}
    if kinds[Kind.MISSED] >= MOST:
        differing = sum(len(cluster.labels) > 1 for cluster in wrong) / len(wrong)
        return Finding.WHETHER_NOT_LABEL if differing < HARDLY else Finding.WHETHER
    if kinds[Kind.BOUNDARY] + kinds[Kind.SPLIT] >= MOST:
        return Finding.WHERE
    return Finding.WHICH_LABEL if kinds[Kind.LABEL] + kinds[Kind.BOTH] >= MOST else Finding.MIXED


@dataclass(frozen=True, slots=True)
class ArticleDisagreement:
    """One article's disagreements, among how many clusters."""

    article: str
    disagreements: tuple[Cluster, ...]
    clusters: int

    @property
    def share(self) -> float:
        """The share of the article's clusters on which people disagree."""
        return len(self.disagreements) / self.clusters


def worst_articles(found: Iterable[Cluster]) -> tuple[ArticleDisagreement, ...]:
    """Return the articles with disagreements, most first; of as many, the larger share first."""
    articles: dict[str, list[Cluster]] = {}
    for cluster in found:
        articles.setdefault(cluster.article, []).append(cluster)
    rows = [ArticleDisagreement(article, disagreeing(own), len(own)) for article, own in articles.items()]
    return tuple(sorted((r for r in rows if r.disagreements), key=lambda r: (-len(r.disagreements), -r.share, r.article)))
