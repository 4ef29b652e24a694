"""ZIP archives: every file inside is read as if it had been given itself, and called `archive.zip/folder/name.txt`."""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from zipfile import ZipInfo

from annotator.core.errors import InputError
from annotator.exchange.reading.found import Given, Unread, canonical
from annotator.exchange.reading.kinds import readable_suffix, suffix_of
from annotator.exchange.reading.members import Members, spoken_name

_DRIVE = re.compile(r"[A-Za-z]:")


def files(given: Given) -> Iterator[Given | Unread]:
    """Yield the files of an archive in the order of its list; hidden ones (`.name`, `__MACOSX/`) are passed over as in folders.

    Names that lead out of the archive, links, files with a password, archives in archives and names that stand there twice are Unread.

    Raises:
        InputError: the archive cannot be opened.
    """
    members = Members(given.name, given.data)
    names: set[str] = set()
    for info in members:
        path = canonical(spoken_name(info)).replace("\\", "/")
        if path.endswith("/") or _is_hidden(path):
            continue
        name = f"{given.name}/{path}"
        try:
            _check_name(path, name, names)
            yield Given(name, _read(members, info, name), given.decode, given.text_column)
        except InputError as error:
            yield Unread(name, error)


def _read(members: Members, info: ZipInfo, name: str) -> bytes:
    if suffix_of(name) == ".zip":
        raise InputError("{name} is an archive inside an archive; unpack it, and read it by itself.", name=name)
    readable_suffix(name)
    return members.read(info, name)


def _check_name(path: str, name: str, names: set[str]) -> None:
    if path.startswith("/") or ".." in PurePosixPath(path).parts or _DRIVE.match(path):
        raise InputError("{name} has a name that leads out of the archive; it was left out.", name=name)
    if path in names:
        raise InputError("{name} stands in the archive twice; the second was left out.", name=name)
    names.add(path)


def _is_hidden(path: str) -> bool:
    parts = PurePosixPath(path).parts
    return "__MACOSX" in parts or any(part.startswith(".") and part != ".." for part in parts)
