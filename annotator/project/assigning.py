"""Give out articles: who reads what, in which round and condition.

Running it again shares out anew what nobody has begun, for the people named then: who joins gets their part, who leaves is relieved.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from annotator.core.decision import Assignment, Condition
from annotator.core.errors import InputError
from annotator.core.ids import assignment_id, normalised_name
from annotator.project import rounds
from annotator.project.planning import Given, Options, plan
from annotator.project.workspace import Project, now
from annotator.store import people, tasks
from annotator.store.file import transaction


@dataclass(frozen=True, slots=True)
class Share:
    """What one person has to read in a round: articles, how many of them blind, and characters; how many they have begun."""

    name: str
    articles: int
    blind: int
    characters: int
    begun: int


@dataclass(frozen=True, slots=True)
class AssignReport:
    """What was given out.

    `cells` counts the articles read by two or more, by how they are read (`shown/blind`). `largest` is the size of the largest
    cluster: so far the shares can lie apart. `left_out` counts articles that another round has.
    """

    round: str
    shares: tuple[Share, ...]
    articles: int
    several: int
    cells: Mapping[str, int]
    new: int
    taken_back: int
    largest: int
    left_out: int


def assign(
    project: Project,
    names: Sequence[str],
    *,
    per_article: int = 1,
    overlap: float | None = None,
    blind: float = 0.0,
    round_name: str = rounds.MAIN,
    sample: float | None = None,
    seed: int = 0,
) -> AssignReport:
    """Give out the articles of a round to the people called `names`.

    `overlap` of the articles (all, unless said) go to `per_article` people each, `blind` of all tasks are read without candidates.
    `sample` takes only so many articles: a share below 1, or a number. In a retest everybody gets a sample of what they have finished.

    Raises:
        InputError: a name is blank or named twice, a share is none, or there is nothing to give out.
    """
    _check(names, per_article, {"overlap": overlap, "blind": blind})
    options = Options(per_article, 1.0 if overlap is None else overlap, blind, seed)
    round_name = normalised_name(round_name) or rounds.MAIN
    with transaction(project.connection):
        ids = [people.add(project.connection, name) for name in names]
        sizes = _sizes(project)
        left_out = set() if rounds.is_retest(round_name) else rounds.read_elsewhere(project, round_name) & set(sizes)
        clusters = clusters_of(project, set(sizes) - left_out)
        begun, held = _there(project, round_name, ids)
        if rounds.is_retest(round_name):
            finished = rounds.finished_by(project, ids, but=round_name)
            wanted = rounds.retest(finished, sample=sample, blind=blind, seed=seed, begun=begun)
        else:
            chosen = {*rounds.sampled(clusters, sample, seed), *(given.article for given in begun)} if clusters else set()
            wanted = plan({a: sizes[a] for a in sorted(chosen & set(sizes))}, clusters, ids, options, begun=begun, held=held)
        if not wanted:
            raise InputError("There is nothing to give out in the round {round}.", round=round_name)
        new, taken_back = _store(project, wanted, round_name)
    largest = max((sum(sizes[article] for article in cluster) for cluster in clusters), default=0)
    readers, cells = _readers(wanted)
    shares = _shares(people.names(project.connection), wanted, begun, sizes)
    return AssignReport(round_name, shares, readers, sum(cells.values()), cells, new, taken_back, largest, len(left_out))


def clusters_of(project: Project, among: Iterable[str]) -> list[tuple[str, ...]]:
    """Return the articles (ids) `among` these in clusters: those that print each other's paragraphs, directly or through others."""
    root = {article: article for article in among}

    def top(article: str) -> str:
        while root[article] != article:
            root[article] = root[root[article]]
            article = root[article]
        return article

    for one, other in project.connection.execute("SELECT of_article, article FROM echo"):
        if one in root and other in root:
            first, second = sorted((top(one), top(other)))
            root[second] = first
    found: dict[str, list[str]] = {}
    for article in sorted(root):
        found.setdefault(top(article), []).append(article)
    return [tuple(cluster) for cluster in found.values()]


def _check(names: Sequence[str], per_article: int, shares: Mapping[str, float | None]) -> None:
    folded = [normalised_name(name).casefold() for name in names]
    if not folded or not all(folded):
        raise InputError("A person needs a name with at least one letter.")
    if len(set(folded)) < len(folded):
        raise InputError("Somebody is named twice: {names}.", names=", ".join(names))
    if not 1 <= per_article <= len(names):
        raise InputError("{count} people cannot each read an article {times} times over.", count=len(names), times=per_article)
    for what, share in shares.items():
        if share is not None and not 0 <= share <= 1:
            raise InputError("The share {what} must lie between 0 and 1, not at {share}.", what=what, share=share)


def _sizes(project: Project) -> dict[str, int]:
    """Return the lengths (code points) of what there is to read: articles and captions, and furniture that holds candidates."""
    query = "SELECT id, length FROM article WHERE kind <> 'furniture' OR candidates > 0 ORDER BY number"
    return dict(project.connection.execute(query))


def _there(project: Project, round_name: str, people_now: Sequence[str]) -> tuple[list[Given], list[Given]]:
    """Return what was begun in a round, and what was given out and not begun.

    Somebody who only tried the window, and neither is named now nor was given the article before, is nobody's fellow reader.
    """
    given_out = tasks.of_round(project.connection, round_name)
    known = {task.assignment.id for task in given_out}
    query = "SELECT id, article, annotator, condition FROM assignment WHERE round = ? AND decisions > 0 ORDER BY article, annotator"
    rows = project.connection.execute(query, (round_name,))
    begun = [Given(a, person, Condition(c)) for i, a, person, c in rows if person in people_now or i in known]
    held = [Given(t.assignment.article, t.assignment.annotator, t.assignment.condition) for t in given_out if not t.decisions]
    return begun, held


def _store(project: Project, wanted: Iterable[Given], round_name: str) -> tuple[int, int]:
    connection = project.connection
    numbers = dict(connection.execute("SELECT id, number FROM article"))
    rows = [_assignment(given, round_name) for given in sorted(wanted, key=lambda given: (numbers.get(given.article, 0), given.person))]
    keep = {row.id for row in rows}
    old = [task.assignment.id for task in tasks.of_round(connection, round_name) if task.assignment.id not in keep]
    tasks.take_back(connection, old)
    return tasks.put(connection, rows, now()), len(old)


def _assignment(given: Given, round_name: str) -> Assignment:
    made = assignment_id(given.article, given.person, round_name, given.condition)
    return Assignment(made, given.article, given.person, round_name, given.condition)


def _readers(wanted: Iterable[Given]) -> tuple[int, dict[str, int]]:
    """Return how many articles are read, and of those that several people read, how many in which conditions."""
    readers: dict[str, list[str]] = {}
    for given in wanted:
        readers.setdefault(given.article, []).append(given.condition.value)
    cells = Counter("/".join(sorted(conditions, reverse=True)) for conditions in readers.values() if len(conditions) > 1)
    return len(readers), dict(sorted(cells.items()))


def _shares(names: Mapping[str, str], wanted: Sequence[Given], begun: Iterable[Given], sizes: Mapping[str, int]) -> tuple[Share, ...]:
    started = set(begun)
    found = [_share(names[person], [g for g in wanted if g.person == person], started, sizes) for person in {g.person for g in wanted}]
    return tuple(sorted(found, key=lambda share: share.name))


def _share(name: str, given: Sequence[Given], begun: set[Given], sizes: Mapping[str, int]) -> Share:
    blind = sum(g.condition is Condition.BLIND for g in given)
    return Share(name, len(given), blind, sum(sizes.get(g.article, 0) for g in given), sum(g in begun for g in given))
