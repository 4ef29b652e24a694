"""Parts of a project as a file of their own: some people's tasks with their articles, and what a study works with besides texts.

Rows are copied by the columns that both files have; both are of this program's format.
"""

import json
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from annotator.core.decision import Assignment, Condition
from annotator.store import tasks
from annotator.store.projection import rebuild

_KNOWLEDGE = ("scheme", "lexicon", "pattern", "programme")
_A_QUERY = 500

Row = dict[str, object]


@dataclass(frozen=True, slots=True)
class Part:
    """What is copied: assignments of one person, and whether what they have decided comes along."""

    assignments: Sequence[Assignment]
    decisions: bool = True

    @property
    def articles(self) -> list[str]:
        """The articles' ids."""
        return list(dict.fromkeys(a.article for a in self.assignments))

    @property
    def blind(self) -> set[str]:
        """Those that somebody reads without candidates."""
        return {a.article for a in self.assignments if a.condition is Condition.BLIND}


def copy_knowledge(source: sqlite3.Connection, target: sqlite3.Connection) -> None:
    """Make lexicon, patterns, register and rulings of `target` those of `source`, and add the versions of the scheme that it lacks."""
    for table in _KNOWLEDGE[1:]:
        target.execute(f"DELETE FROM {table}")  # noqa: S608
    for table in _KNOWLEDGE:
        _put(target, table, _rows(source, table, "1"))
    if _has(source, "ruling") and _has(target, "ruling"):
        target.execute("DELETE FROM ruling")
        # Who answered, and whose doubt it was, stays at home.
        _put(target, "ruling", ({**row, "by": "", "decision": ""} for row in _rows(source, "ruling", "1")))


def copy_part(source: sqlite3.Connection, target: sqlite3.Connection, part: Part, *, anonymous: Callable[[str], str], at: str) -> None:
    """Add tasks with their articles, frozen candidates and pages to `target`; what is there already stays as it is.

    A page comes whole, because its hash is its name, but only the part's articles are listed on it. Articles to be read blind come
    without candidates. `anonymous` is asked what a candidate's source is called.
    """
    wanted, blind = part.articles, part.blind
    there = {row[0] for row in target.execute("SELECT id FROM article")}
    shown = {row[0] for row in target.execute("SELECT id FROM article WHERE candidates > 0")}
    new = [article for article in wanted if article not in there]
    _copy_articles(source, target, new, blind, {*there, *wanted})
    for name in _in(source, "annotator", "id", {a.annotator for a in part.assignments}):
        _put(target, "annotator", [name])
    tasks.put(target, part.assignments, at)
    _copy_candidates(source, target, [article for article in wanted if article not in blind and article not in shown], anonymous)
    if part.decisions:
        _copy_decisions(source, target, part.assignments, anonymous)


def _copy_articles(source: sqlite3.Connection, target: sqlite3.Connection, new: Sequence[str], blind: set[str], known: set[str]) -> None:
    def cut(row: Row) -> Row:
        repeats = [repeat for repeat in json.loads(str(row["repeats"])) if repeat[3] is None or repeat[3] in known]
        row["repeats"] = json.dumps(repeats, ensure_ascii=False, separators=(",", ":"))
        if row["id"] in blind:
            row.update({"candidates": 0, **({"doubt": 0.0} if "doubt" in row else {})})
        return row

    rows = [cut(row) for row in _in(source, "article", "id", new)]
    pages = {row["page"] for row in rows}
    _put(target, "page", _in(source, "page", "id", pages))
    _put(target, "file", _in(source, "file", "page", pages))
    _put(target, "article", rows)
    _put(target, "echo", (row for row in _in(source, "echo", "article", new) if row["of_article"] in known))


def _copy_candidates(source: sqlite3.Connection, target: sqlite3.Connection, of: Iterable[str], anonymous: Callable[[str], str]) -> None:
    rows = _in(source, "article", "id", of)
    target.executemany("UPDATE article SET candidates = ? WHERE id = ?", [(row["candidates"], row["id"]) for row in rows])
    numbers = [row["number"] for row in rows]
    _put(
        target,
        "candidate",
        ({**row, "sources": _sources(row, anonymous)} for row in _in(source, "candidate AS c", "c.article", numbers, "c.active = 1")),
    )


def _copy_decisions(
    source: sqlite3.Connection, target: sqlite3.Connection, assignments: Sequence[Assignment], anonymous: Callable[[str], str]
) -> None:
    """Copy the person's own work that the project knows, with the candidates it speaks of, shown no more."""
    ids = [a.id for a in assignments]
    rows = [{**row, "here": 0} for row in _in(source, "decision", "assignment", ids)]
    begun = {str(row["assignment"]) for row in rows}
    shown = {row["value"] for row in rows if row["kind"] == "finish"}
    presentations = _in(source, "presentation", "id", shown)
    _put(target, "presentation", presentations)
    spoken_of = {row["target"] for row in rows} | {c for row in presentations for c in json.loads(str(row["candidates"]))}
    inactive = [a.article for a in assignments if a.id in begun and a.condition is Condition.SHOWN]
    numbers = [row["number"] for row in _in(source, "article", "id", inactive)]
    kept = [row for row in _in(source, "candidate AS c", "c.article", numbers, "c.active = 0") if row["id"] in spoken_of]
    _put(target, "candidate", ({**row, "sources": _sources(row, anonymous)} for row in kept))
    _put(target, "decision", rows)
    for assignment in begun:
        rebuild(target, assignment)


def _sources(row: Row, anonymous: Callable[[str], str]) -> str:
    return json.dumps([anonymous(name) for name in json.loads(str(row["sources"]))], ensure_ascii=False, separators=(",", ":"))


def _has(connection: sqlite3.Connection, table: str) -> bool:
    return connection.execute("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?", (table,)).fetchone() is not None


def _in(source: sqlite3.Connection, table: str, column: str, values: Iterable[object], which: str = "1") -> list[Row]:
    """Return the rows of a table whose `column` is among `values`."""
    asked = list(values)
    found: list[Row] = []
    for at in range(0, len(asked), _A_QUERY):
        some = asked[at : at + _A_QUERY]
        found += _rows(source, table, f"{column} IN ({', '.join('?' for _ in some)}) AND {which}", some)
    return found


def _rows(source: sqlite3.Connection, table: str, where: str, values: Sequence[object] = ()) -> list[Row]:
    cursor = source.execute(f"SELECT * FROM {table} WHERE {where}", values)  # noqa: S608
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor]


def _put(target: sqlite3.Connection, table: str, rows: Iterable[Row]) -> None:
    """Add rows that are not there yet."""
    columns = [row[0] for row in target.execute("SELECT name FROM pragma_table_info(?)", (table,))]
    for row in rows:
        mine = [column for column in columns if column in row]
        names, holes = ", ".join(f'"{column}"' for column in mine), ", ".join("?" for _ in mine)
        target.execute(f"INSERT OR IGNORE INTO {table} ({names}) VALUES ({holes})", [row[column] for column in mine])  # noqa: S608
