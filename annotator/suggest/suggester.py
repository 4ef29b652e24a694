"""Candidates worth confirming: an article's text in, proposed mentions with label, sources, score and reason out."""

from collections.abc import Iterable, Sequence

from annotator.core.candidate import Proposal
from annotator.core.lexicon import LexiconEntry
from annotator.core.pattern import Pattern, Veto
from annotator.suggest.edges import WordEdges
from annotator.suggest.names import Names
from annotator.suggest.reading import Reading, read
from annotator.suggest.recurrence import recurring
from annotator.suggest.resolve import Find, Merged, resolve
from annotator.suggest.rules import Expressions, Patterns, Vetoes, open_page


class Suggester:
    """Proposes mentions by lexicon, patterns and vetoes; with `word_edges` none may cut a word.

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
    ) -> None:
        expressions = Expressions()
        self._names = Names(lexicon)
        self._patterns = Patterns(patterns, expressions)
        self._vetoes = Vetoes(vetoes, expressions)
        self._word_edges = word_edges

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
            merged = self._resolved([*finds, *again], page.text, known)
        return [self._proposal(text, reading, item) for item in merged]

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
