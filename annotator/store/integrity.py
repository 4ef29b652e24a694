"""Is the project what it says? SQLite's own check, hashes, surfaces, and the ledger against its projection."""

import json
import sqlite3
from collections.abc import Iterator

from annotator.core.candidate import Candidate
from annotator.core.fold import Annotation, fold
from annotator.core.ids import annotator_id, article_id, assignment_id, candidate_id, content_id, is_uuid7, sha256_of
from annotator.store import articles, candidates
from annotator.store.ledger import Ledger


def problems(connection: sqlite3.Connection) -> Iterator[str]:
    """Yield a sentence for everything that is wrong; nothing if all is well. Where SQLite cannot read the file, no more is asked."""
    is_readable = True
    try:
        for (answer,) in connection.execute("PRAGMA integrity_check"):
            if answer != "ok":
                is_readable = False
                yield f"SQLite: {answer}"
    except sqlite3.DatabaseError as error:
        is_readable = False
        yield f"SQLite: {error}"
    if is_readable:
        yield from _contradictions(connection)


def _contradictions(connection: sqlite3.Connection) -> Iterator[str]:
    for table, _, parent, _ in connection.execute("PRAGMA foreign_key_check"):
        yield f"A row of {table} refers to a row of {parent} that does not exist"
    yield from _pages(connection)
    texts = {}
    for article in articles.each(connection):
        texts[article.id] = article.text
        if article_id(article.page, article.layout.segments) != article.id:
            yield f"Article {article.name}: the id is not that of its segments"
    yield from _names(connection)
    yield from _candidates(connection, texts)
    yield from _decisions(connection, texts)


def _pages(connection: sqlite3.Connection) -> Iterator[str]:
    for page, text in connection.execute("SELECT id, text FROM page"):
        if sha256_of(text) != page:
            yield f"Page {page[:12]}: the text has changed since it was imported"
        covered = [False] * len(text)
        for (segments,) in connection.execute("SELECT segments FROM article WHERE page = ?", (page,)):
            for _, start, length in json.loads(segments):
                if any(covered[start : start + length]) or start + length > len(text):
                    yield f"Page {page[:12]}: two articles share characters from {start}, or reach beyond the page"
                covered[start : start + length] = [True] * length


def _names(connection: sqlite3.Connection) -> Iterator[str]:
    """Ids that are hashes of what they name."""
    for person, name in connection.execute("SELECT id, name FROM annotator"):
        if annotator_id(name) != person:
            yield f"Annotator {name}: the id is not that of the name"
    for assignment, *parts in connection.execute("SELECT id, article, annotator, round, condition FROM assignment"):
        if assignment_id(*parts) != assignment:
            yield f"Assignment {assignment}: the id is not that of its article, annotator, round and condition"
    for presentation, article, shown in connection.execute("SELECT id, article, candidates FROM presentation"):
        if content_id("presentation", article, *json.loads(shown)) != presentation:
            yield f"Presentation {presentation} of article {article}: the id is not that of what was shown"


def _candidates(connection: sqlite3.Connection, texts: dict[str, str]) -> Iterator[str]:
    for article, of_article in candidates.each(connection, inactive=True):
        for c in of_article:
            if not _stands(texts[article], c.start, c.end, c.surface):
                yield f"Candidate {c.id} of article {article}: the text at {c.start}–{c.end} is not “{c.surface}”"
            if candidate_id(article, c.start, c.end, c.label) != c.id:
                yield f"Candidate {c.id} of article {article}: the id is not that of its span"
    for number, counted, there in connection.execute(
        """SELECT number, candidates, (SELECT count(*) FROM candidate AS c WHERE c.article = a.number AND c.active = 1) AS there
        FROM article AS a WHERE candidates <> there"""
    ):
        yield f"Article A{number:04d}: the counter says {counted} candidates, there are {there}"


def _decisions(connection: sqlite3.Connection, texts: dict[str, str]) -> Iterator[str]:
    ledger = Ledger(connection)
    of_article: tuple[str, dict[str, Candidate]] = ("", {})
    for assignment, article, annotator in connection.execute("SELECT id, article, annotator FROM assignment ORDER BY article"):
        if of_article[0] != article:
            of_article = (article, {c.id: c for c in candidates.of_article(connection, article, inactive=True)})
        rows = list(ledger.decisions(assignment))
        for row in rows:
            if (row.article, row.annotator) != (article, annotator) or not is_uuid7(row.id):
                yield f"Decision {row.id}: it does not belong to assignment {assignment}"
            if row.start is not None and not _stands(texts.get(article, ""), row.start, row.end, row.surface):
                yield f"Decision {row.id} in article {article}: the text at {row.start}–{row.end} is not “{row.surface}”"
        yield from _projection(connection, assignment, fold(rows, of_article[1]), len(rows))


def _projection(connection: sqlite3.Connection, assignment: str, annotation: Annotation, decisions: int) -> Iterator[str]:
    states = annotation.states.values()
    want = {(s.target, s.start, s.end, s.label, s.surface, s.status.value, s.programme, s.decided_by) for s in states if s.is_mark}
    rows = connection.execute(
        'SELECT target, start, "end", label, surface, status, programme, decided_by FROM mark WHERE assignment = ?', (assignment,)
    )
    if {tuple(row) for row in rows} != want:
        yield f"Assignment {assignment}: the marks are not what the ledger says"
    counted = connection.execute("SELECT decisions, decided, marks, flags, finished FROM assignment WHERE id = ?", (assignment,)).fetchone()
    flags = sum(s.flag is not None for s in states) + (annotation.article.flag is not None)
    expected = (decisions, sum(s.is_decided for s in states), len(want), flags, annotation.article.finished_by)
    if tuple(counted) != expected:
        yield f"Assignment {assignment}: the counters say {tuple(counted)}, the ledger {expected}"


def _stands(text: str, start: int, end: int | None, surface: str | None) -> bool:
    return end is not None and 0 <= start < end <= len(text) and text[start:end] == surface
