"""Damaged input to everything that reads files: `python -m tests.hostile.fuzz --seconds 60 [--only separated]`.

Samples (golden exports, what ships, small files made here) are cut, doubled, mixed, and have awkward strings put in. Every reader must
give what it read or refuse it in a sentence (`AnnotatorError`); anything else is a bug, and is printed with the seed that makes it.
PDFs are read as the program reads them, in a process of their own within bounds of time and memory: its end counts as a refusal.
"""

import argparse
import random
import sys
import tempfile
import time
import traceback
import zipfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path

from annotator.core.errors import AnnotatorError
from annotator.core.ruling import Ruling
from annotator.exchange.formats.document import Unit
from annotator.exchange.lexicon_csv import read_lexicon, read_lexicon_workbook
from annotator.exchange.native_jsonl import read_lines
from annotator.exchange.patterns_toml import read_patterns
from annotator.exchange.programmes_csv import read_programmes, read_programmes_workbook
from annotator.exchange.reading import Unread, columns, read_documents
from annotator.exchange.reading_spans import SpanFormat, read_brat, read_text
from annotator.exchange.reading_spans.cas import read_cas
from annotator.exchange.reading_spans.spacy_docbin import read_docbin
from annotator.exchange.rulings_csv import read_rulings, write_rulings
from annotator.exchange.scheme_json import read_scheme
from annotator.newsprint import read
from annotator.newsprint.decode import decode
from annotator.project.checking import problems
from annotator.project.creating import new_project
from annotator.project.workspace import Project
from annotator.store.union import read_work
from tests.hostile.samples import documents, register

ROOT = Path(__file__).parents[2]
GOLDEN, SEEDS = ROOT / "tests" / "golden" / "formats", ROOT / "seeds"
AWKWARD = (
    *(
        b"",
        b"\0",
        b"\xff\xfe",
        b"\xef\xbb\xbf",
        b"\n",
        b"\r",
        b"\t",
        b",",
        b'"',
        b"'",
        b"[",
        b"]",
        b"{",
        b"}",
        b"<",
        b">",
        b"&",
        b";",
        b"\\",
    ),
    *(b"-1", b"0", b"1e999", b"99999999999999999999", b"null", b"true", b"NaN", b"\\ud800", b"\xed\xa0\x80", "𠮷".encode(), b"=cmd()"),
    *(
        b"<!DOCTYPE a [<!ENTITY b 'c'>]>",
        b"../../x",
        b"[" * 3000,
        b"(" * 3000,
        b'"' * 999,
        b"\x1f",
        b"\xe2\x80\xae",
        b"%n%s",
        b"A" * 70_000,
    ),
)
Reader = Callable[[bytes], object]


@dataclass(slots=True)
class Target:
    """Something that reads, and sound input for it."""

    read: Reader
    samples: list[bytes] = field(default_factory=list)


@dataclass(slots=True)
class Told:
    """How many inputs each target was given, how many it refused, and what else it raised."""

    tried: Counter[str] = field(default_factory=Counter)
    refused: Counter[str] = field(default_factory=Counter)
    bugs: dict[str, str] = field(default_factory=dict)


def mutated(data: bytes, others: list[bytes], chance: random.Random) -> bytes:
    """Return `data` after one to six accidents."""
    for _ in range(chance.choice((1, 1, 1, 2, 3, 6))):
        at, end = sorted(chance.randrange(len(data) + 1) for _ in range(2))
        end = chance.choice((at, at + 1, at + 8, end))
        piece = chance.choice(others)
        start = chance.randrange(len(piece) + 1)
        instead = chance.choice(
            (b"", data[at:end] * 2, chance.choice(AWKWARD), chance.choice(AWKWARD), chance.randbytes(3), piece[start : start + 60])
        )
        data = data[:at] + instead + data[end:]
    return data


def packed(data: bytes, chance: random.Random) -> bytes | None:
    """Return a zip whose members have accidents, so that more than the archive's own check sees them; None for what is no zip."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as old:
            members = [(info.filename, old.read(info)) for info in old.infolist()]
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, ValueError, EOFError):
        return None
    hit, made = chance.randrange(len(members)) if members else 0, BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for i, (name, content) in enumerate(members):
            new.writestr(name, mutated(content, [content], chance) if i == hit else content)
    return made.getvalue()


def targets(folder: Path) -> dict[str, Target]:
    """Return every reader by name, with its samples."""
    found = dict(_documents())
    found |= dict(_spans())
    found |= dict(_knowledge())
    found |= dict(_projects(folder))
    return found


def _documents() -> Iterator[tuple[str, Target]]:
    def reader(suffix: str) -> Reader:
        def run(data: bytes) -> object:
            with suppress(AnnotatorError):
                columns(f"f{suffix}", data, decode=_decoded)
            return list(read_documents(f"f{suffix}", data, decode=_decoded))

        return run

    for suffix, samples in documents().items():
        yield f"reading {suffix}", Target(reader(suffix), samples)
    yield "newsprint", Target(lambda data: read(decode(data).text), [path.read_bytes() for path in SEEDS.glob("pages/*.txt")])


def _spans() -> Iterator[tuple[str, Target]]:
    texts = {
        SpanFormat.PRODIGY: GOLDEN / "prodigy.jsonl",
        SpanFormat.DOCCANO: GOLDEN / "doccano.jsonl",
        SpanFormat.LABEL_STUDIO: GOLDEN / "label-studio" / "tasks.json",
        SpanFormat.CONLL: GOLDEN / "conll.conll",
    }
    for kind, path in texts.items():
        yield f"spans {kind}", Target(_spans_of(kind), [path.read_bytes()])
    ann = next((GOLDEN / "brat").rglob("A0001.ann"))
    text = ann.with_suffix(".txt").read_text(encoding="utf-8")
    yield "spans brat", Target(lambda data: read_brat(text, _text(data), "f"), [ann.read_bytes()])
    yield "spans spacy", Target(lambda data: list(read_docbin(data, "f")), [(GOLDEN / "study.spacy").read_bytes()])
    cas = [path.read_bytes() for path in sorted((GOLDEN / "cas").rglob("*")) if path.suffix in {".json", ".xmi"}]
    yield "spans cas", Target(lambda data: list(read_cas(data, "f")), cas)
    native = [path.read_bytes() for path in sorted(GOLDEN.parent.glob("native_*.jsonl"))]
    yield "native jsonl", Target(lambda data: list(read_lines(_text(data), "f")), native)


def _spans_of(kind: SpanFormat) -> Reader:
    # What a file with rare characters counts has to be said.
    unit = Unit.CODE_POINTS if kind is SpanFormat.DOCCANO else None
    return lambda data: list(read_text(kind, _text(data), "f", unit))


def _knowledge() -> Iterator[tuple[str, Target]]:
    lexicon, programmes = ((SEEDS / name).read_bytes() for name in ("lexicon.csv", "programmes.csv"))
    patterns = (SEEDS / "patterns.toml").read_bytes()[:9_000].rpartition(b"[[")[0]
    yield "scheme json", Target(lambda data: read_scheme(_text(data), "f"), [(SEEDS / "scheme.json").read_bytes()])
    yield "lexicon csv", Target(lambda data: read_lexicon(_text(data), "f"), [_head(lexicon)])
    yield "programmes csv", Target(lambda data: read_programmes(_text(data), "f"), [_head(programmes)])
    yield "patterns toml", Target(lambda data: read_patterns(_text(data), "f"), [patterns])
    ruling = Ruling("a" * 24, 1, 3, "扶贫", "OTHER", "算吗，“扶贫”？", "算", marked=True, by="林晓", at="2026-01-01T00:00:00Z")
    yield "rulings csv", Target(lambda data: read_rulings(_text(data), "f"), [write_rulings([ruling, ruling]).encode()])
    book = documents()[".xlsx"]
    yield "lexicon xlsx", Target(lambda data: read_lexicon_workbook(data, "f"), book)
    yield "programmes xlsx", Target(lambda data: read_programmes_workbook(data, "f"), [register()])


def _projects(folder: Path) -> Iterator[tuple[str, Target]]:
    path = folder / "fuzz.annot"
    new_project(folder / "sound.annot").close()

    def opened(data: bytes) -> None:
        _place(path, data)
        with Project.open(path) as project:
            project.scheme()

    def checked(data: bytes) -> None:
        _place(path, data)
        with Project.open(path, write=False) as project:
            problems(project)

    def merged(data: bytes) -> None:
        _place(path, data)
        read_work(path)

    sample = [(folder / "sound.annot").read_bytes()]
    yield "project opened", Target(opened, sample)
    yield "project checked", Target(checked, sample)
    yield "project merged", Target(merged, sample)


def _place(path: Path, data: bytes) -> None:
    for suffix in ("-wal", "-shm", "-journal"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)
    path.write_bytes(data)


def _decoded(data: bytes) -> tuple[str, str]:
    found = decode(data)
    return found.text, found.encoding


def _head(data: bytes) -> bytes:
    return b"\n".join(data.split(b"\n")[:40])


def _text(data: bytes) -> str:
    return data.decode("utf-8", "replace")


def attempt(name: str, target: Target, seed: int, told: Told) -> None:
    """Give a target one damaged input."""
    chance = random.Random(f"{name} {seed}")
    sample = chance.choice(target.samples)
    data = (packed(sample, chance) if chance.random() < 0.5 else None) or mutated(sample, target.samples, chance)
    told.tried[name] += 1
    try:
        read_so = target.read(data)
        told.refused[name] += isinstance(read_so, list) and any(isinstance(one, Unread) for one in read_so)
    except AnnotatorError as error:
        told.refused[name] += 1
        str(error)
    except Exception as error:  # noqa: BLE001 (whatever it is, it is what is looked for)
        frame = traceback.extract_tb(error.__traceback__)[-1]
        told.bugs.setdefault(
            f"{name}: {type(error).__name__} at {Path(frame.filename).name}:{frame.lineno}", f"seed {seed}: {str(error)[:200]}"
        )


def run(names: Iterable[str], seeds: Iterable[int], found: dict[str, Target], *, until: float | None = None) -> Told:
    """Give every target an input for each seed, or as many as there is time for."""
    told = Told()
    chosen = list(names)
    for seed in seeds:
        for name in chosen:
            if until is not None and time.monotonic() > until:
                return told
            attempt(name, found[name], seed, told)
    return told


def main() -> int:
    """Try for as long as asked, and say what was tried."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--first", type=int, default=1, help="the seed to begin with")
    parser.add_argument("--only", default="", help="part of a target's name")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        found = targets(Path(folder))
        names = [name for name in found if given.only in name]
        told = run(names, range(given.first, sys.maxsize), found, until=time.monotonic() + given.seconds)
    for name in names:
        print(f"{name:18} {told.tried[name]:6} tried, {told.refused[name]:6} refused")
    for bug, example in told.bugs.items():
        print(f"BUG {bug} ({example})")
    print(f"{told.tried.total()} inputs, {len(told.bugs)} unexpected exceptions")
    return 1 if told.bugs else 0


if __name__ == "__main__":
    sys.exit(main())
