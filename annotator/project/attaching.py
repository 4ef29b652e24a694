"""Bring lines with spans into a project: to the article with their id or text, to the page with their text, or as new articles."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from annotator.core.article import ArticleKind
from annotator.core.candidate import Proposal
from annotator.core.errors import InputError
from annotator.core.ids import article_id, sha256_of
from annotator.exchange.native_jsonl import LineIn
from annotator.newsprint import normalise, read_whole, with_paragraphs
from annotator.project.keeping import Annotation, Candidates
from annotator.project.reports import ImportReport
from annotator.project.text_homes import Texts, Way
from annotator.project.workspace import Project
from annotator.store.arriving import Arrival
from annotator.store.articles import FileRecord

_KINDS = frozenset(kind.value for kind in ArticleKind)

_UNKNOWN_SHOWN = 20


def import_lines(
    project: Project,
    lines: Iterable[LineIn],
    record: FileRecord,
    *,
    by: str | None = None,
    labels: Mapping[str, str] | None = None,
    texts: Texts | None = None,
) -> ImportReport:
    """Import lines with spans; they become the finished annotation of `by`, or candidates where `by` is None.

    `labels` says what their labels are called here; spans whose label is called nothing are left out. `texts` are the project's, where
    they are known already; what is new is added to them.

    Raises:
        InputError: a line cannot be read or contradicts the project, a label is unknown, or there is no line; the caller's transaction
            takes everything back.
    """
    report = ImportReport(files=1)
    known = Labels(project, labels or {}, record.name)
    texts = texts or Texts(project)
    keep = Candidates(project, record) if by is None else Annotation(project, record, by)
    is_empty = True
    for line in lines:
        is_empty = False
        text, spans = taken(line, known, record.name)
        if known.is_refused:
            continue
        if keep.is_waiting(line.id):
            # Its text will be looked at.
            report.spans += keep.flush()
        found = texts.find(line, text, spans, record.name)
        if found.way is Way.NEW:
            new = _arrival(line, text)
            texts.add(new.article, text)
            report.spans += keep.arrive(new, spans if line.spans is not None else None)
            report.pages += 1
            report.articles += 1
        elif line.spans is not None:
            report.spans += sum(keep.add(article, own) for article, own in found.homes.items())
    known.check()
    if is_empty:
        raise InputError("{name} holds no lines.", name=record.name)
    report.spans += keep.flush()
    return report


def taken(line: LineIn, known: "Labels", name: str) -> tuple[str, Sequence[Proposal]]:
    """Return a line's text in its normal form, and its spans there with the labels of the scheme; `name` names the file.

    Raises:
        InputError: a span holds nothing of the normal form.
    """
    text = normalise(line.text)
    return text, known.of(line, _normalised(line, text, name))


class Labels:
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
        if not self._renamed and self._labels.issuperset([span.label for span in spans]):
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


def _arrival(line: LineIn, text: str) -> Arrival:
    sha256 = sha256_of(text)
    kind = ArticleKind(line.kind) if line.kind in _KINDS else ArticleKind.ARTICLE
    layouts = [replace(layout, title=line.title or layout.title, kind=kind) for layout in read_whole(text)]
    (layout,) = with_paragraphs(text, layouts)
    return Arrival(sha256, text, article_id(sha256, layout.segments), layout)


def _normalised(line: LineIn, text: str, name: str) -> list[Proposal]:
    """Offsets count in the text as given; the stored text has other line breaks and no byte-order mark."""
    sources = (f"import:{name}",)
    spans = line.spans or ()
    if line.text == text:
        return [Proposal(s.start, s.end, s.label, text[s.start : s.end], sources, 1.0, "imported") for s in spans]
    found = []
    for span in spans:
        # A span that begins between CR and LF begins before the one line break that they become.
        start = span.start - (line.text[span.start - 1 : span.start + 1] == "\r\n")
        start, end = len(normalise(line.text[:start])), len(normalise(line.text[: span.end]))
        if start == end:
            raise InputError(
                "{name}, line {line}: the span {start}–{end} holds nothing but a byte-order mark. Nothing of this file was imported.",
                name=name,
                line=line.number,
                start=span.start,
                end=span.end,
            )
        found.append(Proposal(start, end, span.label, text[start:end], sources, 1.0, "imported"))
    return found
