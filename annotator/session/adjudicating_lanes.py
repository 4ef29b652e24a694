"""What an adjudicator is shown of one case: a lane for each reader, without names, and how the same words were ruled before."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from annotator.core.ids import content_id
from annotator.core.span import Span
from annotator.project.adjudicating import Case, Docket
from annotator.project.adjudicating_places import one_line

_STEMS = "甲乙丙丁戊己庚辛壬癸"
_LETTERS = "ABCDEFGHIJ"


@dataclass(frozen=True, slots=True)
class Lane:
    """What one reader did here: their marks, and the candidates they rejected. `letter` stands for them in this case alone."""

    letter: str
    person: str
    spans: tuple[Span, ...]
    rejected: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Precedent:
    """How often words were ruled to have a label; an empty label: to be nothing."""

    surface: str
    label: str
    count: int


def lanes(case: Case, rejected: Mapping[str, Sequence[Span]], *, seed: str, language: str) -> tuple[Lane, ...]:
    """Return a lane for everybody who finished the article, in an order that is the same whenever the case is shown, and no other's."""
    start, end = case.cluster.start, case.cluster.end
    people = sorted(case.cluster.marks, key=lambda person: content_id("lane", seed, case.id, person))
    return tuple(
        Lane(
            _letter(at, language),
            person,
            case.cluster.marks[person],
            tuple(s for s in rejected.get(person, ()) if s.start < end and start < s.end),
        )
        for at, person in enumerate(people)
    )


def precedents(dockets: Iterable[Docket], case: Case, surfaces: Iterable[str]) -> tuple[Precedent, ...]:
    """Return how other cases with the same words (breaks and blanks left out) were ruled, most often first."""
    wanted = set(surfaces)
    found: Counter[tuple[str, str]] = Counter()
    for docket in dockets:
        for other in docket.cases:
            if other.verdict is None or other.id == case.id:
                continue
            spans = other.verdict.spans or tuple(Span(s.start, s.end, "") for s in other.readings)
            found.update({(one_line(docket.article.text[s.start : s.end]), s.label) for s in spans})
    kept = [Precedent(surface, label, count) for (surface, label), count in found.items() if surface in wanted]
    return tuple(sorted(kept, key=lambda p: (-p.count, p.surface, p.label)))


def _letter(at: int, language: str) -> str:
    known = _STEMS if language == "zh" else _LETTERS
    return known[at] if at < len(known) else str(at + 1)
