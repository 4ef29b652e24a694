"""Rounds: a pilot that everybody reads, the main pass, and a retest in which people read some of their own articles again."""

from collections.abc import Iterable, Mapping, Sequence

from annotator.core.decision import Condition
from annotator.core.errors import InputError
from annotator.project.planning import Given, drawn
from annotator.project.round_names import GOLD, MAIN, PILOT, RETEST
from annotator.project.workspace import Project

__all__ = ["GOLD", "MAIN", "PILOT", "RETEST", "finished_by", "how_many", "is_retest", "read_elsewhere", "retest", "sampled"]

_A_TENTH = 0.1


def is_retest(round_name: str) -> bool:
    """Say whether a round is one in which people read their own articles again (`retest`, `retest 2`)."""
    return round_name.casefold().startswith(RETEST)


def how_many(sample: float | None, of: int) -> int:
    """Return how many of `of` articles a sample holds: below 1 it is a share, from 1 on a number; None is all.

    Raises:
        InputError: it is not above 0.
    """
    if sample is None:
        return of
    if sample <= 0:
        raise InputError("A sample must be a share between 0 and 1 or a number of articles, not {sample}.", sample=sample)
    return min(of, max(1, round(sample * of)) if sample < 1 else round(sample))


def sampled(clusters: Sequence[Sequence[str]], sample: float | None, seed: int) -> list[str]:
    """Return the articles of clusters drawn by `seed` until there are as many as `sample` asks for; a cluster is not torn apart.

    The last cluster may make it a little more or, where it would not fit, be passed over for a smaller one.
    """
    room = how_many(sample, sum(map(len, clusters)))
    found: list[str] = []
    for cluster in sorted(clusters, key=lambda cluster: drawn(seed, "sample", min(cluster))):
        if not found or len(found) + len(cluster) <= room:
            found += cluster
    return found


def retest(
    finished: Mapping[str, Iterable[str]], *, sample: float | None, blind: float, seed: int, begun: Iterable[Given] = ()
) -> list[Given]:
    """Return, for each person, a sample of the articles that they have `finished`, to be read once more; a tenth unless said.

    `blind` is the share of each person's that is read without candidates. What they have begun in this round stays and counts.
    """
    kept: dict[str, list[Given]] = {}
    for given in begun:
        kept.setdefault(given.person, []).append(given)
    found = [given for of_person in kept.values() for given in of_person]
    for person, articles in finished.items():
        mine = kept.get(person, [])
        pool = set(articles)
        room = how_many(_A_TENTH if sample is None else sample, len(pool)) if pool else 0
        free = sorted(pool - {given.article for given in mine}, key=lambda article: drawn(seed, person, article))
        chosen = free[: max(room - len(mine), 0)]
        without = max(round(blind * room) - sum(given.condition is Condition.BLIND for given in mine), 0)
        found += [Given(article, person, Condition.BLIND if i < without else Condition.SHOWN) for i, article in enumerate(chosen)]
    return found


def finished_by(project: Project, people: Iterable[str], *, but: str) -> dict[str, list[str]]:
    """Return the articles that each of `people` (ids) has finished in any round `but` this one."""
    query = "SELECT DISTINCT article FROM assignment WHERE annotator = ? AND round <> ? AND finished IS NOT NULL ORDER BY article"
    return {person: [row[0] for row in project.connection.execute(query, (person, but))] for person in people}


def read_elsewhere(project: Project, round_name: str) -> set[str]:
    """Return the articles that were given out in another round, other than a retest: who has read them is no fresh reader."""
    rows = project.connection.execute("SELECT DISTINCT article, round FROM task WHERE round <> ?", (round_name,))
    return {article for article, of_round in rows if not is_retest(of_round)}
