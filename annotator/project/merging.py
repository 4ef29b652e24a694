"""Take work back: the union of ledgers, in any order and any number of times.

What a file brings is taken task by task: a task with a decision that cannot be true is left out whole, and said; the rest comes in.
Nothing of a file is trusted (`store.union`), and the project is backed up before.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from annotator.core.candidate import Candidate
from annotator.core.decision import Assignment, Decision, Kind
from annotator.core.errors import AnnotatorError, ProjectError
from annotator.core.scheme import scheme_from_json
from annotator.project.backing_up import back_up
from annotator.project.handing_out import UPDATE, HandedOut, apply_update, owner_of
from annotator.project.workspace import Project
from annotator.store import merged, people
from annotator.store.file import transaction
from annotator.store.projection import row_of
from annotator.store.union import Work, candidate_in, guarded, read_work


@dataclass
class Receipt:
    """What a merge took from one person.

    `decisions` are new, `known` were there already. `finished` counts the person's finished articles now, `newly_finished` those that
    became so. `notes` say what was taken although something differs, `refused` what was not taken, and why.
    """

    name: str
    files: list[str] = field(default_factory=list)
    decisions: int = 0
    known: int = 0
    finished: int = 0
    newly_finished: int = 0
    notes: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class NotTaken:
    """A file of which nothing was taken, and the sentence that says why."""

    file: str
    why: str


@dataclass(frozen=True, slots=True)
class MergeReport:
    """What a merge did: a receipt for each person by name, files that were refused, updates that were brought in, the backup."""

    receipts: tuple[Receipt, ...]
    not_taken: tuple[NotTaken, ...]
    updates: tuple[HandedOut, ...]
    backup: Path | None


def merge(project: Project, files: Sequence[Path]) -> MergeReport:
    """Bring the work in `files` into the project, in one transaction after a backup; a file that cannot be trusted is left out and said.

    Raises:
        ProjectError: the only file is refused, or the project cannot be written; nothing is changed.
    """
    works, refused, updates = _read(project, files)
    if not works and not updates:
        if len(refused) == 1:
            raise ProjectError("{why}", why=refused[0].why)
        raise ProjectError("None of {count} files could be merged. The first: {why}", count=len(refused), why=refused[0].why)
    backup = back_up(project, "merge")
    brought = tuple(apply_update(project, path) for path in updates)
    receipts: dict[str, Receipt] = {}
    with transaction(project.connection):
        for work in works:
            _Merge(project, work, receipts).run()
    return MergeReport(tuple(sorted(receipts.values(), key=lambda r: r.name)), tuple(refused), brought, backup)


def _read(project: Project, files: Sequence[Path]) -> tuple[list[Work], list[NotTaken], list[Path]]:
    works: list[Work] = []
    refused: list[NotTaken] = []
    updates: list[Path] = []
    for path in files:
        try:
            if _is_update(project, path):
                updates.append(path)
            else:
                works.append(_checked(project, read_work(path)))
        except AnnotatorError as error:
            refused.append(NotTaken(path.name, str(error)))
    return works, refused, updates


def _is_update(project: Project, path: Path) -> bool:
    # By what file it is, not by its name: the one that is open here must not be opened past SQLite (`store.union`).
    if path.exists() and path.samefile(project.path):
        raise ProjectError("{path} is the project itself.", path=path)
    with guarded(path) as connection:
        is_update = bool(connection.execute("SELECT value FROM project WHERE key = 'role'").fetchone() == (UPDATE,))
    if is_update and owner_of(project) is None:
        raise ProjectError("{path} is an update of somebody's task. Merge it into their task file.", path=path)
    return is_update


def _checked(project: Project, work: Work) -> Work:
    if work.project != project.file.setting("id"):
        raise ProjectError("{path} belongs to another project. Nothing of it was taken.", path=work.path)
    return work


class _Merge:
    """The merge of one file."""

    def __init__(self, project: Project, work: Work, receipts: dict[str, Receipt]) -> None:
        self._project = project
        self._work = work
        self._receipts = receipts
        schemes = map(scheme_from_json, _schemes(project).values())
        self._labels = {label.id for scheme in schemes for label in (*scheme.labels, *scheme.retired)}
        self._texts: tuple[str, str] = ("", "")
        self._known = merged.known(project.connection, [d.id for d in work.decisions])
        self._articles = {row[0] for row in project.connection.execute("SELECT id FROM article")}

    def run(self) -> None:
        """Take the file task by task."""
        of: dict[str, list[Decision]] = {}
        for decision in self._work.decisions:
            of.setdefault(decision.assignment, []).append(decision)
        self._strays(of)
        taken = [(a, of[a.id]) for a in self._work.assignments if a.id in of and self._is_sound(a, of[a.id])]
        missing = {a.article: self._missing(a.article) for a, _ in taken}
        for article in [article for article, of_article in missing.items() if of_article is None]:
            self._refuse(article, "a candidate is not what its name says, or stands on another text")
        taken = [(a, rows) for a, rows in taken if missing[a.article] is not None]
        finished = self._finished(a.id for a, _ in taken)
        for a, _ in taken:
            people.add(self._project.connection, self._work.people[a.annotator])
        for article, of_article in missing.items():
            if of_article:
                merged.add_candidates(self._project.connection, article, of_article)
        merged.add_presentations(self._project.connection, self._shown({a.article for a, _ in taken}))
        new = [d for _, rows in taken for d in rows if d.id not in self._known]
        self._project.ledger.union([a for a, _ in taken], new)
        self._write_receipts(taken, finished)

    def _strays(self, of: dict[str, list[Decision]]) -> None:
        for assignment in of.keys() - {a.id for a in self._work.assignments}:
            for row in of[assignment][:1]:
                name = self._work.people.get(row.annotator, row.annotator)
                self._receipt(name).refused.append(f"{len(of[assignment])} decisions that belong to no task of the file")

    def _is_sound(self, assignment: Assignment, rows: Sequence[Decision]) -> bool:
        why = self._why_not(assignment, rows)
        if why is not None:
            self._receipt(self._work.people[assignment.annotator]).refused.append(f"{self._name(assignment.article)}: {why}")
        return why is None

    def _why_not(self, assignment: Assignment, rows: Sequence[Decision]) -> str | None:
        if assignment.article not in self._articles:
            return "the project has no such article, or cut its page otherwise"
        home = (assignment.article, assignment.annotator, assignment.condition)
        text = self._text(assignment.article)
        for d in rows:
            if (d.article, d.annotator, d.condition) != home:
                return f"decision {d.id} belongs to another task"
            if not _stands(d, text):
                return f"the text is not “{d.surface}” at {d.start}–{d.end}"
            if d.label is not None and d.label not in self._labels:
                return f"the project's scheme has no label {d.label}"
            if d.id in self._known and self._known[d.id] != row_of(d):
                return f"decision {d.id} is known, and says something else"
        return None

    def _missing(self, article: str) -> list[Candidate] | None:
        """Return the candidates that people saw and the project does not propose; None where one of them cannot be."""
        rows = self._work.candidates.get(article, {})
        there = merged.proposed(self._project.connection, article) if rows else set()
        found = [candidate_in(article, row) for candidate, row in rows.items() if candidate not in there]
        sound = [c for c in found if c is not None and self._text(article)[c.start : c.end] == c.surface]
        return sound if len(sound) == len(found) else None

    def _refuse(self, article: str, why: str) -> None:
        for a in self._work.assignments:
            if a.article == article:
                self._receipt(self._work.people[a.annotator]).refused.append(f"{self._name(article)}: {why}")

    def _shown(self, taken: set[str]) -> Iterable[tuple[str, str, tuple[str, ...]]]:
        """Yield the presentations whose candidates the project knows by now."""
        there: dict[str, set[str]] = {}
        for presentation, article, shown in self._work.presentations:
            if article in taken:
                if article not in there:
                    there[article] = merged.ever_proposed(self._project.connection, article)
                if there[article].issuperset(shown):
                    yield presentation, article, shown
                else:
                    self._note_all(f"{self._name(article)}: what was on screen holds candidates that nobody knows; it was left out")

    def _finished(self, assignments: Iterable[str]) -> set[str]:
        query = "SELECT 1 FROM assignment WHERE id = ? AND finished IS NOT NULL"
        return {a for a in assignments if self._project.connection.execute(query, (a,)).fetchone()}

    def _write_receipts(self, taken: Sequence[tuple[Assignment, Sequence[Decision]]], before: set[str]) -> None:
        for assignment, rows in taken:
            receipt = self._receipt(self._work.people[assignment.annotator])
            new = sum(d.id not in self._known for d in rows)
            receipt.decisions += new
            receipt.known += len(rows) - new
        after = self._finished(a.id for a, _ in taken)
        for a, _ in taken:
            self._receipt(self._work.people[a.annotator]).newly_finished += a.id in after - before
        if self._work.owner and not taken:
            # Somebody who has done nothing yet gets a receipt that says so.
            self._receipt(self._work.owner)
        for person in {a.annotator for a, _ in taken}:
            query = "SELECT count(*) FROM assignment WHERE annotator = ? AND finished IS NOT NULL"
            (count,) = self._project.connection.execute(query, (person,)).fetchone()
            self._receipt(self._work.people[person]).finished = count
        self._note_differences([d for _, rows in taken for d in rows])

    def _note_differences(self, rows: Sequence[Decision]) -> None:
        """Say what differs and was taken all the same: scheme versions, and a file that nobody sealed."""
        mine = _schemes(self._project)
        for version, count in sorted(Counter(d.scheme_version for d in rows).items()):
            if version not in mine:
                self._note_all(f"{count} decisions were made under version {version} of the scheme, which the project does not have")
            elif self._work.schemes.get(version, mine[version]) != mine[version]:
                self._note_all(f"{count} decisions were made under a version {version} of the scheme that differs from the project's")
        if self._work.seal is None and rows:
            self._note_all("the file was not handed in: if it was open when it was copied, the newest decisions are missing")

    def _note_all(self, note: str) -> None:
        for name in dict.fromkeys(self._work.people[a.annotator] for a in self._work.assignments):
            receipt = self._receipt(name)
            line = f"{self._work.path.name}: {note}"
            if line not in receipt.notes:
                receipt.notes.append(line)

    def _receipt(self, name: str) -> Receipt:
        receipt = self._receipts.setdefault(name.casefold(), Receipt(name))
        if self._work.path.name not in receipt.files:
            receipt.files.append(self._work.path.name)
        return receipt

    def _text(self, article: str) -> str:
        if self._texts[0] != article:
            self._texts = (article, merged.text_alone(self._project.connection, article))
        return self._texts[1]

    def _name(self, article: str) -> str:
        row = self._project.connection.execute("SELECT number FROM article WHERE id = ?", (article,)).fetchone()
        return f"article {article[:12]}" if row is None else f"A{row[0]:04d}"


def _stands(decision: Decision, text: str) -> bool:
    start, end = decision.start, decision.end
    if start is None and end is None and decision.kind is not Kind.ADD:
        return True
    return start is not None and end is not None and 0 <= start < end <= len(text) and text[start:end] == decision.surface


def _schemes(project: Project) -> dict[int, str]:
    return dict(project.connection.execute("SELECT version, json FROM scheme"))
