"""Write a project's annotation out in any of the formats; what is written appears complete or not at all."""

import json
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from annotator import __version__
from annotator.core.errors import ExportError
from annotator.exchange.formats.card import Card, Language, card
from annotator.exchange.formats.document import Document, Format, Loss, Options
from annotator.exchange.formats.making import made
from annotator.exchange.formats.manifest import Counts, hashes, manifest
from annotator.exchange.formats.once import marks_once, text_once
from annotator.exchange.formats.splitting import Split
from annotator.exchange.formats.table import FORMATS
from annotator.project.export_choice import Choice, Chosen, Form, Layer, Splitting, Times, chosen
from annotator.project.export_command import command_of
from annotator.project.export_documents import Documents, Progress
from annotator.project.export_ledger import LedgerLines
from annotator.project.export_places import MANIFEST, appearing_file, appearing_folder
from annotator.project.export_splits import dealt
from annotator.project.workspace import Project
from annotator.store.projection import roomy

__all__ = ["Choice", "ExportReport", "Layer", "Splitting", "Times", "export", "export_jsonl"]

_NATIVE = "jsonl"
_WHOLE = "all"
_EXAMPLES = 5
_EVERYTHING, _AS_USUAL = Choice(), Options()


@dataclass(frozen=True, slots=True)
class ExportReport:
    """How many articles were written, how many spans stand in them, what could not be written, and how many articles each part has."""

    articles: int
    spans: int
    losses: tuple[Loss, ...] = ()
    splits: Mapping[str, int] = field(default_factory=dict)


def export_jsonl(
    project: Project,
    out: Path,
    *,
    layer: Layer = Layer.ANNOTATION,
    by: str | None = None,
    round_name: str | None = None,
    finished: bool = False,
    progress: Progress = lambda _done, _all: None,
) -> ExportReport:
    """Write all articles to `out`, one a line, in the order of their numbers; see `export`."""
    choice = Choice(layer, by=by, round_name=round_name, finished=finished)
    return export(project, out, _NATIVE, choice, progress=progress)


def export(
    project: Project,
    out: Path,
    format_name: str,
    choice: Choice = _EVERYTHING,
    options: Options = _AS_USUAL,
    *,
    splitting: Splitting | None = None,
    language: Language | None = None,
    progress: Progress = lambda _done, _all: None,
) -> ExportReport:
    """Write what is chosen of a project to `out`: a file, or a folder with a manifest where the format or a split asks for one.

    `language` adds a card: README.md in a folder, beside a file NAME.README.md. The same project, choice and versions of libraries give
    the same bytes. Raising in `progress` (KeyboardInterrupt) leaves nothing behind.

    Raises:
        ExportError: what is chosen is not there, a surface is not what the text says, the format cannot hold the layer, or `out` is
            the project itself, holds something else, or cannot be written.
    """
    form = Form(format_name, options, splitting, language)
    with project.snapshot(), roomy(project.connection):
        found = chosen(project, choice)
        if choice.layer is not Layer.LEDGER:
            return _Export(project, found, form, progress).to(out)
        if (form.name, splitting) != (_NATIVE, None):
            raise ExportError("The ledger can only be written as one file of jsonl: no other format holds it.")
        lines = LedgerLines(project, found)
        with appearing_file(out, project.path) as temporary:
            lines.write(temporary, progress)
        return ExportReport(lines.articles, lines.spans)


@dataclass(slots=True)
class _Tally:
    """What was written, and what was not."""

    articles: int = 0
    spans: int = 0
    repeats: int = 0
    counts: Counts = field(default_factory=Counts)
    losses: list[Loss] = field(default_factory=list)

    def told(self) -> tuple[Loss, ...]:
        """Return the losses of all files, by kind in alphabetical order."""
        repeats = (Loss("repeat", self.repeats),) if self.repeats else ()
        by_kind: dict[str, list[Loss]] = {}
        for loss in (*self.losses, *repeats):
            by_kind.setdefault(loss.what, []).append(loss)
        return tuple(_together(by_kind[what]) for what in sorted(by_kind))


class _Export:
    """One export in any format but that of the ledger."""

    def __init__(self, project: Project, found: Chosen, form: Form, progress: Progress) -> None:
        self._project = project
        self._chosen = found
        self._form = form
        self._row = FORMATS[form.name]
        self._documents = Documents(project, found, wants_more=not self._row.is_native)
        self._study = self._documents.study()
        self._tally = _Tally()
        self._is_described = True
        self._progress = _Passes(progress, self._documents.total, 1)

    def to(self, out: Path) -> ExportReport:
        """Write to `out`."""
        split = self._split()
        kind = self._made(split)
        is_folder = kind.is_folder or split is not None
        self._is_described = is_folder or self._form.language is not None
        if is_folder:
            with appearing_folder(out, self._project.path) as folder:
                self._write_folder(kind, split, folder)
                self._describe(folder, split)
        else:
            with appearing_file(out, self._project.path) as file:
                self._write(kind, file, _WHOLE)
            self._card_beside(out)
        counts = self._tally.counts.splits()
        parts = dict.fromkeys(share.part for share in split.shares) if split else ()
        splits = {part: counts[part].articles if part in counts else 0 for part in parts}
        return ExportReport(self._tally.articles, self._tally.spans, self._tally.told(), splits)

    def _split(self) -> Split | None:
        if self._form.splitting is None:
            return None
        parts = 1 if self._row.splits_itself else len(self._form.splitting.named())
        self._progress = _Passes(self._progress.report, self._documents.total, 1 + parts)
        return dealt(self._project, self._chosen, self._form.splitting, self._once(None))

    def _made(self, split: Split | None) -> Format:
        if self._row.splits_itself:
            return made(self._form.name, split.parts if split else None, None, self._form.language or Language.ZH)
        return made(self._form.name)

    def _write_folder(self, kind: Format, split: Split | None, folder: Path) -> None:
        if split is None or self._row.splits_itself:
            self._write(kind, folder, _WHOLE, split)
            return
        folder.mkdir()
        for part in dict.fromkeys(share.part for share in split.shares):
            inside = {article for article, name in split.parts.items() if name == part}
            self._write(kind, folder / f"{part}{kind.suffix}", part, only=inside)

    def _write(self, kind: Format, out: Path, part: str, split: Split | None = None, only: Container[str] | None = None) -> None:
        counted = self._counted(part, split, only)
        self._tally.losses += kind.write(counted, self._study, self._form.options, out)

    def _counted(self, part: str, split: Split | None, only: Container[str] | None) -> Iterator[Document]:
        for document in self._once(only, self._tally):
            self._tally.articles += 1
            self._tally.spans += len(document.marks) or len(document.candidates)
            if self._is_described:
                self._tally.counts.add(split.parts.get(document.line.id, part) if split else part, document)
            yield document

    def _once(self, only: Container[str] | None, tally: _Tally | None = None) -> Iterator[Document]:
        """Yield the articles of a part, with what is printed again counted once unless all was asked for."""
        once = None if self._chosen.choice.repeats or self._row.is_native else text_once if self._row.holds_text else marks_once
        for article, tasks in self._documents.articles(self._progress.next()):
            if only is not None and article.id not in only:
                continue
            document = self._documents.document(article, tasks)
            document, gone = (document, 0) if once is None else once(document)
            if tally is not None:
                tally.repeats += gone
            yield document

    def _describe(self, folder: Path, split: Split | None) -> None:
        readme = folder / "README.md"
        if not readme.exists() and (self._form.language is not None or split is not None):
            readme.write_text(self._card(), encoding="utf-8", newline="\n")
        scheme, counts = self._project.scheme(), self._tally.counts.splits()
        command = command_of(self._project.path, self._chosen, self._form)
        said = manifest(hashes(folder), counts, scheme, command=command, program_version=__version__)
        text = json.dumps(said, ensure_ascii=False, indent=1) + "\n"
        (folder / MANIFEST).write_text(text, encoding="utf-8", newline="\n")

    def _card_beside(self, out: Path) -> None:
        if self._form.language is not None:
            with appearing_file(out.with_name(f"{out.name}.README.md"), self._project.path) as file:
                file.write_text(self._card(), encoding="utf-8", newline="\n")

    def _card(self) -> str:
        facts = Card(self._study, self._tally.counts.splits(), losses=self._tally.told(), is_healed=self._form.options.healed)
        return card(facts, self._form.language or Language.ZH)


class _Passes:
    """Progress over a project that is read several times."""

    def __init__(self, report: Progress, total: int, passes: int) -> None:
        self.report = report
        self._total = total
        self._passes = passes
        self._begun = 0

    def next(self) -> Progress:
        """Return what the next pass reports to."""
        before, everything = self._begun * self._total, self._passes * self._total
        self._begun += 1
        return lambda done, _all: self.report(before + done, everything)


def _together(losses: Sequence[Loss]) -> Loss:
    examples = [example for loss in losses for example in loss.examples]
    return Loss(losses[0].what, sum(loss.count for loss in losses), tuple(examples[:_EXAMPLES]))
