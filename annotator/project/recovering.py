"""Get a sound project out of a damaged one."""

import json
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from annotator import places
from annotator.core.errors import NotAProject, ProjectBusy, ProjectError
from annotator.project.backing_up import backups_of
from annotator.project.creating import scheme_of
from annotator.project.workspace import now
from annotator.store import integrity, knowledge
from annotator.store.appearing import check_free, why
from annotator.store.file import ProjectFile, create_project, save_copy
from annotator.store.lock import WriterLock
from annotator.store.recovery import Recovered, rebuild_from
from annotator.store.salvage import damaged


@dataclass(frozen=True, slots=True)
class RecoveryReport:
    """What came back, by table, and what did not.

    `refused` were found and are not what their names say. `expected` is how many decisions the damaged file counted itself (None: it
    cannot be read). `left_out` decisions are in `left_out_file`, because the text they speak of is lost. `new_scheme` says that the
    label scheme was lost and the one that ships stands in its place. `backups` are earlier copies: `merge` brings their decisions.
    """

    path: Path
    rows: Mapping[str, int]
    refused: Mapping[str, int]
    expected: int | None
    left_out: int
    left_out_file: Path | None
    gaps: int
    new_scheme: bool
    backups: tuple[Path, ...]
    problems: tuple[str, ...]


def recover(path: Path, out: Path) -> RecoveryReport:
    """Write what can be read of the project at `path`, and of the texts in its backups, as a new project `out`; `path` is not touched.

    Raises:
        NotAProject: there is no file `path`.
        ProjectBusy: somebody writes it now; it is not closed, not damaged.
        ProjectError: nothing of it can be read, or `out` cannot be written.
    """
    if not path.is_file():
        raise NotAProject("There is no project at {path}.", path=path)
    out = out.absolute()
    check_free(out)
    backups = backups_of(path.resolve())
    with _undisturbed(path.resolve()), tempfile.TemporaryDirectory(prefix="annotator-") as folder:
        sound = Path(folder) / "sound.annot"
        create_project(sound, path.stem).close()
        with create_project(Path(folder) / "new.annot", path.stem) as file:
            found = _rebuilt(file, path, sound, backups)
            new_scheme = _with_scheme(file, found)
            problems = tuple(integrity.problems(file.connection))
            save_copy(file.connection, out)
    return RecoveryReport(
        out,
        {table: count for table, count in sorted(found.rows.items()) if count},
        dict(found.refused),
        found.expected,
        len(found.left_out),
        _write_left_out(out, found.left_out),
        found.gaps,
        new_scheme,
        tuple(backups),
        problems,
    )


@contextmanager
def _undisturbed(path: Path) -> Iterator[None]:
    """Keep writers away; a folder that cannot be written has none."""
    try:
        lock = WriterLock(path, "annotator recover")
    except ProjectBusy:
        raise
    except ProjectError:
        yield
        return
    try:
        yield
    finally:
        lock.release(traceless=True)


def _rebuilt(file: ProjectFile, path: Path, sound: Path, backups: Sequence[Path]) -> Recovered:
    with ExitStack() as stack:
        source = stack.enter_context(damaged(path, sound))
        earlier = []
        for backup in backups:
            with suppress(ProjectError):
                earlier.append(stack.enter_context(damaged(backup, sound)))
        found = rebuild_from(file.connection, source, earlier)
    if not any(found.rows.get(table) for table in ("page", "decision", "scheme")):
        raise ProjectError("Nothing of {path} could be read. Go back to a backup of it.", path=path)
    return found


def _with_scheme(file: ProjectFile, found: Recovered) -> bool:
    """Put the shipped scheme where there is none, as the version that the decisions speak of; return whether that was so."""
    if found.rows.get("scheme"):
        return False
    (version,) = file.connection.execute("SELECT coalesce(max(scheme_version), 1) FROM decision").fetchone()
    shipped = scheme_of(places.shipped("seeds", "scheme.json"))
    knowledge.put_scheme(file.connection, replace(shipped, version=version), now())
    return True


def _write_left_out(out: Path, rows: Sequence[Mapping[str, Any]]) -> Path | None:
    if not rows:
        return None
    path = out.with_name(f"{out.name}.left-out.jsonl")
    try:
        path.write_text("".join(json.dumps(row, ensure_ascii=False, default=repr) + "\n" for row in rows), encoding="utf-8")
    except OSError as error:
        raise ProjectError("{path} cannot be written: {why}", path=path, why=why(error)) from error
    return path
