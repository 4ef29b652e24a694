"""Where the caret goes, and what a click or a drag takes: rules on an article's text, without a widget.

The caret stands at a position of the Qt document (UTF-16 units), because the end of one paragraph and the beginning of the next are
two places there; what it selects is told in offsets of the article, through the display map.
"""

import re

from annotator.core.display import DisplayMap
from annotator.session.edges import Edge, Unit, placed
from annotator.session.words import Words

# Newlines inside a paragraph are healed breaks; a quotation mark that closes may stand behind one.
_SENTENCE = re.compile(r"[^。！？!?…]*(?:[。！？!?…](?:\n*[。！？!?…”’」』）》])*|$)")
_BLANK = " \t\u3000\n"


def walked(at: int, unit: Unit, step: int, *, display: DisplayMap, words: Words) -> int:
    """Return where the caret at the Qt position `at` stands after a `step` of 1 (further in the text) or -1."""
    return _further(at, unit, display, words) if step > 0 else _back(at, unit, display, words)


def word_at(at: int, *, display: DisplayMap, words: Words) -> tuple[int, int]:
    """Return the word `[start, end)` of the article under the caret at the Qt position `at`; at the end of a paragraph its last."""
    offset = display.caret_from_qt(at)
    if display.caret_to_qt(offset) != at or offset >= display.length:
        offset = max(display.from_qt(0, at)[1] - 1, 0)
    return words.around(offset)


def sentence_at(text: str, offset: int, *, paragraph: tuple[int, int]) -> tuple[int, int]:
    """Return the sentence `[start, end)` around `offset` inside `paragraph`, with the quotation marks that close it."""
    first, last = paragraph
    for match in _SENTENCE.finditer(text, first, last):
        if match.end() > offset or match.end() == last:
            start, end = match.span()
            while start < end and text[start] in _BLANK:
                start += 1
            while end > start and text[end - 1] in _BLANK:
                end -= 1
            return start, end
    return first, last


def snapped(start: int, end: int, *, text: str, words: Words, breaks: tuple[tuple[int, int], ...]) -> tuple[int, int]:
    """Return `[start, end)` with each edge at the nearest edge of a word; inside one word, that word.

    Of two that are equally near, the one that takes more is meant. No line break hangs on the result.
    """
    first, last = words.nearest(start, prefers_later=False), words.nearest(end, prefers_later=True)
    if first >= last:
        first, last = words.around(start)
    first, last = placed(first, Edge.START, breaks), placed(last, Edge.END, breaks)
    while first < last and text[first] == "\n":
        first += 1
    while last > first and text[last - 1] == "\n":
        last -= 1
    return first, last


def _further(at: int, unit: Unit, display: DisplayMap, words: Words) -> int:
    offset = display.caret_from_qt(at)
    here = display.caret_to_qt(offset)
    if here > at or offset >= display.length:
        return max(here, at)
    to = words.after(offset) if unit is Unit.WORD else offset + 1
    return max(display.to_qt(offset, to)[1], display.to_qt(offset, offset + 1)[1])


def _back(at: int, unit: Unit, display: DisplayMap, words: Words) -> int:
    if at <= 0:
        return 0
    end = display.from_qt(0, at)[1]
    here = display.to_qt(0, end)[1]
    if here < at:
        return here
    to = words.before(end) if unit is Unit.WORD else end - 1
    return min(display.caret_to_qt(to), display.caret_to_qt(end - 1))
