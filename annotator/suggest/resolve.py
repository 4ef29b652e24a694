"""Which of overlapping finds is proposed: the longest name wins, and finds of the same span become one."""

from collections.abc import Iterable, Iterator
from operator import attrgetter
from typing import NamedTuple


class Find(NamedTuple):
    """What one source found at `[start, end)` of a reading; `kind` is that of the lexicon entry, if one found it.

    A tuple, because an article makes hundreds, and tuples are made three times as fast.
    """

    start: int
    end: int
    label: str
    source: str
    score: float
    reason: str
    kind: str = ""


class Merged(NamedTuple):
    """The finds of one span: the strongest one's facts, and every source, strongest first."""

    best: Find
    sources: tuple[str, ...]


def resolve(finds: Iterable[Find]) -> list[Merged]:
    """Return disjoint finds in order of start: longer before shorter, then earlier, then stronger."""
    return [merged for cluster in _clusters(sorted(finds, key=attrgetter("start", "end"))) for merged in _longest_first(cluster)]


def _clusters(finds: list[Find]) -> Iterator[list[Find]]:
    """Yield runs of finds that overlap one another, directly or through others."""
    cluster: list[Find] = []
    reach = -1
    for find in finds:
        if find.start >= reach and cluster:
            yield cluster
            cluster = []
        cluster.append(find)
        reach = max(reach, find.end)
    if cluster:
        yield cluster


def _longest_first(cluster: list[Find]) -> list[Merged]:
    if len(cluster) == 1:
        return [Merged(cluster[0], (cluster[0].source,))]
    taken: list[list[Find]] = []
    for find in sorted(cluster, key=lambda find: (find.start - find.end, find.start, -find.score)):
        same = next((other for other in taken if other[0][:2] == find[:2]), None)
        if same:
            same.append(find)
        elif all(find.end <= other[0].start or other[0].end <= find.start for other in taken):
            taken.append([find])
    return [Merged(finds[0], tuple(dict.fromkeys(find.source for find in finds))) for finds in sorted(taken)]
