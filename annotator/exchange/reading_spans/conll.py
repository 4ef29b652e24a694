"""CoNLL columns: the first is the token, the last its tag; an empty line ends a sentence, `-DOCSTART-` begins a text."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from pydantic import ValidationError

from annotator.core.errors import InputError
from annotator.exchange.native_jsonl import LineIn, SpanIn
from annotator.exchange.reading_spans.records import Record, Text
from annotator.exchange.reading_spans.tags import Tagged, tagged_ranges

_DOCSTART = "-DOCSTART-"
_COMMENT = "# "
_HEAD = "# {"
_PLACED = 4
_DIGITS = 12


class _Head(Record):
    """The comment line before an article that this program writes."""

    id: str
    text: Text


@dataclass(slots=True)
class _Rows:
    """The rows of one text with their lines in the file, sentence by sentence."""

    head: _Head | None = None
    first: int = 1
    sentences: list[list[tuple[int, list[str]]]] = field(default_factory=lambda: [[]])

    def __bool__(self) -> bool:
        return self.head is not None or any(self.sentences)


def read_conll(data: str, name: str) -> Iterator[LineIn]:
    """Yield the texts of a file; `name` names it.

    A file of this program says the text and where its tokens stand. Of others the text is the tokens without anything between
    them, as Chinese is written.

    Raises:
        InputError: a row has no tag, a tag is unknown, or a token does not stand where the row says.
    """
    for rows in _texts(data):
        line = _foreign(rows, name) if rows.head is None else _own(rows, rows.head, name)
        if line is not None:
            yield line


def _texts(data: str) -> Iterator[_Rows]:
    rows = _Rows()
    for number, raw in enumerate(data.removeprefix("\ufeff").split("\n"), start=1):
        row = raw.rstrip()
        head = _head(row) if row.startswith(_HEAD) else None
        cells = row.split("\t") if "\t" in row else row.split()
        if head is not None or cells[:1] == [_DOCSTART]:
            if rows:
                yield rows
            rows = _Rows(head, number)
        elif not row:
            rows.sentences.append([])
        elif not row.startswith(_COMMENT) or "\t" in row:
            rows.sentences[-1].append((number, cells))
    if rows:
        yield rows


def _head(row: str) -> _Head | None:
    try:
        return _Head.model_validate_json(row.removeprefix(_COMMENT))
    except ValidationError:
        return None


def _own(rows: _Rows, head: _Head, name: str) -> LineIn:
    tokens = [_placed(head.text, cells, number, name) for sentence in rows.sentences for number, cells in sentence]
    for one, after in pairwise(tokens):
        if after.start < one.end:
            raise InputError("{name}, line {line}: this token begins before the one above it ends.", name=name, line=after.line)
    spans = tuple(SpanIn(start, end, label, None) for start, end, label in tagged_ranges(tokens, name))
    return LineIn(rows.first, head.id, head.text, "", spans)


def _placed(text: str, cells: Sequence[str], number: int, name: str) -> Tagged:
    if len(cells) == _PLACED:
        token, first, last, tag = cells
        start, end = _offset(first), _offset(last)
        if start < end <= len(text) and (text[start:end] == token or "".join(text[start:end].split()) == token):
            return Tagged(start, end, tag, number)
    raise InputError(
        "{name}, line {line}: “{token}” does not stand where the row says in the text of the comment line.",
        name=name,
        line=number,
        token=cells[0][:40],
    )


def _offset(cell: str) -> int:
    """Return the number in `cell`; one beyond every text where it is none."""
    return int(cell) if cell.isascii() and cell.isdecimal() and len(cell) < _DIGITS else 10**_DIGITS


def _foreign(rows: _Rows, name: str) -> LineIn | None:
    parts: list[str] = []
    spans: list[SpanIn] = []
    width = 0
    for sentence in rows.sentences:
        tokens: list[Tagged] = []
        for number, cells in sentence:
            token, tag = _cells(cells, number, name)
            tokens.append(Tagged(width, width + len(token), tag, number))
            parts.append(token)
            width += len(token)
        # A mention ends with its sentence.
        spans += [SpanIn(start, end, label, None) for start, end, label in tagged_ranges(tokens, name)]
    return LineIn(rows.first, None, "".join(parts), "", tuple(spans)) if parts else None


def _cells(cells: Sequence[str], number: int, name: str) -> tuple[str, str]:
    token = cells[0].strip()
    if len(cells) == 1 or not token:
        raise InputError("{name}, line {line}: a row needs a token and a tag, between them a tab or blanks.", name=name, line=number)
    return token, cells[-1].strip()
