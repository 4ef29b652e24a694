"""The commands of a team: who reads what, hand work out, hand it in, take it back. `cli` adds them to its own."""

from dataclasses import asdict
from pathlib import Path

import click

from annotator.cli.saying import JSON, PATH, open_project, reported, say_json
from annotator.core.errors import AnnotatorError


def _names(_context: click.Context, _parameter: click.Parameter, value: str | None) -> tuple[str, ...]:
    """Return the names between commas, half- or full-width."""
    try:
        (value or "").encode()
    except UnicodeEncodeError as error:
        raise click.BadParameter("these bytes are not text in the encoding of this terminal.") from error
    return tuple(name.strip() for name in (value or "").replace("，", ",").replace("、", ",").split(",") if name.strip())


@click.command()
@click.argument("project", type=PATH)
@click.option("--to", "names", required=True, metavar="A,B,C", callback=_names, help="Who reads, separated by commas.")
@click.option("--per-article", type=int, help="How many read an article that is read by several; default: 2 with --overlap, else 1.")
@click.option("--overlap", type=float, help="The share of the articles that several read; default: all with --per-article.")
@click.option("--blind", type=float, default=0.0, show_default=True, help="The share of the tasks that are read without candidates.")
@click.option("--round", "round_name", default="main", show_default=True, help="pilot, main, retest (one's own again) or any name.")
@click.option("--sample", type=float, help="Only so many articles: a share below 1, or a number. A retest takes a tenth.")
@click.option("--seed", type=int, default=0, show_default=True, help="What chance begins with.")
@JSON
@reported
def assign(
    project: Path,
    names: tuple[str, ...],
    *,
    per_article: int | None,
    overlap: float | None,
    blind: float,
    round_name: str,
    sample: float | None,
    seed: int,
    as_json: bool,
) -> None:
    """Say who reads which article of PROJECT, with candidates or blind.

    Running it again shares out anew what nobody has begun, for the people named then.

    \b
    Example:
      annotator assign county-press.annot --to 林晓,王芳 --overlap 0.2 --blind 0.1
    """  # noqa: D301
    from annotator.project.assigning import assign as run  # noqa: PLC0415

    several = per_article if per_article is not None else (1 if overlap is None else 2)
    with open_project(project) as opened:
        report = run(opened, names, per_article=several, overlap=overlap, blind=blind, round_name=round_name, sample=sample, seed=seed)
    if as_json:
        say_json(asdict(report))
        return
    for share in report.shares:
        click.echo(f"{share.name}: {share.articles} articles, {share.blind} blind, {share.characters} characters, {share.begun} begun")
    cells = ", ".join(f"{cell} {count}" for cell, count in report.cells.items())
    click.echo(f"Round {report.round}: {report.articles} articles, {report.several} read by several{f' ({cells})' if cells else ''}.")
    click.echo(f"{report.new} new tasks, {report.taken_back} taken back. Next: annotator hand-out {project} FOLDER")


@click.command("hand-out")
@click.argument("project", type=PATH)
@click.argument("folder", type=PATH)
@click.option("--update", is_flag=True, help="Bring a new scheme, lexicon and further articles into work under way.")
@click.option("--to", "names", metavar="A,B", callback=_names, help="Only for these people.")
@JSON
@reported
def hand_out(project: Path, folder: Path, names: tuple[str, ...], *, update: bool, as_json: bool) -> None:
    """Write one task file for each person into FOLDER, without anybody else's work.

    With --update, task files in FOLDER are brought up to date; who has theirs elsewhere gets an update file, to be merged into it.

    \b
    Example:
      annotator hand-out county-press.annot out/
    """  # noqa: D301
    from annotator.project.handing_out import hand_out as run  # noqa: PLC0415

    with open_project(project) as opened:
        made = run(opened, folder, update=update, to=names)
    if as_json:
        say_json([asdict(handed) for handed in made])
        return
    for handed in made:
        click.echo(f"{handed.name}: {handed.path} ({handed.what}, {handed.articles} articles, {handed.blind} blind)")
        for mark in handed.revisit:
            click.echo(f"  look again: {mark.article} {mark.start}–{mark.end} {mark.label} “{mark.surface}” (scheme {mark.version})")


@click.command("hand-in")
@click.argument("task", type=PATH)
@click.argument("out", type=PATH)
@JSON
@reported
def hand_in(task: Path, out: Path, *, as_json: bool) -> None:
    """Write the work in TASK as one sealed file OUT, safe to send.

    \b
    Example:
      annotator hand-in county-press-林晓.annot 林晓.annot
    """  # noqa: D301
    from annotator.project.handing_in import hand_in as run  # noqa: PLC0415

    with open_project(task) as opened:
        sealed = run(opened, out)
    if as_json:
        say_json(asdict(sealed))
    else:
        click.echo(f"{sealed.path}: {sealed.decisions} decisions, {sealed.finished} of {sealed.articles} articles finished.")


@click.command()
@click.argument("project", type=PATH)
@click.argument("files", type=PATH, nargs=-1, required=True)
@JSON
@reported
def merge(project: Path, files: tuple[Path, ...], *, as_json: bool) -> None:
    """Take the work in FILES back into PROJECT, in any order and any number of times. PROJECT is backed up before.

    \b
    Example:
      annotator merge county-press.annot in/*.annot
    """  # noqa: D301
    from annotator.project.merging import merge as run  # noqa: PLC0415

    with open_project(project) as opened:
        report = run(opened, files)
    if as_json:
        say_json(asdict(report))
    else:
        for receipt in report.receipts:
            click.echo(
                f"{receipt.name}: {receipt.decisions} new decisions, {receipt.known} known; "
                f"{receipt.newly_finished} articles newly finished, {receipt.finished} in all."
            )
            for line in (*receipt.notes, *(f"not taken: {why}" for why in receipt.refused)):
                click.echo(f"  {line}")
        for update in report.updates:
            click.echo(f"Brought up to date: {update.articles} articles, {len(update.revisit)} marks to look at again.")
        click.echo(f"Before: {report.backup}")
    if report.not_taken:
        why = "; ".join(lost.why.rstrip(".") for lost in report.not_taken)
        raise AnnotatorError("{count} files were not taken: {why}.", count=len(report.not_taken), why=why)


def add_commands(group: click.Group) -> None:
    """Add the team's commands to `group`."""
    for command in (assign, hand_out, hand_in, merge):
        group.add_command(command)
