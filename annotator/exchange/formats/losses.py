"""What an export leaves out, counted as it is written."""

from collections.abc import Collection

from annotator.core.candidate import Candidate
from annotator.core.fold import State
from annotator.exchange.formats.document import Document, Loss
from annotator.exchange.native_jsonl import Line

_EXAMPLES = 5
_LONGEST_EXAMPLE = 40


class Losses:
    """Counts losses by kind, with the first few places of each."""

    def __init__(self) -> None:
        self._counts: dict[str, int] = {}
        self._examples: dict[str, list[str]] = {}

    def add(self, what: str, line: Line, span: State | Candidate) -> None:
        """Count one more loss of the kind `what`, at `span` of the article of `line`."""
        self._counts[what] = self._counts.get(what, 0) + 1
        examples = self._examples.setdefault(what, [])
        if len(examples) < _EXAMPLES:
            surface = " ".join(span.surface.split())[:_LONGEST_EXAMPLE]
            examples.append(f"{line.number} “{surface}” {span.start}–{span.end}")

    def add_unheld(self, document: Document, holds: Collection[str]) -> None:
        """Count what `document` says of its mentions and a format that only `holds` so much cannot: programmes, notes, rejected."""
        for mark in document.marks:
            if mark.state.programme is not None and "programmes" not in holds:
                self.add("programme", document.line, mark.state)
            if (mark.state.note or mark.state.flag) and "notes" not in holds:
                self.add("note", document.line, mark.state)
        if "rejected" not in holds:
            for _, candidate in document.rejected:
                self.add("rejected", document.line, candidate)

    def told(self) -> tuple[Loss, ...]:
        """Return the losses so far, by kind in alphabetical order."""
        return tuple(Loss(what, self._counts[what], tuple(self._examples[what])) for what in sorted(self._counts))
