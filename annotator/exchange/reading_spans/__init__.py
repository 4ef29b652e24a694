"""Files of other tools whose texts carry spans: one reader a format, all of them giving the lines that native JSONL gives."""

from collections.abc import Iterator

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
    "read_text",
]


def read_text(kind: SpanFormat, data: str, name: str, unit: Unit | None = None) -> Iterator[LineIn]:
    """Yield the lines of a file of `kind`; `name` names it, `unit` is what offsets count where the format leaves that open.

    Raises:
        InputError: the file cannot be read, or is one of several that belong together (brat, standoff).
    """
    if kind is SpanFormat.NATIVE:
        return read_lines(data, name)
    if kind is SpanFormat.PRODIGY:
        return read_prodigy(data, name)
    if kind is SpanFormat.DOCCANO:
        return read_doccano(data, name, unit)
    if kind is SpanFormat.LABEL_STUDIO:
        return read_label_studio(data, name, unit)
    if kind is SpanFormat.CONLL:
        return read_conll(data, name)
    raise InputError("{name}: a file of the format {kind} is read together with the texts beside it.", name=name, kind=kind.value)
