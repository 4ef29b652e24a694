"""Write a project's annotation out; the file appears complete or not at all."""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from annotator.core.candidate import Candidate
from annotator.core.decision import Assignment, Condition, Decision
from annotator.core.errors import ExportError
from annotator.core.fold import Annotation, State, fold
from annotator.core.ids import annotator_id
from annotator.exchange.native_jsonl import Line, Mark, write_annotation, write_candidates, write_ledger
from annotator.project.workspace import Project
from annotator.store import articles, candidates, people
from annotator.store.articles import Article


class Layer(StrEnum):
    """What an export speaks of."""

    ANNOTATION = "annotation"
    CANDIDATES = "candidates"
    LEDGER = "ledger"


@dataclass(frozen=True, slots=True)
class ExportReport:
    """How many articles were written, and how many spans stand in them."""

    articles: int
    spans: int


@dataclass(frozen=True, slots=True)
class _Work:
    """One person's work on one article."""

    name: str
    assignment: Assignment
    decisions: tuple[Decision, ...]
    annotation: Annotation


def export_jsonl(
    project: Project,
    out: Path,
    *,
    layer: Layer = Layer.ANNOTATION,
    by: str | None = None,
    round_name: str | None = None,
    finished: bool = False,
    progress: Callable[[int, int], None] = lambda _done, _all: None,
) -> ExportReport:
    """Write all articles to `out`, one a line, in the order of their numbers.

    `by` and `round_name` leave out other people's and rounds' work; `finished` leaves out articles that nobody of them finished.

    Raises:
        ExportError: nobody is called `by`, nobody worked in `round_name`, a surface is not what the text says, or `out` is the
            project itself or cannot be written.
    """
    with project.snapshot():
        export = _Export(project, layer, _person(project, by), _round(project, round_name), finished=finished)
        with _appearing(out, project.path) as temporary, temporary.open("w", encoding="utf-8", newline="\n") as file:
            for line in export.lines(progress):
                file.write(line + "\n")
            file.flush()
            os.fsync(file.fileno())
    return ExportReport(export.written, export.spans)


@contextmanager
def _appearing(out: Path, project: Path) -> Iterator[Path]:
    """Yield the name of a temporary file beside `out`; it takes the place of `out` if the block ends well."""
    try:
        # A link stays a link: what it points to is replaced.
        target = out.resolve()
        if target == project.resolve():
            raise ExportError("{path} is the project itself. Choose another name.", path=out)
        if target.exists() and not target.is_file():
            raise ExportError("{path} is not a file. Choose another name.", path=out)
        temporary = target.with_name(f".{target.name}.{os.getpid()}.new")
        try:
            yield temporary
            temporary.replace(target)
        finally:
            with suppress(OSError):
                temporary.unlink()
    except OSError as error:
        raise ExportError("{path} cannot be written: {why}.", path=out, why=error.strerror or error) from error


def _person(project: Project, name: str | None) -> str | None:
    if name is None:
        return None
    names = people.names(project.connection)
    if annotator_id(name) not in names:
        raise ExportError(
            "Nobody called {name} has worked in this project. People: {people}.", name=name, people=", ".join(names.values()) or "none"
        )
    return annotator_id(name)


def _round(project: Project, name: str | None) -> str | None:
    rounds = [row[0] for row in project.connection.execute("SELECT DISTINCT round FROM assignment ORDER BY round")]
    if name is not None and name not in rounds:
        raise ExportError("Nobody has worked in a round called {name}. Rounds: {rounds}.", name=name, rounds=", ".join(rounds) or "none")
    return name


class _Export:
    def __init__(self, project: Project, layer: Layer, by: str | None, round_name: str | None, *, finished: bool) -> None:
        self._project = project
        self._layer = layer
        self._by = by
        self._round = round_name
        self._finished = finished
        self._files = articles.file_names(project.connection)
        self._fields = articles.page_meta(project.connection)
        self._names = people.names(project.connection)
        self.written = 0
        self.spans = 0

    def lines(self, progress: Callable[[int, int], None]) -> Iterator[str]:
        connection = self._project.connection
        (total,) = connection.execute("SELECT count(*) FROM article").fetchone()
        assignments = self._assignments()
        proposed = dict(candidates.each(connection, inactive=self._layer is not Layer.CANDIDATES))
        for done, article in enumerate(articles.each(connection)):
            of_article = proposed.get(article.id, [])
            work = [self._work(assignment, of_article) for assignment in assignments.get(article.id, ())]
            if not self._finished or any(w.annotation.article.is_finished for w in work):
                self.written += 1
                yield self._line(article, of_article, work)
            progress(done + 1, total)

    def _assignments(self) -> dict[str, list[Assignment]]:
        rows = self._project.connection.execute(
            """SELECT id, article, annotator, round, condition FROM assignment WHERE annotator = coalesce(?, annotator)
            AND round = coalesce(?, round) ORDER BY annotator, round, condition""",
            (self._by, self._round),
        )
        found: dict[str, list[Assignment]] = {}
        for assignment, article, annotator, round_name, condition in rows:
            found.setdefault(article, []).append(Assignment(assignment, article, annotator, round_name, Condition(condition)))
        return found

    def _work(self, assignment: Assignment, of_article: Sequence[Candidate]) -> _Work:
        decisions = tuple(self._project.ledger.decisions(assignment.id))
        annotation = fold(decisions, {c.id: c for c in of_article})
        return _Work(self._names.get(assignment.annotator, assignment.annotator), assignment, decisions, annotation)

    def _line(self, article: Article, of_article: Sequence[Candidate], work: Sequence[_Work]) -> str:
        finished = tuple(dict.fromkeys(w.name for w in work if w.annotation.article.is_finished))
        line = Line(
            article.id,
            article.name,
            self._files.get(article.page, ""),
            article.page,
            article.layout,
            article.text,
            finished,
            self._fields.get(article.page, {}),
        )
        if self._layer is Layer.CANDIDATES:
            self.spans += len(of_article)
            return write_candidates(line, of_article)
        marks = [mark for w in work for mark in _marks(w)]
        self.spans += len(marks)
        if self._layer is Layer.ANNOTATION:
            return write_annotation(line, marks)
        return write_ledger(
            line, marks, of_article, decided=_decided(work), decisions=[d for w in work for d in w.decisions], names=self._names
        )


def _marks(work: _Work) -> list[Mark]:
    """Return the work's mentions with the source and score that were decided on: candidates computed again may have others."""
    decisions = {d.id: d for d in work.decisions}
    return [Mark(work.name, _as_decided(state, decisions.get(state.decided_by or ""))) for state in work.annotation.marks()]


def _as_decided(state: State, decision: Decision | None) -> State:
    if decision is None or decision.source is None:
        return state
    return replace(state, source=decision.source, score=decision.score)


def _decided(work: Sequence[_Work]) -> dict[str, Mapping[str, State]]:
    found: dict[str, dict[str, State]] = {}
    for w in work:
        for target, state in w.annotation.states.items():
            found.setdefault(target, {})[w.name] = state
    return dict(found)
