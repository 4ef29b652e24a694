"""doccano's JSONL for sequence labelling: one text a line with `label: [[start, end, label]]`, one text per person.

What offsets count depends on doccano (its issues 99, 108, 2290 and 2484): since 1.0 the page counts UTF-16 units, which is what is written
unless told otherwise; a project with "Count grapheme clusters as one character" is not served; releases of 2019 that contain
pull request 108 count code points. They differ only after rare characters beyond U+FFFF. A project takes overlapping mentions
only with "Allow overlapping spans". Keys besides `text` and `label` become the metadata of the text.
"""

from collections.abc import Iterable
from pathlib import Path

from annotator.exchange.formats.document import Document, Loss, Options, Study, Unit
from annotator.exchange.formats.json_text import json_line
from annotator.exchange.formats.losses import Losses
from annotator.exchange.formats.versions import Version, ready, versions
from annotator.exchange.utf16 import Utf16


class Doccano:
    """Lines for doccano's import dialog (`JSONL`, columns `text` and `label`)."""

    name = "doccano"
    suffix = ".jsonl"
    is_folder = False
    holds = frozenset({"overlaps", "people"})

    def write(self, documents: Iterable[Document], study: Study, options: Options, out: Path) -> tuple[Loss, ...]:
        """Write one line per article and person; see `Format.write`."""
        losses = Losses()
        with out.open("w", encoding="utf-8", newline="\n") as file:
            for document in (ready(d, options) for d in documents):
                losses.add_unheld(document, self.holds)
                for version in versions(document, study):
                    file.write(json_line(_example(document, version, options)) + "\n")
        return losses.told()


def _example(document: Document, version: Version, options: Options) -> dict[str, object]:
    line = document.line
    units = Utf16("" if options.unit is Unit.CODE_POINTS else line.text)
    return {
        "text": line.text,
        "label": [[units.units(mark.start), units.units(mark.end), mark.label] for mark in version.marks],
        "article": line.id,
        "number": line.number,
        "page": line.page,
        **({"annotator": version.by} if version.by else {}),
    }
