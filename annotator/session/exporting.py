"""Exporting without widgets: what is wished for, what its first article looks like, what would be lost, and the file itself."""

import shlex
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from annotator.core.decision import Condition
from annotator.core.errors import AnnotatorError, InputError
from annotator.exchange.formats.card import Language
from annotator.exchange.formats.document import Document, Options, Tags, Tokens, Unit
from annotator.exchange.formats.making import made
from annotator.exchange.formats.once import marks_once, text_once
from annotator.exchange.formats.splitting import By
from annotator.exchange.formats.table import FORMATS
from annotator.project.export_choice import Choice, Chosen, Form, Layer, Splitting, Times, chosen
from annotator.project.export_command import command_of
from annotator.project.export_documents import Documents
from annotator.project.exporting import ExportReport, export
from annotator.project.rounds import GOLD
from annotator.project.workspace import Project
from annotator.session.errands import Errands
from annotator.session.jobs import Progress
from annotator.session.translating import QT_TRANSLATE_NOOP
from annotator.store import people

NATIVE = "jsonl"
_SHOWN = 4_000
_LOOKED_AT = 50
_PARTS = frozenset({2, 3})
_BINARY = frozenset({".spacy", ".xlsx", ".parquet", ".zip"})
# What a workbook holds is what the same table holds as text.
_SHOWN_AS = {"xlsx": "csv"}
_TOKENS, _TAGS, _UNIT, _SENTENCES = "tokens", "tags", "unit", "sentences"
RELEVANT: Mapping[str, frozenset[str]] = {
    "prodigy": frozenset({_TOKENS}),
    "spacy": frozenset({_TOKENS}),
    "huggingface": frozenset({_TOKENS, _TAGS}),
    "conll": frozenset({_TOKENS, _TAGS}),
    "doccano": frozenset({_UNIT}),
    "label-studio": frozenset({_UNIT}),
    "csv": frozenset({_SENTENCES}),
    "xlsx": frozenset({_SENTENCES}),
}
"""Which options a format has a choice in; healing concerns them all."""


class WishError(InputError):
    """A field holds what makes no sense; `field` is its name."""

    def __init__(self, field_name: str, template: str, **facts: object) -> None:
        super().__init__(template, **facts)
        self.field = field_name


@dataclass(frozen=True, slots=True)
class Wish:
    """What the page says: chosen values as they stand on the command line, empty where nothing was chosen."""

    format: str = NATIVE
    layer: str = "annotation"
    by: str = ""
    round: str = ""
    condition: str = ""
    finished: bool = False
    repeats: bool = False
    pseudonyms: bool = False
    times: str = "exact"
    healed: bool = False
    tokens: str = "characters"
    tags: str = "bio"
    unit: str = ""
    sentences: bool = False
    split: str = ""
    seed: str = ""
    split_by: str = "cluster"
    blind_test: bool = False
    card: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """A wish that makes sense."""

    choice: Choice
    form: Form

    @property
    def is_folder(self) -> bool:
        """Whether a folder is written."""
        return self.form.splitting is not None or made(self.form.name).is_folder

    def file_name(self, stem: str) -> str:
        """Return the name that is proposed for what is written."""
        return f"{stem}-{self.form.name}" if self.is_folder else f"{stem}{made(self.form.name).suffix}"


@dataclass(frozen=True, slots=True)
class Sample:
    """What the first article looks like (empty where that cannot be shown as text), and the command that does the same."""

    text: str
    command: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """What there is to choose from: people who have worked, rounds, and whether anything was adjudicated."""

    people: tuple[str, ...] = ()
    rounds: tuple[str, ...] = ()
    has_gold: bool = False


def asked(wish: Wish) -> Asked:
    """Return what a wish asks for; what its format has no choice in is as usual.

    Raises:
        WishError: a field makes no sense.
    """
    layer = Layer(wish.layer)
    if layer is Layer.LEDGER:
        wish = Wish(
            layer=wish.layer,
            by=wish.by,
            round=wish.round,
            condition=wish.condition,
            finished=wish.finished,
            pseudonyms=wish.pseudonyms,
            times=wish.times,
        )
    relevant = RELEVANT.get(wish.format, frozenset())
    choice = Choice(
        layer,
        by=wish.by or None,
        round_name=wish.round or None if layer is not Layer.GOLD else None,
        condition=Condition(wish.condition) if wish.condition else None,
        finished=wish.finished,
        repeats=wish.repeats,
        pseudonyms=wish.pseudonyms,
        times=Times(wish.times),
    )
    options = Options(
        Tokens(wish.tokens) if _TOKENS in relevant else Tokens.CHARACTERS,
        Tags(wish.tags) if _TAGS in relevant else Tags.BIO,
        Unit(wish.unit or "own") if _UNIT in relevant else Unit.OWN,
        healed=wish.healed,
        sentences=wish.sentences and _SENTENCES in relevant,
    )
    return Asked(choice, Form(wish.format, options, _splitting(wish), Language(wish.card) if wish.card else None))


def _splitting(wish: Wish) -> Splitting | None:
    text = wish.split.replace("：", ":").strip()
    if not text:
        return None
    try:
        ratios = tuple(float(part) for part in text.split(":"))
    except ValueError:
        ratios = ()
    if len(ratios) not in _PARTS or not all(0 < ratio < float("inf") for ratio in ratios):
        raise WishError("split", QT_TRANSLATE_NOOP("Errors", "{text} is no split: write two or three weights, such as 8:1:1."), text=text)
    try:
        seed = int(wish.seed) if wish.seed.strip() else 0
    except ValueError as error:
        raise WishError("seed", QT_TRANSLATE_NOOP("Errors", "{text} is not a whole number."), text=wish.seed.strip()) from error
    return Splitting(ratios, seed, By(wish.split_by), blind_test=wish.blind_test)


def command_line(command: Sequence[str], out: str) -> str:
    """Return the command as it is typed, with `out` in the place of OUT."""
    return shlex.join(out if word == "OUT" else word for word in command)


class Exporting(QObject):
    """One project's export as it is being chosen.

    Signals:
        looked_up: `facts` are there.
        sampled: a `Sample` of what is wished now.
        counted: the `ExportReport` of what is wished now, with all losses; nothing was kept.
        written: the `ExportReport` of what was written, and where.
        progressed: how much is done, of how much.
        failed: the name of what failed (`sample`, `count`, `write`), and the error for a person.
    """

    looked_up = Signal()
    sampled = Signal(object)
    counted = Signal(object)
    written = Signal(object, object)
    progressed = Signal(int, int)
    failed = Signal(str, object)

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = path
        self._is_closed = False
        self.facts = Facts()
        self.errands = Errands(self)
        self.errands.failed.connect(self.failed)
        self.errands.progressed.connect(self.progressed)

    def look_up(self) -> None:
        """Look up what there is to choose from."""
        self.errands.ask("facts", partial(_reading, self._path, _facts), self._on_facts)

    def show(self, wish: Asked) -> None:
        """Say what the first article looks like and what is lost; a count under way for something else is stopped."""
        self.errands.ask("sample", partial(_reading, self._path, partial(sample, wish=wish)), self.sampled.emit)
        self.errands.ask("count", partial(_counted, self._path, wish, self._is_stale), self.counted.emit)

    def write(self, wish: Asked, out: Path) -> None:
        """Write it; what is being counted can wait."""
        self.errands.ask("write", partial(_written, self._path, wish, out, self._is_given_up), partial(self._on_written, out))

    def close(self) -> None:
        """Stop, and wait for the thread."""
        self._is_closed = True
        self.errands.close()

    def _is_stale(self) -> bool:
        return self._is_closed or any(self.errands.is_wanted(name) for name in ("count", "write"))

    def _is_given_up(self) -> bool:
        return self._is_closed

    def _on_facts(self, found: object) -> None:
        if isinstance(found, Facts):
            self.facts = found
            self.looked_up.emit()

    def _on_written(self, out: Path, report: object) -> None:
        self.written.emit(report, out)


class Stopped(AnnotatorError):
    """Nobody wants the result any more."""


def sample(project: Project, wish: Asked) -> Sample:
    """Return what the first article with mentions looks like.

    Raises:
        ExportError: what is chosen is not there.
    """
    with project.snapshot():
        found = chosen(project, wish.choice)
        command = tuple(command_of(project.path, found, wish.form))
        if wish.choice.layer is Layer.LEDGER:
            return Sample("", command)
        name = _SHOWN_AS.get(wish.form.name, wish.form.name)
        documents = Documents(project, found, wants_more=not FORMATS[name].is_native)
        first = _first(documents, found, name)
        if first is None:
            return Sample("", command)
        with tempfile.TemporaryDirectory() as folder:
            out = Path(folder) / "first"
            made(name).write(iter([first]), documents.study(), wish.form.options, out)
            return Sample("\n".join(_heads(out)), command)


def _first(documents: Documents, found: Chosen, name: str) -> Document | None:
    row = FORMATS[name]
    once = None if found.choice.repeats or row.is_native else text_once if row.holds_text else marks_once
    first = None
    for at, document in enumerate(documents.each()):
        given = document if once is None else once(document)[0]
        first = first or given
        if given.marks or given.candidates:
            return given
        if at >= _LOOKED_AT:
            break
    return first


def _heads(out: Path) -> Iterator[str]:
    """Yield the beginnings of the files at `out`: of a folder each under its name."""
    if out.is_file():
        yield _head(out, _SHOWN)
        return
    files = sorted(path for path in out.rglob("*") if path.is_file())
    for path in files:
        yield f"── {path.relative_to(out).as_posix()}"
        yield _head(path, _SHOWN // max(len(files), 1)) + "\n"


def _head(path: Path, length: int) -> str:
    data = path.read_bytes()
    if path.suffix in _BINARY or b"\x00" in data[:_SHOWN]:
        return f"… {len(data):,} bytes"
    text = data[: 4 * length].decode("utf-8-sig", "ignore")
    return text if len(text) <= length else text[:length] + "…"


def _facts(project: Project) -> Facts:
    rows = project.connection.execute(
        "SELECT round, annotator, max(finished IS NOT NULL) FROM assignment WHERE decisions > 0 GROUP BY round, annotator"
    ).fetchall()
    names = people.names(project.connection)
    at_work = {person for _, person, _ in rows}
    rounds = tuple(sorted({name for name, _, _ in rows}))
    has_gold = any(name == GOLD and is_finished for name, _, is_finished in rows)
    return Facts(tuple(name for person, name in names.items() if person in at_work), rounds, has_gold)


def _reading(path: Path, act: Callable[[Project], object], _progress: Progress) -> object:
    with Project.open(path, write=False) as project:
        return act(project)


def _counted(path: Path, wish: Asked, is_stale: Callable[[], bool], progress: Progress) -> ExportReport:
    with tempfile.TemporaryDirectory() as folder:
        return _written(path, wish, Path(folder) / "out", is_stale, progress)


def _written(path: Path, wish: Asked, out: Path, is_stale: Callable[[], bool], progress: Progress) -> ExportReport:
    form = wish.form

    def moved(done: int, everything: int) -> None:
        if is_stale():
            raise Stopped("")
        progress(done, everything)

    with Project.open(path, write=False) as project:
        return export(project, out, form.name, wish.choice, form.options, splitting=form.splitting, language=form.language, progress=moved)
