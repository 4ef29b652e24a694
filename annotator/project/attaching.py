"""Bring lines with spans into a project: to the article with their id or text, to the page with their text, or as new articles."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from annotator.core.article import ArticleKind, Layout
from annotator.core.candidate import Proposal
from annotator.core.decision import Assignment, Cause, Decision, Draft, Kind, decision_of
from annotator.core.errors import InputError
from annotator.core.ids import assignment_id, following_uuid7, sha256_of
from annotator.exchange.native_jsonl import LineIn, SpanIn
from annotator.newsprint import normalise, read_whole, with_paragraphs
from annotator.project.aligning import aligned
from annotator.project.annotating import MAIN_ROUND, person
from annotator.project.reports import ImportReport
from annotator.project.workspace import Project, now
from annotator.store import articles, candidates
from annotator.store.articles import FileRecord

_KINDS = frozenset(kind.value for kind in ArticleKind)

# So many articles are written to the ledger at once: their marks are a few megabytes.
_AT_ONCE = 400
_UNKNOWN_SHOWN = 20

Homes = Mapping[str, Sequence[Proposal]]


def import_lines(
    project: Project, lines: Iterable[LineIn], record: FileRecord, *, by: str | None = None, labels: Mapping[str, str] | None = None
) -> ImportReport:
    """Import lines with spans; they become the finished annotation of `by`, or candidates where `by` is None.

    `labels` says what their labels are called here; spans whose label is called nothing are left out.

    Raises:
        InputError: a line cannot be read or contradicts the project, a label is unknown, or there is no line; the caller's transaction
            takes everything back.
    """
    report = ImportReport(files=1)
    known = _Labels(project, labels or {}, record.name)
    texts = _Texts(project)
    keep = _Candidates(project) if by is None else _Annotation(project, by)
    is_empty = True
    for line in lines:
        is_empty = False
        text = normalise(line.text)
        spans = known.of(line, [_normalised(span, line, text, record.name) for span in line.spans or ()])
        if known.is_refused:
            continue
        homes = texts.homes(line, text, spans, record.name)
        if not homes:
            new = _add_line(project, line, text, record)
            homes = {new: spans}
            texts.add(new, text)
            report.pages += 1
            report.articles += 1
        if line.spans is not None:
            report.spans += sum(keep.add(article, own) for article, own in homes.items())
    known.check()
    if is_empty:
        raise InputError("{name} holds no lines.", name=record.name)
    report.spans += keep.flush()
    return report


class _Labels:
    """What labels of a file are called in the scheme; unknown ones are counted to the end of the file, so that all can be named."""

    def __init__(self, project: Project, renamed: Mapping[str, str], name: str) -> None:
        self._labels = {label.id for label in project.scheme().labels}
        for old, new in renamed.items():
            if new and new not in self._labels:
                raise InputError("{old} cannot become {new}: the scheme has no such label.", old=old, new=new)
        self._renamed = renamed
        self._name = name
        self._first: InputError | None = None
        self._unknown: Counter[str] = Counter()

    @property
    def is_refused(self) -> bool:
        """Whether a label was unknown."""
        return self._first is not None

    def of(self, line: LineIn, spans: Sequence[Proposal]) -> Sequence[Proposal]:
        """Return spans with the labels of the scheme."""
        if not self._renamed and all(span.label in self._labels for span in spans):
            return spans
        found = [replace(span, label=self._renamed.get(span.label, span.label)) for span in spans]
        for span in found:
            if span.label and span.label not in self._labels:
                self._unknown[span.label] += 1
                self._first = self._first or InputError(
                    "{name}, line {line}: the scheme has no label {label}.", name=self._name, line=line.number, label=span.label
                )
        return [span for span in found if span.label]

    def check(self) -> None:
        """Refuse the file if a label was unknown, naming all."""
        if self._first is None:
            return
        most = self._unknown.most_common(_UNKNOWN_SHOWN)
        said = ", ".join(f"{label} ({count})" for label, count in most) + (", …" if len(self._unknown) > len(most) else "")
        raise InputError(
            "{why} Unknown labels: {labels}. Say what they are called here: --labels OLD=NEW. Nothing of this file was imported.",
            why=self._first,
            labels=said,
        )


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

    def homes(self, line: LineIn, text: str, spans: Sequence[Proposal], name: str) -> Homes:
        """Return the spans by article; nothing where neither the line's id nor its text is known."""
        if line.id is not None and line.id in self._ids:
            return {line.id: self._in_place(line, line.id, text, spans, name)}
        sha256 = sha256_of(text)
        if sha256 in self._by_text:
            return {self._by_text[sha256]: spans}
        return self._on_page(self._of_page[sha256], text, spans, line, name) if sha256 in self._of_page else {}

    def _in_place(self, line: LineIn, article: str, text: str, spans: Sequence[Proposal], name: str) -> Sequence[Proposal]:
        """Return the spans as they stand in the stored text, which may differ in white space, width and repeats."""
        stored = articles.load(self._project.connection, article)
        if stored.text == text:
            return spans
        alignment = aligned(text, stored.text, stored.layout)
        if alignment is None:
            raise InputError(
                "{name}, line {line}: the text is not that of article {article} in this project. Nothing of this file was imported.",
                name=name,
                line=line.number,
                article=article,
            )
        found = []
        for span in spans:
            place = alignment.range_of(span.start, span.end)
            if place is None:
                raise InputError(
                    "{name}, line {line}: the span {start}–{end} holds nothing but white space. Nothing of this file was imported.",
                    name=name,
                    line=line.number,
                    start=span.start,
                    end=span.end,
                )
            start, end = place
            found.append(replace(span, start=start, end=end, surface=stored.text[start:end]))
        return found

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


class _Candidates:
    """Makes spans candidates of an article, beside those it has."""

    def __init__(self, project: Project) -> None:
        self._connection = project.connection

    def add(self, article: str, spans: Sequence[Proposal]) -> int:
        """Store spans; return how many are new."""
        known = {
            (c.start, c.end, c.label): Proposal(c.start, c.end, c.label, c.surface, c.sources, c.score, c.reason)
            for c in candidates.of_article(self._connection, article)
        }
        before = len(known)
        for span in spans:
            old = known.setdefault((span.start, span.end, span.label), span)
            if span.sources[0] not in old.sources:
                known[span.start, span.end, span.label] = replace(old, sources=(*old.sources, *span.sources))
        return candidates.replace(self._connection, article, known.values()) - before

    def flush(self) -> int:
        """Nothing waits to be written."""
        return 0


class _Annotation:
    """Makes spans the finished annotation of a person; many articles are written to the ledger at once."""

    def __init__(self, project: Project, by: str) -> None:
        self._project = project
        self._annotator = person(project, by)
        self._version = project.scheme().version
        self._at = now()
        self._assignments: dict[str, Assignment] = {}
        self._rows: list[Decision] = []

    def add(self, article: str, spans: Sequence[Proposal]) -> int:
        """Keep spans to be written; return how many new ones were written meanwhile."""
        made = assignment_id(article, self._annotator, MAIN_ROUND, "shown")
        assignment = self._assignments.setdefault(made, Assignment(made, article, self._annotator))
        drafts = [
            Draft(Kind.ADD, start=s.start, end=s.end, label=s.label, surface=s.surface, source=s.sources[0], cause=Cause.IMPORT)
            for s in dict.fromkeys(spans)
        ]
        drafts.append(Draft(Kind.FINISH, cause=Cause.IMPORT))
        self._rows += [_imported(assignment, draft, self._version, self._at) for draft in drafts]
        return self.flush() if len(self._assignments) >= _AT_ONCE else 0

    def flush(self) -> int:
        """Write what waits; return how many new spans that were."""
        ledger = self._project.ledger
        known = {decision.id for made in self._assignments for decision in ledger.decisions(made)}
        ledger.union(self._assignments.values(), self._rows)
        new = {row.id for row in self._rows if row.kind is Kind.ADD} - known
        self._assignments, self._rows = {}, []
        return len(new)


def _imported(assignment: Assignment, draft: Draft, version: int, at: str) -> Decision:
    """Ids come from assignment and span, so importing twice adds nothing; their time is 0, before anything decided here."""
    digest = sha256_of("\x1f".join(map(str, (assignment.id, draft.kind, draft.start, draft.end, draft.label))))
    decision_id = following_uuid7(None, 1 if draft.kind is Kind.FINISH else 0, int(digest, 16))
    return decision_of(draft, assignment, decision_id=decision_id, step=decision_id, scheme_version=version, at=at)
