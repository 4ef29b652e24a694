"""The members of a ZIP file, unpacked within bounds: archives, Word documents and workbooks are all read through here."""

import io
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from typing import IO

from annotator.core.errors import InputError
from annotator.exchange.reading.limits import LARGEST_ARCHIVE, LARGEST_MEMBER, MOST_MEMBERS, MOST_RATIO, RATIO_MATTERS

_PIECE = 1 << 20
_METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_ENTRY = b"PK\x01\x02"
_IS_LOCKED, _IS_UTF8 = 0x1, 0x800
# What zipfile raises on files that are not what they say, or that it does not know.
DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    ValueError,
    OverflowError,
    NotImplementedError,
    RuntimeError,
    IndexError,
    OSError,
)


class Members:
    """The members of one ZIP file; `name` is what the file is called in errors.

    What is unpacked is counted: a file that unpacks to more than an archive may hold is refused half-way.
    """

    def __init__(self, name: str, data: bytes) -> None:
        """Read the list of members.

        Raises:
            InputError: it is damaged, or longer than any list of texts.
        """
        self._name = name
        self._unpacked = 0
        # Counted before the list is built: an entry takes 46 bytes there and half a kilobyte in memory.
        if data.count(_ENTRY) > 2 * MOST_MEMBERS:
            raise self._too_many()
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except DAMAGED as error:
            raise InputError("{name} is damaged: its list of files cannot be read.", name=name) from error
        if len(self._zip.filelist) > MOST_MEMBERS:
            raise self._too_many()
        self._by_name = {info.filename: info for info in self._zip.filelist}

    def __iter__(self) -> Iterator[zipfile.ZipInfo]:
        """Iterate over the members that are files, in the order of the list."""
        return (info for info in self._zip.filelist if not info.filename.endswith("/"))

    def named(self, name: str) -> zipfile.ZipInfo | None:
        """Return the member called `name`, or None."""
        return self._by_name.get(name)

    def read(self, info: zipfile.ZipInfo, name: str) -> bytes:
        """Return a member's bytes; `name` is what it is called in errors.

        Raises:
            InputError: it is too large, grows too much, has a password, or is damaged.
        """
        try:
            with self.open(info, name) as stream:
                # Without a size, all that the packed bytes give would be unpacked before the claimed size is looked at.
                return b"".join(iter(lambda: stream.read(_PIECE), b""))
        except DAMAGED as error:
            raise damaged(name) from error

    def open(self, info: zipfile.ZipInfo, name: str) -> IO[bytes]:
        """Return a member to be read piece by piece. No piece comes after the size it claims; reading may raise what `DAMAGED` lists.

        Raises:
            InputError: as `read`.
        """
        self._check(info, name)
        try:
            return self._zip.open(info)
        except DAMAGED as error:
            raise damaged(name) from error

    def _check(self, info: zipfile.ZipInfo, name: str) -> None:
        if info.flag_bits & _IS_LOCKED:
            raise InputError("{name} has a password. Unpack it, and read what was in it.", name=name)
        if stat.S_ISLNK(info.external_attr >> 16):
            raise InputError("{name} is a link to another file; links in archives are not followed.", name=name)
        if info.compress_type not in _METHODS:
            raise InputError("{name} is packed in a way that cannot be read here. Pack it again as an ordinary ZIP file.", name=name)
        if info.file_size > LARGEST_MEMBER:
            raise InputError(
                "{name} is too large: {size} bytes unpacked; at most {limit}.", name=name, size=info.file_size, limit=LARGEST_MEMBER
            )
        if info.file_size > RATIO_MATTERS and info.file_size > MOST_RATIO * info.compress_size:
            raise InputError(
                "{name} unpacks to {ratio} times its size. No text does that; it was not unpacked.",
                name=name,
                ratio=info.file_size // max(1, info.compress_size),
            )
        self._unpacked += info.file_size
        if self._unpacked > LARGEST_ARCHIVE:
            raise InputError(
                "{name}: {archive} unpacks to more than {limit} bytes; the rest of it was left out.",
                name=name,
                archive=self._name,
                limit=LARGEST_ARCHIVE,
            )

    def _too_many(self) -> InputError:
        return InputError("{name} holds too many files; at most {limit} are read.", name=self._name, limit=MOST_MEMBERS)


def damaged(name: str) -> InputError:
    """Return the error of a member that cannot be unpacked."""
    return InputError("{name} is damaged and cannot be unpacked.", name=name)


def spoken_name(info: zipfile.ZipInfo) -> str:
    """Return a member's name as its maker meant it: archives made on Chinese Windows have names in GBK and say nothing about it."""
    if info.flag_bits & _IS_UTF8:
        return info.orig_filename
    try:
        raw = info.orig_filename.encode("cp437")
    except UnicodeEncodeError:
        return info.orig_filename
    for encoding in ("utf-8", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return info.orig_filename
