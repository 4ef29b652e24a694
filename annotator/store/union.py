"""Files that come back from people: opened with trust in nothing, read by listed columns, every value looked at.

The connection is this module's own: read-only, immutable, without trust in what stands in the schema (sqlite.org/security.html).
"""

import re
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from json import JSONEncoder, loads
from pathlib import Path
from typing import Any

from annotator.core.candidate import Candidate
from annotator.core.decision import Assignment, Cause, Condition, Decision, Kind
from annotator.core.errors import NewerProject, NotAProject, ProjectError
from annotator.core.ids import annotator_id, assignment_id, candidate_id, content_id
from annotator.store.appearing import size, why
from annotator.store.file import APPLICATION_ID, FORMAT
from annotator.store.projection import COLUMNS, decision_from
from annotator.store.shape import check_shape

_MAGIC, _HEADER = b"SQLite format 3\x00", 100
_LONGEST = 1_000_000
_MOST_OFFSET = 1 << 31
_SHORT, _LONG = 500, 100_000
_A_BATCH = 500

_TEXT, _WHOLE, _REAL = "TEXT", "INTEGER", "REAL"
_READ: Mapping[str, Mapping[str, str]] = {
    "project": {"key": _TEXT, "value": _TEXT},
    "annotator": {"id": _TEXT, "name": _TEXT},
    "assignment": dict.fromkeys(("id", "article", "annotator", "round", "condition"), _TEXT),
    "scheme": {"version": _WHOLE, "json": _TEXT},
    "presentation": dict.fromkeys(("id", "article", "candidates"), _TEXT),
    "candidate": {
        **dict.fromkeys(("id", "label", "surface", "sources", "reason"), _TEXT),
        **dict.fromkeys(("start", "end"), _WHOLE),
        "score": _REAL,
    },
    "article": {"id": _TEXT, "number": _WHOLE},
    "decision": {
        **dict.fromkeys((name.strip().strip('"') for name in COLUMNS.split(",")), _TEXT),
        **dict.fromkeys(("start", "end", "scheme_version"), _WHOLE),
        **dict.fromkeys(("score", "seconds"), _REAL),
    },
}
_NAME = re.compile(r"[0-9a-f]{24}")

_HEX = "[0-9a-f]"
_IS_NAME = f"{{0}} GLOB '{_HEX * 24}'"
_IS_DECISION = f"{{0}} GLOB '[0-7]{_HEX * 7}-{_HEX * 4}-7{_HEX * 3}-[89ab]{_HEX * 3}-{_HEX * 12}'"
_IS_TARGET = f"({_IS_NAME} OR {_IS_DECISION})"
_IS_OFFSET = f"{{0}} BETWEEN 0 AND {_MOST_OFFSET}"
_IS_SHORT, _IS_LONG = f"length({{0}}) <= {_SHORT}", f"length({{0}}) <= {_LONG}"
_DIGITS = "[0-9][0-9]"
_IS_TIME = f"{{0}} GLOB '{_DIGITS * 2}-{_DIGITS}-{_DIGITS}T{_DIGITS}:{_DIGITS}:{_DIGITS}*Z' AND length({{0}}) <= 27"


def _among(values: Iterable[str]) -> str:
    return f"{{0}} IN ({', '.join(repr(str(value)) for value in values)})"


# What every value of a decision must be; its type is the STRICT table's. SQLite is asked, because Python takes ten times as long.
_NEEDED = {
    **dict.fromkeys(("id", "step"), _IS_DECISION),
    **dict.fromkeys(("assignment", "annotator", "article"), _IS_NAME),
    "kind": _among(Kind),
    "condition": _among(Condition),
    "scheme_version": f"{{0}} BETWEEN 1 AND {_MOST_OFFSET}",
    "at": _IS_TIME,
}
_OPTIONAL = {
    "target": _IS_TARGET,
    "retracts": _IS_DECISION,
    **dict.fromkeys(("start", '"end"'), _IS_OFFSET),
    **dict.fromkeys(("label", "source"), _IS_SHORT),
    **dict.fromkeys(("surface", "value"), _IS_LONG),
    "score": "{0} BETWEEN 0 AND 1",
    "seconds": "{0} BETWEEN 0 AND 1e12",
    "cause": _among(Cause),
}
_CONDITIONS = [rule.format(column) for column, rule in _NEEDED.items()]
_CONDITIONS += [f"({column} IS NULL OR {rule.format(column)})" for column, rule in _OPTIONAL.items()]
_UNSOUND = f"SELECT id FROM decision WHERE ({' AND '.join(_CONDITIONS)}) IS NOT TRUE LIMIT 1"  # noqa: S608

CandidateRow = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Seal:
    """How many decisions a file was handed in with, and the hash of their rows."""

    decisions: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Work:
    """What a file brings. `owner` is whose task it is (empty: nobody's alone).

    `candidates` are the rows of those that decisions and presentations speak of, by article; `candidate_in` looks at them.
    """

    path: Path
    project: str
    role: str
    owner: str
    seal: Seal | None
    schemes: Mapping[int, str]
    people: Mapping[str, str]
    assignments: tuple[Assignment, ...]
    decisions: tuple[Decision, ...]
    presentations: tuple[tuple[str, str, tuple[str, ...]], ...]
    candidates: Mapping[str, Mapping[str, CandidateRow]]


def seal_of(connection: sqlite3.Connection) -> Seal:
    """Return the count of a file's decisions, and the SHA-256 of their rows in the order of the ledger."""
    digest, count = sha256(), 0
    encode = JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
    rows = connection.execute(f"SELECT {COLUMNS} FROM decision ORDER BY id")  # noqa: S608
    while some := rows.fetchmany(_A_BATCH):
        # The rows as JSON, a comma after each: how many are written at once does not show.
        digest.update(f"{encode(some)[1:-1]},".encode("utf-8", "surrogatepass"))
        count += len(some)
    return Seal(count, digest.hexdigest())


@contextmanager
def guarded(path: Path) -> Iterator[sqlite3.Connection]:
    """Open a project file from outside, to read it in the block.

    Raises:
        NotAProject: it is none, or holds what no project holds.
        NewerProject: a newer version of this program wrote it.
        ProjectError: it is incomplete, damaged, or was not closed.
    """
    path = path.absolute()
    try:
        _check_file(path)
        connection = sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True, isolation_level=None)
    except (OSError, sqlite3.Error) as error:
        raise ProjectError("{path} cannot be opened: {why}", path=path, why=why(error)) from error
    try:
        for pragma in ("trusted_schema = OFF", "cell_size_check = ON", "query_only = ON", "mmap_size = 0"):
            connection.execute(f"PRAGMA {pragma}")
        _check_schema(path, connection)
        for (answer,) in connection.execute("PRAGMA quick_check(1)"):
            if answer != "ok":
                raise _damaged(path, answer)
        yield connection
    except (sqlite3.DatabaseError, UnicodeDecodeError, OverflowError) as error:
        raise _damaged(path, error) from error
    finally:
        connection.close()


def read_work(path: Path) -> Work:
    """Return what a task file, a file that was handed in, or a copy of the project brings.

    Raises:
        ProjectError: it cannot be trusted; the sentence says why.
    """
    with guarded(path) as connection:
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST)
        settings = dict(connection.execute("SELECT key, value FROM project"))
        seal = _seal(path, connection, settings)
        try:
            return _work(path, connection, settings, seal)
        except (ValueError, TypeError, LookupError, AttributeError) as error:
            raise _strange(path, str(error)) from error


def _work(path: Path, connection: sqlite3.Connection, settings: Mapping[str, str], seal: Seal | None) -> Work:
    people = dict(connection.execute("SELECT id, name FROM annotator"))
    for person, name in people.items():
        _must(annotator_id(name) == person and len(name) <= _SHORT, "a person whose id is not that of the name")
    rows = connection.execute("SELECT id, article, annotator, round, condition FROM assignment ORDER BY id")
    assignments = tuple(_assignment(row, people) for row in rows)
    unsound = connection.execute(_UNSOUND).fetchone()
    _must(unsound is None, f"decision {str(unsound)[:80]}")
    rows = connection.execute(f"SELECT {COLUMNS} FROM decision ORDER BY id")  # noqa: S608
    decisions = tuple(map(decision_from, rows))
    shown = tuple(_presentation(row) for row in connection.execute("SELECT id, article, candidates FROM presentation ORDER BY id"))
    return Work(
        path,
        settings.get("id", ""),
        settings.get("role", ""),
        settings.get("task of", ""),
        seal,
        dict(connection.execute("SELECT version, json FROM scheme ORDER BY version")),
        people,
        assignments,
        decisions,
        shown,
        _candidates(connection, decisions, shown),
    )


def _seal(path: Path, connection: sqlite3.Connection, settings: Mapping[str, str]) -> Seal | None:
    if "sealed decisions" not in settings:
        return None
    now = seal_of(connection)
    if (str(now.decisions), now.sha256) != (settings["sealed decisions"], settings.get("sealed sha256")):
        raise ProjectError(
            "{path} was changed after it was handed in: it holds {now} decisions, the seal says {then}. Hand it in again.",
            path=path,
            now=now.decisions,
            then=settings["sealed decisions"],
        )
    return now


def _check_file(path: Path) -> None:
    if not path.is_file():
        raise NotAProject("There is no file {path}.", path=path)
    with path.open("rb") as file:
        header = file.read(_HEADER)
    there = size(path)
    if not there:
        raise ProjectError("{path} is empty. Copy or download it again.", path=path)
    if not header.startswith(_MAGIC) or int.from_bytes(header[68:72]) != APPLICATION_ID:
        raise NotAProject("{path} is not a project of this program.", path=path)
    if (version := int.from_bytes(header[60:64])) > FORMAT:
        raise NewerProject(
            "{path} was written by a newer version of this program (format {theirs}; this one reads up to {ours}). Update the program.",
            path=path,
            theirs=version,
            ours=FORMAT,
        )
    expected = (int.from_bytes(header[16:18]) if header[16:18] != b"\0\1" else 65_536) * int.from_bytes(header[28:32])
    if there < expected:
        raise ProjectError(
            "{path} is incomplete: {there} of {expected} bytes. Copy or download it again.", path=path, there=there, expected=expected
        )
    if size(path.with_name(path.name + "-wal")):
        raise ProjectError("{path} is open, or was not closed. Close it and hand it in with: annotator hand-in.", path=path)


def _check_schema(path: Path, connection: sqlite3.Connection) -> None:
    """Refuse what could run on reading, and tables that are not as this program makes them."""
    for kind, name, root in connection.execute("SELECT type, name, rootpage FROM sqlite_schema"):
        is_virtual = kind == "table" and not root
        if kind not in {"table", "index"} or (is_virtual and name != "search"):
            raise _strange(path, f"a {'virtual table' if is_virtual else kind} called {name}")
    strict = {row[0] for row in connection.execute("SELECT name FROM pragma_table_list WHERE schema = 'main' AND strict")}
    for table, columns in _READ.items():
        if table not in strict:
            raise _strange(path, f"a table {table} that takes values of any type")
        rows = connection.execute("SELECT name, type, hidden FROM pragma_table_xinfo(?)", (table,))
        found = {name: (kind, hidden) for name, kind, hidden in rows}
        for column, kind in columns.items():
            if found.get(column) != (kind, 0):
                raise _strange(path, f"a table {table} without a proper column {column}")
    check_shape(path, connection, connection.execute("PRAGMA user_version").fetchone()[0])


def _assignment(row: Sequence[str], people: Mapping[str, str]) -> Assignment:
    made, article, annotator, round_name, condition = row
    _must(annotator in people and len(round_name) <= _SHORT and _is_name(article), f"assignment {made}")
    _must(assignment_id(article, annotator, round_name, condition) == made, f"assignment {made}")
    return Assignment(made, article, annotator, round_name, Condition(condition))


def _presentation(row: Sequence[str]) -> tuple[str, str, tuple[str, ...]]:
    made, article, listed = row
    shown = loads(listed)
    _must(isinstance(shown, list) and all(map(_is_name, shown)), f"presentation {made}")
    _must(content_id("presentation", article, *shown) == made, f"presentation {made}")
    return made, article, tuple(shown)


def _candidates(
    connection: sqlite3.Connection, decisions: Sequence[Decision], shown: Sequence[tuple[str, str, tuple[str, ...]]]
) -> dict[str, dict[str, CandidateRow]]:
    wanted = {(d.article, d.target) for d in decisions if d.target is not None}
    wanted |= {(article, candidate) for _, article, listed in shown for candidate in listed}
    # The first format named a candidate's article by its id, later ones by its number.
    named = "id" if _names_by_id(connection) else "number"
    rows = connection.execute(
        f"""SELECT a.id, c.id, c.start, c."end", c.label, c.surface, c.sources, c.score, c.reason
        FROM article AS a JOIN candidate AS c ON c.article = a.{named}"""  # noqa: S608
    )
    found: dict[str, dict[str, CandidateRow]] = {}
    for article, *values in rows:
        if (article, values[0]) in wanted:
            found.setdefault(article, {})[values[0]] = tuple(values)
    return found


def _names_by_id(connection: sqlite3.Connection) -> bool:
    rows = connection.execute("SELECT type FROM pragma_table_xinfo('candidate') WHERE name = 'article'").fetchone()
    return rows is None or rows[0] == _TEXT


def candidate_in(article: str, row: CandidateRow) -> Candidate | None:
    """Return the candidate of an article that stands in a row from outside; None where it is not what its id says."""
    made, start, end, label, surface, sources, score, reason = row
    if not (isinstance(start, int) and isinstance(end, int) and isinstance(score, float) and 0 <= score <= 1):
        return None
    texts = (label, surface, sources, reason)
    if any(not isinstance(text, str) or len(text) > _LONG for text in texts) or candidate_id(article, start, end, str(label)) != made:
        return None
    listed = loads(str(sources))
    if not isinstance(listed, list) or not all(isinstance(name, str) for name in listed):
        return None
    return Candidate(made, start, end, str(label), str(surface), tuple(listed), score, str(reason))


def _must(is_so: bool, what: str) -> None:  # noqa: FBT001
    if not is_so:
        raise ValueError(what)


def _strange(path: Path, what: str) -> NotAProject:
    return NotAProject("{path} holds what this program does not write: {what}. It was not read.", path=path, what=what)


def _damaged(path: Path, error: object) -> ProjectError:
    return ProjectError("{path} is damaged ({why}). Copy or download it again.", path=path, why=error)


def _is_name(value: object) -> bool:
    return isinstance(value, str) and _NAME.fullmatch(value) is not None
