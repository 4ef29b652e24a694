"""Finding words in an article."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.session.finding import Searchable, beginning_at, normalised


def found(text: str, query: str, breaks: tuple[tuple[int, int], ...] = ()) -> list[str]:
    return [text[start:end] for start, end in Searchable.of(text, breaks).find(query)]


def test_words_are_found_through_a_healed_break_and_not_through_the_end_of_a_paragraph() -> None:
    text = "发展产业扶\n\n贫,又说产业扶\n贫。"
    assert found(text, "产业扶贫", ((5, 7),)) == ["产业扶\n\n贫"]


def test_widths_case_and_quotation_marks_do_not_matter() -> None:
    assert found("“雨露”计划和雨露计划", "雨露计划") == ["雨露”计划", "雨露计划"]
    assert found("ＧＤＰ与gdp", "Gdp") == ["ＧＤＰ", "gdp"]
    assert found("雨露计划", "“雨露”计划") == ["雨露计划"]


def test_nothing_is_found_for_nothing() -> None:
    assert found("“雨露”计划", "") == found("“雨露”计划", "“”") == found("雨露", "\n") == []


@pytest.mark.parametrize(
    ("text", "again"),
    [
        ("“雨露”计划", ["“雨露”计划"]),
        ("“雨露计划”", ["雨露计划"]),
        ("“好雨露”计划", []),
        ("雨露计划，雨露\n计划", ["雨露计划", "雨露\n计划"]),
    ],
)
def test_a_mention_stands_again_with_its_whole_quotation(text: str, again: list[str]) -> None:
    breaks = [(i, i + 1) for i, char in enumerate(text) if char == "\n"]
    assert [text[start:end] for start, end in Searchable.of(text, breaks).same("雨露计划")] == again


def test_the_same_mention_differs_in_breaks_marks_and_widths_only() -> None:
    assert normalised("“雨\n露”计划") == normalised("雨露计划")
    assert normalised("３１５工程") == normalised("315工程")
    assert normalised("雨露工程") != normalised("雨露计划")


def test_searching_begins_where_the_reader_is_and_goes_round() -> None:
    places = [(2, 4), (7, 9)]
    assert [beginning_at(places, at) for at in (0, 2, 3, 7, 8)] == [0, 0, 1, 1, 0]


@given(st.text("扶贫“”\n"), st.text("扶贫“", min_size=1, max_size=3))
def test_what_is_found_says_what_was_asked(text: str, query: str) -> None:
    breaks = [(i, i + 1) for i, char in enumerate(text) if char == "\n"]
    for start, end in Searchable.of(text, breaks).find(query):
        assert normalised(text[start:end]) == normalised(query)
        assert 0 <= start < end <= len(text)
