"""Files of other tools: which reader reads a file, told by its name and its beginning or said by the person."""

import csv
import io
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path

from annotator.core.errors import InputError
from annotator.exchange.formats.document import Unit
from annotator.exchange.native_jsonl import LineIn
from annotator.exchange.reading_spans import BY_ROWS, SpanFormat, detect_text, read_brat, read_rows, read_text
from annotator.newsprint import decode
from annotator.project import line_files
from annotator.project.line_files import LineFile, looked_at
from annotator.project.sources import How, Source, bytes_of

_BRAT, _CAS, _DOCBIN, _STANDOFF = "brat", "cas", "spacy", "standoff"
_BY_SUFFIX = {".spacy": _DOCBIN, ".xmi": _CAS}
# Kinds of text that may hold rows of tokens, or lines and lists of objects.
_ROWS, _OBJECTS = frozenset({".txt", ".tsv"}), frozenset({".json", ".jsonl", ".ndjson"})
_GLANCE = 4_000_000
_CAS_BEGINS = b'"%TYPES"', b'"%FEATURE_STRUCTURES"'
_LINE = 200

Content = bytes | LineFile


def kind_of(source: Source, data: Content, how: How) -> str | None:
    """Return the format with spans that a file is; None if it is none."""
    data = data.beginning if isinstance(data, LineFile) else data
    if how.format_name is not None:
        return how.format_name
    suffix = source.path.suffix.lower()
    if suffix == ".ann" or (suffix == ".txt" and source.path.with_suffix(".ann").is_file()):
        return _BRAT
    if suffix in _BY_SUFFIX:
        return _BY_SUFFIX[suffix]
    if suffix in _OBJECTS and any(mark in data[:_LINE] for mark in _CAS_BEGINS):
        return _CAS
    found = _told(source, data)
    # A JSON file that is one list is a table, unless it can only be Label Studio's.
    return None if found is None or (suffix == ".json" and found is not SpanFormat.LABEL_STUDIO) else found.value


def lines_of(source: Source, data: Content, kind: str, how: How) -> Iterator[LineIn]:
    """Yield the texts of a file with their spans.

    Raises:
        InputError: it is not of this format, or one of its files is missing.
    """
    unit = Unit(how.unit) if how.unit else None
    if kind in BY_ROWS:
        yield from read_rows(SpanFormat(kind), rows_of(source, data, how), source.name, unit)
        return
    whole = data if isinstance(data, bytes) else bytes_of(source, (source.path.suffix.lower(),))
    if kind == _BRAT:
        yield _brat(source)
    elif kind == _CAS:
        from annotator.exchange.reading_spans.cas import read_cas  # noqa: PLC0415 (few need it)

        yield from read_cas(whole, source.name)
    elif kind == _DOCBIN:
        from annotator.exchange.reading_spans.spacy_docbin import read_docbin  # noqa: PLC0415 (few need it)

        yield from read_docbin(whole, source.name)
    elif kind == _STANDOFF:
        raise InputError("{name} holds mentions without texts. Join them first: annotator rehydrate {name} FOLDER OUT.", name=source.name)
    else:
        yield from read_text(SpanFormat(kind), "".join(rows_of(source, whole, how)), source.name, unit)


def content_of(source: Source, how: How, kinds: Collection[str]) -> Content:
    """Return what is in a file, which must be one of `kinds`: files of lines in UTF-8 stay where they are until they are read.

    Raises:
        InputError: files of its kind cannot be imported, it cannot be read, or it is empty.
    """
    found = looked_at(source) if source.is_lines and how.encoding is None else None
    return bytes_of(source, kinds) if found is None else found


def rows_of(source: Source, data: Content, how: How) -> str | Iterator[str]:
    """Return a file's text, whole or line by line: UTF-8, as all these tools write, unless it is not or another encoding is said.

    Raises:
        InputError: it is no text in that encoding.
    """
    if isinstance(data, LineFile):
        return line_files.lines_of(data, _unheard)
    try:
        return data.decode("utf-8-sig") if how.encoding is None else decode(data, how.encoding).text
    except UnicodeDecodeError:
        return decode(data).text
    except InputError as error:
        raise InputError("{name}: {why}", name=source.name, why=error) from error


def label_map(given: Iterable[str]) -> dict[str, str]:
    """Return what labels are called here, from words OLD=NEW and names of CSV files with two columns; the later word counts.

    Raises:
        InputError: a word is neither, or a file cannot be read.
    """
    found: dict[str, str] = {}
    for word in given:
        old, is_pair, new = word.partition("=")
        if is_pair and old.strip():
            found[old.strip()] = new.strip()
        else:
            found.update(_table(Path(word)))
    return found


def _told(source: Source, data: bytes) -> SpanFormat | None:
    suffix = source.path.suffix.lower()
    is_rows = suffix in _ROWS or suffix.startswith((".con", ".bi", ".bm", ".io"))
    if not is_rows and suffix not in _OBJECTS:
        return None
    return detect_text(data[:_GLANCE].decode("utf-8-sig", "replace"), source.path.name)


def _unheard(_read: int) -> None:
    """Nobody asks how much was read."""


def _brat(source: Source) -> LineIn:
    text, annotations = source.path.with_suffix(".txt"), source.path.with_suffix(".ann")
    # Line ends stay as they are: brat counts them.
    return read_brat(_utf8(text), _utf8(annotations), annotations.name)


def _utf8(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8")
    except OSError as error:
        raise InputError("{path} cannot be read: {why}.", path=path, why=error.strerror or error) from error
    except UnicodeDecodeError as error:
        raise InputError("{path} is not UTF-8, the only encoding that brat knows.", path=path) from error


def _table(path: Path) -> Mapping[str, str]:
    try:
        rows = list(csv.reader(io.StringIO(decode(path.read_bytes()).text)))
    except OSError as error:
        raise InputError("{path} is neither OLD=NEW nor a file: {why}.", path=path, why=error.strerror or error) from error
    except csv.Error as error:
        raise InputError("{path} is not CSV: {why}.", path=path, why=error) from error
    pairs = [(number, row) for number, row in enumerate(rows, start=1) if any(cell.strip() for cell in row)]
    for number, row in pairs:
        if len(row) != 2 or not row[0].strip():  # noqa: PLR2004
            raise InputError("{path}, line {line}: two columns are needed, the old label and the new one.", path=path, line=number)
    if pairs and [cell.strip().casefold() for cell in pairs[0][1]] == ["old", "new"]:
        del pairs[0]
    return {old.strip(): new.strip() for _, (old, new) in pairs}
