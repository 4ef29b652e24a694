"""Who gets which article, in which condition: a plan made of values alone, the same for the same seed.

Articles that print each other's paragraphs form a cluster and go to the same people, in one condition for each of them: who has read a
paragraph with candidates cannot read it blind elsewhere. What somebody has begun stays with them; what they hold and have not begun stays
as long as nobody gets more than their share.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256

from annotator.core.decision import Condition


@dataclass(frozen=True, slots=True)
class Given:
    """One article for one person (ids)."""

    article: str
    person: str
    condition: Condition = Condition.SHOWN


@dataclass(frozen=True, slots=True)
class Options:
    """How work is shared: `overlap` of the articles go to `per_article` people, the others to one; `blind` of all tasks are blind."""

    per_article: int = 1
    overlap: float = 1.0
    blind: float = 0.0
    seed: int = 0


@dataclass(slots=True)
class _Unit:
    """A cluster: its articles, their sizes, who has begun or holds which of them, and who gets it."""

    articles: tuple[str, ...]
    sizes: Mapping[str, int]
    key: str
    begun: Mapping[str, Mapping[str, Condition]]
    held: Mapping[str, Condition]
    wanted: int = 1
    people: list[str] = field(default_factory=list)
    conditions: dict[str, Condition] = field(default_factory=dict)

    @property
    def size(self) -> int:
        return sum(self.sizes.values())

    @property
    def fixed(self) -> dict[str, Condition]:
        """Who has begun something here, in which condition; who has begun most comes first."""
        counts = Counter(person for article in self.articles for person in self.begun.get(article, {}))
        order = sorted(counts, key=lambda person: (-counts[person], person))
        return {person: next(b[person] for a in self.articles if person in (b := self.begun.get(a, {}))) for person in order}

    def new_for(self, person: str) -> list[str]:
        """Return the articles that `person` would get here beside those that are begun."""
        found = []
        for article in self.articles:
            begun = self.begun.get(article, {})
            room = self.wanted - len(begun)
            if person not in begun and person in [p for p in self.people if p not in begun][: max(room, 0)]:
                found.append(article)
        return found

    def take(self, person: str, loads: dict[str, int]) -> None:
        """Give the cluster to `person` too."""
        self.people.append(person)
        loads[person] += sum(self.sizes[article] for article in self.new_for(person))


def plan(
    sizes: Mapping[str, int],
    clusters: Iterable[Iterable[str]],
    people: Sequence[str],
    options: Options,
    *,
    begun: Iterable[Given] = (),
    held: Iterable[Given] = (),
) -> list[Given]:
    """Return who gets which article; `sizes` says how much work each is, articles in no cluster stand alone.

    The work of any two people differs by one cluster at most, where nothing was begun or held. At most `len(people)` people get an
    article. Of the articles for several people, in balance as far as `blind` goes: all with candidates, some blind, all blind.
    """
    begun = list(begun)
    units = _units(sizes, clusters, options.seed, begun, held)
    _overlap(units, options, len(people))
    _share(units, people, begun, sizes, options.seed)
    _blind(units, options)
    return [given for unit in units for given in _givens(unit)]


def _units(
    sizes: Mapping[str, int], clusters: Iterable[Iterable[str]], seed: int, begun: Iterable[Given], held: Iterable[Given]
) -> list[_Unit]:
    """Return the clusters in an order that the seed chooses, and that other clusters do not change."""
    by_article: dict[str, dict[str, Condition]] = defaultdict(dict)
    for given in begun:
        by_article[given.article][given.person] = given.condition
    holders: dict[str, dict[str, Condition]] = defaultdict(dict)
    for given in held:
        holders[given.article].setdefault(given.person, given.condition)
    groups = [tuple(sorted(article for article in cluster if article in sizes)) for cluster in clusters]
    together = {article for group in groups for article in group}
    groups += [(article,) for article in sizes if article not in together]
    units = [
        _Unit(
            group,
            {article: sizes[article] for article in group},
            drawn(seed, group[0]),
            {article: by_article[article] for article in group if article in by_article},
            {person: condition for article in group for person, condition in sorted(holders[article].items())},
        )
        for group in groups
        if group
    ]
    return sorted(units, key=lambda unit: unit.key)


def drawn(seed: int, *what: str) -> str:
    """Return a lot for something: the same for the same seed, on every machine."""
    return sha256("\x1f".join((str(seed), *what)).encode()).hexdigest()


def _overlap(units: Sequence[_Unit], options: Options, people: int) -> None:
    """Say which clusters several people get; those that several have begun come first."""
    several = min(options.per_article, people)
    room = round(options.overlap * sum(len(unit.articles) for unit in units))
    for unit in sorted(units, key=lambda unit: (len(unit.fixed) < several, unit.key)):
        if len(unit.articles) <= room:
            unit.wanted = several
            room -= len(unit.articles)


def _share(units: Sequence[_Unit], people: Sequence[str], begun: Iterable[Given], sizes: Mapping[str, int], seed: int) -> None:
    loads = dict.fromkeys(people, 0)
    for given in begun:
        if given.person in loads:
            loads[given.person] += sizes.get(given.article, 0)
    for unit in units:
        for person in [p for p in unit.fixed if p in loads][: unit.wanted]:
            unit.take(person, loads)
    fair = sum(unit.wanted * unit.size for unit in units) / max(len(people), 1)
    for unit in units:
        for person in unit.held:
            if person in loads and person not in unit.people and len(unit.people) < unit.wanted and loads[person] + unit.size <= fair:
                unit.take(person, loads)
    for unit in units:
        while len(unit.people) < unit.wanted:
            free = (person for person in people if person not in unit.people)
            unit.take(min(free, key=lambda person: (loads[person], drawn(seed, unit.key, person))), loads)


def _blind(units: Sequence[_Unit], options: Options) -> None:
    for unit in units:
        unit.conditions = {person: condition for person, condition in unit.fixed.items() if person in unit.people}
    wanted = options.blind * sum(len(unit.articles) * len(unit.people) for unit in units)
    loads: Counter[str] = Counter()
    if options.blind >= 1:
        for unit in units:
            _settle(unit, len(unit.people), loads)
        return
    _blind_several([unit for unit in units if len(unit.people) > 1], wanted, loads)
    _blind_single([unit for unit in units if len(unit.people) == 1], wanted - loads.total(), loads, options.seed)


def _blind_several(units: Sequence[_Unit], wanted: float, loads: Counter[str]) -> None:
    """Choose how many read each cluster blind: none, half of them or all; the last two for as many articles each."""
    if not units:
        return
    several = len(units[0].people)
    half = several // 2
    everything = sum(len(unit.articles) for unit in units)
    each = min(everything / 3, wanted / (half + several))
    room = {0: everything - 2 * each, half: each, several: each}
    free = sorted((unit for unit in units if not unit.conditions), key=lambda unit: (-len(unit.articles), unit.key))
    chosen = [(unit, _widest(unit, room)) for unit in units if unit.conditions]
    for unit, cell in chosen:
        room[cell] -= len(unit.articles)
    if wanted and len(units) >= len(room):
        # However small the share: what is measured needs all three.
        missing = [cell for cell in (half, several) if cell not in {cell for _, cell in chosen}]
        for cell in missing[: len(free)]:
            unit = free.pop()
            chosen.append((unit, cell))
            room[cell] -= len(unit.articles)
    for unit in free:
        cell = _widest(unit, room)
        chosen.append((unit, cell))
        room[cell] -= len(unit.articles)
    # Where both are blind there is no choice; where one is, the choice makes up for it.
    for unit, cell in sorted(chosen, key=lambda one: -one[1]):
        _settle(unit, cell, loads)


def _widest(unit: _Unit, room: Mapping[int, float]) -> int:
    """Return the cell with most room among those that what was begun allows."""
    blind = sum(condition is Condition.BLIND for condition in unit.conditions.values())
    shown = len(unit.conditions) - blind
    allowed = [cell for cell in room if blind <= cell <= len(unit.people) - shown]
    return max(allowed or [blind], key=lambda cell: (room.get(cell, 0), -cell))


def _blind_single(units: Sequence[_Unit], wanted: float, loads: Counter[str], seed: int) -> None:
    used = 0
    waiting: dict[str, list[_Unit]] = defaultdict(list)
    for unit in units:
        if unit.conditions:
            _settle(unit, 0, loads)
            used += len(unit.articles) * (unit.conditions[unit.people[0]] is Condition.BLIND)
        else:
            waiting[unit.people[0]].append(unit)
    while waiting:
        person = min(waiting, key=lambda person: (loads[person], drawn(seed, person)))
        unit = waiting[person].pop()
        if not waiting[person]:
            del waiting[person]
        is_blind = used + len(unit.articles) <= wanted + 0.5
        used += len(unit.articles) * is_blind
        _settle(unit, int(is_blind), loads)


def _settle(unit: _Unit, blind: int, loads: Counter[str]) -> None:
    """Let `blind` people of the cluster read it blind: who has begun so, who holds it so, who has the fewest."""
    left = blind - sum(condition is Condition.BLIND for condition in unit.conditions.values())
    free = [person for person in unit.people if person not in unit.conditions]
    free.sort(key=lambda person: (unit.held.get(person) is not Condition.BLIND, loads[person], person))
    for i, person in enumerate(free):
        unit.conditions[person] = Condition.BLIND if i < left else Condition.SHOWN
    for person, condition in unit.conditions.items():
        loads[person] += len(unit.articles) * (condition is Condition.BLIND)


def _givens(unit: _Unit) -> list[Given]:
    begun = [Given(article, person, condition) for article, by in unit.begun.items() for person, condition in by.items()]
    new = [Given(article, person, unit.conditions[person]) for person in unit.people for article in unit.new_for(person)]
    return sorted((*begun, *new), key=lambda given: (given.article, given.person))
