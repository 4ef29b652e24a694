"""What an import of annotations would do, said without doing it."""

from collections.abc import Mapping

import click

from annotator.cli.saying import say_json
from annotator.core.errors import AnnotatorError
from annotator.core.scheme import Scheme
from annotator.project.importing_spans import SpanPlan
from annotator.project.text_homes import Way

_WAYS = {
    Way.SAME: "articles of this project",
    Way.ALIGNED: "articles but for white space, width or repeats",
    Way.PAGE: "whole pages",
    Way.NEW: "new texts",
}

_UNITS = {"code-points": "code points", "utf-16": "UTF-16 units"}


def say_units(units: Mapping[str, str]) -> None:
    """Print what offsets count in files that told it."""
    for name, unit in units.items():
        click.echo(f"{name}: its offsets count {_UNITS[unit]}, as its words tell; --unit says otherwise.")


def say_plan(plan: SpanPlan, scheme: Scheme, *, as_json: bool) -> None:
    """Print what would come of a plan; what is refused goes to standard error, line by line.

    Raises:
        AnnotatorError: a file would not be imported, or a label has no name here.
    """
    known = {label.id for label in scheme.labels}
    named = plan.how.labels
    unknown = [label for label in plan.labels if named.get(label, label) not in known | {""}]
    refused = [str(error) for file in plan.files for error in file.refused]
    others = [file.source.name for file in plan.files if not file.kind and not file.refused]
    units = {file.source.name: file.unit for file in plan.taken if file.unit is not None}
    if as_json:
        ways = {way.value: count for way, count in plan.ways.items()}
        kinds = {file.source.name: file.kind for file in plan.taken}
        labels = {"labels": dict(plan.labels), "unknown": unknown}
        say_json({"files": kinds, "texts": ways, **labels, "units": units, "refused": refused, "without": others})
    else:
        texts = ", ".join(f"{count} {_WAYS[way]}" for way, count in plan.ways.items()) or "no texts"
        click.echo(f"{len(plan.taken)} files with annotations: {texts}; {sum(plan.labels.values())} spans. Nothing was stored.")
        for label, count in plan.labels.items():
            here = named.get(label, label)
            click.echo(f"  {label}: {count} → {'?' if label in unknown else here or 'left out'}")
        say_units(units)
        for name in others:
            click.echo(f"no annotations: {name}", err=True)
        for why in refused:
            click.echo(f"refused: {why}", err=True)
    _complain(sum(bool(file.refused) for file in plan.files), unknown)


def _complain(refused: int, unknown: list[str]) -> None:
    if unknown:
        raise AnnotatorError("Say what these labels are called here: {labels}. --labels OLD=NEW", labels=", ".join(unknown))
    if refused:
        raise AnnotatorError("{count} files would not be imported.", count=refused)
