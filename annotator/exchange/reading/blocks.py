"""The blocks of a web page: its paragraphs, headings, list items and cells in their order, and the elements they stand in.

Only elements that shape a page are kept (bold or coloured words are words). Tags that are missing are put in as browsers do it: a
new item ends the last one, an end tag ends what is open in it, and one that ends nothing is passed over.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from annotator.exchange.reading.limits import DEEPEST
from annotator.exchange.reading.markup import Kind, Token, attributes

_CELLS = frozenset({"td", "th", "caption"})
_ROWS = frozenset({"tbody", "thead", "tfoot"})
# The parts of a table, and which of those that are open each of them ends by beginning.
_PARTS = {
    **dict.fromkeys(_CELLS, _CELLS),
    "tr": _CELLS | {"tr"},
    **dict.fromkeys(_ROWS, _CELLS | {"tr"} | _ROWS),
}
_OF_TABLES = frozenset({"table", *_PARTS})
_ITEMS = frozenset({"li", "dt", "dd"})
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_PLAIN = frozenset(
    {
        *("address", "article", "blockquote", "body", "center", "details", "div", "dl", "fieldset", "figcaption", "figure", "form"),
        *("header", "hgroup", "hr", "html", "legend", "main", "ol", "p", "pre", "section", "summary", "ul"),
    }
)
_BLOCKS = _PLAIN | _OF_TABLES | _ITEMS | HEADINGS
# Never the text of an article: controls, drawings, the frame of the page.
_SKIPPED = frozenset(
    {"aside", "audio", "button", "canvas", "datalist", "dialog", "footer", "map", "nav", "object", "select", "svg", "template", "video"}
)
_WHOLE = frozenset({"html", "body"})
# Words in a class or id that say what a part of the page is for.
_FRAME = re.compile(
    r"(?:^|[\s_-])(?:ads?|advert|banner|bottom|breadcrumbs?|comments?|copyright|crumbs?|footer|hot|menu|nav|navbar|pager|pagination|"
    r"rank|recommend|related|relevant|share|sidebar|toolbar)(?=$|[\s_-]|\d)",
    re.IGNORECASE,
)
# Stands for <br> until a block is complete; the character itself occurs in no page that a browser shows.
_BREAK = "\x1e"
_WIDE = "\u2014\u2018-\u201d\u2026\u3001-\u303f\u3400-\u9fff\uf900-\ufaff\uff01-\uffee"
_WRAPPED = re.compile(f"(?<=[{_WIDE}])[ \t\f\r]*\n[ \t\n\f\r]*(?=[{_WIDE}])")
_SPACES = re.compile("[ \t\n\f\r]+")


@dataclass(slots=True)
class Element:
    """A kept element: the index of its parent, and the blocks `[first, last)` inside it."""

    name: str
    parent: int
    first: int
    last: int
    is_skipped: bool
    is_frame: bool


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of text that stands by itself, in the element with this index. `linked` is the share of it in links, 0 to 1."""

    text: str
    element: int
    linked: float
    is_heading: bool
    is_frame: bool


@dataclass(slots=True)
class Page:
    """What a page holds: blocks, elements (parents first), the title, what `meta` tags say, and comments with the block they precede."""

    blocks: list[Block] = field(default_factory=list)
    elements: list[Element] = field(default_factory=list)
    title: str = ""
    metas: dict[str, str] = field(default_factory=dict)
    comments: list[tuple[int, str]] = field(default_factory=list)


def page_of(tokens: Iterable[Token]) -> Page:
    """Return the page that the tokens make."""
    builder = _Builder()
    for token in tokens:
        builder.take(token)
    return builder.finished()


class _Builder:
    def __init__(self) -> None:
        self._page = Page()
        self._open: list[int] = []
        # How many elements of each name are open since the last cell: an end tag reaches no further, but for those of tables.
        self._scopes: list[Counter[str]] = [Counter()]
        self._tables: Counter[str] = Counter()
        # The open parts of each open table, the innermost last; parts outside any table come first.
        self._parts: list[list[str]] = [[]]
        self._pieces: list[str] = []
        self._linked = 0
        self._is_link = self._is_title = False
        self._push("html", {})

    def take(self, token: Token) -> None:
        kind, name, data = token
        if kind is Kind.TEXT:
            self._text(data)
        elif kind is Kind.START:
            self._start(name, data)
        elif kind is Kind.END:
            self._end(name)
        else:
            self._comment(data)

    def finished(self) -> Page:
        self._flush()
        while self._open:
            self._pop()
        return self._page

    def _text(self, text: str) -> None:
        if self._is_title:
            self._page.title = self._page.title or " ".join(text.split())
        elif not self._top.is_skipped:
            text = text.replace(_BREAK, " ")
            if self._top.name == "pre":
                text = text.replace("\n", _BREAK)
            self._pieces.append(text)
            if self._is_link:
                self._linked += len(text.strip())

    def _comment(self, text: str) -> None:
        if "enp" in text:
            self._flush()
            self._page.comments.append((len(self._page.blocks), text))

    def _start(self, name: str, source: str) -> None:
        if name == "br":
            self._pieces.append(_BREAK)
        elif name == "a":
            self._is_link = "href" in attributes(source)
        elif name == "title":
            self._is_title = not self._top.is_skipped
        elif name in {"meta", "time", "link"}:
            self._note(name, attributes(source))
        elif name in _BLOCKS or name in _SKIPPED or "-" in name:
            self._start_block(name, source)

    def _start_block(self, name: str, source: str) -> None:
        if name not in _SKIPPED:
            self._flush()
            self._close_for(name)
        if name != "hr":
            self._push(name, attributes(source))

    def _end(self, name: str) -> None:
        if name == "a":
            self._is_link = False
        elif name == "title":
            self._is_title = False
        elif name in _BLOCKS or name in _SKIPPED or "-" in name:
            if name not in _SKIPPED:
                self._flush()
            self._close(name)

    def _note(self, tag: str, found: Mapping[str, str]) -> None:
        if tag == "meta":
            name = found.get("name") or found.get("property") or found.get("itemprop") or ""
            value = found.get("content", "")
        elif tag == "time":
            name, value = "time", found.get("datetime", "")
        else:
            name, value = f"link:{found.get('rel', '')}", found.get("href", "")
        if value.strip():
            self._page.metas.setdefault(name.lower(), " ".join(value.split()))

    def _close_for(self, name: str) -> None:
        """End what a new element ends by beginning: a cell the last cell, an item the last item, a block the paragraph."""
        if name in _PARTS:
            while self._parts[-1] and self._parts[-1][-1] in _PARTS[name]:
                self._close(self._parts[-1][-1])
            return
        self._close("p")
        if name in _ITEMS and self._top.name in _ITEMS:
            self._pop()

    @property
    def _top(self) -> Element:
        return self._page.elements[self._open[-1]]

    def _push(self, name: str, found: Mapping[str, str]) -> None:
        # Deeper than any page: the tag is passed over, the text stays.
        if len(self._open) >= DEEPEST:
            return
        self._page.elements.append(self._element(name, f"{found.get('class', '')} {found.get('id', '')}"))
        self._open.append(len(self._page.elements) - 1)
        if name in _PARTS:
            self._parts[-1].append(name)
        (self._tables if name in _OF_TABLES else self._scopes[-1])[name] += 1
        if name in _CELLS or name == "table":
            self._scopes.append(Counter())
        if name == "table":
            self._parts.append([])

    def _element(self, name: str, said: str) -> Element:
        is_skipped, is_frame = name in _SKIPPED, name not in _WHOLE and _FRAME.search(said) is not None
        if self._open:
            is_skipped, is_frame = is_skipped or self._top.is_skipped, is_frame or self._top.is_frame
        parent, at = self._open[-1] if self._open else -1, len(self._page.blocks)
        return Element(name, parent, at, at, is_skipped, is_frame)

    def _close(self, name: str) -> None:
        counts = self._tables if name in _OF_TABLES else self._scopes[-1]
        if not counts[name] or name == "html":
            return
        while self._pop() != name:
            pass

    def _pop(self) -> str:
        element = self._page.elements[self._open.pop()]
        element.last = len(self._page.blocks)
        if element.name == "table":
            self._parts.pop()
        if element.name in _CELLS or element.name == "table":
            self._scopes.pop()
        if element.name in _PARTS:
            self._parts[-1].pop()
        (self._tables if element.name in _OF_TABLES else self._scopes[-1])[element.name] -= 1
        return element.name

    def _flush(self) -> None:
        """End the block at hand; two line breaks in it end a paragraph."""
        if not self._pieces:
            return
        raw = "".join(self._pieces)
        linked = self._linked / max(1, len(raw.strip()))
        self._pieces, self._linked = [], 0
        top = self._top
        for paragraph in _paragraphs(raw):
            self._page.blocks.append(Block(paragraph, self._open[-1], linked, top.name in HEADINGS, top.is_frame))


def _paragraphs(raw: str) -> list[str]:
    found: list[list[str]] = [[]]
    for line in raw.split(_BREAK):
        text = _SPACES.sub(" ", _WRAPPED.sub("", line)).strip()
        if text:
            found[-1].append(text)
        elif found[-1]:
            found.append([])
    return ["\n".join(lines) for lines in found if lines]
