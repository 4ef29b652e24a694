"""Formats, what they hold, and what is lost in them, in words."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from annotator.exchange.formats.document import Loss
from annotator.exchange.formats.making import made
from annotator.project.exporting import ExportReport
from annotator.session.translating import QT_TRANSLATE_NOOP

_NAMES = {
    "jsonl": "JSONL",
    "prodigy": "Prodigy",
    "spacy": "spaCy",
    "huggingface": "Hugging Face",
    "conll": "CoNLL",
    "doccano": "doccano",
    "label-studio": "Label Studio",
    "cas": "CAS (INCEpTION)",
    "brat": "brat",
    "csv": "CSV",
    "xlsx": "Excel",
    "standoff": "standoff",
}
_FOR = {
    "jsonl": QT_TRANSLATE_NOOP("Export", "this program's own: everything, one article a line"),
    "prodigy": QT_TRANSLATE_NOOP("Export", "tasks for Prodigy, with tokens"),
    "spacy": QT_TRANSLATE_NOOP("Export", "DocBin, to train spaCy pipelines"),
    "huggingface": QT_TRANSLATE_NOOP("Export", "a dataset folder with a card"),
    "conll": QT_TRANSLATE_NOOP("Export", "one token a line with tags, for sequence labelling"),
    "doccano": QT_TRANSLATE_NOOP("Export", "lines for doccano's import"),
    "label-studio": QT_TRANSLATE_NOOP("Export", "tasks and label settings for Label Studio"),
    "cas": QT_TRANSLATE_NOOP("Export", "UIMA files, for INCEpTION"),
    "brat": QT_TRANSLATE_NOOP("Export", "texts with .ann files beside them"),
    "csv": QT_TRANSLATE_NOOP("Export", "one mention a row, for R, Stata or Excel"),
    "xlsx": QT_TRANSLATE_NOOP("Export", "one mention a row, as a workbook"),
    "standoff": QT_TRANSLATE_NOOP("Export", "mentions without texts, where texts may not be passed on"),
}
_HELD = {
    "overlaps": QT_TRANSLATE_NOOP("Export", "overlapping mentions"),
    "people": QT_TRANSLATE_NOOP("Export", "who marked what"),
    "programmes": QT_TRANSLATE_NOOP("Export", "links to programmes"),
    "notes": QT_TRANSLATE_NOOP("Export", "notes and flags"),
    "sources": QT_TRANSLATE_NOOP("Export", "sources of candidates"),
    "rejected": QT_TRANSLATE_NOOP("Export", "rejected candidates"),
}
_LOST = {
    "blank": QT_TRANSLATE_NOOP("Export", "{count} spans hold nothing but white space"),
    "character": QT_TRANSLATE_NOOP("Export", "{count} cells hold characters that a workbook cannot; each is replaced by U+FFFD"),
    "control_character": QT_TRANSLATE_NOOP("Export", "{count} characters cannot stand in XML; each is replaced by U+FFFD"),
    "label": QT_TRANSLATE_NOOP("Export", "{count} spans have a label that the newest scheme does not have; they have no tag"),
    "long": QT_TRANSLATE_NOOP("Export", "{count} cells are longer than a workbook allows and are cut"),
    "note": QT_TRANSLATE_NOOP("Export", "{count} spans have notes or flags, which this format does not hold"),
    "overlap": QT_TRANSLATE_NOOP("Export", "{count} spans overlap a longer one and have no tag"),
    "parquet": QT_TRANSLATE_NOOP("Export", "{count} Parquet files were not written: install pyarrow for them"),
    "programme": QT_TRANSLATE_NOOP("Export", "{count} spans are linked to programmes, which this format does not hold"),
    "rejected": QT_TRANSLATE_NOOP("Export", "{count} rejected candidates, which this format does not hold"),
    "repeat": QT_TRANSLATE_NOOP("Export", "{count} spans stand in paragraphs printed before, which count once"),
    "token_edge": QT_TRANSLATE_NOOP("Export", "{count} spans begin or end inside a word and have no tag"),
    "trimmed": QT_TRANSLATE_NOOP("Export", "{count} spans lost white space at their ends"),
}


def words(text: str) -> str:
    """Return a text of the export page in the language of the window."""
    return QCoreApplication.translate("Export", text)


def format_name(name: str) -> str:
    """Return a format as people call it."""
    return _NAMES.get(name, name)


def format_use(name: str) -> str:
    """Return what a format is for."""
    return words(_FOR.get(name, ""))


def held(name: str) -> list[str]:
    """Return two sentences: what a format holds beside mentions with their labels, and what it does not."""
    holds: frozenset[str] = getattr(made(name), "holds", frozenset())
    comma = words(", ")
    here, gone = ([words(text) for key, text in _HELD.items() if (key in holds) is is_there] for is_there in (True, False))
    lines = [words("Holds: {what}.").format(what=comma.join([words("mentions with labels"), *here]))]
    return [*lines, words("Does not hold: {what}.").format(what=comma.join(gone))] if gone else lines


def report_lines(report: ExportReport, template: str) -> list[str]:
    """Return what was (or would be) written, the parts of a split, and each loss with the first places."""
    said = words(template).format(articles=f"{report.articles:,}", spans=f"{report.spans:,}")
    parts = words(", ").join(f"{part} {count:,}" for part, count in report.splits.items())
    return [f"{said} ({parts})" if parts else said, *_losses(report.losses)]


def _losses(losses: Iterable[Loss]) -> list[str]:
    found = []
    for loss in losses:
        said = words(_LOST[loss.what]).format(count=f"{loss.count:,}") if loss.what in _LOST else f"{loss.count:,} × {loss.what}"
        places = "  ".join(loss.examples[:2])
        found.append(f"– {said}" + (f"  {places}" if places else ""))
    return found or [words("Nothing is lost.")]
