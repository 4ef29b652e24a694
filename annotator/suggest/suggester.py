"""Candidates worth confirming: an article's text in, proposed mentions with label, sources, score and reason out."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Protocol

from annotator.core.candidate import Proposal
from annotator.core.lexicon import LexiconEntry
from annotator.core.pattern import Pattern, Veto
from annotator.suggest.edges import WordEdges
from annotator.suggest.names import Names
from annotator.suggest.reading import Reading, read
from annotator.suggest.recurrence import recurring
from annotator.suggest.resolve import Find, Merged, resolve
from annotator.suggest.rules import Expressions, Patterns, Vetoes, open_page


class Finder(Protocol):
    """A further source: what it finds goes through vetoes and word edges like all else."""

    def find(self, text: str, taken: Iterable[tuple[int, int]] = ()) -> list[Find]:
        """Return finds in a reading's text that share no character with the ranges in `taken`."""


class Suggester:
    """Proposes mentions by lexicon, patterns and vetoes; with `word_edges` none may cut a word.

    `also` is asked last, for what no other source proposes.
    Without `word_edges` no dictionary is read, for a fast first paint. Building one compiles the lexicon; expressions are
    compiled by the first article. Reads nothing, keeps nothing between articles.
    """

    def __init__(
        self,
        lexicon: Iterable[LexiconEntry],
        patterns: Iterable[Pattern] = (),
        vetoes: Iterable[Veto] = (),
        *,
        word_edges: WordEdges | None = None,
        also: Finder | None = None,
    ) -> None:
        expressions = Expressions()
        self._names = Names(lexicon)
        self._patterns = Patterns(patterns, expressions)
        rulings = tuple(vetoes)
        self._vetoes = Vetoes(rulings, expressions)
        self._rulings = tuple(veto for veto in rulings if veto.enabled)
        self._one_by_one: tuple[tuple[str, Vetoes], ...] | None = None
        self._expressions = expressions
        self._word_edges = word_edges
        self._also = also

    def propose(self, text: str, breaks: Sequence[tuple[int, int]] = ()) -> list[Proposal]:
        """Return disjoint proposals in order of start; offsets are code points of `text`, and a surface holds its breaks."""
        reading = read(text, breaks)
        page = open_page(reading.text)
        regions = self._vetoes.regions(page)
        finds = self._vetoes.keep([*self._names.find(page.text), *self._patterns.find(page)], page, regions)
        known: dict[int, bool] = {}
        merged = self._resolved(finds, page.text, known)
        again = self._vetoes.keep(recurring(page.text, [item.best for item in merged]), page, regions)
        if again:
            finds += again
            merged = self._resolved(finds, page.text, known)
        if self._also is not None:
            taken = [(item.best.start, item.best.end) for item in merged]
            more = self._vetoes.keep(self._also.find(page.text, taken), page, regions)
            merged = self._resolved([*finds, *more], page.text, known) if more else merged
        return [self._proposal(text, reading, item) for item in merged]

    def vetoed(self, text: str, breaks: Sequence[tuple[int, int]] = ()) -> list[Proposal]:
        """Return disjoint spans that would have been proposed but for a veto, in order of start; `reason` is `veto:` and its id.

        What lies inside or across a proposal is not among them: it lost to a longer name, not to the veto.
        """
        if self._one_by_one is None:
            self._one_by_one = tuple((veto.id, Vetoes([veto], self._expressions)) for veto in self._rulings)
        reading = read(text, breaks)
        page = open_page(reading.text)
        finds = [*self._names.find(page.text), *self._patterns.find(page)]
        why: dict[Find, str] = {}
        for veto, alone in self._one_by_one:
            kept = set(alone.keep(finds, page, alone.regions(page)))
            for find in finds:
                if find not in kept:
                    why.setdefault(find, veto)
        taken = [(proposal.start, proposal.end) for proposal in self.propose(text, breaks)]
        lost = [
            replace(self._proposal(text, reading, item), reason=f"veto:{why[item.best]}")
            for item in self._resolved(list(why), page.text, {})
        ]
        return [one for one in lost if all(one.end <= start or end <= one.start for start, end in taken)]

    def _resolved(self, finds: list[Find], text: str, known: dict[int, bool]) -> list[Merged]:
        """Return the longest disjoint finds that cut no word; where the longest does, those inside it.

        `known` remembers which offsets are edges.
        """
        edges = self._word_edges
        while True:
            finds = [find for find in finds if known.get(find.start, True) and known.get(find.end, True)]
            merged = resolve(finds)
            # All are asked before any is dropped, so that two rounds mostly suffice.
            whole = [edges is None or _is_whole(item.best, text, edges, known) for item in merged]
            if all(whole):
                return merged

    def _proposal(self, text: str, reading: Reading, merged: Merged) -> Proposal:
        best = merged.best
        start, end = reading.original(best.start, best.end)
        reason = best.reason
        if end - start != best.end - best.start:
            reason = "across_break"
        elif reason == "name" and self._word_edges:
            reason = "whole_word"
        return Proposal(start, end, best.label, text[start:end], merged.sources, best.score, reason)


def _is_whole(find: Find, text: str, edges: WordEdges, known: dict[int, bool]) -> bool:
    for at in (find.start, find.end):
        if at not in known:
            known[at] = edges.is_edge(text, at)
    return known[find.start] and known[find.end]
