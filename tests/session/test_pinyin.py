"""Pinyin initials."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.session.pinyin import initials


@pytest.mark.parametrize(
    ("words", "letters"),
    [
        ("产业扶贫", "cyfp"),
        ("雨露计划", "yljh"),
        ("易地扶贫搬迁", "ydfpbq"),
        ("第一书记", "dysj"),
        ("长期帮扶", "cqbf"),
        ("岷县漳河", "mxzh"),
        ("一二三四五六七八九十", "yesswlqbjs"),
    ],
)
def test_every_chinese_character_becomes_the_first_letter_of_its_reading(words: str, letters: str) -> None:
    assert initials(words) == letters


def test_what_is_not_chinese_stays_in_lower_case() -> None:
    assert initials("A0123 “雨露”2020") == "a0123 “yl”2020"


def test_a_character_outside_gb_2312_stays_what_it_is() -> None:
    assert initials("𠮷镕村") == "𠮷镕c"


@given(st.text())
def test_offsets_stay_what_they_are(text: str) -> None:
    assert len(initials(text)) == len(text)
