"""Web pages: the headline, then the paragraphs of the main text in their order, a blank line between them.

The main text is what stands in the smallest element that holds nearly all sentences of the page. Scripts, navigation, controls and
footers are left out, parts whose class or id calls them so (unless the page's sentences stand there), and blocks of links. Where the
digital edition of a newspaper marks its text (`<!--enpcontent-->`), that is the text, and what it says of it is the metadata.

A line break in the source between two Chinese characters is nothing, other white space one blank; `<br>` is a line feed.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from annotator.core.errors import InputError
from annotator.exchange.reading.blocks import Block, Page, page_of
from annotator.exchange.reading.found import Document, Found, Given
from annotator.exchange.reading.limits import LARGEST_MARKUP
from annotator.exchange.reading.markup import tokens, unescaped

_SENTENCE = re.compile("[。！？；，、,.!?;]")
_SHORTEST_SENTENCE = 12
_NEARLY_ALL = 0.85
_MOST_LINKED = 0.5
_SHORTEST_TITLE = 4
_TITLE_END = re.compile(r"\s*(?:[_|｜]|--|\s[-–—]\s|[-–—](?=[^-–—]*$)).*", re.DOTALL)
# In the order of trust. The first three are those that Chinese government sites must have.
_SAID_BY = {
    "title": ("articletitle", "og:title"),
    "date": ("pubdate", "publishdate", "article:published_time", "og:release_date", "datepublished", "dc.date", "date", "time"),
    "author": ("author", "article:author", "dc.creator"),
    "source": ("contentsource", "source", "og:site_name"),
    "url": ("link:canonical", "og:url"),
}
_PROPERTY = re.compile(r"<(articleid|date|author|title|subtitle|introtitle|nodename)>(.*?)</\1>", re.DOTALL)
_MARKUP = re.compile("<[^<>]*>")


def read(given: Given) -> Iterator[Found]:
    """Yield the one text of the page.

    Raises:
        InputError: it is too large, cannot be decoded, or has more tags than any page.
    """
    if len(given.data) > LARGEST_MARKUP:
        raise InputError(
            "{name} is too large for a web page: {size} bytes; at most {limit}.",
            name=given.name,
            size=len(given.data),
            limit=LARGEST_MARKUP,
        )
    source, encoding = given.text()
    page = page_of(tokens(source, given.name))
    marked, said = _marked(page)
    if marked:
        title, blocks = _lines(said, "introtitle", "title", "subtitle"), marked
    else:
        title, blocks = [_title(page)], _main(page)
    meta = _meta(page, said, title)
    yield Document(given.name, "\n\n".join(_composed(title, blocks)), meta, encoding, is_whole=True)


def _composed(title: Sequence[str], blocks: Sequence[Block]) -> list[str]:
    """Return the paragraphs, the title's first; where it begins the text as well, it stands there once."""
    paragraphs = [block.text for block in blocks]
    lines = [line for line in title if line]
    for line in lines:
        at = next((i for i, text in enumerate(paragraphs[: len(lines) + 2]) if _same(text, line)), None)
        if at is not None:
            del paragraphs[at]
    return [*lines, *paragraphs]


def _same(one: str, other: str) -> bool:
    return "".join(one.split()) == "".join(other.split())


def _marked(page: Page) -> tuple[list[Block], Mapping[str, str]]:
    """Return the blocks that a newspaper's own comments mark as the text, and what they say of it."""
    said: dict[str, str] = {}
    first = last = None
    for at, comment in page.comments:
        words = comment.strip()
        if words.startswith("enpproperty"):
            for name, value in _PROPERTY.findall(words):
                said.setdefault(name, " ".join(unescaped(_MARKUP.sub(" ", value)).split()))
        elif words == "enpcontent" and first is None:
            first = at
        elif words == "/enpcontent":
            last = at
    return ([] if first is None else page.blocks[first:last]), said


def _lines(said: Mapping[str, str], *names: str) -> list[str]:
    return [said.get(name, "") for name in names]


def _main(page: Page) -> list[Block]:
    """Return the blocks of the main text."""
    everything = sum(map(_prose, page.blocks))
    content = [block for block in page.blocks if not block.is_frame]
    if sum(map(_prose, content)) < everything / 2:
        content = page.blocks
    element = page.elements[_holder(page, content)]
    inside = page.blocks[element.first : element.last]
    kept = [block for block in inside if (content is page.blocks or not block.is_frame) and not _is_links(block)]
    return kept or content


def _holder(page: Page, content: Sequence[Block]) -> int:
    """Return the index of the smallest element that holds nearly all sentences of `content`; the whole page, if there are none."""
    prose = [0] * len(page.elements)
    for block in content:
        prose[block.element] += _prose(block)
    for i in range(len(prose) - 1, 0, -1):
        prose[page.elements[i].parent] += prose[i]
    holder = 0
    for i, element in enumerate(page.elements):
        # Elements come parents first, so the child of a holder comes after it.
        if element.parent == holder and prose[0] and prose[i] >= _NEARLY_ALL * prose[0]:
            holder = i
    return holder


def _prose(block: Block) -> int:
    """Return how many characters of sentences a block holds."""
    is_prose = len(block.text) >= _SHORTEST_SENTENCE and not _is_links(block) and _SENTENCE.search(block.text)
    return len(block.text) if is_prose else 0


def _is_links(block: Block) -> bool:
    return block.linked > _MOST_LINKED


def _title(page: Page) -> str:
    """Return the headline: the heading, or else the line, that the page's title repeats; else what the page says it is."""
    for blocks in ([b for b in page.blocks if b.is_heading], [b for b in page.blocks if not _is_links(b)]):
        repeated = [b.text for b in blocks if len(b.text) >= _SHORTEST_TITLE and b.text in page.title]
        if repeated:
            return max(repeated, key=len)
    return _said(page.metas, "title") or _TITLE_END.sub("", page.title)


def _said(metas: Mapping[str, str], key: str) -> str:
    return next((metas[name] for name in _SAID_BY[key] if name in metas), "")


def _meta(page: Page, said: Mapping[str, str], title: Sequence[str]) -> dict[str, str]:
    meta = {
        "title": " ".join(line for line in title if line),
        "date": said.get("date") or _said(page.metas, "date"),
        "author": said.get("author") or _said(page.metas, "author"),
        "source": _said(page.metas, "source"),
        "page": said.get("nodename", ""),
        "url": _said(page.metas, "url"),
    }
    return {key: value for key, value in meta.items() if value}
