"""Files as they would be imported: read, decoded and cut, for a person to correct before anything is stored."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path

from annotator.core.errors import InputError
from annotator.core.ids import sha256_of
from annotator.exchange.reading import Unread, read_documents
from annotator.newsprint import Guess, decode, guesses
from annotator.newsprint.plan import Plan, layouts, plan
from annotator.project.documents import import_documents
from annotator.project.repeating import find_repeats
from annotator.project.reports import ImportReport, Skipped
from annotator.project.sources import How, Source, bytes_of, decoded, record_of, sources
from annotator.project.storing import begun, store_again, store_page
from annotator.project.workspace import Project
from annotator.store import articles

Progress = Callable[[int, int], None]

_SAMPLE = 60
_FOREIGN = re.compile(r"[^\x20-\x7e\xa0-\u024f\u2010-\u2027\u2e80-\u9fff\uac00-\ud7a3\uff01-\uffee\ufffd\U00020000-\U0003ffff]")


@dataclass(frozen=True, slots=True)
class Tried:
    """An encoding tried on a file: how plausible it is (0 to 1), a line of what it gives, and the byte at which it fails, if it does."""

    encoding: str
    plausibility: float
    sample: str
    fails_at: int | None = None


@dataclass(frozen=True, slots=True, eq=False)
class PreviewFile:
    """A file as it would be imported.

    A page has a `plan`; a file that cannot be imported has an `error`; a file with neither (JSONL, a table, an archive) is imported as
    it is. `meta` is what a document says of itself. `is_known` says that the project holds the page already, `same_as` names the file
    of this preview that holds the same text: neither adds articles.
    `page` is the id of a stored page that is cut anew.
    """

    source: Source
    data: bytes = b""
    encoding: str = ""
    note: str = ""
    plan: Plan | None = None
    lines: str = ""
    meta: Mapping[str, str] = field(default_factory=dict)
    error: InputError | None = None
    is_known: bool = False
    same_as: str = ""
    page: str = ""

    @property
    def name(self) -> str:
        """What the file is called in the project."""
        return self.source.name

    @property
    def is_new(self) -> bool:
        """Whether the file holds a page that is not known and not left out."""
        return self.plan is not None and not self.is_known and not self.same_as and not self.plan.is_excluded

    def tried(self) -> tuple[Tried, ...]:
        """Return the encodings tried on the file's bytes, the most plausible first; none where the format says which."""
        return () if self.source.is_container or self.page else tuple(_tried(guess, self.data) for guess in guesses(self.data))


def read_files(project: Project, paths: Sequence[Path], *, progress: Progress = lambda _done, _all: None) -> tuple[PreviewFile, ...]:
    """Return the files, and those in folders, as they would be imported into `project`; files that cannot be are there with the reason.

    Raises:
        InputError: a path does not exist.
    """
    project.check_whole()
    report = ImportReport()
    found = list(sources(paths, report))
    files = []
    for i, source in enumerate(found):
        progress(i, len(found))
        files.append(_read(project, source))
    progress(len(found), len(found))
    unread = [PreviewFile(Source(Path(one.file), one.file, one.named), error=InputError("{why}", why=one.why)) for one in report.skipped]
    return same_marked([*files, *unread])


def stored_page(project: Project, article: str) -> PreviewFile:
    """Return the page of an article, to be cut anew.

    Raises:
        InputError: somebody has begun to work on it.
    """
    project.check_whole()
    page = articles.load(project.connection, article).page
    if articles.is_begun(project.connection, page):
        raise begun()
    name = articles.file_names(project.connection).get(page, page[:12])
    return PreviewFile(Source(Path(name), name, is_named=True), plan=plan(articles.page_text(project.connection, page)), page=page)


def reread(project: Project, file: PreviewFile, encoding: str) -> PreviewFile:
    """Return `file` with the same bytes read in another encoding, as if nobody had edited it."""
    return _decoded(project, PreviewFile(file.source, file.data), encoding)


def same_marked(files: Iterable[PreviewFile]) -> tuple[PreviewFile, ...]:
    """Return `files` with every page marked that an earlier of them holds too; a file named twice is there once."""
    first: dict[str, str] = {}
    seen: set[Path] = set()
    marked = []
    for file in files:
        path = file.source.path.absolute()
        if path in seen:
            continue
        seen.add(path)
        same = first.setdefault(file.plan.text, file.name) if file.plan is not None else file.name
        same_as = "" if same == file.name else same
        marked.append(file if same_as == file.same_as else replace(file, same_as=same_as))
    return tuple(marked)


def store(project: Project, files: Sequence[PreviewFile], *, progress: Progress = lambda _done, _all: None) -> ImportReport:
    """Store the files as their plans cut them, one transaction a file; what is in the project already adds nothing."""
    report = ImportReport()
    for i, file in enumerate(files):
        progress(i, len(files))
        try:
            report.add(_stored(project, file))
        except InputError as error:
            report.skipped.append(Skipped(file.name, str(error), file.source.is_named))
    progress(len(files), len(files))
    if report.pages:
        find_repeats(project)
    return report


def _tried(guess: Guess, data: bytes) -> Tried:
    """Return what a person sees of a guess; where it fails, what it would give with the wrong bytes replaced."""
    if guess.preview:
        return Tried(guess.encoding, guess.plausibility, _shown(guess.preview))
    try:
        data.decode(guess.encoding)
        fails_at = len(data) - 1
    except UnicodeDecodeError as error:
        fails_at = error.start
    return Tried(guess.encoding, guess.plausibility, _shown(data[: 2 * _SAMPLE].decode(guess.encoding, "replace")), fails_at)


def _shown(text: str) -> str:
    """Return the beginning of `text` on one line; scripts for which nobody here has a font are no more than wrong."""
    return _FOREIGN.sub("\ufffd", " ".join(text[:_SAMPLE].split()))


def _stored(project: Project, file: PreviewFile) -> ImportReport:
    from annotator.project.importing import store_lines  # noqa: PLC0415 (pydantic)

    if file.error is not None:
        raise file.error
    if file.plan is None and file.source.is_container:
        return import_documents(project, file.source, file.data, How())
    if file.page and file.plan is not None:
        return store_again(project, file.page, layouts(file.plan))
    record = record_of(file.source, file.data, file.encoding)
    if file.plan is None:
        return store_lines(project, file.lines, record)
    if file.plan.is_excluded:
        raise InputError("{name} was left out by hand.", name=file.name)
    return store_page(project, file.plan.text, record, layouts(file.plan), meta=file.meta)


def _read(project: Project, source: Source) -> PreviewFile:
    try:
        data = bytes_of(source)
    except InputError as error:
        return PreviewFile(source, error=error)
    if source.is_container:
        return _unpacked(project, PreviewFile(source, data))
    return _decoded(project, PreviewFile(source, data), None)


def _unpacked(project: Project, file: PreviewFile) -> PreviewFile:
    """Return a document as a page where it is one; tables, archives and web articles are not cut, and come as they are."""
    found = list(islice(read_documents(file.name, file.data, decode=_plain), 2))
    if len(found) > 1:
        return file
    (first,) = found
    if isinstance(first, Unread):
        return replace(file, error=first.error)
    file = replace(file, encoding=first.encoding, meta=first.meta)
    return file if first.is_whole else replace(file, plan=plan(first.text), is_known=_knows(project, first.text))


def _plain(data: bytes) -> tuple[str, str]:
    found = decode(data)
    return found.text, found.encoding


def _decoded(project: Project, file: PreviewFile, encoding: str | None) -> PreviewFile:
    try:
        found = decoded(file.source, file.data, encoding)
    except InputError as error:
        return replace(file, error=error, encoding=encoding or "")
    file = replace(file, encoding=found.encoding, note=found.note)
    if file.source.is_lines:
        return replace(file, lines=found.text)
    return replace(file, plan=plan(found.text), is_known=_knows(project, found.text))


def _knows(project: Project, text: str) -> bool:
    return project.connection.execute("SELECT 1 FROM page WHERE id = ?", (sha256_of(text),)).fetchone() is not None
