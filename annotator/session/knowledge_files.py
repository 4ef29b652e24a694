"""The lexicon, the rules and the register in and out of files, and terms pasted from elsewhere."""

from enum import StrEnum
from pathlib import Path

from annotator.core.errors import InputError
from annotator.core.lexicon import LexiconEntry
from annotator.core.scheme import Scheme
from annotator.exchange.lexicon_csv import lexicon_workbook, read_lexicon, read_lexicon_workbook, write_lexicon
from annotator.exchange.patterns_toml import read_patterns, write_patterns
from annotator.exchange.programmes_csv import programmes_workbook, read_programmes, read_programmes_workbook, write_programmes
from annotator.newsprint.decode import decode
from annotator.project.knowing import Known, with_entries, with_programmes, with_rules
from annotator.session.knowledge_checks import label_of, term_complaint
from annotator.store.replacing import replacing

WORKBOOK, TABLE, RULES_FILE = ".xlsx", ".csv", ".toml"
# A lexicon of a million names has 60 MB; nobody reads such a table in a window.
_LARGEST = 64 << 20


class Shelf(StrEnum):
    """What a file holds."""

    LEXICON = "lexicon"
    RULES = "rules"
    REGISTER = "register"

    @property
    def suffixes(self) -> tuple[str, ...]:
        """The kinds of files it is kept in."""
        return (RULES_FILE,) if self is Shelf.RULES else (TABLE, WORKBOOK)


def read_into(held: Known, shelf: Shelf, path: Path, scheme: Scheme) -> tuple[Known, int]:
    """Return `held` with what stands in a file, and how many entries that were; one error, and nothing of the file is taken.

    Raises:
        InputError: naming file and line.
    """
    data, name = _bytes(path), path.name
    labels = [label.id for label in scheme.labels]
    is_workbook = path.suffix.lower() == WORKBOOK
    if shelf is Shelf.LEXICON:
        entries = read_lexicon_workbook(data, name, labels) if is_workbook else read_lexicon(_text(data, name), name, labels)
        _check_terms(entries, name)
        return with_entries(held, entries), len(entries)
    if shelf is Shelf.REGISTER:
        found = read_programmes_workbook(data, name, labels) if is_workbook else read_programmes(_text(data, name), name, labels)
        return with_programmes(held, found), len(found)
    patterns, vetoes = read_patterns(_text(data, name), name, labels)
    return with_rules(held, patterns, vetoes), len(patterns) + len(vetoes)


def write_out(held: Known, shelf: Shelf, path: Path) -> int:
    """Write what `shelf` holds at `path`, as its ending says, and return how many entries that are.

    CSV begins with a byte-order mark, without which Excel does not take it for UTF-8.

    Raises:
        ExportError: the file cannot be written.
        InputError: a workbook cannot hold what stands in a cell.
    """
    is_workbook = path.suffix.lower() == WORKBOOK
    if shelf is Shelf.RULES:
        _write(path, write_patterns(held.patterns, held.vetoes).encode())
        return len(held.patterns) + len(held.vetoes)
    if shelf is Shelf.LEXICON:
        if is_workbook:
            _write(path, lexicon_workbook(held.lexicon, path.name))
        else:
            _write(path, write_lexicon(held.lexicon).encode("utf-8-sig"))
        return len(held.lexicon)
    if is_workbook:
        _write(path, programmes_workbook(held.programmes, path.name))
    else:
        _write(path, write_programmes(held.programmes).encode("utf-8-sig"))
    return len(held.programmes)


def pasted(text: str, scheme: Scheme, *, label: str, origin: str) -> tuple[LexiconEntry, ...]:
    """Return the terms of pasted lines: `term`, or `term` and a label (id, key or name) after a tab or a comma; without one, `label`.

    Raises:
        InputError: a line has a label that the scheme does not have, or no term; nothing is taken.
    """
    found: dict[tuple[str, str], LexiconEntry] = {}
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        term, words = _term_and_label(line.strip(), scheme)
        wanted = label_of(words, scheme) or label
        if scheme.label(wanted) is None:
            labels = ", ".join(one.id for one in scheme.labels)
            raise InputError(
                "Pasted line {line}: the scheme has no label {label}; it has {labels}", line=number, label=wanted or "–", labels=labels
            )
        if term_complaint(term.strip()) is not None:
            raise InputError("Pasted line {line}: “{term}” cannot be a term; it needs 2 to 40 characters.", line=number, term=term.strip())
        found.setdefault((term.strip(), wanted), LexiconEntry(term.strip(), wanted, origin=origin))
    return tuple(found.values())


def _term_and_label(line: str, scheme: Scheme) -> tuple[str, str]:
    """Return the term of a line and the words for its label; a comma separates them only where a label follows (两不愁，三保障)."""
    if "\t" in line:
        term, _, rest = line.partition("\t")
        return term.strip(), rest.partition("\t")[0]
    term, _, rest = line.replace("，", ",").rpartition(",")
    is_label = bool(term.strip()) and scheme.label(label_of(rest, scheme)) is not None
    return (line[: len(term)].strip(), rest) if is_label else (line, "")


def _check_terms(entries: tuple[LexiconEntry, ...], name: str) -> None:
    for entry in entries:
        if term_complaint(entry.term) is not None:
            raise InputError("{file}: “{term}” cannot be a term; it needs 2 to 40 characters.", file=name, term=entry.term)


def _bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > _LARGEST:
            raise InputError("{path} is larger than {most} MB; it was not read.", path=path, most=_LARGEST >> 20)
        return path.read_bytes()
    except OSError as error:
        raise InputError("{path} cannot be read: {why}.", path=path, why=error.strerror or error) from error


def _text(data: bytes, name: str) -> str:
    try:
        return decode(data).text
    except InputError as error:
        raise InputError("{name}: {why}", name=name, why=error) from error


def _write(path: Path, data: bytes) -> None:
    with replacing(path) as temporary:
        temporary.write_bytes(data)
