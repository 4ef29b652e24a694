"""Where an edge goes when it is moved: by words or characters, over healed breaks, which have no width on screen."""

from collections.abc import Sequence
from enum import StrEnum

from annotator.session.words import Words


class Edge(StrEnum):
    """Which end of a span."""

    START = "start"
    END = "end"


class Unit(StrEnum):
    """How far an edge moves."""

    WORD = "word"
    CHARACTER = "character"


def moved(at: int, edge: Edge, unit: Unit, step: int, *, words: Words, breaks: Sequence[tuple[int, int]]) -> int:
    """Return where the `edge` at `at` (code points) stands after a `step` of 1 (further in the text) or -1.

    A start never stands before or inside a break, an end never behind or inside one: the break would hang on the span.
    """
    here = _near_side(at, breaks)
    if unit is Unit.WORD:
        to = words.after(here) if step > 0 else words.before(here)
    else:
        to = _far_side(at, breaks) + 1 if step > 0 else here - 1
    return placed(to, edge, breaks)


def placed(to: int, edge: Edge, breaks: Sequence[tuple[int, int]]) -> int:
    """Return `to` on the side of a healed break on which an `edge` may stand."""
    return _far_side(to, breaks) if edge is Edge.START else _near_side(to, breaks)


def _near_side(at: int, breaks: Sequence[tuple[int, int]]) -> int:
    return next((start for start, end in breaks if start < at <= end), at)


def _far_side(at: int, breaks: Sequence[tuple[int, int]]) -> int:
    return next((end for start, end in breaks if start <= at < end), at)
