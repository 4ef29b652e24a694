"""Error rates without gold: what was put in comes out, whoever is called what."""

import random

import pytest

from annotator.agreement.dawid_skene import Estimate, estimate

RIGHT = {"ann": 0.95, "bob": 0.8, "cai": 0.6}


def invented(things: int, right: dict[str, float] = RIGHT) -> tuple[list[str], list[dict[str, list[str]]]]:
    """Return true categories, and what people of known reliability said."""
    chance = random.Random(3)
    truth = [chance.choice("XXY") for _ in range(things)]
    flipped = {"X": "Y", "Y": "X"}
    return truth, [{p: [t if chance.random() < share else flipped[t]] for p, share in right.items()} for t in truth]


@pytest.fixture(scope="module")
def found() -> Estimate:
    return estimate(invented(3000)[1])


def test_reliability_is_recovered(found: Estimate) -> None:
    for person, share in RIGHT.items():
        assert found.errors[person][0, 0] == pytest.approx(share, abs=0.05)
        assert found.errors[person][1, 1] == pytest.approx(share, abs=0.08)
    assert found.shares == pytest.approx([2 / 3, 1 / 3], abs=0.05)


def test_things_get_their_category_more_often_than_from_the_worst_person(found: Estimate) -> None:
    truth, _ratings = invented(3000)
    right = sum(found.categories[int(row.argmax())] == t for row, t in zip(found.things, truth, strict=True))
    assert right / len(truth) > 0.93


def test_probabilities_sum_to_one(found: Estimate) -> None:
    assert found.things.sum(1) == pytest.approx(1)
    assert all(rows.sum(1) == pytest.approx(1) for rows in found.errors.values())


def test_the_likelihood_only_climbs() -> None:
    ratings = invented(60)[1]
    climbed = [estimate(ratings, iterations=n).log_likelihood for n in (1, 2, 5, 20)]
    assert climbed == sorted(climbed)


def test_a_thing_without_a_rating_is_refused() -> None:
    with pytest.raises(ValueError, match="needs a rating"):
        estimate([])
    with pytest.raises(ValueError, match="needs a rating"):
        estimate([{"ann": ["X"]}, {"ann": []}])
