"""Adjudication: where the marks of several people touch one another, one person rules what counts; that is gold.

A *cluster* is a stretch of an article in which marks touch (`agreement.disagreements`). Nothing is stored of a cluster but what was ruled
on it: `adjudicate` rows in the adjudicator's own assignment of the round `gold`, which say in `value` what they were ruled on. Its
*fingerprint* is the hash of what was seen: who marked which range with which label. A cluster is decided if a verdict on it stands with
the same fingerprint; when late work changes what is there, the fingerprint differs, and that cluster alone is open again.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from annotator.agreement.disagreements import Cluster, Kind, clusters
from annotator.agreement.units import Reading, Unit
from annotator.core.decision import Decision
from annotator.core.decision import Kind as Done
from annotator.core.fold import live
from annotator.core.ids import content_id
from annotator.core.scheme import Scheme
from annotator.core.span import Span
from annotator.project.adjudicating_verdicts import Basis, Spans, Verdict, place, verdicts
from annotator.project.rounds import GOLD
from annotator.project.workspace import Project
from annotator.store import adjudications, articles
from annotator.store.adjudications import Marked
from annotator.store.articles import Article


@dataclass(frozen=True, slots=True)
class Case:
    """One cluster of an article as the adjudicator has it.

    `cluster.marks` are by the ids of those who finished the article. `made_by` are the decisions behind each mark, by person and span.
    `verdict` stands; `old` are verdicts on what was here before late work changed it. `flag` and `note` are the adjudicator's own.
    """

    cluster: Cluster
    made_by: Mapping[tuple[str, Span], Marked] = field(default_factory=dict, hash=False)
    verdict: Verdict | None = None
    old: tuple[Verdict, ...] = ()
    flag: str | None = None
    note: str | None = None

    @property
    def id(self) -> str:
        """Which stretch of which article; what is said of a case (flag, note) names it."""
        return content_id("case", self.cluster.article, self.cluster.start, self.cluster.end)

    @property
    def readings(self) -> Spans:
        """The different marks that somebody made here, in text order: an order that says nothing about how many made them."""
        found = {span for spans in self.cluster.marks.values() for span in spans}
        found |= {span for verdict in self.old for span in verdict.spans if verdict.touches(self.cluster.start, self.cluster.end)}
        return tuple(sorted(found, key=place))

    @property
    def is_unanimous(self) -> bool:
        """Whether everybody who finished the article marked the same here."""
        return self.cluster.kind is Kind.AGREE and any(self.cluster.marks.values())

    @property
    def majority(self) -> Spans | None:
        """What more than half of those who finished the article marked here (empty: nothing), or None; unanimity is none."""
        if self.is_unanimous or not any(self.cluster.marks.values()):
            return None
        said = list(self.cluster.marks.values())
        return next((spans for spans in said if 2 * said.count(spans) > len(said)), None)

    @property
    def basis(self) -> Basis:
        """How it can be ruled."""
        if self.is_unanimous:
            return Basis.UNANIMOUS
        return Basis.RULED if self.majority is None else Basis.MAJORITY

    @property
    def fingerprints(self) -> tuple[str, str]:
        """What was seen: the marks alone, and the marks with who found nothing here.

        The adjudicator's own verdict stands while the marks are the same; one that merely counts heads does not outlive another head.
        """
        cluster = self.cluster
        # The label as it was given: one that is merged into another later reopens nothing.
        given = [
            (p, s, self.made_by[p, s].label if (p, s) in self.made_by else s.label) for p, spans in cluster.marks.items() for s in spans
        ]
        marks = sorted(f"{p}|{s.start}|{s.end}|{label}" for p, s, label in given)
        place = marks or [f"{cluster.start}|{cluster.end}"]
        return content_id("marks", cluster.article, *place), content_id("heads", cluster.article, *place, *sorted(cluster.marks))

    def fingerprint(self, basis: Basis) -> str:
        """Return what a verdict with `basis` remembers of the case."""
        return self.fingerprints[basis is not Basis.RULED]


@dataclass(frozen=True, slots=True)
class Docket:
    """One article's cases in text order. `is_settled` is whether the adjudicator has finished it."""

    article: Article
    cases: tuple[Case, ...]
    is_settled: bool

    @property
    def open(self) -> tuple[Case, ...]:
        """The cases without a verdict."""
        return tuple(case for case in self.cases if case.verdict is None)

    def counted(self) -> dict[Basis, int]:
        """Return how many cases are open of each kind."""
        found = [case.basis for case in self.open]
        return {basis: found.count(basis) for basis in Basis}


def queue(project: Project, adjudicator: str, round_name: str, people: Sequence[str] | None = None) -> tuple[Docket, ...]:
    """Return the articles that at least two of `people` (ids; None: anybody) finished in a round, as `adjudicator` (id) has them."""
    return tuple(_dockets(project, adjudicator, round_name, people, None))


def docket(project: Project, adjudicator: str, round_name: str, article: str, people: Sequence[str] | None = None) -> Docket | None:
    """Return one article of the queue; None where two of `people` have not finished it."""
    return next(iter(_dockets(project, adjudicator, round_name, people, article)), None)


def rounds(project: Project) -> dict[str, int]:
    """Return the rounds that can be adjudicated, with how many articles two people finished: `main` first, then the newest."""
    return adjudications.rounds(project.connection, but=GOLD)


def has_others(project: Project, adjudicator: str) -> bool:
    """Say whether somebody else adjudicates in this file, and `adjudicator` (id) has not begun."""
    found = adjudications.adjudicators(project.connection, GOLD)
    return bool(found) and adjudicator not in found


def _dockets(project: Project, adjudicator: str, round_name: str, people: Sequence[str] | None, article: str | None) -> list[Docket]:
    connection = project.connection
    with project.snapshot():
        scheme = project.scheme()
        reads = adjudications.reads(connection, round_name, article)
        by_assignment: dict[str, list[Marked]] = {}
        for mark in adjudications.marks(connection, round_name, article):
            by_assignment.setdefault(mark.assignment, []).append(mark)
        mine: dict[str, list[Decision]] = {}
        for decision in adjudications.decisions(connection, adjudicator, GOLD, article):
            mine.setdefault(decision.article, []).append(decision)
        settled = adjudications.finished(connection, adjudicator, GOLD)
        found = []
        for of, rows in groupby(reads, key=lambda read: read.article):
            # The first finished reading of each person counts, as it does where agreement is measured.
            first = {read.annotator: read.assignment for read in reversed(list(rows)) if people is None or read.annotator in people}
            if len(first) > 1:
                marks = {person: by_assignment.get(assignment, []) for person, assignment in sorted(first.items())}
                stored = articles.load(connection, of)
                found.append(Docket(stored, _cases(stored, marks, mine.get(of, []), scheme, round_name), of in settled))
    return found


def _cases(
    article: Article, marks: Mapping[str, Sequence[Marked]], mine: Sequence[Decision], scheme: Scheme, round_name: str
) -> tuple[Case, ...]:
    made_by: dict[tuple[str, Span], Marked] = {}
    for person, listed in marks.items():
        for mark in listed:
            made_by.setdefault((person, Span(mark.start, mark.end, scheme.current(mark.label))), mark)
    readings = tuple(Reading(person, tuple(span for by, span in made_by if by == person)) for person in marks)
    found = [*clusters([Unit(article.id, len(article.text), readings)])]
    standing = [_current(verdict, scheme) for verdict in verdicts(mine)]
    # What was ruled stays a case when nobody marks anything there any more.
    for verdict in standing:
        is_alone = verdict.spans and verdict.round == round_name
        if is_alone and not any(verdict.touches(cluster.start, cluster.end) for cluster in found):
            found.append(Cluster(article.id, verdict.start, verdict.end, dict.fromkeys(marks, ())))
    said = _said(mine)
    return tuple(_case(cluster, made_by, standing, said) for cluster in sorted(found, key=lambda c: (c.start, c.end)))


def _case(
    cluster: Cluster,
    made_by: Mapping[tuple[str, Span], Marked],
    standing: Sequence[Verdict],
    said: Sequence[tuple[int, int, Done, str | None]],
) -> Case:
    inside = {(p, s): made_by[p, s] for p, spans in cluster.marks.items() for s in spans}
    about = [verdict for verdict in standing if verdict.touches(cluster.start, cluster.end)]
    bare = Case(cluster, inside)
    verdict = next((r for r in about if r.seen in bare.fingerprints), None)
    words = {kind: value for start, end, kind, value in said if start < cluster.end and cluster.start < end}
    old = tuple(r for r in about if r is not verdict)
    return Case(cluster, inside, verdict, old, words.get(Done.FLAG), words.get(Done.NOTE))


def _current(verdict: Verdict, scheme: Scheme) -> Verdict:
    if not scheme.aliases:
        return verdict
    return replace(verdict, spans=tuple(Span(span.start, span.end, scheme.current(span.label)) for span in verdict.spans))


def _said(mine: Iterable[Decision]) -> list[tuple[int, int, Done, str | None]]:
    """Return the live flags and notes on ranges, in the order of the ledger."""
    by_target: dict[str | None, list[Decision]] = {}
    for row in mine:
        by_target.setdefault(row.target, []).append(row)
    found = [d for target, rows in by_target.items() if target is not None for d in live(rows) if d.kind in {Done.FLAG, Done.NOTE}]
    return [(d.start, d.end, d.kind, d.value) for d in sorted(found, key=lambda d: d.id) if d.start is not None and d.end is not None]
