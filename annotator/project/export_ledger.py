"""The layer that leaves nothing out: every article with all candidates and all decisions, as native JSONL."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from annotator.core.candidate import Candidate
from annotator.core.decision import Decision
from annotator.core.fold import Annotation, State, fold
from annotator.exchange.native_jsonl import Line, Mark, write_ledger
from annotator.project.export_choice import Chosen
from annotator.project.export_documents import Documents, Progress, Task
from annotator.project.export_times import Coarse, coarse
from annotator.project.workspace import Project
from annotator.store import candidates
from annotator.store.articles import Article


@dataclass(frozen=True, slots=True)
class _Work:
    """One person's work on one article."""

    name: str
    decisions: tuple[Decision, ...]
    annotation: Annotation


class LedgerLines:
    """Writes the layer, and counts what it holds."""

    def __init__(self, project: Project, chosen: Chosen) -> None:
        """Read what is chosen of a project."""
        self._project = project
        self._chosen = chosen
        self._names = chosen.names
        self._documents = Documents(project, chosen, wants_more=False)
        self.articles = 0
        self.spans = 0

    def write(self, out: Path, progress: Progress) -> None:
        """Write one line per article to `out`."""
        with out.open("w", encoding="utf-8", newline="\n") as file:
            file.writelines(f"{line}\n" for line in self._lines(progress))

    def _lines(self, progress: Progress) -> Iterator[str]:
        for article, tasks in self._documents.articles(progress):
            self.articles += 1
            yield self._line(self._documents.line(article, tasks), article, tasks)

    def _line(self, line: Line, article: Article, tasks: Sequence[Task]) -> str:
        known = candidates.of_article(self._project.connection, article.id, inactive=True)
        ids = coarse(self._project.connection, article.id, self._chosen.choice.times)
        work = [self._work(task, {c.id: c for c in known}) for task in tasks]
        marks = [mark for w in work for mark in self._marks(w, ids)]
        self.spans += len(marks)
        told = [replace(c, sources=tuple(self._names.source(source) or "" for source in c.sources)) for c in known]
        decisions = [self._decision(d, task, ids) for w, task in zip(work, tasks, strict=True) for d in w.decisions]
        return write_ledger(line, marks, told, decided=_decided(work), decisions=decisions, names=self._names.all())

    def _work(self, task: Task, known: Mapping[str, Candidate]) -> _Work:
        decisions = tuple(self._project.ledger.decisions(task.id))
        return _Work(self._names.of(task.annotator), decisions, fold(decisions, known))

    def _marks(self, work: _Work, ids: Coarse) -> Iterator[Mark]:
        """Yield mentions with the source and score that were decided on: candidates computed again may have others."""
        decisions = {d.id: d for d in work.decisions}
        for found in work.annotation.marks():
            decision = decisions.get(found.decided_by or "")
            state = found if decision is None or decision.source is None else replace(found, source=decision.source, score=decision.score)
            yield Mark(work.name, replace(state, target=ids.id(state.target) or "", source=self._names.source(state.source)))

    def _decision(self, d: Decision, task: Task, ids: Coarse) -> Decision:
        """Return a row of the ledger as far as it may be said."""
        if self._names.are_hidden:
            made = self._names.assignment(d.assignment, d.article, d.annotator, task.round, task.condition)
            d = replace(d, assignment=made, source=self._names.source(d.source), value=self._names.text(d.value))
        at = ids.at(d.at)
        if at == d.at:
            return d
        renamed = {name: ids.id(getattr(d, name)) for name in ("id", "step", "target", "retracts")}
        return replace(d, **renamed, at=at)  # type: ignore[arg-type]


def _decided(work: Iterable[_Work]) -> dict[str, Mapping[str, State]]:
    found: dict[str, dict[str, State]] = {}
    for w in work:
        for target, state in w.annotation.states.items():
            found.setdefault(target, {})[w.name] = state
    return dict(found)
