"""Bring pages and spans from files into a project."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from annotator.core.article import ArticleKind
from annotator.core.candidate import Proposal
from annotator.core.decision import Assignment, Cause, Decision, Draft, Kind, decision_of
from annotator.core.errors import AnnotatorError, InputError
from annotator.core.ids import assignment_id, following_uuid7, sha256_of
from annotator.exchange.native_jsonl import LineIn, SpanIn, read_lines
from annotator.newsprint import decode, normalise, read, read_whole
from annotator.project.reports import ImportReport, Skipped
from annotator.project.workspace import Project, now
from annotator.store import articles, candidates, people
from annotator.store.articles import FileRecord
from annotator.store.file import transaction

PAGES = frozenset({".txt", ".md", ".text"})
LINES = frozenset({".jsonl", ".ndjson"})

Progress = Callable[[int, int], None]


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

    Files found in a folder that cannot be read are skipped and reported. `whole` keeps each page one article. Spans of JSONL lines
    become the finished annotation of `by`, or candidates where `by` is None.

    Raises:
        InputError: a file named in `paths` does not exist or cannot be read, or nothing was found to import.
    """
    named = list(_files(paths))
    if not named:
        raise InputError("There is nothing to import in {paths}: no .txt, .md or .jsonl file.", paths=", ".join(map(str, paths)))
    report = ImportReport()
    for i, (path, name, is_named) in enumerate(named):
        progress(i, len(named))
        try:
            _import_file(project, path, name, report, whole=whole, encoding=encoding, by=by)
        except AnnotatorError as error:
            if is_named and len(named) == 1:
                raise
            report.skipped.append(Skipped(name, str(error)))
    progress(len(named), len(named))
    return report


def _files(paths: Iterable[Path]) -> Iterator[tuple[Path, str, bool]]:
    """Yield `(path, name in the project, whether it was named itself)` for every file there is to import."""
    for path in paths:
        if path.is_dir():
            for inside in sorted(path.rglob("*")):
                if inside.is_file() and inside.suffix.lower() in PAGES | LINES and not inside.name.startswith("."):
                    yield inside, inside.relative_to(path).as_posix(), False
        elif path.is_file():
            yield path, path.name, True
        else:
            raise InputError("There is no file or folder {path}.", path=path)


def _import_file(
    project: Project, path: Path, name: str, report: ImportReport, *, whole: bool, encoding: str | None, by: str | None
) -> None:
    if path.suffix.lower() not in PAGES | LINES:
        raise InputError("{name}: files of this kind cannot be imported yet; txt, md and jsonl can.", name=name)
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputError("{name} cannot be read: {why}.", name=name, why=error.strerror or error) from error
    if not data:
        raise InputError("{name} is empty.", name=name)
    try:
        decoded = decode(data, encoding)
    except InputError as error:
        raise InputError("{name}: {why}", name=name, why=str(error)) from error
    record = FileRecord(name, hashlib.sha256(data).hexdigest(), len(data), decoded.encoding)
    with transaction(project.connection):
        if path.suffix.lower() in LINES:
            _import_lines(project, decoded.text, record, report, by)
        else:
            _import_page(project, decoded.text, record, report, whole=whole)
    report.files += 1
    report.encodings[name] = decoded.encoding


def _import_page(project: Project, text: str, record: FileRecord, report: ImportReport, *, whole: bool) -> None:
    if not text.strip():
        raise InputError("{name} holds no text.", name=record.name)
    sha256 = sha256_of(text)
    new = articles.add_page(project.connection, sha256, text, read_whole(text) if whole else read(text), {})
    articles.add_file(project.connection, sha256, record, now())
    report.pages += bool(new)
    report.articles += len(new)
    report.known += not new


class _Texts:
    """Finds the stored article with an id or a text."""

    def __init__(self, project: Project) -> None:
        self._by_hash: dict[str, str] = {}
        self._ids: set[str] = set()
        for article in articles.each(project.connection):
            self.add(article.id, article.text)

    def add(self, article: str, text: str) -> None:
        self._by_hash.setdefault(sha256_of(text), article)
        self._ids.add(article)

    def find(self, line: LineIn, text: str) -> str | None:
        if line.id in self._ids:
            return line.id
        return self._by_hash.get(sha256_of(text))


def _import_lines(project: Project, data: str, record: FileRecord, report: ImportReport, by: str | None) -> None:
    scheme = project.scheme()
    labels = {label.id for label in scheme.labels}
    texts = _Texts(project)
    person = people.add(project.connection, by) if by else None
    for line in read_lines(data, record.name):
        text = normalise(line.text)
        spans = [_normalised(span, line.text, text) for span in line.spans or ()]
        _check_labels(spans, labels, line, record.name)
        article = texts.find(line, text)
        if article is None:
            article = _add_line(project, line, text, record, report)
            texts.add(article, text)
        elif articles.text_of(project.connection, article) != text:
            raise InputError(
                "{name}, line {line}: the text is not that of article {article} in this project. Nothing of this file was imported.",
                name=record.name,
                line=line.number,
                article=article,
            )
        if line.spans is None:
            continue
        report.spans += len(spans)
        if person is None:
            _add_candidates(project, article, spans, record.name)
        else:
            _add_annotation(project, article, spans, person=person, source=f"import:{record.name}", version=scheme.version)


def _add_line(project: Project, line: LineIn, text: str, record: FileRecord, report: ImportReport) -> str:
    sha256 = sha256_of(text)
    layouts = [replace(layout, title=line.title or layout.title, kind=ArticleKind.ARTICLE) for layout in read_whole(text)]
    new = articles.add_page(project.connection, sha256, text, layouts, {})
    articles.add_file(project.connection, sha256, record, now())
    report.pages += 1
    report.articles += len(new)
    return new[0]


def _normalised(span: SpanIn, raw: str, text: str) -> Proposal:
    """Offsets count in the text as given; the stored text has other line breaks and no byte-order mark."""
    start, end = span.start, span.end
    if raw != text:
        start, end = len(normalise(raw[:start])), len(normalise(raw[:end]))
    return Proposal(start, end, span.label, text[start:end], (), 1.0, "imported")


def _check_labels(spans: Iterable[Proposal], labels: set[str], line: LineIn, name: str) -> None:
    for span in spans:
        if span.label not in labels:
            raise InputError(
                "{name}, line {line}: the scheme has no label {label}. Nothing of this file was imported.",
                name=name,
                line=line.number,
                label=span.label,
            )


def _add_candidates(project: Project, article: str, spans: Sequence[Proposal], name: str) -> None:
    known = {
        (c.start, c.end, c.label): Proposal(c.start, c.end, c.label, c.surface, c.sources, c.score, c.reason)
        for c in candidates.of_article(project.connection, article)
    }
    source = f"import:{name}"
    for span in spans:
        before = known.get((span.start, span.end, span.label), span)
        known[span.start, span.end, span.label] = replace(before, sources=tuple(dict.fromkeys((*before.sources, source))))
    candidates.replace(project.connection, article, known.values())


def _add_annotation(project: Project, article: str, spans: Sequence[Proposal], *, person: str, source: str, version: int) -> None:
    assignment = Assignment(assignment_id(article, person, "main", "shown"), article, person)
    adds = [
        Draft(Kind.ADD, start=s.start, end=s.end, label=s.label, surface=s.surface, source=source, cause=Cause.IMPORT)
        for s in dict.fromkeys(spans)
    ]
    finish = Draft(Kind.FINISH, cause=Cause.IMPORT)
    project.ledger.union([assignment], [_imported(assignment, draft, version) for draft in (*adds, finish)])


def _imported(assignment: Assignment, draft: Draft, version: int) -> Decision:
    """Ids come from assignment and span, so importing twice adds nothing; their time is 0, before anything decided here."""
    digest = sha256_of("\x1f".join(map(str, (assignment.id, draft.kind, draft.start, draft.end, draft.label))))
    decision_id = following_uuid7(None, 1 if draft.kind is Kind.FINISH else 0, int(digest, 16))
    return decision_of(draft, assignment, decision_id=decision_id, step=decision_id, scheme_version=version, at=now())


def is_importable(path: Path) -> bool:
    """Say whether a file of this name can be imported."""
    return path.suffix.lower() in PAGES | LINES
