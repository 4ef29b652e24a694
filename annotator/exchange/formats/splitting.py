"""Train, validation and test: which article goes where.

Articles that must stay together are one group: near-duplicates always, and with `By.NEWSPAPER` or `By.YEAR` everything of one
newspaper or year (and whatever is a near-duplicate of it). Groups are dealt out by iterative stratification (Sechidis, Tsoumakas &
Vlahavas 2011): the label with the fewest groups left first, each of its groups to the part that still wants most of the label.
Groups of more articles go first, because a small one can still mend what a large one upset; groups of one size go in the order of
lots. (Not those with most mentions first: the largest part wants most at the beginning, and would get all the rich articles.) Lots
are hashes of seed and group, so the result depends on neither the order of the articles nor a random generator.
"""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from annotator.core.errors import ExportError
from annotator.core.ids import content_id


class By(StrEnum):
    """What is never divided, beside near-duplicates."""

    CLUSTER = "cluster"
    NEWSPAPER = "newspaper"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Item:
    """An article to be dealt out: its mentions by label, its cluster of near-duplicates (empty: it has none), where it is from."""

    article: str
    labels: Mapping[str, int]
    cluster: str = ""
    newspaper: str = ""
    year: str = ""
    is_blind: bool = False


@dataclass(frozen=True, slots=True)
class Share:
    """How much of a label (empty: of the articles) a part was to get and got.

    `asked` and `got` are parts of 1, `count` is how many it got.
    """

    part: str
    label: str
    asked: float
    got: float
    count: int

    @property
    def off(self) -> float:
        """How far the share is from what was asked for."""
        return self.got - self.asked


@dataclass(frozen=True, slots=True)
class Split:
    """The part of every article by its id, and each part's shares: of the articles first, then of the labels by name."""

    parts: Mapping[str, str]
    shares: tuple[Share, ...]

    @property
    def worst(self) -> Share | None:
        """The share that is farthest from what was asked for; None without articles."""
        return max(self.shares, key=lambda share: abs(share.off), default=None)


@dataclass(slots=True)
class _Part:
    """A part while it is filled: what it still wants, of each label and of articles."""

    name: str
    articles: float
    labels: dict[str, float]

    def take(self, group: "_Group") -> None:
        self.articles -= len(group.articles)
        for label, count in group.labels.items():
            self.labels[label] -= count


@dataclass(frozen=True, slots=True)
class _Group:
    articles: tuple[str, ...]
    labels: Mapping[str, int]
    is_blind: bool
    lot: str


@dataclass(frozen=True, slots=True)
class _Union:
    """Which articles belong together: union-find over ids and what they have in common."""

    parent: dict[str, str] = field(default_factory=dict)

    def root(self, name: str) -> str:
        self.parent.setdefault(name, name)
        while self.parent[name] != name:
            self.parent[name] = self.parent[self.parent[name]]
            name = self.parent[name]
        return name

    def join(self, one: str, other: str) -> None:
        first, second = sorted((self.root(one), self.root(other)))
        self.parent[second] = first


def split(items: Iterable[Item], ratios: Mapping[str, float], *, seed: int, by: By = By.CLUSTER, blind: str | None = None) -> Split:
    """Return which part each article goes to. `ratios` maps names of parts to weights; `blind` names a part for blind articles only.

    A group goes to the blind part only if all its articles are blind. An unknown newspaper or year binds nothing together.

    Raises:
        ExportError: a ratio is not a positive number, or `blind` is not one of the parts.
    """
    given = sorted({item.article: item for item in items}.values(), key=lambda item: item.article)
    weights = _weights(ratios, blind)
    groups = _groups(given, by, seed)
    totals = Counter[str]()
    for item in given:
        totals.update(item.labels)
    parts = [
        _Part(name, weight * len(given), {label: weight * count for label, count in totals.items()}) for name, weight in weights.items()
    ]
    dealt = _deal(groups, parts, blind)
    return Split(dealt, tuple(_shares(given, dealt, weights, totals)))


def _weights(ratios: Mapping[str, float], blind: str | None) -> dict[str, float]:
    if not ratios or any(not math.isfinite(ratio) or ratio <= 0 for ratio in ratios.values()):
        raise ExportError("Each part of a split needs a ratio above zero, such as 8:1:1; got {ratios}.", ratios=_said(ratios))
    if blind is not None and blind not in ratios:
        raise ExportError("There is no part “{part}” for blind articles; the parts are {ratios}.", part=blind, ratios=_said(ratios))
    whole = math.fsum(ratios.values())
    return {name: ratio / whole for name, ratio in ratios.items()}


def _said(ratios: Mapping[str, float]) -> str:
    return ", ".join(f"{name} {ratio:g}" for name, ratio in ratios.items()) or "–"


def _groups(items: Sequence[Item], by: By, seed: int) -> list[_Group]:
    union = _Union()
    for item in items:
        union.root(f"article {item.article}")
        for bond in _bonds(item, by):
            union.join(f"article {item.article}", bond)
    members: dict[str, list[Item]] = {}
    for item in items:
        members.setdefault(union.root(f"article {item.article}"), []).append(item)
    return [_group(together, seed) for together in members.values()]


def _bonds(item: Item, by: By) -> Iterable[str]:
    if item.cluster:
        yield f"cluster {item.cluster}"
    if by is By.NEWSPAPER and item.newspaper:
        yield f"newspaper {item.newspaper}"
    if by is By.YEAR and item.year:
        yield f"year {item.year}"


def _group(items: Sequence[Item], seed: int) -> _Group:
    labels = Counter[str]()
    for item in items:
        labels.update(item.labels)
    articles = tuple(item.article for item in items)
    return _Group(articles, +labels, all(item.is_blind for item in items), content_id("split", seed, *articles))


def _deal(groups: Iterable[_Group], parts: Sequence[_Part], blind: str | None) -> dict[str, str]:
    left = sorted(groups, key=lambda group: group.lot)
    dealt: dict[str, str] = {}
    while left:
        label = _rarest(left)
        turn = [group for group in left if label in group.labels] if label else left
        left = [group for group in left if label not in group.labels] if label else []
        for group in sorted(turn, key=lambda group: -len(group.articles)):
            part = _most_wanting(parts, group, label, blind)
            part.take(group)
            dealt.update(dict.fromkeys(group.articles, part.name))
    return dealt


def _rarest(groups: Iterable[_Group]) -> str:
    """Return the label that the fewest groups have, of those that any has; empty where none has one."""
    holders = Counter(label for group in groups for label in group.labels)
    return min(holders, key=lambda label: (holders[label], label), default="")


def _most_wanting(parts: Sequence[_Part], group: _Group, label: str, blind: str | None) -> _Part:
    open_to_it = [part for part in parts if part.name != blind or group.is_blind]
    if not open_to_it:
        raise ExportError("Every article would have to be blind: “{part}” is the only part.", part=blind)
    return max(open_to_it, key=lambda part: (part.labels.get(label, 0.0), part.articles, content_id(group.lot, part.name)))


def _shares(items: Sequence[Item], dealt: Mapping[str, str], weights: Mapping[str, float], totals: Mapping[str, int]) -> Iterable[Share]:
    articles = Counter(dealt.values())
    labels: dict[str, Counter[str]] = {name: Counter() for name in weights}
    for item in items:
        labels[dealt[item.article]].update(item.labels)
    for name, weight in weights.items():
        if items:
            yield Share(name, "", weight, articles[name] / len(items), articles[name])
        for label, total in sorted(totals.items()):
            if total:
                yield Share(name, label, weight, labels[name][label] / total, labels[name][label])
