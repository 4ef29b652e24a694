"""Join standoff lines with the reader's own copy of the texts."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from annotator.core.article import ArticleKind, Layout, Repeat, Segment
from annotator.core.candidate import Candidate
from annotator.core.errors import InputError
from annotator.core.fold import State, Status
from annotator.core.ids import article_id, sha256_of
from annotator.exchange.formats.copies import Copies, Decode, Search, Wanted, decoded
from annotator.exchange.formats.document import Document
from annotator.exchange.formats.squeezed import Squeezed
from annotator.exchange.native_jsonl import Line, Mark

VERSION: Literal[1] = 1
# So many characters tell where a segment may begin; a dozen hardly ever occur in two places.
HEAD = 12

_Count = Annotated[int, Field(ge=0, le=1 << 40)]
_Range = tuple[_Count, _Count]


@dataclass(frozen=True, slots=True)
class Rehydrated:
    """The articles with their texts again, and for each line (or mention) that fits no text the reason."""

    documents: tuple[Document, ...]
    refused: tuple[InputError, ...]


class _Model(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True)


class _Segment(_Model):
    article_start: _Count
    page_start: _Count
    length: _Count
    squeezed: _Count
    head: str
    fingerprint: str

    @property
    def wanted(self) -> Wanted:
        return Wanted(self.squeezed, min(HEAD, self.squeezed), self.head, self.fingerprint)


class _Span(_Model):
    start: _Count
    end: _Count
    squeezed: _Range
    label: str
    text: str
    id: str
    by: str
    status: Status
    source: str | None = None
    score: float | None = None
    programme: str | None = None
    note: str | None = None
    flag: str | None = None


class _Entry(_Model):
    standoff: Literal[1]
    id: str
    number: str
    kind: ArticleKind
    page: str
    page_sha256: str
    text_sha256: str
    squeezed: _Count
    fingerprint: str
    segments: list[_Segment]
    breaks: list[_Range]
    repeats: list[tuple[_Count, _Count, _Count, str | None]]
    finished: list[str]
    spans: list[_Span]

    def layout(self) -> Layout:
        segments = tuple(Segment(s.article_start, s.page_start, s.length) for s in self.segments)
        return Layout(self.kind, "", segments, tuple(self.breaks), tuple(Repeat(*repeat) for repeat in self.repeats))


def rehydrate(standoff: Path, folder: Path, decode: Decode = decoded) -> Rehydrated:
    """Return the articles of a standoff file with their texts from the `.txt` files of `folder`.

    A text is the page or the article with the hash that the line names; or else any text that holds the article's segments but
    for white space: then the offsets are moved along, and the article's place on the page is not known.

    Raises:
        InputError: the file or the folder cannot be read, or a line is not one of such a file.
    """
    entries = dict(_entries(standoff))
    copies = Copies(folder, decode)
    texts = {number: text for number, entry in entries.items() if (text := _by_hash(entry, copies)) is not None}
    aligned = _by_pieces({number: entry for number, entry in entries.items() if number not in texts}, copies)
    documents: list[Document] = []
    refused: list[InputError] = []
    for number, entry in entries.items():
        where = {"name": standoff.name, "line": number, "number": entry.number}
        if number in texts:
            documents.append(_as_it_was(entry, texts[number], where, refused))
        elif number in aligned:
            documents.append(_realigned(entry, aligned[number], where, refused))
        else:
            refused.append(_without_text(where, folder, len(copies)))
    return Rehydrated(tuple(documents), tuple(refused))


def _without_text(where: Mapping[str, object], folder: Path, count: int) -> InputError:
    return InputError(
        "{name}, line {line}: article {number} is in none of the {count} texts of {folder}.",
        name=where["name"],
        line=where["line"],
        number=where["number"],
        folder=folder,
        count=count,
    )


def _entries(standoff: Path) -> Iterator[tuple[int, _Entry]]:
    try:
        data = standoff.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError("{name} cannot be read: {why}.", name=standoff.name, why=error) from error
    for number, raw in enumerate(data.split("\n"), start=1):
        if raw.strip():
            yield number, _entry(raw, number, standoff.name)


def _entry(raw: str, number: int, name: str) -> _Entry:
    try:
        return _Entry.model_validate_json(raw)
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(map(str, first["loc"])) or "the line"
        raise InputError("{name}, line {line}: {field}: {why}.", name=name, line=number, field=field, why=first["msg"]) from error


def _by_hash(entry: _Entry, copies: Copies) -> str | None:
    """Return the article's text from its page, or from a file of its own."""
    page = copies.with_hash(entry.page_sha256)
    if page is not None and sha256_of(text := entry.layout().text(page)) == entry.text_sha256:
        return text
    return copies.with_hash(entry.text_sha256)


def _by_pieces(entries: Mapping[int, _Entry], copies: Copies) -> dict[int, str]:
    """Return the texts put together from pieces that are the same but for white space."""
    left = {number: entry for number, entry in entries.items() if entry.squeezed}
    found: dict[int, str] = {}
    for search in copies.searched(lambda: {s.wanted for entry in left.values() for s in entry.segments if s.squeezed}):
        for number, entry in list(left.items()):
            text = _pieced(entry, search)
            if text is not None:
                found[number] = text
                del left[number]
    return found


def _pieced(entry: _Entry, search: Search) -> str | None:
    pieces = []
    for segment in entry.segments:
        piece = search.find(segment.wanted) if segment.squeezed else ""
        if piece is None:
            return None
        pieces.append(piece)
    text = "".join(pieces)
    squeezed = Squeezed(text)
    return text if squeezed.fingerprint(0, len(squeezed.text)) == entry.fingerprint else None


def _as_it_was(entry: _Entry, text: str, where: Mapping[str, object], refused: list[InputError]) -> Document:
    line = Line(entry.id, entry.number, entry.page, entry.page_sha256, entry.layout(), text, tuple(entry.finished))
    return _document(line, [(s, s.start, s.end) for s in entry.spans], where, refused)


def _realigned(entry: _Entry, text: str, where: Mapping[str, object], refused: list[InputError]) -> Document:
    """The copy is a page of its own: nothing is known of the lines and columns of the page it was cut from."""
    sha256 = sha256_of(text)
    segments = (Segment(0, 0, len(text)),)
    line = Line(article_id(sha256, segments), entry.number, "", sha256, Layout(entry.kind, "", segments), text, tuple(entry.finished))
    squeezed = Squeezed(text)
    ranges = [(s, *_range(squeezed, *s.squeezed)) for s in entry.spans]
    return _document(line, ranges, where, refused)


def _range(squeezed: Squeezed, start: int, end: int) -> tuple[int, int]:
    return squeezed.range_in(start, end) if start < end <= len(squeezed.text) else (0, 0)


def _document(line: Line, ranges: Sequence[tuple[_Span, int, int]], where: Mapping[str, object], refused: list[InputError]) -> Document:
    marks: list[Mark] = []
    rejected: list[tuple[str, Candidate]] = []
    for span, start, end in ranges:
        found = line.text[start:end]
        if not start < end <= len(line.text) or Squeezed(found).text != Squeezed(span.text).text:
            refused.append(_misplaced(span, found, where))
        elif span.status is Status.REJECTED:
            sources = (span.source,) if span.source else ()
            rejected.append((span.by, Candidate(span.id, start, end, span.label, found, sources, span.score or 0.0)))
        else:
            marks.append(Mark(span.by, _state(span, start, end, found)))
    return Document(line, tuple(marks), rejected=tuple(rejected))


def _state(span: _Span, start: int, end: int, surface: str) -> State:
    return State(
        span.id,
        span.status,
        start,
        end,
        span.label,
        surface,
        span.source,
        span.score,
        programme=span.programme,
        note=span.note,
        flag=span.flag,
    )


def _misplaced(span: _Span, found: str, where: Mapping[str, object]) -> InputError:
    return InputError(
        "{name}, line {line}: “{said}” does not stand at {start}–{end} of article {number}, but “{found}”; it was left out.",
        name=where["name"],
        line=where["line"],
        number=where["number"],
        said=span.text,
        start=span.start,
        end=span.end,
        found=found,
    )
