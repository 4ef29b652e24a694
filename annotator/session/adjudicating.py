"""The adjudicator at work: which case is shown, what is being chosen for it, and the steps that come of it.

It holds no widgets. One `changed` signal says that something is to be painted again.
"""

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from annotator.agreement.disagreements import Kind as Difference
from annotator.core.decision import Draft, Kind
from annotator.core.errors import AnnotatorError
from annotator.core.scheme import Label, Scheme
from annotator.core.span import Span
from annotator.project import adjudicating
from annotator.project.adjudicating import Case, Docket
from annotator.project.adjudicating_deciding import Court, How, Opened, decide, decide_all, opened, redo, say, undo
from annotator.project.adjudicating_lessons import rejections
from annotator.project.adjudicating_places import one_line
from annotator.project.adjudicating_verdicts import Basis, Spans, place
from annotator.project.workspace import Project
from annotator.session.adjudicating_lanes import Lane, Precedent, lanes, precedents
from annotator.session.adjudicating_list import CaseList, Place
from annotator.session.edges import Edge, Unit, moved
from annotator.session.translating import QT_TRANSLATE_NOOP, error_words
from annotator.session.words import Words
from annotator.store import people
from annotator.store.ledger import Written

# The letters of reasons; the others are commands of the page.
REASONS = {"L": "long", "S": "short", "T": "label", "O": "missed", "P": "none", "G": "guideline"}


class Adjudication(QObject):
    """One adjudicator's visit to one round.

    Signals:
        changed: what is shown is out of date.
        said: a sentence for the message area: its template and facts.
    """

    changed = Signal()
    said = Signal(str, dict)

    def __init__(self, project: Project, person: str, words: Words, *, language: str, parent: QObject | None = None) -> None:
        """Sit down as `person` (id); nothing is shown before `open`."""
        super().__init__(parent)
        self.project, self.language = project, language
        self.scheme: Scheme = project.scheme()
        self.rounds: Mapping[str, int] = {}
        self.court = Court(person, "")
        self._cases = CaseList()
        self.at = 0
        self.reasons: frozenset[str] = frozenset()
        self.ticked: frozenset[Span] | None = None
        self.own: Span | None = None
        self.highlighted = 0
        self.shows_names = False
        self.last: tuple[int, Case, Docket] | None = None
        self._words = words
        self._names: Mapping[str, str] = {}
        self._asked_for_majorities = False
        self._rejected: dict[str, dict[str, tuple[Span, ...]]] = {}
        self._since = time.monotonic()

    # What there is

    @property
    def dockets(self) -> tuple[Docket, ...]:
        """The articles of the round."""
        return self._cases.dockets

    @property
    def shown(self) -> tuple[Place, ...]:
        """The cases to be gone through."""
        return self._cases.shown

    @property
    def docket(self) -> Docket | None:
        """The article of the case that is shown."""
        return self.dockets[self.shown[self.at][0]] if self.shown else None

    @property
    def case(self) -> Case | None:
        """The case that is shown."""
        return self.case_at(self.shown[self.at]) if self.shown else None

    @property
    def readings(self) -> Spans:
        """What can be chosen with a digit, in text order."""
        return self.case.readings if self.case is not None else ()

    @property
    def is_writable(self) -> bool:
        """Whether anything can be ruled here."""
        return not self.project.file.read_only

    def case_at(self, at: Place) -> Case:
        """Return a case by the numbers of its article and of itself."""
        return self._cases.case(at)

    def lanes(self) -> tuple[Lane, ...]:
        """Return the lanes of the case that is shown."""
        if self.case is None or self.docket is None:
            return ()
        article = self.docket.article.id
        if article not in self._rejected:
            self._rejected[article] = rejections(self.project, self.court.round, article)
        return lanes(self.case, self._rejected[article], seed=self.court.adjudicator, language=self.language)

    def name(self, lane: Lane) -> str:
        """Return what a lane is called: a letter, or a name where the case is ruled and names are asked for."""
        is_told = self.shows_names and self.case is not None and self.case.verdict is not None
        return self._names.get(lane.person, lane.letter) if is_told else lane.letter

    def surface(self, span: Span) -> str:
        """Return the words of a span of the article that is shown, on one line."""
        return one_line(self.docket.article.text[span.start : span.end]) if self.docket is not None else ""

    def counted(self) -> dict[Basis, tuple[int, int]]:
        """Return, for each way to rule, how many cases are ruled and how many there are."""
        return self._cases.counted()

    def precedents(self) -> tuple[Precedent, ...]:
        """Return how the words that are in question here were ruled elsewhere."""
        if self.case is None:
            return ()
        return precedents(self.dockets, self.case, {self.surface(span) for span in self.readings})

    def labels(self) -> tuple[Label, ...]:
        """Return the labels in question, in the order of the scheme."""
        wanted = {span.label for span in (*self.readings, *((self.own,) if self.own else ()))}
        return tuple(label for label in self.scheme.labels if label.id in wanted)

    # Going about

    def choose_round(self, round_name: str | None = None) -> int:
        """Turn to a round (None: the first there is); return how many articles it has. Then comes `open`, or `take` of what a job made."""
        self.rounds = adjudicating.rounds(self.project)
        self._names = people.names(self.project.connection)
        chosen = round_name if round_name in self.rounds else next(iter(self.rounds), "")
        self.court = replace(self.court, round=chosen)
        return self.rounds.get(chosen, 0)

    def open(self) -> None:
        """Show the round, merging what is unanimous unless somebody else adjudicates here."""
        self.take(opened(self.project, self.court))

    def take(self, made: Opened) -> None:
        """Show a queue that was made ready."""
        self._hold(made.dockets)
        self.at = 0
        if made.is_anothers:
            self.said.emit(QT_TRANSLATE_NOOP("Adjudicate", "Somebody else adjudicates here. U merges what is unanimous in your name."), {})
        elif made.merged:
            self.said.emit(QT_TRANSLATE_NOOP("Adjudicate", "{count} unanimous clusters were merged as one step."), {"count": made.merged})
        self._show(self._cases.open_from(0, 0))

    def go(self, step: int) -> None:
        """Show the next (1) or previous (-1) case."""
        self._show(self.at + step)

    def go_to(self, at: int) -> None:
        """Show a case by its place in the list."""
        self._show(at)

    def next_open(self) -> None:
        """Show the next case without a verdict, from the beginning where none follows."""
        found = self._cases.open_from(self.at + 1, self.at)
        if self.shown and self.case_at(self.shown[found]).verdict is not None:
            self.said.emit(QT_TRANSLATE_NOOP("Adjudicate", "Everything is ruled. Gold is complete for this round."), {})
        self._show(found)

    def highlight(self, step: int) -> None:
        """Point to the next (1) or previous (-1) reading."""
        if self.readings:
            self.highlighted = (self.highlighted + step) % len(self.readings)
            self.changed.emit()

    def leave_mode(self) -> bool:
        """Leave what is being chosen; say whether there was anything to leave."""
        was = self.ticked is not None or self.own is not None
        self.ticked = self.own = None
        if was:
            self.changed.emit()
        return was

    def show_names(self) -> None:
        """Show who is who, once the case is ruled; or hide it again."""
        if self.case is None or self.case.verdict is None:
            self.said.emit(QT_TRANSLATE_NOOP("Adjudicate", "Names are shown when the cluster is ruled."), {})
            return
        self.shows_names = not self.shows_names
        self.changed.emit()

    # Choosing

    def choose(self, number: int) -> None:
        """Rule that the reading with this number (from 1) counts; where several are being chosen, tick it."""
        if not 1 <= number <= len(self.readings):
            return
        reading = self.readings[number - 1]
        if self.ticked is None:
            self._decide((reading,))
            return
        self.highlighted = number - 1
        self.ticked ^= {reading}
        self.changed.emit()

    def choose_highlighted(self) -> None:
        """Rule that the reading pointed to counts."""
        self.choose(self.highlighted + 1)

    def choose_nothing(self) -> None:
        """Rule that nothing is here."""
        self._decide(())

    def choose_several(self) -> None:
        """Begin to tick readings; with two readings both count at once."""
        if len(self.readings) == 2:  # noqa: PLR2004 (both)
            self._decide(self.readings)
        elif self.readings:
            self.ticked = frozenset() if self.ticked is None else None
            self.own = None
            self.changed.emit()

    def confirm(self) -> None:
        """Rule what is ticked or drawn; where nothing is, go to the next open case."""
        if self.own is not None:
            self._decide((self.own,))
        elif self.ticked:
            self._decide(tuple(sorted(self.ticked, key=place)))
        elif self.ticked is None:
            self.next_open()

    def draw(self) -> None:
        """Begin a span of one's own, from the reading pointed to."""
        if self.own is None and self.readings:
            self.own, self.ticked = self.readings[min(self.highlighted, len(self.readings) - 1)], None
            self.changed.emit()

    def move(self, edge: Edge, unit: Unit, step: int) -> None:
        """Move an edge of one's own span by a word or a character."""
        self.draw()
        if self.own is None or self.docket is None:
            return
        at = self.own.start if edge is Edge.START else self.own.end
        to = moved(at, edge, unit, step, words=self._words, breaks=self.docket.article.layout.breaks)
        span = replace(self.own, start=to) if edge is Edge.START else replace(self.own, end=to)
        if 0 <= span.start < span.end <= len(self.docket.article.text):
            self.own = span
            self.changed.emit()

    def label(self, label: str) -> None:
        """Give one's own span a label."""
        self.draw()
        if self.own is not None and self.scheme.label(label) is not None:
            self.own = replace(self.own, label=label)
            self.changed.emit()

    def reason(self, letter: str) -> None:
        """Give a reason, or take it back: for the verdict to come, or, where the case is ruled, as a step of its own."""
        case = self.case
        if case is None or letter not in REASONS:
            return
        self.reasons ^= {REASONS[letter]}
        if case.verdict is not None and self.is_writable:
            self._write(case.verdict.spans)
        self.changed.emit()

    # What is written

    def flag(self) -> None:
        """Flag the case for discussion, or take the flag back."""
        if self.case is not None:
            self._say(Kind.FLAG, None if self.case.flag else "doubt")

    def note(self, text: str) -> None:
        """Write a note on the case; an empty one takes it back."""
        self._say(Kind.NOTE, text.strip() or None)

    def merge_unanimous(self) -> None:
        """Rule all open unanimous cases as one step."""
        self._batch(Basis.UNANIMOUS, QT_TRANSLATE_NOOP("Adjudicate", "{count} unanimous clusters were merged as one step."))

    def rule_majorities(self) -> None:
        """Rule all open cases with a strict majority as one step; the first call only says how many there are."""
        count = sum(docket.counted()[Basis.MAJORITY] for docket in self.dockets)
        if count and not self._asked_for_majorities:
            self._asked_for_majorities = True
            self.said.emit(
                QT_TRANSLATE_NOOP("Adjudicate", "{count} clusters have a strict majority. M again rules them as one step."),
                {"count": count},
            )
            return
        self._batch(Basis.MAJORITY, QT_TRANSLATE_NOOP("Adjudicate", "{count} majorities were ruled as one step. Ctrl+Z takes it back."))

    def undo(self) -> None:
        """Take the newest step of the adjudication back and show where it was."""
        self._travel(undo, QT_TRANSLATE_NOOP("Adjudicate", "There is nothing to undo."))

    def redo(self) -> None:
        """Do again what undo took back."""
        self._travel(redo, QT_TRANSLATE_NOOP("Adjudicate", "There is nothing to redo."))

    # Inside

    def _decide(self, spans: Spans) -> None:
        """Write the verdict and go on to the next open case."""
        number = self.at + 1
        if self.case is not None and self._write(spans):
            case, docket = self.case, self.docket
            if docket is not None:
                self.last = (number, case, docket)
            self.next_open()

    def _write(self, spans: Spans) -> bool:
        case, docket = self.case, self.docket
        if case is None or docket is None:
            return False
        how = How(reasons=tuple(sorted(self.reasons)), seconds=round(time.monotonic() - self._since, 1))
        return self._attempt(lambda: decide(self.project, self.court, docket, case, spans, how))

    def _say(self, kind: Kind, value: str | None) -> None:
        case, docket = self.case, self.docket
        if case is not None and docket is not None:
            self._attempt(lambda: say(self.project, self.court, docket, case, Draft(kind, value=value)))
            self.changed.emit()

    def _batch(self, basis: Basis, sentence: str) -> None:
        self._asked_for_majorities = False
        try:
            count = decide_all(self.project, self.court, self.dockets, basis)
        except AnnotatorError as error:
            self._refuse(error)
            return
        if not count:
            sentence = QT_TRANSLATE_NOOP("Adjudicate", "There is none to rule.")
        self.said.emit(sentence, {"count": count})
        here = self._id()
        self._load()
        self._show(self._cases.open_from(self._cases.place_of(here, self.at), self.at))

    def _travel(self, act: Callable[[Project, Court], Written | None], nothing: str) -> None:
        try:
            written = act(self.project, self.court)
        except AnnotatorError as error:
            self._refuse(error)
            return
        if written is None:
            self.said.emit(nothing, {})
            return
        self._load()
        self.last = None
        first = next((d for d in written.decisions if d.target is not None), written.decisions[0])
        there = self.project.connection.execute("SELECT article, start FROM decision WHERE id = ?", (first.retracts,)).fetchone()
        self._show(self._cases.nearest(there[0], there[1], self.at) if there is not None else self.at)

    def _attempt(self, act: Callable[[], Written]) -> bool:
        """Write a step and read its article again; an error for a person is said."""
        try:
            written = act()
        except AnnotatorError as error:
            self._refuse(error)
            return False
        here = self._id()
        for article in {decision.article for decision in written.decisions}:
            fresh = adjudicating.docket(self.project, self.court.adjudicator, self.court.round, article)
            if fresh is not None:
                self._cases = self._cases.with_docket(fresh)
        self.at = self._cases.place_of(here, self.at)
        return True

    def _refuse(self, error: AnnotatorError) -> None:
        self.said.emit("{words}", {"words": error_words(error)})

    def _load(self) -> None:
        self._hold(adjudicating.queue(self.project, self.court.adjudicator, self.court.round) if self.court.round else ())

    def _hold(self, dockets: Sequence[Docket]) -> None:
        self._cases = CaseList.of(dockets)
        self._rejected = {}

    def _id(self) -> str:
        return self.case.id if self.case is not None else ""

    def _show(self, at: int) -> None:
        self.at = max(0, min(at, len(self.shown) - 1))
        self.ticked = self.own = None
        self.highlighted = 0
        self.shows_names = self._asked_for_majorities = False
        verdict = self.case.verdict if self.case is not None else None
        self.reasons = frozenset(verdict.reasons) if verdict is not None else frozenset()
        if self.docket is not None:
            self._words.open(self.docket.article.text, self.docket.article.layout.breaks)
        self._since = time.monotonic()
        self.changed.emit()


def aspects(case: Case) -> tuple[Difference, ...]:
    """Return what people differ in, the one that concerns most first."""
    found = case.cluster.aspects
    return tuple(kind for kind in (Difference.MISSED, Difference.SPLIT, Difference.BOUNDARY, Difference.LABEL) if kind in found)
