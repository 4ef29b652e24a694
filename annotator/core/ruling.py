"""Rulings: what the lead answered to a doubtful span or article."""

from dataclasses import dataclass

from annotator.core.ids import content_id


@dataclass(frozen=True, slots=True)
class Ruling:
    """An answer that others go by. `label` is the one it concerns; `marked` says whether the string is a mention (None: not said).

    `start` and `end` (code points) are None for a question about a whole article; `decision` is the flag that asked, or empty.
    `at` is UTC, ISO 8601.
    """

    article: str
    start: int | None
    end: int | None
    surface: str
    label: str
    question: str
    answer: str
    marked: bool | None
    by: str
    at: str
    decision: str = ""

    @property
    def id(self) -> str:
        """The same for the same question, so that rulings can be brought together from several files."""
        return content_id("ruling", self.article, self.start, self.end, self.surface, self.decision)
