"""What each person made of an article: formats that know one annotation per text are given one text per person."""

from collections.abc import Iterator
from dataclasses import dataclass

from annotator.core.candidate import Candidate
from annotator.core.fold import State, Status
from annotator.exchange.formats.document import Document, Options, Study
from annotator.exchange.formats.healing import healed
from annotator.exchange.native_jsonl import checked_range


@dataclass(frozen=True, slots=True)
class Version:
    """The mentions of one person, in text order. `by` is empty for candidates, and where nobody worked on the article."""

    by: str
    marks: tuple[State, ...]


def ready(document: Document, options: Options) -> Document:
    """Return `document` as it is to be written: every surface checked, breaks left out if so wished.

    Raises:
        ExportError: a surface is not what stands at its offsets; names the article.
    """
    for span in _spans(document):
        checked_range(document.line, span.start, span.end, span.surface)
    return healed(document) if options.healed else document


def versions(document: Document, study: Study) -> tuple[Version, ...]:
    """Return one version for each person who marked, rejected or finished anything here, in the order of `study.people`.

    Where no people are asked for and nobody marked anything, the one version holds the candidates. There is always one, so that no
    article is lost.
    """
    working = dict.fromkeys((*(mark.by for mark in document.marks), *(by for by, _ in document.rejected)))
    names = [name for name in study.people if name in working or name in document.line.finished]
    names += [name for name in working if name not in names]
    found = tuple(Version(name, _sorted(mark.state for mark in document.marks if mark.by == name)) for name in names)
    if found:
        return found
    return (Version("", () if study.people else _sorted(map(as_state, document.candidates))),)


def as_state(candidate: Candidate) -> State:
    """Return `candidate` as a span that nobody has decided on."""
    return State(
        candidate.id,
        Status.OPEN,
        candidate.start,
        candidate.end,
        candidate.label,
        candidate.surface,
        candidate.source,
        round(candidate.score, 4),
    )


def _sorted(marks: Iterator[State]) -> tuple[State, ...]:
    return tuple(sorted(marks, key=lambda state: (state.start, state.end, state.label, state.target)))


def _spans(document: Document) -> Iterator[State | Candidate]:
    yield from (mark.state for mark in document.marks)
    yield from document.candidates
    yield from (candidate for _, candidate in document.rejected)
