"""What the commands have in common: how they say what they did, what went wrong, and how far they are."""

import codecs
import functools
import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import ParamSpec, TypeVar

import click

from annotator.core.errors import AnnotatorError
from annotator.project.workspace import Project
from annotator.store.whereabouts import whereabouts

P = ParamSpec("P")
R = TypeVar("R")

PATH = click.Path(path_type=Path)
JSON = click.option("--json", "as_json", is_flag=True, help="Report as JSON.")


def text(_context: click.Context, _parameter: click.Parameter, value: str | None) -> str | None:
    """Refuse a name or title whose bytes are no text in the terminal's encoding."""
    try:
        (value or "").encode()
    except UnicodeEncodeError as error:
        raise click.BadParameter("these bytes are not text in the encoding of this terminal.") from error
    return value


def reported(command: Callable[P, R]) -> Callable[P, R]:
    """Turn errors that are for people into one sentence and exit code 1."""

    @functools.wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return command(*args, **kwargs)
        except AnnotatorError as error:
            # Names of files may hold line breaks; a sentence is one line.
            click.echo(f"annotator: {' '.join(str(error).splitlines())}", err=True)
            sys.exit(error.exit_code)

    return run


def say_json(value: object) -> None:
    """Print a report as one line of JSON; paths are their names."""
    # Chinese Windows gives programs GBK to write in: what is escaped is the same JSON in every encoding.
    is_utf8 = codecs.lookup(sys.stdout.encoding or "ascii").name == "utf-8"
    click.echo(json.dumps(value, ensure_ascii=not is_utf8, default=str))


@contextmanager
def progress(label: str) -> Iterator[Callable[[int, int], None]]:
    """Yield a callback `(done, all)` that draws a bar on a terminal and nothing elsewhere."""
    if not sys.stderr.isatty():
        yield lambda _done, _all: None
        return
    with click.progressbar(length=1, label=label, file=sys.stderr) as bar:

        def draw(done: int, everything: int) -> None:
            bar.length = max(everything, 1)
            bar.update(done - bar.pos)

        yield draw


def open_project(path: Path, *, write: bool = True) -> Project:
    """Open a project; who waits for it is told which command holds it. One that will be written is warned of where it lies."""
    opened = Project.open(path, write=write, who=f"annotator {' '.join(sys.argv[1:2])}")
    if write:
        warn_of_place(opened.path)
    return opened


def warn_of_place(path: Path) -> None:
    """Say on standard error that the project at `path` lies on the network, or where a program copies it elsewhere; else nothing."""
    where = whereabouts(path)
    what = f"in a folder that {where.program} synchronises" if where.program else "on a network drive"
    if not where.is_safe:
        said = f"warning: {path} is {what}, where it can break. Keep it on a disk of this computer; exchange work by hand-in and merge."
        click.echo(" ".join(said.splitlines()), err=True)
