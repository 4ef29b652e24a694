"""Spans: labelled ranges of an article's text."""

from dataclasses import dataclass, replace

from annotator.core.errors import SpanError


@dataclass(frozen=True, slots=True)
class Span:
    """A labelled half-open range `[start, end)` of code points of an article's text."""

    start: int
    end: int
    label: str

    def overlaps(self, other: "Span") -> bool:
        """Say whether the two ranges share a character."""
        return self.start < other.end and other.start < self.end


def checked(span: Span, *, text_length: int) -> Span:
    """Return `span` if it is a non-empty range of a text of `text_length` code points.

    Raises:
        SpanError: it is empty, reversed or outside.
    """
    if not 0 <= span.start < span.end <= text_length:
        raise SpanError(
            "A span must lie inside its article: {start}–{end} of {length}.",
            start=span.start,
            end=span.end,
            length=text_length,
        )
    return span


def move_start(span: Span, to: int, *, text_length: int) -> Span:
    """Return `span` starting at `to` (code points).

    Raises:
        SpanError: nothing would be left of it, or `to` lies before the text.
    """
    return span if to == span.start else checked(replace(span, start=to), text_length=text_length)


def move_end(span: Span, to: int, *, text_length: int) -> Span:
    """Return `span` ending at `to` (code points, exclusive).

    Raises:
        SpanError: nothing would be left of it, or `to` lies beyond the text.
    """
    return span if to == span.end else checked(replace(span, end=to), text_length=text_length)
