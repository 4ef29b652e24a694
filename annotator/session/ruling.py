"""The list of doubtful cases as it is walked through: which are open, and what comes next."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from annotator.core.ruling import Ruling
from annotator.project.ruling import Question


@dataclass(frozen=True, slots=True)
class Docket:
    """Questions in their order, and the place of the current one."""

    questions: tuple[Question, ...] = ()
    at: int = 0

    @property
    def current(self) -> Question | None:
        """The question that is looked at."""
        return self.questions[self.at] if 0 <= self.at < len(self.questions) else None

    @property
    def open(self) -> int:
        """How many have no answer yet."""
        return sum(question.ruling is None for question in self.questions)

    def stepped(self, step: int) -> "Docket":
        """Return the docket one question further (1) or back (-1)."""
        return self.gone_to(self.at + step)

    def gone_to(self, place: int) -> "Docket":
        """Return the docket on the question at `place`, or at the nearest there is."""
        return replace(self, at=max(0, min(place, len(self.questions) - 1)))

    def answered(self, ruling: Ruling) -> "Docket":
        """Return the docket with the current question answered, on the next that is open (or where it is)."""
        questions = tuple(replace(one, ruling=ruling) if at == self.at else one for at, one in enumerate(self.questions))
        places = (*range(self.at + 1, len(questions)), *range(self.at))
        following = next((at for at in places if questions[at].ruling is None), self.at)
        return Docket(questions, following)


def line_of(question: Question) -> tuple[str, str]:
    """Return the words in doubt and where they stand, for a list."""
    words = "".join(question.surface.split()) or question.after
    return words, " · ".join(part for part in (question.name, question.who) if part)


def said_of(rulings: Sequence[Ruling], *, marked: str, not_marked: str, open_: str) -> tuple[str, ...]:
    """Return rulings as lines: “words” marked: answer. The three words come in the language of the window."""
    named = {True: marked, False: not_marked, None: open_}
    return tuple(_line("".join(one.surface.split()), named[one.marked], one.answer) for one in rulings)


def _line(words: str, verdict: str, answer: str) -> str:
    subject = " ".join(part for part in (f"“{words}”" if words else "", verdict) if part)
    return f"{subject}: {answer}" if subject else answer
