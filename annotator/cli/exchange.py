"""The commands through which pages, spans and annotation go in and out. `cli` adds them to its own."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

import click

from annotator.cli.saying import JSON, PATH, open_project, progress, reported, say_json, text
from annotator.core.errors import AnnotatorError
from annotator.exchange.formats.table import NAMES, READ

# What a format could not hold, with `count` filled in.
LOSSES = {
    "blank": "{count} spans hold nothing but white space",
    "character": "{count} cells hold characters that a workbook cannot; each is replaced by U+FFFD",
    "control_character": "{count} characters cannot stand in XML; each is replaced by U+FFFD",
    "label": "{count} spans have a label that the newest scheme does not have; they have no tag",
    "long": "{count} cells are longer than a workbook allows and are cut",
    "note": "{count} spans have notes or flags, which this format does not hold",
    "overlap": "{count} spans overlap a longer one and have no tag",
    "parquet": "{count} Parquet files were not written: install pyarrow for them",
    "programme": "{count} spans are linked to programmes, which this format does not hold",
    "rejected": "{count} rejected candidates, which this format does not hold",
    "repeat": "{count} spans stand in paragraphs printed before, which count once; --repeats keeps them",
    "token_edge": "{count} spans begin or end inside a word and have no tag",
    "trimmed": "{count} spans lost white space at their ends",
}


@click.command("import")
@click.argument("project", type=PATH)
@click.argument("paths", type=PATH, nargs=-1, required=True)
@click.option("--whole", is_flag=True, help="Keep each page one article.")
@click.option("--encoding", help="Read all files in this encoding instead of guessing.")
@click.option("--by", metavar="NAME", callback=text, help="Spans become NAME's finished annotation instead of candidates.")
@click.option("--text", "text_column", metavar="COLUMN", callback=text, help="The column of tables that holds the texts; remembered.")
@click.option("--format", "format_name", type=click.Choice(["auto", *READ]), default="auto", show_default=True, help="What the files are.")
@click.option("--unit", type=click.Choice(["code-points", "utf-16"]), help="What offsets count, where a file leaves that open.")
@click.option(
    "--labels",
    multiple=True,
    metavar="OLD=NEW|FILE",
    help="What labels of the files are called here, or a CSV that says so; OLD= leaves out.",
)
@click.option("--dry-run", is_flag=True, help="Only count what would come of files with annotations, and list all that is refused.")
@JSON
@reported
def import_(
    project: Path,
    paths: tuple[Path, ...],
    *,
    whole: bool,
    encoding: str | None,
    by: str | None,
    text_column: str | None,
    format_name: str,
    unit: str | None,
    labels: tuple[str, ...],
    dry_run: bool,
    as_json: bool,
) -> None:
    """Import PATHS (files or folders) into PROJECT. Importing twice adds nothing.

    Reads txt, md, html, csv, tsv, xlsx, json, jsonl, docx, pdf with a text layer, and zip of these; with spans: its own jsonl, and files
    of Prodigy, doccano, Label Studio, spaCy, brat, CoNLL and CAS.

    What cannot be read in a folder is skipped, and said; a file named here that cannot be imported makes it fail after the others.

    \b
    Example:
      annotator import county-press.annot pages/ --encoding gb18030
      annotator import county-press.annot doccano.jsonl --by 林晓 --labels 产业=INDUSTRY
    """  # noqa: D301
    from annotator.cli.import_plan import say_units  # noqa: PLC0415
    from annotator.project.importing import import_paths, label_map  # noqa: PLC0415

    if dry_run:
        chosen = None if format_name == "auto" else format_name
        _plan(project, paths, chosen, {"encoding": encoding, "unit": unit}, label_map(labels), as_json=as_json)
        return
    with open_project(project) as opened, progress("Importing") as shown:
        report = import_paths(
            opened,
            paths,
            whole=whole,
            encoding=encoding,
            by=by,
            text_column=text_column,
            format_name=None if format_name == "auto" else format_name,
            unit=unit,
            labels=label_map(labels),
            progress=shown,
        )
    if as_json:
        say_json(asdict(report))
    else:
        click.echo(
            f"{report.files} files: {report.pages} new pages, {report.articles} new articles, "
            f"{report.spans} new spans, {report.known} known."
        )
        say_units(report.units)
        if report.articles:
            click.echo(f"Next: annotator suggest {project}")
    lost = [skipped for skipped in report.skipped if skipped.named]
    for skipped in report.skipped:
        if skipped not in lost and not as_json:
            click.echo(f"skipped: {skipped.why}", err=True)
    if lost:
        why = "; ".join(skipped.why.rstrip(".") for skipped in lost)
        raise AnnotatorError("{count} files were not imported: {why}.", count=len(lost), why=why)


def _plan(
    project: Path,
    paths: tuple[Path, ...],
    format_name: str | None,
    said: Mapping[str, str | None],
    labels: Mapping[str, str],
    *,
    as_json: bool,
) -> None:
    from annotator.cli.import_plan import say_plan  # noqa: PLC0415
    from annotator.project.importing_spans import plan_spans  # noqa: PLC0415
    from annotator.project.sources import How  # noqa: PLC0415

    how = How(encoding=said["encoding"], format_name=format_name, unit=said["unit"], labels=labels)
    with open_project(project, write=False) as opened, progress("Reading") as shown:
        say_plan(plan_spans(opened, paths, how, progress=shown), opened.scheme(), as_json=as_json)


def _ratios(_context: click.Context, _parameter: click.Parameter, value: str | None) -> tuple[float, ...] | None:
    try:
        return None if value is None else tuple(float(part) for part in value.replace("：", ":").split(":"))
    except ValueError as error:
        raise click.BadParameter("write weights with colons between them, such as 8:1:1.") from error


@click.command()
@click.argument("project", type=PATH)
@click.argument("out", type=PATH)
@click.option("--format", "format_name", type=click.Choice(NAMES), default="jsonl", show_default=True, help="How OUT is written.")
@click.option(
    "--layer",
    type=click.Choice(["annotation", "candidates", "gold", "ledger"]),
    default="annotation",
    show_default=True,
    help="The mentions, what the program proposes, what was adjudicated, or everything with all decisions (jsonl only).",
)
@click.option("--by", metavar="NAME", callback=text, help="Only NAME's work.")
@click.option("--round", "round_name", metavar="R", callback=text, help="Only this round.")
@click.option("--condition", type=click.Choice(["shown", "blind"]), help="Only work done with candidates, or without.")
@click.option("--finished", is_flag=True, help="Only articles that were finished.")
@click.option("--repeats", is_flag=True, help="Keep paragraphs printed before, which otherwise count once (jsonl and ledger always do).")
@click.option("--healed", is_flag=True, help="Leave out the line breaks that columns made inside sentences.")
@click.option("--tokens", type=click.Choice(["characters", "words"]), default="characters", show_default=True, help="What a token is.")
@click.option("--tags", type=click.Choice(["bio", "bioes"]), default="bio", show_default=True, help="How tokens are tagged.")
@click.option("--unit", type=click.Choice(["code-points", "utf-16"]), help="What offsets count; default: what the format's own tool does.")
@click.option("--sentences", is_flag=True, help="Add the sentence around each mention (csv, xlsx).")
@click.option("--split", "ratios", metavar="8:1:1", callback=_ratios, help="A folder of train, (validation,) test.")
@click.option("--seed", type=int, default=0, show_default=True, help="What chance begins with in a split.")
@click.option(
    "--split-by",
    type=click.Choice(["cluster", "newspaper", "year"]),
    default="cluster",
    show_default=True,
    help="What is never divided, beside articles that print the same.",
)
@click.option("--blind-test", is_flag=True, help="Only articles read without candidates go into test.")
@click.option("--pseudonyms", is_flag=True, help="People are A1, A2…; their names stand nowhere.")
@click.option("--times", type=click.Choice(["exact", "day", "none"]), default="exact", show_default=True, help="When decisions were made.")
@click.option("--card", is_flag=True, help="Add a README that describes the data.")
@click.option("--language", type=click.Choice(["zh", "en"]), default="zh", show_default=True, help="The card's language.")
@JSON
@reported
def export(
    project: Path,
    out: Path,
    *,
    format_name: str,
    layer: str,
    by: str | None,
    round_name: str | None,
    condition: str | None,
    finished: bool,
    repeats: bool,
    healed: bool,
    tokens: str,
    tags: str,
    unit: str | None,
    sentences: bool,
    ratios: tuple[float, ...] | None,
    seed: int,
    split_by: str,
    blind_test: bool,
    pseudonyms: bool,
    times: str,
    card: bool,
    language: str,
    as_json: bool,
) -> None:
    """Write PROJECT's annotation to OUT, a file or (huggingface, label-studio, cas, brat, every split) a folder.

    All articles are written; meta.finished in jsonl says who read which to the end. What the format cannot hold is said on standard error.

    \b
    Example:
      annotator export county-press.annot ledger.jsonl --layer ledger
      annotator export county-press.annot corpus/ --format spacy --finished --split 8:1:1 --card
    """  # noqa: D301
    from annotator.core.decision import Condition  # noqa: PLC0415
    from annotator.exchange.formats.card import Language  # noqa: PLC0415
    from annotator.exchange.formats.document import Options, Tags, Tokens, Unit  # noqa: PLC0415
    from annotator.exchange.formats.splitting import By  # noqa: PLC0415
    from annotator.project.exporting import Choice, Layer, Splitting, Times  # noqa: PLC0415
    from annotator.project.exporting import export as run  # noqa: PLC0415

    if ratios is None and (blind_test or split_by != "cluster"):
        raise click.BadParameter("belongs to a split: add --split 8:1:1.", param_hint="--blind-test" if blind_test else "--split-by")
    choice = Choice(
        Layer(layer),
        by=by,
        round_name=round_name,
        condition=Condition(condition) if condition else None,
        finished=finished,
        repeats=repeats,
        pseudonyms=pseudonyms,
        times=Times(times),
    )
    options = Options(Tokens(tokens), Tags(tags), Unit(unit or "own"), healed=healed, sentences=sentences)
    splitting = None if ratios is None else Splitting(ratios, seed, By(split_by), blind_test=blind_test)
    with open_project(project, write=False) as opened, progress("Exporting") as shown:
        report = run(
            opened,
            out,
            format_name,
            choice,
            options,
            splitting=splitting,
            language=Language(language) if card else None,
            progress=shown,
        )
    if as_json:
        say_json({name: value for name, value in asdict(report).items() if value or name in {"articles", "spans"}})
    else:
        parts = ", ".join(f"{part} {count}" for part, count in report.splits.items())
        click.echo(f"{report.articles} articles with {report.spans} spans in {out}{f' ({parts})' if parts else ''}.")
    for loss in report.losses:
        click.echo(f"not in it: {said(loss.what, loss.count, loss.examples)}.", err=True)


def said(what: str, count: int, examples: Sequence[str]) -> str:
    """Return a loss in words, with the first places."""
    words = LOSSES.get(what, f"{{count}} × {what}").format(count=count)
    return f"{words}: {'; '.join(examples)}" if examples else words


@click.command()
@click.argument("project", type=PATH)
@click.argument("out", type=PATH)
@click.option("--pseudonyms", is_flag=True, help="People are A1, A2…; their names stand nowhere.")
@click.option("--times", type=click.Choice(["exact", "day", "none"]), default="exact", show_default=True, help="When decisions were made.")
@click.option("--no-text", is_flag=True, help="Leave the texts out: mentions with offsets and hashes only.")
@JSON
@reported
def archive(project: Path, out: Path, *, pseudonyms: bool, times: str, no_text: bool, as_json: bool) -> None:
    """Write everything that PROJECT knows into OUT.zip, in files that need no program to be read, for a data repository.

    \b
    Example:
      annotator archive county-press.annot county-press.zip --pseudonyms
    """  # noqa: D301
    from annotator.project.archiving import archive as run  # noqa: PLC0415
    from annotator.project.exporting import Choice, Layer, Times  # noqa: PLC0415

    choice = Choice(Layer.LEDGER, pseudonyms=pseudonyms, times=Times(times))
    with open_project(project, write=False) as opened, progress("Archiving") as shown:
        report = run(opened, out, choice, with_text=not no_text, progress=shown)
    if as_json:
        say_json(asdict(report))
    else:
        click.echo(f"{report.files} files with {report.articles} articles in {out}.")


@click.command()
@click.argument("standoff", type=PATH)
@click.argument("folder", type=PATH)
@click.argument("out", type=PATH)
@JSON
@reported
def rehydrate(standoff: Path, folder: Path, out: Path, *, as_json: bool) -> None:
    """Join the mentions in STANDOFF with your own copies of the texts in FOLDER; OUT is jsonl that import reads.

    \b
    Example:
      annotator rehydrate mentions.jsonl texts/ whole.jsonl
    """  # noqa: D301
    from annotator.project.rehydrating import rehydrate_file  # noqa: PLC0415

    report = rehydrate_file(standoff, folder, out)
    if as_json:
        say_json(asdict(report))
    else:
        click.echo(f"{report.articles} articles with {report.spans} spans in {out}.")
        for why in report.refused:
            click.echo(f"left out: {why}", err=True)


def add_commands(group: click.Group) -> None:
    """Add the commands of exchange to `group`."""
    for command in (import_, export, archive, rehydrate):
        group.add_command(command)
