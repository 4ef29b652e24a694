"""Find paragraphs that were printed before in another article of the project."""

from collections import defaultdict
from dataclasses import replace

from annotator.core.article import Repeat, Role
from annotator.newsprint import near_duplicates
from annotator.project.workspace import Project
from annotator.store import articles
from annotator.store.articles import Article
from annotator.store.file import transaction

# Shorter paragraphs (本报讯, a name, a slogan) are alike without being printed again.
_SHORTEST = 40
_ALIKE = 0.8


def find_repeats(project: Project) -> int:
    """Compare the paragraphs of all articles; store which were printed before, near enough, elsewhere. Return how many there are.

    The article with the lower number is the original. Repeats inside one article are known since it was read.
    """
    loaded = list(articles.each(project.connection))
    places = [(article, start, end) for article in loaded for start, end in _paragraphs(article)]
    words = [article.text[start:end] for article, start, end in places]
    found: dict[str, list[Repeat]] = defaultdict(list)
    for later, earlier, _ in near_duplicates(words, _ALIKE):
        (article, start, end), (of, of_start, _) = places[later], places[earlier]
        if of.id != article.id and not any(r.start == start for r in found[article.id]):
            found[article.id].append(Repeat(start, end, of_start, of.id))
    with transaction(project.connection):
        for article in loaded:
            _store(project, article, found.get(article.id, []))
    return sum(map(len, found.values()))


def _paragraphs(article: Article) -> list[tuple[int, int]]:
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
