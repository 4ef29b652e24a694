"""Patterns and vetoes: rules a project lead can read, switch and extend, each with the examples that test it.

An expression is a regular expression of the RE2 dialect (no look-around, no back-references; time linear in the text). The
span it speaks of stands between ⟦ and ⟧ (in each alternative); without these marks it is the whole match. It reads a text
without breaks, with half-width letters, digits, + - %, with full-width punctuation otherwise, and with the quotation marks
“ ” (inside: ‘ ’). No expression matches across a line feed.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

OPEN, CLOSE = "⟦", "⟧"

_MARKED = re.compile(f"{OPEN}([^{OPEN}{CLOSE}]*){CLOSE}")


class Scope(StrEnum):
    """How far from a span the words that a rule asks for may stand.

    A paragraph is a line; `nearby` adds the lines around it up to and including the next line of running text on either side.
    """

    SENTENCE = "sentence"
    PARAGRAPH = "paragraph"
    NEARBY = "nearby"
    ARTICLE = "article"


@dataclass(frozen=True, slots=True)
class Pattern:
    """A rule that proposes what its expression marks, with a label.

    `holds` is an expression that must match inside the span, `near` one that must match within the span's `scope` (empty:
    nothing is asked). `score` is the trust in the rule, 0 to 1. In every example exactly the marked spans are proposed by it,
    in a counterexample none of the marked ones (or nothing at all, if none is marked).
    """

    id: str
    label: str
    expression: str
    title_zh: str = ""
    title_en: str = ""
    examples: tuple[str, ...] = ()
    counterexamples: tuple[str, ...] = ()
    enabled: bool = True
    holds: str = ""
    near: str = ""
    scope: Scope = Scope.NEARBY
    score: float = 0.6


@dataclass(frozen=True, slots=True)
class Veto:
    """A rule that drops every proposal lying inside what its expression marks.

    With `kinds` it concerns only proposals from lexicon entries of these kinds; an empty expression marks the whole text.
    `unless` is an expression that lifts the veto when it matches within the span's `scope` (empty: nothing lifts it). In every
    example it drops the marked spans, in a counterexample it leaves the marked spans alone.
    """

    id: str
    expression: str
    title_zh: str = ""
    title_en: str = ""
    examples: tuple[str, ...] = ()
    counterexamples: tuple[str, ...] = ()
    enabled: bool = True
    unless: str = ""
    scope: Scope = Scope.NEARBY
    kinds: tuple[str, ...] = ()


def grouped(expression: str) -> tuple[str, tuple[str, ...]]:
    """Return `expression` with every ⟦…⟧ as a named group for a regular-expression engine, and the groups' names."""
    parts = expression.split(OPEN)
    names = tuple(f"mention{at}" for at in range(len(parts) - 1))
    opened = [parts[0], *(f"(?P<{name}>{part}" for name, part in zip(names, parts[1:], strict=True))]
    return "".join(opened).replace(CLOSE, ")"), names


def marked_spans(example: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Return an example's text without its marks, and the spans (code points) that they marked."""
    spans = []
    removed = 0
    for match in _MARKED.finditer(example):
        start = match.start() - removed
        spans.append((start, start + len(match[1])))
        removed += len(OPEN) + len(CLOSE)
    return _MARKED.sub(r"\1", example), tuple(spans)
