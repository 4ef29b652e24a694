"""What a program asks of the operating system, recorded by strace: writes with their data, syncs, names of files, in their order."""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.faults.disk import Acknowledged, Create, Event, Rename, Sync, Truncate, Unlink, Write

ROOT = Path(__file__).resolve().parents[2]
# A question mark: not every processor has the older calls.
_CALLS = (
    "?open,openat,?creat,write,pwrite64,writev,pwritev,lseek,truncate,ftruncate,fsync,fdatasync,?rename,renameat,?renameat2,?unlink,unlinkat,"
    "?link,linkat,sendfile,?copy_file_range,fallocate"
)
_LINE = re.compile(r"\d+ +(\w+)\((.*)\) += (-?\d+)")
_STRING = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
_DESCRIPTOR = re.compile(r"(\w+)<((?:\\x[0-9a-f]{2})*)>(\(deleted\))?")
_UNFINISHED = " <unfinished ...>"
_RESUMED = re.compile(r"(\d+) +<\.\.\. \w+ resumed>(.*)", re.DOTALL)
_NOT_FOLLOWED = frozenset({"writev", "pwritev", "truncate", "link", "linkat", "sendfile", "copy_file_range", "fallocate"})
_STDOUT = "1"


def can_record() -> str:
    """Return why nothing can be recorded here; empty where it can."""
    if sys.platform != "linux" or shutil.which("strace") is None:
        return "strace is not installed"
    tried = subprocess.run(["strace", "-f", "-o", "/dev/null", "true"], capture_output=True, text=True, check=False)
    return f"strace cannot run: {tried.stderr.strip()}" if tried.returncode else ""


def record(command: Sequence[str], folder: Path, log: Path) -> list[Event]:
    """Run `command`; return what it asked for in `folder`, and each line it printed as acknowledged.

    Raises:
        RuntimeError: it failed, or asked for what is not understood here.
    """
    options = ["-f", "-y", "-xx", "-s", "100000000", "-e", f"trace={_CALLS}", "-e", "signal=none", "-o", str(log)]
    done = subprocess.run(["strace", *options, "--", *command], cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(done.stderr[-2000:])
    with log.open(encoding="ascii") as lines:
        return list(_Reader(folder.resolve()).events(lines))


def _whole(lines: Iterator[str]) -> Iterator[str]:
    """Yield lines that were cut in two because another thread came between."""
    begun: dict[str, str] = {}
    for raw in lines:
        line = raw.rstrip("\n")
        resumed = _RESUMED.match(line)
        if line.endswith(_UNFINISHED):
            begun[line.split(" ", 1)[0]] = line.removesuffix(_UNFINISHED)
        elif resumed:
            yield begun.pop(resumed[1]) + resumed[2]
        else:
            yield line


class _Reader:
    """Where in its file every descriptor stands."""

    def __init__(self, folder: Path) -> None:
        self._folder = f"{folder}/"
        self._at: dict[str, int] = {}

    def events(self, lines: Iterator[str]) -> Iterator[Event]:
        for line in _whole(lines):
            if (call := _LINE.match(line)) is not None and int(call[3]) >= 0:
                yield from self._event(call[1], call[2], int(call[3]))

    def _event(self, name: str, given: str, result: int) -> Iterator[Event]:
        if name in {"open", "openat", "creat"}:
            yield from self._opened(given, str(result), is_new=name == "creat")
        elif name.startswith(("rename", "unlink")):
            yield from self._named(name, given)
        else:
            descriptor = _DESCRIPTOR.match(given)
            if descriptor is None:
                raise RuntimeError(f"{name}({given[:200]}")
            yield from self._done(name, given, result, descriptor)

    def _done(self, name: str, given: str, result: int, descriptor: re.Match[str]) -> Iterator[Event]:
        number = descriptor[1]
        data = _STRING.search(given, descriptor.end())
        if name == "write" and number == _STDOUT and data is not None:
            yield from (Acknowledged(what) for what in _bytes(data[1]).decode("utf-8").splitlines())
            return
        path = self._inside(_bytes(descriptor[2]).decode("utf-8"))
        if path is None or descriptor[3] or path.endswith(" (deleted)"):
            return
        last = given.rsplit(", ", 1)[-1]
        if name in _NOT_FOLLOWED:
            raise RuntimeError(f"{name} of {path}")
        if name == "write" and data is not None:
            yield Write(path, self._at.get(number, 0), _bytes(data[1])[:result])
            self._at[number] = self._at.get(number, 0) + result
        elif name == "pwrite64" and data is not None:
            yield Write(path, int(last), _bytes(data[1])[:result])
        elif name == "lseek":
            self._at[number] = result
        elif name == "ftruncate":
            yield Truncate(path, int(last))
        else:
            yield Sync(path)

    def _opened(self, given: str, number: str, *, is_new: bool) -> Iterator[Event]:
        self._at[number] = 0
        path = self._path(given, 0)
        if path is None or path == ".":
            return
        if is_new or "O_CREAT" in given:
            yield Create(path)
        if is_new or "O_TRUNC" in given:
            yield Truncate(path, 0)

    def _named(self, name: str, given: str) -> Iterator[Event]:
        path = self._path(given, 0)
        if name.startswith("unlink"):
            if path is not None:
                yield Unlink(path)
            return
        to = self._path(given, 1)
        if path is not None and to is not None:
            yield Rename(path, to)
        elif path is not None or to is not None:
            raise RuntimeError(f"renamed from or to elsewhere: {path} {to}")

    def _path(self, given: str, which: int) -> str | None:
        """Return the path that a call names, relative to the folder; None where it lies outside."""
        names = list(_STRING.finditer(given))
        above = [m for m in _DESCRIPTOR.finditer(given) if m.start() < names[which].start()]
        said = _bytes(names[which][1]).decode("utf-8")
        return self._inside(said if said.startswith("/") or not above else f"{_bytes(above[-1][2]).decode('utf-8')}/{said}")

    def _inside(self, path: str) -> str | None:
        if f"{path}/" == self._folder:
            return "."
        return path.removeprefix(self._folder) if path.startswith(self._folder) else None


def _bytes(escaped: str) -> bytes:
    return bytes.fromhex(escaped.replace("\\x", ""))
