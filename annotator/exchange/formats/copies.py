"""The reader's own copies of texts: found by hash, or by pieces of them without white space."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from annotator.core.errors import InputError
from annotator.core.ids import sha256_of
from annotator.exchange.formats.squeezed import Squeezed, fingerprint
from annotator.exchange.reading.found import canonical

# A file's name and bytes in, its text out; raises InputError.
Decode = Callable[[bytes], str]


@dataclass(frozen=True, slots=True)
class Wanted:
    """A piece of text to look for: its length and hash without white space, and the hash of its first `head_length` characters."""

    length: int
    head_length: int
    head: str
    fingerprint: str


class Copies:
    """The text files of a folder and of the folders in it."""

    def __init__(self, folder: Path, decode: Decode) -> None:
        """Read every file once for its hash.

        Raises:
            InputError: there is no such folder, or a file in it cannot be read.
        """
        if not folder.is_dir():
            raise InputError("{folder} is not a folder. Name the folder with the texts.", folder=folder)
        self._decode = decode
        self._paths = sorted(path for path in folder.rglob("*.txt") if path.is_file())
        self._by_hash = {sha256_of(self._text(path)): path for path in reversed(self._paths)}

    def __len__(self) -> int:
        return len(self._paths)

    def with_hash(self, sha256: str) -> str | None:
        """Return the text with this hash, or None."""
        path = self._by_hash.get(sha256)
        return None if path is None else self._text(path)

    def searched(self, wanted: Callable[[], Collection[Wanted]]) -> Iterator["Search"]:
        """Yield one search per text; `wanted` is asked again before each, and an empty answer ends them."""
        for path in self._paths:
            pieces = wanted()
            if not pieces:
                return
            yield Search(self._text(path), pieces)

    def _text(self, path: Path) -> str:
        try:
            return canonical(self._decode(path.read_bytes()))
        except OSError as error:
            raise InputError("{path} cannot be read: {why}.", path=path, why=error.strerror or error) from error
        except InputError as error:
            raise InputError("{path}: {why}", path=path, why=error) from error


class Search:
    """Where pieces stand in one text."""

    def __init__(self, text: str, wanted: Collection[Wanted]) -> None:
        self._text = text
        self._squeezed = Squeezed(text)
        self._heads: dict[tuple[int, str], list[int]] = {(w.head_length, w.head): [] for w in wanted}
        for length in {w.head_length for w in wanted}:
            self._look_for_heads(length)

    def find(self, wanted: Wanted) -> str | None:
        """Return the first place of the piece as it stands in this text, with the white space behind it; None if nowhere."""
        for start in self._heads.get((wanted.head_length, wanted.head), ()):
            end = start + wanted.length
            if end <= len(self._squeezed.text) and self._squeezed.fingerprint(start, end) == wanted.fingerprint:
                places = self._squeezed.places
                return self._text[places[start] : places[end] if end < len(places) else len(self._text)]
        return None

    def _look_for_heads(self, length: int) -> None:
        text = self._squeezed.text
        for start in range(len(text) - length + 1):
            places = self._heads.get((length, fingerprint(text[start : start + length])))
            if places is not None:
                places.append(start)


def decoded(data: bytes) -> str:
    """Return UTF-8, or else GB18030.

    Raises:
        InputError: it is neither.
    """
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise InputError("the text is neither UTF-8 nor GB18030.")
