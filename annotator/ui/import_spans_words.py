"""What would come of an import of annotations, and what came of it, in words."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QCoreApplication

from annotator.core.errors import AnnotatorError
from annotator.exchange.formats.table import READ
from annotator.project.importing_spans import FilePlan, SpanPlan, Stored
from annotator.project.looking_through import MOST_REFUSED
from annotator.project.text_homes import Way
from annotator.session.translating import QT_TRANSLATE_NOOP, error_words
from annotator.ui.export_words import format_name

_WAYS = {
    Way.SAME: QT_TRANSLATE_NOOP("ImportSpans", "Texts that are articles of this project: {count}."),
    Way.ALIGNED: QT_TRANSLATE_NOOP(
        "ImportSpans", "Articles of this project but for white space, width or repeats: {count}. Spans go where their words stand."
    ),
    Way.PAGE: QT_TRANSLATE_NOOP("ImportSpans", "Whole pages of this project: {count}. Each span goes to the article in which it stands."),
    Way.NEW: QT_TRANSLATE_NOOP("ImportSpans", "New texts, which become articles: {count}."),
}
_UNITS = {"code-points": QT_TRANSLATE_NOOP("ImportSpans", "code points"), "utf-16": "UTF-16"}
_OPEN = frozenset({"doccano", "label-studio"})
BY = "by"
"""The choice that spans become somebody's annotation."""
_NOTHING = QT_TRANSLATE_NOOP("ImportSpans", "Nothing here can be imported.")


def words(text: str) -> str:
    """Return a text of the page in the language of the window."""
    return QCoreApplication.translate("ImportSpans", text)


def unit_name(unit: str) -> str:
    """Return what offsets count, as people call it."""
    return words(_UNITS.get(unit, unit))


def format_choices() -> list[tuple[str, str]]:
    """Return the formats that can be chosen; the first one is what the files themselves say."""
    return [("", words("as recognised")), *((name, format_name(name)) for name in READ)]


def unit_choices(told: str | None) -> list[tuple[str, str]]:
    """Return what offsets may count; the first is what the files tell, which is `told` if it is anything."""
    usual = words("as recognised: {unit}").format(unit=unit_name(told)) if told else words("as recognised")
    return [("", usual), *((unit, unit_name(unit)) for unit in _UNITS)]


def is_unit_open(plan: SpanPlan, chosen: str) -> bool:
    """Say whether there is a file whose format leaves open what offsets count."""
    return bool(chosen) or any(file.kind in _OPEN for file in plan.files)


def becoming_choices() -> list[tuple[str, str]]:
    """Return what spans may become."""
    return [("", words("candidates")), (BY, words("the finished annotation of"))]


def source_words(plan: SpanPlan) -> str:
    """Return what stands as the source of candidates; of several files the first one's."""
    names = [f"import:{file.source.name}" for file in plan.taken]
    return words("Their source: {source}").format(source=names[0] + (" …" if len(names) > 1 else "")) if names else ""


def file_row(file: FilePlan) -> tuple[str, str, str, str]:
    """Return what the table says of a file: name, format, texts, spans; or why it is not imported."""
    if not file.kind:
        return (file.source.name, words("refused") if file.refused else words("no annotations"), "–", "–")
    if file.refused:
        return (file.source.name, format_name(file.kind), words("refused"), "–")
    return (file.source.name, format_name(file.kind), f"{sum(file.ways.values()):,}", f"{sum(file.labels.values()):,}")


def plan_lines(plan: SpanPlan) -> list[str]:
    """Return what would come of it, sentence by sentence."""
    ways, others = plan.ways, [file for file in plan.files if not file.kind and not file.refused]
    refused = [file for file in plan.files if file.refused]
    lines = [words(text).format(count=f"{ways[way]:,}") for way, text in _WAYS.items() if ways.get(way)] or [words(_NOTHING)]
    if refused:
        lines.append(words("Files that are refused, each as a whole: {count}. The reasons are listed.").format(count=f"{len(refused):,}"))
    if others:
        lines.append(words("Files without annotations, which stay out: {count}. Import them as pages.").format(count=f"{len(others):,}"))
    return lines


def refusals(plan: SpanPlan) -> list[str]:
    """Return why files are refused, error by error, with a last line for each file that says what is not listed."""
    return [line for file in plan.files for line in _of_file(file)]


def refused_count(plan: SpanPlan) -> int:
    """Return how many errors were found."""
    return sum(len(file.refused) + file.more for file in plan.files)


def _of_file(file: FilePlan) -> Iterator[str]:
    yield from map(error_words, file.refused)
    if file.more:
        yield words("{name}: {count} more.").format(name=file.source.name, count=f"{file.more:,}")
    if len(file.refused) + file.more >= MOST_REFUSED:
        yield words("{name}: reading ended here.").format(name=file.source.name)


def stored_words(stored: Stored, by: str | None) -> str:
    """Return what an import did."""
    report = stored.report
    template = (
        words("Imported: {spans} new candidates, {articles} new articles. To take it back, restore the backup made before it.")
        if by is None
        else words("Imported: {spans} new marks of {by}, {articles} new articles. To take it back, restore the backup made before it.")
    )
    return template.format(spans=f"{report.spans:,}", articles=f"{report.articles:,}", by=by)


def wrong_words(error: AnnotatorError) -> str:
    """Return why nothing was imported."""
    return words("{why} Nothing was imported.").format(why=error_words(error))


def several(labels: Sequence[str]) -> str:
    """Return a few of the labels that may be meant."""
    most = 4
    return words(", ").join(labels[:most]) + (" …" if len(labels) > most else "")
