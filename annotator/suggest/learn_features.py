"""What the scorer knows of a candidate: its own facts, the characters around it, and what its sentence speaks of."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from annotator.core.candidate import Proposal
from annotator.suggest.reading import fold, read

# Far enough for most sentences of a newspaper; what stands further away says little about a name.
_SIDE = 60
_SENTENCE_END = re.compile("[。！？；\n]")
_OF_THE_POOR = re.compile("[贫困穷]")
_IN_MARKS = {"“": "”", "‘": "’", "《": "》", "（": "）"}
# A line without an end of sentence and shorter than this is a title, a byline or a caption.
_TITLE = 40


@dataclass(frozen=True, slots=True)
class Example:
    """A candidate with what became of it.

    `features` are strings, `prior` the trust its source had in it (0 to 1). `kept` is false only where a person rejected it:
    accepted, moved and relabelled candidates led to a mark. `article` keeps examples of one article on one side of a validation.
    """

    features: tuple[str, ...]
    prior: float
    kept: bool
    article: str = ""


@dataclass(frozen=True, slots=True)
class _Around:
    """The folded text on either side of a span, and within its own line and sentence."""

    before: str
    inside: str
    after: str

    @property
    def sentence(self) -> tuple[str, str]:
        """Return the parts of the sentence before and after the span."""
        return _SENTENCE_END.split(self.before)[-1], _SENTENCE_END.split(self.after)[0]


def example(proposal: Proposal, text: str, breaks: Sequence[tuple[int, int]] = (), *, kept: bool, article: str = "") -> Example:
    """Return `proposal`, which stands in `text` (offsets in code points), as something to learn from."""
    return Example(described(proposal, text, breaks), proposal.score, kept, article)


def described(proposal: Proposal, text: str, breaks: Sequence[tuple[int, int]] = ()) -> tuple[str, ...]:
    """Return the features of `proposal` in `text`, each once; `breaks` are looked through."""
    around = _around(text, breaks, proposal.start, proposal.end)
    return tuple(dict.fromkeys((*_of_itself(proposal, around), *_of_neighbours(proposal, around), *_of_sentence(proposal, around))))


def _around(text: str, breaks: Sequence[tuple[int, int]], start: int, end: int) -> _Around:
    first, last = max(0, start - _SIDE), min(len(text), end + _SIDE)
    return _Around(_healed(text, breaks, first, start), _healed(text, breaks, start, end), _healed(text, breaks, end, last))


def _healed(text: str, breaks: Sequence[tuple[int, int]], start: int, end: int) -> str:
    near = [(max(a, start) - start, min(b, end) - start) for a, b in breaks if a < end and start < b]
    return read(text[start:end], near).text if near else fold(text[start:end])


def _of_itself(proposal: Proposal, around: _Around) -> Iterator[str]:
    yield "always"
    yield f"surface={around.inside}"
    yield f"label={proposal.label}"
    yield f"reason={proposal.reason}"
    yield f"length={min(len(around.inside), 12)}"
    yield f"head={around.inside[-2:]}"
    for source in proposal.sources:
        yield f"source={source}"
        yield f"by={source.partition(':')[0]}"


def _of_neighbours(proposal: Proposal, around: _Around) -> Iterator[str]:
    """Yield features of the two characters on either side, alone and with the name and the label."""
    before, after = around.before[-2:] or "^", around.after[:2] or "$"
    for where, near in (("-1", before[-1:]), ("-2", before), ("+1", after[:1]), ("+2", after)):
        yield f"{where}={near}"
        yield f"{where}={near}|surface={around.inside}"
        yield f"{where}={near}|label={proposal.label}"
    closing = _IN_MARKS.get(before[-1:])
    yield f"marks={before[-1:] if closing and after[:1] == closing else ''}"


def _of_sentence(proposal: Proposal, around: _Around) -> Iterator[str]:
    before, after = around.sentence
    speaks = bool(_OF_THE_POOR.search(before) or _OF_THE_POOR.search(after))
    yield f"poor={speaks}"
    yield f"poor={speaks}|surface={around.inside}"
    yield f"poor={speaks}|label={proposal.label}"
    yield f"title={_is_title(around)}"
    yield f"book={before.rfind('《') > before.rfind('》')}"
    yield f"listed={'、' in (around.before[-1:], around.after[:1])}"


def _is_title(around: _Around) -> bool:
    line = around.before.rpartition("\n")[2] + around.inside + around.after.partition("\n")[0]
    return len(line) < _TITLE and not _SENTENCE_END.search(line)
