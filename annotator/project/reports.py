"""What an import says it did."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file that was not imported, the sentence that says why, and whether it was named itself or found in a folder."""

    file: str
    why: str
    named: bool = False


@dataclass
class ImportReport:
    """What an import did. `spans` counts what is new; `known` counts files whose text was in the project already.

    `units` says what offsets count in files that told it, where nobody said it.
    """

    files: int = 0
    pages: int = 0
    articles: int = 0
    spans: int = 0
    known: int = 0
    encodings: dict[str, str] = field(default_factory=dict)
    units: dict[str, str] = field(default_factory=dict)
    skipped: list[Skipped] = field(default_factory=list)

    def add(self, other: "ImportReport") -> None:
        """Count what `other` did as well."""
        self.files += other.files
        self.pages += other.pages
        self.articles += other.articles
        self.spans += other.spans
        self.known += other.known
        self.encodings |= other.encodings
        self.units |= other.units
        self.skipped += other.skipped
