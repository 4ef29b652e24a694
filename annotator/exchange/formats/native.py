"""The native JSONL as one format among the others: marks, or candidates where nobody's marks are asked for."""

from collections.abc import Iterable
from pathlib import Path

from annotator.exchange.formats.document import Document, Loss, Options, Study
from annotator.exchange.formats.versions import ready
from annotator.exchange.native_jsonl import write_annotation, write_candidates


class Native:
    """One file, one article a line; what else there is to know (rejections, notes) stands in the layer `ledger`."""

    name = "jsonl"
    suffix = ".jsonl"
    is_folder = False
    holds = frozenset({"overlaps", "people", "programmes", "sources", "notes", "rejected"})

    def write(self, documents: Iterable[Document], study: Study, options: Options, out: Path) -> tuple[Loss, ...]:
        """Write one line per article; see `Format.write`."""
        with out.open("w", encoding="utf-8", newline="\n") as file:
            for document in documents:
                # The writers look at every surface themselves.
                d = ready(document, options) if options.healed else document
                file.write((write_annotation(d.line, d.marks) if study.people else write_candidates(d.line, d.candidates)) + "\n")
        return ()
