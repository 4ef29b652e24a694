"""What the command palette finds: labels, commands and articles, by Chinese, English, or the initials of their pinyin."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum

from annotator.session.pinyin import initials

REMEMBERED = 24


class Group(StrEnum):
    """The kinds of things in the palette, in the order in which they are shown."""

    LABEL = "label"
    COMMAND = "command"
    ARTICLE = "article"


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing to choose. `title` is shown; `aliases` are found too. `key` is the keyboard's, `note` stands at the right."""

    group: Group
    id: str
    title: str
    aliases: tuple[str, ...] = ()
    key: str = ""
    note: str = ""

    @property
    def name(self) -> str:
        """What the palette remembers of it."""
        return f"{self.group}:{self.id}"


class Fit(IntEnum):
    """How well a query fits what it found: it is the whole name (or its initials), its beginning, or stands inside."""

    WHOLE = 0
    BEGINS = 1
    HOLDS = 2


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry that was found; `[start, end)` of its title is what the query stands for, empty where that is an alias."""

    entry: Entry
    start: int = 0
    end: int = 0
    fit: Fit = Fit.HOLDS


@dataclass(frozen=True, slots=True)
class _Line:
    """A title or an alias in the joined text: which entry, and whether it is its title."""

    entry: int
    is_title: bool


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The entries of one group. All their words stand in one text, and as initials in another, so that a search is two scans."""

    entries: tuple[Entry, ...]
    _words: str
    _initials: str
    _starts: tuple[int, ...]
    _lines: tuple[_Line, ...]
    _most: int = field(default=200)

    @classmethod
    def of(cls, entries: Sequence[Entry]) -> "Catalogue":
        """Prepare entries to be searched."""
        lines, parts, starts, at = [], [], [], 0
        for number, entry in enumerate(entries):
            for text in dict.fromkeys((entry.title, *entry.aliases)):
                word = text.replace("\n", " ")
                lines.append(_Line(number, text is entry.title))
                parts.append(word)
                starts.append(at)
                at += len(word) + 1
        words = "\n".join(parts)
        lower = words.lower()
        return cls(tuple(entries), lower if len(lower) == len(words) else words, initials(words), tuple(starts), tuple(lines))

    def find(self, query: str, recent: Mapping[str, int]) -> list[Hit]:
        """Return what answers `query`, the best first; without a query everything, what was used recently first."""
        wanted = query.strip().lower()
        if not wanted:
            used = sorted((entry for entry in self.entries if entry.name in recent), key=lambda entry: recent[entry.name])
            return [Hit(entry) for entry in (*used, *(entry for entry in self.entries if entry.name not in recent))]
        best: dict[int, tuple[int, int, int]] = {}
        meant: dict[int, int] = {}
        for quality, text in enumerate((self._words, self._initials)):
            for line, at, is_end in self._found(text, wanted):
                fit = Fit.HOLDS if at else Fit.WHOLE if is_end else Fit.BEGINS
                rank = (len(Fit) * quality + fit, fit, 0 if line.is_title else 1)
                best[line.entry] = min(rank, best.get(line.entry, rank))
                if line.is_title:
                    meant.setdefault(line.entry, at)
        order = sorted(best, key=lambda number: (best[number], recent.get(self.entries[number].name, REMEMBERED), number))
        return [self._hit(number, meant.get(number), len(wanted), Fit(best[number][1])) for number in order]

    def _hit(self, number: int, at: int | None, length: int, fit: Fit) -> Hit:
        return Hit(self.entries[number], fit=fit) if at is None else Hit(self.entries[number], at, at + length, fit)

    def _found(self, text: str, wanted: str) -> Iterator[tuple[_Line, int, bool]]:
        """Yield the lines that hold `wanted`, where in the line, and whether it ends there; no more than a person would scroll through."""
        at, seen = text.find(wanted), 0
        while at >= 0 and seen < self._most:
            line = bisect_right(self._starts, at) - 1
            after = self._starts[line + 1] if line + 1 < len(self._starts) else len(text) + 1
            yield self._lines[line], at - self._starts[line], at + len(wanted) == after - 1
            seen += 1
            at = text.find(wanted, max(after, at + 1))


@dataclass(frozen=True, slots=True)
class Recent:
    """The names of the entries chosen last, the newest first."""

    names: tuple[str, ...] = ()

    def chosen(self, entry: Entry) -> "Recent":
        """Return what is remembered after `entry` was chosen."""
        return Recent((entry.name, *(name for name in self.names if name != entry.name))[:REMEMBERED])

    def places(self) -> dict[str, int]:
        """Return the place of every name, 0 for the newest."""
        return {name: place for place, name in enumerate(self.names)}


def search(catalogues: Sequence[Catalogue], query: str, recent: Recent, *, limit: int | None = None) -> list[Hit]:
    """Return the hits of all catalogues one after the other, at most `limit` of each.

    The catalogue in which the query fits best comes first: a command that is called so is not behind a label that merely holds the word.
    """
    places = recent.places()
    found = [hits[:limit] for catalogue in catalogues if (hits := catalogue.find(query, places))]
    return [hit for hits in sorted(found, key=lambda hits: hits[0].fit) for hit in hits]
