"""Word documents (.docx): the paragraphs in their order, a line each, those in cells of tables and in text boxes too.

A line or column break is a line feed, a tab a tabulator. Insertions that nobody has accepted yet are read, deletions not. Numbers that Word
counts itself (一、二、) are no characters of the text. Notes, headers and footers are other texts: they are told, not read.
"""

from collections.abc import Iterator, Mapping

from typing_extensions import override

from annotator.core.errors import InputError
from annotator.exchange.reading.found import Document, Found, Given, Unread
from annotator.exchange.reading.limits import LONGEST_TEXT
from annotator.exchange.reading.package import Package, Target, attribute

# What is not text of the document: how things look, what was deleted, a text box's second form for old programs, readings over words.
_SKIPPED = frozenset({"w:pPr", "w:rPr", "w:tblPr", "w:sectPr", "w:del", "w:moveFrom", "w:instrText", "w:rt", "mc:Fallback"})
_AS_TEXT = {"w:tab": "\t", "w:br": "\n", "w:cr": "\n", "w:noBreakHyphen": "-"}
# Words that are put into sentences are errors themselves, so that they are translated with them.
_OTHER_PARTS = {
    "footnotes": InputError("footnotes"),
    "endnotes": InputError("endnotes"),
    "comments": InputError("comments"),
    "header": InputError("a page header"),
    "footer": InputError("a page footer"),
}


class Body(Target):
    """Takes in a part of a document; `lines` are its paragraphs."""

    def __init__(self, name: str) -> None:
        self._name = name
        self.lines: list[str] = []
        # Paragraphs nest: a text box hangs on a paragraph and has its own. They follow the paragraph that they hang on.
        self._open: list[tuple[list[str], list[str]]] = []
        self._skipping = 0
        self._is_taking = False
        self._length = 0

    @override
    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if self._skipping or name in _SKIPPED:
            self._skipping += 1
        elif name == "w:p":
            self._open.append(([], []))
            self._count(1)
        elif name in {"w:t", "m:t"}:
            self._is_taking = True
        elif name in _AS_TEXT:
            self._add(_AS_TEXT[name])
        elif name == "w:sym":
            self._add(_symbol(attribute(attributes, "char")))

    @override
    def end(self, name: str) -> None:
        if self._skipping:
            self._skipping -= 1
        elif name == "w:p":
            pieces, hanging = self._open.pop()
            lines = self._open[-1][1] if self._open else self.lines
            lines.append("".join(pieces))
            lines += hanging
        elif name in {"w:t", "m:t"}:
            self._is_taking = False

    @override
    def text(self, data: str) -> None:
        if self._is_taking and not self._skipping:
            self._add(data)

    def _add(self, text: str) -> None:
        if self._open:
            self._open[-1][0].append(text)
            self._count(len(text))

    def _count(self, length: int) -> None:
        self._length += length
        if self._length > LONGEST_TEXT:
            raise InputError("{name} holds more than {limit} characters; split it into several files.", name=self._name, limit=LONGEST_TEXT)


def read(given: Given) -> Iterator[Found]:
    """Yield the one text of the document, and what of it was left out.

    Raises:
        InputError: it is damaged, or no Word document.
    """
    package = Package(given.name, given.data)
    main = package.main_part()
    if not main or not package.has(main):
        raise InputError("{name} is no Word document: it holds no text part.", name=given.name)
    body = Body(given.name)
    _finish(package.walk(main, body))
    yield Document(given.name, "\n".join(body.lines), {}, "docx", is_whole=False)
    for relation in package.relations(main).values():
        if relation.kind == "aFChunk":
            why = InputError("{name}: another document is embedded in it, and was left out.", name=given.name)
            yield Unread(f"{given.name}/{relation.part}", why)
        elif relation.kind in _OTHER_PARTS and package.has(relation.part):
            yield from _other(package, relation.kind, relation.part)


def _other(package: Package, kind: str, part: str) -> Iterator[Unread]:
    """Yield that a part with words in it was left out."""
    body = Body(package.name)
    _finish(package.walk(part, body))
    words = "".join(body.lines)
    if any(character.isalpha() for character in words):
        why = InputError(
            "{name}: {what} ({length} characters) was left out; only the text itself is read.",
            name=package.name,
            what=_OTHER_PARTS[kind],
            length=len(words),
        )
        yield Unread(f"{package.name}/{part}", why)


def _symbol(code: str) -> str:
    """Return a character of a symbol font: its own code, in the private area, for what it looks like is known to the font alone."""
    try:
        return chr(int(code, 16))
    except (ValueError, OverflowError):
        return "\ufffd"


def _finish(pieces: Iterator[None]) -> None:
    for _ in pieces:
        pass
