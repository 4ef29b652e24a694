"""Where the spans of imported lines belong: the article with their id or text, the page with their text, or an article to be made."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from annotator.core.article import Layout, Segment
from annotator.core.candidate import Proposal
from annotator.core.errors import InputError
from annotator.core.ids import article_id, sha256_of
from annotator.exchange.native_jsonl import LineIn
from annotator.project.aligning import aligned
from annotator.project.expecting import Expected
from annotator.project.workspace import Project
from annotator.store import articles


class Way(StrEnum):
    """How the text of a line meets the project: an article has it, in other white space or width, a page has it, or it is new."""

    SAME = "same"
    ALIGNED = "aligned"
    PAGE = "page"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Found:
    """Where the spans of a line belong: by article, as they stand there; nowhere yet where the text is new."""

    way: Way
    homes: Mapping[str, Sequence[Proposal]] = field(default_factory=dict)


class Texts:
    """Finds the stored articles to which the spans of a line belong; it stores nothing."""

    def __init__(self, project: Project, expected: Expected | None = None) -> None:
        """Read the articles of `project`; `expected` are such as will be there, which only a plan has."""
        self._project, self._expected = project, expected
        self._unsettled: list[tuple[str, str]] = []
        self._by_text: dict[str, str] = {}
        self._ids: set[str] = set()
        self._of_page: dict[str, list[tuple[str, Layout]]] = {}
        for article in articles.each(project.connection):
            self.add(article.id, article.text)
            self._of_page.setdefault(article.page, []).append((article.id, article.layout))

    def add(self, article: str, text: str) -> None:
        """Know one more article."""
        self._by_text.setdefault(sha256_of(text), article)
        self._ids.add(article)

    def expect(self, text: str) -> None:
        """Take a new text for an article that the project has: it will, when the file that is being counted has been stored."""
        sha256 = sha256_of(text)
        article = article_id(sha256, (Segment(0, 0, len(text)),))
        if self._expected is not None:
            self._expected.keep(article, text)
        self.add(article, text)
        self._unsettled.append((article, sha256))

    def settle(self, *, is_taken: bool) -> None:
        """End a file: what was expected of it stays if it will be imported, and is forgotten if not."""
        for article, sha256 in () if is_taken else self._unsettled:
            self._ids.discard(article)
            del self._by_text[sha256]
        self._unsettled = []

    def find(self, line: LineIn, text: str, spans: Sequence[Proposal], name: str) -> Found:
        """Return where the spans belong; the text is new where neither the line's id nor the text itself is known.

        Raises:
            InputError: the line contradicts the article or page it belongs to, or is blank; `name` names its file.
        """
        if line.id is not None and line.id in self._ids:
            return self._in_place(line, line.id, text, spans, name)
        sha256 = sha256_of(text)
        if sha256 in self._by_text:
            return Found(Way.SAME, {self._by_text[sha256]: spans})
        if sha256 in self._of_page:
            return Found(Way.PAGE, self._on_page(self._of_page[sha256], text, spans, line, name))
        if not text.strip():
            raise InputError("{name}, line {line}: there is no text. Nothing of this file was imported.", name=name, line=line.number)
        return Found(Way.NEW)

    def _in_place(self, line: LineIn, article: str, text: str, spans: Sequence[Proposal], name: str) -> Found:
        """Return the spans as they stand in the stored text, which may differ in white space, width and repeats."""
        stored, layout = self._loaded(article)
        if stored == text:
            return Found(Way.SAME, {article: spans})
        alignment = aligned(text, stored, layout)
        if alignment is None:
            raise InputError(
                "{name}, line {line}: the text is not that of article {article} in this project. Nothing of this file was imported.",
                name=name,
                line=line.number,
                article=article,
            )
        found = []
        for span in spans:
            place = alignment.range_of(span.start, span.end)
            if place is None:
                raise InputError(
                    "{name}, line {line}: the span {start}–{end} holds nothing but white space. Nothing of this file was imported.",
                    name=name,
                    line=line.number,
                    start=span.start,
                    end=span.end,
                )
            start, end = place
            found.append(replace(span, start=start, end=end, surface=stored[start:end]))
        return Found(Way.ALIGNED, {article: found})

    def _loaded(self, article: str) -> tuple[str, Layout]:
        if self._expected is not None and article in self._expected:
            return self._expected.load(article)
        stored = articles.load(self._project.connection, article)
        return stored.text, stored.layout

    def _on_page(
        self, of_page: Sequence[tuple[str, Layout]], text: str, spans: Sequence[Proposal], line: LineIn, name: str
    ) -> dict[str, Sequence[Proposal]]:
        """Offsets of a line that is a whole page count on the page; each span goes to the article in which it stands."""
        found: dict[str, list[Proposal]] = {article: [] for article, _ in of_page}
        for span in spans:
            home = next(((article, own) for article, layout in of_page if (own := _inside(layout, text, span))), None)
            if home is None:
                raise InputError(
                    "{name}, line {line}: “{surface}” does not stand in one article of its page. Nothing of this file was imported.",
                    name=name,
                    line=line.number,
                    surface=span.surface,
                )
            found[home[0]].append(home[1])
        return dict(found)


def _inside(layout: Layout, page_text: str, span: Proposal) -> Proposal | None:
    """Return a page's `span` in the article that lies there so, or None if the article does not hold all of it."""
    for segment in layout.segments:
        start = span.start - segment.page_start + segment.article_start
        if segment.article_start <= start < segment.article_start + segment.length:
            end = start + span.end - span.start
            return replace(span, start=start, end=end) if layout.text(page_text)[start:end] == span.surface else None
    return None
