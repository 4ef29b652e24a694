"""The cases of a round in the order in which they are gone through."""

from collections.abc import Iterable
from dataclasses import dataclass

from annotator.project.adjudicating import Case, Docket
from annotator.project.adjudicating_verdicts import Basis

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class CaseList:
    """`dockets` by article number; `shown` are the cases to be gone through, as numbers of a docket and of a case in it.

    What was merged because all said the same is not gone through again.
    """

    dockets: tuple[Docket, ...] = ()
    shown: tuple[Place, ...] = ()

    @classmethod
    def of(cls, dockets: Iterable[Docket]) -> "CaseList":
        """List the cases of `dockets`."""
        kept = tuple(dockets)
        return cls(kept, tuple((a, c) for a, docket in enumerate(kept) for c, case in enumerate(docket.cases) if _is_shown(case)))

    def with_docket(self, fresh: Docket) -> "CaseList":
        """Return the list with one article as it is now."""
        return CaseList.of(fresh if old.article.id == fresh.article.id else old for old in self.dockets)

    def case(self, at: Place) -> Case:
        """Return a case by its numbers."""
        return self.dockets[at[0]].cases[at[1]]

    def place_of(self, case: str, otherwise: int) -> int:
        """Return where in the list a case (id) stands, or `otherwise`."""
        return next((n for n, at in enumerate(self.shown) if self.case(at).id == case), otherwise)

    def open_from(self, at: int, otherwise: int) -> int:
        """Return where the first case without a verdict stands from `at` on, around the end; `otherwise` where none is open."""
        order = (*range(at, len(self.shown)), *range(min(at, len(self.shown))))
        return next((n for n in order if self.case(self.shown[n]).verdict is None), otherwise)

    def nearest(self, article: str, start: int | None, otherwise: int) -> int:
        """Return where the case at or before `start` of an article stands."""
        found = [n for n, at in enumerate(self.shown) if self.dockets[at[0]].article.id == article]
        before = [n for n in found if start is None or self.case(self.shown[n]).cluster.start <= start]
        return before[-1] if before else found[0] if found else otherwise

    def counted(self) -> dict[Basis, tuple[int, int]]:
        """Return, for each way to rule, how many cases are ruled and how many there are."""
        cases = [case for docket in self.dockets for case in docket.cases]
        return {
            basis: (sum(c.verdict is not None for c in cases if c.basis is basis), sum(c.basis is basis for c in cases)) for basis in Basis
        }


def _is_shown(case: Case) -> bool:
    return case.verdict is None or case.verdict.basis is not Basis.UNANIMOUS
