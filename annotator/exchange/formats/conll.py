"""CoNLL columns: one token a line (token, start, end, tag), an empty line after each sentence.

The start and end are code points of the article's text, which stands with its id in the comment line before each article: `# ` and a
JSON object. The tag is the last column, as in CoNLL-2003 (Tjong Kim Sang & De Meulder 2003). White space is no token. One token has
one tag, so of overlapping mentions the longest is kept, of equally long ones the earliest; the others are told as `overlap`.
"""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from annotator.core.fold import State
from annotator.exchange.formats.document import Document, Loss, Options, Study, Tags
from annotator.exchange.formats.json_text import json_line
from annotator.exchange.formats.losses import Losses
from annotator.exchange.formats.sentences import sentence_ends
from annotator.exchange.formats.tokens import Token, tokens
from annotator.exchange.formats.versions import Version, ready, versions
from annotator.exchange.native_jsonl import Line


class Conll:
    """One file of sentences; the articles and people one after the other."""

    name = "conll"
    suffix = ".conll"
    is_folder = False
    holds = frozenset({"people"})

    def write(self, documents: Iterable[Document], study: Study, options: Options, out: Path) -> tuple[Loss, ...]:
        """Write the sentences of every article and person; see `Format.write`."""
        losses = Losses()
        with out.open("w", encoding="utf-8", newline="\n") as file:
            for document in (ready(d, options) for d in documents):
                losses.add_unheld(document, self.holds)
                for version in versions(document, study):
                    file.writelines(_lines(document.line, version, study, options, losses))
        return losses.told()


def flat(marks: Iterable[State]) -> tuple[tuple[State, ...], tuple[State, ...]]:
    """Return the marks that can stand beside each other in text order, and those left out: the longest first, then the earliest."""
    kept: list[State] = []
    dropped: list[State] = []
    taken: set[int] = set()
    for mark in sorted(marks, key=lambda s: (s.start - s.end, s.start, s.label, s.target)):
        # What overlaps something at least as long has an end in it.
        if mark.start in taken or mark.end - 1 in taken:
            dropped.append(mark)
        else:
            kept.append(mark)
            taken.update(range(mark.start, mark.end))
    return tuple(sorted(kept, key=lambda s: s.start)), tuple(sorted(dropped, key=lambda s: (s.start, s.end, s.label)))


def _lines(line: Line, version: Version, study: Study, options: Options, losses: Losses) -> Iterator[str]:
    marks = _kept(line, version.marks, losses)
    cut = _without_blanks(line.text, tokens(line, marks, study, options))
    tags = _tags(cut, marks, options.tags)
    head = {"id": line.id, "number": line.number, "by": version.by, "page": line.page, "text": line.text}
    yield f"# {json_line(head)}\n"
    for sentence in _sentences(line, cut, marks):
        yield from (f"{_surface(line.text[start:end])}\t{start}\t{end}\t{tags.get(start, 'O')}\n" for start, end in sentence)
        yield "\n"


def _kept(line: Line, marks: Iterable[State], losses: Losses) -> tuple[State, ...]:
    seen: list[State] = []
    for mark in marks:
        if mark.surface.strip():
            seen.append(mark)
        else:
            losses.add("blank", line, mark)
    kept, dropped = flat(seen)
    for mark in kept:
        if mark.surface != mark.surface.strip():
            losses.add("trimmed", line, mark)
    for mark in dropped:
        losses.add("overlap", line, mark)
    return kept


def _tags(cut: Sequence[Token], marks: Sequence[State], tags: Tags) -> dict[int, str]:
    """Return the tags of the tokens in mentions, by where the token starts."""
    found: dict[int, str] = {}
    at = 0
    for mark in marks:
        while at < len(cut) and cut[at][0] < mark.start:
            at += 1
        first = at
        while at < len(cut) and cut[at][1] <= mark.end:
            found[cut[at][0]] = f"{'B' if at == first else 'I'}-{mark.label}"
            at += 1
        if tags is Tags.BIOES:
            found[cut[at - 1][0]] = f"{'S' if at - first == 1 else 'E'}-{mark.label}"
    return found


def _sentences(line: Line, cut: Sequence[Token], marks: Sequence[State]) -> Iterator[Sequence[Token]]:
    """Yield the tokens by sentence; a mention is never in two."""
    first = at = 0
    for end in _ends(line, marks):
        while at < len(cut) and cut[at][1] <= end:
            at += 1
        if at > first:
            yield cut[first:at]
        first = at


def _ends(line: Line, marks: Sequence[State]) -> Iterator[int]:
    i = 0
    for end in sentence_ends(line.text, line.layout.breaks):
        while i < len(marks) and marks[i].end <= end:
            i += 1
        if i == len(marks) or not marks[i].start < end:
            yield end


def _without_blanks(text: str, cut: Iterable[Token]) -> list[Token]:
    """Return the tokens without the white space around them; what is nothing else is none."""
    found = []
    for start, end in cut:
        surface = text[start:end]
        bare = surface.strip()
        if bare:
            first = start if len(bare) == len(surface) else start + surface.index(bare)
            found.append((first, first + len(bare)))
    return found


def _surface(text: str) -> str:
    # A word can have a break inside.
    return text if len(text) == 1 else "".join(text.split())
