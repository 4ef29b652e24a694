"""Files of other tools whose texts carry spans: one reader a format, all of them giving the lines that native JSONL gives."""

from collections.abc import Iterable, Iterator

from annotator.core.errors import InputError
from annotator.exchange.formats.document import Unit
from annotator.exchange.native_jsonl import LineIn, read_lines
from annotator.exchange.reading_spans.brat import read_brat, read_brat_folder
from annotator.exchange.reading_spans.conll import read_conll
from annotator.exchange.reading_spans.detect import SpanFormat, detect, detect_text
from annotator.exchange.reading_spans.doccano import read_doccano
from annotator.exchange.reading_spans.label_studio import Layer, read_label_studio
from annotator.exchange.reading_spans.prodigy import read_prodigy

__all__ = [
    "BY_ROWS",
    "Layer",
    "SpanFormat",
    "detect",
    "detect_text",
    "read_brat",
    "read_brat_folder",
    "read_conll",
    "read_doccano",
    "read_label_studio",
    "read_prodigy",
    "read_rows",
    "read_text",
]

BY_ROWS = frozenset({SpanFormat.NATIVE, SpanFormat.PRODIGY, SpanFormat.DOCCANO})
"""Formats in which a line stands by itself."""


def read_rows(kind: SpanFormat, rows: str | Iterable[str], name: str, unit: Unit | None = None) -> Iterator[LineIn]:
    """Yield the lines of a file of `kind` in which lines stand by themselves, given whole or line by line; see `read_text`.

    Raises:
        InputError: the file cannot be read, or is of another kind.
    """
    if kind is SpanFormat.NATIVE:
        return read_lines(rows, name)
    if kind is SpanFormat.PRODIGY:
        return read_prodigy(rows, name)
    if kind is SpanFormat.DOCCANO:
        return read_doccano(rows, name, unit)
    raise InputError("{name}: a file of the format {kind} is not read line by line.", name=name, kind=kind.value)


def read_text(kind: SpanFormat, data: str, name: str, unit: Unit | None = None) -> Iterator[LineIn]:
    """Yield the lines of a file of `kind`; `name` names it, `unit` is what offsets count where the format leaves that open.

    Raises:
        InputError: the file cannot be read, or is one of several that belong together (brat, standoff).
    """
    if kind in BY_ROWS:
        return read_rows(kind, data, name, unit)
    if kind is SpanFormat.LABEL_STUDIO:
        return read_label_studio(data, name, unit)
    if kind is SpanFormat.CONLL:
        return read_conll(data, name)
    raise InputError("{name}: a file of the format {kind} is read together with the texts beside it.", name=name, kind=kind.value)
