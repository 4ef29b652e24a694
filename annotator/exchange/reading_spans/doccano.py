"""doccano's JSONL of sequence labelling: `label` (or `labels`) as `[start, end, label]`, or `entities` of projects with relations."""

from collections.abc import Iterable, Iterator

from pydantic import AliasChoices, Field

from annotator.exchange.formats.document import Unit
from annotator.exchange.native_jsonl import LineIn
from annotator.exchange.reading_spans.ranges import Raw, spans_of
from annotator.exchange.reading_spans.records import LabelName, Offset, Record, Text, lines_of

# The fourth value is the surface, which some tools add.
_Triple = tuple[Offset, Offset, LabelName] | tuple[Offset, Offset, LabelName, str]


class _Entity(Record):
    start: Offset = Field(validation_alias=AliasChoices("start_offset", "start"))
    end: Offset = Field(validation_alias=AliasChoices("end_offset", "end"))
    label: LabelName
    text: str | None = None


class _Example(Record):
    text: Text = Field(validation_alias=AliasChoices("text", "data"))
    label: list[_Triple] | None = Field(default=None, validation_alias=AliasChoices("label", "labels"))
    entities: list[_Entity | _Triple] | None = None
    article: str | None = None

    def raws(self) -> list[Raw] | None:
        """Return the spans, or None where the line has no field for them."""
        if self.label is None and self.entities is None:
            return None
        return [_raw(found) for found in (*(self.label or ()), *(self.entities or ()))]


def read_doccano(data: str | Iterable[str], name: str, unit: Unit | None = None) -> Iterator[LineIn]:
    """Yield the texts of an export, given whole or line by line.

    `name` names the file, `unit` is what its offsets count (None: see `ranges.spans_of`).

    Raises:
        InputError: a line is not such an object, a span is not a range of its text, or it is unclear what offsets count.
    """
    for where, example in lines_of(_Example, data, name):
        raws = example.raws()
        spans = None if raws is None else spans_of(example.text, raws, where, unit)
        yield LineIn(where.number, example.article, example.text, "", spans)


def _raw(found: "_Entity | _Triple") -> Raw:
    if isinstance(found, _Entity):
        return Raw(found.start, found.end, found.label, found.text)
    return Raw(found[0], found[1], found[2], found[3] if len(found) > 3 else None)  # noqa: PLR2004
