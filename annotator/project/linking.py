"""The register as linking needs it: looked up by any name a programme goes by, and added to."""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from annotator.core.errors import InputError, ProjectError
from annotator.core.ids import content_id
from annotator.core.programme import Programme
from annotator.project.workspace import Project
from annotator.store import knowledge, linking
from annotator.store.file import transaction

_QUOTES = "\"'“”‘’「」『』〝〞《》〈〉"
_QUOTED = str.maketrans(dict.fromkeys(_QUOTES))
_ROLE, _TASK = "role", "task"


def name_key(text: str) -> str:
    """Return what two spellings of one name share: no quotation marks, breaks or blanks, one width, one case."""
    return "".join(unicodedata.normalize("NFKC", text).translate(_QUOTED).split()).casefold()


@dataclass(frozen=True, slots=True)
class Register:
    """The programmes of a project by id, and which of them go by a name (`name_key`); the official names first."""

    programmes: Mapping[str, Programme]
    by_name: Mapping[str, tuple[str, ...]]

    @classmethod
    def of(cls, programmes: Iterable[Programme]) -> "Register":
        """Return the register of `programmes`, in their order."""
        known = {programme.id: programme for programme in programmes}
        names: dict[str, dict[str, None]] = {}
        for programme in known.values():
            names.setdefault(name_key(programme.name), {})[programme.id] = None
        for programme in known.values():
            for alias in programme.aliases:
                names.setdefault(name_key(alias), {})[programme.id] = None
        return cls(known, {name: tuple(ids) for name, ids in names.items() if name})

    def called(self, name: str) -> tuple[str, ...]:
        """Return the ids of the programmes that go by `name`, however it is written."""
        return self.by_name.get(name_key(name), ())


def register(project: Project) -> Register:
    """Return the project's register as it is now."""
    return Register.of(knowledge.programmes(project.connection))


def name_of(project: Project, programme: str) -> str:
    """Return the official name of a programme; its id where the register has lost it."""
    return linking.name_of(project.connection, programme) or programme


def lexicon_programmes(project: Project, terms: Iterable[str]) -> list[str]:
    """Return the programmes that the lexicon names for `terms`, each once."""
    return linking.of_terms(project.connection, terms)


def may_add(project: Project) -> bool:
    """Say whether programmes may be added here: in a writable project that is nobody's task file."""
    return not project.file.read_only and project.file.setting(_ROLE) != _TASK


def add_programme(project: Project, name: str, *, label: str = "", origin: str = "") -> Programme:
    """Put a programme called `name` into the register and return it; one that goes by this name already is returned as it is.

    Its id comes from its name, so that two people who add it in two files add one programme.

    Raises:
        InputError: the name is blank.
        ProjectError: this file is somebody's task; the register belongs to the project it was handed out from.
    """
    name = " ".join(name.split())
    if not name_key(name):
        raise InputError("A programme needs a name.")
    known = register(project)
    if same := known.called(name):
        return known.programmes[same[0]]
    if not may_add(project):
        raise ProjectError("Programmes are added in the project itself, not in a task file. Link to another one, or write a note.")
    made = Programme(f"p-{content_id('programme', name_key(name))}", name, label=label, origin=origin)
    with transaction(project.connection):
        linking.add(project.connection, made)
    return made
