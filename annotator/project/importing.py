"""Bring pages and spans from files into a project."""

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from annotator.core.article import Layout
from annotator.core.errors import InputError
from annotator.core.ids import article_id, sha256_of
from annotator.newsprint import Decoded, decode, read, read_whole, with_paragraphs
from annotator.project.attaching import import_lines
from annotator.project.reports import ImportReport, Skipped
from annotator.project.workspace import Project, now
from annotator.store import articles
from annotator.store.articles import FileRecord
from annotator.store.file import transaction

PAGES = frozenset({".txt", ".md", ".text"})
LINES = frozenset({".jsonl", ".ndjson"})

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class _File:
    """A file there is to import: `name` is what it is called in the project, `is_named` whether it was named itself."""

    path: Path
    name: str
    is_named: bool


def import_paths(
    project: Project,
    paths: Sequence[Path],
    *,
    whole: bool = False,
    encoding: str | None = None,
    by: str | None = None,
    progress: Progress = lambda _done, _all: None,
) -> ImportReport:
    """Import files, and the files in folders, one transaction a file; what is in the project already adds nothing.

    Files that cannot be imported are skipped and reported. `whole` keeps each page one article. Spans of JSONL lines become the
    finished annotation of `by`, or candidates where `by` is None.

    Raises:
        InputError: a path does not exist, or no file at all could be imported.
    """
    report = ImportReport()
    files = list(_files(paths, report))
    if not files and not report.skipped:
        raise InputError("There is nothing to import in {paths}: no .txt, .md or .jsonl file.", paths=", ".join(map(str, paths)))
    for i, file in enumerate(files):
        progress(i, len(files))
        try:
            report.add(_import_file(project, file, whole=whole, encoding=encoding, by=by))
        except InputError as error:
            if len(files) == 1 and not report.skipped:
                raise
            report.skipped.append(Skipped(file.name, str(error), file.is_named))
    progress(len(files), len(files))
    if not report.files:
        raise _nothing(report.skipped)
    return report


def _nothing(skipped: Sequence[Skipped]) -> InputError:
    if len(skipped) == 1:
        return InputError("{why}", why=skipped[0].why)
    return InputError("None of {count} files could be imported. The first: {why}", count=len(skipped), why=skipped[0].why)


def _files(paths: Iterable[Path], report: ImportReport) -> Iterator[_File]:
    """Yield every file there is to import; folders that cannot be read are skipped and reported."""
    for path in paths:
        try:
            is_folder, is_file = path.is_dir(), path.is_file()
        except OSError as error:
            raise InputError("{path} cannot be read: {why}.", path=path, why=error.strerror or error) from error
        if not is_folder and not is_file:
            raise InputError("There is no file or folder {path}.", path=path)
        yield from [_File(path, _sayable(path.name), is_named=True)] if is_file else _inside(path, report)


def _inside(folder: Path, report: ImportReport) -> Iterator[_File]:
    def skip(error: OSError) -> None:
        name = _sayable(str(error.filename))
        report.skipped.append(Skipped(name, f"{name} cannot be read: {error.strerror}."))

    found = [Path(where, name) for where, _, names in os.walk(folder, onerror=skip) for name in names]
    for path in sorted(found):
        inside = path.relative_to(folder)
        is_hidden = any(part.startswith(".") for part in inside.parts)
        if is_importable(path) and not is_hidden and path.is_file():
            yield _File(path, _sayable(inside.as_posix()), is_named=False)


def _sayable(name: str) -> str:
    """Return a file's name as text: archives made on Chinese Windows leave names in GBK."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return os.fsencode(name).decode("gb18030", "replace")
    return name


def is_importable(path: Path) -> bool:
    """Say whether a file of this name can be imported."""
    return path.suffix.lower() in PAGES | LINES


def _import_file(project: Project, file: _File, *, whole: bool, encoding: str | None, by: str | None) -> ImportReport:
    if not is_importable(file.path):
        raise InputError("{name}: files of this kind cannot be imported yet; txt, md and jsonl can.", name=file.name)
    data = _bytes(file)
    is_lines = file.path.suffix.lower() in LINES
    decoded = _decoded(file, data, "utf-8" if encoding is None and is_lines and _is_utf8(data) else encoding)
    record = FileRecord(file.name, hashlib.sha256(data).hexdigest(), len(data), decoded.encoding)
    with transaction(project.connection):
        bring = partial(import_lines, by=by) if is_lines else partial(_import_page, whole=whole)
        report = bring(project, decoded.text, record)
    report.encodings[file.name] = decoded.encoding
    return report


def _decoded(file: _File, data: bytes, encoding: str | None) -> Decoded:
    try:
        return decode(data, encoding)
    except InputError as error:
        raise InputError("{name}: {why}", name=file.name, why=str(error)) from error


def _is_utf8(data: bytes) -> bool:
    """JSONL is UTF-8 by definition; only what is not needs to be guessed."""
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


def _bytes(file: _File) -> bytes:
    try:
        data = file.path.read_bytes()
    except OSError as error:
        raise InputError("{name} cannot be read: {why}.", name=file.name, why=error.strerror or error) from error
    if not data:
        raise InputError("{name} is empty.", name=file.name)
    return data


def _import_page(project: Project, text: str, record: FileRecord, *, whole: bool) -> ImportReport:
    if not text.strip():
        raise InputError("{name} holds no text.", name=record.name)
    sha256 = sha256_of(text)
    layouts = _with_ids(sha256, read_whole(text) if whole else read(text))
    new = articles.add_page(project.connection, sha256, text, with_paragraphs(text, layouts), {})
    articles.add_file(project.connection, sha256, record, now())
    return ImportReport(files=1, pages=int(bool(new)), articles=len(new), known=int(not new))


def _with_ids(page_sha256: str, layouts: Sequence[Layout]) -> list[Layout]:
    """Return a page's layouts with the ids of the articles that their repeats are of, instead of their places among the layouts."""
    ids = [article_id(page_sha256, layout.segments) for layout in layouts]
    return [
        replace(layout, repeats=tuple(r if r.of_article is None else replace(r, of_article=ids[int(r.of_article)]) for r in layout.repeats))
        for layout in layouts
    ]
