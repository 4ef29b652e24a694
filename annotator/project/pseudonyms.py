"""What people are called in an export: by their names, or A1, A2… so that nobody is recognised.

The numbers follow the order in which people came into the project, where nobody ever leaves: who joins later changes no number.
"""

import re
from collections.abc import Iterable

from annotator.core.ids import annotator_id, assignment_id
from annotator.project.workspace import Project
from annotator.store import people

_IMPORTED = "import:"


class Names:
    """The names of a project's people, or what stands for them."""

    def __init__(self, project: Project, *, hidden: bool) -> None:
        """Read the names; `hidden` puts A1, A2… in their place."""
        self._names = people.names(project.connection)
        self.are_hidden = hidden
        if hidden:
            order = project.connection.execute("SELECT id FROM annotator ORDER BY rowid")
            real, self._names = self._names, {person: f"A{i}" for i, (person,) in enumerate(order, start=1)}
            self._stand_ins = {real[person]: name for person, name in self._names.items()}
            self._said = _any_of(real.values())

    def all(self) -> dict[str, str]:
        """Return what everybody is called, by id."""
        return self._names

    def of(self, person: str) -> str:
        """Return what the person with this id is called."""
        return self._names.get(person, person)

    def source(self, source: str | None) -> str | None:
        """Return a source; the file that a hidden person's work was imported from bears their name too often."""
        return "import" if self.are_hidden and source is not None and source.startswith(_IMPORTED) else source

    def text(self, text: str | None) -> str | None:
        """Return what somebody wrote (a note, a file's name) without the names of people."""
        if not self.are_hidden or not text or self._said is None:
            return text
        return self._said.sub(lambda match: self._stand_ins.get(match[0], "A0"), text)

    def assignment(self, made: str, article: str, person: str, round_name: str, condition: str) -> str:
        """Return an assignment's id; of hidden people it is made anew, since whoever guesses a name can compute it."""
        return assignment_id(article, annotator_id(self.of(person)), round_name, condition) if self.are_hidden else made


def _any_of(names: Iterable[str]) -> re.Pattern[str] | None:
    ordered = sorted((re.escape(name) for name in names), key=len, reverse=True)
    # Inside of a longer Latin word a short name is no name.
    return re.compile(rf"(?<![A-Za-z0-9])(?:{'|'.join(ordered)})(?![A-Za-z0-9])") if ordered else None
