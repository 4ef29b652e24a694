"""Where exports go: a file or folder appears complete or not at all, and nothing is lost that is not an export of ours."""

import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from annotator.core.errors import ExportError
from annotator.exchange.formats.manifest import hashes
from annotator.store.appearing import keep

MANIFEST = "manifest.json"
PROGRAM = "annotator"


@contextmanager
def appearing_file(out: Path, project: Path) -> Iterator[Path]:
    """Yield the name of a temporary file beside `out`; it takes the place of `out` if the block ends well.

    Raises:
        ExportError: `out` is the project, a folder or a device, or cannot be written.
    """
    try:
        # A link stays a link: what it points to is replaced.
        target = _not_the_project(out, project)
        if target.exists() and not target.is_file():
            raise ExportError("{path} is not a file. Choose another name.", path=out)
        temporary = _beside(target)
        try:
            yield temporary
            keep(temporary)
            temporary.replace(target)
            keep(target.parent)
        finally:
            with suppress(OSError):
                temporary.unlink()
    except OSError as error:
        raise _unwritable(out, error) from error


@contextmanager
def appearing_folder(out: Path, project: Path) -> Iterator[Path]:
    """Yield the name of a temporary folder beside `out`, yet to be made; it takes the place of `out` if the block ends well.

    Raises:
        ExportError: something stands at `out` that is not empty and no earlier export, or it cannot be written.
    """
    try:
        target = _not_the_project(out, project)
        _check_replaceable(target, out)
        temporary = _beside(target)
        shutil.rmtree(temporary, ignore_errors=True)
        try:
            yield temporary
            _check_replaceable(target, out)
            for made in (*temporary.rglob("*"), temporary):
                keep(made)
            _swap(temporary, target)
            keep(target.parent)
        finally:
            shutil.rmtree(temporary, ignore_errors=True)
    except OSError as error:
        raise _unwritable(out, error) from error


def is_export(folder: Path) -> bool:
    """Say whether `folder` holds a manifest that this program wrote."""
    return _manifest(folder) is not None


def _not_the_project(out: Path, project: Path) -> Path:
    target = out.resolve()
    if target == project.resolve():
        raise ExportError("{path} is the project itself. Choose another name.", path=out)
    return target


def _beside(target: Path) -> Path:
    return target.with_name(f".{target.name}.{os.getpid()}.new")


def _swap(new: Path, target: Path) -> None:
    """Put `new` where `target` stands; if that fails, the old one stands there again."""
    if not target.exists():
        new.rename(target)
        return
    old = target.with_name(f".{target.name}.{os.getpid()}.old")
    target.rename(old)
    try:
        new.rename(target)
    except BaseException:
        old.rename(target)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _check_replaceable(target: Path, out: Path) -> None:
    """Refuse a folder that holds anything but an export just as it was written."""
    if not target.exists():
        return
    if not target.is_dir():
        raise ExportError("{path} is not a folder. Choose another name.", path=out)
    if not any(target.iterdir()):
        return
    said = _manifest(target)
    if said is None:
        raise ExportError("{path} is a folder with other things in it. Choose another name.", path=out)
    for name, sha256 in hashes(target).items():
        if name != MANIFEST and said.get(name) != sha256:
            raise ExportError(
                "{path} holds {name}, which is not of the export that was written there, or was changed since. Choose another name.",
                path=out,
                name=name,
            )


def _manifest(folder: Path) -> dict[str, str] | None:
    """Return the hashes of the files that the manifest in `folder` names; None where there is none of this program."""
    try:
        said = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        return dict(said["files"]) if said["program"]["name"] == PROGRAM else None
    except (OSError, ValueError, LookupError, TypeError):
        return None


def _unwritable(out: Path, error: OSError) -> ExportError:
    return ExportError("{path} cannot be written: {why}.", path=out, why=error.strerror or error)
