"""A disk as POSIX promises it, no better: what was synced is there after a power cut, of everything else any part may be.

A file keeps what it held when it was last synced; of what was written or cut off since, any part may have reached the disk, sector by
sector. A folder keeps the names that it had when the folder was last synced: that a file was synced says nothing of its name, and that
it was named nothing of what is in it. That a folder was made is taken as done.
"""

import random
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath

SECTOR = 512


@dataclass(frozen=True, slots=True)
class Write:
    """`data` was written at `offset` of a file."""

    path: str
    offset: int
    data: bytes


@dataclass(frozen=True, slots=True)
class Truncate:
    """A file was made `size` bytes long."""

    path: str
    size: int


@dataclass(frozen=True, slots=True)
class Sync:
    """The system was told to keep a file, or a folder's names; it said that it does."""

    path: str


@dataclass(frozen=True, slots=True)
class Create:
    """A file came to be."""

    path: str


@dataclass(frozen=True, slots=True)
class Rename:
    """A file or folder got another name."""

    path: str
    to: str


@dataclass(frozen=True, slots=True)
class Unlink:
    """A name was taken away."""

    path: str


@dataclass(frozen=True, slots=True)
class Acknowledged:
    """The program said that it has something."""

    what: str


Event = Write | Truncate | Sync | Create | Rename | Unlink | Acknowledged


@dataclass(slots=True, eq=False)
class _File:
    now: bytearray
    synced: bytes
    since: list[Write | Truncate] = field(default_factory=list)


@dataclass(frozen=True, slots=True, eq=False)
class _Named:
    """A name that a file was given, with the one that it loses by that, or that was taken away (`file` is None)."""

    path: str
    file: _File | None
    before: str | None = None

    def apply(self, names: dict[str, _File]) -> None:
        if self.before is not None and names.get(self.before) is self.file:
            del names[self.before]
        if self.file is None:
            names.pop(self.path, None)
        else:
            names[self.path] = self.file


@dataclass(frozen=True, slots=True, eq=False)
class _Moved:
    """A folder that got another name, with what is in it."""

    path: str
    before: str

    def apply(self, names: dict[str, _File]) -> None:
        for name in [name for name in names if name.startswith(f"{self.before}/")]:
            names[self.path + name[len(self.before) :]] = names.pop(name)


def _paths(named: _Named | _Moved) -> set[str]:
    return {path for path in (named.path, named.before) if path is not None}


def _folders(named: _Named | _Moved) -> set[str]:
    return {str(PurePosixPath(path).parent) for path in _paths(named)}


class Disk:
    """The files of one folder; paths are relative to it, and the folder is `.`."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        """Begin with `files`, all of them kept."""
        self._names = {path: _File(bytearray(data), data) for path, data in files.items()}
        self._kept = dict(self._names)
        self._since: list[_Named | _Moved] = []

    def do(self, event: Event) -> None:
        """Let one thing happen."""
        match event:
            case Write(path) | Truncate(path):
                file = self._names.get(path)
                if file is not None:
                    _apply(file.now, event)
                    file.since.append(event)
            case Create(path):
                if path not in self._names:
                    self._name(_Named(path, _File(bytearray(), b"")))
            case Rename(path, to):
                self._rename(path, to)
            case Unlink(path):
                self._name(_Named(path, None))
            case Sync(path):
                self._sync(path)
            case Acknowledged():
                pass

    def everything(self) -> dict[str, bytes]:
        """Return what is there if everything that was asked was done: what a killed program leaves."""
        return {path: bytes(file.now) for path, file in self._names.items()}

    def what_is_kept(self) -> dict[str, bytes]:
        """Return what is there if nothing was done but what was synced."""
        return {path: file.synced for path, file in self._kept.items()}

    def after_a_cut(self, chance: random.Random) -> dict[str, bytes]:
        """Return what may be there after a power cut now: some of what was not synced."""
        likely = chance.choice([0.1, 0.5, 0.5, 0.9, 1.0])
        names = dict(self._kept)
        for named in self._some_names(chance):
            named.apply(names)
        return {path: _some_of(file, likely, chance) for path, file in names.items()}

    def _some_names(self, chance: random.Random) -> Iterable[_Named | _Moved]:
        """Return some changes of names: a journalling file system keeps their order, others need not."""
        if chance.random() < 0.5:
            return self._since[: chance.randrange(len(self._since) + 1)]
        return [named for named in self._since if chance.random() < 0.5]

    def _name(self, named: _Named | _Moved) -> None:
        named.apply(self._names)
        self._since.append(named)

    def _rename(self, path: str, to: str) -> None:
        file = self._names.get(path)
        self._name(_Moved(to, path) if file is None else _Named(to, file, path))

    def _sync(self, path: str) -> None:
        if (file := self._names.get(path)) is not None:
            file.synced, file.since = bytes(file.now), []
            return
        kept, names = [], set[str]()
        for named in reversed(self._since):
            # What happened to a name before goes before.
            if path in _folders(named) or names & _paths(named):
                kept.append(named)
                names |= _paths(named)
        for named in reversed(kept):
            named.apply(self._kept)
        self._since = [named for named in self._since if named not in kept]


def _apply(data: bytearray, change: Write | Truncate) -> None:
    if isinstance(change, Truncate):
        del data[change.size :]
        data.extend(bytes(change.size - len(data)))
        return
    data.extend(bytes(max(change.offset - len(data), 0)))
    data[change.offset : change.offset + len(change.data)] = change.data


def _some_of(file: _File, likely: float, chance: random.Random) -> bytes:
    data = bytearray(file.synced)
    for change in file.since:
        if chance.random() >= likely:
            continue
        if isinstance(change, Truncate) or chance.random() < 0.7:
            _apply(data, change)
        else:
            _tear(data, change, lambda: chance.random() < likely)
    return bytes(data)


def _tear(data: bytearray, change: Write, is_kept: Callable[[], bool]) -> None:
    """Apply some sectors of a write; where the file grew for the others, it holds zeroes."""
    end = change.offset + len(change.data)
    data.extend(bytes(max(end - len(data), 0)))
    at = change.offset
    while at < end:
        following = min(end, (at // SECTOR + 1) * SECTOR)
        if is_kept():
            data[at:following] = change.data[at - change.offset : following - change.offset]
        at = following
