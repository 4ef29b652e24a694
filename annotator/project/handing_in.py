"""Hand work in: one sealed file that says how many decisions it holds and what their rows hash to."""

import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from annotator.core.errors import ProjectError
from annotator.project.workspace import Project, now
from annotator.store import people
from annotator.store.appearing import keep, why
from annotator.store.file import save_copy
from annotator.store.union import Seal, seal_of


@dataclass(frozen=True, slots=True)
class Sealed:
    """What was handed in: the file, whose work it is, its decisions, and how many of their articles are finished."""

    path: Path
    names: tuple[str, ...]
    decisions: int
    sha256: str
    articles: int
    finished: int


def hand_in(task: Project, out: Path) -> Sealed:
    """Write everything that was decided in `task` as one file at `out`, which appears complete or not at all; an older one is replaced.

    Raises:
        ProjectError: `out` is the task itself, is no file, or cannot be written.
    """
    out = out.absolute()
    if out.resolve() == task.path.resolve():
        raise ProjectError("{path} is the task itself. Choose another name.", path=out)
    if out.is_dir():
        raise ProjectError("{path} is a folder. Name the file too.", path=out)
    if out.exists():
        _check_replaceable(out, task)
    temporary = out.with_name(f".{out.name}.sealing")
    try:
        temporary.unlink(missing_ok=True)
        save_copy(task.connection, temporary)
        seal = _sealed(temporary)
        temporary.replace(out)
        keep(out.parent)
    except (OSError, sqlite3.DatabaseError) as error:
        raise ProjectError("{path} cannot be written: {why}", path=out, why=why(error)) from error
    except ProjectError as error:
        # The person has not heard of the temporary file.
        raise ProjectError(error.template, **{**error.facts, "path": out}) from error
    finally:
        with suppress(OSError):
            temporary.unlink()
    articles, finished = task.connection.execute("SELECT count(*), coalesce(sum(finished IS NOT NULL), 0) FROM assignment").fetchone()
    names = [p.name for p in people.progress(task.connection) if p.decisions]
    return Sealed(out, tuple(names), seal.decisions, seal.sha256, articles, finished)


def _sealed(path: Path) -> Seal:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA trusted_schema = OFF")
        # One file, not one with a log beside it: it can be read where nothing can be written.
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute("PRAGMA synchronous = FULL")
        seal = seal_of(connection)
        rows = [("sealed decisions", str(seal.decisions)), ("sealed sha256", seal.sha256), ("sealed at", now())]
        connection.execute("BEGIN")
        connection.executemany("INSERT INTO project VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value", rows)
        connection.execute("COMMIT")
    return seal


def _check_replaceable(out: Path, task: Project) -> None:
    """An earlier hand-in of the same task may go; any other file stays."""
    with closing(sqlite3.connect(f"{out.as_uri()}?mode=ro&immutable=1", uri=True)) as connection:
        try:
            there = dict(connection.execute("SELECT key, value FROM project"))
        except sqlite3.DatabaseError:
            there = {}
    if "sealed decisions" not in there or (there.get("id"), there.get("task of")) != (
        task.file.setting("id"),
        task.file.setting("task of"),
    ):
        raise ProjectError("{path} exists already and is not an earlier hand-in of this task. Choose another name.", path=out)
