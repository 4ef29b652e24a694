"""What every export format is given: articles with their spans, and the study they belong to. No format reads the project itself."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from annotator.core.candidate import Candidate
from annotator.core.scheme import Scheme
from annotator.exchange.native_jsonl import Line, Mark

# `(text, breaks)` in, sorted offsets of word boundaries out (code points; 0 and the length included).
Boundaries = Callable[[str, Sequence[tuple[int, int]]], Sequence[int]]


@dataclass(frozen=True, slots=True)
class Document:
    """One article of an export.

    `marks` are the mentions of everybody asked for, in text order; `candidates` are those proposed now. `rejected` are the candidates
    that a person rejected, with that person's name: hard negatives. Offsets are code points of `line.text`.
    """

    line: Line
    marks: tuple[Mark, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    rejected: tuple[tuple[str, Candidate], ...] = ()


@dataclass(frozen=True, slots=True)
class Study:
    """What the articles of an export have in common.

    `people` are the names of those whose marks are in it; `boundaries` cuts words; `programmes` maps ids of the register to names.
    """

    title: str
    scheme: Scheme
    people: tuple[str, ...]
    boundaries: Boundaries
    programmes: Mapping[str, str] = field(default_factory=dict)


class Tokens(StrEnum):
    """What a token is."""

    CHARACTERS = "characters"
    WORDS = "words"


class Tags(StrEnum):
    """How tokens of a span are tagged (Ramshaw & Marcus 1995; BIOES adds the end and the single token)."""

    BIO = "bio"
    BIOES = "bioes"


class Unit(StrEnum):
    """What offsets count; `OWN` is what the format's own tool counts."""

    OWN = "own"
    CODE_POINTS = "code-points"
    UTF16 = "utf-16"


@dataclass(frozen=True, slots=True)
class Options:
    """How a format is written, as far as it has the choice.

    `healed` leaves out the breaks inside sentences; offsets then count in the text without them. `sentences` adds the sentence
    around each mention where a format has room for it.
    """

    tokens: Tokens = Tokens.CHARACTERS
    tags: Tags = Tags.BIO
    unit: Unit = Unit.OWN
    healed: bool = False
    sentences: bool = False


@dataclass(frozen=True, slots=True)
class Loss:
    """Something that the format cannot hold.

    `what` is a key such as `overlap`; `count` how often; `examples` up to five places, as `A0001 “surface” 12–16`.
    """

    what: str
    count: int
    examples: tuple[str, ...] = ()


class Format(Protocol):
    """A format that exports can be written in.

    `suffix` is what files end in; `is_folder` says that it writes a folder of files. `holds` names what it can say, for the table
    in the manual.
    """

    name: str
    suffix: str
    is_folder: bool

    def write(self, documents: Iterable[Document], study: Study, options: Options, out: Path) -> tuple[Loss, ...]:
        """Write `documents`, once through and in order, to `out`, which does not exist yet; return what was left out.

        Raises:
            ExportError: a surface is not what stands at its offsets.
        """
