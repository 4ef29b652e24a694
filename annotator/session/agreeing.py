"""Agreement as it is being read: what is asked, what is known so far, and what is still being computed.

Readings come first, then the figures, then γ if somebody asks for it; each on a thread with its own connection. What is asked meanwhile
waits for the thread to end.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from annotator.agreement.anchoring import Anchoring, median_seconds
from annotator.agreement.figure import Figure
from annotator.agreement.gamma import Settings
from annotator.agreement.report import Question, Report
from annotator.agreement.units import Policy, Unit
from annotator.project.measuring import Choice, Readings, measured, readings
from annotator.project.measuring_gamma import gamma_of
from annotator.project.measuring_report import Outcome, answered, by_round
from annotator.project.workspace import Project
from annotator.session.agreeing_doors import Doors
from annotator.session.jobs import Job, Progress

__all__ = ["Agreeing", "Asked", "Told"]


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked: which readings, and what a candidate is that was left undecided."""

    choice: Choice = field(default_factory=Choice)
    policy: Policy = Policy.UNMARKED_IS_NONE

    @property
    def question(self) -> Question:
        """The question that is asked of the readings."""
        return Question(policy=self.policy)


@dataclass(frozen=True, slots=True)
class Told:
    """The figures; `rounds` is strict F1 of each round if there are several, `seconds` each person's median time for accepting."""

    outcome: Outcome
    rounds: Mapping[str, Figure]
    seconds: Mapping[str, Figure]

    @property
    def report(self) -> Report:
        """The report."""
        return self.outcome.report

    @property
    def anchoring(self) -> Anchoring:
        """What seeing candidates does."""
        return self.outcome.anchoring


class Agreeing(QObject):
    """What is known of one project's agreement.

    Signals:
        gathered: readings are there, and with them all disagreements.
        told: the figures are there.
        gamma_moved: γ went on (done, of all), was finished or cancelled.
        failed: an error for a person.
    """

    gathered = Signal()
    told = Signal()
    gamma_moved = Signal(int, int)
    failed = Signal(object)

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = path
        self.asked = Asked()
        self.readings: Readings | None = None
        self.doors = Doors()
        self.answer: Told | None = None
        self.gamma: Figure | None = None
        self._job: Job | None = None
        self._of = self.asked
        self._gamma: Job | None = None
        self._is_gamma_stopped = False
        self._is_closed = False

    @property
    def is_computing(self) -> bool:
        """Whether figures are on their way."""
        return self._job is not None

    @property
    def is_computing_gamma(self) -> bool:
        """Whether γ is on its way."""
        return self._gamma is not None

    @property
    def people(self) -> tuple[str, ...]:
        """Everybody whose readings are measured."""
        if self.readings is None:
            return ()
        return tuple(sorted({reading.person for unit in self.readings.units for reading in unit.readings}))

    @property
    def outcome(self) -> Outcome | None:
        """The outcome with γ, where it was computed."""
        if self.answer is None or self.gamma is None:
            return None if self.answer is None else self.answer.outcome
        found = self.answer.outcome
        # The paragraph on methods tells of γ if it was asked for.
        asked = replace(found.question, gamma=Settings())
        return replace(found, question=asked, report=replace(found.report, gamma=self.gamma))

    def ask(self, asked: Asked) -> None:
        """Ask; what is being computed for an earlier question is dropped."""
        self.asked = asked
        self.stop_gamma()
        self.answer, self.gamma = None, None
        if self._job is None:
            self._gather()

    def ask_gamma(self) -> None:
        """Compute γ of what was asked."""
        if self._gamma is None and self.readings is not None and self.answer is not None:
            self._is_gamma_stopped = False
            units = measured(self.readings)
            job = self._gamma = Job(partial(gamma_of, units, is_cancelled=self._is_gamma_unwanted))
            job.progressed.connect(self.gamma_moved)
            job.succeeded.connect(self._on_gamma)
            job.failed.connect(self._on_gamma_failed)
            job.begin()
            self.gamma_moved.emit(0, 1)

    def stop_gamma(self) -> None:
        """Let γ be."""
        self._is_gamma_stopped = True

    @property
    def is_busy(self) -> bool:
        """Whether a thread is at work."""
        return self._job is not None or self._gamma is not None

    def stop(self) -> None:
        """Ask no more: what is being computed ends by itself, and nobody is told."""
        self._is_closed = True
        self.stop_gamma()

    def close(self) -> None:
        """Stop, and wait for what cannot be stopped."""
        self.stop()
        for job in (self._job, self._gamma):
            if job is not None:
                job.wait()
        self._job = self._gamma = None

    def _gather(self) -> None:
        self._start(partial(_gathered, self._path, self.asked.choice), self._on_gathered)

    def _start(self, work: Callable[[Progress], object], then: Callable[[object], None]) -> None:
        self._of = self.asked
        job = self._job = Job(work)
        job.succeeded.connect(then)
        job.failed.connect(self._on_failed)
        job.begin()

    def _is_gamma_unwanted(self) -> bool:
        return self._is_gamma_stopped

    def _ended(self) -> bool:
        """Let go of the job; say whether its result is wanted, and begin anew where something else was asked meanwhile."""
        if self._job is not None:
            self._job.wait()
            self._job.deleteLater()
            self._job = None
        if self._is_closed:
            return False
        if self._of != self.asked:
            self._gather()
            return False
        return True

    def _on_gathered(self, found: object) -> None:
        if not self._ended() or not isinstance(found, tuple):
            return
        self.readings, self.doors = found
        if self.readings is not None:
            self._start(partial(_told, self._path, self.readings, self.asked), self._on_told)
        self.gathered.emit()

    def _on_told(self, found: object) -> None:
        if self._ended() and isinstance(found, Told):
            self.answer = found
            self.told.emit()

    def _on_failed(self, error: object) -> None:
        if self._ended():
            self.failed.emit(error)

    def _on_gamma(self, found: object) -> None:
        self._end_gamma()
        if isinstance(found, Figure) and not self._is_gamma_stopped and not self._is_closed:
            self.gamma = found
        self.gamma_moved.emit(1, 1)

    def _on_gamma_failed(self, error: object) -> None:
        self._end_gamma()
        self.failed.emit(error)
        self.gamma_moved.emit(1, 1)

    def _end_gamma(self) -> None:
        if self._gamma is not None:
            self._gamma.wait()
            self._gamma.deleteLater()
            self._gamma = None


def _gathered(path: Path, choice: Choice, _progress: Progress) -> tuple[Readings, Doors]:
    with Project.open(path, write=False) as project:
        found = readings(project, choice)
    return found, Doors(found.units)


def _told(path: Path, found: Readings, asked: Asked, _progress: Progress) -> Told:
    outcome = answered(found, asked.choice, asked.question)
    rounds: Mapping[str, Figure] = {}
    if asked.choice.round is None and len(found.rounds) > 1:
        with Project.open(path, write=False) as project:
            rounds = by_round(project, asked.choice, found.rounds, asked.question.resampling)
    return Told(outcome, rounds, _seconds(measured(found), outcome.report.people, asked))


def _seconds(units: Sequence[Unit], people: Sequence[str], asked: Asked) -> dict[str, Figure]:
    return {person: median_seconds(units, asked.question.resampling, person=person) for person in people}
