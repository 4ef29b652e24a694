"""A new project as it is asked for, what is wrong with it, and the making of it."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from annotator.core.errors import InputError
from annotator.session.translating import QT_TRANSLATE_NOOP
from annotator.store.whereabouts import synchronised

Sentence = tuple[str, Mapping[str, object]]
SUFFIX = ".annot"
_LONGEST_NAME = 100


@dataclass(frozen=True, slots=True)
class Wish:
    """What the form says: where, the title (empty: the file's name), a scheme file (empty: the shipped one), and who works here."""

    path: str
    title: str
    scheme: str
    person: str

    @property
    def file(self) -> Path:
        """Where the project is to stand, with its ending."""
        path = Path(self.path.strip()).expanduser()
        return path if path.suffix or not path.name else path.with_suffix(SUFFIX)


def proposed(title: str, folder: Path | None = None) -> Path:
    """Return a free file for a project called `title` in the person's documents, or in `folder`."""
    where = folder or Path(platformdirs.user_documents_dir())
    name = "".join(" " if char in '\\/:*?"<>|' or ord(char) < ord(" ") else char for char in title).strip(" .")[:_LONGEST_NAME] or "study"
    names = (f"{name}{SUFFIX}" if n == 1 else f"{name} {n}{SUFFIX}" for n in range(1, 1000))
    return next((where / free for free in names if not (where / free).exists()), where / f"{name}{SUFFIX}")


def complaints(wish: Wish) -> dict[str, Sentence]:
    """Return what has to be put right, by field: `path`, `scheme`, `person`; empty where the project can be made.

    A scheme file is read: this is for a person who has stopped typing.
    """
    found = {"path": _path_complaint(wish), "scheme": _scheme_complaint(wish), "person": _person_complaint(wish)}
    return {field: sentence for field, sentence in found.items() if sentence is not None}


def warning(wish: Wish) -> Sentence | None:
    """Return what should be known of the place without being an obstacle."""
    program = synchronised(wish.file)
    if not program:
        return None
    text = QT_TRANSLATE_NOOP(
        "NewProject", "{program} synchronises this folder. It may copy a project that is being written; a folder of your own is safer."
    )
    return text, {"program": program}


def make(wish: Wish) -> Path:
    """Make the project; return where it is.

    Raises:
        AnnotatorError: it cannot be made; nothing is.
    """
    from annotator.project.creating import new_project  # noqa: PLC0415 (pydantic)

    scheme = Path(wish.scheme).expanduser() if wish.scheme else None
    with new_project(wish.file, title=wish.title.strip(), scheme_file=scheme) as project:
        return project.path


def _path_complaint(wish: Wish) -> Sentence | None:
    if not wish.path.strip():
        return QT_TRANSLATE_NOOP("NewProject", "Say where the project file is to be."), {}
    try:
        return _place_complaint(wish.path, wish.file)
    except (OSError, ValueError):
        return QT_TRANSLATE_NOOP("NewProject", "This cannot be the name of a file."), {}


def _place_complaint(written: str, path: Path) -> Sentence | None:
    folder = Path(written.strip()).expanduser()
    if "\0" in written:
        raise ValueError(written)
    if not folder.is_absolute():
        return QT_TRANSLATE_NOOP("NewProject", "Write the whole path, for example {example}."), {"example": proposed(folder.stem)}
    if path.is_dir() or folder.is_dir() or written.rstrip().endswith(("/", "\\")):
        return QT_TRANSLATE_NOOP("NewProject", "This is a folder. Name the file too, for example {example}."), {
            "example": folder / f"study{SUFFIX}"
        }
    if path.exists():
        return QT_TRANSLATE_NOOP("NewProject", "This file exists already. Choose another name, or open it."), {}
    if not path.parent.is_dir():
        return QT_TRANSLATE_NOOP("NewProject", "There is no folder {folder}."), {"folder": path.parent}
    if not os.access(path.parent, os.W_OK):
        return QT_TRANSLATE_NOOP("NewProject", "Nothing can be written into {folder}."), {"folder": path.parent}
    return None


def _scheme_complaint(wish: Wish) -> Sentence | None:
    if not wish.scheme:
        return None
    from annotator.project.creating import scheme_of  # noqa: PLC0415 (pydantic)

    try:
        scheme_of(Path(wish.scheme).expanduser())
    except InputError as error:
        return error.template, error.facts
    return None


def _person_complaint(wish: Wish) -> Sentence | None:
    if wish.person.strip():
        return None
    return QT_TRANSLATE_NOOP("NewProject", "Write your name: every decision carries it."), {}
