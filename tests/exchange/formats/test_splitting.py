"""Splits: nothing that belongs together is divided, labels are shared as asked, and the same seed says the same."""

import math
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.errors import ExportError
from annotator.exchange.formats.splitting import By, Item, Split, split

RATIOS = {"train": 8.0, "validation": 1.0, "test": 1.0}

_names = st.sampled_from(["", "a", "b", "c"])
_labels = st.dictionaries(st.sampled_from(["INDUSTRY", "CADRE", "HEALTH"]), st.integers(0, 5))
_items = st.lists(
    st.builds(Item, st.uuids().map(str), _labels, cluster=_names, newspaper=_names, year=_names, is_blind=st.booleans()),
    max_size=25,
    unique_by=lambda item: item.article,
)
_ratios = st.dictionaries(st.sampled_from(["train", "validation", "test"]), st.floats(0.1, 10), min_size=1)


def _count(result: Split) -> Counter[str]:
    return Counter(result.parts.values())


@given(_items, _ratios, st.integers(), st.sampled_from(By))
def test_every_article_is_in_one_part_and_nothing_that_belongs_together_is_divided(
    items: list[Item], ratios: Mapping[str, float], seed: int, by: By
) -> None:
    parts = split(items, ratios, seed=seed, by=by).parts
    assert set(parts) == {item.article for item in items}
    assert set(parts.values()) <= set(ratios)
    for bond in ("cluster", by.value):
        for name in {getattr(item, bond) for item in items} - {""}:
            assert len({parts[item.article] for item in items if getattr(item, bond) == name}) == 1


@given(_items, _ratios, st.integers(), st.randoms())
def test_neither_order_nor_repetition_of_the_articles_matters(
    items: list[Item], ratios: Mapping[str, float], seed: int, random: Random
) -> None:
    shuffled = [*items, *items[:3]]
    random.shuffle(shuffled)
    assert split(shuffled, ratios, seed=seed) == split(items, ratios, seed=seed)


@given(_items, st.integers())
def test_a_part_for_blind_articles_holds_no_other(items: list[Item], seed: int) -> None:
    parts = split(items, RATIOS, seed=seed, blind="test").parts
    assert all(item.is_blind for item in items if parts[item.article] == "test")


@given(st.integers(1, 60), _ratios, st.integers())
def test_alike_articles_are_shared_to_within_one(count: int, ratios: Mapping[str, float], seed: int) -> None:
    items = [Item(f"{number}", {"CADRE": 1}) for number in range(count)]
    got = _count(split(items, ratios, seed=seed))
    whole = math.fsum(ratios.values())
    for name, ratio in ratios.items():
        # Each goes where most is wanted, so no part is given one more than it wants.
        assert got[name] < count * ratio / whole + 1


@given(_items, _ratios, st.integers())
def test_shares_add_up_and_say_what_is_in_the_parts(items: list[Item], ratios: Mapping[str, float], seed: int) -> None:
    result = split(items, ratios, seed=seed)
    for label in {share.label for share in result.shares}:
        shares = [share for share in result.shares if share.label == label]
        assert math.isclose(sum(share.asked for share in shares), 1)
        assert math.isclose(sum(share.got for share in shares), 1)
        for share in shares:
            inside = [item for item in items if result.parts[item.article] == share.part]
            assert share.count == (sum(item.labels.get(label, 0) for item in inside) if label else len(inside))


def test_a_rare_label_is_in_every_part_as_far_as_it_goes() -> None:
    common = [Item(f"c{number}", {"INDUSTRY": 3}) for number in range(90)]
    rare = [Item(f"r{number}", {"INDUSTRY": 2, "ECOLOGY": 1}) for number in range(10)]
    result = split([*common, *rare], RATIOS, seed=7)
    shares = {(share.part, share.label): share.count for share in result.shares}
    assert [shares[part, "ECOLOGY"] for part in RATIOS] == [8, 1, 1]
    assert [shares[part, ""] for part in RATIOS] == pytest.approx([80, 10, 10], abs=1)
    worst = result.worst
    assert worst is not None
    assert abs(worst.off) < 0.01


def test_large_groups_are_dealt_out_before_small_ones_mend_the_rest() -> None:
    large = [Item(f"l{number}", {"CADRE": 1}, cluster=f"g{number // 20}") for number in range(40)]
    small = [Item(f"s{number}", {"CADRE": 1}) for number in range(40)]
    result = split([*large, *small], {"train": 1, "test": 1}, seed=3)
    assert _count(result) == {"train": 40, "test": 40}


def test_articles_rich_in_mentions_are_shared_like_the_others() -> None:
    # Each article has one of five sets of labels, with one to three mentions of each.
    items = [
        Item(f"{number}", {f"L{label}": 1 + number * label % 3 for label in range(16) if (number * 7 + label * 3) % 5 == 0})
        for number in range(1000)
    ]
    worst = split(items, RATIOS, seed=1).worst
    assert worst is not None
    assert abs(worst.off) < 0.03


def test_another_seed_is_another_split() -> None:
    items = [Item(f"{number}", {"CADRE": 1}) for number in range(40)]
    assert len({tuple(sorted(split(items, RATIOS, seed=seed).parts.items())) for seed in range(5)}) == 5


def test_newspapers_bind_through_near_duplicates() -> None:
    # Two papers printed the same story: by newspaper, all their articles are one group.
    items = [
        Item("1", {}, "x", "甲报"),
        Item("2", {}, "x", "乙报"),
        Item("3", {}, "", "甲报"),
        Item("4", {}, "", "乙报"),
        Item("5", {}, "", "丙报"),
    ]
    parts = split(items, {"train": 1, "test": 1}, seed=0, by=By.NEWSPAPER).parts
    assert len({parts[name] for name in "1234"}) == 1
    assert parts["5"] != parts["1"]


def test_without_articles_there_is_nothing_to_say() -> None:
    result = split([], RATIOS, seed=1)
    assert (result.parts, result.shares, result.worst) == ({}, (), None)


@pytest.mark.parametrize("ratios", [{}, {"train": 0.0}, {"train": 1.0, "test": -1.0}, {"train": math.nan}, {"train": math.inf}])
def test_ratios_that_say_nothing_are_refused(ratios: Mapping[str, float]) -> None:
    with pytest.raises(ExportError, match="8:1:1"):
        split([Item("1", {})], ratios, seed=1)


def test_a_blind_part_that_there_is_not_or_that_is_alone_is_refused() -> None:
    item = Item("1", {"CADRE": 1})
    with pytest.raises(ExportError, match="no part “dev”"):
        split([item], RATIOS, seed=1, blind="dev")
    with pytest.raises(ExportError, match="only part"):
        split([item], {"test": 1}, seed=1, blind="test")
    assert split([replace(item, is_blind=True)], {"test": 1}, seed=1, blind="test").parts == {"1": "test"}
