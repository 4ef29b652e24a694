"""Paragraphs printed before on the same page.

Page files repeat paragraphs when one text frame is exported once for each column it spans. A repeat is exact but for white
space; a paragraph that is only the tail of an earlier one (the frame's last columns) counts where it is long enough to be no
coincidence.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

SHORTEST = 20
"""The shortest paragraph, or tail of one, that can be a repeat (characters, without white space); shorter ones are bylines, refrains."""

_KEY = 16
_CANDIDATES = 4
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Again:
    """Paragraph `of` was printed before, from its character `at` (white space not counted) to its end."""

    of: int
    at: int


def again(paragraphs: Sequence[str]) -> dict[int, Again]:
    """Return for each repeated paragraph (by index) which earlier one it repeats; time is linear in the text."""
    whole: dict[str, int] = {}
    tails: dict[str, list[int]] = {}
    squeezed: dict[int, str] = {}
    found: dict[int, Again] = {}
    for i, paragraph in enumerate(paragraphs):
        text = _SPACE.sub("", paragraph)
        if len(text) < SHORTEST:
            continue
        if text in whole:
            found[i] = Again(whole[text], 0)
            continue
        of = next((k for k in tails.get(text[-_KEY:], ()) if squeezed[k].endswith(text)), None)
        if of is not None:
            found[i] = Again(of, len(squeezed[of]) - len(text))
        whole[text] = i
        squeezed[i] = text
        same = tails.setdefault(text[-_KEY:], [])
        if len(same) < _CANDIDATES:
            same.append(i)
    return found


def offset_of(paragraph: str, at: int) -> int:
    """Return the offset in `paragraph` of its character number `at`, white space not counted."""
    for offset, c in enumerate(paragraph):
        if not c.isspace():
            if at == 0:
                return offset
            at -= 1
    return len(paragraph)
