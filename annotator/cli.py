"""The command line: reads arguments, calls `annotator.project`, says what happened.

Exit codes: 0 done, 1 it could not be done (one sentence on standard error), 2 wrong usage. The window is imported only by the
commands that open it.
"""

import codecs
import functools
import io
import json
import os
import shlex
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import ParamSpec, TypeVar

import click

from annotator import __version__
from annotator.core.errors import AnnotatorError, NotAProject
from annotator.project.workspace import Project

P = ParamSpec("P")
R = TypeVar("R")

_PATH = click.Path(path_type=Path)
_JSON = click.option("--json", "as_json", is_flag=True, help="Report as JSON.")


def _text(_context: click.Context, _parameter: click.Parameter, value: str | None) -> str | None:
    """Refuse a name or title whose bytes are no text in the terminal's encoding."""
    try:
        (value or "").encode()
    except UnicodeEncodeError as error:
        raise click.BadParameter("these bytes are not text in the encoding of this terminal.") from error
    return value


def _says(error: AnnotatorError) -> None:
    # Names of files may hold line breaks; a sentence is one line.
    click.echo(f"annotator: {' '.join(str(error).splitlines())}", err=True)


def _reported(command: Callable[P, R]) -> Callable[P, R]:
    """Turn errors that are for people into one sentence and exit code 1."""

    @functools.wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return command(*args, **kwargs)
        except AnnotatorError as error:
            _says(error)
            sys.exit(error.exit_code)

    return run


def _say_json(value: object) -> None:
    # Chinese Windows gives programs GBK to write in: what is escaped is the same JSON in every encoding.
    is_utf8 = codecs.lookup(sys.stdout.encoding or "ascii").name == "utf-8"
    click.echo(json.dumps(value, ensure_ascii=not is_utf8))


@contextmanager
def _progress(label: str) -> Iterator[Callable[[int, int], None]]:
    """Yield a callback `(done, all)` that draws a bar on a terminal and nothing elsewhere."""
    if not sys.stderr.isatty():
        yield lambda _done, _all: None
        return
    with click.progressbar(length=1, label=label, file=sys.stderr) as bar:

        def draw(done: int, everything: int) -> None:
            bar.length = max(everything, 1)
            bar.update(done - bar.pos)

        yield draw


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


@cli.command("import")
@click.argument("project", type=_PATH)
@click.argument("paths", type=_PATH, nargs=-1, required=True)
@click.option("--whole", is_flag=True, help="Keep each page one article.")
@click.option("--encoding", help="Read all files in this encoding instead of guessing.")
@click.option("--by", metavar="NAME", callback=_text, help="Spans become NAME's finished annotation instead of candidates.")
@click.option("--text", "text_column", metavar="COLUMN", callback=_text, help="The column of tables that holds the texts; remembered.")
@_JSON
@_reported
def import_(
    project: Path,
    paths: tuple[Path, ...],
    *,
    whole: bool,
    encoding: str | None,
    by: str | None,
    text_column: str | None,
    as_json: bool,
) -> None:
    """Import PATHS (files or folders) into PROJECT. Importing twice adds nothing.

    Reads txt, md, html, csv, tsv, xlsx, json, jsonl, docx, pdf with a text layer, and zip of these.

    What cannot be read in a folder is skipped, and said; a file named here that cannot be imported makes it fail after the others.

    \b
    Example:
      annotator import county-press.annot pages/ --encoding gb18030
    """  # noqa: D301
    from annotator.project.importing import import_paths  # noqa: PLC0415

    with _open(project) as opened, _progress("Importing") as progress:
        report = import_paths(opened, paths, whole=whole, encoding=encoding, by=by, text_column=text_column, progress=progress)
    if as_json:
        _say_json(asdict(report))
    else:
        click.echo(
            f"{report.files} files: {report.pages} new pages, {report.articles} new articles, "
            f"{report.spans} new spans, {report.known} known."
        )
        if report.articles:
            click.echo(f"Next: annotator suggest {project}")
    lost = [skipped for skipped in report.skipped if skipped.named]
    for skipped in report.skipped:
        if skipped not in lost and not as_json:
            click.echo(f"skipped: {skipped.why}", err=True)
    if lost:
        why = "; ".join(skipped.why.rstrip(".") for skipped in lost)
        raise AnnotatorError("{count} files were not imported: {why}.", count=len(lost), why=why)


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
@click.argument("out", type=_PATH)
@click.option("--format", "_format", type=click.Choice(["jsonl"]), default="jsonl", show_default=True, help="How OUT is written.")
@click.option(
    "--layer",
    type=click.Choice(["annotation", "candidates", "ledger"]),
    default="annotation",
    show_default=True,
    help="The mentions, what the program proposes, or everything with all decisions.",
)
@click.option("--by", metavar="NAME", callback=_text, help="Only NAME's work.")
@click.option("--round", "round_name", metavar="R", callback=_text, help="Only this round.")
@click.option("--finished", is_flag=True, help="Only articles that were finished.")
@_JSON
@_reported
def export(
    project: Path, out: Path, _format: str, layer: str, by: str | None, *, round_name: str | None, finished: bool, as_json: bool
) -> None:
    """Write PROJECT's annotation to OUT.

    All articles are written; meta.finished says who read which to the end.

    \b
    Example:
      annotator export county-press.annot ledger.jsonl --layer ledger
    """  # noqa: D301
    from annotator.project.exporting import Layer, export_jsonl  # noqa: PLC0415

    with _open(project, write=False) as opened, _progress("Exporting") as progress:
        report = export_jsonl(opened, out, layer=Layer(layer), by=by, round_name=round_name, finished=finished, progress=progress)
    if as_json:
        _say_json(asdict(report))
    else:
        click.echo(f"{report.articles} articles with {report.spans} spans in {out}.")


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


def _open(path: Path, *, write: bool = True) -> Project:
    return Project.open(path, write=write, who=f"annotator {' '.join(sys.argv[1:2])}")


def _has_screen() -> bool:
    if os.environ.get("QT_QPA_PLATFORM") in {"offscreen", "minimal"}:
        return False
    return sys.platform in {"win32", "darwin"} or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _run_window(project: Path | None, name: str | None) -> None:
    from annotator.app import run  # noqa: PLC0415

    sys.exit(run(project, annotator=name))


def main() -> None:
    """Run the command line."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # What the terminal's encoding lacks is written as an escape instead of ending the program.
            stream.reconfigure(errors="backslashreplace")
    cli.main(prog_name="annotator")
