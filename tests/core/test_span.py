"""Spans are non-empty ranges inside their article, and edits keep them so."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.errors import SpanError
from annotator.core.span import Span, checked, move_end, move_start

offsets = st.integers(-3, 12)


@given(offsets, offsets, st.integers(0, 9))
def test_a_span_is_accepted_exactly_when_it_holds_a_character_of_the_text(start: int, end: int, length: int) -> None:
    span = Span(start, end, "INDUSTRY")
    holds_one = start < end and all(0 <= i < length for i in range(start, end))
    if holds_one:
        assert checked(span, text_length=length) is span
    else:
        with pytest.raises(SpanError, match=f"{start}–{end} of {length}"):
            checked(span, text_length=length)


@given(st.integers(0, 8), st.integers(1, 9), st.integers(0, 8), st.integers(1, 9))
def test_two_spans_overlap_exactly_when_they_share_a_character(start: int, length: int, other_start: int, other_length: int) -> None:
    one, other = Span(start, start + length, "A"), Span(other_start, other_start + other_length, "B")
    shared = set(range(one.start, one.end)) & set(range(other.start, other.end))
    assert one.overlaps(other) is bool(shared)
    assert other.overlaps(one) is bool(shared)


@given(offsets)
def test_moving_an_edge_changes_that_edge_alone_or_refuses(to: int) -> None:
    span = Span(3, 6, "INDUSTRY")
    if 0 <= to < span.end:
        assert move_start(span, to, text_length=9) == Span(to, 6, "INDUSTRY")
    else:
        with pytest.raises(SpanError):
            move_start(span, to, text_length=9)
    if span.start < to <= 9:
        assert move_end(span, to, text_length=9) == Span(3, to, "INDUSTRY")
    else:
        with pytest.raises(SpanError):
            move_end(span, to, text_length=9)


def test_moving_an_edge_to_where_it_is_returns_the_same_span() -> None:
    span = Span(3, 6, "INDUSTRY")
    assert move_start(span, 3, text_length=9) is span
    assert move_end(span, 6, text_length=9) is span
