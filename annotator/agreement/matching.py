"""One-to-one matching of two people's spans with the largest total weight."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate

from annotator.core.span import Span

Edge = tuple[int, int]
_EPSILON = 1e-12


def overlapping(a: Sequence[Span], b: Sequence[Span]) -> Iterator[Edge]:
    """Yield the indices of every span of `a` and span of `b` that share a character; both are ordered by start."""
    starts = [span.start for span in b]
    reach = list(accumulate((span.end for span in b), max))
    for i, span in enumerate(a):
        for j in range(bisect_right(reach, span.start), bisect_left(starts, span.end)):
            if b[j].end > span.start:
                yield i, j


def best_matching(weights: Mapping[Edge, float]) -> dict[int, int]:
    """Return, left to right, the one-to-one choice of edges with the largest total weight.

    Edges of weight 0 or less are never chosen. Ties are broken by the order of the indices. Successive best augmenting paths
    within each connected component; the components of two people's spans are small.
    """
    partner: dict[int, int] = {}
    for component in _components({edge: w for edge, w in sorted(weights.items()) if w > 0}):
        if len(component) == 1:
            partner.update(component.keys())
        else:
            partner.update(_augmented(component))
    return partner


def total_weight(weights: Mapping[Edge, float]) -> float:
    """Return the weight of the best matching."""
    return sum(weights[edge] for edge in best_matching(weights).items())


def _components(weights: Mapping[Edge, float]) -> list[dict[Edge, float]]:
    """Split a graph into its connected components."""
    by_left, by_right = defaultdict(list), defaultdict(list)
    for edge in weights:
        by_left[edge[0]].append(edge)
        by_right[edge[1]].append(edge)
    seen: set[Edge] = set()
    components = []
    for edge in weights:
        if edge not in seen:
            reached, waiting = [], [edge]
            seen.add(edge)
            while waiting:
                left, right = here = waiting.pop()
                reached.append(here)
                fresh = [e for e in (*by_left[left], *by_right[right]) if e not in seen]
                waiting.extend(dict.fromkeys(fresh))
                seen.update(fresh)
            components.append({e: weights[e] for e in sorted(reached)})
    return components


def _augmented(weights: Mapping[Edge, float]) -> dict[int, int]:
    """Match one component: while some path from a free left to a free right vertex gains weight, take the best one."""
    partner: dict[int, int] = {}
    while (path := _best_path(weights, partner)) is not None:
        partner.update(path)
    return partner


def _best_path(weights: Mapping[Edge, float], partner: Mapping[int, int]) -> dict[int, int] | None:
    """Return the new partners along the augmenting path that gains most, or None if none gains (Bellman–Ford)."""
    owner = {right: left for left, right in partner.items()}
    gain = {left: 0.0 for left, _ in weights if left not in partner}
    came: dict[int, int] = {}  # right -> the left vertex before it on the best path
    best: dict[int, float] = {}
    changed = True
    while changed:
        changed = False
        for (left, right), weight in weights.items():
            if left in gain and partner.get(left) != right and gain[left] + weight > best.get(right, float("-inf")) + _EPSILON:
                best[right], came[right], changed = gain[left] + weight, left, True
                if right in owner:
                    gain[owner[right]] = best[right] - weights[owner[right], right]
    free = [right for right in best if right not in owner]
    end = max(free, key=lambda right: best[right], default=None)
    if end is None or best[end] <= _EPSILON:
        return None
    path: dict[int, int] = {}
    while end is not None:
        path[came[end]] = end
        end = partner.get(came[end])
    return path
