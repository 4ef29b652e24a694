"""What was given out, handed out, taken back and handed in, in words."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from annotator.agreement.planning import Expected
from annotator.project.assigning import AssignReport
from annotator.project.handing_in import Sealed
from annotator.project.handing_out import UPDATE, HandedOut
from annotator.project.merging import MergeReport, Receipt
from annotator.project.rounds import MAIN, PILOT, RETEST
from annotator.project.teamwork import Member
from annotator.session.translating import QT_TRANSLATE_NOOP

_ROUNDS = {
    MAIN: QT_TRANSLATE_NOOP("Team", "main"),
    PILOT: QT_TRANSLATE_NOOP("Team", "pilot"),
    RETEST: QT_TRANSLATE_NOOP("Team", "retest"),
}
_CONDITIONS = {"shown": QT_TRANSLATE_NOOP("Team", "shown"), "blind": QT_TRANSLATE_NOOP("Team", "blind")}
_NEVER = "–"


def words(text: str) -> str:
    """Return a text of the team's page in the language of the window."""
    return QCoreApplication.translate("Team", text)


def round_words(name: str) -> str:
    """Return a round as it is called on screen."""
    return words(_ROUNDS[name]) if name in _ROUNDS else name


def moment(at: str | None) -> str:
    """Return a time of the file (UTC, ISO 8601) as the clock on the wall had it; a dash for none."""
    return datetime.fromisoformat(at).astimezone().strftime("%Y-%m-%d %H:%M") if at else _NEVER


def people_header() -> tuple[str, ...]:
    """Return the head of the table of people."""
    return (
        words("person"),
        words("given"),
        words("begun"),
        words("finished"),
        words("blind"),
        words("handed out"),
        words("newest work taken back"),
    )


def people_rows(members: Iterable[Member]) -> tuple[tuple[str, ...], ...]:
    """Return a row for each person."""
    return tuple(
        (m.name, *(f"{n:,}" for n in (m.given, m.begun, m.finished, m.blind)), moment(m.went_out), moment(m.came_back)) for m in members
    )


def shares_header() -> tuple[str, ...]:
    """Return the head of the table of shares."""
    return (words("person"), words("articles"), words("blind"), words("characters"), words("begun"))


def shares_rows(report: AssignReport) -> tuple[tuple[str, ...], ...]:
    """Return who gets how much."""
    return tuple((s.name, *(f"{n:,}" for n in (s.articles, s.blind, s.characters, s.begun))) for s in report.shares)


def cell_words(cell: str) -> str:
    """Return how the readers of an article see it: `shown/blind`."""
    return " / ".join(words(_CONDITIONS.get(part, part)) for part in cell.split("/"))


def cells_words(report: AssignReport) -> str:
    """Return how many articles are read by several people, in which conditions."""
    if not report.cells:
        return words("{articles} articles, each read by one person: agreement cannot be measured.").format(articles=report.articles)
    cells = words(", ").join(f"{cell_words(cell)} {count:,}" for cell, count in _in_order(report.cells))
    template = words("{articles} articles, {several} of them read by several: {cells}.")
    return template.format(articles=f"{report.articles:,}", several=f"{report.several:,}", cells=cells)


def more_words(report: AssignReport) -> str:
    """Return what else is to be known of a plan: clusters that cannot be divided, and what another round has."""
    parts = []
    if report.left_out:
        parts.append(words("{count} articles belong to another round and stay there.").format(count=f"{report.left_out:,}"))
    if report.largest:
        parts.append(
            words("Articles that print the same stay together, so shares can differ by {count} characters.").format(
                count=f"{report.largest:,}"
            )
        )
    return " ".join(parts)


def expected_table(
    expected: Mapping[str, Mapping[str, Expected]], names: Mapping[str, str]
) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """Return head and rows: for each label (`names` by id) the mentions in each cell, and how wide the interval of its uα will be."""
    cells = [cell for cell, _ in _in_order(dict.fromkeys(expected, 0))]
    labels = [label for label in names if any(label in expected[cell] for cell in cells)]
    header = (words("label"), *(cell_words(cell) for cell in cells))
    rows = tuple((names[label], *(_expected(expected[cell].get(label)) for cell in cells)) for label in labels)
    return header, rows


def assigned_words(report: AssignReport) -> str:
    """Return what an assignment did, and how it is taken back."""
    template = words(
        "Given out: {new} new tasks, {taken} taken back. Nothing is final: give out again, and whatever nobody has begun moves."
    )
    return template.format(new=f"{report.new:,}", taken=f"{report.taken_back:,}")


def handed_out_lines(files: Sequence[HandedOut]) -> list[str]:
    """Return a line for each file that was written."""
    kinds = {
        UPDATE: words("{name}: update {file}. Their task file is elsewhere: they bring it in there."),
        "updated": words("{name}: {file} brought up to date, {articles} articles, {blind} blind."),
    }
    usual = words("{name}: {file}, {articles} articles, {blind} blind.")
    lines = []
    for one in files:
        lines.append(kinds.get(one.what, usual).format(name=one.name, file=one.path, articles=one.articles, blind=one.blind))
        if one.revisit:
            lines.append("    " + words("{count} marks to look at again: their labels have changed.").format(count=len(one.revisit)))
    return lines


def merged_lines(report: MergeReport) -> list[str]:
    """Return the receipts, a few lines for each person, then the files of which nothing was taken."""
    lines = [line for receipt in report.receipts for line in _receipt(receipt)]
    lines += [words("Brought up to date: {articles} articles.").format(articles=update.articles) for update in report.updates]
    lines += [words("Not taken: {why}").format(why=lost.why) for lost in report.not_taken]
    if report.backup is not None:
        lines.append(words("How it was before stands in {file} (Project, Backups).").format(file=report.backup.name))
    return lines


def _receipt(receipt: Receipt) -> list[str]:
    if not receipt.decisions and not receipt.known and not receipt.refused:
        return [words("{name}: nothing was decided in this file yet.").format(name=receipt.name)]
    template = words("{name}: {new} new decisions, {known} known already; {newly} articles newly finished, {finished} in all.")
    facts = {"name": receipt.name, "new": f"{receipt.decisions:,}", "known": f"{receipt.known:,}"}
    first = template.format(**facts, newly=f"{receipt.newly_finished:,}", finished=f"{receipt.finished:,}")
    # What differs is told by the file in its own words.
    return [
        first,
        *(f"    {note}" for note in receipt.notes),
        *("    " + words("Not taken: {why}").format(why=why) for why in receipt.refused),
    ]


def sealed_lines(sealed: Sealed, owner: str) -> list[str]:
    """Return what was handed in of `owner`'s task, and what to do with it."""
    names = words(", ").join(sealed.names) or owner
    template = words("{names}: {decisions} decisions, {finished} of {articles} articles finished.")
    return [
        words("Written: {file}").format(file=sealed.path),
        template.format(names=names, decisions=f"{sealed.decisions:,}", finished=sealed.finished, articles=sealed.articles),
        words("Seal (SHA-256): {hash}").format(hash=sealed.sha256),
        words("Send this file to the lead, by mail or on a stick. Keep your task file and go on in it: you can hand in again at any time."),
    ]


def updated_words(brought: HandedOut) -> str:
    """Return what an update brought."""
    template = words("Brought up to date: {articles} articles, {count} marks to look at again. Every decision stayed.")
    return template.format(articles=brought.articles, count=len(brought.revisit))


def _expected(expected: Expected | None) -> str:
    if expected is None:
        return _NEVER
    if expected.width is None:
        return f"{expected.mentions:,.0f}"
    return f"{expected.mentions:,.0f} · ±{expected.width / 2:.2f}"


def _in_order(cells: Mapping[str, int]) -> list[tuple[str, int]]:
    """Return cells from all shown to all blind."""
    return sorted(cells.items(), key=lambda pair: (pair[0].count("blind"), pair[0]))
