"""Everything that a project knows, in one zip for a data repository: text files that need no program to be read in ten years.

The same project and version of the program give the same bytes: entries are sorted and bear one date.
"""

import csv
import hashlib
import io
import json
import sqlite3
import sys
import tempfile
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from importlib import metadata
from pathlib import Path

from annotator import __version__
from annotator.core.ruling import Ruling
from annotator.core.scheme import Scheme, scheme_from_json
from annotator.exchange.formats.document import Options
from annotator.exchange.formats.making import made
from annotator.exchange.formats.manifest import hashes
from annotator.exchange.lexicon_csv import write_lexicon
from annotator.exchange.patterns_toml import write_patterns
from annotator.exchange.programmes_csv import write_programmes
from annotator.exchange.rulings_csv import write_rulings
from annotator.project.archive_words import readme
from annotator.project.export_choice import Choice, Chosen, Layer, chosen
from annotator.project.export_documents import Documents, Progress
from annotator.project.export_ledger import LedgerLines
from annotator.project.export_places import appearing_file
from annotator.project.knowing import known
from annotator.project.workspace import Project
from annotator.store import articles, rulings

_SUMS = "SHA256SUMS"
_DATE = (1980, 1, 1, 0, 0, 0)
_LIBRARIES = ("pydantic", "jieba", "daachorse", "google-re2", "sqlite-utils")
_PIECE = 1 << 20


@dataclass(frozen=True, slots=True)
class ArchiveReport:
    """How many files the archive holds, and how many articles."""

    files: int
    articles: int


def archive(
    project: Project, out: Path, choice: Choice, *, with_text: bool = True, progress: Progress = lambda _done, _all: None
) -> ArchiveReport:
    """Write the archive of a project to `out`. Of `choice` only pseudonyms and times count; without texts it holds standoff mentions.

    Raises:
        ExportError: a surface is not what the text says, or `out` is the project itself or cannot be written.
    """
    with project.snapshot(), appearing_file(out, project.path) as temporary, tempfile.TemporaryDirectory() as made_in:
        folder = Path(made_in)
        found = chosen(project, Choice(Layer.LEDGER, pseudonyms=choice.pseudonyms, times=choice.times))
        count = _with_text(project, found, folder, progress) if with_text else _without_text(project, found, folder, progress)
        for name, text in _files(project, found, with_text=with_text):
            _write(folder / name, text)
        sums = hashes(folder)
        _write(folder / _SUMS, "".join(f"{sha256}  {name}\n" for name, sha256 in sums.items()))
        _zip(folder, temporary)
    return ArchiveReport(len(sums) + 1, count)


def _with_text(project: Project, found: Chosen, folder: Path, progress: Progress) -> int:
    lines = LedgerLines(project, found)
    lines.write(folder / "ledger.jsonl", progress)
    (folder / "pages").mkdir()
    for number, text in project.connection.execute("SELECT number, text FROM page"):
        _write(folder / "pages" / f"{number:05}.txt", text)
    return lines.articles


def _without_text(project: Project, found: Chosen, folder: Path, progress: Progress) -> int:
    """Decisions carry the characters that they mark, as standoff mentions do, and nothing else of the texts."""
    annotation = Choice(Layer.ANNOTATION, pseudonyms=found.choice.pseudonyms, times=found.choice.times)
    documents = Documents(project, chosen(project, annotation))
    made("standoff").write(documents.each(progress), documents.study(), Options(), folder / "mentions.jsonl")
    whole = folder / "whole.jsonl"
    LedgerLines(project, found).write(whole, lambda _done, _all: None)
    with (
        whole.open(encoding="utf-8", newline="\n") as lines,
        (folder / "decisions.jsonl").open("w", encoding="utf-8", newline="\n") as file,
    ):
        for line in lines:
            said = json.loads(line)
            kept = {"id": said["id"], "number": said["meta"]["number"], "candidates": said["candidates"], "decisions": said["decisions"]}
            file.write(json.dumps(kept, ensure_ascii=False) + "\n")
    whole.unlink()
    return int(documents.total)


def _files(project: Project, found: Chosen, *, with_text: bool) -> Iterator[tuple[str, str]]:
    """Yield the small files: names and texts."""
    held, connection, names = known(project), project.connection, found.names
    versions = [scheme_from_json(text) for (text,) in connection.execute("SELECT json FROM scheme ORDER BY version")]
    for (text,), scheme in zip(connection.execute("SELECT json FROM scheme ORDER BY version"), versions, strict=True):
        yield f"scheme/scheme-{scheme.version}.json", f"{text}\n"
        for language in ("zh", "en"):
            yield f"scheme/guideline-{scheme.version}.{language}.md", guideline(scheme, language)
    yield "lexicon.csv", write_lexicon(held.lexicon)
    yield "patterns.toml", write_patterns(held.patterns, held.vetoes)
    yield "programmes.csv", write_programmes(held.programmes)
    yield "pages.csv", _csv(("number", "sha256", "files", "fields"), _pages(found, connection))
    yield "annotators.csv", _csv(("annotator",), sorted((name,) for name in names.all().values()))
    yield "assignments.csv", _csv(_ASSIGNMENT, _assignments(found, connection))
    yield "rulings.csv", write_rulings(_ruling(found, one) for one in rulings.everything(connection))
    yield from _agreement(project, found)
    yield "rounds.csv", _csv(("round", "condition", "assignments", "finished"), connection.execute(_ROUNDS))
    yield "versions.json", json.dumps(_versions(), ensure_ascii=False, indent=1) + "\n"
    yield "command.txt", " ".join(_command(project, found, with_text=with_text)) + "\n"
    for language in ("zh", "en"):
        yield f"README.{language}.md", readme(project.title, language, with_text=with_text)


def _ruling(found: Chosen, ruling: Ruling) -> Ruling:
    by, question, answer = (found.names.text(text) or "" for text in (ruling.by, ruling.question, ruling.answer))
    return replace(ruling, by=by, question=question, answer=answer)


def _agreement(project: Project, found: Chosen) -> Iterator[tuple[str, str]]:
    """Yield the figures of agreement, where two people finished an article; not with pseudonyms, for they speak of people by name."""
    if found.choice.pseudonyms or not project.connection.execute(_SHARED).fetchone():
        return
    from annotator.project.measuring_report import agreement, as_dict  # noqa: PLC0415 (numpy)

    yield "agreement.json", json.dumps(as_dict(agreement(project)), ensure_ascii=False, indent=1, default=str) + "\n"


_SHARED = """SELECT 1 FROM assignment WHERE finished IS NOT NULL AND round <> 'gold'
    GROUP BY article HAVING count(DISTINCT annotator) > 1 LIMIT 1"""
_ASSIGNMENT = ("id", "article", "number", "annotator", "round", "condition", "decisions", "marks", "finished")
_ASSIGNMENTS = """SELECT s.id, s.article, a.number, s.annotator, s.round, s.condition, s.decisions, s.marks, s.finished IS NOT NULL
    FROM assignment AS s JOIN article AS a ON a.id = s.article"""
_ROUNDS = "SELECT round, condition, count(*), sum(finished IS NOT NULL) FROM assignment GROUP BY round, condition ORDER BY round, condition"


def _assignments(found: Chosen, connection: sqlite3.Connection) -> list[Sequence[object]]:
    rows = []
    for made_of, article, number, person, round_name, condition, *counts in connection.execute(_ASSIGNMENTS):
        named = found.names.assignment(made_of, article, person, round_name, condition)
        rows.append((named, article, f"A{number:04d}", found.names.of(person), round_name, condition, *counts))
    return sorted(rows, key=lambda row: (row[2], row[3], row[4], row[5]))


def _pages(found: Chosen, connection: sqlite3.Connection) -> Iterator[Sequence[object]]:
    fields = articles.page_meta(connection)
    for number, page in connection.execute("SELECT number, id FROM page ORDER BY number"):
        files = [row[0] for row in connection.execute("SELECT DISTINCT name FROM file WHERE page = ? ORDER BY name", (page,))]
        said = json.dumps(fields.get(page, {}), ensure_ascii=False, sort_keys=True)
        yield f"{number:05}", page, found.names.text(" | ".join(files)), said


def guideline(scheme: Scheme, language: str) -> str:
    """Return what a version of the scheme says about what to mark, as Markdown in `language` (`zh` or `en`)."""
    parts = [f"# {scheme.title.get(language)} ({scheme.version})", scheme.guideline.get(language)]
    for label in scheme.labels:
        parts.append(f"## {label.id} {label.name.get(language)}")
        parts += [label.definition.get(language), label.boundary.get(language), *(f"- {example}" for example in label.examples)]
        parts += [f"- ✗ {c.text}: {c.why.get(language)}" for c in label.counterexamples]
    return "\n\n".join(part for part in parts if part) + "\n"


def _versions() -> Mapping[str, str]:
    libraries = {name: metadata.version(name) for name in _LIBRARIES if _is_installed(name)}
    return {"annotator": __version__, "python": ".".join(map(str, sys.version_info[:3])), "sqlite": sqlite3.sqlite_version, **libraries}


def _is_installed(name: str) -> bool:
    try:
        metadata.version(name)
    except metadata.PackageNotFoundError:
        return False
    return True


def _command(project: Project, found: Chosen, *, with_text: bool) -> Iterator[str]:
    yield from ("annotator", "archive", found.names.text(project.path.name) or "", "OUT")
    if found.choice.pseudonyms:
        yield "--pseudonyms"
    if found.choice.times.value != "exact":
        yield from ("--times", found.choice.times.value)
    if not with_text:
        yield "--no-text"


def _csv(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(rows)
    return file.getvalue()


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def _zip(folder: Path, out: Path) -> None:
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as packed:
        for name in sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()):
            entry = zipfile.ZipInfo(name, _DATE)
            # Unix, and readable by everybody, wherever it was made.
            entry.create_system, entry.external_attr, entry.compress_type = 3, 0o644 << 16, zipfile.ZIP_DEFLATED
            with (folder / name).open("rb") as file, packed.open(entry, "w", force_zip64=True) as member:
                while piece := file.read(_PIECE):
                    member.write(piece)


def checked_sums(path: Path) -> list[str]:
    """Return the names of the files in an archive that are not what its sums say; none where it is whole."""
    with zipfile.ZipFile(path) as packed:
        lines = [line.partition("  ") for line in packed.read(_SUMS).decode().splitlines()]
        sums = {name: sha256 for sha256, _, name in lines}
        inside = {name: hashlib.sha256(packed.read(name)).hexdigest() for name in packed.namelist() if name != _SUMS}
    return sorted(name for name in {*sums, *inside} if sums.get(name) != inside.get(name))
