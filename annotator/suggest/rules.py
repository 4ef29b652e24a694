"""Patterns and vetoes at work on a reading."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from daachorse import CharwiseDoubleArrayAhoCorasick

from annotator.core.pattern import Pattern, Veto
from annotator.suggest.expressions import Encoded, Expression, Sieve
from annotator.suggest.finite import Spelling, spellings
from annotator.suggest.resolve import Find
from annotator.suggest.scopes import Surroundings

Spans = list[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Page:
    """One reading as the rules need it."""

    text: str
    encoded: Encoded
    surroundings: Surroundings


def open_page(text: str) -> Page:
    """Return a reading's `text` ready for rules."""
    encoded = Encoded(text)
    return Page(text, encoded, Surroundings(text, encoded))


class Expressions:
    """Compiled expressions, each source once: many rules ask for the same words nearby."""

    def __init__(self) -> None:
        self._compiled: dict[str, Expression] = {}

    def __call__(self, source: str) -> Expression | None:
        """Return the expression for `source`; None for an empty one."""
        return self._compiled.setdefault(source, Expression(source)) if source else None


class Matcher:
    """Finds what many expressions mark: those that can be spelled out in one pass, the other likely ones one by one."""

    def __init__(self, sources: Iterable[str]) -> None:
        engines: dict[str, list[int]] = {}
        self._meanings: dict[str, list[tuple[int, Spelling]]] = {}
        for which, source in enumerate(sources):
            spelled = spellings(source)
            if spelled is None:
                engines.setdefault(source, []).append(which)
            for spelling in spelled or ():
                self._meanings.setdefault(spelling.text, []).append((which, spelling))
        self._engines = [(Expression(source), asking) for source, asking in engines.items()]
        self._sieve = Sieve([engine for engine, _ in self._engines])
        self._strings = tuple(text for text in self._meanings if text)
        self._automaton = CharwiseDoubleArrayAhoCorasick(list(self._strings)) if self._strings else None

    def spans(self, page: Page) -> dict[int, Spans]:
        """Return for every expression (by its place) that marks something its disjoint spans in order."""
        marked = {which: _leftmost_longest(spans) for which, spans in self._spelled(page.text).items()}
        for engine, asking in map(self._engines.__getitem__, self._sieve.likely(page.text)):
            if spans := list(engine.spans(page.encoded)):
                marked.update(dict.fromkeys(asking, spans))
        return marked

    def _spelled(self, text: str) -> dict[int, Spans]:
        spans: dict[int, Spans] = {}
        for start, _, string in self._automaton.find_overlapping(text) if self._automaton else ():
            for which, spelling in self._meanings[self._strings[string]]:
                spans.setdefault(which, []).append((start + spelling.start, start + spelling.end))
        return spans


def _leftmost_longest(spans: Spans) -> Spans:
    kept: Spans = []
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept


class Patterns:
    """The enabled patterns of a project."""

    def __init__(self, patterns: Iterable[Pattern], expressions: Expressions) -> None:
        self._rules = [(p, expressions(p.holds), expressions(p.near)) for p in patterns if p.enabled]
        self._matcher = Matcher(pattern.expression for pattern, _, _ in self._rules)

    def find(self, page: Page) -> Iterator[Find]:
        """Yield what the patterns propose, pattern by pattern."""
        for which, spans in sorted(self._matcher.spans(page).items()):
            pattern, holds, near = self._rules[which]
            reason = "context" if near else "pattern"
            for start, end in spans:
                if holds and not holds.is_in(page.text[start:end]):
                    continue
                if near and not page.surroundings.has(near, start, end, pattern.scope):
                    continue
                yield Find(start, end, pattern.label, f"pattern:{pattern.id}", pattern.score, reason)


class Vetoes:
    """The enabled vetoes of a project."""

    def __init__(self, vetoes: Iterable[Veto], expressions: Expressions) -> None:
        enabled = [veto for veto in vetoes if veto.enabled]
        self._everywhere = [(veto, expressions(veto.unless)) for veto in enabled if not veto.expression]
        self._marking = [(veto, expressions(veto.unless)) for veto in enabled if veto.expression]
        self._matcher = Matcher(veto.expression for veto, _ in self._marking)

    def regions(self, page: Page) -> dict[int, Spans]:
        """Return where the vetoes with an expression forbid proposals, for `keep`."""
        return self._matcher.spans(page)

    def keep(self, finds: Iterable[Find], page: Page, regions: dict[int, Spans]) -> list[Find]:
        """Return the finds that no veto forbids, in their order; `regions` are those of the page."""
        kept = list(finds)
        for veto, unless in self._everywhere:
            kept = [find for find in kept if not _forbids(veto, unless, find, page)]
        for which, spans in regions.items():
            veto, unless = self._marking[which]
            starts = [start for start, _ in spans]
            kept = [find for find in kept if not (_lies_in(find, starts, spans) and _forbids(veto, unless, find, page))]
        return kept


def _lies_in(find: Find, starts: list[int], spans: Spans) -> bool:
    at = bisect_right(starts, find.start) - 1
    return at >= 0 and find.end <= spans[at][1]


def _forbids(veto: Veto, unless: Expression | None, find: Find, page: Page) -> bool:
    if veto.kinds and find.kind not in veto.kinds:
        return False
    return unless is None or not page.surroundings.has(unless, find.start, find.end, veto.scope)
