"""spaCy's DocBin: one file of documents that `spacy train` reads.

`doc.spans["mentions"]` holds every mention once, `doc.spans["mentions:NAME"]` those of one person, `doc.spans["candidates"]` and
`doc.spans["rejected"]` what the program proposed and what people rejected (hard negatives); a span's `kb_id_` is its programme.
`doc.ents` is one layer without overlaps. Where nobody finished an article, what is not an entity in it is missing, not outside:
spaCy does not learn from it. `doc.user_data` has `id`, `number` and `title`. The bytes are the same for the same documents and the
same version of spaCy.
"""

from collections.abc import Iterable, Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

from annotator.core.errors import ExportError
from annotator.core.fold import State
from annotator.core.span import Span
from annotator.exchange.formats.document import Document, Loss, Options, Study
from annotator.exchange.formats.losses import Losses
from annotator.exchange.formats.spacy_layers import Cut, agreed, cut, marks_of, one_layer, workers
from annotator.exchange.formats.versions import as_state, ready

# What else a DocBin can hold (heads, tags, lemmas) nobody annotated; left out, it is unknown to spaCy, not empty.
_ATTRIBUTES = ("ENT_IOB", "ENT_TYPE", "ENT_KB_ID")


class SpacyDocBin:
    """DocBin through spaCy itself, which must be installed (`annotator[spacy]`)."""

    name = "spacy"
    suffix = ".spacy"
    is_folder = False
    holds = frozenset({"candidates", "overlaps", "people", "programmes", "rejected"})

    def write(self, documents: Iterable[Document], study: Study, options: Options, out: Path) -> tuple[Loss, ...]:
        """Write `documents` to the file `out`; losses are `overlap` (in `doc.ents` alone), `token_edge` and `note`.

        Raises:
            ExportError: a surface is not what stands at its offsets, or spaCy is not installed.
        """
        writer = _Writer(study, options)
        for document in documents:
            writer.losses.add_unheld(document, self.holds)
            writer.add(ready(document, options))
        out.write_bytes(writer.packed.to_bytes())
        return writer.losses.told()


class _Writer:
    """Makes spaCy's documents. Its objects have no types here: spaCy may not be installed."""

    def __init__(self, study: Study, options: Options) -> None:
        self._study, self._options = study, options
        self.losses = Losses()
        self._tokens = _spacy_tokens()
        self._vocab = import_module("spacy.vocab").Vocab()
        self.packed: Any = self._tokens.DocBin(attrs=_ATTRIBUTES, store_user_data=True)

    def add(self, document: Document) -> None:
        line = document.line
        words = cut(line, self._study, self._options)
        texts = words.tokens(line.text)
        doc = self._tokens.Doc(self._vocab, words=texts, spaces=[False] * len(texts))
        mentions = words.held(agreed(document), line, self.losses)
        programmes = {mark.state.span: mark.state.programme for mark in document.marks if mark.state.programme}
        for group, spans in self._groups(document, words, mentions).items():
            doc.spans[group] = [self._span(doc, words, span, programmes) for span in sorted({state.span for state in spans}, key=_place)]
        entities = [self._span(doc, words, state.span, programmes) for state in one_layer(mentions, line, self.losses)]
        doc.set_ents(entities, default="outside" if line.finished else "missing")
        doc.user_data.update(id=line.id, number=line.number, title=line.layout.title)
        self.packed.add(doc)

    def _groups(self, document: Document, words: Cut, mentions: list[State]) -> dict[str, list[State]]:
        held = {state.span for state in mentions}
        groups = {"mentions": mentions}
        for name in workers(document, self._study.people):
            groups[f"mentions:{name}"] = [state for state in marks_of(document, name) if state.span in held]
        for group, candidates in (("candidates", document.candidates), ("rejected", [c for _, c in document.rejected])):
            if candidates:
                groups[group] = words.held(map(as_state, candidates), document.line, self.losses)
        return groups

    def _span(self, doc: Any, words: Cut, span: Span, programmes: Mapping[Span, str]) -> Any:  # noqa: ANN401
        return self._tokens.Span(doc, *words.place(span), label=span.label, kb_id=programmes.get(span, ""))


def _spacy_tokens() -> Any:  # noqa: ANN401
    try:
        return import_module("spacy.tokens")
    except ImportError as error:
        raise ExportError("spaCy files need the package spacy, which is not installed. Run: pip install spacy.") from error


def _place(span: Span) -> tuple[int, int, str]:
    return span.start, span.end, span.label
