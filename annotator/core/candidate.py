"""Candidates: spans that the program proposes, with where they come from and why."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Proposal:
    """A span `[start, end)` of an article's text (code points) proposed as a mention.

    `sources` name who proposed it, strongest first: `lexicon:产业扶贫`, `pattern:quoted-campaign`, `learned`. `score` is the
    program's trust in it, 0 to 1. `reason` is a short key with facts that a person can be told, for example `whole_word`.
    """

    start: int
    end: int
    label: str
    surface: str
    sources: tuple[str, ...]
    score: float
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stored proposal. `id` is the hash of article, start, end and label.

    `trust` is what its source alone would score, where `score` was learned from decisions; else None.
    """

    id: str
    start: int
    end: int
    label: str
    surface: str
    sources: tuple[str, ...]
    score: float
    reason: str = ""
    trust: float | None = None

    @property
    def source(self) -> str:
        """The strongest source."""
        return self.sources[0] if self.sources else ""
