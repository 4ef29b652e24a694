"""Bring lines with spans into a project: to the article with their id or text, to the page with their text, or as new articles."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from annotator.core.article import ArticleKind, Layout
from annotator.core.candidate import Proposal
from annotator.core.decision import Assignment, Cause, Decision, Draft, Kind, decision_of
from annotator.core.errors import InputError
from annotator.core.ids import assignment_id, following_uuid7, sha256_of
from annotator.exchange.native_jsonl import LineIn, SpanIn, read_lines
from annotator.newsprint import normalise, read_whole, with_paragraphs
from annotator.project.annotating import MAIN_ROUND, person
from annotator.project.reports import ImportReport
from annotator.project.workspace import Project, now
from annotator.store import articles, candidates
from annotator.store.articles import FileRecord

_KINDS = frozenset(kind.value for kind in ArticleKind)

Keep = Callable[[str, Sequence[Proposal]], int]


def import_lines(project: Project, data: str, record: FileRecord, by: str | None) -> ImportReport:
    """Import the lines of a JSONL file; their spans become the finished annotation of `by`, or candidates where `by` is None.

    Raises:
        InputError: a line cannot be read, contradicts the project, or there is none; the caller's transaction takes everything back.
    """
    report = ImportReport(files=1)
    labels = {label.id for label in project.scheme().labels}
    texts = _Texts(project)
    keep = _as_candidates(project) if by is None else _as_annotation(project, by)
    is_empty = True
    for line in read_lines(data, record.name):
        is_empty = False
        text = normalise(line.text)
        spans = [_normalised(span, line, text, record.name) for span in line.spans or ()]
        _check_labels(spans, labels, line, record.name)
        homes = texts.homes(line, text, spans, record.name)
        if not homes:
            homes = {_add_line(project, line, text, record): spans}
            texts.add(next(iter(homes)), text)
            report.pages += 1
            report.articles += 1
        if line.spans is not None:
            report.spans += sum(keep(article, own) for article, own in homes.items())
    if is_empty:
        raise InputError("{name} holds no lines.", name=record.name)
    return report


class _Texts:
    """Finds the stored articles to which the spans of a line belong."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._by_text: dict[str, str] = {}
        self._ids: set[str] = set()
        self._of_page: dict[str, list[tuple[str, Layout]]] = {}
        for article in articles.each(project.connection):
            self.add(article.id, article.text)
            self._of_page.setdefault(article.page, []).append((article.id, article.layout))

    def add(self, article: str, text: str) -> None:
        self._by_text.setdefault(sha256_of(text), article)
        self._ids.add(article)

    def homes(self, line: LineIn, text: str, spans: Sequence[Proposal], name: str) -> dict[str, Sequence[Proposal]]:
        """Return the spans by article; nothing where neither the line's id nor its text is known."""
        if line.id is not None and line.id in self._ids:
            self._check_text(line, line.id, text, name)
            return {line.id: spans}
        sha256 = sha256_of(text)
        if sha256 in self._by_text:
            return {self._by_text[sha256]: spans}
        return self._on_page(self._of_page[sha256], text, spans, line, name) if sha256 in self._of_page else {}

    def _check_text(self, line: LineIn, article: str, text: str, name: str) -> None:
        if articles.text_of(self._project.connection, article) != text:
            raise InputError(
                "{name}, line {line}: the text is not that of article {article} in this project. Nothing of this file was imported.",
                name=name,
                line=line.number,
                article=article,
            )

    def _on_page(
        self, of_page: Sequence[tuple[str, Layout]], text: str, spans: Sequence[Proposal], line: LineIn, name: str
    ) -> dict[str, Sequence[Proposal]]:
        """Offsets of a line that is a whole page count on the page; each span goes to the article in which it stands."""
        found: dict[str, list[Proposal]] = {article: [] for article, _ in of_page}
        for span in spans:
            home = next(((article, own) for article, layout in of_page if (own := _inside(layout, text, span))), None)
            if home is None:
                raise InputError(
                    "{name}, line {line}: “{surface}” does not stand in one article of its page. Nothing of this file was imported.",
                    name=name,
                    line=line.number,
                    surface=span.surface,
                )
            found[home[0]].append(home[1])
        return dict(found)


def _inside(layout: Layout, page_text: str, span: Proposal) -> Proposal | None:
    """Return a page's `span` in the article that lies there so, or None if the article does not hold all of it."""
    for segment in layout.segments:
        start = span.start - segment.page_start + segment.article_start
        if segment.article_start <= start < segment.article_start + segment.length:
            end = start + span.end - span.start
            return replace(span, start=start, end=end) if layout.text(page_text)[start:end] == span.surface else None
    return None


def _add_line(project: Project, line: LineIn, text: str, record: FileRecord) -> str:
    if not text.strip():
        raise InputError("{name}, line {line}: there is no text. Nothing of this file was imported.", name=record.name, line=line.number)
    sha256 = sha256_of(text)
    kind = ArticleKind(line.kind) if line.kind in _KINDS else ArticleKind.ARTICLE
    layouts = [replace(layout, title=line.title or layout.title, kind=kind) for layout in read_whole(text)]
    (new,) = articles.add_page(project.connection, sha256, text, with_paragraphs(text, layouts), {})
    articles.add_file(project.connection, sha256, record, now())
    return new


def _normalised(span: SpanIn, line: LineIn, text: str, name: str) -> Proposal:
    """Offsets count in the text as given; the stored text has other line breaks and no byte-order mark."""
    start, end = span.start, span.end
    if line.text != text:
        # A span that begins between CR and LF begins before the one line break that they become.
        start -= line.text[start - 1 : start + 1] == "\r\n"
        start, end = len(normalise(line.text[:start])), len(normalise(line.text[:end]))
    if start == end:
        raise InputError(
            "{name}, line {line}: the span {start}–{end} holds nothing but a byte-order mark. Nothing of this file was imported.",
            name=name,
            line=line.number,
            start=span.start,
            end=span.end,
        )
    return Proposal(start, end, span.label, text[start:end], (f"import:{name}",), 1.0, "imported")


def _check_labels(spans: Iterable[Proposal], labels: set[str], line: LineIn, name: str) -> None:
    for span in spans:
        if span.label not in labels:
            raise InputError(
                "{name}, line {line}: the scheme has no label {label}. Nothing of this file was imported.",
                name=name,
                line=line.number,
                label=span.label,
            )


def _as_candidates(project: Project) -> Keep:
    """Return what makes spans candidates of an article, beside those it has, and counts the new ones."""

    def keep(article: str, spans: Sequence[Proposal]) -> int:
        known = {
            (c.start, c.end, c.label): Proposal(c.start, c.end, c.label, c.surface, c.sources, c.score, c.reason)
            for c in candidates.of_article(project.connection, article)
        }
        before = len(known)
        for span in spans:
            old = known.setdefault((span.start, span.end, span.label), span)
            if span.sources[0] not in old.sources:
                known[span.start, span.end, span.label] = replace(old, sources=(*old.sources, *span.sources))
        return candidates.replace(project.connection, article, known.values()) - before

    return keep


def _as_annotation(project: Project, by: str) -> Keep:
    """Return what makes spans the finished annotation of the person called `by`, and counts the new ones."""
    annotator, version = person(project, by), project.scheme().version

    def keep(article: str, spans: Sequence[Proposal]) -> int:
        assignment = Assignment(assignment_id(article, annotator, MAIN_ROUND, "shown"), article, annotator)
        adds = [
            Draft(Kind.ADD, start=s.start, end=s.end, label=s.label, surface=s.surface, source=s.sources[0], cause=Cause.IMPORT)
            for s in dict.fromkeys(spans)
        ]
        rows = [_imported(assignment, draft, version) for draft in (*adds, Draft(Kind.FINISH, cause=Cause.IMPORT))]
        known = {decision.id for decision in project.ledger.decisions(assignment.id)}
        project.ledger.union([assignment], rows)
        return sum(row.id not in known for row in rows if row.kind is Kind.ADD)

    return keep


def _imported(assignment: Assignment, draft: Draft, version: int) -> Decision:
    """Ids come from assignment and span, so importing twice adds nothing; their time is 0, before anything decided here."""
    digest = sha256_of("\x1f".join(map(str, (assignment.id, draft.kind, draft.start, draft.end, draft.label))))
    decision_id = following_uuid7(None, 1 if draft.kind is Kind.FINISH else 0, int(digest, 16))
    return decision_of(draft, assignment, decision_id=decision_id, step=decision_id, scheme_version=version, at=now())
