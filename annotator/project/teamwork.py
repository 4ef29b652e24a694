"""What a lead wants to know of a team: how far everybody is, what an assignment would give out, and what a pilot lets them expect."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass

from annotator.agreement.planning import Pilot, pilot_of
from annotator.agreement.report import Question
from annotator.project import rounds
from annotator.project.assigning import AssignReport, assign
from annotator.project.measuring import Choice, readings
from annotator.project.measuring_report import answered
from annotator.project.workspace import Project
from annotator.store.file import transaction

# What an adjudicator decides is nobody's task.
_MEMBERS = """SELECT n.name, count(t.assignment), coalesce(sum(s.decisions > 0 AND s.finished IS NULL), 0),
    coalesce(sum(s.finished IS NOT NULL), 0), coalesce(sum(t.assignment IS NOT NULL AND s.condition = 'blind'), 0), max(t.handed_out), n.id
    FROM annotator AS n LEFT JOIN assignment AS s ON s.annotator = n.id AND s.round <> ?
    LEFT JOIN task AS t ON t.assignment = s.id GROUP BY n.id ORDER BY n.name"""
_CAME_BACK = "SELECT annotator, max(at) FROM decision WHERE here = 0 AND cause IS NOT 'import' GROUP BY annotator"


@dataclass(frozen=True, slots=True)
class Member:
    """One person: articles given (`blind` of them without candidates), begun and not finished, finished.

    `went_out` is when a file with their tasks was last written, `came_back` of when the newest decision is that a merge brought (UTC,
    ISO 8601; None: never).
    """

    name: str
    given: int
    begun: int
    finished: int
    blind: int
    went_out: str | None
    came_back: str | None


class _NotMeant(Exception):
    """Takes a draft back."""


def members(project: Project) -> tuple[Member, ...]:
    """Return everybody who was given anything or has done anything, by name."""
    came_back = dict(project.connection.execute(_CAME_BACK))
    rows = project.connection.execute(_MEMBERS, (rounds.GOLD,))
    found = (
        Member(name, given, begun, finished, blind, went_out, came_back.get(person))
        for name, given, begun, finished, blind, went_out, person in rows
    )
    return tuple(member for member in found if member.given or member.begun or member.finished)


def rounds_given(project: Project) -> tuple[str, ...]:
    """Return the rounds in which anything was given out."""
    return tuple(row[0] for row in project.connection.execute("SELECT DISTINCT round FROM task ORDER BY round"))


def draft(
    project: Project,
    names: Sequence[str],
    *,
    per_article: int = 1,
    overlap: float | None = None,
    blind: float = 0.0,
    round_name: str = rounds.MAIN,
    sample: float | None = None,
    seed: int = 0,
) -> AssignReport:
    """Return what `assign` would give out with the same arguments; nothing is stored.

    Raises:
        InputError: as `assign`.
    """
    # The same code in a transaction that is taken back: a draft cannot differ from what is given out.
    report: AssignReport | None = None
    with suppress(_NotMeant), transaction(project.connection):
        report = assign(
            project, names, per_article=per_article, overlap=overlap, blind=blind, round_name=round_name, sample=sample, seed=seed
        )
        raise _NotMeant
    assert report is not None  # noqa: S101 (assign returns or raises)
    return report


def pilot(project: Project) -> Pilot | None:
    """Return what the round `pilot` found, with uα of every label; None where no two people have finished an article in it."""
    query = "SELECT 1 FROM assignment WHERE round = ? AND finished IS NOT NULL LIMIT 1"
    if project.connection.execute(query, (rounds.PILOT,)).fetchone() is None:
        return None
    choice = Choice(round=rounds.PILOT)
    found = readings(project, choice)
    report = answered(found, choice, Question()).report
    if not report.articles:
        return None
    return pilot_of(found.units, {label: of.u_alpha for label, of in report.labels.items()})
