"""Standoff JSONL: mentions without the articles, for collections whose texts may not be passed on.

One article a line: where it lies on its page, the page's hash, and of the article and each of its segments the length and hash without
white space. Of the text itself only the mentions are in it. `rehydrating.rehydrate` joins it with the reader's own copy.
"""

from collections.abc import Iterable
from pathlib import Path

from annotator.core.fold import State, Status
from annotator.core.ids import sha256_of
from annotator.exchange.formats.document import Document, Loss, Options, Study
from annotator.exchange.formats.json_text import json_line
from annotator.exchange.formats.losses import Losses
from annotator.exchange.formats.rehydrating import HEAD, VERSION, Rehydrated, rehydrate
from annotator.exchange.formats.squeezed import Squeezed
from annotator.exchange.formats.versions import as_state, ready, versions
from annotator.exchange.native_jsonl import Line

__all__ = ["Rehydrated", "Standoff", "rehydrate"]


class Standoff:
    """Lines of offsets, hashes and the mentions' own characters."""

    name = "standoff"
    suffix = ".jsonl"
    is_folder = False
    holds = frozenset({"overlaps", "people", "programmes", "notes", "rejected", "sources"})

    def write(self, documents: Iterable[Document], study: Study, options: Options, out: Path) -> tuple[Loss, ...]:
        """Write one line per article; see `Format.write`."""
        losses = Losses()
        with out.open("w", encoding="utf-8", newline="\n") as file:
            for document in (ready(d, options) for d in documents):
                losses.add_unheld(document, self.holds)
                file.write(json_line(_entry(document, study)) + "\n")
        return losses.told()


def _entry(document: Document, study: Study) -> dict[str, object]:
    line = document.line
    squeezed = Squeezed(line.text)
    before = _places_before(line.text, squeezed)
    spans = [_span(mark, mark.status, v.by, before) for v in versions(document, study) for mark in v.marks]
    spans += [_span(as_state(candidate), Status.REJECTED, by, before) for by, candidate in document.rejected]
    return {
        "standoff": VERSION,
        "id": line.id,
        "number": line.number,
        "kind": line.layout.kind.value,
        "page": line.page,
        "page_sha256": line.page_sha256,
        "text_sha256": sha256_of(line.text),
        "length": len(line.text),
        "squeezed": len(squeezed.text),
        "fingerprint": squeezed.fingerprint(0, len(squeezed.text)),
        "segments": _segments(line, squeezed, before),
        "breaks": [list(b) for b in line.layout.breaks],
        "repeats": [[r.start, r.end, r.of_start, r.of_article] for r in line.layout.repeats],
        "finished": list(line.finished),
        "spans": spans,
    }


def _places_before(text: str, squeezed: Squeezed) -> list[int]:
    """Return how many characters that are not white space stand before each offset."""
    before = [0] * (len(text) + 1)
    for place in squeezed.places:
        before[place + 1] = 1
    for i in range(1, len(before)):
        before[i] += before[i - 1]
    return before


def _segments(line: Line, squeezed: Squeezed, before: list[int]) -> list[dict[str, object]]:
    found: list[dict[str, object]] = []
    for s in line.layout.segments:
        start, end = before[s.article_start], before[s.article_start + s.length]
        found.append(
            {
                "article_start": s.article_start,
                "page_start": s.page_start,
                "length": s.length,
                "squeezed": end - start,
                "head": squeezed.fingerprint(start, min(end, start + HEAD)),
                "fingerprint": squeezed.fingerprint(start, end),
            }
        )
    return found


def _span(mark: State, status: Status, by: str, before: list[int]) -> dict[str, object]:
    more = {"source": mark.source, "score": mark.score, "programme": mark.programme, "note": mark.note, "flag": mark.flag}
    return {
        "start": mark.start,
        "end": mark.end,
        "squeezed": [before[mark.start], before[mark.end]],
        "label": mark.label,
        "text": mark.surface,
        "id": mark.target,
        "by": by,
        "status": status.value,
        **{key: value for key, value in more.items() if value is not None},
    }
