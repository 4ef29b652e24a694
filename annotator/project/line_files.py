"""Files of lines (JSONL) that are read as they are needed, however large they are: gone through once for their hash, then line by line."""

from codecs import getincrementaldecoder
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from hashlib import sha256

from annotator.core.errors import InputError
from annotator.project.sources import Source
from annotator.store.articles import FileRecord

_BLOCK = 1 << 20
# What a format is told by (project.foreign).
_BEGINNING = 4_000_000
_OFTEN = 100


@dataclass(frozen=True, slots=True)
class LineFile:
    """A file of lines in UTF-8: its beginning, and what a project remembers of it."""

    source: Source
    beginning: bytes
    record: FileRecord


def looked_at(source: Source) -> LineFile | None:
    """Go through a file once; None where it is empty or not UTF-8.

    Raises:
        InputError: it cannot be read.
    """
    digest, decoder = sha256(), getincrementaldecoder("utf-8")()
    beginning, size = b"", 0
    try:
        with source.path.open("rb") as file:
            while block := file.read(_BLOCK):
                digest.update(block)
                decoder.decode(block)
                beginning += block[: max(_BEGINNING - size, 0)]
                size += len(block)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return None
    except OSError as error:
        raise _unreadable(source, error) from error
    return LineFile(source, beginning, FileRecord(source.name, digest.hexdigest(), size, "utf-8")) if size else None


def lines_of(file: LineFile, read: Callable[[int], None]) -> Iterator[str]:
    r"""Yield the lines without their ends (`\n`, `\r\n` or `\r`); `read` is told how many bytes were read, again and again.

    Raises:
        InputError: the file cannot be read any more, or is not what it was.
    """
    digest, size = sha256(), 0
    try:
        with file.source.path.open("rb") as opened:
            for number, raw in enumerate(opened):
                digest.update(raw)
                size += len(raw)
                if number % _OFTEN == 0:
                    read(size)
                yield from _lines(raw, is_first=number == 0)
    except OSError as error:
        raise _unreadable(file.source, error) from error
    except UnicodeDecodeError as error:
        raise _changed(file.source) from error
    if digest.hexdigest() != file.record.sha256:
        raise _changed(file.source)


def _lines(raw: bytes, *, is_first: bool) -> list[str]:
    text = raw.removesuffix(b"\n").removesuffix(b"\r").decode()
    if is_first:
        text = text.lstrip("\ufeff")
    # As a page is normalised: NUL is no character of a text.
    return text.replace("\0", "\ufffd").split("\r")


def _unreadable(source: Source, error: OSError) -> InputError:
    return InputError("{name} cannot be read: {why}.", name=source.name, why=error.strerror or error)


def _changed(source: Source) -> InputError:
    return InputError("{name} was changed while it was read. Nothing of this file was imported.", name=source.name)
