"""Sentences and words as INCEpTION needs them: they do not overlap, hold no white space at their edges, and cut no mention."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from annotator.core.span import Span
from annotator.exchange.formats.sentences import sentence_ends
from annotator.exchange.native_jsonl import Line

Range = tuple[int, int]


def sentences(line: Line, mentions: Iterable[Span]) -> list[Range]:
    """Return the sentences of an article (code points), in order; a sentence does not end inside a mention."""
    inside = {offset for mention in mentions for offset in range(mention.start + 1, mention.end)}
    ends = set(sentence_ends(line.text, line.layout.breaks)) - inside
    return list(_trimmed(line.text, sorted({0, *ends, len(line.text)})))


def words(line: Line, among: Sequence[Range], boundaries: Iterable[int]) -> list[Range]:
    """Return the words (code points), in order, none of them across the edge of a sentence."""
    edges = {edge for sentence in among for edge in sentence}
    return list(_trimmed(line.text, sorted({0, *edges, *boundaries, len(line.text)})))


def _trimmed(text: str, edges: Sequence[int]) -> Iterator[Range]:
    for start, end in pairwise(edges):
        piece = text[start:end]
        if inner := piece.strip():
            first = start + len(piece) - len(piece.lstrip())
            yield first, first + len(inner)
