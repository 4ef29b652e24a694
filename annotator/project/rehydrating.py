"""Standoff mentions become native JSONL again, with the reader's own copies of the texts."""

from dataclasses import dataclass
from pathlib import Path

from annotator.core.errors import ExportError
from annotator.exchange.formats.rehydrating import rehydrate
from annotator.exchange.native_jsonl import write_annotation
from annotator.newsprint import decode
from annotator.project.export_places import appearing_file


@dataclass(frozen=True, slots=True)
class RehydrateReport:
    """How many articles have their texts again, with how many spans; and for each line or mention that fits no text the reason."""

    articles: int
    spans: int
    refused: tuple[str, ...]


def rehydrate_file(standoff: Path, folder: Path, out: Path) -> RehydrateReport:
    """Write the articles of a standoff file with their texts from `folder` (files in any encoding) to `out`, which import reads.

    Rejected candidates are left out: native JSONL has them in the ledger only.

    Raises:
        InputError: the file or the folder cannot be read.
        ExportError: not one article was found, or `out` is the standoff file or cannot be written.
    """
    found = rehydrate(standoff, folder, lambda data: decode(data).text)
    if not found.documents:
        raise ExportError(
            "Not one article of {name} is in the texts of {folder}. The first: {why}",
            name=standoff.name,
            folder=folder,
            why=found.refused[0] if found.refused else "it holds no lines.",
        )
    with appearing_file(out, standoff) as temporary, temporary.open("w", encoding="utf-8", newline="\n") as file:
        for document in found.documents:
            file.write(write_annotation(document.line, document.marks) + "\n")
    spans = sum(len(document.marks) for document in found.documents)
    return RehydrateReport(len(found.documents), spans, tuple(map(str, found.refused)))
