"""Ids: content names that agree on every machine, and decision ids that only grow."""

import uuid

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.article import Segment
from annotator.core.ids import (
    annotator_id,
    article_id,
    assignment_id,
    candidate_id,
    content_id,
    following_uuid7,
    is_uuid7,
    normalised_name,
    sha256_of,
)

MS = st.integers(0, (1 << 42) - 1)
ENTROPY = st.integers(0, (1 << 80) - 1)


def test_content_ids_are_what_they_were_when_the_first_projects_were_made() -> None:
    page = sha256_of("雨露计划\n")
    assert page == "5a8c4d50b808e8c8ad08174ebed5d48e5c6953d8b682f5adb85b7b53622456a0"
    assert article_id(page, [Segment(0, 2, 4500), Segment(4500, 9000, 12)]) == "fb24160f6e0940988a3cd38e"
    assert candidate_id("a3f1", 0, 4, "EDUCATION") == "c507ee805134f6d299762332"
    assert annotator_id("Alice") == "a90c87f6dede666391975e0b"
    assert assignment_id("a3f1", "b2", "main", "shown") == "894d2f54d9e36cb0067022e8"
    assert content_id("presentation", "a3f1", "c1", "c2") == "0f333974d7c23b30037107bd"


def test_an_article_is_named_by_the_ranges_of_its_page_in_their_order() -> None:
    page = sha256_of("x")
    there = article_id(page, [Segment(0, 5, 3), Segment(3, 1, 2)])
    assert there == article_id(page, [Segment(0, 5, 3), Segment(7, 1, 2)])
    assert there != article_id(page, [Segment(0, 1, 2), Segment(2, 5, 3)])
    assert there != article_id(sha256_of("y"), [Segment(0, 5, 3), Segment(3, 1, 2)])


@pytest.mark.parametrize("spelling", ["王 芳", " 王　芳 ", "王\t芳", "王  芳"])
def test_width_and_spacing_do_not_make_another_person(spelling: str) -> None:
    assert annotator_id(spelling) == annotator_id("王 芳")


def test_case_and_width_of_letters_do_not_make_another_person() -> None:
    assert annotator_id("Ａlice") == annotator_id("aLICE")
    assert annotator_id("Alice") != annotator_id("Alina")


@given(st.text(max_size=12))
def test_a_stored_name_names_the_same_person_as_what_was_typed(name: str) -> None:
    stored = normalised_name(name)
    assert normalised_name(stored) == stored
    assert annotator_id(stored) == annotator_id(name)


@given(st.lists(st.tuples(MS, ENTROPY), min_size=1, max_size=60))
def test_decision_ids_grow_strictly_whatever_the_clock_does(ticks: list[tuple[int, int]]) -> None:
    last: str | None = None
    for now, entropy in ticks:
        following = following_uuid7(last, now, entropy)
        assert last is None or following > last
        assert is_uuid7(following)
        last = following


@given(MS, ENTROPY)
def test_a_decision_id_is_an_rfc_9562_version_7_uuid_that_tells_its_time(now: int, entropy: int) -> None:
    text = following_uuid7(None, now, entropy)
    parsed = uuid.UUID(text)
    assert str(parsed) == text
    assert parsed.version == 7
    assert parsed.variant == uuid.RFC_4122
    assert parsed.int >> 80 == now
    random = ((parsed.int >> 64) & 0xFFF) << 62 | parsed.int & ((1 << 62) - 1)
    assert random == entropy & ((1 << 74) - 1)


def test_time_is_told_again_once_the_clock_has_caught_up() -> None:
    ahead = following_uuid7(None, 2_000_000, 1)
    back = following_uuid7(ahead, 1_000_000, 1)
    assert uuid.UUID(back).int >> 80 == 2_000_000
    assert uuid.UUID(following_uuid7(back, 2_000_001, 0)).int >> 80 == 2_000_001


def test_a_standing_clock_runs_over_into_the_next_millisecond() -> None:
    last = following_uuid7(None, 7, (1 << 74) - 1)
    following = following_uuid7(last, 7, 0)
    assert following > last
    assert uuid.UUID(following).int >> 80 == 8


@pytest.mark.parametrize(
    "text",
    [
        "0190163d-8694-739b-aea5-966c26f8ad9",
        "0190163D-8694-739B-AEA5-966C26F8AD91",
        "0190163d-8694-439b-aea5-966c26f8ad91",
        "0190163d-8694-739b-cea5-966c26f8ad91",
        "f190163d-8694-739b-aea5-966c26f8ad91",
        "0190163d8694739baea5966c26f8ad91",
        "a3f1",
    ],
)
def test_what_is_no_decision_id_is_told_apart(text: str) -> None:
    assert not is_uuid7(text)
