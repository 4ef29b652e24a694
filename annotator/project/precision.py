"""What each source of candidates is worth in this project: how often it proposes, and what people made of it."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

from annotator.project import learning
from annotator.project.workspace import Project
from annotator.store import evidence, knowledge
from annotator.suggest.learn_terms import Offer

__all__ = ["NOTHING", "Figures", "Offer", "Worth", "below", "figures"]


@dataclass(frozen=True, slots=True)
class Worth:
    """Of one source: its present candidates, and of all it ever proposed how many were kept (relabelled and moved too) or rejected."""

    proposed: int = 0
    kept: int = 0
    rejected: int = 0

    @property
    def precision(self) -> float | None:
        """Kept of those that were kept or rejected, 0 to 1; None where nothing was decided."""
        decided = self.kept + self.rejected
        return self.kept / decided if decided else None


NOTHING = Worth()


@dataclass(frozen=True, slots=True)
class Figures:
    """What was counted at one moment: sources by name, scores of present candidates (ascending, with counts), marks by programme."""

    sources: Mapping[str, Worth]
    scores: tuple[tuple[float, int], ...]
    linked: Mapping[str, int]
    offers: tuple[Offer, ...]


def figures(path: Path) -> Figures:
    """Count over a connection of its own; reads candidates and ledger whole, so it is work for a thread.

    Raises:
        ProjectError: the file cannot be read.
    """
    with Project.open(path, write=False) as project, project.snapshot():
        connection = project.connection
        proposed, tally = knowledge.proposed(connection), evidence.tally(connection)
        return Figures(
            {source: _worth(proposed.get(source, 0), tally.get(source, (0, 0))) for source in {*proposed, *tally}},
            tuple(knowledge.scores(connection)),
            knowledge.linked(connection),
            tuple(learning.offers(project)),
        )


def below(scores: Sequence[tuple[float, int]], threshold: float) -> int:
    """Return how many of `scores` (ascending, with counts) lie below `threshold`."""
    counts = [0, *accumulate(count for _, count in scores)]
    return counts[bisect_left(scores, threshold, key=lambda pair: pair[0])]


def _worth(proposed: int, tally: tuple[int, int]) -> Worth:
    kept, decided = tally
    return Worth(proposed, kept, decided - kept)
