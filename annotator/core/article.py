"""Articles: the parts of a page that belong together, as ranges of the page's text.

All offsets are code points. A page's text never changes; an article is one or more segments of it in reading order, and its
text is exactly their concatenation.
"""

from dataclasses import dataclass
from enum import StrEnum


class ArticleKind(StrEnum):
    """What a part of a page is. Every character of a page lies in exactly one article of some kind."""

    ARTICLE = "article"
    CAPTION = "caption"
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True)
class Segment:
    """`length` characters of a page from `page_start`, standing at `article_start` in the article's text."""

    article_start: int
    page_start: int
    length: int


@dataclass(frozen=True, slots=True)
class Repeat:
    """`[start, end)` of an article's text was printed before, at `of_start` of `of_article` (None: of this article)."""

    start: int
    end: int
    of_start: int
    of_article: str | None = None


class Role(StrEnum):
    """What a paragraph is to the reader."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    BYLINE = "byline"
    SECTION = "section"
    BODY = "body"
    CAPTION = "caption"
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """`[start, end)` of an article's text (code points) without the line breaks around it, breaks inside included."""

    start: int
    end: int
    role: Role


@dataclass(frozen=True, slots=True)
class Layout:
    """How one article lies on its page.

    `segments` are in reading order. `breaks` are `(start, end)` in the article's text: runs of line-break characters inside a
    sentence. They belong to the segment before them. `title` is one line without line breaks; it may be empty. `paragraphs` are for
    showing it, in order; they may be missing.
    """

    kind: ArticleKind
    title: str
    segments: tuple[Segment, ...]
    breaks: tuple[tuple[int, int], ...] = ()
    repeats: tuple[Repeat, ...] = ()
    paragraphs: tuple[Paragraph, ...] = ()

    @property
    def length(self) -> int:
        """The article's text length in code points."""
        return sum(segment.length for segment in self.segments)

    def text(self, page_text: str) -> str:
        """Return the article's text: its segments of `page_text`, joined by nothing."""
        return "".join(page_text[s.page_start : s.page_start + s.length] for s in self.segments)

    def page_offset(self, offset: int) -> int:
        """Return where the character at `offset` of the article stands on the page.

        Raises:
            IndexError: `offset` is outside the article.
        """
        for segment in self.segments:
            inside = offset - segment.article_start
            if 0 <= inside < segment.length:
                return segment.page_start + inside
        raise IndexError(offset)
