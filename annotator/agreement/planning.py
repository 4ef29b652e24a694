"""What a plan will give: how many mentions of each label a part of it will hold, and how wide intervals will be.

Articles are what varies, so an interval narrows with the root of their number: width(n) = width(pilot) · √(articles of the pilot / n).
Mentions grow with the number of articles. Both assume that the articles to come resemble those of the pilot.
"""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from annotator.agreement.figure import Figure
from annotator.agreement.units import Unit


@dataclass(frozen=True, slots=True)
class Pilot:
    """What a pilot found: its number of articles, mentions per article of each label (mean over readings), and figures by label."""

    articles: int
    mentions: Mapping[str, float]
    figures: Mapping[str, Figure]


@dataclass(frozen=True, slots=True)
class Expected:
    """What a cell of a plan will hold of one label: mentions, and the width of the interval (None if the pilot cannot say)."""

    mentions: float
    width: float | None


def pilot_of(units: Sequence[Unit], figures: Mapping[str, Figure]) -> Pilot:
    """Return what a plan needs to know of a pilot; `figures` are those whose intervals are planned, by label."""
    return Pilot(len(units), mentions_per_article(units), figures)


def mentions_per_article(units: Iterable[Unit]) -> dict[str, float]:
    """Return the mean number of marks of each label that a reading of an article holds; each article weighs the same."""
    read = [unit for unit in units if unit.readings]

    shares: dict[str, float] = {}
    for unit in read:
        counts = Counter(span.label for reading in unit.readings for span in reading.spans)
        for label, count in counts.items():
            shares[label] = shares.get(label, 0) + count / len(unit.readings) / len(read)
    return dict(sorted(shares.items()))


def expected_width(pilot: Figure, articles: int) -> float | None:
    """Return how wide the interval of a figure will be over so many articles, None if the pilot's has none.

    It is at most 2, the whole range of an α.
    """
    if pilot.width is None or articles < 1:
        return None
    return min(2.0, pilot.width * math.sqrt(pilot.n / articles))


def articles_needed(pilot: Figure, width: float) -> int | None:
    """Return how many articles it takes for an interval of `width`, None if the pilot's figure has none.

    Raises:
        ValueError: `width` is not positive.
    """
    if width <= 0:
        raise ValueError("an interval has a positive width")
    return None if pilot.width is None else max(2, math.ceil(pilot.n * (pilot.width / width) ** 2 - 1e-9))


def expect(pilot: Pilot, cells: Mapping[str, int]) -> dict[str, dict[str, Expected]]:
    """Return, for each cell of a plan (given with its number of articles), what it will hold of each label."""
    return {
        cell: {
            label: Expected(mean * articles, expected_width(pilot.figures[label], articles) if label in pilot.figures else None)
            for label, mean in pilot.mentions.items()
        }
        for cell, articles in cells.items()
    }
