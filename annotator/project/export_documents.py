"""The articles of a project as formats are given them, one after the other: no more than one is held at a time.

Marks are read from the table that the store keeps in step with the ledger. Only what is not in it (rejections, notes, flags) is folded,
and only where there is any.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from operator import itemgetter
from typing import Any, Generic, TypeVar

from annotator.core.candidate import Candidate
from annotator.core.fold import State, Status, fold_article, fold_target
from annotator.core.span import Span
from annotator.exchange.formats.document import Document, Study
from annotator.exchange.native_jsonl import Line, Mark
from annotator.project.export_choice import WHERE, Chosen, Layer
from annotator.project.export_times import Coarse, coarse
from annotator.project.searching import lexicon_terms
from annotator.project.word_edges import Boundaries
from annotator.project.workspace import Project
from annotator.store import articles, candidates, knowledge
from annotator.store.articles import Article

Progress = Callable[[int, int], None]
Rows = TypeVar("Rows")

# The source and score that were decided on: candidates computed again may have others.
_MARKS = """SELECT m.target, m.status, m.start, m."end", m.label, coalesce(d.surface, m.surface),
    CASE WHEN d.source IS NULL THEN m.source ELSE d.source END, CASE WHEN d.source IS NULL THEN m.score ELSE d.score END,
    m.decided_by, m.programme
    FROM mark AS m LEFT JOIN decision AS d ON d.id = m.decided_by WHERE m.assignment = ? ORDER BY m.decided_by"""
_ASSIGNMENTS = f"""SELECT a.id, s.id, s.annotator, s.round, s.condition, s.finished IS NOT NULL
    FROM article AS a JOIN assignment AS s ON s.article = a.id WHERE {WHERE}
    ORDER BY a.number, s.annotator, s.round, s.condition"""  # noqa: S608
_WITH_MORE = "SELECT DISTINCT assignment FROM decision WHERE kind IN ('reject', 'adjudicate', 'note', 'flag') AND target IS NOT NULL"
_MORE_KINDS = frozenset({"reject", "adjudicate", "note", "flag", "code"})
# Codes are few: they are read whatever the format asks for.
_CODED = "SELECT DISTINCT assignment, target IS NULL FROM decision WHERE kind = 'code'"
_STATUSES = {status.value: status for status in Status}


@dataclass(frozen=True, slots=True)
class Task:
    """One person's assignment on an article: ids, and whether it is finished."""

    id: str
    annotator: str
    round: str
    condition: str
    is_finished: bool


class InStep(Generic[Rows]):
    """Rows of articles, handed out as the articles come by in the same order."""

    def __init__(self, groups: Iterator[tuple[str, Rows]], nothing: Rows) -> None:
        """Take rows by article; `nothing` is what an article without any has."""
        self._groups = groups
        self._next = next(groups, None)
        self._nothing = nothing

    def of(self, article: str) -> Rows:
        """Return the rows of an article, which comes after those asked for before."""
        if self._next is None or self._next[0] != article:
            return self._nothing
        found = self._next[1]
        self._next = next(self._groups, None)
        return found


class Documents:
    """The chosen part of a project. `wants_more` is whether the format asks for rejections, notes and flags too."""

    def __init__(self, project: Project, chosen: Chosen, *, wants_more: bool = True) -> None:
        """Look up what articles share."""
        self._project = project
        self._chosen = chosen
        self._names = chosen.names
        self._files = articles.file_names(project.connection)
        self._fields = articles.page_meta(project.connection)
        self._layer = chosen.choice.layer
        is_asked = wants_more and self._layer is not Layer.CANDIDATES
        self._with_more = {row[0] for row in project.connection.execute(_WITH_MORE)} if is_asked else set[str]()
        coded = project.connection.execute(_CODED).fetchall() if self._layer is not Layer.CANDIDATES else []
        self._with_more |= {row[0] for row in coded if not row[1]}
        self._with_codes = {row[0] for row in coded if row[1]}
        self._scheme = project.scheme()
        (self.total,) = project.connection.execute("SELECT count(*) FROM article").fetchone()

    def study(self) -> Study:
        """Return what the documents have in common."""
        programmes = {programme.id: programme.name for programme in knowledge.programmes(self._project.connection)}
        boundaries = Boundaries(lexicon_terms(self._project))
        return Study(self._project.title, self._project.scheme(), self._people(), boundaries, programmes)

    def each(self, progress: Progress = lambda _done, _all: None) -> Iterator[Document]:
        """Yield the articles by number."""
        for article, tasks in self.articles(progress):
            yield self.document(article, tasks)

    def articles(self, progress: Progress = lambda _done, _all: None) -> Iterator[tuple[Article, list[Task]]]:
        """Yield the stored articles with the chosen work on them, by number."""
        assignments = InStep(self._assignments(), [])
        proposed = self._proposed()
        for done, article in enumerate(articles.each(self._project.connection), start=1):
            tasks = assignments.of(article.id)
            self._now_proposed = proposed.of(article.id)
            if not self._chosen.only_finished or any(task.is_finished for task in tasks):
                yield article, tasks if self._layer is not Layer.GOLD else [task for task in tasks if task.is_finished]
            progress(done, self.total)

    def line(self, article: Article, tasks: Sequence[Task]) -> Line:
        """Return what is known of an article."""
        finished = tuple(dict.fromkeys(self._names.of(task.annotator) for task in tasks if task.is_finished))
        return Line(
            article.id,
            article.name,
            self._names.text(self._files.get(article.page, "")) or "",
            article.page,
            article.layout,
            article.text,
            finished,
            self._fields.get(article.page, {}),
            {name: codes for name, codes in ((self._names.of(task.annotator), self._codes(task.id)) for task in tasks) if codes},
        )

    def document(self, article: Article, tasks: Sequence[Task]) -> Document:
        """Return an article as a format is given it."""
        line = self.line(article, tasks)
        if self._layer is Layer.CANDIDATES:
            proposed = map(self._hidden, self._now_proposed) if self._names.are_hidden else self._now_proposed
            return Document(line, candidates=tuple(proposed))
        ids = coarse(self._project.connection, article.id, self._chosen.choice.times)
        marks: list[Mark] = []
        rejected: list[tuple[str, Candidate]] = []
        for task in tasks:
            name = self._names.of(task.annotator)
            more = self._more(article.id, task.id) if task.id in self._with_more else {}
            is_plain = not more and not self._names.are_hidden and not ids.renames
            marks += [Mark(name, mark if is_plain else self._told(mark, more, ids)) for mark in self._marks(task.id)]
            rejected += [(name, self._hidden(known)) for state, known in more.values() if known and state.status is Status.REJECTED]
        return Document(line, tuple(marks), rejected=tuple(rejected))

    def _codes(self, assignment: str) -> dict[str, str]:
        """Return what an assignment says of its article as a whole."""
        if assignment not in self._with_codes:
            return {}
        rows = [row for row in self._project.ledger.decisions(assignment) if row.target is None]
        return {code: self._names.text(answer) or "" for code, answer in fold_article(rows).codes}

    def _people(self) -> tuple[str, ...]:
        if self._layer is Layer.CANDIDATES:
            return ()
        query = f"SELECT DISTINCT s.annotator FROM assignment AS s WHERE s.decisions > 0 AND {WHERE}"  # noqa: S608
        at_work = {row[0] for row in self._project.connection.execute(query, self._chosen.facts)}
        return tuple(name for person, name in self._names.all().items() if person in at_work)

    def _assignments(self) -> Iterator[tuple[str, list[Task]]]:
        rows = self._project.connection.execute(_ASSIGNMENTS, self._chosen.facts)
        for article, group in groupby(rows, key=itemgetter(0)):
            yield article, [Task(row[1], row[2], row[3], row[4], bool(row[5])) for row in group]

    def _proposed(self) -> InStep[list[Candidate]]:
        groups = candidates.each(self._project.connection) if self._layer is Layer.CANDIDATES else iter(())
        return InStep(groups, [])

    def _marks(self, assignment: str) -> list[State]:
        """Return the marks of an assignment in text order; of identical ones the one decided first."""
        first: dict[tuple[int, int, str], State] = {}
        for row in self._project.connection.execute(_MARKS, (assignment,)):
            state = _state(row)
            if self._scheme.aliases:
                # A label that was merged into another one since is that one.
                state = replace(state, label=self._scheme.current(state.label))
            first.setdefault((state.start, state.end, state.label), state)
        return [first[place] for place in sorted(first)]

    def _more(self, article: str, assignment: str) -> dict[str, tuple[State, Candidate | None]]:
        """Return the states of the targets of which more is known than a mark says, with their candidates."""
        known = {c.id: c for c in candidates.of_article(self._project.connection, article, inactive=True)}
        by_target: dict[str, list[Any]] = {}
        for decision in self._project.ledger.decisions(assignment):
            if decision.target is not None:
                by_target.setdefault(decision.target, []).append(decision)
        found = {}
        for target, rows in by_target.items():
            state = fold_target(target, rows, known.get(target)) if any(row.kind in _MORE_KINDS for row in rows) else None
            if state is not None:
                found[target] = state, known.get(target)
        return dict(sorted(found.items(), key=lambda item: (item[1][0].start, item[1][0].end, item[0])))

    def _told(self, mark: State, more: Mapping[str, tuple[State, Candidate | None]], ids: Coarse) -> State:
        """Return a mark with its note and flag, as far as all this may be said."""
        if mark.target in more:
            state = more[mark.target][0]
            mark = replace(mark, note=self._names.text(state.note), flag=self._names.text(state.flag), codes=state.codes)
        target, source = ids.id(mark.target) or "", self._names.source(mark.source)
        return mark if (target, source) == (mark.target, mark.source) else replace(mark, target=target, source=source)

    def _hidden(self, candidate: Candidate) -> Candidate:
        sources = tuple(self._names.source(source) or "" for source in candidate.sources)
        return candidate if sources == candidate.sources else replace(candidate, sources=tuple(dict.fromkeys(sources)))


def _state(row: Sequence[Any]) -> State:
    target, status, start, end, label, surface, source, score, decided_by, programme = row
    return State(target, _STATUSES[status], start, end, label, surface, source, score, decided_by, programme)


def distinct(document: Document) -> set[Span]:
    """Return the different spans of a document: mentions, or where nobody was asked for, candidates."""
    return {mark.state.span for mark in document.marks} or {Span(c.start, c.end, c.label) for c in document.candidates}
