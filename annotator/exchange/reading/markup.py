"""HTML as a sequence of tags and text, cut as the HTML standard cuts it (13.2.5), in time linear in the page.

Written here because no parser at hand is linear on pages made to be slow: with 40 KB one takes 1.5 GB, with 700 KB another takes
minutes. Every expression below is possessive, and every search goes forward only.
"""

import re
from collections.abc import Iterator
from enum import Enum, auto
from html import unescape
from typing import NamedTuple

from annotator.core.errors import InputError
from annotator.exchange.reading.limits import MOST_TAGS


class Kind(Enum):
    """What a token is."""

    TEXT = auto()
    START = auto()
    END = auto()
    COMMENT = auto()


class Token(NamedTuple):
    """A start or end tag with its name in lower case, or text, or a comment. `data` is the text, or the source of the attributes."""

    kind: Kind
    name: str
    data: str


_TAG = re.compile(
    r"""<(/?)([A-Za-z][^\s/>]*+)((?:[^>="']++|=\s*+(?:"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z)|(?=[^"'])|\Z)|["'])*+)(>?)""",
)
_ATTRIBUTE = re.compile(r"""([^\s/=>]++)(?:\s*+=\s*+(?:"([^"]*+)"?+|'([^']*+)'?+|([^\s>]++)))?+""")
_COMMENT_END = re.compile("--!?>")
# Their content is no markup. What stands in them is nothing to read; a title is.
_RAW = frozenset({"script", "style", "iframe", "noembed", "noframes", "noscript", "textarea", "xmp"})
_ENDS = {name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE) for name in (*_RAW, "title")}
# More digits than any character has; Python refuses to read numbers of thousands.
_ZEROS, _TOO_LARGE = re.compile(r"&#0+(?=\d)"), re.compile(r"&#\d{8,};?")


def tokens(html: str, name: str) -> Iterator[Token]:
    """Yield the tokens of a page; what is never closed reaches to its end, as in a browser. `name` is the file's in errors.

    Raises:
        InputError: there are more tags than any page has.
    """
    at = count = 0
    while at < len(html):
        mark = html.find("<", at)
        if mark != at:
            end = len(html) if mark < 0 else mark
            yield Token(Kind.TEXT, "", unescaped(html[at:end]))
            at = end
            continue
        count += 1
        if count > MOST_TAGS:
            raise InputError("{name} holds more than {limit} tags; it was not read.", name=name, limit=MOST_TAGS)
        match = _TAG.match(html, at)
        if match is None:
            token, at = _other(html, at)
            yield token
        elif not match[4]:
            return
        else:
            slash, tag, source = match.group(1, 2, 3)
            tag = tag.lower()
            at = match.end()
            yield Token(Kind.END if slash else Kind.START, tag, source)
            if tag in _ENDS and not slash:
                content, at = _raw(html, at, tag)
                yield content


def attributes(source: str) -> dict[str, str]:
    """Return the attributes in the source of a tag, names in lower case; of two with one name the first."""
    found: dict[str, str] = {}
    if not source:
        return found
    for match in _ATTRIBUTE.finditer(source):
        found.setdefault(match[1].lower(), unescaped(match[2] or match[3] or match[4] or ""))
    return found


def unescaped(text: str) -> str:
    """Return `text` with `&lt;` and the like as the characters they stand for."""
    if "&" not in text:
        return text
    return unescape(_TOO_LARGE.sub("\ufffd", _ZEROS.sub("&#", text)))


def _raw(html: str, at: int, name: str) -> tuple[Token, int]:
    """Return the content of a raw element, which is empty unless it is read, and where its end tag stands."""
    match = _ENDS[name].search(html, at)
    end = match.start() if match else len(html)
    return Token(Kind.TEXT, "", "" if name in _RAW else unescaped(html[at:end])), end


def _other(html: str, at: int) -> tuple[Token, int]:
    """Return what begins with `<` and is no tag, and where it ends: a comment, a declaration, or a mere character."""
    if html.startswith("<!--", at):
        if html.startswith((">", "->"), at + 4):
            return Token(Kind.COMMENT, "", ""), html.index(">", at) + 1
        match = _COMMENT_END.search(html, at + 4)
        start, end = (match.start(), match.end()) if match else (len(html), len(html))
        return Token(Kind.COMMENT, "", html[at + 4 : start]), end
    if html.startswith(("<!", "<?", "</"), at):
        end = html.find(">", at)
        return Token(Kind.COMMENT, "", ""), len(html) if end < 0 else end + 1
    return Token(Kind.TEXT, "", "<"), at + 1
