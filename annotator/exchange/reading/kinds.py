"""Which files are read, and what the first bytes of a file say that it is."""

import struct
from collections.abc import Mapping
from pathlib import PurePosixPath
from types import MappingProxyType

from annotator.core.errors import InputError

READABLE: Mapping[str, str] = MappingProxyType(
    {
        ".txt": "plain text",
        ".text": "plain text",
        ".md": "Markdown",
        ".html": "web page",
        ".htm": "web page",
        ".csv": "table",
        ".tsv": "table",
        ".xlsx": "Excel workbook",
        ".jsonl": "JSON lines",
        ".ndjson": "JSON lines",
        ".json": "JSON",
        ".docx": "Word document",
        ".pdf": "PDF with a text layer",
        ".zip": "ZIP archive of such files",
    }
)
"""The suffixes of files that can be read (lower case, with the dot), and what each is."""

# Words that are put into sentences are errors themselves, so that they are translated with them.
_WHAT: Mapping[str, InputError] = {
    ".pdf": InputError("a PDF document"),
    ".docx": InputError("a Word document"),
    ".xlsx": InputError("an Excel workbook"),
    ".zip": InputError("a ZIP archive"),
    "locked": InputError("a Word or Excel file with a password"),
    "old": InputError("an old Word or Excel file (.doc, .xls)"),
    "rtf": InputError("an RTF document"),
    "picture": InputError("a picture"),
    "archive": InputError("a compressed file"),
    "database": InputError("a database"),
    "caj": InputError("a CAJ document"),
    "text": InputError("something else"),
}
_MAGIC = (
    (b"%PDF-", ".pdf"),
    (b"PK\x03\x04", ".zip"),
    (b"PK\x05\x06", ".zip"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old"),
    (b"{\\rtf", "rtf"),
    (b"\x89PNG", "picture"),
    (b"\xff\xd8\xff", "picture"),
    (b"GIF8", "picture"),
    (b"II*\0", "picture"),
    (b"MM\0*", "picture"),
    (b"\x1f\x8b", "archive"),
    (b"Rar!", "archive"),
    (b"7z\xbc\xaf", "archive"),
    (b"BZh", "archive"),
    (b"\xfd7zXZ", "archive"),
    (b"SQLite format 3\0", "database"),
    (b"CAJ\0", "caj"),
    (b"HN\0\0", "caj"),
    (b"KDH ", "caj"),
)
_LOCKED = "EncryptedPackage".encode("utf-16-le")
# Some programs write a line or two before the PDF's own first line; readers look this far.
_PDF_WITHIN = 1024
# A ZIP file ends with a record of 22 bytes and a comment of at most 65,535; the size of the list before it stands at byte 12.
_END_WITHIN = 22 + 65_535
_SIZE_AT = 12
_PACKAGES = frozenset({".docx", ".xlsx"})
_BINARY = frozenset({".pdf", ".zip", *_PACKAGES})


def suffix_of(name: str) -> str:
    """Return the suffix of a file's name, in lower case and with the dot; empty where there is none."""
    return PurePosixPath(name.rpartition("/")[2]).suffix.lower()


def readable_suffix(name: str) -> str:
    """Return the suffix of a file that can be read.

    Raises:
        InputError: files of this kind are not read; says which are, or what to save it as.
    """
    suffix = suffix_of(name)
    if suffix not in READABLE:
        raise _unknown(name, suffix)
    return suffix


def checked_suffix(name: str, data: bytes) -> str:
    """Return the suffix by which to read the file.

    Raises:
        InputError: files of this kind are not read, or the bytes are not what the suffix says.
    """
    suffix = readable_suffix(name)
    found = _kind(data)
    if found == suffix or (found == "text" and suffix not in _BINARY):
        return suffix
    if (suffix == ".pdf" and b"%PDF-" in data[:_PDF_WITHIN]) or (suffix in _PACKAGES and found == ".zip"):
        return suffix
    if found == "locked" and suffix in _PACKAGES:
        raise InputError("{name} has a password. Open it in Office, remove the password, and save it again.", name=name)
    if found in READABLE:
        raise InputError(
            "{name} is {what}, whatever its name says. Let its name end in {suffix} and read it again.",
            name=name,
            what=_WHAT[found],
            suffix=found,
        )
    raise InputError("{name} is not a {suffix} file but {what}, which cannot be read.", name=name, suffix=suffix, what=_WHAT[found])


def _unknown(name: str, suffix: str) -> InputError:
    known = " ".join(READABLE)
    if suffix in {".doc", ".xls", ".wps", ".et", ".rtf", ".odt", ".ods", ".caj", ".epub", ".mht", ".mhtml"}:
        return InputError(
            "{name}: {suffix} files cannot be read. Save it as .docx, .xlsx, .html or .txt and read that.", name=name, suffix=suffix
        )
    return InputError("{name}: files of this kind cannot be read; these can: {known}.", name=name, known=known)


def _kind(data: bytes) -> str:
    """Return a suffix, or a key of `_WHAT`."""
    kind = next((kind for magic, kind in _MAGIC if data.startswith(magic)), "text")
    if kind == "old" and _LOCKED in data:
        return "locked"
    if kind == ".zip":
        return _package(data)
    return kind


def _package(data: bytes) -> str:
    """Return which of the formats that are ZIP files inside `data` is."""
    names = _directory(data)
    if b"[Content_Types].xml" not in names:
        return ".zip"
    return next((suffix for mark, suffix in ((b"word/", ".docx"), (b"xl/", ".xlsx")) if mark in names), ".zip")


def _directory(data: bytes) -> bytes:
    """Return the list of members of a ZIP file, as bytes; empty where it has none. The names stand in it as they are."""
    end = data.rfind(b"PK\x05\x06", max(0, len(data) - _END_WITHIN))
    if end < 0 or len(data) < end + _SIZE_AT + 4:
        return b""
    (size,) = struct.unpack_from("<I", data, end + _SIZE_AT)
    return data[max(0, end - size) : end]
