"""Find paragraphs that were printed before in another article of the project."""

import sqlite3
from array import array
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import overload

from typing_extensions import override

from annotator.core.article import Repeat, Role
from annotator.newsprint import near_duplicates
from annotator.project.workspace import Project
from annotator.store import articles
from annotator.store.articles import Article
from annotator.store.file import transaction

# Shorter paragraphs (本报讯, a name, a slogan) are alike without being printed again.
_SHORTEST = 40
_ALIKE = 0.8
_REMEMBERED = 64


def find_repeats(project: Project) -> int:
    """Compare the paragraphs of all articles; store which were printed before, near enough, elsewhere. Return how many there are.

    The article with the lower number is the original. Repeats inside one article are known since it was read.
    """
    paragraphs = _Paragraphs(project.connection)
    found: dict[int, list[Repeat]] = defaultdict(list)
    for later, earlier, _ in near_duplicates(paragraphs, _ALIKE):
        (article, start, end), (of, of_start, _) = paragraphs.place(later), paragraphs.place(earlier)
        if of != article and not any(r.start == start for r in found[article]):
            found[article].append(Repeat(start, end, of_start, articles.id_of(project.connection, of)))
    with transaction(project.connection):
        for article, repeats in found.items():
            _store(project, articles.load(project.connection, articles.id_of(project.connection, article)), repeats)
    return sum(map(len, found.values()))


class _Paragraphs(Sequence[str]):
    """The paragraphs that may be printed again, by article number; their texts stay in the file, and their places are known once read."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._places = array("q")
        self._text = lru_cache(_REMEMBERED)(self._read)

    def place(self, i: int) -> tuple[int, int, int]:
        """Return the article's number, start and end of paragraph `i`."""
        article, start, end = self._places[3 * i : 3 * i + 3]
        return article, start, end

    @overload
    def __getitem__(self, i: int, /) -> str: ...
    @overload
    def __getitem__(self, i: slice, /) -> list[str]: ...
    @override
    def __getitem__(self, i: int | slice, /) -> str | list[str]:
        if isinstance(i, slice):
            return [self[n] for n in range(*i.indices(len(self)))]
        article, start, end = self.place(i)
        return self._text(article)[start:end]

    @override
    def __len__(self) -> int:
        return len(self._places) // 3

    @override
    def __iter__(self) -> Iterator[str]:
        self._places = array("q")
        for article in articles.each(self._connection):
            for start, end in _places(article):
                self._places.extend((article.number, start, end))
                yield article.text[start:end]

    def _read(self, number: int) -> str:
        return articles.text_of(self._connection, articles.id_of(self._connection, number))


def _places(article: Article) -> list[tuple[int, int]]:
    known = {r.start for r in article.layout.repeats if r.of_article is None}
    return [
        (p.start, p.end)
        for p in article.layout.paragraphs
        if p.role in {Role.BODY, Role.CAPTION} and p.end - p.start >= _SHORTEST and p.start not in known
    ]


def _store(project: Project, article: Article, found: list[Repeat]) -> None:
    by_start = {r.start: r for r in (*found, *article.layout.repeats)}
    repeats = tuple(by_start[start] for start in sorted(by_start))
    if repeats != article.layout.repeats:
        articles.set_repeats(project.connection, article.id, replace(article.layout, repeats=repeats))
