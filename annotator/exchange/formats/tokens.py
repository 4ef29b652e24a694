"""Tokens of an article: its characters or its words, cut so that every mention begins and ends with one."""

from collections.abc import Iterable
from itertools import pairwise

from annotator.core.fold import State
from annotator.exchange.formats.document import Options, Study, Tokens
from annotator.exchange.formats.sentences import sentence_ends
from annotator.exchange.native_jsonl import Line

# `[start, end)` of an article's text (code points). A page has tens of thousands, so it is no class.
Token = tuple[int, int]


def tokens(line: Line, marks: Iterable[State], study: Study, options: Options) -> tuple[Token, ...]:
    """Return the tokens of the whole text, white space included: together they are the text.

    A word in which a mention begins or ends is cut there: a token can be half a mention in no format. No word goes on after its
    sentence.
    """
    if options.tokens is Tokens.CHARACTERS:
        return tuple(zip(range(len(line.text)), range(1, len(line.text) + 1), strict=True))
    edges = {edge for mark in marks for edge in (mark.start, mark.end)}
    words = (cut for cut in study.boundaries(line.text, line.layout.breaks) if 0 < cut < len(line.text))
    ends = sentence_ends(line.text, line.layout.breaks)
    return tuple(pairwise(sorted({0, *ends, *edges, *words})))
