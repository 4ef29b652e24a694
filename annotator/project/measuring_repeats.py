"""What is printed again is counted once: an article's readings without it, and without its text."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from annotator.agreement.units import Unit, in_order
from annotator.core.span import Span

Range = tuple[int, int]


def joined(ranges: Sequence[Range]) -> tuple[Range, ...]:
    """Return the same characters as ranges that are in order and apart."""
    kept: list[Range] = []
    for start, end in sorted(ranges):
        if kept and start <= kept[-1][1]:
            kept[-1] = (kept[-1][0], max(kept[-1][1], end))
        else:
            kept.append((start, end))
    return tuple(kept)


def once(unit: Unit, repeats: Sequence[Range]) -> Unit:
    """Return the unit without marks and candidates that lie in a repeat."""
    if not repeats:
        return unit
    starts = [start for start, _ in repeats]

    def is_counted(span: Span) -> bool:
        at = bisect_right(starts, span.start) - 1
        return at < 0 or span.end > repeats[at][1]

    kept = tuple(
        replace(r, spans=tuple(filter(is_counted, r.spans)), added=tuple(filter(is_counted, r.added)), seconds=r.seconds)
        for r in unit.readings
    )
    return Unit(unit.article, unit.length, kept, tuple(ballot for ballot in unit.ballots if is_counted(ballot.span)))


def without_text(unit: Unit, repeats: Sequence[Range]) -> Unit:
    """Return the unit with the text of `repeats` cut out, except for the characters of what is marked or proposed across an edge."""
    if not repeats:
        return unit
    spans = in_order([s for r in unit.readings for s in r.spans] + [b.span for b in unit.ballots])
    cuts = _cuts(repeats, spans)
    ends, gone = [end for _, end in cuts], [0]
    for start, end in cuts:
        gone.append(gone[-1] + end - start)

    def moved(span: Span) -> Span:
        by = gone[bisect_right(ends, span.start)]
        return Span(span.start - by, span.end - by, span.label)

    kept = tuple(replace(r, spans=tuple(map(moved, r.spans)), added=tuple(map(moved, r.added))) for r in unit.readings)
    return Unit(unit.article, unit.length - gone[-1], kept, tuple(replace(b, span=moved(b.span)) for b in unit.ballots))


def _cuts(repeats: Sequence[Range], spans: Sequence[Span]) -> list[Range]:
    """Return `repeats` without the characters of `spans`, which are ordered by start."""
    cuts: list[Range] = []
    for first, last in repeats:
        start = first
        for span in spans:
            if span.end > start and span.start < last:
                cuts += [(start, span.start)] if span.start > start else []
                start = max(start, span.end)
        cuts += [(start, last)] if start < last else []
    return cuts
