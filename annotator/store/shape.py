"""What the schema of a project file must be: nothing in it may run on reading or writing, and every table is as this program makes it.

A trigger in a file from outside would fire when the program writes, a view would stand where a table is meant, a generated column or
another default would put words into rows (sqlite.org/security.html). Each object's definition is compared with the one that the
migrations write. The hashes are written down because making a project to compare with takes longer than opening one.
"""

import re
import sqlite3
from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path

from annotator.core.errors import NotAProject

_DIGITS = 12
_QUOTES = re.compile(r"[\s\"'`\[\]]+")
_OBJECTS = "SELECT type, name, tbl_name, sql, rootpage FROM sqlite_schema"
# SQLite's own: what ANALYZE found, and the indexes that keys bring with them.
_SQLITE = "sqlite_"
_INDEX_OF_TEXT = "search"
# Versions of SQLite and sqlite-utils quote the names in these differently.
_OF_LIBRARIES = ("search_", "_sqlite_migrations", "idx__sqlite_migrations")

_FIRST: Mapping[str, str] = {
    "_sqlite_migrations": "f1ff64cc900a",
    "annotator": "4c0e878fd8a4",
    "article": "ce4670a35bbf",
    "article_page": "f05a43563bdd",
    "assignment": "c2a996c55d24",
    "assignment_annotator": "de536df3307b",
    "assignment_article": "8740f0eb89d2",
    "candidate": "30bc4af9488e",
    "candidate_article": "39a4bbef6148",
    "decision": "6e8eb74fe4b2",
    "decision_annotator": "eea97e29870b",
    "decision_target": "662a4dad2dfa",
    "echo": "19af7dd6df06",
    "file": "81ce625ac003",
    "idx__sqlite_migrations_migration_set_name": "2957d77ad7ba",
    "lexicon": "9ffd77fe5c95",
    "mark": "2d0981a818f6",
    "page": "7c2ba3805272",
    "pattern": "fa76560d7cd6",
    "presentation": "9eb988f66cf4",
    "presentation_article": "11e90b56e545",
    "programme": "0ec420361035",
    "project": "c27fb8b361ec",
    "scheme": "4b98a1a1f3eb",
    "search": "7899b160d7f4",
    "search_config": "2cef4fd4f390",
    "search_data": "8b46e43814ab",
    "search_docsize": "42bae8638603",
    "search_idx": "5f03b943b2a7",
}
_SECOND: Mapping[str, str] = {
    "_sqlite_migrations": "f1ff64cc900a",
    "annotator": "4c0e878fd8a4",
    "article": "18cbd98a5d72",
    "article_candidates": "274e730e7c81",
    "article_doubt": "9694b359492d",
    "article_page": "f05a43563bdd",
    "assignment": "c2a996c55d24",
    "assignment_annotator": "de536df3307b",
    "assignment_article": "8740f0eb89d2",
    "candidate": "7bc5607af447",
    "decision": "6e8eb74fe4b2",
    "decision_annotator": "eea97e29870b",
    "decision_target": "662a4dad2dfa",
    "echo": "19af7dd6df06",
    "file": "81ce625ac003",
    "idx__sqlite_migrations_migration_set_name": "2957d77ad7ba",
    "lexicon": "9ffd77fe5c95",
    "mark": "2d0981a818f6",
    "model": "87ac218012c8",
    "page": "7c2ba3805272",
    "pattern": "fa76560d7cd6",
    "presentation": "9eb988f66cf4",
    "presentation_article": "11e90b56e545",
    "programme": "0ec420361035",
    "project": "c27fb8b361ec",
    "ruling": "a555c1a2a150",
    "scheme": "4b98a1a1f3eb",
    "search": "7899b160d7f4",
    "search_config": "2cef4fd4f390",
    "search_data": "8b46e43814ab",
    "search_docsize": "42bae8638603",
    "search_idx": "5f03b943b2a7",
    "task": "a3bff7c75f76",
    "task_person": "ecca73290ea8",
    "task_position": "d7d5bb8992c6",
}
SHAPES: Mapping[int, Mapping[str, str]] = {1: _FIRST, 2: _SECOND}
"""Of every format, what its file holds by name: a hash of the definition (tests/store/test_shape.py says what to write here)."""


def shape_of(connection: sqlite3.Connection) -> dict[str, str]:
    """Return what a file holds by name, with the hash of its definition; without what SQLite makes for itself."""
    return _shape(connection.execute(_OBJECTS).fetchall())


def check_shape(path: Path, connection: sqlite3.Connection, version: int) -> None:
    """See that the file of format `version` holds just what this program writes; of a format that is not known here, that nothing runs.

    Raises:
        NotAProject: it does not; the sentence names what differs.
    """
    objects = connection.execute(_OBJECTS).fetchall()
    for kind, name, _, _, root in objects:
        if kind not in {"table", "index"}:
            raise _strange(path, f"a {kind} called {name}")
        if kind == "table" and not root and name != _INDEX_OF_TEXT:
            raise _strange(path, f"a virtual table called {name}")
    ours = SHAPES.get(version)
    if ours is None or (found := _shape(objects)) == ours:
        return
    name = min(name for name in found.keys() | ours.keys() if found.get(name) != ours.get(name))
    raise _strange(path, f"{name} is missing" if name not in found else f"{name}, which is not as this program makes it")


def _shape(objects: Iterable[tuple[str, str, str, str | None, int]]) -> dict[str, str]:
    return {name: _hash(name, f"{kind} {table} {sql}") for kind, name, table, sql, _ in objects if not name.startswith(_SQLITE)}


def _hash(name: str, definition: str) -> str:
    plain = _QUOTES.sub("", definition).casefold() if name.startswith(_OF_LIBRARIES) else definition
    return sha256(plain.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]


def _strange(path: Path, what: str) -> NotAProject:
    return NotAProject("{path} holds what this program does not write: {what}. It was not read.", path=path, what=what[:200])
