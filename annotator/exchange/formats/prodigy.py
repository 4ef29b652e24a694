"""Prodigy's JSONL: one task a line, and one task per person.

Prodigy's rules (its documentation, "Annotation interfaces" and "Named entity recognition"): offsets are code points, `end` is
exclusive, `token_end` is inclusive, a span begins and ends with a token, and keys that it does not know are kept.
"""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from annotator.core.fold import State
from annotator.core.scheme import Overlap
from annotator.exchange.formats.document import Document, Loss, Options, Study
from annotator.exchange.formats.json_text import json_line
from annotator.exchange.formats.losses import Losses
from annotator.exchange.formats.tokens import Token, tokens
from annotator.exchange.formats.versions import Version, as_state, ready, versions


class Prodigy:
    """Tasks for `ner_manual`, or for `spans_manual` where the scheme lets mentions overlap."""

    name = "prodigy"
    suffix = ".jsonl"
    is_folder = False
    holds = frozenset({"overlaps", "people", "programmes", "notes", "rejected", "sources"})

    def write(self, documents: Iterable[Document], study: Study, options: Options, out: Path) -> tuple[Loss, ...]:
        """Write one line per article and person; see `Format.write`."""
        losses = Losses()
        with out.open("w", encoding="utf-8", newline="\n") as file:
            for document in (ready(d, options) for d in documents):
                losses.add_unheld(document, self.holds)
                for version in versions(document, study):
                    file.write(_task(document, version, study, options) + "\n")
        return losses.told()


def _task(document: Document, version: Version, study: Study, options: Options) -> str:
    line = document.line
    rejected = [as_state(candidate) for by, candidate in document.rejected if by == version.by]
    cut = tokens(line, (*version.marks, *rejected), study, options)
    first = {start: i for i, (start, _) in enumerate(cut)}
    last = {end: i for i, (_, end) in enumerate(cut)}
    before = {"text": line.text, "meta": {"article": line.id, "number": line.number, "page": line.page, **line.fields}}
    after = {
        "spans": [_span(mark, first, last) for mark in version.marks],
        **({"rejected": [_span(mark, first, last) for mark in rejected]} if rejected else {}),
        "answer": "accept",
        "_view_id": "ner_manual" if study.scheme.overlap is Overlap.FORBID else "spans_manual",
        **({"_annotator_id": version.by, "_session_id": version.by} if version.by else {}),
    }
    return f'{json_line(before)[:-1]}, "tokens": [{_tokens(line.text, cut)}], {json_line(after)[1:]}'


def _tokens(text: str, cut: Sequence[Token]) -> str:
    # As many objects as characters: made as text they take a tenth of the time. White space is in the tokens themselves.
    surfaces = {surface: json_line(surface) for surface in {text[start:end] for start, end in cut}}
    return ", ".join(
        f'{{"text": {surfaces[text[start:end]]}, "start": {start}, "end": {end}, "id": {i}, "ws": false}}'
        for i, (start, end) in enumerate(cut)
    )


def _span(mark: State, first: Mapping[int, int], last: Mapping[int, int]) -> dict[str, object]:
    more = {"source": mark.source, "score": mark.score, "programme": mark.programme, "note": mark.note, "flag": mark.flag}
    return {
        "start": mark.start,
        "end": mark.end,
        "token_start": first[mark.start],
        "token_end": last[mark.end],
        "label": mark.label,
        "text": mark.surface,
        "status": mark.status.value,
        **{key: value for key, value in more.items() if value is not None},
    }
