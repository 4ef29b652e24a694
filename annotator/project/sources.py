"""The files there are to import: which, what they are called, how they are decoded."""

import hashlib
import os
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from annotator.core.errors import InputError
from annotator.exchange.reading import READABLE
from annotator.newsprint import Decoded, decode, normalise
from annotator.project.export_places import is_export
from annotator.project.reports import ImportReport, Skipped
from annotator.store.articles import FileRecord

PAGES = frozenset({".txt", ".md", ".text"})
LINES = frozenset({".jsonl", ".ndjson"})
KINDS = frozenset(READABLE)
# Files of other tools; what they are told by is in `foreign`.
SPAN_FILES = frozenset({".ann", ".conll", ".bio", ".bioes", ".bmes", ".iob", ".iob2", ".bilou", ".spacy", ".xmi"})
# What an export of ours puts beside the data.
_BESIDE = frozenset({"README.md", "manifest.json"})


@dataclass(frozen=True, slots=True)
class How:
    """How files are imported: each page as one article, in which encoding, whose the spans are, which column of a table is the text.

    `format_name` says what files with spans are (None: they tell themselves), `unit` what their offsets count, `labels` what their
    labels are called here (empty: spans with it are left out).
    """

    whole: bool = False
    encoding: str | None = None
    by: str | None = None
    text_column: str | None = None
    format_name: str | None = None
    unit: str | None = None
    labels: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Source:
    """A file there is to import: `name` is what it is called in the project, `is_named` whether it was named itself."""

    path: Path
    name: str
    is_named: bool

    @property
    def is_lines(self) -> bool:
        """Whether the file holds articles line by line (JSONL) and not a page."""
        return self.path.suffix.lower() in LINES

    @property
    def is_container(self) -> bool:
        """Whether the file is neither plain text nor lines: its texts have to be got out of it first."""
        return self.path.suffix.lower() in KINDS - PAGES - LINES


def sources(paths: Iterable[Path], report: ImportReport, kinds: Collection[str] = KINDS) -> Iterator[Source]:
    """Yield every file of `kinds` there is to import; folders that cannot be read are skipped and reported."""
    for path in paths:
        try:
            is_folder, is_file = path.is_dir(), path.is_file()
        except OSError as error:
            raise InputError("{path} cannot be read: {why}.", path=path, why=error.strerror or error) from error
        if not is_folder and not is_file:
            raise InputError("There is no file or folder {path}.", path=path)
        yield from [Source(path, _sayable(path.name), is_named=True)] if is_file else _inside(path, report, kinds)


def _inside(folder: Path, report: ImportReport, kinds: Collection[str]) -> Iterator[Source]:
    def skip(error: OSError) -> None:
        name = _sayable(str(error.filename))
        report.skipped.append(Skipped(name, f"{name} cannot be read: {error.strerror}."))

    walked = list(os.walk(folder, onerror=skip))
    ours = {where for where, _, names in walked if not _BESIDE.isdisjoint(names) and is_export(Path(where))}
    found = [Path(where, name) for where, _, names in walked for name in names if where not in ours or name not in _BESIDE]
    for path in sorted(found):
        inside = path.relative_to(folder)
        is_hidden = any(part.startswith(".") for part in inside.parts)
        # brat's texts stand for both files of a pair.
        is_wanted = path.suffix.lower() in kinds and not (path.suffix.lower() == ".ann" and path.with_suffix(".txt").exists())
        if is_wanted and not is_hidden and path.is_file():
            yield Source(path, _sayable(inside.as_posix()), is_named=False)


def _sayable(name: str) -> str:
    """Return a file's name as text: archives made on Chinese Windows leave names in GBK."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return os.fsencode(name).decode("gb18030", "replace")
    return name


def is_importable(path: Path) -> bool:
    """Say whether a file of this name can be imported."""
    return path.suffix.lower() in KINDS


def bytes_of(source: Source, kinds: Collection[str] = KINDS) -> bytes:
    """Return what is in a file, which must be one of `kinds`.

    Raises:
        InputError: files of its kind cannot be imported, it cannot be read, or it is empty.
    """
    if source.path.suffix.lower() not in kinds:
        raise InputError(
            "{name}: files of this kind cannot be imported; these can: {kinds}.", name=source.name, kinds=" ".join(sorted(KINDS))
        )
    try:
        data = source.path.read_bytes()
    except OSError as error:
        raise InputError("{name} cannot be read: {why}.", name=source.name, why=error.strerror or error) from error
    if not data:
        raise InputError("{name} is empty.", name=source.name)
    return data


def decoded(source: Source, data: bytes, encoding: str | None) -> Decoded:
    """Return the text of a file's `data`, in `encoding` or the most plausible one.

    Raises:
        InputError: it is no text in that encoding, or a page without any text.
    """
    lines = _utf8(data) if source.is_lines and encoding is None else None
    try:
        found = lines or decode(data, encoding)
    except InputError as error:
        raise InputError("{name}: {why}", name=source.name, why=error) from error
    if not source.is_lines and not found.text.strip():
        raise InputError("{name} holds no text.", name=source.name)
    return found


def record_of(source: Source, data: bytes, encoding: str) -> FileRecord:
    """Return what a project remembers of a file."""
    return FileRecord(source.name, hashlib.sha256(data).hexdigest(), len(data), encoding)


def _utf8(data: bytes) -> Decoded | None:
    """JSONL is UTF-8 by definition, and its parser says better what is wrong: only what is not UTF-8 needs to be guessed."""
    try:
        return Decoded(normalise(data.decode()), "utf-8", "")
    except UnicodeDecodeError:
        return None
