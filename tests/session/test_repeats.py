"""Spans are carried from a paragraph to its repeats."""

from hypothesis import given
from hypothesis import strategies as st

from annotator.core.article import Repeat
from annotator.session.repeats import counterparts, foldable, is_inside

PARAGRAPH = "全县推进产业扶贫,落实低保。"
TEXT = f"标题\n\n{PARAGRAPH}\n\n别的话。\n\n{PARAGRAPH}\n\n全县推进 产业扶贫,落实低保。"
FIRST = TEXT.index(PARAGRAPH)
SECOND = TEXT.index(PARAGRAPH, FIRST + 1)
THIRD = TEXT.index("全县推进 ")
REPEATS = [Repeat(SECOND, SECOND + len(PARAGRAPH), FIRST), Repeat(THIRD, len(TEXT), FIRST)]


def test_a_span_of_the_original_stands_in_every_repeat_even_with_other_spacing() -> None:
    start = FIRST + PARAGRAPH.index("产业扶贫")
    places = [place for (place,) in counterparts([(start, start + 4)], TEXT, TEXT, REPEATS)]
    assert [TEXT[a:b] for a, b in places] == ["产业扶贫", "产业扶贫"]
    assert places[0][0] > SECOND
    assert places[1][0] > THIRD


def test_words_that_differ_are_not_carried() -> None:
    start = FIRST + PARAGRAPH.index("推进产业")
    assert [TEXT[a:b] for ((a, b),) in counterparts([(start, start + 4)], TEXT, TEXT, REPEATS)] == ["推进产业"]


def test_a_span_outside_the_original_has_no_counterpart() -> None:
    assert counterparts([(0, 2)], TEXT, TEXT, REPEATS) == []
    other = TEXT.index("别的话")
    assert counterparts([(other, other + 3)], TEXT, TEXT, REPEATS) == []


def test_whole_paragraphs_fold_and_tails_do_not() -> None:
    tail = Repeat(SECOND + 2, SECOND + len(PARAGRAPH), FIRST + 2)
    assert foldable(TEXT, [*REPEATS, tail], {}) == [(r.start, r.end) for r in REPEATS]


def test_what_is_only_nearly_the_same_is_not_folded() -> None:
    other = PARAGRAPH.replace("低保", "五保")
    assert foldable(PARAGRAPH, [Repeat(0, len(PARAGRAPH), 0, "x")], {"x": PARAGRAPH}) == [(0, len(PARAGRAPH))]
    assert foldable(PARAGRAPH, [Repeat(0, len(PARAGRAPH), 0, "x")], {"x": other}) == []


def test_two_spans_are_carried_together_or_not_at_all() -> None:
    at = FIRST + PARAGRAPH.index("推进产业")
    pairs = counterparts([(at, at + 2), (at, at + 4)], TEXT, TEXT, REPEATS)
    assert [[TEXT[a:b] for a, b in pair] for pair in pairs] == [["推进", "推进产业"]]


@given(st.integers(0, len(TEXT) - 1), st.integers(1, 8))
def test_what_is_carried_says_the_same_and_lies_in_a_repeat(start: int, length: int) -> None:
    end = min(start + length, len(TEXT))
    for ((a, b),) in counterparts([(start, end)], TEXT, TEXT, REPEATS):
        assert TEXT[a:b] == TEXT[start:end]
        assert is_inside(a, b, [(r.start, r.end) for r in REPEATS])
