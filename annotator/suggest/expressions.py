"""Expressions that cannot hang: RE2 matches in time linear in the text, whatever a project's pattern file says.

Python's own `re` backtracks exponentially on hostile or careless expressions; a time limit would make candidates depend on the
machine. RE2 also bounds memory. It lacks look-around, which the ⟦…⟧ marks replace: what stands outside them is context.
"""

from collections.abc import Iterator, Sequence
from functools import cached_property
from importlib import import_module
from typing import Protocol, cast

from daachorse import CharwiseDoubleArrayAhoCorasick

from annotator.core.pattern import grouped
from annotator.suggest.finite import spellings


class _Match(Protocol):
    def span(self, group: int = 0) -> tuple[int, int]: ...


class _Options(Protocol):
    never_nl: bool
    log_errors: bool


class _Filter(Protocol):
    def Add(self, pattern: bytes, options: _Options) -> int: ...  # noqa: N802
    def Compile(self) -> None: ...  # noqa: N802
    def Match(self, text: str, potential: bool) -> list[int] | None: ...  # noqa: FBT001, N802


class _Regexp(Protocol):
    groupindex: dict[bytes, int]

    def search(self, text: bytes, pos: int) -> _Match | None: ...


class _RE2(Protocol):
    def Options(self) -> _Options: ...  # noqa: N802
    def Filter(self) -> _Filter: ...  # noqa: N802
    def compile(self, pattern: bytes, options: _Options) -> _Regexp: ...


def _re2() -> _RE2:
    # google-re2 ships no types, and reading patterns must not cost its import before one is used.
    return cast("_RE2", import_module("re2"))


def _options(re2: _RE2) -> _Options:
    options = re2.Options()
    options.never_nl = True
    options.log_errors = False
    return options


class Encoded:
    """A text as UTF-8, which RE2 reads, with the way from its bytes back to code points."""

    def __init__(self, text: str) -> None:
        self.data = text.encode("utf-8", "replace")
        self._seen_bytes = self._seen_points = 0

    def offset(self, at: int) -> int:
        """Return the code point at byte `at`; cheapest when asked in ascending order."""
        if at < self._seen_bytes:
            self._seen_bytes = self._seen_points = 0
        self._seen_points += len(self.data[self._seen_bytes : at].decode("utf-8", "ignore"))
        self._seen_bytes = at
        return self._seen_points


class Expression:
    """A compiled expression; compiled at first use.

    Raises:
        re2.error: at first use, if it is no RE2 expression.
    """

    def __init__(self, source: str) -> None:
        self._expression = source
        self._source, self._names = grouped(source)

    @property
    def source(self) -> bytes:
        """The expression as RE2 reads it."""
        return self._source.encode()

    @cached_property
    def _regexp(self) -> _Regexp:
        re2 = _re2()
        return re2.compile(self.source, options=_options(re2))

    @cached_property
    def _automaton(self) -> CharwiseDoubleArrayAhoCorasick | None:
        strings = {spelling.text for spelling in spellings(self._expression) or ()}
        return CharwiseDoubleArrayAhoCorasick(sorted(strings)) if strings and "" not in strings else None

    def starts(self, text: str, encoded: Encoded) -> list[int]:
        """Return where matches begin in `text`, in order, as code points; `encoded` is the same text."""
        if self._automaton:
            return sorted({start for start, _, _ in self._automaton.find_overlapping(text)})
        return [start for start, _ in self.spans(encoded)]

    def is_in(self, text: str) -> bool:
        """Say whether `text` has a match."""
        if self._automaton:
            return bool(self._automaton.find_overlapping(text))
        return next(self.spans(Encoded(text)), None) is not None

    @cached_property
    def _groups(self) -> tuple[int, ...]:
        return tuple(self._regexp.groupindex[name.encode()] for name in self._names) or (0,)

    def spans(self, text: Encoded) -> Iterator[tuple[int, int]]:
        """Yield what the expression marks, in order, as code points; context may be shared by neighbouring matches."""
        at = 0
        while match := self._regexp.search(text.data, at):
            start, end = max(match.span(group) for group in self._groups)
            if end > start >= 0:
                yield text.offset(start), text.offset(end)
            at = max(end, match.span()[0] + 1, at + 1)
            if at >= len(text.data):
                return


class Sieve:
    """Says which of many expressions may match a text, by the words they cannot do without, in one pass over it."""

    def __init__(self, expressions: Sequence[Expression]) -> None:
        self._expressions = expressions

    @cached_property
    def _filter(self) -> _Filter:
        re2 = _re2()
        sieve = re2.Filter()
        for expression in self._expressions:
            sieve.Add(expression.source, _options(re2))
        sieve.Compile()
        return sieve

    def likely(self, text: str) -> list[int]:
        """Return the places of the expressions that may match `text`; the others do not."""
        # RE2 keeps the words in lower case, and wants the text so.
        return (self._filter.Match(text.lower(), True) or []) if self._expressions else []
