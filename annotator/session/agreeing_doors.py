"""Every number on the page of agreement is a door: it is the count of exactly the rows that it opens."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from annotator.agreement.disagreements import Cluster, Kind, by_label, clusters, confusion, disagreeing, worst_articles
from annotator.agreement.nominal import NONE
from annotator.agreement.units import Unit

_LETTERS = 26
_EDGES = frozenset({Kind.BOUNDARY, Kind.SPLIT})
_RANGES = _EDGES | {Kind.MISSED}


class Opens(StrEnum):
    """What a door leads to: all disagreements, those of a kind, label, article or pair, a cell, those in which ranges or labels differ."""

    ALL = "all"
    KIND = "kind"
    LABEL = "label"
    CELL = "cell"
    EDGES = "edges"
    RANGES = "ranges"
    LABELS = "labels"
    ARTICLE = "article"
    PAIR = "pair"


@dataclass(frozen=True, slots=True)
class Door:
    """Leads to clusters; `first` and `second` are a kind, labels, an article's id or two people, as `opens` says."""

    opens: Opens
    first: str = ""
    second: str = ""


class Doors:
    """The rows behind every door of one set of readings."""

    def __init__(self, units: Sequence[Unit] = ()) -> None:
        """Find the clusters of articles that two people finished; offsets are the units'."""
        self._units = tuple(units)
        self.clusters = clusters(self._units)
        # A cluster's kind is computed from its marks whenever it is asked: once is enough.
        kinds = [(cluster, cluster.kind) for cluster in self.clusters]
        self._all = tuple(cluster for cluster, kind in kinds if kind is not Kind.AGREE)
        self._kinds = {kind: tuple(cluster for cluster, its in kinds if its is kind) for kind in Kind}
        self._labels = by_label(self._all)
        self._cells = confusion(self.clusters)
        self._pairs: dict[tuple[str, str], tuple[Cluster, ...]] = {}
        self.worst = worst_articles(self.clusters)
        articles = {row.article: row.disagreements for row in self.worst}
        self._opened: Mapping[Opens, Callable[[Door], tuple[Cluster, ...]]] = {
            Opens.ALL: lambda _door: self._all,
            Opens.KIND: lambda door: self._kinds[Kind(door.first)],
            Opens.LABEL: lambda door: self._labels.get(door.first, ()),
            Opens.CELL: self._cell,
            Opens.EDGES: lambda door: tuple(c for c in self._labels.get(door.first, ()) if c.aspects & _EDGES),
            Opens.RANGES: lambda _door: tuple(c for c in self._all if c.aspects & _RANGES),
            Opens.LABELS: lambda _door: tuple(c for c in self._all if Kind.LABEL in c.aspects),
            Opens.ARTICLE: lambda door: articles.get(door.first, ()),
            Opens.PAIR: self._pair,
        }

    def rows(self, door: Door) -> tuple[Cluster, ...]:
        """Return what a door opens, in the order of articles."""
        return self._opened[door.opens](door)

    def count(self, door: Door) -> int:
        """Return how many rows a door opens."""
        return len(self.rows(door))

    @property
    def labels(self) -> tuple[str, ...]:
        """Every label in use: those with most disagreements first, then by id."""
        used = {label for cluster in self.clusters for label in cluster.labels}
        return tuple(sorted(used, key=lambda label: (-len(self._labels.get(label, ())), label)))

    def share(self, label: str) -> float:
        """Return the share of all disagreements that a label has a part in, 0 to 1; shares add up to more than 1."""
        return self.count(Door(Opens.LABEL, label)) / max(len(self._all), 1)

    def _cell(self, door: Door) -> tuple[Cluster, ...]:
        # The matrix is the same on both sides of its diagonal; ∅ comes last.
        return self._cells.get((door.first, door.second)) or self._cells.get((door.second, door.first), ())

    def _pair(self, door: Door) -> tuple[Cluster, ...]:
        a, b = door.first, door.second
        if (a, b) not in self._pairs:
            self._pairs[a, b] = disagreeing(clusters(self._units, (a, b)))
        return self._pairs[a, b]


def of_kind(rows: Sequence[Cluster], kind: Kind | None) -> tuple[Cluster, ...]:
    """Return the clusters that are counted as `kind` (None: all)."""
    return tuple(cluster for cluster in rows if kind is None or cluster.kind is kind)


def mine_first(people: Sequence[str], me: str) -> tuple[str, ...]:
    """Return everybody, whoever looks first: one sees one's own work before that of others."""
    return tuple(sorted(people, key=lambda person: (person != me, person)))


def stand_ins(people: Sequence[str]) -> Mapping[str, str]:
    """Return A, B, C… for people, by name; the same whoever looks."""
    return {person: _letters(at) for at, person in enumerate(sorted(people))}


def _letters(at: int) -> str:
    return ("" if at < _LETTERS else _letters(at // _LETTERS - 1)) + chr(ord("A") + at % _LETTERS)


__all__ = ["NONE", "Cluster", "Door", "Doors", "Kind", "Opens", "mine_first", "of_kind", "stand_ins"]
