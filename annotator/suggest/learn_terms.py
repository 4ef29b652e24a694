"""Names that people add by hand again and again, offered for the lexicon."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from annotator.suggest.names import bare
from annotator.suggest.reading import fold

# One character names nothing; what is longer than a line is no name.
_SHORTEST, _LONGEST = 2, 40


@dataclass(frozen=True, slots=True)
class Offer:
    """A string that was marked by hand `count` times, most often with `label`."""

    term: str
    label: str
    count: int


def offered_terms(added: Iterable[tuple[str, str]], known: Iterable[str] = (), *, at_least: int = 2) -> list[Offer]:
    """Return the strings among `added`, (surface, label) pairs, that occur `at_least` times and are not `known` to the lexicon.

    The most frequent comes first, then the one added first; a tie of labels goes to the earlier one. Surfaces are compared as the
    lexicon compares names: without line breaks, widths and quotation marks. The caller leaves out marks that nobody set by hand
    (propagated to repeats, imported) and blind or doubly assigned work.
    """
    listed = {_key(term) for term in known}
    labels: dict[str, Counter[str]] = {}
    terms: dict[str, str] = {}
    for surface, label in added:
        key = _key(surface)
        if key not in listed and _SHORTEST <= len(key) <= _LONGEST:
            terms.setdefault(key, surface.replace("\n", ""))
            labels.setdefault(key, Counter())[label] += 1
    offers = [Offer(terms[key], counts.most_common(1)[0][0], counts.total()) for key, counts in labels.items()]
    return sorted((offer for offer in offers if offer.count >= at_least), key=lambda offer: -offer.count)


def _key(surface: str) -> str:
    return bare(fold(surface.replace("\n", "")))
