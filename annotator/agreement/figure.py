"""One number of a report: its value with an interval, or the reason why there is none."""

from dataclasses import dataclass
from enum import StrEnum


class Why(StrEnum):
    """Why a figure, or its interval, is undefined. The edge puts it in the reader's language; `SENTENCES` is the English."""

    NO_COMMON_ARTICLES = "no_common_articles"
    NOTHING_MARKED = "nothing_marked"
    NO_VARIATION = "no_variation"
    NEVER_BOTH_MARKED = "never_both_marked"
    NO_GAPS = "no_gaps"
    SPANS_OVERLAP = "spans_overlap"
    NO_CANDIDATES = "no_candidates"
    NOT_ASKED = "not_asked"
    ONE_CONDITION = "one_condition"
    NO_TIMES = "no_times"
    ALL_TAKEN_BLIND = "all_taken_blind"
    TOO_FEW_ARTICLES = "too_few_articles"
    OFTEN_UNDEFINED = "often_undefined"


SENTENCES = {
    Why.NO_COMMON_ARTICLES: "Undefined: no article was finished by two people.",
    Why.NOTHING_MARKED: "Undefined: nobody marked anything.",
    Why.NO_VARIATION: "Undefined: everything is in one category, so nothing could disagree by chance.",
    Why.NEVER_BOTH_MARKED: "Undefined: no two people marked the same stretch of text.",
    Why.NO_GAPS: "Undefined: everybody marked everything.",
    Why.SPANS_OVERLAP: "Undefined: marks of one person overlap; see the figures of each label, or γ.",
    Why.NO_CANDIDATES: "Undefined: no candidate was decided by two people.",
    Why.NOT_ASKED: "Not computed: it takes long and has to be asked for.",
    Why.ONE_CONDITION: "Undefined: no article was read both with and without candidates.",
    Why.NO_TIMES: "Undefined: no times were recorded.",
    Why.ALL_TAKEN_BLIND: "Undefined: those who saw no candidates marked all of them anyway.",
    Why.TOO_FEW_ARTICLES: "No interval: it takes at least two articles.",
    Why.OFTEN_UNDEFINED: "No interval: the figure is undefined in more than 5 % of the samples.",
}


@dataclass(frozen=True, slots=True)
class Figure:
    """A measure with its 95 % interval; `value` is None where it is undefined, and then `why` says so.

    `n` is what it rests on: articles for measures of spans, candidates for measures of decisions. A value without an interval has
    `low` and `high` None, and `why` says the reason for that.
    """

    value: float | None
    low: float | None = None
    high: float | None = None
    n: int = 0
    why: Why | None = None

    @property
    def width(self) -> float | None:
        """How wide the interval is."""
        return None if self.low is None or self.high is None else self.high - self.low

    def as_dict(self) -> dict[str, float | int | str | None]:
        """Return the figure as `agreement --json` writes it."""
        facts: dict[str, float | int | str | None] = {"value": self.value, "low": self.low, "high": self.high, "n": self.n}
        return facts if self.why is None else {**facts, "why": self.why.value}


def undefined(why: Why, n: int = 0) -> Figure:
    """Return a figure that has no value."""
    return Figure(None, n=n, why=why)
