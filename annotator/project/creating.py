"""Make a new project with the scheme and the lexicon it starts from."""

from dataclasses import asdict
from pathlib import Path

from annotator import places
from annotator.core.errors import InputError, ProjectError
from annotator.core.scheme import Scheme
from annotator.exchange.lexicon_csv import read_lexicon
from annotator.exchange.patterns_toml import read_patterns
from annotator.exchange.programmes_csv import read_programmes
from annotator.exchange.scheme_json import read_scheme
from annotator.project.workspace import Project, now
from annotator.store import knowledge
from annotator.store.file import SUFFIX, create_project, transaction


def new_project(path: Path, *, title: str = "", scheme_file: Path | None = None) -> Project:
    """Make an empty project at `path` (`.annot` is added where it has no ending) and open it.

    The scheme is the one in `scheme_file`, or the one that ships. The shipped lexicon and patterns are taken as far as their labels
    are in the scheme.

    Raises:
        InputError: the scheme file cannot be used; nothing is made.
        ProjectError: `path` exists, its folder does not, or it cannot be written.
    """
    path = _free(path)
    scheme = scheme_of(scheme_file or places.shipped("seeds", "scheme.json"))
    project = Project(create_project(path, title or path.stem))
    try:
        with transaction(project.connection):
            knowledge.put_scheme(project.connection, scheme, now())
            _put_seeds(project, scheme)
    except BaseException:
        project.close()
        path.unlink(missing_ok=True)
        raise
    return project


def _exists(path: Path) -> bool:
    """Whether something is there; raises OSError where that cannot be told, which `Path.exists` hides from Python 3.14 on."""
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return False
    return True


def _free(path: Path) -> Path:
    """Return where the project is to stand; the folder must be there."""
    try:
        if path.name in {"", ".."}:
            raise ProjectError("{path} is a folder. Name the file too, for example {example}.", path=path, example=path / f"study{SUFFIX}")
        path = path if path.suffix else path.with_suffix(SUFFIX)
        if _exists(path):
            raise ProjectError("{path} exists already. Choose another name, or open it.", path=path)
        if not path.parent.is_dir():
            raise ProjectError("There is no folder {folder}.", folder=path.parent)
    except OSError as error:
        raise ProjectError("{path} cannot be made: {why}.", path=path, why=error.strerror or error) from error
    return path


def scheme_of(path: Path) -> Scheme:
    """Return the scheme in a file.

    Raises:
        InputError: it cannot be read or used.
    """
    return read_scheme(_read(path), path.name)


def _put_seeds(project: Project, scheme: Scheme) -> None:
    labels = {label.id for label in scheme.labels}
    lexicon = read_lexicon(_read(places.shipped("seeds", "lexicon.csv")), "lexicon.csv")
    knowledge.put_lexicon(project.connection, (entry for entry in lexicon if entry.label in labels))
    patterns, vetoes = read_patterns(_read(places.shipped("seeds", "patterns.toml")), "patterns.toml")
    knowledge.put_rules(project.connection, "pattern", [asdict(p) for p in patterns if p.label in labels])
    knowledge.put_rules(project.connection, "veto", [asdict(v) for v in vetoes])
    programmes = read_programmes(_read(places.shipped("seeds", "programmes.csv")), "programmes.csv")
    knowledge.put_programmes(project.connection, (p for p in programmes if not p.label or p.label in labels))


def _read(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise InputError("{path} cannot be read: {why}.", path=path, why=error.strerror or error) from error
    except UnicodeDecodeError as error:
        raise InputError("{path} is not UTF-8 (byte {at}).", path=path, at=error.start) from error
