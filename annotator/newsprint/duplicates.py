"""Paragraphs that are nearly the same, among many: one-permutation MinHash finds candidates, real Jaccard decides.

Broder, “On the resemblance and containment of documents” (1997); Li, Owen and Zhang, “One permutation hashing” (2012), with
empty bins filled from the next one (Shrivastava and Li, 2014). No package: the whole is a page of code, and the packages that do
it bring NumPy for what takes a few seconds here.
"""

from bisect import bisect_left
from collections.abc import Sequence
from struct import unpack_from

GRAM = 4
"""Characters a shingle has (UTF-16 units: four of them are one 64-bit number)."""

_ROWS = 3
_BANDS = 10
_BINS = _ROWS * _BANDS
# A pair of similarity 0.8 shares a band with probability 1 - (1 - 0.8 ** 3) ** 10 = 0.999.
_KEPT = 8
"""How many of the earliest paragraphs a bucket keeps: in a crowd of like ones, later ones are compared with these."""

_THRESHOLDS = tuple(-(1 << 63) + bin_ * ((1 << 64) // _BINS) for bin_ in range(_BINS))
_REMEMBERED = 4096


class _Index:
    """Buckets of paragraphs that agree in a band, and the grams of those that were compared lately."""

    def __init__(self) -> None:
        self._first: dict[int, int] = {}
        self._more: dict[int, list[int]] = {}
        self._texts: dict[int, str] = {}
        self._grams: dict[int, frozenset[int]] = {}

    def add(self, i: int, text: str, grams: frozenset[int]) -> list[int]:
        """Add paragraph `i` and return the earlier ones that share a bucket with it, in order."""
        found: set[int] = set()
        for key in dict.fromkeys(_keys(grams)):
            first = self._first.setdefault(key, i)
            if first == i:
                continue
            more = self._more.setdefault(key, [])
            found.add(first)
            found.update(more)
            if len(more) < _KEPT - 1:
                more.append(i)
        self._texts[i] = text
        return sorted(found)

    def grams(self, i: int) -> frozenset[int]:
        """Return the grams of paragraph `i`, from memory if they were asked for lately."""
        if i not in self._grams:
            if len(self._grams) >= _REMEMBERED:
                self._grams.clear()
            self._grams[i] = _grams(self._texts[i])
        return self._grams[i]


def near_duplicates(paragraphs: Sequence[str], threshold: float = 0.8) -> list[tuple[int, int, float]]:
    """Return `(later, earlier, similarity)` for paragraphs (by index) whose Jaccard similarity reaches `threshold`.

    Similarity counts the distinct runs of four characters, white space removed. Equal paragraphs are 1.0 and paired with the
    first of them only. In order of `later`, then `earlier`; paragraphs without text are in no pair.
    """
    first: dict[str, int] = {}
    index = _Index()
    pairs: list[tuple[int, int, float]] = []
    for later, paragraph in enumerate(paragraphs):
        text = "".join(paragraph.split())
        equal = first.setdefault(text, later)
        if not text:
            continue
        if equal != later:
            pairs.append((later, equal, 1.0))
            continue
        grams = _grams(text)
        for earlier in index.add(later, text, grams):
            similarity = _jaccard(grams, index.grams(earlier))
            if similarity >= threshold:
                pairs.append((later, earlier, similarity))
    return pairs


def _grams(text: str) -> frozenset[int]:
    """Return the runs of four characters of `text` as numbers; a shorter text is one run, filled up."""
    data = text.encode("utf-16-le", "surrogatepass").ljust(2 * GRAM, b"\0")
    runs: list[int] = []
    for shift in range(0, 2 * GRAM, 2):
        runs += unpack_from(f"<{(len(data) - shift) // 8}Q", data, shift)
    return frozenset(runs)


def _keys(grams: frozenset[int]) -> list[int]:
    """Return a key for each band: a hash of the least hashes of the band's bins.

    The bins divide the 64-bit hashes evenly, so that the least one of a bin, or of the next that is not empty, is the first at
    or above its threshold. Python hashes tuples of numbers the same in every run.
    """
    hashes = sorted(map(hash, zip(grams, strict=True)))
    last = len(hashes)
    hashes.append(hashes[0])
    signature = iter([hashes[bisect_left(hashes, threshold, 0, last)] for threshold in _THRESHOLDS])
    return list(map(hash, zip(*[signature] * _ROWS, strict=True)))


def _jaccard(a: frozenset[int], b: frozenset[int]) -> float:
    shared = len(a & b)
    return shared / (len(a) + len(b) - shared)
