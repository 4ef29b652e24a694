"""Doubtful cases: the flags of everybody collected into questions, the lead's answers, and what they say about each label."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from annotator.core.decision import Decision, Kind
from annotator.core.errors import InputError
from annotator.core.fold import fold_article, fold_target, live
from annotator.core.ruling import Ruling
from annotator.core.scheme import Scheme
from annotator.project.workspace import Project, now
from annotator.store import articles, candidates, people, rulings
from annotator.store.articles import Article
from annotator.store.file import transaction
from annotator.store.replacing import replacing

_ENDS = "。！？!?；;"
_AROUND = 60


@dataclass(frozen=True, slots=True)
class Question:
    """A flagged span (or article, with empty `surface`) as it stands in its sentence; `ruling` is the answer, if there is one.

    `start` and `end` are code points of the article, None for the article as a whole. `target` is None where the flag is gone.
    """

    decision: str
    article: str
    name: str
    target: str | None
    start: int | None
    end: int | None
    before: str
    surface: str
    after: str
    label: str
    who: str
    note: str
    at: str
    ruling: Ruling | None = None


def questions(project: Project) -> tuple[Question, ...]:
    """Return what is flagged now, and what was answered before: open questions first, each in the order of asking."""
    known = {ruling.decision: ruling for ruling in rulings.everything(project.connection) if ruling.decision}
    asked = tuple(_asked(project, known))
    there = {question.ruling.id for question in asked if question.ruling is not None}
    rest = (_settled(project, ruling) for ruling in rulings.everything(project.connection) if ruling.id not in there)
    return tuple(sorted((*asked, *rest), key=lambda question: (question.ruling is not None, question.at, question.decision)))


def answer(project: Project, question: Question, text: str, *, label: str, marked: bool | None, by: str) -> Ruling:
    """Store the answer to `question`, in the place of an earlier one.

    Raises:
        InputError: the answer is blank, or the project is read-only.
    """
    if project.file.read_only:
        raise InputError("This project is open read-only here. Nothing is written.")
    if not text.strip():
        raise InputError("An answer needs at least a word.")
    old = question.ruling
    made = Ruling(
        question.article,
        question.start,
        question.end,
        old.surface if old is not None else question.surface,
        label,
        question.note,
        text.strip(),
        marked,
        by,
        now(),
        question.decision,
    )
    with transaction(project.connection):
        rulings.put(project.connection, [made])
    return made


def by_label(project: Project, scheme: Scheme) -> Mapping[str, tuple[Ruling, ...]]:
    """Return the rulings by the label that they concern now, oldest first."""
    found: dict[str, tuple[Ruling, ...]] = {}
    for ruling in rulings.everything(project.connection):
        label = scheme.current(ruling.label)
        found[label] = (*found.get(label, ()), ruling)
    return found


def export_rulings(project: Project, out: Path) -> int:
    """Write all rulings to `out` as CSV; return how many.

    Raises:
        ExportError: it cannot be written.
    """
    from annotator.exchange.rulings_csv import write_rulings  # noqa: PLC0415 (pydantic, which no start needs)

    found = rulings.everything(project.connection)
    with replacing(out) as temporary:
        temporary.write_text(write_rulings(found), encoding="utf-8-sig", newline="")
    return len(found)


def import_rulings(project: Project, path: Path) -> int:
    """Take the rulings of a CSV file over; of two answers to one question the newer stays. Return how many were taken.

    Raises:
        InputError: the file cannot be read, a row does not fit, or the project is read-only.
    """
    from annotator.exchange.rulings_csv import read_rulings  # noqa: PLC0415 (pydantic, which no start needs)

    if project.file.read_only:
        raise InputError("This project is open read-only here. Nothing is written.")
    try:
        found = read_rulings(path.read_bytes().decode("utf-8-sig"), path.name)
    except OSError as error:
        raise InputError("{path} cannot be read: {why}.", path=path, why=error.strerror or error) from error
    except UnicodeDecodeError as error:
        raise InputError("{path} is not UTF-8 (byte {at}).", path=path, at=error.start) from error
    held = {ruling.id: ruling for ruling in rulings.everything(project.connection)}
    newer = [ruling for ruling in found if ruling.id not in held or held[ruling.id].at < ruling.at]
    with transaction(project.connection):
        rulings.put(project.connection, newer)
    return len(newer)


def _asked(project: Project, known: Mapping[str, Ruling]) -> Iterator[Question]:
    connection, names = project.connection, people.names(project.connection)
    by_assignment: dict[str, list[Decision]] = {}
    for assignment, _, annotator, target in rulings.flagged(connection):
        if assignment not in by_assignment:
            by_assignment = {assignment: list(project.ledger.decisions(assignment))}
        rows = [row for row in by_assignment[assignment] if row.target == target]
        flag = next((row for row in reversed(live(rows)) if row.kind is Kind.FLAG), None)
        if flag is not None and flag.value:
            yield replace(_question(project, flag, rows, names.get(annotator, annotator)), ruling=known.get(flag.id))


def _question(project: Project, flag: Decision, rows: Sequence[Decision], who: str) -> Question:
    article = flag.article
    loaded = articles.load(project.connection, article)
    if flag.target is None:
        note = fold_article(rows).note or ""
        return Question(flag.id, article, loaded.name, None, None, None, "", "", loaded.layout.title, "", who, note, flag.at)
    state = fold_target(flag.target, rows, candidates.by_id(project.connection, flag.target, article=article))
    if state is None:
        return Question(flag.id, article, loaded.name, None, None, None, "", "", loaded.layout.title, "", who, "", flag.at)
    before, after = _context(loaded, state.start, state.end)
    surface = state.surface
    return Question(
        *(flag.id, article, loaded.name, flag.target, state.start, state.end, before, surface, after, state.label),
        *(who, state.note or "", flag.at),
    )


def _settled(project: Project, ruling: Ruling) -> Question:
    """Return the question of a ruling whose flag was taken back, or that came from another file."""
    row = project.connection.execute("SELECT number, title FROM article WHERE id = ?", (ruling.article,)).fetchone()
    name, title = (f"A{row[0]:04d}", str(row[1])) if row is not None else ("", "")
    before, after = "", title if ruling.start is None else ""
    if row is not None and ruling.start is not None and ruling.end is not None:
        loaded = articles.load(project.connection, ruling.article)
        if loaded.text[ruling.start : ruling.end] == ruling.surface:
            before, after = _context(loaded, ruling.start, ruling.end)
    return Question(
        *(ruling.decision, ruling.article, name, None, ruling.start, ruling.end, before, ruling.surface, after, ruling.label),
        *("", ruling.question, ruling.at, ruling),
    )


def _context(article: Article, start: int, end: int) -> tuple[str, str]:
    around = next(((p.start, p.end) for p in article.layout.paragraphs if p.start <= start < p.end), (0, len(article.text)))
    return sentence_around(article.text, start, end, within=around)


def sentence_around(text: str, start: int, end: int, *, within: tuple[int, int]) -> tuple[str, str]:
    """Return what stands before and after `[start, end)` in its sentence, at most 60 characters each, on one line.

    `within` is the paragraph; no sentence goes beyond it.
    """
    first = max(start - _AROUND, min(within[0], start), *(text.rfind(mark, 0, start) + 1 for mark in _ENDS))
    ends = (at + 1 for mark in _ENDS if (at := text.find(mark, end)) >= 0)
    last = min(end + _AROUND, max(within[1], end), *ends, len(text))
    return "".join(text[first:start].split()), "".join(text[end:last].split())
