"""What an export consists of: counts, hashes of its files, and how it was made."""

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from annotator.core.scheme import Scheme
from annotator.exchange.formats.document import Document

TRAIN = "train"
_ORDER = {TRAIN: 0, "validation": 1, "test": 2}
_PIECE = 1 << 20


@dataclass(frozen=True, slots=True)
class Count:
    """What one split holds: articles, code points, and distinct mentions by label."""

    articles: int
    characters: int
    labels: Mapping[str, int]

    @property
    def mentions(self) -> int:
        """The distinct mentions of all labels."""
        return sum(self.labels.values())


class Counts:
    """Counts articles and mentions per split as they are written."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._articles: Counter[str] = Counter()
        self._characters: Counter[str] = Counter()
        self._labels: dict[str, Counter[str]] = {}

    def add(self, split: str, document: Document) -> None:
        """Count an article; a mention that several people marked counts once."""
        self._articles[split] += 1
        self._characters[split] += len(document.line.text)
        self._labels.setdefault(split, Counter()).update(span.label for span in {mark.state.span for mark in document.marks})

    def splits(self) -> dict[str, Count]:
        """Return what each split holds, by the name of the split, train first."""
        return {
            split: Count(self._articles[split], self._characters[split], dict(sorted(labels.items())))
            for split, labels in sorted(self._labels.items(), key=lambda item: by_use(item[0]))
        }


def by_use(split: str) -> tuple[int, str]:
    """Return the key that sorts names of splits: train, validation, test, then any others by name."""
    return _ORDER.get(split, len(_ORDER)), split


def hashes(folder: Path) -> dict[str, str]:
    """Return the SHA-256 of every file below `folder` (or of the one file), by its path with `/`, sorted."""
    if folder.is_file():
        return {folder.name: _sha256(folder)}
    return {path.relative_to(folder).as_posix(): _sha256(path) for path in sorted(folder.rglob("*")) if path.is_file()}


def manifest(
    files: Mapping[str, str],
    splits: Mapping[str, Count],
    scheme: Scheme,
    *,
    command: Sequence[str],
    program_version: str,
) -> dict[str, object]:
    """Return what can be said of an export, ready for JSON; it depends on nothing but what is given.

    `files` maps paths to SHA-256, `command` is the command line word by word.
    """
    return {
        "program": {"name": "annotator", "version": program_version},
        "command": list(command),
        "scheme": {"id": scheme.id, "version": scheme.version, "labels": [label.id for label in scheme.labels]},
        "splits": {
            split: {
                "articles": count.articles,
                "characters": count.characters,
                "mentions": count.mentions,
                "labels": dict(sorted(count.labels.items())),
            }
            for split, count in splits.items()
        },
        "files": dict(sorted(files.items())),
    }


def _sha256(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as stream:
        while piece := stream.read(_PIECE):
            digest.update(piece)
    return digest.hexdigest()
