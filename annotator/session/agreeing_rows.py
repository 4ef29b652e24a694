"""A disagreement as it is shown: its sentence on one line, and where each person's marks lie on it."""

from collections.abc import Sequence
from dataclasses import dataclass

from annotator.agreement.disagreements import Cluster
from annotator.project.workspace import Project
from annotator.store import articles

_STOPS = "。！？\n"
_AROUND = 28


@dataclass(frozen=True, slots=True)
class Lane:
    """One person's marks as `[start, end)` of the line shown, with their labels; no marks: they left it."""

    person: str
    marks: tuple[tuple[int, int, str], ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A cluster's line: `text` without line breaks, cut to its sentence and to some characters around; `start`, `end` of it in `text`."""

    cluster: Cluster
    text: str
    start: int
    end: int
    lanes: tuple[Lane, ...]


class Sentences:
    """Cuts the line of each disagreement from its article, which is read once."""

    def __init__(self, project: Project) -> None:
        """Read through `project`'s connection."""
        self._project = project
        self._texts: dict[str, str] = {}

    def row(self, cluster: Cluster, people: Sequence[str]) -> Row:
        """Return a cluster's row, with a lane for each of `people` who finished the article, in their order."""
        return row_of(self._text(cluster.article), cluster, people)

    def _text(self, article: str) -> str:
        if article not in self._texts:
            self._texts[article] = articles.text_of(self._project.connection, article)
        return self._texts[article]


def row_of(text: str, cluster: Cluster, people: Sequence[str]) -> Row:
    """Return a cluster's row in an article's `text`."""
    first, last = _sentence(text, cluster.start, cluster.end)
    head = "…" if first > 0 and text[first - 1] not in _STOPS else ""
    tail = "…" if last < len(text) and text[last - 1] not in _STOPS else ""
    at = [len(head)]
    for character in text[first:last]:
        at.append(at[-1] + (character != "\n"))

    def placed(offset: int) -> int:
        return at[min(max(offset, first), last) - first]

    lanes = tuple(
        Lane(person, tuple((placed(span.start), placed(span.end), span.label) for span in cluster.marks[person]))
        for person in people
        if person in cluster.marks
    )
    shown = head + text[first:last].replace("\n", "") + tail
    return Row(cluster, shown, placed(cluster.start), placed(cluster.end), lanes)


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the bounds of what is shown around `[start, end)`: up to a full stop or a paragraph's end, and not too far."""
    first, last = start, end
    while first > max(0, start - _AROUND) and not _is_end(text, first - 1):
        first -= 1
    while last < min(len(text), end + _AROUND):
        last += 1
        if _is_end(text, last - 1):
            break
    return first, last


def _is_end(text: str, at: int) -> bool:
    """Say whether a sentence ends with this character; a single line break may be the column's and does not end it."""
    if text[at] != "\n":
        return text[at] in _STOPS
    return text[at - 1 : at] == "\n" or text[at + 1 : at + 2] == "\n"
