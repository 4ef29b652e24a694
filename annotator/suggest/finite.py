"""Expressions that stand for a finite list of strings, written out, so that one automaton finds all of them in one pass.

Most patterns are of this kind (a field, a manner, 扶贫, an undertaking). What is not (classes with ranges, endless repetition,
too many strings) is left to the regular-expression engine.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from annotator.core.pattern import CLOSE, OPEN

# Beyond this many strings an automaton costs more to build than it saves.
_MOST = 4_000
_SPECIAL = frozenset(".*+^$\\")


class _NotFinite(Exception):
    """The expression has a part that is not written out."""


@dataclass(frozen=True, slots=True)
class Spelling:
    """One string that an expression matches, and where its mention stands in it."""

    text: str
    start: int
    end: int


def spellings(expression: str) -> list[Spelling] | None:
    """Return all strings that `expression` matches, without repetition; None if they are endless or too many."""
    try:
        strings = _Parser(expression).whole()
    except _NotFinite:
        return None
    return [_spelling(string) for string in dict.fromkeys(strings)]


def _spelling(marked: str) -> Spelling:
    text = marked.replace(OPEN, "").replace(CLOSE, "")
    if OPEN not in marked:
        return Spelling(text, 0, len(text))
    return Spelling(text, marked.index(OPEN), marked.index(CLOSE) - 1)


class _Parser:
    """A recursive descent over the finite part of the dialect; every method returns the strings of what it read."""

    def __init__(self, expression: str) -> None:
        self._expression = expression
        self._at = 0

    def whole(self) -> list[str]:
        strings = self._alternatives()
        if self._at < len(self._expression):
            raise _NotFinite
        return strings

    def _next(self) -> str:
        return self._expression[self._at : self._at + 1]

    def _alternatives(self) -> list[str]:
        strings = self._sequence()
        while self._next() == "|":
            self._at += 1
            strings = _bounded([*strings, *self._sequence()])
        return strings

    def _sequence(self) -> list[str]:
        strings = [""]
        while self._next() not in ("", "|", ")", CLOSE):
            strings = _joined(strings, self._repeated())
        return strings

    def _repeated(self) -> list[str]:
        strings = self._atom()
        fewest, most = self._quantifier()
        counted = [""]
        for _ in range(fewest):
            counted = _joined(counted, strings)
        longer = counted
        for _ in range(most - fewest):
            longer = _joined(longer, strings)
            counted = _bounded([*counted, *longer])
        return counted

    def _quantifier(self) -> tuple[int, int]:
        if self._next() == "?":
            self._at += 1
            bounds = (0, 1)
        elif self._next() == "{":
            end = self._expression.index("}", self._at)
            low, _, high = self._expression[self._at + 1 : end].partition(",")
            self._at = end + 1
            if not low.isdigit() or not (high or low).isdigit():
                raise _NotFinite
            bounds = (int(low), int(high or low))
        else:
            return 1, 1
        if self._next() == "?":
            self._at += 1
        return bounds

    def _atom(self) -> list[str]:
        if self._expression.startswith("(?:", self._at):
            self._at += 3
            strings = self._alternatives()
            self._at += 1
            return strings
        here = self._next()
        self._at += 1
        if here == OPEN:
            strings = [f"{OPEN}{string}{CLOSE}" for string in self._alternatives()]
            self._at += 1
            return strings
        if here == "[":
            return self._choices()
        if here == "\\" and self._next() in _SPECIAL:
            here = self._next()
            self._at += 1
        elif here in _SPECIAL or here in "([{":
            raise _NotFinite
        return [here]

    def _choices(self) -> list[str]:
        end = self._expression.index("]", self._at)
        characters = self._expression[self._at : end]
        self._at = end + 1
        if not characters or characters[0] == "^" or set(characters) & {"-", "\\", "[", ":"}:
            raise _NotFinite
        return list(characters)


def _joined(before: list[str], after: Iterator[str] | list[str]) -> list[str]:
    after = list(after)
    if len(before) * len(after) > _MOST:
        raise _NotFinite
    return [first + second for first in before for second in after]


def _bounded(strings: list[str]) -> list[str]:
    if len(strings) > _MOST:
        raise _NotFinite
    return strings
