"""The command line: reads arguments, calls `annotator.project`, says what happened.

Exit codes: 0 done, 1 it could not be done (one sentence on standard error), 2 wrong usage. The window is imported only by the
commands that open it.
"""

import io
import os
import shlex
import sys
from dataclasses import asdict
from pathlib import Path

import click

from annotator import __version__
from annotator.cli import agreement, exchange, recover, team
from annotator.cli.saying import JSON as _JSON
from annotator.cli.saying import PATH as _PATH
from annotator.cli.saying import open_project as _open
from annotator.cli.saying import progress as _progress
from annotator.cli.saying import reported as _reported
from annotator.cli.saying import say_json as _say_json
from annotator.cli.saying import text as _text
from annotator.cli.saying import warn_of_place as _warn_of_place
from annotator.core.errors import AnnotatorError, NotAProject


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="annotator")
@click.pass_context
def cli(context: click.Context) -> None:
    """Label mentions of poverty-alleviation programmes in Chinese newspaper pages.

    Without a command it opens the window.

    \b
    Example:
      annotator demo
    """  # noqa: D301
    if context.invoked_subcommand is None:
        context.invoke(open_window, project=None, name=None)


@cli.command()
@click.argument("folder", type=_PATH, default=Path("demo"))
@click.option("--no-window", is_flag=True, help="Only make the files.")
@_reported
def demo(folder: Path, *, no_window: bool) -> None:
    """Make a sample project in FOLDER (default: demo) and open it.

    \b
    Example:
      annotator demo /tmp/try --no-window
    """  # noqa: D301
    from annotator.project.demo import make_demo  # noqa: PLC0415

    with _progress("Sample pages") as progress:
        made = make_demo(folder, progress=progress)
    s = made.status
    click.echo(f"Project    {made.project}")
    click.echo(f"           {s.pages} pages, {s.articles} articles, {s.captions} captions, {s.candidates} candidates")
    click.echo(f"Candidates {made.jsonl}")
    if no_window:
        return
    if not _has_screen():
        click.echo(f"There is no screen here. Open it later with: annotator open {shlex.quote(str(made.project))}")
        return
    _run_window(made.project, None)


@cli.command()
@click.argument("project", type=_PATH)
@click.option("--scheme", type=_PATH, help="A label scheme (JSON); default: the one that ships.")
@click.option("--title", default="", callback=_text, help="What the study is called; default: the file's name.")
@_reported
def new(project: Path, scheme: Path | None, title: str) -> None:
    """Make an empty PROJECT.

    \b
    Example:
      annotator new county-press.annot --title "清溪扶贫报道 2018–2020"
    """  # noqa: D301
    from annotator.project.creating import new_project  # noqa: PLC0415

    with new_project(project, title=title, scheme_file=scheme) as made:
        click.echo(f"Made {made.path} with {len(made.scheme().labels)} labels.")
        _warn_of_place(made.path)


@cli.command()
@click.argument("project", type=_PATH)
@click.option("--source", default="lexicon,patterns", show_default=True, help="Where candidates come from, separated by commas.")
@click.option("--anew", is_flag=True, help="Also articles whose candidates are of just these sources already.")
@_JSON
@_reported
def suggest(project: Path, source: str, *, anew: bool, as_json: bool) -> None:
    """Compute the candidates of PROJECT again where lexicon, rules or sources have changed. Decisions are never touched.

    With the source "learned" the program first learns from the decisions made in PROJECT; begun articles then keep what they have.

    \b
    Example:
      annotator suggest county-press.annot --source lexicon
    """  # noqa: D301
    from annotator.project.suggesting import SOURCES  # noqa: PLC0415
    from annotator.project.suggesting import suggest as run  # noqa: PLC0415

    wanted = [part.strip() for part in source.split(",") if part.strip()]
    unknown = [part for part in wanted if part not in SOURCES]
    if unknown or not wanted:
        raise click.BadParameter(f"{', '.join(unknown) or 'nothing'}: choose from {', '.join(SOURCES)}", param_hint="--source")
    with _open(project) as opened, _progress("Suggesting") as progress:
        found = run(opened, sources=wanted, anew=anew, progress=progress)
    if as_json:
        _say_json({"candidates": found})
    else:
        click.echo(f"{found} candidates.")


@cli.command("open")
@click.argument("project", type=_PATH, required=False)
@click.option("--as", "name", metavar="NAME", callback=_text, help="Who is annotating.")
@_reported
def open_window(project: Path | None, name: str | None) -> None:
    """Open the window, with PROJECT if one is named.

    \b
    Example:
      annotator open county-press.annot --as 林晓
    """  # noqa: D301
    if project is not None and not project.exists():
        # Before Qt is loaded, and without a screen too.
        raise NotAProject("There is no project at {path}.", path=project)
    if not _has_screen():
        raise AnnotatorError("There is no screen here to open a window on.")
    _run_window(project, name)


@cli.command()
@click.argument("project", type=_PATH)
@_JSON
@_reported
def status(project: Path, *, as_json: bool) -> None:
    """Say how far PROJECT is: pages, articles, candidates; per annotator open, finished, decisions.

    \b
    Example:
      annotator status county-press.annot --json
    """  # noqa: D301
    from annotator.project.status import status_of  # noqa: PLC0415

    with _open(project, write=False) as opened:
        s = status_of(opened)
    if as_json:
        _say_json(asdict(s))
        return
    click.echo(f"{s.title}: {s.pages} pages, {s.articles} articles, {s.captions} captions, {s.candidates} candidates")
    for person in s.annotators:
        click.echo(f"{person.name}: {person.open} open, {person.finished} finished, {person.decisions} decisions, {person.marks} marks")


@cli.command()
@click.argument("project", type=_PATH)
@_JSON
@_reported
def check(project: Path, *, as_json: bool) -> None:
    """Check PROJECT: SQLite, hashes, surfaces, the ledger against its projection. Exit 1 if something is wrong.

    \b
    Example:
      annotator check county-press.annot
    """  # noqa: D301
    from annotator.project.checking import problems  # noqa: PLC0415

    with _open(project, write=False) as opened:
        found = problems(opened)
    if as_json:
        _say_json({"problems": found})
    elif not found:
        click.echo(f"{project} is sound.")
    if found:
        if not as_json:
            for problem in found:
                click.echo(problem)
        raise AnnotatorError("{project}: {count} problems.", project=project, count=len(found))


def _has_screen() -> bool:
    if os.environ.get("QT_QPA_PLATFORM") in {"offscreen", "minimal"}:
        return False
    return sys.platform in {"win32", "darwin"} or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _run_window(project: Path | None, name: str | None) -> None:
    from annotator.app import run  # noqa: PLC0415

    sys.exit(run(project, annotator=name))


for _part in (exchange, team, agreement, recover):
    _part.add_commands(cli)


def main() -> None:
    """Run the command line."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # What the terminal's encoding lacks is written as an escape instead of ending the program.
            stream.reconfigure(errors="backslashreplace")
    cli.main(prog_name="annotator")
