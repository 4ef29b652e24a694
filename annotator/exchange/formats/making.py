"""Make a format that somebody asked for by name."""

from importlib import import_module

from annotator.exchange.formats.document import Format
from annotator.exchange.formats.table import FORMATS


def made(name: str, *arguments: object) -> Format:
    """Return the format called `name`, made with what its class takes."""
    row = FORMATS[name]
    found: Format = getattr(import_module(f"annotator.exchange.formats.{row.module}"), row.kind)(*arguments)
    return found
