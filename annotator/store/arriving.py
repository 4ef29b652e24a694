"""What an import writes in bulk: pages that are one article each, with their candidates, and finished annotations of untouched articles.

Two million spans come this way: rows are made without a value in between, and an article is written once, with what is counted of it.
"""

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from operator import itemgetter

from annotator.core.article import Layout
from annotator.core.candidate import Proposal
from annotator.core.decision import Assignment, Cause, Kind
from annotator.core.errors import LedgerError
from annotator.core.fold import Status
from annotator.store import articles, candidates
from annotator.store.articles import FileRecord
from annotator.store.merged import text_alone
from annotator.store.projection import COLUMNS, MARK_COLUMNS, rebuild

_PUT_CANDIDATE = """INSERT INTO candidate (article, id, start, "end", label, surface, sources, score, trust, reason, active)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)"""
_PUT_FILE = "INSERT OR IGNORE INTO file VALUES (?, ?, ?, ?, ?, ?)"
_PUT_DECISION = f"""INSERT OR IGNORE INTO decision ({COLUMNS}, here)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)"""  # noqa: S608
_PUT_MARK = f"INSERT INTO mark ({MARK_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"  # noqa: S608
_PUT_ASSIGNMENT = """INSERT INTO assignment (id, article, annotator, round, condition, decisions, decided, marks, finished)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET
    decisions = excluded.decisions, decided = excluded.decided, marks = excluded.marks, finished = excluded.finished"""

_ADD, _FINISH, _IMPORT, _ADDED = Kind.ADD.value, Kind.FINISH.value, Cause.IMPORT.value, Status.ADDED.value
_LOW_62 = (1 << 62) - 1

Row = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Arrival:
    """A page that becomes one article: its id (the SHA-256 of `text`), the article's id and layout, the candidates that come with it."""

    page: str
    text: str
    article: str
    layout: Layout
    proposals: Sequence[Proposal] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """A finished annotation that comes from outside: for one assignment all the spans, of which identical ones are one."""

    assignment: Assignment
    spans: Sequence[Proposal]


def add_pages(connection: sqlite3.Connection, arrivals: Sequence[Arrival], record: FileRecord, at: str) -> int:
    """Store pages that the project does not have, all from one file; return how many candidates came with them.

    Raises:
        LedgerError: a surface is not what stands at its offsets.
    """
    found = [candidates.keyed(arrival.article, _sound(arrival.article, arrival.text, arrival.proposals)) for arrival in arrivals]
    counts = [(len(own), candidates.doubt_of(p.score for p in own.values())) for own in found]
    first = articles.add_wholes(connection, [(a.page, a.text, a.layout) for a in arrivals], counts)
    connection.executemany(
        _PUT_FILE, ((arrival.page, record.name, record.sha256, record.size, record.encoding, at) for arrival in arrivals)
    )
    connection.executemany(_PUT_CANDIDATE, (row for i, own in enumerate(found, start=first) for row in candidates.rows(i, own)))
    return sum(count for count, _ in counts)


def is_begun(connection: sqlite3.Connection, assignment: str) -> bool:
    """Say whether the ledger holds anything of an assignment."""
    return connection.execute("SELECT 1 FROM decision WHERE assignment = ? LIMIT 1", (assignment,)).fetchone() is not None


def add_readings(connection: sqlite3.Connection, readings: Sequence[Reading], *, scheme_version: int, at: str) -> int:
    """Store annotations of assignments that are not begun, each once; return how many marks they have.

    It is what `Ledger.union` makes of an `add` for each span and a `finish`; a fold of nothing but those is the spans themselves.

    Raises:
        LedgerError: a surface is not what stands at its offsets.
    """
    decisions: list[Row] = []
    marks: list[Row] = []
    homes: list[Row] = []
    for reading in readings:
        home = reading.assignment
        own = {(s.start, s.end, s.label): s for s in _sound(home.article, text_alone(connection, home.article), reading.spans)}
        finish = imported_id(home.id, Kind.FINISH, None, None, None)
        decisions += _decisions(home, own.values(), finish, scheme_version, at)
        marks += map(_mark, decisions[-len(own) - 1 : -1])
        homes.append((home.id, home.article, home.annotator, home.round, home.condition, len(own) + 1, len(own), len(own), finish))
    connection.executemany(_PUT_ASSIGNMENT, homes)
    # In the order of the table's key: a page of the file is written once.
    decisions.sort(key=itemgetter(0))
    before = connection.total_changes
    connection.executemany(_PUT_DECISION, decisions)
    is_all_new = connection.total_changes - before == len(decisions)
    connection.executemany(_PUT_MARK, marks)
    if not is_all_new:
        for reading in readings:
            rebuild(connection, reading.assignment.id)
    return len(marks)


def imported_id(assignment: str, kind: Kind, start: int | None, end: int | None, label: str | None) -> str:
    """Return the id of an imported decision: the same for the same span of an assignment, and of a time before anything decided here.

    A UUIDv7 (RFC 9562) of the millisecond 0, or 1 for a `finish`, whose random bits are the end of a SHA-256.
    """
    digest = sha256(f"{assignment}\x1f{kind}\x1f{start}\x1f{end}\x1f{label}".encode()).hexdigest()
    bits = int(digest[-19:], 16)
    low = f"{1 << 63 | bits & _LOW_62:016x}"
    return f"00000000-000{int(kind is Kind.FINISH)}-7{bits >> 62 & 0xFFF:03x}-{low[:4]}-{low[4:]}"


def _sound(article: str, text: str, spans: Sequence[Proposal]) -> Sequence[Proposal]:
    """Return spans whose surfaces stand in `text`."""
    for span in spans:
        if not 0 <= span.start < span.end <= len(text) or text[span.start : span.end] != span.surface:
            raise LedgerError(
                "Article {article} says “{found}” at {start}–{end}, not “{surface}”. Nothing was written.",
                article=article,
                found=text[span.start : span.end],
                start=span.start,
                end=span.end,
                surface=span.surface,
            )
    return spans


def _decisions(home: Assignment, spans: Iterable[Proposal], finish: str, version: int, at: str) -> list[Row]:
    """Return the rows of an `add` for each span, and of the `finish` behind them."""
    who = (home.id, home.annotator, home.article)
    where = (None, version, home.condition.value, None)
    rows: list[Row] = []
    for s in spans:
        made = imported_id(home.id, Kind.ADD, s.start, s.end, s.label)
        rows.append((made, *who, _ADD, made, s.start, s.end, s.label, s.surface, s.sources[0], *where, made, _IMPORT, None, None, at))
    rows.append((finish, *who, _FINISH, None, None, None, None, None, None, *where, finish, _IMPORT, None, None, at))
    return rows


def _mark(row: Row) -> Row:
    """Return the mark that a lone `add` makes."""
    made, assignment, _, article, _, _, start, end, label, surface, source, *_ = row
    return assignment, made, article, start, end, label, surface, _ADDED, source, None, None, made
