"""Bring pages and spans from files into a project."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from annotator.core.errors import InputError
from annotator.exchange.native_jsonl import LineIn, read_lines
from annotator.newsprint import read, read_whole, with_paragraphs
from annotator.project import line_files
from annotator.project.attaching import import_lines
from annotator.project.documents import import_documents
from annotator.project.foreign import kind_of, label_map, lines_of
from annotator.project.looking_through import told_unit
from annotator.project.repeating import find_repeats
from annotator.project.reports import ImportReport, Skipped
from annotator.project.searching import lexicon_terms
from annotator.project.sources import KINDS, SPAN_FILES, How, Source, bytes_of, decoded, is_importable, record_of, sources
from annotator.project.storing import store_page
from annotator.project.ticking import Ticking
from annotator.project.workspace import Project
from annotator.store.articles import FileRecord
from annotator.store.file import transaction
from annotator.store.projection import roomy

__all__ = ["import_paths", "is_importable", "label_map", "store_lines", "store_page"]

Progress = Callable[[int, int], None]

_READABLE = KINDS | SPAN_FILES
_NATIVE = "jsonl"


def import_paths(
    project: Project,
    paths: Sequence[Path],
    *,
    whole: bool = False,
    encoding: str | None = None,
    by: str | None = None,
    text_column: str | None = None,
    format_name: str | None = None,
    unit: str | None = None,
    labels: Mapping[str, str] | None = None,
    progress: Progress = lambda _done, _all: None,
) -> ImportReport:
    """Import files, and the files in folders, one transaction a file; what is in the project already adds nothing.

    Files that cannot be imported are skipped and reported. `progress` is told how many files are done, or how many bytes of the only one
    if it has lines; what it raises ends the import, and leaves nothing of the file that was being read.

    `whole` keeps each page one article. Spans of files that have any become the finished annotation of `by`, or candidates where `by` is
    None. `text_column` is the column of a table that holds the texts. `format_name`, `unit` and `labels` are for files with spans; see
    `sources.How`.

    Raises:
        InputError: a path does not exist, or no file at all could be imported.
        ProjectError: the file is a task that was handed out.
    """
    project.check_whole()
    report, how = ImportReport(), How(whole, encoding, by, text_column, format_name, unit, labels or {})
    files = list(sources(paths, report, _READABLE))
    if not files and not report.skipped:
        raise InputError(
            "There is nothing to import in {paths}: no file of a kind that can be read ({kinds}).",
            paths=", ".join(map(str, paths)),
            kinds=" ".join(sorted(KINDS)),
        )
    for i, file in enumerate(files):
        progress(i, len(files))
        try:
            report.add(_import_file(project, file, how, _within(progress, i, len(files))))
        except InputError as error:
            if len(files) == 1 and not report.skipped:
                raise
            report.skipped.append(Skipped(file.name, str(error), file.is_named))
    progress(len(files), len(files))
    if not report.files:
        raise _nothing(report.skipped)
    if report.pages:
        find_repeats(project)
    return report


def _nothing(skipped: Sequence[Skipped]) -> InputError:
    if len(skipped) == 1:
        return InputError("{why}", why=skipped[0].why)
    return InputError("None of {count} files could be imported. The first: {why}", count=len(skipped), why=skipped[0].why)


def _within(progress: Progress, done: int, files: int) -> Progress:
    """Return what to tell inside of a file: how far it is where it is the only one, else again how many are done, so that one can stop."""
    return progress if files == 1 else lambda _done, _all: progress(done, files)


def _import_file(project: Project, file: Source, how: How, progress: Progress) -> ImportReport:
    if file.is_lines and how.text_column is None and how.encoding is None and (streamed := _streamed(project, file, how, progress)):
        return streamed
    data = bytes_of(file, _READABLE)
    kind = None if how.text_column is not None else kind_of(file, data, how)
    if kind not in {None, _NATIVE}:
        return _with_told_unit(project, file, data, str(kind), how, progress=progress)
    if file.path.suffix.lower() in SPAN_FILES:
        raise InputError("{name} is not of the format that its name says.", name=file.name)
    if file.is_container or (file.is_lines and how.text_column is not None):
        return import_documents(project, file, data, how)
    found = decoded(file, data, how.encoding)
    record = record_of(file, data, found.encoding)
    if file.is_lines or kind == _NATIVE:
        return _store(project, read_lines(found.text, record.name), record, how)
    layouts = read_whole(found.text) if how.whole else read(found.text)
    return store_page(project, found.text, record, with_paragraphs(found.text, layouts))


def _with_told_unit(project: Project, file: Source, data: bytes, kind: str, how: How, *, progress: Progress) -> ImportReport:
    """Import a file of another tool, which tells what its offsets count where nobody said it; what `progress` raises ends it."""
    ticking = Ticking([], lambda _done, _all: progress(0, 1))
    told = told_unit(file, data, kind, how, words=partial(lexicon_terms, project), ticking=ticking)
    how = how if told is None else replace(how, unit=told.value)
    report = _store(project, lines_of(file, data, kind, how), record_of(file, data, how.encoding or "utf-8"), how)
    report.units |= {} if told is None else {file.name: told.value}
    return report


def _streamed(project: Project, file: Source, how: How, progress: Progress) -> ImportReport | None:
    """Import our own lines in UTF-8 as they are read; None where the file is something else."""
    found = line_files.looked_at(file)
    if found is None or kind_of(file, found.beginning, how) not in {None, _NATIVE}:
        return None
    lines = line_files.lines_of(found, lambda read: progress(read, found.record.size))
    return _store(project, read_lines(lines, file.name), found.record, how)


def store_lines(project: Project, text: str, record: FileRecord, *, by: str | None = None) -> ImportReport:
    """Store the articles and spans of a JSONL file in one transaction; see `import_paths`."""
    return _store(project, read_lines(text, record.name), record, How(by=by))


def _store(project: Project, lines: Iterable[LineIn], record: FileRecord, how: How) -> ImportReport:
    with transaction(project.connection), roomy(project.connection):
        report = import_lines(project, lines, record, by=how.by, labels=how.labels)
    report.encodings[record.name] = record.encoding
    return report
