"""Agreement on a project's articles: the readings that were chosen, and everything the report says of them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from annotator.agreement import pairs, report
from annotator.agreement.anchoring import Anchoring, anchoring
from annotator.agreement.bootstrap import Resampling, figures
from annotator.agreement.disagreements import Cluster, by_kind, clusters, finding
from annotator.agreement.figure import Figure
from annotator.agreement.report import Question, Report
from annotator.agreement.units import comparable, labels_of, people_of, retest
from annotator.core.errors import InputError
from annotator.core.ids import annotator_id
from annotator.project.measuring import Choice, Readings, measured, readings
from annotator.project.workspace import Project


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was asked, the readings it was asked of, and the answers.

    `clusters` have offsets of the article; the counts in `report` are those of the same marks.
    """

    choice: Choice
    question: Question
    readings: Readings
    report: Report
    clusters: tuple[Cluster, ...]
    anchoring: Anchoring


def agreement(
    project: Project,
    choice: Choice | None = None,
    question: Question | None = None,
    *,
    progress: Callable[[int, int], None] = lambda _done, _all: None,
    is_cancelled: Callable[[], bool] = lambda: False,
) -> Outcome:
    """Measure agreement on the readings that `choice` names; `progress` and `is_cancelled` concern γ.

    Raises:
        InputError: a person, round, label or date of `choice` is none.
        agreement.gamma.Cancelled: `is_cancelled` said so.
    """
    asked = choice or Choice()
    return answered(readings(project, asked), asked, question or Question(), progress=progress, is_cancelled=is_cancelled)


def stability(
    project: Project,
    name: str,
    choice: Choice | None = None,
    question: Question | None = None,
    *,
    progress: Callable[[int, int], None] = lambda _done, _all: None,
) -> Outcome:
    """Measure how far one person agrees with themselves in articles they finished in several rounds; the "people" are the rounds.

    Raises:
        InputError: as `agreement`.
    """
    asked = replace(choice or Choice(), people=(name,), round=None)
    every = readings(project, replace(asked, labels=None))
    person = next(known for known in every.people if annotator_id(known) == annotator_id(name))
    rounds = {of: readings(project, replace(asked, round=of)) for of in every.rounds}
    again = retest(person, {of: found.units for of, found in rounds.items()})
    repeats = {article: ranges for found in rounds.values() for article, ranges in found.repeats.items()}
    found = Readings(again, repeats, people_of(again), every.rounds)
    return answered(found, asked, question or Question(), progress=progress)


def answered(
    found: Readings,
    choice: Choice,
    question: Question,
    *,
    progress: Callable[[int, int], None] = lambda _done, _all: None,
    is_cancelled: Callable[[], bool] = lambda: False,
) -> Outcome:
    """Return everything there is to say of readings that were gathered already."""
    units = measured(found)
    told = report.measure(units, question, progress=progress, is_cancelled=is_cancelled)
    return Outcome(choice, question, found, told, clusters(found.units), anchoring(units, question.resampling))


def check_shared(outcome: Outcome) -> None:
    """Refuse an outcome in which there is nothing to compare.

    Raises:
        InputError: no article was finished by two people.
    """
    if outcome.report.articles == 0:
        finished = ", ".join(f"{name} {count}" for name, count in outcome.report.finished.items()) or "–"
        raise InputError("No article was finished by two people, so there is nothing to compare. Finished: {finished}.", finished=finished)


def as_dict(outcome: Outcome) -> dict[str, object]:
    """Return an outcome as `agreement --json` writes it: the contract's keys, and beside them what was chosen and what differs."""
    choice = outcome.choice
    return {
        **outcome.report.as_dict(),
        "round": choice.round,
        "condition": None if choice.condition is None else str(choice.condition),
        "as_of": choice.as_of,
        "labels_asked": None if choice.labels is None else list(choice.labels),
        "repeats": choice.repeats,
        "finding": str(finding(outcome.clusters)),
        "disagreements": {str(kind): len(rows) for kind, rows in by_kind(outcome.clusters).items()},
        "anchoring": _anchoring(outcome.anchoring),
    }


def _anchoring(found: Anchoring) -> dict[str, object]:
    def dicts(figures: dict[str, Figure]) -> dict[str, object]:
        return {name: figure.as_dict() for name, figure in figures.items()}

    return {
        "f1": dicts({str(cell): figure for cell, figure in found.f1.items()}),
        "taken": dicts({str(condition): figure for condition, figure in found.taken.items()}),
        "pull": found.pull.as_dict(),
        "beyond": dicts({str(condition): figure for condition, figure in found.beyond.items()}),
        "seconds": found.seconds.as_dict(),
    }


def by_round(project: Project, choice: Choice, rounds: Sequence[str], resampling: Resampling) -> dict[str, Figure]:
    """Return strict F1 of every round in which two people finished an article, in the order given."""
    found: dict[str, Figure] = {}
    for name in rounds:
        units = measured(readings(project, replace(choice, round=name)))
        people = people_of(units)
        shared = comparable(units, people)
        if shared:
            found[name] = figures(pairs.family(shared, people, labels_of(shared)), resampling)[0]
    return found
