"""Prodigy's JSONL, exported with `db-out` or written for `db-in`."""

from collections.abc import Iterable, Iterator
from typing import Any

from annotator.exchange.formats.document import Unit
from annotator.exchange.native_jsonl import LineIn
from annotator.exchange.reading_spans.ranges import Raw, spans_of
from annotator.exchange.reading_spans.records import LabelName, Offset, Record, Text, lines_of


class _Span(Record):
    start: Offset
    end: Offset
    label: LabelName
    text: str | None = None


class _Task(Record):
    text: Text
    spans: list[_Span] | None = None
    answer: str = "accept"
    meta: dict[str, Any] | None = None


def read_prodigy(data: str | Iterable[str], name: str) -> Iterator[LineIn]:
    """Yield the accepted tasks, given whole or line by line; `name` names the file. Rejected and ignored ones say nothing about a text.

    Raises:
        InputError: a line is not a task, or a span is not a range of its text.
    """
    for where, task in lines_of(_Task, data, name):
        if task.answer == "accept":
            raws = [Raw(span.start, span.end, span.label, span.text) for span in task.spans or ()]
            said = task.meta or {}
            article = said.get("article")
            spans = None if task.spans is None else spans_of(task.text, raws, where, Unit.CODE_POINTS)
            yield LineIn(
                where.number,
                article if isinstance(article, str) else None,
                task.text,
                _line(said.get("title")),
                spans,
                _line(said.get("kind")),
            )


def _line(value: object) -> str:
    """Return what `meta` may say in any shape, as one line."""
    return " ".join(value.split()) if isinstance(value, str) else ""
