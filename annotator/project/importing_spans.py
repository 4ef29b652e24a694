"""Annotations of other tools: what would come of their files, counted before anything is stored, and stored in one step."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from hashlib import sha256
from pathlib import Path

from annotator.core.errors import InputError
from annotator.exchange.native_jsonl import LineIn
from annotator.project.attaching import Labels, import_lines, taken
from annotator.project.backing_up import back_up
from annotator.project.expecting import Expected
from annotator.project.foreign import Content, content_of, lines_of
from annotator.project.line_files import LineFile
from annotator.project.looking_through import MOST_REFUSED, looked_through
from annotator.project.repeating import find_repeats
from annotator.project.reports import ImportReport
from annotator.project.searching import lexicon_terms
from annotator.project.sources import How, Source, record_of
from annotator.project.span_files import READABLE, Told, told_files
from annotator.project.text_homes import Texts, Way
from annotator.project.ticking import WHOLE, Progress, Ticking
from annotator.project.workspace import Project
from annotator.store.articles import FileRecord
from annotator.store.file import transaction
from annotator.store.projection import roomy

MOST_LABELS = 1_000
"""A file with more labels than this is refused: nobody says of so many what they are called here."""
_MOST_KEPT = 2_000
_TELLING = 300
"""So many thousandths of the work are telling what the files are."""
_BRAT = "brat"


@dataclass(frozen=True, slots=True)
class FilePlan:
    """What would come of a file, which is imported whole or not at all.

    `kind` is its format, empty where it holds no annotations. `ways` counts its texts by how they meet the project, `labels` its
    spans by what the file calls them. `unit` is what its offsets count, where nobody said it and the file told; `sha256` is what
    the file held. `refused` are errors for which it is left out, in its order; `more` counts those not kept here.
    """

    source: Source
    kind: str = ""
    ways: Mapping[Way, int] = field(default_factory=dict)
    labels: Mapping[str, int] = field(default_factory=dict)
    refused: tuple[InputError, ...] = ()
    more: int = 0
    unit: str | None = None
    sha256: str = ""

    @property
    def is_taken(self) -> bool:
        """Whether it will be imported."""
        return bool(self.kind) and not self.refused


@dataclass(frozen=True, slots=True)
class SpanPlan:
    """What would come of an import: its files, and how they are read.

    `paths` are those by which the command line finds the files with annotations.
    """

    paths: tuple[Path, ...]
    files: tuple[FilePlan, ...]
    how: How

    @property
    def taken(self) -> tuple[FilePlan, ...]:
        """The files that will be imported."""
        return tuple(file for file in self.files if file.is_taken)

    @property
    def unit(self) -> str | None:
        """What offsets count in all files that leave it open, as it was said, or as they told."""
        told = {file.unit for file in self.taken if file.unit is not None}
        return self.how.unit or (told.pop() if len(told) == 1 else None)

    @property
    def ways(self) -> Mapping[Way, int]:
        """How many texts meet the project in which way."""
        found: Counter[Way] = Counter()
        for file in self.taken:
            found.update(file.ways)
        return found

    @property
    def labels(self) -> Mapping[str, int]:
        """How many spans have which label, as the files call it."""
        found: Counter[str] = Counter()
        for file in self.taken:
            found.update(file.labels)
        return found


@dataclass(frozen=True, slots=True)
class Stored:
    """What an import did, and the backup that was made before it."""

    report: ImportReport
    backup: Path


def plan_spans(project: Project, paths: Sequence[Path], how: How, *, progress: Progress = lambda _done, _all: None) -> SpanPlan:
    """Return what would come of importing `paths` as `how` says; nothing is stored. What cannot be imported is there with the reason.

    What `progress` raises ends the work.

    Raises:
        InputError: a path does not exist, or a label is to become one that the scheme does not have.
        ProjectError: the file is a task that was handed out.
    """
    project.check_whole()
    progress(0, WHOLE)
    asked, told = told_files(paths, how, cache(lambda: frozenset(lexicon_terms(project))), progress, last=_TELLING)
    ticking = Ticking([one.source for one in told if one.kind], progress, first=_TELLING)
    with Expected() as expected:
        counting = _Counting(project, how, ticking, Texts(project, expected))
        return SpanPlan(asked, tuple(counting.file(one) for one in told), how)


def store_spans(project: Project, plan: SpanPlan, how: How, *, progress: Progress = lambda _done, _all: None) -> Stored:
    """Import the files of a plan in one transaction after a backup, their spans as `how` says; what `progress` raises leaves nothing.

    Raises:
        InputError: a file is not any more what was planned; nothing is stored.
        ProjectError: the project cannot be written.
    """
    project.check_whole()
    backup = back_up(project, "import")
    try:
        with transaction(project.connection), roomy(project.connection):
            return Stored(_stored(project, plan, how, progress), backup)
    except BaseException:
        backup.unlink(missing_ok=True)
        raise


def _stored(project: Project, plan: SpanPlan, how: How, progress: Progress) -> ImportReport:
    report, texts = ImportReport(), Texts(project)
    ticking = Ticking([file.source for file in plan.taken], progress)
    for file in plan.taken:
        data = content_of(file.source, how, READABLE)
        if _held(file.source, data, file.kind, how) != file.sha256:
            raise InputError("{name} was changed after it was counted. Add it again.", name=file.source.name)
        lines = ticking.through(lines_of(file.source, data, file.kind, replace(how, unit=how.unit or file.unit)))
        record = _record(file.source, data, how)
        report.add(import_lines(project, lines, record, by=how.by, labels=how.labels, texts=texts))
        report.encodings[record.name] = record.encoding
        ticking.end(file.source)
    if report.pages:
        find_repeats(project)
    # Whoever gave up meanwhile is heard before anything is stored.
    progress(WHOLE, WHOLE)
    return report


class _Counting:
    """Counts what would come of files, one after the other: what an earlier one brings, a later one finds."""

    def __init__(self, project: Project, how: How, ticking: Ticking, texts: Texts) -> None:
        self._project, self._how, self._ticking, self._texts = project, how, ticking, texts
        self._room = _MOST_KEPT

    def file(self, told: Told) -> FilePlan:
        """Return the plan of a file whose format is known."""
        if told.error is not None or not told.kind:
            return FilePlan(told.source, refused=(told.error,) if told.error is not None else ())
        found = _Count(Labels(self._project, self._how.labels, told.source.name), self._texts, told.source.name)
        unit = told.unit.value if told.unit is not None else None
        how = replace(self._how, unit=self._how.unit or unit)
        try:
            data = content_of(told.source, how, READABLE)
            held = _held(told.source, data, told.kind, how)
        except InputError as error:
            return FilePlan(told.source, told.kind, refused=(error,))
        for line in self._ticking.through(looked_through(told.source, data, told.kind, how)):
            if not found.add(line):
                break
        self._ticking.end(told.source)
        return self._kept(replace(found.plan(told), unit=unit, sha256=held))

    def _kept(self, plan: FilePlan) -> FilePlan:
        room = max(self._room, 1)
        self._room -= len(plan.refused)
        return replace(plan, refused=plan.refused[:room], more=len(plan.refused[room:]))


class _Count:
    """The count of one file."""

    def __init__(self, known: Labels, texts: Texts, name: str) -> None:
        self._known, self._texts, self._name = known, texts, name
        self._ways: Counter[Way] = Counter()
        self._labels: Counter[str] = Counter()
        self._refused: list[InputError] = []

    def add(self, line: LineIn | InputError) -> bool:
        """Count a line; return whether it is worth while to go on."""
        try:
            self._add(line)
        except InputError as error:
            self._refused.append(error)
        if len(self._labels) > MOST_LABELS:
            self._refused.append(InputError("{name} has more than {count} labels.", name=self._name, count=MOST_LABELS))
            return False
        return len(self._refused) < MOST_REFUSED

    def plan(self, told: Told) -> FilePlan:
        """Return what was counted; new texts of a file that will be imported are found by those that come after it."""
        if not self._ways and not self._refused:
            self._refused.append(InputError("{name} holds no lines.", name=self._name))
        self._texts.settle(is_taken=not self._refused)
        return FilePlan(told.source, told.kind, dict(self._ways), dict(self._labels), tuple(self._refused))

    def _add(self, line: LineIn | InputError) -> None:
        if isinstance(line, InputError):
            raise line
        text, spans = taken(line, self._known, self._name)
        way = self._texts.find(line, text, spans, self._name).way
        if way is Way.NEW:
            self._texts.expect(text)
        self._ways[way] += 1
        self._labels.update(span.label for span in line.spans or ())


def _record(source: Source, data: Content, how: How) -> FileRecord:
    return data.record if isinstance(data, LineFile) else record_of(source, data, how.encoding or "utf-8")


def _held(source: Source, data: Content, kind: str, how: How) -> str:
    """Return the SHA-256 of what a file holds; of brat's, of the text and the annotations beside it."""
    found = _record(source, data, how).sha256
    if kind != _BRAT:
        return found
    pair = [path for path in map(source.path.with_suffix, (".txt", ".ann")) if path.is_file()]
    return sha256(b"".join(sha256(path.read_bytes()).digest() for path in pair)).hexdigest()
