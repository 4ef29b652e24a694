"""Files from outside to texts with metadata: plain text, Markdown, web pages, tables, JSON, Word, PDF, and archives of those.

Nothing is dropped in silence: what is left out comes as an `Unread` with the sentence that says why. No file, whatever it holds,
takes more memory or time than `limits` allows.
"""

from collections.abc import Iterator
from contextlib import suppress
from importlib import import_module
from typing import Any

from annotator.core.errors import InputError
from annotator.exchange.reading.found import Column, Decode, Document, Found, Given, Unread, canonical, is_blank
from annotator.exchange.reading.kinds import READABLE, checked_suffix
from annotator.exchange.reading.limits import LARGEST_FILE, LONGEST_TEXT, MOST_UNREAD

__all__ = ["READABLE", "Column", "Decode", "Document", "Unread", "columns", "read_documents"]

# The module that reads a suffix. Each is imported when the first such file comes: all at once they cost a tenth of a second.
_TEXTS = {".txt": "plain", ".text": "plain", ".md": "plain", ".html": "web_page", ".htm": "web_page", ".docx": "word", ".pdf": "pdf"}
_TABLES = {
    ".csv": "separated",
    ".tsv": "separated",
    ".xlsx": "workbook",
    ".jsonl": "objects",
    ".ndjson": "objects",
    ".json": "objects",
}


def read_documents(name: str, data: bytes, *, decode: Decode, text_column: str | None = None) -> Iterator[Document | Unread]:
    """Yield every text of a file in its order, and every part that was left out; at least one of either, and no error is raised.

    `name` is the file's, its suffix says how to read it. `text_column` is the column of a table that holds the texts; without it the
    one with the most Chinese characters is taken. Texts are in the form of a page's text; none is empty.
    """
    left_out = 0
    for found in _checked(Given(name, data, decode, text_column)):
        if isinstance(found, Unread):
            left_out += 1
            if left_out > MOST_UNREAD:
                continue
        yield found
    if left_out > MOST_UNREAD:
        why = InputError("{name}: {count} more parts were left out.", name=name, count=left_out - MOST_UNREAD)
        yield Unread(name, why)


def columns(name: str, data: bytes, *, decode: Decode) -> tuple[Column, ...]:
    """Return the columns of a table, of all sheets or of all tables of an archive in the order in which they come; else nothing.

    Raises:
        InputError: the file cannot be read.
    """
    columns_of = _module("table").columns_of
    found: dict[str, Column] = {}
    for table in _tables_in(Given(name, data, decode)):
        for column in columns_of(table):
            found.setdefault(column.name, column)
    return tuple(found.values())


def _checked(given: Given) -> Iterator[Found]:
    """Yield what `_found` finds, with texts in their final form; blank ones, and an error that ends it, as left out."""
    is_empty = True
    try:
        for found in _found(given):
            is_empty = False
            yield found if isinstance(found, Unread) else _final(found)
    except InputError as error:
        is_empty = False
        yield Unread(given.name, error)
    if is_empty:
        yield Unread(given.name, InputError("{name} holds no text.", name=given.name))


def _found(given: Given) -> Iterator[Found]:
    suffix = _suffix(given)
    if suffix == ".zip":
        for file in _module("archive").files(given):
            yield from [file] if isinstance(file, Unread) else _checked(file)
    elif suffix in _TEXTS:
        yield from _module(_TEXTS[suffix]).read(given)
    else:
        for table in _module(_TABLES[suffix]).tables(given):
            yield from [table] if isinstance(table, Unread) else _module("table").documents(table, given.text_column)


def _tables_in(given: Given) -> Iterator[Any]:
    suffix = _suffix(given)
    if suffix == ".zip":
        for file in _module("archive").files(given):
            # What cannot be read is told when the archive is read; the question here is which columns there are.
            with suppress(InputError):
                yield from () if isinstance(file, Unread) else _tables_in(file)
    elif suffix in _TABLES:
        yield from (table for table in _module(_TABLES[suffix]).tables(given) if not isinstance(table, Unread))


def _module(name: str) -> Any:  # noqa: ANN401 (each reader is one of two shapes: `read` gives texts, `tables` tables)
    return import_module(f"annotator.exchange.reading.{name}")


def _suffix(given: Given) -> str:
    if not given.data:
        raise InputError("{name} is empty.", name=given.name)
    if len(given.data) > LARGEST_FILE:
        raise InputError("{name} is too large: {size} bytes; at most {limit}.", name=given.name, size=len(given.data), limit=LARGEST_FILE)
    return checked_suffix(given.name, given.data)


def _final(document: Document) -> Found:
    text = canonical(document.text)
    if is_blank(text):
        return Unread(document.name, InputError("{name} holds no text.", name=document.name))
    if len(text) > LONGEST_TEXT:
        why = "{name} is too long for one text: {length} characters; at most {limit}. Split it."
        return Unread(document.name, InputError(why, name=document.name, length=len(text), limit=LONGEST_TEXT))
    if text == document.text:
        return document
    return Document(document.name, text, document.meta, document.encoding, document.is_whole)
