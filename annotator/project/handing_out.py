"""Hand work out: one task file for each person, with their articles and nobody else's work.

A task file is a project with the same id, of the role `task`. Its candidates are frozen as they were when it went out: everybody is
measured against the same ones, and nothing is learned or computed in it. An update file (of the role `update`) brings a new scheme,
lexicon and further articles to somebody who has begun already.
"""

import json
import re
import sqlite3
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter
from pathlib import Path

from annotator.core.decision import Assignment, Condition
from annotator.core.errors import InputError, ProjectError
from annotator.core.scheme import Label, Scheme, scheme_from_json
from annotator.project.workspace import Project, now
from annotator.store import extract, integrity, people, tasks
from annotator.store.extract import Part
from annotator.store.file import SUFFIX, ProjectFile, create_project, save_copy, transaction
from annotator.store.union import guarded

TASK, UPDATE = "task", "update"
_UNSAFE = re.compile(r'[\x00-\x1f<>:"/\\|?*]+')


@dataclass(frozen=True, slots=True)
class Revisit:
    """A mark that was made before its label changed: where it stands, and under which version of the scheme it was decided."""

    article: str
    start: int
    end: int
    label: str
    surface: str
    version: int


@dataclass(frozen=True, slots=True)
class HandedOut:
    """One file: whose it is, what it is (`task`, `update`, or `updated`: a task file brought up to date), and what to look at again."""

    name: str
    path: Path
    what: str
    articles: int
    blind: int
    revisit: tuple[Revisit, ...] = ()


def hand_out(project: Project, folder: Path, *, update: bool = False, to: Sequence[str] = ()) -> list[HandedOut]:
    """Write one task file for each person (or for those called `to`) into `folder`, which is made if it is missing.

    With `update`, a task file that is in the folder is brought up to date, keeping every decision; who was handed their task before
    and has no file there gets an update file, which `merge` brings into theirs.

    Raises:
        InputError: nothing was given out, or nothing to one of `to`.
        ProjectError: a file is there already (without `update`), is somebody else's, or cannot be written.
    """
    wanted = _wanted(project, to)
    paths = dict(_paths(project, folder, wanted))
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ProjectError("{path} cannot be written: {why}", path=folder, why=error.strerror or error) from error
    if not update:
        for path in paths.values():
            if path.exists():
                raise ProjectError("{path} exists already. To bring it up to date, hand out with --update.", path=path)
    return [_hand(project, person, name, paths[person], update=update) for person, name in wanted.items()]


def role_of(project: Project) -> str:
    """Return what an open project is: `task`, or empty for a project that work is handed out from."""
    return project.file.setting("role") or ""


def owner_of(project: Project) -> str | None:
    """Return whose task an open file is; None where it is no task."""
    return project.file.setting("task of") if role_of(project) == TASK else None


def apply_update(task: Project, update: Path) -> HandedOut:
    """Bring a task up to date from an update file: scheme, lexicon, patterns, register, further articles. Every decision stays.

    Articles that are somebody else's now are taken from the list, unless they were begun.

    Raises:
        ProjectError: it is no update of this task, or damaged.
    """
    with guarded(update) as source:
        _check_update(task, source, update)
        problems = next(iter(integrity.problems(source)), None)
        if problems is not None:
            raise ProjectError("{path} is damaged: {why}.", path=update, why=problems)
        mine = _tasks_in(source)
        connection = task.connection
        with transaction(connection):
            extract.copy_knowledge(source, connection)
            extract.copy_part(source, connection, Part(mine, decisions=False), anonymous=str, at=now())
            keep, rounds = {a.id for a in mine}, {a.round for a in mine}
            old = [t.assignment.id for name in rounds for t in tasks.of_round(connection, name) if t.assignment.id not in keep]
            tasks.take_back(connection, old)
            # Articles that came with lower numbers than the last would never be indexed.
            connection.execute("INSERT INTO search (search) VALUES ('delete-all')")
    blind = sum(a.condition is Condition.BLIND for a in mine)
    return HandedOut(owner_of(task) or "", task.path, "updated", len(mine), blind, to_revisit(task))


def to_revisit(project: Project) -> tuple[Revisit, ...]:
    """Return the marks that were decided under an older version of the scheme, on labels that mean something else now, or are gone."""
    versions = {v: scheme_from_json(text) for v, text in project.connection.execute("SELECT version, json FROM scheme")}
    newest = project.scheme()
    changed = {version: _changed(old, newest) for version, old in versions.items()}
    rows = project.connection.execute(
        """SELECT a.number, m.start, m."end", m.label, m.surface, d.scheme_version FROM mark AS m
        JOIN decision AS d ON d.id = m.decided_by JOIN article AS a ON a.id = m.article
        WHERE d.scheme_version < ? ORDER BY a.number, m.start, m."end", m.label""",
        (newest.version,),
    )
    return tuple(
        Revisit(f"A{number:04d}", start, end, label, surface, version)
        for number, start, end, label, surface, version in rows
        if label in changed.get(version, {label})
    )


def _changed(old: Scheme, new: Scheme) -> set[str]:
    return {label.id for label in old.labels if (now_ := new.label(label.id)) is None or _meaning(label) != _meaning(now_)}


def _meaning(label: Label) -> tuple[object, ...]:
    """What a label stands for; its colours and key are nobody's reason to read again."""
    return (label.name, label.definition, label.boundary, label.examples, label.counterexamples)


def _wanted(project: Project, to: Sequence[str]) -> dict[str, str]:
    names = people.names(project.connection)
    given = dict(sorted(((person, names[person]) for person in tasks.people(project.connection)), key=itemgetter(1)))
    if not given:
        raise InputError("Nothing was given out yet. Begin with: annotator assign {path} --to NAME,NAME.", path=project.path)
    if not to:
        return given
    by_name = {name.casefold(): person for person, name in given.items()}
    unknown = [name for name in to if name.casefold() not in by_name]
    if unknown:
        raise InputError("Nothing was given to {names}.", names=", ".join(unknown))
    return {by_name[name.casefold()]: given[by_name[name.casefold()]] for name in to}


def _paths(project: Project, folder: Path, wanted: Mapping[str, str]) -> Iterator[tuple[str, Path]]:
    taken: set[str] = set()
    for person, name in wanted.items():
        stem = f"{project.path.stem}-{_UNSAFE.sub('_', name).strip(' .')[:80]}"
        if stem.casefold() in taken:
            stem = f"{stem}-{person[:6]}"
        taken.add(stem.casefold())
        yield person, folder / f"{stem}{SUFFIX}"


def _hand(project: Project, person: str, name: str, path: Path, *, update: bool) -> HandedOut:
    mine = list((tasks.assigned(project.connection, person) or {}).values())
    was_out = any(task.handed_out for task in tasks.of_person(project.connection, person))
    blind = sum(a.condition is Condition.BLIND for a in mine)
    made = None
    if update and path.exists():
        made = _update_in_place(project, person, name, path, mine)
    elif update and was_out:
        path = path.with_name(f"{path.stem}.update{SUFFIX}")
        path.unlink(missing_ok=True)
        _write(project, name, path, UPDATE, Part(mine, decisions=False))
        made = HandedOut(name, path, UPDATE, len(mine), blind)
    else:
        _write(project, name, path, TASK, Part(mine))
        made = HandedOut(name, path, TASK, len(mine), blind)
    with transaction(project.connection):
        tasks.went_out(project.connection, [a.id for a in mine], now())
    return made


def _update_in_place(project: Project, person: str, name: str, path: Path, mine: Sequence[Assignment]) -> HandedOut:
    with tempfile.TemporaryDirectory() as folder:
        between = Path(folder) / f"{person}{SUFFIX}"
        _write(project, name, between, UPDATE, Part(mine, decisions=False))
        with Project.open(path, who="hand-out") as task:
            return apply_update(task, between)


def _write(project: Project, name: str, path: Path, role: str, part: Part) -> None:
    """Make a file in a place of its own; a whole copy of it then appears at `path`."""
    with tempfile.TemporaryDirectory() as folder, create_project(Path(folder) / f"new{SUFFIX}", project.title) as file:
        with transaction(file.connection), project.snapshot():
            _fill(project, file, name, role, part)
        save_copy(file.connection, path)


def _fill(project: Project, file: ProjectFile, name: str, role: str, part: Part) -> None:
    for key, value in (("id", project.file.setting("id") or ""), ("role", role), ("task of", name)):
        file.set(key, value)
    extract.copy_knowledge(project.connection, file.connection)
    others = [other for other in people.names(project.connection).values() if other.casefold() != name.casefold()]

    def anonymous(source: str) -> str:
        # A file of somebody's spans is often called after them.
        return "import:…" if any(other.casefold() in source.casefold() for other in others) else source

    extract.copy_part(project.connection, file.connection, part, anonymous=anonymous, at=now())


def _check_update(task: Project, source: sqlite3.Connection, path: Path) -> None:
    settings = dict(source.execute("SELECT key, value FROM project"))
    if settings.get("role") != UPDATE:
        raise ProjectError("{path} is no update.", path=path)
    if (settings.get("id"), settings.get("task of")) != (task.file.setting("id"), task.file.setting("task of")):
        raise ProjectError("{path} is an update of another task: that of {name}.", path=path, name=settings.get("task of", ""))
    for (text,) in source.execute("SELECT json FROM scheme"):
        try:
            scheme_from_json(text)
        except (json.JSONDecodeError, LookupError, TypeError, ValueError) as error:
            raise ProjectError("{path} is damaged: {why}.", path=path, why=error) from error


def _tasks_in(source: sqlite3.Connection) -> list[Assignment]:
    rows = source.execute(
        """SELECT s.id, s.article, s.annotator, s.round, s.condition FROM task AS t JOIN assignment AS s ON s.id = t.assignment
        ORDER BY t.position"""
    )
    return [Assignment(a, article, person, round_name, Condition(c)) for a, article, person, round_name, c in rows]
