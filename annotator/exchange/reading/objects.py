"""JSON and JSON lines: every object is a text, its other fields are what is known about it.

The fields of an object called `meta` or `metadata` count as fields of the row itself; lists and objects are kept as JSON.
"""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from annotator.core.errors import InputError
from annotator.exchange.reading.found import Given, Unread, canonical
from annotator.exchange.reading.kinds import suffix_of
from annotator.exchange.reading.limits import LARGEST_JSON, LONGEST_LINE, MOST_BRACKETS, MOST_COMMAS, MOST_ROWS
from annotator.exchange.reading.table import Record, Table, record_of

_SPACE = re.compile(r"[ \t\n\r]*")
_INNER = ("meta", "metadata")
# Line breaks inside a string are no JSON, but scrapers write them, and there is nothing else they could mean.
_DECODER = json.JSONDecoder(strict=False)
# Beside what is not JSON: lists in lists in lists, and numbers of thousands of digits.
_NOT_JSON = (ValueError, RecursionError)


def tables(given: Given) -> Iterator[Table]:
    """Yield the one table of the file: of JSON lines a row a line, of JSON a row an object of its list, or the one object.

    Raises:
        InputError: it cannot be decoded, or JSON is larger than can be held in memory.
    """
    if suffix_of(given.name) != ".json":
        text, encoding = given.text()
        yield Table(given.name, encoding, None, _line_records(given.name, text))
        return
    if len(given.data) > LARGEST_JSON:
        raise _too_large(given.name)
    text, encoding = given.text()
    if text.count("{") + text.count("[") > MOST_BRACKETS or text.count(",") > MOST_COMMAS:
        raise _too_large(given.name)
    yield Table(given.name, encoding, None, _records(given.name, text))


def _line_records(name: str, text: str) -> Iterator[Record | Unread]:
    for number, line in enumerate(_lines(text), start=1):
        if number > MOST_ROWS:
            raise InputError("{name} has more than {limit} rows; the rest was left out.", name=name, limit=MOST_ROWS)
        if line and not line.isspace():
            yield _line_record(name, number, line)


def _lines(text: str) -> Iterator[str]:
    start = 0
    while (end := text.find("\n", start)) >= 0:
        yield text[start:end]
        start = end + 1
    yield text[start:]


def _line_record(name: str, number: int, line: str) -> Record | Unread:
    try:
        return _record(name, number, _value(name, number, line))
    except InputError as error:
        return Unread(f"{name}#{number}", error)


def _value(name: str, number: int, line: str) -> object:
    if len(line) > LONGEST_LINE:
        raise InputError(
            "{name}, line {line} has more than {limit} characters; it was left out.", name=name, line=number, limit=LONGEST_LINE
        )
    try:
        return _DECODER.decode(line)
    except _NOT_JSON as error:
        raise _not_json(name, number, error) from error


def _records(name: str, text: str) -> Iterator[Record | Unread]:
    """Yield the objects of a JSON text one by one, so that only one is in memory as values."""
    at = _after_space(text, 0)
    if text[at : at + 1] == "[":
        yield from _listed(name, text, at + 1)
        return
    value, end = _next(name, text, at)
    if _after_space(text, end) < len(text):
        # One object a line: JSON lines under another name.
        yield from _line_records(name, text)
        return
    yield _record(name, 1, value)


def _listed(name: str, text: str, at: int) -> Iterator[Record | Unread]:
    at = _after_space(text, at)
    number = 0
    while text[at : at + 1] != "]":
        value, at = _next(name, text, at)
        number += 1
        yield _record(name, number, value)
        at = _after_space(text, at)
        if text[at : at + 1] == ",":
            at = _after_space(text, at + 1)
        elif text[at : at + 1] != "]":
            raise _not_json(name, _line_of(text, at), "“,” or “]” expected")
    if _after_space(text, at + 1) < len(text):
        raise _not_json(name, _line_of(text, at + 1), "more follows the end of the list")


def _next(name: str, text: str, at: int) -> tuple[object, int]:
    try:
        value, end = _DECODER.raw_decode(text, at)
    except _NOT_JSON as error:
        raise _not_json(name, _line_of(text, error.pos if isinstance(error, json.JSONDecodeError) else at), error) from error
    return value, end


def _record(name: str, number: int, value: object) -> Record | Unread:
    if not isinstance(value, dict):
        why = InputError("{name}, row {row} is not an object with a text; it was left out.", name=name, row=number)
        return Unread(f"{name}#{number}", why)
    try:
        fields = _fields(value)
    except RecursionError as error:
        return Unread(f"{name}#{number}", _not_json(name, number, error))
    return record_of(name, number, fields)


def _fields(value: Mapping[str, Any]) -> dict[str, str]:
    inner = [value[name] for name in _INNER if isinstance(value.get(name), dict)]
    own = {name: field for name, field in value.items() if not (name in _INNER and isinstance(field, dict))}
    merged = {name: field for fields in (*inner, own) for name, field in fields.items()}
    return {canonical(name): _as_text(field) for name, field in merged.items() if field is not None}


def _as_text(value: object) -> str:
    if isinstance(value, str):
        return value
    return json.dumps(value, ensure_ascii=False)


def _after_space(text: str, at: int) -> int:
    match = _SPACE.match(text, at)
    return match.end() if match else at


def _line_of(text: str, at: int) -> int:
    return text.count("\n", 0, at) + 1


def _not_json(name: str, line: int, why: object) -> InputError:
    reason = why.msg if isinstance(why, json.JSONDecodeError) else why
    return InputError("{name}, line {line} is not JSON ({why}); what cannot be read was left out.", name=name, line=line, why=reason)


def _too_large(name: str) -> InputError:
    return InputError("{name} is too large to be read as one JSON value. Save it as JSON lines (.jsonl), one object a line.", name=name)
