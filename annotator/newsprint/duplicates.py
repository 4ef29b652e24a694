"""Paragraphs that are nearly the same, among many: one-permutation MinHash finds candidates, real Jaccard decides.

Broder, “On the resemblance and containment of documents” (1997); Li, Owen and Zhang, “One permutation hashing” (2012), with
empty bins filled from the next one (Shrivastava and Li, 2014). A hundred bytes a paragraph are held; the paragraphs themselves are
read one after the other, and those that may be alike once more.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from struct import unpack_from
from typing import Any

GRAM = 4
"""Characters a shingle has (UTF-16 units: four of them are one 64-bit number)."""

_ROWS = 3
_BANDS = 10
_BINS = _ROWS * _BANDS
# A pair of similarity 0.8 shares a band with probability 1 - (1 - 0.8 ** 3) ** 10 = 0.999.
_KEPT = 8
"""How many of the earliest paragraphs a bucket keeps: in a crowd of like ones, later ones are compared with these."""

_AT_ONCE = 2_000
_REMEMBERED = 4096
_NO_TEXT = 0
# The finalizer of SplitMix64 (Steele, Lea and Flood, 2014): every bit of a number moves every bit of its hash.
_MIX = ((30, 0xBF58476D1CE4E5B9), (27, 0x94D049BB133111EB), (31, 1))


def near_duplicates(paragraphs: Sequence[str], threshold: float = 0.8) -> list[tuple[int, int, float]]:
    """Return `(later, earlier, similarity)` for paragraphs (by index) whose Jaccard similarity reaches `threshold`.

    Similarity counts the distinct runs of four characters, white space removed. Equal paragraphs are 1.0 and paired with the
    first of them only. In order of `later`, then `earlier`; paragraphs without text are in no pair. They are iterated over once, and
    asked for by index where they may be alike.
    """
    import numpy as np  # noqa: PLC0415 (a tenth of a second, and most files need none of it)

    hashes: list[Any] = [np.zeros(0, np.int64)]
    keys: list[Any] = [np.zeros((0, _BANDS), np.uint64)]
    every = iter(paragraphs)
    while some := [_bare(paragraph) for paragraph in islice(every, _AT_ONCE)]:
        hashes.append(np.array([hash(text) or 1 if text else _NO_TEXT for text in some], np.int64))
        keys.append(_keys(some))
    of = np.concatenate(hashes)
    looked_at = _Looked(paragraphs)
    equal = dict(_equal(of, looked_at))
    index = np.array([i for i in range(len(of)) if of[i] != _NO_TEXT and i not in equal], np.int64)
    pairs = [(later, earlier, 1.0) for later, earlier in equal.items()]
    for later, earlier in sorted(_meeting(np.concatenate(keys)[index], index)):
        similarity = _jaccard(looked_at.grams(later), looked_at.grams(earlier))
        if similarity >= threshold:
            pairs.append((later, earlier, similarity))
    return sorted(pairs)


class _Looked:
    """The paragraphs that may be alike, with the grams of those that were compared lately."""

    def __init__(self, paragraphs: Sequence[str]) -> None:
        self._paragraphs = paragraphs
        self._grams: dict[int, frozenset[int]] = {}

    def text(self, i: int) -> str:
        """Return paragraph `i` without white space."""
        return _bare(self._paragraphs[i])

    def grams(self, i: int) -> frozenset[int]:
        """Return the grams of paragraph `i`, from memory if they were asked for lately."""
        if i not in self._grams:
            if len(self._grams) >= _REMEMBERED:
                self._grams.clear()
            self._grams[i] = _grams(self.text(i))
        return self._grams[i]


def _bare(paragraph: str) -> str:
    return "".join(paragraph.split())


def _groups(values: Any) -> Iterator[list[int]]:  # noqa: ANN401 (an array)
    """Yield the places of equal numbers, in order, where there are two or more."""
    import numpy as np  # noqa: PLC0415

    order = np.argsort(values, kind="stable")
    ordered = values[order]
    bounds = np.flatnonzero(np.concatenate(([True], ordered[1:] != ordered[:-1], [True])))
    several = np.flatnonzero(np.diff(bounds) > 1)
    for start, end in zip(bounds[several].tolist(), bounds[several + 1].tolist(), strict=True):
        yield order[start:end].tolist()


def _equal(hashes: Any, looked_at: _Looked) -> Iterator[tuple[int, int]]:  # noqa: ANN401
    """Yield `(later, first)` for paragraphs whose text stood before."""
    for places in _groups(hashes):
        if hashes[places[0]] == _NO_TEXT:
            continue
        first: dict[str, int] = {}
        for place in places:
            before = first.setdefault(looked_at.text(place), place)
            if before != place:
                yield place, before


def _meeting(keys: Any, index: Any) -> set[tuple[int, int]]:  # noqa: ANN401
    """Return `(later, earlier)` for paragraphs that share a bucket; row n of `keys` belongs to paragraph `index[n]`."""
    found: set[tuple[int, int]] = set()
    for places in _groups(keys.ravel()):
        # Several bands of one paragraph may meet.
        met = list(dict.fromkeys(index[place // _BANDS].item() for place in places))
        for n, later in enumerate(met):
            found.update((later, earlier) for earlier in met[: min(n, _KEPT)])
    return found


def _grams(text: str) -> frozenset[int]:
    """Return the runs of four characters of `text` as numbers; a shorter text is one run, filled up."""
    data = _units(text)
    runs: list[int] = []
    for shift in range(0, 2 * GRAM, 2):
        runs += unpack_from(f"<{(len(data) - shift) // 8}Q", data, shift)
    return frozenset(runs)


def _units(text: str) -> bytes:
    return text.encode("utf-16-le", "surrogatepass").ljust(2 * GRAM, b"\0")


def _keys(texts: Iterable[str]) -> Any:  # noqa: ANN401
    """Return a key for each text and band: a hash of the least hashes of the band's bins.

    The bins divide the 64-bit hashes evenly; an empty one takes what the next has that is not empty.
    """
    import numpy as np  # noqa: PLC0415

    coded = [_units(text) for text in texts]
    units = np.frombuffer(b"".join(coded), "<u2").astype(np.uint64)
    lengths = np.array([len(one) // 2 for one in coded])
    runs = units[:-3] | units[1:-2] << np.uint64(16) | units[2:-1] << np.uint64(32) | units[3:] << np.uint64(48)
    owner = np.repeat(np.arange(len(coded)), lengths)[: len(runs)]
    # The last three runs of a text go on into the next one.
    ends = np.cumsum(lengths)
    whole = np.arange(len(runs)) + GRAM <= ends[owner]
    hashed, owner = _mixed(runs[whole]), owner[whole]
    bins = (hashed >> np.uint64(32)) * np.uint64(_BINS) >> np.uint64(32)
    found = np.full(len(coded) * _BINS, np.iinfo(np.uint64).max)
    np.minimum.at(found, owner * _BINS + bins.astype(np.int64), hashed)
    least = found.reshape(-1, _BINS)
    for bin_ in (*range(_BINS - 1, -1, -1), *range(_BINS - 1, -1, -1)):
        following = least[:, (bin_ + 1) % _BINS]
        least[:, bin_] = np.where(least[:, bin_] == np.iinfo(np.uint64).max, following, least[:, bin_])
    keys = least[:, ::_ROWS]
    for row in range(1, _ROWS):
        keys = _mixed(keys) ^ least[:, row::_ROWS]
    return keys


def _mixed(numbers: Any) -> Any:  # noqa: ANN401
    import numpy as np  # noqa: PLC0415

    for shift, factor in _MIX:
        numbers = (numbers ^ numbers >> np.uint64(shift)) * np.uint64(factor)
    return numbers


def _jaccard(a: frozenset[int], b: frozenset[int]) -> float:
    shared = len(a & b)
    return shared / (len(a) + len(b) - shared)
