"""Edges that move by words and characters, over healed breaks."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.session.edges import Edge, Unit, moved
from annotator.session.words import Words

TEXT = "发展产业扶\n\n贫增收"
BREAKS = [(5, 7)]


@pytest.fixture
def words() -> Words:
    def cut(text: str, breaks: Sequence[tuple[int, int]]) -> Sequence[int]:
        return [0, 2, 8, 10] if text == TEXT else [0, len(text)]

    knows = Words(cut)
    knows.open(TEXT, BREAKS)
    return knows


def test_an_end_moves_by_a_word_across_a_break(words: Words) -> None:
    assert moved(2, Edge.END, Unit.WORD, 1, words=words, breaks=BREAKS) == 8


def test_an_end_moves_over_a_break_with_one_character(words: Words) -> None:
    assert moved(5, Edge.END, Unit.CHARACTER, 1, words=words, breaks=BREAKS) == 8
    assert moved(8, Edge.END, Unit.CHARACTER, -1, words=words, breaks=BREAKS) == 5


def test_a_start_moves_over_a_break_with_one_character(words: Words) -> None:
    assert moved(7, Edge.START, Unit.CHARACTER, -1, words=words, breaks=BREAKS) == 4
    assert moved(4, Edge.START, Unit.CHARACTER, 1, words=words, breaks=BREAKS) == 7


@given(st.integers(1, 9), st.sampled_from([-1, 1]), st.sampled_from(list(Unit)))
def test_no_edge_lets_a_break_hang_on_a_span(at: int, step: int, unit: Unit) -> None:
    knows = Words(lambda _text, _breaks: [0, 2, 5, 8, 10])
    knows.open(TEXT, BREAKS)
    start = moved(at, Edge.START, unit, step, words=knows, breaks=BREAKS)
    end = moved(at, Edge.END, unit, step, words=knows, breaks=BREAKS)
    assert start not in {5, 6}
    assert end not in {6, 7}


def test_words_of_a_paragraph_are_found_without_cutting_the_others() -> None:
    asked: list[str] = []

    def cut(text: str, breaks: Sequence[tuple[int, int]]) -> Sequence[int]:
        asked.append(text)
        return [0, *(i + 1 for i, char in enumerate(text) if char in "，。"), *([] if text.endswith("。") else [len(text)])]

    knows = Words(cut)
    knows.open("甲，乙。\n\n丙，丁。\n\n戊。", [])
    assert (knows.after(6), knows.before(10), knows.around(8)) == (8, 8, (8, 10))
    assert set(asked) == {"丙，丁。"}


def test_words_say_where_the_next_word_is_and_which_word_a_character_is_in(words: Words) -> None:
    assert (words.after(0), words.after(2), words.after(10)) == (2, 8, 10)
    assert (words.before(10), words.before(1), words.before(0)) == (8, 0, 0)
    assert words.around(3) == (2, 8)
