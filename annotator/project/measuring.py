"""Readings of a project's articles, ready to be measured: whose marks stand where, as of a date, each repeat once.

Offsets stay those of the article, so that a disagreement can be shown where it is. What is printed again is left out of the readings;
`measured` also takes it out of the text, as the length of what nobody could mark would count as agreement.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta

from annotator.agreement.units import Ballot, Category, Reading, Unit, Unmarked, only_labels
from annotator.core.candidate import Candidate
from annotator.core.decision import Assignment, Condition, Decision, Kind
from annotator.core.errors import InputError
from annotator.core.fold import Annotation, Status, fold
from annotator.core.ids import annotator_id
from annotator.core.scheme import Scheme
from annotator.core.span import Span
from annotator.project.measuring_repeats import joined, once, without_text
from annotator.project.rounds import GOLD, RETEST
from annotator.project.workspace import Project
from annotator.store import candidates, people
from annotator.store.projection import COLUMNS, decision_from


@dataclass(frozen=True, slots=True)
class Choice:
    """Which readings: of whom (names; None: everybody), of which round and condition (None: any), as of when, with which labels.

    Without a round retests are left out, and of several readings of one person the first finished one is taken: later ones are not
    fresh. `as_of` is a day (UTC, to its end) or a moment in ISO 8601. `repeats` counts what is printed again as often as it stands.
    """

    people: Sequence[str] | None = None
    round: str | None = None
    condition: Condition | None = None
    as_of: str | None = None
    labels: Sequence[str] | None = None
    repeats: bool = False


@dataclass(frozen=True, slots=True)
class Readings:
    """What was read: `units` by article number with offsets of the article, and the stretches of each that are counted elsewhere.

    `repeats` are in order and apart, in code points. `rounds` are all rounds with finished work, `people` everybody who did any.
    `titles` are what the articles are called, by id.
    """

    units: tuple[Unit, ...]
    repeats: Mapping[str, tuple[tuple[int, int], ...]]
    people: tuple[str, ...]
    rounds: tuple[str, ...]
    titles: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Article:
    """What the measures need to know of an article; `again` are its repeats, with the article each was printed in first."""

    id: str
    title: str
    length: int
    again: tuple[tuple[int, int, str | None], ...]


@dataclass(frozen=True, slots=True)
class _Read:
    """One finished assignment as of the date, with its decisions by id."""

    assignment: Assignment
    annotation: Annotation
    decisions: Mapping[str, Decision]

    @property
    def finished_by(self) -> str:
        return self.annotation.article.finished_by or ""


class _Candidates:
    """Every candidate that an article ever had, by id; read once."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._of: dict[str, dict[str, Candidate]] = {}

    def of(self, article: str) -> dict[str, Candidate]:
        if article not in self._of:
            self._of[article] = {c.id: c for c in candidates.of_article(self._project.connection, article, inactive=True)}
        return self._of[article]


def units(project: Project, choice: Choice | None = None) -> list[Unit]:
    """Return the articles with a finished reading, as `choice` says, in the order of their numbers.

    Raises:
        InputError: nobody has that name, there is no such round or label, or the date is none.
    """
    return list(readings(project, choice).units)


def readings(project: Project, choice: Choice | None = None) -> Readings:
    """Return the articles with a finished reading, and what there is to choose from; see `units`."""
    asked = choice or Choice()
    with project.snapshot():
        names, scheme = people.names(project.connection), project.scheme()
        rounds, coders = _coders(project, names)
        _check(asked, coders, rounds, scheme)
        known = _Candidates(project)
        reads = _chosen(_reads(project, asked, known), asked)
        articles = _articles(project, reads)
        shown = _presentations(project, reads)
        repeats = {} if asked.repeats else {a.id: _repeats(a, articles) for a in articles.values()}
        found = [_unit(a, reads[a.id], known.of(a.id), shown, names) for a in articles.values()]
    kept = [_current(once(unit, repeats.get(unit.article, ())), scheme) for unit in found]
    if asked.labels is not None:
        wanted = [scheme.current(label) for label in asked.labels]
        kept = [only_labels(unit, wanted) for unit in kept]
    return Readings(tuple(kept), repeats, coders, rounds, {article.id: article.title for article in articles.values()})


def measured(found: Readings) -> list[Unit]:
    """Return the units without the text of repeats: what follows moves up, so these offsets are no longer those of the article.

    Marks that reach into a repeat keep all their characters.
    """
    return [without_text(unit, found.repeats.get(unit.article, ())) for unit in found.units]


def moment(as_of: str) -> str:
    """Return the first moment that is not in any more, as decisions have it (UTC, ISO 8601, milliseconds).

    Raises:
        InputError: `as_of` is neither a day nor a moment.
    """
    try:
        if len(as_of) == len("2026-01-01"):
            end = datetime.combine(date.fromisoformat(as_of) + timedelta(days=1), time(), UTC)
        else:
            said = datetime.fromisoformat(as_of)
            end = (said if said.tzinfo else said.replace(tzinfo=UTC)).astimezone(UTC) + timedelta(milliseconds=1)
    except (ValueError, OverflowError) as error:
        raise InputError("{date} is not a date. Write 2026-03-31 or 2026-03-31T18:00+08:00.", date=as_of) from error
    return end.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _coders(project: Project, names: Mapping[str, str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the rounds in the order in which they began, and the names of everybody who finished anything, without adjudicators."""
    rows = project.connection.execute(
        """SELECT s.annotator, s.round, min(s.finished) FROM assignment AS s WHERE s.finished IS NOT NULL AND s.round <> ?
        GROUP BY s.annotator, s.round""",
        (GOLD,),
    ).fetchall()
    begun: dict[str, str] = {}
    for _, round_name, first in rows:
        begun[round_name] = min(first, begun.get(round_name, first))
    coders = sorted({names[person] for person, _, _ in rows})
    return tuple(sorted(begun, key=lambda name: begun[name])), tuple(coders)


def _check(asked: Choice, coders: Sequence[str], rounds: Sequence[str], scheme: Scheme) -> None:
    known = {annotator_id(name) for name in coders}
    for name in asked.people or ():
        if annotator_id(name) not in known:
            raise InputError("Nobody called {name} has finished an article. People: {people}.", name=name, people=", ".join(coders) or "–")
    if asked.round is not None and asked.round not in rounds:
        raise InputError(
            "Nobody has finished an article in a round called {name}. Rounds: {rounds}.", name=asked.round, rounds=", ".join(rounds) or "–"
        )
    for label in asked.labels or ():
        if scheme.label(label) is None:
            raise InputError("There is no label {label} in this project.", label=label)


def _reads(project: Project, asked: Choice, known: _Candidates) -> list[_Read]:
    """Return every finished reading, adjudicators' left out."""
    wanted = None if asked.people is None else {annotator_id(name) for name in asked.people}
    before = None if asked.as_of is None else moment(asked.as_of)
    rows = project.connection.execute(
        """SELECT id, article, annotator, round, condition FROM assignment AS s WHERE round <> ? AND round = coalesce(?, round)
        AND condition = coalesce(?, condition) AND (? IS NOT NULL OR finished IS NOT NULL) AND NOT EXISTS (
            SELECT 1 FROM decision AS d WHERE d.assignment = s.id AND d.kind = 'adjudicate')""",
        (GOLD, asked.round, asked.condition, before),
    ).fetchall()
    given = [Assignment(row[0], row[1], row[2], row[3], Condition(row[4])) for row in rows if wanted is None or row[2] in wanted]
    return [read for assignment in given if (read := _read(project, assignment, before, known)).annotation.article.is_finished]


def _read(project: Project, assignment: Assignment, before: str | None, known: _Candidates) -> _Read:
    query = f"SELECT {COLUMNS} FROM decision WHERE assignment = ? AND at < coalesce(?, at || 'x') ORDER BY id"  # noqa: S608
    rows = [decision_from(row) for row in project.connection.execute(query, (assignment.id, before))]
    return _Read(assignment, fold(rows, known.of(assignment.article)), {row.id: row for row in rows})


def _chosen(reads: Iterable[_Read], asked: Choice) -> dict[str, list[_Read]]:
    """Return at most one reading of each person for each article: of several the first that was finished, and no retest unasked."""
    chosen: dict[tuple[str, str], _Read] = {}
    for read in sorted(reads, key=lambda read: read.finished_by):
        if asked.round is not None or not read.assignment.round.casefold().startswith(RETEST):
            chosen.setdefault((read.assignment.article, read.assignment.annotator), read)
    of_article: dict[str, list[_Read]] = {}
    for (article, _), read in chosen.items():
        of_article.setdefault(article, []).append(read)
    return of_article


def _articles(project: Project, wanted: Iterable[str]) -> dict[str, _Article]:
    kept = set(wanted)
    rows = project.connection.execute("SELECT id, number, title, length, repeats FROM article ORDER BY number")
    return {
        article: _Article(
            article, title or f"A{number:04d}", length, tuple((start, end, of_article) for start, end, _, of_article in json.loads(repeats))
        )
        for article, number, title, length, repeats in rows
        if article in kept
    }


def _repeats(article: _Article, articles: Mapping[str, _Article]) -> tuple[tuple[int, int], ...]:
    """Return what was printed before in this article or in another that is counted, in order and apart."""
    return joined([(start, end) for start, end, of in article.again if of is None or of in articles])


def _presentations(project: Project, reads: Mapping[str, Sequence[_Read]]) -> dict[str, frozenset[str]]:
    """Return the candidates that were on screen, by the id of the presentation that a `finish` names."""
    named = {read.annotation.article.presentation for of_article in reads.values() for read in of_article}
    found = {}
    for presentation in named - {None}:
        row = project.connection.execute("SELECT candidates FROM presentation WHERE id = ?", (presentation,)).fetchone()
        if row is not None:
            found[str(presentation)] = frozenset(json.loads(row[0]))
    return found


def _unit(
    article: _Article,
    reads: Sequence[_Read],
    known: Mapping[str, Candidate],
    shown: Mapping[str, frozenset[str]],
    names: Mapping[str, str],
) -> Unit:
    """Return an article with everybody's marks, and with what everybody who saw candidates made of those they saw or decided."""
    categories: dict[str, dict[str, Category]] = {}
    for read in reads:
        if read.assignment.condition is Condition.SHOWN:
            seen = shown.get(read.annotation.article.presentation or "", frozenset()) | read.annotation.states.keys()
            for candidate in seen & known.keys():
                categories.setdefault(candidate, {})[names[read.assignment.annotator]] = _category(read, candidate)
    ballots = [Ballot(c.id, Span(c.start, c.end, c.label), categories[c.id]) for c in known.values() if c.id in categories]
    found = sorted((_reading(read, names) for read in reads), key=lambda reading: reading.person)
    return Unit(article.id, article.length, tuple(found), tuple(ballots))


def _category(read: _Read, candidate: str) -> Category:
    state = read.annotation.states.get(candidate)
    if state is None or not state.is_decided:
        return Unmarked.LEFT
    return state.label if state.is_mark else Unmarked.REJECTED


def _reading(read: _Read, names: Mapping[str, str]) -> Reading:
    """Return one person's marks; times are of candidates that were accepted by hand, one by one."""
    marks = read.annotation.marks()
    deciding = [read.decisions[mark.decided_by] for mark in marks if mark.decided_by is not None]
    return Reading(
        names[read.assignment.annotator],
        tuple(mark.span for mark in marks),
        read.assignment.condition,
        tuple(mark.span for mark in marks if mark.status is Status.ADDED),
        tuple(d.seconds for d in deciding if d.kind is Kind.ACCEPT and d.cause is None and d.seconds is not None),
    )


def _current(unit: Unit, scheme: Scheme) -> Unit:
    """Return the unit with every label as what it means now."""
    if not scheme.aliases:
        return unit

    def span(old: Span) -> Span:
        return Span(old.start, old.end, scheme.current(old.label))

    def category(choice: Category) -> Category:
        return scheme.current(choice) if isinstance(choice, str) else choice

    kept = tuple(replace(r, spans=tuple(map(span, r.spans)), added=tuple(map(span, r.added))) for r in unit.readings)
    ballots = tuple(Ballot(b.candidate, span(b.span), {p: category(c) for p, c in b.categories.items()}) for b in unit.ballots)
    return Unit(unit.article, unit.length, kept, ballots)
