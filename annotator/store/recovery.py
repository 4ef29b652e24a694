"""A sound project out of a damaged one: every row that can be read and is what its name says goes into a new file.

Pages, articles, people, assignments and candidates are named by the hash of what they are, so a row proves itself, wherever it was
found: in the damaged file, in its pages, or in an earlier copy. A decision proves itself by the text it speaks of.
"""

import json
import sqlite3
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from functools import lru_cache
from typing import Any

from annotator.core.decision import Decision
from annotator.core.errors import AnnotatorError
from annotator.core.ids import annotator_id, assignment_id, candidate_id, content_id, is_uuid7, sha256_of
from annotator.store import articles
from annotator.store.projection import decision_from, rebuild
from annotator.store.salvage import Damaged, Row
from annotator.store.transaction import transaction

_REFUSED = (AnnotatorError, RecursionError, ValueError, TypeError, LookupError, AttributeError, sqlite3.Error, OverflowError)
# Parents first. What is left out follows from other tables: marks, echoes, the search index.
_NAMED_BY_CONTENT = ("page", "file", "article", "annotator", "assignment", "candidate", "presentation", "scheme")
_AS_IT_STANDS = ("project", "lexicon", "pattern", "programme", "ruling", "model", "task")
_HOLDS_JSON = {"scheme": ("json",), "pattern": ("json",), "programme": ("aliases",), "model": ("data", "summary")}
# Candidates of the first format named their article by its id.
_FIRST_CANDIDATE = "candidate of the first format"
_FIRST_COLUMNS = ("id", "article", "start", "end", "label", "surface", "sources", "score", "reason", "active")
_HEX, _SHA = 24, 64
# What was handed in with a count and a hash is not that file any more.
_SEAL = "sealed "


@dataclass(slots=True)
class Recovered:
    """What came back. `rows` counts by table; `refused` those that were found and are not what they say.

    `expected` is how many decisions the damaged file counted itself; None where that cannot be read. `left_out` are decisions whose
    article or text is lost. `gaps` counts the tables that could not be read from one end to the other.
    """

    rows: dict[str, int] = field(default_factory=dict)
    refused: Counter[str] = field(default_factory=Counter)
    expected: int | None = None
    left_out: list[dict[str, Any]] = field(default_factory=list)
    gaps: int = 0


def rebuild_from(target: sqlite3.Connection, source: Damaged, earlier: Sequence[Damaged] = ()) -> Recovered:
    """Fill the new, empty project behind `target` from the damaged `source`; what is missing of its texts comes from `earlier` copies.

    Decisions come from `source` alone: an earlier copy may hold some that were taken back since.
    """
    found = _Rebuild(target)
    with transaction(target):
        for table in (*_NAMED_BY_CONTENT, *_AS_IT_STANDS[:-1]):
            found.take(table, source)
        found.take_scanned(source, decisions=False)
        for copy in earlier:
            for table in (*_NAMED_BY_CONTENT, *(table for table in _AS_IT_STANDS[:-1] if found.is_empty(table))):
                found.take(table, copy)
        for table in ("decision", "task"):
            found.take(table, source)
        found.take_scanned(source, decisions=True)
        found.project()
    found.told.expected = _expected(source)
    found.told.gaps = source.gaps
    return found.told


def _expected(source: Damaged) -> int | None:
    if "decisions" not in source.columns("assignment"):
        return None
    try:
        return int(source.connection.execute("SELECT coalesce(sum(decisions), 0) FROM assignment NOT INDEXED").fetchone()[0])
    except sqlite3.Error:
        return None


class _Rebuild:
    """The rows that are taken into a new project, and those that are not."""

    def __init__(self, target: sqlite3.Connection) -> None:
        self.told = Recovered()
        self._target = target
        self._columns = {table: self._names(table) for table in (*_NAMED_BY_CONTENT, *_AS_IT_STANDS, "decision")}
        self._lost: dict[str, dict[str, Any]] = {}
        self._taken: set[str] = set()
        self._text = lru_cache(maxsize=64)(lambda article: articles.text_of(target, article))
        self._checks: Mapping[str, Callable[[dict[str, Any]], None]] = {
            "page": self._page,
            "article": self._article,
            "annotator": self._annotator,
            "assignment": self._assignment,
            "candidate": self._candidate,
            "presentation": self._presentation,
            "decision": self._decision,
        }

    def is_empty(self, table: str) -> bool:
        """Say whether nothing was found of a table."""
        return not self.told.rows.get(table)

    def take(self, table: str, source: Damaged) -> None:
        """Take the rows of a table that SQLite finds."""
        there = source.columns(table)
        columns = [name for name in self._columns[table] if name in there]
        if columns:
            for row in source.rows(table, columns):
                self._put(table, dict(zip(columns, row, strict=True)))

    def take_scanned(self, source: Damaged, *, decisions: bool) -> None:
        """Take the rows that only stand in pages, parents before children: rows tell their table by their width and their names.

        A page may hold what was deleted since: of tables whose rows prove nothing, only where SQLite found none.
        """
        found: dict[str, list[Row]] = {}
        for row in source.scanned():
            table = _table_of(row)
            if table is not None and (table == "decision") == decisions:
                found.setdefault(table, []).append(row)
        for table in (*_NAMED_BY_CONTENT, _FIRST_CANDIDATE, *filter(self.is_empty, _AS_IT_STANDS), "decision"):
            columns = _FIRST_COLUMNS if table == _FIRST_CANDIDATE else self._columns[table]
            for row in found.get(table, ()):
                # That the row of an old page is not sound says nothing.
                self._put(table.partition(" ")[0], dict(zip(columns, row, strict=False)), is_counted=False)

    def project(self) -> None:
        """Bring up to date what follows from the rows: marks, counters, and the list of what was left out."""
        for (assignment,) in self._target.execute("SELECT id FROM assignment").fetchall():
            rebuild(self._target, assignment)
        self._target.execute(
            "UPDATE article SET candidates = (SELECT count(*) FROM candidate AS c WHERE c.article = article.number AND c.active = 1)"
        )
        self._target.execute(
            """INSERT OR IGNORE INTO echo SELECT json_extract(r.value, '$[3]'), a.id FROM article AS a, json_each(a.repeats) AS r
            WHERE json_extract(r.value, '$[3]') IS NOT NULL"""
        )
        self.told.left_out = [row for name, row in sorted(self._lost.items()) if name not in self._taken]

    def _names(self, table: str) -> list[str]:
        return [row[0] for row in self._target.execute("SELECT name FROM pragma_table_info(?)", (table,))]

    def _put(self, table: str, row: dict[str, Any], *, is_counted: bool = True) -> None:
        self._target.execute("SAVEPOINT one_row")
        try:
            for column in _HOLDS_JSON.get(table, ()):
                json.loads(row[column])
            check = self._checks.get(table)
            if check is not None:
                check(row)
            self._insert(table, row)
        except _REFUSED:
            self._target.execute("ROLLBACK TO one_row")
            self._refuse(table, row, is_counted=is_counted)
        self._target.execute("RELEASE one_row")

    def _insert(self, table: str, row: dict[str, Any]) -> None:
        names = ", ".join(f'"{name}"' for name in row)
        if table == "project" and str(row["key"]).startswith(_SEAL):
            return
        # The new project has an id and a title; those of the damaged one count.
        how = "REPLACE" if table == "project" and row["key"] not in self._taken else "IGNORE"
        done = self._target.execute(
            f"INSERT OR {how} INTO {table} ({names}) VALUES ({', '.join('?' * len(row))})",  # noqa: S608
            tuple(row.values()),
        )
        if table == "article" and done.rowcount:
            self._text(row["id"])
        self._taken.add(str(row.get("id") or row.get("key")))
        self.told.rows[table] = self.told.rows.get(table, 0) + max(done.rowcount, 0)

    def _refuse(self, table: str, row: dict[str, Any], *, is_counted: bool) -> None:
        if table == "decision":
            if is_uuid7(str(row.get("id"))):
                self._lost[str(row["id"])] = row
        elif is_counted:
            self.told.refused[table] += 1

    def _has(self, table: str, name: object) -> bool:
        return self._target.execute(f"SELECT 1 FROM {table} WHERE id = ?", (name,)).fetchone() is not None  # noqa: S608

    def _page(self, row: dict[str, Any]) -> None:
        _must(sha256_of(row["text"]) == row["id"])
        if not self._has("page", row["id"]):
            (taken,) = self._target.execute("SELECT count(*) FROM page WHERE number = ?", (row["number"],)).fetchone()
            if taken:
                (row["number"],) = self._target.execute("SELECT max(number) + 1 FROM page").fetchone()
        row["meta"] = _json_or(row["meta"], "{}")

    def _article(self, row: dict[str, Any]) -> None:
        segments = json.loads(row["segments"])
        _must(content_id("article", row["page"], *(f"{start}+{length}" for _, start, length in segments)) == row["id"])
        for column in ("breaks", "repeats", "paragraphs"):
            row[column] = _json_or(row[column], "[]")
        row |= {"meta": _json_or(row["meta"], "{}"), "candidates": 0}
        (text,) = self._target.execute("SELECT text FROM page WHERE id = ?", (row["page"],)).fetchone()
        _must(sum(length for _, _, length in segments) == row["length"])
        _must(not self._overlaps(row, segments, len(text)))

    def _overlaps(self, row: dict[str, Any], segments: Sequence[Sequence[int]], length: int) -> bool:
        """Say whether another article has some of these characters already: the page was cut anew since this row was written."""
        taken = [(0, 0, 0)]
        for (listed,) in self._target.execute("SELECT segments FROM article WHERE page = ? AND id <> ?", (row["page"], row["id"])):
            taken.extend(json.loads(listed))
        return any(
            start < 0 or start + many > length or any(start < other + more and other < start + many for _, other, more in taken)
            for _, start, many in segments
        )

    def _annotator(self, row: dict[str, Any]) -> None:
        _must(annotator_id(row["name"]) == row["id"])

    def _assignment(self, row: dict[str, Any]) -> None:
        _must(assignment_id(row["article"], row["annotator"], row["round"], row["condition"]) == row["id"])
        _must(self._has("article", row["article"]) and self._has("annotator", row["annotator"]))

    def _candidate(self, row: dict[str, Any]) -> None:
        by = "id" if isinstance(row["article"], str) else "number"
        article, number = self._target.execute(f"SELECT id, number FROM article WHERE {by} = ?", (row["article"],)).fetchone()  # noqa: S608
        _must(candidate_id(article, row["start"], row["end"], row["label"]) == row["id"])
        _must(_stands(self._text(article), row) and isinstance(json.loads(row["sources"]), list))
        row["article"] = number

    def _presentation(self, row: dict[str, Any]) -> None:
        _must(content_id("presentation", row["article"], *json.loads(row["candidates"])) == row["id"])
        _must(self._has("article", row["article"]))

    def _decision(self, row: dict[str, Any]) -> None:
        decision = decision_from([row[name] for name in _DECISION])
        _must(is_uuid7(decision.id) and is_uuid7(decision.step) and decision.scheme_version > 0)
        _must(decision.start is None or _stands(self._text(decision.article), row))
        found = self._target.execute("SELECT article, annotator FROM assignment WHERE id = ?", (decision.assignment,)).fetchone()
        if found is None:
            self._assign(decision)
        else:
            _must(found == (decision.article, decision.annotator))

    def _assign(self, decision: Decision) -> None:
        """Make the assignment that a decision names, if it is of a round that is known."""
        rounds = [row[0] for row in self._target.execute("SELECT DISTINCT round FROM assignment")]
        for name in ("main", *rounds):
            if assignment_id(decision.article, decision.annotator, name, decision.condition) == decision.assignment:
                row = (decision.assignment, decision.article, decision.annotator, name, decision.condition.value)
                self._target.execute("INSERT INTO assignment (id, article, annotator, round, condition) VALUES (?, ?, ?, ?, ?)", row)
                return
        raise LookupError(decision.assignment)


_DECISION = [field.name for field in fields(Decision)]


def _table_of(row: Row) -> str | None:
    """Return which table a record is of, by its width and the names at its beginning."""
    first, second, third = (*row, None, None, None)[:3]
    for table, widths, is_it in (
        ("decision", {21}, is_uuid7(str(first))),
        ("candidate", {11}, _is_hex(second, _HEX)),
        (_FIRST_CANDIDATE, {10}, _is_hex(first, _HEX) and isinstance(third, int)),
        ("assignment", {10}, _is_hex(first, _HEX) and _is_hex(third, _HEX)),
        ("article", {13, 15}, _is_hex(second, _HEX) and _is_hex(third, _SHA)),
        ("page", {4}, _is_hex(first, _SHA)),
        ("presentation", {3}, _is_hex(first, _HEX) and _is_hex(second, _HEX)),
        ("annotator", {2}, _is_hex(first, _HEX)),
        ("scheme", {3}, isinstance(first, int) and str(second).startswith("{")),
        ("file", {6}, _is_hex(first, _SHA) and _is_hex(third, _SHA)),
        ("programme", {6}, str(third).startswith("[")),
        ("lexicon", {6}, not str(third).startswith("[") and not _is_hex(first, _SHA)),
        ("pattern", {5}, str(first).startswith(("pattern:", "veto:"))),
        ("project", {2}, first in {"id", "title", "role", "task of"}),
    ):
        if len(row) in widths and is_it:
            return table
    return None


def _is_hex(value: object, digits: int) -> bool:
    return isinstance(value, str) and len(value) == digits and not value.strip("0123456789abcdef")


def _stands(text: str, row: Mapping[str, Any]) -> bool:
    start, end = row["start"], row["end"]
    return isinstance(start, int) and isinstance(end, int) and 0 <= start < end <= len(text) and text[start:end] == row["surface"]


def _json_or(value: str, otherwise: str) -> str:
    try:
        json.loads(value)
    except (ValueError, TypeError):
        return otherwise
    return value


def _must(is_so: bool) -> None:  # noqa: FBT001
    if not is_so:
        raise ValueError
