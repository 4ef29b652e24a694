"""A row of a Hugging Face data set: an article with its tokens, tags and spans."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from annotator.core.candidate import Candidate
from annotator.core.fold import State
from annotator.core.span import Span
from annotator.exchange.formats.document import Document, Options, Study, Tags
from annotator.exchange.formats.losses import Losses
from annotator.exchange.formats.spacy_layers import Cut, agreed, cut, marks_of, one_layer, workers
from annotator.exchange.native_jsonl import Mark

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Rows:
    """Makes rows of documents; what tags cannot say is counted in `losses`."""

    study: Study
    options: Options
    losses: Losses

    def row(self, document: Document) -> Row:
        """Return the row of a verified document; tags stand in it by name."""
        line = document.line
        words = cut(line, self.study, self.options)
        return {
            "id": line.id,
            "number": line.number,
            "title": line.layout.title,
            "text": line.text,
            "tokens": words.tokens(line.text),
            "token_starts": list(words.edges[:-1]),
            "tags": self._tags(document, words, agreed(document), self.losses),
            "spans": [self._mark(mark) for mark in document.marks],
            # What a person's own tags cannot say is in `spans`; it is counted once, with the tags of all.
            "annotations": [
                {"by": name, "tags": self._tags(document, words, marks_of(document, name), Losses())}
                for name in workers(document, self.study.people)
            ],
            "rejected": [{**_span(candidate), "by": name} for name, candidate in document.rejected],
            "candidates": [{**_span(c), "source": c.source, "score": round(c.score, 4)} for c in document.candidates],
            "finished": list(line.finished),
            "fields": json.dumps(dict(line.fields), ensure_ascii=False, sort_keys=True),
        }

    def _tags(self, document: Document, words: Cut, marks: Iterable[State], losses: Losses) -> list[str]:
        known = []
        for mark in marks:
            if self.study.scheme.label(mark.label) is None:
                losses.add("label", document.line, mark)
            else:
                known.append(mark)
        layer = one_layer(words.held(known, document.line, losses), document.line, losses)
        return _tagged(words, (mark.span for mark in layer), self.options.tags)

    def _mark(self, mark: Mark) -> Row:
        state = mark.state
        return {
            "start": state.start,
            "end": state.end,
            "label": state.label,
            "text": state.surface,
            "by": mark.by,
            "status": state.status.value,
            "source": state.source,
            "programme": state.programme,
            "programme_name": self.study.programmes.get(state.programme or ""),
            "note": state.note,
            "flag": state.flag,
        }


def numbered(row: Row, names: Mapping[str, int]) -> Row:
    """Return `row` with the numbers of its tags instead of their names."""
    return {
        **row,
        "tags": [names[tag] for tag in row["tags"]],
        "annotations": [{**each, "tags": [names[tag] for tag in each["tags"]]} for each in row["annotations"]],
    }


def _tagged(words: Cut, spans: Iterable[Span], tags: Tags) -> list[str]:
    found = ["O"] * len(words)
    for span in spans:
        first, after = words.place(span)
        found[first:after] = [f"{prefix}-{span.label}" for prefix in _prefixes(after - first, tags)]
    return found


def _prefixes(length: int, tags: Tags) -> str:
    if tags is Tags.BIO:
        return "B" + "I" * (length - 1)
    return "S" if length == 1 else "B" + "I" * (length - 2) + "E"


def _span(candidate: Candidate) -> dict[str, object]:
    return {"start": candidate.start, "end": candidate.end, "label": candidate.label, "text": candidate.surface}
