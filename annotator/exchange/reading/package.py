"""Office packages: Word documents and workbooks are ZIP files of XML parts that name each other by relations.

The parts are read as a stream by expat, the parser of the standard library: no tree in memory, no entities, bounded depth.
"""

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import IO
from xml.parsers import expat

from typing_extensions import override

from annotator.core.errors import InputError
from annotator.exchange.reading.limits import DEEPEST, LONGEST_TOKEN, MOST_NODES, MOST_PARTS
from annotator.exchange.reading.members import DAMAGED, Members, damaged

_PIECE = 1 << 16
_SHORT = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main": "s",
    "http://purl.oclc.org/ooxml/spreadsheetml/main": "s",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "http://schemas.openxmlformats.org/package/2006/relationships": "rel",
}


class Target:
    """What takes in a part: elements are named `w:p`, `s:row`, `mc:Fallback`, and `?:name` in any other namespace."""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Take in the beginning of an element; attributes in a namespace are named `uri name`."""

    def end(self, name: str) -> None:
        """Take in the end of an element."""

    def text(self, data: str) -> None:
        """Take in characters between tags; they come in pieces."""


@dataclass(frozen=True, slots=True)
class Relation:
    """What one part says of another: `kind` is the last word of the relation's type (`worksheet`), `part` its path in the package."""

    kind: str
    part: str


class Package:
    """One opened package; `name` is the file's in errors."""

    def __init__(self, name: str, data: bytes) -> None:
        """Open it.

        Raises:
            InputError: it is no ZIP file, or damaged.
        """
        self.name = name
        self._members = Members(name, data)

    def relations(self, part: str = "") -> dict[str, Relation]:
        """Return the relations of a part (of the package itself: `""`) by their ids; none where nothing is said.

        Raises:
            InputError: what is said is damaged.
        """
        folder, file = posixpath.split(part)
        path = posixpath.join(folder, "_rels", f"{file}.rels")
        found = _Relations(self.name, folder)
        if self._members.named(path) is not None:
            for _ in self.walk(path, found):
                pass
        return found.relations

    def main_part(self) -> str:
        """Return the path of the part that the package is about, `word/document.xml` for instance; empty where it names none."""
        return next((relation.part for relation in self.relations().values() if relation.kind == "officeDocument"), "")

    def has(self, part: str) -> bool:
        """Return whether the package holds the part."""
        return self._members.named(part) is not None

    def walk(self, part: str, target: Target) -> Iterator[None]:
        """Feed a part to `target`, and yield after every piece, so that the caller can take what is ready.

        Raises:
            InputError: the part is missing, damaged, not XML, declares entities, or is built to overload.
        """
        name = f"{self.name}/{part}"
        info = self._members.named(part)
        if info is None:
            raise InputError("{name} is damaged: it lacks the part {part}.", name=self.name, part=part)
        with self._members.open(info, name) as stream:
            yield from _parse(stream, name, target)


def attribute(attributes: Mapping[str, str], name: str) -> str:
    """Return the attribute called `name` in whatever namespace; empty where there is none."""
    return next((value for key, value in attributes.items() if key == name or key.endswith(f" {name}")), "")


def _parse(stream: IO[bytes], name: str, target: Target) -> Iterator[None]:
    feed = _Feed(name, target)
    for piece in _pieces(stream, name):
        feed.take(piece, is_last=False)
        yield
    feed.take(b"", is_last=True)
    yield


def _pieces(stream: IO[bytes], name: str) -> Iterator[bytes]:
    try:
        while piece := stream.read(_PIECE):
            yield piece
    except DAMAGED as error:
        raise damaged(name) from error


class _Feed:
    """Feeds bytes to a parser, and what it finds to a target."""

    def __init__(self, name: str, target: Target) -> None:
        self._name = name
        self._target = target
        self._short: dict[str, str] = {}
        self._depth = self._nodes = self._fed = 0
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = target.text
        self._parser.StartDoctypeDeclHandler = self._refuse_entities

    def take(self, piece: bytes, *, is_last: bool) -> None:
        try:
            self._parser.Parse(piece, is_last)
        except expat.ExpatError as error:
            why = expat.errors.messages.get(error.code, "?")
            raise InputError("{name} is damaged: line {line} is not XML ({why}).", name=self._name, line=error.lineno, why=why) from error
        except (LookupError, ValueError) as error:
            # The parser asks Python for encodings that it does not know itself; anything later is no fault of the file.
            if self._nodes:
                raise
            raise InputError("{name} is damaged: it claims an encoding that there is not ({why}).", name=self._name, why=error) from error
        self._fed += len(piece)
        if self._fed - self._parser.CurrentByteIndex > LONGEST_TOKEN + _PIECE:
            raise InputError("{name} holds a tag of more than {limit} bytes; it was not read.", name=self._name, limit=LONGEST_TOKEN)

    def _start(self, full: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        self._nodes += 1
        if self._depth > DEEPEST or self._nodes > MOST_NODES:
            raise InputError("{name} is built to overload a reader: its elements are too many or too deep.", name=self._name)
        self._target.start(self._short.get(full) or self._short.setdefault(full, _shortened(full)), attributes)

    def _end(self, full: str) -> None:
        self._depth -= 1
        self._target.end(self._short[full])

    def _refuse_entities(self, *_: object) -> None:
        raise InputError("{name} declares entities, which no Office program does; it was not read.", name=self._name)


def _shortened(full: str) -> str:
    namespace, _, local = full.rpartition(" ")
    return f"{_SHORT.get(namespace, '?')}:{local}"


class _Relations(Target):
    """Takes in a part of relations; `folder` is where paths count from."""

    def __init__(self, name: str, folder: str) -> None:
        self._name = name
        self._folder = folder
        self.relations: dict[str, Relation] = {}

    @override
    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name != "rel:Relationship" or attributes.get("TargetMode") == "External":
            return
        if len(self.relations) >= MOST_PARTS:
            raise InputError("{name} is built to overload a reader: it has too many parts.", name=self._name)
        path = posixpath.normpath(posixpath.join("/", self._folder, attributes.get("Target", "")))
        kind = attributes.get("Type", "").rpartition("/")[2]
        self.relations[attributes.get("Id", "")] = Relation(kind, path.lstrip("/"))
