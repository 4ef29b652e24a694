"""Bring texts out of web pages, tables, Word, PDF and archives into a project."""

import hashlib

from annotator.core.errors import InputError
from annotator.exchange.reading import Decode, Document, columns, read_documents
from annotator.newsprint import decode, read, read_whole, with_paragraphs
from annotator.project.reports import ImportReport, Skipped
from annotator.project.sources import How, Source
from annotator.project.storing import store_page
from annotator.project.workspace import Project
from annotator.store.articles import FileRecord
from annotator.store.file import transaction

_TEXT_COLUMN = "text_column"


def import_documents(project: Project, file: Source, data: bytes, how: How) -> ImportReport:
    """Store every text of a file in one transaction; what is left out is reported, never dropped in silence.

    A table's column with the texts is `how.text_column`, which the project remembers, or the one remembered, or the one with the most
    Chinese. Other columns become metadata of the page.

    Raises:
        InputError: nothing of the file could be read, or it has no such column.
    """
    decoding = _decoding(how.encoding)
    column = _column(project, file, data, decoding, how.text_column)
    report = ImportReport()
    with transaction(project.connection):
        for found in read_documents(file.name, data, decode=decoding, text_column=column):
            if isinstance(found, Document):
                report.add(_store(project, found, data, whole=how.whole))
            else:
                report.skipped.append(Skipped(found.name, str(found.error), named=file.is_named))
        if not report.files:
            raise InputError("{why}", why=report.skipped[0].why)
        if how.text_column is not None:
            project.file.set(_TEXT_COLUMN, how.text_column)
    report.files = 1
    return report


def _store(project: Project, document: Document, data: bytes, *, whole: bool) -> ImportReport:
    is_whole = whole or document.is_whole
    layouts = with_paragraphs(document.text, read_whole(document.text) if is_whole else read(document.text))
    record = FileRecord(document.name, hashlib.sha256(data).hexdigest(), len(data), document.encoding)
    return store_page(project, document.text, record, layouts, meta=document.meta)


def _column(project: Project, file: Source, data: bytes, decoding: Decode, asked: str | None) -> str | None:
    remembered = project.file.setting(_TEXT_COLUMN) if asked is None else asked
    if remembered is None:
        return None
    there = {column.name for column in columns(file.name, data, decode=decoding)}
    if asked is not None and there and asked not in there:
        raise InputError("{name} has no column {column}; it has {columns}.", name=file.name, column=asked, columns=", ".join(sorted(there)))
    return remembered if remembered in there else None


def _decoding(encoding: str | None) -> Decode:
    def run(data: bytes) -> tuple[str, str]:
        found = decode(data, encoding)
        return found.text, found.encoding

    return run
