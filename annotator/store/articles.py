"""Pages and articles. The page's text is stored once; an article's text is read from it through its segments."""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from operator import itemgetter
from typing import Any

from annotator.core.article import ArticleKind, Layout, Paragraph, Repeat, Role, Segment
from annotator.core.errors import ProjectError
from annotator.core.ids import article_id

_COLUMNS = "a.id, a.number, a.page, a.kind, a.title, a.segments, a.breaks, a.repeats, a.paragraphs, a.meta"
_PUT_ARTICLE = "INSERT INTO article (number, id, page, position, kind, title, length, segments, breaks, repeats, paragraphs"
_PUT_WHOLE = f"{_PUT_ARTICLE}, candidates, doubt) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_LIST = """SELECT a.id, a.number, a.kind, a.title, a.page,
        coalesce((SELECT min(name) FROM file WHERE file.page = a.page), ''), a.candidates, coalesce(s.decided, 0), coalesce(s.flags, 0),
        s.finished IS NOT NULL
    FROM article AS a LEFT JOIN assignment AS s ON s.article = a.id AND s.annotator = ? AND s.round = ? WHERE """


@dataclass(frozen=True, slots=True)
class FileRecord:
    """A file that was imported: its name, the SHA-256 and size of its bytes, how it was decoded."""

    name: str
    sha256: str
    size: int
    encoding: str


@dataclass(frozen=True, slots=True)
class Article:
    """An article as it is stored, with its text."""

    id: str
    number: int
    page: str
    layout: Layout
    text: str
    meta: Mapping[str, object]

    @property
    def name(self) -> str:
        """The short name people say: A0001."""
        return f"A{self.number:04d}"


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """One line of the article list for one annotator. `status` is `open`, `partly` or `finished`."""

    id: str
    number: int
    kind: ArticleKind
    title: str
    page: str
    file: str
    candidates: int
    decided: int
    flags: int
    finished: bool

    @property
    def status(self) -> str:
        """How far the annotator is."""
        if self.finished:
            return "finished"
        return "partly" if self.decided else "open"


def add_page(connection: sqlite3.Connection, sha256: str, text: str, layouts: Sequence[Layout], meta: Mapping[str, object]) -> list[str]:
    """Store a page and its articles; return the articles' ids. A page that is stored already adds nothing."""
    if connection.execute("SELECT 1 FROM page WHERE id = ?", (sha256,)).fetchone():
        return []
    (number,) = connection.execute("SELECT coalesce(max(number), 0) + 1 FROM page").fetchone()
    connection.execute("INSERT INTO page VALUES (?, ?, ?, ?)", (sha256, number, text, _json(meta)))
    (first,) = connection.execute("SELECT coalesce(max(number), 0) + 1 FROM article").fetchone()
    return _add_articles(connection, sha256, layouts, first)


def add_wholes(connection: sqlite3.Connection, wholes: Sequence[tuple[str, str, Layout]], known: Sequence[tuple[int, float]]) -> int:
    """Store pages that are one article each (id, text, layout), none of which is stored; return the number of the first article.

    `known` says of each article how many candidates it will have and how doubtful they are.
    """
    (page,) = connection.execute("SELECT coalesce(max(number), 0) + 1 FROM page").fetchone()
    (first,) = connection.execute("SELECT coalesce(max(number), 0) + 1 FROM article").fetchone()
    connection.executemany("INSERT INTO page VALUES (?, ?, ?, '{}')", ((id_, page + i, text) for i, (id_, text, _) in enumerate(wholes)))
    rows = [(*_article_row(first + i, 0, id_, layout), *known[i]) for i, (id_, _, layout) in enumerate(wholes)]
    connection.executemany(_PUT_WHOLE, rows)
    _put_echoes(connection, [str(row[1]) for row in rows], [layout for *_, layout in wholes])
    return int(first)


def is_begun(connection: sqlite3.Connection, page: str) -> bool:
    """Say whether anything of the page was decided or assigned; its articles then stay as they are."""
    row = connection.execute("SELECT 1 FROM assignment WHERE article IN (SELECT id FROM article WHERE page = ?) LIMIT 1", (page,))
    return row.fetchone() is not None


def recut(connection: sqlite3.Connection, page: str, layouts: Sequence[Layout]) -> list[str]:
    """Put other articles in the place of those of a page that nobody has begun; return their ids. Numbers are not used again.

    Candidates of the old articles go with them. The old articles must not be indexed for search any more.
    """
    (first,) = connection.execute("SELECT max(number) + 1 FROM article").fetchone()
    old = "SELECT id FROM article WHERE page = ?"
    connection.execute("DELETE FROM candidate WHERE article IN (SELECT number FROM article WHERE page = ?)", (page,))
    for table, column in (("presentation", "article"), ("echo", "article"), ("echo", "of_article")):
        connection.execute(f"DELETE FROM {table} WHERE {column} IN ({old})", (page,))  # noqa: S608
    connection.execute("DELETE FROM article WHERE page = ?", (page,))
    return _add_articles(connection, page, layouts, first)


def _add_articles(connection: sqlite3.Connection, page: str, layouts: Sequence[Layout], first: int) -> list[str]:
    rows = [_article_row(first + i, i, page, layout) for i, layout in enumerate(layouts)]
    connection.executemany(
        f"{_PUT_ARTICLE}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        rows,
    )
    ids = [str(row[1]) for row in rows]
    _put_echoes(connection, ids, layouts)
    return ids


def set_repeats(connection: sqlite3.Connection, article: str, layout: Layout) -> None:
    """Store the repeats of `layout` as those of an article that is stored already."""
    connection.execute("UPDATE article SET repeats = ? WHERE id = ?", (_repeats(layout), article))
    connection.execute("DELETE FROM echo WHERE article = ?", (article,))
    _put_echoes(connection, [article], [layout])


def echoes(connection: sqlite3.Connection, article: str) -> list[str]:
    """Return the articles that print again what `article` printed first."""
    return [row[0] for row in connection.execute("SELECT article FROM echo WHERE of_article = ? ORDER BY article", (article,))]


def _put_echoes(connection: sqlite3.Connection, ids: Sequence[str], layouts: Sequence[Layout]) -> None:
    pairs = ((r.of_article, article) for article, layout in zip(ids, layouts, strict=True) for r in layout.repeats if r.of_article)
    connection.executemany("INSERT OR IGNORE INTO echo VALUES (?, ?)", pairs)


def _repeats(layout: Layout) -> str:
    return _json([[r.start, r.end, r.of_start, r.of_article] for r in layout.repeats])


def add_file(connection: sqlite3.Connection, page: str, record: FileRecord, at: str) -> bool:
    """Remember that `record` held the page; return whether that was new."""
    cursor = connection.execute(
        "INSERT OR IGNORE INTO file VALUES (?, ?, ?, ?, ?, ?)", (page, record.name, record.sha256, record.size, record.encoding, at)
    )
    return cursor.rowcount > 0


def load(connection: sqlite3.Connection, article: str) -> Article:
    """Return the article with the id `article`.

    Raises:
        ProjectError: there is none.
    """
    row = connection.execute(
        f"SELECT {_COLUMNS}, p.text FROM article AS a JOIN page AS p ON p.id = a.page WHERE a.id = ?",  # noqa: S608
        (article,),
    ).fetchone()
    if row is None:
        raise ProjectError("There is no article {article} in this project.", article=article)
    return _article(row[:-1], row[-1])


def each(connection: sqlite3.Connection) -> Iterator[Article]:
    """Yield all articles by number; a page's text is read once for all its articles that follow each other."""
    rows = connection.execute(f"SELECT {_COLUMNS} FROM article AS a ORDER BY a.number")  # noqa: S608
    for page, of_page in groupby(rows, key=itemgetter(2)):
        (text,) = connection.execute("SELECT text FROM page WHERE id = ?", (page,)).fetchone()
        for row in of_page:
            yield _article(row, text)


def id_of(connection: sqlite3.Connection, number: int) -> str:
    """Return the id of the article with a number."""
    return str(connection.execute("SELECT id FROM article WHERE number = ?", (number,)).fetchone()[0])


def text_of(connection: sqlite3.Connection, article: str) -> str:
    """Return an article's text."""
    return load(connection, article).text


def page_text(connection: sqlite3.Connection, page: str) -> str:
    """Return a page's text, as it was imported."""
    return str(connection.execute("SELECT text FROM page WHERE id = ?", (page,)).fetchone()[0])


def file_names(connection: sqlite3.Connection) -> dict[str, str]:
    """Return the first file name of every page, by the page's id."""
    return dict(connection.execute("SELECT page, min(name) FROM file GROUP BY page"))


def page_meta(connection: sqlite3.Connection) -> dict[str, dict[str, str]]:
    """Return what else is known of pages (date, paper…), by the page's id, for those of which anything is."""
    return {page: json.loads(meta) for page, meta in connection.execute("SELECT id, meta FROM page WHERE meta <> '{}'")}


class Order(StrEnum):
    """In which order articles come: as they stand on their pages, the most doubtful first, those with most candidates first."""

    PAGE = "page"
    DOUBT = "doubt"
    CANDIDATES = "candidates"


_ORDERS = {Order.PAGE: "a.number", Order.DOUBT: "a.doubt DESC, a.number", Order.CANDIDATES: "a.candidates DESC, a.number"}
# What comes after an article: first its equals with a greater number, then what is less. Apart, each is one step in an index.
_AFTER = {
    Order.PAGE: ("a.number > :number",),
    Order.DOUBT: ("a.doubt = :doubt AND a.number > :number", "a.doubt < :doubt"),
    Order.CANDIDATES: ("a.candidates = :candidates AND a.number > :number", "a.candidates < :candidates"),
}
_UNFINISHED = """SELECT a.id FROM article AS a WHERE {after} AND (a.kind <> 'furniture' OR a.candidates > 0)
    AND NOT EXISTS (SELECT 1 FROM assignment AS s
        WHERE s.annotator = :annotator AND s.article = a.id AND s.round = :round AND s.finished IS NOT NULL)
    AND (NOT :by_task OR EXISTS (SELECT 1 FROM task AS t WHERE t.annotator = :annotator AND t.round = :round AND t.article = a.id))
    ORDER BY {order} LIMIT 1"""


def rows_for(
    connection: sqlite3.Connection, annotator: str, *, kinds: Iterable[ArticleKind], round_name: str = "main", order: Order = Order.PAGE
) -> list[ArticleRow]:
    """Return the article list of one annotator in `order`; equals in the order of the numbers."""
    wanted = [kind.value for kind in kinds]
    where = f"a.kind IN ({', '.join('?' for _ in wanted)}) ORDER BY {_ORDERS[order]}"
    return [_list_row(row) for row in connection.execute(_LIST + where, (annotator, round_name, *wanted))]


def next_unfinished(
    connection: sqlite3.Connection,
    annotator: str,
    article: str | None,
    *,
    order: Order = Order.PAGE,
    round_name: str = "main",
    by_task: bool = False,
) -> str | None:
    """Return the first article after `article` in `order` that the annotator has not finished, from the beginning where none follows.

    With `by_task` only what was given to them in the round.
    """
    facts: dict[str, object] = {"annotator": annotator, "round": round_name, "by_task": by_task}
    conditions = ["1"]
    if article is not None:
        number, doubt, candidates = connection.execute("SELECT number, doubt, candidates FROM article WHERE id = ?", (article,)).fetchone()
        facts |= {"number": number, "doubt": doubt, "candidates": candidates}
        conditions = [*_AFTER[order], *conditions]
    for condition in conditions:
        row = connection.execute(_UNFINISHED.format(after=condition, order=_ORDERS[order]), facts).fetchone()
        if row is not None:
            return str(row[0])
    return None


def row_for(connection: sqlite3.Connection, annotator: str, article: str, *, round_name: str = "main") -> ArticleRow | None:
    """Return one row of the article list of one annotator."""
    row = connection.execute(_LIST + "a.id = ?", (annotator, round_name, article)).fetchone()
    return None if row is None else _list_row(row)


def _list_row(row: Sequence[Any]) -> ArticleRow:
    values = list(row)
    values[2], values[9] = ArticleKind(row[2]), bool(row[9])
    return ArticleRow(*values)


def _article_row(number: int, position: int, page: str, layout: Layout) -> tuple[object, ...]:
    return (
        number,
        article_id(page, layout.segments),
        page,
        position,
        layout.kind.value,
        layout.title,
        layout.length,
        _json([[s.article_start, s.page_start, s.length] for s in layout.segments]),
        _json(layout.breaks),
        _repeats(layout),
        _json([[p.start, p.end, p.role] for p in layout.paragraphs]),
    )


def _article(row: Sequence[str], page_text: str) -> Article:
    layout = Layout(
        kind=ArticleKind(row[3]),
        title=row[4],
        segments=tuple(Segment(*segment) for segment in json.loads(row[5])),
        breaks=tuple((start, end) for start, end in json.loads(row[6])),
        repeats=tuple(Repeat(*repeat) for repeat in json.loads(row[7])),
        paragraphs=tuple(Paragraph(start, end, Role(role)) for start, end, role in json.loads(row[8])),
    )
    return Article(row[0], int(row[1]), row[2], layout, layout.text(page_text), json.loads(row[9]))


_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
