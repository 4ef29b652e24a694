"""The command that measures agreement. `cli` adds it to its own; what computes is imported when it runs."""

from pathlib import Path

import click

from annotator.cli.saying import PATH, progress, reported, say_json
from annotator.core.decision import Condition
from annotator.project.workspace import Project


def _names(_context: click.Context, _parameter: click.Parameter, value: str | None) -> tuple[str, ...] | None:
    """Return what stands between commas, half- or full-width; None where nothing was said."""
    if value is None:
        return None
    try:
        value.encode()
    except UnicodeEncodeError as error:
        raise click.BadParameter("these bytes are not text in the encoding of this terminal.") from error
    return tuple(name.strip() for name in value.replace("，", ",").replace("、", ",").split(",") if name.strip())


def _name(context: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    return value if _names(context, parameter, value) is not None else None


@click.command()
@click.argument("project", type=PATH)
@click.option("--by", metavar="A,B", callback=_names, help="Only these people.")
@click.option("--label", "labels", metavar="L", callback=_names, help="Only marks with these labels (ids, separated by commas).")
@click.option("--condition", type=click.Choice(["shown", "blind"]), help="Only what was read with candidates, or without.")
@click.option("--round", "round_name", metavar="R", callback=_name, help="Only this round; default: all but retests, first readings.")
@click.option("--as-of", metavar="DATE", help="As the ledger stood at the end of a day (UTC), or at a moment with its offset.")
@click.option("--retest", metavar="NAME", callback=_name, help="NAME's rounds against each other: how stable is one person?")
@click.option("--repeats", is_flag=True, help="Count what is printed again every time instead of once.")
@click.option("--gamma", is_flag=True, help="Compute γ too, which takes seconds to minutes.")
@click.option("--samples", type=click.IntRange(1, 1_000_000), default=2000, show_default=True, help="Bootstrap samples.")
@click.option("--seed", type=click.IntRange(0), default=20_260_101, show_default=True, help="What chance begins with.")
@click.option(
    "--policy",
    type=click.Choice(["unmarked_is_none", "missing"]),
    default="unmarked_is_none",
    show_default=True,
    help="What a candidate is that somebody left undecided.",
)
@click.option("--json", "as_json", is_flag=True, help="Report as JSON. What is undefined is null, with the reason; exit 0.")
@click.option("--latex", is_flag=True, help="The two tables that reviewers ask for, with a paragraph on methods.")
@click.option("--csv", "out", metavar="OUT", type=PATH, help="Write the tables to OUT-people.csv and OUT-labels.csv.")
@click.option("--language", type=click.Choice(["en", "zh"]), default="en", show_default=True, help="Of tables and methods.")
@reported
def agreement(  # noqa: PLR0917 (one argument for each option)
    project: Path,
    by: tuple[str, ...] | None,
    labels: tuple[str, ...] | None,
    condition: str | None,
    round_name: str | None,
    as_of: str | None,
    retest: str | None,
    repeats: bool,  # noqa: FBT001
    gamma: bool,  # noqa: FBT001
    samples: int,
    seed: int,
    policy: str,
    as_json: bool,  # noqa: FBT001
    latex: bool,  # noqa: FBT001
    out: Path | None,
    language: str,
) -> None:
    """Measure how far the people in PROJECT agree on the articles that at least two of them finished.

    Who adjudicates is left out. A date is a day in UTC. Where no article was finished by two people the command fails with a sentence;
    with --json every figure is then null and says why.

    \b
    Example:
      annotator agreement county-press.annot --by 林晓,马宁 --json
    """  # noqa: D301
    from annotator.project import measuring_report as reports  # noqa: PLC0415 (numpy)
    from annotator.project.measuring import Choice  # noqa: PLC0415
    from annotator.project.measuring_text import Answer, asked  # noqa: PLC0415

    if retest is not None and (by is not None or round_name is not None):
        raise click.UsageError("--retest compares all rounds of one person: leave --by and --round out.")
    choice = Choice(by, round_name, None if condition is None else Condition(condition), as_of, labels, repeats)
    question = asked(policy, samples, seed, gamma=gamma)
    with Project.open(project, write=False) as opened, progress("γ") as told:
        if retest is None:
            outcome = reports.agreement(opened, choice, question, progress=told)
        else:
            outcome = reports.stability(opened, retest, choice, question, progress=told)
        answer = Answer(outcome, opened.scheme(), language)
    if out is not None or not as_json:
        reports.check_shared(outcome)
    if as_json:
        say_json(reports.as_dict(outcome))
    else:
        click.echo(answer.latex() if latex else answer.plain(), nl=False)
    for written in answer.write_csv(out, project) if out is not None else ():
        click.echo(f"Wrote {written}", err=True)


def add_commands(group: click.Group) -> None:
    """Add `agreement` to `group`."""
    group.add_command(agreement)
