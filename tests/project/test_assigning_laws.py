"""The plan of who reads what: laws that hold for any articles, clusters, people and seed."""

from collections import Counter, defaultdict
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from annotator.core.decision import Condition
from annotator.project.planning import Given, Options, plan

Study = tuple[dict[str, int], list[list[str]], list[str]]


@st.composite
def studies(draw: st.DrawFn) -> Study:
    """Draw articles with sizes, clusters of them, and people."""
    sizes = {f"{i:03}": draw(st.integers(1, 50)) for i in range(draw(st.integers(1, 30)))}
    clusters: dict[int, list[str]] = defaultdict(list)
    for article in sizes:
        clusters[draw(st.integers(0, 40))].append(article)
    people = [f"person {i}" for i in range(draw(st.integers(1, 6)))]
    return sizes, list(clusters.values()), people


@st.composite
def options(draw: st.DrawFn, people: int) -> Options:
    """Draw how work is shared among so many."""
    share = st.sampled_from([0.0, 0.1, 0.2, 0.5, 1.0])
    return Options(draw(st.integers(1, people)), draw(share), draw(share), draw(st.integers(0, 99)))


def coders(wanted: list[Given]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for one in wanted:
        found[one.article].append(one.person)
    return found


def work(wanted: list[Given], sizes: dict[str, int], people: list[str]) -> dict[str, int]:
    return {person: sum(sizes[one.article] for one in wanted if one.person == person) for person in people}


@given(study=studies(), data=st.data())
def test_every_article_has_its_readers_and_nobody_is_twice_on_one(study: Study, data: st.DataObject) -> None:
    sizes, clusters, people = study
    wanted = data.draw(options(len(people)))
    found = coders(plan(sizes, clusters, people, wanted))
    assert found.keys() == sizes.keys()
    assert all(len(set(readers)) == len(readers) for readers in found.values())
    assert {len(readers) for readers in found.values()} <= {1, wanted.per_article}
    several = sum(len(readers) > 1 for readers in found.values())
    if wanted.per_article > 1:
        target = round(wanted.overlap * len(sizes))
        assert target - max(map(len, clusters)) < several <= target or several == target


@given(study=studies(), data=st.data())
def test_shares_differ_by_one_cluster_at_most(study: Study, data: st.DataObject) -> None:
    sizes, clusters, people = study
    loads = work(plan(sizes, clusters, people, data.draw(options(len(people)))), sizes, people)
    assert max(loads.values()) - min(loads.values()) <= max(sum(sizes[article] for article in cluster) for cluster in clusters)


@given(study=studies(), data=st.data())
def test_a_cluster_goes_to_the_same_people_each_in_one_condition(study: Study, data: st.DataObject) -> None:
    sizes, clusters, people = study
    wanted = plan(sizes, clusters, people, data.draw(options(len(people))))
    by_article = {article: {(one.person, one.condition) for one in wanted if one.article == article} for article in sizes}
    for cluster in clusters:
        assert len({frozenset(by_article[article]) for article in cluster}) == 1


@given(study=studies(), data=st.data())
def test_the_same_seed_gives_the_same_plan_whatever_order_things_are_named_in(study: Study, data: st.DataObject) -> None:
    sizes, clusters, people = study
    wanted = data.draw(options(len(people)))
    stirred = dict(data.draw(st.permutations(list(sizes.items()))))
    again = plan(stirred, data.draw(st.permutations(clusters)), data.draw(st.permutations(people)), wanted)
    assert set(again) == set(plan(sizes, clusters, people, wanted))


@given(count=st.integers(3, 60), people=st.integers(2, 6), blind=st.sampled_from([0.01, 0.1, 0.3, 0.5]), seed=st.integers(0, 99))
def test_articles_read_twice_cover_all_three_cells_in_balance(count: int, people: int, blind: float, seed: int) -> None:
    sizes = {f"{i:03}": 1 for i in range(count)}
    wanted = plan(sizes, [[article] for article in sizes], [str(i) for i in range(people)], Options(2, 1.0, blind, seed))
    cells = Counter(sum(one.condition is Condition.BLIND for one in wanted if one.article == article) for article in sizes)
    assert cells.keys() == {0, 1, 2}
    assert abs(cells[1] - cells[2]) <= 1
    assert cells[0] + 1 >= max(cells[1], cells[2])


@given(study=studies(), data=st.data())
def test_nobody_is_blind_where_nothing_is_to_be_and_all_are_where_all_is(study: Study, data: st.DataObject) -> None:
    sizes, clusters, people = study
    wanted = data.draw(options(len(people)))
    for share, condition in ((0.0, Condition.SHOWN), (1.0, Condition.BLIND)):
        found = plan(sizes, clusters, people, replace(wanted, blind=share))
        assert {one.condition for one in found} == {condition}


@given(study=studies(), data=st.data())
def test_what_was_begun_stays_with_who_has_begun_it_whoever_joins_or_leaves(study: Study, data: st.DataObject) -> None:
    sizes, clusters, people = study
    wanted = data.draw(options(len(people)))
    first = plan(sizes, clusters, people, wanted)
    begun = data.draw(st.lists(st.sampled_from(first), unique=True, max_size=8))
    now = [*people[data.draw(st.integers(0, 1)) :], "who joined"]
    wanted = replace(wanted, per_article=min(wanted.per_article, len(now)))
    second = plan(sizes, clusters, now, wanted, begun=begun, held=[one for one in first if one not in begun])
    assert set(begun) <= set(second)
    assert {one.person for one in second if one not in begun} <= set(now)
    found = coders(second)
    assert found.keys() == sizes.keys()
    for article, readers in found.items():
        assert len(set(readers)) == len(readers)
        assert len(readers) <= max(wanted.per_article, sum(one.article == article for one in begun))


@given(count=st.integers(10, 60), people=st.integers(1, 5), seed=st.integers(0, 99))
def test_who_joins_gets_a_share_and_nobody_else_gets_anything_new(count: int, people: int, seed: int) -> None:
    sizes = {f"{i:03}": 1 for i in range(count)}
    clusters = [[article] for article in sizes]
    before = [str(i) for i in range(people)]
    first = plan(sizes, clusters, before, Options(seed=seed))
    second = plan(sizes, clusters, [*before, "who joined"], Options(seed=seed), held=first)
    loads = work(second, sizes, [*before, "who joined"])
    assert max(loads.values()) - min(loads.values()) <= 1
    new = {one for one in second if one not in first}
    assert sum(one.person != "who joined" for one in new) <= people
