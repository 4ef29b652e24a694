"""Label Studio's JSON export, and tasks as they are imported there."""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import Any

from annotator.core.errors import InputError
from annotator.exchange.formats.document import Unit
from annotator.exchange.native_jsonl import LineIn
from annotator.exchange.reading_spans.ranges import Raw, Where, spans_of
from annotator.exchange.reading_spans.records import LabelName, Offset, Record, list_of

_LABELS = "labels"


class Layer(StrEnum):
    """Whose spans are read: what people marked, what was predicted, or of each task the first of these that it has."""

    EITHER = "either"
    ANNOTATIONS = "annotations"
    PREDICTIONS = "predictions"


class _Value(Record):
    start: Offset
    end: Offset
    text: str | None = None
    labels: tuple[LabelName, ...] = ()


class _Region(Record):
    type: str = ""
    # Regions of other types (relations, choices, boxes) have values of other shapes.
    value: _Value | Any = None


class _Work(Record):
    result: tuple[_Region, ...] = ()
    was_cancelled: bool = False


class _Task(Record):
    data: dict[str, Any]
    annotations: list[_Work] | None = None
    predictions: list[_Work] | None = None


def read_label_studio(data: str, name: str, unit: Unit | None = None, layer: Layer = Layer.EITHER) -> Iterator[LineIn]:
    """Yield the tasks; `name` names the file, `unit` is what its offsets count (None: the surfaces tell, see `ranges.spans_of`).

    The spans of all people are read side by side, equal ones once; work that was skipped (`was_cancelled`) is left out.

    Raises:
        InputError: it is no such file, a task has no text, or a span is not a range of its text.
    """
    for where, task in list_of(_Task, data, name):
        text = _text(task, where)
        work = _work(task, layer)
        raws = [raw for one in work or () for region in one.result for raw in _raws(region, where)]
        article = task.data.get("article")
        spans = None if work is None else spans_of(text, raws, where, unit)
        yield LineIn(where.number, article if isinstance(article, str) else None, text, "", spans)


def _text(task: _Task, where: Where) -> str:
    """Return the field called `text`, or the only field that is one."""
    found = [value for key, value in task.data.items() if key == "text" and isinstance(value, str) and value]
    found = found or [value for value in task.data.values() if isinstance(value, str) and value]
    if len(found) != 1:
        raise InputError(
            "{name}, task {task}: it is unclear which field is the text. Call it text; its fields are: {fields}.",
            name=where.name,
            task=where.number,
            fields=", ".join(task.data) or "none",
        )
    return found[0]


def _work(task: _Task, layer: Layer) -> Sequence[_Work] | None:
    annotations = None if task.annotations is None else [work for work in task.annotations if not work.was_cancelled]
    if layer is Layer.ANNOTATIONS:
        return annotations
    if layer is Layer.PREDICTIONS:
        return task.predictions
    return annotations or task.predictions or annotations


def _raws(region: _Region, where: Where) -> Iterator[Raw]:
    if region.type != _LABELS:
        return
    if not isinstance(region.value, _Value):
        raise InputError("{name}, task {task}: a region of labels has no start and end.", name=where.name, task=where.number)
    for label in region.value.labels:
        yield Raw(region.value.start, region.value.end, label, region.value.text)
