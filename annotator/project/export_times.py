"""Ids of decisions without the time that stands in them.

A UUIDv7 says to the millisecond when somebody was at work. The ids made here say only the day, or nothing, and keep the order of an
article's decisions, which is what the fold goes by.
"""

import sqlite3
from collections.abc import Mapping

from annotator.core.ids import following_uuid7, is_uuid7, sha256_of
from annotator.project.export_choice import Times

_DAY_MS = 86_400_000
_IDS = """SELECT d.id FROM assignment AS s JOIN decision AS d ON d.assignment = s.id WHERE s.article = :article
    UNION SELECT d.step FROM assignment AS s JOIN decision AS d ON d.assignment = s.id WHERE s.article = :article ORDER BY 1"""
# Of the 74 bits below the time: the first say which one of the article it is, the others tell articles apart.
_RANK_AT, _TAIL = 52, (1 << 52) - 1


class Coarse:
    """What decisions of one article are called, and when they say they were made."""

    def __init__(self, times: Times, names: Mapping[str, str]) -> None:
        """Rename by `names`."""
        self._times = times
        self._names = names

    @property
    def renames(self) -> bool:
        """Whether ids are other ones here."""
        return bool(self._names)

    def id(self, made: str | None) -> str | None:
        """Return what stands for the id of a decision or step; what is no such id (a candidate's) stays."""
        return made if made is None else self._names.get(made, made)

    def at(self, at: str) -> str | None:
        """Return a time as exactly as it may be said."""
        return {Times.EXACT: at, Times.DAY: at[:10], Times.NONE: None}[self._times]


def coarse(connection: sqlite3.Connection, article: str, times: Times) -> Coarse:
    """Return the names of an article's decisions: their own where times are exact, otherwise new ones, the same every time."""
    if times is Times.EXACT:
        return Coarse(times, {})
    ids = [row[0] for row in connection.execute(_IDS, {"article": article}) if is_uuid7(row[0])]
    return Coarse(times, {made: _blurred(made, rank, times) for rank, made in enumerate(ids)})


def _blurred(made: str, rank: int, times: Times) -> str:
    day = 0 if times is Times.NONE else int(made.replace("-", "")[:12], 16) // _DAY_MS * _DAY_MS
    return following_uuid7(None, day, (rank << _RANK_AT) | (int(sha256_of(made)[:13], 16) & _TAIL))
