"""Gold read back: its marks, what a person marked beside it, and what was ruled why."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from annotator.agreement.matching import best_matching, overlapping
from annotator.core.fold import Status, fold
from annotator.core.span import Span
from annotator.exchange.guideline_report import Example
from annotator.project.adjudicating import queue
from annotator.project.adjudicating_places import in_sentence, one_line
from annotator.project.adjudicating_verdicts import Basis, place
from annotator.project.rounds import GOLD
from annotator.project.workspace import Project
from annotator.store import adjudications, articles, candidates
from annotator.store.adjudications import Settled


class Difference(StrEnum):
    """How a person's mark and gold differ."""

    SAME = "same"
    MISSED = "missed"
    EXTRA = "extra"
    BOUNDARY = "boundary"
    LABEL = "label"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Lesson:
    """One place of an article: what the person marked, and what is gold; one of them may be None.

    `before` and `after` are what stands around both in the sentence, on one line; `surface` is what both cover together, `words` what
    each of them does.
    """

    article: str
    name: str
    difference: Difference
    mine: Span | None
    gold: Span | None
    before: str
    surface: str
    after: str
    words: tuple[str, str] = ("", "")


def gold_marks(project: Project, adjudicator: str | None = None) -> tuple[Settled, ...]:
    """Return the marks of all finished adjudications (of one person, by id), by article number and in text order."""
    return tuple(adjudications.gold(project.connection, GOLD, adjudicator))


def lessons(project: Project, person: str, round_name: str) -> tuple[Lesson, ...]:
    """Return what `person` (id) marked in a round beside gold, where both are finished, by article number and in text order."""
    connection = project.connection
    with project.snapshot():
        scheme = project.scheme()
        mine = {r.article: r.assignment for r in adjudications.reads(connection, round_name) if r.annotator == person}
        by_assignment: dict[str, list[Span]] = {}
        for mark in adjudications.marks(connection, round_name):
            by_assignment.setdefault(mark.assignment, []).append(Span(mark.start, mark.end, scheme.current(mark.label)))
        gold: dict[str, list[Span]] = {article: [] for article in adjudications.settled(connection, GOLD)}
        for settled in adjudications.gold(connection, GOLD):
            gold[settled.article].append(Span(settled.start, settled.end, scheme.current(settled.label)))
        found: list[Lesson] = []
        for article, assignment in mine.items():
            if article in gold:
                found += _of_article(project, article, by_assignment.get(assignment, []), gold[article])
    return tuple(found)


def differences(mine: Iterable[Span], gold: Iterable[Span]) -> list[tuple[Difference, Span | None, Span | None]]:
    """Pair the marks that share characters, the likest first, one to one; what is left is missed or extra."""
    own, right = sorted(set(mine), key=place), sorted(set(gold), key=place)
    pairs = best_matching({(i, j): _likeness(own[i], right[j]) for i, j in overlapping(own, right)})
    found: list[tuple[Difference, Span | None, Span | None]] = [(_kind(own[i], right[j]), own[i], right[j]) for i, j in pairs.items()]
    found += [(Difference.EXTRA, span, None) for i, span in enumerate(own) if i not in pairs]
    found += [(Difference.MISSED, None, span) for j, span in enumerate(right) if j not in pairs.values()]
    return sorted(found, key=lambda row: place(row[1] or row[2] or Span(0, 0, "")))


def examples(project: Project, adjudicator: str, round_name: str) -> tuple[Example, ...]:
    """Return what was ruled by hand or with a reason, in its sentence and without names, for the guideline report."""
    found = []
    for docket in queue(project, adjudicator, round_name):
        text = docket.article.text
        for case in docket.cases:
            verdict = case.verdict
            if verdict is None or (verdict.basis is not Basis.RULED and not verdict.reasons):
                continue
            start = min([case.cluster.start, *(span.start for span in verdict.spans)])
            end = max([case.cluster.end, *(span.end for span in verdict.spans)])
            proposed = _said(text, {span for spans in case.cluster.marks.values() for span in spans})
            missed = not all(case.cluster.marks.values())
            place_words = in_sentence(docket.article, start, end)
            found.append(Example(docket.article.name, *place_words, proposed, missed, _said(text, verdict.spans), verdict.reasons))
    return tuple(found)


def _of_article(project: Project, article: str, mine: Sequence[Span], gold: Sequence[Span]) -> list[Lesson]:
    stored = articles.load(project.connection, article)
    found = []
    for difference, own, right in differences(mine, gold):
        both = [span for span in (own, right) if span is not None]
        start, end = min(span.start for span in both), max(span.end for span in both)
        each = [one_line(stored.text[span.start : span.end]) if span is not None else "" for span in (own, right)]
        found.append(Lesson(article, stored.name, difference, own, right, *in_sentence(stored, start, end), (each[0], each[1])))
    return found


def _likeness(own: Span, right: Span) -> float:
    """Return above 1 for the same label, and how much of both together is shared."""
    shared = min(own.end, right.end) - max(own.start, right.start)
    together = max(own.end, right.end) - min(own.start, right.start)
    return shared / together + (own.label == right.label)


def _kind(own: Span, right: Span) -> Difference:
    if own == right:
        return Difference.SAME
    if own.label == right.label:
        return Difference.BOUNDARY
    return Difference.LABEL if (own.start, own.end) == (right.start, right.end) else Difference.BOTH


def _said(text: str, spans: Iterable[Span]) -> tuple[tuple[str, str], ...]:
    return tuple((one_line(text[span.start : span.end]), span.label) for span in sorted(spans, key=place))


def rejections(project: Project, round_name: str, article: str) -> dict[str, tuple[Span, ...]]:
    """Return the candidates that each person (id) rejected in an article they finished: evidence beside what they marked."""
    known = {c.id: c for c in candidates.of_article(project.connection, article, inactive=True)}
    found: dict[str, tuple[Span, ...]] = {}
    for read in reversed(adjudications.reads(project.connection, round_name, article)):
        states = fold(project.ledger.decisions(read.assignment), known).states.values()
        found[read.annotator] = tuple(sorted((s.span for s in states if s.status is Status.REJECTED and s.target in known), key=place))
    return found
