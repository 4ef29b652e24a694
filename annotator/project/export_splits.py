"""Train, validation and test of a project: what stands in several articles is never on both sides."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from annotator.core.decision import Condition
from annotator.exchange.formats.about import date_of, paper_of
from annotator.exchange.formats.document import Document
from annotator.exchange.formats.splitting import Item, Split, split
from annotator.newsprint import near_duplicates
from annotator.project.assigning import clusters_of
from annotator.project.export_choice import WHERE, Chosen, Splitting
from annotator.project.export_documents import distinct
from annotator.project.workspace import Project

_TEST = "test"
# Shorter articles (an imprint, a section head) are alike without being the same news.
_SHORTEST = 40
_ALIKE = 0.8
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")


def dealt(project: Project, chosen: Chosen, splitting: Splitting, documents: Iterable[Document]) -> Split:
    """Return which part each of `documents` goes to; they are read once.

    Raises:
        ExportError: there are not two or three parts, or a weight is not a positive number.
    """
    ratios = splitting.named()
    items: list[Item] = []
    texts: list[tuple[str, str]] = []
    blind = _blind(project, chosen) if splitting.blind_test else frozenset()
    for document in documents:
        items.append(_item(document, is_blind=document.line.id in blind))
        texts.append((document.line.id, document.line.text))
    clusters = _joined([*clusters_of(project, [item.article for item in items]), *_alike(texts)])
    together = [_with_cluster(item, clusters) for item in items]
    return split(together, ratios, seed=splitting.seed, by=splitting.by, blind=_TEST if splitting.blind_test else None)


def _item(document: Document, *, is_blind: bool) -> Item:
    fields = document.line.fields
    year = _YEAR.search(date_of(fields))
    labels = Counter(span.label for span in distinct(document))
    return Item(document.line.id, labels, newspaper=paper_of(fields), year=year[0] if year else "", is_blind=is_blind)


def _with_cluster(item: Item, clusters: Mapping[str, str]) -> Item:
    cluster = clusters.get(item.article, "")
    return Item(item.article, item.labels, cluster, item.newspaper, item.year, item.is_blind)


def _alike(texts: Sequence[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Yield pairs of articles that are nearly the same, or exactly."""
    long = [(article, text) for article, text in texts if len(text.strip()) >= _SHORTEST]
    for later, earlier, _ in near_duplicates([text for _, text in long], _ALIKE):
        yield long[earlier][0], long[later][0]


def _joined(groups: Iterable[Sequence[str]]) -> dict[str, str]:
    """Return the cluster (its first article) of every article that shares a group with another, directly or through others."""
    parent: dict[str, str] = {}

    def root(article: str) -> str:
        parent.setdefault(article, article)
        while parent[article] != article:
            parent[article] = parent[parent[article]]
            article = parent[article]
        return article

    for group in groups:
        for one, other in pairwise(group):
            first, second = sorted((root(one), root(other)))
            parent[second] = first
    return {article: root(article) for article in list(parent)}


def _blind(project: Project, chosen: Chosen) -> frozenset[str]:
    """Return the articles that the chosen people worked on without candidates only."""
    query = f"SELECT s.article, s.condition FROM assignment AS s WHERE s.decisions > 0 AND {WHERE}"  # noqa: S608
    conditions: dict[str, set[str]] = {}
    for article, condition in project.connection.execute(query, chosen.facts):
        conditions.setdefault(article, set()).add(condition)
    return frozenset(article for article, seen in conditions.items() if seen == {Condition.BLIND.value})
