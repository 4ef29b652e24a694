"""What a file holds: texts with metadata, and what was left out."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from annotator.core.errors import InputError

Decode = Callable[[bytes], tuple[str, str]]
"""Bytes of a plain text to its text and the name of its encoding; raises InputError."""

# Nothing to see: zero-width space and joiners, word joiner, byte-order mark.
INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff"

_LONE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Document:
    """One text found in a file.

    `name` is the file's, or `archive.zip/folder/name.txt`, or `table.csv#12` for row 12. `text` is in the form of a page's text.
    `encoding` is that of the characters, or the format's name where it says itself (`docx`, `pdf`, `xlsx`). `is_whole`: the format
    says that this is one article (a row, a web article), not a newspaper page.
    """

    name: str
    text: str
    meta: Mapping[str, str]
    encoding: str
    is_whole: bool


@dataclass(frozen=True, slots=True)
class Unread:
    """A part of a file that was left out, and the error for a person that says why."""

    name: str
    error: InputError


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: some of its cells, the average length (code points) of all that were looked at, and whether it is the text."""

    name: str
    samples: tuple[str, ...]
    average: float
    is_text: bool


Found = Document | Unread


@dataclass(frozen=True, slots=True)
class Given:
    """A file to read; `text_column` names the column of a table that holds the texts (None: the program looks for it)."""

    name: str
    data: bytes
    decode: Decode
    text_column: str | None = None

    def text(self) -> tuple[str, str]:
        """Return the file's text, its lines ending in a line feed, and its encoding.

        Raises:
            InputError: it cannot be decoded; the sentence names the file.
        """
        try:
            text, encoding = self.decode(self.data)
        except InputError as error:
            raise InputError("{name}: {why}", name=self.name, why=error) from error
        return canonical(text), encoding


def canonical(text: str) -> str:
    """Return `text` as a page keeps it: no leading byte-order mark, a line feed for CRLF and CR, U+FFFD for NUL and lone surrogates."""
    text = text.lstrip("\ufeff")
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = text.replace("\0", "\ufffd")
    return text if text.isascii() else _LONE.sub("\ufffd", text)


def is_blank(text: str) -> bool:
    """Return whether there is nothing to read in `text`."""
    return not text.strip().strip(INVISIBLE).strip()
