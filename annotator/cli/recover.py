"""The command that gets a sound project out of a damaged one. `cli` adds it to its own."""

from dataclasses import asdict
from pathlib import Path

import click

from annotator.cli.saying import JSON, PATH, reported, say_json


@click.command()
@click.argument("damaged", type=PATH)
@click.argument("out", type=PATH)
@JSON
@reported
def recover(damaged: Path, out: Path, *, as_json: bool) -> None:
    """Write what can be read of the project DAMAGED as a new project OUT. DAMAGED is not touched; texts also come from its backups.

    \b
    Example:
      annotator recover county-press.annot recovered.annot
    """  # noqa: D301
    from annotator.project.recovering import recover as run  # noqa: PLC0415

    report = run(damaged, out)
    if as_json:
        say_json(asdict(report))
        return
    click.echo(f"Made {report.path}.")
    for table, count in report.rows.items():
        refused = report.refused.get(table, 0)
        click.echo(f"  {table}: {count}{f' ({refused} could not be used)' if refused else ''}")
    if report.expected is not None:
        click.echo(f"The damaged file counted {report.expected} decisions; {report.rows.get('decision', 0)} came back.")
    if report.left_out_file is not None:
        click.echo(f"{report.left_out} decisions speak of texts that are lost: {report.left_out_file}")
    if report.new_scheme:
        click.echo("The label scheme was lost; the one that ships stands in its place.")
    for backup in report.backups:
        click.echo(f"A backup may hold more decisions: annotator merge {report.path} {backup}")
    for problem in report.problems:
        click.echo(f"Still wrong: {problem}")


def add_commands(group: click.Group) -> None:
    """Add the command to `group`."""
    group.add_command(recover)
