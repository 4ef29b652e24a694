"""Everybody's mentions as tokens can say them: whose each is, on whole tokens, and one layer of them without overlaps."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from annotator.core.fold import State
from annotator.core.span import Span
from annotator.exchange.formats.document import Document, Options, Study, Tokens
from annotator.exchange.formats.losses import Losses
from annotator.exchange.native_jsonl import Line


@dataclass(frozen=True, slots=True)
class Cut:
    """The tokens of a text: `edges` are their offsets (code points), 0 and the text's length included."""

    edges: Sequence[int]
    index: Mapping[int, int]

    def __len__(self) -> int:
        return len(self.edges) - 1

    def tokens(self, text: str) -> list[str]:
        """Return the tokens of `text`; joined, they are the text."""
        return [text[start:end] for start, end in zip(self.edges, self.edges[1:], strict=False)]

    def held(self, spans: Iterable[State], line: Line, losses: Losses) -> list[State]:
        """Return those of `spans` that begin and end with a token; the others are counted as `token_edge`."""
        found = []
        for span in spans:
            if span.start in self.index and span.end in self.index:
                found.append(span)
            else:
                losses.add("token_edge", line, span)
        return found

    def place(self, span: Span) -> tuple[int, int]:
        """Return the first token of a span that the cut holds, and the one after its last."""
        return self.index[span.start], self.index[span.end]


def cut(line: Line, study: Study, options: Options) -> Cut:
    """Return the tokens of an article: its code points, or the words that the study's boundaries make.

    Words are left as a tokenizer will cut them when the data is used; one that a mention begins in is not divided.
    """
    if options.tokens is Tokens.CHARACTERS:
        edges: Sequence[int] = range(len(line.text) + 1)
    else:
        words = {0, *study.boundaries(line.text, line.layout.breaks), len(line.text)}
        # A boundary at a break stands before it; the next word begins behind it.
        edges = sorted({*words, *(end for start, end in line.layout.breaks if start in words)})
    return Cut(edges, {offset: at for at, offset in enumerate(edges)})


def workers(document: Document, people: Sequence[str]) -> tuple[str, ...]:
    """Return who worked on the article: those who finished it or have marks in it, in the order of `people`."""
    at_work = {*document.line.finished, *(mark.by for mark in document.marks)}
    return (*(name for name in people if name in at_work), *sorted(at_work.difference(people)))


def marks_of(document: Document, name: str) -> list[State]:
    """Return the mentions of the person called `name`, each once."""
    return list({mark.state.span: mark.state for mark in document.marks if mark.by == name}.values())


def agreed(document: Document) -> list[State]:
    """Return everybody's mentions, each once: those most people made first, then in text order."""
    made = {(mark.by, mark.state.span) for mark in document.marks}
    votes = Counter(span for _, span in made)
    states = {mark.state.span: mark.state for mark in reversed(document.marks)}
    return [states[span] for span in sorted(votes, key=lambda span: (-votes[span], span.start, span.end, span.label))]


def one_layer(spans: Iterable[State], line: Line, losses: Losses) -> list[State]:
    """Return, in text order, which spans stay where none may share a character; the others are counted as `overlap`.

    The longest stays (the guideline's rule for names that nest), then the earliest, then the one given first.
    """
    kept: list[State] = []
    for span in sorted(spans, key=lambda span: (span.start - span.end, span.start)):
        at = bisect_left(kept, span.start, key=_start)
        if any(span.span.overlaps(other.span) for other in kept[max(0, at - 1) : at + 1]):
            losses.add("overlap", line, span)
        else:
            kept.insert(at, span)
    return kept


def _start(span: State) -> int:
    return span.start
