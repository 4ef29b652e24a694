"""Where Chinese words begin and end, by jieba's dictionary: no candidate may cut a word (减低保障 holds no 低保).

jieba is imported and its dictionary read at first use or by `load()`, which takes a second the first time and 0.3 s afterwards;
call it on a thread. jieba's guessing of unknown words is off: it invents words around names.
"""

import logging
import marshal
import os
import re
import sys
import tempfile
import threading
import warnings
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from importlib import import_module
from itertools import pairwise
from pathlib import Path
from typing import Protocol, cast

from annotator.suggest.reading import read

# Only these are in words; what stands between two others is cut as one stretch.
_IN_WORDS = re.compile(r"[一-鿿㐀-䶿A-Za-z0-9+#&._%-]*")
# What stands further away on either side changes nothing about an edge.
_SIDE = 32
# Stretches whose words are remembered: both edges of a name stand in one, and papers repeat themselves.
_REMEMBERED = 4096
_LONGEST_WORD = 16
# Nearly all words are this short; whether a longer one may reach across an edge is told by the two characters around it.
_SHORT_WORD = 4
# What makes money, people and places of a programme: 救助|金, 工作队|员, 安置|点.
_SUFFIXES = frozenset("金款费员点站岗工")


class _Tokenizer(Protocol):
    FREQ: dict[str, int]
    total: int
    initialized: bool

    def gen_pfdict(self, file: object) -> tuple[dict[str, int], int]: ...
    def get_dict_file(self) -> object: ...
    def add_word(self, word: str) -> None: ...
    def cut(self, sentence: str, *, HMM: bool) -> Iterable[str]: ...  # noqa: N803


class WordEdges:
    """Says whether an offset lies between two words; `words` are added to jieba's dictionary, whose cache is in `cache_folder`.

    Without a folder the dictionary is read anew each time. Safe to use from several threads.
    """

    def __init__(self, cache_folder: Path | None = None, words: Iterable[str] = ()) -> None:
        self._cache_folder = cache_folder
        self._words = tuple(words)
        self._tokenizer: _Tokenizer | None = None
        self._inside_long: frozenset[str] = frozenset()
        self._lock = threading.Lock()
        self._lengths = lru_cache(_REMEMBERED)(self._cut)

    @property
    def is_loaded(self) -> bool:
        """Whether asking is fast."""
        return self._tokenizer is not None

    def load(self) -> None:
        """Import jieba and read its dictionary; does nothing the second time."""
        self._loaded()

    def is_edge(self, text: str, at: int) -> bool:
        """Say whether a word begins or ends at offset `at` (code points) of `text`, which has no breaks inside words."""
        if at <= 0 or at >= len(text) or _IN_WORDS.match(text, at - 1, at + 1).end() <= at:  # type: ignore[union-attr]
            return True
        tokenizer = self._loaded()
        if not self._is_inside(text, at):
            return True
        start, end = self._word_around(text, at)
        # 管理工作 is one word of the dictionary and yet two, 救助金 a word and a suffix: edges inside them are edges.
        return start == at or (_is_word(tokenizer, text[start:at]) and (text[at:end] in _SUFFIXES or _is_word(tokenizer, text[at:end])))

    def words(self, text: str, breaks: Sequence[tuple[int, int]] = ()) -> list[tuple[int, int]]:
        """Return the words of `text` as spans in order, each with the breaks inside it; other characters stand alone."""
        reading = read(text, breaks)
        spans = []
        at = 0
        for word in self._loaded().cut(reading.text, HMM=False):
            spans.append(reading.original(at, at + len(word)))
            at += len(word)
        return spans

    def _is_inside(self, text: str, at: int) -> bool:
        """Say whether any word of the dictionary reaches across `at`: if none does, every cut has an edge there."""
        longest = _LONGEST_WORD if text[at - 1 : at + 1] in self._inside_long else _SHORT_WORD
        return _crosses(self._loaded().FREQ, text, at, longest)

    def _word_around(self, text: str, at: int) -> tuple[int, int]:
        """Return the word that reaches across `at`, or begins there; cut between the nearest offsets that every cut has as edges."""
        first, last = _stretch(text, at)
        start, end = at - 1, at + 1
        while start > first and self._is_joined(text, start):
            start -= 1
        while end < last and self._is_joined(text, end):
            end += 1
        for length in self._lengths(text[start:end]):
            if start + length > at:
                return start, start + length
            start += length
        return at, at

    def _is_joined(self, text: str, at: int) -> bool:
        # jieba joins neighbouring letters and digits, which no dictionary lists.
        return (text[at - 1].isascii() and text[at].isascii()) or self._is_inside(text, at)

    def _cut(self, stretch: str) -> tuple[int, ...]:
        return tuple(map(len, self._loaded().cut(stretch, HMM=False)))

    def _loaded(self) -> _Tokenizer:
        if self._tokenizer is None:
            with self._lock:
                if self._tokenizer is None:
                    tokenizer = _load(self._cache_folder, self._words)
                    self._inside_long = frozenset(_inside_long(tokenizer.FREQ))
                    self._tokenizer = tokenizer
        return self._tokenizer


def _crosses(frequencies: dict[str, int], text: str, at: int, longest: int) -> bool:
    """Say whether a word reaches across `at`; `longest` bounds how far before `at` it begins."""
    for start in range(at - 1, max(-1, at - longest), -1):
        end = at + 1
        # The dictionary holds every beginning of every word, with frequency 0 where it is no word itself.
        while (frequency := frequencies.get(text[start:end])) is not None:
            if frequency:
                return True
            if end >= len(text):
                break
            end += 1
    return False


def _inside_long(frequencies: dict[str, int]) -> Iterator[str]:
    """Yield the pairs of neighbouring characters of the words that are longer than most."""
    for word, frequency in frequencies.items():
        if len(word) > _SHORT_WORD and frequency:
            yield from map("".join, pairwise(word))


def _stretch(text: str, at: int) -> tuple[int, int]:
    before = text[max(0, at - _SIDE) : at][::-1]
    return at - len(_IN_WORDS.match(before)[0]), _IN_WORDS.match(text, at, at + _SIDE).end()  # type: ignore[index, union-attr]


def _is_word(tokenizer: _Tokenizer, part: str) -> bool:
    return len(part) > 1 and bool(tokenizer.FREQ.get(part))


def _load(cache_folder: Path | None, words: Iterable[str]) -> _Tokenizer:
    tokenizer = cast("_Tokenizer", _import_jieba().Tokenizer())
    tokenizer.FREQ, tokenizer.total = _dictionary(tokenizer, cache_folder)
    tokenizer.initialized = True
    for word in words:
        tokenizer.add_word(word)
    return tokenizer


def _dictionary(tokenizer: _Tokenizer, cache_folder: Path | None) -> tuple[dict[str, int], int]:
    cache = cache_folder / f"jieba-{_import_jieba().__version__}.dictionary" if cache_folder else None
    if cache and (cached := _read_cache(cache)):
        return cached
    built = tokenizer.gen_pfdict(tokenizer.get_dict_file())
    if cache:
        _write_cache(cache, marshal.dumps(built))
    return built


def _read_cache(path: Path) -> tuple[dict[str, int], int] | None:
    """Return the cached dictionary; None if there is none or it is damaged."""
    try:
        # Twice as fast as `marshal.load(file)`, which jieba uses.
        frequencies, total = marshal.loads(path.read_bytes())  # noqa: S302
    except (OSError, ValueError, EOFError, TypeError):
        return None
    return (frequencies, total) if isinstance(frequencies, dict) and isinstance(total, int) else None


def _write_cache(path: Path, data: bytes) -> None:
    """Write the cache whole or not at all; a folder that cannot be written costs only time."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).replace(path)
    except OSError:
        return


class _Jieba(Protocol):
    __version__: str

    def Tokenizer(self) -> object: ...  # noqa: N802
    def setLogLevel(self, level: int) -> None: ...  # noqa: N802


def _import_jieba() -> _Jieba:
    with warnings.catch_warnings(), _hidden("pkg_resources"):
        # Its source has escapes that newer Pythons warn about when they compile it.
        warnings.simplefilter("ignore")
        jieba = cast("_Jieba", import_module("jieba"))
    jieba.setLogLevel(logging.WARNING)
    return jieba


@contextmanager
def _hidden(module: str) -> Iterator[None]:
    """Make `module` impossible to import: jieba falls back to plain `open`, without its warnings and 0.2 s."""
    before = sys.modules.get(module)
    sys.modules[module] = None  # type: ignore[assignment]
    try:
        yield
    finally:
        if before is None:
            del sys.modules[module]
        else:
            sys.modules[module] = before
